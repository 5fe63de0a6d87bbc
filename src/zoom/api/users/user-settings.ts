/**
 * A user's settings: what the account allows a user to do, nested as Zoom nests it. Read and updated by the same shapes; a
 * body leaves out what Zoom does not let a client change.
 */

import { get, patch } from '../../declare/endpoint.ts';
import {
  bigInt,
  bool,
  delimited,
  deprecated,
  enumOf,
  id,
  int,
  json,
  list,
  named,
  numericId,
  renamed,
  secret,
  shape,
  string,
  textOf,
} from '../../declare/shape.ts';
import { AutoRecording, EncryptionType, MeetingAudio } from '../meetings/meeting-settings.ts';
import { loginType } from './users.ts';

/** Who hears who comes and goes; rooms have the same. */
export const chime = enumOf(
  'UserSettingsChime',
  {
    HOST: ['host', 'The host and the co-hosts.'],
    ALL: ['all', 'Everyone.'],
    NONE: ['none', 'Nobody.'],
  },
  'Who hears a sound when someone joins or leaves.',
);

const dataCenterRegion = enumOf(
  'UserSettingsDataCenterRegion',
  {
    AUSTRALIA: ['AU', 'Data centers in Australia.'],
    CANADA: ['CA', 'Data centers in Canada.'],
    CHINA: ['CN', 'Data centers in mainland China.'],
    EUROPE: ['EU', 'Data centers in Europe.'],
    GERMANY: ['DE', 'Data centers in Germany.'],
    HONG_KONG: ['HK', 'Data centers in Hong Kong.'],
    INDIA: ['IN', 'Data centers in India.'],
    IRELAND: ['IE', 'Data centers in Ireland.'],
    JAPAN: ['TY', 'Data centers in Japan.'],
    LATIN_AMERICA: ['LA', 'Data centers in Latin America.'],
    MEXICO: ['MX', 'Data centers in Mexico.'],
    NETHERLANDS: ['NL', 'Data centers in the Netherlands.'],
    SINGAPORE: ['SG', 'Data centers in Singapore.'],
    UNITED_STATES: ['US', 'Data centers in the United States.'],
  },
  'A region whose data centers carry meetings and webinars.',
);
const screenSharer = enumOf(
  'UserSettingsScreenSharer',
  {
    HOST: ['host', 'Only the host.'],
    ALL: ['all', 'All participants.'],
  },
  'Who can share a screen.',
);
const webinarChatWith = enumOf(
  'UserSettingsWebinarChatWith',
  {
    HOST_AND_PANELISTS: [1, 'The host and the panelists.'],
    EVERYONE: [2, 'All who take part, attendees included.'],
  },
  'Who one may chat with in a webinar.',
);

/** What many settings have alike. */
export const enable = bool('Whether this is on.');
export const autoEnable = bool('Whether it is on from the start.');
export const internationalNumbersLink = bool('Whether invitations link to the numbers of other countries.');
const thirdPartyCaptions = bool('Whether captions can come from a service of a third party.');
const fullTranscript = bool('Whether participants can read the whole transcript in the side panel.');
export const specialCharacter = bool('Whether a special character is needed, such as "!" or "#".');
export const consecutiveCharacters = int(
  'From how many on consecutive characters, such as "abcd", are refused; 0 allows all.',
);
export const emailed = (when: string) => bool(`Whether an email is sent ${when}.`);
const has = (product: string) => bool(`Whether the user has ${product}.`);

export const UserSettingsTollNumber = shape(
  'UserSettingsTollNumber',
  {
    code: string('The country calling code, such as "1".'),
    country_code: string('The two-letter code of the country.'),
    country_name: string('The name of the country.'),
    display_number: string('The number as it is shown to people, with its country calling code.'),
    number: string('The telephone number.'),
  },
  'A telephone number by which people join.',
);

export const UserSettingsTollCall = shape(
  'UserSettingsTollCall',
  {
    allow_webinar_attendees_dial: bool('Whether webinar attendees can join by these numbers.'),
    enable,
    numbers: list(UserSettingsTollNumber, 'The numbers by which people join.'),
  },
  'Toll-free numbers, and toll numbers that cost a fee.',
);

export const UserSettingsAudioConferencing = shape(
  'UserSettingsAudioConferencing',
  {
    toll_free_and_fee_based_toll_call: UserSettingsTollCall,
  },
  'Audio conferencing by telephone.',
);

export const UserSettingsEmailNotification = shape(
  'UserSettingsEmailNotification',
  {
    alternative_host_reminder: emailed('when an alternative host is set or removed'),
    cancel_meeting_reminder: emailed('when a meeting is cancelled'),
    cloud_recording_available_reminder: emailed('when a cloud recording is ready'),
    jbh_reminder: emailed('when participants join before the host'),
    recording_available_reminder_alternative_hosts: emailed(
      'to alternative hosts, too, when a cloud recording is ready',
    ),
    recording_available_reminder_schedulers: emailed(
      'to the person who scheduled, too, when a cloud recording is ready',
    ),
    schedule_for_reminder: emailed('when someone else schedules, moves or cancels a meeting of the user'),
  },
  'Of what the user is notified by email.',
);

