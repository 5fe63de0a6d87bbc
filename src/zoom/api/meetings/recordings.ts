/**
 * Cloud recordings: one for each instance of a meeting or webinar, holding its files. A path's meetingId may be a UUID; a
 * meeting number means the latest instance (docs/zoom.md 5).
 */
import { byToken, del, get, list as listing, patch, post, put, variant } from '../../declare/endpoint.ts';
import {
  as,
  bigInt,
  bool,
  date,
  dateTime,
  delimited,
  enumOf,
  id,
  int,
  list,
  named,
  needing,
  numericId,
  renamed,
  secret,
  secretUrl,
  shape,
  string,
  url,
} from '../../declare/shape.ts';
import { RegistrationApproval } from './meeting-settings.ts';
import { meetingTypes, orAdmin } from './meetings.ts';
import { Registrant, RegistrantStatus, RegistrationQuestion } from './registrants.ts';

/** The types of webinars, whose numbers stand beside those of meetings where Zoom tells of both. */
export const webinarTypes = {
  WEBINAR: [5, 'A webinar that takes place once.'],
  RECURRING_WEBINAR_NO_FIXED_TIME: [6, 'A recurring webinar without a fixed time.'],
  RECURRING_WEBINAR_FIXED_TIME: [9, 'A recurring webinar at fixed times.'],
} as const;
/** What is recorded besides meetings. */
const otherTypes = {
  ...webinarTypes,
  UPLOADED: [99, 'No meeting: somebody uploaded a file to the recordings.'],
} as const;
type Types = Readonly<Record<string, readonly [number, string]>>;
const isOneOf = (types: Types, type: unknown): boolean =>
  Object.values(types).some(([number]) => String(number) === String(type));
/** Whether a type is that of a webinar or an upload, so that no meeting stands behind it. */
export const isOfNoMeeting = (type: unknown): boolean => isOneOf(otherTypes, type);
export const isOfWebinar = (type: unknown): boolean => isOneOf(webinarTypes, type);

export const RecordingType = enumOf(
  'RecordingType',
  {
    ...meetingTypes,
    ...otherTypes,
    BREAKOUT_ROOM: [100, 'A breakout room of a meeting.'],
  },
  'What was recorded.',
);

export const RecordingFileStatus = enumOf(
  'RecordingFileStatus',
  {
    COMPLETED: ['completed', 'The file is ready.'],
    PROCESSING: ['processing', 'Zoom is still making the file.'],
  },
  'Whether the file is ready.',
);

