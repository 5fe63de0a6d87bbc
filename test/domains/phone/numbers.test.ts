/** Phone numbers; what Zoom refuses stands in operations/refusals.tsv. */
import { globalId, reads, writes } from '../../rows.ts';
import { done, refusal } from '../../stub.ts';

const number = {
  id: 'n1',
  number: '+12055550101',
  number_type: 'toll',
  status: 'available',
  source: 'internal',
  emergency_address_status: 2,
  capability: ['incoming', 'outgoing', 'sms'],
  assignee: { id: 'u1', type: 'user', extension_number: 1001 },
  site: { id: 's1', name: 'Berlin' },
};
const ofQueue = { id: 'n2', number: '+12055550102', assignee: { id: 'q1', type: 'callQueue', name: 'Sales' } };
const free = { id: 'n3', number: '+12055550103', number_type: '' };
const numbers = { 'GET /phone/numbers': { phone_numbers: [number, ofQueue, free], total_records: 3 } };
const ann = {
  id: 'u1',
  email: 'ann@example.com',
  calling_plans: [{ type: 200, name: 'US/CA Unlimited' }],
  phone_numbers: [{ id: 'n1', number: '+12055550101' }],
};

const plans = [{ type: 200, name: 'US/CA Unlimited', plan: { zoomId: '200', name: 'US/CA Unlimited' } }];
const forty = Array.from({ length: 40 }, (_, i) => ({
  id: `u${i}`,
  phone_numbers: [{ id: `n${i}`, number: `+1205${i}` }],
}));

reads(
  [
    {
      name: 'the numbers of the account, with all that the list tells of assignee and site, are one call',
      query: `{ phone { numbers { totalCount nodes { id capability site { zoomId name }
        assignee { type extensionNumber user { id zoomId } callQueue { id name } } } } } }`,
      at: 'phone.numbers',
      data: {
        totalCount: 3,
        nodes: [
          {
            id: globalId('PhoneNumber', 'n1'),
            capability: ['INCOMING', 'OUTGOING', 'UNRECOGNIZED'],
            site: { zoomId: 's1', name: 'Berlin' },
            assignee: {
              type: 'USER',
              extensionNumber: '1001',
              user: { id: globalId('PhoneUser', 'u1'), zoomId: 'u1' },
              callQueue: null,
            },
          },
          {
            id: globalId('PhoneNumber', 'n2'),
            capability: null,
            site: null,
            assignee: {
              type: 'CALL_QUEUE',
              extensionNumber: null,
              user: null,
              callQueue: { id: globalId('CallQueue', 'q1'), name: 'Sales' },
            },
          },
          { id: globalId('PhoneNumber', 'n3'), capability: null, site: null, assignee: null },
        ],
      },
      calls: ['GET /phone/numbers?page_size=30'],
    },
    {
      name: 'what a phone user tells of a number is not asked again',
      query: '{ phoneUser(id: "u1") { numbers { zoomId number } } }',
      data: { phoneUser: { numbers: [{ zoomId: 'n1', number: '+12055550101' }] } },
      calls: ['GET /phone/users/u1'],
    },
    {
      name: 'what a phone user does not tell of a number is read by its id',
      query: `{ phoneUser(id: "u1") { numbers { numberType source emergencyAddressStatus site { name } }
        phoneNumbers { phoneNumber { number status } } } }`,
      at: 'phoneUser',
      data: {
        numbers: [
          { numberType: 'TOLL', source: 'INTERNAL', emergencyAddressStatus: 'CONFIRMED', site: { name: 'Berlin' } },
        ],
        phoneNumbers: [{ phoneNumber: { number: '+12055550101', status: 'AVAILABLE' } }],
      },
      calls: ['GET /phone/users/u1', 'GET /phone/numbers/n1'],
    },
    {
      name: 'the calling plans of numbers are those of their users, each user read once',
      table: { 'GET /phone/numbers': { phone_numbers: [number, { ...number, id: 'n4' }, ofQueue, free] } },
      query: '{ phone { numbers { nodes { callingPlans { type name plan { zoomId name } } } } } }',
      data: { phone: { numbers: { nodes: [plans, plans, null, null].map((callingPlans) => ({ callingPlans })) } } },
      calls: ['GET /phone/numbers?page_size=30', 'GET /phone/users/u1'],
    },
    {
      name: 'a number by its global id; one that does not exist is null with NOT_FOUND',
      table: { 'GET /phone/numbers/n9': refusal(400, 400, 'The phone number does not exist.') },
      query: `{ nodes(ids: ["${globalId('PhoneNumber', 'n1')}", "${globalId('PhoneNumber', 'n9')}"]) {
        ... on PhoneNumber { number }
      } }`,
      data: { nodes: [{ number: '+12055550101' }, null] },
      errors: [{ path: ['nodes', 1], extensions: { code: 'NOT_FOUND' } }],
      calls: ['GET /phone/numbers/n1', 'GET /phone/numbers/n9'],
      together: true,
    },
    {
      name: 'filters of numbers are sent by the words of Zoom',
      query: `{ phone { numbers(type: ASSIGNED, extensionType: CALL_QUEUE, numberType: TOLLFREE, pendingNumbers: false) {
        nodes { zoomId } } } }`,
      table: { 'GET /phone/numbers': {} },
      data: { phone: { numbers: { nodes: [] } } },
      calls: [
        'GET /phone/numbers?type=assigned&extension_type=callQueue&number_type=tollfree&pending_numbers=false&page_size=30',
      ],
    },
    {
      name: 'the numbers of many phone users come from one list',
      table: {
        'GET /phone/users': { users: forty },
        'GET /phone/numbers': {
          total_records: 40,
          phone_numbers: forty.map((_, i) => ({ id: `n${i}`, number_type: 'tollfree' })),
        },
      },
      query: '{ phone { users(first: 40) { nodes { numbers { numberType } } } } }',
      at: 'phone.users.nodes',
      data: forty.map(() => ({ numbers: [{ numberType: 'TOLLFREE' }] })),
      calls: ['GET /phone/users?page_size=40', 'GET /phone/numbers?page_size=100'],
    },
  ],
  { ...numbers, 'GET /phone/users/u1': ann, 'GET /phone/numbers/n1': number },
);

