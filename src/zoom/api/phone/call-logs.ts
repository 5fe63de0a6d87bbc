/** Call logs, of the account and of one user. */
import { byToken, list as listing } from '../../declare/endpoint.ts';
import { bool, dateTime, enumOf, id, int, named, shape, string } from '../../declare/shape.ts';
import { callDirection, callIds, callNumberType, callRecordingType, parties } from './calls.ts';
import { extensionNumber, extensionType, monthOfHalfYear, PhoneSiteRef, pageTokenCodes } from './common.ts';
import { saying } from './policy.ts';

const numberOrigin = enumOf(
  'CallNumberOrigin',
  ['internal', 'external', 'byop'],
  'Where a number comes from: Zoom, another carrier, or premise peering (BYOP). Extensions have none.',
);

const callPath = enumOf(
  'CallPath',
  [
    'voiceMail',
    'message',
    'forward',
    'extension',
    'callQueue',
    'ivrMenu',
    'companyDirectory',
    'autoReceptionist',
    'contactCenter',
    'disconnected',
    'commonAreaPhone',
    'pstn',
    'transfer',
    'sharedLines',
    'sharedLineGroup',
    'tollFreeBilling',
    'meetingService',
    'parkPickup',
    'parkTimeout',
    'monitor',
    'takeover',
    'sipGroup',
  ],
  'What the call went through.',
);

const callResult = enumOf(
  'CallResult',
  [
    'Missed',
    'Voicemail',
    'Call connected',
    'Rejected',
    'Blocked',
    'Busy',
    'Wrong Number',
    'No Answer',
    'International Disabled',
    'Internal Error',
    'Call failed',
    'Restricted Number',
    'Call Cancel',
    'Message',
    'Answered by Other Member',
    'Call Cancelled',
    'Park',
    'Parked',
    'Blocked by non-GAL',
    'Blocked by info-Barriers',
    'Recording Failure',
    'Recorded',
    'Auto Recorded',
  ],
  'What became of the call.',
);

export const CallLogOwner = shape(
  'CallLogOwner',
  { id: id(), type: extensionType, name: string(), extension_number: extensionNumber },
  'The extension that a call log belongs to.',
);

export const CallLogParty = shape(
  'CallLogParty',
  {
    name: string(),
    extension_number: string(),
    extension_type: extensionType,
    number_type: callNumberType,
    phone_number: string(),
    location: string(),
  },
  'Someone who had a part in a call besides caller and callee. Only who forwarded it has an extension type.',
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
    department: string(),
    cost_center: string(),
    direction: callDirection,
    call_type: enumOf(
      'CallType',
      ['voip', 'pstn', 'tollfree', 'international', 'contactCenter'],
      'How the call was carried.',
    ),
    path: callPath,
    result: callResult,
    date_time: dateTime('When the call began.'),
    answer_start_time: dateTime('When an inbound call was answered.'),
    call_end_time: dateTime(),
    duration: int('How long the call is billed for, in seconds.'),
    hold_time: int('How long the call was on hold, in seconds.'),
    waiting_time: int('How long it took until the call was answered, in seconds.'),
    ...parties,
    caller_country_code: string('The country calling code.'),
    caller_country_iso_code: string('The two-letter code of the country.'),
    caller_did_number: string('The direct number in E.164 form.'),
    caller_number_source: numberOrigin,
    caller_billing_reference_id: id('Peering numbers only.'),
    callee_country_code: string('The country calling code.'),
    callee_country_iso_code: string('The two-letter code of the country.'),
    callee_did_number: string('The direct number in E.164 form.'),
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
    recording_id: id(),
    recording_type: callRecordingType,
    has_recording: bool(),
    has_voicemail: bool(),
    device_private_ip: string('Where the account shows addresses of devices in call logs.'),
    device_public_ip: string('Where the account shows addresses of devices in call logs.'),
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

const callLogType = enumOf('CallLogType', ['all', 'missed'], 'MISSED: only calls that nobody answered.');

// Zoom's `time_type` is left out: it would search by the end of calls, while the windows are walked by their start.
const ListCallLogsQuery = shape('ListCallLogsQuery', {
  type: callLogType,
  path: callPath,
  site_id: id(undefined, { of: 'PhoneSite' }),
  charged_call_logs: bool('Only calls that cost something.'),
});
const ListUserCallLogsQuery = shape('ListUserCallLogsQuery', {
  type: callLogType,
  phone_number: string('Only calls from or to this number.'),
});

export const listCallLogs = listing('/phone/call_logs', {
  items: 'call_logs',
  of: AccountCallLog,
  query: ListCallLogsQuery,
  paging: byToken(300),
  filters: { path: 'path', site_id: 'site.id' },
  window: monthOfHalfYear,
  limit: 'HEAVY',
  scopes: ['phone:read:admin', 'phone_call_log:read:admin', 'phone:read:list_call_logs:admin'],
  codes: pageTokenCodes,
});

export const listUserCallLogs = listing('/phone/users/{userId}/call_logs', {
  items: 'call_logs',
  of: UserCallLog,
  query: ListUserCallLogsQuery,
  paging: byToken(300),
  window: monthOfHalfYear,
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
