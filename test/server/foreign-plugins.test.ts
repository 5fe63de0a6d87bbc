/** Plugins from npm that know nothing of the gateway: they see and do the same whichever way a request goes. */
import { createHmac } from 'node:crypto';
import { createInlineSigningKeyProvider, useJWT } from '@graphql-yoga/plugin-jwt';
import { usePrometheus } from '@graphql-yoga/plugin-prometheus';
import {
  type ASTVisitor,
  GraphQLError,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type ValidationContext,
} from 'graphql';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ForeignPlugin } from '../../src/server/foreign.ts';
import type { Gateway } from '../../src/server/gateway.ts';
import { type HttpServer, listen } from '../../src/server/http/http.ts';
import { post } from './post.ts';
import { type Answering, gatewayOf, type Result, run, schema } from './support.ts';

const WAYS = [
  ['the short way', true],
  ['Yoga’s way', false],
] as const;
const SECRET = 'a secret of the tests';
const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const tokenOf = (sub: string, secret = SECRET) => {
  const text = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded({ sub })}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};
const as = (sub: string, secret?: string) => ({ authorization: `Bearer ${tokenOf(sub, secret)}` });

/** A gateway with authentication and metrics. */
const guarded = (direct: boolean, answer?: Answering, more: readonly ForeignPlugin[] = []) => {
  const registry = new Registry();
  const plugins = [
    useJWT({ signingKeyProviders: [createInlineSigningKeyProvider(SECRET)], reject: { missingToken: true } }),
    usePrometheus({ registry }),
    ...more,
  ] as readonly ForeignPlugin[];
  return { ...gatewayOf({}, answer, { direct, plugins }), registry };
};

/** What is counted, without how long it took. */
const counted = async (registry: Registry) => {
  const values = (await registry.getMetricsAsJSON()).flatMap(({ name, values }) =>
    (values as { metricName?: string; value: number; labels: object }[]).map(({ metricName, value, labels }) => ({
      name: metricName ?? name,
      value,
      labels,
    })),
  );
  return values.filter(({ name, labels }) => !/_(sum|bucket)$|summary$/.test(name) && !('quantile' in labels));
};

const REQUESTS: readonly (readonly [name: string, body: unknown, headers: Record<string, string>])[] = [
  ['a good one', { query: 'query Me { user(id: "a") }' }, as('ann')],
  ['the same again', { query: 'query Me { user(id: "a") }' }, as('ann')],
  ['another literal', { query: 'query Me { user(id: "b") }' }, as('bob')],
  ['no token', { query: '{ fine }' }, {}],
  ['a forged token', { query: '{ fine }' }, as('ann', 'another secret')],
  ['no token at all', { query: '{ fine }' }, { authorization: 'Bearer nonsense' }],
  ['another scheme', { query: '{ fine }' }, { authorization: 'Basic YTpi' }],
  ['no token, for the strict type', { query: '{ fine }' }, { accept: 'application/graphql-response+json' }],
  ['no syntax', { query: '{' }, as('ann')],
  ['no such field', { query: '{ nothing }' }, as('ann')],
  ['an error of a field', { query: '{ polite }' }, as('ann')],
  ['a fault of ours', { query: 'query Broken { broken }' }, as('ann')],
  ['a mutation', { query: 'mutation Change { change }' }, as('ann')],
  ['no GraphQL', { wrong: true }, as('ann')],
  ['no JSON', '{', as('ann')],
  ['no JSON, and no token', '{', {}],
];

const uuidless = (text: string) => text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'some id');
const told = async (response: Response) => ({
  status: response.status,
  headers: Object.fromEntries([...response.headers].map(([name, value]) => [name.toLowerCase(), uuidless(value)])),
  body: uuidless(await response.text()),
});

