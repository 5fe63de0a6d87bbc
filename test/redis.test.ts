/** The connection to Redis, against the real server: nobody waits for one that is gone, and it is found again. */
import { expect, test } from 'vitest';
import { RedisGone } from '../src/redis/gone.ts';
import { lease } from '../src/redis/lease.ts';
import { Redis } from '../src/redis/redis.ts';
import { script } from '../src/redis/script.ts';
import { redisFor, untilUp } from './redis.ts';

const ECHO = script('return {KEYS[1], ARGV[1]}');

test('keys and channels carry the prefix', async () => {
  const { connect } = await redisFor();
  const [mine, other] = [await connect('a:'), await connect('b:')];
  await mine.ask((client) => client.set('key', 'mine'));
  expect(await other.ask((client) => client.get('key'))).toBeNull();
  expect(await mine.run(ECHO, ['key'], ['x'])).toEqual(['a:key', 'x']);
  expect(mine.channel('news')).toBe('a:news');
});

test('a script is known again after all scripts are flushed', async () => {
  const { connect } = await redisFor();
  const redis = await connect();
  for (const word of ['first', 'second']) expect(await redis.run(ECHO, ['k'], [word])).toEqual(['test:k', word]);
  await redis.ask((client) => client.scriptFlush());
  expect(await redis.run(ECHO, ['k'], ['third'])).toEqual(['test:k', 'third']);
  expect(redis.isUp).toBe(true);
});

test('what Redis refuses is an error of its own, and no reason to think it gone', async () => {
  const { connect } = await redisFor();
  const redis = await connect();
  await redis.ask((client) => client.set('text', 'x'));
  await expect(redis.ask((client) => client.hGet('text', 'field'))).rejects.toThrow('WRONGTYPE');
  expect(redis).toMatchObject({ isUp: true, counts: { asked: 2, failed: 1, lost: 0 } });
});

test('a Redis that was never there is no reason to wait', async () => {
  const { server } = await redisFor();
  await server.kill();
  const redis = new Redis({ url: server.url, prefix: '' });
  const told: unknown[] = [];
  redis.onChange((isUp, reason) => told.push([isUp, reason]));
  await redis.connect();
  await expect(redis.ask((client) => client.get('x'))).rejects.toThrow(RedisGone);
  expect(redis.counts).toEqual({ asked: 0, failed: 0, skipped: 1, lost: 0 });
  expect(told).toEqual([[false, 'ECONNREFUSED']]);
  await server.start();
  await untilUp(redis);
  await expect(redis.ask((client) => client.get('x'))).resolves.toBeNull();
  redis.close();
});

test('one that was killed is missed at once, and found again', async () => {
  const { server, connect } = await redisFor();
  const redis = await connect();
  await server.kill();
  await untilUp(redis, false);
  await expect(redis.ask((client) => client.get('x'))).rejects.toThrow(RedisGone);
  await server.start();
  await untilUp(redis);
  await expect(redis.run(ECHO, ['k'], ['v'])).resolves.toEqual(['test:k', 'v']);
});

test('for one that is frozen those wait who ask at that time, and nobody after them', async () => {
  const { server, connect } = await redisFor();
  const redis = await connect();
  server.freeze();
  const asked = ['a', 'b', 'c'].map((key) => redis.ask((client) => client.get(key)));
  const results = await Promise.allSettled(asked);
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(redis.isUp).toBe(false);
  await expect(redis.ask((client) => client.get('d'))).rejects.toThrow(RedisGone);
  expect(redis.counts).toEqual({ asked: 3, failed: 3, skipped: 1, lost: 1 });
  server.thaw();
  await untilUp(redis);
  await expect(redis.ask((client) => client.get('d'))).resolves.toBeNull();
});

test('one that answers but takes nothing counts as gone', async () => {
  const { connect } = await redisFor();
  const redis = await connect();
  await redis.ask((client) => client.configSet('maxmemory', '1'));
  await expect(redis.ask((client) => client.set('k', 'v'))).rejects.toThrow('OOM');
  expect(redis.isUp).toBe(false);
});

test('nothing secret is in what is said of a connection', async () => {
  const { server } = await redisFor();
  const url = server.url.replace('//', '//somebody:hush@');
  const redis = new Redis({ url, prefix: '' });
  const told: unknown[] = [];
  redis.onChange((isUp, reason) => told.push([isUp, reason]));
  await redis.connect();
  await expect(redis.ask((client) => client.get('x'))).rejects.toThrow(/^Redis is gone\.$/);
  redis.close();
  expect(told).toEqual([[false, 'WRONGPASS']]);
});

test('a kept connection is made again, and ends with the rest', async () => {
  const { server, connect } = await redisFor();
  const redis = await connect();
  const heard: string[] = [];
  let wake = () => {};
  const next = () => new Promise<void>((resolve) => (wake = resolve));
  let subscribed = next();
  redis.keep(async (client, signal) => {
    await client.subscribe(redis.channel('news'), (message) => {
      heard.push(message);
      wake();
    });
    wake();
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  });
  for (const word of ['one', 'two']) {
    await subscribed;
    const arrived = next();
    await redis.ask((client) => client.publish(redis.channel('news'), word));
    await arrived;
    subscribed = next();
    if (word === 'two') break;
    await server.kill();
    await untilUp(redis, false);
    await server.start();
    await untilUp(redis);
  }
  expect(heard).toEqual(['one', 'two']);
});

test('a lease is one holder’s until it lets go or its time is over', async () => {
  const { connect } = await redisFor();
  const [one, other] = [await connect(), await connect()];
  const held = await lease(one, 'mint', 60_000);
  expect(held).toBeDefined();
  expect(await lease(other, 'mint', 60_000)).toBeUndefined();
  expect(await held?.extend(60_000)).toBe(true);
  await held?.release();
  const next = await lease(other, 'mint', 60_000);
  expect(next).toBeDefined();
  expect(await held?.extend(60_000)).toBe(false);
  await held?.release();
  expect(await lease(one, 'mint', 60_000)).toBeUndefined();
});
