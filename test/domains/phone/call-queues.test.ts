/** Call queues; what Zoom refuses stands in operations/refusals.tsv. */
import { globalId, reads } from '../../rows.ts';
import { refusal } from '../../stub.ts';

const site = { id: 's1', name: 'Berlin' };
const listed = {
  id: 'q1',
  name: 'Sales',
  status: 'active',
  site,
  phone_numbers: [{ id: 'n2', number: '+12055550102' }],
};
const ann = { id: 'u1', name: 'Ann', level: 'user', receive_call: false };
const bob = { id: 'u2', name: 'Bob', extension_id: 'e2', level: 'manager', receive_call: true };
const whole = {
  ...listed,
  members: { users: [ann, bob], common_areas: [{ id: 'c1' }] },
  timezone: 'Europe/Berlin',
};
const people = Array.from({ length: 30 }, (_, i) => ({ id: `u${i}`, level: i ? 'user' : 'manager' }));
const at = `node(id: "${globalId('CallQueue', 'q1')}")`;

reads(
  [
    {
      name: 'the queues of the account with site and numbers are one call',
      query: '{ phone { callQueues(first: 200) { nodes { id zoomId site { zoomId name } numbers { id number } } } } }',
      at: 'phone.callQueues.nodes',
      data: [
        {
          id: globalId('CallQueue', 'q1'),
          zoomId: 'q1',
          site: { zoomId: 's1', name: 'Berlin' },
          numbers: [{ id: globalId('PhoneNumber', 'n2'), number: '+12055550102' }],
        },
      ],
      calls: ['GET /phone/call_queues?page_size=100'],
    },
    {
      name: 'members, manager and the rest of a queue are one call more',
      query: `{ phone { callQueues { nodes { timezone manager { id name extensionId user { id } }
        members { users { level receiveCall user { id name } } commonAreas { zoomId } } } } } }`,
      at: 'phone.callQueues.nodes',
      data: [
        {
          timezone: 'Europe/Berlin',
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
    {
      name: 'the members of many queues are read by one list of phone users',
      table: {
        'GET /phone/call_queues/q1': { ...whole, members: { users: people } },
        'GET /phone/users': { total_records: 30, users: people.map(({ id }) => ({ id, email: `${id}@example.com` })) },
      },
      query: `{ ${at} { ... on CallQueue { manager { email } members { users { user { email } } } } } }`,
      at: 'node',
      data: {
        manager: { email: 'u0@example.com' },
        members: { users: people.map(({ id }) => ({ user: { email: `${id}@example.com` } })) },
      },
      calls: ['GET /phone/call_queues/q1', 'GET /phone/users?page_size=100'],
    },
  ],
  { 'GET /phone/call_queues': { call_queues: [listed] }, 'GET /phone/call_queues/q1': whole },
);
