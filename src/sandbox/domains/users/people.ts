/** The users of an account, by id, email or "me", the owner. */
import * as api from '../../../zoom/api/users/users.ts';
import type { Account } from '../../account.ts';
import { type Row, row } from '../../call.ts';
import { having } from '../../collection.ts';
import { refuse } from '../../refusal.ts';
import { resource, type Things } from '../../resource.ts';
import { peopleCount, type User, userAt } from '../../seed/people.ts';
import type { Known } from '../../seeded.ts';

export const fullName = ({ first_name = '', last_name = '' }: Known): string => `${first_name} ${last_name}`.trim();
export const byEmail = (all: Things<User>, email: string): User | undefined =>
  all.all().find((user) => user.email.toLowerCase() === email.toLowerCase());

export const users = resource<User>(api.getUser, {
  name: 'user',
  initial: (account) =>
    Object.fromEntries(Array.from({ length: peopleCount(account) }, (_, i) => [`${i}/id`, () => userAt(account, i)])),
  find: (ref, all) => (ref === 'me' ? all.all()[0] : ref.includes('@') ? byEmail(all, ref) : undefined),
  refuse: { missing: refuse.user },
  unread: ['feature', 'about_me', 'linkedin_url'],
  written: ({ group_id, vanity_name, type, ...rest }, _, user) => ({
    ...((rest.first_name ?? rest.last_name) !== undefined && { display_name: fullName({ ...user, ...rest }) }),
    ...rest,
    ...(type !== undefined && { type: Number(type) }),
    ...(group_id !== undefined && {
      group_ids: [group_id, ...(user?.group_ids ?? []).filter((id) => id !== group_id)],
    }),
    ...(vanity_name !== undefined && { vanity_url: `https://example.zoom.us/my/${vanity_name}` }),
  }),
});

export const peopleIn = (account: Account): Things<User> => users.in(account);
export const userRow = (user: User): Row => row(`user/${user.id}`, user);

export const withStatus = (account: Account, status: User['status']): readonly User[] =>
  having(peopleIn(account).all(), 'status', status);
