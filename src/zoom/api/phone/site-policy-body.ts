/** The policies of a phone site as Zoom takes them: a site may also lock them for those below it. */
import { bool, id, list, named, type Shape, saying, shape } from '../../declare/shape.ts';
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
  reset,
  settable,
} from './policy.ts';
import * as read from './site-policy.ts';

/** What answers alone have of a policy. */
const told = { locked_by: true, modified: true } as const;
const ofSite = <S extends Shape>(of: Shape, derived: S): S => settable(of, derived, 'PhoneSite');

const Switch = named(
  'PhoneSiteSwitchBody',
  PhonePolicy.omit(told).extend({ reset }),
  'A policy to switch on or off, to lock, or to give back to the level above.',
);
const SwitchAlone = named(
  'PhoneSiteSwitchAloneBody',
  PhonePolicy.pick({ enable: true }),
  'A policy to switch on or off.',
);
const SwitchAndLock = named(
  'PhoneSiteLockedSwitchBody',
  PhonePolicy.omit(told),
  'A policy to switch on or off, or to lock.',
);
const StartPrompt = named(
  'PhoneStartPromptBody',
  PhoneStartPrompt.omit({ audio_name: true }),
  'A prompt that announces to the other side that something begins.',
);

/** Zoom writes the repetition of updates otherwise than it reads it: the monthly ones stand together. */
const FirmwareUpdate = ofSite(
  read.PhoneFirmwareUpdatePolicy,
  read.PhoneFirmwareUpdatePolicy.omit({ ...told, locked: true }).extend({
    reset,
    repeat_setting: shape(
      'PhoneUpdateRepetitionBody',
      {
        weekly_setting: read.PhoneWeeklyUpdate,
        monthly_setting: shape(
          'PhoneMonthlyUpdateBody',
          { week_and_day: read.PhoneWeekAndDayUpdate, specific_date: read.PhoneDateUpdate },
          'Once a month, in one of two ways.',
        ),
      },
      'How the updates are repeated: weekly or monthly.',
    ).optional(),
  }),
);
const UnassignedNumbers = ofSite(
  read.PhoneUnassignedNumberPolicy,
  read.PhoneUnassignedNumberPolicy.omit(told).extend({
    reset,
    incoming_call_routing_setting: named(
      'PhoneUnassignedRouteBody',
      read.PhoneUnassignedRoute.pick({ audio_id: true, forward_extension_id: true }),
      'What is played to a caller, or where the call goes.',
    ).optional(),
  }),
);
const CallPark = ofSite(
  PhoneCallParkPolicy,
  PhoneCallParkPolicy.omit({ ...told, forward_to: true }).extend({
    reset,
    forward_to_extension_id: id('Where a parked call goes that nobody picks up.').optional(),
  }),
);
const SmsTemplates = ofSite(
  read.PhoneSmsTemplatePolicy,
  read.PhoneSmsTemplatePolicy.omit(told).extend({
    reset,
    sms_template_list: list(
      named(
        'PhoneSmsTemplateBody',
        read.PhoneSmsTemplate.pick({ sms_template_id: true, active: true }).required({ sms_template_id: true }),
        'A text message that users can choose, or no longer.',
      ),
      'The messages that change.',
      { max: 50 },
    ).optional(),
  }),
);

