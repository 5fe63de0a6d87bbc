/** Several processes as one gateway: started, used, robbed of a worker, and stopped. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { redisFor } from '../redis.ts';
import { addressIn, seriesIn, textAt } from './metrics.ts';
import { post } from './post.ts';
import { eventBody, signed } from './signed.ts';
import { spawnMain, startMain } from './spawn.ts';
import { type Subscribed, subscribedBy } from './sse.ts';

interface Line {
  readonly msg: string;
  readonly worker: number;
  readonly pid?: number;
  readonly limit?: string;
  readonly status?: number;
}

/** What they log. */
const logOf = ({ said, child }: Awaited<ReturnType<typeof startMain>>) => {
  const lines = (text: string) =>
    said.err
      .split('\n')
      .filter((line) => line.endsWith('}'))
      .map((line): Line => JSON.parse(line))
      .filter(({ msg }) => msg === text);
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await once(child.stderr, 'data');
  };
  return { lines, until };
};
const startWorkers = async (env: Record<string, string>) => {
  const started = await startMain(env);
  return { ...started, ...logOf(started) };
};
/** Two workers for one test. */
const spawnWorkers = async (env: Record<string, string>, main?: string) => {
  const spawned = await spawnMain({ WORKERS: '2', ...env }, main);
  return { ...spawned, ...logOf(spawned) };
};

test('workers answer side by side within one budget, are replaced, and stop together', {
  timeout: 120_000,
}, async () => {
  const { child, said, exited, lines, until } = await spawnWorkers({ SANDBOX_PLAN: 'free', METRICS_PORT: '0' });
  try {
    await once(child.stdout, 'data');
    expect(said.out).toContain('2 processes answer side by side, within one budget.');
    const [url = ''] = /http:\S+/.exec(said.out) ?? [];
    const ask = async (query: string) => (await fetch(url, post({ query }))).json();

    const { data } = await ask('{ users(first: 12) { nodes { zoomId } } }');
    const ids: string[] = data.users.nodes.map(({ zoomId }: { zoomId: string }) => zoomId);
    const answers = await Promise.all(ids.map((id) => ask(`{ user(id: "${id}") { zoomId email } }`)));
    expect(answers.map(({ data, errors }) => errors ?? data.user.zoomId)).toEqual(ids);
    const calls = () => lines('zoom').filter(({ limit }) => limit === 'LIGHT');
    await until(() => calls().length >= 12);
    // The sandbox takes four a second; with a budget each, the two would send six.
    expect(calls().map(({ status }) => status)).toEqual(Array(12).fill(200));
    expect(new Set(calls().map(({ worker }) => worker))).toEqual(new Set([1, 2]));

    // Twice, since to be asked ends no worker; the sum is that of both.
    for (const _ of ['once', 'again']) {
      const series = seriesIn(await textAt(addressIn(said.out)));
      expect(series['zoom_gateway_graphql_operations_total{operation="other",type="query",outcome="OK"}']).toBe(13);
      expect(series['zoom_gateway_rest_call_duration_seconds_count{operation="GET /users/{userId}"}']).toBe(12);
      expect(series['zoom_gateway_budget_left{product="core",label="LIGHT",per="SECOND"}']).toBeLessThanOrEqual(3);
      expect(series.nodejs_heap_size_used_bytes).toBeGreaterThan(0);
    }
    expect((await fetch(new URL('/metrics', url))).status).toBe(404);

    const [first] = lines('A worker answers.');
    process.kill(first?.pid ?? 0, 'SIGKILL');
    await until(() => lines('A worker answers.').length === 3);
    expect(lines('A worker ended.')).toMatchObject([{ worker: first?.worker, how: 'SIGKILL' }]);
    expect(await ask('{ me { email } }')).toMatchObject({
      data: { me: { email: 'zoe.ueda0@example.com' } },
      extensions: { zoom: { sandbox: true } },
    });
  } finally {
    child.kill('SIGTERM');
  }
  expect(await exited).toEqual([0, null]);
  expect(said.out).toMatch(/Stopping: requests in flight are finished first\.\n$/);
  expect(lines('A worker ended.').slice(1)).toMatchObject([{ how: 'code 0' }, { how: 'code 0' }]);
});

