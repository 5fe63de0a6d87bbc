/** Tokens and scopes. */
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { SETTINGS } from '../../src/server/config.ts';
import { isGranted } from '../../src/zoom/auth/scopes.ts';
import { declared } from '../../src/zoom/declare/endpoint.ts';
import '../../schema/index.ts';
import {
  chatbot,
  createUser,
  errorOf,
  fakeZoom,
  getUser,
  listUsers,
  OAUTH,
  sendAsChatbot,
  turnOf,
  within,
} from '../fake-zoom.ts';

const EXPIRED = { code: 124, message: 'Access token is expired.' };

describe('server-to-server tokens', () => {
  const fake = fakeZoom();
  const anyUser = (status = 200, body: object = {}) =>
    fake.on((path) => path.startsWith('/users/')).reply(status, body);
  const token = () => fake.agent.get(OAUTH).intercept({ path: '/oauth/token', method: 'POST' });

  test('are asked for with a form in the body, the secret in the header alone', async () => {
    let sent: { authorization?: string; body: string } | undefined;
    token().reply(({ headers, body }) => {
      sent = { authorization: (headers as Record<string, string>).authorization, body: String(body) };
      return { statusCode: 200, data: { access_token: 'token-1', expires_in: 3600 } };
    });
    anyUser();
    await fake.getUser();
    expect(sent).toEqual({
      authorization: `Basic ${Buffer.from('cid:the-client-secret').toString('base64')}`,
      body: 'grant_type=account_credentials&account_id=acc',
    });
  });

  test('are minted once however many calls wait, and renewed a minute before the end', async () => {
    const mints = fake.mint();
    anyUser().persist();
    await Promise.all(['a', 'b', 'c'].map((id) => fake.getUser(turnOf(), id)));
    expect(mints()).toBe(1);
    await vi.advanceTimersByTimeAsync(3_539_000);
    await fake.getUser();
    expect(mints()).toBe(1);
    await vi.advanceTimersByTimeAsync(2000);
    await fake.getUser();
    expect(mints()).toBe(2);
  });

  test.each([401, 400])(
    'a token refused with %s and 124 is minted anew, and the call repeated, once',
    async (status) => {
      const mints = fake.mint();
      fake.on('/users', 'POST').reply(status, EXPIRED);
      fake.on('/users', 'POST').reply(201, { id: 'new' });
      const requestContext = turnOf();
      expect(await fake.zoom.call(createUser, { body: {} }, requestContext)).toEqual({ id: 'new' });
      expect([mints(), requestContext.stats.calls]).toEqual([2, 2]);
    },
  );

  test('a token that is refused again is UNAUTHENTICATED', async () => {
    const mints = fake.mint();
    anyUser(401, EXPIRED).persist();
    expect((await errorOf(fake.getUser())).kind).toBe('UNAUTHENTICATED');
    expect(mints()).toBe(2);
  });

  test('calls refused together share the new token', async () => {
    const mints = fake.mint();
    anyUser(401, EXPIRED).times(3);
    anyUser().times(3);
    await Promise.all(['a', 'b', 'c'].map((id) => fake.getUser(turnOf(), id)));
    expect(mints()).toBe(2);
  });

  test.each([
    [400, { reason: 'Invalid client_id or client_secret', error: 'invalid_client' }, /client id and the client secret/],
    [400, { reason: 'Bad Request', error: 'invalid_request' }, /account id/],
    [400, { reason: 'unsupported grant type', error: 'unsupported_grant_type' }, /Server-to-Server/],
    [401, { reason: 'the-client-secret is wrong', error: 'new_error' }, /Check/],
  ])('an error of the token endpoint says what to check (%s %o)', async (status, body, hint) => {
    token().reply(status, body);
    const error = await errorOf(fake.getUser());
    expect(error.kind).toBe('UNAUTHENTICATED');
    expect(error.message).toMatch(hint);
  });

  test('a token endpoint that fails is tried again', async () => {
    token().reply(503, 'busy');
    fake.mint();
    anyUser();
    expect(await within(5000, fake.getUser())).toEqual({});
  });

  test('a token endpoint that never answers is TIMEOUT', async () => {
    token().reply(200, {}).delay(60_000);
    expect((await errorOf(within(15_000, fake.getUser()))).kind).toBe('TIMEOUT');
  });

  test('readiness is a token', async () => {
    token().reply(400, { reason: 'Bad Request', error: 'invalid_request' });
    expect((await errorOf(fake.client.ready())).kind).toBe('UNAUTHENTICATED');
    const mints = fake.mint();
    await fake.client.ready();
    await fake.client.ready();
    expect(mints()).toBe(1);
  });

  test('a call that gives up does not stop the mint that others wait for', async () => {
    token().reply(200, { access_token: 'token-1', expires_in: 3600 }).delay(100);
    anyUser();
    const leaver = new AbortController();
    const left = fake.getUser(turnOf({ signal: leaver.signal }), 'a');
    const stays = fake.getUser(turnOf(), 'b');
    leaver.abort();
    expect((await errorOf(left)).kind).toBe('ABORTED');
    expect(await within(200, stays)).toEqual({});
  });
});

