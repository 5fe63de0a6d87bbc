/**
 * The policies of Zoom Phone that users and sites have in common: each is a switch with settings of its own, and with what
 * tells who may change it. What only one of the two carries is absent from the other's answers.
 */
import type { z } from 'zod';
import {
  bool,
  deprecated,
  enumOf,
  id,
  int,
  list,
  metaOf,
  named,
  type Shape,
  shape,
  string,
  writtenAs,
} from '../../declare/shape.ts';
import { PhoneExtension } from './common.ts';

const enable = bool('Whether the policy is on.');
const governance = {
  locked: bool('Whether those below may not change the policy.'),
  locked_by: enumOf(
    'PhonePolicyLevel',
    {
      INVALID: ['invalid', 'No level: the policy is not locked.'],
      ACCOUNT: ['account', 'The account.'],
      USER_GROUP: ['user_group', 'A group of users.'],
      SITE: ['site', 'A site.'],
    },
    'The level of administration at which a policy is locked.',
  ),
  modified: bool('Whether the policy differs from that of the level above.'),
};
/** The fields that an answer has and an update must not. */
export const governed = { locked: true, locked_by: true, modified: true } as const;
/** What an update may say instead: give up the own setting. */
export const reset = bool('Whether the setting of the level above applies again.').optional();

/** Names what a policy takes after the policy itself. */
export const settable = <S extends Shape>(of: Shape, derived: S, prefix = 'Phone'): S => {
  const { name = '', description } = metaOf(of);
  return named(`${name.replace(/^Phone/, prefix)}Body`, derived, description);
};

/** Declares a policy: its switch, its settings, and who governs it. */
export const policy = <F extends z.core.$ZodShape>(name: string, settings: F, description: string) =>
  shape(name, { enable, ...settings, ...governance }, description);

export const PhonePolicy = policy('PhoneSwitch', {}, 'A policy that is a mere switch.');

const PhoneBeepTone = shape(
  'PhoneBeepTone',
  {
    enable: bool('Whether a beep announces that the call is recorded.'),
    play_beep_volume: int('The volume in percent: 0, 20, 40, 60, 80 or 100.'),
    play_beep_time_interval: int('The time between two beeps, in seconds: 5, 10, 15, 20, 25, 30, 60 or 120.'),
    play_beep_member: enumOf(
      'PhoneBeepListeners',
      {
        ALL_MEMBER: ['allMember', 'Both sides of the call.'],
        RECORDING_SIDE: ['recordingSide', 'Only the side that records.'],
      },
      'Who hears the beep.',
    ),
  },
  'The beep during a recording.',
);
const PhoneRecordingNotice = shape(
  'PhoneRecordingNotice',
  {
    recording_start_prompt: bool('Whether a prompt announces that the recording begins.'),
    recording_explicit_consent: bool('Whether the other side must agree by pressing 1.'),
  },
  'How the other side of a call learns that it is recorded.',
);
const recordingSettings = {
  recording_start_prompt: bool('Whether a prompt announces that the recording begins.'),
  recording_transcription: bool('Whether a transcript is made.'),
  play_recording_beep_tone: PhoneBeepTone,
};
export const PhoneAdHocRecordingPolicy = policy(
  'PhoneAdHocRecordingPolicy',
  recordingSettings,
  'Recording calls by hand.',
);
export const PhoneAutoRecordingPolicy = policy(
  'PhoneAutoRecordingPolicy',
  {
    ...recordingSettings,
    recording_calls: enumOf(
      'PhoneRecordedCalls',
      {
        INBOUND: ['inbound', 'Calls that come in.'],
        OUTBOUND: ['outbound', 'Calls that go out.'],
        BOTH: ['both', 'All calls.'],
      },
      'Which calls are recorded.',
    ),
    recording_explicit_consent: deprecated(
      bool('Whether the other side must agree by pressing 1.'),
      'Use `inboundAudioNotification` and `outboundAudioNotification`.',
    ),
    inbound_audio_notification: PhoneRecordingNotice,
    outbound_audio_notification: PhoneRecordingNotice,
    allow_stop_resume_recording: bool('Whether a recording may be stopped and resumed.'),
    disconnect_on_recording_failure: bool(
      'Whether the call ends when it cannot be recorded. Emergency calls are exempt.',
    ),
  },
  'Recording calls without anyone asking for it.',
);

