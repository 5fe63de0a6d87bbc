/**
 * Call history, which takes the place of call logs: the calls of the account, each with the elements of its path, and the elements
 * that are a user's. Zoom also sends the arrays `call_logs` and `call_path` of an older form, which were to end in November 2026.
 */
import { byToken, get, list as listing } from '../../declare/endpoint.ts';
import {
  bool,
  dateTime,
  enumOf,
  id,
  int,
  list,
  named,
  renamed,
  shape,
  string,
  writtenAs,
} from '../../declare/shape.ts';
import { accountCodes, callDirection, callIds, callRecordingType, callTimeType } from './calls.ts';
import { pageTokenCodes } from './common.ts';

const connectType = enumOf(
  'CallReach',
  {
    INTERNAL: ['internal', 'Within the account.'],
    EXTERNAL: ['external', 'With the outside.'],
  },
  'Whether the call was within the account.',
);
const callType = enumOf(
  'CallPurpose',
  {
    GENERAL: ['general', 'An ordinary call.'],
    EMERGENCY: ['emergency', 'A call for help.'],
  },
  'Whether it was a call for help.',
);
const partyType = enumOf(
  'CallPartyType',
  {
    USER: ['user', 'A phone user.'],
    CALL_QUEUE: ['call_queue', 'A call queue.'],
    AUTO_RECEPTIONIST: ['auto_receptionist', 'An auto receptionist.'],
    COMMON_AREA: ['common_area', 'A common area.'],
    ZOOM_ROOM: ['zoom_room', 'A Zoom Room.'],
    CISCO_ROOM: ['cisco_room', 'A room system of Cisco.'],
    SHARED_LINE_GROUP: ['shared_line_group', 'A shared line group.'],
    GROUP_CALL_PICKUP: ['group_call_pickup', 'A group of which any member may pick up the call.'],
    EXTERNAL_CONTACT: ['external_contact', 'A contact outside of the account.'],
  },
  'The kind of an extension that took part in a call.',
);
const numberType = enumOf(
  'CallPartyNumberType',
  {
    ZOOM_PSTN: ['zoom_pstn', 'A number of Zoom in the public telephone network.'],
    ZOOM_TOLL_FREE_NUMBER: ['zoom_toll_free_number', 'A toll-free number of Zoom.'],
    EXTERNAL_PSTN: ['external_pstn', 'A number of another carrier in the public telephone network.'],
    EXTERNAL_CONTACT: ['external_contact', 'The number of a contact outside of the account.'],
    BYOC: ['byoc', "A number of the account's own carrier."],
    BYOP: ['byop', "A number of the account's own premises, by peering."],
    THIRD_PARTY_CONTACT_CENTER: ['3rd_party_contact_center', 'The contact center of another company.'],
    ZOOM_SERVICE_NUMBER: ['zoom_service_number', 'A number of a service of Zoom.'],
    EXTERNAL_SERVICE_NUMBER: ['external_service_number', 'A number of a service of others.'],
    ZOOM_CONTACT_CENTER: ['zoom_contact_center', 'Zoom Contact Center.'],
    MEETING_PHONE_NUMBER: ['meeting_phone_number', 'A number by which people join meetings.'],
    MEETING_ID: ['meeting_id', 'The number of a meeting.'],
    ANONYMOUS_NUMBER: ['anonymous_number', 'A number that was hidden.'],
    ZOOM_REVENUE_ACCELERATOR: ['zoom_revenue_accelerator', 'Zoom Revenue Accelerator.'],
    ZRA_PHONE_NUMBER: ['zra_phone_number', 'Zoom Revenue Accelerator, as elements of calls call it.'],
  },
  'What kind of number it is.',
);
const result = enumOf(
  'CallHistoryResult',
  {
    ANSWERED: ['answered', 'It was answered.'],
    ACCEPTED: ['accepted', 'It was accepted.'],
    PICKED_UP: ['picked_up', 'Somebody picked it up for another.'],
    CONNECTED: ['connected', 'It was connected.'],
    SUCCEEDED: ['succeeded', 'It succeeded.'],
    VOICEMAIL: ['voicemail', 'It went to voicemail.'],
    HANG_UP: ['hang_up', 'Somebody hung up.'],
    CANCELED: ['canceled', 'The caller gave up before it was answered.'],
    CALL_FAILED: ['call_failed', 'It failed.'],
    UNCONNECTED: ['unconnected', 'It was not connected.'],
    REJECTED: ['rejected', 'It was refused.'],
    BUSY: ['busy', 'The line was busy.'],
    RING_TIMEOUT: ['ring_timeout', 'It rang too long.'],
    OVERFLOWED: ['overflowed', 'There were too many calls.'],
    NO_ANSWER: ['no_answer', 'Nobody answered.'],
    INVALID_KEY: ['invalid_key', 'The caller pressed a key that means nothing.'],
    INVALID_OPERATION: ['invalid_operation', 'The caller chose something that is not possible.'],
    ABANDONED: ['abandoned', 'The caller gave up while waiting.'],
    SYSTEM_BLOCKED: ['system_blocked', 'Zoom blocked it.'],
    SERVICE_UNAVAILABLE: ['service_unavailable', 'The service was not available.'],
    BLOCKED: ['blocked', 'It was blocked.'],
  },
  'What became of a call, or of a part of it.',
);
const recordingStatus = enumOf(
  'CallRecordingStatus',
  {
    RECORDED: ['recorded', 'There is a recording at least of a part of it.'],
    NON_RECORDED: ['non_recorded', 'There is no recording.'],
  },
  'Whether the call was recorded.',
);

