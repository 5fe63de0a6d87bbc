/** The policies of a phone site. */

import { bool, date, enumOf, float, id, int, list, saying, shape, string, writtenAs } from '../../declare/shape.ts';
import { weekday } from '../enums.ts';
import { extensionNumber, extensionType } from './common.ts';
import {
  PhoneAdHocRecordingPolicy,
  PhoneAudioLibraryPolicy,
  PhoneAutoRecordingPolicy,
  PhoneCallForwardingPolicy,
  PhoneCallOverflowPolicy,
  PhoneCallParkPolicy,
  PhoneCallTransferPolicy,
  PhoneDisclaimerPolicy,
  PhoneOnDesktopPolicy,
  PhoneOnMobilePolicy,
  PhoneOutboundCallerIdPolicy,
  PhonePolicy,
  PhoneSmsPolicy,
  PhoneStartPrompt,
  PhoneVoicemailEmailPolicy,
  PhoneVoicemailPolicy,
  policy,
} from './policy.ts';

const CallQueueOptOutReason = shape(
  'CallQueueOptOutReason',
  {
    code: string('The text of the reason, or its code where it is one of Zoom.'),
    system: bool('Whether it is one of Zoom, which cannot be changed.'),
    enable: bool('Whether members can choose it.'),
  },
  'Why a member takes no calls of a queue.',
);
export const CallQueueOptOutReasonPolicy = policy(
  'CallQueueOptOutReasonPolicy',
  { call_queue_opt_out_reasons_list: list(CallQueueOptOutReason, 'The reasons to choose from.') },
  'The reasons that members choose from when they stop taking calls of a queue.',
);
export const CallQueueAutoOptOutPolicy = policy(
  'CallQueueAutoOptOutPolicy',
  { prompt_before_opt_out_call_queue: bool('Whether the member is asked first.') },
  'Taking no more calls of queues after signing out.',
);

const PhoneRetention = shape(
  'PhoneRetention',
  {
    type: enumOf(
      'PhoneRetainedData',
      {
        CALL_LOG: ['callLog', 'Call logs.'],
        CALL_SUMMARY: ['callSummary', 'Summaries of calls.'],
        PUSH_TO_TALK_LOG: ['pushToTalkLog', 'Logs of push-to-talk.'],
        ON_DEMAND_RECORDING: ['onDemandRecording', 'Recordings that somebody started.'],
        AUTOMATIC_RECORDING: ['automaticRecording', 'Recordings that a policy started.'],
        VOICEMAIL: ['voicemail', 'Voicemails.'],
        VIDEOMAIL: ['videomail', 'Video mails.'],
        SMS: ['sms', 'Text messages.'],
        FAX: ['fax', 'Faxes.'],
      },
      'What is kept.',
    ),
    duration: int('How long it is kept, counted in `timeUnit`; -1 means without end.'),
    time_unit: enumOf(
      'PhoneRetentionUnit',
      {
        YEAR: ['year', 'Years.'],
        MONTH: ['month', 'Months.'],
        DAY: ['day', 'Days.'],
      },
      'What `duration` counts.',
    ),
  },
  'How long one kind of data is kept.',
);
export const PhoneRetentionPolicy = policy(
  'PhoneRetentionPolicy',
  {
    reset: bool('Whether the setting of the account applies.'),
    items: list(PhoneRetention, 'How long each kind of data is kept.'),
    delete_type: enumOf(
      'PhoneDeletion',
      {
        SOFT: [1, 'It can be recovered for some time.'],
        PERMANENT: [2, 'It cannot be recovered.'],
      },
      'Whether deleted data can be recovered.',
    ),
    permanently_delete_after_days: int('After how many days deleted data is removed permanently; -1 is never.'),
  },
  'Deleting data after a time.',
);

