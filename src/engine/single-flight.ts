/** Work under way that is shared by all who want the same at once: identical reads are executed once, and written down once. */
import { Abort, type Signal } from './abort.ts';

interface Shared<T> {
  readonly since: number;
  /** Aborts when nobody waits any more. */
  readonly signal: Abort;
  readonly result: Promise<T>;
  waiting: number;
}

export interface Outcome<T> {
  readonly result: T;
  /** Whether someone else had begun the work. */
  readonly isShared: boolean;
}

export class Sharing<T> {
  readonly #maxAge: number;
  readonly #underWay = new Map<string, Shared<T>>();

  /** Work that has gone on for more than `maxAge` milliseconds is not joined: its deadline is nearer than that of who comes now. */
  constructor(maxAge: number) {
    this.#maxAge = maxAge;
  }

  /** The result of the work that goes by this key, begun now unless it is under way. Rejects as the work does. */
  async join(key: string, signal: Signal, work: (signal: Signal) => Promise<T>): Promise<Outcome<T>> {
    const known = this.#underWay.get(key);
    const isShared = known !== undefined && Date.now() - known.since <= this.#maxAge;
    const shared = isShared ? known : this.#begin(key, work);
    shared.waiting++;
    const leave = () => {
      if (--shared.waiting > 0) return;
      this.#end(key, shared);
      shared.signal.abort(signal.reason);
    };
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
    try {
      return { result: await shared.result, isShared };
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }

  #begin(key: string, work: (signal: Signal) => Promise<T>): Shared<T> {
    const signal = new Abort();
    const shared: Shared<T> = { since: Date.now(), signal, result: work(signal), waiting: 0 };
    this.#underWay.set(key, shared);
    const end = () => this.#end(key, shared);
    shared.result.then(end, end);
    return shared;
  }

  #end(key: string, shared: Shared<T>): void {
    if (this.#underWay.get(key) === shared) this.#underWay.delete(key);
  }
}
