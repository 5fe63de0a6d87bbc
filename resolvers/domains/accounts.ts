import * as api from '../../src/zoom/api/accounts/accounts.ts';
import { OWN } from '../account-scope.ts';
import { entity } from '../entity.ts';

/** The own account goes by `me` throughout: Zoom takes it in every path, and it is known before any call. */
export const Account = entity('Account', {
  shape: api.Account,
  key: { accountId: 'id' },
  get: api.getAccount,
  foundIn: [api.listSubAccounts],
});

/** The account that the credential belongs to. */
export const ownAccount = { accountId: OWN };
