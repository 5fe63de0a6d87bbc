/** GraphQL over HTTP as its specification has it: the audit of the package graphql-http, and what that does not ask. */
import { serverAudits } from 'graphql-http';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/server/limits.ts';
import { PREFLIGHT_HEADERS } from '../../src/server/plugins/csrf.ts';
import { post } from './post.ts';
import { gatewayOf, type Result } from './support.ts';

/** No page of another origin can send it; without it, neither what a URL asks nor a form is read. */
const MEANT = { 'graphql-require-preflight': '1' };
const STRICT = 'application/graphql-response+json';
const URL_OF_GRAPH = 'http://gateway/graphql';

const { gateway } = gatewayOf();
const send = async (init: RequestInit, search = '') => {
  const response = await gateway.fetch(URL_OF_GRAPH + search, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, ...(JSON.parse(text) as Result) };
};
const codesOf = ({ errors }: Result) => errors?.map(({ extensions }) => extensions?.code);

describe('the audit of graphql-http', () => {
  const audits = serverAudits({
    url: URL_OF_GRAPH,
    fetchFn: (url: string, init: RequestInit = {}) =>
      gateway.fetch(url, { ...init, headers: { ...MEANT, ...init.headers } }),
  });
  test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_, __, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });
});

const ofId = 'query ($id: String!) { user(id: $id) }';
test.each<[string, unknown, string]>([
  ['a text that does not parse', { query: '{ fine' }, 'GRAPHQL_PARSE_FAILED'],
  ['a field that is not there', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['a literal that a scalar refuses', { query: '{ even(n: 3) }' }, 'GRAPHQL_VALIDATION_FAILED'],
  ['a variable of the wrong type', { query: ofId, variables: { id: 5 } }, 'BAD_USER_INPUT'],
  ['a variable that is missing', { query: ofId }, 'BAD_USER_INPUT'],
  ['a variable that is null', { query: ofId, variables: { id: null } }, 'BAD_USER_INPUT'],
  ['too many brackets', { query: '{'.repeat(LIMITS.nesting + 1) }, 'QUERY_TOO_COSTLY'],
])('%s: a status of 400 for whoever takes the type of GraphQL, and 200 for JSON', async (_, body, code) => {
  const strict = await send(post(body, { accept: STRICT }));
  const plain = await send(post(body, { accept: 'application/json' }));
  expect([strict.status, codesOf(strict)]).toEqual([400, [code]]);
  expect([plain.status, codesOf(plain)]).toEqual([200, [code]]);
  expect(strict.data).toBeUndefined();
});

test.each([
  ['an operation that is not there', { query: 'query A { fine }', operationName: 'B' }],
  ['one of several, without a name', { query: 'query A { fine } query B { fine }' }],
])('%s cannot be resolved', async (_, body) => {
  const result = await send(post(body));
  expect([result.status, codesOf(result)]).toEqual([400, ['OPERATION_RESOLUTION_FAILURE']]);
  expect(result.errors?.[0]?.message).toBe('Name one operation of the document in `operationName`.');
});

test('a null by a variable, where an argument takes none, is the client’s mistake', async () => {
  const query = 'query ($id: String = "a") { fine user(id: $id) }';
  const result = await send(post({ query, variables: { id: null } }, { accept: STRICT }));
  expect(result).toMatchObject({ status: 200, data: { fine: 'fine', user: null } });
  expect(codesOf(result)).toEqual(['BAD_USER_INPUT']);
});

describe('what is no JSON', () => {
  const form = (text: string): RequestInit => ({
    method: 'POST',
    headers: { ...MEANT, 'content-type': 'application/x-www-form-urlencoded' },
    body: text,
  });
  const upload = (operations: string): RequestInit => {
    const body = new FormData();
    body.set('operations', operations);
    return { method: 'POST', headers: MEANT, body };
  };
  const query = 'query=%7Bfine%7D';
  test.each<[string, RequestInit, string?]>([
    ['a body', post('{"query":"hunter2')],
    ['variables in a URL', { headers: MEANT }, `?${query}&variables=hunter2`],
    ['extensions in a URL', { headers: MEANT }, `?${query}&extensions={hunter2`],
    ['variables in a form', form(`${query}&variables={"password":"hunter2"`)],
    ['extensions in a form', form(`${query}&extensions=hunter2`)],
    ['operations of an upload', upload('{"query":hunter2')],
  ])('%s: told as a bad request, and not repeated', async (_, init, search) => {
    const result = await send(init, search);
    expect([result.status, codesOf(result)]).toEqual([400, ['BAD_REQUEST']]);
    expect(result.errors?.[0]?.message).toMatch(/must be JSON\.$/);
    expect(result.text).not.toContain('hunter2');
  });

  test('variables that are no object neither', async () => {
    for (const variables of ['5', '"x"', '[]', 'true'])
      expect(codesOf(await send({ headers: MEANT }, `?${query}&variables=${variables}`))).toEqual(['BAD_REQUEST']);
  });
});

test.each(['documentId', 'id', 'onError', 'key', '__proto__'])('the unknown member %s is ignored', async (name) => {
  const body = `{"query":"{ fine }",${JSON.stringify(name)}:{"some":"thing"}}`;
  expect(await send(post(body))).toMatchObject({ status: 200, data: { fine: 'fine' } });
});

test.each([
  'Application/JSON',
  'APPLICATION/JSON; CHARSET=UTF-8',
  'application/json;charset="utf-8"',
  'application/json; charset=utf-8; foo=bar',
  'application/json, text/plain',
])('a body of type %s is read', async (type) => {
  expect(await send(post({ query: '{ fine }' }, { 'content-type': type }))).toMatchObject({ data: { fine: 'fine' } });
});
test('so is a form whose type has capitals', async () => {
  const headers = { ...MEANT, 'content-type': 'Application/X-WWW-Form-URLencoded' };
  expect(await send({ method: 'POST', headers, body: 'query={fine}' })).toMatchObject({ data: { fine: 'fine' } });
});
test.each(['text/plain', 'application/xml', 'application/jsonx', 'application/json; charset=latin1', ''])(
  'a body of type "%s" is not',
  async (type) => {
    const result = await send(post({ query: '{ fine }' }, { ...MEANT, 'content-type': type }));
    expect([result.status, codesOf(result)]).toEqual([415, ['UNSUPPORTED_MEDIA_TYPE']]);
  },
);

test.each<[string, string | undefined]>([
  ['application/graphql-response+json;q=0.1, application/json', 'application/json'],
  ['application/json;q=0.1, application/graphql-response+json;q=0.2', STRICT],
  ['application/json;q=0, */*', STRICT],
  ['application/*;q=0.5, application/json;q=0.1', STRICT],
  ['Application/GraphQL-Response+JSON', STRICT],
  ['application/json;q=0', undefined],
  ['*/*;q=0', undefined],
  ['text/html', undefined],
])('who accepts %s gets %s', async (accept, type) => {
  const mutation = await send(post({ query: 'mutation { change }' }, { accept }));
  if (type !== undefined) {
    expect(mutation.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(mutation.data).toEqual({ change: 'changed' });
  } else {
    expect([mutation.status, codesOf(mutation), mutation.data]).toEqual([406, ['NOT_ACCEPTABLE'], undefined]);
  }
});
test.each<[string, boolean]>([
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', true],
  ['TEXT/HTML', true],
  ['application/json, text/html;q=0.1', false],
  ['text/html;q=0, application/json', false],
  ['*/*', false],
])('whether who accepts %s is shown GraphiQL: %s', async (accept, isPage) => {
  const response = await gateway.fetch(`${URL_OF_GRAPH}?query={fine}`, { headers: { ...MEANT, accept } });
  expect((await response.text()).includes('<!')).toBe(isPage);
});

describe('persisted queries', () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: 'ecf4' } };
  test.each<[string, RequestInit, string?]>([
    ['a body', post({ extensions }, { accept: STRICT })],
    ['a URL', { headers: MEANT }, `?extensions=${JSON.stringify(extensions)}`],
  ])('the hash alone, in %s, is answered as Apollo’s clients expect it', async (_, init, search) => {
    const result = await send(init, search);
    expect(result.status).toBe(200);
    expect(result.errors).toEqual([
      { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
    ]);
    expect(result.headers.get('cache-control')).toContain('no-cache');
  });
});

