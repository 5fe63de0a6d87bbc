/**
 * Dashboards on the Pro plan, of whose lists the gateway may ask nine a minute: what cannot be had in the time of a request
 * is refused with its cost before any call, what can be had by waiting waits, and nothing is answered by half.
 */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connections } from '../../../src/zoom/http/send.ts';
import { beyond, costIn } from '../../cost.ts';
import type { Result } from '../../run.ts';
import { startWorld, type World } from '../../world.ts';

const NOON = Date.UTC(2026, 4, 5, 12);
let world: World;
let underWay = 0;
const dispatcher = connections().compose((dispatch) => (options, handler) => {
  underWay++;
  const get = (_: object, name: string) => {
    const value: unknown = Reflect.get(handler, name);
    if (typeof value !== 'function') return value;
    return (...args: unknown[]) => {
      if (name === 'onResponseEnd' || name === 'onResponseError') underWay--;
      return Reflect.apply(value, handler, args);
    };
  };
  return dispatch(options, new Proxy(handler, { get }));
});

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: NOON });
  world = await startWorld({ plan: 'pro', users: 40 }, { dispatcher });
});
afterEach(async () => {
  await world.close();
  vi.useRealTimers();
});

const turnOfLoop = () => new Promise<void>((resolve) => setImmediate(resolve));
/** The result of a query, and the calls that the sandbox received. The clock goes on while nothing but time can help. */
const ask = async (query: string) => {
  let isDone = false;
  const since = Date.now();
  const before = world.sandbox.calls.length;
  const running = world.run<Record<string, never>>(query).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    for (let turns = 0; turns < 50 && !isDone; turns++) await turnOfLoop();
    if (!isDone && underWay === 0) await vi.advanceTimersByTimeAsync(100);
  }
  const calls = world.sandbox.calls.slice(before);
  return { result: await running, calls, seconds: (Date.now() - since) / 1000 };
};
const errorIn = ({ errors }: Result) => errors?.[0] as { message: string; extensions: Record<string, unknown> };

const nested = (accounts: number) =>
  `{ account { subAccounts(first: ${accounts}) { nodes { dashboard { meetings(first: 2) { nodes {
    topic participants(first: 3) { nodes { name qos { health } } } } } } } } } }`;

test('a nested query that may need more than a minute gives is refused whole, with the cost that a dry run tells', async () => {
  const { result, calls } = await ask(nested(20));
  expect(calls).toEqual([]);
  expect(result.data).toBeUndefined();
  const { message, extensions } = errorIn(result);
  expect(message).toMatch(
    /^The operation may need 20 RESOURCE_INTENSIVE, \d+ HEAVY and 1 MEDIUM calls: Zoom's limits stretch them/,
  );
  expect(extensions.code).toBe('QUERY_TOO_COSTLY');
  expect(extensions.cost).toMatchObject({
    byLimit: { RESOURCE_INTENSIVE: 20 },
    operations: [
      { method: 'GET', path: '/accounts', calls: 1 },
      {
        method: 'GET',
        path: '/accounts/{accountId}/metrics/meetings',
        limit: 'RESOURCE_INTENSIVE',
        calls: 20,
        fields: ['account.subAccounts.nodes.dashboard.meetings'],
      },
      { path: '/accounts/{accountId}/metrics/meetings/{meetingId}/participants', limit: 'HEAVY', calls: 40 },
      {},
      {},
      {},
    ],
  });
  const dry = await world.ask(nested(20), { dryRun: true });
  expect(costIn(dry)).toEqual(extensions.cost);
  expect(world.sandbox.calls).toEqual([]);
});

test('one that fits runs whole, within its cost', async () => {
  const cost = costIn(await world.ask(nested(1), { dryRun: true }));
  const { result, calls } = await ask(nested(1));
  expect(result.errors).toBeUndefined();
  expect(calls.filter(({ limit }) => limit === 'RESOURCE_INTENSIVE')).toHaveLength(1);
  expect(calls.every(({ status }) => status === 200)).toBe(true);
  expect(
    beyond(
      cost,
      calls.map(({ method, path }) => `${method} ${path}`),
    ),
  ).toEqual([]);
});

const all = (list: string) => `{ dashboard { ${list}(first: 1000, from: "2025-12-06") { nodes { topic } } } }`;

test('one that fits only after waiting waits, and is answered whole without a 429', async () => {
  const first = await ask(all('meetings'));
  expect(first.result.errors).toBeUndefined();
  expect(first.calls.length).toBeGreaterThan(4);
  await vi.advanceTimersByTimeAsync(40_000);

  const { result, calls, seconds } = await ask(all('webinars'));
  expect(result.errors).toBeUndefined();
  expect(calls.length + first.calls.length).toBeGreaterThan(9);
  expect(seconds).toBeGreaterThan(15);
  expect(seconds).toBeLessThan(30);
  expect(world.sandbox.calls.filter(({ status }) => status !== 200)).toEqual([]);
});

test('one that would fit another time is refused while its calls are spent, and says when they are not', async () => {
  expect((await ask(all('meetings'))).result.errors).toBeUndefined();
  const again = all('webinars');
  const { result, calls } = await ask(again);
  expect(calls).toEqual([]);
  expect(errorIn(result)).toMatchObject({ extensions: { code: 'QUERY_TOO_COSTLY' } });
  await vi.advanceTimersByTimeAsync(60_000);
  expect((await ask(again)).result.errors).toBeUndefined();
});

test('a request’s most calls bound what it may need of scarce ones', async () => {
  const poor = await startWorld({ plan: 'pro', users: 40 }, { dispatcher, env: { MAX_CALLS_PER_REQUEST: '5' } });
  try {
    const { data } = await poor.run<{ users: object }>('{ users { nodes { id } } }');
    expect(data?.users).toBeTruthy();
    const { errors } = await poor.run(
      '{ dashboard { meetings(first: 9) { nodes { participants { nodes { name } } } } } }',
    );
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('1 RESOURCE_INTENSIVE and 9 HEAVY calls: a request may make 5 calls.'),
      }),
    ]);
    expect(poor.sandbox.calls.filter(({ path }) => path.startsWith('/metrics'))).toEqual([]);
  } finally {
    await poor.close();
  }
});
