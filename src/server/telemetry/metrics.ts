/**
 * The metrics of one process, by prom-client. They are counted where a REST call ends and where an operation ends, and nowhere
 * between; what is left of budgets is looked up when somebody asks. This module is loaded only where there is a port for them.
 */
import { AggregatorRegistry, Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { keptPlans } from '../../engine/executor/kept-plans.ts';
import type { RedisCounts } from '../../redis/redis.ts';
import { type BucketState, type BudgetState, type CallLine, ZoomError } from '../../zoom/client/client.ts';
import { isDeclared, nameOf } from '../../zoom/declare/endpoint.ts';
import type { SharingState } from '../../zoom/rate-limit/redis-store.ts';
import { COUNTERS, type Definition, GAUGES, HISTOGRAMS } from './definitions.ts';
import { type OperationEnd, OTHER } from './observer.ts';

export interface Metrics {
  /** A REST call was answered, or failed. */
  call(line: CallLine): void;
  /** A GraphQL operation was answered. */
  operation(end: OperationEnd): void;
  /** Something came to where Zoom sends events. */
  event(outcome: string): void;
  /** Events may have been missed. */
  missed(): void;
  /** Whether this process is connected to where Zoom tells of events. */
  eventSocket(isOpen: boolean): void;
  /** A subscriber was sent an event. */
  delivered(): void;
  /** How many subscriptions are open now; `reason`: why one of them is no longer. */
  subscriptions(open: number, reason?: string): void;
  readonly registry: Registry;
}

/** How the sharing by Redis stands. */
export interface SharedState {
  readonly counts: RedisCounts;
  readonly sharing: SharingState;
}

interface Sources {
  /** Absent without Redis. */
  readonly shared?: () => SharedState;
  /** What is left of Zoom's limits; throws UNAUTHENTICATED where callers bring tokens, each with a budget of its own. */
  readonly budget: () => Promise<BudgetState>;
  /** Without the metrics of Node and the process, in tests. */
  readonly bare?: boolean;
}

export const createMetrics = ({ budget, shared: sharedBy, bare = false }: Sources): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  if (!bare) collectDefaultMetrics({ register: registry });
  const rules = ({ name, labels, help, together }: Definition) => ({
    name,
    help,
    labelNames: [...labels],
    aggregator: together,
    registers,
  });
  const counter = (of: Definition) => new Counter(rules(of));
  const histogram = (of: Definition) => new Histogram({ ...rules(of), buckets: [...(of.buckets ?? [])] });

  const calls = counter(COUNTERS.calls);
  const waited = counter(COUNTERS.waited);
  const joined = counter(COUNTERS.joined);
  const cached = counter(COUNTERS.cached);
  const operations = counter(COUNTERS.operations);
  const shared = counter(COUNTERS.shared);
  const events = counter(COUNTERS.events);
  const missed = counter(COUNTERS.missed);
  const eventSocket = new Gauge(rules(GAUGES.eventSocket));
  const delivered = counter(COUNTERS.delivered);
  const ended = counter(COUNTERS.ended);
  const subscriptions = new Gauge(rules(GAUGES.subscriptions));
  const callSeconds = histogram(HISTOGRAMS.callSeconds);
  const operationSeconds = histogram(HISTOGRAMS.operationSeconds);

  // One look fills all that is said of budgets at a time.
  let looking: Promise<BudgetState | undefined> | undefined;
  const look = () => {
    looking ??= budgetIn(budget).finally(() => {
      looking = undefined;
    });
    return looking;
  };
  const ofBuckets = (of: Definition, read: (bucket: BucketState) => number) =>
    new Gauge({
      ...rules(of),
      async collect() {
        for (const bucket of (await look())?.buckets ?? []) {
          const { product, labels, per } = bucket;
          this.set({ product, label: labels.join('+'), per }, read(bucket));
        }
      },
    });
  ofBuckets(GAUGES.budgetUsed, ({ limit, remaining }) => limit - remaining);
  ofBuckets(GAUGES.budgetLeft, ({ remaining }) => remaining);
  new Gauge({
    ...rules(GAUGES.waiting),
    async collect() {
      this.set((await look())?.waiting ?? 0);
    },
  });
  const ofShared = (of: Definition, read: (state: SharedState) => number) =>
    new Gauge({
      ...rules(of),
      collect() {
        this.set(sharedBy ? read(sharedBy()) : 0);
      },
    });
  ofShared(GAUGES.redisGone, ({ sharing }) => Number(sharing.isGone));
  ofShared(GAUGES.alone, ({ sharing }) => Number(sharing.isAlone));
  ofShared(GAUGES.replicas, ({ sharing }) => sharing.replicas ?? 0);
  /** What is counted elsewhere, and only looked up here. */
  const countOfShared = (of: Definition, read: (state: SharedState) => number) =>
    new Counter({
      ...rules(of),
      collect() {
        this.reset();
        if (sharedBy) this.inc(read(sharedBy()));
      },
    });
  countOfShared(COUNTERS.redisLost, ({ counts }) => counts.lost);
  countOfShared(COUNTERS.redisForgotten, ({ sharing }) => sharing.losses);
  countOfShared(COUNTERS.aloneCalls, ({ sharing }) => sharing.aloneCalls);
  new Counter({
    ...rules(COUNTERS.redisQuestions),
    collect() {
      this.reset();
      const { asked, failed, skipped } = sharedBy?.().counts ?? { asked: 0, failed: 0, skipped: 0 };
      for (const [outcome, count] of Object.entries({ answered: asked - failed, failed, skipped }))
        this.inc({ outcome }, count);
    },
  });
  new Gauge({
    ...rules(GAUGES.plans),
    collect() {
      this.set(keptPlans().count);
    },
  });

  return {
    registry,
    event: (outcome) => events.inc({ outcome }),
    missed: () => missed.inc(),
    eventSocket: (isOpen) => eventSocket.set(isOpen ? 1 : 0),
    delivered: () => delivered.inc(),
    subscriptions: (open, reason) => {
      subscriptions.set(open);
      if (reason !== undefined) ended.inc({ reason });
    },
    call: ({ verb, template, limit, status, ms, waitedMs }) => {
      const name = nameOf({ method: verb, path: template });
      const operation = isDeclared(name) ? name : OTHER;
      calls.inc({ operation, label: limit, status: status ?? 'none' });
      callSeconds.observe({ operation }, ms / 1000);
      if (waitedMs > 0) waited.inc({ label: limit }, waitedMs / 1000);
    },
    operation: ({ name, type, outcome, seconds, stats, isShared }) => {
      operations.inc({ operation: name, type, outcome });
      operationSeconds.observe({ operation: name, type }, seconds);
      if (isShared) shared.inc();
      if (stats && stats.coalesced > 0) joined.inc(stats.coalesced);
      if (stats && stats.cached > 0) cached.inc(stats.cached);
    },
  };
};

const budgetIn = async (budget: Sources['budget']): Promise<BudgetState | undefined> => {
  try {
    return await budget();
  } catch (error) {
    if (error instanceof ZoomError) return undefined;
    throw error;
  }
};

/** Gives the metrics of this worker to the primary, whenever it asks. */
export const offer = ({ registry }: Metrics): void => {
  AggregatorRegistry.setRegistries([registry]);
  new AggregatorRegistry();
};

/** The metrics of all workers together, as the primary asks for them. */
export const summed = (): (() => Promise<string>) => {
  const all = new AggregatorRegistry();
  return () => all.clusterMetrics();
};
