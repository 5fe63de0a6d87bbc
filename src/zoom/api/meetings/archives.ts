/**
 * Archives: what an account keeps of its meetings and webinars for compliance, one for each instance, and for each breakout room one of its
 * own. They are known by UUID alone.
 */
import { byToken, del, get, list as listing, patch, variant } from '../../declare/endpoint.ts';
import {
  as,
  bigInt,
  bool,
  dateTime,
  delimitedIds,
  enumOf,
  id,
  int,
  list,
  named,
  numericId,
  secretUrl,
  shape,
  string,
} from '../../declare/shape.ts';
import { orAdmin } from './meetings.ts';
import { RecordingFileStatus, RecordingType } from './recordings.ts';

export const ArchiveFile = shape(
  'ArchiveFile',
  {
    id: id("Zoom's own ID of the file."),
    status: enumOf(
      'ArchiveFileStatus',
      {
        COMPLETED: ['completed', 'The file is ready.'],
        PROCESSING: ['processing', 'Zoom is still making the file.'],
        FAILED: ['failed', 'The file could not be made.'],
      },
      'Whether the file is ready.',
    ),
    recording_type: enumOf(
      'ArchiveFileKind',
      {
        SHARED_SCREEN_WITH_SPEAKER_VIEW: [
          'shared_screen_with_speaker_view',
          'The shared screen and the current speaker.',
        ],
        AUDIO_ONLY: ['audio_only', 'Sound alone.'],
        CHAT_FILE: ['chat_file', 'The chat.'],
        CLOSED_CAPTION: ['closed_caption', 'Closed captions.'],
        CHAT_MESSAGE: ['chat_message', 'The messages of the chat, as data.'],
        AUDIO_TRANSCRIPT: ['audio_transcript', 'What was said, as text.'],
        AIC_CONVERSATION: ['aic_conversation', 'What participants asked AI Companion.'],
      },
      'What the file shows or holds.',
    ),
    file_type: enumOf(
      'ArchiveFileType',
      {
        MP4: ['MP4', 'Video.'],
        M4A: ['M4A', 'Sound.'],
        CHAT: ['CHAT', 'The chat, as text.'],
        CC: ['CC', 'Closed captions, as VTT.'],
        CHAT_MESSAGE: ['CHAT_MESSAGE', 'The messages of the chat, as JSON.'],
        TRANSCRIPT: ['TRANSCRIPT', 'A transcript, as VTT.'],
        SUB_GROUP_MEMBER_LOG: ['SUB_GROUP_MEMBER_LOG', 'Who entered and left the breakout rooms.'],
        // Zoom writes it so.
        AIC_CONVERSATION: ['AIC_COVERSATION', 'What participants asked AI Companion.'],
      },
      'The format of the file.',
    ),
    file_extension: string("The ending of the file's name, such as MP4."),
    file_size: bigInt('The size in bytes.'),
    file_path: string('Where the file is kept, for on-premise accounts, which have no downloadUrl.'),
    download_url: secretUrl('Where the file can be fetched, with a token.'),
    individual: bool('Whether the file is of one participant, and not of the whole meeting.'),
    participant_email: string('The email address of that participant; mostly known for people of the account alone.'),
    participant_join_time: dateTime('When that participant joined; of other files, when archiving began.'),
    participant_leave_time: dateTime('When that participant left; of other files, when archiving ended.'),
    number_of_messages: int('How many messages are in the file; of chats alone.'),
    encryption_fingerprint: string('The SHA-256 hash of the file.'),
    storage_location: enumOf(
      'ArchiveStorageLocation',
      {
        US: ['US', 'The United States.'],
        AU: ['AU', 'Australia.'],
        BR: ['BR', 'Brazil.'],
        CA: ['CA', 'Canada.'],
        EU: ['EU', 'The European Union.'],
        IN: ['IN', 'India.'],
        JP: ['JP', 'Japan.'],
        SG: ['SG', 'Singapore.'],
        CH: ['CH', 'Switzerland.'],
      },
      'Where the file is stored, of accounts that archive in several regions.',
    ),
    auto_delete: bool('Whether Zoom deletes the file when its time is over.'),
  },
  'A file of an archive.',
  {
    always: [
      'encryption_fingerprint',
      'file_extension',
      'file_size',
      'file_type',
      'individual',
      'participant_join_time',
      'participant_leave_time',
      'recording_type',
      'status',
    ],
  },
);

export const PhysicalArchiveFile = shape(
  'PhysicalArchiveFile',
  {
    file_id: id("Zoom's own ID of the file."),
    file_name: string('What the file is called.'),
    file_size: bigInt('The size in bytes.'),
    download_url: secretUrl('Where the file can be fetched, with a token.'),
  },
  'A file that was sent in the chat.',
);

