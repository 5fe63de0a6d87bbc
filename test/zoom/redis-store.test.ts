/** Several processes that draw on one budget through Redis: together they never exceed it, also when Redis is gone, back, or empty. */
import { expect, test } from 'vitest';
import type { Redis } from '../../src/redis/redis.ts';
import { Replicas } from '../../src/redis/replicas.ts';
import { type RedisRateLimitStores, redisRateLimitStores } from '../../src/zoom/rate-limit/redis-store.ts';
import { type Acquired, nextMidnight, type RateLimitStore, type Spent } from '../../src/zoom/rate-limit/store.ts';
import type { RateLimit } from '../../src/zoom/rate-limit/tables.ts';
import { redisFor, untilUp } from '../redis.ts';

const rate = (max: number, per: 'SECOND' | 'MINUTE' = 'SECOND'): RateLimit => ({
  key: `core ${per}`,
  max,
  per,
  kind: 'RATE_LIMIT',
});
const day = (max: number): RateLimit => ({ key: 'core day', max, per: 'DAY', kind: 'DAILY_LIMIT' });

interface Process extends RedisRateLimitStores {
  readonly redis: Redis;
  readonly store: RateLimitStore;
  readonly replicas: Replicas;
}

/** So many processes over one Redis, each of which knows how many they are. */
const processes = async (count: number) => {
  const { server, connect } = await redisFor();
  const start = async (): Promise<Process> => {
    const redis = await connect();
    const replicas = new Replicas(redis);
    const stores = redisRateLimitStores(redis, replicas);
    return {
      ...stores,
      get state() {
        return stores.state;
      },
      redis,
      replicas,
      store: stores.rateLimitStore('key'),
    };
  };
  const all = await Promise.all(Array.from({ length: count }, start));
  for (let round = 0; round < 2; round++) await Promise.all(all.map(({ replicas }) => replicas.beat()));
  return { server, all, start };
};

/** How many calls go out now, and what the first refusal says. */
const most = async (store: RateLimitStore, limits: readonly RateLimit[]) => {
  const acquired: Acquired[] = [];
  while (true) {
    const answer = await store.acquire(limits);
    if ('spent' in answer) return { calls: acquired.length, acquired, spent: answer.spent };
    acquired.push(answer.acquired);
    if (acquired.length > 200) throw new Error('There is no end.');
  }
};
const grantedOf = async (store: RateLimitStore, limits: readonly RateLimit[]): Promise<Acquired> => {
  const answer = await store.acquire(limits);
  if ('spent' in answer) throw new Error(`${answer.spent.rateLimit.key} is spent.`);
  return answer.acquired;
};
const until = (at: number) => new Promise((resolve) => setTimeout(resolve, at - Date.now() + 2));
const spentIn = async (store: RateLimitStore, limits: readonly RateLimit[]): Promise<Spent> =>
  (await most(store, limits)).spent;

test('processes take places of one rate in turn, and no more than there are', async () => {
  const { all } = await processes(3);
  const limits = [rate(20)];
  const taken = await Promise.all(all.map(({ store }) => most(store, limits)));
  expect(taken.reduce((sum, { calls }) => sum + calls, 0)).toBe(20);
  for (const { calls, spent } of taken) {
    expect(calls).toBeGreaterThan(0);
    expect(spent.rateLimit.key).toBe('core SECOND');
    expect(spent.until).toBeGreaterThan(Date.now());
  }
});

test('a call takes all of its limits, or none', async () => {
  const { all } = await processes(2);
  const [one, other] = all as [Process, Process];
  expect((await most(one.store, [day(5), rate(3)])).calls).toBe(3);
  expect(await other.store.left(day(5))).toMatchObject({ remaining: 2 });
  expect(await other.store.left(rate(3))).toMatchObject({ remaining: 0, resetsAt: expect.any(Number) });
  const spent = await spentIn(other.store, [day(3), rate(100)]);
  expect(spent.rateLimit.key).toBe('core day');
  expect(Math.abs(spent.until - nextMidnight(Date.now()))).toBeLessThan(10_000);
  expect(await one.store.left(rate(100))).toMatchObject({ remaining: 97 });
});

