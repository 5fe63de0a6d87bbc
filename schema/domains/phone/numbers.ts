import { ownAccount } from '../../../resolvers/account-scope.ts';
import { partFor, refFor } from '../../../resolvers/call-for.ts';
import { Account } from '../../../src/zoom/api/accounts/accounts.entities.ts';
import { CallQueue } from '../../../src/zoom/api/phone/call-queues.entities.ts';
import { PhoneUserCallingPlan } from '../../../src/zoom/api/phone/calling-plans.ts';
import { AssignedPhoneNumber } from '../../../src/zoom/api/phone/common.ts';
import { PhoneNumber } from '../../../src/zoom/api/phone/numbers.entities.ts';
import * as api from '../../../src/zoom/api/phone/numbers.ts';
import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import { isWord } from '../../../src/zoom/declare/shape.ts';
import { entityObject, refOf } from '../../fields/entity.ts';
import type { CostContext } from '../../plan/cost.ts';
import type { Domain } from '../../types/builder.ts';
import { objectOf } from '../../types/shape.ts';
import { assigneeBy, phoneAssigneeOf } from './assignees.ts';
import { phoneOf } from './phone.ts';

export const phoneNumbersDomain: Domain = (builder) => {
  entityObject(builder, PhoneNumber, {
    fields: (t) => ({
      callingPlans: t.field({
        type: [objectOf(builder, PhoneUserCallingPlan)],
        description: 'The calling plans of the phone user whom the number belongs to.',
        extensions: {
          requires: ['assignee'],
          cost: ({ parents, child }: CostContext) => ({
            loads: [{ ...child({ of: PhoneUser, count: parents.count }), fields: ['calling_plans'] }],
          }),
        },
        resolve: async (number, _, { store }) => {
          await store.load(number, ['assignee']);
          const assignee = number.get('assignee');
          if (!assignee?.id || !isWord(assignee.type, 'user')) return null;
          const user = refFor(store, PhoneUser, number, { userId: assignee.id });
          await store.load(user, ['calling_plans']);
          return user.get('calling_plans')?.map((plan) => partFor(store, number, plan));
        },
      }),
    }),
  });

  builder.objectFields(objectOf(builder, api.PhoneNumberAssignee), (t) => ({
    entity: t.zoomAny({
      of: phoneAssigneeOf(builder),
      link: (assignee) => assigneeBy(assignee.type, assignee),
      description: 'The assignee itself; null for what has no type of its own here, such as the service of meetings.',
    }),
    user: t.zoomRef({
      of: PhoneUser,
      link: ({ id, type }) => (isWord(type, 'user') ? { id: id as string } : null),
      description: 'The phone user, if the number belongs to one.',
      deprecationReason: 'Use `entity { ... on PhoneUser }`.',
    }),
    callQueue: t.zoomRef({
      of: CallQueue,
      link: ({ id, type, name }) => (isWord(type, 'callQueue') ? { id: id as string, name: name as string } : null),
      description: 'The call queue, if the number belongs to one.',
      deprecationReason: 'Use `entity { ... on CallQueue }`.',
    }),
  }));
  builder.objectField(objectOf(builder, AssignedPhoneNumber), 'phoneNumber', (t) =>
    t.zoomRef({
      of: PhoneNumber,
      link: ({ id, number }) => ({ id: id as string, number: number as string }),
      description: 'The number with all that Zoom knows of it.',
    }),
  );

  builder.objectField(phoneOf(builder), 'numbers', (t) =>
    t.zoomConnection({ list: api.listPhoneNumbers, of: PhoneNumber, description: 'The phone numbers of the account.' }),
  );
  builder.objectField(refOf(builder, PhoneUser), 'numbers', (t) =>
    t.zoomRefs({
      of: PhoneNumber,
      requires: ['phone_numbers'],
      links: (user) => user.get('phone_numbers'),
      description: 'The numbers at which the user can be called.',
    }),
  );

  const pathEntities = { userId: PhoneUser };
  const pathNames = { userId: 'phoneUserId' };
  builder.mutationFields((t) => ({
    assignPhoneNumbers: t.zoomMutation('assignPhoneNumbers', {
      endpoint: api.assignPhoneNumbers,
      description: 'Assigns phone numbers to a phone user.',
      pathEntities,
      pathNames,
      payload: { phoneUser: PhoneUser },
      exposeResponse: true,
    }),
    unassignPhoneNumber: t.zoomMutation('unassignPhoneNumber', {
      endpoint: api.unassignPhoneNumber,
      description: 'Unassigns a phone number from a phone user.',
      pathEntities: { ...pathEntities, phoneNumberId: PhoneNumber },
      pathNames,
      payload: { phoneUser: PhoneUser, phoneNumber: PhoneNumber },
    }),
    updateMainCompanyNumber: t.zoomMutation('updateMainCompanyNumber', {
      endpoint: api.updateMainCompanyNumber,
      description: 'Makes a number of the account the one by which the company is called.',
      payload: { account: { of: Account, params: () => ownAccount } },
    }),
  }));
};
