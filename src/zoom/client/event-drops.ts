/**
 * Events tell of changes that were made elsewhere: what is kept of Zoom's answers is dropped. All of it, since answers, results and who is who are kept
 * under one number of the credential (`Zoom.changes`).
 */
import { EVENTS } from '../api/events/index.ts';
import { changesOf } from '../declare/event.ts';
import type { ZoomEvent } from '../events/event.ts';
import type { Client } from './client.ts';

/** Zoom's lists may lag so far behind its events, in milliseconds: what was read meanwhile may be old, and is dropped once more. */
export const LAG_MS = 5000;

/** Whether REST answers otherwise after an event. Of one that is not declared nobody knows. */
export const isChange = ({ event }: Pick<ZoomEvent, 'event'>): boolean => {
  const kind = EVENTS.get(event);
  return kind === undefined || changesOf(kind).length > 0;
};

export interface EventDrops {
  /**
   * Takes an event before anyone else hears of it. What this process keeps is dropped when it returns, what others keep when it resolves: Zoom, which
   * waits for its answer, need not wait for that.
   */
  hear(event: ZoomEvent): Promise<void>;
  /** Drops nothing more. */
  close(): void;
}

interface Again {
  /** When the last event has had its time. */
  due: number;
  timer: NodeJS.Timeout;
}

export const dropsBy = (client: Pick<Client, 'changed'>): EventDrops => {
  const again = new Map<string, Again>();
  /** However many events come, what is kept of an account is dropped once more in that time. */
  const dropLater = (accountId: string): void => {
    const due = Date.now() + LAG_MS;
    const known = again.get(accountId);
    if (known) {
      known.due = due;
      return;
    }
    const drop = () => {
      void client.changed(accountId);
      const left = entry.due - Date.now();
      if (left > 0) entry.timer = setTimeout(drop, left).unref();
      else again.delete(accountId);
    };
    const entry: Again = { due, timer: setTimeout(drop, LAG_MS).unref() };
    again.set(accountId, entry);
  };
  return {
    hear: async (event) => {
      if (!isChange(event)) return;
      dropLater(event.accountId);
      await client.changed(event.accountId);
    },
    close: () => {
      for (const { timer } of again.values()) clearTimeout(timer);
      again.clear();
    },
  };
};
