/** A gateway with parts of a test's own, as several processes. */
import cluster from 'node:cluster';
import { startWorkers } from '../../src/server/cluster/primary.ts';
import { work } from '../../src/server/cluster/worker.ts';
import { readConfig } from '../../src/server/config.ts';
import { createLog } from '../../src/server/log.ts';
import type { GatewayParts } from '../../src/server/server.ts';

const fail = (error: unknown) => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
};

const main = async (parts: GatewayParts) => {
  if (cluster.isWorker) return work(parts);
  const config = readConfig();
  const running = await startWorkers(config, createLog(config.logLevel), fail);
  process.once('SIGTERM', () => void running.stop().catch(fail));
  process.stdout.write(running.greeting.join('\n'));
};

export const asWorkers = (parts: GatewayParts): void => void main(parts).catch(fail);
