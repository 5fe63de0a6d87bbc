import { once } from 'node:events';
import { request } from 'node:http';
import { Agent, fetch } from 'undici';
import { afterEach, expect, test, vi } from 'vitest';
import { type HttpServer, listen } from '../../src/server/http.ts';
import { LIMITS } from '../../src/server/plugins/limits.ts';
import { gatewayOf, post, silence } from './support.ts';

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
  const { http, reads } = await serve({}, (id, turn) => {
    turn.signal?.addEventListener('abort', ended);
    return silence(id, turn);
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
