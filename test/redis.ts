/** A real redis-server for tests, on a free port and in a folder of its own; it can be frozen, killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Redis } from '../src/redis/redis.ts';

export interface RedisServer {
  readonly url: string;
  /** It stops in its tracks; its socket stays open. */
  freeze(): void;
  thaw(): void;
  kill(): Promise<void>;
  /** It forgets all, and stays. */
  flush(): Promise<void>;
  /** On the same port, and empty. */
  start(): Promise<void>;
  /** Ends it for good. */
  stop(): Promise<void>;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
};

/** No test leaves one behind. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

const launch = async (port: number, folder: string): Promise<ChildProcess> => {
  const settings = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no' };
  const child = spawn(
    'redis-server',
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, `${value}`]),
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  running.add(child);
  child.once('exit', () => running.delete(child));
  await new Promise<void>((resolve, reject) => {
    child.once('error', ({ message }) =>
      reject(new Error(`redis-server cannot be started (${message}): install it, as .ci/run does.`)),
    );
    child.once('exit', (code) => reject(new Error(`redis-server ended at once with code ${code}.`)));
    let said = '';
    child.stdout?.on('data', (data) => {
      said += data;
      if (said.includes('Ready to accept connections')) resolve();
    });
  });
  return child;
};

const gone = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
};

/** Starts one. Whoever starts it stops it; `redisFor` does so by itself. */
export const startRedis = async (): Promise<RedisServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'redis-'));
  const port = await freePort();
  let child = await launch(port, folder);
  return {
    url: `redis://127.0.0.1:${port}`,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    kill: () => gone(child),
    flush: async () => {
      const redis = new Redis({ url: `redis://127.0.0.1:${port}`, prefix: '', patience: PATIENCE_MS });
      await redis.connect();
      await redis.ask((client) => client.flushAll());
      redis.close();
    },
    start: async () => {
      child = await launch(port, folder);
    },
    stop: async () => {
      await gone(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** A busy machine must not look like a Redis that is gone. */
export const PATIENCE_MS = 1000;

/** A server for one test, and what makes connections to it, each of which ends with the test. */
export const redisFor = async () => {
  const server = await startRedis();
  onTestFinished(() => server.stop());
  const connect = async (prefix = 'test:') => {
    const redis = new Redis({ url: server.url, prefix, patience: PATIENCE_MS });
    onTestFinished(() => redis.close());
    await redis.connect();
    return redis;
  };
  return { server, connect };
};

/** Resolves when the connection is, or is not. */
export const untilUp = (redis: Redis, isUp = true): Promise<void> =>
  new Promise((resolve) => {
    if (redis.isUp === isUp) return resolve();
    const leave = redis.onChange((now) => {
      if (now !== isUp) return;
      leave();
      resolve();
    });
  });