/** One end of a call; the names of its fields begin with the end. */
const endOf = <E extends 'caller' | 'callee'>(end: E, who: string) =>
  ({
    [`${end}_ext_id`]: id(`The extension of who ${who}.`),
    [`${end}_ext_number`]: string(`What one dials to reach who ${who}.`),
    [`${end}_ext_type`]: partyType.describe(`The kind of extension of who ${who}.`),
    [`${end}_name`]: string(`The name of who ${who}.`),
    [`${end}_email`]: string(`The email address of who ${who}.`),
    [`${end}_did_number`]: string(`The direct number of who ${who}, in E.164 form.`),
  }) as {
    [K in `${E}_ext_id` | `${E}_ext_number` | `${E}_name` | `${E}_email` | `${E}_did_number`]: ReturnType<
      typeof string
    >;
  } & { [K in `${E}_ext_type`]: typeof partyType };
const detailsOf = <E extends 'caller' | 'callee'>(end: E, who: string) =>
  ({
    [`${end}_number_type`]: numberType.describe(`The kind of number of who ${who}.`),
    [`${end}_device_type`]: string(`The device of who ${who}.`),
    [`${end}_country_iso_code`]: string(`The two-letter code of the country of who ${who}.`),
    [`${end}_country_code`]: string(`The country calling code of who ${who}.`),
  }) as { [K in `${E}_device_type` | `${E}_country_iso_code` | `${E}_country_code`]: ReturnType<typeof string> } & {
    [K in `${E}_number_type`]: typeof numberType;
  };
/** What only the list of a user tells of an end. */
const staffOf = <E extends 'caller' | 'callee'>(end: E, who: string) =>
  ({
    [`${end}_employee_id`]: id(`The employee number of who ${who}.`),
    [`${end}_device_private_ip`]: string(`The address in the local network of the device of who ${who}.`),
    [`${end}_device_public_ip`]: string(`The address by which the device of who ${who} reached Zoom.`),
    [`${end}_site_id`]: id(`The site of who ${who}, by Zoom's own ID.`),
    [`${end}_department`]: string(`The department of who ${who}.`),
    [`${end}_cost_center`]: string(`The cost center of who ${who}.`),
  }) as {
    [K in `${E}_${'employee_id' | 'device_private_ip' | 'device_public_ip' | 'site_id' | 'department' | 'cost_center'}`]: ReturnType<
      typeof string
    >;
  };