test('a place comes back a second after the answer has come, and one that was never used by itself', async () => {
  const { all } = await processes(2);
  const [one, other] = all as [Process, Process];
  const acquired = await grantedOf(one.store, [rate(1)]);
  acquired.sent();
  const unused = (await spentIn(other.store, [rate(1)])).until;
  acquired.arrived();
  const used = (await spentIn(other.store, [rate(1)])).until;
  expect(used).toBeLessThan(unused);
  await until(used);
  expect((await most(other.store, [rate(1)])).calls).toBe(1);
});

test('what is given back, refused and told of a day holds for all', async () => {
  const { all } = await processes(2);
  const [one, other] = all as [Process, Process];
  const acquired = await grantedOf(one.store, [day(10)]);
  acquired.refund(day(10));
  expect(await one.store.left(day(10))).toMatchObject({ remaining: 10 });
  one.store.update(day(10), 1);
  expect(await one.store.left(day(10))).toMatchObject({ remaining: 1 });
  expect((await most(other.store, [day(10)])).calls).toBe(1);
  one.store.block(rate(10), Date.now() + 60_000);
  await one.store.left(rate(10));
  const spent = await spentIn(other.store, [rate(10)]);
  expect(spent.until - Date.now()).toBeGreaterThan(59_000);
});

test('credentials are counted apart', async () => {
  const { all } = await processes(1);
  const [one] = all as [Process];
  expect((await most(one.store, [rate(2)])).calls).toBe(2);
  expect((await most(one.rateLimitStore('another'), [rate(2)])).calls).toBe(2);
});

test('a limit that has no number is counted, and refused when Zoom says so', async () => {
  const { all } = await processes(1);
  const [one] = all as [Process];
  await grantedOf(one.store, [day(Number.POSITIVE_INFINITY)]);
  expect(await one.store.left(day(Number.POSITIVE_INFINITY))).toMatchObject({ remaining: Number.POSITIVE_INFINITY });
  one.store.update(day(Number.POSITIVE_INFINITY), 0);
  expect((await spentIn(one.store, [day(Number.POSITIVE_INFINITY)])).rateLimit.key).toBe('core day');
});

test('all keys end by themselves', async () => {
  const { all } = await processes(1);
  const [one] = all as [Process];
  await grantedOf(one.store, [day(5), rate(5), rate(5, 'MINUTE')]);
  one.store.block(rate(5), Date.now() + 1000);
  one.store.update(day(5), 3);
  await one.store.left(day(5));
  const keys = await one.redis.ask((client) => client.keys('*'));
  const lives = await Promise.all(
    keys.map((key) => one.redis.ask((client) => client.sendCommand<number>(['PTTL', key]))),
  );
  expect(keys.length).toBeGreaterThanOrEqual(4);
  for (const life of lives) expect(life).toBeGreaterThan(0);
});

test('without Redis each goes on by its part, once what all had taken has surely come back', async () => {
  const { server, all } = await processes(3);
  const [one, other] = all as [Process, Process, Process];
  const limits = [day(100), rate(9)];
  expect((await most(one.store, limits)).calls).toBe(9);
  server.freeze();
  const first = await spentIn(other.store, limits);
  expect(first.rateLimit.per).toBe('SECOND');
  await until(Math.max(first.until, (await spentIn(one.store, limits)).until));
  for (const { store } of [one, other]) expect((await most(store, limits)).calls).toBe(3);
  expect(one.state).toEqual({ isAlone: true, replicas: 3, aloneCalls: 3, losses: 0 });
  // Of the day too, there is a part of what was left.
  expect(await one.store.left(day(100))).toMatchObject({ remaining: Math.floor(91 / 3) - 3 });
});

