/** GraphQL over WebSocket: the same as over HTTP, and no way round anything that holds there. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { type Client, createClient, type SubscribePayload } from 'graphql-ws';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { listen } from '../../src/server/http/http.ts';
import { LIMITS } from '../../src/server/limits.ts';
import { post } from './post.ts';
import { sources, subscribedGateway } from './subscribed.ts';
import { type Result, silence } from './support.ts';

const serve = async (options: Parameters<typeof subscribedGateway>[0] = {}) => {
  const made = subscribedGateway(options);
  const http = await listen(made.gateway, 0, '127.0.0.1', { upgrade: made.gateway.upgrade });
  onTestFinished(() => http.stop(0));
  const url = `${http.origin.replace('http', 'ws')}/graphql`;
  /** A client of the package; `closed` is told how its connections end. */
  const connect = (bearer?: string, more: { headers?: Record<string, string> } = {}) => {
    const closed = vi.fn();
    class Socket extends WebSocket {
      constructor(address: string, protocol: string) {
        super(address, protocol, { headers: more.headers });
      }
    }
    const client = createClient({
      url,
      webSocketImpl: Socket,
      retryAttempts: 0,
      lazyCloseTimeout: 0,
      ...(bearer !== undefined && { connectionParams: { Authorization: `Bearer ${bearer}` } }),
      on: { closed: (event) => closed((event as { code: number }).code, (event as { reason: string }).reason) },
    });
    onTestFinished(() => void client.dispose());
    return { client, closed };
  };
  return { ...made, http, url, connect };
};
const asking = (client: Client, query: string | SubscribePayload) => {
  const answers = client.iterate<Record<string, unknown>>(typeof query === 'string' ? { query } : query);
  return {
    next: async () => (await answers.next()).value as Result | undefined,
    leave: () => answers.return?.(),
  };
};
const reading = (count: number) => vi.waitFor(() => expect(sources.begun - sources.ended).toBe(count), { interval: 1 });

test('queries, mutations and subscriptions are answered over one connection', async () => {
  const { connect, happens } = await serve();
  const { client } = connect();
  const subscribed = asking(client, 'subscription { events { topic host } }');
  const first = subscribed.next();
  expect(await asking(client, '{ fine user(id: "a") }').next()).toEqual({
    data: { fine: 'fine', user: 'User a' },
    extensions: { zoom: expect.objectContaining({ calls: 1 }) },
  });
  expect(await asking(client, 'mutation { change }').next()).toMatchObject({ data: { change: 'changed' } });
  await reading(1);
  await happens('one');
  expect(await first).toMatchObject({
    data: { events: { topic: 'one', host: 'User h' } },
    extensions: { zoom: { calls: 1 } },
  });
  await subscribed.leave();
  await reading(0);
});

