/** Groups of users, by which settings are managed, and their members. */
import { byToken, del, get, list as listing, patch, post } from '../../declare/endpoint.ts';
import { dateTime, delimitedIds, enumOf, id, int, list, named, needing, shape, string } from '../../declare/shape.ts';
import { MemberBody, ShortUser } from './users.ts';

/** The list carries all of it (docs/zoom.md 13). */
export const Group = shape(
  'Group',
  {
    id: id(),
    name: string('What the group is called.', { max: 128 }),
    total_members: int('How many users are in the group.'),
  },
  'Users who share settings.',
);

export const GroupMember = named('GroupMember', ShortUser);

export const CreateGroupBody = needing(named('CreateGroupBody', Group.pick({ name: true })), ['name']);
export const UpdateGroupBody = named('UpdateGroupBody', Group.pick({ name: true }));
export const AddGroupMembersBody = needing(
  shape('AddGroupMembersBody', { members: list(MemberBody, 'The users to add.', { max: 30 }) }),
  ['members'],
);

export const AddedGroupMembers = shape('AddedGroupMembers', {
  added_at: dateTime('When the members were added.'),
  ids: delimitedIds(',', 'The users who are members now.'),
});

export const UpdateGroupMemberBody = named(
  'UpdateGroupMemberBody',
  shape('UpdateGroupMemberBody', {
    action: enumOf(
      'GroupMemberAction',
      {
        MOVE: ['move', 'Moves the member to the group `targetGroupId`.'],
        SET_PRIMARY: ['set_primary', "Makes this group the member's primary one, whose settings apply."],
      },
      'What is done with the member.',
    ),
    target_group_id: id('The group that the member is moved to.', { of: 'Group' }),
  }).required({ action: true }),
);

export const listGroups = listing('/groups', {
  items: 'groups',
  of: Group,
  limit: 'MEDIUM',
  cacheable: true,
  scopes: ['group:read:admin', 'group:read:list_groups:admin'],
});

export const getGroup = get('/groups/{groupId}', {
  of: Group,
  limit: 'LIGHT',
  cacheable: true,
  scopes: ['group:read:admin', 'group:read:group:admin'],
});

export const listGroupMembers = listing('/groups/{groupId}/members', {
  items: 'members',
  of: GroupMember,
  paging: byToken(300),
  limit: 'MEDIUM',
  scopes: ['group:read:admin', 'group:read:list_members:admin'],
});

export const createGroup = post('/groups', {
  body: CreateGroupBody,
  of: Group,
  limit: 'LIGHT',
  scopes: ['group:write:admin', 'group:write:group:admin'],
});

export const updateGroup = patch('/groups/{groupId}', {
  body: UpdateGroupBody,
  limit: 'LIGHT',
  scopes: ['group:write:admin', 'group:update:group:admin'],
});

export const deleteGroup = del('/groups/{groupId}', {
  limit: 'LIGHT',
  scopes: ['group:write:admin', 'group:delete:group:admin'],
});

export const addGroupMembers = post('/groups/{groupId}/members', {
  body: AddGroupMembersBody,
  of: AddedGroupMembers,
  limit: 'MEDIUM',
  scopes: ['group:write:admin', 'group:write:member:admin'],
});

export const updateGroupMember = patch('/groups/{groupId}/members/{memberId}', {
  body: UpdateGroupMemberBody,
  limit: 'MEDIUM',
  scopes: ['group:write:admin', 'group:update:member:admin'],
});

export const removeGroupMember = del('/groups/{groupId}/members/{memberId}', {
  limit: 'LIGHT',
  scopes: ['group:write:admin', 'group:delete:member:admin'],
});
