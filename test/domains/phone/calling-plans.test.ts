import { expect, test } from 'vitest';
import { done, refusal, stub } from '../../stub.ts';

const idOf = (type: string, id: string) => btoa(`${type}:${id}`);

const unlimited = { type: 200, name: 'US/CA Unlimited', subscribed: 50, assigned: 42, available: 8 };
const metered = {
  type: 100,
  name: 'US/CA Metered',
  subscribed: 10,
  assigned: 0,
  available: 10,
  billing_account_id: '',
};
const plans = { 'GET /phone/calling_plans': { calling_plans: [unlimited, metered] } };
const ann = { id: 'u1', email: 'ann@example.com', calling_plans: [{ type: 200, name: 'US/CA Unlimited' }] };
const bob = {
  id: 'u2',
  email: 'bob@example.com',
  calling_plans: [{ type: 100, name: 'US/CA Metered' }, { type: 200 }],
};

test('the calling plans of the account are one call without pages', async () => {
  const { run, calls } = stub(plans);
  const { data, errors } = await run(`{ phone { callingPlans { totalCount nodes {
    id zoomId type name subscribed assigned available billingAccountId } pageInfo { hasNextPage } } } }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    phone: {
      callingPlans: {
        totalCount: 2,
        nodes: [
          { id: idOf('CallingPlan', '200'), zoomId: '200', ...unlimited, billingAccountId: null },
          {
            id: idOf('CallingPlan', '100'),
            zoomId: '100',
            type: 100,
            name: 'US/CA Metered',
            subscribed: 10,
            assigned: 0,
            available: 10,
            billingAccountId: null,
          },
        ],
        pageInfo: { hasNextPage: false },
      },
    },
  });
  expect(calls).toEqual(['GET /phone/calling_plans']);
});

test('a list that comes whole is paged through all the same', async () => {
  const { run, calls } = stub(plans);
  const page = (after = 'null') =>
    run<{ phone: { callingPlans: { pageInfo: { endCursor: string } } } }>(
      `{ phone { callingPlans(first: 1, after: ${after}) { nodes { type } pageInfo { hasNextPage endCursor } } } }`,
    );
  const one = await page();
  expect(one.data).toMatchObject({
    phone: { callingPlans: { nodes: [{ type: 200 }], pageInfo: { hasNextPage: true } } },
  });
  const two = await page(`"${one.data?.phone.callingPlans.pageInfo.endCursor}"`);
  expect(two.data).toMatchObject({
    phone: { callingPlans: { nodes: [{ type: 100 }], pageInfo: { hasNextPage: false } } },
  });
  // The second page is cut from what the first request read.
  expect(calls).toEqual(['GET /phone/calling_plans']);
});

test('the plans of all phone users are read by one list, and not at all for their names', async () => {
  const { run, calls } = stub({ ...plans, 'GET /phone/users': { users: [ann, bob] } });
  const { data } = await run(
    '{ phone { users { nodes { callingPlans { type name billingAccountId plan { zoomId type available } } } } } }',
  );
  const of200 = { zoomId: '200', type: 200, available: 8 };
  expect(data).toEqual({
    phone: {
      users: {
        nodes: [
          { callingPlans: [{ type: 200, name: 'US/CA Unlimited', billingAccountId: null, plan: of200 }] },
          {
            callingPlans: [
              {
                type: 100,
                name: 'US/CA Metered',
                billingAccountId: null,
                plan: { zoomId: '100', type: 100, available: 10 },
              },
              { type: 200, name: null, billingAccountId: null, plan: of200 },
            ],
          },
        ],
      },
    },
  });
  expect(calls.splice(0)).toEqual(['GET /phone/users?page_size=30', 'GET /phone/calling_plans']);
  await run('{ phone { users { nodes { callingPlans { type plan { id zoomId type } } } } } }');
  expect(calls).toEqual(['GET /phone/users?page_size=30']);
});

test('a plan by its global id; one that the account does not have is null with NOT_FOUND', async () => {
  const { run, calls } = stub(plans);
  const { data, errors } = await run(
    `{ nodes(ids: ["${idOf('CallingPlan', '100')}", "${idOf('CallingPlan', '1')}"]) { ... on CallingPlan { name } } }`,
  );
  expect(data).toEqual({ nodes: [{ name: 'US/CA Metered' }, null] });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
  expect(calls).toEqual(['GET /phone/calling_plans']);
});

test('a refused list of plans is null, and an empty one empty', async () => {
  const refused = stub({ 'GET /phone/calling_plans': refusal(403, 2031, 'Zoom Phone is not enabled.') });
  const { data, errors } = await refused.run('{ phone { callingPlans { nodes { name } } } }');
  expect(data).toEqual({ phone: { callingPlans: null } });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  const empty = stub({ 'GET /phone/calling_plans': { calling_plans: [] } });
  expect((await empty.run('{ phone { callingPlans { nodes { name } } } }')).data).toEqual({
    phone: { callingPlans: { nodes: [] } },
  });
});

test('plans are assigned by their codes, and the phone user is read again where more than ids is selected', async () => {
  const { run, calls, bodies } = stub({ 'POST /phone/users/u1/calling_plans': done(), 'GET /phone/users/u1': ann });
  const assign = (selection: string) =>
    run(`mutation { assignCallingPlans(input: { userId: "${idOf('PhoneUser', 'u1')}", callingPlans: [
      { type: 200 }, { type: 1300, billingAccountId: "b1", billingSubscriptionId: "" }] }) { phoneUser { ${selection} } } }`);
  expect((await assign('id')).data).toEqual({ assignCallingPlans: { phoneUser: { id: idOf('PhoneUser', 'u1') } } });
  expect(calls.splice(0)).toEqual(['POST /phone/users/u1/calling_plans']);
  expect(bodies).toEqual([
    { calling_plans: [{ type: 200 }, { type: 1300, billing_account_id: 'b1', billing_subscription_id: '' }] },
  ]);
  expect((await assign('email callingPlans { type }')).data).toEqual({
    assignCallingPlans: { phoneUser: { email: 'ann@example.com', callingPlans: [{ type: 200 }] } },
  });
  expect(calls).toEqual(['POST /phone/users/u1/calling_plans', 'GET /phone/users/u1']);
});

test.each([
  ['its code', '200'],
  ['its global id', idOf('CallingPlan', '200')],
])('a plan is taken away by %s', async (_, plan) => {
  const { run, calls, bodies } = stub({ 'DELETE /phone/users/u1/calling_plans/200': done() });
  const { data, errors } = await run(
    `mutation { unassignCallingPlan(input: { userId: "u1", planType: "${plan}", billingAccountId: "b1" }) { phoneUser { zoomId } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ unassignCallingPlan: { phoneUser: { zoomId: 'u1' } } });
  expect(calls).toEqual(['DELETE /phone/users/u1/calling_plans/200?billing_account_id=b1']);
  expect(bodies).toEqual([undefined]);
});

test.each([
  ['assignCallingPlans(input: { userId: "u1", callingPlans: [{ type: 200 }] })', 400, 301, 'BAD_USER_INPUT'],
  ['unassignCallingPlan(input: { userId: "u1", planType: "200" })', 404, 404, 'NOT_FOUND'],
])('%s that Zoom refuses with %i and code %i is null with %s', async (mutation, status, number, code) => {
  const no = refusal(status, number, 'No.');
  const { run } = stub({ 'POST /phone/users/u1/calling_plans': no, 'DELETE /phone/users/u1/calling_plans/200': no });
  const { data, errors } = await run(`mutation { ${mutation} { phoneUser { email } } }`);
  expect(Object.values(data ?? {})).toEqual([null]);
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
});
