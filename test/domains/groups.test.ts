import { expect, test } from 'vitest';
import { globalId, reads, refusals, writes } from '../rows.ts';
import { done, type Received, refusal, stub } from '../stub.ts';

reads([
  {
    name: 'groups come whole in one call',
    table: {
      'GET /groups': {
        total_records: 2,
        groups: [
          { id: 'g1', total_members: 3 },
          { id: 'g2', name: '' },
        ],
      },
    },
    query: '{ groups { totalCount nodes { id zoomId name totalMembers } } }',
    at: 'groups',
    data: {
      totalCount: 2,
      nodes: [
        { id: globalId('Group', 'g1'), zoomId: 'g1', name: null, totalMembers: 3 },
        { id: globalId('Group', 'g2'), zoomId: 'g2', name: null, totalMembers: null },
      ],
    },
    calls: ['GET /groups'],
  },
  {
    name: 'an account without groups has an empty list, and one of them is read by its id',
    table: { 'GET /groups': { total_records: 0 }, 'GET /groups/g1': { id: 'g1', name: 'Sales' } },
    query: `{ groups { totalCount nodes { name } } zooms: group(id: "g1") { name } ours: group(id: "${globalId('Group', 'g1')}") { zoomId } }`,
    data: { groups: { totalCount: 0, nodes: [] }, zooms: { name: 'Sales' }, ours: { zoomId: 'g1' } },
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
]);

test('the members of a group are users, page by page, and a cursor goes on where it stood', async () => {
  const { run, calls } = stub({
    'GET /groups': { groups: [{ id: 'g1' }] },
    'GET /groups/g1/members': ({ query }: Received) =>
      query.has('next_page_token')
        ? { members: [{ id: 'u3', email: 'c@example.com', type: 1 }], next_page_token: '', total_records: 3 }
        : { members: [{ id: 'u1' }, { id: 'u2' }], next_page_token: 'T1', total_records: 3 },
  });
  const query = `query ($after: String) {
    groups { nodes { members(first: 2, after: $after) {
      totalCount edges { cursor node { zoomId } } pageInfo { hasNextPage }
    } } }
  }`;
  type Members = { edges: { cursor: string; node: { zoomId: string } }[]; pageInfo: { hasNextPage: boolean } };
  const page = async (after?: string) =>
    (await run<{ groups: { nodes: { members: Members }[] } }>(query, { after })).data?.groups.nodes[0]?.members;
  const idsOf = (members?: Members) => members?.edges.map(({ node }) => node.zoomId);

  const one = await page();
  expect(one).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
  expect(idsOf(one)).toEqual(['u1', 'u2']);
  expect(calls).toEqual(['GET /groups', 'GET /groups/g1/members?page_size=30']);

  expect(idsOf(await page(one?.edges[0]?.cursor))).toEqual(['u2', 'u3']);
  const last = await page(one?.edges[1]?.cursor);
  expect(idsOf(last)).toEqual(['u3']);
  expect(last?.pageInfo).toEqual({ hasNextPage: false });
  expect(calls.at(-1)).toBe('GET /groups/g1/members?page_size=30&next_page_token=T1');
});

refusals(
  [
    ['GET /groups', 400, 4700, 'MISSING_SCOPE', 'groups { nodes { name } }'],
    ['GET /groups/g9', 404, 4130, 'NOT_FOUND', 'group(id: "g9") { name }'],
  ],
  {
    table: { 'GET /groups/g1': { name: 'One' } },
    query: (refused) => `{ ${refused} group(id: "g1") { name } }`,
    data: { refused: null, group: { name: 'One' } },
  },
);
refusals([['GET /groups/g1/members', 400, 200, 'FORBIDDEN', 'members { nodes { email } }']], {
  table: { 'GET /groups/g1': { name: 'One' } },
  query: (refused) => `{ group(id: "g1") { name ${refused} } }`,
  data: { group: { name: 'One', refused: null } },
});

const id = globalId('Group', 'g1');
const member = globalId('User', 'u1');

const group = { id: 'g1', name: 'Sales', total_members: 0 };

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
      name: 'updateGroup reads the group again',
      mutation: `updateGroup(input: { groupId: "${id}", name: "" }) { group { name } }`,
      payload: { group: { name: 'Sales' } },
      calls: ['PATCH /groups/g1', 'GET /groups/g1'],
      body: { name: '' },
    },

    {
      name: 'addGroupMembers takes ids of both kinds and emails, and gives Zoom’s answer',
      mutation: `addGroupMembers(input: { groupId: "g1", members: [{ id: "${member}" }, { email: "b@example.com" }] }) {
        addedAt ids group { id }
      }`,
      payload: { addedAt: '2026-03-01T08:00:00.000Z', ids: ['u1', 'u2'], group: { id } },
      calls: ['POST /groups/g1/members'],
      body: { members: [{ id: 'u1' }, { email: 'b@example.com' }] },
    },
    {
      name: 'updateGroupMember moves a member',
      mutation: `updateGroupMember(input: {
        groupId: "g1", memberId: "${member}", action: MOVE, targetGroupId: "${globalId('Group', 'g2')}"
      }) { group { zoomId } user { id } }`,
      payload: { group: { zoomId: 'g1' }, user: { id: member } },
      calls: ['PATCH /groups/g1/members/u1'],
      body: { action: 'move', target_group_id: 'g2' },
    },
    {
      name: 'updateGroupMember reads the user again when more is selected',
      mutation:
        'updateGroupMember(input: { groupId: "g1", memberId: "u1", action: SET_PRIMARY }) { user { groups { zoomId } } }',
      payload: { user: { groups: [{ zoomId: 'g1' }, { zoomId: 'g2' }] } },
      calls: ['PATCH /groups/g1/members/u1', 'GET /users/u1'],
      body: { action: 'set_primary' },
    },
    {
      name: 'removeGroupMember gives the group and the user',
      mutation: `removeGroupMember(input: { groupId: "${id}", memberId: "${member}" }) { group { id totalMembers } user { zoomId } }`,
      payload: { group: { id, totalMembers: 0 }, user: { zoomId: 'u1' } },
      calls: ['DELETE /groups/g1/members/u1', 'GET /groups/g1'],
    },
  ],
  {
    'POST /groups': group,
    'GET /groups/g1': group,
    'PATCH /groups/g1': done(),
    'DELETE /groups/g1': done(),
    'POST /groups/g1/members': { added_at: '2026-03-01T08:00:00Z', ids: 'u1,u2' },
    'PATCH /groups/g1/members/u1': done(),
    'DELETE /groups/g1/members/u1': done(),
    'GET /users/u1': { id: 'u1', group_ids: ['g1', 'g2'] },
  },
);

refusals([
  ['POST /groups', 409, 4132, 'CONFLICT', 'createGroup(input: { name: "Sales" }) { group { id } }'],
  ['PATCH /groups/g1', 404, 4130, 'NOT_FOUND', 'updateGroup(input: { groupId: "g1", name: "N" }) { group { id } }'],
  ['DELETE /groups/g1', 404, 4130, 'NOT_FOUND', 'deleteGroup(input: { groupId: "g1" }) { deletedGroupId }'],
  [
    'POST /groups/g1/members',
    400,
    300,
    'BAD_USER_INPUT',
    'addGroupMembers(input: { groupId: "g1", members: [] }) { ids }',
  ],
  [
    'PATCH /groups/g1/members/u1',
    404,
    1001,
    'NOT_FOUND',
    'updateGroupMember(input: { groupId: "g1", memberId: "u1", action: MOVE }) { user { id } }',
  ],
  [
    'DELETE /groups/g1/members/u1',
    403,
    403,
    'FORBIDDEN',
    'removeGroupMember(input: { groupId: "g1", memberId: "u1" }) { user { id } }',
  ],
]);