export const UserSettingsFeatureLicense = shape(
  'UserSettingsFeatureLicense',
  {
    license_type: enumOf(
      'UserSettingsFeatureLicenseType',
      {
        ZOOM_WHITEBOARD: ['ZOOM_WHITEBOARD', 'Whiteboards that last beyond a meeting.'],
        ZOOM_TRANSLATED_CAPTIONS: ['ZOOM_TRANSLATED_CAPTIONS', 'Captions translated while people speak.'],
        ZOOM_SCHEDULER: ['ZOOM_SCHEDULER', 'Pages on which others book an appointment.'],
        ZOOM_CLIPS: ['ZOOM_CLIPS', 'Short videos recorded and shared outside of meetings.'],
        ZOOM_VISITOR_MANAGEMENT: ['ZOOM_VISITOR_MANAGEMENT', 'Registration of visitors in the office.'],
        ZOOM_CMK: ['ZOOM_CMK', 'Customer Managed Key: data at rest encrypted with keys of the account.'],
        ZOOM_DOCS: ['ZOOM_DOCS', 'Documents written together.'],
        ZOOM_REVENUE_ACCELERATOR: ['ZOOM_REVENUE_ACCELERATOR', 'Analysis of conversations with customers, for sales.'],
        ZOOM_COMPLIANCE_MANAGEMENT: [
          'ZOOM_COMPLIANCE_MANAGEMENT',
          'Archiving and review of communication for compliance.',
        ],
        ZOOM_WORKFORCE_MANAGEMENT: [
          'ZOOM_WORKFORCE_MANAGEMENT',
          'Planning of the shifts of agents in Zoom Contact Center.',
        ],
        ZOOM_QUALITY_MANAGEMENT: ['ZOOM_QUALITY_MANAGEMENT', 'Evaluation of conversations in Zoom Contact Center.'],
        ZOOM_HEALTHCARE_CLINICAL_NOTES: ['ZOOM_HEALTHCARE_CLINICAL_NOTES', 'Clinical notes written by AI Companion.'],
      },
      'The feature that the licence is for.',
    ),
    license_option: numericId('Which variant of the licence it is, as the power of two that Zoom gives to it.'),
    subscription_id: id('The subscription that pays for the licence.'),
  },
  'A licence for one feature.',
);

export const UserSettingsFeature = shape(
  'UserSettingsFeature',
  {
    cn_meeting: bool('Whether meetings are hosted in China.'),
    concurrent_meeting: enumOf(
      'UserSettingsConcurrentMeeting',
      {
        BASIC: ['Basic', 'The Concurrent Meetings Basic licence.'],
        PLUS: ['Plus', 'The Concurrent Meetings Plus licence, for more meetings at once.'],
        NONE: ['None', 'No such licence.'],
      },
      'The licence by which the user may host several meetings at once.',
    ),
    in_meeting: bool('Whether meetings are hosted in India.'),
    large_meeting: has('a large meeting licence'),
    large_meeting_capacity: int('How many may attend with the large meeting licence.'),
    meeting_capacity: int('How many may attend a meeting.'),
    webinar: has('a webinar licence'),
    webinar_capacity: int('How many may attend a webinar.'),
    zoom_events: has('a Zoom Events licence'),
    zoom_events_capacity: int('How many may attend a Zoom Events event.'),
    zoom_events_unlimited: has('a Zoom Events Unlimited licence'),
    zoom_events_unlimited_capacities: list(
      int(),
      'How many may attend an event, for each Zoom Events Unlimited licence.',
    ),
    zoom_sessions_unlimited: has('a Zoom Sessions Unlimited licence'),
    zoom_sessions_unlimited_capacities: list(
      int(),
      'How many may attend a session, for each Zoom Sessions Unlimited licence.',
    ),
    zoom_events_pay_per_attendee: bool('Whether Zoom Events are paid by attendance.'),
    zoom_sessions_pay_per_attendee: bool('Whether Zoom Sessions are paid by attendance.'),
    zoom_phone: has('Zoom Phone'),
    zoom_iq_for_sales: deprecated(has('Zoom IQ for Sales'), 'Use `zoomRevenueAccelerator`.'),
    zoom_revenue_accelerator: has('Zoom Revenue Accelerator'),
    zoom_whiteboard: has('Zoom Whiteboard'),
    zoom_whiteboard_plus: has('Zoom Whiteboard Plus'),
    zoom_translated_captions: has('translated captions'),
    zoom_customer_managed_key: has('Customer Managed Key: data at rest encrypted with keys of the account'),
    zoom_huddles: has('huddles'),
    zoom_quality_management: has('Zoom Quality Management'),
    zoom_workforce_management: has('Zoom Workforce Management'),
    zoom_scheduler: has('Zoom Scheduler'),
    zoom_clips_plus: has('Zoom Clips Plus'),
    zoom_mail_calendar: has('Zoom Mail and Calendar'),
    zoom_compliance_management: has('Zoom Compliance Management'),
    zoom_docs: has('Zoom Docs'),
    license_info_list: list(UserSettingsFeatureLicense, 'The licences for single features.'),
  },
  'What the user is licensed for.',
);

export const UserSettingsClosedCaptioning = shape(
  'UserSettingsClosedCaptioning',
  {
    auto_transcribing: bool('Whether speech becomes live text.'),
    enable,
    save_caption: bool('Whether participants can save captions and transcripts.'),
    third_party_captioning_service: thirdPartyCaptions,
    view_full_transcript: fullTranscript,
  },
  'Captions and transcripts of what is said.',
);

