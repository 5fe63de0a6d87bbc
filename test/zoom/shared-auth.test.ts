/** One access token for several processes, through Redis. */
import { expect, test } from 'vitest';
import type { MintedToken, ServerAuth } from '../../src/zoom/auth/auth.ts';
import { sharedAuth } from '../../src/zoom/auth/shared-auth.ts';
import { redisFor, untilUp } from '../redis.ts';

const APP = { clientId: 'app', clientSecret: 'hush' };
const HOUR = 3_600_000;

/** A Zoom that counts what it gives, and of which only the newest token is good. */
const minting = (life = HOUR) => {
  let mints = 0;
  return {
    mint: async (): Promise<MintedToken> => ({
      value: `secret token ${++mints}`,
      scopes: new Set(['user:read', 'meeting:read']),
      renewAt: Date.now() + life,
    }),
    get mints() {
      return mints;
    },
  };
};
const valuesOf = async (auths: readonly ServerAuth[]) =>
  (await Promise.all(auths.map((auth) => auth.token()))).map(({ value }) => value);

test('however many ask at once, one token is minted, with its scopes and its end', async () => {
  const { connect } = await redisFor();
  const zoom = minting();
  const auths = await Promise.all(
    Array.from({ length: 5 }, async () => sharedAuth(await connect(), 'key', APP, zoom.mint)),
  );
  expect(await valuesOf(auths)).toEqual(Array(5).fill('secret token 1'));
  const tokens = await Promise.all(auths.map((auth) => auth.token()));
  for (const { scopes, renewAt } of tokens) {
    expect(scopes).toEqual(new Set(['user:read', 'meeting:read']));
    expect(Math.abs(renewAt - Date.now() - HOUR)).toBeLessThan(60_000);
  }
});

test('who is refused gets the newer one, and mints only where there is none', async () => {
  const { connect } = await redisFor();
  const zoom = minting();
  const auths = await Promise.all([1, 2, 3].map(async () => sharedAuth(await connect(), 'key', APP, zoom.mint)));
  await valuesOf(auths);
  for (const auth of auths) auth.drop({ value: 'secret token 1' });
  expect(await valuesOf(auths)).toEqual(Array(3).fill('secret token 2'));
  expect(zoom.mints).toBe(2);
});

test('nobody reads the token in Redis without the client secret, and none is taken that was changed', async () => {
  const { connect } = await redisFor();
  const redis = await connect('');
  const zoom = minting();
  await sharedAuth(redis, 'key', APP, zoom.mint).token();
  const [key = ''] = await redis.ask((client) => client.keys('token*'));
  const text = (await redis.ask((client) => client.get(key))) ?? '';
  for (const secret of ['secret token', 'hush', 'user:read'])
    for (const form of [text, Buffer.from(text, 'base64').toString('latin1'), key]) expect(form).not.toContain(secret);
  // With another secret it is another app's place, so that a change of the secret does no harm.
  const other = sharedAuth(await connect(''), 'key', { ...APP, clientSecret: 'new' }, zoom.mint);
  expect((await other.token()).value).toBe('secret token 2');
  const changed = Buffer.from(text, 'base64');
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  for (const bad of [changed.toString('base64'), '', 'nonsense']) {
    await redis.ask((client) => client.set(key, bad, { expiration: { type: 'PX', value: HOUR } }));
    const before = zoom.mints;
    await sharedAuth(await connect(''), 'key', APP, zoom.mint).token();
    expect(zoom.mints).toBe(before + 1);
  }
});

test('without Redis each mints its own, and shares again when it is back', async () => {
  const { server, connect } = await redisFor();
  const zoom = minting();
  const redises = [await connect(), await connect()];
  const auths = redises.map((redis) => sharedAuth(redis, 'key', APP, zoom.mint));
  server.freeze();
  expect(new Set(await valuesOf(auths))).toEqual(new Set(['secret token 1', 'secret token 2']));
  server.thaw();
  await Promise.all(redises.map((redis) => untilUp(redis)));
  // What was minted meanwhile is left for the others.
  const late = sharedAuth(await connect(), 'key', APP, zoom.mint);
  expect((await late.token()).value).toMatch(/^secret token [12]$/);
  // Zoom takes the newest alone.
  for (let round = 0; round < 3; round++)
    for (const auth of auths) {
      const token = await auth.token();
      if (token.value !== `secret token ${zoom.mints}`) auth.drop(token);
    }
  expect(new Set(await valuesOf(auths))).toEqual(new Set([`secret token ${zoom.mints}`]));
  expect(zoom.mints).toBeLessThanOrEqual(3);
});

test('why there is no token is told to each, and the next one may try', async () => {
  const { connect } = await redisFor();
  const zoom = minting();
  let fails = true;
  const mint = () => (fails ? Promise.reject(new Error('Zoom is out.')) : zoom.mint());
  const auths = await Promise.all([1, 2].map(async () => sharedAuth(await connect(), 'key', APP, mint)));
  const results = await Promise.allSettled(auths.map((auth) => auth.token()));
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  expect(await valuesOf(auths)).toEqual(Array(2).fill('secret token 1'));
});
