/**
 * Counts that several processes share through Redis (redis-scripts.ts). While Redis is gone, each process goes on with its part of every limit: what is left,
 * by the number of processes that were there last. What it spent meanwhile it tells Redis as soon as that is back, and
 * shares again when all others have had the time to do so, too.
 */
import { randomUUID } from 'node:crypto';
import { PROBE_MS, type Redis, RedisGone } from '../../redis/redis.ts';
import type { Replicas } from '../../redis/replicas.ts';
import type { Script } from '../../redis/script.ts';
import { ReadyPlaces } from './ready.ts';
import { ACQUIRE, BLOCK, CHANGE_DAY, LEFT, MOVE, RESTORE } from './redis-scripts.ts';
import {
  type Acquired,
  type Allowance,
  allowanceOf,
  countedWithinOf,
  type Left,
  MemoryRateLimitStore,
  nextMidnight,
  PERIOD_MS,
  type RateLimitStore,
  type Spent,
} from './store.ts';
import { COUNTED_WITHIN_MS, type RateLimit } from './tables.ts';

/** For a grant that is on its way when all the others are counted, and for timers that are late. */
const SLACK_MS = 100;
/** A process that has never reached Redis cannot know how many others there are. */
const UNKNOWN_REPLICAS = 10;

/** How the sharing stands, for metrics. */
export interface SharingState {
  /** Whether this process draws on its own part of the limits. */
  readonly isAlone: boolean;
  /** How many processes were there last. */
  readonly replicas: number | undefined;
  /** Calls that went out by this process's own part, since the start. */
  readonly aloneCalls: number;
  /** How often Redis was found to have forgotten what was spent. */
  readonly losses: number;
}

/** Whether a process shares, and what it has to go by while it does not. */
class Standing {
  aloneCalls = 0;
  losses = 0;
  /** The stores that have something to tell Redis. */
  readonly untold = new Set<RedisRateLimitStore>();
  readonly redis: Redis;
  readonly replicas: Replicas;
  /** After so long all that was counted by the second has come back, in all processes. */
  readonly window: number;
  /** After so long all processes have found Redis again, and told what they spent. */
  readonly #settle: number;
  /** Since when Redis has been gone; until it has served once more. */
  #aloneSince: number | undefined;
  #upSince: number | undefined;
  #joinsAt = 0;

