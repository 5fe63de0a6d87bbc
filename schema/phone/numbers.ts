import { partFor, refFor } from '../../resolvers/call.ts';
import { CallQueue } from '../../resolvers/phone/call-queues.ts';
import { PhoneNumber } from '../../resolvers/phone/numbers.ts';
import { PhoneUser } from '../../resolvers/phone/users.ts';
import { PhoneUserCallingPlan } from '../../src/zoom/api/phone/calling-plans.ts';
import { AssignedPhoneNumber } from '../../src/zoom/api/phone/common.ts';
import * as api from '../../src/zoom/api/phone/numbers.ts';
import { isWord } from '../../src/zoom/shape.ts';
import { builder } from '../builder.ts';
import { entityObject, refOf } from '../entity.ts';
import type { Asked } from '../price.ts';
import { objectOf } from '../shape.ts';
import { Phone } from './phone.ts';

entityObject(PhoneNumber, {
  fields: (t) => ({
    callingPlans: t.field({
      type: [objectOf(PhoneUserCallingPlan)],
      description: 'The calling plans of the phone user whom the number belongs to.',
      extensions: {
        needs: ['assignee'],
        price: ({ parents, below }: Asked) => ({
          loads: [{ ...below({ of: PhoneUser, count: parents.count }), fields: ['calling_plans'] }],
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

builder.objectFields(objectOf(api.PhoneNumberAssignee), (t) => ({
  user: t.zoomEdge({
    of: PhoneUser,
    link: ({ id, type }) => (isWord(type, 'user') ? { id: id as string } : null),
    description: 'The phone user, if the number belongs to one.',
  }),
  callQueue: t.zoomEdge({
    of: CallQueue,
    link: ({ id, type, name }) => (isWord(type, 'callQueue') ? { id: id as string, name: name as string } : null),
    description: 'The call queue, if the number belongs to one.',
  }),
}));
builder.objectField(objectOf(AssignedPhoneNumber), 'phoneNumber', (t) =>
  t.zoomEdge({
    of: PhoneNumber,
    link: ({ id, number }) => ({ id: id as string, number: number as string }),
    description: 'The number with all that Zoom knows of it.',
  }),
);

builder.objectField(Phone, 'numbers', (t) =>
  t.zoomConnection({ list: api.listPhoneNumbers, of: PhoneNumber, description: 'The phone numbers of the account.' }),
);
builder.objectField(refOf(PhoneUser), 'numbers', (t) =>
  t.zoomEdges({
    of: PhoneNumber,
    needs: ['phone_numbers'],
    links: (user) => user.get('phone_numbers'),
    description: 'The numbers at which the user can be called.',
  }),
);

const ids = { userId: PhoneUser };
builder.mutationFields((t) => ({
  assignPhoneNumbers: t.zoomMutation('assignPhoneNumbers', {
    endpoint: api.assignPhoneNumbers,
    description: 'Gives phone numbers to a phone user.',
    ids,
    gives: { phoneUser: PhoneUser },
    answers: true,
  }),
  unassignPhoneNumber: t.zoomMutation('unassignPhoneNumber', {
    endpoint: api.unassignPhoneNumber,
    description: 'Takes a phone number from a phone user.',
    ids: { ...ids, phoneNumberId: PhoneNumber },
    gives: { phoneUser: PhoneUser, phoneNumber: PhoneNumber },
  }),
}));
