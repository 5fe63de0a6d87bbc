/** Meetings that are scheduled or live, by their number; what has ended is in past-meetings.ts. */

import { byToken, del, get, list as listing, patch, post, put, variant } from '../../declare/endpoint.ts';
import {
  as,
  bool,
  date,
  dateTime,
  delimitedWords,
  enumOf,
  exclusive,
  id,
  int,
  list,
  named,
  numericId,
  secret,
  secretUrl,
  shape,
  string,
  url,
  wording,
} from '../../declare/shape.ts';
import { weekday } from '../enums.ts';
import { CreateMeetingSettingsBody, MeetingSettings, UpdateMeetingSettingsBody } from './meeting-settings.ts';

/** Zoom's numbers of meeting types; recordings add those of webinars to them. */
export const meetingTypes = {
  PRESCHEDULED: [0, 'Made by a calendar add-on before its time was set; only among meetings that have ended.'],
  INSTANT: [1, 'Started at once, without being scheduled.'],
  SCHEDULED: [2, 'Takes place once, at a fixed time.'],
  RECURRING_NO_FIXED_TIME: [3, 'Can be held any number of times, whenever its host starts it.'],
  PERSONAL_MEETING_ROOM: [4, "Held in the host's Personal Meeting Room."],
  PAC: [7, 'A personal audio conference, by telephone alone; only among meetings that have ended.'],
  RECURRING_FIXED_TIME: [8, 'Takes place several times, as `recurrence` says.'],
  SCREEN_SHARE_ONLY: [10, 'A screen that is shared to a Zoom Room, without a meeting.'],
} as const;

export const MeetingType = enumOf('MeetingType', meetingTypes, 'When and how a meeting takes place.');

/** By what meetings and webinars are scheduled. */
export const creationSource = enumOf(
  'MeetingCreationSource',
  {
    OTHER: ['other', 'By an app, a client or a calendar.'],
    OPEN_API: ['open_api', 'By the REST API.'],
    WEB_PORTAL: ['web_portal', 'On the web portal of Zoom.'],
  },
  'By what the meeting was scheduled.',
);

export const Recurrence = shape(
  'Recurrence',
  {
    type: enumOf(
      'RecurrenceType',
      {
        DAILY: [1, 'Every `repeatInterval` days.'],
        WEEKLY: [2, 'Every `repeatInterval` weeks, on the `weeklyDays`.'],
        MONTHLY: [3, 'Every `repeatInterval` months, on `monthlyDay`, or on `monthlyWeekDay` of `monthlyWeek`.'],
      },
      'By what the series repeats.',
    ),
    repeat_interval: int('Every how many days (up to 99), weeks (up to 50) or months (up to 10).', { min: 0, max: 99 }),
    weekly_days: delimitedWords(',', weekday, 'For WEEKLY: the days of the week.', {
      form: { pattern: '^[1-7]$', words: 'numbers from 1 (Sunday) to 7 (Saturday)' },
    }),
    monthly_day: int('For MONTHLY: the day of the month.', { min: 1, max: 31 }),
    monthly_week: enumOf(
      'WeekOfMonth',
      {
        LAST: [-1, 'The last week of the month.'],
        FIRST: [1, 'The first week of the month.'],
        SECOND: [2, 'The second week of the month.'],
        THIRD: [3, 'The third week of the month.'],
        FOURTH: [4, 'The fourth week of the month.'],
      },
      'A week of a month.',
    ).describe('For MONTHLY, together with monthlyWeekDay: the week of the month.'),
    monthly_week_day: weekday.describe('For MONTHLY, together with monthlyWeek: the day of the week.'),
    end_times: int('After how many occurrences the series ends, where 0 means never; not together with endDateTime.', {
      min: 0,
      max: 60,
    }),
    end_date_time: dateTime('When the series ends; not together with endTimes.'),
  },
  'How a meeting or webinar recurs.',
  { always: ['type'] },
);

export const Occurrence = shape(
  'Occurrence',
  {
    occurrence_id: id('The occurrence within its series: a number of milliseconds as text.'),
    start_time: dateTime('When it starts.'),
    duration: int('Planned length in minutes.'),
    status: enumOf(
      'OccurrenceStatus',
      {
        AVAILABLE: ['available', 'It takes place.'],
        DELETED: ['deleted', 'It was deleted. It stays in the list.'],
      },
      'Whether the occurrence takes place.',
    ),
  },
  'One date of a recurring meeting or webinar.',
);

