/**
 * Meetings that have ended. Each time a meeting was held is an instance with its own UUID; where a path takes a meeting
 * number instead, Zoom means the latest instance (docs/zoom.md 5). Nothing is told of what is older than a year.
 */
import { byToken, get, list as listing, variant } from '../../declare/endpoint.ts';
import {
  as,
  bigInt,
  bool,
  dateTime,
  enumOf,
  id,
  int,
  list,
  named,
  numericId,
  renamed,
  secretUrl,
  shape,
  string,
} from '../../declare/shape.ts';
import { ListMeetingsQuery, listMeetings, MeetingType, orAdmin } from './meetings.ts';

export const MeetingInstance = shape(
  'MeetingInstance',
  {
    uuid: id('The instance.'),
    id: numericId('The meeting number.'),
    topic: string('What the meeting was called.'),
    type: MeetingType,
    start_time: dateTime('When it really began.'),
    end_time: dateTime('When it really ended.'),
    duration: int('Length in minutes.'),
    total_minutes: int('The minutes of all participants together.'),
    participants_count: int('How many took part.'),
    host_id: id('The user who hosted the meeting.', { of: 'User' }),
    user_name: string('The name of the host.'),
    user_email: string('The email address of the host.'),
    dept: renamed('dept', 'department', string('The department of the host.')),
    source: string('Zoom, or the name of the app that created the meeting.'),
  },
  'One time that a meeting was held.',
);

export const ListedInstance = named('ListedInstance', MeetingInstance.pick({ uuid: true, start_time: true }));

/** What a row of a user's previous meetings says of the instance; its duration may be the planned one. */
export const PreviousMeeting = named(
  'PreviousMeeting',
  MeetingInstance.pick({ uuid: true, id: true, topic: true, type: true, start_time: true, host_id: true }),
);

export const participantStatus = enumOf(
  'ParticipantStatus',
  {
    IN_MEETING: ['in_meeting', 'The person was admitted.'],
    IN_WAITING_ROOM: ['in_waiting_room', 'The person was in the waiting room.'],
  },
  'Where the person was.',
);

export const Participant = shape(
  'MeetingParticipant',
  {
    id: as('userId', id('The Zoom user, if the person was signed in.')),
    user_id: as('seatId', id('The seat in this instance; somebody who rejoins gets another one, and another row.')),
    registrant_id: id('The registration, if the meeting had one.'),
    name: string('The name that was shown.'),
    user_email: as('email', string('The email address; mostly known for people of the account alone.')),
    join_time: dateTime('When the stay began.'),
    leave_time: dateTime('When the stay ended.'),
    duration: int('How long the person was there, in seconds.'),
    status: participantStatus,
    failover: bool('Whether the person was moved to another data center.'),
    internal_user: bool('Whether the person belongs to the account.'),
  },
  'One stay of a person in a meeting.',
);

export const PastPollAnswer = shape(
  'PastPollAnswer',
  {
    polling_id: id('The poll.'),
    question: string('What was asked.'),
    answer: string('What the person answered.'),
    date_time: renamed('dateTime', 'submitTime', dateTime('When the answer was given.')),
  },
  "One person's answer to one question of a poll.",
);

export const PastPollResult = shape(
  'PastPollResult',
  {
    name: string('The name of the person; anonymous polls do not report it.'),
    email: string('The email address; mostly known for people of the account alone.'),
    question_details: list(PastPollAnswer, 'The answer to each question.'),
  },
  'What one person answered in the polls of a meeting.',
);

export const InMeetingFile = shape(
  'InMeetingFile',
  {
    file_name: string('What the file is called.'),
    file_size: bigInt('The size in bytes.'),
    download_url: secretUrl('Where the file is.'),
  },
  'A file that was sent in the chat.',
);

export const getInstance = get('/past_meetings/{meetingId}', {
  of: MeetingInstance,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:read', 'meeting:read:past_meeting'),
});

/** The type `previous_meetings` of the list of meetings: a row for each instance, under a number that repeats (docs/zoom.md 3). */
export const listPreviousMeetings = variant(listMeetings, {
  of: PreviousMeeting,
  query: named('ListPreviousMeetingsQuery', ListMeetingsQuery.omit({ type: true })),
});

export const listInstances = listing('/past_meetings/{meetingId}/instances', {
  items: 'meetings',
  of: ListedInstance,
  limit: 'MEDIUM',
  scopes: orAdmin('meeting:read', 'meeting:read:list_past_instances'),
});

export const listParticipants = listing('/past_meetings/{meetingId}/participants', {
  items: 'participants',
  of: Participant,
  paging: byToken(300),
  limit: 'MEDIUM',
  scopes: orAdmin('meeting:read', 'meeting:read:list_past_participants'),
});

export const listPastPolls = listing('/past_meetings/{meetingId}/polls', {
  items: 'questions',
  of: PastPollResult,
  limit: 'MEDIUM',
  scopes: orAdmin('meeting:read', 'meeting:read:list_poll_results'),
});

/** Zoom no longer documents it. */
export const listPastFiles = listing('/past_meetings/{meetingId}/files', {
  items: 'in_meeting_files',
  of: InMeetingFile,
  limit: 'MEDIUM',
  scopes: orAdmin('meeting:read'),
});
