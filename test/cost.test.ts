/** The cost of operations before they run: that it holds, and what it is used for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { extensionsOf } from '../schema/plan/selection.ts';
import { beyond, costIn } from './cost.ts';
import { placesOf } from './exerciser/graph.ts';
import { startWorld, type World } from './world.ts';

test('each field that may call Zoom has a cost, or shows a field that is read with others of its kind', () => {
  const fields = placesOf(schema).flatMap(({ coordinate, field }) => (field ? [{ coordinate, field }] : []));
  expect(fields.length).toBeGreaterThan(200);
  const costless = fields.filter(({ field }) => {
    const { cost, requires = [] } = extensionsOf(field);
    return !cost && requires.length === 0;
  });
  expect(costless.map(({ coordinate }) => coordinate)).toEqual([]);
});

describe('over an account of 1,000 users', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ users: 1000, meetingsPerUser: 10 }, { share: 0.5, env: { SHARED_CACHE_SECONDS: '0' } });
  });
  afterAll(() => world.close());

  /** Dry runs, then runs. */
  const told = async (query: string, variables: object = {}) => {
    const { result: dry, calls: none } = await world.counted(() => world.ask(query, { dryRun: true }, variables));
    expect(dry.errors).toBeUndefined();
    expect(dry.data).toBeNull();
    expect(none).toEqual([]);
    const { result, calls } = await world.counted(() => world.run(query, variables));
    expect(result.errors).toBeUndefined();
    return { cost: costIn(dry)!, calls, result };
  };
  const ids = async (step: number): Promise<readonly string[]> => {
    const { data } = await world.run<{ users: { nodes: { id: string }[] } }>('{ users(first: 1000) { nodes { id } } }');
    return data?.users.nodes.filter((_, i) => i % step === 0).map(({ id }) => id) ?? [];
  };

  const USER = 'id zoomId email jobTitle role { name }';
  const LISTED = 'email firstName lastName displayName type status roleId dept timezone pmi groupIds';
  test.each([
    ['the user behind the token', `{ me { ${USER} } }`, 2, 1],
    ['300 users with fields of the list', `{ users(first: 300) { nodes { ${LISTED} } } }`, 1, 1],
    ['300 users with their roles', '{ users(first: 300) { nodes { role { name } } } }', 2, 2],
    [
      '50 users with 10 meetings each and their hosts',
      '{ users(first: 50) { nodes { meetings(first: 10) { nodes { topic host { email displayName } } } } } }',
      51,
      51,
    ],
    ['100 users with a field of the single GET', '{ users(first: 100) { nodes { jobTitle } } }', 101, 101],
    ['all users, in pages', '{ users(first: 1000) { totalCount nodes { id } } }', 4, 4],
    ['how many users there are', '{ users { totalCount } }', 1, 1],
    [
      'the same list under two names',
      '{ a: users(first: 5) { nodes { id } } b: users(first: 9) { nodes { email } } }',
      1,
      1,
    ],
    [
      'what is skipped',
      '{ users @skip(if: true) { nodes { id } } ... on Query @include(if: false) { roles { nodes { id } } } }',
      0,
      0,
    ],
    [
      'what fragments and variables say',
      `query ($n: Int! = 3) { users(first: $n) { ...Some } } fragment Some on UserConnection { nodes { ...User } }
        fragment User on User { settings { feature { meetingCapacity } } }`,
      4,
      4,
    ],
  ])('%s: the cost, and the calls', async (_, query, cost, made) => {
    // The size of the list of users is known from here on, as it is soon in any process.
    await world.run('{ users(first: 1) { nodes { id } } roles { nodes { id } } }');
    const asked = await told(query);
    expect({ cost: asked.cost.calls, made: asked.calls.length }).toEqual({ cost, made });
    expect(beyond(asked.cost, asked.calls)).toEqual([]);
  });

  test('things by their global ids: the cost, and the calls', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on User { email dept } } }';
    const { cost, calls } = await told(query, { ids: await ids(5) });
    expect(calls).toHaveLength(4);
    expect(beyond(cost, calls)).toEqual([]);
    expect(cost.operations[0]).toMatchObject({ path: '/users', limit: 'MEDIUM', estimated: true, fields: ['nodes'] });
  });

  test('the rows of a list whose size is known: the cost, and the calls', async () => {
    const { data } = await world.run<{ phone: { users: { totalCount: number } } }>(
      '{ phone { users(first: 1) { totalCount } } }',
    );
    const pages = Math.ceil((data?.phone.users.totalCount ?? 0) / 100);
    expect(pages).toBeGreaterThan(1);
    const query =
      '{ phone { callLogs(first: 30) { nodes { caller { extensionNumber } callee { extensionNumber } } } } }';
    const { cost, calls } = await told(query);
    expect(beyond(cost, calls)).toEqual([]);
    expect(cost.operations.find(({ path }) => path === '/phone/users')?.calls).toBe(pages);
  });

  test('a year of recordings: the cost, and the calls', async () => {
    const from = new Date(Date.now() - 364 * 86_400_000).toISOString().slice(0, 10);
    const query = `{ account { recordings(from: "${from}", first: 1000) { nodes { host { email } } } } }`;
    const { cost, calls } = await told(query);
    expect(beyond(cost, calls)).toEqual([]);
    const windows = cost.operations.find(({ path }) => path === '/accounts/{accountId}/recordings')?.calls ?? 0;
    expect(windows).toBeGreaterThanOrEqual(13);
    expect(windows).toBeLessThanOrEqual(18);
  });

  test('what the list of unknown size would take the place of is told apart from what is sure', async () => {
    const fresh = await startWorld({ users: 60 });
    try {
      const query = '{ phone { users(first: 20) { nodes { user { displayName } } } } }';
      expect(costIn(await fresh.ask(query, { dryRun: true }))).toMatchObject({
        calls: 1 + 20 + 1,
        byLimit: { MEDIUM: 1 + 1 + 13, LIGHT: 20 },
        operations: [
          { path: '/phone/users', calls: 1, fields: ['phone.users'] },
          { path: '/users/{userId}', calls: 20, fields: ['phone.users.nodes.user'] },
          { path: '/users', calls: 1 },
          { path: '/users', calls: 13, insteadOf: 'GET /users/{userId}' },
        ],
      });
    } finally {
      await fresh.close();
    }
  });

  test('a dry run of a mutation counts it and what is selected of its payload, and changes nothing', async () => {
    const mutation = 'mutation { createGroup(input: { name: "Dry run" }) { group { id name totalMembers } } }';
    const cost = costIn(await world.ask(mutation, { dryRun: true }));
    expect(cost?.operations.map(({ method, path, calls }) => [method, path, calls])).toEqual([['POST', '/groups', 1]]);
    const { data } = await world.run<{ groups: { nodes: { name: string }[] } }>('{ groups { nodes { name } } }');
    expect(data?.groups.nodes.map(({ name }) => name)).not.toContain('Dry run');
  });

  test('a short document that selects no end of fields is refused, not reckoned', async () => {
    const levels = Array.from(
      { length: 8 },
      (_, i) =>
        `fragment F${i} on User { ${'abcdefgh'.replace(/./g, (name) => `${name}: role { members { nodes { ...F${i + 1} } } } `)} }`,
    );
    const query = `{ me { ...F0 } } ${levels.join(' ')} fragment F8 on User { email }`;
    const { errors } = await world.ask(query, { dryRun: true });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COSTLY']);
  });
});