export const PhoneSitePolicyBody = shape(
  'PhoneSitePolicyBody',
  {
    ad_hoc_call_recording: ofSite(PhoneAdHocRecordingPolicy, PhoneAdHocRecordingPolicy.omit(told).extend({ reset })),
    auto_call_recording: ofSite(PhoneAutoRecordingPolicy, PhoneAutoRecordingPolicy.omit(told).extend({ reset })),
    call_overflow: ofSite(PhoneCallOverflowPolicy, PhoneCallOverflowPolicy.omit(told).extend({ reset })),
    call_park: CallPark,
    call_transferring: ofSite(PhoneCallTransferPolicy, PhoneCallTransferPolicy.omit(told).extend({ reset })),
    call_handling_forwarding_to_other_users: ofSite(
      PhoneCallForwardingPolicy,
      PhoneCallForwardingPolicy.omit(told).extend({ reset }),
    ),
    call_live_transcription: ofSite(
      read.PhoneTranscriptionPolicy,
      read.PhoneTranscriptionPolicy.omit(told).extend({ reset, transcription_start_prompt: StartPrompt.optional() }),
    ),
    call_summary: ofSite(
      read.PhoneSummaryPolicy,
      read.PhoneSummaryPolicy.omit(told).extend({ reset, call_summary_start_prompt: StartPrompt.optional() }),
    ),
    call_screening: ofSite(read.PhoneScreeningPolicy, read.PhoneScreeningPolicy.omit(told).extend({ reset })),
    call_queue_pickup_code: saying(Switch, 'Picking up calls of a queue by its code.'),
    call_queue_opt_out_reason: ofSite(
      read.CallQueueOptOutReasonPolicy,
      read.CallQueueOptOutReasonPolicy.omit(told).extend({ reset }),
    ),
    auto_opt_out_in_call_queue: ofSite(
      read.CallQueueAutoOptOutPolicy,
      read.CallQueueAutoOptOutPolicy.omit(told).extend({ reset }),
    ),
    shared_line_group_pickup_code: saying(SwitchAlone, 'Picking up calls of a shared line group by its code.'),
    show_user_last_transferred_call: bool('Whether an incoming call shows who transferred it last.'),
    delegation: saying(Switch, 'Calling and answering in the name of others.'),
    elevate_to_meeting: saying(Switch, 'Turning calls into meetings.'),
    hand_off_to_room: saying(Switch, 'Sending calls to a Zoom Room.'),
    mobile_switch_to_carrier: saying(Switch, "Switching calls to the mobile phone's own carrier."),
    international_calling: saying(Switch, 'International calls outside the calling plan.'),
    select_outbound_caller_id: ofSite(
      PhoneOutboundCallerIdPolicy,
      PhoneOutboundCallerIdPolicy.omit(told).extend({ reset }),
    ),
    sms: ofSite(PhoneSmsPolicy, PhoneSmsPolicy.omit(told).extend({ reset })),
    sms_auto_reply: saying(Switch, 'Automatic answers to text messages.'),
    sms_template: SmsTemplates,
    team_sms_thread_summary: saying(Switch, 'Summaries of conversations by text message.'),
    voicemail: ofSite(
      PhoneVoicemailPolicy,
      PhoneVoicemailPolicy.omit({ ...told, allow_transcription: true }).extend({ reset }),
    ),
    voicemail_transcription: saying(Switch, 'Transcripts of voicemails.'),
    voicemail_notification_by_email: ofSite(
      PhoneVoicemailEmailPolicy,
      PhoneVoicemailEmailPolicy.omit(told).extend({ reset }),
    ),
    shared_voicemail_notification_by_email: saying(Switch, 'Emails about new shared voicemails.'),
    voicemail_intent_based_prioritization: saying(Switch, 'Urgent voicemails first.'),
    voicemail_tasks: saying(Switch, 'Tasks drawn from voicemails.'),
    check_voicemails_over_phone: saying(Switch, 'Listening to voicemails from any phone by a PIN.'),
    advanced_encryption: ofSite(
      read.PhoneVoicemailEncryptionPolicy,
      read.PhoneVoicemailEncryptionPolicy.omit(told).extend({ reset }),
    ),
    zoom_phone_on_mobile: ofSite(PhoneOnMobilePolicy, PhoneOnMobilePolicy.omit(told).extend({ reset })),
    zoom_phone_on_desktop: ofSite(PhoneOnDesktopPolicy, PhoneOnDesktopPolicy.omit(told).extend({ reset })),
    zoom_phone_on_pwa: ofSite(read.PhoneOnWebPolicy, read.PhoneOnWebPolicy.omit(told).extend({ reset })),
    personal_audio_library: ofSite(PhoneAudioLibraryPolicy, PhoneAudioLibraryPolicy.omit(told).extend({ reset })),
    prevent_users_upload_audio_files: saying(Switch, 'Keeping users from uploading audio files.'),
    audio_intercom: saying(Switch, 'Intercom calls.'),
    incoming_call_notification: ofSite(
      read.PhoneIncomingCallPolicy,
      read.PhoneIncomingCallPolicy.omit(told).extend({ reset }),
    ),
    block_calls_without_caller_id: saying(Switch, 'Blocking calls that hide their number.'),
    block_external_calls: ofSite(
      read.PhoneBlockExternalCallsPolicy,
      read.PhoneBlockExternalCallsPolicy.omit(told).extend({
        reset,
        // Zoom also names here what only answers can tell.
        e2e_encryption: saying(SwitchAndLock, 'End-to-end encryption of calls.'),
      }),
    ),
    force_off_net: read.PhoneOffNetPolicy,
    external_calling_on_zoom_room_common_area: saying(Switch, 'Calls from Zoom Rooms to the outside.'),
    allow_end_user_edit_call_handling: saying(Switch, 'Changing how calls are handled.'),
    allow_caller_reach_operator: saying(Switch, 'Letting callers reach an operator.'),
    forward_call_outside_of_site: saying(Switch, 'Forwarding calls beyond the site.'),
    allow_mobile_home_phone_callout: saying(Switch, 'Placing calls by way of a mobile or home phone.'),
    obfuscate_sensitive_data_during_call: saying(Switch, 'Masking what is dialled during a call.'),
    auto_delete_data_after_retention_duration: ofSite(read.PhoneRetentionPolicy, read.PhoneRetentionPolicy.omit(told)),
    display_call_feedback_survey: ofSite(
      read.PhoneFeedbackPolicy,
      read.PhoneFeedbackPolicy.omit(told).extend({ reset }),
    ),
    customize_line_name: ofSite(read.PhoneLineNamePolicy, read.PhoneLineNamePolicy.omit(told).extend({ reset })),
    schedule_firmware_update: FirmwareUpdate,
    manage_call_routing_for_unassigned_numbers: UnassignedNumbers,
    show_custom_disclaimer_when_using_zoom_phone: ofSite(
      PhoneDisclaimerPolicy,
      PhoneDisclaimerPolicy.omit(told).extend({ reset }),
    ),
  },
  'The policies of a phone site that change; what is left out stays.',
);
