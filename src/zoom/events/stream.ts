/** The events of the last time, in the order in which they came, for any number of readers. */
import type { Signal } from '../../engine/abort.ts';
import type { ZoomEvent } from './event.ts';

/** An event with its place in the stream. */
export interface StreamedEvent extends ZoomEvent {
  /** Such as "1732000000000-0", the ids of Redis Streams: in order, and the same for all replicas. */
  readonly cursor: string;
}

export interface EventStream {
  /**
   * Keeps an event and tells the readers, which are not waited for. Resolves as soon as it is kept; to false for one that was kept before
   * (`sameness`), which is told to nobody.
   */
  append(event: ZoomEvent): Promise<boolean>;
  /**
   * What comes after `after`, by default from now on, without end; `signal` ends it. `wants` looks at each event before it takes room in the reader's buffer.
   * Throws EventsLost where what came after `after` is no longer all there, and where a reader was too slow for its buffer:
   * it may go on from the last cursor that it saw.
   */
  read(options: ReadOptions): AsyncIterable<StreamedEvent>;
  close(): Promise<void>;
}

export interface ReadOptions {
  readonly after?: string;
  readonly signal: Signal;
  readonly wants?: (event: ZoomEvent) => boolean;
}

/** Some events are gone: older than what is kept, or more than a reader took. */
export class EventsLost extends Error {
  override readonly name = 'EventsLost';
}

/** A cursor that no stream can have given. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
}
