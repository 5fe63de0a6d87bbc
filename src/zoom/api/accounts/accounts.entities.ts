import { entity } from '../../declare/entity.ts';
import * as api from './accounts.ts';

/** The own account goes by `me` throughout: Zoom takes it in every path, and it is known before any call. */
export const Account = entity('Account', {
  shape: api.Account,
  key: { accountId: 'id' },
  get: api.getAccount,
  foundIn: [api.listSubAccounts],
});
