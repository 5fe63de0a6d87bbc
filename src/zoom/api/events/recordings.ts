/** Cloud recordings, archives and summaries. */
import { eventsOf } from '../../declare/event.ts';
import { as, bool, byteSize, dateTime, float, list, shape, string } from '../../declare/shape.ts';
import { Archive } from '../meetings/archives.entities.ts';
import { MeetingSummary } from '../meetings/meeting-summaries.entities.ts';
import { Meeting } from '../meetings/meetings.entities.ts';
import { MeetingInstance } from '../meetings/past-meetings.entities.ts';
import { Recording } from '../meetings/recordings.entities.ts';
import { isOfNoMeeting, ParticipantAudioFile, RecordingFile } from '../meetings/recordings.ts';
import { User } from '../users/users.entities.ts';
import { hostId, itemsOf, meetingId, ofSession, picked, session, webinarId } from './common.ts';

type Raw = Readonly<Record<string, unknown>>;
const { host, instance, meeting, webinar, webinarInstance } = ofSession;

const ofMeeting = (edge: typeof meeting): typeof meeting => ({
  ...edge,
  description: edge.description.replace('a webinar', 'a webinar or an upload'),
  told: (object, beside) => (isOfNoMeeting(object.type) ? null : edge.told(object, beside)),
});

/** What an event tells of a recording; fields that hold secrets are shown by the type of recordings to those who may see them. */
const OF_RECORDING = [
  'uuid',
  'id',
  'account_id',
  'host_id',
  'topic',
  'type',
  'start_time',
  'timezone',
  'duration',
  'total_size',
  'recording_count',
  'share_url',
  'auto_delete',
  'auto_delete_date',
  'password',
  'recording_play_passcode',
  'recording_files',
  'participant_audio_files',
];

const RecordedSpan = shape(
  'EventRecordedSpan',
  {
    recording_start: dateTime('When recording began.'),
    recording_end: dateTime('When recording ended; null while it goes on.'),
  },
  'What was recorded so far.',
);

export const RecordingEvents = eventsOf('RecordingEvent', {
  description: 'Something happened to a cloud recording.',
  object: shape('RecordingEventObject', {
    ...session,
    recording_file: as('recorded', RecordedSpan.optional()),
    recording_files: as('files', list(RecordingFile, 'The files in the event.')),
    participant_audio_files: list(ParticipantAudioFile, 'The sound of each participant apart.'),
    on_prem: as('isOnPremise', bool('Whether the files are kept on-premise.')),
  }),
  edges: {
    host,
    recording: {
      of: Recording,
      description: 'The recording.',
      // While it is made, Zoom has none of it.
      told: (object) => picked(object, OF_RECORDING),
    },
    meeting: ofMeeting(meeting),
    instance: ofMeeting(instance),
    webinar,
    webinarInstance,
  },
  filters: { meetingId, webinarId, hostId },
  events: {
    recordingStarted: ['Recording began.', 'recording.started'],
    recordingPaused: ['Recording was paused.', 'recording.paused'],
    recordingResumed: ['Recording goes on after a pause.', 'recording.resumed'],
    recordingStopped: ['Recording was stopped.', 'recording.stopped'],
    recordingCompleted: ['A recording is ready to be watched.', 'recording.completed'],
    recordingTranscriptCompleted: ['The transcript of a recording is ready.', 'recording.transcript_completed'],
    recordingRenamed: ['A recording was renamed.', 'recording.renamed'],
    recordingTrashed: ['A recording was moved to the trash.', 'recording.trashed'],
    recordingDeleted: ['A recording was deleted for good.', 'recording.deleted'],
    recordingRecovered: ['A recording was recovered from the trash.', 'recording.recovered'],
  },
  tellsChanges: true,
  changes: [Recording],
  changesNothing: ['recordingStarted', 'recordingPaused', 'recordingResumed'],
});

export const RecordingBatchEvents = eventsOf('RecordingBatchEvent', {
  description: 'Something happened to several cloud recordings at once.',
  object: shape('RecordingBatchEventObject', {}),
  beside: shape('RecordingBatchEventBeside', {
    operation: string('Whose were trashed: "trash_user_recordings" or "trash_account_recordings".'),
  }),
  edges: {
    recordings: {
      of: Recording,
      description: 'The recordings.',
      each: ({ meeting_uuids, meetings }: Raw) => [
        ...(Array.isArray(meeting_uuids) ? meeting_uuids.map((uuid) => ({ uuid })) : []),
        ...itemsOf(meetings).map(({ meeting_uuid: uuid }) => ({ uuid })),
      ],
    },
  },
  events: {
    recordingBatchTrashed: ['Several recordings were moved to the trash.', 'recording.batch_trashed'],
    recordingBatchDeleted: ['Several recordings were deleted for good.', 'recording.batch_deleted'],
    recordingBatchRecovered: ['Several recordings were recovered from the trash.', 'recording.batch_recovered'],
  },
  changes: [Recording],
});

