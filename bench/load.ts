/** One cell of the tables: a subject under the load of a workload for some seconds. */
import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { callsTo } from './ask.ts';
import type { Process } from './processes.ts';

export interface Request {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export interface Cell {
  readonly perSecond: number;
  /** Microseconds of CPU for each request. */
  readonly cpu: number;
  /** The part of the time in which the process had a core. */
  readonly busy: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** The most memory so far, in bytes. */
  readonly peak: number;
  /** REST calls of a request that has the subject for itself. */
  readonly alone: number;
  /** REST calls for each request under load, where requests share calls. */
  readonly calls: number;
}

/** Sends the requests over and over. Throws when one is not answered, or answered with GraphQL errors. */
export const loadOn = async (subject: Process, requests: readonly Request[], connections: number, seconds: number) => {
  let client = 0;
  const result = await autocannon({
    url: subject.origin,
    connections,
    duration: seconds,
    setupClient: (one) => {
      // Each begins elsewhere: side by side they would all send the same.
      const from = Math.floor((client++ * requests.length) / connections);
      one.setRequests([...requests.slice(from), ...requests.slice(0, from)].map((request) => ({ ...request })));
    },
    verifyBody: (body) => !String(body).includes('"errors":['),
  });
  const failed = result.non2xx + result.errors + result.timeouts + result.mismatches;
  if (failed > 0) throw new Error(`${failed} of ${result.requests.total} requests to ${subject.origin} failed.`);
  return result;
};

interface Load {
  readonly requests: readonly Request[];
  readonly connections: number;
  readonly seconds: number;
}

const PAUSE_MS = 250;

/** The REST calls of one request. Those of others that went away are awaited first. */
const callsAlone = async (subject: Process, upstream: Process, { path, ...request }: Request): Promise<number> => {
  do await sleep(PAUSE_MS);
  while ((await callsTo(upstream)) > 0);
  await (await fetch(subject.origin + path, request)).arrayBuffer();
  return callsTo(upstream);
};

export const measure = async (subject: Process, upstream: Process, load: Load): Promise<Cell> => {
  const {
    requests: [first],
    connections,
    seconds,
  } = load;
  const alone = first ? await callsAlone(subject, upstream, first) : 0;
  const since = performance.now();
  const before = await subject.ask('usage');
  const { requests, latency } = await loadOn(subject, load.requests, connections, seconds);
  const after = await subject.ask('usage');
  const took = (performance.now() - since) / 1000;
  const cpu = after.cpu - before.cpu;
  return {
    perSecond: requests.total / took,
    cpu: cpu / requests.total,
    busy: cpu / 1e6 / took,
    p50: latency.p50,
    p99: latency.p99,
    peak: after.peak,
    alone,
    calls: (await callsTo(upstream)) / requests.sent,
  };
};
