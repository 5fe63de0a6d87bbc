/** What is asked again: Zoom every time, the resolvers only where it answers otherwise than before. */
import type { GraphQLObjectType } from 'graphql';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createSchema } from '../../schema/create-schema.ts';
import { DOMAINS } from '../../schema/index.ts';
import { askingOn } from '../run.ts';
import { refusal, stub } from '../stub.ts';

const LIST =
  'query ($first: Int = 2) { users(first: $first) { nodes { displayName email } pageInfo { hasNextPage } } }';

/** One of its own, since a resolver of it is spied on. */
const schema = createSchema({ domains: DOMAINS });
const { nodes } = (schema.getType('UserConnection') as GraphQLObjectType).getFields();
const user = (nth: number, more: object = {}) => ({
  id: `u${nth}`,
  email: `u${nth}@x.test`,
  display_name: `User ${nth}`,
  type: 2,
  ...more,
});
/** Zoom with three users, or others; and how often the resolver of the list's nodes was asked. */
const zoom = (options: Parameters<typeof stub>[1] = {}) => {
  const of = { users: [user(1), user(2), user(3)] as object[], answer: undefined as unknown };
  if (!nodes) throw new Error('A connection has nodes.');
  const asked = vi.spyOn(nodes as Required<typeof nodes>, 'resolve');
  const gate = stub(
    {
      'GET /users': () => of.answer ?? { users: of.users },
      'GET /users/u1': () => user(1, { job_title: 'Clerk' }),
    },
    { ...options, schema },
  );
  return { ...gate, of, made: () => asked.mock.calls.length };
};
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a query whose answer has not changed', () => {
  test('asks Zoom each time, and is made twice', async () => {
    const { run, calls, made } = zoom();
    const results = [];
    for (let i = 0; i < 4; i++) results.push(await run(LIST));
    expect(calls).toEqual(Array(4).fill(calls[0]));
    expect(made()).toBe(2);
    const [first] = results;
    expect(first?.data).toEqual({
      users: {
        nodes: [
          { displayName: 'User 1', email: 'u1@x.test' },
          { displayName: 'User 2', email: 'u2@x.test' },
        ],
        pageInfo: { hasNextPage: true },
      },
    });
    expect(results.map(({ data }) => data)).toEqual(Array(4).fill(first?.data));
    expect(first?.extensions?.zoom).toMatchObject({ calls: 1, byLimit: { MEDIUM: 1 }, coalesced: 0 });
  });

  test('is made anew as soon as it has', async () => {
    const { run, of, made } = zoom();
    for (let i = 0; i < 3; i++) await run(LIST);
    of.users = [user(1, { display_name: 'Ann' })];
    expect((await run(LIST)).data).toEqual({
      users: { nodes: [{ displayName: 'Ann', email: 'u1@x.test' }], pageInfo: { hasNextPage: false } },
    });
    expect(made()).toBe(3);
    of.users = [user(1), user(2), user(3)];
    expect(JSON.stringify(await run(LIST))).toContain('User 1');
  });

  test('whoever asks at once shares one call, and what it cost is told of each', async () => {
    const { run, calls, made } = zoom();
    await run(LIST);
    await run(LIST);
    const three = await Promise.all([run(LIST), run(LIST), run(LIST)]);
    expect(three.map(({ data }) => data)).toEqual(Array(3).fill(three[0]?.data));
    const spent = three.map(({ extensions }) => extensions?.zoom as { calls: number; coalesced: number });
    expect(spent.reduce((sum, { calls, coalesced }) => sum + calls + coalesced, 0)).toBe(3);
    expect(calls).toHaveLength(2 + spent.reduce((sum, one) => sum + one.calls, 0));
    expect(made()).toBe(2);
  });

  test('of other variables, literals or aliases is another', async () => {
    const { run } = zoom();
    const sizeOf = async (query: string, variables?: object) => {
      const { data } = await run<{ users: { nodes: unknown[] } }>(query, variables);
      return data?.users.nodes.length;
    };
    for (let i = 0; i < 3; i++) {
      expect([await sizeOf(LIST), await sizeOf(LIST, { first: 1 }), await sizeOf(LIST, { first: 3 })]).toEqual([
        2, 1, 3,
      ]);
      for (const first of [1, 2, 3]) expect(await sizeOf(`{ users(first: ${first}) { nodes { id } } }`)).toBe(first);
    }
    expect((await run('{ users(first: 1) { nodes { called: displayName } } }')).data).toEqual({
      users: { nodes: [{ called: 'User 1' }] },
    });
  });

  test('of another operation of the same text is another', async () => {
    const { gateway } = zoom();
    const query =
      'query A { users(first: 1) { nodes { displayName } } } query B { users(first: 1) { nodes { email } } }';
    const ask = async (operationName: string) => {
      const body = JSON.stringify({ query, operationName });
      const headers = { 'content-type': 'application/json' };
      const response = await gateway.fetch('http://gateway.test/graphql', { method: 'POST', headers, body });
      return ((await response.json()) as { data: { users: { nodes: unknown[] } } }).data.users.nodes;
    };
    for (let i = 0; i < 3; i++) {
      expect(await ask('A')).toEqual([{ displayName: 'User 1' }]);
      expect(await ask('B')).toEqual([{ email: 'u1@x.test' }]);
    }
  });

  test('of another day is another, since windows end today', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 4, 5, 23) });
    const { run, made } = zoom();
    for (let i = 0; i < 3; i++) await run(LIST);
    expect(made()).toBe(2);
    vi.setSystemTime(Date.UTC(2026, 4, 6, 1));
    await run(LIST);
    expect(made()).toBe(3);
  });

  test('is kept beside others upon the same answer', async () => {
    const { run, made } = zoom();
    const nth = (i: number) => run(`{ users(first: 2) { nodes { id a${i}: displayName } } }`);
    await nth(0);
    for (let i = 0; i < 8; i++) await nth(i);
    const before = made();
    for (let i = 0; i < 8; i++)
      expect((await nth(i)).data).toMatchObject({ users: { nodes: [{ [`a${i}`]: 'User 1' }, {}] } });
    expect(made()).toBe(before);
  });
});