test('workers have one access token of each app between them', { timeout: 60_000 }, async () => {
  const sandbox = await startSandbox();
  const { accountId, clientId, clientSecret } = sandbox.credentials;
  const { child, said, exited, lines, until } = await spawnWorkers({
    ZOOM_API_URL: sandbox.apiUrl,
    ZOOM_OAUTH_URL: sandbox.oauthUrl,
    ZOOM_ACCOUNT_ID: accountId,
    ZOOM_CLIENT_ID: clientId,
    ZOOM_CLIENT_SECRET: clientSecret,
    ZOOM_CHATBOT_CLIENT_ID: sandbox.chatbot.clientId,
    ZOOM_CHATBOT_CLIENT_SECRET: sandbox.chatbot.clientSecret,
  });
  /** Asks so often at once that each worker makes calls. */
  const askBoth = async (url: string, query = '{ me { email } }') => {
    const before = lines('zoom').length;
    const answers = await Promise.all(
      Array.from({ length: 6 }, async () => (await fetch(url, post({ query }))).json()),
    );
    for (const { errors, extensions } of answers)
      expect([errors, extensions.zoom.sandbox]).toEqual([undefined, undefined]);
    const workers = () =>
      new Set(
        lines('zoom')
          .slice(before)
          .map(({ worker }) => worker),
      );
    await until(() => workers().size === 2);
  };
  try {
    await once(child.stdout, 'data');
    const [url = ''] = /http:\S+/.exec(said.out) ?? [];
    await askBoth(url);
    expect(sandbox.mints).toBe(1);
    sandbox.setFaults('expire-tokens');
    await askBoth(url);
    expect(sandbox.mints).toBe(2);
    const content = '{ head: { text: "Hello" } }';
    await askBoth(
      url,
      `mutation { sendChatbotMessage(input: { robotJid: "r", toJid: "u", content: ${content} }) { messageId } }`,
    );
    expect(sandbox.mints).toBe(3);
  } finally {
    child.kill('SIGTERM');
    await exited;
    await sandbox.close();
  }
});

describe('three workers', () => {
  let url: string;
  let workers: Awaited<ReturnType<typeof startWorkers>>;
  beforeAll(async () => {
    workers = await startWorkers({ WORKERS: '3', SHARED_CACHE_SECONDS: '600', SANDBOX_PLAN: 'business' });
    await once(workers.child.stdout, 'data');
    [url = ''] = /http:\S+/.exec(workers.said.out) ?? [];
  }, 120_000);
  afterAll(async () => {
    workers.child.kill('SIGTERM');
    expect(await workers.exited).toEqual([0, null]);
  });

  test('a key holds over workers: one of them makes the write, and all give its answer', async () => {
    const { lines, until } = workers;
    const query = `mutation ($key: String!, $topic: String!) {
      createMeeting(input: { userId: "me", topic: $topic }) @idempotent(key: $key) { meeting { zoomId } }
    }`;
    const ask = async (topic: string) => {
      const init = post({ query, variables: { key: 'k', topic } }, { connection: 'close' });
      return (await (await fetch(url, init)).json()) as { data?: never; errors?: { extensions: { code: string } }[] };
    };
    // Before the first has its answer, and after it: until each worker has been asked.
    const answers = await Promise.all(Array.from({ length: 9 }, () => ask('Standup')));
    for (let nth = 0; nth < 9; nth++) answers.push(await ask('Standup'));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.data))).size).toBe(1);
    expect(answers.every(({ errors }) => errors === undefined)).toBe(true);
    expect((await ask('Other')).errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
    const writes = () => lines('zoom').filter((line) => (line as { verb?: string }).verb === 'POST');
    await until(() => writes().length > 0);
    expect(writes()).toHaveLength(1);
  });

  test('what one worker writes, no worker shows as it was before', { timeout: 120_000 }, async () => {
    const { lines, until } = workers;
    // One connection to each worker, and often more: the kernel or the primary chooses.
    const ask = async (query: string) => {
      const response = await fetch(url, post({ query }, { connection: 'close' }));
      return ((await response.json()) as { data: Record<string, never>; errors?: unknown }).data;
    };
    const READ = '{ roles { nodes { name description } } users(first: 3) { nodes { role { name } } } }';
    const namesIn = async () => JSON.stringify(await ask(READ));
    const before = lines('zoom').length;
    const created = (await ask(
      'mutation { createRole(input: { name: "Told 0", description: "x" }) { role { id } } }',
    )) as unknown as { createRole: { role: { id: string } } };
    const { id } = created.createRole.role;
    for (let nth = 1; nth <= 8; nth++) {
      // All workers have it cached, and some reads of it are under way.
      await Promise.all(Array.from({ length: 9 }, namesIn));
      const reading = Array.from({ length: 6 }, namesIn);
      await ask(`mutation { updateRole(input: { roleId: "${id}", name: "Told ${nth}" }) { role { name } } }`);
      const after = await Promise.all(Array.from({ length: 12 }, namesIn));
      for (const names of after) expect(names).toContain(`"Told ${nth}"`);
      await Promise.all(reading);
    }
    const asked = () => lines('zoom').slice(before);
    await until(() => new Set(asked().map(({ worker }) => worker)).size === 3);
    expect(lines('A write was answered before all workers had heard of it: one of them is too busy.')).toEqual([]);
  });
});

