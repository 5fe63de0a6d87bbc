/** Groups, and who is in them. */
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import { Group } from '../../src/zoom/api/users/groups.entities.ts';
import * as api from '../../src/zoom/api/users/groups.ts';
import { User } from '../../src/zoom/api/users/users.entities.ts';
import { entityObject, refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';

export const groupsDomain: Domain = (builder) => {
  entityObject(builder, Group, {
    fields: (t) => ({
      members: t.zoomConnection({ list: api.listGroupMembers, of: User, description: 'The users in the group.' }),
    }),
  });

  builder.objectField(refOf(builder, User), 'groups', (t) =>
    t.zoomRefs({
      of: Group,
      requires: ['group_ids'],
      links: (user) => user.get('group_ids')?.map((id) => ({ id })),
      description: 'The groups that the user is in.',
    }),
  );

  const groups = { list: api.listGroups, of: Group, path: () => ({}), description: 'The groups of the account.' };
  builder.objectField(refOf(builder, Account), 'groups', (t) => t.zoomConnection(groups));
  builder.queryFields((t) => ({
    groups: t.zoomConnection(groups),
    group: t.zoomNode({ of: Group, id: "The global id or Zoom's own.", description: 'One group.' }),
  }));

  const pathEntities = { groupId: Group };
  const member = {
    of: User,
    params: ({ path }: { path: Readonly<Record<string, string>> }) => ({ userId: path.memberId ?? '' }),
  };
  builder.mutationFields((t) => ({
    createGroup: t.zoomMutation('createGroup', {
      endpoint: api.createGroup,
      description: 'Creates a group.',
      payload: { group: Group },
    }),
    updateGroup: t.zoomMutation('updateGroup', {
      endpoint: api.updateGroup,
      description: 'Updates the name of a group.',
      pathEntities,
      payload: { group: Group },
    }),
    deleteGroup: t.zoomMutation('deleteGroup', {
      endpoint: api.deleteGroup,
      description: 'Deletes a group. Its members stay in the account.',
      pathEntities,
      payload: {},
      deletes: Group,
    }),
    addGroupMembers: t.zoomMutation('addGroupMembers', {
      endpoint: api.addGroupMembers,
      description: 'Adds users to a group.',
      pathEntities,
      payload: { group: Group },
      exposeResponse: true,
    }),
    updateGroupMember: t.zoomMutation('updateGroupMember', {
      endpoint: api.updateGroupMember,
      description:
        "Updates a member of a group: moves the user to another group, or makes the group the user's primary one.",
      pathEntities: { ...pathEntities, memberId: User },
      pathNames: { memberId: 'userId' },
      payload: { group: Group, user: member },
    }),
    removeGroupMember: t.zoomMutation('removeGroupMember', {
      endpoint: api.removeGroupMember,
      description: 'Removes a user from a group.',
      pathEntities: { ...pathEntities, memberId: User },
      pathNames: { memberId: 'userId' },
      payload: { group: Group, user: member },
    }),
  }));
};
