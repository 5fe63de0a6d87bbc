/** Call logs, of the account and of one user. */
import { byToken, list as listing } from '../../declare/endpoint.ts';
import {
  bool,
  dateTime,
  enumOf,
  id,
  int,
  named,
  renamed,
  saying,
  shape,
  string,
  writtenAs,
} from '../../declare/shape.ts';
import { callDirection, callIds, callNumberType, callRecordingType, callTimeType, parties } from './calls.ts';
import { extensionNumber, extensionType, monthOfHalfYear, PhoneSiteRef, pageTokenCodes } from './common.ts';

const numberOrigin = enumOf(
  'CallNumberOrigin',
  {
    INTERNAL: ['internal', 'Zoom.'],
    EXTERNAL: ['external', 'Another carrier.'],
    BYOP: ['byop', "The account's own premises, by peering (bring your own peering)."],
  },
  'Where a number comes from. Extensions have none.',
);

const callPath = enumOf(
  'CallPath',
  {
    VOICE_MAIL: ['voiceMail', 'Voicemail.'],
    MESSAGE: ['message', 'A voicemail greeting that takes messages.'],
    FORWARD: ['forward', 'Forwarding.'],
    EXTENSION: ['extension', 'An extension that was called directly.'],
    CALL_QUEUE: ['callQueue', 'A call queue.'],
    IVR_MENU: ['ivrMenu', 'The menu of an auto receptionist (interactive voice response).'],
    COMPANY_DIRECTORY: ['companyDirectory', 'The directory of the company.'],
    AUTO_RECEPTIONIST: ['autoReceptionist', 'An auto receptionist.'],
    CONTACT_CENTER: ['contactCenter', 'A contact center.'],
    DISCONNECTED: ['disconnected', 'Nothing: the call was disconnected.'],
    COMMON_AREA_PHONE: ['commonAreaPhone', 'The phone of a common area.'],
    PSTN: ['pstn', 'The public telephone network.'],
    TRANSFER: ['transfer', 'A transfer.'],
    SHARED_LINES: ['sharedLines', 'A line that several users share.'],
    SHARED_LINE_GROUP: ['sharedLineGroup', 'A shared line group.'],
    TOLL_FREE_BILLING: ['tollFreeBilling', 'A toll-free number, for which the account pays.'],
    MEETING_SERVICE: ['meetingService', 'A number by which people join meetings.'],
    PARK_PICKUP: ['parkPickup', 'Parking: the call was picked up.'],
    PARK_TIMEOUT: ['parkTimeout', 'Parking: the call was not picked up in time.'],
    MONITOR: ['monitor', 'Monitoring: somebody listened in.'],
    TAKEOVER: ['takeover', 'Monitoring: somebody took the call over.'],
    SIP_GROUP: ['sipGroup', 'A group of SIP trunks.'],
  },
  'What the call went through.',
);

const callResult = enumOf(
  'CallResult',
  {
    MISSED: ['Missed', 'Nobody answered.'],
    VOICEMAIL: ['Voicemail', 'The caller was sent to voicemail.'],
    CALL_CONNECTED: ['Call connected', 'The call was answered.'],
    REJECTED: ['Rejected', 'Who was called refused the call.'],
    BLOCKED: ['Blocked', 'The number is blocked.'],
    BUSY: ['Busy', 'The line was busy.'],
    WRONG_NUMBER: ['Wrong Number', 'The number does not exist.'],
    NO_ANSWER: ['No Answer', 'The call rang until it was given up.'],
    INTERNATIONAL_DISABLED: ['International Disabled', 'The caller may not call other countries.'],
    INTERNAL_ERROR: ['Internal Error', 'Zoom failed.'],
    CALL_FAILED: ['Call failed', 'The call could not be connected.'],
    RESTRICTED_NUMBER: ['Restricted Number', 'The number may not be called.'],
    CALL_CANCEL: ['Call Cancel', 'The caller hung up before the call was answered.'],
    MESSAGE: ['Message', 'A message was played or taken.'],
    ANSWERED_BY_OTHER_MEMBER: ['Answered by Other Member', 'Another member of the group or queue answered.'],
    CALL_CANCELLED: ['Call Cancelled', 'The caller hung up before the call was answered; another spelling of Zoom.'],
    PARK: ['Park', 'The call was parked.'],
    PARKED: ['Parked', 'The call was parked; another spelling of Zoom.'],
    BLOCKED_BY_NON_GAL: ['Blocked by non-GAL', 'The caller is not in the global address list.'],
    BLOCKED_BY_INFO_BARRIERS: ['Blocked by info-Barriers', 'An information barrier forbids the call.'],
    RECORDING_FAILURE: ['Recording Failure', 'The call could not be recorded.'],
    RECORDED: ['Recorded', 'The call was answered and recorded.'],
    AUTO_RECORDED: ['Auto Recorded', 'The call was answered and recorded automatically.'],
  },
  'What became of the call.',
);

export const CallLogOwner = shape(
  'CallLogOwner',
  { id: id(), type: extensionType, name: string('The name of the owner.'), extension_number: extensionNumber },
  'The extension that a call log belongs to.',
);

export const CallLogParty = shape(
  'CallLogParty',
  {
    name: string('The name of the person or the group.'),
    extension_number: string('The extension, where it is one.'),
    extension_type: extensionType,
    number_type: callNumberType,
    phone_number: string('The number in E.164 form, where it is one.'),
    location: string('Where the number is from, such as a state.'),
  },
  'Someone who took part in a call besides caller and callee. Only the one who forwarded it has an extension type.',
);

