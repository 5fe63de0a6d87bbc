/**
 * Counts that several processes share through Redis (redis-scripts.ts). While Redis is gone, each process goes on with its own part of every limit (own-part.ts).
 * What it spent meanwhile it tells Redis as soon as that is back. All share again at the same moment, when the others will have told theirs, too.
 */
import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { RedisGone } from '../../redis/gone.ts';
import { PROBE_MS, type Redis } from '../../redis/redis.ts';
import type { Replicas } from '../../redis/replicas.ts';
import type { Script } from '../../redis/script.ts';
import { type Known, knownNow, OwnPart } from './own-part.ts';
import { ReadyPlaces } from './ready.ts';
import { ACQUIRE, BLOCK, CHANGE_DAY, LEFT, LOOK, MOVE, RESTORE } from './redis-scripts.ts';
import {
  type Acquired,
  allowanceOf,
  countedWithinOf,
  type Left,
  MemoryRateLimitStore,
  nextMidnight,
  PERIOD_MS,
  type RateLimitStore,
  SAID_WITHIN_MS,
  type Spent,
  soonest,
} from './store.ts';
import { COUNTED_WITHIN_MS, type RateLimit } from './tables.ts';

/** A process that has never reached Redis cannot know how many others there are. */
const UNKNOWN_REPLICAS = 10;
/** The stores that were used last look at their counts every second; of others less is known when Redis goes. */
const MOST_LOOKING = 32;
/** Before all share again no place is taken by an own part for so long: of most Redis would hear too late, so that they were given back. */
const HEARD_WITHIN_MS = 500;

/** How the sharing stands, for metrics. */
export interface SharingState {
  /** Whether Redis is gone, as far as this process knows. */
  readonly isGone: boolean;
  /** Whether calls go out by this process's own part of the limits: Redis is gone, or not all share again yet. */
  readonly isAlone: boolean;
  /** How many processes there are; undefined where that was never known. */
  readonly replicas: number | undefined;
  /** Calls that went out by this process's own part, since the start. */
  readonly aloneCalls: number;
  /** How often Redis was found to have forgotten what was spent. */
  readonly losses: number;
}

/** What all stores of a process have in common. */
class Standing {
  aloneCalls = 0;
  losses = 0;
  /** The stores that have something to tell Redis. */
  readonly untold = new Set<RedisRateLimitStore>();
  /** Those that were used last. */
  readonly #looking = new LRUCache<RedisRateLimitStore, true>({ max: MOST_LOOKING });
  readonly redis: Redis;
  readonly replicas: Replicas;
  /** After so many milliseconds all processes have found Redis again, and told what they spent. */
  readonly settle: number;
  /** How often Redis was gone, and since when it was the last time, in epoch milliseconds. */
  outages = 0;
  goneSince = 0;
  /** Until then a store of this process draws on its own part, though Redis is there; in epoch milliseconds. */
  aloneUntil = 0;
  #isUp = true;

