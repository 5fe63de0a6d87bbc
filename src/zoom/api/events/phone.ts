/** Zoom Phone: calls, what is kept of them, messages and devices. */
import { eventsOf, type Told } from '../../declare/event.ts';
import { as, bigInt, bool, dateTime, id, int, list, named, secretUrl, shape, string } from '../../declare/shape.ts';
import { CallHistoryDetail } from '../phone/call-history.entities.ts';
import { CallLog } from '../phone/call-logs.entities.ts';
import { callDirection } from '../phone/calls.ts';
import { extensionId, extensionNumber, extensionType, OF_ACCOUNT, PhoneEmergencyAddress } from '../phone/common.ts';
import { PhoneDevice } from '../phone/devices.entities.ts';
import { PhoneRecording } from '../phone/recordings.entities.ts';
import { PhoneUser } from '../phone/users.entities.ts';
import { Voicemail } from '../phone/voicemails.entities.ts';
import { Group } from '../users/groups.entities.ts';
import { User } from '../users/users.entities.ts';
import { itemsOf, picked } from './common.ts';

type Raw = Readonly<Record<string, unknown>>;
const objectIn = (value: unknown): Raw => (typeof value === 'object' && value !== null ? (value as Raw) : {});
const textOf = (value: unknown): string => String(value ?? '');

const CallParty = shape(
  'EventCallParty',
  {
    extension_id: extensionId,
    extension_type: extensionType,
    extension_number: extensionNumber,
    id: as('holderId', id('Who holds the extension, where an emergency call is made.')),
    user_id: id('The Zoom user.', { of: 'User' }),
    name: string('The name.'),
    display_name: string('The name that is shown, where an emergency call is made.'),
    phone_number: string('The number in E.164 form, or the extension.'),
    timezone: string('The time zone, such as Europe/Berlin.'),
    device_id: id('The device.'),
    device_name: string('What the device is called.'),
    device_type: string('Manufacturer and model of the device, or the app.'),
    connection_type: string('How it is connected, such as "voip" or "pstn_off_net".'),
    site_id: id('The site.', { of: 'PhoneSite' }),
    site_name: string('What the site is called.'),
  },
  'One end of a call.',
);
const Forwarder = shape(
  'EventCallForwarder',
  {
    name: string('The name.'),
    extension_number: string('The extension.'),
    phone_number: string('The number in E.164 form.'),
    extension_type: extensionType,
  },
  'Who forwarded a call.',
);
export const EventOwner = shape(
  'EventExtensionOwner',
  {
    id: id('The user, queue or whatever else it is.'),
    type: extensionType,
    name: string('The name.'),
    extension_number: extensionNumber,
  },
  'The extension that something belongs to.',
);

/** Addresses that stand at an entity have an id by that. */
const Address = named(
  'EventEmergencyAddress',
  PhoneEmergencyAddress.omit({ id: true }),
  'An address to which help is sent.',
).optional();

const userOf = (object: Raw, party: string): Told => ({ id: objectIn(object[party]).user_id });
const userId = {
  of: User,
  description: 'Only of this user.',
  ids: ({ user_id, callee, caller, owner, callee_user_id, caller_user_id }: Raw) => [
    user_id,
    callee_user_id,
    caller_user_id,
    objectIn(callee).user_id,
    objectIn(caller).user_id,
    objectIn(owner).id,
  ],
};

const Emergency = {
  location: as(
    'emergencyLocation',
    shape(
      'EventEmergencyLocation',
      {
        gps: list(string(), 'Latitude and longitude.'),
        ip: as('ips', list(string(), 'Addresses of the network.')),
        bssid: list(string(), 'Wireless networks.'),
      },
      'Where an emergency call is made.',
    ).optional(),
  ),
  router: string('Who carries an emergency call, such as "ZOOM".'),
  deliver_to: string('Who answers an emergency call, such as "PSAP" or "SAFETY_TEAM".'),
  emergency_address: Address,
};

