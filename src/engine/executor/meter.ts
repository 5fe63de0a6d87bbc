/** What one run may take: how long, at a stretch and altogether, and how large its answer may get. */
import { GraphQLError } from 'graphql';
import { SLICE_MS } from './promises.ts';

export interface Bounds {
  /** Ends the run early: no resolver is called any more, and what is not there by then fails. */
  readonly signal?: { readonly aborted: boolean; readonly reason: unknown };
  /** The error of what is not there when the signal has aborted. */
  readonly stopped?: (reason: unknown) => Error;
  /** The most objects that an answer may hold, where ten fields or items count as one more. */
  readonly objects?: number;
  /** The most bytes, as far as they can be told from names and texts. */
  readonly bytes?: number;
  /** The error of an answer that would get larger. */
  readonly tooLarge?: () => Error;
}

/** An object counts as so many fields. */
const FIELDS_PER_OBJECT = 10;
/** So often the clock is looked at. */
const LOOK = 16;
/** Longer lists let other requests run in between. */
const LONG = 500;
/** All else does so only after a longer stretch, in which many objects were made: of fewer, all are to want what they lack at once. */
const MANY = 1000;
const STRETCH_MS = 50;
/** So many bytes an error takes in an answer beside its message: its path, its place in the query, its code. */
const BYTES_PER_ERROR = 200;

export class Meter {
  readonly #bounds: Bounds;
  readonly #slices: boolean;
  readonly #signal: Bounds['signal'];
  #fields: number;
  #bytes: number;
  #stop: Error | undefined;
  /** The error that ended the run, at its place; before that, as it was thrown. */
  #over: { readonly thrown: Error; located?: GraphQLError } | undefined;
  #onOver: ((error: GraphQLError) => void) | undefined;

  /** Until when this slice lasts; undefined before the first look at the clock in a turn of the event loop. */
  #until: number | undefined;
  #ticks = 0;
  /** Whether the slice is used up, and whether the stretch is too long. */
  #isLate = false;
  #isTooLong = false;
  #objects = 0;
  /** Those that wait for a slice, from `#next` on. */
  #queue: (() => void)[] = [];
  #next = 0;

  /** `slices`: long work lets others run in between. */
  constructor(bounds: Bounds = {}, slices = true) {
    const { signal, objects = Number.POSITIVE_INFINITY, bytes = Number.POSITIVE_INFINITY } = bounds;
    this.#bounds = bounds;
    this.#slices = slices;
    this.#signal = signal;
    this.#fields = objects * FIELDS_PER_OBJECT;
    this.#bytes = bytes;
  }

  /** An object of so many fields, whose names are so many bytes. Throws when the answer gets too large by it. */
  object(fields: number, bytes: number): void {
    this.#objects++;
    this.#spend(fields + FIELDS_PER_OBJECT, bytes);
  }
  items(count: number): void {
    this.#spend(count, count);
  }
  text(bytes: number): void {
    this.#spend(0, bytes);
  }
  #spend(fields: number, bytes: number): void {
    this.#fields -= fields;
    this.#bytes -= bytes;
    if (this.#fields < 0 || this.#bytes < 0) throw this.#overBy();
  }
  #overBy(): Error {
    this.#over ??= { thrown: this.#bounds.tooLarge?.() ?? new Error('The answer is too large.') };
    return this.#over.thrown;
  }

  /** Throws when nothing more is to be done: the answer is too large, or the signal has aborted. */
  check(): void {
    if (this.#over) throw this.#over.thrown;
    if (!this.#signal?.aborted) return;
    this.#stop ??= this.#bounds.stopped?.(this.#signal.reason) ?? new Error('The run was cancelled.');
    throw this.#stop;
  }

  /** The error of what the signal has ended, as soon as there is something. */
  get stop(): Error | undefined {
    return this.#stop;
  }
  isStop(error: unknown): boolean {
    return this.#stop !== undefined && (error instanceof GraphQLError ? error.originalError : error) === this.#stop;
  }

  /** Whether the run is over: then its one error is all that is told, and the place where this was found first is that error's. */
  isOver(locate: (thrown: Error) => GraphQLError): boolean {
    if (!this.#over) return false;
    if (!this.#over.located) {
      this.#over.located = locate(this.#over.thrown);
      this.#onOver?.(this.#over.located);
    }
    return true;
  }
  get over(): GraphQLError | undefined {
    return this.#over?.located;
  }

  /** Resolves when the run is over, if it ever is. */
  whenOver(): Promise<GraphQLError> {
    return new Promise((resolve) => {
      this.#onOver = resolve;
    });
  }

  /** An error in the place of a value: each place has its own, as GraphQL asks. So many may be too many for an answer, which `isOver` then. */
  error(error: unknown): void {
    this.#bytes -= BYTES_PER_ERROR + (error instanceof Error ? error.message.length : 0);
    if (this.#bytes < 0) this.#overBy();
  }

  /** Whether others are to run first: whoever asks, of so many alike, waits for a slice of its own then. */
  isDue(alike = 1): boolean {
    if (!this.#slices) return false;
    if (++this.#ticks % LOOK === 0 && !this.#isTooLong) this.#look();
    return alike > LONG ? this.#isLate : this.#isTooLong && this.#objects >= MANY;
  }
  #look(): void {
    const now = performance.now();
    if (this.#until !== undefined) {
      this.#isLate = now > this.#until;
      this.#isTooLong = now > this.#until + STRETCH_MS - SLICE_MS;
      return;
    }
    this.#until = now + SLICE_MS;
    this.#objects = 0;
    setImmediate(() => this.#begin());
  }
  /** Works in a slice that has time left. */
  slice(work: () => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#queue.push(() => {
        try {
          resolve(work());
        } catch (error) {
          reject(error);
        }
      });
    });
  }
  #begin(): void {
    this.#until = undefined;
    this.#isLate = false;
    this.#isTooLong = false;
    for (
      let next = this.#queue[this.#next];
      next && !this.isDue(Number.POSITIVE_INFINITY);
      next = this.#queue[this.#next]
    ) {
      this.#next++;
      next();
    }
    if (this.#next < this.#queue.length) return;
    this.#queue = [];
    this.#next = 0;
  }
}