  constructor(redis: Redis, replicas: Replicas, countedWithin: number) {
    this.settle = PERIOD_MS.SECOND + countedWithin + 4 * PROBE_MS;
    this.redis = redis;
    this.replicas = replicas;
    if (!redis.isUp) this.#change(false);
    redis.onChange((isUp) => this.#change(isUp));
    replicas.onBeat(() => {
      for (const store of this.#looking.keys()) void store.look();
    });
  }

  /** Among how many the limits are to be divided. */
  get parts(): number {
    return Math.max(1, this.replicas.count ?? UNKNOWN_REPLICAS);
  }

  used(store: RedisRateLimitStore): void {
    this.#looking.set(store, true);
  }

  #change(isUp: boolean): void {
    // Each try that fails is told, too.
    if (!isUp && this.#isUp) {
      this.outages++;
      this.goneSince = Date.now();
    }
    this.#isUp = isUp;
    if (isUp) for (const store of this.untold) void store.tell();
  }
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
  readonly #own = new MemoryRateLimitStore((rateLimit) => this.#alone?.part.of(rateLimit) ?? allowanceOf(rateLimit));
  readonly #ready = new ReadyPlaces();
  readonly #known = new Map<string, Known>();
  readonly #places = new Map<string, Place>();
  /** Limits of days on which this process has drawn, and those calls of which Redis does not know. */
  readonly #days = new Map<string, { readonly rateLimit: RateLimit; untold: number; until: number }>();
  readonly #blocked = new Map<string, { readonly rateLimit: RateLimit; readonly until: number }>();
  /** Those that have been used. */
  readonly #rates = new Map<string, RateLimit>();
  /** By what this process knows the memory of Redis. */
  #born = '';
  /** This process draws on its own part, until all share again; it is not known till when before Redis is back. */
  #alone: { readonly part: OwnPart; readonly until: number } | undefined;
  /** How many outages were noticed. */
  #outages: number;
  #telling: Promise<number> | undefined;
  #acquisitions = 0;

  constructor(standing: Standing, key: string) {
    this.#standing = standing;
    this.#key = key;
    this.#outages = standing.redis.isUp ? standing.outages : standing.outages - 1;
  }

  async acquire(rateLimits: readonly RateLimit[]): Promise<{ acquired: Acquired } | { spent: Spent }> {
    this.#forgetPassed();
    return (await this.#shared(() => this.#acquireShared(rateLimits))) ?? this.#acquireAlone(rateLimits);
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
    return (await this.#shared(() => this.#leftShared(rateLimit))) ?? this.#own.left(rateLimit);
  }

  readyAt(rateLimit: RateLimit, ahead: number): number {
    this.#notice();
    if (!this.#alone) return this.#ready.readyAt(rateLimit, ahead);
    const closedUntil = this.#alone.part.closedUntil(rateLimit);
    return closedUntil > Date.now() ? closedUntil : this.#own.readyAt(rateLimit, ahead);
  }

  isSpent(): boolean {
    return this.#own.isSpent();
  }

  /** Tells Redis what this process has spent, as far as it does not know. Never rejects. */
  async tell(): Promise<void> {
    await this.#restore().catch(() => {});
  }

  /** Asks how many places are taken, so that it is known when Redis goes. Never rejects. */
  async look(): Promise<void> {
    const rates = [...this.#rates.values()];
    if (this.#alone || rates.length === 0) return;
    try {
      const [code = -1, ...taken] = await this.#ask(
        LOOK,
        [this.#meta, ...rates.map((rate) => this.#nameOf(rate))],
        [this.#born],
      );
      if (code < 0) return void (await this.#restore());
      for (const [at, rate] of rates.entries()) this.#know(rate, Math.max(0, rate.max - (taken[at] ?? 0)));
    } catch {
      // The next time it may answer.
    }
  }

  get #meta(): string {
    return `limits:{${this.#key}}`;
  }
  #nameOf({ key }: RateLimit): string {
    return `${this.#meta}:${key}`;
  }

  /** What Redis answers; undefined where it does not, or not for all. */
  async #shared<T>(ask: () => Promise<T | undefined>): Promise<T | undefined> {
    this.#notice();
    if (!this.#standing.redis.isUp) return undefined;
    try {
      // Redis is back: since when all share again is for it to say.
      if (this.#alone?.until === Number.POSITIVE_INFINITY) await this.#restore();
      if (this.#alone && this.#alone.until > Date.now()) return undefined;
      this.#alone = undefined;
      return await ask();
    } catch (error) {
      if (!(error instanceof RedisGone)) throw error;
      this.#notice();
      return undefined;
    }
  }

  /** Redis may have gone since this was used last. */
  #notice(): void {
    const { outages, goneSince } = this.#standing;
    if (outages === this.#outages) return;
    this.#outages = outages;
    this.#goAlone(Number.POSITIVE_INFINITY, goneSince);
  }

  #goAlone(until: number, since = Date.now()): void {
    const part =
      this.#alone?.part ??
      new OwnPart(since, {
        parts: () => this.#standing.parts,
        known: ({ key }) => this.#known.get(key),
        used: (rateLimit) => this.#own.used(rateLimit),
      });
    this.#alone = { part, until };
    if (Number.isFinite(until)) this.#standing.aloneUntil = Math.max(this.#standing.aloneUntil, until);
  }

  #know(rateLimit: RateLimit, left: number): void {
    const { key } = rateLimit;
    this.#known.set(key, knownNow(rateLimit, left, this.#own.used(rateLimit), this.#known.get(key)));
  }

  /** Undefined where each process is to draw on its own part for now. */
  async #acquireShared(
    rateLimits: readonly RateLimit[],
  ): Promise<{ acquired: Acquired } | { spent: Spent } | undefined> {
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
      const [wait = 0, ...ready] = rest;
      if (code === -1) await this.#restore();
      if (code === -2) this.#goAlone(Date.now() + wait);
      if (this.#alone && this.#alone.until > Date.now()) return undefined;
      if (code < 0) continue;
      const spent = rateLimits[code - 1];
      if (!spent) return { acquired: this.#granted(id, rateLimits, rest) };
      const now = Date.now();
      if (spent.per === 'DAY') return { spent: { rateLimit: spent, until: now + wait } };
      this.#know(spent, 0);
      this.#ready.set(
        spent,
        ready.map((after) => now + after),
      );
      return { spent: { rateLimit: spent, until: soonest(now + wait, spanOf(spent), spent, now) } };
    }
    throw new RedisGone('Redis forgets what it is told.');
  }

  #granted(id: string, rateLimits: readonly RateLimit[], left: readonly number[]): Acquired {
    this.#standing.used(this);
    const held = this.#hold(id, rateLimits, 0);
    for (const [at, rateLimit] of rateLimits.entries()) {
      const remaining = left[at] ?? 0;
      if (remaining >= 0) this.#know(rateLimit, remaining);
      if (rateLimit.per !== 'DAY') this.#rates.set(rateLimit.key, rateLimit);
    }
    return held;
  }

  async #acquireAlone(rateLimits: readonly RateLimit[]): Promise<{ acquired: Acquired } | { spent: Spent }> {
    // All share again in a moment, or Redis went and came back while it was asked.
    if (!this.#alone) this.#goAlone(Number.POSITIVE_INFINITY);
    for (const rateLimit of rateLimits) {
      const until = Math.max(
        this.#alone?.part.closedUntil(rateLimit) ?? 0,
        this.#isJoining(rateLimit) ? (this.#alone?.until ?? 0) : 0,
      );
      if (until > Date.now()) return { spent: { rateLimit, until } };
    }
    const answer = await this.#own.acquire(rateLimits);
    if ('spent' in answer) return answer;
    // It is counted already; only the handle is to be another.
    this.#standing.untold.add(this);
    const id = `${this.#standing.replicas.id}:${++this.#acquisitions}`;
    const acquired = this.#handle(id, rateLimits, answer.acquired, 1);
    if (this.#standing.redis.isUp && !(await this.#isToldInTime())) {
      acquired.giveBack();
      return this.acquire(rateLimits);
    }
    this.#standing.aloneCalls++;
    return { acquired };
  }

  /** Whether Redis has heard of all before all share again, however busy this process or Redis is. True where it has gone anew. */
  async #isToldInTime(): Promise<boolean> {
    try {
      return (await this.#restore()) > 0;
    } catch (error) {
      if (!(error instanceof RedisGone)) throw error;
      return true;
    }
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
    const move = (place: Place, what: 'sent' | 'arrived' | 'free', hold: number) => {
      const until = Date.now() + hold;
      place.until = what === 'sent' ? until : Math.min(place.until, until);
      this.#run(MOVE, [this.#nameOf(place.rateLimit)], [id, what, `${hold}`]);
    };
    return {
      sent: () => {
        own.sent();
        // Nearly always it goes out at once, and the place is held for long enough: that need not be said.
        if (Date.now() - now > SAID_WITHIN_MS)
          for (const place of places) move(place, 'sent', heldFor(place.rateLimit));
      },
      arrived: (ago = 0) => {
        own.arrived(ago);
        for (const place of places) move(place, 'arrived', spanOf(place.rateLimit) - ago);
      },
      giveBack: () => {
        own.giveBack();
        for (const place of places) move(place, 'free', 0);
        for (const rateLimit of rateLimits) if (rateLimit.per === 'DAY') this.#refundShared(rateLimit);
      },
      refund: (rateLimit) => {
        own.refund(rateLimit);
        this.#refundShared(rateLimit);
      },
    };
  }

  #refundShared(rateLimit: RateLimit): void {
    const day = this.#dayOf(rateLimit);
    if (day.untold > 0) day.untold--;
    else this.#run(CHANGE_DAY, [this.#nameOf(rateLimit)], ['refund']);
  }

  #dayOf(rateLimit: RateLimit) {
    const now = Date.now();
    const known = this.#days.get(rateLimit.key);
    const day = known && known.until > now ? known : { rateLimit, untold: 0, until: nextMidnight(now) };
    this.#days.set(rateLimit.key, day);
    return day;
  }

  /** The moment is near from which on all share again: what is taken now, others might not know by then. */
  #isJoining({ per }: RateLimit): boolean {
    const until = this.#alone?.until ?? 0;
    return per !== 'DAY' && Number.isFinite(until) && until - Date.now() < HEARD_WITHIN_MS;
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

  /** Tells Redis all; for how many milliseconds each process then draws on its own part yet. */
  #restore(): Promise<number> {
    const toldAll = async () => {
      let alone: number;
      do alone = await this.#restoreNow();
      while (this.#standing.untold.has(this));
      return alone;
    };
    this.#telling ??= toldAll().finally(() => {
      this.#telling = undefined;
    });
    return this.#telling;
  }

