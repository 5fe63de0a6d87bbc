/** Roles, and who holds them. */
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import { Role } from '../../src/zoom/api/accounts/roles.entities.ts';
import * as api from '../../src/zoom/api/accounts/roles.ts';
import { User } from '../../src/zoom/api/users/users.entities.ts';
import { entityObject, refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';

export const rolesDomain: Domain = (builder) => {
  entityObject(builder, Role, {
    fields: (t) => ({
      members: t.zoomConnection({ list: api.listRoleMembers, of: User, description: 'The users who hold the role.' }),
    }),
  });

  builder.objectField(refOf(builder, User), 'role', (t) =>
    t.zoomRef({
      of: Role,
      requires: ['role_id'],
      link: (user) => ({ id: user.get('role_id'), name: user.get('role_name') }),
      description: 'The role that the user holds.',
    }),
  );

  const roles = { list: api.listRoles, of: Role, path: () => ({}), description: 'The roles of the account.' };
  builder.objectField(refOf(builder, Account), 'roles', (t) => t.zoomConnection(roles));
  builder.queryFields((t) => ({
    roles: t.zoomConnection(roles),
    role: t.zoomNode({ of: Role, id: "The global id or Zoom's own.", description: 'One role.' }),
  }));

  const pathEntities = { roleId: Role };
  builder.mutationFields((t) => ({
    createRole: t.zoomMutation('createRole', {
      endpoint: api.createRole,
      description: 'Creates a role.',
      payload: { role: Role },
    }),
    updateRole: t.zoomMutation('updateRole', {
      endpoint: api.updateRole,
      description: 'Updates a role. What is left out stays.',
      pathEntities,
      payload: { role: Role },
    }),
    deleteRole: t.zoomMutation('deleteRole', {
      endpoint: api.deleteRole,
      description: 'Deletes a role. Its members get the member role.',
      pathEntities,
      payload: {},
      deletes: Role,
    }),
    addRoleMembers: t.zoomMutation('addRoleMembers', {
      endpoint: api.addRoleMembers,
      description: 'Assigns a role to users.',
      pathEntities,
      payload: { role: Role },
      exposeResponse: true,
    }),
    removeRoleMember: t.zoomMutation('removeRoleMember', {
      endpoint: api.removeRoleMember,
      description: 'Unassigns a role from a user.',
      pathEntities: { ...pathEntities, memberId: User },
      pathNames: { memberId: 'userId' },
      payload: { role: Role, user: { of: User, params: ({ path }) => ({ userId: path.memberId ?? '' }) } },
    }),
  }));
};