test.each(['gzip', 'br', 'deflate', 'GZIP', 'identity, gzip', 'x'])('a body encoded as %s is refused', async (name) => {
  const result = await send(post({ query: '{ fine }' }, { 'content-encoding': name }));
  expect([result.status, codesOf(result)]).toEqual([415, ['UNSUPPORTED_MEDIA_TYPE']]);
  expect(result.headers.get('accept-encoding')).toBe('identity');
});
test('a body that is encoded as itself is read', async () => {
  const encoded = post({ query: '{ fine }' }, { 'content-encoding': 'identity' });
  expect(await send(encoded)).toMatchObject({ data: { fine: 'fine' } });
});

describe('values that nest deep', () => {
  const nested = (levels: number, open = '{"a":', close = '}') => open.repeat(levels) + 1 + close.repeat(levels);
  const bodyOf = (name: string, value: string) => post(`{"query":"{ fine }",${JSON.stringify(name)}:${value}}`);

  test.each(['variables', 'extensions'])('%s may have as many levels as the limit', async (name) => {
    const { gateway, lines } = gatewayOf();
    const codes = async (levels: number) => {
      const response = await gateway.fetch(URL_OF_GRAPH, bodyOf(name, nested(levels)));
      return [response.status, codesOf(await response.json())];
    };
    expect(await codes(LIMITS.jsonNesting)).toEqual([200, undefined]);
    for (const levels of [LIMITS.jsonNesting + 1, 5000, 90_000])
      expect([levels, ...(await codes(levels))]).toEqual([levels, 400, ['BAD_REQUEST']]);
    expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });

  test('lists count as well', async () => {
    const lists = `{"a":${nested(LIMITS.jsonNesting, '[', ']')}}`;
    expect(codesOf(await send(bodyOf('variables', lists)))).toEqual(['BAD_REQUEST']);
  });

  test('what is ignored may be as it likes', async () => {
    expect(await send(bodyOf('other', nested(90_000)))).toMatchObject({ data: { fine: 'fine' } });
  });
});

