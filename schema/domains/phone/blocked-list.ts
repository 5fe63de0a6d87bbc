import { BlockedNumber } from '../../../src/zoom/api/phone/blocked-list.entities.ts';
import * as api from '../../../src/zoom/api/phone/blocked-list.ts';
import { entityObject } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { phoneOf } from './phone.ts';

export const phoneBlockedListDomain: Domain = (builder) => {
  entityObject(builder, BlockedNumber);

  builder.objectField(phoneOf(builder), 'blockedNumbers', (t) =>
    t.zoomConnection({
      list: api.listBlockedNumbers,
      of: BlockedNumber,
      description: 'The numbers with which the account has no calls.',
    }),
  );

  const pathEntities = { blockedListId: BlockedNumber };
  const pathNames = { blockedListId: 'blockedNumberId' };
  builder.mutationFields((t) => ({
    createBlockedNumber: t.zoomMutation('createBlockedNumber', {
      endpoint: api.createBlockedNumber,
      description: 'Adds a number to the blocked list, or all numbers that begin alike.',
      payload: { blockedNumber: BlockedNumber },
    }),
    updateBlockedNumber: t.zoomMutation('updateBlockedNumber', {
      endpoint: api.updateBlockedNumber,
      description: 'Updates a line of the blocked list. What is left out stays.',
      pathEntities,
      pathNames,
      payload: { blockedNumber: BlockedNumber },
    }),
    deleteBlockedNumber: t.zoomMutation('deleteBlockedNumber', {
      endpoint: api.deleteBlockedNumber,
      description: 'Deletes a line of the blocked list: the account can have calls with the number again.',
      pathEntities,
      pathNames,
      payload: {},
      deletes: BlockedNumber,
    }),
  }));
};
