import { entity } from '../../declare/entity.ts';
import * as api from './calling-plans.ts';

/** The code of a plan is all the identity that Zoom gives it. */
export const CallingPlan = entity('CallingPlan', {
  shape: api.CallingPlan,
  key: { planType: 'type' },
  foundIn: [api.listCallingPlans],
});