export const Archive = shape(
  'Archive',
  {
    uuid: id('The archived instance of the meeting or webinar.'),
    id: numericId('The meeting or webinar number; not of external ones.'),
    host_id: id('The user who hosted it; not of external ones.', { of: 'User' }),
    account_name: string('The name of the account.'),
    topic: string('What it was called; not of external ones.'),
    type: RecordingType,
    meeting_type: enumOf(
      'ArchivedMeetingType',
      {
        HOSTED_INTERNALLY: ['internal', 'The account itself hosted it.'],
        HOSTED_EXTERNALLY: ['external', 'Another account hosted it.'],
      },
      'Whether the account hosted it.',
    ),
    status: RecordingFileStatus.describe('Whether the archive is complete.'),
    start_time: dateTime('When it began.'),
    timezone: string('The time zone by which it was scheduled, such as Europe/Berlin.'),
    duration: int('Planned length in minutes.'),
    duration_in_second: int('Length in seconds.'),
    complete_time: dateTime('When the archive was complete.'),
    total_size: bigInt('The size of all files in bytes.'),
    recording_count: int('The number of files.'),
    is_breakout_room: bool('Whether it was a breakout room.'),
    parent_meeting_id: as('parentUuid', id('The instance of which it was a breakout room.')),
    group_id: as(
      'groupIds',
      delimitedIds(',', 'The primary groups of the participants who belong to the account.', { of: 'Group' }),
    ),
    archive_files: list(ArchiveFile, 'The files of the archive.'),
    physical_files: list(PhysicalArchiveFile, 'The files that were sent in the chat.'),
  },
  'What the account keeps of one instance of a meeting or webinar for compliance.',
  {
    always: [
      'account_name',
      'archive_files',
      'complete_time',
      'duration',
      'duration_in_second',
      'is_breakout_room',
      'meeting_type',
      'recording_count',
      'start_time',
      'status',
      'timezone',
      'total_size',
      'type',
      'uuid',
    ],
  },
);

export const ArchiveStatistics = shape(
  'ArchiveStatistics',
  {
    from: dateTime('The beginning of the time that is counted.'),
    to: dateTime('Its end.'),
    total_records: int('How many files there are.'),
    statistic_by_file_extension: shape(
      'ArchiveFilesByExtension',
      {
        mp4_file_count: int('Videos.'),
        m4a_file_count: int('Sound.'),
        txt_file_count: int('Texts.'),
        json_file_count: int('JSON.'),
        vtt_file_count: int('Captions and transcripts.'),
      },
      'How many archived files there are of each format.',
    ),
    statistic_by_file_status: shape(
      'ArchiveFilesByStatus',
      {
        processing_file_count: int('Files that Zoom is still making.'),
        completed_file_count: int('Files that are ready.'),
        failed_file_count: int('Files that could not be made.'),
      },
      'How many archived files there are in each state.',
    ),
  },
  'How many files were archived within some time.',
);

export const ListArchivesQuery = shape('ListArchivesQuery', {
  query_date_type: enumOf(
    'ArchiveDateType',
    {
      MEETING_START_TIME: ['meeting_start_time', 'Days on which meetings began.'],
      ARCHIVE_COMPLETE_TIME: ['archive_complete_time', 'Days on which archives were complete.'],
    },
    'What the days are of; MEETING_START_TIME by default.',
  ),
  group_ids: delimitedIds(',', 'Only what members of these groups took part in; seven groups at most.', {
    of: 'Group',
  }),
});

/** Zoom counts seven days at most (docs/zoom.md 4). */
export const ArchiveStatisticsQuery = shape('ArchiveStatisticsQuery', {
  from: dateTime('The beginning, at most seven days before `to`.'),
  to: dateTime('The end.'),
});

export const ArchiveFileBody = named(
  'ArchiveFileBody',
  ArchiveFile.pick({ auto_delete: true }).required({ auto_delete: true }),
);

/** Zoom takes seven days per call, and instants in place of days (docs/zoom.md 4). */
export const listArchives = listing('/archive_files', {
  items: 'meetings',
  of: Archive,
  query: ListArchivesQuery,
  paging: byToken(300),
  window: { days: 7, at: 'start_time', by: 'query_date_type', isExact: true },
  limit: 'MEDIUM',
  scopes: [
    'recording:read:admin',
    'archiving:read:list_archived_files',
    'archiving:read:list_archived_files:admin',
    'archiving:read:list_archived_files:master',
  ],
});

export const getArchiveStatistics = get('/archive_files/statistics', {
  of: ArchiveStatistics,
  query: ArchiveStatisticsQuery,
  span: { days: 7 },
  limit: 'MEDIUM',
  scopes: ['recording:read:admin', 'archiving:read:archived_file_statistics:admin'],
});

export const updateArchiveFile = patch('/archive_files/{fileId}', {
  body: ArchiveFileBody,
  limit: 'LIGHT',
  scopes: orAdmin('recording:write', 'archiving:update:archived_file_auto_delete_status'),
});

export const getArchive = get('/past_meetings/{meetingUUID}/archive_files', {
  of: Archive,
  limit: 'LIGHT',
  scopes: ['recording:read', 'archiving:read:archived_files', 'archiving:read:archived_files:admin'],
});

/** The same call for the sake of the files that stand in its answer. */
export const listFilesOfArchive = variant(getArchive, {
  items: 'archive_files',
  of: ArchiveFile,
  paging: { by: 'whole', max: Number.POSITIVE_INFINITY },
});

export const deleteArchive = del('/past_meetings/{meetingUUID}/archive_files', {
  limit: 'LIGHT',
  scopes: ['recording:write', 'recording:write:admin', 'archiving:delete:archived_files:admin'],
});
