import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { newKey } from '../../src/server/auth/keys.ts';
import { readConfig } from '../../src/server/config.ts';
import { examples } from '../../src/server/examples.ts';
import { reasonOf } from '../../src/server/failure.ts';
import { createLog } from '../../src/server/log.ts';
import { GRACE_MS, start } from '../../src/server/server.ts';
import { post } from './post.ts';
import { spawnMain } from './spawn.ts';

const config = (env: Record<string, string> = {}) => readConfig({ PORT: '0', LOG_LEVEL: 'silent', ...env });

test('seconds for an operation that there is not stop the start', async () => {
  await expect(start(config({ RESPONSE_CACHE_ENDPOINTS: 'GET /groups=3,GET /grups=3' }))).rejects.toThrow(
    'RESPONSE_CACHE_ENDPOINTS names what is no operation: GET /grups.',
  );
});

test('without credentials every example runs against the sandbox, with a line of log for each call', async () => {
  const lines: Record<string, unknown>[] = [];
  const running = await start(config(), createLog('info', { write: (line) => lines.push(JSON.parse(line)) }));
  try {
    expect(running.greeting).toEqual([
      `The gateway is at ${running.url}`,
      'It runs against the embedded sandbox; for your own account set ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID and ZOOM_CLIENT_SECRET.',
    ]);
    let calls = 0;
    for (const { name, query, variables } of examples()) {
      const answer = await (await fetch(running.url, post({ query, variables }))).json();
      expect([name, answer.errors]).toEqual([name, undefined]);
      expect(answer.extensions.zoom.sandbox).toBe(true);
      calls += answer.extensions.zoom.calls;
    }
    expect(lines.filter(({ msg }) => msg === 'zoom')).toHaveLength(calls);
    const [first] = lines.filter(({ msg }) => msg === 'zoom');
    expect(first).toMatchObject({ verb: 'GET', template: '/users', status: 200, requestId: expect.any(String) });
    expect((await fetch(new URL('/ready', running.url))).status).toBe(200);
  } finally {
    await running.stop(0);
  }
  await expect(fetch(running.url)).rejects.toThrow('fetch failed');
});

test('a real account: what it runs against is said, and who may call', async () => {
  const zoom = {
    ZOOM_ACCOUNT_ID: 'a',
    ZOOM_CLIENT_ID: 'c',
    ZOOM_CLIENT_SECRET: 'hush',
    ZOOM_API_URL: 'http://127.0.0.1:1/v2',
  };
  const { text, record } = newKey('laptop', ['read'], new Date());
  const keys = { AUTH: 'keys', AUTH_KEYS: JSON.stringify({ keys: [record] }) };
  const running = await start(config({ ...zoom, ...keys, HOST: '0.0.0.0' }));
  const sent = post({ query: '{ __typename }' }, { authorization: `Bearer ${text}` });
  const { extensions } = await (await fetch(running.url, sent)).json();
  await running.stop(0);
  expect(Object.keys(extensions.zoom)).not.toContain('sandbox');
  expect(running.greeting.slice(1)).toEqual([
    'It runs against http://127.0.0.1:1/v2, with your app’s credentials.',
    'Set ALLOWED_HOSTS to the names by which clients reach it.',
    'Callers send one of its keys, and can do what the key permits.',
  ]);
});

test.each(['PORT', 'METRICS_PORT', 'SANDBOX_PORT'])(
  'a taken %s stops the start, is said by that name, and leaves nothing running',
  async (setting) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const failed = await start(config({ [setting]: String(port) })).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'EADDRINUSE' });
    expect(reasonOf(failed)).toBe(`Port ${port} is taken: set ${setting} to a free one.`);
    other.close();
  },
);

test('wrong settings stop the start with a message that names them', async () => {
  const { said, exited } = await spawnMain({ PORT: 'http', ZOOM_CLIENT_SECRET: 'hush' });
  expect(await exited).toEqual([1, null]);
  expect(said.out).toBe('');
  expect(said.err).toContain('- PORT must be a whole number from 0 to 65535.');
  expect(said.err).toContain('- ZOOM_CLIENT_ID must be set too');
  expect(said.err).not.toMatch(/hush|at .*\.ts/);
});

