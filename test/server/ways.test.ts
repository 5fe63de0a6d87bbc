/** The direct way and Yoga's way give the same answers, byte for byte, by `fetch` and over a socket. */
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainType } from '../../src/server/direct.ts';
import type { Gateway } from '../../src/server/gateway.ts';
import { type HttpServer, listen } from '../../src/server/http/http.ts';
import { LIMITS } from '../../src/server/limits.ts';
import { getUser } from '../../src/zoom/api/users/users.ts';
import { ZoomError } from '../../src/zoom/client/client.ts';
import { ODD, oddClients, schema as oddSchema } from './odd.ts';
import { type Answering, gatewayOf } from './support.ts';

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** Without a `content-length`. */
  readonly chunked?: boolean;
}
interface Received {
  readonly status: number;
  /** Sorted "name: value" lines. */
  readonly headers: readonly string[];
  readonly body: string;
}
type Cases = readonly (readonly [name: string, sent: Sent])[];

/** Users whose id starts with "no" are refused by Zoom. */
const answer: Answering = async (id) => {
  if (!id.startsWith('no')) return { display_name: `Üser ${id} 👋` };
  throw new ZoomError('NOT_FOUND', 'No such user.', { endpoint: getUser, status: 404, code: 1001, trackingId: 'T' });
};

/** An answer without what differs from one request to the next, whichever way it goes. */
const steady = (status: number, headers: Iterable<readonly [string, string]>, body: string): Received => ({
  status,
  headers: [...headers]
    .map(([name, value]) => uuidless(`${name.toLowerCase()}: ${value}`))
    .filter((line) => !line.startsWith('date:'))
    .sort(),
  body: uuidless(body).replace(/"waitedMs":\d+/, '"waitedMs":0'),
});
const uuidless = (text: string) => text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'some id');

const byFetch = async (gateway: Gateway, { method = 'POST', path = '/graphql', headers, body, chunked }: Sent) => {
  const stream = chunked && body !== undefined ? new Response(body).body : body;
  const init = { method, headers, body: stream, ...(chunked && { duplex: 'half' }) } as RequestInit;
  const response = await gateway.fetch(`http://gateway.test${path}`, init);
  return steady(response.status, response.headers, await response.text());
};
const bySocket = (origin: string, { method = 'POST', path = '/graphql', headers = {}, body, chunked }: Sent) =>
  new Promise<Received>((resolve, reject) => {
    const length = body === undefined || chunked ? {} : { 'content-length': Buffer.byteLength(body) };
    const sending = httpRequest(origin, { method, path, headers: { ...length, ...headers }, agent: false });
    sending.on('error', reject);
    sending.on('response', async (response) => {
      const bytes = Buffer.concat(await response.toArray());
      const { statusCode = 0, rawHeaders } = response;
      const headers = rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [[name, rawHeaders[i + 1] ?? ''] as const] : []));
      resolve(steady(statusCode, headers, bytes.toString()));
    });
    if (chunked) sending.flushHeaders();
    sending.end(body);
  });

/** Every case by both ways, without a socket and over one. */
const bothWays = (env: Record<string, string>, cases: Cases, more: Parameters<typeof gatewayOf>[2] = {}) => {
  const [direct, yoga] = [true, false].map((direct) => gatewayOf(env, answer, { ...more, direct }).gateway) as [
    Gateway,
    Gateway,
  ];
  let https: [HttpServer, HttpServer];
  beforeAll(async () => {
    https = await Promise.all([listen(direct, 0, '127.0.0.1'), listen(yoga, 0, '127.0.0.1')]);
  });
  afterAll(() => Promise.all(https.map((http) => http.stop(0))));
  test.each(cases)('%s', async (_, sent) => {
    expect(await byFetch(direct, sent)).toEqual(await byFetch(yoga, sent));
    const [one, other] = https;
    expect(await bySocket(one.origin, sent)).toEqual(await bySocket(other.origin, sent));
  });
};

