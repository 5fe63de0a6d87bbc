/** Audio conferences by telephone: those of other providers (TSP), and Zoom's own (PAC). */
import { ownAccount } from '../../resolvers/account-scope.ts';
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import { PacAccount } from '../../src/zoom/api/meetings/pac.entities.ts';
import { listPacAccounts } from '../../src/zoom/api/meetings/pac.ts';
import { TspAccount } from '../../src/zoom/api/meetings/tsp.entities.ts';
import * as api from '../../src/zoom/api/meetings/tsp.ts';
import { User } from '../../src/zoom/api/users/users.entities.ts';
import { entityObject, refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';

export const tspDomain: Domain = (builder) => {
  entityObject(builder, PacAccount);
  entityObject(builder, TspAccount);

  builder.objectFields(refOf(builder, User), (t) => ({
    pacAccounts: t.zoomConnection({
      list: listPacAccounts,
      of: PacAccount,
      description: 'The personal audio conferences of the user.',
    }),
    tspAccounts: t.zoomConnection({
      list: api.listTspAccounts,
      of: TspAccount,
      description: 'The audio conferences that the user has with a telephony service provider.',
    }),
  }));
  builder.objectField(refOf(builder, Account), 'tsp', (t) =>
    t.zoomObject({ get: api.getAccountTsp, description: 'The telephony service provider of the account.' }),
  );

  const pathEntities = { userId: User, tspId: TspAccount };
  builder.mutationFields((t) => ({
    updateAccountTsp: t.zoomMutation('updateAccountTsp', {
      endpoint: api.updateAccountTsp,
      description: 'Updates the telephony service provider of the account. What is left out stays.',
      payload: { account: { of: Account, params: () => ownAccount } },
    }),
    createTspAccount: t.zoomMutation('createTspAccount', {
      endpoint: api.createTspAccount,
      description: 'Creates an audio conference of a user with a telephony service provider.',
      pathEntities: { userId: User },
      payload: { tspAccount: TspAccount, user: User },
    }),
    updateTspAccount: t.zoomMutation('updateTspAccount', {
      endpoint: api.updateTspAccount,
      description: 'Updates an audio conference of a user with a telephony service provider.',
      pathEntities,
      payload: { tspAccount: TspAccount, user: User },
    }),
    deleteTspAccount: t.zoomMutation('deleteTspAccount', {
      endpoint: api.deleteTspAccount,
      description: 'Deletes an audio conference of a user with a telephony service provider. Zoom keeps the last one.',
      pathEntities,
      payload: { user: User },
      deletes: TspAccount,
    }),
    updateTspSettings: t.zoomMutation('updateTspSettings', {
      endpoint: api.updateTspSettings,
      description: 'Updates the page that lists the phone numbers by which people join meetings of a user.',
      pathEntities: { userId: User },
      payload: { user: User },
    }),
  }));
};
