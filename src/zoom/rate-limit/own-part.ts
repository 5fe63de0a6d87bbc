/**
 * What one process may use of the limits while it cannot ask Redis: an equal part of each. In the first seconds of that, calls still count that were let go when
 * all shared, and others may have made most of them. So till these have come back a process takes no more places than it had, and its part of those that were free
 * all the time of late: under load all come back at once every second, and what was seen just then others had taken a moment later.
 */
import { type Allowance, allowanceOf, countedWithinOf, nextMidnight } from './store.ts';
import type { RateLimit } from './tables.ts';

/** For a grant that is on its way when all the others are counted, and for timers that are late. */
const SLACK_MS = 100;
/** What was known longer ago than this is not known. */
const FRESH_MS = 1500;
/** So long a busy process waits whether only its connection was at fault: what it holds in Redis comes free there, too, as long as others are served. */
const GRACE_MS = 1000;

/** What was left of a limit when Redis last answered, and how many of the calls that counted then were this process's own. */
export interface Known {
  readonly left: number;
  readonly own: number;
  readonly at: number;
  /** The least that was left in the time for which a call counts, and when that was. */
  readonly least: { readonly left: number; readonly at: number };
}

/** After so many milliseconds all that was counted by the second has come back, in all processes. */
export const windowOf = (rateLimit: RateLimit): number =>
  allowanceOf(rateLimit).span + countedWithinOf(rateLimit) + SLACK_MS;

/** What is known now, after what was known `before`. */
export const knownNow = (rateLimit: RateLimit, left: number, own: number, before?: Known): Known => {
  const at = Date.now();
  const isLess = before && before.least.left < left && before.least.at > at - windowOf(rateLimit);
  return { left, own, at, least: isLess ? before.least : { left, at } };
};

/** Until when that which was spent of a minute or a day counts. */
const countsUntil = (rateLimit: RateLimit, { at }: Pick<Known, 'at'> = { at: 0 }): number =>
  rateLimit.per === 'DAY' ? nextMidnight(at) : at + allowanceOf(rateLimit).span;

interface Sources {
  /** Among how many the limits are divided. */
  readonly parts: () => number;
  readonly known: (rateLimit: RateLimit) => Known | undefined;
  /** How many of the calls that count are this process's own. */
  readonly used: (rateLimit: RateLimit) => number;
}

export class OwnPart {
  readonly since: number;
  readonly #sources: Sources;
  /** Until all has come back: the most places of each limit, by its key. */
  readonly #first = new Map<string, { readonly max: number; readonly isKnownFree: boolean }>();

  constructor(since: number, sources: Sources) {
    this.since = since;
    this.#sources = sources;
  }

  of(rateLimit: RateLimit): Allowance {
    const { max, span } = allowanceOf(rateLimit);
    const parts = this.#sources.parts();
    const known = this.#sources.known(rateLimit);
    // What others spent of a minute or a day still counts: what was left is divided, not all.
    if (rateLimit.per !== 'SECOND' && known && countsUntil(rateLimit, known) > Date.now())
      return { max: known.own + Math.floor(known.left / parts), span };
    const part =
      max >= parts ? { max: Math.floor(max / parts), span } : { max: 1, span: span * Math.ceil(parts / max) };
    if (rateLimit.per !== 'SECOND' || !this.#isFirst(rateLimit)) return part;
    return { max: Math.min(part.max, this.#firstOf(rateLimit).max), span: part.span };
  }

  /** Until when no call of this limit may go out, in epoch milliseconds; a moment that is over where one may. */
  closedUntil(rateLimit: RateLimit): number {
    if (rateLimit.per !== 'SECOND')
      return this.of(rateLimit).max > 0 ? 0 : countsUntil(rateLimit, this.#sources.known(rateLimit));
    if (!this.#isFirst(rateLimit)) return 0;
    const { max, isKnownFree } = this.#firstOf(rateLimit);
    if (max === 0) return this.since + windowOf(rateLimit);
    return isKnownFree ? 0 : this.since + GRACE_MS;
  }

  #isFirst(rateLimit: RateLimit): boolean {
    return Date.now() < this.since + windowOf(rateLimit);
  }

  #firstOf(rateLimit: RateLimit) {
    const known = this.#sources.known(rateLimit);
    const left = known && known.at > this.since - FRESH_MS ? Math.floor(known.least.left / this.#sources.parts()) : 0;
    const first = this.#first.get(rateLimit.key) ?? {
      max: this.#sources.used(rateLimit) + left,
      isKnownFree: left > 0,
    };
    this.#first.set(rateLimit.key, first);
    return first;
  }
}
