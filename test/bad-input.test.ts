/** What a client may send wrong, and what Zoom may answer wrong: a clear error in its place, and nothing else lost. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  // Each test meets Zoom itself, not what another one read.
  world = await startWorld({ users: 60 }, { env: { SHARED_CACHE_SECONDS: '0' } });
});
beforeEach(() => world.sandbox.setFaults([]));
afterAll(() => world.close());

const USERS =
  'query ($first: Int!, $after: String) { users(first: $first, after: $after) { nodes { zoomId } edges { cursor } } }';
interface Users {
  users: { nodes: { zoomId: string }[]; edges: { cursor: string }[] };
}
/** The code and path of each error of a query. */
const refused = async (query: string, variables?: object) => {
  const { data, errors = [] } = await world.run(query, variables);
  return { data, errors: errors.map(({ path, extensions: { code } }) => `${path?.join('.')} ${code}`) };
};
const globalId = (type: string, id: string) => btoa(`${type}:${id}`);

test.each([
  ['user(id: "nobody@example.com") { email }', 'user NOT_FOUND'],
  ['meeting(id: "1") { topic }', 'meeting NOT_FOUND'],
  ['recording(id: "abc==") { topic }', 'recording NOT_FOUND'],
  ['meetingInstance(id: "abc==") { topic }', 'meetingInstance NOT_FOUND'],
  ['node(id: "garbage") { id }', 'node BAD_USER_INPUT'],
  [`node(id: "${globalId('Spaceship', '1')}") { id }`, 'node BAD_USER_INPUT'],
  [`meeting(id: "${globalId('User', 'u')}") { topic }`, 'meeting BAD_USER_INPUT'],
  ['user(id: "") { email }', 'user BAD_USER_INPUT'],
  ['user(id: "..") { email }', 'user BAD_USER_INPUT'],
])('%s is null with %s, and its sibling is whole', async (field, error) => {
  const { data, errors } = await refused(`{ ${field} me { email } }`);
  expect(errors).toEqual([error]);
  expect(data).toEqual({ [error.split(' ')[0] as string]: null, me: { email: expect.stringContaining('@') } });
});