export const PhoneCallEvents = eventsOf('PhoneCallEvent', {
  description: 'A step of a call by Zoom Phone, as one end of it sees it; `type` says which end.',
  object: shape('PhoneCallEventObject', {
    call_id: id('The call itself; its logs, recordings and voicemail share it.'),
    caller: CallParty,
    callee: CallParty,
    ringing_start_time: dateTime('When it began to ring.'),
    answer_start_time: as('answerTime', dateTime('When it was answered.')),
    connected_start_time: dateTime('When the ends were connected.'),
    call_end_time: as('endTime', dateTime('When the call ended.')),
    date_time: as('occurredAt', dateTime('When it happened.')),
    handup_result: as('hangupResult', string('How the call ended, in Zoom’s words.')),
    forwarded_by: Forwarder,
    redirect_forwarded_by: Forwarder,
    park_code: string('The code by which a parked call is taken again.'),
    park_failure_reason: string('Why the call could not be parked.'),
    meeting_id: id('The meeting that the call is to be turned into.', { of: 'Meeting' }),
    owner: EventOwner,
    transfer_phone_number: string('The number that the call is transferred to.'),
    failure_reason: string('Why it failed.'),
    conference_id: id('The conference.'),
    enable_multiple_party_conference: bool('Whether more than three may take part in the conference.'),
    ...Emergency,
  }),
  edges: {
    callerUser: {
      of: User,
      description: 'The user who called, where it is one of the account.',
      told: (object: Raw) => userOf(object, 'caller'),
    },
    calleeUser: {
      of: User,
      description: 'The user who was called, where it is one of the account.',
      told: (object: Raw) => userOf(object, 'callee'),
    },
  },
  filters: { userId },
  events: {
    phoneCallRinging: ['A call rings.', 'phone.caller_ringing', 'phone.callee_ringing'],
    phoneCallConnected: ['A call was answered.', 'phone.caller_connected', 'phone.callee_answered'],
    phoneCallMissed: ['A call was missed.', 'phone.callee_missed'],
    phoneCallRejected: ['A call was rejected.', 'phone.callee_rejected'],
    phoneCallEnded: ['A call ended.', 'phone.caller_ended', 'phone.callee_ended'],
    phoneCallHold: ['A call was put on hold.', 'phone.caller_hold', 'phone.callee_hold'],
    phoneCallUnhold: ['A call is no longer on hold.', 'phone.caller_unhold', 'phone.callee_unhold'],
    phoneCallMute: ['An end of a call was muted.', 'phone.caller_mute', 'phone.callee_mute'],
    phoneCallUnmute: ['An end of a call is no longer muted.', 'phone.caller_unmute', 'phone.callee_unmute'],
    phoneCallParked: ['A call was parked.', 'phone.callee_parked'],
    phoneCallMeetingInviting: [
      'The other end of a call was invited to a meeting.',
      'phone.caller_meeting_inviting',
      'phone.callee_meeting_inviting',
    ],
    phoneBlindTransferInitiated: ['A call is transferred without asking.', 'phone.blind_transfer_initiated'],
    phoneTransferCallToVoicemailInitiated: [
      'A call is transferred to voicemail.',
      'phone.transfer_call_to_voicemail_initiated',
    ],
    phoneConferenceStarted: ['A call was made a conference.', 'phone.conference_started'],
    phoneEmergencyAlert: ['An emergency number was called.', 'phone.emergency_alert'],
  },
  // What is kept of a call has events of its own.
  changes: [],
});

const ownLog = {
  of: User,
  description: 'The user whose log it is.',
  told: ({ user_id: id }: Raw) => ({ id }),
};
const CALL = ['id', 'call_id', 'date_time', 'direction', 'duration', 'result', 'path', 'call_end_time'];
const ofParty = (party: string): readonly string[] =>
  ['name', 'number', 'number_type', 'did_number'].map((what) => `${party}_${what}`);

export const PhoneCallLogEvents = eventsOf('PhoneCallLogEvent', {
  description: 'Something happened to entries of the call log of a user.',
  object: shape('PhoneCallLogEventObject', { user_id: id('The user whose log it is.', { of: 'User' }) }),
  edges: {
    user: ownLog,
    callLogs: {
      of: CallLog,
      description: 'The entries; of deleted ones only the IDs.',
      each: ({ call_logs, user_id }: Raw) =>
        itemsOf(call_logs).map((log) => ({
          user_id,
          ...picked(log, [...CALL, ...['caller', 'callee'].flatMap(ofParty), 'has_recording', 'has_voicemail']),
        })),
      place: ({ user_id }) => ({ userId: textOf(user_id) }),
    },
  },
  filters: { userId },
  events: {
    phoneCallLogCompleted: [
      'A call is in the call log.',
      'phone.caller_call_log_completed',
      'phone.callee_call_log_completed',
    ],
    phoneCallLogDeleted: ['Entries of a call log were moved to the trash.', 'phone.call_log_deleted'],
    phoneCallLogPermanentlyDeleted: [
      'Entries of a call log were deleted for good.',
      'phone.call_log_permanently_deleted',
    ],
  },
  changes: [CallLog],
});

