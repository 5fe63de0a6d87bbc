/** Work under way that is shared by all who want the same at once: identical reads are one call, identical queries one execution. */
import { Abort, type Signal } from './abort.ts';
import { ChurningMap } from './churning-map.ts';

/** Who waits for some work, and how long. */
export interface Joiner {
  readonly signal?: Signal;
  /** In milliseconds since 1970; undefined for one who waits without end. */
  readonly deadline?: number;
}
/** What those are told who do not wait for the end. */
export interface Farewells {
  readonly aborted: (reason: unknown) => Error;
  readonly late: () => Error;
}

/** Node cannot sleep longer. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Some work under way, and what the work may ask and tell. */
export class Flight<T> {
  readonly since = Date.now();
  /** While the work waits for something: the error for those whose time runs out meanwhile. */
  lateError: (() => Error) | undefined;
  readonly #abort = new Abort();
  readonly #waiting = new Set<Joiner>();
  /** Until it has ended: tables that have grown old may hold on to a flight for a while, and should not hold on to what came of it. */
  #result: Promise<T> | undefined;
  readonly #onEnd: (flight: Flight<T>) => void;

  /** Begins once whoever made it has joined. `onEnd` is told when there is nothing to join any more. */
  constructor(work: (flight: Flight<T>) => Promise<T>, onEnd: (flight: Flight<T>) => void = () => undefined) {
    this.#onEnd = onEnd;
    this.#result = Promise.resolve().then(() => work(this));
    const end = () => {
      onEnd(this);
      this.#result = undefined;
    };
    // Before whoever joins is told: from then on, nobody may.
    this.#result.then(end, end);
  }

  /** Aborts when nobody waits any more. */
  get signal(): Signal {
    return this.#abort;
  }

  /** The latest moment at which anyone still waits; undefined when someone waits without end. */
  readonly deadline = (): number | undefined => {
    let latest = 0;
    for (const { deadline } of this.#waiting) {
      if (deadline === undefined) return undefined;
      latest = Math.max(latest, deadline);
    }
    return latest;
  };

  /**
   * The result, for one of those who want it. With `farewells` it rejects for this one alone when its signal or deadline comes first;
   * without, it waits for what becomes of the work, also when nobody else does.
   */
  join({ signal, deadline }: Joiner, farewells?: Farewells): Promise<T> {
    const result = this.#result;
    if (!result) throw new Error('This flight has ended.');
    const seat = { deadline };
    this.#waiting.add(seat);
    return new Promise((resolve, reject) => {
      const leave = (error: unknown) => {
        release();
        if (farewells) reject(error);
        if (this.#waiting.size > 0) return;
        this.#onEnd(this);
        this.#abort.abort(error);
      };
      const onAbort = () => leave(farewells ? farewells.aborted(signal?.reason) : signal?.reason);
      const timer =
        deadline === undefined || !farewells
          ? undefined
          : setTimeout(
              () => leave(this.lateError?.() ?? farewells.late()),
              Math.min(deadline - Date.now(), LONGEST_TIMER_MS),
            );
      const release = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        this.#waiting.delete(seat);
      };
      if (signal?.aborted) onAbort();
      else signal?.addEventListener('abort', onAbort, { once: true });
      result.then(
        (value) => {
          release();
          resolve(value);
        },
        (error) => {
          release();
          reject(error);
        },
      );
    });
  }
}

/** The work under way, by what it is asked for. */
export class SingleFlight<T> {
  readonly #maxAge: number;
  readonly #underWay = new ChurningMap<string, Flight<T>>();

  /** Work that has gone on for more than `maxAge` milliseconds is not joined, where its deadline is nearer than that of who comes now. */
  constructor(maxAge = Number.POSITIVE_INFINITY) {
    this.#maxAge = maxAge;
  }

  /** What may be joined. */
  find(key: string): Flight<T> | undefined {
    const known = this.#underWay.get(key);
    return known && Date.now() - known.since <= this.#maxAge ? known : undefined;
  }

  /** Others may join it from now on, until it ends or `clear`. */
  begin(key: string, work: (flight: Flight<T>) => Promise<T>): Flight<T> {
    const flight = new Flight(work, (ended) => {
      if (this.#underWay.get(key) === ended) this.#underWay.delete(key);
    });
    this.#underWay.set(key, flight);
    return flight;
  }

  /** What is under way goes on, and is joined by nobody any more. */
  clear(): void {
    this.#underWay.clear();
  }
}
