import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { globalId, reads } from '../../rows.ts';
import { refusal, stub } from '../../stub.ts';

type Query = { query: URLSearchParams };

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-10-31T12:00:00Z'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

/** What is asked for without `from` and `to`: four weeks up to today, and the days beside them. */
const MONTH = 'from=2026-10-03&to=2026-11-02';

const log = {
  id: 'l1',
  call_id: '7001',
  owner: { id: 'u1', type: 'user', extension_number: 1001 },
  site: { id: 's1', name: 'Berlin' },
  direction: 'outbound',
  call_type: 'voip',
  path: 'pstn',
  result: 'Call connected',
  date_time: '2026-10-20T09:30:00Z',
  answer_start_time: '',
  waiting_time: 0,
  caller_number_type: 1,
  callee_number_type: 2,
  callee_number_source: 'external',
  recording_id: 'r1',
  recording_type: 'Automatic',
};
const { recording_id: _, owner: __, call_type: ___, ...kept } = log;
const ofUser = {
  ...kept,
  has_recording: true,
  accepted_by: { extension_number: '1002', extension_type: 'callQueue', number_type: 1, location: '' },
};
const recording = { id: 'r1', call_id: '7001', date_time: '2026-10-20T09:30:05Z', duration: 60 };
const people = [
  { id: 'u1', email: 'ann@example.com', name: 'Ann', extension_number: 1001 },
  { id: 'u2', email: 'bob@example.com', name: 'Bob', extension_number: 1002 },
];

test("the account's log and a user's are lists of one type", async () => {
  const { run, calls } = stub({
    'GET /phone/call_logs': { call_logs: [log] },
    'GET /phone/users/u1/call_logs': { call_logs: [ofUser] },
  });
  const { data, errors } = await run(`
    fragment log on CallLog { __typename zoomId owner { type extensionNumber } site { id name } direction callType path
      result dateTime answerStartTime waitingTime callerNumberType calleeNumberType calleeNumberSource recordingId recordingType
      hasRecording acceptedBy { extensionNumber extensionType numberType location } }
    { phone { callLogs { nodes { ...log } } } phoneUser(id: "u1") { callLogs { nodes { ...log } } } }`);
  expect(errors).toBeUndefined();
  const both = {
    __typename: 'CallLog',
    zoomId: 'l1',
    site: { id: globalId('PhoneSite', 's1'), name: 'Berlin' },
    direction: 'OUTBOUND',
    path: 'PSTN',
    result: 'CALL_CONNECTED',
    dateTime: '2026-10-20T09:30:00.000Z',
    answerStartTime: null,
    waitingTime: 0,
    callerNumberType: 'EXTENSION',
    calleeNumberType: 'PHONE_NUMBER',
    calleeNumberSource: 'EXTERNAL',
    recordingType: 'AUTOMATIC',
  };
  const ofAccount = {
    ...both,
    owner: { type: 'USER', extensionNumber: '1001' },
    callType: 'VOIP',
    recordingId: 'r1',
    hasRecording: null,
    acceptedBy: null,
  };
  const acceptedBy = { extensionNumber: '1002', extensionType: 'CALL_QUEUE', numberType: 'EXTENSION', location: null };
  const ofAnn = { ...both, owner: null, callType: null, recordingId: null, hasRecording: true, acceptedBy };
  expect(data).toEqual({ phone: { callLogs: { nodes: [ofAccount] } }, phoneUser: { callLogs: { nodes: [ofAnn] } } });
  expect(calls.sort()).toEqual([
    `GET /phone/call_logs?${MONTH}&page_size=30`,
    `GET /phone/users/u1/call_logs?${MONTH}&page_size=30`,
  ]);
});

const days = ['2026-10-20', '2026-10-04', '2026-10-03', '2026-09-15', '2026-09-06', '2026-08-05'];
const byDay = ({ query }: Query) => ({
  // The windows overlap, so that calls of the days between two come with both.
  call_logs: days
    .filter((day) => day >= query.get('from')! && day <= query.get('to')!)
    .map((day) => ({ id: day, date_time: `${day}T10:00:00Z` })),
});
const windows = [
  MONTH,
  'from=2026-09-05&to=2026-10-05',
  'from=2026-08-08&to=2026-09-07',
  'from=2026-07-31&to=2026-08-10',
];

