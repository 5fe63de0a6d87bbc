import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { basicOf, MINUTE, mint, send, type Zoom, zoomOf } from './harness.ts';

let zoom: Zoom;
beforeAll(async () => {
  zoom = await zoomOf();
});
afterAll(() => zoom.sandbox.close());

const grant = () => `grant_type=account_credentials&account_id=${zoom.sandbox.credentials.accountId}`;

describe('the token endpoint', () => {
  test('gives a token for a form body, with its scopes, its life and the API to use', async () => {
    const { status, body } = await mint(zoom.sandbox);
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'bearer', expires_in: 3600, api_url: zoom.sandbox.origin });
    expect(body.scope.split(' ')).toEqual(expect.arrayContaining(['user:read:admin', 'user:read:list_users:admin']));
  });

  test('takes the parameters in the query, too', async () => {
    const { status } = await send('POST', `${zoom.sandbox.oauthUrl}?${grant()}`, {
      authorization: basicOf(zoom.sandbox),
    });
    expect(status).toBe(200);
  });

  test('counts the tokens it gave, and keeps them out of the calls', async () => {
    const { mints, calls } = zoom.sandbox;
    const before = calls.length;
    await mint(zoom.sandbox);
    expect(zoom.sandbox.mints).toBe(mints + 1);
    expect(calls).toHaveLength(before);
  });

  test.each([
    ['a wrong secret', () => 'Basic eDp5', grant, 'invalid_client'],
    ['another grant', undefined, () => 'grant_type=password', 'unsupported_grant_type'],
    [
      'the account’s grant of a chatbot',
      () => basicOf(zoom.sandbox, 'chatbot'),
      () => grant(),
      'unsupported_grant_type',
    ],
    [
      'a chatbot’s grant of the account’s app',
      undefined,
      () => 'grant_type=client_credentials',
      'unsupported_grant_type',
    ],
    ['a wrong account', undefined, () => 'grant_type=account_credentials&account_id=x', 'invalid_request'],
  ])('refuses %s with reason and error', async (_, authorization, query, error) => {
    const headers = { authorization: authorization?.() ?? basicOf(zoom.sandbox) };
    const { status, body } = await send('POST', `${zoom.sandbox.oauthUrl}?${query()}`, headers);
    expect({ status, body }).toEqual({ status: 400, body: { error, reason: expect.any(String) } });
  });
});

describe('a call', () => {
  test('without a good token is 401 with code 124', async () => {
    for (const headers of [{}, { authorization: 'Bearer nonsense' }, { authorization: basicOf(zoom.sandbox) }]) {
      const { status, body } = await send('GET', `${zoom.sandbox.apiUrl}/users/me`, headers as Record<string, string>);
      expect({ status, body }).toEqual({ status: 401, body: { code: 124, message: 'Invalid access token.' } });
    }
  });

  test('with a token older than an hour is 401 with code 124', async () => {
    const { access_token } = (await mint(zoom.sandbox)).body;
    const get = () => send('GET', `${zoom.sandbox.apiUrl}/users/me`, { authorization: `Bearer ${access_token}` });
    expect((await get()).status).toBe(200);
    zoom.sandbox.advance(60 * MINUTE);
    const { status, body } = await get();
    expect({ status, body }).toEqual({ status: 401, body: { code: 124, message: 'Access token is expired.' } });
  });

  test('without one of the scopes is 400 with code 4711 and the scopes that would do', async () => {
    const poor = await zoomOf({ scopes: ['user:read:user:admin'] });
    try {
      expect((await poor.get('/users/me')).status).toBe(200);
      const { status, body } = await poor.get('/users');
      expect({ status, body }).toEqual({
        status: 400,
        body: {
          code: 4711,
          message: 'Invalid access token, does not contain scopes:[user:read:admin, user:read:list_users:admin].',
        },
      });
    } finally {
      await poor.sandbox.close();
    }
  });

  test('of an unknown path is 404, and every answer has a tracking id', async () => {
    const { status, headers } = await zoom.get('/nothing/here');
    expect(status).toBe(404);
    expect(headers['x-zm-trackingid']).toMatch(/^v=2\.0;/);
    expect((await mint(zoom.sandbox)).headers['x-zm-trackingid']).toMatch(/^v=2\.0;/);
  });
});

describe('a chatbot', () => {
  const message = { robot_jid: 'r1', to_jid: 'u1@xmpp.zoom.us', content: { head: { text: 'Hello' } } };
  const tokenOf = async () => (await mint(zoom.sandbox, 'chatbot')).body.access_token;

  test('gets a token for its client credentials, with its scope alone', async () => {
    const { status, body } = await mint(zoom.sandbox, 'chatbot');
    expect({ status, body }).toMatchObject({ status: 200, body: { token_type: 'bearer', scope: 'imchat:bot' } });
    expect((await mint(zoom.sandbox)).body.scope.split(' ')).not.toContain('imchat:bot');
  });

  test('alone may send, update and delete its messages', async () => {
    const token = await tokenOf();
    const sent = await zoom.call('POST', '/im/chat/messages', message, 1000, token);
    expect({ status: sent.status, body: sent.body }).toMatchObject({ status: 201, body: { to_jid: message.to_jid } });
    const at = `/im/chat/messages/${sent.body.message_id}`;
    expect((await zoom.call('PUT', at, message, 1000, token)).status).toBe(200);
    const removed = () => zoom.call('DELETE', `${at}?robot_jid=r1`, undefined, 1000, token);
    expect((await removed()).body).toMatchObject({ message_id: sent.body.message_id });
    expect((await removed()).status).toBe(404);
    const { status, body } = await zoom.call('POST', '/im/chat/messages', message);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 4711 });
  });

  test('does not touch what another robot wrote', async () => {
    const token = await tokenOf();
    const { message_id } = (await zoom.call('POST', '/im/chat/messages', message, 1000, token)).body;
    const other = { ...message, robot_jid: 'r2' };
    expect((await zoom.call('PUT', `/im/chat/messages/${message_id}`, other, 1000, token)).status).toBe(404);
  });

  test('may do nothing else, whether that needs a scope or not', async () => {
    const token = await tokenOf();
    for (const path of ['/users/me', '/users/zpk?zpk=1']) {
      const { status, body } = await zoom.call('GET', path, undefined, 1000, token);
      expect({ path, status, code: body.code }).toEqual({ path, status: 400, code: 4711 });
    }
  });
});
