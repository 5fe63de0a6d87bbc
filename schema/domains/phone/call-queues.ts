import { CallQueue } from '../../../src/zoom/api/phone/call-queues.entities.ts';
import * as api from '../../../src/zoom/api/phone/call-queues.ts';
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

  builder.objectField(phoneOf(builder), 'callQueues', (t) =>
    t.zoomConnection({ list: api.listCallQueues, of: CallQueue, description: 'The call queues of the account.' }),
  );
};
