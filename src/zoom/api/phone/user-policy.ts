/** The policies of a phone user, as Zoom tells them and as it takes them. */
import { bool, deprecated, id, list, named, saying, shape } from '../../declare/shape.ts';
import { PhoneAccessMember } from './common.ts';
import {
  governed,
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
  PhoneVoicemailEmailPolicy,
  PhoneVoicemailPolicy,
  policy,
  reset,
  settable,
} from './policy.ts';

const PhoneEmergencyAddressPolicy = shape(
  'PhoneEmergencyAddressPolicy',
  {
    enable: bool('Whether the user manages emergency addresses.'),
    prompt_default_address: bool('Whether the user is asked for a default address.'),
  },
  "Looking after one's own emergency addresses.",
);
const PhoneFaxPolicy = policy(
  'PhoneFaxPolicy',
  {
    fax_notification_by_email: bool('Whether an email announces a new fax.'),
    include_fax_as_attachment: bool('Whether the email holds the fax.'),
    enable_outbound_fax_transmission_report: bool('Whether the sender gets a report.'),
  },
  'Faxes.',
);

/** Policies that are plain flags, the same in both directions. */
const flags = {
  delegation: bool('Whether others may call and answer in the name of the user.'),
  elevate_to_meeting: bool('Whether calls may be turned into meetings.'),
  emergency_calls_to_psap: bool(
    "Whether emergency calls reach the public authorities. The account's own response team gets them in any case.",
  ),
  forwarding_to_external_numbers: deprecated(
    bool('Whether calls may be forwarded to external numbers.'),
    'Use `callHandlingForwardingToOtherUsers`.',
  ),
  international_calling: bool('Whether international calls outside the calling plan are allowed.'),
};

export const PhoneUserPolicy = shape(
  'PhoneUserPolicy',
  {
    ...flags,
    ad_hoc_call_recording: PhoneAdHocRecordingPolicy,
    ad_hoc_call_recording_access_members: list(PhoneAccessMember, 'Who may reach the recordings made by hand.'),
    auto_call_recording: PhoneAutoRecordingPolicy,
    auto_call_recording_access_members: list(PhoneAccessMember, 'Who may reach the automatic recordings.'),
    call_overflow: PhoneCallOverflowPolicy,
    call_park: PhoneCallParkPolicy,
    call_transferring: PhoneCallTransferPolicy,
    call_handling_forwarding_to_other_users: PhoneCallForwardingPolicy,
    emergency_address_management: PhoneEmergencyAddressPolicy,
    hand_off_to_room: saying(PhonePolicy, 'Sending calls to a Zoom Room.'),
    mobile_switch_to_carrier: saying(PhonePolicy, "Switching calls to the mobile phone's own carrier."),
    select_outbound_caller_id: PhoneOutboundCallerIdPolicy,
    sms: PhoneSmsPolicy,
    voicemail: PhoneVoicemailPolicy,
    voicemail_access_members: list(PhoneAccessMember, 'Who may reach the voicemails.'),
    voicemail_transcription: saying(PhonePolicy, 'Transcripts of voicemails.'),
    voicemail_notification_by_email: PhoneVoicemailEmailPolicy,
    shared_voicemail_notification_by_email: saying(PhonePolicy, 'Emails about new shared voicemails.'),
    voicemail_intent_based_prioritization: saying(PhonePolicy, 'Urgent voicemails first.'),
    voicemail_tasks: saying(PhonePolicy, 'Tasks drawn from voicemails.'),
    check_voicemails_over_phone: saying(PhonePolicy, 'Listening to voicemails from any phone by a PIN.'),
    zoom_phone_on_mobile: PhoneOnMobilePolicy,
    zoom_phone_on_desktop: PhoneOnDesktopPolicy,
    personal_audio_library: PhoneAudioLibraryPolicy,
    audio_intercom: saying(PhonePolicy, 'Intercom calls.'),
    peer_to_peer_media: saying(PhonePolicy, 'Media that goes from client to client.'),
    e2e_encryption: saying(PhonePolicy, 'End-to-end encryption of calls.'),
    outbound_calling: saying(PhonePolicy, 'Rules on which numbers may be called.'),
    outbound_sms: saying(PhonePolicy, 'Rules on which numbers may get messages.'),
    allow_end_user_edit_call_handling: saying(PhonePolicy, 'Changing how calls are handled.'),
    online_fax: PhoneFaxPolicy,
    show_custom_disclaimer_when_using_zoom_phone: PhoneDisclaimerPolicy,
  },
  'What a phone user may do.',
);