describe('is made each time:', () => {
  const times = 4;
  const each = async (ask: () => Promise<unknown>) => {
    const results = [];
    for (let i = 0; i < times; i++) results.push(await ask());
    return results;
  };

  test('what took more than one call', async () => {
    const { run, calls, made } = zoom();
    const query = '{ users(first: 1) { nodes { displayName jobTitle } } }';
    const [first, ...others] = await each(() => run(query));
    expect(first).toMatchObject({ data: { users: { nodes: [{ displayName: 'User 1', jobTitle: 'Clerk' }] } } });
    expect(others.map((one) => (one as { data: unknown }).data)).toEqual(
      Array(times - 1).fill((first as { data: unknown }).data),
    );
    expect(made()).toBe(times);
    expect(calls.length).toBeGreaterThan(times);
  });

  test('what failed in part', async () => {
    const { run, of, made } = zoom();
    of.users = [user(1, { created_at: 'some day' })];
    const [first, ...others] = await each(() => run('{ users(first: 1) { nodes { displayName createdAt } } }'));
    expect(first).toMatchObject({ errors: [{ path: ['users', 'nodes', 0, 'createdAt'] }] });
    for (const other of others) expect(other).toMatchObject({ errors: [{ path: ['users', 'nodes', 0, 'createdAt'] }] });
    expect(made()).toBe(times);
  });

  test('what Zoom refused', async () => {
    const { run, of, calls } = zoom();
    of.answer = refusal(400, 300, 'Not now.');
    for (const result of await each(() => run(LIST))) expect(result).toMatchObject({ errors: [{ path: ['users'] }] });
    expect(calls).toHaveLength(times);
    of.answer = undefined;
    expect((await run(LIST)).errors).toBeUndefined();
  });

  test("what tells of the gateway's own state as well", async () => {
    const { run, made } = zoom();
    const results = await each(() =>
      run('{ rateLimit { buckets { limit remaining } } users(first: 1) { nodes { id } } }'),
    );
    expect(made()).toBe(times);
    expect(results).toHaveLength(times);
  });

  test('what is traced; and a dry run makes no call', async () => {
    const { gateway, calls, made } = zoom();
    const ask = askingOn(gateway);
    for (const result of await each(() => ask(LIST, { trace: true })))
      expect(result).toMatchObject({ extensions: { zoom: { trace: [{}] } } });
    expect(made()).toBe(times);
    await each(() => ask(LIST, { dryRun: true }));
    expect(calls).toHaveLength(times);
  });
});

test('what one credential was told is not given to another', async () => {
  const { gateway, calls, made } = zoom({ env: { AUTH: 'caller' } });
  const ask = async (bearer: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` };
    const body = JSON.stringify({ query: LIST });
    return (await gateway.fetch('http://gateway.test/graphql', { method: 'POST', headers, body })).json();
  };
  for (let i = 0; i < 3; i++) await ask('one');
  expect(made()).toBe(2);
  await ask('two');
  expect(made()).toBe(3);
  expect(calls).toHaveLength(4);
});