const restriction = enumOf(
  'PhoneCallRestriction',
  {
    LOW: [1, 'Not to external numbers.'],
    MEDIUM: [2, 'Not to external numbers and contacts.'],
    HIGH: [
      3,
      'Not to external numbers and contacts, nor to extensions whose inbound calls are not recorded automatically.',
    ],
    NONE: [4, 'Anywhere: there is no restriction.'],
  },
  'Where calls may not go.',
);
const forwardingRestriction = restriction.describe('Where calls may not be forwarded.');
/** Zoom numbers the same words otherwise here. */
const TRANSFERRING: Readonly<Record<string, number>> = { NONE: 1, MEDIUM: 2, HIGH: 3, LOW: 4 };
export const PhoneCallOverflowPolicy = policy(
  'PhoneCallOverflowPolicy',
  { call_overflow_type: forwardingRestriction },
  'Forwarding calls that are not answered.',
);
export const PhoneCallForwardingPolicy = policy(
  'PhoneCallForwardingPolicy',
  { call_forwarding_type: forwardingRestriction },
  'Forwarding calls to other numbers.',
);
export const PhoneCallTransferPolicy = policy(
  'PhoneCallTransferPolicy',
  {
    call_transferring_type: writtenAs(restriction, (word) => TRANSFERRING[word] ?? word).describe(
      'Where calls may not be transferred.',
    ),
  },
  'Transferring calls.',
);
export const PhoneCallParkPolicy = policy(
  'PhoneCallParkPolicy',
  {
    call_not_picked_up_action: enumOf(
      'PhoneUnansweredParkAction',
      {
        RING_BACK: [100, 'The call goes back to who parked it.'],
        VOICEMAIL: [0, 'The call goes to the voicemail of who parked it.'],
        DISCONNECT: [9, 'The call ends.'],
        FORWARD: [50, 'The call goes to another extension.'],
      },
      'What happens to a parked call that nobody picks up.',
    ),
    expiration_period: int('How long a call stays parked, in minutes.'),
    forward_to: PhoneExtension,
    sequence: enumOf(
      'PhoneParkSequence',
      {
        RANDOM: [0, 'Any free one.'],
        SEQUENTIAL: [1, 'The next free one, in order.'],
      },
      'Which busy lamp field key a parked call gets. Sites only.',
    ),
  },
  'Parking calls, to resume them elsewhere by a code.',
);

export const PhoneOutboundCallerIdPolicy = policy(
  'PhoneOutboundCallerIdPolicy',
  { allow_hide_outbound_caller_id: bool('Whether callers may hide their number.') },
  'Choosing the number that the other side sees.',
);
export const PhoneSmsPolicy = policy(
  'PhoneSmsPolicy',
  {
    international_sms: bool('Whether messages may go to and come from abroad.'),
    international_sms_countries: list(string(), 'The two-letter codes of the countries that are open.'),
    allow_copy: bool('Whether messages may be copied.'),
    allow_paste: bool('Whether content may be pasted into messages.'),
  },
  'Text messages.',
);
export const PhoneVoicemailPolicy = policy(
  'PhoneVoicemailPolicy',
  {
    allow_delete: bool('Whether users may delete their voicemails.'),
    allow_download: bool('Whether users may download their voicemails.'),
    allow_transcription: bool('Whether voicemails are transcribed. Users only; sites have a policy for it.'),
    allow_videomail: bool('Whether video mails are allowed, too.'),
  },
  'Voicemails.',
);
export const PhoneVoicemailEmailPolicy = policy(
  'PhoneVoicemailEmailPolicy',
  {
    include_voicemail_file: bool('Whether the email holds the audio file.'),
    include_voicemail_transcription: bool('Whether the email holds the transcript.'),
    forward_voicemail_to_email: bool('Whether voicemails are forwarded to an email address. Sites only.'),
  },
  'Emails about new voicemails.',
);
export const PhoneAudioLibraryPolicy = policy(
  'PhoneAudioLibraryPolicy',
  {
    allow_music_on_hold_customization: bool('Whether users may choose their own music on hold.'),
    allow_voicemail_and_message_greeting_customization: bool('Whether users may record their own greetings.'),
  },
  'Audio files of the users themselves.',
);

