import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { Agent, fetch } from 'undici';
import { afterEach, expect, test, vi } from 'vitest';
import { type HttpServer, listen } from '../../src/server/http/http.ts';
import { LIMITS } from '../../src/server/limits.ts';
import { post } from './post.ts';
import { gatewayOf, silence } from './support.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});
const serve = async (
  ...args: Parameters<typeof gatewayOf>
): Promise<ReturnType<typeof gatewayOf> & { http: HttpServer }> => {
  const made = gatewayOf(...args);
  const http = await listen(made.gateway, 0, '127.0.0.1');
  opened.push(() => http.stop(0));
  return { ...made, http };
};
const json = { method: 'POST', headers: { 'content-type': 'application/json' } };

test('answers over a socket', async () => {
  const { http } = await serve();
  const response = await fetch(`${http.origin}/graphql`, post({ query: '{ fine }' }) as object);
  expect(await response.json()).toMatchObject({ data: { fine: 'fine' } });
});

test('a body that streams past the limit is answered while it is still being sent', async () => {
  const { http } = await serve();
  const sending = request(`${http.origin}/graphql`, json);
  sending.on('error', () => sending.destroy()); // the server hangs up on the rest
  const chunk = Buffer.alloc(100_000, 'x');
  let sent = 0;
  const more = () => {
    while (!sending.destroyed && sending.write(chunk)) sent += chunk.length;
  };
  sending.on('drain', more);
  more();
  const [response] = await once(sending, 'response');
  expect(response.statusCode).toBe(413);
  const body = JSON.parse((await response.toArray()).join(''));
  expect(body.errors[0].extensions.code).toBe('REQUEST_ENTITY_TOO_LARGE');
  expect(sent).toBeLessThan(50 * LIMITS.bodyBytes);
  sending.destroy();
});

test('a client that hangs up ends the calls made for it', async () => {
  const ended = vi.fn();
  const { http, reads } = await serve({}, (id, requestContext) => {
    requestContext.signal?.addEventListener('abort', ended);
    return silence(id, requestContext);
  });
  const client = new AbortController();
  const asking = fetch(`${http.origin}/graphql`, post({ query: '{ user(id: "a") }' }, {}, client.signal) as object);
  const failed = expect(asking).rejects.toThrow('abort');
  await vi.waitFor(() => expect(reads).toEqual(['a']));
  expect(ended).not.toHaveBeenCalled();
  client.abort();
  await failed;
  await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
});