describe('authentication and metrics', () => {
  test('requests get the same answers and refusals, and are counted alike', async () => {
    const seen = [];
    for (const [, direct] of WAYS) {
      const { gateway, registry } = guarded(direct);
      const answers: (readonly [string, Awaited<ReturnType<typeof told>>])[] = [];
      for (const [name, body, headers] of REQUESTS)
        answers.push([name, await told(await gateway.fetch('http://gateway/graphql', post(body, headers)))]);
      seen.push({ answers, counts: await counted(registry) });
    }
    const [short, yogas] = seen;
    expect(short?.answers).toEqual(yogas?.answers);
    expect(short?.counts).toEqual(yogas?.counts);
    expect(short?.answers.map(([, { status }]) => status)).toMatchInlineSnapshot(`
      [
        200,
        200,
        200,
        401,
        401,
        400,
        400,
        401,
        200,
        200,
        200,
        200,
        200,
        400,
        400,
        401,
      ]
    `);
    expect(short?.counts.find(({ name }) => name === 'graphql_yoga_http_duration_count')).toBeDefined();
  });

  describe.each(WAYS)('over a socket, by %s', (_, direct) => {
    const { gateway, registry } = guarded(direct);
    let http: HttpServer;
    beforeAll(async () => {
      http = await listen(gateway, 0, '127.0.0.1');
    });
    afterAll(() => http.stop(0));
    const send = (headers: Record<string, string>) =>
      fetch(`${http.origin}/graphql`, post({ query: '{ user(id: "a") }' }, headers));

    test('who has a token is answered, and who has none is refused', async () => {
      const answered = await send(as('ann'));
      expect(answered.status).toBe(200);
      expect(((await answered.json()) as Result).data).toEqual({ user: 'User a' });
      const refused = await send({});
      expect(refused.status).toBe(401);
      expect(((await refused.json()) as Result).data).toBeUndefined();
    });

    test('the probes, GraphiQL and the metrics still answer', async () => {
      for (const path of ['/health', '/ready']) expect((await fetch(http.origin + path)).status).toBe(200);
      const page = await fetch(`${http.origin}/graphql`, { headers: { accept: 'text/html' } });
      expect(await page.text()).toContain('GraphiQL');
      const metrics = await (await fetch(`${http.origin}/metrics`)).text();
      expect(metrics).toBe(await registry.metrics());
      expect(metrics).toContain('graphql_yoga_http_duration_count{');
    });
  });

  test.each(WAYS)('resolvers see whom the token names, by %s', async (_, direct) => {
    const seen: unknown[] = [];
    const look: ForeignPlugin = {
      onExecute: ({ args }) => {
        seen.push((args.contextValue as { jwt?: { payload: { sub: string } } }).jwt?.payload.sub);
      },
    };
    const { gateway } = guarded(direct, undefined, [look]);
    await Promise.all(['ann', 'bob'].map((sub) => run(gateway, '{ user(id: "a") }', as(sub))));
    expect(seen.sort()).toEqual(['ann', 'bob']);
  });
});

/** A reader of users who answers when told to. */
const held = () => {
  const open: (() => void)[] = [];
  const answer: Answering = (id) => new Promise((resolve) => open.push(() => resolve({ display_name: `User ${id}` })));
  return { answer, release: () => open.splice(0).map((one) => one()) };
};
const QUERY = '{ user(id: "a") }';

/** How many executions it takes to answer the same query to two requests at once. */
const readsOfTwo = async (plugins: readonly ForeignPlugin[]) => {
  const { answer, release } = held();
  const { gateway, reads } = gatewayOf({}, answer, { direct: true, plugins });
  const known = run(gateway, QUERY);
  await vi.waitFor(() => expect(reads).toHaveLength(1));
  release();
  await known;
  const two = [run(gateway, QUERY, { user: 'ann' }), run(gateway, QUERY, { user: 'bob' })];
  await vi.waitFor(() => expect(reads.length).toBeGreaterThan(1));
  // A third is executed by itself whatever the two do; when its read is there, theirs are, too.
  const third = run(gateway, '{ user(id: "z") }');
  await vi.waitFor(() => expect(reads).toContain('z'));
  release();
  for (const { data } of await Promise.all(two)) expect(data).toEqual({ user: 'User a' });
  await third;
  return reads.filter((id) => id === 'a').length - 1;
};

