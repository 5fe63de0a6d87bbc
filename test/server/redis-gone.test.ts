/** A gateway whose Redis freezes: reads go on, the log warns, and metrics tell; and several workers that share by Redis alone. */
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { Redis } from '../../src/redis/redis.ts';
import { readConfig } from '../../src/server/config.ts';
import { createLog } from '../../src/server/log.ts';
import { start } from '../../src/server/server.ts';
import { PATIENCE_MS, redisFor } from '../redis.ts';
import { addressIn, seriesIn, textAt } from './metrics.ts';
import { post } from './post.ts';
import { spawnMain } from './spawn.ts';

/** A busy machine must not look like a Redis that is gone. */
const REDIS_TIMEOUT_MS = `${PATIENCE_MS}`;

interface Answer {
  readonly data?: unknown;
  readonly errors?: unknown;
  readonly extensions: { readonly zoom: { readonly calls: number; readonly waitedMs: number } };
}
const ask = async (url: string, query: string): Promise<Answer> =>
  (await (await fetch(url, post({ query }))).json()) as Answer;
const SHARING = [
  'redis_gone',
  'budget_alone',
  'replicas',
  'redis_lost_total',
  'redis_forgotten_total',
  'budget_alone_calls_total',
] as const;

test('with Redis frozen a read is answered, with a warning and metrics; with Redis back it is shared again', async () => {
  const { server } = await redisFor();
  const said: string[] = [];
  const log = createLog('warn', { write: (line) => void said.push(JSON.parse(line).msg) });
  const running = await start(
    readConfig({ PORT: '0', METRICS_PORT: '0', REDIS_URL: server.url, REDIS_TIMEOUT_MS }),
    log,
  );
  onTestFinished(() => running.stop(0));
  const metrics = async () => {
    const series = seriesIn(await textAt(addressIn(running.greeting.join('\n'))));
    return Object.fromEntries(SHARING.map((name) => [name, series[`zoom_gateway_${name}`]]));
  };
  const until = async (isSo: (now: Awaited<ReturnType<typeof metrics>>) => boolean) => {
    while (!isSo(await metrics()));
  };
  expect((await ask(running.url, '{ me { email } }')).errors).toBeUndefined();
  expect(await metrics()).toMatchObject({ redis_gone: 0, budget_alone: 0, replicas: 1, budget_alone_calls_total: 0 });
  server.freeze();
  const { errors, extensions } = await ask(running.url, '{ users(first: 2) { nodes { email } } }');
  expect(errors).toBeUndefined();
  expect(extensions.zoom.calls).toBe(1);
  expect(said.filter((text) => text.startsWith('Redis is gone'))).toHaveLength(1);
  expect(await metrics()).toMatchObject({
    redis_gone: 1,
    budget_alone: 1,
    redis_lost_total: 1,
    redis_forgotten_total: 0,
  });
  expect((await metrics()).budget_alone_calls_total).toBeGreaterThanOrEqual(1);
  server.thaw();
  await until(({ redis_gone }) => redis_gone === 0);
  expect((await ask(running.url, '{ me { email } }')).errors).toBeUndefined();
  await until(({ budget_alone }) => budget_alone === 0);
  const { budget_alone_calls_total } = await metrics();
  expect((await ask(running.url, '{ users(first: 3) { nodes { email } } }')).errors).toBeUndefined();
  expect((await metrics()).budget_alone_calls_total).toBe(budget_alone_calls_total);
  await server.flush();
  await until(({ redis_forgotten_total }) => redis_forgotten_total === 1);
});

test('with Redis, workers count there and nowhere else', { timeout: 120_000 }, async () => {
  const { server } = await redisFor();
  const { child, said, exited } = await spawnMain({
    WORKERS: '2',
    METRICS_PORT: '0',
    REDIS_URL: server.url,
    REDIS_TIMEOUT_MS,
    LOG_LEVEL: 'warn',
  });
  try {
    await once(child.stdout, 'data');
    const [url = ''] = /http:\S+/.exec(said.out) ?? [];
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, nth) => ask(url, `{ users(first: ${nth + 1}) { nodes { email } } }`)),
    );
    expect(answers.filter(({ errors }) => errors !== undefined)).toEqual([]);
    const calls = answers.reduce((sum, { extensions }) => sum + extensions.zoom.calls, 0);
    const redis = new Redis({ url: server.url, prefix: 'zoom-graphql:', patience: 5000 });
    await redis.connect();
    const [key = ''] = await redis.ask((client) => client.keys('*limits:*:core day MEDIUM'));
    const spent = await redis.ask((client) => client.hGet(key.slice('zoom-graphql:'.length), 'spent'));
    redis.close();
    expect(Number(spent)).toBe(calls);
    const metrics = async () => seriesIn(await textAt(addressIn(said.out)));
    // They count each other every second.
    await expect.poll(metrics, { timeout: 30_000 }).toMatchObject({ zoom_gateway_replicas: 2 });
    expect(await metrics()).toMatchObject({ zoom_gateway_redis_gone: 0, zoom_gateway_budget_alone_calls_total: 0 });
  } finally {
    child.kill('SIGTERM');
  }
  expect(await exited).toEqual([0, null]);
});
