/** What came of writes, kept by another process and by Redis: whichever keeps it, a write is made once. */
import { describe, expect, test, vi } from 'vitest';
import {
  hostIdempotency,
  type IdempotencyAnswer,
  type IdempotencyAsk,
  remoteIdempotency,
} from '../src/server/cluster/remote-idempotency.ts';
import { type Claim, type IdempotencyStore, MemoryIdempotencyStore, UNCLEAR } from '../src/zoom/client/idempotency.ts';
import { RedisIdempotencyStore } from '../src/zoom/client/redis-idempotency.ts';
import { redisFor, untilUp } from './redis.ts';

const OUTCOME = { answer: { id: 1, start_url: 'https://zoom.us/s/1?zak=secret' } };
type New = Extract<Claim, { is: 'new' }>;
const newOf = async (store: IdempotencyStore, name = 'n'): Promise<New> => {
  const claim = await store.claim(name, 'f');
  if (claim.is !== 'new') throw new Error(`The claim is ${claim.is}.`);
  return claim;
};

/** Processes that share the store of one, which hears what they say as they say it. */
const processes = () => {
  const kept = new MemoryIdempotencyStore();
  return () => {
    const told: IdempotencyAnswer[] = [];
    const asked: IdempotencyAsk[] = [];
    const host = hostIdempotency(kept, (answer) => {
      told.push(structuredClone(answer));
      remote.hear(structuredClone(answer));
    });
    const remote = remoteIdempotency((ask) => {
      asked.push(ask);
      host.hear(structuredClone(ask));
    });
    return { store: remote.store, end: host.leave };
  };
};

/** Two that share what came of writes. */
const PAIRS: Readonly<Record<string, () => Promise<readonly [IdempotencyStore, IdempotencyStore]>>> = {
  'one process, with itself': async () => {
    const store = new MemoryIdempotencyStore();
    return [store, store];
  },
  'two workers': async () => {
    const worker = processes();
    return [worker().store, worker().store];
  },
  'two gateways with one Redis': async () => {
    const { connect } = await redisFor();
    const gateway = async () => new RedisIdempotencyStore(await connect(), new MemoryIdempotencyStore());
    return [await gateway(), await gateway()];
  },
};

describe.each(Object.keys(PAIRS))('%s', (name) => {
  const pair = () => PAIRS[name]?.() ?? Promise.reject(new Error(name));

  test('what one has made, the other knows, and itself', async () => {
    const [one, other] = await pair();
    await (await newOf(one)).keep(OUTCOME);
    for (const store of [one, other]) {
      expect(await store.claim('n', 'f')).toEqual({ is: 'known', outcome: OUTCOME });
      expect(await store.claim('n', 'g')).toEqual({ is: 'other' });
      await (await newOf(store, 'o')).release();
    }
  });

  test('the other waits while one makes it, and is refused at once for another', async () => {
    const [one, other] = await pair();
    const first = await newOf(one);
    const waiting = other.claim('n', 'f');
    expect(await other.claim('n', 'g')).toEqual({ is: 'other' });
    await first.keep(OUTCOME);
    expect(await waiting).toEqual({ is: 'known', outcome: OUTCOME });
  });

  test('what was released is the other’s to make', async () => {
    const [one, other] = await pair();
    const first = await newOf(one);
    const waiting = other.claim('n', 'f');
    await first.release();
    const second = await waiting;
    expect(second).toMatchObject({ is: 'new' });
    await (second as New).release();
  });

  test('what failed is told with its kind, words and details', async () => {
    const [one, other] = await pair();
    const outcome = {
      refusal: {
        kind: 'NOT_FOUND',
        message: 'No.',
        details: { status: 404, code: 1001, endpoint: { method: 'POST', path: '/x' } },
      },
    } as const;
    await (await newOf(one)).keep(outcome);
    expect(await other.claim('n', 'f')).toEqual({ is: 'known', outcome });
  });
});

