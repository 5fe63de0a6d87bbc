/**
 * The settings of one meeting: what GET answers, and what of it a create and an update take. Of these only the single
 * meeting tells; no list carries them (docs/zoom.md 8.1).
 */
import {
  as,
  bool,
  delimited,
  deprecated,
  enumOf,
  id,
  list,
  metaOf,
  named,
  renamed,
  shape,
  string,
  url,
} from '../../declare/shape.ts';

/** Whether and how people register; webinars and on-demand recordings use the same numbers. */
export const RegistrationApproval = enumOf(
  'RegistrationApproval',
  {
    AUTOMATIC: [0, 'People register, and are approved at once.'],
    MANUAL: [1, 'People register, and the host approves each of them.'],
    NO_REGISTRATION: [2, 'Nobody has to register.'],
  },
  'Whether people must register, and whether the host approves each of them.',
);

export const RegistrationType = enumOf(
  'RegistrationType',
  {
    ONCE_FOR_ALL_OCCURRENCES: [1, 'One registration is good for all occurrences.'],
    FOR_EACH_OCCURRENCE: [2, 'People register for each occurrence.'],
    ONCE_FOR_CHOSEN_OCCURRENCES: [3, 'One registration is good for the occurrences that the person chooses.'],
  },
  'For recurring meetings with a fixed time: which occurrences a registration is valid for.',
);

export const MeetingAudio = enumOf(
  'MeetingAudio',
  {
    BOTH: ['both', 'By telephone and by computer.'],
    TELEPHONY: ['telephony', 'By telephone only.'],
    VOIP: ['voip', 'By computer or mobile app only.'],
    THIRD_PARTY: ['thirdParty', 'By an audio conference of another provider.'],
  },
  'By which means participants can take part in the audio.',
);

export const AutoRecording = enumOf(
  'AutoRecording',
  {
    LOCAL: ['local', "On the host's computer."],
    CLOUD: ['cloud', 'In the cloud of Zoom.'],
    NONE: ['none', 'Nowhere: nothing is recorded unless somebody starts it.'],
  },
  'Where meetings are recorded automatically.',
);

export const EncryptionType = enumOf(
  'EncryptionType',
  {
    ENHANCED_ENCRYPTION: ['enhanced_encryption', 'The keys are kept in the cloud of Zoom.'],
    E2EE: [
      'e2ee',
      'End-to-end: only the devices of the participants have the keys. There is no cloud recording, and no joining by phone or room system.',
    ],
  },
  'Who has the keys by which meetings are encrypted.',
);

/** A key and its value that an app attached to a meeting. */
export const CustomKey = shape(
  'CustomKey',
  {
    key: string('What the app calls the value.', { max: 64 }),
    value: string('What the app attached.', { max: 256 }),
  },
  'A value that an app attached to a meeting.',
);

export const countryRestrictionMethod = enumOf(
  'CountryRestrictionMethod',
  {
    APPROVE: ['approve', 'Only people from the countries of `approvedList` may join.'],
    DENY: ['deny', 'People from the countries of `deniedList` may not join.'],
  },
  'Which of the two lists applies.',
);

export const CountryRestriction = shape(
  'CountryRestriction',
  {
    enable: bool('Whether joining depends on the country.'),
    method: countryRestrictionMethod,
    approved_list: list(string(), 'Two-letter codes of the only countries that may join.'),
    denied_list: list(string(), 'Two-letter codes of the countries that may not join.'),
  },
  'From which countries or regions people may join.',
);

export const AuthenticationException = shape(
  'AuthenticationException',
  {
    email: string('The email address of the person.'),
    name: string('The name of the person.'),
    join_url: url('Where this person joins. Set by Zoom.'),
  },
  'A person who may join without signing in although the meeting asks for it.',
);

export const BreakoutRoom = shape(
  'BreakoutRoom',
  {
    name: string('What the room is called.'),
    participants: renamed(
      'participants',
      'participantEmails',
      list(string(), 'Email addresses of those assigned to the room.'),
    ),
  },
  'A breakout room, and who goes there.',
);

export const BreakoutRoomPlan = shape(
  'BreakoutRoomPlan',
  { enable: bool('Whether rooms are assigned before the meeting.'), rooms: list(BreakoutRoom, 'The rooms.') },
  'Breakout rooms assigned before the meeting.',
);

