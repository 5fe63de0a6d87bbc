/** Documents that are named in place of being sent, in all wire forms: by their hash once they were sent, and by the ids of files. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from '@graphql-codegen/cli';
import { printSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/server/config.ts';
import { KEPT, PersistedDocuments } from '../../src/server/http/persisted.ts';
import { compile } from '../clients/relay/compile.ts';
import { post } from './post.ts';
import { gatewayOf, type Result, schema } from './support.ts';

const MEANT = { 'graphql-require-preflight': '1' };
const persistedIn = (path: string): Record<string, string> => JSON.parse(readFileSync(path, 'utf8'));
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const apollos = (sha256Hash: unknown, version: unknown = 1) => ({ persistedQuery: { version, sha256Hash } });
const searchOf = (params: Record<string, unknown>) =>
  `?${new URLSearchParams(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]))}`;

/** What a client sends, in each of the ways in which it may. */
const WAYS: Readonly<Record<string, (params: Record<string, unknown>) => readonly [string, RequestInit]>> = {
  POST: (params) => ['', post(params)],
  GET: (params) => [searchOf(params), { headers: MEANT }],
  'a form': (params) => [
    '',
    {
      method: 'POST',
      headers: { ...MEANT, 'content-type': 'application/x-www-form-urlencoded' },
      body: searchOf(params).slice(1),
    },
  ],
};
type Gateway = ReturnType<typeof gatewayOf>['gateway'];
const asker =
  (gateway: Gateway) =>
  async (params: Record<string, unknown>, way = 'POST') => {
    const [search, init] = WAYS[way]?.(params) ?? ['', {}];
    const response = await gateway.fetch(`http://gateway/graphql${search}`, init);
    const { data, errors } = (await response.json()) as Result;
    const [error] = errors ?? [];
    return {
      status: response.status,
      ...(data && { data }),
      ...(error && { message: error.message, code: error.extensions?.code }),
    };
  };
const NOT_FOUND = { status: 200, message: 'PersistedQueryNotFound', code: 'PERSISTED_QUERY_NOT_FOUND' };

describe.each(Object.keys(WAYS))('automatic, by %s', (way) => {
  const query = 'query Q($id: String!) { user(id: $id) }';
  const variables = { id: 'a' };

  test('a hash is found once its text was sent with it, whoever sends it', async () => {
    const ask = asker(gatewayOf().gateway);
    const extensions = apollos(sha256(query));
    const answer = { status: 200, data: { user: 'User a' } };
    expect(await ask({ extensions, variables }, way)).toEqual(NOT_FOUND);
    expect(await ask({ query, extensions, variables }, way)).toEqual(answer);
    expect(await ask({ extensions, variables }, way)).toEqual(answer);
    expect(await ask({ extensions, variables: { id: 'b' } }, way)).toEqual({ status: 200, data: { user: 'User b' } });
    expect(await ask({ documentId: `sha256:${sha256(query)}`, variables }, way)).toEqual(answer);
  });

  test('a hash that is not that of the text is refused, and nothing is kept under it', async () => {
    const ask = asker(gatewayOf().gateway);
    const extensions = apollos(sha256('{ fine }'));
    const refused = { status: 400, code: 'BAD_REQUEST', message: expect.stringContaining('is not the SHA-256') };
    expect(await ask({ query, extensions, variables }, way)).toEqual(refused);
    expect(await ask({ extensions }, way)).toEqual(NOT_FOUND);
  });

  test.each([
    ['a hash that is no text', { extensions: apollos(1) }, 'sha256Hash` must be a string'],
    ['another version', { extensions: apollos(sha256(query), 2) }, 'version` must be 1'],
    ['no hash', { extensions: { persistedQuery: { version: 1 } } }, 'The request has no `query`'],
  ])('%s is refused', async (_, params, message) => {
    const refused = { status: 400, code: 'BAD_REQUEST', message: expect.stringContaining(message) };
    expect(await asker(gatewayOf().gateway)(params, way)).toEqual(refused);
  });
});

test('the answer that a hash is not known may be kept by nobody', async () => {
  const response = await gatewayOf().gateway.fetch('http://gateway/graphql', post({ extensions: apollos('x') }));
  expect(response.headers.get('cache-control')).toBe('private, no-cache, must-revalidate');
});

test('an id that is no text is refused by its name', async () => {
  expect(await asker(gatewayOf().gateway)({ doc_id: 1 })).toMatchObject({ message: '`doc_id` must be a string.' });
});

