import { expect, test } from 'vitest';
import { done, type Received, refusal, stub } from '../stub.ts';

const globalId = (type: string, key: string) => btoa(`${type}:${key}`);

test('a role has every field that Zoom gives', async () => {
  const { run, calls } = stub({
    'GET /roles/r1': {
      id: 'r1',
      name: 'Billing',
      description: '',
      type: 'common',
      total_members: 0,
      privileges: ['User:Read', 'Billing:Edit'],
      privilege_scopes: [{ permission_id: 'User:Read', group_ids: ['g1'] }],
      sub_account_privileges: { second_level: 2 },
    },
  });
  const { data, errors } = await run(`{
    role(id: "r1") {
      id zoomId name description type totalMembers privileges privilegeScopes { permissionId groupIds }
      subAccountPrivileges { secondLevel }
    }
  }`);
  expect(errors).toBeUndefined();
  expect(data?.role).toEqual({
    id: globalId('Role', 'r1'),
    zoomId: 'r1',
    name: 'Billing',
    description: null,
    type: 'COMMON',
    totalMembers: 0,
    privileges: ['User:Read', 'Billing:Edit'],
    privilegeScopes: [{ permissionId: 'User:Read', groupIds: ['g1'] }],
    subAccountPrivileges: { secondLevel: 'AS_CURRENT_ACCOUNT' },
  });
  expect(calls).toEqual(['GET /roles/r1']);
});

test('the roles come whole in one call, and only what the list lacks is read for each', async () => {
  const { run, calls } = stub({
    'GET /roles': {
      total_records: 2,
      roles: [
        { id: '0', name: 'Owner', description: 'All', total_members: 1 },
        { id: '2', name: 'Member', description: '', total_members: 40 },
      ],
    },
    'GET /roles/0': { id: '0', privileges: ['User:Edit'] },
    'GET /roles/2': refusal(400, 1034, 'Role does not exist.'),
  });
  const { data, errors } = await run(
    '{ roles(type: IQ) { totalCount pageInfo { hasNextPage } nodes { name totalMembers privileges } } }',
  );
  expect(data?.roles).toEqual({
    totalCount: 2,
    pageInfo: { hasNextPage: false },
    nodes: [
      { name: 'Owner', totalMembers: 1, privileges: ['User:Edit'] },
      { name: 'Member', totalMembers: 40, privileges: null },
    ],
  });
  expect(errors).toMatchObject([{ path: ['roles', 'nodes', 1, 'privileges'], extensions: { code: 'NOT_FOUND' } }]);
  expect(calls).toEqual(['GET /roles?type=iq', 'GET /roles/0', 'GET /roles/2']);
});

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

test('the members of a role are users, page by page', async () => {
  const { run, calls } = stub({
    'GET /roles/1/members': ({ query }: Received) =>
      query.has('next_page_token')
        ? { members: [{ id: 'u3', email: 'c@example.com' }], next_page_token: '', total_records: 3 }
        : {
            members: [
              { id: 'u1', email: 'a@example.com', first_name: 'Ada', last_name: '', type: 2, department: 'Engines' },
              { id: 'u2', email: 'b@example.com' },
            ],
            next_page_token: 'T1',
            total_records: 3,
          },
  });
  const { data, errors } = await run(
    '{ role(id: "1") { members(first: 3) { totalCount nodes { id email firstName lastName type } } } }',
  );
  const nobody = { firstName: null, lastName: null, type: null };
  expect(errors).toBeUndefined();
  expect(data?.role).toEqual({
    members: {
      totalCount: 3,
      nodes: [
        { id: globalId('User', 'u1'), email: 'a@example.com', firstName: 'Ada', lastName: null, type: 'LICENSED' },
        { id: globalId('User', 'u2'), email: 'b@example.com', ...nobody },
        { id: globalId('User', 'u3'), email: 'c@example.com', ...nobody },
      ],
    },
  });
  expect(calls).toEqual(['GET /roles/1/members?page_size=30', 'GET /roles/1/members?page_size=30&next_page_token=T1']);
});