/** As long as one of the gateway's own: what fails behind the execution, Yoga masks without knowing whose it is. */
const ID = '01234567-89ab-4cde-8f01-23456789abcd';
const JSON_TYPE = { 'content-type': 'application/json' };
const STRICT = { ...JSON_TYPE, accept: 'application/graphql-response+json' };
const json = (body: unknown, headers: Record<string, string> = JSON_TYPE): Sent => ({
  headers: { 'x-request-id': ID, ...headers },
  body: JSON.stringify(body),
});
const FINE = JSON.stringify({ query: '{ fine }' });

const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });
const OPERATIONS = 'query A { fine } query B { noted } mutation C { change }';
const BODIES: Record<string, unknown> = {
  'a good query': { query: '{ fine deeper { deeper { fine } } }' },
  'a query that reads from Zoom': { query: '{ user(id: "a") other: user(id: "b") same: user(id: "a") }' },
  'a note': { query: '{ noted }' },
  'what introspection asks': { query: '{ __typename __schema { queryType { name } types { name } } }' },
  variables: { query: 'query ($id: String!) { user(id: $id) }', variables: { id: 'ü 👋 \u2028' } },
  'variables that are not asked for': { query: '{ fine }', variables: { id: 'x' } },
  'null for all that may be missing': { query: '{ fine }', variables: null, operationName: null, extensions: null },
  'extensions of the client': { query: '{ fine }', extensions: { some: 'thing' } },
  'a name of the operation': { query: 'query A { fine }', operationName: 'A' },
  'several operations, the first': { query: OPERATIONS, operationName: 'A' },
  'several operations, the second': { query: OPERATIONS, operationName: 'B' },
  'several operations, the mutation': { query: OPERATIONS, operationName: 'C' },
  'several operations, none named': { query: OPERATIONS },
  'several operations, another named': { query: OPERATIONS, operationName: 'D' },
  'an empty name of the operation': { query: '{ fine }', operationName: '' },
  'a mutation': { query: 'mutation { change again: change }' },
  'a subscription, which the graph does not have': { query: 'subscription { change }' },
  'fragments and directives': {
    query:
      'query ($no: Boolean = false) { ...F noted @include(if: $no) ... on Query @skip(if: $no) { deeper { ...F } } } fragment F on Query { fine }',
  },
  'a field that Zoom refuses': { query: '{ fine user(id: "nobody") }' },
  'a mistake of the client': { query: '{ fine mistaken }' },
  'an error made for the client': { query: '{ polite }' },
  'a masked error': { query: '{ fine broken }' },
  'masked errors below': { query: '{\n  deeper {\n    broken\n    deeper { broken }\n  }\n}' },
  'a syntax error': { query: '{ fine' },
  'a query of nothing': { query: '' },
  'a query of white space': { query: ' \n ' },
  'a query of fragments alone': { query: 'fragment F on Query { fine }' },
  'an unknown field': { query: '{ nothing neither }' },
  'an argument that is missing': { query: '{ user }' },
  'a literal that a scalar refuses': { query: '{ even(n: 3) }' },
  'a variable that a scalar refuses': { query: 'query ($n: Even) { even(n: $n) }', variables: { n: 3 } },
  'a variable of the wrong type': { query: 'query ($id: String!) { user(id: $id) }', variables: { id: 5 } },
  'a variable that is missing': { query: 'query ($id: String!) { user(id: $id) }' },
  'a variable that is not declared': { query: '{ user(id: $id) }' },
  'a query too deep': { query: `${'{ deeper '.repeat(30)}{ fine }${' }'.repeat(30)}` },
  'a query that nests too much': { query: '{'.repeat(200) },
  'a query with too many aliases': { query: `{ ${Array.from({ length: 1001 }, (_, i) => `a${i}: fine`).join(' ')} }` },
  'fragments that contain each other': { query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }' },
  'variables that are an array': { query: '{ fine }', variables: [] },
  'variables that are a text': { query: '{ fine }', variables: '{}' },
  'variables that are a number': { query: '{ fine }', variables: 0 },
  'extensions that are a text': { query: '{ fine }', extensions: 'x' },
  'extensions that are an array': { query: '{ fine }', extensions: [1] },
  'a name of the operation that is a number': { query: '{ fine }', operationName: 5 },
  'a name of the operation that is false': { query: '{ fine }', operationName: false },
  'a key that is not known': { query: '{ fine }', foo: 1 },
  'keys that other servers know': { query: '{ fine }', documentId: 'x', id: 1, onError: 'NULL' },
  'a null by a variable': { query: 'query ($id: String = "a") { fine user(id: $id) }', variables: { id: null } },
  'variables that nest deep': { query: '{ fine }', variables: nested(LIMITS.jsonNesting) },
  'variables that nest too deep': { query: '{ fine }', variables: nested(LIMITS.jsonNesting + 1) },
  'extensions that nest too deep': { query: '{ fine }', extensions: nested(LIMITS.jsonNesting + 1) },
  'what is ignored that nests too deep': { query: '{ fine }', foo: nested(LIMITS.jsonNesting + 1) },
  'a null under a key that is not known': { query: '{ fine }', foo: null },
  'no query': {},
  'no query, but its hash': { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
  'no query, but a null for its hash': { extensions: { persistedQuery: null } },
  'a query with its hash': { query: '{ fine }', extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } },
  'a query that is null': { query: null },
  'a query that is a number': { query: 1 },
  'a query that is an object': { query: { kind: 'Document' } },
  'several requests in one': [{ query: '{ fine }' }, { query: '{ noted }' }],
  'an empty array': [],
  'a text': 'fine',
  'a number': 1,
  true: true,
  null: null,
};
const TEXTS: Record<string, string | Uint8Array<ArrayBuffer>> = {
  'nothing at all': '',
  'white space': '  ',
  'a broken text': '{',
  'a text with more behind it': '{"query":"{ fine }"} x',
  'a query without JSON': '{ fine }',
  'a key twice': '{"query":"{ noted }","query":"{ fine }"}',
  'a key called __proto__': '{"query":"{ fine }","__proto__":{"variables":[]}}',
  'a byte order mark': `\uFEFF${FINE}`,
  'bytes that are no UTF-8': new Uint8Array([
    ...Buffer.from('{"query":"{ fine } # '),
    0xff,
    0xfe,
    ...Buffer.from('"}'),
  ]),
  'half a character of two': '{"query":"query ($id: String!) { user(id: $id) }","variables":{"id":"\\ud83d"}}',
};

