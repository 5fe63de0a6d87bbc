/** What cannot have all its calls in its time is refused before it runs; what may be had runs, however much it might have cost. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CostOf } from './cost.ts';
import type { Result } from './run.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ plan: 'pro', users: 1000 });
});
afterAll(() => world.close());

const SETTINGS = (first: number, after = '') =>
  `{ users(first: ${first}${after}) { nodes { settings { feature { meetingCapacity } } } pageInfo { endCursor } } }`;

const refusalIn = ({ data, errors = [] }: Result) => {
  expect(data).toBeUndefined();
  expect(errors).toHaveLength(1);
  const [error] = errors;
  return error as unknown as {
    message: string;
    extensions: { code: string; cost: CostOf; fits?: { field: string; first: number } };
  };
};

test('1,000 users with their settings are refused, with the `first` that would fit; no setting is read', async () => {
  const { result, calls } = await world.counted(() => world.run(SETTINGS(1000)));
  const { message, extensions } = refusalIn(result);
  // How many users there are nobody knew: the refusal hangs on it.
  expect(calls).toEqual(['GET /users']);
  expect(extensions.code).toBe('QUERY_TOO_COSTLY');
  expect(message).toMatch(/^The operation needs 1001 MEDIUM calls: Zoom's limits stretch them over \d+(\.\d)? seconds/);
  expect(message).toContain('Zoom was asked for no more than the length of a list.');
  expect(message).toContain('`x-zoom-timeout-ms`, up to 150000');
  const { fits, cost } = extensions;
  expect(cost.calls).toBe(1004);
  expect(fits?.field).toBe('users');
  expect(message).toContain(`Ask for \`first: ${fits?.first}\` at most in \`users\`, and for more with \`after\`.`);
  expect(fits?.first).toBeGreaterThan(400);
  expect(fits?.first).toBeLessThan(540);
});

test('once the length of the list is known, nothing at all is asked', async () => {
  await world.run('{ users(first: 1) { nodes { id } } }');
  const { result, calls } = await world.counted(() => world.run(SETTINGS(1000)));
  expect(refusalIn(result).message).toContain('Nothing was asked of Zoom.');
  expect(calls).toEqual([]);
});

test('a cursor near the end of the list leaves less to do', async () => {
  const { data } = await world.run<{ users: { pageInfo: { endCursor: string } } }>(
    '{ users(first: 990) { pageInfo { endCursor } } }',
  );
  const { result, calls } = await world.counted(() =>
    world.run<{ users: { nodes: unknown[] } }>(SETTINGS(1000, `, after: "${data?.users.pageInfo.endCursor}"`)),
  );
  expect(result.errors).toBeUndefined();
  expect(result.data?.users.nodes).toHaveLength(10);
  expect(calls.filter((call) => call === 'GET /users/{userId}/settings')).toHaveLength(10);
});

test('single reads of fields that no list has count likewise', async () => {
  const { result, calls } = await world.counted(() =>
    world.run('query ($n: Int!) { users(first: $n) { nodes { jobTitle } } }', { n: 1000 }),
  );
  expect(refusalIn(result).message).toContain('1000 LIGHT');
  expect(calls).toEqual([]);
});

test('more calls than a request may make are refused, too', async () => {
  const poor = await startWorld({ users: 60 }, { env: { MAX_CALLS_PER_REQUEST: '20' } });
  try {
    const { message, extensions } = refusalIn(await poor.run(SETTINGS(60)));
    expect(message).toContain('a request may make 20 calls');
    expect(extensions.fits).toEqual({ field: 'users', first: 19 });
    expect((await poor.run(SETTINGS(19))).errors).toBeUndefined();
  } finally {
    await poor.close();
  }
});

test('a small account may be asked for as much as one likes', async () => {
  const small = await startWorld({ plan: 'pro', users: 20 });
  try {
    const { result, calls } = await small.counted(() => small.run<{ users: { nodes: unknown[] } }>(SETTINGS(1000)));
    expect(result.errors).toBeUndefined();
    expect(result.data?.users.nodes).toHaveLength(20);
    // To see how long the list is takes no call of its own.
    expect(calls.filter((call) => call === 'GET /users')).toHaveLength(1);
    expect(calls).toHaveLength(21);
  } finally {
    await small.close();
  }
});

test('lists below others are not taken to be long: what may be cheap runs', async () => {
  const small = await startWorld({ plan: 'pro', users: 8, meetingsPerUser: 2 });
  try {
    const query = '{ users(first: 100) { nodes { meetings(first: 100) { nodes { settings { hostVideo } } } } } }';
    const { errors } = await small.run(query);
    expect(errors).toBeUndefined();
  } finally {
    await small.close();
  }
});

test('a client may ask for more time, up to a bound', async () => {
  const ask = (ms: number) => world.run(SETTINGS(1000), {}, { headers: { 'x-zoom-timeout-ms': String(ms) } });
  expect(refusalIn(await ask(40_000)).message).toContain('and the request has 40');
  const { errors } = await ask(150_001);
  expect(errors?.[0]).toMatchObject({
    message: 'The header x-zoom-timeout-ms must be a whole number of milliseconds from 1 to 150000.',
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('one that takes more time than usual runs when it asks for it', async () => {
  const hasty = await startWorld({ plan: 'business', users: 60 }, { env: { REQUEST_TIMEOUT_MS: '900' } });
  try {
    expect(refusalIn(await hasty.run(SETTINGS(60))).message).toContain('`x-zoom-timeout-ms`');
    const { data, errors } = await hasty.run<{ users: { nodes: unknown[] } }>(
      SETTINGS(60),
      {},
      { headers: { 'x-zoom-timeout-ms': '30000' } },
    );
    expect(errors).toBeUndefined();
    expect(data?.users.nodes).toHaveLength(60);
  } finally {
    await hasty.close();
  }
});
