/** Directory groups of Team Chat, which say who finds whom there, and their members. */
import { byToken, del, get, list as listing, patch, post } from '../../declare/endpoint.ts';
import { bool, enumOf, id, int, named, needing, shape, string } from '../../declare/shape.ts';
import { AddedGroupMembers, AddGroupMembersBody, GroupMember } from './groups.ts';

/** The list carries all of it (docs/zoom.md 13). */
export const ImGroup = shape(
  'ImGroup',
  {
    id: id(),
    name: string('What the group is called.'),
    total_members: int('How many users are in the group.'),
    search_by_account: bool('Whether members find all people of their account.'),
    search_by_domain: bool('Whether members find all people whose email has the same domain.'),
    search_by_ma_account: bool('Whether members find all people of the master account and of its sub accounts.'),
    type: enumOf(
      'ImGroupType',
      {
        NORMAL: ['normal', 'Members see each other without searching. Others find the members when they search.'],
        SHARED: ['shared', 'All people of the account see the group and its members.'],
        RESTRICTED: ['restricted', 'Nobody but the members sees the group, or finds its members.'],
      },
      'Who sees the group and its members.',
    ),
  },
  'A directory group of Team Chat: who finds and sees whom there.',
);

/** Documents of 2018 have the answer, before groups had a type. */
export const CreatedImGroup = named('CreatedImGroup', ImGroup.omit({ type: true }));

export const UpdateImGroupBody = named('UpdateImGroupBody', ImGroup.omit({ id: true, total_members: true }));
export const CreateImGroupBody = needing(named('CreateImGroupBody', UpdateImGroupBody), ['name']);

const reads = 'imgroup:read:admin';
const writes = 'imgroup:write:admin';

export const listImGroups = listing('/im/groups', {
  items: 'groups',
  of: ImGroup,
  limit: 'MEDIUM',
  cacheable: true,
  scopes: [reads, 'contact_group:read:list_groups:admin'],
});

export const getImGroup = get('/im/groups/{groupId}', {
  of: ImGroup,
  limit: 'LIGHT',
  cacheable: true,
  scopes: [reads, 'contact_group:read:group:admin'],
});

export const listImGroupMembers = listing('/im/groups/{groupId}/members', {
  items: 'members',
  of: GroupMember,
  paging: byToken(300),
  limit: 'MEDIUM',
  scopes: [reads, 'contact_group:read:list_members:admin'],
});

export const createImGroup = post('/im/groups', {
  body: CreateImGroupBody,
  of: CreatedImGroup,
  limit: 'LIGHT',
  scopes: [writes, 'contact_group:write:group:admin'],
});

export const updateImGroup = patch('/im/groups/{groupId}', {
  body: UpdateImGroupBody,
  limit: 'LIGHT',
  scopes: [writes, 'contact_group:update:group:admin'],
});

export const deleteImGroup = del('/im/groups/{groupId}', {
  limit: 'LIGHT',
  scopes: [writes, 'contact_group:delete:group:admin'],
});

export const addImGroupMembers = post('/im/groups/{groupId}/members', {
  body: AddGroupMembersBody,
  of: AddedGroupMembers,
  limit: 'MEDIUM',
  scopes: [writes, 'contact_group:write:member:admin'],
});

export const removeImGroupMember = del('/im/groups/{groupId}/members/{memberId}', {
  limit: 'LIGHT',
  scopes: [writes, 'contact_group:delete:member:admin'],
});