describe.each([
  ['application/json', JSON_TYPE],
  ['application/graphql-response+json', STRICT],
])('answered as %s', (_, headers) => {
  bothWays({}, [
    ...Object.entries(BODIES).map(([name, body]) => [name, json(body, headers)] as const),
    ...Object.entries(TEXTS).map(([name, body]) => [name, { headers, body }] as const),
  ]);
});

describe('what the client accepts', () => {
  const accepts = [
    '*/*',
    'application/*',
    'application/json',
    'Application/JSON',
    'application/json, */*',
    'application/json;q=0.5, application/graphql-response+json',
    'application/json;q=0, */*',
    'application/json;q=0',
    '*/*;q=0',
    'application/*;q=0.5, application/json;q=0.1',
    'Application/GraphQL-Response+JSON',
    'text/event-stream;q=0.9, application/json;q=0',
    'application/json;q=x',
    'application/graphql-response+json, application/json;q=0.9',
    'application/graphql-response+json; charset=utf-8, application/json; charset=utf-8',
    'application/json; charset=utf-8',
    'application/json; charset=UTF-8',
    'application/json; charset=latin1',
    'application/json; charset=latin1, application/graphql-response+json',
    'text/html',
    'text/html, application/xhtml+xml, */*;q=0.8',
    'text/event-stream',
    'text/event-stream, application/json',
    'application/json, text/event-stream',
    'multipart/mixed',
    'multipart/mixed, application/graphql-response+json',
    'text/*',
    '*/json',
    '*/json, application/graphql-response+json',
    '*/graphql-response+json',
    'application / json, application/graphql-response+json',
    'application/json/x, application/graphql-response+json',
    'constructor',
    '__proto__',
    'json',
    '*',
    ',',
    '',
  ];
  bothWays({}, [
    ['none', json({ query: '{ fine }' })],
    ...accepts.flatMap((accept): Cases => {
      const headers = { ...JSON_TYPE, accept };
      return [
        [`${accept}, a good query`, json({ query: '{ fine }' }, headers)],
        [`${accept}, a bad one`, json({ query: '{ nothing }' }, headers)],
      ];
    }),
  ]);
});

