/**
 * What has been spent of Zoom's limits. The interface is all that the budget knows, so that what several processes
 * share (remote-store.ts) can take the place of this one's memory.
 */

import { SlidingWindow } from './sliding-window.ts';
import { COUNTED_WITHIN_MS, type RateLimit } from './tables.ts';

/** One call's hold on every limit that it draws on. */
export interface Acquired {
  /** The call goes out now. */
  sent(): void;
  /** Its answer has begun to arrive: Zoom had counted it so many milliseconds ago. */
  arrived(ago?: number): void;
  /** It will not go out, ever: all that it held is free. */
  giveBack(): void;
  /** Zoom does not count it toward this limit after all. */
  refund(rateLimit: RateLimit): void;
  /** Nothing more will be told of this call; whether Zoom took its token for good. */
  done?(isAccepted: boolean): void;
}

/** The limit that had nothing left, and the epoch milliseconds at which it will have. */
export interface Spent {
  readonly rateLimit: RateLimit;
  readonly until: number;
}

/** How much of a limit is left, and when the first that was spent comes back. */
export interface Left {
  readonly remaining: number;
  readonly resetsAt?: number;
}

export interface RateLimitStore {
  /** Takes one of each limit, or nothing at all when one of them is spent; the first in the list that is spent is told. */
  acquire(rateLimits: readonly RateLimit[]): Promise<{ readonly acquired: Acquired } | { readonly spent: Spent }>;
  /** Zoom refuses calls of this limit until then. */
  block(rateLimit: RateLimit, until: number): void;
  /** Zoom says how many calls of this limit's day remain; what it said last holds. */
  update(rateLimit: RateLimit, remaining: number): void;
  left(rateLimit: RateLimit): Promise<Left>;
  /** The earliest that a call with `ahead` others before it can go out as far as this process knows, in epoch milliseconds. */
  readyAt(rateLimit: RateLimit, ahead: number): number;
  /** Whether a place of a rate is taken, or Zoom refuses something: to forget that now would be too early. */
  isSpent?(): boolean;
}

export const PERIOD_MS = { SECOND: 1000, MINUTE: 60_000 } as const;
const DAY_MS = 86_400_000;

/** The next 00:00 UTC, when Zoom's daily limits begin anew. */
export const nextMidnight = (now: number): number => (Math.floor(now / DAY_MS) + 1) * DAY_MS;

/** A limit's calls of the day: how many went out, and how many may in all by what Zoom said. */
interface Day {
  spent: number;
  most: number;
}

/** How many calls may be within how many milliseconds; the span is unused for a day. */
export interface Allowance {
  readonly max: number;
  readonly span: number;
}
export const countedWithinOf = ({ countedWithin = COUNTED_WITHIN_MS }: RateLimit): number => countedWithin;
export const allowanceOf = ({ max, per }: RateLimit): Allowance => ({
  max,
  span: per === 'DAY' ? DAY_MS : PERIOD_MS[per],
});

/**
 * When to look again for a place that is held until `until`. Who is held for longer than a span has no answer yet, and mostly gets one long before it need not be
 * waited for any more.
 */
export const soonest = (until: number, span: number, rateLimit: RateLimit, now: number): number => {
  const sooner = until - countedWithinOf(rateLimit);
  // Nobody holds a place for longer: there Zoom refuses.
  return until - now > span && sooner - now <= span + SAID_WITHIN_MS ? sooner : until;
};
/** How much longer a place is held for a call of which it takes a while to be said when it was sent. */
export const SAID_WITHIN_MS = 50;

/** Counts in memory. Rates are exact sliding logs: a place is taken until Zoom has surely forgotten the call. */
export class MemoryRateLimitStore implements RateLimitStore {
  readonly #allowanceOf: (rateLimit: RateLimit) => Allowance;
  readonly #windows = new Map<string, SlidingWindow>();
  readonly #blocked = new Map<string, number>();
  #days = new Map<string, Day>();
  #today = 0;

  /** `allowance`: what may be used of a limit, where that is not all of it. */
  constructor(allowance = allowanceOf) {
    this.#allowanceOf = allowance;
  }

  async acquire(rateLimits: readonly RateLimit[]) {
    const now = Date.now();
    for (const rateLimit of rateLimits) {
      const until = this.#spentUntil(rateLimit, now);
      if (until > now) return { spent: { rateLimit, until } };
    }
    return { acquired: this.hold(rateLimits) };
  }

  block(rateLimit: RateLimit, until: number): void {
    this.#blocked.set(rateLimit.key, Math.max(until, this.#blocked.get(rateLimit.key) ?? 0));
  }

  update(rateLimit: RateLimit, remaining: number): void {
    const day = this.#dayOf(rateLimit);
    day.most = day.spent + remaining;
  }