export const RecordingFile = shape(
  'RecordingFile',
  {
    id: id("Zoom's own ID; null for closed captions and timelines."),
    meeting_id: as('meetingUuid', id('The UUID of the instance.')),
    recording_type: enumOf(
      'RecordingFileKind',
      {
        SHARED_SCREEN_WITH_SPEAKER_VIEW_CC: [
          'shared_screen_with_speaker_view(CC)',
          'The shared screen and the current speaker, with closed captions.',
        ],
        SHARED_SCREEN_WITH_SPEAKER_VIEW: [
          'shared_screen_with_speaker_view',
          'The shared screen and the current speaker.',
        ],
        SHARED_SCREEN_WITH_GALLERY_VIEW: ['shared_screen_with_gallery_view', 'The shared screen and all participants.'],
        ACTIVE_SPEAKER: ['active_speaker', 'The current speaker.'],
        GALLERY_VIEW: ['gallery_view', 'All participants.'],
        SHARED_SCREEN: ['shared_screen', 'The shared screen alone.'],
        AUDIO_ONLY: ['audio_only', 'Sound alone.'],
        AUDIO_TRANSCRIPT: ['audio_transcript', 'What was said, as text.'],
        CHAT_FILE: ['chat_file', 'The chat.'],
        POLL: ['poll', 'The polls.'],
        HOST_VIDEO: ['host_video', 'The host.'],
        CLOSED_CAPTION: ['closed_caption', 'Closed captions.'],
        TIMELINE: ['timeline', 'Who spoke when, as data.'],
        THUMBNAIL: ['thumbnail', 'A picture of the recording.'],
        AUDIO_INTERPRETATION: ['audio_interpretation', 'What the interpreters said.'],
        SUMMARY: ['summary', 'A summary by AI Companion.'],
        SUMMARY_NEXT_STEPS: ['summary_next_steps', 'The next steps, as AI Companion sums them up.'],
        SUMMARY_SMART_CHAPTERS: [
          'summary_smart_chapters',
          'The chapters into which AI Companion divides the recording.',
        ],
        SIGN_INTERPRETATION: ['sign_interpretation', 'The sign language interpreters.'],
        PRODUCTION_STUDIO: ['production_studio', 'The layout of Production Studio.'],
        SPEAKER_VIEW: ['speaker_view', 'The current speaker, in large.'],
        CC_TRANSCRIPT: ['cc_transcript', 'The transcript made of the closed captions.'],
        AIC_CONVERSATION: ['aic_conversation', 'What participants asked AI Companion.'],
        CHAT_MESSAGE: ['chat_message', 'The messages of the continuous meeting chat.'],
        AUDIO_ONLY_EACH_PARTICIPANT: ['audio_only_each_participant', 'The sound of a single participant.'],
      },
      'What the file shows or holds: a view of the meeting, sound alone, or texts made of it.',
    ),
    file_type: enumOf(
      'RecordingFileType',
      {
        MP4: ['MP4', 'Video.'],
        M4A: ['M4A', 'Sound.'],
        TIMELINE: ['TIMELINE', 'Who spoke when, as JSON.'],
        TRANSCRIPT: ['TRANSCRIPT', 'A transcript, as VTT.'],
        CHAT: ['CHAT', 'The chat, as text.'],
        CC: ['CC', 'Closed captions, as VTT.'],
        CSV: ['CSV', 'The polls, as a table.'],
        TB: ['TB', 'A thumbnail.'],
        CHAT_MESSAGE: ['CHAT_MESSAGE', 'The messages of the continuous meeting chat.'],
        SUMMARY: ['SUMMARY', 'A summary, as JSON.'],
        SUB_GROUP_MEMBER_LOG: ['SUB_GROUP_MEMBER_LOG', 'Who entered and left the breakout rooms.'],
        AIC_CONVERSATION: ['AIC_CONVERSATION', 'What participants asked AI Companion.'],
      },
      'What the file holds; null while it is still being made.',
    ),
    file_extension: enumOf(
      'RecordingFileExtension',
      {
        MP4: ['MP4', 'Video.'],
        M4A: ['M4A', 'Sound.'],
        TXT: ['TXT', 'Plain text.'],
        VTT: ['VTT', 'Captions with their times.'],
        CSV: ['CSV', 'A table.'],
        JSON: ['JSON', 'Data as JSON.'],
        JPG: ['JPG', 'A picture.'],
      },
      "The ending of the file's name.",
    ),
    file_size: bigInt('The size in bytes.'),
    file_path: string('Where the file is kept, for on-premise accounts, which have no downloadUrl.'),
    status: RecordingFileStatus,
    recording_start: dateTime('When the recording began.'),
    recording_end: dateTime('When the recording ended.'),
    deleted_time: dateTime('When the file was moved to the trash.'),
    play_url: url('Where the file can be watched.'),
    download_url: secretUrl('Where the file can be fetched, with a token.'),
  },
  'A file of a recording.',
);

export const ParticipantAudioFile = shape(
  'ParticipantAudioFile',
  {
    id: id(),
    file_name: string('What the file is called.'),
    file_type: string('The format, such as M4A.'),
    file_size: bigInt('The size in bytes.'),
    file_path: string('Where the file is kept, for on-premise accounts, which have no downloadUrl.'),
    status: RecordingFileStatus,
    recording_start: dateTime('When the recording began.'),
    recording_end: dateTime('When the recording ended.'),
    play_url: url('Where the file can be heard.'),
    download_url: secretUrl('Where the file can be fetched, with a token.'),
  },
  'The sound of a single participant.',
);

export const Recording = shape(
  'Recording',
  {
    uuid: id('The recorded instance of the meeting or webinar.'),
    id: numericId('The meeting or webinar number.'),
    account_id: id('The account of the host.'),
    host_id: id('The user who hosted the meeting or webinar.', { of: 'User' }),
    topic: string('What the meeting or webinar was called.'),
    type: RecordingType,
    start_time: dateTime('When the meeting began.'),
    timezone: string('The time zone by which the meeting was scheduled, such as Europe/Berlin.'),
    duration: int('Length in minutes.'),
    total_size: bigInt('The size of all files in bytes.'),
    recording_count: int('The number of files.'),
    share_url: url('Where the recording can be watched.'),
    auto_delete: bool('Whether Zoom deletes the recording on autoDeleteDate.'),
    auto_delete_date: date('When Zoom deletes the recording; only where autoDelete is true.'),
    password: secret('The passcode of the recording.'),
    recording_play_passcode: secret('The passcode in the form that play and share URLs take as `pwd`.'),
    download_access_token: secret('A token that fetches the files.'),
    recording_files: list(RecordingFile, 'The files of the recording.'),
    participant_audio_files: list(
      ParticipantAudioFile,
      'The sound of each participant apart, where the account records it so.',
    ),
  },
  'The cloud recording of one instance of a meeting or webinar.',
);

