/** What happens to meetings and webinars themselves. */
import { eventsOf } from '../../declare/event.ts';
import { as, bool, dateTime, list, named, secret, shape, string } from '../../declare/shape.ts';
import { Meeting } from '../meetings/meetings.entities.ts';
import { Livestream } from '../meetings/meetings.ts';
import { MeetingInstance } from '../meetings/past-meetings.entities.ts';
import { WebinarInstance } from '../webinars/past-webinars.entities.ts';
import { Webinar } from '../webinars/webinars.entities.ts';
import {
  bySession,
  EventScope,
  issues,
  isWebinar,
  occurrences,
  ofSession,
  picked,
  SCHEDULE,
  session,
} from './common.ts';

const beside = shape('SessionEventBeside', {
  operation: EventScope,
  scope: EventScope.describe('How much of a series was updated.'),
});

const LiveStreamingEvent = shape(
  'LiveStreamingEvent',
  {
    service: string('Where the meeting is broadcast to, such as "YouTube".'),
    custom_live_streaming_settings: as(
      'livestream',
      named('EventLivestream', Livestream, 'Where a meeting was broadcast to.').optional(),
    ),
    date_time: as('occurredAt', dateTime('When it started or stopped.')),
  },
  'A broadcast of a meeting.',
);

const RiskAlert = shape(
  'MeetingRiskAlert',
  {
    post_platform: string('Where the link was posted.'),
    social_link: string('The address of the post.'),
    post_time: dateTime('When it was posted.'),
    post_user: string('Who posted it.'),
    meeting_url: secret('The link to the meeting that was posted.'),
    recommended_enable_settings: list(string(), 'The settings that Zoom advises to switch on, by Zoom’s names.'),
    recommended_disable_settings: list(string(), 'The settings that Zoom advises to switch off, by Zoom’s names.'),
  },
  'A link to a meeting that Zoom found in public.',
);

const { host, meeting, webinar } = ofSession;
/** What is scheduled has no run yet: its times are planned, and belong to the meeting or webinar. */
const planned: Pick<typeof ofSession, 'host' | 'meeting' | 'webinar'> = {
  host,
  meeting: { ...meeting, told: (object, beside) => (isWebinar(object, beside) ? null : picked(object, SCHEDULE)) },
  webinar: { ...webinar, told: (object, beside) => (isWebinar(object, beside) ? picked(object, SCHEDULE) : null) },
};

export const ScheduleEvents = eventsOf('ScheduleEvent', {
  description: 'A meeting or webinar was scheduled, updated or deleted.',
  object: shape('ScheduleEventObject', {
    ...session,
    start_time: dateTime('When it is to begin.'),
    occurrences,
    creation_source: string('By what it was scheduled, such as "zoom_upcoming".'),
  }),
  beside,
  edges: planned,
  filters: bySession,
  events: {
    meetingCreated: ['A meeting was scheduled.', 'meeting.created'],
    meetingUpdated: ['A meeting was updated: `changed` names what.', 'meeting.updated'],
    meetingDeleted: ['A meeting, or one date of it, was deleted.', 'meeting.deleted'],
    meetingPermanentlyDeleted: ['A meeting was deleted for good.', 'meeting.permanently_deleted'],
    meetingRecovered: ['A deleted meeting was recovered.', 'meeting.recovered'],
    meetingConvertedToWebinar: ['A meeting was made a webinar.', 'meeting.converted_to_webinar'],
    webinarCreated: ['A webinar was scheduled.', 'webinar.created'],
    webinarUpdated: ['A webinar was updated: `changed` names what.', 'webinar.updated'],
    webinarDeleted: ['A webinar, or one date of it, was deleted.', 'webinar.deleted'],
    webinarPermanentlyDeleted: ['A webinar was deleted for good.', 'webinar.permanently_deleted'],
    webinarRecovered: ['A deleted webinar was recovered.', 'webinar.recovered'],
    webinarConvertedToMeeting: ['A webinar was made a meeting.', 'webinar.converted_to_meeting'],
  },
  tellsChanges: true,
  changes: [Meeting, Webinar],
});

export const SessionEvents = eventsOf('SessionEvent', {
  description: 'Something happened while a meeting or webinar took place.',
  object: shape('SessionEventObject', {
    ...session,
    end_time: dateTime('When it ended.'),
    practice_session: bool('Whether it was the practice session of a webinar.'),
    issues,
    armn_details: RiskAlert,
    live_streaming: LiveStreamingEvent,
  }),
  edges: ofSession,
  filters: bySession,
  events: {
    meetingStarted: ['A meeting began.', 'meeting.started'],
    meetingEnded: ['A meeting ended.', 'meeting.ended'],
    meetingAlert: ['A meeting has poor quality: `issues` says how.', 'meeting.alert'],
    meetingRiskAlert: ['Zoom found the link to a meeting in public.', 'meeting.risk_alert'],
    meetingLiveStreamingStarted: ['The broadcast of a meeting began.', 'meeting.live_streaming_started'],
    meetingLiveStreamingStopped: ['The broadcast of a meeting ended.', 'meeting.live_streaming_stopped'],
    webinarStarted: ['A webinar began.', 'webinar.started'],
    webinarEnded: ['A webinar ended.', 'webinar.ended'],
    webinarAlert: ['A webinar has poor quality: `issues` says how.', 'webinar.alert'],
  },
  changes: [Meeting, MeetingInstance, Webinar, WebinarInstance],
  changesNothing: ['meetingAlert', 'meetingRiskAlert', 'webinarAlert'],
});
