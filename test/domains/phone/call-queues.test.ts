import { expect, test } from 'vitest';
import { refusal, stub } from '../../stub.ts';

const idOf = (type: string, id: string) => btoa(`${type}:${id}`);

const listed = {
  id: 'q1',
  name: 'Sales',
  extension_id: 'e9',
  extension_number: 2001,
  status: 'active',
  site: { id: 's1', name: 'Berlin' },
  phone_numbers: [{ id: 'n2', number: '+12055550102', source: 'external' }],
};
const ann = { id: 'u1', name: 'Ann', extension_id: 'e1', level: 'user', receive_call: false };
const bob = { id: 'u2', name: 'Bob', extension_id: 'e2', level: 'manager', receive_call: true };
const whole = {
  ...listed,
  members: { users: [ann, bob], common_areas: [{ id: 'c1', name: 'Lobby', extension_id: 'e3' }] },
  policy: {
    voicemail_access_members: [{ access_user_id: 'u2', access_user_type: 'commonArea', allow_sharing: false }],
  },
  timezone: 'Europe/Berlin',
  cost_center: '',
};
const queues = { 'GET /phone/call_queues': { call_queues: [listed] } };

test('the queues of the account with site and numbers are one call', async () => {
  const { run, calls } = stub(queues);
  const { data, errors } = await run(`{ phone { callQueues(siteId: "s1", department: "D", costCenter: "C") { nodes {
    id zoomId name extensionId extensionNumber status site { zoomId name } phoneNumbers { zoomId number source }
    numbers { id number } } } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    phone: {
      callQueues: {
        nodes: [
          {
            id: idOf('CallQueue', 'q1'),
            zoomId: 'q1',
            name: 'Sales',
            extensionId: 'e9',
            extensionNumber: '2001',
            status: 'ACTIVE',
            site: { zoomId: 's1', name: 'Berlin' },
            phoneNumbers: [{ zoomId: 'n2', number: '+12055550102', source: 'EXTERNAL' }],
            numbers: [{ id: idOf('PhoneNumber', 'n2'), number: '+12055550102' }],
          },
        ],
      },
    },
  });
  expect(calls).toEqual(['GET /phone/call_queues?site_id=s1&department=D&cost_center=C&page_size=30']);
});

test('members, manager and the rest of a queue are one call more', async () => {
  const { run, calls } = stub({ ...queues, 'GET /phone/call_queues/q1': whole });
  const { data, errors } = await run(`{ phone { callQueues { nodes { name timezone costCenter
    manager { id zoomId name extensionId user { id } }
    members { users { zoomId name extensionId level receiveCall user { id name } } commonAreas { zoomId name extensionId } }
    policy { voicemailAccessMembers { accessUserId accessUserType allowSharing allowDelete } } } } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    phone: {
      callQueues: {
        nodes: [
          {
            name: 'Sales',
            timezone: 'Europe/Berlin',
            costCenter: null,
            manager: {
              id: idOf('PhoneUser', 'u2'),
              zoomId: 'u2',
              name: 'Bob',
              extensionId: 'e2',
              user: { id: idOf('User', 'u2') },
            },
            members: {
              users: [
                {
                  zoomId: 'u1',
                  name: 'Ann',
                  extensionId: 'e1',
                  level: 'USER',
                  receiveCall: false,
                  user: { id: idOf('PhoneUser', 'u1'), name: 'Ann' },
                },
                {
                  zoomId: 'u2',
                  name: 'Bob',
                  extensionId: 'e2',
                  level: 'MANAGER',
                  receiveCall: true,
                  user: { id: idOf('PhoneUser', 'u2'), name: 'Bob' },
                },
              ],
              commonAreas: [{ zoomId: 'c1', name: 'Lobby', extensionId: 'e3' }],
            },
            policy: {
              voicemailAccessMembers: [
                { accessUserId: 'u2', accessUserType: 'COMMON_AREA', allowSharing: false, allowDelete: null },
              ],
            },
          },
        ],
      },
    },
  });
  expect(calls).toEqual(['GET /phone/call_queues?page_size=30', 'GET /phone/call_queues/q1']);
});

test('the members of many queues are read by one list of phone users', async () => {
  const people = Array.from({ length: 30 }, (_, i) => ({ id: `u${i}`, level: i ? 'user' : 'manager' }));
  const { run, calls } = stub({
    'GET /phone/call_queues/q1': { ...whole, members: { users: people } },
    'GET /phone/users': {
      total_records: 30,
      users: people.map(({ id }, i) => ({ id, email: `${id}@example.com`, extension_number: i })),
    },
  });
  const { data } = await run<{ node: { members: { users: object[] } } }>(
    `{ node(id: "${idOf('CallQueue', 'q1')}") { ... on CallQueue { manager { email } members { users { user { extensionNumber email } } } } } }`,
  );
  expect(data?.node.members.users).toEqual(
    people.map(({ id }, i) => ({ user: { extensionNumber: String(i), email: `${id}@example.com` } })),
  );
  expect(data?.node).toMatchObject({ manager: { email: 'u0@example.com' } });
  expect(calls).toEqual(['GET /phone/call_queues/q1', 'GET /phone/users?page_size=100']);
});

test('a queue without members has neither manager nor numbers', async () => {
  const { run } = stub({ 'GET /phone/call_queues/q1': { id: 'q1', name: 'New', members: {} } });
  const { data, errors } = await run(
    `{ node(id: "${idOf('CallQueue', 'q1')}") { ... on CallQueue { site { id } manager { id } members { users { name } } numbers { id } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ node: { site: null, manager: null, members: { users: null }, numbers: [] } });
});

test('queues come in pages, and an account without any has an empty list', async () => {
  const { run, calls } = stub({
    'GET /phone/call_queues': ({ query }: { query: URLSearchParams }) =>
      query.has('site_id')
        ? { call_queues: [] }
        : query.has('next_page_token')
          ? { call_queues: [{ id: 'q2', name: 'Help' }] }
          : { call_queues: [listed], next_page_token: 'two' },
  });
  const { data } = await run(
    '{ phone { all: callQueues { nodes { name } } none: callQueues(siteId: "s9") { nodes { name } } } }',
  );
  expect(data).toEqual({ phone: { all: { nodes: [{ name: 'Sales' }, { name: 'Help' }] }, none: { nodes: [] } } });
  expect(calls.sort()).toEqual([
    'GET /phone/call_queues?page_size=30',
    'GET /phone/call_queues?page_size=30&next_page_token=two',
    'GET /phone/call_queues?site_id=s9&page_size=30',
  ]);
});

test('one queue that Zoom refuses leaves the others and the list whole', async () => {
  const { run } = stub({
    'GET /phone/call_queues': { call_queues: [listed, { id: 'q2', name: 'Gone' }] },
    'GET /phone/call_queues/q1': whole,
    'GET /phone/call_queues/q2': refusal(404, 13001, 'The call queue does not exist.'),
  });
  const { data, errors } = await run('{ phone { callQueues { nodes { name timezone } } } }');
  expect(data).toEqual({
    phone: {
      callQueues: {
        nodes: [
          { name: 'Sales', timezone: 'Europe/Berlin' },
          { name: 'Gone', timezone: null },
        ],
      },
    },
  });
  expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['phone', 'callQueues', 'nodes', 1, 'timezone'], 'NOT_FOUND'],
  ]);
});
