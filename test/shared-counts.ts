/** A process that keeps the counts of others, without processes: messages are copied as they are between two. */

import { type Ask, type RemoteRateLimitStores, remoteRateLimitStores } from '../src/server/cluster/remote-store.ts';
import { hostRateLimitStores } from '../src/server/cluster/store-host.ts';
import { MemoryRateLimitStore, type RateLimitStore } from '../src/zoom/rate-limit/store.ts';

export interface SharedCounts {
  /** All that was asked, as it was said. */
  readonly asked: Ask[];
  /** The stores of one more process. */
  join(): RemoteRateLimitStores['rateLimitStore'];
}

/** Takes a message from one process to another. */
export const carry = <T>(message: T, to: (message: T) => void): void =>
  queueMicrotask(() => to(structuredClone(message)));

export const sharedCounts = (): SharedCounts => {
  const rateLimitStores = new Map<string, RateLimitStore>();
  const hosted = {
    of: (key: string) => {
      const rateLimitStore = rateLimitStores.get(key) ?? new MemoryRateLimitStore();
      rateLimitStores.set(key, rateLimitStore);
      return rateLimitStore;
    },
    accept: () => {},
  };
  const asked: Ask[] = [];
  return {
    asked,
    join: () => {
      const host = hostRateLimitStores(hosted, (answers) => carry(answers, remote.hear));
      const remote: RemoteRateLimitStores = remoteRateLimitStores((asks) => {
        asked.push(...asks);
        carry(asks, host);
      });
      return remote.rateLimitStore;
    },
  };
};
