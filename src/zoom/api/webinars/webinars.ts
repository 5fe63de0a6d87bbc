/** Webinars that are scheduled or live, by their number; what has ended is in past-webinars.ts. */
import { byToken, del, get, list as listing, patch, post, put, variant } from '../../declare/endpoint.ts';
import {
  bool,
  dateTime,
  enumOf,
  id,
  int,
  list,
  named,
  numericId,
  renamed,
  secret,
  secretUrl,
  shape,
  string,
  url,
  wording,
} from '../../declare/shape.ts';
import {
  creationSource,
  Occurrence,
  orAdmin,
  Recurrence,
  RecurrenceBody,
  TrackingFieldValue,
  TrackingFieldValueBody,
  wrongKind,
} from '../meetings/meetings.ts';
import { CreateWebinarSettingsBody, UpdateWebinarSettingsBody, WebinarSettings } from './webinar-settings.ts';

export const WebinarType = enumOf(
  'WebinarType',
  {
    SCHEDULED: [5, 'Takes place once, at a fixed time.'],
    RECURRING_NO_FIXED_TIME: [6, 'Can be held any number of times, whenever its host starts it.'],
    RECURRING_FIXED_TIME: [9, 'Takes place several times, as `recurrence` says.'],
  },
  'When and how a webinar takes place.',
);

export const SimuliveDelay = shape(
  'SimuliveDelay',
  {
    enable: bool('Whether the recording starts later than the webinar.'),
    time: renamed('time', 'delay', int('How many seconds, or minutes, later.')),
    timeunit: enumOf(
      'SimuliveDelayUnit',
      { SECOND: ['second', 'Seconds.'], MINUTE: ['minute', 'Minutes.'] },
      'What `delay` counts.',
    ),
  },
  'How long after the start of a webinar its recording is shown.',
);

export const Webinar = shape(
  'Webinar',
  {
    id: numericId('The webinar number.'),
    uuid: id('The instance of the webinar; it changes each time the webinar has ended.'),
    topic: string('What the webinar is called.', { max: 200 }),
    agenda: string('What the webinar is about.', { max: 2000 }),
    type: WebinarType,
    start_time: dateTime('Null for recurring webinars with no fixed time.'),
    // That it cannot be negative is in no document.
    duration: int('Planned length in minutes.', { min: 0 }),
    timezone: string('The time zone by which the webinar was scheduled, such as Europe/Berlin.'),
    created_at: dateTime('When the webinar was scheduled.'),
    creation_source: creationSource.describe('By what the webinar was scheduled.'),
    host_id: id('The user who hosts the webinar.', { of: 'User' }),
    host_email: string('The email address of the host.'),
    join_url: url('Where attendees join.'),
    registration_url: url('Where people register, if the webinar requires it.'),
    start_url: secretUrl('Starts the webinar as its host; good for two hours.'),
    password: secret('The passcode.', { max: 10 }),
    encrypted_passcode: secret('The passcode as it appears in joinUrl, for H.323 and SIP systems.'),
    h323_passcode: secret('The passcode for H.323 and SIP room systems.'),
    recurrence: Recurrence,
    occurrences: list(Occurrence, 'The dates of a series; null unless the type is RECURRING_FIXED_TIME.'),
    is_simulive: bool('Whether a recording is shown as if it were live.'),
    record_file_id: id('The recording that is shown, if the webinar is simulive.'),
    transition_to_live: bool('Whether a simulive webinar goes on live once the recording is over.'),
    simulive_delay_start: SimuliveDelay,
    tracking_fields: list(TrackingFieldValue, 'The tracking fields of the account, with the values of the webinar.'),
    settings: WebinarSettings,
  },
  'A webinar, scheduled or live.',
);

/** What the list of a user's webinars can carry (docs/zoom.md 13.3). */
export const ListedWebinar = named(
  'ListedWebinar',
  Webinar.pick({
    agenda: true,
    created_at: true,
    duration: true,
    host_id: true,
    id: true,
    is_simulive: true,
    join_url: true,
    start_time: true,
    timezone: true,
    topic: true,
    type: true,
    uuid: true,
  }),
);

/** What a create and an update take alike, apart from their settings. */
const Writable = wording(
  Webinar.pick({
    agenda: true,
    duration: true,
    is_simulive: true,
    password: true,
    record_file_id: true,
    simulive_delay_start: true,
    start_time: true,
    timezone: true,
    topic: true,
    transition_to_live: true,
    type: true,
  }),
  {
    start_time: 'When the webinar starts; not for those without a fixed time. Zoom ignores a time in the past.',
    timezone: "The time zone that a local time is meant in, such as Europe/Berlin; by default the host's.",
    password: 'The passcode that people need to join.',
    type: 'When and how the webinar takes place; SCHEDULED by default.',
  },
).extend({
  recurrence: RecurrenceBody.optional(),
  schedule_for: string('The email address or id of the user who hosts the webinar instead.').optional(),
  tracking_fields: list(TrackingFieldValueBody, "What the account's tracking fields shall hold.").optional(),
});

