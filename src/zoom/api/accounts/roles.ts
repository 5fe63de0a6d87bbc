/** Roles and the users who hold them. */
import { byToken, del, get, list as listing, patch, post } from '../../declare/endpoint.ts';
import {
  dateTime,
  delimitedIds,
  enumOf,
  id,
  int,
  list,
  named,
  needing,
  renamed,
  shape,
  string,
} from '../../declare/shape.ts';
import { MemberBody, ShortUser } from '../users/users.ts';

const roleType = enumOf(
  'RoleType',
  { COMMON: ['common', 'For the account.'], IQ: ['iq', 'For Zoom Revenue Accelerator.'] },
  'What the role is for.',
);

export const RoleSubAccountPrivileges = shape(
  'RoleSubAccountPrivileges',
  {
    second_level: enumOf(
      'RoleSubAccountPrivilege',
      {
        AS_OWNER: [1, 'With all privileges, as the owner of the sub account has them.'],
        AS_CURRENT_ACCOUNT: [2, 'With the privileges that the role has in its own account.'],
        AS_SPECIFIED: [3, 'With privileges that are specified for sub accounts.'],
      },
      'With which privileges the role manages sub accounts.',
    ),
  },
  'How far the role reaches into sub accounts.',
);

export const RolePrivilegeScope = shape(
  'RolePrivilegeScope',
  {
    permission_id: id('The privilege, such as "User:Read".'),
    group_ids: list(id(), 'The groups to whose members the privilege extends.'),
  },
  'A privilege that reaches some groups only.',
);

export const Role = shape(
  'Role',
  {
    id: id('"0" is the owner, "1" the admin and "2" the member role; the others are opaque.'),
    name: string('What the role is called.'),
    description: string('What the role is for, in words.'),
    type: roleType,
    total_members: int('How many users hold the role.'),
    privileges: list(string(), 'Names such as "User:Edit".'),
    privilege_scopes: list(RolePrivilegeScope, 'The privileges that extend to some groups only, and to which.'),
    sub_account_privileges: RoleSubAccountPrivileges,
  },
  'A set of privileges that users hold.',
);

/** What the list carries: all but the privileges (docs/zoom.md 13). */
export const ListedRole = named(
  'ListedRole',
  Role.pick({ id: true, name: true, description: true, type: true, total_members: true }),
);

/** Zoom adds the department, under another name than the user has it; it is left out so that a member is a user. */
export const RoleMember = named('RoleMember', ShortUser);

/** What creating a role answers. */
export const CreatedRole = named('CreatedRole', Role.omit({ privilege_scopes: true, sub_account_privileges: true }));

export const CreateRoleBody = needing(
  named('CreateRoleBody', Role.pick({ name: true, description: true, type: true, privileges: true })),
  ['name'],
);
export const UpdateRoleBody = named(
  'UpdateRoleBody',
  Role.pick({ name: true, description: true, privileges: true, sub_account_privileges: true }),
);
export const AddRoleMembersBody = needing(
  shape('AddRoleMembersBody', { members: list(MemberBody, 'The users who shall hold the role.', { max: 30 }) }),
  ['members'],
);

export const AddedRoleMembers = shape('AddedRoleMembers', {
  add_at: renamed('addAt', 'addedAt', dateTime('When the members were added.')),
  ids: delimitedIds(',', 'The users who hold the role now.'),
});

export const listRoles = listing('/roles', {
  items: 'roles',
  of: ListedRole,
  query: shape('ListRolesQuery', { type: roleType }),
  limit: 'MEDIUM',
  cacheable: true,
  scopes: ['role:read:admin', 'role:read:list_roles:admin'],
  subAccountScopes: ['role:master', 'role:read:master', 'role:write:master', 'role:read:list_roles:master'],
});

export const getRole = get('/roles/{roleId}', {
  of: Role,
  limit: 'LIGHT',
  cacheable: true,
  scopes: ['role:read:admin', 'role:read:role:admin'],
  subAccountScopes: ['role:master', 'role:read:role:master'],
});

export const listRoleMembers = listing('/roles/{roleId}/members', {
  items: 'members',
  of: RoleMember,
  paging: byToken(300),
  limit: 'MEDIUM',
  scopes: ['role:read:admin', 'role:read:list_members:admin'],
  subAccountScopes: ['role:master', 'role:read:list_members:master'],
});

export const createRole = post('/roles', {
  body: CreateRoleBody,
  of: CreatedRole,
  limit: 'LIGHT',
  scopes: ['role:write:admin', 'role:write:role:admin'],
  subAccountScopes: ['role:master', 'role:write:role:master'],
});

export const updateRole = patch('/roles/{roleId}', {
  body: UpdateRoleBody,
  limit: 'LIGHT',
  scopes: ['role:write:admin', 'role:update:role:admin'],
  subAccountScopes: ['role:master', 'role:write:master', 'role:update:role:master'],
});

export const deleteRole = del('/roles/{roleId}', {
  limit: 'LIGHT',
  scopes: ['role:write:admin', 'role:delete:role:admin'],
  // The role does not exist.
  codes: { 200: 'NOT_FOUND' },
  subAccountScopes: ['role:master', 'role:write:master', 'role:delete:role:master'],
});

export const addRoleMembers = post('/roles/{roleId}/members', {
  body: AddRoleMembersBody,
  of: AddedRoleMembers,
  limit: 'MEDIUM',
  scopes: ['role:write:admin', 'role:write:member:admin'],
  subAccountScopes: ['role:master', 'role:write:master', 'role:write:member:master'],
});

export const removeRoleMember = del('/roles/{roleId}/members/{memberId}', {
  limit: 'LIGHT',
  scopes: ['role:write:admin', 'role:delete:member:admin'],
  subAccountScopes: ['role:master', 'role:write:master', 'role:delete:member:master'],
});