describe('what the body is said to be', () => {
  const types = [
    'application/json; charset=utf-8',
    'application/json; charset=UTF-8',
    'application/json;charset=utf-8',
    'application/json;charset="utf-8"',
    'application/json; charset="utf-8',
    'application/json; Charset=UTF8',
    'application/json; charset=latin1',
    'application/json;',
    'application/json; charset=utf-8; foo=bar',
    'application/json ; charset=utf-8',
    'Application/JSON',
    'APPLICATION/JSON; CHARSET=UTF-8',
    'application/json, text/plain',
    'application/jsonx',
    'application/graphql+json',
    'application/graphql',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'text/plain',
    'text/plain; charset=utf-8',
    'text/json',
  ];
  bothWays({}, [
    ['nothing', { body: new TextEncoder().encode(FINE) }],
    ...types.map((type) => [type, { headers: { 'content-type': type }, body: FINE }] as const),
    [
      'nothing, with the header against CSRF',
      { headers: { 'x-graphql-yoga-csrf': '1' }, body: new TextEncoder().encode(FINE) },
    ],
  ]);
});

describe('how long the body is', () => {
  const ofLength = (bytes: number) => JSON.stringify({ query: `{ fine } #${'x'.repeat(bytes - 22)}` });
  test('the lengths are what they are called', () => expect(ofLength(1000)).toHaveLength(1000));
  bothWays({}, [
    ['not said', { headers: JSON_TYPE, body: FINE, chunked: true }],
    ['not said, and broken', { headers: JSON_TYPE, body: '{', chunked: true }],
    ['the most', { headers: JSON_TYPE, body: ofLength(LIMITS.bodyBytes) }],
    ['the most, of a text that is no JSON', { headers: JSON_TYPE, body: 'x'.repeat(LIMITS.bodyBytes) }],
    ['more than the most', { headers: JSON_TYPE, body: ofLength(LIMITS.bodyBytes + 1) }],
    ['more than the most, but not said', { headers: JSON_TYPE, body: ofLength(LIMITS.bodyBytes + 1), chunked: true }],
    ['encoded', { headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: FINE }],
    ...['br', 'deflate', 'GZIP', 'x', ''].map(
      (encoding) =>
        [`encoded as ${encoding}`, { headers: { ...JSON_TYPE, 'content-encoding': encoding }, body: FINE }] as const,
    ),
    ['encoded as itself', { headers: { ...JSON_TYPE, 'content-encoding': 'identity' }, body: FINE }],
  ]);
});

describe('which request it is', () => {
  bothWays({}, [
    ...['r1', 'a.b:c-d_e', 'x'.repeat(128), 'x'.repeat(129), 'no id {}', ''].map(
      (id) => [id, json({ query: '{ fine broken }' }, { ...JSON_TYPE, 'x-request-id': id })] as const,
    ),
    ['none is sent', { headers: JSON_TYPE, body: FINE }],
  ]);
});