test.each([0, -1, 5000])('first: %i is refused without a call', async (first) => {
  const { result, calls } = await world.counted(() => world.run(USERS, { first }));
  const message = `\`first\` must be from 1 to 1000, and is ${first}. Page on with \`after\` for more.`;
  expect(result.data).toEqual({ users: null });
  expect(result.errors).toMatchObject([{ message, path: ['users'], extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(calls).toEqual([]);
});

test('a cursor that is garbage, of another list or of other arguments is refused', async () => {
  const { data } = await world.run<Users & { roles: Users['users'] }>(
    '{ users(first: 1) { edges { cursor } } roles(first: 1) { edges { cursor } } }',
  );
  const user = data?.users.edges[0]?.cursor;
  const role = data?.roles.edges[0]?.cursor;
  for (const after of ['garbage', role])
    expect((await refused(USERS, { first: 1, after })).errors).toEqual(['users CURSOR_INVALID']);
  const { errors } = await refused(
    'query ($after: String) { users(first: 1, status: PENDING, after: $after) { totalCount nodes { id } } }',
    {
      after: user,
    },
  );
  expect(errors).toEqual(['users CURSOR_INVALID']);
});

test('a cursor goes on after its page token has expired', async () => {
  const large = await startWorld({ users: 700, meetingsPerUser: 0 });
  try {
    const first = await large.run<Users>(USERS, { first: 300 });
    const rest = await large.run<Users>(USERS, { first: 400, after: first.data?.users.edges[299]?.cursor });
    const all = [...(first.data?.users.nodes ?? []), ...(rest.data?.users.nodes ?? [])].map(({ zoomId }) => zoomId);
    expect(new Set(all).size).toBe(700);

    large.sandbox.advance(16 * 60_000);
    const late = await large.run<Users>(USERS, { first: 5, after: rest.data?.users.edges[249]?.cursor });
    expect(late.errors).toBeUndefined();
    expect(late.data?.users.nodes.map(({ zoomId }) => zoomId)).toEqual(all.slice(550, 555));
  } finally {
    await large.close();
  }
});

test.each([
  ['html', 'UPSTREAM_ERROR'],
  ['truncated', 'UPSTREAM_ERROR'],
  ['reset', 'UPSTREAM_ERROR'],
  ['503', 'UPSTREAM_ERROR'],
])('upstream %s fails the field that needed it alone', async (kind, code) => {
  world.sandbox.setFaults(`${kind}:GET /roles`);
  const { data, errors } = await refused('{ roles { nodes { name } } me { email } }');
  expect(errors).toEqual([`roles ${code}`]);
  expect(data).toEqual({ roles: null, me: { email: expect.stringContaining('@') } });
});

test('a reset is survived when it happens once', async () => {
  world.sandbox.setFaults('reset:GET /roles:1');
  const { errors } = await refused('{ roles { nodes { name } } }');
  expect(errors).toEqual([]);
});

test('upstream silence is a timeout of its field, and the siblings are intact', async () => {
  const hasty = await startWorld({ users: 5 }, { callTimeoutMs: 1000 });
  try {
    hasty.sandbox.setFaults('silent:GET /roles');
    const { data, errors } = await hasty.run('{ roles { nodes { name } } me { email } }');
    expect(errors?.map(({ path, extensions: { code } }) => [path, code])).toEqual([[['roles'], 'TIMEOUT']]);
    expect(data).toEqual({ roles: null, me: { email: expect.stringContaining('@') } });
  } finally {
    await hasty.close();
  }
});

test('a token that dies in mid-query is minted again', async () => {
  const { mints } = world.sandbox;
  world.sandbox.setFaults('expire-tokens:GET /roles');
  const { data, errors } = await refused('{ users(first: 5) { nodes { role { name } } } }');
  expect(errors).toEqual([]);
  expect(data).not.toBeNull();
  expect(world.sandbox.mints).toBe(mints + 1);
});

test('a missing scope fails its field without a call', async () => {
  const narrow = await startWorld({ users: 5, scopes: ['user:read:admin'] });
  try {
    await narrow.run('{ me { email } }');
    const { result, calls } = await narrow.counted(() => narrow.run('{ roles { nodes { name } } me { email } }'));
    expect(result.errors?.map(({ path, extensions: { code } }) => [path, code])).toEqual([
      [['roles'], 'MISSING_SCOPE'],
    ]);
    expect(result.errors?.[0]?.message).toMatch(/role:read/);
    expect(calls).toEqual(['GET /users/{userId}']);
  } finally {
    await narrow.close();
  }
});

test('a client that goes away ends the upstream calls', async () => {
  const slow = await startWorld({ users: 60, plan: 'free' });
  try {
    const waiting = async () =>
      (await slow.run<{ rateLimit: { waiting: number } }>('{ rateLimit { waiting } }')).data?.rateLimit.waiting;
    const leaving = new AbortController();
    const answer = slow.run('{ users(first: 60) { nodes { jobTitle } } }', {}, leaving).catch(() => 'gone');
    await expect.poll(waiting).toBeGreaterThan(0);
    leaving.abort();
    await answer;
    // Of 61 calls, those were sent that the budget let out meanwhile, three a second; none is left in the queue.
    expect(await waiting()).toBe(0);
    await slow.run('{ groups { nodes { name } } }');
    expect(slow.sandbox.calls.filter(({ path }) => path === '/users/{userId}').length).toBeLessThan(40);
  } finally {
    await slow.close();
  }
});

test('a query of 2 MB is refused', async () => {
  const { errors } = await world.run(`{ me { email } } #${'x'.repeat(2_000_000)}`);
  expect(errors).toHaveLength(1);
});

test('5,000 aliases are refused, 300 are fine', async () => {
  const aliases = (n: number) => `{ ${Array.from({ length: n }, (_, i) => `m${i}: me { email }`).join(' ')} }`;
  const { result, calls } = await world.counted(() => world.run(aliases(5000)));
  expect(result.errors?.[0]?.extensions.code).toBe('QUERY_TOO_COSTLY');
  expect(calls).toEqual([]);
  const { result: fine, calls: made } = await world.counted(() => world.run(aliases(300)));
  expect(Object.keys(fine.data ?? {})).toHaveLength(300);
  expect(made).toEqual(['GET /users/{userId}']);
});