/** What call logs say; the lists of the account and of a user carry different parts of it. */
export const CallLog = shape(
  'CallLog',
  {
    id: id(),
    call_id: callIds.call_id,
    user_id: id('The Zoom user whose log it is.'),
    owner: CallLogOwner,
    site: PhoneSiteRef,
    department: string('The department of the owner.'),
    cost_center: string('The cost center of the owner.'),
    direction: callDirection,
    call_type: enumOf(
      'CallType',
      {
        VOIP: ['voip', 'Over the internet.'],
        PSTN: ['pstn', 'Over the public telephone network.'],
        TOLLFREE: ['tollfree', 'By a toll-free number.'],
        INTERNATIONAL: ['international', 'To or from another country.'],
        CONTACT_CENTER: ['contactCenter', 'By a contact center.'],
      },
      'How the call was carried.',
    ),
    path: callPath,
    result: callResult,
    date_time: renamed('dateTime', 'startTime', dateTime('When the call began.')),
    answer_start_time: renamed('answerStartTime', 'answerTime', dateTime('When an inbound call was answered.')),
    call_end_time: renamed('callEndTime', 'endTime', dateTime('When the call ended.')),
    duration: int('How long the call is billed for, in seconds.'),
    hold_time: int('How long the call was on hold, in seconds.'),
    waiting_time: int('How long it took until the call was answered, in seconds.'),
    ...parties,
    caller_country_code: string("The country calling code of the caller's number."),
    caller_country_iso_code: string("The two-letter code of the caller's country."),
    caller_did_number: string('The direct number of the caller, in E.164 form.'),
    caller_number_source: numberOrigin,
    caller_billing_reference_id: id(
      "The reference by which the caller's carrier bills the call; of peering numbers only.",
    ),
    callee_country_code: string("The country calling code of the callee's number."),
    callee_country_iso_code: string("The two-letter code of the callee's country."),
    callee_did_number: string('The direct number of the callee, in E.164 form.'),
    callee_number_source: numberOrigin,
    accepted_by: saying(CallLogParty, 'Who answered the call.'),
    forwarded_by: saying(CallLogParty, 'Who forwarded the call.'),
    forwarded_to: saying(CallLogParty, 'Who the call was forwarded to.'),
    outgoing_by: saying(
      CallLogParty,
      'Who placed the call, where it went out in the name of another, such as a queue.',
    ),
    client_code: string('What the user noted so that the call can be billed to a client.'),
    charge: string('What the call cost.'),
    rate: string('What a unit of the call cost.'),
    recording_id: id('The recording of the call; null where there is none.'),
    recording_type: callRecordingType,
    has_recording: bool('Whether the call was recorded.'),
    has_voicemail: bool('Whether the caller left a voicemail.'),
    device_private_ip: string(
      "The address of the device in the local network; null unless the account's call logs show addresses.",
    ),
    device_public_ip: string(
      "The address by which the device reached Zoom; null unless the account's call logs show addresses.",
    ),
  },
  'A call, as the log of an extension has it. The log of the account and that of one user each leave some fields null.',
);
export const AccountCallLog = named(
  'AccountCallLog',
  CallLog.omit({
    accepted_by: true,
    forwarded_by: true,
    forwarded_to: true,
    outgoing_by: true,
    has_recording: true,
    has_voicemail: true,
  }),
);
export const UserCallLog = named(
  'UserCallLog',
  CallLog.omit({
    call_type: true,
    owner: true,
    recording_id: true,
    device_private_ip: true,
    device_public_ip: true,
  }),
);

const callLogType = enumOf(
  'CallLogType',
  {
    ALL: ['all', 'All calls.'],
    MISSED: ['missed', 'Only calls that nobody answered.'],
  },
  'Which calls are listed.',
);

const timeType = writtenAs(callTimeType, (word) => (word === 'START_TIME' ? 'startTime' : 'endTime'));
const window = {
  ...monthOfHalfYear,
  by: 'time_type',
  means: { startTime: 'date_time', endTime: 'call_end_time' },
} as const;
const ListCallLogsQuery = shape('ListCallLogsQuery', {
  type: callLogType,
  path: callPath,
  site_id: id(undefined, { of: 'PhoneSite' }),
  charged_call_logs: bool('Only calls that cost something.'),
  time_type: timeType,
});
const ListUserCallLogsQuery = shape('ListUserCallLogsQuery', {
  type: callLogType,
  phone_number: string('Only calls from or to this number.'),
  time_type: timeType,
});

/** The day that Zoom named (docs/zoom.md 5.0.16). */
const retired = { on: '2026-05-30', instead: '`callHistory`' } as const;

export const listCallLogs = listing('/phone/call_logs', {
  items: 'call_logs',
  of: AccountCallLog,
  query: ListCallLogsQuery,
  paging: byToken(300),
  filters: { path: 'path', site_id: 'site.id' },
  window,
  retired,
  limit: 'HEAVY',
  scopes: ['phone:read:admin', 'phone_call_log:read:admin', 'phone:read:list_call_logs:admin'],
  codes: pageTokenCodes,
});

export const listUserCallLogs = listing('/phone/users/{userId}/call_logs', {
  items: 'call_logs',
  of: UserCallLog,
  query: ListUserCallLogsQuery,
  paging: byToken(300),
  window,
  retired,
  limit: 'MEDIUM',
  scopes: [
    'phone:read',
    'phone:read:admin',
    'phone_call_log:read',
    'phone_call_log:read:admin',
    'phone:read:list_call_logs',
    'phone:read:list_call_logs:admin',
  ],
  codes: pageTokenCodes,
});
