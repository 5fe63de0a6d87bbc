/** Three gateways on one Redis in front of one sandbox, each a process of its own. */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { type RedisServer, startRedis } from '../redis.ts';
import { addressIn } from '../server/metrics.ts';
import { startMain } from '../server/spawn.ts';
import type { SandboxCounts } from './sandbox.ts';

export const REPLICAS = 3;
export const USERS = 300;

export interface Gateway {
  readonly url: string;
  /** Where its metrics are. */
  readonly metrics: string;
  /** What it has logged, a line each. */
  lines(): readonly LogLine[];
  kill(): Promise<unknown>;
}

/** A line of the log; the last four are of a REST call. */
export interface LogLine {
  readonly msg: string;
  /** When it was written. */
  readonly time: number;
  readonly limit: string;
  readonly status: number | null;
  /** From the moment when the call was let go to its answer. */
  readonly ms: number;
}

export interface Fleet {
  readonly redis: RedisServer;
  readonly gateways: readonly Gateway[];
  /** What the sandbox has counted since it was asked last. */
  counted(): Promise<SandboxCounts>;
  stop(): Promise<void>;
}

export const startFleet = async (env: Record<string, string>): Promise<Fleet> => {
  const redis = await startRedis();
  const sandbox = await startMain({ USERS: `${USERS}` }, 'test/replicas/sandbox.ts');
  const said = createInterface({ input: sandbox.child.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await said.next()).value);
  const zoom: Record<string, string> = await next();
  const start = async (): Promise<Gateway> => {
    const { child, said, exited } = await startMain({ ...zoom, ...env, METRICS_PORT: '0', REDIS_URL: redis.url });
    await once(child.stdout, 'data');
    return {
      url: /http:\S+/.exec(said.out)?.[0] ?? '',
      metrics: addressIn(said.out),
      lines: () =>
        said.err
          .split('\n')
          .filter((line) => line.endsWith('}'))
          .map((line): LogLine => JSON.parse(line)),
      kill: () => {
        child.kill('SIGKILL');
        return exited;
      },
    };
  };
  const gateways = await Promise.all(Array.from({ length: REPLICAS }, start));
  return {
    redis,
    gateways,
    counted: async () => {
      sandbox.child.stdin.write('\n');
      return next();
    },
    stop: async () => {
      sandbox.child.stdin.end();
      await Promise.all([...gateways.map(({ kill }) => kill()), sandbox.exited]);
      await redis.stop();
    },
  };
};

/** Resolves when it is so. */
export const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await pause(100);
};
