import { expect, test } from 'vitest';
import { done, refusal, stub } from '../../stub.ts';

const idOf = (type: string, id: string) => btoa(`${type}:${id}`);

const number = {
  id: 'n1',
  number: '+12055550101',
  number_type: 'toll',
  display_name: '',
  location: 'Birmingham, Alabama, United States',
  status: 'available',
  source: 'internal',
  capability: ['incoming', 'outgoing', 'sms'],
  assignee: { id: 'u1', type: 'user', name: 'Ann', extension_number: 1001 },
  site: { id: 's1', name: 'Berlin' },
  carrier: { code: 3457, name: 'Carrier' },
  emergency_address_status: 2,
  emergency_address_update_time: '2026-10-01T08:00:00Z',
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

test('the numbers of the account, with all that the list tells of assignee and site, are one call', async () => {
  const { run, calls } = stub(numbers);
  const { data, errors } = await run(`{ phone { numbers { totalCount nodes { id zoomId number numberType displayName
    location status source capability site { zoomId name } carrier { code name } emergencyAddressStatus
    emergencyAddressUpdateTime assignee { zoomId type name extensionNumber user { id zoomId } callQueue { id name } } } } } }`);
  expect(errors).toBeUndefined();
  const none = {
    numberType: null,
    displayName: null,
    location: null,
    status: null,
    source: null,
    capability: null,
    site: null,
    carrier: null,
    emergencyAddressStatus: null,
    emergencyAddressUpdateTime: null,
  };
  expect(data).toEqual({
    phone: {
      numbers: {
        totalCount: 3,
        nodes: [
          {
            id: idOf('PhoneNumber', 'n1'),
            zoomId: 'n1',
            number: '+12055550101',
            numberType: 'TOLL',
            displayName: null,
            location: 'Birmingham, Alabama, United States',
            status: 'AVAILABLE',
            source: 'INTERNAL',
            capability: ['INCOMING', 'OUTGOING', 'UNRECOGNIZED'],
            site: { zoomId: 's1', name: 'Berlin' },
            carrier: { code: 3457, name: 'Carrier' },
            emergencyAddressStatus: 'CONFIRMED',
            emergencyAddressUpdateTime: '2026-10-01T08:00:00.000Z',
            assignee: {
              zoomId: 'u1',
              type: 'USER',
              name: 'Ann',
              extensionNumber: '1001',
              user: { id: idOf('PhoneUser', 'u1'), zoomId: 'u1' },
              callQueue: null,
            },
          },
          {
            ...none,
            id: idOf('PhoneNumber', 'n2'),
            zoomId: 'n2',
            number: '+12055550102',
            assignee: {
              zoomId: 'q1',
              type: 'CALL_QUEUE',
              name: 'Sales',
              extensionNumber: null,
              user: null,
              callQueue: { id: idOf('CallQueue', 'q1'), name: 'Sales' },
            },
          },
          { ...none, id: idOf('PhoneNumber', 'n3'), zoomId: 'n3', number: '+12055550103', assignee: null },
        ],
      },
    },
  });
  expect(calls).toEqual(['GET /phone/numbers?page_size=30']);
});

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

test('the calling plans of numbers are those of their users, each user read once', async () => {
  const { run, calls } = stub({
    'GET /phone/numbers': { phone_numbers: [number, { ...number, id: 'n4' }, ofQueue, free] },
    'GET /phone/users/u1': ann,
  });
  const { data, errors } = await run(
    '{ phone { numbers { nodes { zoomId callingPlans { type name plan { zoomId name } } } } } }',
  );
  expect(errors).toBeUndefined();
  const plans = [{ type: 200, name: 'US/CA Unlimited', plan: { zoomId: '200', name: 'US/CA Unlimited' } }];
  expect(data).toEqual({
    phone: {
      numbers: {
        nodes: [
          { zoomId: 'n1', callingPlans: plans },
          { zoomId: 'n4', callingPlans: plans },
          { zoomId: 'n2', callingPlans: null },
          { zoomId: 'n3', callingPlans: null },
        ],
      },
    },
  });
  expect(calls).toEqual(['GET /phone/numbers?page_size=30', 'GET /phone/users/u1']);
});

test('what a phone user tells of a number is not asked again, and the rest is read by its id', async () => {
  const { run, calls } = stub({ 'GET /phone/users/u1': ann, 'GET /phone/numbers/n1': number });
  const { data } = await run('{ phoneUser(id: "u1") { numbers { zoomId number } } }');
  expect(data).toEqual({ phoneUser: { numbers: [{ zoomId: 'n1', number: '+12055550101' }] } });
  expect(calls.splice(0)).toEqual(['GET /phone/users/u1']);
  const more = await run(
    '{ phoneUser(id: "u1") { numbers { numberType site { name } } phoneNumbers { phoneNumber { number status } } } }',
  );
  expect(more.data).toEqual({
    phoneUser: {
      numbers: [{ numberType: 'TOLL', site: { name: 'Berlin' } }],
      phoneNumbers: [{ phoneNumber: { number: '+12055550101', status: 'AVAILABLE' } }],
    },
  });
  expect(calls).toEqual(['GET /phone/users/u1', 'GET /phone/numbers/n1']);
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

test('a number by its global id; one that does not exist is null with NOT_FOUND', async () => {
  const { run, calls } = stub({
    'GET /phone/numbers/n1': {
      ...number,
      assignee: { ...number.assignee, label: 'Main', greeting: { id: 'g1', name: '' } },
    },
    'GET /phone/numbers/n9': refusal(400, 400, 'The phone number does not exist.'),
  });
  const { data, errors } = await run(
    `{ nodes(ids: ["${idOf('PhoneNumber', 'n1')}", "${idOf('PhoneNumber', 'n9')}"]) { ... on PhoneNumber { number assignee { label greeting { zoomId name } } } } }`,
  );
  expect(data).toEqual({
    nodes: [{ number: '+12055550101', assignee: { label: 'Main', greeting: { zoomId: 'g1', name: null } } }, null],
  });
  expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['nodes', 1], 'NOT_FOUND']]);
  expect(calls.sort()).toEqual(['GET /phone/numbers/n1', 'GET /phone/numbers/n9']);
});