export const CreateWebinarBody = named(
  'CreateWebinarBody',
  Writable.extend({
    default_passcode: bool("Whether Zoom makes a passcode by the host's settings if none is given.").optional(),
    settings: CreateWebinarSettingsBody.optional().describe('How the webinar is held.'),
    template_id: id('The webinar template to start from.').optional(),
  }),
);

export const UpdateWebinarBody = named(
  'UpdateWebinarBody',
  Writable.extend({
    settings: UpdateWebinarSettingsBody.optional().describe('How the webinar is held.'),
  }),
);

export const ListWebinarsQuery = shape('ListWebinarsQuery', {
  type: enumOf(
    'WebinarListType',
    {
      SCHEDULED: ['scheduled', 'Webinars that were scheduled and have not expired, recurring ones included.'],
      UPCOMING: ['upcoming', 'Webinars that are still to come, and those being held.'],
    },
    'Which webinars; SCHEDULED by default.',
  ),
});

const occurrenceId = id('One occurrence of a recurring webinar; without it, the whole series.');

export const GetWebinarQuery = shape('GetWebinarQuery', {
  occurrence_id: occurrenceId,
  show_previous_occurrences: bool('Whether occurrences that are over are listed too.'),
});
export const UpdateWebinarQuery = shape('UpdateWebinarQuery', { occurrence_id: occurrenceId });
export const DeleteWebinarQuery = shape('DeleteWebinarQuery', {
  occurrence_id: occurrenceId,
  cancel_webinar_reminder: bool('Whether panelists and registrants are notified by email.'),
});

/** As with meetings, Zoom deletes a series and one of its occurrences by one operation, and the graph by two mutations. */
const DeleteWebinarSeriesQuery = named('DeleteWebinarSeriesQuery', DeleteWebinarQuery.omit({ occurrence_id: true }));
const DeleteWebinarOccurrenceQuery = named(
  'DeleteWebinarOccurrenceQuery',
  DeleteWebinarQuery.required({ occurrence_id: true }),
);

export const WebinarStatusBody = named(
  'WebinarStatusBody',
  shape('WebinarStatusBody', {
    action: enumOf(
      'WebinarStatusAction',
      { END: ['end', 'Ends a webinar that is being held.'] },
      'What is done to the webinar.',
    ),
  }).required({ action: true }),
);

export const reading = orAdmin('webinar:read');
export const writing = orAdmin('webinar:write');

export const listWebinars = listing('/users/{userId}/webinars', {
  items: 'webinars',
  of: ListedWebinar,
  query: ListWebinarsQuery,
  paging: byToken(300),
  limit: 'MEDIUM',
  scopes: reading,
});

export const getWebinar = get('/webinars/{webinarId}', {
  of: Webinar,
  query: GetWebinarQuery,
  limit: 'LIGHT',
  scopes: reading,
  codes: wrongKind,
});

/** As of meetings. */
export const WebinarOccurrence = named(
  'WebinarOccurrence',
  Webinar.pick({ agenda: true, duration: true, settings: true, start_time: true, timezone: true, topic: true }),
  'One date of a recurring webinar, with what it has of its own.',
);
export const getWebinarOccurrence = variant(getWebinar, {
  of: WebinarOccurrence,
  query: named(
    'GetWebinarOccurrenceQuery',
    wording(GetWebinarQuery.pick({ occurrence_id: true }), { occurrence_id: 'The occurrence.' }).required({
      occurrence_id: true,
    }),
  ),
});
export const getWebinarOccurrences = variant(getWebinar, {
  of: Webinar.pick({ occurrences: true }),
  query: GetWebinarQuery.pick({ show_previous_occurrences: true }),
});

export const createWebinar = post('/users/{userId}/webinars', {
  body: CreateWebinarBody,
  mayBeEmpty: true,
  of: Webinar,
  limit: 'LIGHT',
  scopes: writing,
  perHost: true,
  codes: wrongKind,
});

export const updateWebinar = patch('/webinars/{webinarId}', {
  query: UpdateWebinarQuery,
  body: UpdateWebinarBody,
  limit: 'LIGHT',
  scopes: writing,
  perHost: true,
  merges: { within: ['settings'], alone: ['type', 'timezone'] },
  codes: wrongKind,
});

export const deleteWebinar = del('/webinars/{webinarId}', {
  query: DeleteWebinarQuery,
  limit: 'LIGHT',
  scopes: writing,
  codes: wrongKind,
});
export const deleteWebinarSeries = variant(deleteWebinar, { query: DeleteWebinarSeriesQuery });
export const deleteWebinarOccurrence = variant(deleteWebinar, { query: DeleteWebinarOccurrenceQuery });

export const endWebinar = put('/webinars/{webinarId}/status', {
  body: WebinarStatusBody,
  limit: 'LIGHT',
  scopes: writing,
  codes: wrongKind,
});