export const PhoneCallHistoryEvents = eventsOf('PhoneCallHistoryEvent', {
  description: 'Something happened to entries of the call history of a user.',
  object: shape('PhoneCallHistoryEventObject', {
    user_id: id('The user whose history it is.', { of: 'User' }),
    call_id: id('The call that a summary is of.'),
    ai_call_summary_id: id('The summary of the call by AI Companion.'),
    edited: bool('Whether the summary was edited.'),
    deleted: bool('Whether the summary was deleted.'),
    move_to_trash: bool('Whether the entries were moved to the trash.'),
    delete_all: bool('Whether all entries were deleted.'),
  }),
  edges: {
    user: { ...ownLog, description: 'The user whose history it is.' },
    callHistory: {
      of: CallHistoryDetail,
      description: 'The entries.',
      each: ({ call_logs, call_log_ids }: Raw) => [
        ...itemsOf(call_logs).map((log) => picked(log, ['id', 'call_id', 'direction', 'start_time', 'end_time'])),
        ...(Array.isArray(call_log_ids) ? call_log_ids.map((id) => ({ id })) : []),
      ],
    },
  },
  filters: { userId },
  events: {
    phoneCallHistoryCompleted: [
      'A call is in the call history.',
      'phone.caller_call_history_completed',
      'phone.callee_call_history_completed',
    ],
    phoneCallHistoryDeleted: ['Entries of a call history were deleted.', 'phone.call_history_deleted'],
    phoneAiCallSummaryChanged: ['The summary of a call was edited or deleted.', 'phone.ai_call_summary_changed'],
  },
  changes: [CallHistoryDetail],
  changesNothing: ['phoneAiCallSummaryChanged'],
});

export const PhoneRecordingEvents = eventsOf('PhoneRecordingEvent', {
  description: 'Something happened to recordings of calls.',
  object: shape('PhoneRecordingEventObject', {
    call_id: id('The call, while it is recorded.'),
    user_id: id('The user whose call it is, while it is recorded.', { of: 'User' }),
    caller_number: string('The number of the caller, while the call is recorded.'),
    callee_number: string('The number of the callee, while the call is recorded.'),
    direction: callDirection,
    date_time: as('occurredAt', dateTime('When it happened.')),
    owner: EventOwner,
  }),
  edges: {
    recordings: {
      of: PhoneRecording,
      description: 'The recordings, when they are ready or deleted.',
      each: ({ recordings }: Raw) =>
        itemsOf(recordings).map((one) =>
          picked(one, [
            'id',
            'call_id',
            'call_log_id',
            'call_history_id',
            'direction',
            'recording_type',
            'date_time',
            'end_time',
            'duration',
            'owner',
            'site',
            'caller_name',
            'caller_number',
            'caller_number_type',
            'callee_name',
            'callee_number',
            'callee_number_type',
            'accepted_by',
            'outgoing_by',
            'download_url',
            'transcript_download_url',
          ]),
        ),
      place: () => OF_ACCOUNT,
    },
    user: { ...ownLog, description: 'The user whose call it is, while it is recorded.' },
  },
  filters: {
    userId: {
      ...userId,
      ids: (object: Raw) => [
        ...userId.ids(object),
        ...itemsOf(object.recordings).flatMap((one) => [one.user_id, objectIn(one.owner).id]),
      ],
    },
  },
  events: {
    phoneRecordingStarted: ['A call is recorded from now on.', 'phone.recording_started'],
    phoneRecordingPaused: ['The recording of a call was paused.', 'phone.recording_paused'],
    phoneRecordingResumed: ['The recording of a call goes on.', 'phone.recording_resumed'],
    phoneRecordingStopped: ['A call is no longer recorded.', 'phone.recording_stopped'],
    phoneRecordingFailed: ['A call could not be recorded.', 'phone.recording_failed'],
    phoneRecordingCompleted: ['The recording of a call is ready.', 'phone.recording_completed'],
    phoneRecordingCompletedForAccessMember: [
      'The recording of a call is ready for somebody who shares it.',
      'phone.recording_completed_for_access_member',
    ],
    phoneRecordingTranscriptCompleted: [
      'The transcript of the recording of a call is ready.',
      'phone.recording_transcript_completed',
    ],
    phoneRecordingDeleted: ['Recordings of calls were moved to the trash.', 'phone.recording_deleted'],
    phoneRecordingPermanentlyDeleted: [
      'Recordings of calls were deleted for good.',
      'phone.recording_permanently_deleted',
    ],
  },
  changes: [PhoneRecording],
  changesNothing: [
    'phoneRecordingStarted',
    'phoneRecordingPaused',
    'phoneRecordingResumed',
    'phoneRecordingStopped',
    'phoneRecordingFailed',
  ],
});

