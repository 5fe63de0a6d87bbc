/** What several gateways share through Redis: the access token, the counts of rate limits, and the news of writes. */
import { Redis, type RedisOptions } from '../redis/redis.ts';
import { Replicas } from '../redis/replicas.ts';
import { sharedAuth } from '../zoom/auth/shared-auth.ts';
import type { ZoomOptions } from '../zoom/client/client.ts';
import type { SharedAnswers } from '../zoom/client/kept-answers.ts';
import { keptInRedis } from '../zoom/client/kept-in-redis.ts';
import { redisChanges } from '../zoom/client/redis-changes.ts';
import { redisRateLimitStores } from '../zoom/rate-limit/redis-store.ts';
import type { Log } from './log.ts';
import type { SharedState } from './telemetry/metrics.ts';

export interface SharedByRedis {
  readonly redis: Redis;
  readonly replicas: Replicas;
  /** How the sharing stands, and what Redis was asked. */
  readonly state: () => SharedState;
  /** Where answers are kept for all. */
  readonly answers: SharedAnswers;
  /** For the REST client. */
  readonly shared: Pick<ZoomOptions, 'rateLimitStore' | 'keepTokens' | 'changes'>;
  close(): Promise<void>;
}

/** Connects, and tells the log when Redis is gone and back. One that is gone does not stop the start. */
export const connectRedis = async (options: RedisOptions, countedWithin: number, log: Log): Promise<SharedByRedis> => {
  const redis = new Redis(options);
  let was: boolean | undefined;
  redis.onChange((isUp, reason) => {
    if (isUp !== was && isUp) log.info('Redis answers.');
    else if (isUp !== was)
      log.warn(
        { reason },
        'Redis is gone: until it is back, this process goes on with its own part of the rate limits.',
      );
    was = isUp;
  });
  await redis.connect();
  const replicas = new Replicas(redis);
  await replicas.beat();
  const stores = redisRateLimitStores(redis, replicas, countedWithin);
  const onLate = () => log.warn('A write was answered before all replicas had heard of it: one of them is too busy.');
  return {
    redis,
    replicas,
    state: () => ({ counts: redis.counts, sharing: stores.state }),
    answers: keptInRedis(redis),
    shared: {
      rateLimitStore: stores.rateLimitStore,
      keepTokens: (key, credentials, mint) => sharedAuth(redis, key, credentials, mint),
      changes: redisChanges(redis, replicas.id, onLate, options.patience),
    },
    close: async () => {
      await replicas.leave();
      redis.close();
    },
  };
};