test('what the short users of a role lack is read by the list of users', async () => {
  const ids = ['u1', 'u2', 'u3', 'u4', 'u5'];
  const { run, calls } = stub({
    'GET /roles': { roles: [{ id: '1' }] },
    'GET /roles/1/members': { members: ids.map((id) => ({ id })) },
    'GET /users': { users: ids.map((id) => ({ id, dept: `of ${id}` })), total_records: 5 },
  });
  const { data } = await run('{ roles { nodes { members { nodes { dept } } } } }');
  expect(data?.roles).toEqual({ nodes: [{ members: { nodes: ids.map((id) => ({ dept: `of ${id}` })) } }] });
  expect(calls).toEqual(['GET /roles', 'GET /roles/1/members?page_size=30', 'GET /users?status=active&page_size=300']);
});

test.each([
  ['GET /roles', 400, 4711, 'MISSING_SCOPE', 'roles { nodes { name } }'],
  ['GET /roles/r9', 400, 1034, 'NOT_FOUND', 'role(id: "r9") { name }'],
  ['GET /roles/r9', 400, 200, 'FORBIDDEN', 'role(id: "r9") { name }'],
])('%s refused with %i/%i is %s, its field null and its sibling whole', async (endpoint, status, code, kind, field) => {
  const { run } = stub({ 'GET /roles/r1': { name: 'One' }, [endpoint]: refusal(status, code, 'Zoom says no.') });
  const { data, errors } = await run(`{ refused: ${field} role(id: "r1") { name } }`);
  expect(data).toEqual({ refused: null, role: { name: 'One' } });
  expect(errors).toMatchObject([{ path: ['refused'], extensions: { code: kind, zoom: { status, code } } }]);
});

test('members refused leave the role whole', async () => {
  const { run } = stub({
    'GET /roles/r1': { name: 'One' },
    'GET /roles/r1/members': refusal(400, 300, 'Zoom says no.'),
  });
  const { data, errors } = await run('{ role(id: "r1") { name members { nodes { email } } } }');
  expect(data).toEqual({ role: { name: 'One', members: null } });
  expect(errors).toMatchObject([{ path: ['role', 'members'], extensions: { code: 'BAD_USER_INPUT' } }]);
});

const role = { id: 'r1', name: 'Billing', description: '', type: 'iq', total_members: 0, privileges: ['Billing:Edit'] };
const id = globalId('Role', 'r1');
const member = globalId('User', 'u1');

