/** How users sign in: passwords, tokens, and whether a name is still free. */
import { del, get, put } from '../../declare/endpoint.ts';
import { bool, enumOf, id, int, secret, shape, string } from '../../declare/shape.ts';
import { readsUsers, writesUsers } from './users.ts';

export const UpdateUserPasswordBody = shape('UpdateUserPasswordBody', {
  password: secret('The new password. What it must look like is a setting of the account.'),
}).required({ password: true });

export const UserToken = shape('UserToken', { token: secret('The token itself.') }, 'A token that acts for a user.');

export const UserEmailCheck = shape(
  'UserEmailCheck',
  { existed_email: bool('Whether a Zoom user has this email.') },
  'Whether an email is taken.',
);

export const VanityNameCheck = shape(
  'VanityNameCheck',
  { existed: bool('Whether a personal link has this name.') },
  'Whether the name of a personal link is taken.',
);

export const ZpkCheck = shape(
  'ZpkCheck',
  { expire_in: int('For how many seconds the key is still valid.') },
  'For how long a ZPK is still valid.',
);

export const updateUserPassword = put('/users/{userId}/password', {
  body: UpdateUserPasswordBody,
  limit: 'MEDIUM',
  scopes: [...writesUsers, 'user:update:password', 'user:update:password:admin'],
});

export const getUserToken = get('/users/{userId}/token', {
  of: UserToken,
  query: shape('GetUserTokenQuery', {
    type: enumOf(
      'UserTokenType',
      {
        TOKEN: ['token', 'A token for the Zoom client.'],
        ZPK: ['zpk', 'A key by which the Zoom client identifies the user.'],
        ZAK: ['zak', 'A key by which meetings are started or joined as the user.'],
      },
      'The kind of token.',
    ),
    ttl: int('For how many seconds a ZAK is valid.'),
    meeting_id: id('The meeting that a ZAK is for.', { of: 'Meeting' }),
  }),
  limit: 'LIGHT',
  scopes: [...readsUsers, 'user:read:token', 'user:read:token:admin'],
});

export const revokeUserToken = del('/users/{userId}/token', {
  limit: 'LIGHT',
  scopes: [...writesUsers, 'user:delete:token', 'user:delete:token:admin'],
});

export const checkUserEmail = get('/users/email', {
  of: UserEmailCheck,
  query: shape('CheckUserEmailQuery', { email: string('The email to look for.') }).required({ email: true }),
  limit: 'LIGHT',
  scopes: [...readsUsers, 'user:read:email', 'user:read:email:admin'],
});

export const checkVanityName = get('/users/vanity_name', {
  of: VanityNameCheck,
  query: shape('CheckVanityNameQuery', { vanity_name: string('The last part of the personal link.') }).required({
    vanity_name: true,
  }),
  limit: 'LIGHT',
  scopes: [...readsUsers, 'user:read:pm_room', 'user:read:pm_room:admin'],
});

/** Only documents of 2018 have it, without a label and scopes: those of its siblings and of none (docs/zoom.md 1.3). */
export const checkZpk = get('/users/zpk', {
  of: ZpkCheck,
  query: shape('CheckZpkQuery', { zpk: secret('The key.') }).required({ zpk: true }),
  limit: 'LIGHT',
  scopes: [],
});