export const PhoneBlockExternalCallsPolicy = policy(
  'PhoneBlockExternalCallsPolicy',
  {
    block_business_hours: bool('Whether calls are blocked during business hours.'),
    block_closed_hours: bool('Whether calls are blocked outside of business hours.'),
    block_holiday_hours: bool('Whether calls are blocked on holidays.'),
    block_call_action: enumOf(
      'PhoneBlockedCallAction',
      {
        VOICEMAIL: [0, 'The call goes to voicemail.'],
        DISCONNECT: [9, 'The call ends.'],
      },
      'What happens to a blocked call.',
    ),
    block_call_change_type: enumOf(
      'PhoneBlockedExtensions',
      {
        NEW_EXTENSIONS: [0, 'Only extensions made from now on.'],
        ALL_EXTENSIONS: [1, 'All extensions.'],
      },
      'Which extensions a change applies to. Only in the old framework of policies.',
    ),
    e2e_encryption: saying(PhonePolicy, 'End-to-end encryption of calls.'),
  },
  'Blocking calls from outside.',
);
export const PhoneOffNetPolicy = shape(
  'PhoneOffNetPolicy',
  {
    enable: bool('Whether calls between sites go through the public network.'),
    allow_extension_only_users_call_users_outside_site: bool(
      'Whether users without a number may call beyond their site.',
    ),
  },
  'Sending calls between sites through the public network.',
);
export const PhoneOnWebPolicy = policy(
  'PhoneOnWebPolicy',
  {
    allow_calling: bool('Whether users may call in the browser.'),
    allow_sms_mms: bool('Whether users may send and receive messages in the browser.'),
  },
  'Zoom Phone in the browser (progressive web app).',
);

const PhoneFeedbackScore = shape(
  'PhoneFeedbackScore',
  {
    enable: bool('Whether the score decides when the survey is shown.'),
    min: float('The lowest score.'),
    max: float('The highest score.'),
  },
  'A range of mean opinion scores, between 1.0 and 3.0.',
);
const PhoneFeedbackDuration = shape(
  'PhoneFeedbackDuration',
  {
    enable: bool('Whether the duration decides when the survey is shown.'),
    min: int('The shortest call, in seconds.'),
    max: int('The longest call, in seconds.'),
  },
  'A range of call durations, between 0 and 60 seconds.',
);
export const PhoneFeedbackPolicy = policy(
  'PhoneFeedbackPolicy',
  {
    feedback_type: enumOf(
      'PhoneFeedbackOccasion',
      {
        EVERY_CALL: [1, 'After each call.'],
        QUALITY_ISSUE: [2, 'After calls that were bad or short, as `feedbackMos` and `feedbackDuration` say.'],
      },
      'When the survey is shown.',
    ),
    feedback_mos: PhoneFeedbackScore,
    feedback_duration: PhoneFeedbackDuration,
  },
  'A survey after calls.',
);

export const PhoneTranscriptionPolicy = policy(
  'PhoneTranscriptionPolicy',
  { transcription_start_prompt: PhoneStartPrompt },
  'Live transcripts of calls.',
);
export const PhoneSummaryPolicy = policy(
  'PhoneSummaryPolicy',
  {
    auto_call_summary: bool('Whether summaries are made without anyone asking for them.'),
    call_summary_start_prompt: PhoneStartPrompt,
  },
  'Summaries of calls.',
);
export const PhoneScreeningPolicy = policy(
  'PhoneScreeningPolicy',
  { exclude_user_company_contacts: bool('Whether contacts of the user and the company pass without it.') },
  'Asking callers from outside to press a button before they are put through.',
);
export const PhoneSmsTemplate = shape(
  'PhoneSmsTemplate',
  {
    sms_template_id: id("Zoom's own ID."),
    name: string('What the template is called.'),
    description: string('What the template is for.'),
    content: string('The text of the message.'),
    active: bool('Whether users can choose it.'),
  },
  'A text message prepared for users.',
);
export const PhoneSmsTemplatePolicy = policy(
  'PhoneSmsTemplatePolicy',
  { sms_template_list: list(PhoneSmsTemplate, 'The messages to choose from.') },
  'Text messages prepared for users.',
);
export const PhoneVoicemailEncryptionPolicy = policy(
  'PhoneVoicemailEncryptionPolicy',
  { disable_incoming_unencrypted_voicemail: bool('Whether voicemails that cannot be encrypted are refused.') },
  'Encrypting voicemails with keys that Zoom does not have.',
);
const lineName = enumOf(
  'PhoneLineName',
  {
    PHONE_NUMBER: ['phoneNumber', 'By its phone number.'],
    EXTENSION_NUMBER: ['extensionNumber', 'By its extension.'],
    DISPLAY_NAME: ['displayName', 'By the name of its holder.'],
    DISPLAY_NAME_EXTENSION_NUMBER: ['displayName;extensionNumber', 'By the name of its holder and its extension.'],
    FIRST_NAME_EXTENSION_NUMBER: ['firstName;extensionNumber', 'By the first name of its holder and its extension.'],
    FIRST_NAME_LAST_NAME_EXTENSION_NUMBER: [
      'firstName;lastName;extensionNumber',
      'By the first and last name of its holder and its extension.',
    ],
  },
  'What a line is called on desk phones.',
);
export const PhoneLineNamePolicy = policy(
  'PhoneLineNamePolicy',
  { user_line_name: lineName, common_area_line_name: lineName },
  'What lines are called on desk phones.',
);
export const PhoneIncomingCallPolicy = policy(
  'PhoneIncomingCallPolicy',
  {
    block_type: enumOf(
      'PhoneIncomingCallInterruption',
      {
        BLOCK_ACTIVITY: ['block_activity', 'The user has to see to the call first.'],
        CONTINUE_WITH_ALERT: ['continue_with_alert', 'The user sees an alert, and can go on.'],
      },
      'Whether an incoming call interrupts what the user is doing.',
    ),
  },
  'How incoming calls are announced.',
);