export const UserSettingsLanguageInterpretation = shape(
  'UserSettingsLanguageInterpretation',
  {
    custom_languages: list(string(), 'The languages that were added to those of Zoom.'),
    enable_language_interpretation_by_default: bool('Whether new meetings have interpretation from the start.'),
    allow_participants_to_speak_in_listening_channel: bool(
      'Whether participants can speak in the channel that they listen to.',
    ),
    allow_up_to_25_custom_languages_when_scheduling_meetings: bool(
      'Whether up to 25 languages can be added when a meeting is scheduled.',
    ),
    enable,
    languages: list(
      enumOf(
        'UserSettingsInterpretationLanguage',
        {
          ENGLISH: ['English', 'English.'],
          CHINESE: ['Chinese', 'Chinese.'],
          JAPANESE: ['Japanese', 'Japanese.'],
          GERMAN: ['German', 'German.'],
          FRENCH: ['French', 'French.'],
          RUSSIAN: ['Russian', 'Russian.'],
          PORTUGUESE: ['Portuguese', 'Portuguese.'],
          SPANISH: ['Spanish', 'Spanish.'],
          KOREAN: ['Korean', 'Korean.'],
        },
        'A language of interpretation that Zoom itself knows.',
      ),
      'The languages of Zoom that hosts can choose.',
    ),
  },
  'Interpretation from one spoken language into another.',
);

export const UserSettingsSignLanguageInterpretation = shape(
  'UserSettingsSignLanguageInterpretation',
  {
    enable,
    enable_sign_language_interpretation_by_default: bool(
      'Whether new meetings have sign language interpretation from the start.',
    ),
    languages: list(
      enumOf(
        'UserSettingsSignLanguage',
        {
          AMERICAN: ['American', 'American Sign Language.'],
          CHINESE: ['Chinese', 'Chinese Sign Language.'],
          FRENCH: ['French', 'French Sign Language.'],
          GERMAN: ['German', 'German Sign Language.'],
          JAPANESE: ['Japanese', 'Japanese Sign Language.'],
          RUSSIAN: ['Russian', 'Russian Sign Language.'],
          BRAZILIAN: ['Brazilian', 'Brazilian Sign Language.'],
          SPANISH: ['Spanish', 'Spanish Sign Language.'],
          MEXICAN: ['Mexican', 'Mexican Sign Language.'],
          BRITISH: ['British', 'British Sign Language.'],
        },
        'A sign language of interpretation.',
      ),
      'The sign languages of Zoom that hosts can choose.',
    ),
    custom_languages: list(string(), 'The sign languages that were added to those of Zoom.'),
  },
  'Interpretation into sign language.',
);

export const UserSettingsManualCaptioning = shape(
  'UserSettingsManualCaptioning',
  {
    allow_to_type: bool('Whether the host can type captions, or let a participant type them.'),
    auto_generated_captions: bool('Whether captions are made from speech.'),
    full_transcript: fullTranscript,
    manual_captions: bool('Whether captions can be typed or come from a device that the host names.'),
    save_captions: bool('Whether participants can save captions and transcripts; not where `fullTranscript` is false.'),
    third_party_captioning_service: thirdPartyCaptions,
  },
  'Captions that are typed or made from speech.',
);

export const UserSettingsVirtualBackgroundFile = shape(
  'UserSettingsVirtualBackgroundFile',
  {
    id: id('The identifier of the file.'),
    is_default: bool('Whether it is the default background.'),
    name: string('What the file is called.'),
    size: bigInt('In bytes.'),
    type: string('What kind of file it is, such as "image".'),
  },
  'A picture or video to show as a virtual background.',
);

export const UserSettingsVirtualBackground = shape(
  'UserSettingsVirtualBackground',
  {
    allow_upload_custom: bool('Whether users can upload backgrounds of their own.'),
    allow_videos: bool('Whether videos serve as backgrounds, too.'),
    enable,
    files: list(UserSettingsVirtualBackgroundFile, 'The backgrounds to choose from.'),
  },
  'What is shown behind the user in the video.',
);

export const UserSettingsWebinarChat = shape(
  'UserSettingsWebinarChat',
  {
    allow_attendees_chat_with: enumOf(
      'UserSettingsAttendeeChat',
      {
        NO_ONE: [1, 'Nobody: attendees cannot chat.'],
        HOST_AND_PANELISTS: [2, 'The host and the panelists.'],
        EVERYONE: [3, 'All who take part.'],
      },
      'Who attendees may chat with.',
    ),
    allow_auto_save_local_chat_file: bool(
      'Whether the chat is saved to a file on the computer of the host when the webinar ends.',
    ),
    allow_panelists_chat_with: webinarChatWith,
    allow_panelists_send_direct_message: bool('Whether panelists can send messages to a single panelist.'),
    allow_users_save_chats: enumOf(
      'UserSettingsSaveWebinarChat',
      {
        NOTHING: [0, 'None.'],
        FROM_HOST_AND_PANELISTS: [1, 'Those of the host and the panelists.'],
        EVERYTHING: [2, 'All that they can see.'],
      },
      'Which chat messages attendees may save.',
    ),
    default_attendees_chat_with: webinarChatWith,
    enable,
  },
  'Chat in webinars.',
);

export const UserSettingsWebinarLiveStreaming = shape(
  'UserSettingsWebinarLiveStreaming',
  {
    custom_service_instructions: string('How a custom live stream is set up.'),
    enable,
    live_streaming_reminder: bool('Whether users are notified to watch the live stream; not for custom services.'),
    live_streaming_service: list(
      enumOf(
        'UserSettingsLiveStreamingService',
        {
          FACEBOOK: ['facebook', 'Facebook Live.'],
          WORKPLACE_BY_FACEBOOK: ['workplace_by_facebook', 'Workplace, the service of Facebook for companies.'],
          YOUTUBE: ['youtube', 'YouTube Live.'],
          CUSTOM_LIVE_STREAMING_SERVICE: ['custom_live_streaming_service', 'Any service that takes an RTMP stream.'],
        },
        'A service to which webinars can be streamed.',
      ),
      'The services to which webinars can be streamed.',
    ),
  },
  'Live streaming of webinars.',
);

