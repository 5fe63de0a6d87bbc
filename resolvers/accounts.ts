import * as api from '../src/zoom/api/accounts.ts';
import { entity } from './entity.ts';

export const Account = entity('Account', {
  shape: api.Account,
  key: { accountId: 'id' },
  isAlias: (value) => value === 'me',
  get: api.getAccount,
});

/** The account that the credential belongs to. */
export const own = { accountId: 'me' };
