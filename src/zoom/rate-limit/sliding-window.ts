/**
 * A sliding log of a rate: how many places are taken now, to the millisecond. Places are counted by the moment at which they come
 * back, so that thousands of them cost no more than a few.
 */
export class SlidingWindow {
  /** How many places come back at a moment, in epoch milliseconds. */
  readonly #returning = new Map<number, number>();
  #acquired = 0;
  /** Every place up to this moment has come back. */
  #passed = 0;

  /** How many places are taken. */
  acquired(now: number): number {
    this.#pass(now);
    return this.#acquired;
  }

  acquire(until: number): void {
    if (until <= this.#passed) return;
    this.#returning.set(until, (this.#returning.get(until) ?? 0) + 1);
    this.#acquired++;
  }

  /** A place comes back at another moment than was thought, or is taken again when it has come back too early. */
  move(from: number, to: number): void {
    const there = this.#returning.get(from);
    if (there !== undefined) {
      if (there === 1) this.#returning.delete(from);
      else this.#returning.set(from, there - 1);
      this.#acquired--;
    }
    this.acquire(to);
  }

  /** The moment at which the place with so many others before it comes back; undefined when so many are not taken. */
  returnOf(index: number, now: number): number | undefined {
    this.#pass(now);
    let before = 0;
    for (const until of [...this.#returning.keys()].sort((a, b) => a - b)) {
      before += this.#returning.get(until) ?? 0;
      if (before > index) return until;
    }
    return undefined;
  }

  #pass(now: number): void {
    if (now <= this.#passed) return;
    const begin = this.#passed + 1;
    this.#passed = now;
    if (now - begin < this.#returning.size) for (let at = begin; at <= now; at++) this.#return(at);
    else for (const at of [...this.#returning.keys()]) if (at <= now) this.#return(at);
  }

  #return(at: number): void {
    this.#acquired -= this.#returning.get(at) ?? 0;
    this.#returning.delete(at);
  }
}