const ends = { ...endOf('caller', 'called'), ...endOf('callee', 'was called') };
const endDetails = { ...detailsOf('caller', 'called'), ...detailsOf('callee', 'was called') };
const staff = { ...staffOf('caller', 'called'), ...staffOf('callee', 'was called') };

/** What a call and each part of it say alike. */
const common = {
  call_id: callIds.call_id,
  connect_type: connectType,
  call_type: callType,
  direction: callDirection,
  hide_caller_id: bool('Whether the caller hid their number.'),
  end_to_end: bool('Whether the call was encrypted from end to end.'),
  ...ends,
  start_time: dateTime('When it began.'),
  answer_time: dateTime('When it was answered.'),
  end_time: dateTime('When it ended.'),
  group_id: id("The primary group of the user, by Zoom's own ID."),
};
/** Of the user whose call it is. */
const ofUser = {
  department: string('The department of the user.'),
  cost_center: string('The cost center of the user.'),
  site_id: id("The site of the user, by Zoom's own ID."),
  site_name: string('The name of the site of the user.'),
};
const happened = {
  event: enumOf(
    'CallEvent',
    {
      INCOMING: ['incoming', 'The call came in.'],
      TRANSFER_FROM_ZOOM_CONTACT_CENTER: ['transfer_from_zoom_contact_center', 'Zoom Contact Center transferred it.'],
      SHARED_LINE_INCOMING: ['shared_line_incoming', 'The call came in on a shared line.'],
      OUTGOING: ['outgoing', 'The call went out.'],
      CALL_ME_ON: ['call_me_on', 'Zoom called the user back on another phone.'],
      OUTGOING_TO_ZOOM_CONTACT_CENTER: ['outgoing_to_zoom_contact_center', 'The call went to Zoom Contact Center.'],
      WARM_TRANSFER: ['warm_transfer', 'Somebody transferred it after a word with who took it.'],
      FORWARD: ['forward', 'It was forwarded.'],
      RING_TO_MEMBER: ['ring_to_member', 'It rang at a member of a queue or group.'],
      OVERFLOW: ['overflow', 'There were too many calls, and it went on.'],
      DIRECT_TRANSFER: ['direct_transfer', 'Somebody transferred it without a word.'],
      BARGE: ['barge', 'Somebody joined the call.'],
      MONITOR: ['monitor', 'Somebody monitored the call.'],
      WHISPER: ['whisper', 'Somebody spoke to one side alone.'],
      LISTEN: ['listen', 'Somebody listened in.'],
      TAKEOVER: ['takeover', 'Somebody took the call over.'],
      CONFERENCE_BARGE: ['conference_barge', 'Somebody joined as to a conference.'],
      PARK: ['park', 'The call was parked.'],
      TIMEOUT: ['timeout', 'The call was parked too long.'],
      PARK_PICK_UP: ['park_pick_up', 'The parked call was picked up.'],
      MERGE: ['merge', 'Two calls became one.'],
      SHARED: ['shared', 'The call was shared.'],
    },
    'What happened in this part of the call.',
  ),
  result: result.describe('What became of this part of the call.'),
  result_reason: enumOf(
    'CallResultReason',
    {
      ANSWERED_BY_OTHER: ['answered_by_other', 'Another answered.'],
      PICKUP_BY_OTHER: ['pickup_by_other', 'Another picked it up.'],
      CALL_OUT_BY_OTHER: ['call_out_by_other', 'Another called.'],
    },
    'Why this became of it.',
  ),
  operator_ext_id: id('The extension of who did it, where somebody did, such as a transfer.'),
  operator_ext_number: string('What one dials to reach who did it.'),
  operator_ext_type: partyType.describe('The kind of extension of who did it.'),
  operator_name: string('The name of who did it.'),
  recording_id: id('The recording of this part; null where there is none.'),
  recording_type: writtenAs(callRecordingType, (word) => (word === 'ON_DEMAND' ? 'ad-hoc' : 'automatic')),
  voicemail_id: id('The voicemail of this part; null where there is none.'),
  hold_time: int('How long the call was on hold, in seconds.'),
};
const inPath = {
  client_code: string('What the user noted so that the call can be billed to a client.'),
  device_private_ip: string("The address of the user's device in the local network."),
  device_public_ip: string("The address by which the user's device reached Zoom."),
  press_key: string('The key that was pressed.'),
  segment: int('The place of this part in the call, from 0.'),
  node: renamed('node', 'position', int('The place of this event in its part, from 0.')),
  is_node: int('Whether it is an event of its own: 1 if it is.'),
  waiting_time: int('How long it took until this part was answered, in seconds.'),
};