test('three months are walked in windows of a month, and a call on a border comes once', async () => {
  const { run, calls } = stub({ 'GET /phone/call_logs': byDay });
  const { data, errors } = await run<{ phone: { callLogs: { nodes: { zoomId: string }[] } } }>(
    '{ phone { callLogs(from: "2026-08-01") { nodes { zoomId } pageInfo { hasNextPage } totalCount } } }',
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    phone: { callLogs: { nodes: days.map((zoomId) => ({ zoomId })), pageInfo: { hasNextPage: false }, totalCount: 6 } },
  });
  expect(calls).toEqual(windows.map((window) => `GET /phone/call_logs?${window}&page_size=30`));
});

test('a cursor goes on within its window and over the border', async () => {
  const { run, calls } = stub({ 'GET /phone/call_logs': byDay });
  interface Page {
    phone: { callLogs: { nodes: { zoomId: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
  }
  const rest = async (after: string | null): Promise<string[]> => {
    const { data, errors } = await run<Page>(
      'query ($after: String) { phone { callLogs(from: "2026-08-01", first: 2, after: $after) { nodes { zoomId } pageInfo { hasNextPage endCursor } } } }',
      { after },
    );
    expect(errors).toBeUndefined();
    const { nodes, pageInfo } = data!.phone.callLogs;
    return [...nodes.map(({ zoomId }) => zoomId), ...(pageInfo.hasNextPage ? await rest(pageInfo.endCursor) : [])];
  };
  expect(await rest(null)).toEqual(days);
  expect(new Set(calls)).toEqual(new Set(windows.map((window) => `GET /phone/call_logs?${window}&page_size=30`)));
});

test.each(['phone { callLogs', 'phoneUser(id: "u1") { callLogs'])(
  'what lies further back than Zoom keeps is refused with the limit (%s)',
  async (field) => {
    const { run, calls } = stub({ 'GET /phone/users/u1': people[0] });
    const { errors } = await run(`{ ${field}(from: "2026-04-29") { nodes { zoomId } } } }`);
    expect(errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([
      ['Zoom keeps this for 6 months: `from` must be 2026-04-30 or later, and is 2026-04-29.', 'BAD_USER_INPUT'],
    ]);
    expect(calls.filter((call) => call.includes('call_logs'))).toEqual([]);
  },
);

test('filters of both logs reach Zoom under its names', async () => {
  const { run, calls } = stub({
    'GET /phone/users/u1': people[0],
    'GET /phone/call_logs': { call_logs: [] },
    'GET /phone/users/u1/call_logs': { call_logs: [] },
  });
  const { data, errors } = await run(`{
    phone { callLogs(from: "2026-10-05", to: "2026-10-10", type: MISSED, path: VOICE_MAIL, siteId: "${globalId('PhoneSite', 's1')}",
      chargedCallLogs: false) { nodes { zoomId } } }
    phoneUser(id: "u1") { callLogs(to: "2026-10-10", type: ALL, phoneNumber: "+4930") { nodes { zoomId } } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({ phone: { callLogs: { nodes: [] } }, phoneUser: { callLogs: { nodes: [] } } });
  expect(calls.filter((call) => call.includes('call_logs')).sort()).toEqual([
    'GET /phone/call_logs?type=missed&path=voiceMail&site_id=s1&charged_call_logs=false&from=2026-10-04&to=2026-10-12&page_size=30',
    'GET /phone/users/u1/call_logs?type=all&phone_number=+4930&from=2026-09-12&to=2026-10-12&page_size=30',
  ]);
});

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

test('caller and callee by extension take one walk of the phone users, however many logs there are', async () => {
  const logs = Array.from({ length: 200 }, (_, i) =>
    inside(`l${i}`, i % 2 ? 'inbound' : 'outbound', String(1000 + (i % 150)), String(1149 - (i % 150))),
  );
  const users = Array.from({ length: 150 }, (_, i) => ({
    id: `u${i}`,
    extension_number: 1000 + i,
    email: `u${i}@x.com`,
  }));
  const { run, calls } = stub({
    'GET /phone/call_logs': { call_logs: logs },
    'GET /phone/users': ({ query }: Query) =>
      query.has('next_page_token')
        ? { users: users.slice(100) }
        : { users: users.slice(0, 100), next_page_token: 'two' },
  });
  const { data, errors } = await run<{ phone: { callLogs: { nodes: object[] } } }>(
    '{ phone { callLogs(first: 200) { nodes { caller { zoomId email user { email } } callee { zoomId } } } } }',
  );
  expect(errors).toBeUndefined();
  expect(data?.phone.callLogs.nodes).toEqual(
    logs.map((_, i) => {
      const email = `u${i % 150}@x.com`;
      return { caller: { zoomId: `u${i % 150}`, email, user: { email } }, callee: { zoomId: `u${149 - (i % 150)}` } };
    }),
  );
  expect(calls).toEqual([
    `GET /phone/call_logs?${MONTH}&page_size=200`,
    'GET /phone/users?page_size=100',
    'GET /phone/users?page_size=100&next_page_token=two',
  ]);
});

reads([
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
      'GET /phone/users/u1/call_logs': { call_logs: [ofUser, { ...ofUser, id: 'l2', has_recording: false }] },
      'GET /phone/recordings': { recordings: [{ id: 'r0', call_id: '1' }, recording] },
    },
    query: '{ phoneUser(id: "u1") { callLogs { nodes { recording { zoomId } } } } }',
    data: { phoneUser: { callLogs: { nodes: [{ recording: { zoomId: 'r1' } }, { recording: null }] } } },
  },
]);

test('the recordings of calls are read by their days, each day once', async () => {
  const another = { ...log, id: 'l2', call_id: '7002', recording_id: 'r2', date_time: '2026-10-31T11:00:00Z' };
  const { run, calls } = stub({
    'GET /phone/call_logs': {
      call_logs: [another, log, { ...log, id: 'l3', recording_id: '' }, { ...log, id: 'l4', recording_id: 'gone' }],
    },
    'GET /phone/recordings': ({ query }: Query) => ({
      recordings: query.get('from') === '2026-10-30' ? [{ id: 'r2', call_id: '7002' }] : [{ id: 'r0' }, recording],
    }),
  });
  const { data, errors } = await run('{ phone { callLogs { nodes { recording { zoomId callId duration } } } } }');
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    phone: {
      callLogs: {
        nodes: [
          { recording: { zoomId: 'r2', callId: '7002', duration: null } },
          { recording: { zoomId: 'r1', callId: '7001', duration: 60 } },
          { recording: null },
          { recording: null },
        ],
      },
    },
  });
  expect(calls.sort()).toEqual([
    `GET /phone/call_logs?${MONTH}&page_size=30`,
    'GET /phone/recordings?from=2026-10-19&to=2026-10-23&page_size=300',
    'GET /phone/recordings?from=2026-10-30&to=2026-11-02&page_size=300',
  ]);
});

test('what Zoom refuses nulls its own field: the parties, the recordings, the log', async () => {
  const { run } = stub({
    'GET /phone/call_logs': { call_logs: [log] },
    'GET /phone/recordings': refusal(400, 4711, 'Invalid access token, does not contain scopes.'),
    'GET /phone/users/u1': people[0],
    'GET /phone/users/u1/call_logs': refusal(403, 403, 'No permission.'),
  });
  const { data, errors } = await run(
    '{ phone { callLogs { nodes { zoomId recording { zoomId } } } } phoneUser(id: "u1") { email callLogs { nodes { zoomId } } } }',
  );
  expect(data).toEqual({
    phone: { callLogs: { nodes: [{ zoomId: 'l1', recording: null }] } },
    phoneUser: { email: 'ann@example.com', callLogs: null },
  });
  expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]).sort()).toEqual([
    ['phone.callLogs.nodes.0.recording', 'MISSING_SCOPE'],
    ['phoneUser.callLogs', 'FORBIDDEN'],
  ]);
});
