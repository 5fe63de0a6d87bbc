/** `npm start`: reads the settings, starts the gateway, and stops it when told to. */
import cluster from 'node:cluster';
import { startWorkers } from './cluster/primary.ts';
import { work } from './cluster/worker.ts';
import { readConfig } from './config.ts';
import { reasonOf } from './failure.ts';
import { giveBackWhenIdle } from './idle-memory.ts';
import { createLog } from './log.ts';
import { type Running, start } from './server.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

const main = async () => {
  giveBackWhenIdle();
  if (cluster.isWorker) return work();
  const config = readConfig();
  const log = createLog(config.logLevel);
  const running = await (config.workers > 1 ? startWorkers(config, log, fail) : start(config, log));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop(running));
  say(running.greeting.join('\n'));
};

const stop = (running: Running) => {
  say('Stopping: requests in flight are finished first.');
  running.stop().catch(fail);
};

const fail = (error: unknown) => {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exitCode = 1;
};

main().catch(fail);
