/** The dashboard of meetings. A path takes an instance's UUID, or a number for the latest one (docs/zoom.md 5). */
import { byToken, get, list as listing } from '../../declare/endpoint.ts';
import {
  bool,
  clock,
  dateTime,
  enumOf,
  float,
  id,
  int,
  list,
  named,
  numericId,
  renamed,
  shape,
  string,
} from '../../declare/shape.ts';
import { dashboardQuality, month, scopesOf } from './common.ts';
import { DashboardFeedback, DashboardParticipant, DashboardSharing } from './participants.ts';
import { DashboardMeetingQos } from './qos.ts';

const CustomKey = shape(
  'DashboardCustomKey',
  { key: string('What the app calls the value.'), value: string('What the app attached.') },
  'A key that an app gave to a meeting.',
);
const TrackingValue = shape(
  'DashboardTrackingField',
  { field: string('The name of the field.'), value: string('What it holds for this meeting.') },
  "What a meeting has in one of the account's tracking fields.",
);

/** What the dashboard tells of meetings and of webinars. */
export const sessionFields = {
  uuid: id('The instance.'),
  id: numericId('The meeting or webinar number.'),
  topic: string('What it is called.'),
  host: string('The name of the host.'),
  email: string('The email address of the host.'),
  dept: renamed('dept', 'department', string('The department of the host.')),
  user_type: string('The licence of the host, in words.'),
  start_time: dateTime('When it really began.'),
  end_time: dateTime('When it really ended.'),
  duration: clock('How long it was, in seconds.'),
  participants: int('How many stays of people there were.'),
  has_pstn: bool('Whether somebody was there by phone.'),
  has_voip: bool('Whether somebody was heard through a client.'),
  has_3rd_party_audio: bool('Whether somebody was heard through a provider other than Zoom.'),
  has_video: bool('Whether somebody was seen.'),
  has_screen_share: bool('Whether somebody shared a screen.'),
  has_recording: bool('Whether it was recorded.'),
  has_sip: bool('Whether somebody was there by SIP or H.323.'),
  has_archiving: bool('Whether it was archived.'),
  has_manual_captions: bool('Whether somebody typed captions.'),
  has_automated_captions: bool('Whether captions were made automatically.'),
  custom_keys: list(CustomKey, 'Keys that an app gave to it.'),
};
const withPolls = { has_poll: bool('Whether there was a poll.'), has_survey: bool('Whether there was a survey.') };

export const qualityFields = {
  audio_quality: dashboardQuality,
  video_quality: dashboardQuality,
  screen_share_quality: dashboardQuality,
};

export const DashboardMeeting = shape(
  'DashboardMeeting',
  {
    ...sessionFields,
    ...withPolls,
    ...qualityFields,
    has_qa: bool('Whether there were questions and answers.'),
    has_meeting_summary: bool('Whether AI Companion summed it up.'),
    has_aic_conversation: bool('Whether AI Companion was asked something.'),
    in_room_participants: int('How many people were there in Zoom Rooms.'),
    avg_jointime_cost: float('How many seconds it took to join, on average.'),
    session_key: string('The session of the Video SDK.'),
    tracking_fields: list(TrackingValue, "What the meeting has in the account's tracking fields."),
  },
  'One instance of a meeting, live or over, as the dashboard reports it.',
);
export const ListedDashboardMeeting = named(
  'ListedDashboardMeeting',
  DashboardMeeting.omit({ has_meeting_summary: true, has_aic_conversation: true, in_room_participants: true }),
);
export const FetchedDashboardMeeting = named(
  'FetchedDashboardMeeting',
  DashboardMeeting.omit({
    audio_quality: true,
    video_quality: true,
    screen_share_quality: true,
    session_key: true,
    tracking_fields: true,
  }),
);

