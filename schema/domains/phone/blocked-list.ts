import { BlockedNumber } from '../../../src/zoom/api/phone/blocked-list.entities.ts';
import { listBlockedNumbers } from '../../../src/zoom/api/phone/blocked-list.ts';
import { entityObject } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { phoneOf } from './phone.ts';

export const phoneBlockedListDomain: Domain = (builder) => {
  entityObject(builder, BlockedNumber);

  builder.objectField(phoneOf(builder), 'blockedNumbers', (t) =>
    t.zoomConnection({
      list: listBlockedNumbers,
      of: BlockedNumber,
      description: 'The numbers with which the account has no calls.',
    }),
  );
};
