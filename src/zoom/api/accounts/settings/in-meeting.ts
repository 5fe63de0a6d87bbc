/** What is possible within meetings and webinars. What users have likewise is theirs (user-settings.ts). */
import { bool, enumOf, int, list, named, saying, shape, string, textOf } from '../../../declare/shape.ts';
import {
  autoEnable,
  enable,
  UserSettingsInMeeting,
  UserSettingsLanguageInterpretationBody,
  UserSettingsPolling,
  UserSettingsSignLanguageInterpretation,
  UserSettingsWebinarChat,
} from '../../users/user-settings.ts';

/** How packets travel, in meetings and in sessions of the Video SDK. */
export const network = {
  dscp_audio: int('The DSCP value that marks packets of audio.', { min: 1, max: 63 }),
  dscp_dual: bool('Whether audio and video are marked apart.'),
  dscp_marking: bool('Whether packets are marked for quality of service.'),
  dscp_video: int('The DSCP value that marks packets of video.', { min: 1, max: 63 }),
  p2p_connetion: bool('Whether two participants connect to each other directly; the name is misspelt by Zoom.'),
  p2p_ports: bool('Whether direct connections use certain ports.'),
};

export const AccountSettingsLanguage = shape(
  'AccountSettingsLanguage',
  {
    name: string('Such as "Chinese (Simplified)".'),
    code: string('Such as "zh".'),
  },
  'A language that is spoken, or that captions are in.',
);

export const AccountSettingsTranslateTo = shape(
  'AccountSettingsTranslateTo',
  {
    all: bool('Whether all languages are offered.'),
    language_config: list(AccountSettingsLanguage, 'The languages offered.'),
  },
  'The languages into which captions are translated.',
);

export const AccountSettingsTranslationPair = shape(
  'AccountSettingsTranslationPair',
  {
    speak_language: saying(AccountSettingsLanguage, 'The language that is spoken.'),
    translate_to: AccountSettingsTranslateTo,
  },
  'A spoken language, and what it is translated into.',
);

export const AccountSettingsTranslationPairs = shape(
  'AccountSettingsTranslationPairs',
  {
    all: bool('Whether all pairs are offered.'),
    trans_lang_config: list(AccountSettingsTranslationPair, 'The pairs offered.'),
  },
  'From which language into which captions are translated.',
);

export const AccountSettingsTranslation = shape(
  'AccountSettingsTranslation',
  { enable, language_item_pairList: AccountSettingsTranslationPairs },
  'Translated captions.',
);

export const AccountSettingsPolling = named(
  'AccountSettingsPolling',
  UserSettingsPolling.extend({
    manage_saved_polls_and_quizzes: bool(
      'Whether users can manage the polls and quizzes that they have saved.',
    ).optional(),
  }),
  textOf(UserSettingsPolling),
);

export const AccountSettingsWebinarQuestions = shape(
  'AccountSettingsWebinarQuestions',
  {
    enable,
    auto_enable: autoEnable,
    who_can_ask_questions: enumOf(
      'AccountSettingsWebinarQuestionAskers',
      {
        HOSTS_AND_PANELISTS: [0, 'The hosts and all panelists.'],
        HOSTS_AND_INTERNAL_PANELISTS: [1, 'The hosts, and the panelists who belong to the account.'],
        HOSTS_AND_ALTERNATIVE_HOSTS: [2, 'The host, the co-hosts and the alternative hosts.'],
        ALL_PARTICIPANTS: [3, 'All who take part.'],
      },
      'Who can ask.',
    ),
  },
  'Questions to AI Companion about a webinar, answered from its transcript.',
);

export const AccountSettingsWebinarSummary = shape(
  'AccountSettingsWebinarSummary',
  {
    enable,
    auto_enable: autoEnable,
    who_will_receive_summary: enumOf(
      'AccountSettingsWebinarSummaryReceivers',
      {
        HOST: [1, 'The host alone.'],
        HOSTS_AND_INTERNAL_PANELISTS: [2, 'The host, the co-hosts, and the panelists who belong to the account.'],
        HOSTS_AND_PANELISTS: [3, 'The host, the co-hosts and all panelists.'],
      },
      'Who the summary is sent to.',
    ),
  },
  'Webinar summaries written by AI Companion.',
);