export const DialInNumber = shape(
  'DialInNumber',
  {
    city: string('The city that the number belongs to.'),
    country: string('Two-letter country code.'),
    country_name: string('The name of the country.'),
    number: string('The phone number, with its country calling code.'),
    type: enumOf(
      'DialInNumberType',
      {
        TOLL: ['toll', 'The caller pays for the call.'],
        TOLL_FREE: ['tollfree', 'The call is free for the caller.'],
        PREMIUM: ['premium', 'The call costs the caller more than another one would.'],
        MEDIA_LINK: ['media_link', 'A direct connection to an audio provider.'],
      },
      'Who pays for the call.',
    ),
  },
  'A phone number by which people join.',
);

export const LanguageInterpreter = shape(
  'LanguageInterpreter',
  {
    email: string('The email address of the interpreter.'),
    languages: delimited(',', 'The two languages, as country codes (US, CN ...): only those that Zoom knows itself.'),
    interpreter_languages: delimited(',', 'The two languages by name, custom ones included.'),
  },
  'Somebody who interprets between two languages.',
);

export const LanguageInterpretation = shape(
  'LanguageInterpretation',
  {
    enable: bool('Whether there are interpreters.'),
    interpreters: list(LanguageInterpreter, 'The interpreters.'),
  },
  'What interpreters translate.',
);

export const SignLanguageInterpreter = shape(
  'SignLanguageInterpreter',
  {
    email: string('The email address of the interpreter.'),
    sign_language: string('One of the sign languages that the settings of the user name.'),
  },
  'Somebody who interprets in sign language.',
);

export const SignLanguageInterpretation = shape(
  'SignLanguageInterpretation',
  {
    enable: bool('Whether there are interpreters.'),
    interpreters: list(SignLanguageInterpreter, 'Those who interpret in sign language.', { max: 20 }),
  },
  'Who interprets in sign language.',
);

export const questionVisibility = enumOf(
  'QuestionVisibility',
  {
    ANSWERED: ['answered', 'Only those that were answered.'],
    ALL: ['all', 'All questions.'],
  },
  'Which questions attendees see.',
);

export const QuestionAndAnswer = shape(
  'QuestionAndAnswer',
  {
    enable: bool('Whether questions can be asked.'),
    allow_submit_questions: bool('Whether attendees may ask.'),
    allow_anonymous_questions: bool('Whether attendees may ask without their name.'),
    question_visibility: questionVisibility,
    attendees_can_comment: bool('Whether attendees may comment on questions.'),
    attendees_can_upvote: bool('Whether attendees may vote for questions.'),
  },
  'How questions and answers work during the meeting.',
);

export const MeetingChat = shape(
  'MeetingChat',
  {
    enable: bool('Whether there is such a chat.'),
    auto_add_invited_external_users: bool('Whether invited people of other accounts are added to the chat.'),
    auto_add_meeting_participants: bool('Whether everyone who takes part is added to the chat.'),
    channel_id: id('The Team Chat channel behind it. Set by Zoom.'),
  },
  'The chat that exists before, during and after the meeting.',
);

export const MeetingInvitee = shape(
  'MeetingInvitee',
  {
    email: string('The email address of the person.'),
    internal_user: bool('Whether the person belongs to the account. Set by Zoom.'),
  },
  'Somebody who was invited.',
);

export const MeetingResource = shape(
  'MeetingResource',
  {
    resource_type: enumOf(
      'MeetingResourceType',
      {
        WHITEBOARD: ['whiteboard', 'A whiteboard.'],
      },
      'What it is.',
    ),
    resource_id: id("Zoom's own ID of it."),
    permission_level: enumOf(
      'MeetingResourcePermission',
      {
        EDITOR: ['editor', 'They may change it.'],
        COMMENTER: ['commenter', 'They may comment on it.'],
        VIEWER: ['viewer', 'They may look at it.'],
      },
      'What participants may do with it.',
    ),
  },
  'Something that participants find in the meeting.',
);

export const WaitingRoomOptions = shape(
  'WaitingRoomOptions',
  {
    mode: enumOf(
      'WaitingRoomMode',
      {
        FOLLOW_SETTING: ['follow_setting', "The host's own settings apply."],
        CUSTOM: ['custom', '`whoGoesToWaitingRoom` applies.'],
      },
      "Whether the host's own settings apply.",
    ),
    who_goes_to_waiting_room: enumOf(
      'WaitingRoomAudience',
      {
        EVERYONE: ['everyone', 'All who join.'],
        USERS_NOT_IN_ACCOUNT: ['users_not_in_account', 'People who do not belong to the account.'],
        USERS_NOT_IN_ACCOUNT_OR_WHITELISTED_DOMAINS: [
          'users_not_in_account_or_whitelisted_domains',
          'People who belong neither to the account nor to the domains that its settings name.',
        ],
        USERS_NOT_ON_INVITE: ['users_not_on_invite', 'People who were not invited.'],
      },
      'Who waits until the host admits them.',
    ),
  },
  'Who waits until the host lets them in.',
  { always: ['mode'] },
);

