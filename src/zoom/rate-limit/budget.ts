/** One credential's budget: a call goes out when every limit it draws on has something left, and waits in a fair queue till then. */

import { Abort, type Signal } from '../../engine/abort.ts';
import type { Endpoint } from '../declare/endpoint.ts';
import { ZoomError } from '../errors/errors.ts';
import { FairQueue } from './queue.ts';
import { Quickest } from './quickest.ts';
import {
  type Acquired,
  countedWithinOf,
  MemoryRateLimitStore,
  nextMidnight,
  type RateLimitStore,
  type Spent,
} from './store.ts';
import {
  type BudgetState,
  bucketsOf,
  type DayHeader,
  dayRule,
  hostLimit,
  limitsFor,
  type Plan,
  type RateLimit,
  rateLimitsOf,
} from './tables.ts';

/** Who wants a call to go out, and for how long. */
export interface AcquireOptions {
  /** Owners are served in turn. */
  readonly owner: object;
  readonly signal: Signal;
  /** Whose day a write draws on, where the path does not say that. */
  readonly host?: string;
  /** Epoch milliseconds; a wait that cannot end before it is refused at once. It moves when others join the call. */
  readonly deadline?: () => number | undefined;
}

/** What an answer says about the limits. */
export interface Feedback {
  /** The refusal, where there was one. */
  readonly error?: ZoomError;
  /** The X-RateLimit headers, where they are about a day. */
  readonly daily?: DayHeader;
}

/** A call's leave to go out. */
export interface Permit {
  /** False where it was let go so long ago that it must not go out any more: the permit is given back then, and over. */
  sent(): boolean;
  /** Its answer has begun to arrive. */
  arrived(): void;
  /** No answer will come. */
  lost(): void;
  update(feedback: Feedback): void;
}

/** So many calls of an operation. */
export interface Count {
  readonly endpoint: Endpoint;
  readonly calls: number;
}

/** What a waiter gets, and since when it may have held that. */
interface Granted {
  readonly acquired: Acquired;
  readonly since: number;
}

interface Waiter extends Pick<AcquireOptions, 'owner' | 'deadline'> {
  readonly endpoint: Endpoint;
  readonly rateLimits: readonly RateLimit[];
  readonly resolve: (granted: Granted) => void;
  readonly reject: (error: unknown) => void;
}

/** The calls that wait for the same rate. */
interface RateQueue {
  readonly queue: FairQueue<Waiter>;
  isServed: boolean;
  /** The first in the queue is being counted already. */
  isTaking: boolean;
  /** Ends the sleep of whoever serves the queue. */
  wake?: () => void;
}

/** How long a queue sleeps at most before it looks again. */
const LONGEST_SLEEP_MS = 60_000;
/** How much longer than its span a round of a rate takes, about. */
const ROUND_MS = 100;
/** A call waits for its connection, and for this process, no longer than a place is held for what is not sent yet, with room to say that it is sent. */
const LEAVES_WITHIN_MS = 100;

export class Budget {
  readonly #plan: Plan;
  readonly #rateLimits: ReturnType<typeof rateLimitsOf>;
  readonly #rateLimitStore: RateLimitStore;
  readonly #queues = new Map<string, RateQueue>();
  readonly #quickest = new Quickest();

  /** `countedWithin`: so many milliseconds after its sending Zoom has counted a call. */
  constructor(
    plan: Plan,
    share: number,
    rateLimitStore: RateLimitStore = new MemoryRateLimitStore(),
    countedWithin?: number,
  ) {
    this.#plan = plan;
    this.#rateLimits = rateLimitsOf(plan, share, countedWithin);
    this.#rateLimitStore = rateLimitStore;
  }

