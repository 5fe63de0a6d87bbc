/** Events in the memory of this process: those of the last time, in a ring. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { compareCursors, cursorAfter } from './cursor.ts';
import { sameness, type ZoomEvent } from './event.ts';
import { BATCH, checkPlace, type EventLog, type Follower, REPEATS_MS } from './log.ts';
import { type ReadersOptions, streamOver } from './readers.ts';
import type { EventStream, StreamedEvent } from './stream.ts';

/** Of so many events it is known that they came before: the least lately seen go first. */
export const MOST_KNOWN = 100_000;

export class MemoryEventLog implements EventLog {
  readonly #kept: number;
  readonly #known = new LRUCache<string, true>({ max: MOST_KNOWN, ttl: REPEATS_MS, ttlResolution: 0, perf: Date });
  readonly #followers = new Set<Follower>();
  #events: StreamedEvent[] = [];
  /** Up to there events are gone. What an earlier process has kept is gone, too. */
  #floor = `${Date.now()}-0`;
  #last = this.#floor;

  /** Keeps the last `kept` events. */
  constructor(kept: number) {
    this.#kept = kept;
  }

  async append(event: ZoomEvent): Promise<boolean> {
    const name = createHash('sha256').update(sameness(event)).digest('base64url');
    if (this.#known.has(name)) return false;
    this.#known.set(name, true);
    this.#last = cursorAfter(this.#last, Date.now());
    const streamed = { ...event, cursor: this.#last };
    this.#events.push(streamed);
    if (this.#events.length > this.#kept) this.#floor = this.#events.shift()?.cursor ?? this.#floor;
    for (const { kept } of this.#followers) kept(streamed);
    return true;
  }

  async follow(follower: Follower): Promise<string> {
    this.#followers.add(follower);
    return this.#last;
  }

  async since(after: string): Promise<readonly StreamedEvent[]> {
    checkPlace(after, this.#floor, this.#last);
    // The readers of an old place are few, and what follows it is near the end.
    const first = this.#events.findLastIndex(({ cursor }) => compareCursors(cursor, after) <= 0) + 1;
    return this.#events.slice(first, first + BATCH);
  }

  async close(): Promise<void> {
    this.#followers.clear();
  }
}

/** A stream of this process alone. `kept`: how many events it holds. */
export const memoryStream = ({ kept, ...options }: ReadersOptions & { readonly kept: number }): EventStream =>
  streamOver(new MemoryEventLog(kept), options);
