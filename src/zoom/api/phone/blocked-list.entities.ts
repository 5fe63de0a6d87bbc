import { entity } from '../../declare/entity.ts';
import * as api from './blocked-list.ts';

export const BlockedNumber = entity('BlockedNumber', {
  shape: api.BlockedNumber,
  key: { blockedListId: 'id' },
  get: api.getBlockedNumber,
  foundIn: [api.listBlockedNumbers],
});
