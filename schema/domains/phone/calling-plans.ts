import { CallingPlan } from '../../../src/zoom/api/phone/calling-plans.entities.ts';
import * as api from '../../../src/zoom/api/phone/calling-plans.ts';
import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import { listPhoneUsers } from '../../../src/zoom/api/phone/users.ts';
import { entityObject, refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { objectOf } from '../../types/shape.ts';
import { phoneOf } from './phone.ts';

export const phoneCallingPlansDomain: Domain = (builder) => {
  entityObject(builder, CallingPlan);

  builder.objectField(phoneOf(builder), 'callingPlans', (t) =>
    t.zoomConnection({ list: api.listCallingPlans, of: CallingPlan, description: 'The calling plans of the account.' }),
  );
  builder.objectField(refOf(builder, CallingPlan), 'users', (t) =>
    t.zoomConnection({
      list: listPhoneUsers,
      of: PhoneUser,
      parentQuery: { calling_type: (plan) => plan.zoomId },
      description: 'The phone users who have the plan.',
    }),
  );
  builder.objectField(objectOf(builder, api.PhoneUserCallingPlan), 'plan', (t) =>
    t.zoomRef({
      of: CallingPlan,
      link: ({ type, name }) => ({ type: type as number, name: name as string }),
      description: 'The plan as the account has bought it.',
    }),
  );

  builder.mutationFields((t) => ({
    assignCallingPlans: t.zoomMutation('assignCallingPlans', {
      endpoint: api.assignCallingPlans,
      description: 'Assigns calling plans to a phone user.',
      pathEntities: { userId: PhoneUser },
      pathNames: { userId: 'phoneUserId' },
      payload: { phoneUser: PhoneUser },
    }),
    unassignCallingPlan: t.zoomMutation('unassignCallingPlan', {
      endpoint: api.unassignCallingPlan,
      description: 'Unassigns a calling plan from a phone user.',
      pathEntities: { userId: PhoneUser, planType: CallingPlan },
      pathNames: { userId: 'phoneUserId', planType: 'callingPlanId' },
      pathDescriptions: { planType: 'The plan: its global id, or its code.' },
      payload: { phoneUser: PhoneUser },
    }),
  }));
};