const VideoManagementChannel = shape(
  'VideoManagementChannel',
  { channel_id: id("Zoom's own ID."), name: string('What the channel is called.') },
  'A channel of Video Management.',
  { always: ['channel_id'] },
);

export const VideoManagement = shape(
  'VideoManagement',
  { enable: bool('Whether recordings are added.'), channels: list(VideoManagementChannel, 'The channels.') },
  'The Video Management channels that recordings are added to automatically.',
  { always: ['enable'] },
);

/** Of meetings, and of their defaults in settings. */
export const jbhTime = enumOf(
  'JoinBeforeHostTime',
  {
    ANYTIME: [0, 'At any time.'],
    MINUTES_5: [5, 'Five minutes before.'],
    MINUTES_10: [10, 'Ten minutes before.'],
    MINUTES_15: [15, 'Fifteen minutes before.'],
  },
  'How long before the start participants can join without the host, where `joinBeforeHost` is true.',
);

export const MeetingSettings = shape(
  'MeetingSettings',
  {
    allow_host_control_participant_mute_state: bool('Whether hosts can mute and unmute participants without asking.'),
    allow_multiple_devices: bool('Whether a registrant may join from several devices.'),
    alternative_host_manage_cloud_recording: bool('Whether alternative hosts may manage the cloud recording.'),
    alternative_host_manage_meeting_summary: bool('Whether alternative hosts may manage the summary of the meeting.'),
    alternative_host_update_polls: bool('Whether alternative hosts may add and edit polls.'),
    alternative_hosts: delimited(';', 'Email addresses or ids of those who may host in place of the host.'),
    alternative_hosts_email_notification: bool(
      'Whether alternative hosts are notified by email that they were chosen.',
    ),
    approval_type: RegistrationApproval,
    approved_or_denied_countries_or_regions: CountryRestriction,
    audio: MeetingAudio,
    audio_conference_info: string('How to join the third-party audio conference.', { max: 2048 }),
    authentication_domains: delimited(',', 'Only people whose email address is in one of these domains can join.'),
    authentication_exception: list(AuthenticationException, 'Those who may join without signing in.'),
    authentication_name: string('The name of the authentication option.'),
    authentication_option: id('The authentication option that decides who can join.'),
    auto_add_recording_to_video_management: VideoManagement,
    auto_recording: AutoRecording,
    auto_start_ai_companion_questions: bool('Whether questions to AI Companion are on from the start.'),
    auto_start_meeting_summary: bool('Whether AI Companion writes a summary from the start.'),
    breakout_room: BreakoutRoomPlan,
    calendar_type: enumOf(
      'MeetingCalendar',
      {
        OUTLOOK: [1, 'The add-on for Microsoft Outlook.'],
        GOOGLE: [2, 'The add-on for Google Workspace.'],
      },
      'The calendar add-on that scheduled the meeting.',
    ),
    close_registration: bool('Whether registration closes after the event.'),
    cn_meeting: bool('Whether the meeting is hosted in China.'),
    contact_email: string('The email address that registrants can write to.'),
    contact_name: string('The person that registrants can contact.'),
    continuous_meeting_chat: MeetingChat,
    custom_keys: list(CustomKey, 'What apps attached to the meeting.', { max: 10 }),
    device_testing: bool('Whether participants can test their devices beforehand.'),
    disable_participant_video: bool("Whether participants' video is switched off, so that they cannot be seen."),
    email_in_attendee_report: bool('Whether reports show the email addresses of authenticated guests.'),
    email_notification: bool('Whether Zoom writes to alternative hosts and registrants about the meeting.'),
    encryption_type: EncryptionType,
    enforce_login: deprecated(bool('Whether only people who are signed in can join.'), 'Use `meetingAuthentication`.'),
    enforce_login_domains: deprecated(
      delimited(';', 'Only people of these domains can join.'),
      'Use `authenticationDomains`.',
    ),
    focus_mode: bool('Whether focus mode is on from the start.'),
    global_dial_in_countries: list(string(), 'Two-letter codes of the countries with a dial-in number.'),
    global_dial_in_numbers: list(DialInNumber, 'The phone numbers by which people join.'),
    host_save_video_order: bool('Whether the host may save the order of the videos.'),
    host_video: bool('Whether video starts when the host joins.'),
    in_meeting: as('hostedInIndia', bool('Whether the meeting is hosted in India.')),
    internal_meeting: bool('Whether the meeting is for people of the account alone.'),
    jbh_time: jbhTime,
    join_before_host: bool('Whether participants can join before the host.'),
    language_interpretation: LanguageInterpretation,
    meeting_authentication: bool('Whether only authenticated people can join.'),
    meeting_invitees: list(MeetingInvitee, 'Those who were invited.'),
    mute_upon_entry: bool('Whether participants are muted when they join.'),
    participant_focused_meeting: bool(
      'Whether the meeting works without its host, so that participants can use it as their own.',
    ),
    participant_video: bool('Whether video starts when a participant joins.'),
    private_meeting: bool('Whether calendars hide the details of the meeting.'),
    push_change_to_calendar: bool('Whether changes of the meeting are written to the calendar.'),
    question_and_answer: QuestionAndAnswer,
    registrants_confirmation_email: bool('Whether registrants get a confirmation by email.'),
    registrants_email_notification: bool(
      'Whether registrants are notified by email of approval, denial and cancellation.',
    ),
    registration_type: RegistrationType,
    resources: list(MeetingResource, 'What participants find in the meeting.'),
    show_share_button: bool('Whether the registration page shows buttons of social networks.'),
    sign_language_interpretation: SignLanguageInterpretation,
    summary_template_id: id('The template of the summary.'),
    use_pmi: bool("Whether the meeting takes place in the host's personal meeting room."),
    waiting_room: bool('Whether people wait until the host lets them in.'),
    waiting_room_options: WaitingRoomOptions,
    watermark: bool("Whether a viewer's email address is laid over shared screens."),
    who_can_ask_questions: enumOf(
      'AiCompanionAudience',
      {
        ALL_PARTICIPANTS_AND_INVITEES: [1, 'All who take part or were invited, about the whole meeting.'],
        ALL_PARTICIPANTS_SINCE_JOINING: [2, 'All who take part, about what was said since they joined.'],
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
      'Who can put questions to AI Companion, and about what.',
    ),
    who_will_receive_summary: enumOf(
      'SummaryAudience',
      {
        HOST: [1, 'The host alone.'],
        HOSTS: [2, 'The host, the co-hosts and the alternative hosts.'],
        HOST_AND_INTERNAL_INVITEES: [3, 'The host, and those invited who belong to the account.'],
        ALL_INVITEES: [4, 'All who were invited, people of other accounts included.'],
      },
      'Who gets the summary.',
    ),
  },
  'How a meeting is held, joined, recorded and registered for.',
);

/** What both bodies take; the rest Zoom derives from it, or no longer wants. */
const Writable = MeetingSettings.omit({
  authentication_name: true,
  custom_keys: true,
  enforce_login: true,
  enforce_login_domains: true,
  global_dial_in_numbers: true,
}).extend({
  authentication_exception: list(
    named(
      'AuthenticationExceptionBody',
      AuthenticationException.omit({ join_url: true }),
      'A person who may join without signing in although the meeting asks for it.',
    ),
    metaOf(MeetingSettings.shape.authentication_exception).description,
  ).optional(),
  continuous_meeting_chat: named(
    'MeetingChatBody',
    MeetingChat.omit({ channel_id: true }),
    'Whether the meeting has a chat that lasts, and who is added to it.',
  ).optional(),
  meeting_invitees: list(
    named('MeetingInviteeBody', MeetingInvitee.pick({ email: true }), 'Somebody to invite.'),
    'Those to invite.',
  ).optional(),
});

export const CreateMeetingSettingsBody = named(
  'CreateMeetingSettingsBody',
  Writable.extend({
    additional_data_center_regions: list(
      string(),
      'Two-letter codes of regions whose data centers may be used besides those of the account.',
    ).optional(),
  }),
  'How the new meeting is held, joined, recorded and registered for.',
);

export const UpdateMeetingSettingsBody = named(
  'UpdateMeetingSettingsBody',
  Writable.extend({ custom_keys: MeetingSettings.shape.custom_keys }),
  'What changes about how a meeting is held, joined, recorded and registered for; what is left out stays.',
);
