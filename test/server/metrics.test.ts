/** What Prometheus reads: on a port of its own, without secrets, and nothing at all where nobody reads it. */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { schema as zoomSchema } from '../../schema/index.ts';
import { createDocuments } from '../../src/engine/documents.ts';
import { startSandbox } from '../../src/sandbox/index.ts';
import { readConfig } from '../../src/server/config.ts';
import { examples } from '../../src/server/examples.ts';
import { createLog } from '../../src/server/log.ts';
import { type Running, start } from '../../src/server/server.ts';
import { DEFINITIONS, metricsTable } from '../../src/server/telemetry/definitions.ts';
import { createMetrics } from '../../src/server/telemetry/metrics.ts';
import { observerOf } from '../../src/server/telemetry/observer.ts';
import { listenForMetrics } from '../../src/server/telemetry/port.ts';
import { tracing } from '../../src/server/tracing.ts';
import { ZoomError } from '../../src/zoom/client/client.ts';
import { addressIn, seriesIn, textAt } from './metrics.ts';
import { post } from './post.ts';
import { eventBody, signed } from './signed.ts';
import { subscribedBy } from './sse.ts';
import { withSubscriptions } from './subscribed.ts';
import { gatewayOf, run, schema, silence } from './support.ts';

const silent = createLog('silent');
const answered = Promise.resolve({ display_name: 'Ann' });
const config = (env: Record<string, string> = {}) =>
  readConfig({ PORT: '0', LOG_LEVEL: 'silent', METRICS_PORT: '0', ...env });
const ask = async (url: string, query: string, more: object = {}) =>
  (await fetch(url, post({ query, ...more }))).json() as Promise<{
    data: never;
    extensions?: { zoom: { calls: number } };
  }>;

