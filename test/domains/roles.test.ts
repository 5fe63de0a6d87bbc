import { expect, test } from 'vitest';
import { globalId, leaves, reads, refusals, writes } from '../rows.ts';
import { done, type Received, refusal, stub } from '../stub.ts';

leaves('a role', 'GET /roles/r1', (fields) => `{ role(id: "r1") { ${fields} } }`, [
  ['id', 'r1', 'id', globalId('Role', 'r1')],
  ['id', 'r1', 'zoomId', 'r1'],
  ['description', '', 'description', null],
  ['type', 'common', 'type', 'COMMON'],
  ['total_members', 0, 'totalMembers', 0],
  ['privileges', ['User:Read', 'Billing:Edit'], 'privileges', ['User:Read', 'Billing:Edit']],
  [
    'sub_account_privileges',
    { second_level: 2 },
    'subAccountPrivileges { secondLevel }',
    { secondLevel: 'AS_CURRENT_ACCOUNT' },
  ],
]);

const nobody = { firstName: null, lastName: null, type: null };
const ids = ['u1', 'u2', 'u3', 'u4', 'u5'];
reads([
  {
    name: 'the roles come whole in one call, and only what the list lacks is read for each',
    table: {
      'GET /roles': {
        total_records: 2,
        roles: [
          { id: '0', name: 'Owner' },
          { id: '2', name: 'Member', total_members: 40 },
        ],
      },
      'GET /roles/0': { id: '0', privileges: ['User:Edit'] },
      'GET /roles/2': refusal(400, 1034, 'Role does not exist.'),
    },
    query: '{ roles(type: IQ) { totalCount pageInfo { hasNextPage } nodes { name totalMembers privileges } } }',
    at: 'roles',
    data: {
      totalCount: 2,
      pageInfo: { hasNextPage: false },
      nodes: [
        { name: 'Owner', totalMembers: null, privileges: ['User:Edit'] },
        { name: 'Member', totalMembers: 40, privileges: null },
      ],
    },
    errors: [{ path: ['roles', 'nodes', 1, 'privileges'], extensions: { code: 'NOT_FOUND' } }],
    calls: ['GET /roles?type=iq', 'GET /roles/0', 'GET /roles/2'],
  },
  {
    name: 'the members of a role are users, page by page',
    table: {
      'GET /roles/1/members': ({ query }: Received) =>
        query.has('next_page_token')
          ? { members: [{ id: 'u3' }], next_page_token: '', total_records: 3 }
          : {
              members: [{ id: 'u1', first_name: 'Ada', last_name: '', type: 2 }, { id: 'u2' }],
              next_page_token: 'T1',
              total_records: 3,
            },
    },
    query: '{ role(id: "1") { members(first: 3) { totalCount nodes { id firstName lastName type } } } }',
    at: 'role.members',
    data: {
      totalCount: 3,
      nodes: [
        { id: globalId('User', 'u1'), firstName: 'Ada', lastName: null, type: 'LICENSED' },
        { id: globalId('User', 'u2'), ...nobody },
        { id: globalId('User', 'u3'), ...nobody },
      ],
    },
    calls: ['GET /roles/1/members?page_size=30', 'GET /roles/1/members?page_size=30&next_page_token=T1'],
  },
  {
    name: 'what the short users of a role lack is read by the list of users',
    table: {
      'GET /roles': { roles: [{ id: '1' }] },
      'GET /roles/1/members': { members: ids.map((id) => ({ id })) },
      'GET /users': { users: ids.map((id) => ({ id, dept: `of ${id}` })), total_records: 5 },
    },
    query: '{ roles { nodes { members { nodes { dept } } } } }',
    data: { roles: { nodes: [{ members: { nodes: ids.map((id) => ({ dept: `of ${id}` })) } }] } },
    calls: ['GET /roles', 'GET /roles/1/members?page_size=30', 'GET /users?status=active&page_size=300'],
  },
]);

test('a list without roles is empty, and pages of one that comes whole are cut here', async () => {
  const { run, calls } = stub({
    'GET /roles': ({ query }: Received) => ({
      roles: query.get('type') === 'iq' ? [] : ['a', 'b', 'c'].map((id) => ({ id })),
    }),
  });
  const query = `query ($after: String) { roles(first: 2, after: $after) {
    totalCount nodes { zoomId } pageInfo { hasNextPage hasPreviousPage endCursor }
  } }`;
  type Answer = { roles: { pageInfo: { endCursor: string } } };
  const one = await run<Answer>(query);
  const { endCursor } = one.data?.roles.pageInfo ?? {};
  expect(one.data?.roles).toEqual({
    totalCount: 3,
    nodes: [{ zoomId: 'a' }, { zoomId: 'b' }],
    pageInfo: { hasNextPage: true, hasPreviousPage: false, endCursor },
  });
  const two = await run<Answer>(query, { after: endCursor });
  expect(two.data?.roles).toMatchObject({
    nodes: [{ zoomId: 'c' }],
    pageInfo: { hasNextPage: false, hasPreviousPage: true },
  });
  expect((await run('{ roles(type: IQ) { nodes { zoomId } } }')).data).toEqual({ roles: { nodes: [] } });
  // The second page is cut from what the first request read.
  expect(calls).toEqual(['GET /roles', 'GET /roles?type=iq']);
});