export const UserSettingsPolling = shape(
  'UserSettingsPolling',
  {
    advanced_polls: bool('Whether polls may have more than single and multiple choice questions.'),
    allow_alternative_host_to_add_edit: bool('Whether alternative hosts can add and edit polls and quizzes.'),
    require_answers_to_be_anonymous: bool('Whether all answers are anonymous.'),
    allow_host_to_upload_image: bool('Whether the host can add a picture to each question.'),
    enable,
  },
  'Polls and quizzes.',
);

export const UserSettingsMeetingSummary = shape(
  'UserSettingsMeetingSummary',
  {
    enable,
    auto_enable: autoEnable,
    who_will_receive_summary: enumOf(
      'UserSettingsSummaryReceivers',
      {
        HOST: [1, 'The host alone.'],
        HOSTS_AND_ALTERNATIVE_HOSTS: [2, 'The host, the co-hosts and the alternative hosts.'],
        HOST_AND_INTERNAL_INVITEES: [3, 'The host, and those invited who belong to the account.'],
        ALL_INVITEES: [4, 'All who were invited, people of other accounts included.'],
      },
      'Who the summary is sent to.',
    ),
  },
  'Meeting summaries written by AI Companion.',
);

export const UserSettingsAiCompanionQuestions = shape(
  'UserSettingsAiCompanionQuestions',
  {
    enable,
    auto_enable: autoEnable,
    who_can_ask_questions: enumOf(
      'UserSettingsQuestionAskers',
      {
        PARTICIPANTS_AND_INVITEES: [1, 'All who take part or were invited, about the whole meeting.'],
        PARTICIPANTS_SINCE_JOINING: [2, 'All who take part, about what was said since they joined.'],
        HOST: [3, 'The host alone.'],
        INTERNAL_PARTICIPANTS_AND_INVITEES: [
          4,
          'People of the account who take part or were invited, about the whole meeting.',
        ],
        INTERNAL_PARTICIPANTS_SINCE_JOINING: [
          5,
          'People of the account who take part, about what was said since they joined.',
        ],
      },
      'Who can ask, and about what.',
    ),
  },
  'Questions to AI Companion about a meeting, answered from its transcript.',
);

