import type {
  AccountsGetAccountsManagedDomainsResponse,
  AccountsGetAccountsTrustedDomainsResponse,
  AccountsUpdateAccountOwnerRequestBody,
} from '@zoom/rivet/accounts';
import type * as api from '../../src/zoom/api/accounts/accounts.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Agree, Differs, Item } from './agree.ts';

export type Checks = [
  Agree<Differs<Of<typeof api.ManagedDomain>, Item<AccountsGetAccountsManagedDomainsResponse, 'domains'>>>,
  Agree<Differs<Of<typeof api.TrustedDomains>, AccountsGetAccountsTrustedDomainsResponse>>,
  Agree<Differs<Of<typeof api.UpdateAccountOwnerBody>, AccountsUpdateAccountOwnerRequestBody>>,
];
