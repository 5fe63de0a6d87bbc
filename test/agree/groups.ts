import type {
  GroupsAddGroupMembersRequestBody,
  GroupsAddGroupMembersResponse,
  GroupsCreateGroupRequestBody,
  GroupsCreateGroupResponse,
  GroupsGetGroupResponse,
  GroupsListGroupMembersQueryParams,
  GroupsListGroupMembersResponse,
  GroupsListGroupsQueryParams,
  GroupsListGroupsResponse,
  GroupsUpdateGroupMemberRequestBody,
  GroupsUpdateGroupRequestBody,
} from '@zoom/rivet/users';
import type * as api from '../../src/zoom/api/users/groups.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Agree, Asks, Differs, Item } from './agree.ts';

export type Checks = [
  Agree<Differs<Of<typeof api.Group>, GroupsGetGroupResponse>>,
  Agree<Differs<Of<typeof api.Group>, Item<GroupsListGroupsResponse, 'groups'>>>,
  Agree<Differs<Of<typeof api.Group>, GroupsCreateGroupResponse>>,
  Agree<Differs<Of<typeof api.GroupMember>, Item<GroupsListGroupMembersResponse, 'members'>>>,
  Agree<Differs<Of<typeof api.CreateGroupBody>, GroupsCreateGroupRequestBody>>,
  Agree<Differs<Of<typeof api.UpdateGroupBody>, GroupsUpdateGroupRequestBody>>,
  Agree<Differs<Of<typeof api.AddGroupMembersBody>, GroupsAddGroupMembersRequestBody>>,
  Agree<Differs<Of<typeof api.AddedGroupMembers>, GroupsAddGroupMembersResponse>>,
  Agree<Differs<Of<typeof api.UpdateGroupMemberBody>, GroupsUpdateGroupMemberRequestBody>>,
  Agree<Asks<typeof api.listGroupMembers, GroupsListGroupMembersQueryParams>>,
  Agree<Asks<typeof api.listGroups, GroupsListGroupsQueryParams>>,
];