const updateDay = writtenAs(weekday, (word) => word.toLowerCase()).describe(
  'The day of the week on which devices are updated.',
);
export const PhoneWeeklyUpdate = shape('PhoneWeeklyUpdate', { weekday: updateDay }, 'Once a week.');
export const PhoneWeekAndDayUpdate = shape(
  'PhoneWeekAndDayUpdate',
  { week_of_month: int('The week of the month.'), weekday: updateDay },
  'Once a month, by week and day.',
);
export const PhoneDateUpdate = shape(
  'PhoneDateUpdate',
  { day_of_month: int('The day of the month; 0 is the last one.') },
  'Once a month, by the date.',
);
const PhoneUpdateRepetition = shape(
  'PhoneUpdateRepetition',
  { weekly_setting: PhoneWeeklyUpdate, week_and_day: PhoneWeekAndDayUpdate, specific_date: PhoneDateUpdate },
  'How the updates are repeated; one of the fields is set.',
);
const PhoneUpdateEnd = shape(
  'PhoneUpdateEnd',
  {
    never_end: bool('Whether the updates have no end.'),
    end_date: date('The last day on which devices are updated; null if the updates never end.'),
  },
  'When the repeated updates end.',
);
export const PhoneFirmwareUpdatePolicy = policy(
  'PhoneFirmwareUpdatePolicy',
  {
    repeat_type: enumOf(
      'PhoneUpdateInterval',
      {
        WEEKLY: ['weekly', 'Once a week.'],
        MONTHLY: ['monthly', 'Once a month.'],
      },
      'How often devices are updated.',
    ),
    repeat_setting: PhoneUpdateRepetition,
    time_period_start: int('The hour of the day from which on devices may be updated, such as 15.'),
    time_period_end: int('The hour of the day until which devices may be updated.'),
    time_zone: string('The IANA name of the time zone.'),
    end_setting: PhoneUpdateEnd,
  },
  'When the firmware of devices is updated.',
);

export const PhoneUnassignedRoute = shape(
  'PhoneUnassignedRoute',
  {
    audio_id: id('The audio file that is played.'),
    audio_name: string('The name of the audio file.'),
    forward_extension_id: id('The extension that the call goes to.'),
    forward_extension_type: extensionType,
    forward_extension_name: string('The name of the holder of that extension.'),
    forward_extension_number: extensionNumber,
  },
  'What is played to a caller, or where the call goes.',
);
export const PhoneUnassignedNumberPolicy = policy(
  'PhoneUnassignedNumberPolicy',
  {
    incoming_call_action: enumOf(
      'PhoneUnassignedCallAction',
      {
        DISCONNECT: ['disconnect', 'The call ends.'],
        PLAY_MESSAGE_THEN_DISCONNECT: ['play_message_then_disconnect', 'A message is played, then the call ends.'],
        FORWARD_TO_ANOTHER_EXTENSION: ['forward_to_another_extension', 'The call goes to an extension.'],
      },
      'What happens to such a call.',
    ),
    incoming_call_routing_setting: PhoneUnassignedRoute,
  },
  'Calls to numbers that nobody holds.',
);

