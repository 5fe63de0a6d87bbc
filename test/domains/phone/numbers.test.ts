import { expect, test } from 'vitest';
import { globalId, reads, refusals, writes } from '../../rows.ts';
import { done, refusal, stub } from '../../stub.ts';

const number = {
  id: 'n1',
  number: '+12055550101',
  number_type: 'toll',
  display_name: '',
  status: 'available',
  source: 'internal',
  capability: ['incoming', 'outgoing', 'sms'],
  assignee: { id: 'u1', type: 'user', extension_number: 1001 },
  site: { id: 's1', name: 'Berlin' },
  emergency_address_status: 2,
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
const none = {
  numberType: null,
  displayName: null,
  status: null,
  source: null,
  capability: null,
  site: null,
  emergencyAddressStatus: null,
};

reads(
  [
    {
      name: 'the numbers of the account, with all that the list tells of assignee and site, are one call',
      query: `{ phone { numbers { totalCount nodes {
        id numberType displayName status source capability site { zoomId name } emergencyAddressStatus
        assignee { type extensionNumber user { id zoomId } callQueue { id name } }
      } } } }`,
      at: 'phone.numbers',
      data: {
        totalCount: 3,
        nodes: [
          {
            id: globalId('PhoneNumber', 'n1'),
            numberType: 'TOLL',
            displayName: null,
            status: 'AVAILABLE',
            source: 'INTERNAL',
            capability: ['INCOMING', 'OUTGOING', 'UNRECOGNIZED'],
            site: { zoomId: 's1', name: 'Berlin' },
            emergencyAddressStatus: 'CONFIRMED',
            assignee: {
              type: 'USER',
              extensionNumber: '1001',
              user: { id: globalId('PhoneUser', 'u1'), zoomId: 'u1' },
              callQueue: null,
            },
          },
          {
            ...none,
            id: globalId('PhoneNumber', 'n2'),
            assignee: {
              type: 'CALL_QUEUE',
              extensionNumber: null,
              user: null,
              callQueue: { id: globalId('CallQueue', 'q1'), name: 'Sales' },
            },
          },
          { ...none, id: globalId('PhoneNumber', 'n3'), assignee: null },
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
      query:
        '{ phoneUser(id: "u1") { numbers { numberType site { name } } phoneNumbers { phoneNumber { number status } } } }',
      at: 'phoneUser',
      data: {
        numbers: [{ numberType: 'TOLL', site: { name: 'Berlin' } }],
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
      name: 'an account without numbers has an empty list, and a refused list nulls itself alone',
      table: { 'GET /phone/numbers': { phone_numbers: [] }, 'GET /phone/users': refusal(403, 403, 'No permission.') },
      query: '{ phone { numbers { nodes { id } } users { nodes { id } } } }',
      data: { phone: { numbers: { nodes: [] }, users: null } },
      errors: [{ path: ['phone', 'users'], extensions: { code: 'FORBIDDEN' } }],
    },
  ],
  { ...numbers, 'GET /phone/users/u1': ann, 'GET /phone/numbers/n1': number },
);

test('filters and the second page of numbers', async () => {
  const { run, calls } = stub({
    'GET /phone/numbers': ({ query }: { query: URLSearchParams }) =>
      query.has('next_page_token') ? { phone_numbers: [free] } : { phone_numbers: [number], next_page_token: 'two' },
  });
  const list = (
    more: string,
  ) => `{ phone { numbers(first: 1, type: ASSIGNED, extensionType: CALL_QUEUE, numberType: TOLLFREE,
    pendingNumbers: false, siteId: "s1", phoneNumber: "+12055550101" ${more}) { nodes { zoomId } pageInfo { hasNextPage endCursor } } } }`;
  const { data } = await run<{ phone: { numbers: { pageInfo: { endCursor: string } } } }>(list(''));
  expect(data).toMatchObject({ phone: { numbers: { nodes: [{ zoomId: 'n1' }], pageInfo: { hasNextPage: true } } } });
  const next = await run(list(`, after: "${data?.phone.numbers.pageInfo.endCursor}"`));
  expect(next.data).toMatchObject({
    phone: { numbers: { nodes: [{ zoomId: 'n3' }], pageInfo: { hasNextPage: false } } },
  });
  const query =
    'type=assigned&extension_type=callQueue&number_type=tollfree&pending_numbers=false&site_id=s1&phone_number=+12055550101&page_size=30';
  expect(calls).toEqual([`GET /phone/numbers?${query}`, `GET /phone/numbers?${query}&next_page_token=two`]);
});

test('the numbers of many phone users come from one list', async () => {
  const users = Array.from({ length: 40 }, (_, i) => ({
    id: `u${i}`,
    phone_numbers: [{ id: `n${i}`, number: `+1205${i}` }],
  }));
  const { run, calls } = stub({
    'GET /phone/users': { users },
    'GET /phone/numbers': {
      total_records: 40,
      phone_numbers: users.map((_, i) => ({ id: `n${i}`, number_type: 'tollfree' })),
    },
  });
  const { data } = await run<{ phone: { users: { nodes: object[] } } }>(
    '{ phone { users(first: 40) { nodes { numbers { numberType } } } } }',
  );
  expect(data?.phone.users.nodes).toEqual(users.map(() => ({ numbers: [{ numberType: 'TOLLFREE' }] })));
  expect(calls).toEqual(['GET /phone/users?page_size=40', 'GET /phone/numbers?page_size=100']);
});

const ASSIGNING =
  'assignPhoneNumbers(input: { userId: "u1", phoneNumbers: [{ number: "+1" }] }) { phoneUser { email } }';
const assign = (
  selection: string,
) => `assignPhoneNumbers(input: { userId: "${globalId('PhoneUser', 'u1')}", phoneNumbers: [
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
      mutation: `unassignPhoneNumber(input: { userId: "a@b.c", phoneNumberId: "${globalId('PhoneNumber', 'n1')}" }) {
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

refusals([
  ['POST /phone/users/u1/phone_numbers', 400, 409, 'CONFLICT', ASSIGNING],
  ['POST /phone/users/u1/phone_numbers', 400, 429, 'BAD_USER_INPUT', ASSIGNING],
  [
    'DELETE /phone/users/u1/phone_numbers/n1',
    404,
    404,
    'NOT_FOUND',
    'unassignPhoneNumber(input: { userId: "u1", phoneNumberId: "n1" }) { phoneUser { email } }',
  ],
]);

test('the id of something else is no phone number', async () => {
  const { run, calls } = stub({});
  const { errors } = await run(
    `mutation { unassignPhoneNumber(input: { userId: "u1", phoneNumberId: "${globalId('PhoneUser', 'u1')}" }) { phoneUser { id } } }`,
  );
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect(calls).toEqual([]);
});