describe('tokens of a chatbot', () => {
  const fake = fakeZoom();
  const ACCOUNT = 'grant_type=account_credentials&account_id=acc';
  const CLIENT = 'grant_type=client_credentials';
  /** Starts a client with a chatbot. Gives out token-1, token-2 ... and bot-1, bot-2 ...; tells what was asked, and the tokens of the calls. */
  const start = (scope = 'imchat:bot') => {
    fake.start({ chatbot });
    const asked: { authorization?: string; body: string }[] = [];
    const used: string[] = [];
    const headersIn = (headers: unknown) => (headers as Record<string, string>).authorization ?? '';
    const token = fake.agent.get(OAUTH).intercept({ path: '/oauth/token', method: 'POST' });
    token
      .reply(({ headers, body }) => {
        asked.push({ authorization: headersIn(headers), body: String(body) });
        const nth = asked.filter((one) => one.body === String(body)).length;
        const mine = body === CLIENT ? { access_token: `bot-${nth}`, scope } : { access_token: `token-${nth}` };
        return { statusCode: 200, data: { ...mine, expires_in: 3600 } };
      })
      .persist();
    const take = (headers: unknown) => {
      used.push(headersIn(headers).replace('Bearer ', ''));
      return { statusCode: 200, data: {} };
    };
    fake
      .on('/im/messages', 'POST')
      .reply(({ headers }) => take(headers))
      .persist();
    fake
      .on('/users/a')
      .reply(({ headers }) => take(headers))
      .persist();
    return { asked: () => asked.map(({ body }) => body), asks: asked, used };
  };
  const send = (requestContext = turnOf()) => fake.client.as().call(sendAsChatbot, {}, requestContext);

  test('are asked for by the client credentials of its app, and go with its calls alone', async () => {
    const { asks, used } = start();
    await send();
    await fake.getUser();
    expect(asks).toEqual([
      { authorization: `Basic ${Buffer.from('bot-cid:the-chatbot-secret').toString('base64')}`, body: CLIENT },
      { authorization: `Basic ${Buffer.from('cid:the-client-secret').toString('base64')}`, body: ACCOUNT },
    ]);
    expect(used).toEqual(['bot-1', 'token-1']);
  });

  test('are minted once however many calls wait, and renewed a minute before the end', async () => {
    const { asked, used } = start();
    await Promise.all([send(), send(), send()]);
    await vi.advanceTimersByTimeAsync(3_539_000);
    await send();
    expect(asked()).toEqual([CLIENT]);
    await vi.advanceTimersByTimeAsync(2000);
    await send();
    expect(asked()).toEqual([CLIENT, CLIENT]);
    expect(used).toEqual(['bot-1', 'bot-1', 'bot-1', 'bot-1', 'bot-2']);
  });

  test('one that Zoom refuses is minted anew, and that of the account’s app is kept', async () => {
    fake.on('/im/messages', 'POST').reply(401, EXPIRED);
    const { asked, used } = start();
    await fake.getUser();
    await send();
    await fake.getUser();
    expect([asked(), used]).toEqual([
      [ACCOUNT, CLIENT, CLIENT],
      ['token-1', 'bot-2', 'token-1'],
    ]);
  });

  test('its calls are counted by themselves', async () => {
    start();
    const left = async () =>
      (await fake.zoom.budget()).buckets
        .filter(({ labels }) => labels.includes('MEDIUM'))
        .map(({ remaining }) => remaining);
    const before = await left();
    await Promise.all(Array.from({ length: 18 }, () => send()));
    expect(await left()).toEqual(before);
    expect(fake.zoom.hasRoom(listUsers, 18)).toBe(true);
    expect(fake.zoom.hasRoom(sendAsChatbot, 1)).toBe(false);
    expect(await fake.zoom.forcedBy([{ endpoint: listUsers, calls: 1 }])).toBe(0);
    expect(await fake.zoom.forcedBy([{ endpoint: sendAsChatbot, calls: 1 }])).toBeGreaterThan(0);
  });

  test('what the token endpoint says is wrong names the chatbot’s app', async () => {
    fake.start({ chatbot });
    const token = () => fake.agent.get(OAUTH).intercept({ path: '/oauth/token', method: 'POST' });
    token().reply(400, { reason: 'the-chatbot-secret is wrong', error: 'invalid_client' });
    const error = await errorOf(send());
    expect([error.kind, error.message]).toEqual([
      'UNAUTHENTICATED',
      "Zoom gave no access token to the chatbot's app (… is wrong). Check the client id and the client secret of the chatbot's app.",
    ]);
  });

  test('without a chatbot a call fails before it is made, and names the settings', async () => {
    const requestContext = turnOf();
    const error = await errorOf(send(requestContext));
    expect([error.kind, requestContext.stats.calls]).toEqual(['UNAUTHENTICATED', 0]);
    for (const { name } of [SETTINGS.chatbotClientId, SETTINGS.chatbotClientSecret])
      expect(error.message).toContain(name);
  });

  test('a caller’s own token goes for a chatbot, too', async () => {
    const { asked, used } = start();
    await fake.client.as('caller-token').call(sendAsChatbot, {}, turnOf());
    expect([asked(), used]).toEqual([[], ['caller-token']]);
  });
});

