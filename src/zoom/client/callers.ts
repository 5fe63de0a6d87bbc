/** What is kept of each caller. No number of tokens that Zoom never took pushes out what is kept of those whose it did. */

/** Callers that are kept of each kind; twice as many where those are at work. */
export const MOST_CALLERS = 5000;
/** So many that are at work are passed over before one more is kept. */
const MOST_PASSED = 16;

export class Callers<T> {
  readonly #isAtWork: (one: T) => boolean;
  readonly #most: number;
  /** The least lately used first, in both. */
  readonly #accepted = new Map<string, T>();
  readonly #strangers = new Map<string, T>();

  /** `isAtWork`: something would be lost that still counts, such as calls under way or a budget that is spent. */
  constructor(isAtWork: (one: T) => boolean, most = MOST_CALLERS) {
    this.#isAtWork = isAtWork;
    this.#most = most;
  }

  get size(): number {
    return this.#accepted.size + this.#strangers.size;
  }

  /** What is kept of a caller, made now if there is nothing. */
  of(key: string, make: () => T): T {
    const there = this.find(key);
    const one = there ?? make();
    this.#keep(this.#accepted.has(key) ? this.#accepted : this.#strangers, key, one);
    return one;
  }

  *all(): Iterable<T> {
    yield* this.#accepted.values();
    yield* this.#strangers.values();
  }

  find(key: string): T | undefined {
    return this.#accepted.get(key) ?? this.#strangers.get(key);
  }

  /** Zoom took the caller's token. */
  accept(key: string, one: T): void {
    if (this.#accepted.has(key)) return;
    this.#strangers.delete(key);
    this.#keep(this.#accepted, key, one);
  }

  #keep(kept: Map<string, T>, key: string, one: T): void {
    kept.delete(key);
    kept.set(key, one);
    let passed = 0;
    for (const [oldest, other] of kept) {
      if (kept.size <= this.#most || passed === MOST_PASSED) return;
      if (oldest === key) continue;
      kept.delete(oldest);
      if (kept.size + 1 > 2 * this.#most || !this.#isAtWork(other)) continue;
      kept.set(oldest, other);
      passed++;
    }
  }
}
