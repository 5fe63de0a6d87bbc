import { entity, fromPath } from '../../declare/entity.ts';
import * as api from './tsp.ts';

export const TspAccount = entity('TspAccount', {
  shape: api.TspAccount,
  key: { userId: fromPath, tspId: 'id' },
  get: api.getTspAccount,
  foundIn: [api.listTspAccounts],
});