  async #restoreNow(): Promise<number> {
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
    const { outages } = this.#standing;
    try {
      const isBack = this.#alone?.until === Number.POSITIVE_INFINITY;
      const [born, isLost, alone] = (await this.#standing.redis.run(
        RESTORE,
        [this.#meta, ...told.map(({ rateLimit }) => this.#nameOf(rateLimit))],
        [
          this.#born,
          `${this.#standing.settle}`,
          JSON.stringify(told.map(({ rateLimit: { key }, ...one }) => ({ name: key, ...one }))),
          randomUUID(),
          `${isBack ? now - (this.#alone?.part.since ?? now) : -1}`,
        ],
      )) as [string, number, number];
      this.#born = born;
      if (isLost) this.#standing.losses++;
      const isGoneAgain = this.#standing.outages !== outages;
      if (!isGoneAgain && (isBack || alone > 0)) this.#goAlone(Date.now() + alone);
      return alone;
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
const heldFor = (rateLimit: RateLimit): number => spanOf(rateLimit) + countedWithinOf(rateLimit) + SAID_WITHIN_MS;
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
      const { aloneCalls, losses, aloneUntil } = standing;
      const isGone = !redis.isUp;
      return { isGone, isAlone: isGone || Date.now() < aloneUntil, replicas: replicas.count, aloneCalls, losses };
    },
  };
};
