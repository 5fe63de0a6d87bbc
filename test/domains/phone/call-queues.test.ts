import { expect, test } from 'vitest';
import { globalId, reads } from '../../rows.ts';
import { type Received, refusal, stub } from '../../stub.ts';

const listed = {
  id: 'q1',
  name: 'Sales',
  extension_id: 'e9',
  extension_number: 2001,
  status: 'active',
  site: { id: 's1', name: 'Berlin' },
  phone_numbers: [{ id: 'n2', number: '+12055550102', source: 'external' }],
};
const ann = { id: 'u1', name: 'Ann', level: 'user', receive_call: false };
const bob = { id: 'u2', name: 'Bob', extension_id: 'e2', level: 'manager', receive_call: true };
const whole = {
  ...listed,
  members: { users: [ann, bob], common_areas: [{ id: 'c1' }] },
  policy: { voicemail_access_members: [{ access_user_type: 'commonArea', allow_sharing: false }] },
  timezone: 'Europe/Berlin',
  cost_center: '',
};
const at = `node(id: "${globalId('CallQueue', 'q1')}")`;

reads(
  [
    {
      name: 'the queues of the account with site and numbers are one call',
      query: `{ phone { callQueues(siteId: "s1", department: "D", costCenter: "C") { nodes {
        id zoomId extensionNumber status site { zoomId name } phoneNumbers { source } numbers { id number } } } } }`,
      at: 'phone.callQueues.nodes',
      data: [
        {
          id: globalId('CallQueue', 'q1'),
          zoomId: 'q1',
          extensionNumber: '2001',
          status: 'ACTIVE',
          site: { zoomId: 's1', name: 'Berlin' },
          phoneNumbers: [{ source: 'EXTERNAL' }],
          numbers: [{ id: globalId('PhoneNumber', 'n2'), number: '+12055550102' }],
        },
      ],
      calls: ['GET /phone/call_queues?site_id=s1&department=D&cost_center=C&page_size=30'],
    },
    {
      name: 'members, manager and the rest of a queue are one call more',
      query: `{ phone { callQueues { nodes { timezone costCenter manager { id name extensionId user { id } }
        members { users { level receiveCall user { id name } } commonAreas { zoomId } }
        policy { voicemailAccessMembers { accessUserType allowSharing allowDelete } } } } } }`,
      at: 'phone.callQueues.nodes',
      data: [
        {
          timezone: 'Europe/Berlin',
          costCenter: null,
          manager: {
            id: globalId('PhoneUser', 'u2'),
            name: 'Bob',
            extensionId: 'e2',
            user: { id: globalId('User', 'u2') },
          },
          members: {
            users: [
              { level: 'USER', receiveCall: false, user: { id: globalId('PhoneUser', 'u1'), name: 'Ann' } },
              { level: 'MANAGER', receiveCall: true, user: { id: globalId('PhoneUser', 'u2'), name: 'Bob' } },
            ],
            commonAreas: [{ zoomId: 'c1' }],
          },
          policy: {
            voicemailAccessMembers: [{ accessUserType: 'COMMON_AREA', allowSharing: false, allowDelete: null }],
          },
        },
      ],
      calls: ['GET /phone/call_queues?page_size=30', 'GET /phone/call_queues/q1'],
    },
    {
      name: 'a queue without members has neither manager nor numbers',
      table: { 'GET /phone/call_queues/q1': { id: 'q1', name: 'New', members: {} } },
      query: `{ ${at} { ... on CallQueue { site { id } manager { id } members { users { name } } numbers { id } } } }`,
      data: { node: { site: null, manager: null, members: { users: null }, numbers: [] } },
    },
    {
      name: 'queues come in pages, and an account without any has an empty list',
      table: {
        'GET /phone/call_queues': ({ query }: Received) =>
          query.has('site_id')
            ? { call_queues: [] }
            : query.has('next_page_token')
              ? { call_queues: [{ id: 'q2', name: 'Help' }] }
              : { call_queues: [listed], next_page_token: 'two' },
      },
      query: '{ phone { all: callQueues { nodes { name } } none: callQueues(siteId: "s9") { nodes { name } } } }',
      data: { phone: { all: { nodes: [{ name: 'Sales' }, { name: 'Help' }] }, none: { nodes: [] } } },
      calls: [
        'GET /phone/call_queues?page_size=30',
        'GET /phone/call_queues?page_size=30&next_page_token=two',
        'GET /phone/call_queues?site_id=s9&page_size=30',
      ],
      together: true,
    },
    {
      name: 'one queue that Zoom refuses leaves the others and the list whole',
      table: {
        'GET /phone/call_queues': { call_queues: [listed, { id: 'q2', name: 'Gone' }] },
        'GET /phone/call_queues/q2': refusal(404, 13001, 'The call queue does not exist.'),
      },
      query: '{ phone { callQueues { nodes { name timezone } } } }',
      at: 'phone.callQueues.nodes',
      data: [
        { name: 'Sales', timezone: 'Europe/Berlin' },
        { name: 'Gone', timezone: null },
      ],
      errors: [{ path: ['phone', 'callQueues', 'nodes', 1, 'timezone'], extensions: { code: 'NOT_FOUND' } }],
    },
  ],
  { 'GET /phone/call_queues': { call_queues: [listed] }, 'GET /phone/call_queues/q1': whole },
);

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
    `{ node(id: "${globalId('CallQueue', 'q1')}") { ... on CallQueue { manager { email } members { users { user { extensionNumber email } } } } } }`,
  );
  expect(data?.node.members.users).toEqual(
    people.map(({ id }, i) => ({ user: { extensionNumber: String(i), email: `${id}@example.com` } })),
  );
  expect(data?.node).toMatchObject({ manager: { email: 'u0@example.com' } });
  expect(calls).toEqual(['GET /phone/call_queues/q1', 'GET /phone/users?page_size=100']);
});
