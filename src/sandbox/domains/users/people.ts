/** The users of an account, by id, email or "me", the owner. */
import * as api from '../../../zoom/api/users/users.ts';
import { type Account, type Row, refuse, row } from '../../call.ts';
import { having, type MembersSpec, resource, type Thing, type Things } from '../../resource.ts';
import { OWNER_ROLE, peopleCount, type User, userAt } from '../../seed/people.ts';
import { given, type Known } from '../../seeded.ts';

export const fullName = ({ first_name = '', last_name = '' }: Known): string => `${first_name} ${last_name}`.trim();
export const byEmail = (all: Things<User>, email: string): User | undefined =>
  all.all().find((user) => user.email.toLowerCase() === email.toLowerCase());
const owner = ({ role_id }: User) => role_id === OWNER_ROLE && refuse.owner();

export const users = resource<User>(api.getUser, {
  name: 'user',
  initial: (account) =>
    Object.fromEntries(Array.from({ length: peopleCount(account) }, (_, i) => [`${i}/id`, () => userAt(account, i)])),
  find: (ref, all) => (ref === 'me' ? all.all()[0] : ref.includes('@') ? byEmail(all, ref) : undefined),
  refuse: { missing: refuse.user, delete: owner, action: owner },
  unread: ['feature', 'about_me', 'linkedin_url'],
  written: ({ group_id, vanity_name, type, ...rest }, _, user) =>
    given({
      ...((rest.first_name ?? rest.last_name) !== undefined && { display_name: fullName({ ...user, ...rest }) }),
      ...rest,
      type: type && Number(type),
      group_ids: group_id && [group_id, ...(user?.group_ids ?? []).filter((id) => id !== group_id)],
      vanity_url: vanity_name && `https://example.zoom.us/my/${vanity_name}`,
    }),
  actions: { activate: { status: 'active' }, deactivate: { status: 'inactive' } },
});

export const peopleIn = (account: Account): Things<User> => users.in(account);
export const userRow = (user: User): Row => row(`user/${user.id}`, user);

export const withStatus = (account: Account, status: User['status']): readonly User[] =>
  having(peopleIn(account).all(), 'status', status);

/** Members who are users: who is one, and what of a user says so. */
export const userMembers = (
  has: (user: User, id: string) => boolean,
  added: (user: User, id: string) => Partial<User>,
  removed: (user: User, id: string) => Partial<User>,
) => {
  const all = ({ id }: Thing, account: Account) => withStatus(account, 'active').filter((user) => has(user, id));
  const change = (account: Account, { id }: User, patch: Partial<User>) => peopleIn(account).change(id, patch);
  const spec: MembersSpec<Thing, User> = {
    all,
    row: userRow,
    find: ({ id, email }, account) => peopleIn(account).find(id ?? email),
    has: (user, { id }) => has(user, id),
    add: (user, { id }, account) => change(account, user, added(user, id)),
    remove: (user, { id }, account) => change(account, user, removed(user, id)),
    missing: refuse.user,
  };
  return {
    ...spec,
    /** What a thing shows of its members. */
    shown: (thing: Thing, account: Account) => ({ total_members: all(thing, account).length }),
    /** What becomes of them when the thing is deleted. */
    deleted: (thing: Thing, { account }: { readonly account: Account }) => {
      for (const user of all(thing, account)) change(account, user, removed(user, thing.id));
    },
  };
};

/** The same where a user has the ids of what it is a member of in a list. */
export const userMembersBy = (ids: 'group_ids' | 'im_group_ids') => {
  const without = (user: User, group: string) => user[ids].filter((id) => id !== group);
  return userMembers(
    (user, id) => user[ids].includes(id),
    (user, id) => ({ [ids]: [...without(user, id), id] }),
    (user, id) => ({ [ids]: without(user, id) }),
  );
};