  async left(rateLimit: RateLimit) {
    const now = Date.now();
    const block = this.#blockOf(rateLimit, now);
    if (block !== undefined) return { remaining: 0, resetsAt: block };
    const { max } = this.#allowanceOf(rateLimit);
    if (rateLimit.per === 'DAY') {
      const { spent, most } = this.#dayOf(rateLimit);
      const remaining = Math.max(0, Math.min(max, most) - spent);
      return remaining === max ? { remaining } : { remaining, resetsAt: nextMidnight(now) };
    }
    const window = this.#window(rateLimit);
    const used = window.acquired(now);
    if (used === 0) return { remaining: max };
    return { remaining: Math.max(0, max - used), resetsAt: window.returnOf(0, now) };
  }

  readyAt(rateLimit: RateLimit, ahead: number): number {
    const now = Date.now();
    if (rateLimit.per === 'DAY') return this.#spentUntil(rateLimit, now);
    // The places that are free now, then those that become free, then each of them again a span after it was taken.
    const { max, span } = this.#allowanceOf(rateLimit);
    const place = ahead % max;
    const round = Math.floor(ahead / max) * span;
    const window = this.#window(rateLimit);
    const free = max - window.acquired(now);
    const first = place < free ? now : soonest(window.returnOf(place - free, now) ?? now, span, rateLimit, now);
    return Math.max(first, this.#blockOf(rateLimit, now) ?? now) + round;
  }

  isSpent(): boolean {
    const now = Date.now();
    for (const until of this.#blocked.values()) if (until > now) return true;
    for (const window of this.#windows.values()) if (window.acquired(now) > 0) return true;
    return false;
  }

  /** Takes one of each limit, whether anything is left or not. */
  hold(rateLimits: readonly RateLimit[]): Acquired {
    const now = Date.now();
    const days = new Map<string, Day>();
    const places: Place[] = [];
    for (const rateLimit of rateLimits) {
      if (rateLimit.per === 'DAY') {
        const day = this.#dayOf(rateLimit);
        day.spent++;
        days.set(rateLimit.key, day);
      } else
        places.push(
          new Place(this.#window(rateLimit), this.#allowanceOf(rateLimit).span, countedWithinOf(rateLimit), now),
        );
    }
    return {
      sent: () => {
        const at = Date.now();
        for (const place of places) place.sent(at);
      },
      arrived: (ago = 0) => {
        const at = Date.now() - ago;
        for (const place of places) place.countedAt(at);
      },
      giveBack: () => {
        for (const place of places) place.free();
        for (const day of days.values()) day.spent--;
      },
      refund: (rateLimit) => {
        const day = days.get(rateLimit.key);
        if (day) day.spent--;
      },
    };
  }

  /** The moment from which the limit has something left: `now` or earlier when it has. */
  #spentUntil(rateLimit: RateLimit, now: number): number {
    const block = this.#blockOf(rateLimit, now);
    if (block !== undefined) return block;
    const { max, span } = this.#allowanceOf(rateLimit);
    if (rateLimit.per === 'DAY') {
      const { spent, most } = this.#dayOf(rateLimit);
      return spent < Math.min(max, most) ? now : nextMidnight(now);
    }
    const window = this.#window(rateLimit);
    const tooMany = window.acquired(now) - max;
    return tooMany < 0 ? now : soonest(window.returnOf(tooMany, now) ?? now, span, rateLimit, now);
  }

  #blockOf({ key }: RateLimit, now: number): number | undefined {
    const until = this.#blocked.get(key);
    if (until === undefined || until > now) return until;
    this.#blocked.delete(key);
    return undefined;
  }

  #window({ key }: RateLimit): SlidingWindow {
    const window = this.#windows.get(key) ?? new SlidingWindow();
    this.#windows.set(key, window);
    return window;
  }

  /** How many calls went out that still count: of the last span, or of the day. */
  used(rateLimit: RateLimit): number {
    return rateLimit.per === 'DAY' ? this.#dayOf(rateLimit).spent : this.#window(rateLimit).acquired(Date.now());
  }

  #dayOf({ key }: RateLimit): Day {
    const today = Math.floor(Date.now() / DAY_MS);
    if (today !== this.#today) {
      this.#days = new Map();
      this.#today = today;
    }
    const day = this.#days.get(key) ?? { spent: 0, most: Number.POSITIVE_INFINITY };
    this.#days.set(key, day);
    return day;
  }
}

/** A call's place in a rate's window. */
class Place {
  readonly #window: SlidingWindow;
  readonly #span: number;
  readonly #countedWithin: number;
  #until: number;

  constructor(window: SlidingWindow, span: number, countedWithin: number, now: number) {
    this.#window = window;
    this.#span = span;
    this.#countedWithin = countedWithin;
    this.#until = now + countedWithin + span;
    window.acquire(this.#until);
  }

  /** A slow handshake may have outlived the place: then it is taken again. */
  sent(at: number): void {
    this.#moveTo(at + this.#countedWithin + this.#span);
  }

  /** Zoom has counted it by then. */
  countedAt(at: number): void {
    this.#moveTo(Math.min(this.#until, at + this.#span));
  }

  free(): void {
    this.#moveTo(0);
  }

  #moveTo(until: number): void {
    if (until === this.#until) return;
    this.#window.move(this.#until, until);
    this.#until = until;
  }
}