export const UserSettingsInMeeting = shape(
  'UserSettingsInMeeting',
  {
    allow_host_to_enable_focus_mode: bool('Whether focus mode can be chosen when scheduling.'),
    allow_users_to_delete_messages_in_meeting_chat: bool(
      'Whether participants can delete messages in the meeting chat.',
    ),
    allow_live_streaming: bool('Whether meetings can be streamed live.'),
    post_meeting_feedback: bool('Whether a thumbs up or down is asked for at the end.'),
    whiteboard: bool('Whether participants can share a whiteboard.'),
    allow_participants_chat_with: enumOf(
      'UserSettingsParticipantChat',
      {
        NO_ONE: [1, 'Nobody: participants cannot chat.'],
        HOSTS: [2, 'The host and the co-hosts.'],
        EVERYONE_PUBLICLY: [3, 'All together, without private messages.'],
        EVERYONE: [4, 'All together, and each other in private.'],
      },
      'Who participants may chat with.',
    ),
    allow_users_save_chats: enumOf(
      'UserSettingsSaveMeetingChat',
      {
        NOTHING: [1, 'None.'],
        FROM_HOSTS: [2, 'Those of the host and the co-hosts.'],
        EVERYTHING: [3, 'All that they can see.'],
      },
      'Which chat messages participants may save.',
    ),
    annotation: bool('Whether participants can write and draw on what is shared.'),
    attendee_on_hold: deprecated(
      bool('Whether the host can put participants on hold.'),
      'Zoom no longer supports it. Use the waiting room.',
    ),
    attention_mode_focus_mode: bool('Whether participants see only the hosts and themselves.'),
    auto_saving_chat: bool('Whether chats are saved without being asked.'),
    breakout_room: bool('Whether the host can split a meeting into breakout rooms.'),
    breakout_room_schedule: bool('Whether breakout rooms can be filled when scheduling.'),
    chat: bool('Whether participants can send messages to all.'),
    meeting_question_answer: bool('Whether participants can ask and answer questions in the Q&A.'),
    closed_caption: deprecated(bool('Whether participants can read captions.'), 'Use `closedCaptioning`.'),
    closed_captioning: UserSettingsClosedCaptioning,
    co_host: bool('Whether the host can make participants co-hosts.'),
    custom_data_center_regions: bool('Whether the regions of the data centers are chosen.'),
    custom_live_streaming_service: bool('Whether meetings can be streamed to any service that takes RTMP.'),
    custom_service_instructions: string('How a custom live stream is set up.'),
    data_center_regions: list(
      dataCenterRegion,
      'The regions that may be used, where `customDataCenterRegions` is true.',
    ),
    disable_screen_sharing_for_host_meetings: bool(
      'Whether no one shares the desktop in meetings that the user hosts.',
    ),
    disable_screen_sharing_for_in_meeting_guests: bool('Whether screen sharing is off while guests attend.'),
    e2e_encryption: bool(
      'Whether all meetings must be encrypted by AES, also by H.323 and SIP devices. It is not end-to-end encryption.',
    ),
    entry_exit_chime: chime,
    far_end_camera_control: bool("Whether others can control the user's camera."),
    feedback: bool('Whether users can give feedback to Zoom.'),
    file_transfer: bool('Whether files can be sent in the meeting chat.'),
    group_hd: bool('Whether group video is in high definition.'),
    webinar_group_hd: bool('Whether webinar video is in high definition.'),
    join_from_desktop: bool('Whether people can join in the browser of a computer.'),
    join_from_mobile: bool('Whether people can join in the browser of a mobile device.'),
    language_interpretation: UserSettingsLanguageInterpretation,
    sign_language_interpretation: UserSettingsSignLanguageInterpretation,
    live_streaming_facebook: bool('Whether meetings can be streamed to Facebook Live.'),
    live_streaming_youtube: bool('Whether meetings can be streamed to YouTube Live.'),
    manual_captioning: UserSettingsManualCaptioning,
    meeting_reactions: bool('Whether participants can react with emojis.'),
    meeting_reactions_emojis: enumOf(
      'UserSettingsReactionEmojis',
      {
        ALL: ['all', 'All emojis.'],
        SELECTED: ['selected', 'Only the six of the reactions bar.'],
      },
      'Which emojis can be used as reactions.',
    ),
    allow_host_panelists_to_use_audible_clap: bool('Whether the host and the panelists can clap audibly in webinars.'),
    webinar_reactions: bool('Whether people can react with emojis in webinars.'),
    meeting_survey: bool('Whether a survey can be shown at the end of meetings.'),
    non_verbal_feedback: bool('Whether participants can answer by icons, such as "yes" or "slower".'),
    polling: bool('Whether the host can hold polls.'),
    private_chat: bool('Whether participants can send messages to a single participant.'),
    record_play_voice: bool('Whether users record and play their own voice.'),
    remote_control: bool('Whether the person who shares a screen can let others control it.'),
    remote_support: bool("Whether the host can help a participant by controlling the participant's computer."),
    request_permission_to_unmute_participants: bool(
      'Whether participants can agree in advance that the host unmutes them.',
    ),
    screen_sharing: bool('Whether screens can be shared.'),
    share_dual_camera: bool('Whether a second camera can be shared.'),
    show_a_join_from_your_browser_link: bool('Whether people can join without the client.'),
    show_meeting_control_toolbar: bool('Whether the meeting controls are always shown.'),
    slide_control: bool('Whether the person who shares slides can let others control them.'),
    unchecked_data_center_regions: list(
      dataCenterRegion,
      'The regions that may not be used, where `customDataCenterRegions` is true.',
    ),
    virtual_background: bool('Whether users can show a virtual background.'),
    virtual_background_settings: UserSettingsVirtualBackground,
    waiting_room: bool('Whether participants wait until the host admits them.'),
    webinar_chat: UserSettingsWebinarChat,
    webinar_live_streaming: UserSettingsWebinarLiveStreaming,
    meeting_polling: UserSettingsPolling,
    webinar_polling: UserSettingsPolling,
    webinar_survey: bool('Whether a survey can be shown at the end of webinars.'),
    who_can_share_screen: screenSharer,
    who_can_share_screen_when_someone_is_sharing: screenSharer,
    participants_share_simultaneously: enumOf(
      'UserSettingsSimultaneousSharing',
      {
        MULTIPLE: ['multiple', 'Several at the same time.'],
        ONE: ['one', 'One at a time.'],
      },
      'How many participants can share at the same time.',
    ),
    workplace_by_facebook: bool('Whether meetings can be streamed to Workplace by Facebook.'),
    transfer_meetings_between_devices: bool('Whether users can move a meeting to another device without leaving it.'),
    allow_show_zoom_windows: bool("Whether Zoom's own windows show when a screen is shared."),
    meeting_summary_with_ai_companion: UserSettingsMeetingSummary,
    ai_companion_questions: UserSettingsAiCompanionQuestions,
  },
  'What is possible within meetings.',
);

export const UserSettingsRecordingStorageLocation = shape(
  'UserSettingsRecordingStorageLocation',
  {
    allowed_values: list(string(), 'The countries that may be chosen.'),
    value: string('The country chosen.'),
  },
  'The country in which recordings are stored.',
);

export const UserSettingsProfile = shape(
  'UserSettingsProfile',
  {
    recording_storage_location: UserSettingsRecordingStorageLocation,
  },
  'Settings of the profile.',
);

export const UserSettingsSeparateRecordingFiles = shape(
  'UserSettingsSeparateRecordingFiles',
  {
    active_speaker: bool('Whether the active speaker is recorded in a file.'),
    gallery_view: bool('Whether the gallery view is recorded in a file.'),
    shared_screen: bool('Whether the shared screen is recorded in a file.'),
  },
  'Which views become files of their own.',
);

export const UserSettingsIpAddressAccessControl = shape(
  'UserSettingsIpAddressAccessControl',
  {
    enable,
    ip_addresses_or_ranges: delimited(',', 'Addresses and ranges from which recordings can be watched.'),
  },
  'Recordings can be watched from certain addresses only.',
);

export const UserSettingsSmartRecording = shape(
  'UserSettingsSmartRecording',
  {
    create_recording_highlights: bool('Whether the important passages are marked.'),
    create_smart_chapters: bool('Whether the recording is split into chapters with an overview.'),
    create_next_steps: bool('Whether the next steps after the meeting are summarized.'),
  },
  'What AI Companion makes of a recording.',
);

