/**
 * The settings of one webinar: what GET answers, and what of it a create and an update take. Of these only the single webinar tells; no
 * list carries them (docs/zoom.md 13.3).
 */
import {
  bool,
  delimited,
  deprecated,
  enumOf,
  id,
  int,
  list,
  named,
  shape,
  string,
  writtenAs,
} from '../../declare/shape.ts';
import {
  AutoRecording,
  DialInNumber,
  LanguageInterpretation,
  MeetingAudio,
  QuestionAndAnswer,
  questionVisibility,
  RegistrationApproval,
  RegistrationType,
  SignLanguageInterpretation,
} from '../meetings/meeting-settings.ts';

const WebinarReminder = shape(
  'WebinarReminder',
  {
    enable: bool('Whether the email is sent.'),
    type: enumOf(
      'WebinarReminderTime',
      {
        NONE: [0, 'Never.'],
        HOUR: [1, 'An hour before.'],
        DAY: [2, 'A day before.'],
        HOUR_AND_DAY: [3, 'An hour and a day before.'],
        WEEK: [4, 'A week before.'],
        HOUR_AND_WEEK: [5, 'An hour and a week before.'],
        DAY_AND_WEEK: [6, 'A day and a week before.'],
        HOUR_DAY_AND_WEEK: [7, 'An hour, a day and a week before.'],
      },
      'How long before the webinar it is sent.',
    ),
  },
  'An email that reminds people of the webinar.',
);

const WebinarFollowUp = shape(
  'WebinarFollowUp',
  {
    enable: bool('Whether the email is sent.'),
    type: enumOf(
      'WebinarFollowUpTime',
      {
        NONE: [0, 'Never.'],
        DAYS_1: [1, 'A day after.'],
        DAYS_2: [2, 'Two days after.'],
        DAYS_3: [3, 'Three days after.'],
        DAYS_4: [4, 'Four days after.'],
        DAYS_5: [5, 'Five days after.'],
        DAYS_6: [6, 'Six days after.'],
        DAYS_7: [7, 'Seven days after.'],
      },
      'How long after the planned end it is sent.',
    ),
  },
  'An email to people when the webinar is over.',
);

const WebinarQuestionAndAnswer = named(
  'WebinarQuestionAndAnswer',
  QuestionAndAnswer.omit({ question_visibility: true }).extend(
    shape('WebinarQuestionAndAnswer', {
      answer_questions: writtenAs(questionVisibility, (word) => (word === 'ANSWERED' ? 'only' : 'all')),
      allow_auto_reply: bool('Whether each question is answered at once with autoReplyText.'),
      auto_reply_text: string('What each question is answered with.'),
    }).shape,
  ),
  'How questions and answers work during the webinar.',
);

export const WebinarSettings = shape(
  'WebinarSettings',
  {
    add_audio_watermark: bool("Whether sound that is recorded carries a mark of the listener's."),
    add_watermark: bool("Whether a viewer's email address is laid over what is shown."),
    allow_host_control_participant_mute_state: bool('Whether hosts can mute and unmute people without asking.'),
    allow_multiple_devices: bool('Whether a registrant may join from several devices.'),
    alternative_host_update_polls: bool('Whether alternative hosts may add and edit polls.'),
    alternative_hosts: delimited(',', 'Email addresses or ids of those who may host in place of the host.'),
    approval_type: RegistrationApproval,
    attendees_and_panelists_reminder_email_notification: WebinarReminder,
    audio: MeetingAudio,
    audio_conference_info: string('How to join the third-party audio conference.', { max: 2048 }),
    authentication_domains: delimited(',', 'Only people whose email address is in one of these domains can join.'),
    authentication_name: string('The name of the authentication option.'),
    authentication_option: id('The authentication option that decides who can join.'),
    auto_recording: AutoRecording.describe('Where the webinar is recorded automatically.'),
    close_registration: bool('Whether registration closes after the event.'),
    contact_email: string('The email address that registrants can write to.'),
    contact_name: string('The person that registrants can contact.'),
    email_in_attendee_report: bool('Whether reports show the email addresses of authenticated guests.'),
    email_language: string('The language of the emails that Zoom sends, such as en-US.'),
    enable_session_branding: bool('Whether the webinar has wallpapers, backgrounds and name tags of its own.'),
    enforce_login: deprecated(bool('Whether only people who are signed in can join.'), 'Use `meetingAuthentication`.'),
    enforce_login_domains: deprecated(
      delimited(',', 'Only people of these domains can join.'),
      'Use `authenticationDomains`.',
    ),
    follow_up_absentees_email_notification: WebinarFollowUp,
    follow_up_attendees_email_notification: WebinarFollowUp,
    global_dial_in_countries: list(string(), 'Two-letter codes of the countries with a dial-in number.'),
    global_dial_in_numbers: list(DialInNumber, 'The numbers by which people join by phone.'),
    hd_video: bool('Whether video is in high definition.'),
    hd_video_for_attendees: bool('Whether attendees see video in high definition.'),
    host_video: bool('Whether video starts when the host joins.'),
    language_interpretation: LanguageInterpretation.describe('Who interprets between languages.'),
    meeting_authentication: bool('Whether only authenticated people can join.'),
    on_demand: bool('Whether people who register can watch the recording.'),
    panelist_authentication: bool('Whether panelists must sign in.'),
    panelists_invitation_email_notification: bool('Whether panelists are invited by email.'),
    panelists_video: bool('Whether video starts when a panelist joins.'),
    post_webinar_survey: bool('Whether a survey opens when the webinar is over.'),
    practice_session: bool('Whether host and panelists can practice before it begins.'),
    question_and_answer: WebinarQuestionAndAnswer,
    registrants_confirmation_email: bool('Whether registrants get a confirmation by email.'),
    registrants_email_notification: bool(
      'Whether registrants are notified by email of approval, denial and cancellation.',
    ),
    registrants_restrict_number: int('How many people may register; 0 for any number.', { min: 0, max: 20_000 }),
    registration_type: RegistrationType.describe(
      'For recurring webinars with a fixed time: which occurrences a registration is valid for.',
    ),
    send_1080p_video_to_attendees: bool('Whether attendees see video in 1080p.'),
    show_share_button: bool('Whether the registration page shows buttons of social networks.'),
    sign_language_interpretation: SignLanguageInterpretation.describe('Who interprets in sign language.'),
    survey_url: string('Where the survey is that opens when the webinar is over.'),
  },
  'How a webinar is held, joined, recorded and registered for.',
);

export const CreateWebinarSettingsBody = named(
  'CreateWebinarSettingsBody',
  WebinarSettings.omit({
    authentication_name: true,
    enforce_login: true,
    enforce_login_domains: true,
    global_dial_in_numbers: true,
    registrants_confirmation_email: true,
  }),
  'How a webinar is held.',
);

export const UpdateWebinarSettingsBody = named(
  'UpdateWebinarSettingsBody',
  CreateWebinarSettingsBody.extend({
    notify_registrants: bool('Whether registrants are notified of the change.').optional(),
    registrants_confirmation_email: WebinarSettings.shape.registrants_confirmation_email,
  }),
  'How a webinar is held.',
);
