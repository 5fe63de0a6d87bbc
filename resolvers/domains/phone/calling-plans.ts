import * as api from '../../../src/zoom/api/phone/calling-plans.ts';
import { entity } from '../../entity.ts';

/** The code of a plan is all the identity that Zoom gives it. */
export const CallingPlan = entity('CallingPlan', {
  shape: api.CallingPlan,
  key: { planType: 'type' },
  foundIn: [api.listCallingPlans],
});
