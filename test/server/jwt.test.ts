/** Tokens of callers: those of the issuer are taken, and no others; and what happens when its keys cannot be had. */
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { readConfig } from '../../src/server/config.ts';
import { createLog } from '../../src/server/log.ts';
import { checkAuth } from '../../src/server/session.ts';
import { stub } from '../stub.ts';

const ISSUER = 'https://issuer.example/';
const folder = mkdtempSync(join(tmpdir(), 'jwks-'));
const file = join(folder, 'jwks.json');
type Pair = Awaited<ReturnType<typeof generateKeyPair>>;
const pairs = new Map<string, Pair>();
/** The public keys of the issuer under these names. */
const setOf = async (...kids: string[]) => ({
  keys: await Promise.all(
    kids.map(async (kid) => ({
      ...(await exportJWK((pairs.get(kid) as Pair).publicKey)),
      kid,
      alg: 'ES256',
      use: 'sig',
    })),
  ),
});
beforeAll(async () => {
  for (const kid of ['one', 'two', 'foreign']) pairs.set(kid, await generateKeyPair('ES256'));
  writeFileSync(file, JSON.stringify(await setOf('one')));
});
afterEach(() => vi.useRealTimers());

const env = (AUTH_JWKS: string, more: Record<string, string> = {}) => ({
  AUTH: 'jwt',
  AUTH_JWT_ISSUER: ISSUER,
  AUTH_JWT_AUDIENCE: 'zoom-graphql',
  AUTH_JWKS,
  ...more,
});
interface Token {
  readonly claims?: Record<string, unknown>;
  readonly kid?: string;
  readonly by?: string;
  readonly expires?: string | number;
  readonly audience?: string;
  readonly issuer?: string;
  readonly subject?: string;
}
const tokenOf = ({ claims = { permissions: ['read'] }, kid = 'one', by = kid, ...more }: Token = {}) => {
  const { expires = '1h', audience = 'zoom-graphql', issuer = ISSUER, subject = 'ann' } = more;
  const token = new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).setIssuer(issuer).setAudience(audience);
  if (subject) token.setSubject(subject);
  if (expires) token.setExpirationTime(expires);
  return token.sign((pairs.get(by) as Pair).privateKey);
};
const gatewayWith = (settings: Record<string, string>) => {
  const made = stub({ 'GET /users/u1': { id: 'u1', display_name: 'Ann', host_key: '123456' } }, { env: settings });
  const ask = async (token?: string, query = '{ user(id: "u1") { displayName } }') => {
    const response = await made.gateway.fetch('http://gateway.test/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = await response.json();
    return { status: response.status, headers: response.headers, data, error: errors?.[0] };
  };
  return { ...made, ask };
};

describe('a token', () => {
  test('of the issuer is taken, with what its claim permits', async () => {
    const { ask } = gatewayWith(env(file));
    const query = '{ user(id: "u1") { displayName hostKey } viewer { name permissions } }';
    const some = await ask(await tokenOf({ claims: { permissions: 'read something' } }), query);
    expect(some.data).toEqual({
      user: { displayName: 'Ann', hostKey: null },
      viewer: { name: 'ann', permissions: ['READ'] },
    });
    const more = await ask(await tokenOf({ claims: { permissions: ['sensitive', 'read', 7] }, subject: 'bob' }), query);
    expect(more.data).toEqual({
      user: { displayName: 'Ann', hostKey: '123456' },
      viewer: { name: 'bob', permissions: ['READ', 'SENSITIVE'] },
    });
  });

  test('may have its permissions in another claim; without any it may ask who it is', async () => {
    const { ask } = gatewayWith(env(file, { AUTH_JWT_PERMISSIONS_CLAIM: 'https://x.example/zoom' }));
    expect((await ask(await tokenOf({ claims: { 'https://x.example/zoom': 'read' } }))).error).toBeUndefined();
    const none = await ask(await tokenOf(), '{ viewer { permissions } user(id: "u1") { displayName } }');
    expect(none.data).toEqual({ viewer: { permissions: [] }, user: null });
    expect(none.error.extensions.code).toBe('FORBIDDEN');
  });

  test.each<[string, () => Promise<string> | string, RegExp]>([
    ['that has expired', () => tokenOf({ expires: Math.floor(Date.now() / 1000) - 60 }), /expired/],
    ['without an end', () => tokenOf({ expires: 0 }), /`exp`/],
    ['without a subject', () => tokenOf({ subject: '' }), /`sub`/],
    ['for another audience', () => tokenOf({ audience: 'other' }), /`aud`/],
    ['of another issuer', () => tokenOf({ issuer: 'https://evil.example/' }), /`iss`/],
    ['signed by another', () => tokenOf({ kid: 'one', by: 'foreign' }), /not one that .* has signed/],
    ['of an unknown key', () => tokenOf({ kid: 'nobody', by: 'foreign' }), /a key that .* does not name/],
    [
      'without a signature',
      () =>
        new UnsecuredJWT({ permissions: ['read'] })
          .setIssuer(ISSUER)
          .setAudience('zoom-graphql')
          .setSubject('a')
          .setExpirationTime('1h')
          .encode(),
      /not one that|algorithm/,
    ],
    [
      'by a shared secret',
      () =>
        new SignJWT({ permissions: ['read'] })
          .setProtectedHeader({ alg: 'HS256', kid: 'one' })
          .setIssuer(ISSUER)
          .setAudience('zoom-graphql')
          .setSubject('a')
          .setExpirationTime('1h')
          .sign(new TextEncoder().encode(JSON.stringify({ a: 'public key as secret, of 32 bytes' }))),
      /algorithm/,
    ],
    ['that is none', () => 'abc.def.ghi', /not one that/],
  ])('%s is refused with 401, and no call is made', async (_, make, message) => {
    const { ask, calls } = gatewayWith(env(file));
    const token = await make();
    const { status, headers, error, data } = await ask(token);
    expect({ status, code: error.extensions.code, data }).toEqual({
      status: 401,
      code: 'UNAUTHENTICATED',
      data: undefined,
    });
    expect(error.message).toMatch(message);
    expect(error.message).not.toContain(token);
    expect(headers.get('www-authenticate')).toBe('Bearer realm="zoom-graphql", error="invalid_token"');
    expect(calls).toEqual([]);
  });

  test('is not taken beyond its end, though it was verified before', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const { ask } = gatewayWith(env(file));
    const token = await tokenOf({ expires: Math.floor(Date.now() / 1000) + 100 });
    for (const [ms, status] of [
      [0, 200],
      [99_000, 200],
      [7000, 401],
    ] as const) {
      vi.advanceTimersByTime(ms);
      expect((await ask(token)).status).toBe(status);
    }
  });

  test('that is missing is asked for', async () => {
    const { status, headers, error } = await gatewayWith(env(file)).ask();
    expect([status, error.message, headers.get('www-authenticate')]).toEqual([
      401,
      `Send a token of ${ISSUER} in the header \`Authorization: Bearer ...\`.`,
      'Bearer realm="zoom-graphql"',
    ]);
  });
});