test('errors say what they say over HTTP, and nothing that is for HTTP alone', async () => {
  const { connect, lines } = await serve();
  const { client } = connect();
  const refused = async (payload: string | SubscribePayload) => {
    const errors = await asking(client, payload)
      .next()
      .then(
        (result) => result?.errors,
        (error: unknown) => error as { message: string; extensions: object }[],
      );
    expect(JSON.stringify(errors)).not.toMatch(/"http"|unexpected"|hunter2/);
    return errors?.map(({ extensions }) => (extensions as { code: string }).code);
  };
  expect(await refused('{')).toEqual(['GRAPHQL_PARSE_FAILED']);
  expect(await refused('{ nothing }')).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  expect(await refused('subscription { nothing }')).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  expect(await refused('subscription { failing }')).toEqual(['INTERNAL_SERVER_ERROR']);
  expect(await refused({ query: '{ fine }', extensions: { zoom: { nope: true } } })).toEqual(['BAD_USER_INPUT']);
  expect(await refused({ query: '{ fine }', extensions: { persistedQuery: { version: 2 } } })).toEqual(['BAD_REQUEST']);
  expect(await refused('subscription { events(after: "x") { topic } }')).toEqual(['BAD_USER_INPUT']);
  expect(await refused(`{ ${Array.from({ length: 1001 }, (_, nth) => `a${nth}: fine`).join(' ')} }`)).toEqual([
    'QUERY_TOO_COSTLY',
  ]);
  expect(lines.filter(({ level }) => Number(level) >= 50)).toHaveLength(1);
});

test('who asks is known by the first message, or by a header; nobody is let in', async () => {
  const { connect, happens, who } = await serve({ who: { owner: ['read', 'sensitive'], guest: ['read'] } });
  const query = 'subscription { events { topic password } }';
  const [owner, guest] = [connect('owner'), connect(undefined, { headers: { authorization: 'Bearer guest' } })];
  // It holds the connection open.
  void asking(owner.client, 'subscription { never }').next();
  const answers = [asking(owner.client, query), asking(guest.client, query)];
  const both = Promise.all(answers.map(({ next }) => next()));
  await reading(2);
  await happens('one');
  const [whole, part] = await both;
  expect(whole).toMatchObject({ data: { events: { topic: 'one', password: 'hush' } } });
  expect(part).toMatchObject({
    data: { events: { topic: 'one', password: null } },
    errors: [{ extensions: { code: 'FORBIDDEN' } }],
  });

  for (const bearer of ['nobody', 'no body', '']) {
    const { client, closed } = connect(bearer);
    await expect(asking(client, '{ fine }').next()).rejects.toBeDefined();
    expect(closed).toHaveBeenCalledWith(4401, 'UNAUTHENTICATED');
  }
  // A key that was revoked asks no more, though its connection is open.
  const last = answers[0]?.next();
  delete who.owner;
  await happens('two');
  expect(await last).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  await expect(asking(owner.client, '{ fine }').next()).rejects.toMatchObject([
    { extensions: { code: 'UNAUTHENTICATED' } },
  ]);
});

test('only what is registered runs, where that is set', async () => {
  const text = '{ fine }';
  const { writeFileSync, mkdtempSync, rmSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const folder = mkdtempSync(`${tmpdir()}/registered-`);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(`${folder}/operations.json`, JSON.stringify({ known: text }));
  const { connect } = await serve({ env: { PERSISTED_OPERATIONS: `${folder}/operations.json`, PERSISTED_ONLY: 'on' } });
  const { client } = connect();
  expect(await asking(client, text).next()).toMatchObject({ data: { fine: 'fine' } });
  expect(await asking(client, { query: '', id: 'known' } as SubscribePayload).next()).toMatchObject({
    data: { fine: 'fine' },
  });
  await expect(asking(client, 'subscription { events { topic } }').next()).rejects.toMatchObject([
    { extensions: { code: 'OPERATION_NOT_REGISTERED' } },
  ]);
  const hash = createHash('sha256').update('{ other: fine }').digest('hex');
  const sent = { query: '{ other: fine }', extensions: { persistedQuery: { version: 1, sha256Hash: hash } } };
  await expect(asking(client, sent).next()).rejects.toMatchObject([
    { extensions: { code: 'OPERATION_NOT_REGISTERED' } },
  ]);
});

/** The status with which an upgrade is refused, or 101. */
const statusOf = async (url: string, headers: Record<string, string> = {}): Promise<number> => {
  const socket = new WebSocket(url, 'graphql-transport-ws', { headers });
  onTestFinished(() => socket.terminate());
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    socket.once('error', reject);
  });
};

test('pages of other origins are let in by name only, and by names of the gateway only', async () => {
  const { url } = await serve({ env: { CORS_ORIGINS: 'https://app.example.com' } });
  const { host } = new URL(url);
  expect(await statusOf(url)).toBe(101);
  expect(await statusOf(url, { origin: 'https://app.example.com' })).toBe(101);
  expect(await statusOf(url, { origin: `http://${host}` })).toBe(101);
  for (const origin of ['https://evil.example.com', 'null', `http://${host}.evil.example.com`, 'http://localhost'])
    expect(await statusOf(url, { origin }), origin).toBe(403);
  expect(await statusOf(url, { host: 'evil.example.com', origin: 'http://evil.example.com' })).toBe(421);
  expect(await statusOf(url.replace('/graphql', '/other'))).toBe(404);
});

test('where a plugin stands in front of requests, nobody passes it by', async () => {
  const { url } = await serve({ more: { plugins: [{ onRequest: () => undefined }] } });
  expect(await statusOf(url)).toBe(501);
  const { url: other } = await serve({ more: { plugins: [{ onExecute: () => undefined }] } });
  expect(await statusOf(other)).toBe(101);
});

test('a client that asks for another protocol is answered by HTTP/1.1, as many times as it asks', async () => {
  const { http } = await serve();
  for (let nth = 0; nth < 2; nth++) {
    const body = JSON.stringify({ query: '{ fine }' });
    const headers = {
      'content-type': 'application/json',
      'content-length': body.length,
      connection: 'Upgrade, HTTP2-Settings',
      upgrade: 'h2c',
      'http2-settings': 'AAMAAABkAAQAAP__',
    };
    const sending = request(`${http.origin}/graphql`, { method: 'POST', headers });
    sending.end(body);
    const [response] = await once(sending, 'response');
    expect([response.statusCode, JSON.parse((await response.toArray()).join('')).data]).toEqual([
      200,
      { fine: 'fine' },
    ]);
  }
});

