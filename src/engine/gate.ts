/** Lets so many do something at once; the others wait for their turn, in the order in which they came. */
import type { Signal } from './abort.ts';

export class Gate {
  readonly #most: number;
  #inside = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Does the work when it is its turn. Rejects with the signal's reason where that aborts before. */
  async pass<T>(work: () => Promise<T>, signal?: Signal): Promise<T> {
    if (this.#inside >= this.#most) await this.#turn(signal);
    else this.#inside++;
    try {
      return await work();
    } finally {
      // Whoever comes next takes the place over.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#inside--;
    }
  }

  #turn(signal: Signal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(come), 1);
        reject(signal?.reason);
      };
      const come = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      this.#waiting.push(come);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }
}
