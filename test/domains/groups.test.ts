/** Groups and their members; what Zoom refuses stands in operations/refusals.tsv. */
import { globalId, reads, writes } from '../rows.ts';
import { done, refusal } from '../stub.ts';

reads([
  {
    name: 'groups come whole in one call, and one of them is read by either id',
    table: {
      'GET /groups': { total_records: 1, groups: [{ id: 'g2' }] },
      'GET /groups/g1': { id: 'g1', name: 'Sales' },
    },
    query: `{ groups { totalCount nodes { id zoomId } } zooms: group(id: "g1") { name } ours: group(id: "${globalId('Group', 'g1')}") { zoomId } }`,
    data: {
      groups: { totalCount: 1, nodes: [{ id: globalId('Group', 'g2'), zoomId: 'g2' }] },
      zooms: { name: 'Sales' },
      ours: { zoomId: 'g1' },
    },
    calls: ['GET /groups', 'GET /groups/g1'],
    together: true,
  },
  {
    name: 'the names of the groups of 100 users cost one more call',
    table: {
      'GET /users': { users: Array.from({ length: 100 }, (_, i) => ({ id: `u${i}`, group_ids: [`g${i % 7}`, 'g0'] })) },
      'GET /groups': { groups: Array.from({ length: 7 }, (_, i) => ({ id: `g${i}`, name: `Group ${i}` })) },
    },
    query: '{ users(first: 100) { nodes { groups { name } } } }',
    at: 'users.nodes',
    data: Array.from({ length: 100 }, (_, i) => ({ groups: [{ name: `Group ${i % 7}` }, { name: 'Group 0' }] })),
    calls: ['GET /users?status=active&page_size=100', 'GET /groups'],
  },
  {
    name: 'a group that is gone is null with an error, the others stay',
    table: {
      'GET /users/u1': { id: 'u1', group_ids: ['g1', 'gone'] },
      'GET /groups': { groups: [{ id: 'g1', name: 'Sales' }] },
      'GET /groups/gone': refusal(404, 4130, 'A group with this gone does not exist.'),
    },
    query: '{ user(id: "u1") { groups { zoomId name } } }',
    at: 'user.groups',
    data: [
      { zoomId: 'g1', name: 'Sales' },
      { zoomId: 'gone', name: null },
    ],
    errors: [{ path: ['user', 'groups', 1, 'name'], extensions: { code: 'NOT_FOUND' } }],
    calls: ['GET /users/u1', 'GET /groups', 'GET /groups/gone'],
  },
  {
    name: 'the members of a group are users',
    table: { 'GET /groups/g1/members': { members: [{ id: 'u1' }] } },
    query: '{ group(id: "g1") { members { nodes { id } } } }',
    data: { group: { members: { nodes: [{ id: globalId('User', 'u1') }] } } },
    calls: ['GET /groups/g1/members?page_size=30'],
  },
]);

const id = globalId('Group', 'g1');
const member = globalId('User', 'u1');

writes(
  [
    {
      name: 'createGroup needs no further call',
      mutation: 'createGroup(input: { name: "Sales" }) { group { id name totalMembers } }',
      payload: { group: { id, name: 'Sales', totalMembers: 0 } },
      calls: ['POST /groups'],
      body: { name: 'Sales' },
    },
    {
      name: 'addGroupMembers takes ids of both kinds and emails, and gives Zoom’s answer',
      mutation: `addGroupMembers(input: { groupId: "g1", members: [{ id: "${member}" }, { email: "b@example.com" }] }) {
        addedAt ids group { id }
      }`,
      payload: { addedAt: '2026-03-01T08:00:00Z', ids: ['u1', 'u2'], group: { id } },
      calls: ['POST /groups/g1/members'],
      body: { members: [{ id: 'u1' }, { email: 'b@example.com' }] },
    },
    {
      name: 'updateGroupMember moves a member',
      mutation: `updateGroupMember(input: {
        groupId: "g1", userId: "${member}", action: MOVE, targetGroupId: "${globalId('Group', 'g2')}"
      }) { group { zoomId } user { id } }`,
      payload: { group: { zoomId: 'g1' }, user: { id: member } },
      calls: ['PATCH /groups/g1/members/u1'],
      body: { action: 'move', target_group_id: 'g2' },
    },
  ],
  {
    'POST /groups': { id: 'g1', name: 'Sales', total_members: 0 },
    'POST /groups/g1/members': { added_at: '2026-03-01T08:00:00Z', ids: 'u1,u2' },
    'PATCH /groups/g1/members/u1': done(),
  },
);