export const PhoneVoicemailEvents = eventsOf('PhoneVoicemailEvent', {
  description: 'Something happened to voicemails.',
  object: shape('PhoneVoicemailEventObject', {
    callee_user_id: id('The user who has the voicemail.', { of: 'User' }),
    callee_extension_type: extensionType,
    access_member_id: id('Who shares the voicemail.'),
    transcription: as(
      'transcript',
      shape(
        'EventVoicemailTranscript',
        {
          status: string('Whether the transcript could be made, in Zoom’s words.'),
          content: as('text', string('What was said.')),
        },
        'What was said in a voicemail.',
      ).optional(),
    ),
    voice_mails: as(
      'deletedVoicemails',
      list(shape('EventVoicemailKey', { id: id() }, 'A voicemail, by its id alone.'), 'Those that were deleted.'),
    ),
  }),
  edges: {
    voicemail: {
      of: Voicemail,
      description: 'The voicemail; null where several were deleted, or where it is not a user’s.',
      told: (object: Raw) =>
        object.callee_user_id === undefined
          ? null
          : picked(object, [
              'id',
              'date_time',
              'duration',
              'call_id',
              'call_log_id',
              'call_history_id',
              'download_url',
              'caller_name',
              'caller_number',
              'caller_number_type',
              'callee_name',
              'callee_number',
              'callee_number_type',
            ]),
      place: ({ callee_user_id }) => ({ userId: textOf(callee_user_id) }),
    },
    user: {
      of: User,
      description: 'The user who has the voicemail.',
      told: ({ callee_user_id: id }: Raw) => ({ id }),
    },
  },
  filters: { userId },
  events: {
    phoneVoicemailReceived: ['Somebody left a voicemail.', 'phone.voicemail_received'],
    phoneVoicemailReceivedForAccessMember: [
      'Somebody left a voicemail that is shared.',
      'phone.voicemail_received_for_access_member',
    ],
    phoneVoicemailTranscriptCompleted: [
      'The transcript of a voicemail is ready.',
      'phone.voicemail_transcript_completed',
    ],
    phoneVoicemailDeleted: ['Voicemails were moved to the trash.', 'phone.voicemail_deleted'],
    phoneVoicemailPermanentlyDeleted: ['Voicemails were deleted for good.', 'phone.voicemail_permanently_deleted'],
  },
  changes: [Voicemail],
});

const SmsParty = shape(
  'EventSmsParty',
  {
    id: id('The user, queue or whatever else it is.'),
    type: extensionType,
    display_name: as('name', string('The name.')),
    phone_number: string('The number in E.164 form.'),
  },
  'Who sent or got a text message.',
);
const SmsAttachment = shape(
  'EventSmsAttachment',
  {
    id: id('The file.'),
    name: as('fileName', string('What the file is called.')),
    size: bigInt('The size in bytes.'),
    type: string('The format of the file.'),
    download_url: secretUrl('Where the file is.'),
  },
  'A file in a text message.',
);
const OptStatus = shape(
  'EventSmsOptStatus',
  {
    consumer_phone_number: string('The number of the other side.'),
    zoom_phone_user_number: string('The number of the account.'),
    opt_status: string('Whether the other side agreed: "opt_in", "opt_out" or "pending".'),
  },
  'Whether somebody agreed to get text messages.',
);

