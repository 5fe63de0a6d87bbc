import { expect, test } from 'vitest';
import { globalId, reads, refusals, writes } from '../../rows.ts';
import { done, refusal, stub } from '../../stub.ts';

const unlimited = { type: 200, name: 'US/CA Unlimited', subscribed: 50, assigned: 42, available: 8 };
const metered = { type: 100, name: 'US/CA Metered', assigned: 0, available: 10, billing_account_id: '' };
const plans = { 'GET /phone/calling_plans': { calling_plans: [unlimited, metered] } };
const ann = { id: 'u1', email: 'ann@example.com', calling_plans: [{ type: 200, name: 'US/CA Unlimited' }] };
const bob = {
  id: 'u2',
  email: 'bob@example.com',
  calling_plans: [{ type: 100, name: 'US/CA Metered' }, { type: 200 }],
};

const of200 = { zoomId: '200', type: 200, available: 8 };
const of100 = { zoomId: '100', type: 100, available: 10 };

reads(
  [
    {
      name: 'the calling plans of the account are one call without pages',
      query: `{ phone { callingPlans { totalCount nodes { id zoomId type assigned billingAccountId } pageInfo { hasNextPage } } } }`,
      at: 'phone.callingPlans',
      data: {
        totalCount: 2,
        nodes: [
          { id: globalId('CallingPlan', '200'), zoomId: '200', type: 200, assigned: 42, billingAccountId: null },
          { id: globalId('CallingPlan', '100'), zoomId: '100', type: 100, assigned: 0, billingAccountId: null },
        ],
        pageInfo: { hasNextPage: false },
      },
      calls: ['GET /phone/calling_plans'],
    },
    {
      name: 'the plans of all phone users are read by one list',
      query:
        '{ phone { users { nodes { callingPlans { type name billingAccountId plan { zoomId type available } } } } } }',
      at: 'phone.users.nodes',
      data: [
        { callingPlans: [{ type: 200, name: 'US/CA Unlimited', billingAccountId: null, plan: of200 }] },
        {
          callingPlans: [
            { type: 100, name: 'US/CA Metered', billingAccountId: null, plan: of100 },
            { type: 200, name: null, billingAccountId: null, plan: of200 },
          ],
        },
      ],
      calls: ['GET /phone/users?page_size=30', 'GET /phone/calling_plans'],
    },
    {
      name: 'the plans of phone users are not read at all for their ids',
      query: '{ phone { users { nodes { callingPlans { type plan { zoomId type } } } } } }',
      at: 'phone.users.nodes',
      data: [
        { callingPlans: [{ type: 200, plan: { zoomId: '200', type: 200 } }] },
        {
          callingPlans: [
            { type: 100, plan: { zoomId: '100', type: 100 } },
            { type: 200, plan: { zoomId: '200', type: 200 } },
          ],
        },
      ],
      calls: ['GET /phone/users?page_size=30'],
    },
    {
      name: 'a plan by its global id; one that the account does not have is null with NOT_FOUND',
      query: `{ nodes(ids: ["${globalId('CallingPlan', '100')}", "${globalId('CallingPlan', '1')}"]) { ... on CallingPlan { name } } }`,
      data: { nodes: [{ name: 'US/CA Metered' }, null] },
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
      calls: ['GET /phone/calling_plans'],
    },
    {
      name: 'a refused list of plans is null',
      table: { 'GET /phone/calling_plans': refusal(403, 2031, 'Zoom Phone is not enabled.') },
      query: '{ phone { callingPlans { nodes { name } } } }',
      data: { phone: { callingPlans: null } },
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    },
    {
      name: 'an empty list of plans is empty',
      table: { 'GET /phone/calling_plans': { calling_plans: [] } },
      query: '{ phone { callingPlans { nodes { name } } } }',
      data: { phone: { callingPlans: { nodes: [] } } },
    },
  ],
  { ...plans, 'GET /phone/users': { users: [ann, bob] } },
);

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

writes(
  [
    {
      name: 'plans are assigned by their codes, and the phone user is read again where more than ids is selected',
      mutation: `assignCallingPlans(input: { userId: "${globalId('PhoneUser', 'u1')}", callingPlans: [
        { type: 200 }, { type: 1300, billingAccountId: "b1", billingSubscriptionId: "" }
      ] }) { phoneUser { email callingPlans { type } } }`,
      payload: { phoneUser: { email: 'ann@example.com', callingPlans: [{ type: 200 }] } },
      calls: ['POST /phone/users/u1/calling_plans', 'GET /phone/users/u1'],
      body: { calling_plans: [{ type: 200 }, { type: 1300, billing_account_id: 'b1', billing_subscription_id: '' }] },
    },
    ...['200', globalId('CallingPlan', '200')].map((plan) => ({
      name: `a plan is taken away by ${plan}`,
      mutation: `unassignCallingPlan(input: { userId: "u1", planType: "${plan}", billingAccountId: "b1" }) { phoneUser { zoomId } }`,
      payload: { phoneUser: { zoomId: 'u1' } },
      calls: ['DELETE /phone/users/u1/calling_plans/200?billing_account_id=b1'],
    })),
  ],
  {
    'POST /phone/users/u1/calling_plans': done(),
    'GET /phone/users/u1': ann,
    'DELETE /phone/users/u1/calling_plans/200': done(),
  },
);

const ASSIGNING = 'assignCallingPlans(input: { userId: "u1", callingPlans: [{ type: 200 }] }) { phoneUser { email } }';
const UNASSIGNING = 'unassignCallingPlan(input: { userId: "u1", planType: "200" }) { phoneUser { email } }';
refusals([
  ['POST /phone/users/u1/calling_plans', 400, 301, 'BAD_USER_INPUT', ASSIGNING],
  ['DELETE /phone/users/u1/calling_plans/200', 404, 404, 'NOT_FOUND', UNASSIGNING],
]);
