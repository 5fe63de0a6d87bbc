/** Roles and the users who hold them; a user's own role_id is the truth. */
import * as api from '../../../zoom/api/accounts/roles.ts';
import type { Account } from '../../account.ts';
import { row } from '../../call.ts';
import { lazily } from '../../paging.ts';
import { refuse } from '../../refusal.ts';
import { filled, type Resource, resource, type Thing } from '../../resource.ts';
import { ADMIN_ROLE, MEMBER_ROLE, OWNER_ROLE, ROLES } from '../../seed/people.ts';
import { instant } from '../../seeded.ts';
import { peopleIn, userRow, withStatus } from './people.ts';

const READ = ['User:Read', 'User:Edit', 'Role:Read'];
const ALL = [...READ, 'Group:Read', 'Group:Edit', 'Recording:Read', 'PhoneUser:Read'];
const BUILT_IN: Readonly<Record<string, string>> = {
  [OWNER_ROLE]: 'Owner',
  [ADMIN_ROLE]: 'Admin',
  [MEMBER_ROLE]: 'Member',
};
const initial = [
  ...Object.entries(BUILT_IN).map(([id, name]) => ({ id, name, privileges: id === MEMBER_ROLE ? [] : ALL })),
  ...ROLES.map((name) => ({ name, privileges: READ })),
].map((role) => [role.name, { ...role, description: `${role.name} of the account`, type: 'common' }] as const);

const membersOf = (account: Account, id: string) => withStatus(account, 'active').filter((user) => user.role_id === id);
const builtIn = ({ id }: Thing) => id in BUILT_IN && refuse.builtInRole(id);

export const roles: Resource = resource(api.getRole, {
  name: 'role',
  initial: Object.fromEntries(initial),
  defaults: { description: '', type: 'common', privileges: [] },
  check: filled('name'),
  unique: { fields: ['name'], refuse: refuse.roleName },
  refuse: { missing: refuse.role, update: builtIn, delete: builtIn },
  shown: ({ id }, account) => ({ total_members: membersOf(account, id).length }),
  deleted: ({ id }, { account }) => {
    for (const user of membersOf(account, id)) peopleIn(account).change(user.id, { role_id: MEMBER_ROLE });
  },
  on: (on) => {
    on(api.listRoleMembers, ({ account }, { thing }) => lazily(membersOf(account, thing.id), userRow));
    on(api.addRoleMembers, ({ account, body, now }, { thing: { id } }) => {
      const people = peopleIn(account);
      const added = (body.members ?? []).map((each) => people.find(each.id ?? each.email));
      if (id === OWNER_ROLE || added.some((user) => user.role_id === OWNER_ROLE)) throw refuse.owner();
      for (const user of added) people.change(user.id, { role_id: id });
      return row(`role/${id}/added`, { ids: added.map((user) => user.id).join(','), add_at: instant(now) });
    });
    on(api.removeRoleMember, ({ account, path }, { thing: { id } }) => {
      const user = peopleIn(account).find(path.memberId);
      if (user.role_id === OWNER_ROLE) throw refuse.owner();
      if (user.role_id !== id) throw refuse.roleMember(user.id);
      peopleIn(account).change(user.id, { role_id: MEMBER_ROLE });
    });
  },
});
