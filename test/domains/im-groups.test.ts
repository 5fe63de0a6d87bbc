/** Directory groups of Team Chat, and their members. */
import { globalId, leaves, reads, walks, writes } from '../rows.ts';
import { done, type Received } from '../stub.ts';

leaves('a directory group, with its words', 'GET /im/groups/g1', (fields) => `{ imGroup(id: "g1") { ${fields} } }`, [
  ['id', 'g1', 'id', globalId('ImGroup', 'g1')],
  ['type', 'restricted', 'type', 'RESTRICTED'],
  ['search_by_ma_account', true, 'searchByMaAccount', true],
]);

reads([
  {
    name: 'the directory groups of 100 users cost one more call',
    table: {
      'GET /users': { users: Array.from({ length: 100 }, (_, i) => ({ id: `u${i}`, im_group_ids: [`g${i % 3}`] })) },
      'GET /im/groups': { groups: Array.from({ length: 3 }, (_, i) => ({ id: `g${i}`, name: `Group ${i}` })) },
    },
    query: '{ users(first: 100) { nodes { imGroups { name } } } }',
    at: 'users.nodes',
    data: Array.from({ length: 100 }, (_, i) => ({ imGroups: [{ name: `Group ${i % 3}` }] })),
    calls: ['GET /users?status=active&page_size=100', 'GET /im/groups'],
  },
  {
    name: 'those of the account come whole in one call, and their ids cost nothing more',
    table: { 'GET /im/groups': { total_records: 1, groups: [{ id: 'g1', type: 'shared' }] } },
    query: '{ account { imGroups { totalCount nodes { id type } } } }',
    at: 'account.imGroups',
    data: { totalCount: 1, nodes: [{ id: globalId('ImGroup', 'g1'), type: 'SHARED' }] },
    calls: ['GET /im/groups'],
  },
]);

walks([
  {
    name: 'the members of a directory group are users, by pages',
    table: {
      'GET /im/groups/g1/members': ({ query }: Received) =>
        query.get('next_page_token') ? { members: [{ id: 'u2' }] } : { members: [{ id: 'u1' }], next_page_token: 't' },
    },
    of: 'imGroup(id: "g1")',
    list: 'members(first: 1)',
    nodes: 'id',
    pages: [[{ id: globalId('User', 'u1') }], [{ id: globalId('User', 'u2') }]],
  },
]);

const id = globalId('ImGroup', 'g1');
writes(
  [
    {
      name: 'createImGroup needs no further call for what Zoom answers, and one for the type, which it leaves out',
      mutation:
        'createImGroup(input: { name: "Press", type: SHARED, searchByDomain: true }) { group { id name type } }',
      payload: { group: { id, name: 'Press', type: 'SHARED' } },
      calls: ['POST /im/groups', 'GET /im/groups/g1'],
      body: { name: 'Press', type: 'shared', search_by_domain: true },
    },
    {
      name: 'addImGroupMembers takes ids of both kinds and emails',
      mutation: `addImGroupMembers(input: { groupId: "${id}", members: [{ id: "${globalId('User', 'u1')}" }, { email: "b@example.com" }] }) {
        ids group { id }
      }`,
      payload: { ids: ['u1', 'u2'], group: { id } },
      calls: ['POST /im/groups/g1/members'],
      body: { members: [{ id: 'u1' }, { email: 'b@example.com' }] },
    },
    {
      name: 'removeImGroupMember shows the group and the user',
      mutation: 'removeImGroupMember(input: { groupId: "g1", userId: "u1" }) { group { id } user { zoomId } }',
      payload: { group: { id }, user: { zoomId: 'u1' } },
      calls: ['DELETE /im/groups/g1/members/u1'],
    },
    {
      name: 'deleteImGroup tells which is gone',
      mutation: 'deleteImGroup(input: { groupId: "g1" }) { deletedImGroupId }',
      payload: { deletedImGroupId: id },
      calls: ['DELETE /im/groups/g1'],
    },
  ],
  {
    'POST /im/groups': { id: 'g1', name: 'Press', total_members: 0 },
    'GET /im/groups/g1': { id: 'g1', name: 'Press', type: 'shared' },
    'POST /im/groups/g1/members': { added_at: '2026-03-01T08:00:00Z', ids: 'u1,u2' },
    'DELETE /im/groups/g1/members/u1': done(),
    'DELETE /im/groups/g1': done(),
  },
);
