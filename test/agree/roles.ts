import type {
  RolesAssignRoleRequestBody,
  RolesAssignRoleResponse,
  RolesCreateRoleRequestBody,
  RolesGetRoleInformationResponse,
  RolesListMembersInRoleQueryParams,
  RolesListMembersInRoleResponse,
  RolesListRolesQueryParams,
  RolesListRolesResponse,
  RolesUpdateRoleInformationRequestBody,
} from '@zoom/rivet/accounts';
import type * as api from '../../src/zoom/api/accounts/roles.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Agree, Asks, Differs, Item } from './agree.ts';

export type Checks = [
  Agree<Differs<Of<typeof api.Role>, RolesGetRoleInformationResponse>>,
  Agree<Differs<Of<typeof api.ListedRole>, Item<RolesListRolesResponse, 'roles'>>>,
  Agree<
    Differs<
      Of<typeof api.RoleMember>,
      Item<RolesListMembersInRoleResponse, 'members'>,
      // The users' own name for it is dept; left out so that a member's keys are keys of a user.
      'department is only in the SDK'
    >
  >,
  Agree<Differs<Of<typeof api.CreateRoleBody>, RolesCreateRoleRequestBody>>,
  Agree<Differs<Of<typeof api.UpdateRoleBody>, RolesUpdateRoleInformationRequestBody>>,
  Agree<Differs<Of<typeof api.AddRoleMembersBody>, RolesAssignRoleRequestBody>>,
  Agree<Differs<Of<typeof api.AddedRoleMembers>, RolesAssignRoleResponse>>,
  Agree<Asks<typeof api.listRoleMembers, RolesListMembersInRoleQueryParams>>,
  Agree<Asks<typeof api.listRoles, RolesListRolesQueryParams>>,
];