export const TrackingFieldValue = shape(
  'TrackingFieldValue',
  {
    field: string('The name of the tracking field.'),
    value: string('What it holds.'),
    visible: bool('Whether the field is shown to those who schedule. Set by the account.'),
  },
  "An account's tracking field, filled in.",
);

const inTrackingFields = "What the meeting has in the account's tracking fields.";

export const Meeting = shape(
  'Meeting',
  {
    id: numericId('The meeting number.'),
    uuid: id('The instance of the meeting; it changes each time the meeting has ended.'),
    topic: string('What the meeting is called.', { max: 200 }),
    agenda: string('What the meeting is about.', { max: 2000 }),
    type: MeetingType,
    status: enumOf(
      'MeetingStatus',
      {
        WAITING: ['waiting', 'Nobody is in the meeting at present.'],
        STARTED: ['started', 'The meeting is being held.'],
        FINISHED: ['finished', 'The meeting has ended.'],
      },
      'Whether the meeting is being held.',
    ),
    start_time: dateTime(
      'When the meeting starts; null for instant meetings and for recurring ones with no fixed time.',
    ),
    // That it cannot be negative is in no document.
    duration: int('Planned length in minutes.', { min: 0 }),
    timezone: string('The time zone by which the meeting was scheduled, such as Europe/Berlin.'),
    created_at: dateTime('When the meeting was scheduled.'),
    creation_source: creationSource,
    host_id: id('The user who hosts the meeting.', { of: 'User' }),
    host_email: string('The email address of the host.'),
    assistant_id: id('The user who scheduled the meeting on behalf of the host.'),
    pmi: id("The host's personal meeting id, where the meeting uses it."),
    pre_schedule: bool('Whether the Google Workspace add-on scheduled the meeting before its time was set.'),
    join_url: url('Where participants join.'),
    chat_join_url: url('Where people join the chat of the meeting.'),
    registration_url: url('Where people register, if the meeting requires it.'),
    start_url: secretUrl('Starts the meeting as its host; good for two hours.'),
    password: secret('The passcode.', { max: 10 }),
    encrypted_password: secret('The passcode as it is in joinUrl, for H.323 and SIP systems.'),
    h323_password: secret('The passcode for H.323 and SIP room systems.'),
    pstn_password: secret('The passcode for joining by phone.'),
    dynamic_host_key: secret('The key that makes a participant the host of this meeting.'),
    recurrence: Recurrence,
    occurrences: list(Occurrence, 'The dates of a series; null unless the type is RECURRING_FIXED_TIME.'),
    tracking_fields: list(TrackingFieldValue, inTrackingFields),
    settings: MeetingSettings,
  },
  'A meeting, scheduled or live.',
);

/** What the list of a user's meetings can carry (docs/zoom.md 8.1). */
export const ListedMeeting = named(
  'ListedMeeting',
  Meeting.pick({
    agenda: true,
    created_at: true,
    duration: true,
    host_id: true,
    id: true,
    join_url: true,
    pmi: true,
    start_time: true,
    timezone: true,
    topic: true,
    type: true,
    uuid: true,
  }),
);

export const TrackingFieldValueBody = named(
  'TrackingFieldValueBody',
  TrackingFieldValue.omit({ visible: true }).required({ field: true }),
  "What one of the account's tracking fields shall hold for the meeting or webinar.",
);
export const RecurrenceBody = exclusive(
  named(
    'RecurrenceBody',
    Recurrence.required({ type: true }),
    'How the meeting or webinar recurs. Give one end at most, and of a month either the day or the week and its day.',
  ),
  ['end_times', 'end_date_time'],
  ['monthly_day', 'monthly_week'],
  ['monthly_day', 'monthly_week_day'],
);