test('those that wait for the same answer share its call, by hash as by text', async () => {
  let tell = () => {};
  const { gateway, reads } = gatewayOf(
    {},
    (id) => new Promise((resolve) => (tell = () => resolve({ display_name: id }))),
    // Executions are shared on the short way alone.
    { direct: true },
  );
  const ask = asker(gateway);
  const query = 'query Q($id: String!) { user(id: $id) }';
  await ask({ query, extensions: apollos(sha256(query)), variables: {} });
  const asked = { extensions: apollos(sha256(query)), variables: { id: 'a' } };
  const both = [post(asked), post(asked)].map((init) => gateway.fetch('http://gateway/graphql', init));
  await expect.poll(() => reads).toEqual(['a']);
  tell();
  expect(await Promise.all(both.map(async (one) => (await (await one).json()) as Result))).toMatchObject([
    { data: { user: 'a' } },
    { data: { user: 'a' } },
  ]);
});

test('what clients have sent is kept up to so many bytes: the least used go, a longer text is not kept', () => {
  const documents = new PersistedDocuments(readConfig({}));
  const send = (query: string) => documents.textOf({ query, hash: sha256(query) });
  const isKnown = (query: string) => {
    try {
      return documents.textOf({ hash: sha256(query) }) === query;
    } catch {
      return false;
    }
  };
  const text = (nth: number) => `# ${nth} ${'x'.repeat(KEPT.text - 20)}`;
  const most = Math.ceil(KEPT.bytes / (2 * KEPT.text));
  send('{ fine }');
  for (let nth = 0; nth <= most; nth++) send(text(nth));
  expect([isKnown('{ fine }'), isKnown(text(0)), isKnown(text(most))]).toEqual([false, false, true]);
  const long = 'x'.repeat(KEPT.text + 1);
  expect([send(long), isKnown(long)]).toEqual([long, false]);
});