test('an account without numbers has an empty list, and a refused list nulls itself alone', async () => {
  const { run } = stub({
    'GET /phone/numbers': { phone_numbers: [] },
    'GET /phone/users': refusal(403, 403, 'No permission.'),
  });
  const { data, errors } = await run('{ phone { numbers { nodes { id } } users { nodes { id } } } }');
  expect(data).toEqual({ phone: { numbers: { nodes: [] }, users: null } });
  expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['phone', 'users'], 'FORBIDDEN']]);
});

test('numbers are assigned by id or by themselves; what Zoom answers needs no further call', async () => {
  const { run, calls, bodies } = stub({
    'POST /phone/users/u1/phone_numbers': { phone_numbers: [{ id: 'n3', number: '+12055550103' }] },
    'GET /phone/users/u1': { ...ann, phone_numbers: [...ann.phone_numbers, { id: 'n3', number: '+12055550103' }] },
  });
  const assign = (selection: string) =>
    run(`mutation { assignPhoneNumbers(input: { userId: "${idOf('PhoneUser', 'u1')}", phoneNumbers: [
      { id: "${idOf('PhoneNumber', 'n3')}" }, { number: "+12055550104" }] }) { ${selection} } }`);
  expect((await assign('phoneNumbers { zoomId number phoneNumber { id number } } phoneUser { zoomId }')).data).toEqual({
    assignPhoneNumbers: {
      phoneNumbers: [
        {
          zoomId: 'n3',
          number: '+12055550103',
          phoneNumber: { id: idOf('PhoneNumber', 'n3'), number: '+12055550103' },
        },
      ],
      phoneUser: { zoomId: 'u1' },
    },
  });
  expect(calls.splice(0)).toEqual(['POST /phone/users/u1/phone_numbers']);
  expect(bodies).toEqual([{ phone_numbers: [{ id: 'n3' }, { number: '+12055550104' }] }]);

  // The answer holds the new numbers alone, so that all of them are read again.
  expect((await assign('phoneUser { numbers { number } }')).data).toEqual({
    assignPhoneNumbers: { phoneUser: { numbers: [{ number: '+12055550101' }, { number: '+12055550103' }] } },
  });
  expect(calls).toEqual(['POST /phone/users/u1/phone_numbers', 'GET /phone/users/u1']);
});

