import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { refusal, stub } from '../../stub.ts';

const idOf = (type: string, id: string) => btoa(`${type}:${id}`);
type Query = { query: URLSearchParams };

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-10-31T12:00:00Z'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

/** What is asked for without `from` and `to`. */
const MONTH = 'from=2026-10-03&to=2026-11-02';

const ann = { id: 'u1', email: 'ann@example.com' };
const both = {
  id: 'r1',
  call_id: '7001',
  call_log_id: 'l1',
  call_element_id: '',
  direction: 'inbound',
  date_time: '2026-10-20T09:30:05Z',
  duration: 60,
  caller_number: '+4930123456',
  caller_number_type: 2,
  callee_number: '1001',
  callee_number_type: 1,
  download_url: 'https://zoom.test/v2/phone/recording/download/x',
  accepted_by: { name: 'Ann', extension_number: '1001' },
};
const ofAccount = {
  ...both,
  owner: {
    id: 'u1',
    type: 'user',
    name: 'Ann',
    extension_number: 1001,
    extension_status: 'deleted',
    extension_deleted_time: '2026-10-30T00:00:00Z',
  },
  site: { id: 's1', name: 'Berlin' },
  recording_type: 'OnDemand',
  end_time: '2026-10-20T09:31:05Z',
  disclaimer_status: 0,
  auto_delete_enable: false,
};
const ofUser = { ...both, call_history_id: 'h1', transcript_download_url: '' };
const shared = {
  __typename: 'PhoneRecording',
  zoomId: 'r1',
  callId: '7001',
  callLogId: 'l1',
  callElementId: null,
  direction: 'INBOUND',
  dateTime: '2026-10-20T09:30:05.000Z',
  duration: 60,
  callerNumber: '+4930123456',
  callerNumberType: 'PHONE_NUMBER',
  calleeNumber: '1001',
  calleeNumberType: 'EXTENSION',
  downloadUrl: 'https://zoom.test/v2/phone/recording/download/x',
  transcriptDownloadUrl: null,
  acceptedBy: { name: 'Ann', extensionNumber: '1001' },
};

test("the account's recordings and a user's are lists of one type", async () => {
  const { run, calls } = stub({
    'GET /phone/recordings': {
      recordings: [ofAccount, { id: 'r2', owner: { id: 'q1', type: 'callQueue' }, disclaimer_status: 9 }],
    },
    'GET /phone/users/u1/recordings': { recordings: [ofUser] },
  });
  const { data, errors } = await run(`
    fragment all on PhoneRecording { __typename zoomId callId callLogId callHistoryId callElementId direction dateTime endTime
      duration callerNumber callerNumberType calleeNumber calleeNumberType downloadUrl transcriptDownloadUrl recordingType
      disclaimerStatus autoDeleteEnable acceptedBy { name extensionNumber } site { id name }
      owner { zoomId type name extensionNumber extensionStatus extensionDeletedTime user { id user { id } } } }
    { phone { recordings { nodes { ...all } } } phoneUser(id: "u1") { recordings { nodes { ...all } } } }`);
  expect(errors).toBeUndefined();
  const none = Object.fromEntries(Object.keys(shared).map((key) => [key, null]));
  expect(data).toEqual({
    phone: {
      recordings: {
        nodes: [
          {
            ...shared,
            callHistoryId: null,
            endTime: '2026-10-20T09:31:05.000Z',
            recordingType: 'ON_DEMAND',
            disclaimerStatus: 'IMPLICIT',
            autoDeleteEnable: false,
            site: { id: idOf('PhoneSite', 's1'), name: 'Berlin' },
            owner: {
              zoomId: 'u1',
              type: 'USER',
              name: 'Ann',
              extensionNumber: '1001',
              extensionStatus: 'DELETED',
              extensionDeletedTime: '2026-10-30T00:00:00.000Z',
              user: { id: idOf('PhoneUser', 'u1'), user: { id: idOf('User', 'u1') } },
            },
          },
          {
            ...none,
            __typename: 'PhoneRecording',
            zoomId: 'r2',
            callHistoryId: null,
            endTime: null,
            recordingType: null,
            disclaimerStatus: 'UNRECOGNIZED',
            autoDeleteEnable: null,
            site: null,
            owner: {
              zoomId: 'q1',
              type: 'CALL_QUEUE',
              name: null,
              extensionNumber: null,
              extensionStatus: null,
              extensionDeletedTime: null,
              user: null,
            },
          },
        ],
      },
    },
    phoneUser: {
      recordings: {
        nodes: [
          {
            ...shared,
            callHistoryId: 'h1',
            endTime: null,
            recordingType: null,
            disclaimerStatus: null,
            autoDeleteEnable: null,
            site: null,
            owner: null,
          },
        ],
      },
    },
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

test("a user's voicemails", async () => {
  const { run, calls } = stub({
    'GET /phone/users/u1/voice_mails': ({ query }: Query) =>
      query.has('next_page_token')
        ? { voice_mails: [{ id: 'v2', status: 'archived' }] }
        : {
            voice_mails: [
              {
                id: 'v1',
                call_id: '7001',
                status: 'unread',
                date_time: '2026-10-20T09:30:05Z',
                duration: 0,
                caller_name: '',
                caller_number_type: 2,
                callee_account_code: '77',
                download_url: 'https://zoom.test/v2/phone/voice_mails/download/x',
              },
            ],
            next_page_token: 'two',
          },
  });
  const { data, errors } = await run(`{ phoneUser(id: "u1") { voicemails(status: ALL, trash: false) { nodes {
    zoomId callId status dateTime duration callerName callerNumberType calleeAccountCode downloadUrl } } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    phoneUser: {
      voicemails: {
        nodes: [
          {
            zoomId: 'v1',
            callId: '7001',
            status: 'UNREAD',
            dateTime: '2026-10-20T09:30:05.000Z',
            duration: 0,
            callerName: null,
            callerNumberType: 'PHONE_NUMBER',
            calleeAccountCode: '77',
            downloadUrl: 'https://zoom.test/v2/phone/voice_mails/download/x',
          },
          {
            zoomId: 'v2',
            callId: null,
            status: 'UNRECOGNIZED',
            dateTime: null,
            duration: null,
            callerName: null,
            callerNumberType: null,
            calleeAccountCode: null,
            downloadUrl: null,
          },
        ],
      },
    },
  });
  const list = `GET /phone/users/u1/voice_mails?status=all&trash=false&${MONTH}&page_size=30`;
  expect(calls).toEqual([list, `${list}&next_page_token=two`]);
});

test('empty lists are empty, and refused ones null beside what Zoom gave', async () => {
  const { run } = stub({
    'GET /phone/users/u1': ann,
    'GET /phone/recordings': { recordings: [] },
    'GET /phone/users/u1/recordings': refusal(403, 2031, 'Zoom Phone is not enabled.'),
    'GET /phone/users/u1/voice_mails': refusal(404, 404, 'The user does not exist.'),
  });
  const { data, errors } = await run(
    '{ phone { recordings { nodes { zoomId } } } phoneUser(id: "u1") { zoomId recordings { nodes { zoomId } } voicemails { nodes { zoomId } } } }',
  );
  expect(data).toEqual({
    phone: { recordings: { nodes: [] } },
    phoneUser: { zoomId: 'u1', recordings: null, voicemails: null },
  });
  expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]).sort()).toEqual([
    ['phoneUser.recordings', 'FORBIDDEN'],
    ['phoneUser.voicemails', 'NOT_FOUND'],
  ]);
});
