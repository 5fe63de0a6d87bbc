/** The own account by its real id: the same for all who ask, and it leads to the own account's paths. */
import { describe, expect, test } from 'vitest';
import { costIn } from './cost.ts';
import { globalId } from './rows.ts';
import { askingOn } from './run.ts';
import { done, refusal, stub } from './stub.ts';

const table = {
  'GET /accounts/me': { id: 'account', account_name: 'Engines' },
  'GET /users': { users: [{ id: 'u1' }] },
  'GET /accounts/sub/roles': { roles: [{ id: 'r2' }] },
  'GET /accounts/sub': { id: 'sub', account_name: 'Looms' },
  'PATCH /accounts/me/settings': done(),
};
const REAL = globalId('Account', 'account');
const users = 'users { nodes { zoomId } }';

/** The gateway with its own credentials, which name the account, and with those of a caller, which do not. */
const ways = {
  server: () => stub(table),
  caller: () => {
    const { run, ...more } = stub(table, { env: { AUTH: 'caller' } });
    const headers = { authorization: 'Bearer token' };
    return { ...more, run: ((query: string, variables = {}) => run(query, variables, { headers })) as typeof run };
  },
};

describe.each([
  ['server', [] as string[]],
  ['caller', ['GET /accounts/me']],
] as const)('with the credentials of the %s', (way, once) => {
  test('its global id has its real id, which is read once at most', async () => {
    const { run, calls } = ways[way]();
    for (let times = 0; times < 2; times++)
      expect(await run('{ account { id } }')).toMatchObject({ data: { account: { id: REAL } } });
    expect(calls).toEqual(once);
  });

  test.each([
    ['node, by the global id', `node(id: "${REAL}") { id ... on Account { ${users} } }`],
    ['node, by an id from before', `node(id: "${globalId('Account', 'me')}") { id ... on Account { ${users} } }`],
    ['account, by the global id', `account(id: "${REAL}") { id ${users} }`],
    ["account, by Zoom's id", `account(id: "account") { id ${users} }`],
    ['account, by `me`', `account(id: "me") { id ${users} }`],
  ])('%s leads to the own paths', async (_, field) => {
    const { run, calls } = ways[way]();
    expect(await run(`{ it: ${field} }`)).toMatchObject({
      data: { it: { id: REAL, users: { nodes: [{ zoomId: 'u1' }] } } },
    });
    expect(calls.filter((call) => call !== 'GET /accounts/me')).toEqual(['GET /users?status=active&page_size=30']);
    expect(calls.filter((call) => call === 'GET /accounts/me').length).toBeLessThanOrEqual(once.length);
  });

  test('what a mutation is given as `accountId` is the own account, too', async () => {
    for (const id of [REAL, 'account', 'me']) {
      const { run, calls } = ways[way]();
      const { data, errors } = await run(
        `mutation { updateAccountSettings(input: { accountId: "${id}", recording: { autoRecording: CLOUD } }) { account { id } } }`,
      );
      expect(errors).toBeUndefined();
      expect(data).toEqual({ updateAccountSettings: { account: { id: REAL } } });
      expect(calls).toContain('PATCH /accounts/me/settings');
    }
  });

  test('a sub account stays one', async () => {
    const { run, calls } = ways[way]();
    const { data } = await run(`{ account(id: "sub") { id accountName roles { nodes { zoomId } } } }`);
    expect(data).toEqual({
      account: { id: globalId('Account', 'sub'), accountName: 'Looms', roles: { nodes: [{ zoomId: 'r2' }] } },
    });
    expect(calls.sort()).toEqual([...once, 'GET /accounts/sub', 'GET /accounts/sub/roles']);
  });
});

test('ids of the own account and of `me` are of one account, those of a sub account of another', async () => {
  const { run, calls } = stub({ ...table, 'PATCH /roles/r1': done() });
  const update = (accountId: string, roleId: string) =>
    run(`mutation { updateRole(input: { accountId: "${accountId}", roleId: "${roleId}", name: "A" }) { __typename } }`);
  expect((await update(REAL, globalId('Role', 'r1'))).errors).toBeUndefined();
  expect((await update(REAL, globalId('Role', 'sub,r1'))).errors).toMatchObject([
    { message: expect.stringContaining('your own account'), extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  expect(calls).toEqual(['PATCH /roles/r1']);
});

test('where Zoom does not let the caller read the account, it goes by `me`, and what hangs on it stays', async () => {
  const { run } = stub(
    { ...table, 'GET /accounts/me': refusal(400, 200, 'No permission.') },
    { env: { AUTH: 'caller' } },
  );
  const headers = { authorization: 'Bearer token' };
  expect(await run(`{ account { id ${users} } }`, {}, { headers })).toEqual({
    data: { account: { id: globalId('Account', 'me'), users: { nodes: [{ zoomId: 'u1' }] } } },
    extensions: expect.anything(),
  });
});

test('an id that could not be read for another reason is an error, and no other id', async () => {
  const { run } = stub(
    { ...table, 'GET /accounts/me': refusal(429, 429, 'Daily limit.') },
    { env: { AUTH: 'caller' } },
  );
  const headers = { authorization: 'Bearer token' };
  const { data, errors } = await run('{ account { id } }', {}, { headers });
  expect(data).toEqual({ account: null });
  expect(errors).toHaveLength(1);
});

test('the dry run of a caller tells the call', async () => {
  const { gateway } = stub(table, { env: { AUTH: 'caller' } });
  const ask = askingOn({
    fetch: (url, init) => gateway.fetch(url, { ...init, headers: { ...init.headers, authorization: 'Bearer token' } }),
  });
  for (const text of ['{ account { id } }', '{ phone { id } }', '{ account(id: "sub") { roles { totalCount } } }'])
    expect(costIn(await ask(text, { dryRun: true }))?.operations.map(({ path }) => path)).toContain(
      '/accounts/{accountId}',
    );
});
