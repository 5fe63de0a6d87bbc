import type {
  PACListUsersPACAccountsResponse,
  TSPAddUsersTSPAccountRequestBody,
  TSPAddUsersTSPAccountResponse,
  TSPGetAccountsTSPInformationResponse,
  TSPGetUsersTSPAccountResponse,
  TSPListUsersTSPAccountsResponse,
  TSPSetGlobalDialInURLForTSPUserRequestBody,
  TSPUpdateAccountsTSPInformationRequestBody,
  TSPUpdateTSPAccountRequestBody,
} from '@zoom/rivet/meetings';
import type { PacAccount } from '../../src/zoom/api/meetings/pac.ts';
import type * as api from '../../src/zoom/api/meetings/tsp.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Agree, Differs, Item } from './agree.ts';

export type Checks = [
  Agree<Differs<Of<typeof PacAccount>, Item<PACListUsersPACAccountsResponse, 'pac_accounts'>>>,
  Agree<Differs<Of<typeof api.AccountTsp>, TSPGetAccountsTSPInformationResponse>>,
  Agree<Differs<Of<typeof api.UpdateAccountTspBody>, TSPUpdateAccountsTSPInformationRequestBody>>,
  Agree<Differs<Of<typeof api.TspAccount>, Item<TSPListUsersTSPAccountsResponse, 'tsp_accounts'>>>,
  Agree<Differs<Of<typeof api.TspAccount>, TSPGetUsersTSPAccountResponse>>,
  Agree<Differs<Of<typeof api.TspAccount>, TSPAddUsersTSPAccountResponse>>,
  Agree<Differs<Of<typeof api.TspAccountBody>, TSPAddUsersTSPAccountRequestBody>>,
  Agree<Differs<Of<typeof api.TspAccountBody>, TSPUpdateTSPAccountRequestBody>>,
  Agree<Differs<Of<typeof api.TspSettingsBody>, TSPSetGlobalDialInURLForTSPUserRequestBody>>,
];