const passcodeRules = {
  have_letter: bool('Whether a letter is needed.'),
  have_number: bool('Whether a digit is needed.'),
  have_special_character: specialCharacter,
  length: int('The least number of characters.'),
  only_allow_numeric: bool('Whether only digits are allowed.'),
};
export const UserSettingsRecordingPasswordRequirement = shape(
  'UserSettingsRecordingPasswordRequirement',
  passcodeRules,
  'What the passcode of a shared recording must look like.',
);

export const UserSettingsRecording = shape(
  'UserSettingsRecording',
  {
    ask_host_to_confirm_disclaimer: bool('Whether the host confirms before recording starts.'),
    ask_participants_to_consent_disclaimer: bool('Whether participants consent to being recorded.'),
    auto_delete_cmr: bool('Whether cloud recordings are deleted after some days.'),
    auto_delete_cmr_days: int('After how many days: 30, 60, 90 or 120.'),
    record_files_separately: UserSettingsSeparateRecordingFiles,
    display_participant_name: bool('Whether the names of participants show in the recording.'),
    recording_thumbnails: bool('Whether the presenter is recorded in a small picture while a screen is shared.'),
    optimize_recording_for_3rd_party_video_editor: bool('Whether the file suits video editors; it becomes larger.'),
    recording_highlight: bool('Whether passages of a recording can be marked as highlights.'),
    save_panelist_chat: bool('Whether the messages of panelists are saved with the recording of a webinar.'),
    save_poll_results: bool('Whether poll results that were shown are saved with the recording.'),
    save_close_caption: bool('Whether captions are saved with the recording.'),
    auto_recording: AutoRecording,
    cloud_recording: bool('Whether hosts can record in the cloud.'),
    host_pause_stop_recording: bool('Whether hosts can pause and stop.'),
    ip_address_access_control: UserSettingsIpAddressAccessControl,
    local_recording: bool('Whether recordings can be saved on the computer.'),
    record_audio_file: bool('Whether the sound is also saved in an audio file.'),
    record_gallery_view: bool('Whether the gallery view is recorded, with the shared screen.'),
    record_speaker_view: bool('Whether the active speaker is recorded, with the shared screen.'),
    recording_audio_transcript: bool('Whether the sound of cloud recordings is transcribed.'),
    recording_disclaimer: bool('Whether participants see a disclaimer before a recording starts.'),
    smart_recording: UserSettingsSmartRecording,
    recording_password_requirement: UserSettingsRecordingPasswordRequirement,
    save_chat_text: bool('Whether the chat is saved with the recording.'),
    show_timestamp: bool('Whether the time is shown in the recording.'),
  },
  'Local and cloud recording.',
);

export const UserSettingsMeetingPasswordRequirement = shape(
  'UserSettingsMeetingPasswordRequirement',
  {
    ...passcodeRules,
    consecutive_characters_length: consecutiveCharacters,
    have_upper_and_lower_characters: bool('Whether capital and small letters are needed.'),
    weak_enhance_detection: bool('Whether weak passcodes are refused.'),
  },
  'What a meeting passcode must look like.',
);

export const UserSettingsContinuousMeetingChat = shape(
  'UserSettingsContinuousMeetingChat',
  {
    enable,
    can_add_external_users: bool('Whether people of other accounts can be added to the chat.'),
    auto_add_invited_external_users: bool('Whether invited people of other accounts are added to the chat at once.'),
    support_instant_meetings: bool('Whether instant meetings have such a chat.'),
    support_scheduled_meetings: bool('Whether scheduled meetings have such a chat.'),
  },
  'A chat that goes on before and after the meeting.',
);

export const UserSettingsScheduleMeeting = shape(
  'UserSettingsScheduleMeeting',
  {
    audio_type: MeetingAudio,
    default_password_for_scheduled_meetings: secret('The passcode that scheduled meetings get.'),
    embed_password_in_join_link: bool('Whether the join link holds the passcode in encrypted form.'),
    force_pmi_jbh_password: bool(
      'Whether a passcode is needed where the Personal Meeting Room can be joined before the host.',
    ),
    host_video: bool("Whether meetings start with the host's video on."),
    join_before_host: bool('Whether participants can join before the host.'),
    meeting_password_requirement: UserSettingsMeetingPasswordRequirement,
    participants_video: bool("Whether meetings start with the participants' video on."),
    personal_meeting: bool('Whether the user has a Personal Meeting Room.'),
    pmi_password: renamed('pmiPassword', 'pmiPasscode', secret('The passcode of the Personal Meeting Room.')),
    pstn_password_protected: bool('Whether those who join by telephone need a passcode.'),
    require_password_for_instant_meetings: bool('Whether instant meetings need a passcode.'),
    require_password_for_pmi_meetings: enumOf(
      'UserSettingsPmiPassword',
      {
        JBH_ONLY: ['jbh_only', 'Those that can be joined before the host.'],
        ALL: ['all', 'All of them.'],
        NONE: ['none', 'None of them.'],
      },
      'Which meetings in the Personal Meeting Room need a passcode.',
    ),
    require_password_for_scheduled_meetings: bool('Whether meetings that were scheduled before need a passcode, too.'),
    require_password_for_scheduling_new_meetings: bool(
      'Whether newly scheduled meetings get a passcode; not those in the Personal Meeting Room.',
    ),
    use_pmi_for_instant_meetings: bool('Whether instant meetings take place in the Personal Meeting Room.'),
    use_pmi_for_scheduled_meetings: bool('Whether scheduled meetings take place in the Personal Meeting Room.'),
    continuous_meeting_chat: UserSettingsContinuousMeetingChat,
  },
  'The defaults of meetings that the user schedules.',
);

