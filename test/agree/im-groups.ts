import type {
  IMGroupsAddIMDirectoryGroupMembersRequestBody,
  IMGroupsAddIMDirectoryGroupMembersResponse,
  IMGroupsCreateIMDirectoryGroupRequestBody,
  IMGroupsListIMDirectoryGroupMembersQueryParams,
  IMGroupsListIMDirectoryGroupMembersResponse,
  IMGroupsListIMDirectoryGroupsResponse,
  IMGroupsRetrieveIMDirectoryGroupResponse,
  IMGroupsUpdateIMDirectoryGroupRequestBody,
} from '@zoom/rivet/teamchat';
import type * as groups from '../../src/zoom/api/users/groups.ts';
import type * as api from '../../src/zoom/api/users/im-groups.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Agree, Asks, Differs, Item } from './agree.ts';

export type Checks = [
  Agree<Differs<Of<typeof api.ImGroup>, IMGroupsRetrieveIMDirectoryGroupResponse>>,
  Agree<Differs<Of<typeof api.ImGroup>, Item<IMGroupsListIMDirectoryGroupsResponse, 'groups'>>>,
  Agree<Differs<Of<typeof groups.GroupMember>, Item<IMGroupsListIMDirectoryGroupMembersResponse, 'members'>>>,
  Agree<Differs<Of<typeof api.CreateImGroupBody>, IMGroupsCreateIMDirectoryGroupRequestBody>>,
  Agree<Differs<Of<typeof api.UpdateImGroupBody>, IMGroupsUpdateIMDirectoryGroupRequestBody>>,
  Agree<Differs<Of<typeof groups.AddGroupMembersBody>, IMGroupsAddIMDirectoryGroupMembersRequestBody>>,
  Agree<Differs<Of<typeof groups.AddedGroupMembers>, IMGroupsAddIMDirectoryGroupMembersResponse>>,
  Agree<Asks<typeof api.listImGroupMembers, IMGroupsListIMDirectoryGroupMembersQueryParams>>,
];