/** What a create and an update take alike, apart from their settings. */
const Writable = wording(
  Meeting.pick({
    agenda: true,
    duration: true,
    password: true,
    pre_schedule: true,
    start_time: true,
    timezone: true,
    topic: true,
    type: true,
  }),
  {
    start_time:
      'When the meeting starts; not for instant meetings and those without a fixed time. Zoom ignores a time in the past.',
    timezone: "The time zone that a local time is meant in, such as Europe/Berlin; by default the host's.",
    password: 'The passcode that people need to join.',
    type: 'When and how the meeting takes place; SCHEDULED by default.',
  },
).extend({
  recurrence: RecurrenceBody.optional(),
  schedule_for: string('The email address or id of the user who hosts the meeting instead.').optional(),
  template_id: id('The meeting template to start from.').optional(),
  tracking_fields: list(TrackingFieldValueBody, inTrackingFields).optional(),
});

export const CreateMeetingBody = named(
  'CreateMeetingBody',
  Writable.extend({
    default_password: bool("Whether Zoom makes a passcode by the host's settings if none is given.").optional(),
    settings: CreateMeetingSettingsBody.optional(),
  }),
  'The meeting to schedule.',
);

/** A start_time in the past is ignored by Zoom without an error (docs/zoom.md 8). */
export const UpdateMeetingBody = named(
  'UpdateMeetingBody',
  Writable.extend({ settings: UpdateMeetingSettingsBody.optional() }),
  'What changes about the meeting; what is left out stays.',
);

export const Invitation = shape(
  'Invitation',
  { invitation: string('The text to send.'), sip_links: list(string(), 'SIP addresses by which rooms join.') },
  'The invitation to a meeting, written by Zoom.',
);

export const Livestream = shape(
  'Livestream',
  {
    stream_url: string('The address to which the stream is sent, as the host wrote it.', { max: 1024 }),
    stream_key: secret('Secret stream key for `streamUrl`.', { max: 512 }),
    page_url: string('The page on which the stream can be watched, as the host wrote it.', { max: 1024 }),
    resolution: string('The resolution of the stream, such as "1080p".'),
  },
  'Where a meeting is broadcast to.',
);

export const ListMeetingsQuery = shape('ListMeetingsQuery', {
  type: enumOf(
    'MeetingListType',
    {
      SCHEDULED: ['scheduled', 'Meetings that were scheduled and have not expired, recurring ones included.'],
      LIVE: ['live', 'Meetings that are being held now.'],
      UPCOMING: ['upcoming', 'Meetings that are still to come, and those being held.'],
      UPCOMING_MEETINGS: ['upcoming_meetings', 'Meetings that are still to come.'],
    },
    'Which meetings; SCHEDULED by default. Those that were held are in `pastMeetings`.',
  ),
  from: date('The first day, for lists of what is upcoming or over; at most six months of data.'),
  to: date('The last day, for lists of what is upcoming or over.'),
  timezone: string('The time zone that `from` and `to` are meant in.'),
});

const occurrenceId = id('One occurrence of a recurring meeting. If it may be left out, the whole series is used.');

export const GetMeetingQuery = shape('GetMeetingQuery', {
  occurrence_id: occurrenceId,
  show_previous_occurrences: bool('Whether occurrences that are over are listed too.'),
});
export const UpdateMeetingQuery = shape('UpdateMeetingQuery', { occurrence_id: occurrenceId });
export const DeleteMeetingQuery = shape('DeleteMeetingQuery', {
  occurrence_id: occurrenceId,
  schedule_for_reminder: bool('Whether the host and the alternative hosts are notified by email.'),
  cancel_meeting_reminder: bool('Whether the registrants are notified by email.'),
});

/** Zoom deletes a series and one of its occurrences by one operation; the graph has two mutations, for only one of them ends the meeting. */
const DeleteSeriesQuery = named('DeleteSeriesQuery', DeleteMeetingQuery.omit({ occurrence_id: true }));
const DeleteOccurrenceQuery = named(
  'DeleteOccurrenceQuery',
  wording(DeleteMeetingQuery.required({ occurrence_id: true }), { occurrence_id: 'The occurrence to delete.' }),
);

/** `end` ends a live meeting; `recover` brings back a deleted one. */
export const MeetingStatusBody = named(
  'MeetingStatusBody',
  shape('MeetingStatusBody', {
    action: enumOf(
      'MeetingStatusAction',
      {
        END: ['end', 'Ends a meeting that is being held.'],
        RECOVER: ['recover', 'Brings back a deleted meeting.'],
      },
      'What is done to the meeting.',
    ),
  }).required({ action: true }),
);

