/** How users sign in: passwords, tokens, and whether a name is still free. */
import * as api from '../../src/zoom/api/users/sign-in.ts';
import { User } from '../../src/zoom/api/users/users.entities.ts';
import { refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';

export const signInDomain: Domain = (builder) => {
  builder.objectField(refOf(builder, User), 'token', (t) =>
    t.zoomObject({ get: api.getUserToken, description: 'A token that acts for the user, such as a ZAK.' }),
  );

  builder.queryFields((t) => ({
    userEmailCheck: t.zoomObject({ get: api.checkUserEmail, description: 'Whether a Zoom user has an email.' }),
    vanityNameCheck: t.zoomObject({
      get: api.checkVanityName,
      description: 'Whether a personal link has a name.',
    }),
    zpkCheck: t.zoomObject({
      get: api.checkZpk,
      description: 'For how long a ZPK is still valid. Zoom no longer documents this operation.',
    }),
  }));

  const written = { pathEntities: { userId: User }, payload: { user: User } };
  builder.mutationFields((t) => ({
    updateUserPassword: t.zoomMutation('updateUserPassword', {
      ...written,
      endpoint: api.updateUserPassword,
      description: 'Updates the password of a user who signs in with a work email.',
    }),
    revokeUserToken: t.zoomMutation('revokeUserToken', {
      ...written,
      endpoint: api.revokeUserToken,
      description: 'Revokes the single sign-on token of a user, who then has to sign in anew.',
    }),
  }));
};