/** A connection of its own, on which a test says byte for byte what is sent. */
const connected = async (http: HttpServer) => {
  const socket = connect(Number(new URL(http.origin).port), '127.0.0.1');
  await once(socket, 'connect');
  let received = '';
  socket.setEncoding('utf8').on('data', (text) => (received += text));
  return {
    socket,
    send: (text: string) => socket.write(text),
    /** The bodies of so many answers, when they are there. */
    answers: (count: number) =>
      vi.waitFor(() => {
        const bodies = received.match(/(?<=\r\n\r\n)\{.*?\}(?=HTTP|$)/g) ?? [];
        expect(bodies).toHaveLength(count);
        return bodies.map((body) => JSON.parse(body).data);
      }),
  };
};
const bytesOf = (query: string) => {
  const body = JSON.stringify({ query });
  const head = [
    'POST /graphql HTTP/1.1',
    'host: localhost',
    'content-type: application/json',
    `content-length: ${body.length}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
};

test('a client that hangs up before it has sent its body leaves nothing behind', async () => {
  const { http, reads, lines } = await serve();
  for (const part of [0.2, 0.5, 0.9]) {
    const { socket, send } = await connected(http);
    const bytes = bytesOf('{ user(id: "a") }');
    send(bytes.slice(0, Math.floor(bytes.length * part)));
    await new Promise<void>((resolve) => socket.end(resolve));
    socket.destroy();
  }
  const response = await fetch(`${http.origin}/graphql`, post({ query: '{ fine }' }) as object);
  expect(await response.json()).toMatchObject({ data: { fine: 'fine' } });
  await http.stop(60_000);
  expect(reads).toEqual([]);
  expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
});

test('one connection serves one request after another', async () => {
  const { http } = await serve();
  const { socket, send, answers } = await connected(http);
  send(bytesOf('{ fine }'));
  expect(await answers(1)).toEqual([{ fine: 'fine' }]);
  send(bytesOf('{ nothing }'));
  await answers(2);
  send(bytesOf('{ noted }'));
  expect((await answers(3))[2]).toEqual({ noted: 'noted' });
  socket.destroy();
});

test('requests that are sent without waiting are answered in their order', async () => {
  const letGo: Record<string, () => void> = {};
  const { http, reads } = await serve(
    {},
    (id) => new Promise((resolve) => (letGo[id] = () => resolve({ display_name: id }))),
  );
  const { socket, send, answers } = await connected(http);
  send(['{ user(id: "a") }', '{ user(id: "b") }', '{ fine }'].map(bytesOf).join(''));
  await vi.waitFor(() => expect(reads).toEqual(['a', 'b']));
  letGo.b?.();
  letGo.a?.();
  expect(await answers(3)).toEqual([{ user: 'a' }, { user: 'b' }, { fine: 'fine' }]);
  socket.destroy();
});

test('requests on several connections run side by side', async () => {
  const letGo: Record<string, () => void> = {};
  const { http, reads } = await serve(
    {},
    (id) => new Promise((resolve) => (letGo[id] = () => resolve({ display_name: id }))),
  );
  const [one, other] = await Promise.all([connected(http), connected(http)]);
  one.send(bytesOf('{ user(id: "a") }'));
  await vi.waitFor(() => expect(reads).toEqual(['a']));
  other.send(bytesOf('{ user(id: "b") }'));
  await vi.waitFor(() => expect(reads).toEqual(['a', 'b']));
  letGo.b?.();
  expect(await other.answers(1)).toEqual([{ user: 'b' }]);
  letGo.a?.();
  expect(await one.answers(1)).toEqual([{ user: 'a' }]);
  one.socket.destroy();
  other.socket.destroy();
});

test('a client that hangs up ends the calls of its own requests alone', async () => {
  const ended: string[] = [];
  let answer: () => void = () => {};
  const { http, reads } = await serve({}, (id, requestContext) => {
    requestContext.signal?.addEventListener('abort', () => ended.push(id));
    return id === 'a'
      ? silence(id, requestContext)
      : new Promise((resolve) => (answer = () => resolve({ display_name: id })));
  });
  const [one, other] = await Promise.all([connected(http), connected(http)]);
  one.send(bytesOf('{ user(id: "a") }'));
  other.send(bytesOf('{ user(id: "b") }'));
  await vi.waitFor(() => expect(reads).toHaveLength(2));
  one.socket.destroy();
  await vi.waitFor(() => expect(ended).toEqual(['a']));
  answer();
  expect(await other.answers(1)).toEqual([{ user: 'b' }]);
  expect(ended).toEqual(['a']);
  other.socket.destroy();
});

test('stopping finishes what is in flight, and takes nothing new', async () => {
  let answer: (user: { display_name: string }) => void = () => {};
  const { http, reads } = await serve({}, () => new Promise((resolve) => (answer = resolve)));
  const agent = new Agent({ keepAliveTimeout: 60_000 });
  opened.push(() => agent.close());
  const ask = () =>
    fetch(`${http.origin}/graphql`, { ...(post({ query: '{ user(id: "a") }' }) as object), dispatcher: agent });
  const asking = ask();
  await vi.waitFor(() => expect(reads).toEqual(['a']));
  const stopped = http.stop(60_000);
  await expect(fetch(`${http.origin}/health`)).rejects.toThrow('fetch failed');
  answer({ display_name: 'A' });
  expect(await (await asking).json()).toMatchObject({ data: { user: 'A' } });
  await stopped;
});

test('what takes longer than the grace is cut off', async () => {
  const { http, reads } = await serve({}, silence);
  const asking = fetch(`${http.origin}/graphql`, post({ query: '{ user(id: "a") }' }) as object);
  const failed = expect(asking).rejects.toThrow('fetch failed');
  await vi.waitFor(() => expect(reads).toEqual(['a']));
  await http.stop(1);
  await failed;
});

test('a taken port is an error', async () => {
  const { http } = await serve();
  await expect(listen(() => {}, Number(new URL(http.origin).port), '127.0.0.1')).rejects.toThrow('EADDRINUSE');
});