export const PhoneSitePolicy = shape(
  'PhoneSitePolicy',
  {
    ad_hoc_call_recording: PhoneAdHocRecordingPolicy,
    auto_call_recording: PhoneAutoRecordingPolicy,
    call_overflow: PhoneCallOverflowPolicy,
    call_park: PhoneCallParkPolicy,
    call_transferring: PhoneCallTransferPolicy,
    call_handling_forwarding_to_other_users: PhoneCallForwardingPolicy,
    call_live_transcription: PhoneTranscriptionPolicy,
    call_summary: PhoneSummaryPolicy,
    call_screening: PhoneScreeningPolicy,
    call_queue_pickup_code: saying(PhonePolicy, 'Picking up calls of a queue by its code.'),
    call_queue_opt_out_reason: CallQueueOptOutReasonPolicy,
    auto_opt_out_in_call_queue: CallQueueAutoOptOutPolicy,
    shared_line_group_pickup_code: saying(PhonePolicy, 'Picking up calls of a shared line group by its code.'),
    show_user_last_transferred_call: bool('Whether an incoming call shows who transferred it last.'),
    delegation: saying(PhonePolicy, 'Calling and answering in the name of others.'),
    elevate_to_meeting: saying(PhonePolicy, 'Turning calls into meetings.'),
    hand_off_to_room: saying(PhonePolicy, 'Sending calls to a Zoom Room.'),
    mobile_switch_to_carrier: saying(PhonePolicy, "Switching calls to the mobile phone's own carrier."),
    international_calling: saying(PhonePolicy, 'International calls outside the calling plan.'),
    select_outbound_caller_id: PhoneOutboundCallerIdPolicy,
    sms: PhoneSmsPolicy,
    sms_auto_reply: saying(PhonePolicy, 'Automatic answers to text messages.'),
    sms_template: PhoneSmsTemplatePolicy,
    team_sms_thread_summary: saying(PhonePolicy, 'Summaries of conversations by text message.'),
    voicemail: PhoneVoicemailPolicy,
    voicemail_transcription: saying(PhonePolicy, 'Transcripts of voicemails.'),
    voicemail_notification_by_email: PhoneVoicemailEmailPolicy,
    shared_voicemail_notification_by_email: saying(PhonePolicy, 'Emails about new shared voicemails.'),
    voicemail_intent_based_prioritization: saying(PhonePolicy, 'Urgent voicemails first.'),
    voicemail_tasks: saying(PhonePolicy, 'Tasks drawn from voicemails.'),
    check_voicemails_over_phone: saying(PhonePolicy, 'Listening to voicemails from any phone by a PIN.'),
    advanced_encryption: PhoneVoicemailEncryptionPolicy,
    zoom_phone_on_mobile: PhoneOnMobilePolicy,
    zoom_phone_on_desktop: PhoneOnDesktopPolicy,
    zoom_phone_on_pwa: PhoneOnWebPolicy,
    personal_audio_library: PhoneAudioLibraryPolicy,
    prevent_users_upload_audio_files: saying(PhonePolicy, 'Keeping users from uploading audio files.'),
    audio_intercom: saying(PhonePolicy, 'Intercom calls.'),
    incoming_call_notification: PhoneIncomingCallPolicy,
    block_calls_without_caller_id: saying(PhonePolicy, 'Blocking calls that hide their number.'),
    block_external_calls: PhoneBlockExternalCallsPolicy,
    force_off_net: PhoneOffNetPolicy,
    external_calling_on_zoom_room_common_area: saying(PhonePolicy, 'Calls from Zoom Rooms to the outside.'),
    allow_end_user_edit_call_handling: saying(PhonePolicy, 'Changing how calls are handled.'),
    allow_caller_reach_operator: saying(PhonePolicy, 'Letting callers reach an operator.'),
    forward_call_outside_of_site: saying(PhonePolicy, 'Forwarding calls beyond the site.'),
    allow_mobile_home_phone_callout: saying(PhonePolicy, 'Placing calls by way of a mobile or home phone.'),
    obfuscate_sensitive_data_during_call: saying(PhonePolicy, 'Masking what is dialled during a call.'),
    auto_delete_data_after_retention_duration: PhoneRetentionPolicy,
    display_call_feedback_survey: PhoneFeedbackPolicy,
    customize_line_name: PhoneLineNamePolicy,
    schedule_firmware_update: PhoneFirmwareUpdatePolicy,
    manage_call_routing_for_unassigned_numbers: PhoneUnassignedNumberPolicy,
    show_custom_disclaimer_when_using_zoom_phone: PhoneDisclaimerPolicy,
  },
  'What the phone users of a site may do, unless a user or a group has policies of its own.',
);
