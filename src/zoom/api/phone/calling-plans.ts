/** Calling plans: what an account has bought, and what of it a user holds. */
import { del, list as listing, post } from '../../declare/endpoint.ts';
import { id, int, list, named, needing, shape, string } from '../../declare/shape.ts';

/**
 * The kind of plan stays a number: Zoom's table of codes is long and open, an account's own list names each of its plans,
 * and a plan that Zoom adds must be assignable at once.
 */
const planType = int('The code of the plan, such as 100 for US/CA metered or 200 for US/CA unlimited.');

export const CallingPlan = shape(
  'CallingPlan',
  {
    type: planType,
    name: string('What the plan is called.'),
    subscribed: int('How many the account has bought.'),
    assigned: int('How many are in use.'),
    available: int('How many can still be assigned.'),
    billing_account_id: id('The account that pays for the plan; for accounts in India only.'),
    billing_account_name: string('The name of the account that pays; for accounts in India only.'),
    billing_subscription_id: id('The subscription that the plan belongs to, where the account has several.'),
    billing_subscription_name: string('The name of that subscription.'),
  },
  'A calling plan that the account has bought.',
);

export const PhoneUserCallingPlan = named(
  'PhoneUserCallingPlan',
  CallingPlan.omit({ subscribed: true, assigned: true, available: true }),
  'A calling plan that an extension holds.',
);

const AssignedCallingPlanBody = named(
  'AssignedCallingPlanBody',
  CallingPlan.pick({ type: true, billing_account_id: true, billing_subscription_id: true }).required({ type: true }),
  'A plan to assign; the billing account is needed for users in India.',
);
export const AssignCallingPlansBody = needing(
  named(
    'AssignCallingPlansBody',
    shape('AssignCallingPlansBody', {
      calling_plans: list(AssignedCallingPlanBody, 'The plans to assign.', { max: 150 }),
    }).required({ calling_plans: true }),
    'The plans that a phone user gets.',
  ),
  ['calling_plans'],
);

const UnassignCallingPlanQuery = shape('UnassignCallingPlanQuery', {
  billing_account_id: id('The account that pays for the plan; needed for users in India.'),
});

export const listCallingPlans = listing('/phone/calling_plans', {
  items: 'calling_plans',
  of: CallingPlan,
  limit: 'MEDIUM',
  cacheable: true,
  scopes: ['phone:read:admin', 'phone:read:list_calling_plans:admin'],
});

export const assignCallingPlans = post('/phone/users/{userId}/calling_plans', {
  body: AssignCallingPlansBody,
  limit: 'LIGHT',
  scopes: ['phone:write', 'phone:write:admin', 'phone:write:calling_plan', 'phone:write:calling_plan:admin'],
});

export const unassignCallingPlan = del('/phone/users/{userId}/calling_plans/{planType}', {
  query: UnassignCallingPlanQuery,
  limit: 'LIGHT',
  scopes: [
    'phone:write',
    'phone:write:admin',
    'phone:delete:users_calling_plan',
    'phone:delete:users_calling_plan:admin',
  ],
});