/** Nothing reads a template again here; its id serves for `createMeeting`. */
export const MeetingTemplate = shape(
  'MeetingTemplate',
  {
    id: as('templateId', id('The template, as `createMeeting` takes it.')),
    name: string('What the template is called.'),
  },
  'A meeting that serves as a template for others.',
);
export const CreateMeetingTemplateBody = shape('CreateMeetingTemplateBody', {
  meeting_id: numericId('The meeting to make the template of.', { of: 'Meeting' }),
  name: string('What the template is called.'),
  save_recurrence: bool('Whether the template recurs as the meeting does; false by default.'),
  overwrite: bool('Whether a template that was made of the same meeting is replaced; false by default.'),
}).required({ meeting_id: true });

/** Each scope alone and with `:admin`: the two forms that Zoom has of nearly every scope of meetings. */
export const orAdmin = (...scopes: readonly string[]): string[] => scopes.flatMap((scope) => [scope, `${scope}:admin`]);

/** 3000 says here that the meeting or the body is of the wrong kind (a webinar, no registration); elsewhere that the plan lacks something. */
export const wrongKind = { 3000: 'BAD_REQUEST' } as const;

export const listMeetings = listing('/users/{userId}/meetings', {
  items: 'meetings',
  of: ListedMeeting,
  query: ListMeetingsQuery,
  paging: byToken(300),
  limit: 'MEDIUM',
  scopes: orAdmin('meeting:read', 'meeting:read:list_meetings'),
});

export const getMeeting = get('/meetings/{meetingId}', {
  of: Meeting,
  query: GetMeetingQuery,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:read', 'meeting:read:meeting'),
  codes: wrongKind,
});

/** What a single occurrence may have otherwise than its series. */
export const MeetingOccurrence = named(
  'MeetingOccurrence',
  Meeting.pick({ agenda: true, duration: true, settings: true, start_time: true, timezone: true, topic: true }),
  'One date of a recurring meeting, with what it has of its own.',
);
/** The same read of one occurrence alone, and with those that are over. */
export const getOccurrence = variant(getMeeting, {
  of: MeetingOccurrence,
  query: named(
    'GetOccurrenceQuery',
    wording(GetMeetingQuery.pick({ occurrence_id: true }), { occurrence_id: 'The occurrence.' }).required({
      occurrence_id: true,
    }),
  ),
});
export const getOccurrences = variant(getMeeting, {
  of: Meeting.pick({ occurrences: true }),
  query: GetMeetingQuery.pick({ show_previous_occurrences: true }),
});

export const createMeeting = post('/users/{userId}/meetings', {
  body: CreateMeetingBody,
  mayBeEmpty: true,
  of: Meeting,
  limit: 'MEDIUM',
  scopes: orAdmin('meeting:write', 'meeting:write:meeting'),
  perHost: true,
  codes: wrongKind,
});

export const updateMeeting = patch('/meetings/{meetingId}', {
  query: UpdateMeetingQuery,
  body: UpdateMeetingBody,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:write', 'meeting:update:meeting'),
  perHost: true,
  merges: { within: ['settings'], alone: ['type', 'timezone', 'schedule_for', 'template_id'] },
  codes: wrongKind,
});

export const deleteMeeting = del('/meetings/{meetingId}', {
  query: DeleteMeetingQuery,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:write', 'meeting:delete:meeting'),
  codes: wrongKind,
});
export const deleteSeries = variant(deleteMeeting, { query: DeleteSeriesQuery });
export const deleteOccurrence = variant(deleteMeeting, { query: DeleteOccurrenceQuery });

export const endMeeting = put('/meetings/{meetingId}/status', {
  body: MeetingStatusBody,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:write', 'meeting:update:status'),
});

export const getInvitation = get('/meetings/{meetingId}/invitation', {
  of: Invitation,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:read', 'meeting:read:invitation'),
});

export const getLivestream = get('/meetings/{meetingId}/livestream', {
  of: Livestream,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:read', 'meeting:read:livestream'),
});

/** 3000: it is a webinar, or the name is taken. */
export const createMeetingTemplate = post('/users/{userId}/meeting_templates', {
  body: CreateMeetingTemplateBody,
  of: MeetingTemplate,
  limit: 'MEDIUM',
  scopes: orAdmin('meeting:write', 'meeting:write:template'),
  codes: wrongKind,
});
