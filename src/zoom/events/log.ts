/** Where events are kept in their order. How they are told to readers is the same wherever that is (readers.ts). */
import { compareCursors } from './cursor.ts';
import type { ZoomEvent } from './event.ts';
import { BadCursor, EventsLost, type StreamedEvent } from './stream.ts';

export interface EventLog {
  /** Keeps an event. Resolves to false for one that was kept before. Rejects where it cannot be kept now. */
  append(event: ZoomEvent): Promise<boolean>;
  /** Tells of each event that is kept from now on, whoever appends it, in order. Resolves to the place from which it does so. */
  follow(follower: Follower): Promise<string>;
  /** Some of what follows a place, the oldest first; nothing where nothing does. Throws EventsLost and BadCursor. */
  since(after: string): Promise<readonly StreamedEvent[]>;
  close(): Promise<void>;
}

export interface Follower {
  readonly kept: (event: StreamedEvent) => void;
  /** Some events could not be told, and never will be. */
  readonly lost: () => void;
}

/** How long a repeat is known as such. Zoom's last one comes an hour after the first. */
export const REPEATS_MS = 2 * 3_600_000;
/** The most events that `since` gives at once. */
export const BATCH = 100;

/**
 * Throws unless all that came after a place is still there. `floor`: up to there events may be gone; `last`: the latest place that can have been given.
 */
export const checkPlace = (after: string, floor: string, last: string): void => {
  if (compareCursors(after, last) > 0) throw new BadCursor('No event has this cursor yet.');
  if (compareCursors(after, floor) < 0) throw new EventsLost('Events after this cursor are no longer kept.');
};
