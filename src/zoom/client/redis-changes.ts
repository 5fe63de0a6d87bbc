/**
 * Writes of which processes tell each other through Redis. A write is answered when all that listen have forgotten what they knew of the credential, or
 * 150 ms later. Who could not listen for a while forgets everything, since it cannot know what it missed.
 */
import { PATIENCE_MS, type Redis } from '../../redis/redis.ts';
import type { Changes } from './changes.ts';

interface Told {
  /** The process that has written. */
  readonly from: string;
  readonly id: number;
  /** The credential. */
  readonly key: string;
}

/** `me` names this process. `onLate` is told of each write that was answered, after `patience`, before all had heard of it. */
export const redisChanges = (redis: Redis, me: string, onLate: () => void, patience = PATIENCE_MS): Changes => {
  const [news, heard] = [redis.channel('changes'), (whom: string) => redis.channel(`heard:${whom}`)];
  /** What is to be done with each answer, by the number of the write. */
  const waiting = new Map<number, () => void>();
  let forget: (key?: string) => void = () => {};
  let hasListened = false;
  let lastId = 0;

  const take = ({ from, id, key }: Told) => {
    if (from === me) return waiting.get(id)?.();
    forget(key);
    redis.ask((client) => client.publish(heard(from), `${id}`)).catch(() => {});
  };
  redis.keep(async (client, signal) => {
    await client.subscribe(news, (message) => take(JSON.parse(message)));
    await client.subscribe(heard(me), (id) => waiting.get(Number(id))?.());
    if (hasListened) forget();
    hasListened = true;
    await new Promise((resolve) => {
      signal.addEventListener('abort', resolve, { once: true });
      if (signal.aborted) resolve(undefined);
    });
  });

  const tell = async (key: string): Promise<void> => {
    const id = ++lastId;
    const told: Told = { from: me, id, key };
    let answers = 0;
    let listeners = Number.POSITIVE_INFINITY;
    const all = new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => setImmediate(() => resolve(false)), patience);
      const check = () => {
        if (answers < listeners) return;
        clearTimeout(timer);
        resolve(true);
      };
      waiting.set(id, () => {
        answers++;
        check();
      });
      redis
        .ask((client) => client.publish(news, JSON.stringify(told)))
        .then((count) => {
          listeners = count;
          check();
        })
        .catch(() => {
          // Who is gone from Redis cannot tell anybody; the others hear of it when they have forgotten by time.
          clearTimeout(timer);
          resolve(true);
        });
    });
    if (!(await all)) onLate();
    waiting.delete(id);
  };
  return {
    tell,
    hear: (how) => {
      forget = how;
    },
  };
};
