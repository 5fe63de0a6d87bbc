/** What the processes of the bench have in common: how they say where they listen, tell what they used, and end with the bench. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { Session } from 'node:inspector/promises';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What a process has used since it began. */
export interface Usage {
  /** Microseconds of CPU. */
  readonly cpu: number;
  /** Bytes. */
  readonly rss: number;
  /** The most bytes that it has ever held. */
  readonly peak: number;
}

/** What the bench may ask of a process. */
export interface Questions {
  usage: () => Usage;
  /** Bytes of the heap in use, when all that can go has been let go. */
  heap: () => number;
  /** Begins to watch the event loop. */
  watch: () => void;
  /** The longest block of the event loop since then, in milliseconds. */
  block: () => number;
  profile: () => Promise<void>;
  /** Writes what was profiled to a file. */
  profiled: (file: string) => Promise<void>;
}
export type Question = keyof Questions;
export interface Asked {
  readonly question: Question;
  readonly args: readonly string[];
}

const RESOLUTION_MS = 1;

const answers = (): Questions => {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  const session = new Session();
  return {
    usage: () => {
      const { user, system } = process.cpuUsage();
      return { cpu: user + system, rss: process.memoryUsage.rss(), peak: process.resourceUsage().maxRSS * 1024 };
    },
    heap: () => {
      setFlagsFromString('--expose-gc');
      (runInNewContext('gc') as () => void)();
      return process.memoryUsage().heapUsed;
    },
    watch: () => {
      delay.reset();
      delay.enable();
    },
    block: () => {
      delay.disable();
      return delay.max / 1e6 - RESOLUTION_MS;
    },
    profile: async () => {
      session.connect();
      await session.post('Profiler.enable');
      await session.post('Profiler.setSamplingInterval', { interval: 200 });
      await session.post('Profiler.start');
    },
    profiled: async (file) => {
      const { profile } = await session.post('Profiler.stop');
      session.disconnect();
      writeFileSync(file, JSON.stringify(profile));
    },
  };
};

/** Tells the bench that this process is ready, and where; answers its questions; ends when the bench does. */
export const report = (ready: object): void => {
  const known = answers() as Readonly<Record<Question, (...args: readonly string[]) => unknown>>;
  process.on('message', async ({ question, args }: Asked) => {
    process.send?.({ answer: await known[question](...args) });
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ ready });
};

/** Listens on any free port of loopback; the origin. */
export const listening = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