// What else Zoom refuses stands in operations/refusals.tsv.
refusals(
  [
    ['GET /roles', 400, 4711, 'MISSING_SCOPE', 'roles { nodes { name } }'],
    ['GET /roles/r9', 400, 200, 'FORBIDDEN', 'role(id: "r9") { name }'],
  ],
  {
    table: { 'GET /roles/r1': { name: 'One' } },
    query: (refused) => `{ ${refused} role(id: "r1") { name } }`,
    data: { refused: null, role: { name: 'One' } },
  },
);
refusals([['GET /roles/r1/members', 400, 300, 'BAD_USER_INPUT', 'members { nodes { email } }']], {
  table: { 'GET /roles/r1': { name: 'One' } },
  query: (refused) => `{ role(id: "r1") { name ${refused} } }`,
  data: { role: { name: 'One', refused: null } },
});
refusals([
  [
    'POST /roles/r1/members',
    400,
    1010,
    'NOT_FOUND',
    'addRoleMembers(input: { roleId: "r1", members: [{ id: "x" }] }) { ids }',
  ],
  [
    'DELETE /roles/r1/members/u1',
    404,
    1001,
    'NOT_FOUND',
    'removeRoleMember(input: { roleId: "r1", memberId: "u1" }) { user { id } }',
  ],
]);

const role = { id: 'r1', name: 'Billing', description: '', type: 'iq', total_members: 0, privileges: ['Billing:Edit'] };
const id = globalId('Role', 'r1');
const member = globalId('User', 'u1');

writes(
  [
    {
      name: 'createRole needs no further call for what its answer tells',
      mutation: `createRole(input: { name: "Billing", description: "", type: IQ, privileges: ["Billing:Edit"] }) {
        role { id description type totalMembers privileges }
      }`,
      payload: { role: { id, description: null, type: 'IQ', totalMembers: 0, privileges: ['Billing:Edit'] } },
      calls: ['POST /roles'],
      body: { name: 'Billing', description: '', type: 'iq', privileges: ['Billing:Edit'] },
    },
    {
      name: 'createRole reads what its answer does not tell',
      mutation: 'createRole(input: { name: "Billing" }) { role { name subAccountPrivileges { secondLevel } } }',
      payload: { role: { name: 'Billing', subAccountPrivileges: { secondLevel: 'AS_OWNER' } } },
      calls: ['POST /roles', 'GET /roles/r1'],
      body: { name: 'Billing' },
    },
    {
      name: 'updateRole reads the role again',
      mutation: `updateRole(input: {
        roleId: "${id}", name: "", privileges: [], subAccountPrivileges: { secondLevel: AS_SPECIFIED }
      }) { role { zoomId name } }`,
      payload: { role: { zoomId: 'r1', name: 'Billing' } },
      calls: ['PATCH /roles/r1', 'GET /roles/r1'],
      body: { name: '', privileges: [], sub_account_privileges: { second_level: 3 } },
    },

    {
      name: 'addRoleMembers takes ids of both kinds and emails, and gives Zoom’s answer',
      mutation: `addRoleMembers(input: { roleId: "r1", members: [{ id: "${member}" }, { id: "u2" }, { email: "c@example.com" }] }) {
        addAt ids role { id }
      }`,
      payload: { addAt: '2026-03-01T08:00:00.000Z', ids: ['u1', 'u2', 'u3'], role: { id } },
      calls: ['POST /roles/r1/members'],
      body: { members: [{ id: 'u1' }, { id: 'u2' }, { email: 'c@example.com' }] },
    },
    {
      name: 'addRoleMembers reads the role again when more of it is selected',
      mutation: 'addRoleMembers(input: { roleId: "r1", members: [{ id: "u1" }] }) { role { totalMembers } }',
      payload: { role: { totalMembers: 0 } },
      calls: ['POST /roles/r1/members', 'GET /roles/r1'],
      body: { members: [{ id: 'u1' }] },
    },
    {
      name: 'removeRoleMember gives the role, and reads the user again when more is selected',
      mutation: `removeRoleMember(input: { roleId: "${id}", memberId: "${member}" }) { role { zoomId } user { email role { zoomId } } }`,
      payload: { role: { zoomId: 'r1' }, user: { email: 'a@example.com', role: { zoomId: '2' } } },
      calls: ['DELETE /roles/r1/members/u1', 'GET /users/u1'],
    },
  ],
  {
    'POST /roles': role,
    'GET /roles/r1': { ...role, sub_account_privileges: { second_level: 1 } },
    'PATCH /roles/r1': done(),
    'DELETE /roles/r1': done(),
    'POST /roles/r1/members': { add_at: '2026-03-01T08:00:00Z', ids: 'u1,u2,u3' },
    'DELETE /roles/r1/members/u1': done(),
    'GET /users/u1': { id: 'u1', email: 'a@example.com', role_id: '2' },
  },
);
