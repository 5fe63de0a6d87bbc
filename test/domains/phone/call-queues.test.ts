/** Call queues; what Zoom refuses stands in operations/refusals.tsv. */
import { globalId, reads, writes } from '../../rows.ts';
import { done, refusal } from '../../stub.ts';

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
        members { users { level receiveCall user { id name } } commonAreas { zoomId commonArea { id } } } } } } }`,
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
            commonAreas: [{ zoomId: 'c1', commonArea: { id: globalId('CommonArea', 'c1') } }],
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

const queue = globalId('CallQueue', 'q1');
writes(
  [
    {
      name: 'a queue is created with its members, and stands in the list as an edge',
      table: { 'POST /phone/call_queues': { id: 'q1', name: 'Sales', extension_number: 901, status: 'active' } },
      mutation: `createCallQueue(input: { name: "Sales", siteId: "s1", members: {
        users: [{ id: "u1" }, { email: "bob@example.com" }], commonAreaIds: ["${globalId('CommonArea', 'c1')}"] } }) {
        callQueue { id name extensionNumber status } callQueueEdge { node { zoomId } } }`,
      payload: {
        callQueue: { id: queue, name: 'Sales', extensionNumber: '901', status: 'ACTIVE' },
        callQueueEdge: { node: { zoomId: 'q1' } },
      },
      calls: ['POST /phone/call_queues'],
      body: {
        name: 'Sales',
        site_id: 's1',
        members: { users: [{ id: 'u1' }, { email: 'bob@example.com' }], common_area_ids: ['c1'] },
      },
    },
    {
      name: 'a queue whose manager changes is read again as far as it is selected',
      table: { 'PUT /phone/call_queues/q1/manager': done },
      mutation: `updateCallQueueManager(input: { callQueueId: "${queue}", memberId: "${globalId('PhoneUser', 'u2')}" }) {
        callQueue { manager { name } } }`,
      payload: { callQueue: { manager: { name: 'Bob' } } },
      calls: ['PUT /phone/call_queues/q1/manager', 'GET /phone/call_queues/q1'],
      body: { member_id: 'u2' },
    },
    {
      name: 'members are added',
      table: { 'POST /phone/call_queues/q1/members': done },
      mutation:
        'addCallQueueMembers(input: { callQueueId: "q1", members: { users: [{ id: "u1" }] } }) { callQueue { id } }',
      payload: { callQueue: { id: queue } },
      calls: ['POST /phone/call_queues/q1/members'],
      body: { members: { users: [{ id: 'u1' }] } },
    },
    {
      name: 'a member is removed, a common area by Zoom’s own id',
      table: { 'DELETE /phone/call_queues/q1/members/c1': done },
      mutation: 'removeCallQueueMember(input: { callQueueId: "q1", memberId: "c1" }) { callQueue { id } }',
      payload: { callQueue: { id: queue } },
      calls: ['DELETE /phone/call_queues/q1/members/c1'],
    },
    {
      name: 'all members are removed by one call',
      table: { 'DELETE /phone/call_queues/q1/members': done },
      mutation: 'removeAllCallQueueMembers(input: { callQueueId: "q1" }) { callQueue { id } }',
      payload: { callQueue: { id: queue } },
      calls: ['DELETE /phone/call_queues/q1/members'],
    },
    {
      name: 'all numbers are unassigned by one call',
      table: { 'DELETE /phone/call_queues/q1/phone_numbers': done },
      mutation: 'unassignAllCallQueueNumbers(input: { callQueueId: "q1" }) { callQueue { numbers { number } } }',
      payload: { callQueue: { numbers: [{ number: '+12055550102' }] } },
      calls: ['DELETE /phone/call_queues/q1/phone_numbers', 'GET /phone/call_queues/q1'],
    },
    {
      name: 'a queue is deleted',
      table: { 'DELETE /phone/call_queues/q1': done },
      mutation: `deleteCallQueue(input: { callQueueId: "${queue}" }) { deletedCallQueueId }`,
      payload: { deletedCallQueueId: queue },
      calls: ['DELETE /phone/call_queues/q1'],
    },
  ],
  { 'GET /phone/call_queues/q1': whole },
);
