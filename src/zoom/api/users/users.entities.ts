import { entity } from '../../declare/entity.ts';
import * as api from './users.ts';

/** A pending user has no id yet: the email stands for it (docs/zoom.md 5). */
export const User = entity('User', {
  shape: api.User,
  key: { userId: ['id', 'email'] },
  isAlias: (value) => value === 'me' || value.includes('@'),
  aliases: ['email'],
  cached: ['id', 'email', 'first_name', 'last_name', 'display_name', 'type'],
  get: api.getUser,
  // Pending users have no id to be found by.
  foundIn: [{ list: api.listUsers, queries: [{ status: 'active' }, { status: 'inactive' }] }],
});