describe('the keys of the issuer', () => {
  /** An issuer on this machine, which answers with what it is told to. */
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });
  /** A key set that a test changes, at a time of which the test moves the clock. */
  const issuer = async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const state = { body: '', status: 200, asked: 0 };
    const server = createServer((_, response) => {
      state.asked++;
      response.writeHead(state.status, { 'content-type': 'application/json' }).end(state.body);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    servers.push(server);
    return { state, url: `http://127.0.0.1:${port}/jwks` };
  };

  test('may be down at the start and come up later; nobody gets a 500', async () => {
    const { state, url } = await issuer();
    state.status = 500;
    const { ask } = gatewayWith(env(url));
    await checkAuth(readConfig(env(url)), createLog('silent'));
    const token = await tokenOf();
    const down = await ask(token);
    expect([down.status, down.error.extensions.code, down.headers.get('retry-after')]).toEqual([
      503,
      'AUTH_UNAVAILABLE',
      '1',
    ]);
    // Not asked again at once.
    await ask(token);
    expect(state.asked).toBe(1);
    Object.assign(state, { status: 200, body: JSON.stringify(await setOf('one')) });
    vi.advanceTimersByTime(1000);
    expect((await ask(token)).data).toEqual({ user: { displayName: 'Ann' } });
    expect(state.asked).toBe(2);
  });

  test('may be down again: those from before are good for a day', async () => {
    const { state, url } = await issuer();
    state.body = JSON.stringify(await setOf('one'));
    const { ask } = gatewayWith(env(url));
    expect((await ask(await tokenOf())).status).toBe(200);
    state.status = 500;
    vi.advanceTimersByTime(3_600_000);
    expect((await ask(await tokenOf({ subject: 'bob' }))).status).toBe(200);
    vi.advanceTimersByTime(24 * 3_600_000);
    expect((await ask(await tokenOf({ subject: 'cid' }))).status).toBe(503);
  });

  test('are asked for again when a token names a new one, and not for each token that names none', async () => {
    const { state, url } = await issuer();
    state.body = JSON.stringify(await setOf('one'));
    const { ask } = gatewayWith(env(url));
    expect((await ask(await tokenOf())).status).toBe(200);
    for (let i = 0; i < 5; i++)
      expect((await ask(await tokenOf({ kid: `made-up-${i}`, by: 'foreign' }))).status).toBe(401);
    expect(state.asked).toBe(1);
    state.body = JSON.stringify(await setOf('one', 'two'));
    vi.advanceTimersByTime(31_000);
    expect((await ask(await tokenOf({ kid: 'two' }))).status).toBe(200);
    expect(state.asked).toBe(2);
  });
});
