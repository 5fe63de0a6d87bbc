/** The account, from which all else can be reached. */

import { ownAccount } from '../../resolvers/account-scope.ts';
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import * as api from '../../src/zoom/api/accounts/accounts.ts';
import { User } from '../../src/zoom/api/users/users.entities.ts';
import { entityObject, knowOwnAccount, placeOf, refOf, sourcesOf } from '../fields/entity.ts';
import { type CostContext, ownAccountIn } from '../plan/cost.ts';
import type { Domain } from '../types/builder.ts';
import { paramsFrom, ToldAccount } from '../types/ids.ts';
import { restOf } from '../types/rest.ts';

const isNone = (id?: string | number | null): id is undefined | null => id === undefined || id === null;
const keyOf = (account: ToldAccount, id?: string | number | null) =>
  isNone(id) ? ownAccount : paramsFrom(Account, String(id), account);

export const accountsDomain: Domain = (builder) => {
  entityObject(builder, Account, {
    fields: (t) => ({
      owner: t.zoomRef({
        of: User,
        requires: ['owner_id'],
        link: (account) => ({ id: account.get('owner_id'), email: account.get('owner_email') }),
        description: 'The user who owns the account.',
      }),
      subAccounts: t.zoomConnection({
        list: api.listSubAccounts,
        of: Account,
        path: () => ({}),
        description: 'The sub accounts, of a master account.',
      }),
      managedDomains: t.zoomConnection({
        list: api.listManagedDomains,
        description: 'The domains of which the account manages all users.',
      }),
      trustedDomains: t.zoomValue({
        get: api.getTrustedDomains,
        field: 'trusted_domains',
        description: 'The domains whose people the account trusts as its own.',
      }),
    }),
  });

  builder.queryField('account', (t) =>
    t.field({
      type: refOf(builder, Account),
      description: 'The account that the credential belongs to, or one of its sub accounts.',
      directives: restOf(...sourcesOf(Account)),
      extensions: {
        cost: (asked: CostContext<{ id?: string | null }>) => {
          const { args, schema, hints, child } = asked;
          const key = keyOf(new ToldAccount(schema, hints), args.id);
          return { returns: child(placeOf(Account, key)), loads: isNone(args.id) ? [] : ownAccountIn(asked) };
        },
      },
      args: {
        id: t.arg({
          type: 'ID',
          description: "The account, by global id or Zoom's own id; your own unless given.",
          extensions: { names: Account.name },
        }),
      },
      resolve: (_, { id }, { store }, { schema }) => {
        const named = () => store.ref(Account, keyOf(new ToldAccount(schema, store), id));
        return isNone(id) ? named() : knowOwnAccount(store).then(named);
      },
    }),
  );

  const pathEntities = { accountId: Account };
  builder.mutationFields((t) => ({
    createSubAccount: t.zoomMutation('createSubAccount', {
      endpoint: api.createSubAccount,
      description: 'Creates a sub account below your master account, and the user who owns it.',
      payload: { account: Account },
    }),
    disassociateSubAccount: t.zoomMutation('disassociateSubAccount', {
      endpoint: api.disassociateSubAccount,
      description:
        'Disassociates a sub account from your master account. It becomes an account of its own. Zoom refuses this for a paid one.',
      pathEntities,
      payload: {
        account: {
          of: Account,
          params: ({ path }) => path,
          description: 'The account. It is yours no more, so that only its ids can be read.',
        },
      },
    }),
    updateAccountOptions: t.zoomMutation('updateAccountOptions', {
      endpoint: api.updateAccountOptions,
      description:
        'Updates the options of a sub account: who pays for it, and what it shares with yours. What is left out stays.',
      pathEntities,
      payload: { account: Account },
    }),
    updateAccountOwner: t.zoomMutation('updateAccountOwner', {
      endpoint: api.updateAccountOwner,
      description: 'Updates the owner of the account: an admin becomes the owner, and the owner an admin.',
      pathEntities,
      payload: { account: Account },
    }),
  }));
};
