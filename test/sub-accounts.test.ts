/** The sub accounts of a master account: the same graph, over Zoom's other family of paths. */
import { expect, test } from 'vitest';
import { refusal, stub } from './stub.ts';
import { startWorld } from './world.ts';

const globalId = (type: string, key: string) => btoa(`${type}:${key}`);
const ROLE = { id: 'r1', name: 'Auditor', total_members: 2 };

test('the roles of a sub account and who holds them: paths below the account, ids that say which account', async () => {
  const { run, calls } = stub({
    'GET /accounts/sub/roles': { roles: [ROLE] },
    'GET /accounts/sub/roles/r1/members': { members: [{ id: 'u1', email: 'ann@example.com' }] },
  });
  const { data, errors } = await run(`{ account(id: "sub") { id zoomId roles { nodes { id zoomId name
    members { nodes { id zoomId email account { id } } } } } } }`);
  expect(errors).toBeUndefined();
  const user = { id: globalId('User', 'sub,u1'), zoomId: 'u1', email: 'ann@example.com' };
  expect(data?.account).toEqual({
    id: globalId('Account', 'sub'),
    zoomId: 'sub',
    roles: {
      nodes: [
        {
          id: globalId('Role', 'sub,r1'),
          zoomId: 'r1',
          name: 'Auditor',
          members: { nodes: [{ ...user, account: { id: globalId('Account', 'sub') } }] },
        },
      ],
    },
  });
  expect(calls).toEqual(['GET /accounts/sub/roles', 'GET /accounts/sub/roles/r1/members?page_size=30']);
});

test('a global id leads back into the sub account; the same role of the own account is another', async () => {
  const { run, calls } = stub({
    'GET /accounts/sub/roles/r1': { ...ROLE, privileges: ['User:Read'] },
    'GET /roles/r1': { ...ROLE, privileges: [] },
  });
  const { data } = await run('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Role { id privileges } } }', {
    ids: [globalId('Role', 'sub,r1'), globalId('Role', 'r1')],
  });
  expect(data?.nodes).toEqual([
    { id: globalId('Role', 'sub,r1'), privileges: ['User:Read'] },
    { id: globalId('Role', 'r1'), privileges: [] },
  ]);
  expect([...calls].sort()).toEqual(['GET /accounts/sub/roles/r1', 'GET /roles/r1']);
});

test.each([
  ['the account is named', `updateRole(input: { accountId: "sub", roleId: "r1", name: "Checker" })`],
  ['the global id tells it', `updateRole(input: { roleId: "${globalId('Role', 'sub,r1')}", name: "Checker" })`],
])('a role of a sub account is changed there when %s', async (_, field) => {
  const { run, calls, bodies } = stub({
    'PATCH /accounts/sub/roles/r1': {},
    'GET /accounts/sub/roles/r1': { ...ROLE, name: 'Checker' },
  });
  const { data, errors } = await run(`mutation { updated: ${field} { role { id name } } }`);
  expect(errors).toBeUndefined();
  expect(data?.updated).toEqual({ role: { id: globalId('Role', 'sub,r1'), name: 'Checker' } });
  expect(calls).toEqual(['PATCH /accounts/sub/roles/r1', 'GET /accounts/sub/roles/r1']);
  expect(bodies).toEqual([{ name: 'Checker' }]);
});

test('a role that is made in a sub account goes by it', async () => {
  const { run, calls } = stub({ 'POST /accounts/sub/roles': { id: 'new', name: 'Checker' } });
  const { data } = await run(
    'mutation { createRole(input: { accountId: "sub", name: "Checker" }) { role { id name } } }',
  );
  expect(data?.createRole).toEqual({ role: { id: globalId('Role', 'sub,new'), name: 'Checker' } });
  expect(calls).toEqual(['POST /accounts/sub/roles']);
});

test('what Zoom offers for the own account alone is refused without a call, and its siblings are whole', async () => {
  const { run, calls } = stub({ 'GET /accounts/sub/roles': { roles: [ROLE] } });
  const { data, errors } = await run('{ account(id: "sub") { users { nodes { email } } roles { nodes { name } } } }');
  expect(data?.account).toEqual({ users: null, roles: { nodes: [{ name: 'Auditor' }] } });
  expect(errors).toMatchObject([{ path: ['account', 'users'], extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(errors?.[0]?.message).toMatch(/own account alone/);
  expect(calls).toEqual(['GET /accounts/sub/roles']);
});

test('a sub account that Zoom does not know', async () => {
  const { run } = stub({ 'GET /accounts/sub/roles': refusal(404, 2001, 'Account does not exist: sub.') });
  const { data, errors } = await run('{ account(id: "sub") { roles { nodes { name } } } }');
  expect(data?.account).toEqual({ roles: null });
  expect(errors).toMatchObject([{ path: ['account', 'roles'], extensions: { code: 'NOT_FOUND' } }]);
});

test('a page that Zoom refuses to a sub account is told by the operation that was called', async () => {
  const { run } = stub({
    'GET /accounts/sub/surveys': refusal(400, 300, 'The next page token is invalid or expired.'),
  });
  const { data, errors } = await run('{ account(id: "sub") { surveys { nodes { surveyName } } } }');
  expect(data?.account).toEqual({ surveys: null });
  const zoom = { status: 400, code: 300, method: 'GET', path: '/accounts/{accountId}/surveys' };
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', zoom } }]);
});

test('against the sandbox: sub accounts are listed, and their roles are their own', async () => {
  const world = await startWorld({ subAccounts: 2 });
  try {
    const { result, calls } = await world.counted(() =>
      world.run<{
        account: { subAccounts: { totalCount: number; nodes: { zoomId: string; roles: { nodes: object[] } }[] } };
      }>(
        '{ account { subAccounts { totalCount nodes { zoomId accountName seats roles { nodes { id name totalMembers } } } } } }',
      ),
    );
    expect(result.errors).toBeUndefined();
    const subs = result.data?.account.subAccounts;
    expect(subs?.totalCount).toBe(2);
    expect(subs?.nodes.every(({ roles }) => roles.nodes.length > 3)).toBe(true);
    expect(calls).toEqual(['GET /accounts', 'GET /accounts/{accountId}/roles', 'GET /accounts/{accountId}/roles']);
  } finally {
    await world.close();
  }
});

test('Zoom Phone of a sub account is refused, and never that of the own account in its place', async () => {
  const { run, calls } = stub({ 'GET /phone/users': { users: [{ id: 'u1' }] } });
  const { data, errors } = await run('{ account(id: "sub") { phone { users { nodes { id } } } } }');
  expect(data).toEqual({ account: { phone: { users: null } } });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  expect(calls).toEqual([]);
});