test('a number is taken from a user; what it was read as before is forgotten', async () => {
  const { run, calls, bodies } = stub({
    'DELETE /phone/users/ann@example.com/phone_numbers/n1': done(),
    'GET /phone/users/ann@example.com': { ...ann, phone_numbers: [] },
    'GET /phone/numbers/n1': { ...number, assignee: undefined },
  });
  const { data, errors } = await run(`mutation {
    unassignPhoneNumber(input: { userId: "ann@example.com", phoneNumberId: "${idOf('PhoneNumber', 'n1')}" }) {
      phoneUser { zoomId numbers { id } } phoneNumber { zoomId number assignee { zoomId } } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    unassignPhoneNumber: {
      phoneUser: { zoomId: 'u1', numbers: [] },
      phoneNumber: { zoomId: 'n1', number: '+12055550101', assignee: null },
    },
  });
  expect(calls[0]).toBe('DELETE /phone/users/ann@example.com/phone_numbers/n1');
  expect(calls.slice(1).sort()).toEqual(['GET /phone/numbers/n1', 'GET /phone/users/ann@example.com']);
  expect(bodies).toEqual([undefined]);
});

test('a number that was taken away needs no read when only ids are selected', async () => {
  const { run, calls } = stub({ 'DELETE /phone/users/u1/phone_numbers/n1': done() });
  const { data } = await run(`mutation { unassignPhoneNumber(input: { userId: "u1", phoneNumberId: "n1" }) {
    phoneUser { id } phoneNumber { id zoomId } } }`);
  expect(data).toEqual({
    unassignPhoneNumber: {
      phoneUser: { id: idOf('PhoneUser', 'u1') },
      phoneNumber: { id: idOf('PhoneNumber', 'n1'), zoomId: 'n1' },
    },
  });
  expect(calls).toEqual(['DELETE /phone/users/u1/phone_numbers/n1']);
});

test.each([
  ['assignPhoneNumbers(input: { userId: "u1", phoneNumbers: [{ number: "+1" }] })', 400, 409, 'CONFLICT'],
  ['assignPhoneNumbers(input: { userId: "u1", phoneNumbers: [{ number: "+1" }] })', 400, 429, 'BAD_USER_INPUT'],
  ['unassignPhoneNumber(input: { userId: "u1", phoneNumberId: "n1" })', 404, 404, 'NOT_FOUND'],
])('%s that Zoom refuses with %i and code %i is null with %s', async (mutation, status, number, code) => {
  const no = refusal(status, number, 'No.');
  const { run, calls } = stub({
    'POST /phone/users/u1/phone_numbers': no,
    'DELETE /phone/users/u1/phone_numbers/n1': no,
  });
  const { data, errors } = await run(`mutation { ${mutation} { phoneUser { email } } }`);
  expect(Object.values(data ?? {})).toEqual([null]);
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  expect(calls).toHaveLength(1);
});

test('the id of something else is no phone number', async () => {
  const { run, calls } = stub({});
  const { errors } = await run(
    `mutation { unassignPhoneNumber(input: { userId: "u1", phoneNumberId: "${idOf('PhoneUser', 'u1')}" }) { phoneUser { id } } }`,
  );
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect(calls).toEqual([]);
});
