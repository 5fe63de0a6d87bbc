import { afterEach, beforeEach, vi } from 'vitest';
import { byPage, callsOf } from '../../pages.ts';
import { globalId, reads } from '../../rows.ts';
import { type Received, refusal } from '../../stub.ts';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-10-31T12:00:00Z'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

/** What is asked for without `from` and `to`: four weeks up to today, and the days beside them. */
const MONTH = 'from=2026-10-03&to=2026-11-02';

const log = { id: 'l1', call_id: '7001', recording_id: 'r1', date_time: '2026-10-20T09:30:00Z' };
const { recording_id: _, ...byCall } = log;
const another = { ...log, id: 'l2', call_id: '7002', recording_id: 'r2', date_time: '2026-10-31T11:00:00Z' };
const recording = { id: 'r1', call_id: '7001', date_time: '2026-10-20T09:30:05Z', duration: 60 };
const people = [
  { id: 'u1', email: 'ann@example.com', name: 'Ann', extension_number: 1001 },
  { id: 'u2', email: 'bob@example.com', name: 'Bob', extension_number: 1002 },
];

const days = ['2026-10-20', '2026-10-04', '2026-10-03', '2026-09-15', '2026-09-06', '2026-08-05'];
const inside = (id: string, direction: string, caller: string, callee: string) => ({
  id,
  direction,
  date_time: '2026-10-20T09:30:00Z',
  caller_number: caller,
  caller_number_type: 1,
  callee_number: callee,
  callee_number_type: 1,
});
const parties = '{ caller { zoomId } callee { zoomId } }';

const site = { id: globalId('PhoneSite', 's1') };
const many = Array.from({ length: 200 }, (_, i) => i);
const users = many.slice(0, 150).map((i) => ({ id: `u${i}`, extension_number: 1000 + i, email: `u${i}@x.com` }));

