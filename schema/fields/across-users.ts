/** Lists that Zoom has for each user, over all active users of an account. */
import { User } from '../../src/zoom/api/users/users.entities.ts';
import { listUsers } from '../../src/zoom/api/users/users.ts';

export const acrossUsers = {
  across: { list: listUsers, of: User, query: { status: 'active' }, param: 'userId' },
  path: () => ({}),
} as const;