test('a taken port ends all workers, with one message', { timeout: 60_000 }, async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { said, exited } = await spawnMain({ WORKERS: '2', PORT: String(port), LOG_LEVEL: 'silent' });
  expect(await exited).toEqual([1, null]);
  expect(said).toEqual({
    out: '',
    err: `Port ${port} is taken: set PORT to a free one.\n`,
  });
  other.close();
});

describe.each([
  ['the primary', async () => ({})],
  ['Redis', async () => ({ REDIS_URL: (await redisFor()).server.url })],
] as const)('events that %s keeps', (_, more) => {
  test('are kept once, and told to the subscribers of all workers, until they stop', { timeout: 120_000 }, async () => {
    const secret = 'the-secret-token';
    const { accountId, clientId, clientSecret, ...sandbox } = await sandboxed();
    const { child, said, exited, lines, until } = await spawnWorkers(
      {
        ZOOM_API_URL: sandbox.apiUrl,
        ZOOM_OAUTH_URL: sandbox.oauthUrl,
        ZOOM_ACCOUNT_ID: accountId,
        ZOOM_CLIENT_ID: clientId,
        ZOOM_CLIENT_SECRET: clientSecret,
        ZOOM_WEBHOOK_SECRET: secret,
        ...(await more()),
      },
      'test/server/subscribed-workers.ts',
    );
    const subscribed: Subscribed[] = [];
    try {
      await once(child.stdout, 'data');
      const [url = ''] = /http:\S+/.exec(said.out) ?? [];
      const send = async (topic: number) => {
        const body = eventBody(`${topic}`, 1_732_000_000_000 + topic, accountId);
        const init = signed(secret, body, undefined, { connection: 'close' });
        return (await fetch(new URL('/webhooks/zoom', url), init)).status;
      };
      // Each by a connection of its own, which the primary gives to the workers in turn.
      const init = post({ query: 'subscription { events { topic } }' }, { accept: 'text/event-stream' });
      for (let nth = 0; nth < 4; nth++) subscribed.push(subscribedBy(await fetch(url, init)));
      const topics = Array.from({ length: 8 }, (_, nth) => nth);
      expect(new Set(await Promise.all([...topics, ...topics].map(send)))).toEqual(new Set([200]));
      const outcomes = () => (lines('event') as readonly (Line & { outcome?: string })[]).map(({ outcome }) => outcome);
      await until(() => outcomes().length === 16);
      expect(outcomes().filter((outcome) => outcome === 'kept')).toHaveLength(8);
      expect(new Set(lines('event').map(({ worker }) => worker))).toEqual(new Set([1, 2]));
      const told = subscribed.map(async ({ next }) => {
        const seen = [];
        for (const _ of topics) seen.push(((await next())?.data?.events as { topic: string } | undefined)?.topic);
        return seen;
      });
      const [first, ...others] = await Promise.all(told);
      expect([...(first ?? [])].sort()).toEqual(topics.map(String));
      // In one order for all.
      for (const other of others) expect(other).toEqual(first);
    } finally {
      child.kill('SIGTERM');
      const ends = await Promise.all(subscribed.map(({ next }) => next()));
      expect(ends).toEqual(subscribed.map(() => undefined));
      expect(await exited).toEqual([0, null]);
    }
  });
});

/** A sandbox that ends with the test, with its credentials. */
const sandboxed = async () => {
  const { credentials, apiUrl, oauthUrl, close } = await startSandbox();
  onTestFinished(close);
  return { ...credentials, apiUrl, oauthUrl };
};