test('a worker that ends with a write under way leaves it unclear; one that waited goes without a trace', async () => {
  const worker = processes();
  const [one, other, third] = [worker(), worker(), worker()];
  await newOf(one.store);
  const waiting = other.store.claim('n', 'f');
  void third.store.claim('n', 'f');
  third.end();
  one.end();
  expect(await waiting).toEqual({ is: 'known', outcome: UNCLEAR });
  const begun = await newOf(other.store, 'm');
  const left = worker();
  void left.store.claim('m', 'f');
  left.end();
  await begun.release();
  expect(await other.store.claim('m', 'f')).toMatchObject({ is: 'new' });
});

describe('Redis', () => {
  test('has neither answers nor names that could be read', async () => {
    const { connect } = await redisFor();
    const redis = await connect();
    const store = new RedisIdempotencyStore(redis, new MemoryIdempotencyStore());
    await (await newOf(store, 'a-name')).keep(OUTCOME);
    const [key = ''] = await redis.ask((client) => client.keys('*idempotency*'));
    expect(key).toMatch(/^test:idempotency:[\w-]{43}$/);
    const all = JSON.stringify(await redis.ask((client) => client.hGetAll(key.replace('test:', ''))));
    expect(all).not.toMatch(/secret|start_url|a-name/);
    expect(all).toContain('"print":"f"');
  });

  test('forgets a write a day after its end', async () => {
    const { connect } = await redisFor();
    const redis = await connect();
    const store = new RedisIdempotencyStore(redis, new MemoryIdempotencyStore());
    await (await newOf(store)).keep(OUTCOME);
    const [key = ''] = await redis.ask((client) => client.keys('*idempotency*'));
    const left = await redis.ask((client) => client.pTTL(key.replace('test:', '')));
    expect(left).toBeGreaterThan(86_400_000 - 60_000);
    expect(left).toBeLessThanOrEqual(86_400_000);
  });

  test('a gateway that is gone with a write under way leaves it unclear when its hold is over', async () => {
    const { connect } = await redisFor();
    const gone = await connect();
    // Nobody renews a hold by a connection that is closed.
    await newOf(new RedisIdempotencyStore(gone, new MemoryIdempotencyStore(), 1));
    gone.close();
    const other = new RedisIdempotencyStore(await connect(), new MemoryIdempotencyStore());
    expect(await other.claim('n', 'f')).toEqual({ is: 'known', outcome: UNCLEAR });
  });

  test('a hold is renewed for as long as the write takes', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      const { connect } = await redisFor();
      const redis = await connect();
      const first = await newOf(new RedisIdempotencyStore(redis, new MemoryIdempotencyStore(), 3_600_000));
      const [key = ''] = await redis.ask((client) => client.keys('*idempotency*'));
      const till = () => redis.ask((client) => client.hGet(key.replace('test:', ''), 'till'));
      await redis.ask((client) => client.hSet(key.replace('test:', ''), 'till', '1'));
      vi.advanceTimersByTime(1_200_000);
      await expect.poll(async () => Number(await till())).toBeGreaterThan(1);
      await first.keep(OUTCOME);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  test('while it is gone, keys hold in each process, and it is told nothing later', async () => {
    const { server, connect } = await redisFor();
    const redis = await connect();
    const store = new RedisIdempotencyStore(redis, new MemoryIdempotencyStore());
    await server.kill();
    await untilUp(redis, false);
    await (await newOf(store)).keep(OUTCOME);
    expect(await store.claim('n', 'f')).toEqual({ is: 'known', outcome: OUTCOME });
    await server.start();
    await untilUp(redis);
    expect(await store.claim('n', 'f')).toEqual({ is: 'known', outcome: OUTCOME });
  });

  test('one that goes during a write does not keep its answer from the client', async () => {
    const { server, connect } = await redisFor();
    const redis = await connect();
    const store = new RedisIdempotencyStore(redis, new MemoryIdempotencyStore());
    const first = await newOf(store);
    await server.kill();
    await untilUp(redis, false);
    await expect(first.keep(OUTCOME)).resolves.toBeUndefined();
    expect(await store.claim('n', 'f')).toEqual({ is: 'known', outcome: OUTCOME });
  });
});