  constructor(redis: Redis, replicas: Replicas, countedWithin: number) {
    this.window = PERIOD_MS.SECOND + countedWithin + SLACK_MS;
    this.#settle = this.window + 2 * PROBE_MS;
    this.redis = redis;
    this.replicas = replicas;
    if (redis.isUp) this.#upSince = Date.now();
    else this.#aloneSince = Date.now();
    redis.onChange((isUp) => this.#change(isUp));
  }

  get isShared(): boolean {
    return this.redis.isUp && Date.now() >= this.#joinsAt;
  }

  /** Until when nothing may go out that is counted by the second, since all of it may just have been spent. */
  get quietUntil(): number {
    return (this.#aloneSince ?? Date.now()) + this.window;
  }

  /** Among how many the limits are to be divided. */
  get parts(): number {
    return Math.max(1, this.replicas.count ?? UNKNOWN_REPLICAS);
  }

  served(): void {
    this.#aloneSince = undefined;
  }

  #change(isUp: boolean): void {
    const now = Date.now();
    if (!isUp) {
      // One that comes and goes, and serves nobody in between, is no reason to begin anew.
      if (this.#upSince !== undefined && now - this.#upSince > this.#settle) this.#aloneSince = undefined;
      this.#upSince = undefined;
      this.#aloneSince ??= now;
      return;
    }
    this.#upSince = now;
    // Who has spent nothing meanwhile has nothing to tell either.
    if (this.untold.size === 0) return;
    this.#joinsAt = now + this.#settle;
    for (const store of this.untold) void store.tell();
  }
}

/** What was left of a limit when Redis last served, and how much of what counted then was this process's own. */
interface Known {
  readonly left: number;
  readonly own: number;
  readonly at: number;
}

/** A place that this process took in a rate. */
interface Place {
  readonly id: string;
  readonly rateLimit: RateLimit;
  until: number;
}

class RedisRateLimitStore implements RateLimitStore {
  readonly #standing: Standing;
  readonly #key: string;
  /** All that this process has spent, and while it is alone what it goes by. */
  readonly #own = new MemoryRateLimitStore((rateLimit) => this.#partOf(rateLimit));
  readonly #ready = new ReadyPlaces();
  readonly #known = new Map<string, Known>();
  readonly #places = new Map<string, Place>();
  /** Limits of days on which this process has drawn, and those calls of which Redis does not know. */
  readonly #days = new Map<string, { readonly rateLimit: RateLimit; untold: number; until: number }>();
  readonly #blocked = new Map<string, { readonly rateLimit: RateLimit; readonly until: number }>();
  /** By what this process knows the memory of Redis. */
  #born = '';
  #telling: Promise<void> | undefined;
  #acquisitions = 0;

  constructor(standing: Standing, key: string) {
    this.#standing = standing;
    this.#key = key;
  }

  async acquire(rateLimits: readonly RateLimit[]): Promise<{ acquired: Acquired } | { spent: Spent }> {
    this.#forgetPassed();
    if (this.#standing.isShared)
      try {
        return await this.#acquireShared(rateLimits);
      } catch (error) {
        if (!(error instanceof RedisGone)) throw error;
      }
    return this.#acquireAlone(rateLimits);
  }

  block(rateLimit: RateLimit, until: number): void {
    this.#own.block(rateLimit, until);
    this.#blocked.set(rateLimit.key, { rateLimit, until });
    this.#run(BLOCK, [this.#meta], [rateLimit.key, `${until - Date.now()}`]);
  }

  update(rateLimit: RateLimit, remaining: number): void {
    this.#own.update(rateLimit, remaining);
    this.#run(CHANGE_DAY, [this.#nameOf(rateLimit)], ['update', `${remaining}`]);
  }

  async left(rateLimit: RateLimit): Promise<Left> {
    if (this.#standing.isShared)
      try {
        return await this.#leftShared(rateLimit);
      } catch (error) {
        if (!(error instanceof RedisGone)) throw error;
      }
    return this.#own.left(rateLimit);
  }

  readyAt(rateLimit: RateLimit, ahead: number): number {
    if (this.#standing.isShared) return this.#ready.readyAt(rateLimit, ahead);
    const ready = this.#own.readyAt(rateLimit, ahead);
    return rateLimit.per === 'SECOND' ? Math.max(ready, this.#standing.quietUntil) : ready;
  }

  isSpent(): boolean {
    return this.#own.isSpent();
  }

  /** Tells Redis what this process has spent, as far as it does not know. Never rejects. */
  async tell(): Promise<void> {
    await this.#restore().catch(() => {});
  }

  get #meta(): string {
    return `limits:{${this.#key}}`;
  }
  #nameOf({ key }: RateLimit): string {
    return `${this.#meta}:${key}`;
  }

  async #acquireShared(rateLimits: readonly RateLimit[]): Promise<{ acquired: Acquired } | { spent: Spent }> {
    const id = `${this.#standing.replicas.id}:${++this.#acquisitions}`;
    const keys = [this.#meta, ...rateLimits.map((rateLimit) => this.#nameOf(rateLimit))];
    const limits = rateLimits.flatMap((rateLimit) => [
      rateLimit.key,
      rateLimit.per === 'DAY' ? 'day' : 'rate',
      mostOf(rateLimit),
      `${heldFor(rateLimit)}`,
    ]);
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const [code = -1, ...rest] = await this.#ask(ACQUIRE, keys, [this.#born, id, ...limits]);
      if (code < 0) {
        await this.#restore();
        continue;
      }
      this.#standing.served();
      const spent = rateLimits[code - 1];
      if (!spent) return { acquired: this.#granted(id, rateLimits, rest) };
      const [wait = 0, ...ready] = rest;
      const now = Date.now();
      if (spent.per !== 'DAY')
        this.#ready.set(
          spent,
          ready.map((after) => now + after),
        );
      return { spent: { rateLimit: spent, until: now + wait } };
    }
    throw new RedisGone('Redis forgets what it is told.');
  }

  #granted(id: string, rateLimits: readonly RateLimit[], left: readonly number[]): Acquired {
    const now = Date.now();
    const held = this.#hold(id, rateLimits, 0);
    for (const [at, rateLimit] of rateLimits.entries()) {
      const remaining = left[at] ?? 0;
      if (remaining >= 0) this.#known.set(rateLimit.key, { left: remaining, own: this.#own.used(rateLimit), at: now });
    }
    return held;
  }

  async #acquireAlone(rateLimits: readonly RateLimit[]): Promise<{ acquired: Acquired } | { spent: Spent }> {
    const bySecond = rateLimits.find(({ per }) => per === 'SECOND');
    const { quietUntil } = this.#standing;
    if (bySecond && quietUntil > Date.now()) return { spent: { rateLimit: bySecond, until: quietUntil } };
    const answer = await this.#own.acquire(rateLimits);
    if ('spent' in answer) return answer;
    // It is counted already; only the handle is to be another.
    this.#standing.aloneCalls++;
    this.#standing.untold.add(this);
    const id = `${this.#standing.replicas.id}:${++this.#acquisitions}`;
    const acquired = this.#handle(id, rateLimits, answer.acquired, 1);
    if (this.#standing.redis.isUp) void this.tell();
    return { acquired };
  }

  #hold(id: string, rateLimits: readonly RateLimit[], untold: number): Acquired {
    return this.#handle(id, rateLimits, this.#own.hold(rateLimits), untold);
  }

  /** Tells both what this process counts and what Redis does. `untold`: how many of this call Redis does not know. */
  #handle(id: string, rateLimits: readonly RateLimit[], own: Acquired, untold: number): Acquired {
    const now = Date.now();
    const places = rateLimits
      .filter(({ per }) => per !== 'DAY')
      .map((rateLimit) => ({ id, rateLimit, until: now + heldFor(rateLimit) }));
    for (const place of places) this.#places.set(`${place.rateLimit.key} ${id}`, place);
    for (const rateLimit of rateLimits) if (rateLimit.per === 'DAY') this.#dayOf(rateLimit).untold += untold;
    const move = (place: Place, what: 'sent' | 'arrived', hold: number) => {
      const until = Date.now() + hold;
      place.until = what === 'sent' ? until : Math.min(place.until, until);
      this.#run(MOVE, [this.#nameOf(place.rateLimit)], [id, what, `${hold}`]);
    };
    return {
      sent: () => {
        own.sent();
        for (const place of places) move(place, 'sent', heldFor(place.rateLimit));
      },
      arrived: () => {
        own.arrived();
        for (const place of places) move(place, 'arrived', spanOf(place.rateLimit));
      },
      refund: (rateLimit) => {
        own.refund(rateLimit);
        const day = this.#dayOf(rateLimit);
        if (day.untold > 0) day.untold--;
        else this.#run(CHANGE_DAY, [this.#nameOf(rateLimit)], ['refund']);
      },
    };
  }

