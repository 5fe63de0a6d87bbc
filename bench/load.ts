/** One cell of the tables: a subject under the load of a workload for some seconds. */
import autocannon from 'autocannon';
import type { Process } from './processes.ts';
import { callsTo } from './zoom.ts';

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
  /** REST calls for each request. */
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

export const measure = async (
  subject: Process,
  upstream: Process,
  requests: readonly Request[],
  connections: number,
  seconds: number,
): Promise<Cell> => {
  await callsTo(upstream);
  const since = performance.now();
  const before = await subject.ask('usage');
  const { requests: answered, latency } = await loadOn(subject, requests, connections, seconds);
  const after = await subject.ask('usage');
  const took = (performance.now() - since) / 1000;
  const cpu = after.cpu - before.cpu;
  return {
    perSecond: answered.total / took,
    cpu: cpu / answered.total,
    busy: cpu / 1e6 / took,
    p50: latency.p50,
    p99: latency.p99,
    peak: after.peak,
    calls: (await callsTo(upstream)) / answered.total,
  };
};
