/** Roles and the users who hold them; a user's own role_id is the truth. */
import * as api from '../../../zoom/api/accounts/roles.ts';
import { filled, refuse } from '../../call.ts';
import { members, resource, type Thing } from '../../resource.ts';
import { ADMIN_ROLE, MEMBER_ROLE, OWNER_ROLE, ROLES } from '../../seed/people.ts';
import { userMembers } from './people.ts';

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

const builtIn = ({ id }: Thing) => id in BUILT_IN && refuse.builtInRole(id);
const ofRoles = userMembers(
  ({ role_id }, id) => role_id === id,
  (_, role_id) => ({ role_id }),
  () => ({ role_id: MEMBER_ROLE }),
);

export const roles = resource(api.getRole, {
  name: 'role',
  initial: Object.fromEntries(initial),
  defaults: { description: '', type: 'common', privileges: [] },
  check: filled('name'),
  unique: { fields: ['name'], refuse: refuse.roleName },
  refuse: { missing: refuse.role, update: builtIn, delete: builtIn },
  shown: ofRoles.shown,
  deleted: ofRoles.deleted,
});

export const roleMembers = members(api.addRoleMembers, roles.at, {
  ...ofRoles,
  refuse: (user, { id }) => [id, user.role_id].includes(OWNER_ROLE) && refuse.owner(),
  missing: refuse.roleMember,
});