export const PhoneSwitchBody = named('PhoneSwitchBody', PhonePolicy.omit(governed), 'A policy to switch on or off.');
export const PhonePolicyBody = named(
  'PhonePolicyBody',
  PhoneSwitchBody.extend({ reset }),
  'A policy to switch on or off, or to give back to the level above.',
);

export const PhoneUserPolicyBody = shape(
  'PhoneUserPolicyBody',
  {
    ...flags,
    ad_hoc_call_recording: settable(
      PhoneAdHocRecordingPolicy,
      PhoneAdHocRecordingPolicy.omit(governed).extend({ reset }),
    ),
    auto_call_recording: settable(PhoneAutoRecordingPolicy, PhoneAutoRecordingPolicy.omit(governed).extend({ reset })),
    call_overflow: settable(PhoneCallOverflowPolicy, PhoneCallOverflowPolicy.omit(governed).extend({ reset })),
    call_park: settable(
      PhoneCallParkPolicy,
      PhoneCallParkPolicy.omit({ ...governed, forward_to: true, sequence: true }).extend({
        forward_to_extension_id: id('Where a parked call goes that nobody picks up.').optional(),
      }),
    ),
    call_transferring: settable(PhoneCallTransferPolicy, PhoneCallTransferPolicy.omit(governed).extend({ reset })),
    call_handling_forwarding_to_other_users: settable(
      PhoneCallForwardingPolicy,
      PhoneCallForwardingPolicy.omit(governed).extend({ reset }),
    ),
    emergency_address_management: PhoneEmergencyAddressPolicy,
    hand_off_to_room: PhoneSwitchBody,
    mobile_switch_to_carrier: PhoneSwitchBody,
    select_outbound_caller_id: settable(PhoneOutboundCallerIdPolicy, PhoneOutboundCallerIdPolicy.omit(governed)),
    sms: settable(PhoneSmsPolicy, PhoneSmsPolicy.omit(governed)),
    voicemail: settable(PhoneVoicemailPolicy, PhoneVoicemailPolicy.omit(governed)),
    voicemail_access_members: deprecated(
      list(
        settable(PhoneAccessMember, PhoneAccessMember.omit({ access_user_type: true, shared_id: true })),
        "Who else may use the user's voicemail.",
      ),
      'Zoom has operations of their own for shared access.',
    ),
    voicemail_transcription: PhonePolicyBody,
    voicemail_notification_by_email: settable(
      PhoneVoicemailEmailPolicy,
      PhoneVoicemailEmailPolicy.omit({ ...governed, forward_voicemail_to_email: true }).extend({ reset }),
    ),
    shared_voicemail_notification_by_email: PhonePolicyBody,
    check_voicemails_over_phone: PhonePolicyBody,
    zoom_phone_on_mobile: settable(PhoneOnMobilePolicy, PhoneOnMobilePolicy.omit(governed)),
    zoom_phone_on_desktop: settable(PhoneOnDesktopPolicy, PhoneOnDesktopPolicy.omit(governed).extend({ reset })),
    personal_audio_library: settable(PhoneAudioLibraryPolicy, PhoneAudioLibraryPolicy.omit(governed).extend({ reset })),
    audio_intercom: PhonePolicyBody,
    e2e_encryption: PhonePolicyBody,
    online_fax: settable(PhoneFaxPolicy, PhoneFaxPolicy.omit(governed).extend({ reset })),
    show_custom_disclaimer_when_using_zoom_phone: settable(
      PhoneDisclaimerPolicy,
      PhoneDisclaimerPolicy.omit(governed).extend({ reset }),
    ),
  },
  'The policies of a phone user that change; what is left out stays.',
);