test.each([
  [
    'createRole needs no further call for what its answer tells',
    {
      call: `createRole(input: { name: "Billing", description: "", type: IQ, privileges: ["Billing:Edit"] }) {
        role { id name description type totalMembers privileges }
      }`,
      answer: {
        role: { id, name: 'Billing', description: null, type: 'IQ', totalMembers: 0, privileges: ['Billing:Edit'] },
      },
      calls: ['POST /roles'],
      body: { name: 'Billing', description: '', type: 'iq', privileges: ['Billing:Edit'] },
    },
  ],
  [
    'createRole reads what its answer does not tell',
    {
      call: 'createRole(input: { name: "Billing" }) { role { name subAccountPrivileges { secondLevel } } }',
      answer: { role: { name: 'Billing', subAccountPrivileges: { secondLevel: 'AS_OWNER' } } },
      calls: ['POST /roles', 'GET /roles/r1'],
      body: { name: 'Billing' },
    },
  ],
  [
    'updateRole reads the role again',
    {
      call: `updateRole(input: {
        roleId: "${id}", name: "", description: "D", privileges: [], subAccountPrivileges: { secondLevel: AS_SPECIFIED }
      }) { role { zoomId name } }`,
      answer: { role: { zoomId: 'r1', name: 'Billing' } },
      calls: ['PATCH /roles/r1', 'GET /roles/r1'],
      body: { name: '', description: 'D', privileges: [], sub_account_privileges: { second_level: 3 } },
    },
  ],
  [
    'updateRole reads nothing again for ids alone',
    {
      call: 'updateRole(input: { roleId: "r1", name: "N" }) { role { id zoomId } }',
      answer: { role: { id, zoomId: 'r1' } },
      calls: ['PATCH /roles/r1'],
      body: { name: 'N' },
    },
  ],
  [
    'deleteRole gives the id that is no more',
    {
      call: 'deleteRole(input: { roleId: "r1" }) { deletedRoleId }',
      answer: { deletedRoleId: id },
      calls: ['DELETE /roles/r1'],
      body: undefined,
    },
  ],
  [
    'addRoleMembers takes ids of both kinds and emails, and gives Zoom’s answer',
    {
      call: `addRoleMembers(input: { roleId: "r1", members: [{ id: "${member}" }, { id: "u2" }, { email: "c@example.com" }] }) {
        addAt ids role { id }
      }`,
      answer: { addAt: '2026-03-01T08:00:00.000Z', ids: ['u1', 'u2', 'u3'], role: { id } },
      calls: ['POST /roles/r1/members'],
      body: { members: [{ id: 'u1' }, { id: 'u2' }, { email: 'c@example.com' }] },
    },
  ],
  [
    'addRoleMembers reads the role again when more of it is selected',
    {
      call: 'addRoleMembers(input: { roleId: "r1", members: [{ id: "u1" }] }) { role { totalMembers } }',
      answer: { role: { totalMembers: 0 } },
      calls: ['POST /roles/r1/members', 'GET /roles/r1'],
      body: { members: [{ id: 'u1' }] },
    },
  ],
  [
    'removeRoleMember gives the role and the user',
    {
      call: `removeRoleMember(input: { roleId: "${id}", memberId: "${member}" }) { role { zoomId } user { id zoomId } }`,
      answer: { role: { zoomId: 'r1' }, user: { id: member, zoomId: 'u1' } },
      calls: ['DELETE /roles/r1/members/u1'],
      body: undefined,
    },
  ],
  [
    'removeRoleMember reads the user again when more is selected',
    {
      call: 'removeRoleMember(input: { roleId: "r1", memberId: "u1" }) { user { email role { zoomId } } }',
      answer: { user: { email: 'a@example.com', role: { zoomId: '2' } } },
      calls: ['DELETE /roles/r1/members/u1', 'GET /users/u1'],
      body: undefined,
    },
  ],
])('%s', async (_, { call, answer, calls: expected, body }) => {
  const { run, calls, bodies } = stub({
    'POST /roles': role,
    'GET /roles/r1': { ...role, sub_account_privileges: { second_level: 1 } },
    'PATCH /roles/r1': done(),
    'DELETE /roles/r1': done(),
    'POST /roles/r1/members': { add_at: '2026-03-01T08:00:00Z', ids: 'u1,u2,u3' },
    'DELETE /roles/r1/members/u1': done(),
    'GET /users/u1': { id: 'u1', email: 'a@example.com', role_id: '2' },
  });
  const { data, errors } = await run(`mutation { answer: ${call} }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({ answer });
  expect(calls).toEqual(expected);
  expect(bodies).toEqual([body]);
});

test.each([
  ['POST /roles', 400, 1224, 'CONFLICT', 'createRole(input: { name: "Admin" }) { role { id } }'],
  ['PATCH /roles/r1', 400, 1034, 'NOT_FOUND', 'updateRole(input: { roleId: "r1", name: "N" }) { role { id } }'],
  ['DELETE /roles/r1', 200, 200, 'NOT_FOUND', 'deleteRole(input: { roleId: "r1" }) { deletedRoleId }'],
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
])('%s refused with %i/%i is %s, and nothing is read', async (endpoint, status, code, kind, call) => {
  const { run, calls } = stub({ [endpoint]: refusal(status, code, 'Zoom says no.') });
  const { data, errors } = await run(`mutation { answer: ${call} }`);
  expect(data).toEqual({ answer: null });
  expect(errors).toMatchObject([{ path: ['answer'], extensions: { code: kind, zoom: { status, code } } }]);
  expect(calls).toEqual([endpoint]);
});