export const UserSettingsTelephonyRegions = shape(
  'UserSettingsTelephonyRegions',
  {
    allowed_values: list(string(), 'The countries that may be chosen.'),
    selection_values: delimited(',', 'The two-letter codes of the countries chosen.'),
  },
  'The countries from which most people join by telephone.',
);

export const UserSettingsTelephony = shape(
  'UserSettingsTelephony',
  {
    audio_conference_info: string('What invitations say of third-party audio.'),
    show_international_numbers_link: internationalNumbersLink,
    telephony_regions: UserSettingsTelephonyRegions,
    third_party_audio: bool('Whether audio comes from a third party.'),
  },
  'Joining by telephone.',
);

export const UserSettingsTsp = shape(
  'UserSettingsTsp',
  {
    call_out: bool('Whether people can be called from within a meeting.'),
    call_out_countries: list(json(), 'The countries that can be called, with their codes.'),
    show_international_numbers_link: internationalNumbersLink,
  },
  "A telephony provider's audio conferencing.",
);

export const UserSettingsWhiteboard = shape(
  'UserSettingsWhiteboard',
  {
    out_meeting_advanced_whiteboard: bool('Whether whiteboards can be used outside of meetings.'),
    in_meeting_advanced_whiteboard: bool('Whether whiteboards can be used in meetings.'),
  },
  'The whiteboard.',
);

export const whoAdmits = enumOf(
  'UserSettingsWhoAdmits',
  {
    HOSTS: [0, 'The host and the co-hosts.'],
    HOSTS_OR_WHO_BYPASSED: [1, 'Also those who passed the waiting room, while no host is present.'],
  },
  'Who admits people from the waiting room.',
);

export const UserSettingsWaitingRoom = shape(
  'UserSettingsWaitingRoom',
  {
    participants_to_place_in_waiting_room: enumOf(
      'UserSettingsWhoWaits',
      {
        EVERYONE: [0, 'All who join.'],
        EXTERNAL: [1, 'People who do not belong to the account.'],
        EXTERNAL_OF_OTHER_DOMAINS: [
          2,
          'People who belong neither to the account nor to the domains of `whitelistedDomainsForWaitingRoom`.',
        ],
      },
      'Who is placed in the waiting room.',
    ),
    users_who_can_admit_participants_from_waiting_room: whoAdmits,
    whitelisted_domains_for_waiting_room: delimited(',', 'The domains whose people need not wait.'),
  },
  'Who waits, and who lets in.',
);

export const UserSettingsMeetingSecurity = shape(
  'UserSettingsMeetingSecurity',
  {
    auto_security: bool('Whether meetings get one security option at least.'),
    block_user_domain: bool('Whether users of certain domains are blocked.'),
    block_user_domain_list: list(string(), 'The domains that are blocked.', { max: 20 }),
    embed_password_in_join_link: bool('Whether the join link holds the passcode in encrypted form.'),
    encryption_type: EncryptionType,
    end_to_end_encrypted_meetings: bool(
      'Whether meetings can be encrypted end to end; `encryptionType` has which encryption they start with.',
    ),
    meeting_password: bool('Whether meetings need a passcode; not those in the Personal Meeting Room.'),
    meeting_password_requirement: UserSettingsMeetingPasswordRequirement,
    only_authenticated_can_join_from_webclient: bool('Whether those who join by browser must sign in.'),
    phone_password: bool('Whether those who join by telephone need a passcode.'),
    pmi_password: bool('Whether the Personal Meeting Room needs a passcode.'),
    require_password_for_scheduled_meeting: bool('Whether meetings that were scheduled before need a passcode, too.'),
    require_password_for_scheduled_webinar: bool('Whether webinars that were scheduled before need a passcode, too.'),
    waiting_room: bool('Whether participants wait until the host admits them.'),
    waiting_room_settings: UserSettingsWaitingRoom,
    webinar_password: bool('Whether newly scheduled webinars get a passcode.'),
  },
  'The security of meetings and webinars.',
);

/** Reading hides or shows an option by `visible`, an update by `action`; all else is the same. */
export const UserSettingsAuthenticationOption = shape(
  'UserSettingsAuthenticationOption',
  {
    id: id('The identifier of the option.'),
    name: string('What the option is called.'),
    type: enumOf(
      'UserSettingsAuthenticationType',
      {
        ENFORCE_LOGIN: ['enforce_login', 'Anyone who is signed in to Zoom.'],
        ENFORCE_LOGIN_WITH_DOMAINS: [
          'enforce_login_with_domains',
          'People who are signed in with an email of one of the `domains`.',
        ],
        ENFORCE_LOGIN_WITH_SAME_ACCOUNT: ['enforce_login_with_same_account', 'People of the account.'],
        INTERNALLY: ['internally', 'For recordings: people of the account.'],
      },
      'Who passes.',
    ),
    domains: delimited(',', 'The domains whose people pass.'),
    default_option: bool('Whether this option is the default.'),
    visible: bool('Whether the option can be chosen.'),
  },
  'A way for people to prove who they are before they join a meeting or watch a recording.',
);

export const authenticationOptions = list(
  UserSettingsAuthenticationOption,
  'The ways to choose from for people to prove who they are.',
);