describe('methods and addresses', () => {
  const query = '?query=%7Bfine%7D';
  const methods = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
  const paths = [
    '/graphql/',
    `/graphql${query}`,
    '/graphql?',
    '/Graphql',
    '//graphql',
    '/',
    '/health',
    '/ready',
    '/healthz',
    '/readyz',
    '/else',
  ];
  bothWays({}, [
    ...methods.map((method) => [method, { method, headers: { accept: 'application/json' } }] as const),
    ...methods.map(
      (method) => [`${method} with a query`, { method, path: `/graphql${query}`, headers: STRICT }] as const,
    ),
    ...['PUT', 'PATCH', 'DELETE'].map(
      (method) => [`${method} of a body`, { method, headers: JSON_TYPE, body: FINE }] as const,
    ),
    ...paths.map((path) => [`POST ${path}`, { path, headers: JSON_TYPE, body: FINE }] as const),
    ...paths.map((path) => [`GET ${path}`, { method: 'GET', path, headers: { accept: 'text/html' } }] as const),
  ]);
});

describe.each<[string, Record<string, string>]>([
  ['no pages of other origins', {}],
  ['pages of one origin', { CORS_ORIGINS: 'https://app.example' }],
  ['pages of two origins', { CORS_ORIGINS: 'https://app.example,https://two.example' }],
])('%s', (_, env) => {
  const asks = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
  bothWays(env, [
    ['no origin', json({ query: '{ fine }' })],
    ...['https://app.example', 'https://two.example', 'https://evil.example', 'null'].flatMap(
      (origin): Cases => [
        [`from ${origin}`, json({ query: '{ fine }' }, { ...JSON_TYPE, origin })],
        [`from ${origin}, an error`, json({ query: '{ nothing }' }, { ...STRICT, origin })],
        [`asked by ${origin}`, { method: 'OPTIONS', headers: { origin, ...asks } }],
      ],
    ),
  ]);
});

describe('without what it cost', () => {
  const queries = ['{ fine }', '{ noted }', '{ fine broken }', '{ nothing }', '{ user(id: "no") }', '{'];
  bothWays(
    { ZOOM_EXTENSIONS: 'off' },
    queries.map((query) => [query, json({ query })] as const),
  );
});

describe('with the token of the caller', () => {
  const tokens = ['Bearer a', 'bearer  a ', 'Bearer', 'Basic dTpw', 'Bearer a b', ''];
  bothWays({ AUTH: 'caller' }, [
    ['none', json({ query: '{ fine user(id: "a") }' })],
    ...tokens.map(
      (authorization) =>
        [authorization, json({ query: '{ fine user(id: "a") }' }, { ...JSON_TYPE, authorization })] as const,
    ),
  ]);
});

describe('what fails oddly', () => {
  const queries = ODD.map((name) => [name, json({ query: `{ fine ${name} }` })] as const);
  bothWays({}, queries, { schema: oddSchema });
});
describe.each(oddClients.map((client) => [client]))('no context', (client) => {
  bothWays({}, [['a query', json({ query: '{ fine }' })]], { client });
});

test.each<[string, Record<string, string>, string | undefined, isOpen?: boolean]>([
  ['is plain', {}, 'application/json'],
  ['of a charset is plain', { 'content-type': 'application/json; charset=utf-8' }, 'application/json'],
  [
    'for the strict type is plain',
    { accept: 'application/graphql-response+json, application/json' },
    'application/graphql-response+json',
  ],
  ['of a browser is plain', { accept: 'text/html, */*' }, 'application/json'],
  ['of a page is plain where no other pages are let in', { origin: 'https://app.example' }, 'application/json', false],
  ['of a page goes Yoga’s way where some are', { origin: 'https://app.example' }, undefined],
  ['that is encoded goes Yoga’s way', { 'content-encoding': 'gzip' }, undefined],
  ['that is too long goes Yoga’s way', { 'content-length': `${LIMITS.bodyBytes + 1}` }, undefined],
  ['for a stream goes Yoga’s way', { accept: 'text/event-stream' }, undefined],
])('a POST of JSON %s', (_, more, type, isOpen = true) => {
  const headers = new Headers({ ...JSON_TYPE, 'content-length': '20', ...more });
  expect(plainType({ method: 'POST', url: '/graphql', headers }, isOpen)).toBe(type);
});
