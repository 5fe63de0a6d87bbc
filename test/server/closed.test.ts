/** Who is nobody gets nothing but what is open; and what is closed by a setting stays closed. */
import { describe, expect, test } from 'vitest';
import { newKey } from '../../src/server/auth/keys.ts';
import { stub } from '../stub.ts';

const { text, record } = newKey('laptop', ['read'], new Date());
const AUTH = { AUTH: 'keys', AUTH_KEYS: JSON.stringify({ keys: [record] }) };
const TABLE = { 'GET /users/u1': { id: 'u1', display_name: 'Ann' } };
const URL_ = 'http://gateway.test';
const JSON_ = { 'content-type': 'application/json' };
const QUERY = '{ user(id: "u1") { displayName } }';

/** Every way in which something can be asked. */
const WAYS: readonly [string, string, RequestInit][] = [
  ['a plain POST', '/graphql', { method: 'POST', headers: JSON_, body: JSON.stringify({ query: QUERY }) }],
  ['a body that is none', '/graphql', { method: 'POST', headers: JSON_, body: '{' }],
  [
    'a query that is none',
    '/graphql',
    { method: 'POST', headers: JSON_, body: JSON.stringify({ query: '{ nothing }' }) },
  ],
  [
    'introspection',
    '/graphql',
    { method: 'POST', headers: JSON_, body: JSON.stringify({ query: '{ __schema { description } }' }) },
  ],
  ['a POST of text', '/graphql', { method: 'POST', headers: { 'content-type': 'application/graphql' }, body: QUERY }],
  [
    'GET',
    `/graphql?query=${encodeURIComponent(QUERY)}`,
    { headers: { 'x-graphql-yoga-csrf': '1', accept: 'application/json' } },
  ],
  [
    'a dry run',
    '/graphql',
    { method: 'POST', headers: { ...JSON_, 'x-zoom-dry-run': '1' }, body: JSON.stringify({ query: QUERY }) },
  ],
  ['the schema', '/schema.graphql', {}],
];
const gatewayOf = (env: Record<string, string>) => stub(TABLE, { env });
const withKey = (init: RequestInit): RequestInit => ({
  ...init,
  headers: { ...(init.headers as Record<string, string>), authorization: `Bearer ${text}` },
});

describe.each(WAYS)('%s', (_, path, init) => {
  test('of nobody is 401, in words that say what to send', async () => {
    const { gateway, calls } = gatewayOf(AUTH);
    const response = await gateway.fetch(URL_ + path, init);
    const body = await response.text();
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="zoom-graphql"']);
    expect(JSON.parse(body).errors).toMatchObject([
      {
        message: 'Send a key of this gateway in the header `Authorization: Bearer zg_...`.',
        extensions: { code: 'UNAUTHENTICATED' },
      },
    ]);
    expect(calls).toEqual([]);
  });

  test('of somebody is answered', async () => {
    const { gateway } = gatewayOf(AUTH);
    expect((await gateway.fetch(URL_ + path, withKey(init))).status).not.toBe(401);
  });
});

test.each([
  ['GraphiQL', '/graphql', { headers: { accept: 'text/html' } }],
  ['health', '/health', {}],
])('%s stays open', async (_, path, init) => {
  const { gateway } = gatewayOf(AUTH);
  expect((await gateway.fetch(URL_ + path, init)).status).toBe(200);
});

test('GRAPHIQL=off closes the page alone', async () => {
  const { gateway, run } = gatewayOf({ GRAPHIQL: 'off' });
  const response = await gateway.fetch(`${URL_}/graphql`, { headers: { accept: 'text/html' } });
  expect(response.status).not.toBe(200);
  expect(await response.text()).not.toContain('<html');
  expect((await run(QUERY)).data).toEqual({ user: { displayName: 'Ann' } });
});

describe('INTROSPECTION=off', () => {
  test.each(['{ __schema { description } }', '{ user(id: "u1") { displayName } __type(name: "User") { name } }'])(
    'refuses %s, again and again',
    async (query) => {
      const { run } = gatewayOf({ INTROSPECTION: 'off' });
      for (let i = 0; i < 2; i++) {
        const { data, errors } = await run(query);
        expect(data ?? null).toBeNull();
        expect(errors?.[0]?.message).toMatch(/^GraphQL introspection has been disabled/);
      }
    },
  );

  test('leaves __typename, and tells no names that were not given', async () => {
    const { run, gateway } = gatewayOf({ INTROSPECTION: 'off' });
    expect((await run('{ __typename user(id: "u1") { __typename displayName } }')).data).toEqual({
      __typename: 'Query',
      user: { __typename: 'User', displayName: 'Ann' },
    });
    for (const query of ['{ user(id: "u1") { displayNam } }', '{ users { displayName } }', '{ user(i: "u1") { id } }'])
      expect(JSON.stringify((await run(query)).errors)).not.toContain('Did you mean');
    expect((await gateway.fetch(`${URL_}/schema.graphql`)).status).toBe(404);
  });
});

test('the viewer is told who it is, and what it has spent, which is nobody else’s', async () => {
  const other = newKey('other', ['read'], new Date());
  const { run } = gatewayOf({ AUTH: 'keys', AUTH_KEYS: JSON.stringify({ keys: [record, other.record] }) });
  const headers = { authorization: `Bearer ${text}` };
  await run(QUERY, {}, { headers });
  const query = '{ viewer { name permissions usage { requests calls byLimit { label calls } } } }';
  const [mine, theirs] = await Promise.all([
    run(query, {}, { headers }),
    run(query, {}, { headers: { authorization: `Bearer ${other.text}` } }),
  ]);
  expect(mine.data).toEqual({
    viewer: {
      name: 'laptop',
      permissions: ['READ'],
      usage: { requests: 2, calls: 1, byLimit: [{ label: 'LIGHT', calls: 1 }] },
    },
  });
  expect(theirs.data).toEqual({
    viewer: { name: 'other', permissions: ['READ'], usage: { requests: 1, calls: 0, byLimit: [] } },
  });
});