const assign = (
  selection: string,
) => `assignPhoneNumbers(input: { phoneUserId: "${globalId('PhoneUser', 'u1')}", phoneNumbers: [
  { id: "${globalId('PhoneNumber', 'n3')}" }, { number: "+12055550104" }] }) { ${selection} }`;
const ASSIGNED = { phone_numbers: [{ id: 'n3' }, { number: '+12055550104' }] };

writes(
  [
    {
      name: 'numbers are assigned by id or by themselves; what Zoom answers needs no further call',
      mutation: assign('phoneNumbers { zoomId phoneNumber { id number } } phoneUser { zoomId }'),
      payload: {
        phoneNumbers: [{ zoomId: 'n3', phoneNumber: { id: globalId('PhoneNumber', 'n3'), number: '+12055550103' } }],
        phoneUser: { zoomId: 'u1' },
      },
      calls: ['POST /phone/users/u1/phone_numbers'],
      body: ASSIGNED,
    },
    {
      // The answer holds the new numbers alone.
      name: 'after new ones are assigned all numbers are read again',
      mutation: assign('phoneUser { numbers { number } }'),
      payload: { phoneUser: { numbers: [{ number: '+12055550101' }, { number: '+12055550103' }] } },
      calls: ['POST /phone/users/u1/phone_numbers', 'GET /phone/users/u1'],
      body: ASSIGNED,
    },
    {
      name: 'a number is taken from a user by the email; what it was read as before is forgotten',
      table: { 'GET /phone/numbers/n1': { ...number, assignee: undefined } },
      mutation: `unassignPhoneNumber(input: { phoneUserId: "a@b.c", phoneNumberId: "${globalId('PhoneNumber', 'n1')}" }) {
        phoneUser { zoomId numbers { id } } phoneNumber { zoomId number assignee { zoomId } }
      }`,
      payload: {
        phoneUser: { zoomId: 'u1', numbers: [] },
        phoneNumber: { zoomId: 'n1', number: '+12055550101', assignee: null },
      },
      calls: ['DELETE /phone/users/a@b.c/phone_numbers/n1', 'GET /phone/numbers/n1', 'GET /phone/users/a@b.c'],
      together: true,
    },
  ],
  {
    'POST /phone/users/u1/phone_numbers': { phone_numbers: [{ id: 'n3', number: '+12055550103' }] },
    'GET /phone/users/u1': { ...ann, phone_numbers: [...ann.phone_numbers, { id: 'n3', number: '+12055550103' }] },
    'DELETE /phone/users/a@b.c/phone_numbers/n1': done(),
    'GET /phone/users/a@b.c': { ...ann, phone_numbers: [] },
  },
);

writes([
  {
    name: 'the main number of the company is one of the account, by its global id',
    table: { 'PUT /phone/company_number': done },
    mutation: `updateMainCompanyNumber(input: { phoneNumberId: "${globalId('PhoneNumber', 'n1')}" }) { account { __typename } }`,
    payload: { account: { __typename: 'Account' } },
    calls: ['PUT /phone/company_number'],
    body: { phone_number: 'n1' },
  },
]);
