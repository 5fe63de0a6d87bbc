/** Raw requests: any path below the API's base, by the client of all other calls, for whoever may make them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../resolvers/errors.ts';
import { rawCallOf } from '../resolvers/raw-request.ts';
import { createSession, PERMISSIONS, type Permission, Permissions } from '../resolvers/session.ts';
import { readConfig } from '../src/server/config.ts';
import { createGateway } from '../src/server/gateway.ts';
import type { CallLine } from '../src/zoom/client/client.ts';
import { declared, nameOf } from '../src/zoom/declare/endpoint.ts';
import { pathOf } from '../src/zoom/http/path.ts';
import { costIn } from './cost.ts';
import { askingOn, runOn } from './run.ts';
import { type Answer, done, refusal, stub, type Table, verbatim } from './stub.ts';

const OPEN = { env: { RAW_REQUESTS: 'on' } };
const open = (table: Table, options: Parameters<typeof stub>[1] = {}) => stub(table, { ...OPEN, ...options });
const GET = 'query ($path: String!, $query: JSON) { zoomGet(path: $path, query: $query) { status json } }';
const WRITE = `mutation ($method: WriteMethod!, $path: String!, $query: JSON, $body: JSON) {
  zoomRequest(method: $method, path: $path, query: $query, body: $body) { status json }
}`;

describe('a raw GET', () => {
  test('gives the status and the JSON, numbers with all their digits', async () => {
    const text = '{"id":"u1","new_field":{"deep":[1,null,"x"]},"big":12345678901234567890,"pi":3.14}';
    const { run, calls } = open({ 'GET /users/u1': verbatim(text) });
    expect(await run(GET, { path: '/users/u1' })).toMatchObject({
      data: {
        zoomGet: {
          status: 200,
          json: { id: 'u1', new_field: { deep: [1, null, 'x'] }, big: '12345678901234567890', pi: 3.14 },
        },
      },
      extensions: { zoom: { calls: 1, byLimit: { LIGHT: 1 } } },
    });
    expect(calls).toEqual(['GET /users/u1']);
  });

  test('of a path that nobody declares takes the label of the dearest calls', async () => {
    const { run } = open({ 'GET /hologram/rooms/r1/beams': { beams: [] } });
    const { data, extensions } = await run(GET, { path: '/hologram/rooms/r1/beams' });
    expect(data).toEqual({ zoomGet: { status: 200, json: { beams: [] } } });
    expect(extensions?.zoom).toMatchObject({ calls: 1, byLimit: { RESOURCE_INTENSIVE: 1 } });
  });

  test('hands on parameters and page tokens as they are', async () => {
    const { run, calls } = open({
      'GET /users': ({ query }: { query: URLSearchParams }) =>
        query.has('next_page_token') ? { users: [] } : { users: [], next_page_token: 'T+/=' },
    });
    const first = await run<{ zoomGet: { json: { next_page_token: string } } }>(GET, { path: '/users' });
    const next_page_token = first.data?.zoomGet.json.next_page_token;
    const query = { next_page_token, page_size: 2, include_fields: ['a', 'b'], on: true, none: null };
    await run(GET, { path: '/users', query });
    expect(calls).toEqual(['GET /users', 'GET /users?next_page_token=T+/=&page_size=2&include_fields=a,b&on=true']);
  });

  test.each<[unknown, string]>([
    [[], 'an object'],
    ['page_size=2', 'an object'],
    [{ a: { b: 1 } }, 'may hold'],
    [{ a: [[1]] }, 'may hold'],
    [{ a: 2 ** 60 }, 'keep its digits'],
    [{ a: '\ud800' }, 'Unicode'],
    [Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`p${i}`, i])), 'more than 100'],
  ])('refuses the query %j', async (query, why) => {
    const { run, calls } = open({});
    const { data, errors } = await run(GET, { path: '/users', query });
    expect(data).toEqual({ zoomGet: null });
    expect(errors).toMatchObject([
      { message: expect.stringContaining(why), extensions: { code: 'BAD_USER_INPUT' }, path: ['zoomGet'] },
    ]);
    expect(calls).toEqual([]);
  });

  test('takes no body, and writes are no GETs', async () => {
    const { run, calls } = open({});
    const refused = { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] };
    expect(await run('{ zoomGet(path: "/users", body: {}) { status } }')).toMatchObject(refused);
    expect(await run('mutation { zoomRequest(method: GET, path: "/users") { status } }')).toMatchObject(refused);
    expect(await run('mutation { zoomRequest(method: TRACE, path: "/users") { status } }')).toMatchObject(refused);
    expect(calls).toEqual([]);
  });

  test('tells an answer of nothing and a list; what says that it is a refusal is one', async () => {
    const { run } = open({ 'GET /a': done(), 'GET /b': [1], 'GET /c': { code: 3000, message: 'No.' } });
    expect(await run(GET, { path: '/a' })).toMatchObject({ data: { zoomGet: { status: 204, json: null } } });
    expect(await run(GET, { path: '/b' })).toMatchObject({ data: { zoomGet: { status: 200, json: [1] } } });
    expect(await run(GET, { path: '/c' })).toMatchObject({
      data: { zoomGet: null },
      errors: [{ extensions: { code: 'FORBIDDEN', zoom: { status: 200, code: 3000 } } }],
    });
  });

  test('that is refused is the error of all other fields, in Zoom’s own words', async () => {
    const words = 'Validation: page_size is wrong.';
    const { run } = open({ 'GET /users': refusal(400, 300, words) });
    expect(await run(GET, { path: '/users' })).toMatchObject({
      data: { zoomGet: null },
      errors: [
        {
          message: words,
          path: ['zoomGet'],
          extensions: { code: 'BAD_USER_INPUT', zoom: { status: 400, code: 300, method: 'GET', path: '/users' } },
        },
      ],
    });
  });

  test('of a path that Zoom does not know is NOT_FOUND', async () => {
    const { run } = open({ 'GET /nothing/here': refusal(400, 2300, 'This API endpoint is not recognized.') });
    expect(await run(GET, { path: '/nothing/here' })).toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    });
  });

  test('joins the same raw call that is under way, and no call of a field', async () => {
    const { run, calls } = open({ 'GET /users/me': { id: 'u1', email: 'a@x.test' } });
    const { data } = await run(
      '{ a: zoomGet(path: "/users/me") { json } b: zoomGet(path: "/users/me") { json } me { email } }',
    );
    const json = { id: 'u1', email: 'a@x.test' };
    expect(data).toEqual({ a: { json }, b: { json }, me: { email: 'a@x.test' } });
    expect(calls).toEqual(['GET /users/me', 'GET /users/me']);
  });
});

describe('what is no JSON', () => {
  test.each([
    ['text/csv; charset=utf-8', 'a,b', 'text/csv'],
    ['application/pdf', '%PDF-1.7 \u0000\u0001', 'application/pdf'],
    ['image/png', '\u0089PNG', 'image/png'],
  ])('%s is an error that says so, and is not asked for again', async (type, text, told) => {
    const { run, calls } = open({ 'GET /files/f1': verbatim(text, type) });
    const { data, errors } = await run(GET, { path: '/files/f1' });
    expect(data).toEqual({ zoomGet: null });
    expect(errors).toMatchObject([
      {
        message: `Zoom answered with ${told}, and not with JSON: a raw request shows nothing else.`,
        extensions: { code: 'UPSTREAM_ERROR', zoom: { status: 200 } },
      },
    ]);
    expect(calls).toEqual(['GET /files/f1']);
  });

  test('though it is said to be JSON, is the error of all other fields', async () => {
    const { run } = open({ 'GET /a': verbatim('{"users": [{"id"') });
    expect(await run(GET, { path: '/a' })).toMatchObject({
      errors: [{ message: expect.stringContaining('not all of it'), extensions: { code: 'UPSTREAM_ERROR' } }],
    });
  });
});

describe('a raw write', () => {
  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s sends its body and query as they are', async (method) => {
    const { run, calls, bodies } = open({ [`${method} /new/things`]: { id: 'n1' } });
    const body = { some_name: [{ on: false }], empty: '', none: null };
    const { data, errors } = await run(WRITE, { method, path: '/new/things', query: { notify: false }, body });
    expect(errors).toBeUndefined();
    expect(data).toEqual({ zoomRequest: { status: 200, json: { id: 'n1' } } });
    expect(calls).toEqual([`${method} /new/things?notify=false`]);
    expect(bodies).toEqual([body]);
  });

  test('needs no body, and tells what Zoom answers without one', async () => {
    const { run, bodies } = open({ 'DELETE /users/u1/token': done() });
    expect(await run(WRITE, { method: 'DELETE', path: '/users/u1/token' })).toMatchObject({
      data: { zoomRequest: { status: 204, json: null } },
    });
    expect(bodies).toEqual([undefined]);
  });

  test.each<[unknown, string]>([
    ['text', 'object or a list'],
    [12, 'object or a list'],
    [{ id: 2 ** 60 }, 'keep its digits'],
    [{ picture: new File(['x'], 'x.png') }, 'no file'],
    [JSON.parse(`${'['.repeat(60)}${']'.repeat(60)}`), 'deeper than'],
  ])('refuses the body %j', async (body, why) => {
    const { run, calls } = open({});
    const { errors } = await run(WRITE, { method: 'POST', path: '/new/things', body });
    expect(errors).toMatchObject([{ message: expect.stringContaining(why), extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(calls).toEqual([]);
  });

  test('makes old what was known before, in the request and in others', async () => {
    let name = 'Sales';
    const { run, calls, client } = open(
      {
        'GET /users': { users: [{ id: 'u1', role_id: '1' }] },
        'GET /roles': () => ({ roles: [{ id: '1', name }] }),
        'PATCH /roles/1': () => {
          name = 'Support';
          return done();
        },
      },
      { env: { RAW_REQUESTS: 'on', SHARED_CACHE_SECONDS: '600' } },
    );
    const ROLES = '{ roles { nodes { name } } }';
    await run(ROLES);
    const before = client.as().changes;
    expect(await run(WRITE, { method: 'PATCH', path: '/roles/1', body: { name: 'Support' } })).toMatchObject({
      data: { zoomRequest: { status: 204 } },
    });
    expect(client.as().changes).not.toBe(before);
    expect(await run(ROLES)).toMatchObject({ data: { roles: { nodes: [{ name: 'Support' }] } } });
    expect(calls).toEqual(['GET /roles', 'PATCH /roles/1', 'GET /roles']);
  });

  test.each([
    ['POST', '/new/things'],
    ['PUT', '/new/things'],
    ['DELETE', '/users/u1'],
    ['PATCH', '/users/u1'],
  ])('%s %s is not repeated where Zoom may have acted', async (method, path) => {
    for (const status of [500, 502, 503, 504]) {
      const { run, calls } = open({ [`${method} ${path}`]: refusal(status, status, 'Oh no.') });
      const { errors } = await run(WRITE, { method, path });
      expect(errors).toMatchObject([{ extensions: { zoom: { status } } }]);
      expect(calls).toHaveLength(1);
    }
    const broken = open({
      [`${method} ${path}`]: () => {
        throw Object.assign(new Error('The connection broke.'), { code: 'ECONNRESET' });
      },
    });
    expect(await broken.run(WRITE, { method, path })).toMatchObject({
      errors: [{ extensions: { code: 'UPSTREAM_ERROR' } }],
    });
    expect(broken.calls).toHaveLength(1);
  });

  test('is repeated after a 429, which says that nothing was done', async () => {
    let times = 0;
    const { run, calls } = open({
      'POST /new/things': (): Answer | object =>
        ++times === 1 ? refusal(429, 429, 'You have reached the maximum per-second rate limit for this API.') : {},
    });
    const { data } = await run(WRITE, { method: 'POST', path: '/new/things' });
    expect(data).toEqual({ zoomRequest: { status: 200, json: {} } });
    expect(calls).toHaveLength(2);
  });

  test('is made once for each key that a client gives', async () => {
    const { run, calls } = open({ 'POST /new/things': { id: 'n1' } });
    const text = (key: string, path = '/new/things') =>
      `mutation { zoomRequest(method: POST, path: "${path}", body: {}) @idempotent(key: "${key}") { status json } }`;
    const data = { zoomRequest: { status: 200, json: { id: 'n1' } } };
    expect(await run(text('k1'))).toMatchObject({ data });
    expect(await run(text('k1'))).toMatchObject({ data });
    expect(calls).toHaveLength(1);
    expect(await run(text('k1', '/new/others'))).toMatchObject({
      errors: [{ extensions: { code: 'IDEMPOTENCY_KEY_REUSED' } }],
    });
    expect(await run(text('k2'))).toMatchObject({ data });
    expect(calls).toHaveLength(2);
  });

  test('of which Zoom says nothing that can be read was made, with a note', async () => {
    const { run } = open({ 'POST /new/things': 'OK' });
    expect(await run(WRITE, { method: 'POST', path: '/new/things' })).toMatchObject({
      data: { zoomRequest: { status: 200, json: null } },
      extensions: { zoom: { notes: [expect.stringContaining('the change was made')] } },
    });
  });
});

describe('who may', () => {
  const PRINCIPALS: Readonly<Record<string, readonly Permission[]>> = {
    owner: PERMISSIONS,
    guest: ['read', 'write', 'sensitive'],
    auditor: ['read', 'raw'],
    robot: ['write', 'raw'],
  };
  /** Principals of one credential. */
  const gatewayFor = (env: Record<string, string>) => {
    const { client, calls } = stub({ 'GET /users/me': { id: 'u1' }, 'DELETE /users/u1': done() });
    const gateway = createGateway({
      client,
      config: readConfig(env),
      sessionFor: (headers) => {
        const principal = headers.get('x-principal') ?? '';
        const permissions = new Permissions(PRINCIPALS[principal] ?? []);
        return createSession({ principal, permissions, zoom: client.as() });
      },
    });
    const run = runOn(gateway);
    const as = (principal: string) => ({ headers: { 'x-principal': principal } });
    return {
      calls,
      read: (principal: string) => run(GET, { path: '/users/me' }, as(principal)),
      write: (principal: string) => run(WRITE, { method: 'DELETE', path: '/users/u1' }, as(principal)),
    };
  };
  const forbidden = (words: string) => [{ message: expect.stringContaining(words), extensions: { code: 'FORBIDDEN' } }];

  test('nobody, unless a setting opens it, which the refusal names', async () => {
    const { calls, read, write } = gatewayFor({});
    expect(await read('owner')).toMatchObject({ data: { zoomGet: null }, errors: forbidden('RAW_REQUESTS=on') });
    expect(await write('owner')).toMatchObject({ data: { zoomRequest: null }, errors: forbidden('RAW_REQUESTS=on') });
    expect(calls).toEqual([]);
  });

  test('those alone who have the permission, also while one who has it asks for the same', async () => {
    const { calls, read, write } = gatewayFor({ RAW_REQUESTS: 'on' });
    const [owner, guest] = await Promise.all([read('owner'), read('guest')]);
    expect(owner).toMatchObject({ data: { zoomGet: { json: { id: 'u1' } } } });
    expect(guest).toMatchObject({ data: { zoomGet: null }, errors: forbidden('permission "raw"') });
    expect(calls).toEqual(['GET /users/me']);
    expect(await write('guest')).toMatchObject({ data: { zoomRequest: null }, errors: forbidden('permission "raw"') });
    expect(calls).toEqual(['GET /users/me']);
    expect(await write('owner')).toMatchObject({ data: { zoomRequest: { status: 204 } } });
    expect(calls).toEqual(['GET /users/me', 'DELETE /users/u1']);
  });

  test('nobody who may not also read, or write', async () => {
    const { calls, read, write } = gatewayFor({ RAW_REQUESTS: 'on' });
    expect(await write('auditor')).toMatchObject({ errors: forbidden('permission "write"') });
    expect(await read('robot')).toMatchObject({ errors: forbidden('permission "read"') });
    expect(calls).toEqual([]);
    expect(await read('auditor')).toMatchObject({ data: { zoomGet: { status: 200 } } });
    expect(await write('robot')).toMatchObject({ data: { zoomRequest: { status: 204 } } });
  });
});

