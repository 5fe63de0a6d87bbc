/** Where Zoom's events are kept, as the settings have it: in Redis for all replicas, by the primary for its workers, or by this process. */
import type { EventLog } from '../zoom/events/log.ts';
import { memoryStream } from '../zoom/events/memory-stream.ts';
import { type OnEvent, streamOver } from '../zoom/events/readers.ts';
import type { EventStream } from '../zoom/events/stream.ts';
import type { Config } from './config.ts';
import type { Log } from './log.ts';
import type { SharedByRedis } from './redis.ts';

interface Around {
  readonly redis: SharedByRedis | undefined;
  /** Where another process keeps them for this one. */
  readonly eventLog: EventLog | undefined;
  /** Is called with each event before subscribers are told of it. */
  readonly onEvent: readonly OnEvent[];
  readonly log: Log;
}

/** Undefined where Zoom tells this gateway nothing. */
export const eventsFor = async (
  { webhookSecret, eventsUrl, clientSecret, eventsKept: kept, eventBuffer: buffer }: Config,
  { redis, eventLog, onEvent, log }: Around,
): Promise<EventStream | undefined> => {
  if (webhookSecret === undefined && eventsUrl === undefined) return undefined;
  const onFault = (error: unknown) => log.error({ err: error }, 'What an event changes could not be done.');
  const options = { buffer, onEvent, onFault };
  if (redis) {
    const { redisStream } = await import('../zoom/events/redis-stream.ts');
    // Where events come by the WebSocket alone, there need be no secret of webhooks.
    return redisStream(redis.redis, { kept, secret: webhookSecret ?? clientSecret ?? '', ...options });
  }
  return eventLog ? streamOver(eventLog, options) : memoryStream({ kept, ...options });
};
