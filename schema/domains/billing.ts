/** What accounts pay for: their plans, and who gets the bills. */
import { Account } from '../../resolvers/domains/accounts.ts';
import * as api from '../../src/zoom/api/accounts/billing.ts';
import { refOf } from '../fields/entity.ts';
import { builder } from '../types/builder.ts';

builder.objectFields(refOf(Account), (t) => ({
  billing: t.zoomObject({ get: api.getAccountBilling, description: 'Who gets the bills of the account.' }),
  plans: t.zoomObject({ get: api.getAccountPlans, description: 'What the account has subscribed to.' }),
  planUsage: t.zoomObject({ get: api.getPlanUsage, description: 'How much of its plans the account uses.' }),
}));

const same = { pathEntities: { accountId: Account }, payload: { account: Account } };
const cancels = { ...same, constants: { body: { action: 'cancel' } } };
builder.mutationFields((t) => ({
  updateAccountBilling: t.zoomMutation('updateAccountBilling', {
    ...same,
    endpoint: api.updateAccountBilling,
    description: 'Changes who gets the bills of a sub account; what is left out stays.',
  }),
  subscribePlans: t.zoomMutation('subscribePlans', {
    ...same,
    endpoint: api.subscribePlans,
    description: 'Subscribes a free sub account to plans. Later plans are added one by one, by addPlanAddon.',
    exposeResponse: true,
  }),
  addPlanAddon: t.zoomMutation('addPlanAddon', {
    ...same,
    endpoint: api.addPlanAddon,
    description: 'Adds a plan to those of a sub account, which has a base plan already.',
    exposeResponse: true,
  }),
  updatePlanAddon: t.zoomMutation('updatePlanAddon', {
    ...same,
    endpoint: api.updatePlanAddon,
    description: 'Changes for how many an additional plan of a sub account is.',
  }),
  cancelPlanAddon: t.zoomMutation('cancelPlanAddon', {
    ...cancels,
    endpoint: api.cancelPlanAddon,
    description:
      'Gives up an additional plan of a sub account, which serves until its term is over. Nothing is paid back.',
  }),
  updateBasePlan: t.zoomMutation('updateBasePlan', {
    ...same,
    endpoint: api.updateBasePlan,
    description: 'Changes the base plan of a sub account, or for how many it is.',
  }),
  cancelBasePlan: t.zoomMutation('cancelBasePlan', {
    ...cancels,
    endpoint: api.cancelBasePlan,
    description:
      'Gives up the base plan of a sub account, once its additional plans are given up; it serves until its term is over. Nothing is paid back.',
  }),
}));
