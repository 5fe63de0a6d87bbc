/** One credential's budget: a call goes out when every limit it draws on has something left, and waits in a fair queue till then. */
import { COUNTED_WITHIN_MS, type Counter, MemoryCounter, nextMidnight, type Spent, type Taken } from './counter.ts';
import type { Endpoint } from './endpoint.ts';
import { ZoomError } from './errors.ts';
import { FairQueue } from './fair-queue.ts';
import {
  type BudgetState,
  bucketsOf,
  type DayHeader,
  dayRule,
  hostRule,
  type Plan,
  type Rule,
  rulesFor,
  rulesOf,
} from './limits.ts';
import type { Signal } from './signal.ts';

/** Who wants a call to go out, and for how long. */
export interface Claim {
  /** Owners are served in turns. */
  readonly owner: object;
  readonly signal: Signal;
  /** Epoch milliseconds; a wait that cannot end before it is refused at once. It moves when others join the call. */
  readonly deadline?: () => number | undefined;
}

/** What an answer says about the limits. */
export interface Lesson {
  /** The refusal, where there was one. */
  readonly error?: ZoomError;
  /** The X-RateLimit headers, where they are about a day. */
  readonly daily?: DayHeader;
}

/** A call's leave to go out. */
export interface Leave {
  sent(): void;
  arrived(): void;
  learn(lesson: Lesson): void;
}

/** So many calls of an operation. */
export interface Count {
  readonly endpoint: Endpoint;
  readonly calls: number;
}

interface Waiter extends Pick<Claim, 'owner' | 'deadline'> {
  readonly endpoint: Endpoint;
  readonly rules: readonly Rule[];
  readonly resolve: (taken: Taken) => void;
  readonly reject: (error: unknown) => void;
}

/** The calls that wait for the same rate. */
interface Lane {
  readonly queue: FairQueue<Waiter>;
  isServed: boolean;
  /** The first in the queue is being counted already. */
  isTaking: boolean;
  /** Ends the sleep of whoever serves the lane. */
  wake?: () => void;
}

/** How long a lane sleeps at most before it looks again. */
const LONGEST_SLEEP_MS = 60_000;

export class Budget {
  readonly #plan: Plan;
  readonly #rules: ReturnType<typeof rulesOf>;
  readonly #counter: Counter;
  readonly #lanes = new Map<string, Lane>();

  constructor(plan: Plan, share: number, counter: Counter = new MemoryCounter()) {
    this.#plan = plan;
    this.#rules = rulesOf(plan, share);
    this.#counter = counter;
  }

