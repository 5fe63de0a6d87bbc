/** Groups, and who is in them. */
import { Account } from '../resolvers/accounts.ts';
import { Group } from '../resolvers/groups.ts';
import { User } from '../resolvers/users.ts';
import * as api from '../src/zoom/api/groups.ts';
import { builder } from './builder.ts';
import { entityObject, refOf } from './entity.ts';

entityObject(Group, {
  fields: (t) => ({
    members: t.zoomConnection({ list: api.listGroupMembers, of: User, description: 'The users in the group.' }),
  }),
});

builder.objectField(refOf(User), 'groups', (t) =>
  t.zoomEdges({
    of: Group,
    needs: ['group_ids'],
    links: (user) => user.get('group_ids')?.map((id) => ({ id })),
    description: 'The groups that the user is in.',
  }),
);

const groups = { list: api.listGroups, of: Group, path: () => ({}), description: 'The groups of the account.' };
builder.objectField(refOf(Account), 'groups', (t) => t.zoomConnection(groups));
builder.queryFields((t) => ({
  groups: t.zoomConnection(groups),
  group: t.zoomNode({ of: Group, id: "The global id or Zoom's own.", description: 'One group.' }),
}));

const ids = { groupId: Group };
const member = {
  of: User,
  params: ({ path }: { path: Readonly<Record<string, string>> }) => ({ userId: path.memberId ?? '' }),
};
builder.mutationFields((t) => ({
  createGroup: t.zoomMutation('createGroup', {
    endpoint: api.createGroup,
    description: 'Makes a group.',
    gives: { group: Group },
  }),
  updateGroup: t.zoomMutation('updateGroup', {
    endpoint: api.updateGroup,
    description: 'Renames a group.',
    ids,
    gives: { group: Group },
  }),
  deleteGroup: t.zoomMutation('deleteGroup', {
    endpoint: api.deleteGroup,
    description: 'Removes a group. Its members stay in the account.',
    ids,
    gives: {},
    deletes: Group,
  }),
  addGroupMembers: t.zoomMutation('addGroupMembers', {
    endpoint: api.addGroupMembers,
    description: 'Puts users into a group.',
    ids,
    gives: { group: Group },
    answers: true,
  }),
  updateGroupMember: t.zoomMutation('updateGroupMember', {
    endpoint: api.updateGroupMember,
    description: 'Moves a user to another group, or makes the group the primary one of the user.',
    ids: { ...ids, memberId: User },
    gives: { group: Group, user: member },
  }),
  removeGroupMember: t.zoomMutation('removeGroupMember', {
    endpoint: api.removeGroupMember,
    description: 'Takes a user out of a group.',
    ids: { ...ids, memberId: User },
    gives: { group: Group, user: member },
  }),
}));