describe('what any page could send', () => {
  const HEADER = 'a header that web pages cannot send by themselves, such as `graphql-require-preflight: 1`.';
  const AS_JSON = `Send the query as JSON, with the header \`content-type: application/json\`. A request without it, or with \`text/plain\` or a form, needs ${HEADER}`;
  const body = '{"query":"{ fine }"}';
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  test.each<[string, RequestInit, string, string]>([
    ['a GET', {}, '?query={fine}', `A query by GET needs ${HEADER}`],
    // As `curl -d` does it.
    ['a body that says it is a form', { method: 'POST', body, headers: form }, '', AS_JSON],
    ['a body that says nothing', { method: 'POST', body: new TextEncoder().encode(body) }, '', AS_JSON],
    ['a text', { method: 'POST', body }, '', AS_JSON],
  ])('%s is refused, and told what to send', async (_, init, search, message) => {
    const result = await send(init, search);
    expect(result.status).toBe(400);
    expect(result.errors).toEqual([{ message, extensions: { code: 'BAD_REQUEST' } }]);
  });

  test.each(PREFLIGHT_HEADERS)('%s lets it in', async (name) => {
    expect(await send({ headers: { [name]: '1' } }, '?query={fine}')).toMatchObject({ data: { fine: 'fine' } });
  });
});