/**
 * Zoom answers with one of several views, chosen by `option`: without it, everything down to the whiteboard; with
 * meeting_security, that alone; with an authentication, the flags and options below. `authentication_options` is a list
 * in those two views; in a further one, of which no document says how to ask for it, it is an object.
 */
export const UserSettings = shape(
  'UserSettings',
  {
    audio_conferencing: UserSettingsAudioConferencing,
    email_notification: UserSettingsEmailNotification,
    feature: UserSettingsFeature,
    in_meeting: UserSettingsInMeeting,
    profile: UserSettingsProfile,
    recording: UserSettingsRecording,
    schedule_meeting: UserSettingsScheduleMeeting,
    telephony: UserSettingsTelephony,
    tsp: UserSettingsTsp,
    whiteboard: UserSettingsWhiteboard,
    allow_authentication_exception: bool('Whether the host can admit people who have not signed in.'),
    meeting_authentication: bool('Whether people must sign in to join a meeting.'),
    recording_authentication: bool('Whether people must sign in to watch a recording.'),
    authentication_options: authenticationOptions,
    meeting_security: UserSettingsMeetingSecurity,
  },
  "A user's settings.",
);

/** Users and groups have the same views. */
export const option = enumOf(
  'UserSettingsOption',
  {
    MEETING_AUTHENTICATION: ['meeting_authentication', 'How people authenticate to join meetings.'],
    RECORDING_AUTHENTICATION: ['recording_authentication', 'How people authenticate to watch recordings.'],
    MEETING_SECURITY: ['meeting_security', 'Encryption, passcodes and waiting rooms of meetings.'],
  },
  'A section of the settings. Without it: all but authentication and meeting security.',
);

const UserSettingsFeatureBody = named(
  'UserSettingsFeatureBody',
  UserSettingsFeature.omit({ cn_meeting: true, in_meeting: true }).extend({
    license_info_list: list(
      named(
        'UserSettingsFeatureLicenseBody',
        UserSettingsFeatureLicense.required({ license_type: true, license_option: true }),
        'A licence for one feature to assign to the user.',
      ),
      'The licences for single features to assign.',
    ).optional(),
  }),
  textOf(UserSettingsFeature),
);

export const UserSettingsLanguageInterpretationBody = named(
  'UserSettingsLanguageInterpretationBody',
  UserSettingsLanguageInterpretation.omit({ languages: true }),
  textOf(UserSettingsLanguageInterpretation),
);

const UserSettingsInMeetingBody = named(
  'UserSettingsInMeetingBody',
  UserSettingsInMeeting.omit({
    unchecked_data_center_regions: true,
    transfer_meetings_between_devices: true,
    meeting_summary_with_ai_companion: true,
    ai_companion_questions: true,
  }).extend({
    auto_answer: bool('Whether calls from the contacts of the auto-answer group are picked up at once.').optional(),
    language_interpretation: UserSettingsLanguageInterpretationBody.optional(),
  }),
  textOf(UserSettingsInMeeting),
);

export const UserSettingsTelephonyRegionsBody = named(
  'UserSettingsTelephonyRegionsBody',
  UserSettingsTelephonyRegions.omit({ allowed_values: true }),
  textOf(UserSettingsTelephonyRegions),
);

/** An update of the options that a user or a group can choose from. */
export const UserSettingsAuthenticationOptionBody = named(
  'UserSettingsAuthenticationOptionBody',
  UserSettingsAuthenticationOption.omit({ visible: true }).extend({
    action: enumOf(
      'UserSettingsAuthenticationAction',
      {
        UPDATE: ['update', 'Changes the option.'],
        SHOW: ['show', 'Lets the user choose the option.'],
        HIDE: ['hide', 'Lets the user choose the option no more.'],
      },
      'What is done with the option.',
    ).optional(),
  }),
  textOf(UserSettingsAuthenticationOption),
);

export const UpdateUserSettingsBody = named(
  'UpdateUserSettingsBody',
  UserSettings.pick({
    email_notification: true,
    recording: true,
    tsp: true,
    profile: true,
    meeting_authentication: true,
    recording_authentication: true,
    meeting_security: true,
  }).extend({
    feature: UserSettingsFeatureBody.optional(),
    in_meeting: UserSettingsInMeetingBody.optional(),
    schedule_meeting: named(
      'UserSettingsScheduleMeetingBody',
      UserSettingsScheduleMeeting.omit({ continuous_meeting_chat: true }),
      textOf(UserSettingsScheduleMeeting),
    ).optional(),
    telephony: named(
      'UserSettingsTelephonyBody',
      UserSettingsTelephony.extend({
        telephony_regions: UserSettingsTelephonyRegionsBody.optional(),
      }),
      textOf(UserSettingsTelephony),
    ).optional(),
    authentication_option: UserSettingsAuthenticationOptionBody.optional(),
  }),
);

export const getUserSettings = get('/users/{userId}/settings', {
  of: UserSettings,
  query: shape('GetUserSettingsQuery', { login_type: loginType, option }),
  limit: 'MEDIUM',
  scopes: ['user:read:admin', 'user:read', 'user:read:settings', 'user:read:settings:admin'],
});

export const updateUserSettings = patch('/users/{userId}/settings', {
  query: shape('UpdateUserSettingsQuery', { option }),
  body: UpdateUserSettingsBody,
  merges: { within: Object.keys(UpdateUserSettingsBody.shape) },
  limit: 'MEDIUM',
  scopes: ['user:write:admin', 'user:write', 'user:update:settings', 'user:update:settings:admin'],
});