export const CloudStorageEvents = eventsOf('CloudStorageEvent', {
  description: 'How much of the cloud storage of the account is used.',
  object: shape('CloudStorageEventObject', {
    free_storage: byteSize('What is free, in bytes.'),
    plan_storage: byteSize('What the plan has, in bytes.'),
    plan_type: string('The plan.'),
    storage_used: byteSize('What is used, in bytes.'),
    storage_used_percentage: float('The part that is used, in percent.'),
    storage_exceed: byteSize('What is used beyond the plan, in bytes.'),
    max_exceed_date: dateTime('Until when more may be used.'),
  }),
  edges: {},
  events: {
    recordingCloudStorageUsageUpdated: [
      'The cloud storage of the account is used otherwise than before.',
      'recording.cloud_storage_usage_updated',
    ],
  },
  changes: [Recording],
});

export const ArchiveEvents = eventsOf('ArchiveEvent', {
  description: 'Something happened to an archive of a meeting or webinar.',
  object: shape('ArchiveEventObject', session),
  edges: {
    host,
    archive: {
      of: Archive,
      description: 'The archive.',
      told: (object) =>
        picked(object, [
          'uuid',
          'id',
          'host_id',
          'account_name',
          'topic',
          'type',
          'meeting_type',
          'status',
          'start_time',
          'timezone',
          'duration',
          'duration_in_second',
          'complete_time',
          'total_size',
          'recording_count',
          'is_breakout_room',
        ]),
    },
    instance: ofMeeting(instance),
    webinarInstance,
  },
  filters: { hostId },
  events: {
    recordingArchiveFilesCompleted: [
      'The archive of a meeting or webinar is ready.',
      'recording.archive_files_completed',
    ],
  },
  changes: [Archive],
});

const SummaryDetail = shape(
  'EventSummaryDetail',
  { label: string('What it is about.'), summary: string('What was said of it.') },
  'A part of a summary.',
);

/** The fields of an event of summaries name the meeting by `meeting_`, as its type in the graph does. */
export const MeetingSummaryEvents = eventsOf('MeetingSummaryEvent', {
  description: 'Something happened to the summary of a meeting by AI Companion.',
  object: shape('MeetingSummaryEventObject', {
    summary_title: string('What it is called.'),
    summary_overview: string('The summary in short.'),
    summary_details: list(SummaryDetail, 'The summary in parts.'),
    next_steps: list(string(), 'What is to be done.'),
    summary_content: string('The whole summary, in Markdown.'),
    share_with_users: list(
      shape(
        'EventSummaryReader',
        { user_email: as('email', string('The email address.')) },
        'Somebody with whom a summary was shared.',
      ),
      'Those with whom it was shared.',
    ),
  }),
  edges: {
    summary: { of: MeetingSummary, description: 'The summary.', told: (object: Raw) => picked(object, OF_SUMMARY) },
    meeting: {
      of: Meeting,
      description: 'The meeting.',
      told: ({ meeting_id: id, meeting_host_id: host_id, meeting_topic: topic }: Raw) => ({ id, host_id, topic }),
    },
    instance: {
      of: MeetingInstance,
      description: 'The run of the meeting.',
      told: ({ meeting_uuid: uuid, meeting_id: id, meeting_topic: topic }: Raw) => ({ uuid, id, topic }),
    },
    host: {
      of: User,
      description: 'The user who hosted the meeting.',
      told: ({ meeting_host_id: id, meeting_host_email: email }: Raw) => ({ id, email }),
    },
  },
  filters: {
    meetingId: { ...meetingId, ids: ({ meeting_id }: Raw) => [meeting_id] },
    hostId: { ...hostId, ids: ({ meeting_host_id }: Raw) => [meeting_host_id] },
  },
  events: {
    meetingSummaryCompleted: ['The summary of a meeting is ready.', 'meeting.summary_completed'],
    meetingSummaryUpdated: ['The summary of a meeting was edited.', 'meeting.summary_updated'],
    meetingSummaryShared: ['The summary of a meeting was shared.', 'meeting.summary_shared'],
    meetingSummaryTrashed: ['The summary of a meeting was moved to the trash.', 'meeting.summary_trashed'],
    meetingSummaryDeleted: ['The summary of a meeting was deleted.', 'meeting.summary_deleted'],
    meetingSummaryRecovered: ['The summary of a meeting was recovered.', 'meeting.summary_recovered'],
  },
  changes: [MeetingSummary],
  changesNothing: ['meetingSummaryShared'],
});
const OF_SUMMARY = [
  'meeting_uuid',
  'meeting_id',
  'meeting_topic',
  'meeting_start_time',
  'meeting_end_time',
  'meeting_host_id',
  'meeting_host_email',
  'summary_start_time',
  'summary_end_time',
  'summary_created_time',
  'summary_last_modified_time',
];
