/** What clients may hold of the server: connections, time for a request, answers that they do not take. Over sockets, with small bounds. */
import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type HttpServer, listen } from '../../src/server/http/http.ts';
import { LIMITS } from '../../src/server/limits.ts';
import { post } from './post.ts';
import { gatewayOf } from './support.ts';

type Bounds = NonNullable<Parameters<typeof listen>[3]>['bounds'];
const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});
const serve = async (bounds: Bounds, listener: RequestListener = gatewayOf().gateway): Promise<HttpServer> => {
  const http = await listen(listener, 0, '127.0.0.1', { bounds });
  opened.push(() => http.stop(0));
  return http;
};

/** Many bodies take a while to arrive. */
const SOON = { timeout: 15_000 };

/** A connection on which a test says byte for byte what is sent. */
const talk = async (http: HttpServer) => {
  const socket = connect(Number(new URL(http.origin).port), '127.0.0.1');
  socket.on('error', () => socket.destroy()); // the server may hang up on us at any time
  opened.push(() => socket.destroy());
  const closed = once(socket, 'close');
  let received = '';
  socket.setEncoding('utf8').on('data', (text) => (received += text));
  await Promise.race([once(socket, 'connect'), closed]);
  return { socket, closed, said: () => closed.then(() => received) };
};
const errorIn = (said: string) => {
  const [head = '', body = ''] = said.split('\r\n\r\n');
  return [head.split('\r\n')[0], JSON.parse(body).errors[0].extensions.code];
};
const headOf = (...lines: string[]) => ['POST /graphql HTTP/1.1', 'host: localhost', ...lines].join('\r\n');
const JSON_TYPE = 'content-type: application/json';
const FINE = '{"query":"{ fine }"}';
const whole = `${headOf(JSON_TYPE, `content-length: ${FINE.length}`)}\r\n\r\n${FINE}`;

test('connections beyond the bound are refused, and there is room again when others end', async () => {
  const http = await serve({ connections: 2 });
  const [one, other] = [await talk(http), await talk(http)];
  const third = await talk(http);
  third.socket.write(whole);
  expect(await third.said()).toBe('');
  one.socket.destroy();
  await one.closed;
  other.socket.write(whole);
  await once(other.socket, 'data');
  const fourth = await talk(http);
  fourth.socket.write(whole);
  expect(String(await once(fourth.socket, 'data'))).toContain('200 OK');
});

test('a connection that says nothing is closed', async () => {
  const { said } = await talk(await serve({ headMs: 50, bodyMs: 200 }));
  expect(errorIn(await said())).toEqual(['HTTP/1.1 408 Request Timeout', 'REQUEST_TIMEOUT']);
});

test('so is one whose headers do not end', async () => {
  const { socket, said } = await talk(await serve({ headMs: 50, bodyMs: 200 }));
  socket.write(headOf('x: y'));
  expect(errorIn(await said())).toEqual(['HTTP/1.1 408 Request Timeout', 'REQUEST_TIMEOUT']);
});

test.each([
  ['a query, of stated length', [JSON_TYPE, 'content-length: 100']],
  ['a query, in chunks', [JSON_TYPE, 'transfer-encoding: chunked']],
  [
    'an upload',
    ['content-type: multipart/form-data; boundary=x', 'graphql-require-preflight: 1', 'content-length: 100'],
  ],
])('so is one whose body does not come: %s', async (_, lines) => {
  const { gateway, lines: logged } = gatewayOf();
  const { socket, said } = await talk(await serve({ headMs: 50, bodyMs: 100 }, gateway));
  socket.write(`${headOf(...lines)}\r\n\r\n1`);
  expect(errorIn(await said())).toEqual(['HTTP/1.1 408 Request Timeout', 'REQUEST_TIMEOUT']);
  expect(logged.filter(({ level }) => Number(level) >= 40)).toEqual([]);
});

test('a connection that waits for the next request is closed', async () => {
  const { socket, said } = await talk(await serve({ idleMs: 20 }));
  socket.write(whole);
  expect(await said()).toContain('"fine":"fine"');
});