/** What the lists of recordings carry: all files too (docs/zoom.md 8.1). */
export const ListedRecording = named(
  'ListedRecording',
  Recording.omit({ download_access_token: true, participant_audio_files: true, password: true }),
);

export const RecordingSettings = shape(
  'RecordingSettings',
  {
    topic: string('The name of the recording.'),
    share_recording: enumOf(
      'RecordingSharing',
      {
        PUBLICLY: ['publicly', 'Anyone who has the link.'],
        INTERNALLY: ['internally', 'People of the account.'],
        NONE: ['none', 'Nobody but the host.'],
      },
      'Who can watch.',
    ),
    viewer_download: bool('Whether those who can watch can also download.'),
    password: secret('The passcode; at least eight characters, or as the account demands.', { max: 10 }),
    recording_authentication: bool('Whether only authenticated people can watch.'),
    authentication_option: id('The authentication option that decides who can watch.'),
    authentication_name: string('The name of the authentication option.'),
    authentication_domains: delimited(',', 'Only people whose email address is in one of these domains can watch.'),
    on_demand: bool('Whether one must register to watch.'),
    approval_type: RegistrationApproval,
    send_email_to_host: bool('Whether the host is notified by email of each registration.'),
    show_social_share_buttons: bool('Whether the registration page shows buttons of social networks.'),
    auto_delete: bool('Whether Zoom deletes the recording on autoDeleteDate.'),
    auto_delete_date: date('When Zoom deletes the recording; null unless autoDelete is true.'),
  },
  'How the recording of one meeting is shared.',
);

export const RecordingSettingsBody = named(
  'RecordingSettingsBody',
  RecordingSettings.omit({ authentication_name: true, auto_delete_date: true }),
);

export const RecordingRegistrant = named(
  'RecordingRegistrant',
  Registrant.omit({ create_time: true, join_url: true, participant_pin_code: true }),
  'A person who registered to watch a recording on demand.',
);

export const AddRecordingRegistrantBody = named(
  'AddRecordingRegistrantBody',
  RecordingRegistrant.omit({ id: true }).required({ email: true, first_name: true }),
);

export const RecordingRegistration = shape(
  'RecordingRegistration',
  {
    id: numericId('The meeting or webinar number.'),
    registrant_id: id("Zoom's own ID of the registration."),
    share_url: secretUrl("The registrant's own link to watch."),
    topic: string('What the meeting or webinar was called.'),
  },
  'What Zoom answers when a person has been registered to watch a recording.',
);

const RecordingRegistrantKey = named(
  'RecordingRegistrantKey',
  shape('RecordingRegistrantKey', {
    id: id("The registrant's id, global or Zoom's own.", { of: 'RecordingRegistrant' }),
  }).required({ id: true }),
  'A registrant, by id.',
);
export const RecordingRegistrantsStatusBody = needing(
  named(
    'RecordingRegistrantsStatusBody',
    shape('RecordingRegistrantsStatusBody', {
      action: enumOf(
        'RecordingRegistrantAction',
        {
          APPROVE: ['approve', 'Lets the registrants watch.'],
          DENY: ['deny', 'Refuses the registrants.'],
        },
        'What is done with the registrants.',
      ),
      registrants: list(RecordingRegistrantKey, 'The registrants.'),
    }).required({ action: true }),
  ),
  ['registrants'],
);

export const CustomRecordingQuestion = shape(
  'CustomRecordingQuestion',
  {
    title: string('The question.'),
    type: enumOf(
      'RecordingQuestionType',
      {
        SHORT: ['short', 'The registrant writes a short text.'],
        SINGLE: ['single', 'The registrant chooses one of the `answers`.'],
        MULTIPLE: ['multiple', 'The registrant chooses any number of the `answers`.'],
      },
      'How the question is answered.',
    ),
    answers: list(string(), 'The answers to choose from.'),
    required: bool('Whether the question must be answered.'),
  },
  'A question that the host wrote, to those who register to watch a recording.',
);

/** Read and updated alike. */
export const RecordingRegistrationQuestions = shape(
  'RecordingRegistrationQuestions',
  {
    questions: list(RegistrationQuestion, "Zoom's own questions."),
    custom_questions: list(CustomRecordingQuestion, 'The questions that the host wrote.'),
  },
  'What people are asked when they register to watch a recording, besides first name and email.',
);