  /**
   * Waits until the call may go out. Throws ZoomError: RATE_LIMIT when that would be after the deadline, DAILY_LIMIT and
   * HOST_LIMIT at once when the day's calls are spent; and the signal's reason when it aborts.
   */
  async acquire(
    endpoint: Endpoint,
    path: Readonly<Record<string, string | number>>,
    claim: AcquireOptions,
  ): Promise<Permit> {
    const { rate, day } = limitsFor(this.#rateLimits, endpoint);
    const host = hostLimit(endpoint, path, claim.host);
    const { acquired, since } = await this.#wait(endpoint, host ? [day, host, rate] : [day, rate], rate, claim);
    const rateQueue = this.#rateQueue(rate);
    let sentAt: number | undefined;
    let isOver = false;
    const giveBack = () => {
      isOver = true;
      undo(acquired);
      rateQueue.wake?.();
    };
    return {
      sent: () => {
        sentAt = Date.now();
        if (sentAt - since > countedWithinOf(rate) + LEAVES_WITHIN_MS) giveBack();
        else acquired.sent();
        return !isOver;
      },
      arrived: () => {
        const now = Date.now();
        acquired.arrived(this.#quickest.answered(endpoint, now - (sentAt ?? since)));
        rateQueue.wake?.();
      },
      lost: () => {
        // What was sent may be counted yet.
        if (sentAt === undefined) giveBack();
      },
      update: ({ error, daily }) => {
        if (isOver) return;
        // Zoom's count of a host's day goes down with writes that succeed.
        if (host && error) acquired.refund(host);
        const counted = daily && dayRule(this.#rateLimits, endpoint, host, daily);
        if (counted) this.#rateLimitStore.update(counted, daily.remaining);
        const refused = [rate, day, host].find(
          (rateLimit) => rateLimit !== undefined && rateLimit.kind === error?.kind,
        );
        if (refused) this.#rateLimitStore.block(refused, error?.retryAt?.getTime() ?? nextMidnight(Date.now()));
        acquired.done?.(!error);
      },
    };
  }

  /** Counts a call that has gone out already, before it was known that it is of this budget. */
  async note(endpoint: Endpoint): Promise<void> {
    const permit = await this.acquire(endpoint, {}, { owner: this, signal: new Abort() }).catch(() => undefined);
    permit?.sent();
    permit?.arrived();
    permit?.update({});
  }

  /** When a call of this endpoint could go out at the earliest, in epoch milliseconds. */
  readyAt(endpoint: Endpoint, owner: object): number {
    const { rate } = limitsFor(this.#rateLimits, endpoint);
    const { queue, isTaking } = this.#rateQueue(rate);
    return this.#rateLimitStore.readyAt(rate, Math.max(0, queue.ahead(owner) - (isTaking ? 1 : 0)));
  }

  /** Whether so many calls of this endpoint could go out within so many milliseconds, as far as this process knows. */
  hasRoom(endpoint: Endpoint, calls: number, within = 0): boolean {
    const { rate } = limitsFor(this.#rateLimits, endpoint);
    return this.#sentBy(rate, calls) <= Date.now() + within;
  }

  /**
   * By when so many more calls could all have gone out, in epoch milliseconds: one limit after another, since some calls only
   * follow from the answers of others. A day whose calls do not suffice ends at midnight.
   */
  async forcedUntil(counts: readonly Count[]): Promise<number> {
    const now = Date.now();
    const byRate = new Map<RateLimit, number>();
    const byDay = new Map<string, { rateLimit: RateLimit; calls: number }>();
    for (const { endpoint, calls } of counts) {
      if (calls <= 0) continue;
      const { rate, day } = limitsFor(this.#rateLimits, endpoint);
      byRate.set(rate, calls + (byRate.get(rate) ?? 0));
      byDay.set(day.key, { rateLimit: day, calls: calls + (byDay.get(day.key)?.calls ?? 0) });
    }
    // Whoever keeps the counts elsewhere learns of all that was taken.
    await Promise.all([...byRate.keys()].map((rate) => this.#rateLimitStore.left(rate)));
    let until = now;
    for (const [rate, calls] of byRate) until += this.#sentBy(rate, calls) - now;
    const days = await Promise.all(
      [...byDay.values()].map(
        async ({ rateLimit, calls }) => (await this.#rateLimitStore.left(rateLimit)).remaining < calls,
      ),
    );
    return days.includes(true) ? Math.max(until, nextMidnight(now)) : until;
  }

  /** Whether something is spent that comes back before long, as far as this process counts. */
  isSpent(): boolean {
    return this.#rateLimitStore.isSpent?.() ?? false;
  }

  async state(): Promise<BudgetState> {
    const buckets = await Promise.all(
      bucketsOf(this.#rateLimits).map(async ({ rateLimit, ...bucket }) => {
        const { remaining, resetsAt } = await this.#rateLimitStore.left(rateLimit);
        return { ...bucket, remaining, ...(resetsAt !== undefined && { resetsAt: new Date(resetsAt) }) };
      }),
    );
    let waiting = 0;
    for (const { queue } of this.#queues.values()) waiting += queue.size;
    return { plan: this.#plan, buckets, waiting };
  }

  /** By when so many more calls of a rate could have gone out, behind those that wait. */
  #sentBy(rate: RateLimit, calls: number): number {
    const ahead = this.#rateQueue(rate).queue.size + calls - 1;
    return this.#rateLimitStore.readyAt(rate, ahead) + Math.floor(ahead / rate.max) * ROUND_MS;
  }

  #rateQueue({ key }: RateLimit): RateQueue {
    const rateQueue = this.#queues.get(key) ?? { queue: new FairQueue<Waiter>(), isServed: false, isTaking: false };
    this.#queues.set(key, rateQueue);
    return rateQueue;
  }

  #wait(
    endpoint: Endpoint,
    rateLimits: readonly RateLimit[],
    rate: RateLimit,
    { owner, signal, deadline }: AcquireOptions,
  ): Promise<Granted> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const readyAt = this.readyAt(endpoint, owner);
      if (isAfter(readyAt, deadline)) return reject(tooLate(endpoint, readyAt));
      const rateQueue = this.#rateQueue(rate);
      const giveUp = () => {
        rateQueue.queue.remove(owner, waiter);
        rateQueue.wake?.();
        reject(signal.reason);
      };
      const settled = <T>(settle: (value: T) => void) => {
        return (value: T) => {
          signal.removeEventListener('abort', giveUp);
          settle(value);
        };
      };
      const waiter: Waiter = {
        endpoint,
        rateLimits,
        owner,
        deadline,
        resolve: settled(resolve),
        reject: settled(reject),
      };
      signal.addEventListener('abort', giveUp, { once: true });
      rateQueue.queue.push(owner, waiter);
      void this.#serve(rateQueue);
    });
  }

  /** Lets the waiters of a queue go, one by one, as room becomes free. There is one at work per queue. */
  async #serve(rateQueue: RateQueue): Promise<void> {
    if (rateQueue.isServed) return;
    rateQueue.isServed = true;
    for (let next = rateQueue.queue.first(); next; next = rateQueue.queue.first()) {
      try {
        rateQueue.isTaking = true;
        const since = Date.now();
        const answer = await this.#rateLimitStore.acquire(next.rateLimits);
        rateQueue.isTaking = false;
        if ('acquired' in answer) {
          if (rateQueue.queue.serve(next.owner, next)) next.resolve({ acquired: answer.acquired, since });
          else undo(answer.acquired);
        } else if (answer.spent.rateLimit.kind === 'RATE_LIMIT' && !isAfter(answer.spent.until, next.deadline))
          await sleepIn(rateQueue, answer.spent.until);
        else if (rateQueue.queue.serve(next.owner, next)) next.reject(spentError(next.endpoint, answer.spent));
      } catch (error) {
        rateQueue.isTaking = false;
        rateQueue.queue.remove(next.owner, next);
        next.reject(error);
      }
    }
    rateQueue.isServed = false;
  }
}

/** The call was counted, and will not go out. */
const undo = (acquired: Acquired) => {
  acquired.giveBack();
  acquired.done?.(false);
};

const isAfter = (at: number, deadline: AcquireOptions['deadline']): boolean =>
  at > (deadline?.() ?? Number.POSITIVE_INFINITY);

const sleepIn = (rateQueue: RateQueue, until: number): Promise<void> =>
  new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      rateQueue.wake = undefined;
      resolve();
    };
    const timer = setTimeout(wake, Math.min(LONGEST_SLEEP_MS, until - Date.now()));
    rateQueue.wake = wake;
  });

/** The call would have to wait for its budget longer than its request has time. */
export const tooLate = (endpoint: Endpoint, readyAt: number): ZoomError => {
  const retryAt = new Date(readyAt);
  const message = `Zoom's limit on ${endpoint.limit} calls leaves none for this request in its time. Ask for less at once, or try again at ${retryAt.toISOString()}.`;
  return new ZoomError('RATE_LIMIT', message, { endpoint, retryAt });
};

const spentError = (endpoint: Endpoint, { rateLimit, until }: Spent): ZoomError => {
  if (rateLimit.kind === 'RATE_LIMIT') return tooLate(endpoint, until);
  const retryAt = new Date(until);
  const what =
    rateLimit.kind === 'HOST_LIMIT'
      ? `Zoom lets a host's meetings be created or changed ${rateLimit.max} times a day, and these are spent`
      : `The ${endpoint.limit} calls that Zoom allows the account a day are spent`;
  return new ZoomError(rateLimit.kind, `${what}. Try again at ${retryAt.toISOString()}.`, { endpoint, retryAt });
};
