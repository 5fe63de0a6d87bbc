/** Edges of what mutations create: their cursors go on in the list that shows the new item. */
import { isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { costIn } from './cost.ts';
import { globalId } from './rows.ts';
import { askingOn } from './run.ts';
import { type Received, stub } from './stub.ts';

const NEW = { id: 2, uuid: 'two', topic: 'New', type: 2, host_id: 'ann', settings: {} };
const meetings = [1, 2, 3].map((id) => ({ id, uuid: ['', 'one', 'two', 'three'][id], topic: `Topic ${id}`, type: 2 }));
const pages =
  (rows: readonly object[]) =>
  ({ query }: Received) => {
    const size = Number(query.get('page_size') ?? 30);
    const begin = Number(query.get('next_page_token') ?? 0);
    const next_page_token = begin + size < rows.length ? String(begin + size) : '';
    return { total_records: rows.length, next_page_token, meetings: rows.slice(begin, begin + size) };
  };

const CREATE = (userId: string) =>
  `mutation { createMeeting(input: { userId: "${userId}", topic: "New" }) { meetingEdge { cursor node { id topic } } } }`;
const GO_ON =
  'query ($after: String) { user(id: "ann") { meetings(first: 2, after: $after) { nodes { topic } pageInfo { hasPreviousPage endCursor } } } }';

interface Created {
  readonly createMeeting: { readonly meetingEdge: { readonly cursor: string; readonly node: object } };
}

test('the cursor goes on behind the new item, wherever it is in the list', async () => {
  const many = [
    ...Array.from({ length: 700 }, (_, i) => ({ id: 1000 + i, uuid: `u${i}`, topic: `${i}` })),
    ...meetings,
  ];
  for (const rows of [meetings, many]) {
    const { run, calls } = stub({ 'POST /users/ann/meetings': NEW, 'GET /users/ann/meetings': pages(rows) });
    const { data, errors } = await run<Created>(CREATE('ann'));
    expect(errors).toBeUndefined();
    expect(data?.createMeeting.meetingEdge.node).toEqual({ id: globalId('Meeting', '2'), topic: 'New' });
    expect(calls.splice(0)).toEqual(['POST /users/ann/meetings']);

    const { data: more, extensions } = await run<object>(GO_ON, { after: data?.createMeeting.meetingEdge.cursor });
    expect(more).toMatchObject({
      user: { meetings: { nodes: [{ topic: 'Topic 3' }], pageInfo: { hasPreviousPage: true } } },
    });
    expect(extensions?.zoom).not.toHaveProperty('notes');
    expect(calls).toHaveLength(Math.ceil(rows.length / 300));
  }
});

test('where the item is gone, the list begins anew, and a note says so', async () => {
  const { run } = stub({
    'POST /users/ann/meetings': NEW,
    'GET /users/ann/meetings': pages(meetings.filter(({ id }) => id !== NEW.id)),
  });
  const { data } = await run<Created>(CREATE('ann'));
  const { data: more, extensions } = await run<object>(GO_ON, { after: data?.createMeeting.meetingEdge.cursor });
  expect(more).toMatchObject({ user: { meetings: { nodes: [{ topic: 'Topic 1' }, { topic: 'Topic 3' }] } } });
  expect(extensions?.zoom).toMatchObject({ notes: [expect.stringMatching(/is gone; the list begins anew/)] });
});

test('an owner that goes by another name is read for the cursor alone, as the cost says', async () => {
  const table = {
    'POST /users/ann@example.com/meetings': NEW,
    'GET /users/ann@example.com': { id: 'ann', email: 'ann@example.com' },
    'GET /users/ann/meetings': pages(meetings),
  };
  const { run, calls, gateway } = stub(table);
  await run(
    'mutation { createMeeting(input: { userId: "ann@example.com", topic: "New" }) { meetingEdge { node { topic } } } }',
  );
  expect(calls.splice(0)).toEqual(['POST /users/ann@example.com/meetings']);

  const foreseen = costIn(await askingOn(gateway)(CREATE('ann@example.com'), { dryRun: true }));
  const { data } = await run<Created>(CREATE('ann@example.com'));
  expect(calls.splice(0)).toEqual(['POST /users/ann@example.com/meetings', 'GET /users/ann@example.com']);
  expect(foreseen?.calls).toBeGreaterThanOrEqual(2);
  const { errors } = await run(GO_ON, { after: data?.createMeeting.meetingEdge.cursor });
  expect(errors).toBeUndefined();
});

test('a cursor of one list is refused by another', async () => {
  const { run } = stub({ 'POST /users/ann/meetings': NEW, 'GET /users/bob/meetings': pages(meetings) });
  const { data } = await run<Created>(CREATE('ann'));
  const { errors } = await run(GO_ON.replace('"ann"', '"bob"'), { after: data?.createMeeting.meetingEdge.cursor });
  expect(errors).toMatchObject([{ extensions: { code: 'CURSOR_INVALID' } }]);
});

test('the cursor of each is one of the list with its defaults: a whole list, one of a sub account, one by words', async () => {
  const { run, calls } = stub({
    'POST /accounts/sub/roles': { id: 'r1', name: 'New' },
    'GET /accounts/sub/roles': { roles: [{ id: 'r1' }, { id: 'r2' }] },
    'POST /users': { id: 'u1', email: 'new@example.com' },
    'GET /users': { users: [{ id: 'u1' }, { id: 'u2' }] },
  });
  const { data: role } = await run<{ createRole: { roleEdge: { cursor: string } } }>(
    'mutation { createRole(input: { accountId: "sub", name: "New" }) { roleEdge { cursor } } }',
  );
  const { data: roles } = await run(
    'query ($after: String) { account(id: "sub") { roles(after: $after) { nodes { zoomId } } } }',
    { after: role?.createRole.roleEdge.cursor },
  );
  expect(roles).toEqual({ account: { roles: { nodes: [{ zoomId: 'r2' }] } } });
  const { data: user } = await run<{ createUser: { userEdge: { cursor: string } } }>(
    'mutation { createUser(input: { action: CREATE, userInfo: { email: "new@example.com", type: BASIC } }) { userEdge { cursor } } }',
  );
  const { data: users, errors } = await run('query ($after: String) { users(after: $after) { nodes { zoomId } } }', {
    after: user?.createUser.userEdge.cursor,
  });
  expect(errors).toBeUndefined();
  expect(users).toEqual({ users: { nodes: [{ zoomId: 'u2' }] } });
  expect(calls.map((call) => call.replace(/\?.*/, ''))).toEqual([
    'POST /accounts/sub/roles',
    'GET /accounts/sub/roles',
    'POST /users',
    'GET /users',
  ]);
});

test('every mutation that posts to the path of a list has the edge', () => {
  const payloads = Object.values(schema.getTypeMap()).filter(({ name }) => /Payload$/.test(name));
  const edges = payloads.flatMap((type) =>
    isObjectType(type)
      ? Object.keys(type.getFields())
          .filter((name) => name.endsWith('Edge'))
          .map((name) => `${type.name}.${name}`)
      : [],
  );
  expect(edges.sort()).toEqual([
    'AddMeetingRegistrantPayload.registrantEdge',
    'AddRecordingRegistrantPayload.registrantEdge',
    'AddWebinarRegistrantPayload.registrantEdge',
    'CreateBlockedNumberPayload.blockedNumberEdge',
    'CreateCallQueuePayload.callQueueEdge',
    'CreateChatChannelPayload.userChatChannelEdge',
    'CreateCommonAreaPayload.commonAreaEdge',
    'CreateGroupPayload.groupEdge',
    'CreateH323DevicePayload.h323DeviceEdge',
    'CreateImGroupPayload.groupEdge',
    'CreateInformationBarrierPolicyPayload.informationBarrierPolicyEdge',
    'CreateMeetingPayload.meetingEdge',
    'CreateMeetingPollPayload.pollEdge',
    'CreatePhoneDevicePayload.phoneDeviceEdge',
    'CreatePhoneSitePayload.phoneSiteEdge',
    'CreateRolePayload.roleEdge',
    'CreateRoomLocationPayload.roomLocationEdge',
    'CreateRoomPayload.roomEdge',
    'CreateSipPhonePayload.sipPhoneEdge',
    'CreateSubAccountPayload.accountEdge',
    'CreateTrackingFieldPayload.trackingFieldEdge',
    'CreateTspAccountPayload.tspAccountEdge',
    'CreateUserPayload.userEdge',
    'CreateWebinarPayload.webinarEdge',
    'CreateWebinarPollPayload.pollEdge',
  ]);
});

test('who is named by an email alone has an id of its own, whoever asked before', async () => {
  const { run, calls } = stub({
    'GET /report/activities': { activity_logs: [{ email: 'ann@example.com', type: 'Sign in' }] },
    'GET /users/ann@example.com': { id: 'u1', email: 'ann@example.com' },
  });
  const text = '{ reports { signInActivities(first: 1) { nodes { user { id zoomId } } } } }';
  const first = await run(text);
  expect(first.errors).toBeUndefined();
  expect(first.data).toMatchObject({ reports: { signInActivities: { nodes: [{ user: { zoomId: 'u1' } }] } } });
  const second = await run(text);
  expect(second.data).toEqual(first.data);
  expect(calls.filter((call) => call.startsWith('GET /users'))).toHaveLength(1);
});
