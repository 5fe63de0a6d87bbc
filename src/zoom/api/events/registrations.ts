/** Registrations for meetings, webinars and recordings. */
import { eventsOf } from '../../declare/event.ts';
import { shape } from '../../declare/shape.ts';
import { Recording, RecordingRegistrant } from '../meetings/recordings.entities.ts';
import { Registrant as MeetingRegistrant } from '../meetings/registrants.entities.ts';
import { WebinarRegistrant } from '../webinars/registrants.entities.ts';
import { bySession, hostId, occurrences, ofSession, picked, session } from './common.ts';

type Raw = Readonly<Record<string, unknown>>;
const registrantIn = ({ registrant }: Raw): Raw | null => (registrant as Raw | undefined) ?? null;
const textOf = (value: unknown): string => String(value ?? '');
const { host, meeting, webinar } = ofSession;

export const MeetingRegistrationEvents = eventsOf('MeetingRegistrationEvent', {
  description: 'Somebody registered for a meeting, or the host decided on it.',
  object: shape('MeetingRegistrationEventObject', { ...session, occurrences }),
  edges: {
    host,
    meeting,
    registrant: {
      of: MeetingRegistrant,
      description: 'Who registered.',
      told: registrantIn,
      place: ({ id }) => ({ meetingId: textOf(id) }),
    },
  },
  filters: { meetingId: bySession.meetingId, hostId },
  events: {
    meetingRegistrationCreated: ['Somebody registered for a meeting.', 'meeting.registration_created'],
    meetingRegistrationApproved: ['A registration for a meeting was approved.', 'meeting.registration_approved'],
    meetingRegistrationDenied: ['A registration for a meeting was denied.', 'meeting.registration_denied'],
    meetingRegistrationCancelled: ['A registration for a meeting was cancelled.', 'meeting.registration_cancelled'],
  },
  changes: [MeetingRegistrant],
});

export const WebinarRegistrationEvents = eventsOf('WebinarRegistrationEvent', {
  description: 'Somebody registered for a webinar, or the host decided on it.',
  object: shape('WebinarRegistrationEventObject', { ...session, occurrences }),
  edges: {
    host,
    webinar,
    registrant: {
      of: WebinarRegistrant,
      description: 'Who registered.',
      told: registrantIn,
      place: ({ id }) => ({ webinarId: textOf(id) }),
    },
  },
  filters: { webinarId: bySession.webinarId, hostId },
  events: {
    webinarRegistrationCreated: ['Somebody registered for a webinar.', 'webinar.registration_created'],
    webinarRegistrationApproved: ['A registration for a webinar was approved.', 'webinar.registration_approved'],
    webinarRegistrationDenied: ['A registration for a webinar was denied.', 'webinar.registration_denied'],
    webinarRegistrationCancelled: ['A registration for a webinar was cancelled.', 'webinar.registration_cancelled'],
  },
  changes: [WebinarRegistrant],
});

export const RecordingRegistrationEvents = eventsOf('RecordingRegistrationEvent', {
  description: 'Somebody registered to watch a recording, or the host decided on it.',
  object: shape('RecordingRegistrationEventObject', session),
  edges: {
    host,
    recording: {
      of: Recording,
      description: 'The recording.',
      told: (object) => picked(object, ['uuid', 'id', 'host_id', 'topic', 'type', 'start_time']),
    },
    registrant: {
      of: RecordingRegistrant,
      description: 'Who registered.',
      told: registrantIn,
      place: ({ uuid }) => ({ meetingId: textOf(uuid) }),
    },
  },
  filters: { hostId },
  events: {
    recordingRegistrationCreated: ['Somebody registered to watch a recording.', 'recording.registration_created'],
    recordingRegistrationApproved: [
      'A registration to watch a recording was approved.',
      'recording.registration_approved',
    ],
    recordingRegistrationDenied: ['A registration to watch a recording was denied.', 'recording.registration_denied'],
  },
  changes: [RecordingRegistrant],
});