describe('executions are shared', () => {
  const rows: readonly (readonly [string, number, ForeignPlugin])[] = [
    ['where plugins stand in the HTTP layer alone', 1, { onRequest: () => undefined, onResponse: () => undefined }],
    [
      'not where one leaves something in the context',
      2,
      { onRequest: ({ serverContext }) => void Object.assign(serverContext, { user: 1 }) },
    ],
    [
      'not where one adds to the context of an execution',
      2,
      { onContextBuilding: ({ extendContext }) => extendContext({ user: 1 }) },
    ],
    ['not where one looks at parameters', 2, { onParams: () => undefined }],
    ['not where one looks at executions', 2, { onExecute: () => undefined }],
    [
      'not where one adds such a plugin',
      2,
      { onPluginInit: ({ addPlugin }) => addPlugin({ onExecute: () => undefined }) },
    ],
  ];
  test.each(rows)('%s', async (_, reads, plugin) => {
    expect(await readsOfTwo([plugin])).toBe(reads);
  });

  test('but never with a request that is refused', async () => {
    const { answer, release } = held();
    const guard: ForeignPlugin = {
      onRequestParse: ({ request }) => {
        if (!request.headers.has('user'))
          throw new GraphQLError('Who are you?', { extensions: { http: { status: 401 } } });
      },
    };
    const { gateway, reads } = gatewayOf({}, answer, { direct: true, plugins: [guard] });
    const known = run(gateway, QUERY, { user: 'ann' });
    await vi.waitFor(() => expect(reads).toHaveLength(1));
    release();
    await known;
    const running = [run(gateway, QUERY, { user: 'ann' }), run(gateway, QUERY), run(gateway, QUERY, { user: 'bob' })];
    await vi.waitFor(() => expect(reads).toHaveLength(2));
    const refused = await running[1];
    release();
    const [one, , other] = await Promise.all(running);
    expect(refused?.status).toBe(401);
    expect(refused?.data).toBeUndefined();
    expect([one?.data, other?.data]).toEqual([{ user: 'User a' }, { user: 'User a' }]);
    expect(reads).toEqual(['a', 'a']);
  });
});

describe.each(WAYS)('hooks of the HTTP layer, by %s', (_, direct) => {
  const answered = async (plugin: ForeignPlugin, query = '{ fine }', headers: Record<string, string> = {}) => {
    const { gateway } = gatewayOf({}, undefined, { direct, plugins: [plugin] });
    const response = await gateway.fetch('http://gateway/graphql', post({ query }, headers));
    return { status: response.status, header: response.headers.get('x-by'), body: (await response.json()) as Result };
  };

  test('onRequest may end the request', async () => {
    const plugin: ForeignPlugin = {
      onRequest: ({ endResponse, fetchAPI }) =>
        endResponse(fetchAPI.Response.json({ data: { by: 'hook' } }, { status: 418 })),
      onResponse: ({ response }) => response.headers.set('x-by', 'onResponse'),
    };
    expect(await answered(plugin)).toEqual({ status: 418, header: 'onResponse', body: { data: { by: 'hook' } } });
  });

  test('onRequest may put another request in its place', async () => {
    const plugin: ForeignPlugin = {
      onRequest: ({ request, setRequest, fetchAPI }) => {
        const url = `${request.url}?query=${encodeURIComponent('{ deeper { fine } }')}`;
        setRequest(new fetchAPI.Request(url, { headers: { 'x-graphql-yoga-csrf': '1', accept: 'application/json' } }));
      },
    };
    const { status, body } = await answered(plugin);
    expect(status).toBe(200);
    expect(body.data).toEqual({ deeper: { fine: 'fine' } });
  });

  test('onRequest may put another handler in its place', async () => {
    const plugin: ForeignPlugin = {
      onRequest: ({ requestHandler, setRequestHandler }) =>
        setRequestHandler(async (request, context) => {
          const response = await requestHandler(request, context);
          response.headers.set('x-by', 'handler');
          return response;
        }),
    };
    expect((await answered(plugin)).header).toBe('handler');
  });

  test('onRequestParse may read other parameters, and change those that were read', async () => {
    const other: ForeignPlugin = {
      onRequestParse: ({ setRequestParser }) => setRequestParser(() => ({ query: '{ noted }' })),
    };
    expect((await answered(other)).body.data).toEqual({ noted: 'noted' });
    const changed: ForeignPlugin = {
      onRequestParse: () => ({
        onRequestParseDone: ({ setRequestParserResult }) => setRequestParserResult({ query: '{ noted }' }),
      }),
    };
    expect((await answered(changed)).body.data).toEqual({ noted: 'noted' });
  });

  test('onParams may set the result', async () => {
    const plugin: ForeignPlugin = { onParams: ({ setResult }) => setResult({ data: { by: 'hook' } }) };
    expect((await answered(plugin)).body.data).toEqual({ by: 'hook' });
  });

  test('onResultProcess may change the result', async () => {
    const plugin: ForeignPlugin = {
      onResultProcess: ({ result, setResult }) => setResult({ ...(result as object), extensions: { by: 'hook' } }),
    };
    expect((await answered(plugin)).body.extensions).toEqual({ by: 'hook' });
  });

  test('onResponse may put another response in its place', async () => {
    const plugin: ForeignPlugin = {
      onResponse: ({ setResponse, fetchAPI }) => setResponse(fetchAPI.Response.json({}, { status: 503 })),
    };
    expect((await answered(plugin)).status).toBe(503);
  });

  test('results may set the status and headers', async () => {
    const plugin: ForeignPlugin = {
      onExecutionResult: ({ result, setResult }) =>
        setResult({ ...(result as object), extensions: { http: { status: 202, headers: { 'x-by': 'result' } } } }),
    };
    expect(await answered(plugin)).toMatchObject({ status: 202, header: 'result', body: { data: { fine: 'fine' } } });
  });

  test('what wraps phases sees them', async () => {
    const seen: string[] = [];
    const plugin: ForeignPlugin = {
      instrumentation: {
        request: async (_payload, wrapped) => {
          seen.push('request');
          await wrapped();
        },
        execute: async (_payload, wrapped) => {
          seen.push('execute');
          await wrapped();
        },
      },
    };
    await answered(plugin);
    expect(seen).toEqual(['request', 'execute']);
  });
});

