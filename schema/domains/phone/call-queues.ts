import { CallQueue } from '../../../src/zoom/api/phone/call-queues.entities.ts';
import * as api from '../../../src/zoom/api/phone/call-queues.ts';
import { CommonArea } from '../../../src/zoom/api/phone/common-areas.entities.ts';
import { PhoneNumber } from '../../../src/zoom/api/phone/numbers.entities.ts';
import { PhoneUser } from '../../../src/zoom/api/phone/users.entities.ts';
import { isWord } from '../../../src/zoom/declare/shape.ts';
import { entityObject } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { objectOf } from '../../types/shape.ts';
import { phoneOf } from './phone.ts';

export const phoneCallQueuesDomain: Domain = (builder) => {
  entityObject(builder, CallQueue, {
    fields: (t) => ({
      numbers: t.zoomRefs({
        of: PhoneNumber,
        requires: ['phone_numbers'],
        links: (queue) => queue.get('phone_numbers')?.map(({ id, number }) => ({ id, number })),
        description: 'The numbers at which the queue can be called.',
      }),
      manager: t.zoomRef({
        of: PhoneUser,
        requires: ['members'],
        link: (queue) => {
          const manager = queue.get('members')?.users?.find(({ level }) => isWord(level, 'manager'));
          return manager ? { id: manager.id, name: manager.name, extension_id: manager.extension_id } : null;
        },
        description: 'Who looks after the queue.',
      }),
    }),
  });

  builder.objectField(objectOf(builder, api.CallQueueUser), 'user', (t) =>
    t.zoomRef({
      of: PhoneUser,
      link: ({ id, name, extension_id }) => ({
        id: id as string,
        name: name as string,
        extension_id: extension_id as string,
      }),
      description: 'The phone user.',
    }),
  );

  builder.objectField(objectOf(builder, api.CallQueueCommonArea), 'commonArea', (t) =>
    t.zoomRef({
      of: CommonArea,
      link: ({ id, name }) => ({ id: id as string, display_name: name as string }),
      description: 'The common area itself.',
    }),
  );

  builder.objectField(phoneOf(builder), 'callQueues', (t) =>
    t.zoomConnection({ list: api.listCallQueues, of: CallQueue, description: 'The call queues of the account.' }),
  );
  const pathEntities = { callQueueId: CallQueue };
  const payload = { callQueue: CallQueue };
  builder.mutationFields((t) => ({
    createCallQueue: t.zoomMutation('createCallQueue', {
      endpoint: api.createCallQueue,
      description: 'Creates a call queue.',
      payload,
    }),
    updateCallQueue: t.zoomMutation('updateCallQueue', {
      endpoint: api.updateCallQueue,
      description: 'Updates a call queue. What is left out stays.',
      pathEntities,
      payload,
    }),
    deleteCallQueue: t.zoomMutation('deleteCallQueue', {
      endpoint: api.deleteCallQueue,
      description: 'Deletes a call queue. Its members and numbers stay in the account.',
      pathEntities,
      payload: {},
      deletes: CallQueue,
    }),
    updateCallQueueManager: t.zoomMutation('updateCallQueueManager', {
      endpoint: api.updateCallQueueManager,
      description: 'Makes a phone user the manager of a call queue.',
      pathEntities,
      payload,
    }),
    addCallQueueMembers: t.zoomMutation('addCallQueueMembers', {
      endpoint: api.addCallQueueMembers,
      description: 'Adds phone users or common areas to a call queue.',
      pathEntities,
      payload,
    }),
    removeCallQueueMember: t.zoomMutation('removeCallQueueMember', {
      endpoint: api.removeCallQueueMember,
      description: 'Removes a member from a call queue. The manager cannot be removed.',
      pathEntities: { ...pathEntities, memberId: PhoneUser },
      pathDescriptions: { memberId: "The phone user, by global id or Zoom's own; a common area by Zoom's own." },
      payload,
    }),
    removeAllCallQueueMembers: t.zoomMutation('removeAllCallQueueMembers', {
      endpoint: api.removeAllCallQueueMembers,
      description: 'Removes all members from a call queue.',
      pathEntities,
      payload,
    }),
    assignCallQueueNumbers: t.zoomMutation('assignCallQueueNumbers', {
      endpoint: api.assignCallQueueNumbers,
      description: 'Assigns phone numbers to a call queue.',
      pathEntities,
      payload,
    }),
    unassignCallQueueNumber: t.zoomMutation('unassignCallQueueNumber', {
      endpoint: api.unassignCallQueueNumber,
      description: 'Unassigns a phone number from a call queue.',
      pathEntities: { ...pathEntities, phoneNumberId: PhoneNumber },
      payload: { ...payload, phoneNumber: PhoneNumber },
    }),
    unassignAllCallQueueNumbers: t.zoomMutation('unassignAllCallQueueNumbers', {
      endpoint: api.unassignAllCallQueueNumbers,
      description: 'Unassigns all phone numbers from a call queue.',
      pathEntities,
      payload,
    }),
  }));
};
