/**
 * The answers that replicas share. Each carries the generation of its credential that was current before it was read; a write begins the next
 * one, so that nothing that was read before, or meanwhile, is shown afterwards.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { Redis } from '../../redis/redis.ts';
import type { SharedAnswers } from './kept-answers.ts';

/** Longer than any answer is kept, so that a generation never comes back. */
const GENERATION_MS = 172_800_000;

export const keptInRedis = (redis: Redis): SharedAnswers => {
  const generationOf = (key: string) => `answers:{${key}}`;
  const nameOf = (key: string, name: string) =>
    `${generationOf(key)}:${createHash('sha256').update(name).digest('base64url')}`;
  /** Whose writes Redis has not heard of, since it was gone. */
  const undropped = new Set<string>();

  const begin = async (key: string): Promise<string> => {
    const generation = randomUUID();
    await redis.ask((client) =>
      client.set(generationOf(key), generation, { expiration: { type: 'PX', value: GENERATION_MS } }),
    );
    undropped.delete(key);
    return generation;
  };
  const drop = async (key: string): Promise<void> => {
    undropped.add(key);
    await begin(key).catch(() => {});
  };
  redis.onChange((isUp) => {
    if (isUp) for (const key of undropped) void drop(key);
  });

  return {
    drop,
    find: async (key, name) => {
      // Until Redis has heard of a write, what it has is old.
      if (undropped.has(key)) return {};
      try {
        const [generation, kept] = await redis.ask((client) => client.mGet([generationOf(key), nameOf(key, name)]));
        if (!generation) return { stamp: await begin(key) };
        return kept?.startsWith(`${generation} `) ? { text: kept.slice(generation.length + 1) } : { stamp: generation };
      } catch {
        return {};
      }
    },
    keep: (key, name, stamp, text, ms) => {
      redis
        .ask((client) =>
          client.set(nameOf(key, name), `${stamp} ${text}`, { expiration: { type: 'PX', value: Math.round(ms) } }),
        )
        .catch(() => {});
    },
  };
};
