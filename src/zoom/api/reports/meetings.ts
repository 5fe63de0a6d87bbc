/**
 * Reports on meetings that were held, and on who was there. A path takes an instance's UUID, or a number for the latest one (docs/zoom.md 5).
 * The list of a host tells of webinars too, which are instances of webinars in the graph; what is read singly is of meetings alone.
 */
import { byToken, get, list as listing, variant } from '../../declare/endpoint.ts';
import { as, bool, enumOf, id, int, list, named, renamed, shape, string, writtenAs } from '../../declare/shape.ts';
import { CustomKey, EncryptionType } from '../meetings/meeting-settings.ts';
import { TrackingFieldValue } from '../meetings/meetings.ts';
import { MeetingInstance, Participant, PastPollResult } from '../meetings/past-meetings.ts';
import { WebinarInstance } from '../webinars/past-webinars.ts';
import { month, ReportDays, scopesOf } from './common.ts';

const timeOfZoom = (description: string) =>
  string(`${description} Zoom writes it as MM/DD/YYYY HH:MM, in a time zone that it does not name.`);

const ENCRYPTION: Readonly<Record<string, number>> = { E2EE: 1, ENHANCED_ENCRYPTION: 2 };

export const MeetingReport = named(
  'MeetingReport',
  MeetingInstance.extend(
    shape('MeetingReportFields', {
      host_name: string('The name of whoever hosted it, who may be of another account.'),
      host_organization: string('The account of the host.'),
      participants_count_my_account: int('How many of those are of the account.'),
      schedule_time: renamed('scheduleTime', 'localScheduleTime', timeOfZoom('When it was to begin.')),
      join_waiting_room_time: renamed(
        'joinWaitingRoomTime',
        'localJoinWaitingRoomTime',
        timeOfZoom('When the user entered the waiting room.'),
      ),
      join_time: renamed('joinTime', 'localJoinTime', timeOfZoom('When the user joined.')),
      leave_time: renamed('leaveTime', 'localLeaveTime', timeOfZoom('When the user left.')),
      has_chat: bool('Whether there was a chat.'),
      has_recording: bool('Whether it was recorded.'),
      has_screen_share: bool('Whether somebody shared a screen.'),
      meeting_encryption_status: writtenAs(EncryptionType, (word) => ENCRYPTION[word] ?? 0),
      session_key: string('The session of the Video SDK.'),
      custom_keys: list(CustomKey, 'What apps attached to the meeting.'),
      tracking_fields: list(TrackingFieldValue, 'The tracking fields of the account, with the values of the meeting.'),
    }).shape,
  ),
  'The report on one instance of a meeting that was held.',
);

/** What a list tells more than the report of one meeting (docs/zoom.md 13.4). */
const listedAlone = {
  source: true,
  host_name: true,
  host_organization: true,
  participants_count_my_account: true,
  schedule_time: true,
  join_waiting_room_time: true,
  join_time: true,
  leave_time: true,
  has_chat: true,
  has_recording: true,
  has_screen_share: true,
  meeting_encryption_status: true,
  session_key: true,
} as const;
export const FetchedMeetingReport = named('FetchedMeetingReport', MeetingReport.omit(listedAlone));
export const ListedMeetingReport = named(
  'ListedMeetingReport',
  MeetingReport.omit({ dept: true, tracking_fields: true }),
);

/** A row that is of a webinar. */
export const ListedWebinarReport = named(
  'ListedWebinarReport',
  WebinarInstance.omit({ dept: true, tracking_fields: true }),
);

export const MeetingReportParticipant = named(
  'MeetingReportParticipant',
  Participant.omit({ internal_user: true }).extend({
    participant_user_id: as(
      'accountUserId',
      id('The user, if the person is of this account.', { of: 'User' }),
    ).optional(),
    customer_key: string('What an app that embeds Zoom calls the person.').optional(),
    bo_mtg_id: id('The breakout room that the person was in.').optional(),
  }),
  'One stay of a person in a meeting, as the report has it.',
);

/** What reports tell of the answers to polls: the names of the person also singly. */
export const ReportPollResult = named(
  'ReportPollResult',
  PastPollResult.extend({
    first_name: string('The first name of the person.').optional(),
    last_name: string('The last name of the person.').optional(),
  }),
  'What one person answered in the polls, as the report has it.',
);

export const ListMeetingReportsQuery = shape('ListMeetingReportsQuery', {
  type: enumOf(
    'ReportedMeetings',
    {
      PAST: ['past', 'Those that the user hosted, and two or more people attended.'],
      PAST_ONE: ['pastOne', 'Those that one person alone attended.'],
      PAST_JOINED: ['pastJoined', 'Those that the user hosted or joined.'],
    },
    'Which of them; PAST by default.',
  ),
});

export const ListMeetingReportsOfDaysQuery = named(
  'ListMeetingReportsOfDaysQuery',
  ListMeetingReportsQuery.extend(ReportDays.shape),
);

export const listMeetingReports = listing('/report/users/{userId}/meetings', {
  items: 'meetings',
  of: ListedMeetingReport,
  query: ListMeetingReportsQuery,
  paging: byToken(300),
  window: { ...month, at: 'start_time' },
  limit: 'HEAVY',
  scopes: scopesOf('user'),
});
/** The same for the sake of its webinars. */
export const listWebinarReports = variant(listMeetingReports, { of: ListedWebinarReport });

/** Of exactly the days that another report sums up, for which Zoom takes one call. */
const ofDays = { query: ListMeetingReportsOfDaysQuery, window: undefined, span: month } as const;
export const listMeetingReportsOfDays = variant(listMeetingReports, ofDays);
export const listWebinarReportsOfDays = variant(listWebinarReports, ofDays);

export const getMeetingReport = get('/report/meetings/{meetingId}', {
  of: FetchedMeetingReport,
  limit: 'HEAVY',
  scopes: scopesOf('meeting'),
});

export const listMeetingReportParticipants = listing('/report/meetings/{meetingId}/participants', {
  items: 'participants',
  of: MeetingReportParticipant,
  onRequest: { registrant_id: { include_fields: 'registrant_id' } },
  paging: byToken(300),
  limit: 'HEAVY',
  scopes: scopesOf('list_meeting_participants'),
});

export const listMeetingReportPolls = listing('/report/meetings/{meetingId}/polls', {
  items: 'questions',
  of: ReportPollResult,
  limit: 'HEAVY',
  scopes: scopesOf('list_meeting_polls'),
});