export const AccountSettingsWebinarChat = named(
  'AccountSettingsWebinarChat',
  UserSettingsWebinarChat.extend({
    allow_users_to_delete_messages_in_meeting_chat: bool(
      'Whether people can delete messages in the webinar chat.',
    ).optional(),
  }),
  textOf(UserSettingsWebinarChat),
);

export const AccountSettingsInMeeting = named(
  'AccountSettingsInMeeting',
  UserSettingsInMeeting.omit({
    // What users have alone, and what an account has in another form or tells of in other words.
    allow_users_to_delete_messages_in_meeting_chat: true,
    disable_screen_sharing_for_host_meetings: true,
    far_end_camera_control: true,
    meeting_polling: true,
    record_play_voice: true,
    share_dual_camera: true,
    waiting_room: true,
    webinar_chat: true,
    webinar_polling: true,
  }).extend(
    shape('', {
      ...network,
      alert_guest_join: bool('Whether participants are notified that guests attend.'),
      allow_participants_to_rename: bool('Whether participants can rename themselves.'),
      anonymous_question_answer: bool('Whether questions may be asked without a name.'),
      auto_answer: bool('Whether calls from the contacts of the auto-answer group are picked up at once.'),
      auto_generated_translation: AccountSettingsTranslation,
      disable_screen_sharing_for_host_meetings: bool('Whether no one shares the desktop in meetings that users host.'),
      far_end_camera_control: bool("Whether others can control a user's camera."),
      meeting_data_transit_and_residency_method: enumOf(
        'AccountSettingsDataTransit',
        {
          CLOUD: ['cloud', "In Zoom's cloud."],
          ON_PREMISES: ['On-Prem', 'On Meeting Connectors of the account; only for licensed users.'],
        },
        'Where meetings run.',
      ),
      meeting_polling: AccountSettingsPolling,
      original_audio: bool('Whether users may send their sound unprocessed.'),
      ports_range: string('The ports of direct connections, as "55,56".'),
      record_play_own_voice: bool('Whether users record and play their own voice.'),
      sending_default_email_invites: bool('Whether invitations by email open the default mail program.'),
      stereo_audio: bool('Whether users can choose stereo sound.'),
      use_html_format_email: bool('Whether invitations are written in HTML.'),
      watermark: bool('Whether a watermark lies over shared screens.'),
      webinar_ai_companion_questions: AccountSettingsWebinarQuestions,
      webinar_chat: AccountSettingsWebinarChat,
      webinar_polling: AccountSettingsPolling,
      webinar_question_answer: bool('Whether attendees can ask questions in webinars.'),
      webinar_summary_with_ai_companion: AccountSettingsWebinarSummary,
    }).shape,
  ),
  'What is possible within meetings and webinars.',
);

export const AccountSettingsSignLanguageInterpretationBody = named(
  'AccountSettingsSignLanguageInterpretationBody',
  UserSettingsSignLanguageInterpretation.omit({ languages: true }),
  textOf(UserSettingsSignLanguageInterpretation),
);

export const AccountSettingsInMeetingBody = named(
  'AccountSettingsInMeetingBody',
  AccountSettingsInMeeting.omit({
    ai_companion_questions: true,
    meeting_summary_with_ai_companion: true,
    unchecked_data_center_regions: true,
    webinar_ai_companion_questions: true,
    webinar_summary_with_ai_companion: true,
  }).extend({
    allow_users_to_delete_messages_in_meeting_chat:
      UserSettingsInMeeting.shape.allow_users_to_delete_messages_in_meeting_chat,
    language_interpretation: UserSettingsLanguageInterpretationBody.optional(),
    sign_language_interpretation: AccountSettingsSignLanguageInterpretationBody.optional(),
    webinar_chat: UserSettingsWebinarChat.optional(),
  }),
  textOf(AccountSettingsInMeeting),
);
