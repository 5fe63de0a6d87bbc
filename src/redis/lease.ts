/** What only one of several processes may do at a time. Who dies while it does lets go by time. */
import { randomUUID } from 'node:crypto';
import type { Redis } from './redis.ts';
import { script } from './script.ts';

export interface Lease {
  /** False where it was lost meanwhile. */
  extend(ms: number): Promise<boolean>;
  release(): Promise<void>;
}

/** The lease, or undefined where another has it. It ends by itself after `ms`. Throws RedisGone. */
export const lease = async (redis: Redis, name: string, ms: number): Promise<Lease | undefined> => {
  const [key, mine] = [`lease:${name}`, randomUUID()];
  const taken = await redis.ask((client) =>
    client.set(key, mine, { condition: 'NX', expiration: { type: 'PX', value: ms } }),
  );
  if (taken === null) return undefined;
  return {
    extend: async (longer) => (await redis.run(EXTEND, [key], [mine, `${longer}`])) === 1,
    release: async () => void (await redis.run(RELEASE, [key], [mine])),
  };
};

const EXTEND = script(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
`);
const RELEASE = script(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
`);