const SECRET = 'the-secret-token';
describe('after a rich run', () => {
  let running: Running;
  let text: string;
  let series: Record<string, number>;
  let calls = 0;
  let seen: string[];
  beforeAll(async () => {
    const sandbox = await startSandbox();
    const { apiUrl, oauthUrl, credentials } = sandbox;
    running = await start(
      config({
        ZOOM_API_URL: apiUrl,
        ZOOM_OAUTH_URL: oauthUrl,
        ZOOM_ACCOUNT_ID: credentials.accountId,
        ZOOM_CLIENT_ID: credentials.clientId,
        ZOOM_CLIENT_SECRET: credentials.clientSecret,
        ZOOM_WEBHOOK_SECRET: SECRET,
      }),
      silent,
      {},
      { schema: withSubscriptions(zoomSchema) },
    );
    const asked = async (query: string, more?: object) => {
      const answer = await ask(running.url, query, more);
      calls += answer.extensions?.zoom.calls ?? 0;
      return answer;
    };
    for (const { query, variables } of examples()) await asked(query, { variables });
    const { data } = await asked(
      'query Everyone { users(first: 60) { nodes { id zoomId email displayName personalMeetingUrl } } }',
    );
    const people = (data as { users: { nodes: Record<string, string>[] } }).users.nodes;
    const [one = {}] = people;
    await asked('query Find($id: ID!) { user(id: $id) { email meetings { nodes { id zoomId joinUrl startUrl } } } }', {
      variables: { id: one.email },
    });
    await asked(`{ user(id: "${one.zoomId}") { settings { inMeeting { chat } } } }`);
    await asked(`query SecretName_${one.zoomId?.replace(/\W/g, '')} { me { email } }`);
    await asked('query A { me { email } } query B { users { totalCount } }', { operationName: 'nobody@example.com' });
    await asked('{ user(id: "nobody@example.com") { email } }');
    await asked('{ nothing }');
    await asked('{');
    const subscribed = await fetch(
      running.url,
      post({ query: 'subscription { events { topic } }' }, { accept: 'text/event-stream' }),
    );
    const { next, leave } = subscribedBy(subscribed);
    await fetch(new URL('/webhooks/zoom', running.url), signed(SECRET, eventBody('nobody@example.com')));
    expect(await next()).toMatchObject({ data: { events: { topic: 'nobody@example.com' } } });
    await leave();
    await vi.waitFor(async () =>
      expect(await textAt(addressIn(running.greeting.join('\n')))).toContain('subscriptions_ended_total{'),
    );
    text = await textAt(addressIn(running.greeting.join('\n')));
    series = seriesIn(text);
    const tokens = await (
      await fetch(`${oauthUrl}?grant_type=account_credentials&account_id=${credentials.accountId}`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${credentials.clientId}:${credentials.clientSecret}`).toString('base64')}`,
        },
      })
    ).json();
    seen = [
      ...Object.values(credentials),
      (tokens as { access_token: string }).access_token,
      ...people.flatMap((person) => Object.values(person).filter((value) => value)),
      'nobody@example.com',
    ];
    await sandbox.close();
  });
  afterAll(() => running.stop(0));

  test('every metric is there, and says what it is', () => {
    for (const { name, kind, help } of DEFINITIONS) {
      expect(text).toContain(`# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n`);
      expect(Object.keys(series).some((one) => one.startsWith(name))).toBe(true);
    }
    expect(text).toContain('\nnodejs_heap_size_used_bytes ');
    expect(text).toContain('\nnodejs_eventloop_lag_seconds ');
  });

  test('calls are counted by operation, label and status: all of them', () => {
    const counted = Object.entries(series).filter(([name]) => name.startsWith('zoom_gateway_rest_calls_total'));
    expect(counted.reduce((sum, [, value]) => sum + value, 0)).toBe(calls);
    expect(series['zoom_gateway_rest_calls_total{operation="GET /users/{userId}",label="LIGHT",status="404"}']).toBe(1);
    expect(series['zoom_gateway_rest_call_duration_seconds_count{operation="GET /users/{userId}/settings"}']).toBe(1);
  });

  test('operations are counted by a name that is known, and by outcome', () => {
    const operations = Object.keys(series).filter((name) => name.startsWith('zoom_gateway_graphql_operations_total'));
    const names = new Set(operations.map((name) => /operation="([^"]*)"/.exec(name)?.[1]));
    expect([...names].filter((name) => name !== 'other').sort()).toEqual(
      examples()
        .map(({ query }) => /^(?:query|mutation) (\w+)/m.exec(query)?.[1])
        .sort(),
    );
    const of = (type: string, outcome: string) =>
      series[`zoom_gateway_graphql_operations_total{operation="other",type="${type}",outcome="${outcome}"}`];
    expect(of('query', 'NOT_FOUND')).toBe(1);
    expect(of('other', 'OPERATION_RESOLUTION_FAILURE')).toBe(1);
    expect(of('other', 'GRAPHQL_VALIDATION_FAILED')).toBe(1);
    expect(of('other', 'GRAPHQL_PARSE_FAILED')).toBe(1);
    expect(of('query', 'OK')).toBe(4);
    expect(
      series['zoom_gateway_graphql_operation_duration_seconds_count{operation="CreateMeeting",type="mutation"}'],
    ).toBe(1);
  });

  test('plans that are kept are counted', () => {
    expect(series.zoom_gateway_plans).toBeGreaterThan(5);
  });

  test('the budget is told by label: what is spent and what is left', () => {
    const at = '{product="core",label="HEAVY+RESOURCE_INTENSIVE",per="DAY"}';
    const [used = 0, left = 0] = [series[`zoom_gateway_budget_used${at}`], series[`zoom_gateway_budget_left${at}`]];
    expect(used + left).toBe(27_000);
    expect(series['zoom_gateway_budget_left{product="core",label="LIGHT",per="SECOND"}']).toBeLessThanOrEqual(27);
    expect(series.zoom_gateway_budget_waiting).toBe(0);
  });

  test('no secret, id or email stands anywhere', () => {
    expect(seen.length).toBeGreaterThan(200);
    expect(seen.filter((value) => text.includes(value))).toEqual([]);
    expect(text).not.toMatch(/@example|SecretName|Everyone/);
  });

  test('nothing of it is on the public port', async () => {
    for (const path of ['/metrics', '/graphql/metrics', '/metrics/'])
      expect((await fetch(new URL(path, running.url))).status).toBe(404);
  });

  test('nothing else is on the port of the metrics', async () => {
    const address = addressIn(running.greeting.join('\n'));
    for (const path of ['/', '/graphql', '/health']) expect((await fetch(new URL(path, address))).status).toBe(404);
    expect((await fetch(address, { method: 'POST' })).status).toBe(405);
  });
});

test('time that calls wait for the budget is told by label, in seconds', async () => {
  const metrics = createMetrics({
    budget: () => Promise.reject(new ZoomError('UNAUTHENTICATED', 'None.')),
    bare: true,
  });
  const line = { verb: 'GET', template: '/users', status: 200, ms: 30, limit: 'MEDIUM', attempt: 1 } as const;
  for (const waitedMs of [0, 250, 1250]) metrics.call({ ...line, waitedMs });
  const series = seriesIn(await metrics.registry.metrics());
  expect(series['zoom_gateway_budget_waited_seconds_total{label="MEDIUM"}']).toBe(1.5);
});

test('an operation that is not declared is no label', async () => {
  const metrics = createMetrics({
    budget: () => Promise.reject(new ZoomError('UNAUTHENTICATED', 'None.')),
    bare: true,
  });
  const template = '/users/ann@example.com';
  metrics.call({ verb: 'GET', template, status: null, ms: 30, waitedMs: 0, limit: 'LIGHT', attempt: 1 });
  const text = await metrics.registry.metrics();
  expect(seriesIn(text)['zoom_gateway_rest_calls_total{operation="other",label="LIGHT",status="none"}']).toBe(1);
  expect(text).not.toContain('ann@');
});

test('where callers bring their tokens, nothing is said of budgets', async () => {
  const running = await start(config({ AUTH: 'caller' }), silent);
  try {
    const series = seriesIn(await textAt(addressIn(running.greeting.join('\n'))));
    expect(Object.keys(series).filter((name) => /budget_(used|left)/.test(name))).toEqual([]);
    expect(series.zoom_gateway_budget_waiting).toBe(0);
  } finally {
    await running.stop(0);
  }
});

