/** The account, from which all else can be reached. */
import { Account, own } from '../resolvers/accounts.ts';
import { User } from '../resolvers/users.ts';
import { builder } from './builder.ts';
import { entityObject, refOf, sourcesOf } from './entity.ts';
import { restOf } from './rest.ts';

entityObject(Account, {
  fields: (t) => ({
    owner: t.zoomEdge({
      of: User,
      needs: ['owner_id'],
      link: (account) => ({ id: account.get('owner_id'), email: account.get('owner_email') }),
      description: 'The user who owns the account.',
    }),
  }),
});

builder.queryField('account', (t) =>
  t.field({
    type: refOf(Account),
    description: 'The account that the credential belongs to.',
    directives: restOf(...sourcesOf(Account)),
    resolve: (_, __, { store }) => store.ref(Account, own),
  }),
);