const userQuery = '{"query":"{ user(id: \\"a\\") }"}';
const asking = `${headOf(JSON_TYPE, `content-length: ${userQuery.length}`)}\r\n\r\n${userQuery}`;

describe.each([true, false])('by the short way: %s', (direct) => {
  test('an answer that nobody takes is let go', async () => {
    const long = 'x'.repeat(20_000_000);
    const { gateway } = gatewayOf({}, async () => ({ display_name: long }), { direct });
    let tell = () => {};
    const gone = new Promise<void>((resolve) => (tell = resolve));
    const http = await serve({ answerMs: 50 }, (request, response) => {
      response.once('close', tell);
      gateway(request, response);
    });
    const { socket, said } = await talk(http);
    socket.pause();
    socket.write(asking);
    await gone;
    socket.resume();
    expect((await said()).length).toBeLessThan(long.length);
  });

  test('whoever waits for Zoom longer than that gets the answer', async () => {
    let answer = () => {};
    const { gateway } = gatewayOf(
      {},
      () => new Promise((resolve) => (answer = () => resolve({ display_name: 'late' }))),
      { direct },
    );
    const http = await serve({ answerMs: 20 }, (request, response) => {
      request.socket.once('timeout', () => answer());
      gateway(request, response);
    });
    const { socket } = await talk(http);
    socket.write(asking);
    expect(String(await once(socket, 'data'))).toContain('200 OK');
  });
});

test('headers beyond the bound are refused', async () => {
  const { socket, said } = await talk(await serve({}));
  socket.write(headOf(`x: ${'y'.repeat(LIMITS.headBytes)}`));
  expect(errorIn(await said())).toEqual(['HTTP/1.1 431 Request Header Fields Too Large', 'HEADERS_TOO_LARGE']);
});

test('what is no HTTP is refused in the form that errors have', async () => {
  const { socket, said } = await talk(await serve({}));
  socket.write('hunter2\r\n\r\n');
  const answer = await said();
  expect(errorIn(answer)).toEqual(['HTTP/1.1 400 Bad Request', 'BAD_REQUEST']);
  expect(answer).not.toContain('hunter2');
});

test('nothing is said behind the last answer', async () => {
  const { socket, said } = await talk(await serve({}));
  socket.write(`${headOf(JSON_TYPE, 'connection: close', `content-length: ${FINE.length}`)}\r\n\r\n${FINE}and more`);
  expect((await said()).match(/HTTP\/1.1/g)).toHaveLength(1);
});

describe.each([true, false])('bodies of all requests together, by the short way: %s', (direct) => {
  test('are bounded, and leave room when they are gone', async () => {
    const { gateway } = gatewayOf({}, undefined, { direct });
    const http = await serve({}, gateway);
    const filler = ' '.repeat(LIMITS.bodyBytes - 1000);
    const waiting: Awaited<ReturnType<typeof talk>>[] = [];
    const hold = async () => {
      const one = await talk(http);
      one.socket.write(`${headOf(JSON_TYPE, `content-length: ${LIMITS.bodyBytes}`)}\r\n\r\n${filler}`);
      waiting.push(one);
    };
    for (let held = 0; held + LIMITS.bodyBytes <= LIMITS.heldBytes; held += LIMITS.bodyBytes) await hold();
    // While bodies are still arriving, it may be one of these that is refused: another takes its place.
    const refused = await vi.waitFor(async () => {
      await hold();
      const response = await fetch(`${http.origin}/graphql`, post({ query: '{ fine }', more: filler }));
      expect(response.status).toBe(503);
      return response;
    }, SOON);
    expect(refused.headers.get('retry-after')).toBe('5');
    expect((await refused.json()).errors[0].extensions.code).toBe('OVERLOADED');
    for (const { socket } of waiting) socket.destroy();
    await vi.waitFor(async () => {
      const response = await fetch(`${http.origin}/graphql`, post({ query: '{ fine }', more: filler }));
      expect(await response.json()).toMatchObject({ data: { fine: 'fine' } });
    }, SOON);
  });
});
