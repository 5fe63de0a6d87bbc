/** A process that keeps the counts of others, without processes: messages are copied as they are between two. */
import { type Counter, MemoryCounter } from '../src/zoom/counter.ts';
import { hostCounters } from '../src/zoom/counter-host.ts';
import { type Ask, type RemoteCounters, remoteCounters } from '../src/zoom/remote-counter.ts';

export interface SharedCounts {
  /** All that was asked, as it was said. */
  readonly asked: Ask[];
  /** The counters of one more process. */
  join(): RemoteCounters['counter'];
}

/** Takes a message from one process to another. */
export const carry = <T>(message: T, to: (message: T) => void): void =>
  queueMicrotask(() => to(structuredClone(message)));

export const sharedCounts = (): SharedCounts => {
  const counters = new Map<string, Counter>();
  const hosted = {
    of: (key: string) => {
      const counter = counters.get(key) ?? new MemoryCounter();
      counters.set(key, counter);
      return counter;
    },
    accept: () => {},
  };
  const asked: Ask[] = [];
  return {
    asked,
    join: () => {
      const host = hostCounters(hosted, (answers) => carry(answers, remote.hear));
      const remote: RemoteCounters = remoteCounters((asks) => {
        asked.push(...asks);
        carry(asks, host);
      });
      return remote.counter;
    },
  };
};