describe('documents that are known', () => {
  const asked = async (gateway: Gateway, query: string, user: string) => {
    const { data, errors } = await run(gateway, query, { user });
    return errors ? 'refused' : data;
  };

  test('are validated by the rules that a plugin adds for a request', async () => {
    const plugin: ForeignPlugin = {
      onValidate: ({ context, addValidationRule }) => {
        const { request } = context as { request: Request };
        if (request.headers.get('user') === 'ann') return;
        addValidationRule(
          (validation: ValidationContext): ASTVisitor => ({
            StringValue: ({ value }) => void (value === 'b' && validation.reportError(new GraphQLError('Not b.'))),
          }),
        );
      },
    };
    const { gateway } = gatewayOf({}, undefined, { direct: true, plugins: [plugin] });
    for (let times = 0; times < 2; times++) {
      expect(await asked(gateway, '{ user(id: "a") }', 'ann')).toEqual({ user: 'User a' });
      expect(await asked(gateway, '{ user(id: "b") }', 'ann')).toEqual({ user: 'User b' });
      expect(await asked(gateway, '{ user(id: "a") }', 'bob')).toEqual({ user: 'User a' });
      expect(await asked(gateway, '{ user(id: "b") }', 'bob')).toBe('refused');
    }
  });

  test('are validated when a plugin has put another schema in the place of ours', async () => {
    const small = new GraphQLSchema({
      query: new GraphQLObjectType({
        name: 'Query',
        fields: { other: { type: GraphQLString, resolve: () => 'other' } },
      }),
    });
    let isSmall = false;
    const plugin: ForeignPlugin = { onEnveloped: ({ setSchema }) => setSchema(isSmall ? small : schema) };
    const { gateway } = gatewayOf({}, undefined, { direct: true, plugins: [plugin] });
    expect(await asked(gateway, '{ fine }', 'ann')).toEqual({ fine: 'fine' });
    isSmall = true;
    expect(await asked(gateway, '{ fine }', 'ann')).toBe('refused');
  });
});
