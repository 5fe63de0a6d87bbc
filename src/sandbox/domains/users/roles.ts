/** Roles and the users who hold them; a user's own role_id is the truth. */
import * as api from '../../../zoom/api/accounts/roles.ts';
import { filled, refuse } from '../../call.ts';
import { members, resource, type Thing } from '../../resource.ts';
import { ADMIN_ROLE, MEMBER_ROLE, OWNER_ROLE, ROLES } from '../../seed/people.ts';
import { userMembers } from './people.ts';

const builtIn = ({ id }: Thing) => [OWNER_ROLE, ADMIN_ROLE, MEMBER_ROLE].includes(id) && refuse.builtInRole(id);
const ofRoles = userMembers(
  ({ role_id }, id) => role_id === id,
  (_, role_id) => ({ role_id }),
  () => ({ role_id: MEMBER_ROLE }),
);

export const roles = resource(api.getRole, {
  name: 'role',
  initial: ROLES,
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