  /**
   * Waits until the call may go out. Throws ZoomError: RATE_LIMIT when that would be after the deadline, DAILY_LIMIT and
   * HOST_LIMIT at once when the day's calls are spent; and the signal's reason when it aborts.
   */
  async take(endpoint: Endpoint, path: Readonly<Record<string, string | number>>, claim: Claim): Promise<Leave> {
    const { rate, day } = rulesFor(this.#rules, endpoint);
    const host = hostRule(endpoint, path);
    const taken = await this.#wait(endpoint, host ? [day, host, rate] : [day, rate], rate, claim);
    const lane = this.#lane(rate);
    return {
      sent: taken.sent,
      arrived: () => {
        taken.arrived();
        lane.wake?.();
      },
      learn: ({ error, daily }) => {
        // Zoom's count of a host's day goes down with writes that succeed.
        if (host && error) taken.giveBack(host);
        const counted = daily && dayRule(this.#rules, endpoint, host, daily);
        if (counted) this.#counter.learn(counted, daily.remaining);
        const refused = [rate, day, host].find((rule) => rule !== undefined && rule.kind === error?.kind);
        if (refused) this.#counter.block(refused, error?.retryAt?.getTime() ?? nextMidnight(Date.now()));
        taken.done?.(!error);
      },
    };
  }

  /** When a call of this endpoint could go out at the earliest, in epoch milliseconds. */
  readyAt(endpoint: Endpoint, owner: object): number {
    const { rate } = rulesFor(this.#rules, endpoint);
    const { queue, isTaking } = this.#lane(rate);
    return this.#counter.readyAt(rate, Math.max(0, queue.ahead(owner) - (isTaking ? 1 : 0)));
  }

  /** Whether so many calls of this endpoint could go out at once, as far as this process knows. */
  hasRoom(endpoint: Endpoint, calls: number): boolean {
    const { rate } = rulesFor(this.#rules, endpoint);
    return this.#counter.readyAt(rate, this.#lane(rate).queue.size + calls - 1) <= Date.now();
  }

  /**
   * By when so many more calls could all have gone out, in epoch milliseconds: one limit after another, since some calls only
   * follow from the answers of others. A day whose calls do not suffice ends at midnight.
   */
  async forcedUntil(counts: readonly Count[]): Promise<number> {
    const now = Date.now();
    const byRate = new Map<Rule, number>();
    const byDay = new Map<string, { rule: Rule; calls: number }>();
    for (const { endpoint, calls } of counts) {
      if (calls <= 0) continue;
      const { rate, day } = rulesFor(this.#rules, endpoint);
      byRate.set(rate, calls + (byRate.get(rate) ?? 0));
      byDay.set(day.key, { rule: day, calls: calls + (byDay.get(day.key)?.calls ?? 0) });
    }
    // Whoever keeps the counts elsewhere learns of all that was taken.
    await Promise.all([...byRate.keys()].map((rate) => this.#counter.left(rate)));
    let until = now;
    for (const [rate, calls] of byRate) {
      const ahead = this.#lane(rate).queue.size + calls - 1;
      const rounds = Math.floor(ahead / rate.max);
      until += this.#counter.readyAt(rate, ahead) + rounds * COUNTED_WITHIN_MS - now;
    }
    const days = await Promise.all(
      [...byDay.values()].map(async ({ rule, calls }) => (await this.#counter.left(rule)).remaining < calls),
    );
    return days.includes(true) ? Math.max(until, nextMidnight(now)) : until;
  }

  /** Whether something is spent that comes back before long, as far as this process counts. */
  isSpent(): boolean {
    return this.#counter.isSpent?.() ?? false;
  }

  async state(): Promise<BudgetState> {
    const buckets = await Promise.all(
      bucketsOf(this.#rules).map(async ({ rule, ...bucket }) => {
        const { remaining, resetsAt } = await this.#counter.left(rule);
        return { ...bucket, remaining, ...(resetsAt !== undefined && { resetsAt: new Date(resetsAt) }) };
      }),
    );
    let waiting = 0;
    for (const { queue } of this.#lanes.values()) waiting += queue.size;
    return { plan: this.#plan, buckets, waiting };
  }

  #lane({ key }: Rule): Lane {
    const lane = this.#lanes.get(key) ?? { queue: new FairQueue<Waiter>(), isServed: false, isTaking: false };
    this.#lanes.set(key, lane);
    return lane;
  }

  #wait(endpoint: Endpoint, rules: readonly Rule[], rate: Rule, { owner, signal, deadline }: Claim): Promise<Taken> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const readyAt = this.readyAt(endpoint, owner);
      if (isAfter(readyAt, deadline)) return reject(tooLate(endpoint, readyAt));
      const lane = this.#lane(rate);
      const giveUp = () => {
        lane.queue.remove(owner, waiter);
        lane.wake?.();
        reject(signal.reason);
      };
      const settled = <T>(settle: (value: T) => void) => {
        return (value: T) => {
          signal.removeEventListener('abort', giveUp);
          settle(value);
        };
      };
      const waiter: Waiter = { endpoint, rules, owner, deadline, resolve: settled(resolve), reject: settled(reject) };
      signal.addEventListener('abort', giveUp, { once: true });
      lane.queue.push(owner, waiter);
      void this.#serve(lane);
    });
  }

  /** Lets the waiters of a lane go, one by one, as places become free. There is one at work per lane. */
  async #serve(lane: Lane): Promise<void> {
    if (lane.isServed) return;
    lane.isServed = true;
    for (let next = lane.queue.first(); next; next = lane.queue.first()) {
      try {
        lane.isTaking = true;
        const answer = await this.#counter.take(next.rules);
        lane.isTaking = false;
        if ('taken' in answer) {
          if (lane.queue.serve(next.owner, next)) next.resolve(answer.taken);
          else undo(answer.taken, next.rules);
        } else if (answer.spent.rule.kind === 'RATE_LIMIT' && !isAfter(answer.spent.until, next.deadline))
          await sleepIn(lane, answer.spent.until);
        else if (lane.queue.serve(next.owner, next)) next.reject(spentError(next.endpoint, answer.spent));
      } catch (error) {
        lane.isTaking = false;
        lane.queue.remove(next.owner, next);
        next.reject(error);
      }
    }
    lane.isServed = false;
  }
}

/** The waiter gave up while its call was being counted. Its place in the rate runs out by itself. */
const undo = (taken: Taken, rules: readonly Rule[]) => {
  taken.arrived();
  for (const rule of rules) if (rule.per === 'DAY') taken.giveBack(rule);
  taken.done?.(false);
};

const isAfter = (at: number, deadline: Claim['deadline']): boolean => at > (deadline?.() ?? Number.POSITIVE_INFINITY);

const sleepIn = (lane: Lane, until: number): Promise<void> =>
  new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      lane.wake = undefined;
      resolve();
    };
    const timer = setTimeout(wake, Math.min(LONGEST_SLEEP_MS, until - Date.now()));
    lane.wake = wake;
  });

/** The call would have to wait for its budget longer than its request has time. */
export const tooLate = (endpoint: Endpoint, readyAt: number): ZoomError => {
  const retryAt = new Date(readyAt);
  const message = `Zoom's limit on ${endpoint.limit} calls leaves none for this request in its time. Ask for less at once, or try again at ${retryAt.toISOString()}.`;
  return new ZoomError('RATE_LIMIT', message, { endpoint, retryAt });
};

const spentError = (endpoint: Endpoint, { rule, until }: Spent): ZoomError => {
  if (rule.kind === 'RATE_LIMIT') return tooLate(endpoint, until);
  const retryAt = new Date(until);
  const what =
    rule.kind === 'HOST_LIMIT'
      ? `Zoom lets a host's meetings be created or changed ${rule.max} times a day, and these are spent`
      : `The ${endpoint.limit} calls that Zoom allows the account a day are spent`;
  return new ZoomError(rule.kind, `${what}. Try again at ${retryAt.toISOString()}.`, { endpoint, retryAt });
};