reads([
  {
    name: "the account's log and a user's are lists of one type",
    table: {
      'GET /phone/call_logs': {
        call_logs: [
          {
            ...log,
            owner: { id: 'u1', extension_number: 1001 },
            direction: 'outbound',
            path: 'pstn',
            result: 'Call connected',
            caller_number_type: 1,
            callee_number_type: 2,
            recording_type: 'Automatic',
          },
        ],
      },
      'GET /phone/users/u1/call_logs': {
        call_logs: [{ ...log, site: { id: 's1' }, accepted_by: { extension_type: 'callQueue' } }],
      },
    },
    query: `{
      phone { callLogs { nodes { __typename owner { extensionNumber } direction path result callerNumberType calleeNumberType
        recordingType } } }
      phoneUser(id: "u1") { callLogs { nodes { __typename site { id } acceptedBy { extensionType } } } } }`,
    data: {
      phone: {
        callLogs: {
          nodes: [
            {
              __typename: 'CallLog',
              owner: { extensionNumber: '1001' },
              direction: 'OUTBOUND',
              path: 'PSTN',
              result: 'CALL_CONNECTED',
              callerNumberType: 'EXTENSION',
              calleeNumberType: 'PHONE_NUMBER',
              recordingType: 'AUTOMATIC',
            },
          ],
        },
      },
      phoneUser: {
        callLogs: { nodes: [{ __typename: 'CallLog', site, acceptedBy: { extensionType: 'CALL_QUEUE' } }] },
      },
    },
    calls: [`GET /phone/call_logs?${MONTH}&page_size=30`, `GET /phone/users/u1/call_logs?${MONTH}&page_size=30`],
    together: true,
  },
  {
    name: 'three months are walked in windows of a month, and a call on a border comes once',
    table: {
      'GET /phone/call_logs': ({ query }: Received) => ({
        // The windows overlap, so that calls of the days between two come with both.
        call_logs: days
          .filter((day) => day >= query.get('from')! && day <= query.get('to')!)
          .map((day) => ({ id: day, date_time: `${day}T10:00:00Z` })),
      }),
    },
    query: `{ phone { callLogs(from: "2026-08-01", type: MISSED, path: VOICE_MAIL, chargedCallLogs: false) {
      nodes { zoomId } pageInfo { hasNextPage } totalCount } } }`,
    at: 'phone.callLogs',
    data: { nodes: days.map((zoomId) => ({ zoomId })), pageInfo: { hasNextPage: false }, totalCount: 6 },
    calls: [
      MONTH,
      'from=2026-09-05&to=2026-10-05',
      'from=2026-08-08&to=2026-09-07',
      'from=2026-07-31&to=2026-08-10',
    ].map((window) => `GET /phone/call_logs?type=missed&path=voiceMail&charged_call_logs=false&${window}&page_size=30`),
  },
  {
    name: 'by their end calls are of the day on which they ended',
    table: {
      'GET /phone/call_logs': {
        call_logs: [
          { id: 'over midnight', date_time: '2026-10-30T23:50:00Z', call_end_time: '2026-10-31T00:10:00Z' },
          { id: 'the day before', date_time: '2026-10-30T23:00:00Z', call_end_time: '2026-10-30T23:10:00Z' },
        ],
      },
    },
    query: '{ phone { callLogs(from: "2026-10-31", to: "2026-10-31", timeType: END_TIME) { nodes { zoomId } } } }',
    at: 'phone.callLogs.nodes',
    data: [{ zoomId: 'over midnight' }],
    calls: ['GET /phone/call_logs?time_type=endTime&from=2026-10-30&to=2026-11-02&page_size=30'],
  },
  ...['phone', 'phoneUser(id: "u1")'].map((parent) => ({
    name: `what lies further back than Zoom keeps is refused with the limit (${parent})`,
    query: `{ ${parent} { callLogs(from: "2026-04-29") { nodes { zoomId } } } }`,
    at: parent.replace(/\(.*/, ''),
    data: { callLogs: null },
    errors: [
      {
        message: 'Zoom keeps this for 6 months: `from` must be 2026-04-30 or later, and is 2026-04-29.',
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ],
    calls: [],
  })),
  {
    name: 'caller and callee by extension take one walk of the phone users, however many logs there are',
    table: {
      'GET /phone/call_logs': {
        call_logs: many.map((i) =>
          inside(`l${i}`, i % 2 ? 'inbound' : 'outbound', String(1000 + (i % 150)), String(1149 - (i % 150))),
        ),
      },
      'GET /phone/users': byPage('users', [users.slice(0, 100), users.slice(100)]),
    },
    query: '{ phone { callLogs(first: 200) { nodes { caller { zoomId email user { email } } callee { zoomId } } } } }',
    at: 'phone.callLogs.nodes',
    data: many.map((i) => {
      const email = `u${i % 150}@x.com`;
      return { caller: { zoomId: `u${i % 150}`, email, user: { email } }, callee: { zoomId: `u${149 - (i % 150)}` } };
    }),
    calls: [`GET /phone/call_logs?${MONTH}&page_size=200`, ...callsOf('GET /phone/users?page_size=100', 2)],
  },
  {
    name: 'whose log it is needs no call, not even for the id of the user',
    table: {
      'GET /phone/call_logs': {
        call_logs: [
          { ...inside('l1', 'outbound', '1001', '1002'), user_id: 'u1', callee_number_type: 2 },
          { ...inside('l2', 'inbound', '1002', '1001'), owner: { id: 'u2', type: 'user' }, caller_number_type: 2 },
        ],
      },
    },
    query: '{ phone { callLogs { nodes { caller { id user { id } } callee { zoomId user { zoomId } } } } } }',
    at: 'phone.callLogs.nodes',
    data: [
      { caller: { id: globalId('PhoneUser', 'u1'), user: { id: globalId('User', 'u1') } }, callee: null },
      { caller: null, callee: { zoomId: 'u2', user: { zoomId: 'u2' } } },
    ],
    calls: [`GET /phone/call_logs?${MONTH}&page_size=30`],
  },
  {
    name: 'extensions that no phone user has, and numbers from outside, are nobody',
    table: {
      'GET /phone/call_logs': {
        call_logs: [
          { ...inside('l1', 'inbound', '1002', '2001'), owner: { id: 'q1', type: 'callQueue' } },
          { ...inside('l2', 'inbound', '', '1001'), caller_number_type: '2' },
          { ...inside('l3', 'outbound', '1001', '911'), callee_number_type: 3 },
        ],
      },
      'GET /phone/users': { users: people },
    },
    query: `{ phone { callLogs { nodes ${parties} } } }`,
    at: 'phone.callLogs.nodes',
    data: [
      { caller: { zoomId: 'u2' }, callee: null },
      { caller: null, callee: { zoomId: 'u1' } },
      { caller: { zoomId: 'u1' }, callee: null },
    ],
  },
  {
    name: 'the walk of the phone users is the list that the query reads anyway',
    table: {
      'GET /phone/call_logs': { call_logs: [inside('l1', 'outbound', '1001', '1002')] },
      'GET /phone/users': { users: people },
    },
    query: `{ phone { users(first: 100) { nodes { name } } callLogs { nodes ${parties} } } }`,
    at: 'phone',
    data: {
      users: { nodes: [{ name: 'Ann' }, { name: 'Bob' }] },
      callLogs: { nodes: [{ caller: { zoomId: 'u1' }, callee: { zoomId: 'u2' } }] },
    },
    calls: [`GET /phone/call_logs?${MONTH}&page_size=30`, 'GET /phone/users?page_size=100'],
    together: true,
  },
  {
    name: "a user's log names its recording by the call",
    table: {
      'GET /phone/users/u1': people[0],
      'GET /phone/users/u1/call_logs': {
        call_logs: [
          { ...byCall, has_recording: true },
          { ...byCall, id: 'l2', has_recording: false },
        ],
      },
      'GET /phone/recordings': { recordings: [{ id: 'r0', call_id: '1' }, recording] },
    },
    query: '{ phoneUser(id: "u1") { callLogs { nodes { recording { zoomId } } } } }',
    data: { phoneUser: { callLogs: { nodes: [{ recording: { zoomId: 'r1' } }, { recording: null }] } } },
  },
  {
    name: 'the recordings of calls are read by their days, each day once',
    table: {
      'GET /phone/call_logs': {
        call_logs: [another, log, { ...log, id: 'l3', recording_id: '' }, { ...log, id: 'l4', recording_id: 'gone' }],
      },
      'GET /phone/recordings': ({ query }: Received) => ({
        recordings: query.get('from') === '2026-10-30' ? [{ id: 'r2', call_id: '7002' }] : [{ id: 'r0' }, recording],
      }),
    },
    query: '{ phone { callLogs(first: 600) { nodes { recording { zoomId callId duration } } } } }',
    at: 'phone.callLogs.nodes',
    data: [
      { recording: { zoomId: 'r2', callId: '7002', duration: null } },
      { recording: { zoomId: 'r1', callId: '7001', duration: 60 } },
      { recording: null },
      { recording: null },
    ],
    calls: [
      `GET /phone/call_logs?${MONTH}&page_size=300`,
      'GET /phone/recordings?from=2026-10-19&to=2026-10-23&page_size=300',
      'GET /phone/recordings?from=2026-10-30&to=2026-11-02&page_size=300',
    ],
    together: true,
  },
  {
    name: 'the voicemail of a call is found among those of the user whose log it is: a list for each of them and day',
    table: {
      'GET /phone/call_logs': {
        call_logs: [
          { ...log, direction: 'inbound', result: 'Voicemail', owner: { id: 'u1', type: 'user' } },
          {
            ...log,
            id: 'l2',
            call_id: '7002',
            direction: 'inbound',
            result: 'Voicemail',
            owner: { id: 'u1', type: 'user' },
          },
          { ...log, id: 'l3', direction: 'inbound', result: 'Missed', owner: { id: 'u2', type: 'user' } },
          { ...log, id: 'l4', direction: 'inbound', result: 'Voicemail', owner: { id: 'q1', type: 'callQueue' } },
          { ...log, id: 'l5', direction: 'outbound', result: 'Voicemail', owner: { id: 'u2', type: 'user' } },
        ],
      },
      'GET /phone/users/u1/voice_mails': { voice_mails: [{ id: 'v1', call_id: '7001', duration: 9 }] },
    },
    query: '{ phone { callLogs(first: 600) { nodes { voicemail { zoomId duration } } } } }',
    at: 'phone.callLogs.nodes',
    data: [
      { voicemail: { zoomId: 'v1', duration: 9 } },
      { voicemail: null },
      { voicemail: null },
      { voicemail: null },
      { voicemail: null },
    ],
    calls: [
      `GET /phone/call_logs?${MONTH}&page_size=300`,
      'GET /phone/users/u1/voice_mails?from=2026-10-19&to=2026-10-23&page_size=300',
    ],
    together: true,
  },
  {
    name: 'recordings that Zoom refuses are null, and the logs stand',
    table: { 'GET /phone/call_logs': { call_logs: [log] }, 'GET /phone/recordings': refusal(400, 4711, 'No scope.') },
    query: '{ phone { callLogs { nodes { zoomId recording { zoomId } } } } }',
    at: 'phone.callLogs.nodes',
    data: [{ zoomId: 'l1', recording: null }],
    errors: [{ path: ['phone', 'callLogs', 'nodes', 0, 'recording'], extensions: { code: 'MISSING_SCOPE' } }],
  },
]);
