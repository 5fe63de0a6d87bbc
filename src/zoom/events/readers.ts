/** Tells the events of a log to any number of readers. Nobody waits for a reader: each has a buffer, and is cut off where that is full. */
import type { Signal } from '../../engine/abort.ts';
import { compareCursors } from './cursor.ts';
import type { ZoomEvent } from './event.ts';
import type { EventLog } from './log.ts';
import { type EventStream, EventsLost, type ReadOptions, type StreamedEvent } from './stream.ts';

/** Is called with each event before readers are told of it, in each process that has readers. They wait for it: it may not take long. */
export type OnEvent = (event: ZoomEvent) => void | Promise<void>;

export interface ReadersOptions {
  /** How many events may wait for a reader. */
  readonly buffer: number;
  readonly onEvent?: readonly OnEvent[];
  /** Is told what an `onEvent` has thrown; the event goes on. */
  readonly onFault?: (error: unknown) => void;
}

/** A stream over a log, which it follows from the start. */
export const streamOver = (log: EventLog, { buffer, onEvent = [], onFault }: ReadersOptions): EventStream => {
  const readers = new Set<Reader>();
  /** Up to there readers of this process may know. */
  let told = '';
  let telling: Promise<void> = Promise.resolve();

  const prepare = async (event: ZoomEvent): Promise<void> => {
    for (const act of onEvent)
      try {
        await act(event);
      } catch (error) {
        onFault?.(error);
      }
  };
  /** One after another: what an event changes is known before anybody hears of the next one. */
  const inTurn = (work: () => Promise<void> | void): void => {
    telling = telling.then(work);
  };
  const begun = log
    .follow({
      kept: (event) =>
        inTurn(async () => {
          await prepare(event);
          told = event.cursor;
          for (const reader of readers) reader.tell(event);
        }),
      lost: () =>
        inTurn(() => {
          for (const reader of readers) reader.cutOff('Events were lost on their way.');
        }),
    })
    .then((place) => {
      if (told === '') told = place;
    });

  /** What follows a place, as far as readers may know: the rest will be told. */
  const since = async (after: string): Promise<readonly StreamedEvent[]> => {
    await begun;
    const events = await log.since(after);
    return events.filter(({ cursor }) => compareCursors(cursor, told) <= 0);
  };

  return {
    append: (event) => log.append(event),
    read: (options) => {
      const reader = new Reader(options, buffer, since, () => readers.delete(reader));
      if (!options.signal.aborted) readers.add(reader);
      return reader;
    },
    close: async () => {
      for (const reader of [...readers]) reader.end();
      await log.close();
    },
  };
};

type Since = (after: string) => Promise<readonly StreamedEvent[]>;
type Result = IteratorResult<StreamedEvent, undefined>;

/** One who reads. What was before it came is read piece by piece, as fast as it takes it; only then do events wait in its buffer. */
class Reader implements AsyncIterableIterator<StreamedEvent, undefined> {
  readonly #wants: (event: ZoomEvent) => boolean;
  readonly #most: number;
  readonly #signal: Signal;
  readonly #leave: () => void;
  readonly #events: AsyncGenerator<StreamedEvent, undefined>;
  readonly #end = () => this.end();
  #waiting: StreamedEvent[] = [];
  /** Whether what is told now goes into the buffer. */
  #isLive: boolean;
  #isOver = false;
  #lost: EventsLost | undefined;
  #wake: () => void = () => {};

  constructor({ after, signal, wants = () => true }: ReadOptions, most: number, since: Since, leave: () => void) {
    this.#wants = wants;
    this.#most = most;
    this.#signal = signal;
    this.#leave = leave;
    this.#isLive = after === undefined;
    this.#events = this.#read(after, since);
    if (signal.aborted) this.#isOver = true;
    else signal.addEventListener('abort', this.#end);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Result> {
    return this.#events.next();
  }

  async return(): Promise<Result> {
    this.end();
    return { done: true, value: undefined };
  }

  tell(event: StreamedEvent): void {
    if (!this.#isLive || !this.#wants(event)) return;
    if (this.#waiting.length < this.#most) {
      this.#waiting.push(event);
      this.#wake();
    } else this.cutOff(`More than ${this.#most} events waited for a reader that did not take them.`);
  }

  /** What waits is dropped: whoever goes on from the last cursor gets it again. */
  cutOff(why: string): void {
    this.#isLive = false;
    this.#waiting = [];
    this.#lost = new EventsLost(why);
    this.#wake();
  }

  end(): void {
    this.#isOver = true;
    this.#waiting = [];
    this.#signal.removeEventListener('abort', this.#end);
    this.#leave();
    this.#wake();
  }

  async *#read(after: string | undefined, since: Since): AsyncGenerator<StreamedEvent, undefined> {
    try {
      if (after !== undefined) yield* this.#past(after, since);
      while (!this.#isOver) {
        if (this.#lost) throw this.#lost;
        const event = this.#waiting.shift();
        if (event) yield event;
        else await this.#woken();
      }
    } finally {
      this.end();
    }
  }

  /** Returns when what follows is in the buffer. */
  async *#past(after: string, since: Since): AsyncGenerator<StreamedEvent, undefined> {
    let place = after;
    while (!this.#isOver) {
      // What is told while it is looked up may not be among what is found.
      this.#waiting = [];
      this.#isLive = true;
      const events = (await Promise.race([since(place), this.#woken(() => this.#isOver)])) ?? [];
      if (events.length === 0) return;
      this.#isLive = false;
      for (const event of events) {
        if (this.#isOver || this.#lost) return;
        place = event.cursor;
        if (this.#wants(event)) yield event;
      }
    }
  }

  /** Resolves when there is something to do, or once something is so. */
  #woken(isSo = () => true): Promise<undefined> {
    return new Promise((resolve) => {
      this.#wake = () => {
        if (isSo()) resolve(undefined);
      };
      if (this.#isOver) resolve(undefined);
    });
  }
}
