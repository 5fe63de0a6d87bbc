/**
 * One access token for all processes that share a Redis: a new one may end the former (docs/zoom.md 1.1.5). Whoever finds none there mints it, one at
 * a time, and leaves it for the others. Redis is a place where a secret rests then: it is encrypted with a key that only who
 * knows the client secret can derive. While Redis is gone, each process mints its own, and leaves it for the others when Redis is back.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Abort } from '../../engine/abort.ts';
import { RedisGone } from '../../redis/gone.ts';
import { type Lease, lease } from '../../redis/lease.ts';
import type { Redis } from '../../redis/redis.ts';
import { sleep } from '../http/wait.ts';
import { type AppCredentials, keeping, type Mint, type MintedToken, type ServerAuth } from './auth.ts';

/** A mint that takes longer is taken over by another process. */
const LEASE_MS = 20_000;
/** How often those look who wait for another's token. */
const LOOK_MS = 50;
/**
 * Whose token was refused while Redis is gone waits so long before it mints: another has minted, and to end that one's token at once would be a
 * fight without end. It is over sooner where Redis is back.
 */
const FIGHT_MS = 2000;

/** Tokens of an app. `mint` is asked for a new one. `name` tells apps apart, and is no secret. */
export const sharedAuth = (redis: Redis, name: string, credentials: AppCredentials, mint: Mint): ServerAuth => {
  const sealed = sealOf(name, credentials);
  const key = `token:{${name}}:${sealed.id}`;

  const stored = async (refused: string | undefined): Promise<MintedToken | undefined> => {
    const [text, left] = await redis.ask((client) => Promise.all([client.get(key), client.pTTL(key)]));
    const token = text === null || left <= 0 ? undefined : sealed.open(text);
    if (!token || token.value === refused) return undefined;
    return { ...token, renewAt: Date.now() + left };
  };

  const store = async (token: MintedToken): Promise<void> => {
    const left = Math.round(token.renewAt - Date.now());
    if (left <= 0) return;
    await redis.ask((client) => client.set(key, sealed.close(token), { expiration: { type: 'PX', value: left } }));
  };

  const mintFor = async (held: Lease): Promise<MintedToken> => {
    try {
      const token = await mint();
      // Where it took too long, another may have minted since then: that one's token is the newer. Without Redis it is kept here alone.
      await held
        .extend(LEASE_MS)
        .then((isHeld) => (isHeld ? store(token) : undefined))
        .catch(() => {});
      return token;
    } finally {
      await held.release().catch(() => {});
    }
  };

  const shared = async (refused: string | undefined): Promise<MintedToken> => {
    while (true) {
      const known = await stored(refused);
      if (known) return known;
      const held = await lease(redis, key, LEASE_MS);
      if (held) {
        // Another may have left one between the two questions.
        const left = await stored(refused);
        if (!left) return mintFor(held);
        await held.release();
        return left;
      }
      await sleep(LOOK_MS, new Abort());
    }
  };

  /** Left to the others as soon as Redis is back; only the latest is. */
  let untold: MintedToken | undefined;
  redis.onChange((isUp) => {
    if (!isUp || !untold) return;
    store(untold).catch(() => {});
    untold = undefined;
  });

  return keeping(async (refused) => {
    const giveUpAt = Date.now() + (refused === undefined ? 0 : FIGHT_MS);
    while (true)
      try {
        return await shared(refused);
      } catch (error) {
        if (!(error instanceof RedisGone)) throw error;
        if (Date.now() >= giveUpAt) break;
        await sleep(LOOK_MS, new Abort());
      }
    untold = await mint();
    return untold;
  });
};

interface Seal {
  /** Differs where the secret does; it tells nothing about it. */
  readonly id: string;
  close(token: MintedToken): string;
  /** Undefined for what was not closed by the same secret, or was changed. */
  open(text: string): MintedToken | undefined;
}

const CIPHER = 'aes-256-gcm';
const [KEY_BYTES, ID_BYTES, IV_BYTES, TAG_BYTES] = [32, 8, 12, 16];

/** Closes tokens by a key that is derived from the client secret. */
const sealOf = (name: string, { clientId, clientSecret }: AppCredentials): Seal => {
  const derived = Buffer.from(hkdfSync('sha256', clientSecret, clientId, `token ${name}`, KEY_BYTES + ID_BYTES));
  const [key, id] = [derived.subarray(0, KEY_BYTES), derived.subarray(KEY_BYTES)];
  return {
    id: id.toString('base64url'),
    close: ({ value, scopes }) => {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(CIPHER, key, iv);
      const text = JSON.stringify({ value, scopes: scopes && [...scopes] });
      const closed = [cipher.update(text, 'utf8'), cipher.final()];
      return Buffer.concat([iv, cipher.getAuthTag(), ...closed]).toString('base64');
    },
    open: (text) => {
      const bytes = Buffer.from(text, 'base64');
      const [iv, tag] = [bytes.subarray(0, IV_BYTES), bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)];
      try {
        const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES }).setAuthTag(tag);
        const opened = [decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()];
        const { value, scopes } = JSON.parse(Buffer.concat(opened).toString('utf8'));
        return { value, scopes: scopes && new Set<string>(scopes), renewAt: 0 };
      } catch {
        return undefined;
      }
    },
  };
};
