/** The account, from which all else can be reached. */
import { Account, own } from '../resolvers/accounts.ts';
import { User } from '../resolvers/users.ts';
import { listSubAccounts } from '../src/zoom/api/accounts.ts';
import { builder } from './builder.ts';
import { entityObject, paramsFrom, refOf, sourcesOf } from './entity.ts';
import { restOf } from './rest.ts';

entityObject(Account, {
  fields: (t) => ({
    owner: t.zoomEdge({
      of: User,
      needs: ['owner_id'],
      link: (account) => ({ id: account.get('owner_id'), email: account.get('owner_email') }),
      description: 'The user who owns the account.',
    }),
    subAccounts: t.zoomConnection({
      list: listSubAccounts,
      of: Account,
      path: () => ({}),
      description: 'The sub accounts, of a master account.',
    }),
  }),
});

builder.queryField('account', (t) =>
  t.field({
    type: refOf(Account),
    description: 'The account that the credential belongs to, or one of its sub accounts.',
    directives: restOf(...sourcesOf(Account)),
    args: {
      id: t.arg({ type: 'ID', description: "A sub account, by global id or Zoom's own; your own unless given." }),
    },
    resolve: (_, { id }, { store }) => store.ref(Account, id ? paramsFrom(Account, id) : own),
  }),
);
