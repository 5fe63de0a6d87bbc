/** Roles and who holds them; what Zoom refuses stands in operations/refusals.tsv. */
import { globalId, reads, writes } from '../rows.ts';
import { done, refusal } from '../stub.ts';

const ids = ['u1', 'u2', 'u3', 'u4', 'u5'];
reads([
  {
    name: 'the roles come whole in one call, and only what the list lacks is read for each',
    table: {
      'GET /roles': { total_records: 2, roles: [{ id: '0' }, { id: '2', total_members: 40 }] },
      'GET /roles/0': { id: '0', privileges: ['User:Edit'], sub_account_privileges: { second_level: 2 } },
      'GET /roles/2': refusal(400, 1034, 'Role does not exist.'),
    },
    query: `{ roles(type: IQ) { totalCount pageInfo { hasNextPage }
      nodes { totalMembers privileges subAccountPrivileges { secondLevel } } } }`,
    at: 'roles',
    data: {
      totalCount: 2,
      pageInfo: { hasNextPage: false },
      nodes: [
        { totalMembers: null, privileges: ['User:Edit'], subAccountPrivileges: { secondLevel: 'AS_CURRENT_ACCOUNT' } },
        { totalMembers: 40, privileges: null, subAccountPrivileges: null },
      ],
    },
    errors: ['privileges', 'subAccountPrivileges'].map((name) => ({
      path: ['roles', 'nodes', 1, name],
      extensions: { code: 'NOT_FOUND' },
    })),
    calls: ['GET /roles?type=iq', 'GET /roles/0', 'GET /roles/2'],
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

const role = { id: 'r1', name: 'Billing', type: 'iq', total_members: 0, privileges: ['Billing:Edit'] };
const id = globalId('Role', 'r1');

writes(
  [
    {
      name: 'createRole needs no further call for what its answer tells',
      mutation: `createRole(input: { name: "Billing", description: "", type: IQ }) {
        role { id type totalMembers privileges }
      }`,
      payload: { role: { id, type: 'IQ', totalMembers: 0, privileges: ['Billing:Edit'] } },
      calls: ['POST /roles'],
      body: { name: 'Billing', description: '', type: 'iq' },
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
      mutation: `updateRole(input: { roleId: "${id}", name: "", subAccountPrivileges: { secondLevel: AS_SPECIFIED } }) {
        role { zoomId name }
      }`,
      payload: { role: { zoomId: 'r1', name: 'Billing' } },
      calls: ['PATCH /roles/r1', 'GET /roles/r1'],
      body: { name: '', sub_account_privileges: { second_level: 3 } },
    },
  ],
  {
    'POST /roles': role,
    'PATCH /roles/r1': done(),
    'GET /roles/r1': { ...role, sub_account_privileges: { second_level: 1 } },
  },
);