test('what is too long, or no message, closes the connection and nothing else', async () => {
  const { url, connect, lines } = await serve();
  const closeOf = async (text: string) => {
    const socket = new WebSocket(url, 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send(text);
    const [code] = await once(socket, 'close');
    return code;
  };
  expect(await closeOf('x'.repeat(LIMITS.bodyBytes + 1))).toBe(1009);
  expect(await closeOf('{')).toBe(4400);
  expect(await closeOf('{"type":"subscribe","id":"1","payload":{"query":"{ fine }"}}')).toBe(4401);
  expect(await asking(connect().client, '{ fine }').next()).toMatchObject({ data: { fine: 'fine' } });
  expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
});

test('a client that leaves ends what it has asked for', async () => {
  const ended = vi.fn();
  const { connect, reads } = await serve({
    answer: (id, context) => {
      context.signal?.addEventListener('abort', ended);
      return silence(id, context);
    },
  });
  const { client } = connect();
  const subscribed = asking(client, 'subscription { events { topic } }')
    .next()
    .catch(() => undefined);
  const query = asking(client, '{ user(id: "a") }')
    .next()
    .catch(() => undefined);
  await reading(1);
  await vi.waitFor(() => expect(reads).toEqual(['a']));
  client.terminate();
  await reading(0);
  await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
  await Promise.all([subscribed, query]);
});

test('an operation that is no longer wanted is ended, and its connection goes on', async () => {
  const ended = vi.fn();
  const { url, reads } = await serve({
    answer: (id, context) => {
      context.signal?.addEventListener('abort', ended);
      return silence(id, context);
    },
  });
  const socket = new WebSocket(url, 'graphql-transport-ws');
  onTestFinished(() => socket.terminate());
  await once(socket, 'open');
  const said: { type: string; id?: string }[] = [];
  socket.on('message', (data) => said.push(JSON.parse(String(data))));
  const send = (message: object) => socket.send(JSON.stringify(message));
  send({ type: 'connection_init' });
  await vi.waitFor(() => expect(said).toEqual([{ type: 'connection_ack' }]));
  send({ type: 'subscribe', id: '1', payload: { query: '{ user(id: "a") }' } });
  await vi.waitFor(() => expect(reads).toEqual(['a']));
  send({ type: 'complete', id: '1' });
  await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
  send({ type: 'subscribe', id: '2', payload: { query: '{ fine }' } });
  await vi.waitFor(() =>
    expect(said.filter(({ id }) => id === '2').map(({ type }) => type)).toEqual(['next', 'complete']),
  );
});

test('when the gateway stops, operations are answered, subscriptions complete, and clients are told to come again', async () => {
  let answer: () => void = () => {};
  const { connect, reads, gateway, http, url } = await serve({
    answer: () => new Promise((resolve) => (answer = () => resolve({ display_name: 'Ann' }))),
  });
  const [one, idle] = [connect(), connect()];
  const subscribed = asking(one.client, 'subscription { events { topic } }').next();
  const query = asking(one.client, '{ user(id: "a") }').next();
  const silent = new WebSocket(url, 'graphql-transport-ws');
  await once(silent, 'open');
  await reading(1);
  await vi.waitFor(() => expect(reads).toEqual(['a']));
  gateway.endSubscriptions();
  const stopped = http.stop(60_000);
  expect(await subscribed).toBeUndefined();
  const [code] = await once(silent, 'close');
  expect(code).toBe(1012);
  answer();
  expect(await query).toMatchObject({ data: { user: 'Ann' } });
  await vi.waitFor(() => expect(one.closed).toHaveBeenCalledWith(1012, 'The gateway stops.'));
  await stopped;
  await expect(asking(idle.client, '{ fine }').next()).rejects.toBeDefined();
});

test('what does not end in time is cut off', async () => {
  const { connect, reads, gateway, http } = await serve({ answer: silence });
  const { client, closed } = connect();
  const query = asking(client, '{ user(id: "a") }')
    .next()
    .catch(() => 'cut off');
  await vi.waitFor(() => expect(reads).toEqual(['a']));
  gateway.endSubscriptions();
  await http.stop(1);
  expect(await query).toBe('cut off');
  expect(closed).toHaveBeenCalledOnce();
});

test('a WebSocket is none of those that HTTP would close for their silence', async () => {
  const { gateway } = subscribedGateway();
  const http = await listen(gateway, 0, '127.0.0.1', {
    upgrade: gateway.upgrade,
    bounds: { idleMs: 20, answerMs: 20, headMs: 20, bodyMs: 20 },
  });
  onTestFinished(() => http.stop(0));
  const socket = new WebSocket(`${http.origin.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  onTestFinished(() => socket.terminate());
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  // Others are closed meanwhile.
  const response = await fetch(`${http.origin}/graphql`, post({ query: '{ fine }' }));
  await response.json();
  for (let nth = 0; nth < 5; nth++) {
    socket.ping();
    await once(socket, 'pong');
  }
  expect(socket.readyState).toBe(WebSocket.OPEN);
});