describe('what is told of a raw call', () => {
  const SECRET = 'very-secret-id';
  const lines: CallLine[] = [];
  const made = () =>
    open(
      {
        [`GET /users/${SECRET}/meetings`]: { meetings: [] },
        [`GET /users/${SECRET}/hologram/${SECRET}`]: {},
        [`GET /new/${SECRET}`]: refusal(404, 404, 'Nothing.'),
      },
      { log: (line) => lines.push(line) },
    );
  const paths = [`/users/${SECRET}/meetings`, `/users/${SECRET}/hologram/${SECRET}`, `/new/${SECRET}`];
  const TEMPLATES = ['/users/{userId}/meetings', '/users/{userId}/{part3}/{part4}', '/{part1}/{part2}'];
  const text = `{ ${paths.map((path, i) => `f${i}: zoomGet(path: "${path}", query: {access: "${SECRET}"}) { status }`).join(' ')} }`;

  test('in the log, the trace and errors are templates alone', async () => {
    lines.length = 0;
    const { gateway } = made();
    const result = await askingOn(gateway)(text, { trace: true });
    const trace = result.extensions?.zoom?.trace as { path: string; fields: string[] }[];
    expect(trace.map(({ path }) => path).sort()).toEqual([...TEMPLATES].sort());
    expect(trace.flatMap(({ fields }) => fields).sort()).toEqual(['f0', 'f1', 'f2']);
    expect(lines.map(({ verb, template }) => `${verb} ${template}`).sort()).toEqual(
      TEMPLATES.map((path) => `GET ${path}`).sort(),
    );
    expect(result.errors).toMatchObject([{ path: ['f2'], extensions: { zoom: { path: '/{part1}/{part2}' } } }]);
    expect(JSON.stringify([lines, result.errors, result.extensions])).not.toContain(SECRET);
  });

  test('a dry run counts one call of each, and makes none', async () => {
    const { gateway, calls } = made();
    const cost = costIn(await askingOn(gateway)(text, { dryRun: true }));
    expect(cost).toMatchObject({ calls: 3, byLimit: { MEDIUM: 1, RESOURCE_INTENSIVE: 2 } });
    expect(JSON.stringify(cost)).not.toContain(SECRET);
    const write = `mutation { a: zoomRequest(method: POST, path: "/new") { status } b: zoomRequest(method: POST, path: "/new") { status } }`;
    expect(costIn(await askingOn(gateway)(write, { dryRun: true }))).toMatchObject({ calls: 2 });
    const refused = '{ zoomGet(path: "/../x") { status } }';
    expect(costIn(await askingOn(gateway)(refused, { dryRun: true }))).toMatchObject({ calls: 0 });
    expect(calls).toEqual([]);
  });

  test('an operation whose raw calls cannot go out in its time is refused before', async () => {
    const { run, calls } = open({});
    const many = Array.from({ length: 30 }, (_, i) => `f${i}: zoomGet(path: "/new/${i}") { status }`).join(' ');
    const { errors } = await run(`{ ${many} }`);
    expect(errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COSTLY' } }]);
    expect(calls).toEqual([]);
  });
});

describe('below a sub account', () => {
  test('what the credential may see is read, by the label of the operation there', async () => {
    const { run, calls } = open({ 'GET /accounts/a1/roles': { roles: [] }, 'GET /accounts/a1/new/x': {} });
    expect(await run(GET, { path: '/accounts/a1/roles' })).toMatchObject({
      data: { zoomGet: { json: { roles: [] } } },
      extensions: { zoom: { byLimit: { MEDIUM: 1 } } },
    });
    expect(await run(GET, { path: '/accounts/a1/new/x' })).toMatchObject({ data: { zoomGet: { status: 200 } } });
    expect(calls).toEqual(['GET /accounts/a1/roles', 'GET /accounts/a1/new/x']);
  });

  test('what it may not is Zoom’s to refuse', async () => {
    const { run } = open({ 'GET /accounts/a1/users': refusal(400, 2001, 'Account does not exist: a1.') });
    expect(await run(GET, { path: '/accounts/a1/users' })).toMatchObject({
      errors: [{ extensions: { code: 'NOT_FOUND' } }],
    });
  });
});

const sent = (path: string): string => {
  const { endpoint, path: values } = rawCallOf({ method: 'GET', path });
  return pathOf(endpoint, values);
};

describe('a path', () => {
  test.each([
    ['/users/me', '/users/me'],
    ['/users/a@x.test', '/users/a%40x.test'],
    ['/users/%61', '/users/a'],
    ['/past_meetings/%252Fabc%253D%253D', '/past_meetings/%252Fabc%253D%253D'],
    ['/users/jürgen 北京', '/users/j%C3%BCrgen%20%E5%8C%97%E4%BA%AC'],
    ['/v/100%25', '/v/100%25'],
    ['/a/...', '/a/...'],
  ])('%s is sent as %s', (path, as) => {
    expect(sent(path)).toBe(as);
    expect(sent(as)).toBe(as);
  });

  test.each([
    '',
    '/',
    '//',
    '//evil.test/users',
    '/users/',
    '/users//me',
    'users/me',
    'https://evil.test/users',
    'https:/evil.test',
    '\\\\evil.test\\users',
    '/users\\..\\me',
    '/..',
    '/../v1/users',
    '/users/..',
    '/users/./me',
    '/users/../../etc',
    '/%2e%2e/v1',
    '/users/%2E%2e/x',
    '/users/.%2e/x',
    '/%252e%252e/v1',
    '/%25252e%25252e/v1',
    '/users/a%2fb',
    '/users/a%2Fb',
    '/%2f%2fevil.test',
    '/users/%252f..%252fme',
    '/users/%5c..%5cme',
    '/users/%255c',
    '/users/．．/me',
    '/users/‥/me',
    '/users/%EF%BC%8E%EF%BC%8E/me',
    '/users/%c0%ae%c0%ae/me',
    '/users/%zz',
    '/users/%',
    '/users/a\0',
    '/users/a%00',
    '/users/a%0d%0aHost:%20evil.test',
    '/users/a%250d',
    '/users/a\nb',
    '/users/\ud800',
    '/users?page_size=1',
    '/users#x',
    `/${'x'.repeat(1000)}`,
    `/${'a/'.repeat(20)}b`,
    '/a/%2525252525',
  ])('%j is refused', (path) => {
    expect(() => sent(path)).toThrow(InputError);
  });

  test('that is refused makes no call, and is not told back', async () => {
    const { run, calls } = open({});
    const { data, errors } = await run(GET, { path: '/very-secret/%2e%2e' });
    expect(data).toEqual({ zoomGet: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(JSON.stringify(errors)).not.toContain('very-secret');
    expect(calls).toEqual([]);
  });

  const pieces = fc.constantFrom(
    ...['/', '//', '.', '..', '\\', '%2e', '%2F', '%252e', '%252F', '%25', '%5c', '%00', '?', '#', ':', '@'],
    ...['users', 'me', 'evil.test', '\n', '．', '/users/', '%', 'é', '\ud83d'],
  );
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.webUrl(),
    fc.array(pieces, { maxLength: 12 }).map((parts) => `/${parts.join('')}`),
    fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
  );
  const BASES = ['https://api.zoom.test/v2', 'http://127.0.0.1:8080/some/base'];
  const decodings = (text: string): string[] => {
    const all = [text];
    for (let times = 0; times < 4; times++)
      all.push(
        (all.at(-1) ?? '').replace(/%([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
      );
    return all;
  };

  test('whatever it is, is refused or stays below the base, as often as it is decoded', () => {
    let taken = 0;
    fc.assert(
      fc.property(hostile, fc.constantFrom(...BASES), (path, base) => {
        let as: string;
        try {
          as = sent(path);
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
          return;
        }
        taken++;
        const { origin, pathname } = new URL(base);
        const url = new URL(origin + pathname + as);
        expect(url.origin).toBe(origin);
        expect(url.pathname).toBe(pathname + as);
        expect(url.search + url.hash).toBe('');
        expect(as.split('/')).toHaveLength(path.split('/').length);
        expect(as).toMatch(/^(\/[A-Za-z0-9\-_.!~*'()%]+)+$/);
        for (const text of decodings(as)) {
          // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
          expect(text).not.toMatch(/(^|[/\\])\.{1,2}([/\\]|$)|\\|[\u0000-\u001f\u007f]/);
        }
        expect(sent(as)).toBe(as);
      }),
      { numRuns: 2000, examples: [['/users/me', BASES[0] as string]] },
    );
    expect(taken).toBeGreaterThan(0);
  });

  test('of a declared operation is called as that', () => {
    for (const endpoint of declared()) {
      const path = endpoint.path.replace(/\{(\w+)\}/g, 'a-$1');
      const { method, limit, scopes, perHost, grant } = endpoint;
      const found = rawCallOf({ method, path });
      expect(nameOf(found.endpoint)).toBe(nameOf(endpoint));
      expect(found.endpoint).toMatchObject({ limit, scopes, isRaw: true });
      expect(found.endpoint).toMatchObject({ ...(perHost && { perHost }), ...(grant && { grant }) });
      expect(pathOf(found.endpoint, found.path)).toBe(path);
    }
    expect(declared().length).toBeGreaterThan(380);
  });

  test('is that of words rather than of values, and a template as far as others go along', () => {
    const nameFor = (path: string, method: 'GET' | 'POST' = 'GET') => rawCallOf({ method, path }).endpoint.path;
    expect(nameFor('/users/email')).toBe('/users/email');
    expect(nameFor('/users/emails')).toBe('/users/{userId}');
    expect(nameFor('/users/u1/meetings/tomorrow')).toBe('/users/{userId}/meetings/{part4}');
    expect(nameFor('/users/email', 'POST')).toBe('/users/email');
    expect(nameFor('/tomorrow/x')).toBe('/{part1}/{part2}');
  });
});
