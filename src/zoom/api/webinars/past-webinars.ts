/**
 * Webinars that have ended. Each time a webinar was held is an instance with its own UUID; where a path takes a webinar number instead,
 * Zoom means the latest instance (docs/zoom.md 5). What Zoom tells of one instance itself is its report.
 */
import { byToken, get, list as listing } from '../../declare/endpoint.ts';
import { as, id, list, named, shape, string } from '../../declare/shape.ts';
import { CustomKey } from '../meetings/meeting-settings.ts';
import { TrackingFieldValue } from '../meetings/meetings.ts';
import { InMeetingFile, MeetingInstance, Participant, PastPollResult } from '../meetings/past-meetings.ts';
import { ListedWebinarRegistrant } from './registrants.ts';
import { reading, WebinarType } from './webinars.ts';

export const WebinarInstance = named(
  'WebinarInstance',
  MeetingInstance.omit({ source: true }).extend({
    id: MeetingInstance.shape.id.describe('The webinar number.'),
    type: WebinarType.optional(),
    custom_keys: list(CustomKey, 'What apps attached to the webinar.').optional(),
    tracking_fields: list(
      TrackingFieldValue,
      'The tracking fields of the account, with the values of the webinar.',
    ).optional(),
  }),
  'One time that a webinar was held.',
);

export const ListedWebinarInstance = named(
  'ListedWebinarInstance',
  WebinarInstance.pick({ uuid: true, start_time: true }),
);

export const WebinarParticipant = named(
  'WebinarParticipant',
  Participant.omit({ internal_user: true }).extend({
    participant_user_id: as(
      'accountUserId',
      id('The user, if the person is of this account.', { of: 'User' }),
    ).optional(),
    customer_key: string('What an app that embeds Zoom calls the person.').optional(),
    bo_mtg_id: id('The breakout room that the person was in.').optional(),
  }),
  'One stay of a person in a webinar.',
);

/** Without an identity: absentees are listed by the instance, and registrants are those of the webinar. */
export const Absentee = named(
  'Absentee',
  ListedWebinarRegistrant.extend({}),
  'A registrant who did not come to a webinar.',
);

export const QuestionAnswered = shape(
  'QuestionAnswered',
  { question: string('What was asked.'), answer: string('What was answered.') },
  'A question that was asked in a webinar, and its answer.',
);
export const QuestionsOfPerson = shape(
  'QuestionsOfPerson',
  {
    name: string('The name of the person; questions may be asked without it.'),
    email: string('The email address of the person.'),
    question_details: list(QuestionAnswered, 'The questions, each with its answer.'),
  },
  'What one person asked in a webinar.',
);

/** 3001 is that of meetings. */
export const getWebinarInstance = get('/report/webinars/{webinarId}', {
  of: WebinarInstance,
  limit: 'HEAVY',
  scopes: ['report:read:admin'],
});

export const listWebinarInstances = listing('/past_webinars/{webinarId}/instances', {
  items: 'webinars',
  of: ListedWebinarInstance,
  limit: 'LIGHT',
  scopes: reading,
});

export const listWebinarParticipants = listing('/report/webinars/{webinarId}/participants', {
  items: 'participants',
  of: WebinarParticipant,
  onRequest: { registrant_id: { include_fields: 'registrant_id' } },
  paging: byToken(300),
  limit: 'HEAVY',
  scopes: ['report:read:admin'],
});

export const listAbsentees = listing('/past_webinars/{webinarId}/absentees', {
  items: 'registrants',
  of: Absentee,
  query: shape('ListAbsenteesQuery', { occurrence_id: id('One occurrence of a recurring webinar.') }),
  paging: byToken(300),
  limit: 'HEAVY',
  scopes: reading,
});

export const listWebinarPollResults = listing('/past_webinars/{webinarId}/polls', {
  items: 'questions',
  of: PastPollResult,
  limit: 'MEDIUM',
  scopes: reading,
});

export const listWebinarQuestions = listing('/past_webinars/{webinarId}/qa', {
  items: 'questions',
  of: QuestionsOfPerson,
  limit: 'MEDIUM',
  scopes: reading,
});

/** Zoom no longer documents it. */
export const listWebinarFiles = listing('/past_webinars/{webinarId}/files', {
  items: 'in_meeting_files',
  of: InMeetingFile,
  limit: 'MEDIUM',
  scopes: reading,
});
