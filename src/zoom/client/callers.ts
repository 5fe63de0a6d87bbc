/**
 * What is kept of each caller. No number of tokens that Zoom never took pushes out what is kept of those whose it did; who has not asked for long is
 * let go.
 */

/** Callers that are kept of each kind; twice as many where those are at work. */
export const MOST_CALLERS = 5000;
/** So many that are at work are passed over before one more is kept. */
const MOST_PASSED = 16;
/** After so many milliseconds without a call nothing is lost: Zoom's tokens live for an hour, and an account's counts for a day. */
export const IDLE_MS = { token: 3_600_000, account: 86_400_000 } as const;

interface Rules {
  readonly most?: number;
  readonly idleMs?: number;
}
interface Kept<T> {
  readonly one: T;
  /** When it was asked for last, in epoch milliseconds. */
  readonly at: number;
}

export class Callers<T> {
  readonly #isAtWork: (one: T) => boolean;
  readonly #most: number;
  readonly #idleMs: number;
  /** The least lately used first, in both. */
  readonly #accepted = new Map<string, Kept<T>>();
  readonly #strangers = new Map<string, Kept<T>>();

  /** `isAtWork`: something would be lost that still counts, such as calls under way or a budget that is spent. */
  constructor(isAtWork: (one: T) => boolean, { most = MOST_CALLERS, idleMs = IDLE_MS.token }: Rules = {}) {
    this.#isAtWork = isAtWork;
    this.#most = most;
    this.#idleMs = idleMs;
  }

  get size(): number {
    return this.#accepted.size + this.#strangers.size;
  }

  /** What is kept of a caller, made now if there is nothing. */
  of(key: string, make: () => T): T {
    const there = this.find(key);
    const one = there ?? make();
    this.#keep(this.#accepted.has(key) ? this.#accepted : this.#strangers, key, one);
    for (const kept of [this.#accepted, this.#strangers]) this.#letGo(kept);
    return one;
  }

  *all(): Iterable<T> {
    for (const kept of [this.#accepted, this.#strangers]) for (const { one } of kept.values()) yield one;
  }

  find(key: string): T | undefined {
    return (this.#accepted.get(key) ?? this.#strangers.get(key))?.one;
  }

  /** Zoom took the caller's token. */
  accept(key: string, one: T): void {
    if (this.#accepted.has(key)) return;
    this.#strangers.delete(key);
    this.#keep(this.#accepted, key, one);
  }

  #keep(kept: Map<string, Kept<T>>, key: string, one: T): void {
    kept.delete(key);
    kept.set(key, { one, at: Date.now() });
    let passed = 0;
    for (const [oldest, other] of kept) {
      if (kept.size <= this.#most || passed === MOST_PASSED) return;
      if (oldest === key) continue;
      kept.delete(oldest);
      if (kept.size + 1 > 2 * this.#most || !this.#isAtWork(other.one)) continue;
      kept.set(oldest, other);
      passed++;
    }
  }

  /** Forgets some of those that have not asked for long: each who asks lets go of a few. */
  #letGo(kept: Map<string, Kept<T>>): void {
    const since = Date.now() - this.#idleMs;
    let looked = 0;
    for (const [key, { one, at }] of kept) {
      if (at > since || looked++ === MOST_PASSED) return;
      if (!this.#isAtWork(one)) kept.delete(key);
    }
  }
}