test('so does a fault of the sandbox that would never hit', async () => {
  const { said, exited } = await spawnMain({ SANDBOX_FAULTS: '500:GET /usrs:2' });
  expect(await exited).toEqual([1, null]);
  expect(said.err).toBe('The sandbox cannot start: No operation is called "GET /usrs". Did you mean "GET /users"?\n');
});

/** The second call follows from the answer of the first: when the log has that, the request is under way. */
const TWO_CALLS = '{ users(first: 1) { nodes { displayName meetings(first: 1) { nodes { topic } } } } }';
const SLOW = { LOG_LEVEL: 'info', SANDBOX_LATENCY_MS: '700' };

test.each<Record<string, string>>([{}, { WORKERS: '2' }])(
  'SIGTERM lets a request in flight finish, takes no other, and ends well within the grace: %j',
  async (env) => {
    const { child, said, exited } = await spawnMain({ ...SLOW, ...env });
    await vi.waitFor(() => expect(said.out).toContain('/graphql'), { timeout: 30_000 });
    const url = /http:\S+/.exec(said.out)?.[0] ?? '';
    const asking = fetch(url, post({ query: TWO_CALLS }));
    await vi.waitFor(() => expect(said.err).toContain('"template":"/users"'), { timeout: 30_000 });
    child.kill('SIGTERM');
    await vi.waitFor(() => expect(said.out).toContain('Stopping'));
    await vi.waitFor(() => expect(fetch(url, post({ query: '{ __typename }' }))).rejects.toThrow('fetch failed'));
    const since = Date.now();
    const { data, errors } = await (await asking).json();
    expect(errors).toBeUndefined();
    expect(data.users.nodes).toEqual([
      { displayName: expect.any(String), meetings: { nodes: [{ topic: expect.any(String) }] } },
    ]);
    expect(await exited).toEqual([0, null]);
    expect(Date.now() - since).toBeLessThan(GRACE_MS);
  },
);

describe('what `npm run build` makes', () => {
  beforeAll(async () => {
    await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/build.ts']);
  });

  test.each([
    ['SIGINT', {}],
    ['SIGTERM', {}],
    ['SIGTERM', { WORKERS: '2' }],
  ] as const)('answers queries, shows GraphiQL, and says goodbye at %s: %j', async (signal, env) => {
    const { child, said, exited } = await spawnMain({ LOG_LEVEL: 'silent', ...env }, 'dist/main.js');
    await once(child.stdout, 'data');
    const url = /http:\S+/.exec(said.out)?.[0] ?? '';
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ users(first: 1) { nodes { displayName } } }' });
    const answer = await fetch(url, { method: 'POST', headers, body });
    expect(await answer.json()).toMatchObject({ data: { users: { nodes: [{ displayName: expect.any(String) }] } } });
    const page = await fetch(url, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('<title>Zoom GraphQL gateway</title>');
    child.kill(signal);
    expect(await exited).toEqual([0, null]);
    expect(said.out).toMatch(/^The gateway is at http:\/\/127\.0\.0\.1:\d+\/graphql\n.*sandbox.*\nStopping/s);
    expect(said.err).toBe('');
  });

  test('is traced by the SDK of whoever runs it, which has a copy of the API of its own', async () => {
    const env = { LOG_LEVEL: 'info', NODE_OPTIONS: '--import=./test/server/otel.js' };
    const { child, said, exited } = await spawnMain(env, 'dist/main.js');
    await once(child.stdout, 'data');
    const url = /http:\S+/.exec(said.out)?.[0] ?? '';
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    await (await fetch(url, post({ query: 'query Me { me { email } }' }, { traceparent }))).json();
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    for (const name of ['query Me', 'GET /users/{userId}']) expect(said.out).toContain(`\n  name: '${name}',`);
    const traces = new Set([...said.out.matchAll(/traceId: '(\w+)'/g)].map(([, id]) => id));
    expect([...traces]).toEqual(['0af7651916cd43dd8448eb211c80319c']);
    expect(said.err).toMatch(/"trace_id":"0af7651916cd43dd8448eb211c80319c".*"template":"\/users\/\{userId\}"/);
  });
});