describe('callers’ tokens', () => {
  const fake = fakeZoom();
  const path = { userId: 'a' };

  test('are passed on, and not replaced when Zoom refuses them', async () => {
    fake.start({ credentials: undefined });
    fake.on('/users/a').reply(401, EXPIRED);
    const requestContext = turnOf();
    const error = await errorOf(fake.client.as('caller-token').call(getUser, { path }, requestContext));
    expect([error.kind, error.status, error.code, requestContext.stats.calls]).toEqual([
      'UNAUTHENTICATED',
      401,
      124,
      1,
    ]);
  });

  test('are needed where the server has no credentials', async () => {
    fake.start({ credentials: undefined });
    expect((await errorOf((async () => fake.client.as())())).kind).toBe('UNAUTHENTICATED');
    expect((await errorOf((async () => fake.client.as('caller-token\r\nx: y'))())).kind).toBe('UNAUTHENTICATED');
  });

  test('are not in the key', () => {
    expect(fake.client.as('caller-token').key).not.toContain('caller-token');
  });
});

describe('scopes', () => {
  const fake = fakeZoom();

  test('a scope that the token lacks is MISSING_SCOPE without a call', async () => {
    fake.mint('meeting:read:admin user:write:admin');
    const requestContext = turnOf();
    const error = await errorOf(fake.getUser(requestContext));
    expect([error.kind, error.endpoint, requestContext.stats.calls]).toEqual([
      'MISSING_SCOPE',
      'GET /users/{userId}',
      0,
    ]);
    expect(error.message).toContain('user:read:admin, user:read:user:admin');
    fake.on('/users').reply(200, { users: [] });
    expect(await fake.zoom.call(listUsers, {}, requestContext)).toEqual({ users: [] });
  });

  test.each([
    ['the scope itself', ['user:read'], 'user:read', true],
    ['its admin form', ['user:read'], 'user:read:admin', true],
    ['its master form', ['user:read:user'], 'user:read:user:master', true],
    ['the plain form of an admin scope', ['user:read:admin'], 'user:read', false],
    ['another scope of the same kind', ['user:read'], 'meeting:read', false],
    ['one of several', ['user:read', 'user:read:user'], 'user:read:user', true],
    ['granular scopes where only classic ones are known', ['user:read'], 'meeting:read:meeting', undefined],
    ['classic scopes where only granular ones are known', ['user:read:user'], 'meeting:read', undefined],
    ['granular scopes where both are known', ['user:read', 'user:read:user'], 'meeting:read:meeting', false],
    ['anything where none is needed', [], 'meeting:read', true],
    ['a classic master scope', ['account:master'], 'account:master', true],
    ['another classic master scope', ['account:master'], 'billing:master', false],
    ['a scope of neither family alone', ['user:read'], 'scim2', undefined],
    ['one of two parts alone', ['user:read', 'user:read:user'], 'imchat:bot', undefined],
    ['classic scopes and one of neither family', ['user:read'], 'meeting:read scim2', false],
    ['granular scopes and scim2, where only classic ones are known', ['user:read'], 'a:read:b scim2', undefined],
    ['granular scopes and imchat:bot, likewise', ['user:read'], 'a:read:b imchat:bot', undefined],
    ['granular scopes and zoomapp:inmeeting, likewise', ['user:read'], 'a:read:b zoomapp:inmeeting', undefined],
    ['both families, where only classic ones are known', ['user:read'], 'meeting:read a:read:b', undefined],
    ['both families, where only granular ones are known', ['user:read:user'], 'meeting:read a:read:b', undefined],
    ['both families, where both are known', ['user:read', 'user:read:user'], 'meeting:read a:read:b', false],
    ['a scope of neither family that is accepted', ['imchat:bot'], 'imchat:bot', true],
    ['a scope of neither family where classic ones are had', ['imchat:bot'], 'meeting:read', undefined],
  ])('%s', (_, accepted, granted, expected) => {
    expect(isGranted(accepted, new Set(granted.split(' ')))).toBe(expected);
  });

  const all = [...new Set(declared().flatMap(({ scopes, subAccountScopes = [] }) => [...scopes, ...subAccountScopes]))];
  const others = ['scim2', 'zoomapp:inmeeting', 'imchat:bot', 'marketplace', 'a:b:c:d', ''];

  test('a token that has an accepted scope, or more of it, is never refused', () => {
    const extra = fc.array(fc.constantFrom(...all, ...others), { maxLength: 8 });
    const endpoint = fc.constantFrom(...declared().filter(({ scopes }) => scopes.length > 0));
    fc.assert(
      fc.property(
        endpoint,
        fc.nat(),
        fc.constantFrom('', ':admin', ':master'),
        extra,
        ({ scopes }, nth, more, rest) => {
          const one = scopes[nth % scopes.length] ?? '';
          const granted = new Set([...rest, /:(admin|master)$/.test(one) ? one : one + more]);
          expect(isGranted(scopes, granted)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('nor is one with scopes of a family of which none is known for the endpoint', () => {
    const granular = all.filter((scope) => scope.replace(/:(admin|master)$/, '').split(':').length > 2);
    for (const { scopes } of declared()) {
      const token = new Set([...granular.filter((scope) => !scopes.includes(scope)), ...others]);
      const isCertain = scopes.some((scope) => granular.includes(scope));
      if (!isCertain) expect(isGranted(scopes, token)).not.toBe(false);
    }
  });
});