const mobileClients = enumOf(
  'PhoneMobileClient',
  {
    IOS: ['ios', 'Zoom for iOS.'],
    ANDROID: ['android', 'Zoom for Android.'],
    INTUNE: ['intune', 'Zoom for Microsoft Intune.'],
    BLACKBERRY: ['blackberry', 'Zoom for BlackBerry.'],
  },
  'A Zoom client for mobile devices.',
);
export const PhoneOnMobilePolicy = policy(
  'PhoneOnMobilePolicy',
  {
    allow_calling_sms_mms: bool('Whether calls and messages are allowed on them.'),
    allow_calling_clients: list(mobileClients, 'The clients that may call.'),
    allow_sms_mms_clients: list(mobileClients, 'The clients that may send and receive messages.'),
  },
  'Zoom Phone on mobile clients.',
);
const desktopClients = enumOf(
  'PhoneDesktopClient',
  {
    MAC_OS: ['mac_os', 'Zoom for macOS.'],
    WINDOWS: ['windows', 'Zoom for Windows.'],
    VDI_CLIENT: ['vdi_client', 'Zoom for virtual desktops.'],
    LINUX: ['linux', 'Zoom for Linux.'],
  },
  'A Zoom client for desktop computers.',
);
export const PhoneOnDesktopPolicy = policy(
  'PhoneOnDesktopPolicy',
  {
    allow_calling_clients: list(desktopClients, 'The clients that may call.'),
    allow_sms_mms_clients: list(desktopClients, 'The clients that may send and receive messages.'),
  },
  'Zoom Phone on desktop clients.',
);

const PhoneDisclaimer = shape(
  'PhoneDisclaimer',
  {
    language: string('The code of the language, such as "en" or "zh-cn".'),
    title: string('The heading above the text.', { max: 60 }),
    body: string('The text.', { max: 500 }),
    default: bool(
      "Whether it is shown when there is none in the user's language. Exactly one disclaimer of the list must be the default.",
    ),
  },
  'A disclaimer in one language.',
);
export const PhoneDisclaimerPolicy = policy(
  'PhoneDisclaimerPolicy',
  {
    display_frequency: enumOf(
      'PhoneDisclaimerFrequency',
      {
        FIRST_TIME_ONLY: ['first_time_only', 'Only the first time.'],
        EVERY_TIME: ['every_time', 'Every time that Zoom Phone is opened.'],
        EVERY_MONTH: ['every_month', 'Once a month.'],
        EVERY_QUARTER: ['every_quarter', 'Once in three months.'],
        EVERY_6_MONTHS: ['every_6_months', 'Once in six months.'],
        EVERY_YEAR: ['every_year', 'Once a year.'],
      },
      'How often the disclaimer is shown.',
    ),
    custom_disclaimer_list: list(PhoneDisclaimer, 'The text in each language.'),
  },
  "A disclaimer of the account's own, shown to those who begin to use Zoom Phone.",
);

/** A prompt that is played when something begins. */
export const PhoneStartPrompt = shape(
  'PhoneStartPrompt',
  { enable, audio_id: id('The audio file.'), audio_name: string('The name of the audio file.') },
  'A prompt that announces to the other side that something begins.',
);
