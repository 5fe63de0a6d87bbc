/** What accounts pay for: their plans, and who gets the bills. */
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import * as api from '../../src/zoom/api/accounts/billing.ts';
import { refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';

export const billingDomain: Domain = (builder) => {
  builder.objectFields(refOf(builder, Account), (t) => ({
    billing: t.zoomObject({ get: api.getAccountBilling, description: 'The billing contact of the account.' }),
    plans: t.zoomObject({ get: api.getAccountPlans, description: 'What the account has subscribed to.' }),
    planUsage: t.zoomObject({ get: api.getPlanUsage, description: 'How much of its plans the account uses.' }),
  }));

  const same = { pathEntities: { accountId: Account }, payload: { account: Account } };
  const cancels = { ...same, constants: { body: { action: 'cancel' } } };
  builder.mutationFields((t) => ({
    updateAccountBilling: t.zoomMutation('updateAccountBilling', {
      ...same,
      endpoint: api.updateAccountBilling,
      description: 'Updates the billing contact of a sub account. What is left out stays.',
    }),
    subscribePlans: t.zoomMutation('subscribePlans', {
      ...same,
      endpoint: api.subscribePlans,
      description:
        'Subscribes a free sub account to plans. Additional plans are added later by addPlanAddon, one at a time.',
      exposeResponse: true,
    }),
    addPlanAddon: t.zoomMutation('addPlanAddon', {
      ...same,
      endpoint: api.addPlanAddon,
      description: 'Adds an additional plan to a sub account that has a base plan.',
      exposeResponse: true,
    }),
    updatePlanAddon: t.zoomMutation('updatePlanAddon', {
      ...same,
      endpoint: api.updatePlanAddon,
      description: 'Updates the number of hosts of an additional plan of a sub account.',
    }),
    cancelPlanAddon: t.zoomMutation('cancelPlanAddon', {
      ...cancels,
      endpoint: api.cancelPlanAddon,
      description:
        'Cancels an additional plan of a sub account. It stays active until the end of its term, and nothing is refunded.',
    }),
    updateBasePlan: t.zoomMutation('updateBasePlan', {
      ...same,
      endpoint: api.updateBasePlan,
      description: 'Updates the base plan of a sub account: its type, or its number of hosts.',
    }),
    cancelBasePlan: t.zoomMutation('cancelBasePlan', {
      ...cancels,
      endpoint: api.cancelBasePlan,
      description:
        'Cancels the base plan of a sub account, once its additional plans are cancelled. It stays active until the end of its term, and nothing is refunded.',
    }),
  }));
};
