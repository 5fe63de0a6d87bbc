/** Several processes that draw on one budget through Redis: together they never exceed it, also when Redis is gone, back, or empty. */
import { expect, test } from 'vitest';
import type { Redis } from '../../src/redis/redis.ts';
import { Replicas } from '../../src/redis/replicas.ts';
import { getUser } from '../../src/zoom/api/users/users.ts';
import { Budget } from '../../src/zoom/rate-limit/budget.ts';
import { type RedisRateLimitStores, redisRateLimitStores } from '../../src/zoom/rate-limit/redis-store.ts';
import { type Acquired, nextMidnight, type RateLimitStore, type Spent } from '../../src/zoom/rate-limit/store.ts';
import type { RateLimit } from '../../src/zoom/rate-limit/tables.ts';
import { PATIENCE_MS, redisFor, untilUp } from '../redis.ts';

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
/** Each process has looked at what is taken. */
const looked = async (all: readonly Process[]): Promise<void> => {
  await Promise.all(all.map(({ replicas }) => replicas.beat()));
  // A script that Redis does not know yet takes two questions.
  for (let nth = 0; nth < 2; nth++) await Promise.all(all.map(({ redis }) => redis.ask((client) => client.ping())));
};
const until = (at: number) => new Promise((resolve) => setTimeout(resolve, at - Date.now() + 2));
/** Takes so many calls, as soon as that may be. */
const takingOwn = async (store: RateLimitStore, limits: readonly RateLimit[], count: number): Promise<void> => {
  for (let calls = 0; calls < count; ) {
    const taken = await most(store, limits);
    calls += taken.calls;
    expect(calls).toBeLessThanOrEqual(count);
    if (calls < count) await until(taken.spent.until);
  }
};
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