describe('registered', () => {
  const folder = mkdtempSync(join(tmpdir(), 'persisted-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const written = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  /** What the compilers of clients write: the ids that they send, and the files that they register them by. */
  let codegen: { readonly path: string; readonly id: string };
  let relay: { readonly path: string; readonly id: string };
  beforeAll(async () => {
    const sdl = printSchema(schema);
    const config = {
      schema: sdl,
      documents: 'query Codegens($id: String!) { user(id: $id) }',
      generates: { 'gql/': { preset: 'client', presetConfig: { persistedDocuments: true } } },
      silent: true,
    } as const;
    const files: { filename: string; content: string }[] = await generate(config, false);
    const text = (end: string) => files.find(({ filename }) => filename.endsWith(end))?.content ?? '';
    codegen = {
      path: written('persisted-documents.json', text('persisted-documents.json')),
      id: /"hash":"([^"]+)"/.exec(text('graphql.ts'))?.[1] ?? '',
    };
    const {
      made,
      persisted = '',
      said,
    } = compile(
      {
        Relays: "import { graphql } from 'relay-runtime'; graphql`query RelaysQuery($id: String!) { user(id: $id) }`;",
      },
      { sdl, persist: true, config: { customScalarTypes: { Even: 'number' } } },
    );
    relay = {
      path: written('relay.json', persisted),
      id: /"id": "(\w+)"/.exec(made.RelaysQuery ?? said)?.[1] ?? said,
    };
  });
  const settings = (more: Record<string, string> = {}) => ({
    PERSISTED_OPERATIONS: `${codegen.path}, ${relay.path}`,
    ...more,
  });
  const variables = { id: 'a' };
  const answer = { status: 200, data: { user: 'User a' } };

  test('the compilers name documents as expected', () => {
    expect(codegen.id).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(relay.id).toMatch(/^[0-9a-f]{32}$/);
  });

  describe.each(Object.keys(WAYS))('by %s', (way) => {
    test.each<['off' | 'on']>([['off'], ['on']])('each wire form finds them, with PERSISTED_ONLY %s', async (only) => {
      const ask = asker(gatewayOf(settings({ PERSISTED_ONLY: only })).gateway);
      for (const id of [codegen.id, codegen.id.replace('sha256:', ''), relay.id]) {
        for (const name of ['documentId', 'id', 'doc_id'])
          expect([name, await ask({ [name]: id, variables }, way)]).toEqual([name, answer]);
        expect(await ask({ extensions: apollos(id), variables }, way)).toEqual(answer);
      }
    });

    test('an id that is in no file is not found', async () => {
      const ask = asker(gatewayOf(settings()).gateway);
      expect(await ask({ documentId: 'x' }, way)).toEqual(NOT_FOUND);
    });

    test('nothing else runs where that is set, and none is learnt', async () => {
      const { gateway, reads, lines } = gatewayOf(settings({ PERSISTED_ONLY: 'on' }));
      const ask = asker(gateway);
      const [registered = ''] = Object.values(persistedIn(codegen.path));
      const refused = {
        code: 'OPERATION_NOT_REGISTERED',
        message: expect.stringContaining('registered documents alone'),
      };
      const query = '{ user(id: "a") }';
      for (const params of [
        { query },
        { query: '{ __schema { queryType { name } } }' },
        { query: 'mutation { change }' },
        { query: `${registered} # and more`, variables },
        { query, extensions: apollos(sha256(query)) },
        { extensions: apollos(sha256(query)) },
        { documentId: sha256(query) },
      ])
        expect(await ask(params, way)).toMatchObject(refused);
      expect(reads).toEqual([]);
      expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
    });

    test('the text of one that is registered runs', async () => {
      const ask = asker(gatewayOf(settings({ PERSISTED_ONLY: 'on' })).gateway);
      const [query = ''] = Object.values(persistedIn(codegen.path));
      expect(await ask({ query, variables }, way)).toEqual(answer);
      expect(await ask({ query, variables, extensions: apollos(sha256(query)) }, way)).toEqual(answer);
    });
  });

  test('a mutation by its id is refused in a URL, and runs by POST', async () => {
    const path = written('mutation.json', JSON.stringify({ change: 'mutation Change { change }' }));
    const ask = asker(gatewayOf({ PERSISTED_OPERATIONS: path, PERSISTED_ONLY: 'on' }).gateway);
    expect(await ask({ id: 'change' }, 'GET')).toMatchObject({ status: 405, code: 'BAD_REQUEST' });
    expect(await ask({ id: 'change' })).toEqual({ status: 200, data: { change: 'changed' } });
  });

  test('the status of a refusal is the one that the client’s media type has for it', async () => {
    const { gateway } = gatewayOf(settings({ PERSISTED_ONLY: 'on' }));
    const statuses = ['application/json', 'application/graphql-response+json'].map(async (accept) => {
      const response = await gateway.fetch('http://gateway/graphql', post({ query: '{ fine }' }, { accept }));
      return response.status;
    });
    expect(await Promise.all(statuses)).toEqual([200, 400]);
  });

  test('what differs from one that is registered in a literal alone is refused on all ways, also past HTTP', async () => {
    const path = written('literal.json', JSON.stringify({ one: '{ user(id: "a") }', two: '{ user(id: "b") }' }));
    const env = { PERSISTED_OPERATIONS: path, PERSISTED_ONLY: 'on' };
    let past: ((text: string) => unknown) | undefined;
    const { gateway } = gatewayOf(env, undefined, {
      plugins: [
        {
          onYogaInit: ({ yoga }) => {
            past = (text) => yoga.getEnveloped({} as never).parse(text);
          },
        },
      ],
    });
    const ask = asker(gateway);
    expect(await ask({ id: 'one' })).toEqual({ status: 200, data: { user: 'User a' } });
    expect(await ask({ id: 'two' })).toEqual({ status: 200, data: { user: 'User b' } });
    expect(await ask({ query: '{ user(id: "c") }' })).toMatchObject({ code: 'OPERATION_NOT_REGISTERED' });
    expect(past?.('{ user(id: "a") }')).toMatchObject({ kind: 'Document' });
    expect(() => past?.('{ user(id: "c") }')).toThrow('registered documents alone');
  });

  test('it is told of a text whether it is registered, and by which name', () => {
    const path = written('names.json', JSON.stringify({ a: 'query A { fine }', 'sha256:b': '{ fine }', c: '{' }));
    const documents = new PersistedDocuments(readConfig({ PERSISTED_OPERATIONS: path }));
    expect(['query A { fine }', '{ fine }', '{', '{ noted }'].map((text) => documents.registeredAs(text))).toEqual([
      { id: 'a', name: 'A' },
      { id: 'b', name: 'b' },
      { id: 'c', name: 'c' },
      undefined,
    ]);
  });

  test.each([
    ['is not there', undefined, /missing\.json cannot be read\./],
    ['is no JSON', '{', /missing\.json must be a JSON object that has the text of each document by its id\./],
    ['has something else', '{"a":{"query":"{ fine }"}}', /missing\.json must be a JSON object/],
    ['is a list', '["{ fine }"]', /missing\.json must be a JSON object/],
  ])('a file that %s stops the start', (_, text, message) => {
    const path = join(folder, 'missing.json');
    rmSync(path, { force: true });
    if (text !== undefined) writeFileSync(path, text);
    expect(() => gatewayOf({ PERSISTED_OPERATIONS: path })).toThrow(message);
  });

  test('registered documents alone need a file', () => {
    expect(() => readConfig({ PERSISTED_ONLY: 'on' })).toThrow('set PERSISTED_OPERATIONS, too');
  });
});
