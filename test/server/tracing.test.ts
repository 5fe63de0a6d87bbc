/** Spans, where an SDK is registered: one of each operation and each call, continued from who asks, and of nothing that may be secret. */
import { context, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import { readConfig } from '../../src/server/config.ts';
import { createGateway } from '../../src/server/gateway.ts';
import { callLines, createLog } from '../../src/server/log.ts';
import { isTraced } from '../../src/server/tracing.ts';
import { createClient } from '../../src/zoom/client/client.ts';
import { post } from './post.ts';
import { gatewayOf, run, silence } from './support.ts';

const exporter = new InMemorySpanExporter();
const TRACE = '0af7651916cd43dd8448eb211c80319c';
const PARENT = 'b7ad6b7169203331';
const CONTINUED = { traceparent: `00-${TRACE}-${PARENT}-01` };

test('without an SDK nothing is traced, and lines carry no ids', async () => {
  expect(isTraced()).toBe(false);
  const { gateway, lines } = gatewayOf();
  await run(gateway, '{ broken }', CONTINUED);
  expect(lines.filter((line) => 'trace_id' in line)).toEqual([]);
  expect(lines).toMatchObject([{ msg: 'Unexpected error.', requestId: expect.any(String) }]);
});

describe('with an SDK', () => {
  beforeAll(() => {
    new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).register();
  });
  afterAll(() => {
    trace.disable();
    context.disable();
    propagation.disable();
  });
  afterEach(() => exporter.reset());

  const spans = () =>
    exporter.getFinishedSpans().map((span) => ({
      name: span.name,
      kind: span.kind,
      attributes: span.attributes,
      status: span.status.code,
      ids: span.spanContext(),
      parent: span.parentSpanContext?.spanId,
    }));
  /** The gateway over a sandbox, with its log. */
  const world = async () => {
    const sandbox = await startSandbox();
    const { apiUrl, oauthUrl, credentials } = sandbox;
    const lines: Record<string, unknown>[] = [];
    const log = createLog('info', { write: (line) => lines.push(JSON.parse(line)) });
    const client = createClient({ apiUrl, oauthUrl, credentials, plan: 'pro', log: callLines(log), random: () => 0 });
    const gateway = createGateway({ client, config: readConfig({}), log });
    const close = async () => {
      await client.close();
      await sandbox.close();
    };
    return { sandbox, gateway, lines, close };
  };

  test('an SDK is seen', () => {
    expect(isTraced()).toBe(true);
  });

  test.each([true, false])(
    'an operation is a span that continues the trace of who asks; short way: %s',
    async (direct) => {
      const { gateway } = gatewayOf({}, undefined, { direct });
      await run(gateway, 'query Fine { fine }', CONTINUED);
      expect(spans()).toMatchObject([
        {
          name: 'query Fine',
          kind: SpanKind.SERVER,
          parent: PARENT,
          ids: { traceId: TRACE },
          status: SpanStatusCode.UNSET,
          attributes: { 'graphql.operation.type': 'query', 'graphql.operation.name': 'Fine', 'zoom.calls': 0 },
        },
      ]);
    },
  );

  test('without such a header it begins a trace, as it does where the header is nonsense', async () => {
    const { gateway } = gatewayOf();
    await run(gateway, '{ fine }');
    await run(gateway, '{ fine }', { traceparent: '00-zero-nothing-01' });
    expect(spans()).toMatchObject([
      { name: 'query', parent: undefined },
      { name: 'query', parent: undefined },
    ]);
  });

  test('each call is a span below it: by its template, and the line of log has its ids', async () => {
    const { gateway, lines, close } = await world();
    const answer = await gateway.fetch(
      'http://gateway/graphql',
      post(
        { query: 'query People { users(first: 3) { nodes { email settings { inMeeting { chat } } } } }' },
        CONTINUED,
      ),
    );
    expect(((await answer.json()) as { errors?: unknown }).errors).toBeUndefined();
    const [operation] = spans().filter(({ name }) => name === 'query People');
    const calls = spans().filter(({ name }) => name !== 'query People');
    expect(calls).toHaveLength(4);
    expect(calls.map(({ parent }) => parent)).toEqual(Array(4).fill(operation?.ids.spanId));
    expect(calls.filter(({ ids }) => ids.traceId !== TRACE)).toEqual([]);
    expect(calls.at(-1)).toMatchObject({
      name: 'GET /users/{userId}/settings',
      kind: SpanKind.CLIENT,
      attributes: {
        'http.request.method': 'GET',
        'url.template': '/users/{userId}/settings',
        'http.response.status_code': 200,
        'zoom.limit': 'MEDIUM',
        'zoom.waited_ms': expect.any(Number),
      },
    });
    expect(operation?.attributes['zoom.calls']).toBe(4);
    const inLog = lines.filter(({ msg }) => msg === 'zoom').map(({ trace_id, span_id }) => ({ trace_id, span_id }));
    expect(inLog).toEqual(calls.map(({ ids }) => ({ trace_id: TRACE, span_id: ids.spanId })));
    await close();
  });

  test('a repeated call is a span each time, and a refusal says its kind', async () => {
    const { sandbox, gateway, close } = await world();
    sandbox.setFaults('500:GET /users:1');
    await run(gateway, '{ users(first: 1) { nodes { email } } }');
    await run(gateway, '{ user(id: "nobody@example.com") { email } }');
    expect(spans().map(({ name, status, attributes }) => [name, status, attributes['error.type']])).toEqual([
      ['GET /users', SpanStatusCode.ERROR, 'UPSTREAM'],
      ['GET /users', SpanStatusCode.UNSET, undefined],
      ['query', SpanStatusCode.UNSET, undefined],
      ['GET /users/{userId}', SpanStatusCode.ERROR, 'NOT_FOUND'],
      ['query', SpanStatusCode.ERROR, 'NOT_FOUND'],
    ]);
    expect(spans()[1]?.attributes['http.request.resend_count']).toBe(1);
    await close();
  });

  test('who joins a call has a span of the waiting, in its own trace', async () => {
    const { gateway, close } = await world();
    const texts = [
      'query One { users(first: 5) { nodes { email } } }',
      'query Two { users(first: 5) { nodes { id } } }',
    ];
    await Promise.all(texts.map((text) => run(gateway, text)));
    const joined = spans().filter(({ attributes }) => attributes['zoom.coalesced'] === true);
    expect(joined).toMatchObject([{ name: 'GET /users', kind: SpanKind.INTERNAL }]);
    const [owner] = spans().filter(({ ids }) => ids.spanId === joined[0]?.parent);
    expect(owner).toMatchObject({ name: 'query Two', attributes: { 'zoom.calls': 0, 'zoom.coalesced': 1 } });
    await close();
  });

  test('who gets the answer of an identical query has a span of its own', async () => {
    let answer = (_: { display_name: string }) => {};
    const held = new Promise<{ display_name: string }>((resolve) => {
      answer = resolve;
    });
    const answers = [Promise.resolve({ display_name: 'Bob' })];
    const { gateway, reads } = gatewayOf({}, () => answers.pop() ?? held, { direct: true });
    await run(gateway, '{ user(id: "a") }');
    exporter.reset();
    const asking = [run(gateway, '{ user(id: "a") }'), run(gateway, '{ user(id: "a") }', CONTINUED)];
    await vi.waitUntil(() => reads.length === 2);
    answer({ display_name: 'Ann' });
    await Promise.all(asking);
    const shared = spans().filter(({ attributes }) => attributes['zoom.shared'] === true);
    expect(shared).toMatchObject([{ name: 'query', parent: PARENT }]);
    expect(spans()).toHaveLength(2);
  });

  test('a fault is found by its trace in the log', async () => {
    const { gateway, lines } = gatewayOf();
    await run(gateway, '{ broken }', CONTINUED);
    const [span] = spans();
    expect(span).toMatchObject({ status: SpanStatusCode.ERROR, attributes: { 'error.type': 'INTERNAL_SERVER_ERROR' } });
    expect(lines).toMatchObject([{ trace_id: TRACE, span_id: span?.ids.spanId, requestId: expect.any(String) }]);
  });

  test('a client that leaves ends its spans', async () => {
    const { gateway, reads } = gatewayOf({}, silence);
    const leaving = new AbortController();
    const asking = gateway.fetch('http://gateway/graphql', post({ query: '{ user(id: "a") }' }, {}, leaving.signal));
    await vi.waitUntil(() => reads.length === 1);
    leaving.abort();
    await Promise.allSettled([asking]);
    await vi.waitUntil(() => spans().length === 1);
    expect(spans()[0]?.attributes['error.type']).toBe('ABORTED');
  });

  test('below the span of an HTTP library the operation is a part of that', async () => {
    const { gateway } = gatewayOf();
    const outer = trace.getTracer('http').startSpan('POST /graphql');
    await context.with(trace.setSpan(context.active(), outer), () => run(gateway, '{ fine }', CONTINUED));
    expect(spans()).toMatchObject([{ kind: SpanKind.INTERNAL, parent: outer.spanContext().spanId }]);
    outer.end();
  });

  test('nothing that a client sent or Zoom answered is in a span', async () => {
    const { gateway, close, sandbox } = await world();
    const { data } = await run(
      gateway,
      '{ users(first: 60) { nodes { id zoomId email displayName personalMeetingUrl } } }',
    );
    const people = (data as { users: { nodes: Record<string, string>[] } }).users.nodes;
    const [one = {}] = people;
    await gateway.fetch(
      'http://gateway/graphql',
      post({
        query: 'query Q($id: ID!) { user(id: $id) { email meetings { nodes { id startUrl joinUrl } } } }',
        variables: { id: one.email },
      }),
    );
    await run(gateway, `{ user(id: "${one.zoomId}") { settings { inMeeting { chat } } } nothing }`);
    await gateway.fetch(
      'http://gateway/graphql',
      post({ query: 'query A { me { id } } query B { me { id } }', operationName: one.email }),
    );
    const told = JSON.stringify(spans());
    const seen = [...people.flatMap((person) => Object.values(person)), ...Object.values(sandbox.credentials)];
    expect(seen.length).toBeGreaterThan(200);
    expect(spans().length).toBeGreaterThan(5);
    expect(seen.filter((value) => value && told.includes(value))).toEqual([]);
    expect(told).not.toContain('@example');
    await close();
  });
});