export const PhoneSmsEvents = eventsOf('PhoneSmsEvent', {
  description: 'Something happened to a text message (SMS).',
  object: shape('PhoneSmsEventObject', {
    message_id: id('The message.'),
    session_id: id('The conversation.'),
    message: string('The text.'),
    sender: SmsParty,
    to_members: as('recipients', list(SmsParty, 'Whom it was sent to.')),
    owner: EventOwner,
    attachments: list(SmsAttachment, 'The files in the message.'),
    date_time: as('sentTime', dateTime('When it was sent.')),
    failure_reason: string('Why it failed.'),
    email: string('The email address of who broke the rule.'),
    policy_name: string('The rule that the text broke.'),
    phone_number_campaign_opt_statuses: as('optStatuses', list(OptStatus, 'Who agreed to get messages.')),
  }),
  edges: {
    user: {
      of: User,
      description: 'The user whose message it is.',
      told: ({ owner, email }: Raw) => {
        const { id, type = 'user' } = objectIn(owner);
        return type === 'user' ? { id, email } : null;
      },
    },
  },
  filters: { userId },
  events: {
    phoneSmsReceived: ['A text message came in.', 'phone.sms_received'],
    phoneSmsSent: ['A text message was sent.', 'phone.sms_sent'],
    phoneSmsSentFailed: ['A text message could not be sent.', 'phone.sms_sent_failed'],
    phoneSmsEtiquetteWarn: ['Somebody was warned of what a text message says.', 'phone.sms_etiquette_warn'],
    phoneSmsEtiquetteBlock: ['A text message was stopped for what it says.', 'phone.sms_etiquette_block'],
    phoneSmsCampaignNumberOptIn: ['Somebody agreed to get text messages.', 'phone.sms_campaign_number_opt_in'],
    phoneSmsCampaignNumberOptOut: [
      'Somebody no longer wants to get text messages.',
      'phone.sms_campaign_number_opt_out',
    ],
  },
  changes: [],
});

export const PhoneDeviceEvents = eventsOf('PhoneDeviceEvent', {
  description: 'Something happened to a desk phone.',
  object: shape('PhoneDeviceEventObject', {
    device_name: string('What the device is called.'),
    mac_address: string('The MAC address or serial number.'),
  }),
  edges: {
    device: {
      of: PhoneDevice,
      description: 'The device.',
      told: ({ id, device_id, device_name, display_name = device_name, ...object }: Raw) => ({
        ...picked(object, ['device_type', 'mac_address', 'site', 'provision']),
        id: id ?? device_id,
        display_name,
      }),
    },
  },
  events: {
    phoneDeviceRegistration: ['A device registered with Zoom Phone.', 'phone.device_registration'],
    phoneGenericDeviceProvision: ['A generic device was provisioned.', 'phone.generic_device_provision'],
  },
  changes: [PhoneDevice],
});

export const PhoneAdminEvents = eventsOf('PhoneAdminEvent', {
  description: 'Settings or numbers of Zoom Phone were updated.',
  object: shape('PhoneAdminEventObject', {
    cnam: string('The name that the other side sees of a peering number.'),
    carrier_code: int('The carrier of the peering numbers.'),
    phone_numbers: list(string(), 'The peering numbers, in E.164 form.'),
    emergency_address: Address,
  }),
  edges: {
    group: {
      of: Group,
      description: 'The group whose settings were updated.',
      told: ({ group_id: id }: Raw) => ({ id }),
    },
  },
  events: {
    phoneAccountSettingsUpdated: [
      'The settings of Zoom Phone of the account were updated.',
      'phone.account_settings_updated',
    ],
    phoneGroupSettingsUpdated: ['The settings of Zoom Phone of a group were updated.', 'phone.group_settings_updated'],
    phonePeeringNumberCnamUpdated: [
      'The name that the other side sees of peering numbers was updated.',
      'phone.peering_number_cnam_updated',
    ],
    phonePeeringNumberEmergencyAddressUpdated: [
      'The emergency address of peering numbers was updated.',
      'phone.peering_number_emergency_address_updated',
    ],
  },
  changes: [PhoneUser],
});
