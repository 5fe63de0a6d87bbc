import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { globalId, reads, refusals } from '../../rows.ts';
import { stub } from '../../stub.ts';

type Query = { query: URLSearchParams };

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-10-31T12:00:00Z'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

/** What is asked for without `from` and `to`. */
const MONTH = 'from=2026-10-03&to=2026-11-02';

const ann = { id: 'u1', email: 'ann@example.com' };
const both = {
  id: 'r1',
  call_element_id: '',
  direction: 'inbound',
  date_time: '2026-10-20T09:30:05Z',
  caller_number_type: 2,
  callee_number_type: 1,
};
const ofAccount = {
  ...both,
  owner: { id: 'u1', type: 'user', extension_number: 1001, extension_status: 'deleted' },
  site: { id: 's1', name: 'Berlin' },
  recording_type: 'OnDemand',
  disclaimer_status: 0,
  auto_delete_enable: false,
};
const ofUser = { ...both, call_history_id: 'h1' };

test("the account's recordings and a user's are lists of one type", async () => {
  const { run, calls } = stub({
    'GET /phone/recordings': {
      recordings: [ofAccount, { id: 'r2', owner: { id: 'q1', type: 'callQueue' }, disclaimer_status: 9 }],
    },
    'GET /phone/users/u1/recordings': { recordings: [ofUser] },
  });
  const { data, errors } = await run(`
    fragment all on PhoneRecording { __typename zoomId callHistoryId callElementId direction dateTime callerNumberType
      calleeNumberType recordingType disclaimerStatus autoDeleteEnable site { id name }
      owner { zoomId type extensionNumber extensionStatus user { id user { id } } } }
    { phone { recordings { nodes { ...all } } } phoneUser(id: "u1") { recordings { nodes { ...all } } } }`);
  expect(errors).toBeUndefined();
  const none = {
    __typename: 'PhoneRecording',
    callHistoryId: null,
    callElementId: null,
    direction: null,
    dateTime: null,
    callerNumberType: null,
    calleeNumberType: null,
    recordingType: null,
    disclaimerStatus: null,
    autoDeleteEnable: null,
    site: null,
    owner: null,
  };
  const shared = {
    ...none,
    zoomId: 'r1',
    direction: 'INBOUND',
    dateTime: '2026-10-20T09:30:05.000Z',
    callerNumberType: 'PHONE_NUMBER',
    calleeNumberType: 'EXTENSION',
  };
  const first = {
    ...shared,
    recordingType: 'ON_DEMAND',
    disclaimerStatus: 'IMPLICIT',
    autoDeleteEnable: false,
    site: { id: globalId('PhoneSite', 's1'), name: 'Berlin' },
    owner: {
      zoomId: 'u1',
      type: 'USER',
      extensionNumber: '1001',
      extensionStatus: 'DELETED',
      user: { id: globalId('PhoneUser', 'u1'), user: { id: globalId('User', 'u1') } },
    },
  };
  const queue = { zoomId: 'q1', type: 'CALL_QUEUE', extensionNumber: null, extensionStatus: null, user: null };
  const second = { ...none, zoomId: 'r2', disclaimerStatus: 'UNRECOGNIZED', owner: queue };
  expect(data).toEqual({
    phone: { recordings: { nodes: [first, second] } },
    phoneUser: { recordings: { nodes: [{ ...shared, callHistoryId: 'h1' }] } },
  });
  expect(calls.sort()).toEqual([
    `GET /phone/recordings?${MONTH}&page_size=30`,
    `GET /phone/users/u1/recordings?${MONTH}&page_size=30`,
  ]);
});

test('recordings of the account go back as far as one likes, in windows, with filters and pages', async () => {
  const { run, calls } = stub({
    'GET /phone/recordings': ({ query }: Query) =>
      query.has('next_page_token')
        ? { recordings: [{ id: 'old', date_time: '2025-09-02T00:00:00Z' }] }
        : query.get('from') === '2025-08-31'
          ? { recordings: [], next_page_token: 'two' }
          : { recordings: [{ id: 'new', date_time: '2025-10-05T00:00:00Z' }] },
  });
  const { data, errors } = await run(`{ phone { recordings(from: "2025-09-01", to: "2025-10-10", ownerType: CALL_QUEUE,
    recordingType: ON_DEMAND, siteId: "s1", groupId: "g1") { nodes { zoomId } pageInfo { hasNextPage } } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    phone: { recordings: { nodes: [{ zoomId: 'new' }, { zoomId: 'old' }], pageInfo: { hasNextPage: false } } },
  });
  const filters = 'owner_type=callQueue&recording_type=OnDemand&site_id=s1&group_id=g1';
  expect(calls).toEqual([
    `GET /phone/recordings?${filters}&from=2025-09-12&to=2025-10-12&page_size=30`,
    `GET /phone/recordings?${filters}&from=2025-08-31&to=2025-09-14&page_size=30`,
    `GET /phone/recordings?${filters}&from=2025-08-31&to=2025-09-14&page_size=30&next_page_token=two`,
  ]);
});

test.each(['recordings', 'voicemails'])(
  "a user's %s older than six months are refused with the limit",
  async (field) => {
    const { run, calls } = stub({ 'GET /phone/users/u1': ann });
    const { data, errors } = await run(
      `{ phoneUser(id: "u1") { email ${field}(from: "2026-04-01") { nodes { zoomId } } } }`,
    );
    expect(data).toEqual({ phoneUser: { email: 'ann@example.com', [field]: null } });
    expect(errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([
      ['Zoom keeps this for 6 months: `from` must be 2026-04-30 or later, and is 2026-04-01.', 'BAD_USER_INPUT'],
    ]);
    expect(calls).toEqual(['GET /phone/users/u1']);
  },
);

const voicemails = `GET /phone/users/u1/voice_mails?status=all&trash=false&${MONTH}&page_size=30`;
reads([
  {
    name: "a user's voicemails",
    table: {
      'GET /phone/users/u1/voice_mails': ({ query }: Query) =>
        query.has('next_page_token')
          ? { voice_mails: [{ id: 'v2', status: 'archived' }] }
          : {
              voice_mails: [{ id: 'v1', status: 'unread', duration: 0, caller_name: '', caller_number_type: 2 }],
              next_page_token: 'two',
            },
    },
    query: `{ phoneUser(id: "u1") { voicemails(status: ALL, trash: false) { nodes {
      zoomId status duration callerName callerNumberType } } } }`,
    at: 'phoneUser.voicemails.nodes',
    data: [
      { zoomId: 'v1', status: 'UNREAD', duration: 0, callerName: null, callerNumberType: 'PHONE_NUMBER' },
      { zoomId: 'v2', status: 'UNRECOGNIZED', duration: null, callerName: null, callerNumberType: null },
    ],
    calls: [voicemails, `${voicemails}&next_page_token=two`],
  },
  {
    name: 'an empty list is empty',
    table: { 'GET /phone/recordings': { recordings: [] } },
    query: '{ phone { recordings { nodes { zoomId } } } }',
    data: { phone: { recordings: { nodes: [] } } },
  },
]);

refusals(
  [
    ['GET /phone/users/u1/recordings', 403, 2031, 'FORBIDDEN', 'recordings { nodes { zoomId } }'],
    ['GET /phone/users/u1/voice_mails', 404, 404, 'NOT_FOUND', 'voicemails { nodes { zoomId } }'],
  ],
  {
    table: { 'GET /phone/users/u1': ann },
    query: (refused) => `{ phoneUser(id: "u1") { email ${refused} } }`,
    data: { phoneUser: { email: 'ann@example.com', refused: null } },
  },
);
