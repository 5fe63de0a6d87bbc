/** What came of writes, kept in Redis for all gateways that share it. */
import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { RedisGone } from '../../redis/gone.ts';
import type { Redis } from '../../redis/redis.ts';
import { NOW, script } from '../../redis/script.ts';
import { type Claim, DAY_MS, type IdempotencyStore, type Outcome, UNCLEAR } from './idempotency.ts';

type New = Extract<Claim, { is: 'new' }>;

/** How long a claim holds that nobody renews. Who makes a write renews it three times as often. */
export const HOLD_MS = 30_000;
/** Between two looks at a write that another gateway makes. */
const LOOK_MS = 100;

/**
 * In front of it is what this process or its primary keeps: while Redis is gone, keys hold there alone. Answers of Zoom may hold secrets:
 * Redis has them encrypted, by a key that is made of the name, which is not in Redis.
 */
export class RedisIdempotencyStore implements IdempotencyStore {
  readonly #redis: Redis;
  readonly #near: IdempotencyStore;
  readonly #holdMs: number;

  constructor(redis: Redis, near: IdempotencyStore, holdMs: number = HOLD_MS) {
    this.#redis = redis;
    this.#near = near;
    this.#holdMs = holdMs;
  }

  async claim(name: string, fingerprint: string): Promise<Claim> {
    const near = await this.#near.claim(name, fingerprint);
    if (near.is !== 'new') return near;
    try {
      const far = await this.#claimFar(name, fingerprint);
      if (far.is === 'new') return both(near, far);
      await (far.is === 'known' ? near.keep(far.outcome) : near.release());
      return far;
    } catch (error) {
      if (error instanceof RedisGone) return near;
      await near.release();
      throw error;
    }
  }

  async #claimFar(name: string, fingerprint: string): Promise<Claim> {
    const [key, owner] = [`idempotency:${hash('key', name)}`, randomUUID()];
    const day = `${DAY_MS}`;
    while (true) {
      const [state, sealed] = (await this.#redis.run(
        CLAIM,
        [key],
        [fingerprint, owner, `${this.#holdMs}`, day],
      )) as string[];
      if (state === 'other') return { is: 'other' };
      if (state === 'known') return { is: 'known', outcome: opened(name, sealed ?? '') };
      // Who had begun it is gone, and left no word.
      if (state === 'left') return { is: 'known', outcome: UNCLEAR };
      if (state === 'new') return this.#held(name, key, owner);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }

  #held(name: string, key: string, owner: string): New {
    const renew = () => void this.#redis.run(RENEW, [key], [owner, `${this.#holdMs}`]).catch(() => undefined);
    const renewing = setInterval(renew, this.#holdMs / 3).unref();
    const end = async (how: typeof KEEP, args: readonly string[]): Promise<void> => {
      clearInterval(renewing);
      // Where Redis is gone, others are told by the end of the hold that nobody knows.
      await this.#redis.run(how, [key], args).catch(() => undefined);
    };
    return {
      is: 'new',
      keep: (outcome) => end(KEEP, [owner, sealed(name, outcome), `${DAY_MS}`]),
      release: () => end(RELEASE, [owner]),
    };
  }
}

const both = (near: New, far: New): New => ({
  is: 'new',
  keep: async (outcome) => {
    await far.keep(outcome);
    await near.keep(outcome);
  },
  release: async () => {
    await far.release();
    await near.release();
  },
});

const CLAIM = script(`${NOW}
local print, outcome, till = unpack(redis.call('HMGET', KEYS[1], 'print', 'outcome', 'till'))
if not print then
  redis.call('HSET', KEYS[1], 'print', ARGV[1], 'owner', ARGV[2], 'till', now + ARGV[3])
  redis.call('PEXPIRE', KEYS[1], ARGV[4])
  return {'new'}
end
if print ~= ARGV[1] then return {'other'} end
if outcome then return {'known', outcome} end
if now >= tonumber(till) then return {'left'} end
return {'wait'}
`);
const RENEW = script(`${NOW}
if redis.call('HGET', KEYS[1], 'owner') ~= ARGV[1] then return 0 end
return redis.call('HSET', KEYS[1], 'till', now + ARGV[2])
`);
const KEEP = script(`
if redis.call('HGET', KEYS[1], 'owner') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'outcome', ARGV[2])
return redis.call('PEXPIRE', KEYS[1], ARGV[3])
`);
const RELEASE = script(`
if redis.call('HGET', KEYS[1], 'owner') ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])
`);

const hash = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
const secretOf = (name: string): Buffer =>
  createHash('sha256')
    .update(JSON.stringify(['outcome', name]))
    .digest();
const CIPHER = 'aes-256-gcm';
const [IV_BYTES, TAG_BYTES] = [12, 16];

const sealed = (name: string, outcome: Outcome): string => {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, secretOf(name), iv);
  const text = Buffer.concat([cipher.update(JSON.stringify(outcome), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64');
};
/** What cannot be read tells nothing. */
const opened = (name: string, text: string): Outcome => {
  try {
    const bytes = Buffer.from(text, 'base64');
    const decipher = createDecipheriv(CIPHER, secretOf(name), bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const read = [decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()];
    return JSON.parse(Buffer.concat(read).toString('utf8'));
  } catch {
    return UNCLEAR;
  }
};
