/** Users: the people of the account and their settings. */

import { ownAccount } from '../../resolvers/account-scope.ts';
import { refFor } from '../../resolvers/call-for.ts';
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import * as settings from '../../src/zoom/api/users/user-settings.ts';
import { User } from '../../src/zoom/api/users/users.entities.ts';
import * as api from '../../src/zoom/api/users/users.ts';
import { entityObject, placeOf, refOf, sourcesOf } from '../fields/entity.ts';
import type { CostContext } from '../plan/cost.ts';
import type { Domain } from '../types/builder.ts';
import { restOf } from '../types/rest.ts';

export const usersDomain: Domain = (builder) => {
  entityObject(builder, User, {
    fields: (t) => ({
      account: t.field({
        type: refOf(builder, Account),
        description: 'The account that the user belongs to.',
        directives: restOf(...sourcesOf(Account)),
        extensions: {
          requires: [],
          cost: ({ parents: { accounts }, child }: CostContext) => ({
            returns: child(
              accounts.isSub
                ? { id: `Account of ${accounts.id}`, count: accounts.count, of: Account }
                : placeOf(Account, ownAccount),
            ),
          }),
        },
        resolve: (user, _, { store }) => {
          const account = refFor(store, Account, user, ownAccount);
          const id = user.get('account_id');
          if (id) store.addFacts(account, { id });
          return account;
        },
      }),
      managerUser: t.zoomRef({
        of: User,
        requires: ['manager'],
        link: (user) => (user.get('manager')?.includes('@') ? { email: user.get('manager') } : null),
        knownFields: ['email'],
        description: 'The manager as a user; null where `manager` is not an email address.',
      }),
      settings: t.zoomObject({
        get: settings.getUserSettings,
        description: "The user's settings. With `option`, Zoom returns that section only.",
      }),
      permissions: t.zoomObject({ get: api.getUserPermissions, description: 'What the role lets the user do.' }),
    }),
  });

  const users = {
    list: api.listUsers,
    of: User,
    perValue: { param: 'status', default: ['ACTIVE'] },
    path: () => ({}),
    description: 'The users of the account, by status.',
  };

  builder.objectField(refOf(builder, Account), 'users', (t) => t.zoomConnection(users));
  builder.queryFields((t) => ({
    users: t.zoomConnection(users),
    user: t.zoomNode({
      of: User,
      id: "The global id, Zoom's id, the email, or `me`.",
      get: api.getUser,
      description: 'One user.',
    }),
    me: t.zoomLookup({
      of: User,
      params: () => ({ userId: 'me' }),
      description: 'The user that the credential belongs to.',
    }),
  }));

  const pathEntities = { userId: User };
  builder.mutationFields((t) => ({
    createUser: t.zoomMutation('createUser', {
      endpoint: api.createUser,
      description: 'Creates a user in the account.',
      payload: { user: User },
    }),
    updateUser: t.zoomMutation('updateUser', {
      endpoint: api.updateUser,
      description: 'Updates the profile of a user. What is left out stays.',
      pathEntities,
      payload: { user: User },
    }),
    deleteUser: t.zoomMutation('deleteUser', {
      endpoint: api.deleteUser,
      description: 'Disassociates a user from the account, or deletes the user permanently.',
      pathEntities,
      payload: {},
      deletes: User,
    }),
    updateUserStatus: t.zoomMutation('updateUserStatus', {
      endpoint: api.updateUserStatus,
      description: 'Activates or deactivates a user.',
      pathEntities,
      payload: { user: User },
    }),
    updateUserEmail: t.zoomMutation('updateUserEmail', {
      endpoint: api.updateUserEmail,
      description: 'Updates the email by which a user signs in. It takes effect when the user has confirmed it.',
      pathEntities,
      payload: { user: User },
    }),
    uploadUserPicture: t.zoomMutation('uploadUserPicture', {
      endpoint: api.uploadUserPicture,
      description: 'Uploads the profile picture of a user.',
      pathEntities,
      payload: { user: User },
    }),
    switchUserAccount: t.zoomMutation('switchUserAccount', {
      endpoint: api.switchUserAccount,
      description: 'Moves a user to a sub account of the same master account.',
      pathEntities: { ...pathEntities, accountId: Account },
      pathNames: { accountId: 'fromAccountId' },
      pathDescriptions: {
        accountId:
          "The account that the user belongs to so far, by global id or Zoom's own; `me` is the master account.",
      },
      payload: {
        account: {
          of: Account,
          params: ({ body }) => ({ accountId: String(body.account_id) }),
          description: 'The account that the user belongs to now.',
        },
      },
    }),
    updateUserSettings: t.zoomMutation('updateUserSettings', {
      endpoint: settings.updateUserSettings,
      description: 'Updates the settings of a user. What is left out stays.',
      pathEntities,
      payload: { user: User },
    }),
  }));
};