test('what others spent of a minute still counts when Redis is gone', async () => {
  const { server, all } = await processes(2);
  const [one, other] = all as [Process, Process];
  for (let nth = 0; nth < 6; nth++) await grantedOf(one.store, [rate(10, 'MINUTE')]);
  await grantedOf(other.store, [rate(10, 'MINUTE')]);
  server.freeze();
  // Three were left.
  expect((await most(other.store, [rate(10, 'MINUTE')])).calls).toBe(1);
});

test('who never reached Redis takes a small part', async () => {
  const { server, connect } = await redisFor();
  await server.kill();
  const redis = await connect();
  const store = redisRateLimitStores(redis, new Replicas(redis)).rateLimitStore('key');
  await until((await spentIn(store, [rate(30)])).until);
  expect((await most(store, [rate(30)])).calls).toBe(3);
  expect((await most(store, [rate(5, 'MINUTE')])).calls).toBe(1);
});

test('when Redis is back it hears what was spent, and is shared again', async () => {
  const { server, all } = await processes(2);
  const [one, other] = all as [Process, Process];
  const limits = [day(100), rate(8), rate(40, 'MINUTE')];
  await grantedOf(one.store, limits);
  server.freeze();
  // Whatever is asked at that moment may yet be done later: here that is nothing that counts.
  await one.replicas.beat();
  await until((await spentIn(one.store, limits)).until);
  expect((await most(one.store, limits)).calls).toBe(4);
  server.thaw();
  await Promise.all([one, other].map(({ redis }) => untilUp(redis)));
  // Whoever spent nothing meanwhile need not wait.
  expect(other.state.isAlone).toBe(false);
  expect(one.state.isAlone).toBe(true);
  while (one.state.isAlone) await until(Date.now() + 50);
  expect(await other.store.left(day(100))).toMatchObject({ remaining: 95 });
  expect(await other.store.left(rate(40, 'MINUTE'))).toMatchObject({ remaining: 35 });
  expect((await most(one.store, limits)).calls).toBe(8);
});

test('a Redis that has forgotten all is told anew, and nobody takes a place before', async () => {
  const { all, start } = await processes(2);
  const [one, other] = all as [Process, Process];
  const limits = [day(100), rate(10)];
  for (const { store } of [one, other]) for (let nth = 0; nth < 5; nth++) await grantedOf(store, limits);
  const began = Date.now();
  await one.redis.ask((client) => client.flushAll());
  const spent = await spentIn(one.store, limits);
  expect(spent.rateLimit.per).toBe('SECOND');
  expect(await spentIn(other.store, limits)).toMatchObject({ rateLimit: { per: 'SECOND' } });
  expect(spent.until).toBeGreaterThanOrEqual(began + 1000);
  expect([one.state.losses, other.state.losses]).toEqual([1, 1]);
  await until(spent.until);
  expect(await one.store.left(day(100))).toMatchObject({ remaining: 90 });
  const fresh = await start();
  expect((await most(fresh.store, limits)).calls).toBe(10);
});

test('one that was started anew in its place is told as well', async () => {
  const { server, all } = await processes(1);
  const [one] = all as [Process];
  const limits = [day(100), rate(10)];
  for (let nth = 0; nth < 5; nth++) await grantedOf(one.store, limits);
  await server.kill();
  await untilUp(one.redis, false);
  await server.start();
  await untilUp(one.redis);
  await until((await spentIn(one.store, limits)).until);
  await grantedOf(one.store, limits);
  expect(await one.store.left(day(100))).toMatchObject({ remaining: 94 });
});

test('a process that ends is no longer among those that share', async () => {
  const { all } = await processes(3);
  const [one, other] = all as [Process, Process, Process];
  expect(one.state.replicas).toBe(3);
  await other.replicas.leave();
  await one.replicas.beat();
  expect(one.state.replicas).toBe(2);
});