test('budgets of three processes under full load leave hardly a call unused, and never make one too many', async () => {
  const { all } = await processes(3);
  const stamps: number[] = [];
  const end = Date.now() + 5000;
  const client = async (budget: Budget): Promise<void> => {
    while (Date.now() < end) {
      const permit = await budget.acquire(getUser, {}, { owner: {}, signal: new AbortController().signal });
      permit.sent();
      stamps.push(Date.now());
      permit.arrived();
      permit.update({});
    }
  };
  await Promise.all(
    all.flatMap(({ rateLimitStore }) => {
      const budget = new Budget('pro', 1, rateLimitStore('busy'));
      return Array.from({ length: 14 }, () => client(budget));
    }),
  );
  // Pro allows 30 calls of this label a second.
  const within = stamps.map((at, nth) => nth + 1 - stamps.findIndex((earlier) => earlier > at - 1000));
  expect(Math.max(...within)).toBeLessThanOrEqual(30);
  const since = (stamps[0] ?? 0) + 1000;
  const used = stamps.filter((at) => at >= since && at < since + 3000).length;
  expect(used).toBeGreaterThanOrEqual(0.9 * 30 * 3);
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

test('a place comes back a second after the answer has come, and at once where its call never goes out', async () => {
  const { all } = await processes(2);
  const [one, other] = all as [Process, Process];
  const acquired = await grantedOf(one.store, [day(9), rate(1)]);
  acquired.sent();
  acquired.arrived();
  const spent = await spentIn(other.store, [rate(1)]);
  expect(spent.until - Date.now()).toBeGreaterThan(900);
  await until(spent.until);
  (await grantedOf(other.store, [day(9), rate(1)])).giveBack();
  expect(await other.store.left(day(9))).toMatchObject({ remaining: 8 });
  expect((await most(one.store, [rate(1)])).calls).toBe(1);
});

test('a call without an answer is held to be counted a second after its sending; before, it is looked for again', async () => {
  const { all } = await processes(2);
  const [one, other] = all as [Process, Process];
  const began = Date.now();
  (await grantedOf(one.store, [rate(1)])).sent();
  let { until: at } = await spentIn(other.store, [rate(1)]);
  expect(at - Date.now()).toBeLessThanOrEqual(1100);
  for (;;) {
    await until(at);
    const answer = await other.store.acquire([rate(1)]);
    if ('acquired' in answer) break;
    at = answer.spent.until;
  }
  expect(Date.now() - began).toBeGreaterThanOrEqual(2000);
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

test('without Redis each goes on by its part, once what others had taken has surely come back', async () => {
  const { server, all } = await processes(3);
  const [one, other] = all as [Process, Process, Process];
  const limits = [day(100), rate(9)];
  const began = Date.now();
  expect((await most(one.store, limits)).calls).toBe(9);
  server.freeze();
  const spent = await spentIn(other.store, limits);
  expect(spent.rateLimit.per).toBe('SECOND');
  expect(spent.until - began).toBeGreaterThanOrEqual(2000);
  await until(Math.max(spent.until, (await spentIn(one.store, limits)).until));
  await until(spent.until + 1000);
  for (const { store } of [one, other]) expect((await most(store, limits)).calls).toBe(3);
  expect(one.state).toMatchObject({ isGone: true, replicas: 3, losses: 0 });
  // Of the day too, there is a part of what was left.
  expect(await one.store.left(day(100))).toMatchObject({ remaining: Math.floor(91 / 3) - one.state.aloneCalls });
});

test('who is busy goes on without Redis with the places that it had, and nobody with more', async () => {
  const { server, all } = await processes(3);
  const limits = [rate(12)];
  const held = [];
  for (const [at, { store }] of all.entries())
    for (let nth = 0; nth < 2 * (at + 1); nth++) held.push(await grantedOf(store, limits));
  for (const acquired of held) {
    acquired.sent();
    acquired.arrived();
  }
  await looked(all);
  await server.kill();
  await Promise.all(all.map(({ redis }) => untilUp(redis, false)));
  const gone = Date.now();
  const taken = await Promise.all(
    all.map(async ({ store }) => {
      let calls = 0;
      while (Date.now() < gone + 1900) {
        const { calls: more, acquired, spent } = await most(store, limits);
        calls += more;
        for (const one of acquired) one.sent();
        if (calls > 0) return calls;
        await until(spent.until);
      }
      return calls;
    }),
  );
  // A part is four.
  expect(taken).toEqual([2, 4, 4]);
});

test('where places were free when Redis went, nobody waits for more than Redis itself', async () => {
  const { server, all } = await processes(3);
  const [one, other] = all as [Process, Process, Process];
  const limits = [rate(30)];
  for (const { store } of [one, other]) await grantedOf(store, limits);
  await until(Date.now() + 1100);
  await looked(all);
  server.freeze();
  const began = Date.now();
  expect((await most(other.store, limits)).calls).toBeGreaterThanOrEqual(9);
  // Connections of these tests have more patience than those of the gateway.
  expect(Date.now() - began).toBeLessThan(PATIENCE_MS + 800);
});

test('what was free for a moment, and was taken by others, is nobody’s part when Redis goes', async () => {
  const { server, all } = await processes(3);
  const [one, other] = all as [Process, Process, Process];
  const limits = [rate(12)];
  // As under load: one is told that none is free, then that eleven are, and does not hear that the other takes them.
  const { acquired } = await most(other.store, limits);
  await spentIn(one.store, limits);
  for (const held of acquired) held.giveBack();
  await other.store.left(rate(12));
  await grantedOf(one.store, limits);
  expect((await most(other.store, limits)).calls).toBe(11);
  await server.kill();
  await Promise.all(all.map(({ redis }) => untilUp(redis, false)));
  const { calls, spent } = await most(one.store, limits);
  expect(calls).toBe(0);
  expect(spent.until).toBeGreaterThan(Date.now());
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

test('when Redis is back it hears what was spent, and all share again at the same moment', async () => {
  const { server, all } = await processes(2);
  const [one, other] = all as [Process, Process];
  const limits = [day(100), rate(8), rate(40, 'MINUTE')];
  await grantedOf(one.store, limits);
  server.freeze();
  // Whatever is asked at that moment may yet be done later: here that is nothing that counts.
  await Promise.all([one, other].map(({ replicas }) => replicas.beat()));
  await takingOwn(one.store, limits, 4);
  server.thaw();
  await Promise.all([one, other].map(({ redis }) => untilUp(redis)));
  await one.store.left(day(100));
  // Also whoever spent nothing meanwhile draws on its own part until then.
  await takingOwn(other.store, [rate(8)], 4);
  expect((await most(other.store, [rate(8)])).calls).toBe(0);
  expect(other.state.aloneCalls).toBe(4);
  while ((await other.store.left(rate(8))).remaining < 8) await until(Date.now() + 50);
  expect(await other.store.left(day(100))).toMatchObject({ remaining: 95 });
  expect(await other.store.left(rate(40, 'MINUTE'))).toMatchObject({ remaining: 35 });
  expect((await most(one.store, [rate(8)])).calls).toBe(8);
});

test('with Redis back, a call by the own part goes out when Redis has heard of it, and not before', async () => {
  const { server, all } = await processes(2);
  const [one, other] = all as [Process, Process];
  const limits = [day(100), rate(8)];
  await grantedOf(one.store, limits);
  await other.redis.ask((client) => client.flushAll());
  await grantedOf(one.store, limits);
  expect(one.state).toMatchObject({ losses: 1, aloneCalls: 1 });
  server.freeze();
  let isOut = false;
  const taking = one.store.acquire(limits).then((answer) => {
    isOut = true;
    return answer;
  });
  await until(Date.now() + PATIENCE_MS / 2);
  expect(isOut).toBe(false);
  server.thaw();
  expect(await taking).toHaveProperty('acquired');
});

test('a Redis that has forgotten all is told anew, and each takes no more than its own places until then', async () => {
  const { all, start } = await processes(2);
  const [one, other] = all as [Process, Process];
  const limits = [day(100), rate(10)];
  for (const { store } of [one, other]) for (let nth = 0; nth < 5; nth++) await grantedOf(store, limits);
  await looked(all);
  await one.redis.ask((client) => client.flushAll());
  // Their calls have no answer yet.
  for (const { store } of [one, other]) expect((await most(store, limits)).calls).toBe(0);
  expect([one.state.losses, other.state.losses]).toEqual([1, 1]);
  expect(await one.store.left(day(100))).toMatchObject({ remaining: expect.any(Number) });
  const fresh = await start();
  expect((await most(fresh.store, [rate(10)])).calls).toBe(0);
  while ((await fresh.store.left(rate(10))).remaining < 10) await until(Date.now() + 50);
  expect(await fresh.store.left(day(100))).toMatchObject({ remaining: 90 });
  expect((await most(fresh.store, limits)).calls).toBe(10);
});

test('that Redis has forgotten all is noticed by who asks for nothing, too', async () => {
  const { all } = await processes(2);
  const [one, other] = all as [Process, Process];
  for (const { store } of [one, other]) await grantedOf(store, [day(100), rate(10)]);
  await one.redis.ask((client) => client.flushAll());
  while (one.state.losses + other.state.losses < 2) await looked(all);
  expect([one.state.losses, other.state.losses]).toEqual([1, 1]);
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
  while ((await one.store.left(rate(10))).remaining < 10) await until(Date.now() + 50);
  await grantedOf(one.store, limits);
  while ((await one.store.left(day(100))).remaining !== 94) await until(Date.now() + 50);
  expect(one.state.losses).toBe(1);
});

test('a process that ends is no longer among those that share', async () => {
  const { all } = await processes(3);
  const [one, other] = all as [Process, Process, Process];
  expect(one.state.replicas).toBe(3);
  await other.replicas.leave();
  for (let nth = 0; nth < 3; nth++) await one.replicas.beat();
  expect(one.state.replicas).toBe(2);
});

test('that processes are missing for a moment, as in a Redis that has forgotten all, is not believed', async () => {
  const { all } = await processes(3);
  const [one] = all as [Process, Process, Process];
  await one.redis.ask((client) => client.flushAll());
  await one.replicas.beat();
  expect(one.state.replicas).toBe(3);
});
