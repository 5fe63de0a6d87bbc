/** Calling plans; what Zoom refuses stands in operations/refusals.tsv. */
import { globalId, reads, walks, writes } from '../../rows.ts';
import { done } from '../../stub.ts';

const unlimited = { type: 200, name: 'US/CA Unlimited', available: 8 };
const metered = { type: 100, name: 'US/CA Metered', available: 10 };
const plans = { 'GET /phone/calling_plans': { calling_plans: [unlimited, metered] } };
const ann = { id: 'u1', email: 'ann@example.com', calling_plans: [{ type: 200, name: 'US/CA Unlimited' }] };
const bob = {
  id: 'u2',
  email: 'bob@example.com',
  calling_plans: [{ type: 100, name: 'US/CA Metered' }, { type: 200 }],
};

const of200 = { zoomId: '200', available: 8 };

reads(
  [
    {
      name: 'the calling plans of the account are one call without pages',
      query: '{ phone { callingPlans { totalCount nodes { id zoomId type } pageInfo { hasNextPage } } } }',
      at: 'phone.callingPlans',
      data: {
        totalCount: 2,
        nodes: [
          { id: globalId('CallingPlan', '200'), zoomId: '200', type: 200 },
          { id: globalId('CallingPlan', '100'), zoomId: '100', type: 100 },
        ],
        pageInfo: { hasNextPage: false },
      },
      calls: ['GET /phone/calling_plans'],
    },
    {
      name: 'who has a plan is listed by Zoom',
      table: { ...plans, 'GET /phone/users': { users: [ann] } },
      query: '{ phone { callingPlans(first: 1) { nodes { users { nodes { email } } } } } }',
      at: 'phone.callingPlans.nodes',
      data: [{ users: { nodes: [{ email: 'ann@example.com' }] } }],
      calls: ['GET /phone/calling_plans', 'GET /phone/users?calling_type=200&page_size=30'],
    },
    {
      name: 'the plans of all phone users are read by one list',
      query: '{ phone { users { nodes { callingPlans { name plan { zoomId available } } } } } }',
      at: 'phone.users.nodes',
      data: [
        { callingPlans: [{ name: 'US/CA Unlimited', plan: of200 }] },
        {
          callingPlans: [
            { name: 'US/CA Metered', plan: { zoomId: '100', available: 10 } },
            { name: null, plan: of200 },
          ],
        },
      ],
      calls: ['GET /phone/users?page_size=30', 'GET /phone/calling_plans'],
    },
    {
      name: 'the plans of phone users are not read at all for their ids',
      table: { 'GET /phone/users': { users: [ann] } },
      query: '{ phone { users { nodes { callingPlans { type plan { zoomId type } } } } } }',
      at: 'phone.users.nodes',
      data: [{ callingPlans: [{ type: 200, plan: { zoomId: '200', type: 200 } }] }],
      calls: ['GET /phone/users?page_size=30'],
    },
    {
      name: 'a plan by its global id; one that the account does not have is null with NOT_FOUND',
      query: `{ nodes(ids: ["${globalId('CallingPlan', '100')}", "${globalId('CallingPlan', '1')}"]) { ... on CallingPlan { name } } }`,
      data: { nodes: [{ name: 'US/CA Metered' }, null] },
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
      calls: ['GET /phone/calling_plans'],
    },
  ],
  { ...plans, 'GET /phone/users': { users: [ann, bob] } },
);

walks([
  {
    name: 'a list that comes whole is paged through all the same, its later pages from what the first request read',
    table: plans,
    of: 'phone',
    list: 'callingPlans(first: 1)',
    nodes: 'type',
    pages: [[{ type: 200 }], [{ type: 100 }]],
    calls: ['GET /phone/calling_plans'],
  },
]);

writes(
  [
    {
      name: 'plans are assigned by their codes, and the phone user is read again where more than ids is selected',
      mutation: `assignCallingPlans(input: { phoneUserId: "${globalId('PhoneUser', 'u1')}", callingPlans: [
        { type: 200 }, { type: 1300, billingAccountId: "b1", billingSubscriptionId: "" }
      ] }) { phoneUser { email callingPlans { type } } }`,
      payload: { phoneUser: { email: 'ann@example.com', callingPlans: [{ type: 200 }] } },
      calls: ['POST /phone/users/u1/calling_plans', 'GET /phone/users/u1'],
      body: { calling_plans: [{ type: 200 }, { type: 1300, billing_account_id: 'b1', billing_subscription_id: '' }] },
    },
    ...['200', globalId('CallingPlan', '200')].map((plan) => ({
      name: `a plan is taken away by ${plan}`,
      mutation: `unassignCallingPlan(input: { phoneUserId: "u1", callingPlanId: "${plan}", billingAccountId: "b1" }) { phoneUser { zoomId } }`,
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