test('the handbook has every metric, and what to do about it', () => {
  expect(readFileSync('docs/operations.md', 'utf8')).toContain(metricsTable());
  for (const { help, act } of DEFINITIONS) for (const text of [help, act]) expect(text).toMatch(/\.$/);
});

test('without METRICS_PORT and an SDK there is neither a port nor anyone who looks on', async () => {
  const running = await start(readConfig({ PORT: '0', LOG_LEVEL: 'silent' }), silent);
  try {
    expect(running.greeting.join('\n')).not.toContain('metrics');
    expect((await fetch(new URL('/metrics', running.url))).status).toBe(404);
  } finally {
    await running.stop(0);
  }
  const names = () => {
    throw new Error('No names are needed.');
  };
  expect(
    observerOf({
      metrics: undefined,
      tracing: tracing(),
      documents: createDocuments(schema),
      registeredAs: () => undefined,
      names,
    }),
  ).toBeUndefined();
});

test.each([true, false])(
  'an identical query under way is counted for all who get its answer; short way: %s',
  async (direct) => {
    let answer = (_: { display_name: string }) => {};
    const held = new Promise<{ display_name: string }>((resolve) => {
      answer = resolve;
    });
    const answers = [Promise.resolve({ display_name: 'Bob' })];
    const metrics = createMetrics({
      budget: () => Promise.reject(new ZoomError('UNAUTHENTICATED', 'None.')),
      bare: true,
    });
    const { gateway, reads } = gatewayOf({}, () => answers.pop() ?? held, { metrics, direct });
    // A query is joined when its text is known.
    await run(gateway, 'query Rate { user(id: "a") }');
    const asking = Array.from({ length: 3 }, () => run(gateway, 'query Rate { user(id: "a") }'));
    // All have joined by then, or go their own way.
    await vi.waitUntil(() => reads.length === (direct ? 2 : 4));
    answer({ display_name: 'Ann' });
    for (const { data } of await Promise.all(asking)) expect(data).toEqual({ user: 'Ann' });
    const series = seriesIn(await metrics.registry.metrics());
    expect(series.zoom_gateway_graphql_shared_total).toBe(direct ? 2 : 0);
    expect(series['zoom_gateway_graphql_operations_total{operation="other",type="query",outcome="OK"}']).toBe(4);
  },
);

test('an operation that is registered is counted by its name there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'registered-'));
  const file = join(folder, 'documents.json');
  writeFileSync(file, JSON.stringify({ abc: 'query Greeting { fine }', def: '{ fine }' }));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const metrics = createMetrics({
    budget: () => Promise.reject(new ZoomError('UNAUTHENTICATED', 'None.')),
    bare: true,
  });
  const { gateway } = gatewayOf({ PERSISTED_OPERATIONS: file }, undefined, { metrics });
  for (const query of ['query Greeting { fine }', '{ fine }', 'query Greeting { fine  }']) await run(gateway, query);
  const series = seriesIn(await metrics.registry.metrics());
  for (const operation of ['Greeting', 'def', 'other'])
    expect(series[`zoom_gateway_graphql_operations_total{operation="${operation}",type="query",outcome="OK"}`]).toBe(1);
});

test('whoever leaves before a shared answer is there has been answered nothing', async () => {
  const metrics = createMetrics({
    budget: () => Promise.reject(new ZoomError('UNAUTHENTICATED', 'None.')),
    bare: true,
  });
  const { gateway, reads } = gatewayOf({}, (id, context) => (reads.length === 1 ? answered : silence(id, context)), {
    metrics,
    direct: true,
  });
  await run(gateway, '{ user(id: "a") }');
  const [first, second] = [new AbortController(), new AbortController()];
  const ask = ({ signal }: AbortController) =>
    gateway.fetch('http://gateway/graphql', post({ query: '{ user(id: "a") }' }, {}, signal));
  const asking = [ask(first), ask(second)];
  await vi.waitUntil(() => reads.length === 2);
  for (const one of [second, first]) one.abort();
  await Promise.allSettled(asking);
  const count = async () => {
    const series = Object.entries(seriesIn(await metrics.registry.metrics()));
    return Object.fromEntries(series.filter(([name]) => /operations_total/.test(name)));
  };
  await vi.waitUntil(async () => Object.keys(await count()).length > 1);
  const of = 'zoom_gateway_graphql_operations_total{operation="other",type="query",outcome=';
  expect(await count()).toEqual({ [`${of}"OK"}`]: 1, [`${of}"ABORTED"}`]: 2 });
});

test('a taken port of the metrics stops the start, and leaves nothing running', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(start(config({ METRICS_PORT: String(port) }), silent)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  other.close();
});

test('metrics that cannot be gathered are an error of the port, and of the log', async () => {
  const lines: string[] = [];
  const log = createLog('error', { write: (line) => lines.push(line) });
  const port = await listenForMetrics(config(), () => Promise.reject(new Error('hunter2')), log);
  try {
    const response = await fetch(`${port.origin}/metrics`);
    expect([response.status, await response.text()]).toEqual([500, '']);
    expect(lines).toHaveLength(1);
  } finally {
    await port.stop(0);
  }
});