/** All that any answer tells of a part of a call. */
export const CallElement = shape(
  'CallElement',
  {
    call_element_id: id('The part itself.'),
    call_history_uuid: id('The whole call.'),
    ...common,
    ...endDetails,
    ...staff,
    ...ofUser,
    ...happened,
    ...inPath,
    ...accountCodes,
    talk_time: int('How long they spoke, in seconds.'),
    wait_time: int('How long it took until the call was answered, in seconds; in the list of a user.'),
  },
  'A part of a call: what happened in it, between whom, and what became of it.',
);
const staffKeys = {
  caller_employee_id: true,
  caller_device_private_ip: true,
  caller_device_public_ip: true,
  caller_site_id: true,
  caller_department: true,
  caller_cost_center: true,
  callee_employee_id: true,
  callee_device_private_ip: true,
  callee_device_public_ip: true,
  callee_site_id: true,
  callee_department: true,
  callee_cost_center: true,
  talk_time: true,
  wait_time: true,
} as const;
export const FetchedCallElement = named('FetchedCallElement', CallElement.omit(staffKeys));
/** As it stands in the path of a call. */
export const CallPathElement = named(
  'CallPathElement',
  FetchedCallElement.omit({ call_history_uuid: true, caller_account_code: true, callee_account_code: true }),
);
/** As it stands in the list of a user. */
export const UserCallElement = named(
  'UserCallElement',
  CallElement.omit({
    department: true,
    cost_center: true,
    site_id: true,
    site_name: true,
    client_code: true,
    device_private_ip: true,
    device_public_ip: true,
    press_key: true,
    segment: true,
    node: true,
    is_node: true,
    waiting_time: true,
  }),
);

/** A part of a call in the older form of call history. */
export const CallHistoryDetail = named(
  'CallHistoryDetail',
  FetchedCallElement.omit({ call_element_id: true, call_history_uuid: true }).extend(
    shape('CallHistoryDetailIds', {
      id: id(),
      call_path_id: id('The path that the part belongs to.'),
    }).shape,
  ),
  'A part of a call, in the older form of call history.',
);

export const CallHistory = shape(
  'CallHistory',
  {
    call_history_uuid: id('The call itself, as the history has it.'),
    ...common,
    ...endDetails,
    ...ofUser,
    ...accountCodes,
    international: bool('Whether the call was to or from another country.'),
    duration: int('How long the call was, in seconds.'),
    call_result: result.describe('What became of the call in the end.'),
    recording_status: recordingStatus,
    spam: string('Why Zoom takes the call for spam, where it does.'),
    sbc_id: id('The session border controller through which the call went.'),
    sbc_name: string('The name of the session border controller.'),
    sip_group_id: id('The group of SIP trunks through which the call went.'),
    sip_group_name: string('The name of the group of SIP trunks.'),
    call_elements: list(CallPathElement, 'The parts of the call, in their order.'),
  },
  'A call, as the history of the account has it.',
);
export const ListedCallHistory = named('ListedCallHistory', CallHistory.omit({ call_elements: true }));
/** Zoom misspells one of the account codes here, and it is left to the list (docs/zoom.md 8.0.17). */
export const CallPath = named(
  'CallPath',
  CallHistory.omit({
    caller_number_type: true,
    caller_device_type: true,
    caller_country_iso_code: true,
    caller_country_code: true,
    callee_number_type: true,
    callee_device_type: true,
    callee_country_iso_code: true,
    callee_country_code: true,
    caller_account_code: true,
    duration: true,
    call_result: true,
    recording_status: true,
    spam: true,
    sbc_id: true,
    sbc_name: true,
    sip_group_id: true,
    sip_group_name: true,
  }),
);