const meetingType = enumOf(
  'DashboardMeetingType',
  {
    PAST: ['past', 'Meetings that are over.'],
    PAST_ONE: ['pastOne', 'Meetings that are over, and in which one person was alone.'],
    LIVE: ['live', 'Meetings in progress.'],
  },
  'Which meetings are meant.',
);
const DashboardMeetingQuery = shape('DashboardMeetingQuery', { type: meetingType });
const DashboardMeetingQosQuery = shape('DashboardMeetingQosQuery', {
  type: enumOf(
    'DashboardMeetingQosType',
    {
      PAST: ['past', 'The meeting is over.'],
      LIVE: ['live', 'The meeting is in progress.'],
    },
    'Whether the meeting is over or in progress.',
  ),
});
export const sessionFilters = {
  query_date_type: enumOf(
    'DashboardDateType',
    {
      START_TIME: ['start_time', 'Days of the beginning.'],
      END_TIME: ['end_time', 'Days of the end. Not every account may ask for them.'],
    },
    'What the days are of.',
  ),
  group_id: id('Only what members of this group hosted.', { of: 'Group' }),
  group_include_participant: bool('With groupId: also what members of the group took part in.'),
};
export const ListDashboardMeetingsQuery = shape('ListDashboardMeetingsQuery', { type: meetingType, ...sessionFilters });

export const window = { ...month, at: 'start_time', by: 'query_date_type' } as const;

export const listDashboardMeetings = listing('/metrics/meetings', {
  items: 'meetings',
  of: ListedDashboardMeeting,
  query: ListDashboardMeetingsQuery,
  onRequest: { tracking_fields: { include_fields: 'tracking_fields' } },
  paging: byToken(300),
  window,
  limit: 'RESOURCE_INTENSIVE',
  scopes: scopesOf('meetings', 'list_meetings'),
  // The account's plan has no dashboards.
  codes: { 400: 'FORBIDDEN' },
  subAccountScopes: ['dashboard:read:list_meetings:master'],
});

export const getDashboardMeeting = get('/metrics/meetings/{meetingId}', {
  of: FetchedDashboardMeeting,
  query: DashboardMeetingQuery,
  limit: 'HEAVY',
  scopes: scopesOf('meetings', 'meeting'),
  subAccountScopes: ['dashboard:master', 'dashboard:read:meeting:master'],
});

export const listDashboardParticipants = listing('/metrics/meetings/{meetingId}/participants', {
  items: 'participants',
  of: DashboardParticipant,
  query: DashboardMeetingQuery,
  onRequest: { registrant_id: { include_fields: 'registrant_id' } },
  paging: byToken(300),
  limit: 'HEAVY',
  scopes: scopesOf('meetings', 'list_meeting_participants'),
  subAccountScopes: ['dashboard:master', 'dashboard:read:list_meeting_participants:master'],
});

export const listMeetingQos = listing('/metrics/meetings/{meetingId}/participants/qos', {
  items: 'participants',
  of: named(
    'ListedMeetingQos',
    DashboardMeetingQos.omit({ microphone: true, speaker: true, camera: true, meeting_number: true }),
  ),
  query: DashboardMeetingQosQuery,
  paging: byToken(10),
  limit: 'HEAVY',
  scopes: scopesOf('meetings', 'list_meeting_participants_qos'),
  subAccountScopes: ['dashboard:master', 'dashboard:read:list_meeting_participants_qos:master'],
});

export const getMeetingQos = get('/metrics/meetings/{meetingId}/participants/{participantId}/qos', {
  of: DashboardMeetingQos,
  query: DashboardMeetingQosQuery,
  limit: 'HEAVY',
  scopes: scopesOf('meetings', 'meeting_participant_qos'),
  subAccountScopes: ['dashboard:master', 'dashboard:read:meeting_participant_qos:master'],
});

export const listMeetingSharing = listing('/metrics/meetings/{meetingId}/participants/sharing', {
  items: 'participants',
  of: DashboardSharing,
  query: DashboardMeetingQosQuery,
  paging: byToken(300),
  limit: 'HEAVY',
  scopes: scopesOf('meetings', 'meeting_sharing'),
  subAccountScopes: ['dashboard_meetings:read:master', 'dashboard:master', 'dashboard:read:meeting_sharing:master'],
});

export const listMeetingFeedback = listing('/metrics/meetings/{meetingId}/participants/satisfaction', {
  items: 'participants',
  of: DashboardFeedback,
  query: DashboardMeetingQuery,
  paging: byToken(300),
  limit: 'HEAVY',
  scopes: scopesOf('meetings', 'post_meeting_feedback'),
  subAccountScopes: [
    'dashboard_meetings:read:master',
    'dashboard:master',
    'dashboard:read:post_meeting_feedback:master',
  ],
});