export const RecordingUse = shape(
  'RecordingUse',
  {
    date_time: renamed('dateTime', 'time', dateTime('When it was watched or downloaded.')),
    name: string('The name of the person.'),
    email: string('The email address of the person.'),
    duration: int('How many seconds were watched; of views alone.'),
  },
  'One time that somebody watched or downloaded a recording.',
);

export const RecordingUseOfDay = shape(
  'RecordingUseOfDay',
  {
    date: date('The day.'),
    views_total_count: int('How many people watched the recording.'),
    downloads_total_count: int('How many people downloaded it.'),
  },
  'How often a recording was watched and downloaded on one day.',
);

/** Zoom documents no default. */
export const ListRecordingUseQuery = shape('ListRecordingUseQuery', {
  type: enumOf(
    'RecordingUseType',
    {
      BY_VIEW: ['by_view', 'Each time that somebody watched it.'],
      BY_DOWNLOAD: ['by_download', 'Each time that somebody downloaded it.'],
    },
    'What was done with the recording.',
  ),
});

export const ListUserRecordingsQuery = shape('ListUserRecordingsQuery', {
  trash: bool('Recordings in the trash in place of the others.'),
  trash_type: enumOf(
    'RecordingTrashType',
    {
      MEETING_RECORDINGS: ['meeting_recordings', 'Recordings that are in the trash as a whole.'],
      RECORDING_FILE: ['recording_file', 'Recordings of which single files are in the trash.'],
    },
    'What is in the trash; MEETING_RECORDINGS by default.',
  ),
  meeting_id: numericId('Only recordings of this meeting.', { of: 'Meeting' }),
  mc: string('"true" asks for the metadata of recordings made through an on-premise meeting connector.'),
});

export const GetRecordingQuery = shape('GetRecordingQuery', {
  ttl: int('How many seconds the token is good for, up to a week.', { min: 0, max: 604_800 }),
});

export const ListRecordingRegistrantsQuery = shape('ListRecordingRegistrantsQuery', {
  status: RegistrantStatus.describe('Only registrants of this status; APPROVED by default.'),
});

export const DeleteRecordingQuery = shape('DeleteRecordingQuery', {
  action: enumOf(
    'RecordingDeleteAction',
    {
      TRASH: ['trash', 'Moves it to the trash, where it can be recovered for 30 days.'],
      DELETE: ['delete', 'Deletes it for good.'],
    },
    'Whether it can be recovered; TRASH by default.',
  ),
});

/** `recover` is the only action. */
export const RecoverRecordingBody = named(
  'RecoverRecordingBody',
  shape('RecoverRecordingBody', {
    action: enumOf(
      'RecordingRecoverAction',
      {
        RECOVER: ['recover', 'Takes it out of the trash.'],
      },
      'What is done to the recording.',
    ),
  }).required({ action: true }),
);

/** The forms of a scope of recordings: granular ones exist for master accounts too. */
const scopesOf = (classic: string, granular: string): string[] => [...orAdmin(classic, granular), `${granular}:master`];

/**
 * Zoom takes at most "one month" of whole UTC days per call and cuts what is wider. Its own page names granular scopes
 * user:read:list_recordings, which do not exist (docs/zoom.md 1.3).
 */
const window = { days: 30, at: 'start_time' } as const;

export const listUserRecordings = listing('/users/{userId}/recordings', {
  items: 'meetings',
  of: ListedRecording,
  query: ListUserRecordingsQuery,
  paging: byToken(300),
  window,
  limit: 'MEDIUM',
  scopes: scopesOf('recording:read', 'cloud_recording:read:list_user_recordings'),
});

/** The trash is a list of its own in the graph, for of it Zoom ignores the dates (docs/zoom.md 4): it has no windows. */
export const listKeptRecordings = variant(listUserRecordings, {
  query: named('ListKeptRecordingsQuery', ListUserRecordingsQuery.omit({ trash: true, trash_type: true })),
});
export const listTrashedRecordings = variant(listUserRecordings, {
  query: named('ListTrashedRecordingsQuery', ListUserRecordingsQuery.pick({ trash_type: true })),
  window: undefined,
});

/** Only some accounts may read this one; others read the recordings user by user. */
export const listAccountRecordings = listing('/accounts/{accountId}/recordings', {
  items: 'meetings',
  of: ListedRecording,
  paging: byToken(300),
  window,
  limit: 'MEDIUM',
  scopes: [
    'recording:read:admin',
    'account:read:admin',
    'cloud_recording:read:list_account_recordings:admin',
    'cloud_recording:read:list_account_recordings:master',
  ],
});