/** How Zoom wants several values is not documented: they go as one text, joined by commas. */
const query = {
  keyword: string('Only calls with this in a name, extension, number, email address or call ID.'),
  directions: list(callDirection, 'Only calls of these directions.', { max: 2 }),
  connect_types: list(connectType, 'Only calls of these kinds.', { max: 2 }),
  number_types: list(numberType, 'Only calls in which a number of these kinds took part.', { max: 10 }),
  call_types: list(callType, 'Only calls of these kinds.', { max: 2 }),
  extension_types: list(partyType, 'Only calls in which an extension of these kinds took part.', { max: 10 }),
  call_results: list(result, 'Only calls of which this became.', { max: 10 }),
  group_ids: list(id('A group.', { of: 'Group' }), 'Only calls of users whose primary group this is.', { max: 10 }),
  site_ids: list(id('A site.', { of: 'PhoneSite' }), 'Only calls of users of these sites.', { max: 10 }),
  department: string('Only calls of users of this department.'),
  cost_center: string('Only calls of users of this cost center.'),
  time_type: callTimeType,
  recording_status: recordingStatus,
  with_voicemail: bool('Only calls with a voicemail, or only those without.'),
};
const ListCallHistoryQuery = shape('ListCallHistoryQuery', {
  ...query,
  call_ids: list(id('A call.'), 'Only these calls.'),
});
const ListUserCallHistoryQuery = shape('ListUserCallHistoryQuery', query);
/** The calls of a month of the last half year (docs/zoom.md 4). */
const window = { days: 30, months: 6, at: 'start_time', by: 'time_type' } as const;
const filters = { department: 'department', cost_center: 'cost_center' } as const;

export const listCallHistory = listing('/phone/call_history', {
  items: 'call_history',
  of: ListedCallHistory,
  query: ListCallHistoryQuery,
  paging: byToken(300),
  filters,
  search: 'keyword',
  window,
  limit: 'HEAVY',
  scopes: ['phone:read:admin', 'phone_call_log:read:admin', 'phone:read:list_call_logs:admin'],
  codes: pageTokenCodes,
});

export const getCallHistory = get('/phone/call_history/{callHistoryUuid}', {
  of: CallPath,
  limit: 'LIGHT',
  scopes: ['phone:read:admin', 'phone_call_log:read:admin', 'phone:read:call_log:admin'],
});

export const listUserCallHistory = listing('/phone/users/{userId}/call_history', {
  items: 'call_elements',
  of: UserCallElement,
  query: ListUserCallHistoryQuery,
  paging: byToken(300),
  search: 'keyword',
  window,
  limit: 'MEDIUM',
  scopes: ['phone:read:admin', 'phone_call_log:read', 'phone:read:list_call_logs', 'phone:read:list_call_logs:admin'],
  codes: { ...pageTokenCodes },
});

export const getCallElement = get('/phone/call_element/{callElementId}', {
  of: FetchedCallElement,
  limit: 'LIGHT',
  scopes: ['phone:read', 'phone_call_log:read', 'phone_call_log:read:admin', 'phone:read:call_log:admin'],
});

export const getCallHistoryDetail = get('/phone/call_history_detail/{callHistoryId}', {
  of: CallHistoryDetail,
  limit: 'LIGHT',
  scopes: ['phone:read', 'phone_call_log:read', 'phone_call_log:read:admin', 'phone:read:call_log:admin'],
  codes: { 301: 'NOT_FOUND' },
});