  #dayOf(rateLimit: RateLimit) {
    const now = Date.now();
    const known = this.#days.get(rateLimit.key);
    const day = known && known.until > now ? known : { rateLimit, untold: 0, until: nextMidnight(now) };
    this.#days.set(rateLimit.key, day);
    return day;
  }

  async #leftShared(rateLimit: RateLimit): Promise<Left> {
    const kind = rateLimit.per === 'DAY' ? 'day' : 'rate';
    const args = [rateLimit.key, kind, mostOf(rateLimit)];
    const [left = 0, wait = -1, ...ready] = await this.#ask(LEFT, [this.#meta, this.#nameOf(rateLimit)], args);
    const now = Date.now();
    if (kind === 'rate')
      this.#ready.set(
        rateLimit,
        ready.map((after) => now + after),
      );
    const remaining = left < 0 ? Number.POSITIVE_INFINITY : left;
    return wait < 0 ? { remaining } : { remaining, resetsAt: now + wait };
  }

  /** This process's part of a limit while it is alone. */
  #partOf(rateLimit: RateLimit): Allowance {
    const { max, span } = allowanceOf(rateLimit);
    const { parts } = this.#standing;
    const known = this.#known.get(rateLimit.key);
    // What others spent of a minute or a day still counts: what was left is divided, not all.
    const counts = rateLimit.per === 'DAY' ? nextMidnight(known?.at ?? 0) : (known?.at ?? 0) + span;
    if (known && rateLimit.per !== 'SECOND' && counts > Date.now())
      return { max: known.own + Math.floor(known.left / parts), span };
    return max >= parts ? { max: Math.floor(max / parts), span } : { max: 1, span: span * Math.ceil(parts / max) };
  }

  #restore(): Promise<void> {
    const toldAll = async () => {
      do await this.#restoreNow();
      while (this.#standing.untold.has(this));
    };
    this.#telling ??= toldAll().finally(() => {
      this.#telling = undefined;
    });
    return this.#telling;
  }

  async #restoreNow(): Promise<void> {
    const now = Date.now();
    const limits = new Map<string, Told>();
    const toldOf = (rateLimit: RateLimit): Told => {
      const told = limits.get(rateLimit.key) ?? { rateLimit, places: [], alone: 0, all: 0, blocked: 0 };
      limits.set(rateLimit.key, told);
      return told;
    };
    for (const { id, rateLimit, until } of this.#places.values())
      if (until > now) toldOf(rateLimit).places.push([id, until - now]);
    for (const { rateLimit, untold, until } of this.#days.values())
      if (until > now) Object.assign(toldOf(rateLimit), { alone: untold, all: this.#own.used(rateLimit) });
    for (const { rateLimit, until } of this.#blocked.values()) if (until > now) toldOf(rateLimit).blocked = until - now;
    const told = [...limits.values()];
    this.#standing.untold.delete(this);
    for (const { rateLimit, alone } of told) if (alone > 0) this.#dayOf(rateLimit).untold -= alone;
    try {
      const [born, isLost] = (await this.#standing.redis.run(
        RESTORE,
        [this.#meta, ...told.map(({ rateLimit }) => this.#nameOf(rateLimit))],
        [
          this.#born,
          `${this.#standing.window}`,
          JSON.stringify(told.map(({ rateLimit: { key }, ...one }) => ({ name: key, ...one }))),
          randomUUID(),
        ],
      )) as [string, number];
      this.#born = born;
      if (isLost) this.#standing.losses++;
    } catch (error) {
      this.#standing.untold.add(this);
      for (const { rateLimit, alone } of told) if (alone > 0) this.#dayOf(rateLimit).untold += alone;
      throw error;
    }
  }

  async #ask(script: Script, keys: readonly string[], args: readonly string[]): Promise<readonly number[]> {
    return (await this.#standing.redis.run(script, keys, args)) as number[];
  }

  /** What need not be waited for: where Redis does not hear of it, places run out by themselves. */
  #run(script: Script, keys: readonly string[], args: readonly string[]): void {
    if (this.#standing.redis.isUp) this.#standing.redis.run(script, keys, args).catch(() => {});
  }

  #forgetPassed(): void {
    if (this.#acquisitions % FORGETS_EVERY !== 0) return;
    const now = Date.now();
    for (const kept of [this.#places, this.#days, this.#blocked])
      for (const [name, { until }] of kept) if (until <= now) kept.delete(name);
  }
}

/** What Redis is told of one limit. */
interface Told {
  readonly rateLimit: RateLimit;
  readonly places: [id: string, ms: number][];
  alone: number;
  all: number;
  blocked: number;
}

const MOST_ATTEMPTS = 3;
const FORGETS_EVERY = 64;
const spanOf = (rateLimit: RateLimit): number => allowanceOf(rateLimit).span;
const heldFor = (rateLimit: RateLimit): number => spanOf(rateLimit) + countedWithinOf(rateLimit);
/** Infinity has no number in Redis. */
const mostOf = ({ max }: RateLimit): string => `${Number.isFinite(max) ? max : -1}`;

export interface RedisRateLimitStores {
  /** The store of a credential, by its `Zoom.key`. */
  readonly rateLimitStore: (key: string) => RateLimitStore;
  readonly state: SharingState;
}

/** Stores whose counts are in Redis, where it is there. */
export const redisRateLimitStores = (
  redis: Redis,
  replicas: Replicas,
  countedWithin = COUNTED_WITHIN_MS,
): RedisRateLimitStores => {
  const standing = new Standing(redis, replicas, countedWithin);
  return {
    rateLimitStore: (key) => new RedisRateLimitStore(standing, key),
    get state() {
      const { aloneCalls, losses } = standing;
      return { isAlone: !standing.isShared, replicas: replicas.count, aloneCalls, losses };
    },
  };
};
