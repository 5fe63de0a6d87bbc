/** Which hosts the gateway answers to: a page whose name leads to the gateway (DNS rebinding) must get nothing. */
import { request as httpRequest } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { hostCheck } from '../../src/server/hosts.ts';
import { listen } from '../../src/server/http/http.ts';
import { gatewayOf } from './support.ts';

const LOOPBACK = ['localhost', 'localhost:4000', 'LOCALHOST.', '127.0.0.1', '127.0.0.1:81', '[::1]', '[::1]:4000'];
const FOREIGN = [
  'evil.example',
  'evil.example:4000',
  'localhost.evil.example',
  'localhost@evil.example',
  'a b',
  '',
  ':80',
];
const ADDRESSES = ['192.168.1.5:4000', '10.0.0.1', '[fd00::1]:4000', '0.0.0.0:4000'];

describe.each<[host: string, names: readonly string[], known: readonly string[], unknown: readonly string[]]>([
  ['127.0.0.1', [], LOOPBACK, [...FOREIGN, ...ADDRESSES]],
  ['::1', [], LOOPBACK, [...FOREIGN, ...ADDRESSES]],
  ['localhost', [], LOOPBACK, [...FOREIGN, ...ADDRESSES]],
  ['127.0.0.2', [], [...LOOPBACK, '127.0.0.2:4000'], [...FOREIGN, ...ADDRESSES]],
  ['0.0.0.0', [], [...LOOPBACK, ...ADDRESSES], FOREIGN],
  ['::', [], [...LOOPBACK, ...ADDRESSES, '[::]:4000'], FOREIGN],
  ['Gateway.internal', [], [...LOOPBACK, ...ADDRESSES, 'gateway.internal:4000'], FOREIGN],
  ['0.0.0.0', ['Api.example'], [...LOOPBACK, ...ADDRESSES, 'api.example', 'API.EXAMPLE:443'], FOREIGN],
  ['127.0.0.1', ['api.example'], [...LOOPBACK, 'api.example'], [...FOREIGN, ...ADDRESSES]],
  ['127.0.0.1', ['*'], [...LOOPBACK, ...FOREIGN, ...ADDRESSES], []],
])('a gateway on %s that is called %j', (host, names, known, unknown) => {
  const isOwn = hostCheck(host, names);
  const asks = (name: string) => isOwn({ url: '/graphql', headers: { host: name } });

  test('answers to its names alone', () => {
    expect(known.filter((name) => !asks(name))).toEqual([]);
    expect(unknown.filter(asks)).toEqual([]);
  });

  test('looks at the name in the URL first', () => {
    for (const name of known)
      expect(isOwn({ url: 'http://evil.example/graphql', headers: { host: name } })).toBe(names.includes('*'));
    expect(isOwn({ url: 'HTTP://localhost:1/graphql', headers: { host: 'evil.example' } })).toBe(true);
  });

  test('tells whoever asks how it is', () => {
    for (const path of ['/health', '/ready', '/ready?full', '/healthz', '/readyz'])
      expect(isOwn({ url: path, headers: { host: '10.1.2.3:4000' } })).toBe(true);
    for (const path of ['/healthy', '/readyzz', '/graphql?/health', '/x/ready', '//health'])
      expect(isOwn({ url: path, headers: { host: 'evil.example' } })).toBe(names.includes('*'));
  });
});

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

test.each([true, false])('a request to another name is refused before anything is done for it', async (direct) => {
  const { gateway, bearers, reads } = gatewayOf({}, undefined, { direct });
  const http = await listen(gateway, 0, '127.0.0.1');
  opened.push(() => http.stop(0));
  const ask = (path: string, host: string, method = 'POST') =>
    new Promise<{ status?: number | undefined; text: string }>((resolve, reject) => {
      const headers = { host, 'content-type': 'application/json' };
      const sending = httpRequest(http.origin + path, { method, headers, agent: false });
      sending.on('error', reject);
      sending.on('response', async (response) =>
        resolve({ status: response.statusCode, text: Buffer.concat(await response.toArray()).toString() }),
      );
      sending.end(method === 'POST' ? '{"query":"{ user(id: \\"a\\") }"}' : undefined);
    });
  for (const [path, method] of [
    ['/graphql', 'POST'],
    ['/graphql', 'GET'],
    ['/', 'GET'],
    ['/graphql?x', 'POST'],
  ] as const) {
    const { status, text } = await ask(path, 'evil.example', method);
    expect([status, JSON.parse(text).errors]).toEqual([
      421,
      [{ message: expect.stringContaining('ALLOWED_HOSTS'), extensions: { code: 'UNKNOWN_HOST' } }],
    ]);
    expect(text).not.toContain('evil');
  }
  expect([bearers, reads]).toEqual([[], []]);
  expect((await ask('/health', '10.1.2.3:4000', 'GET')).status).toBe(200);
  expect((await ask('/ready', '10.1.2.3:4000', 'GET')).status).toBe(200);
  expect((await ask('/graphql', 'localhost:1')).text).toContain('User a');
});
