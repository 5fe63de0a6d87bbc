/** Events from the WebSocket that Zoom writes to, put together from the settings, where these name it. This module is loaded only then. */
import { lease } from '../redis/lease.ts';
import type { Redis } from '../redis/redis.ts';
import type { Auth } from '../zoom/auth/auth.ts';
import type { ZoomEvent } from '../zoom/events/event.ts';
import { openSocketSource, type SocketSource } from '../zoom/events/socket-source.ts';
import type { EventStream } from '../zoom/events/stream.ts';
import { connections } from '../zoom/http/send.ts';
import { type Config, proxyOf } from './config.ts';
import type { Log } from './log.ts';
import type { Metrics } from './telemetry/metrics.ts';

interface Around {
  readonly events: Pick<EventStream, 'append'>;
  /** By which one of several gateways has the connection. */
  readonly redis?: Redis | undefined;
  readonly log: Log;
  readonly metrics?: Pick<Metrics, 'event' | 'eventSocket' | 'missed'> | undefined;
}

/** What subscribers hear when events may have been missed. It is the gateway's own: no event of Zoom's is called so. */
export const MISSED = 'gateway.events_missed';
const missedIn = (accountId: string): ZoomEvent => ({
  event: MISSED,
  time: Date.now(),
  accountId,
  payload: { account_id: accountId, object: {} },
  object: {},
});

/** Connects, and goes on until it is closed; undefined where the settings name no such place. */
export const eventSourceFor = (
  config: Config,
  tokens: Auth | undefined,
  { events, redis, log, metrics }: Around,
): SocketSource | undefined => {
  const { eventsUrl: url, accountId } = config;
  if (url === undefined || accountId === undefined || !tokens) return undefined;
  const dispatcher = connections(proxyOf(config));
  const source = openSocketSource({
    url,
    tokens,
    dispatcher,
    append: async (event) => {
      const isNew = await events.append(event);
      metrics?.event(isNew ? 'kept' : 'duplicate');
    },
    // As any event that nobody knows, this one drops all that is kept of answers, in each process.
    onMissed: async () => {
      log.warn('Events may have been missed: what is kept of answers is dropped, and subscribers are told.');
      metrics?.missed();
      await events.append(missedIn(accountId));
    },
    onOpen: () => {
      log.info('Zoom tells of events by its WebSocket.');
      metrics?.eventSocket(true);
    },
    onEnd: ({ why, wasOpen }) => {
      metrics?.eventSocket(false);
      if (why === 'stopped') return;
      const what = wasOpen ? 'has ended: it is opened again' : 'cannot be opened: it is tried again';
      log.warn({ why }, `Zoom’s WebSocket of events ${what}.`);
    },
    ...(redis && { lease: (ms: number) => lease(redis, `events:${url}`, ms) }),
  });
  return {
    close: async () => {
      await source.close();
      await dispatcher.destroy();
    },
  };
};
