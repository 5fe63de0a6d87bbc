/**
 * Gives memory back when there is nothing to do. V8 keeps what a start or a burst of requests has filled until it needs the room: its whole
 * young generation, and the pages of what has died since. Asked by way of the inspector it collects all, and gives the pages back.
 */
import { setImmediate as turn } from 'node:timers/promises';

const CHECK_MS = 2000;
/** Milliseconds of CPU between two checks below which there is nothing to do: asking for its health takes less. */
const QUIET_MS = 40;
/** Milliseconds of CPU after which there is something to collect. A collection takes some 200, in which nothing is answered. */
const WORTH_MS = 2000;

/** What is asked of the process, which a test has otherwise. */
interface Process {
  /** Milliseconds of CPU since it began. */
  readonly cpu: () => number;
  readonly collect: () => Promise<void>;
}

/** Collects when the process falls quiet: after the start, and after much work. The process may end meanwhile. */
export const giveBackWhenIdle = ({ cpu, collect }: Process = OWN): void => {
  let collectedAt = Number.NEGATIVE_INFINITY;
  let before = cpu();
  const check = async () => {
    const now = cpu();
    const isQuiet = now - before < QUIET_MS;
    before = now;
    if (isQuiet && now - collectedAt > WORTH_MS) {
      await collect();
      collectedAt = before = cpu();
    }
    wait();
  };
  const wait = () => setTimeout(() => void check(), CHECK_MS).unref();
  wait();
};

/** Collects all that is garbage, and gives its pages back. Where Node was built without its inspector, V8 is left to itself. */
export const collectAll = async (): Promise<void> => {
  if (!process.features.inspector) return;
  const { Session } = await import('node:inspector/promises');
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.collectGarbage');
  // The session is still at work on its answer.
  await turn();
  session.disconnect();
};
const OWN: Process = {
  cpu: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  collect: collectAll,
};