export const getRecording = get('/meetings/{meetingId}/recordings', {
  of: Recording,
  query: GetRecordingQuery,
  onRequest: { download_access_token: { include_fields: 'download_access_token' } },
  limit: 'LIGHT',
  scopes: [...scopesOf('recording:read', 'cloud_recording:read:list_recording_files'), 'phone_recording:read:admin'],
});

/** The same call for the sake of its token: whatever else it tells, the recording says too. */
export const getDownloadToken = variant(getRecording, {
  of: named('RecordingDownload', Recording.pick({ download_access_token: true })),
});

export const getRecordingSettings = get('/meetings/{meetingId}/recordings/settings', {
  of: RecordingSettings,
  limit: 'LIGHT',
  scopes: scopesOf('recording:read', 'cloud_recording:read:recording_settings'),
});

export const updateRecordingSettings = patch('/meetings/{meetingId}/recordings/settings', {
  body: RecordingSettingsBody,
  merges: {},
  limit: 'LIGHT',
  scopes: scopesOf('recording:write', 'cloud_recording:update:recording_settings'),
});

export const listRecordingRegistrants = listing('/meetings/{meetingId}/recordings/registrants', {
  items: 'registrants',
  of: RecordingRegistrant,
  query: ListRecordingRegistrantsQuery,
  paging: byToken(300),
  filters: { status: 'status' },
  limit: 'MEDIUM',
  scopes: scopesOf('recording:read', 'cloud_recording:read:list_recording_registrants'),
});

export const addRecordingRegistrant = post('/meetings/{meetingId}/recordings/registrants', {
  body: AddRecordingRegistrantBody,
  of: RecordingRegistration,
  limit: 'LIGHT',
  scopes: scopesOf('recording:write', 'cloud_recording:write:recording_registrant'),
});

export const updateRecordingRegistrantsStatus = put('/meetings/{meetingId}/recordings/registrants/status', {
  body: RecordingRegistrantsStatusBody,
  limit: 'MEDIUM',
  scopes: scopesOf('recording:write', 'cloud_recording:update:registrant_status'),
});

export const getRecordingQuestions = get('/meetings/{meetingId}/recordings/registrants/questions', {
  of: RecordingRegistrationQuestions,
  limit: 'LIGHT',
  scopes: scopesOf('recording:read', 'cloud_recording:read:registration_questions'),
});

export const updateRecordingQuestions = patch('/meetings/{meetingId}/recordings/registrants/questions', {
  body: RecordingRegistrationQuestions,
  limit: 'LIGHT',
  scopes: scopesOf('recording:write', 'cloud_recording:update:registration_questions'),
});

/** Who watched and downloaded: a month per call, of today alone where no days are given. Zoom does not say how far back it goes. */
export const listRecordingUse = listing('/meetings/{meetingId}/recordings/analytics_details', {
  items: 'analytics_details',
  of: RecordingUse,
  query: ListRecordingUseQuery,
  paging: byToken(300),
  window: { days: 30, at: 'date_time' },
  limit: 'MEDIUM',
  scopes: scopesOf('recording:read', 'cloud_recording:read:recording_analytics_details'),
});

export const listRecordingUseByDay = listing('/meetings/{meetingId}/recordings/analytics_summary', {
  items: 'analytics_summary',
  of: RecordingUseOfDay,
  window: { days: 30, at: 'date' },
  limit: 'MEDIUM',
  scopes: scopesOf('recording:read', 'cloud_recording:read:recording_analytics_summary'),
});

export const deleteRecording = del('/meetings/{meetingId}/recordings', {
  query: DeleteRecordingQuery,
  limit: 'LIGHT',
  scopes: scopesOf('recording:write', 'cloud_recording:delete:meeting_recording'),
});

export const deleteRecordingFile = del('/meetings/{meetingId}/recordings/{recordingId}', {
  query: DeleteRecordingQuery,
  limit: 'LIGHT',
  scopes: scopesOf('recording:write', 'cloud_recording:delete:recording_file'),
});

/** This one takes a UUID alone. */
export const recoverRecording = put('/meetings/{meetingUUID}/recordings/status', {
  body: RecoverRecordingBody,
  limit: 'LIGHT',
  scopes: scopesOf('recording:write', 'cloud_recording:update:recover_meeting_recordings'),
});

export const recoverRecordingFile = put('/meetings/{meetingId}/recordings/{recordingId}/status', {
  body: RecoverRecordingBody,
  limit: 'LIGHT',
  scopes: scopesOf('recording:write', 'cloud_recording:update:recover_single_recording'),
});
