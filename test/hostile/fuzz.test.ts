/**
 * Ten thousand requests that nobody would send, made from one seed: documents, variables, ids, cursors, headers. Each is answered in the form that
 * errors have, none by a fault of the gateway, and no secret of the sandbox's account is in any answer, line of the log or trace.
 */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { Agent, type Dispatcher } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { schema } from '../../schema/index.ts';
import { fieldNamesIn } from '../../schema/types/shape.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { readConfig } from '../../src/server/config.ts';
import { ERROR_CODES } from '../../src/server/error-codes.ts';
import { createGateway, type Gateway } from '../../src/server/gateway.ts';
import { listen } from '../../src/server/http/http.ts';
import { callLines, createLog } from '../../src/server/log.ts';
import { operations } from '../../src/zoom/api/index.ts';
import { type Client, createClient } from '../../src/zoom/client/client.ts';
import { bare, metaOf } from '../../src/zoom/declare/shape.ts';
import { signatureOf } from '../../src/zoom/events/signature.ts';
import { way } from '../way.ts';

const SEED = 20_261_130;

/** Numbers that are the same each time (mulberry32). */
const randomOf = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
};
const random = randomOf(SEED);
const below = (most: number) => Math.floor(random() * most);
const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
const oneIn = (count: number) => below(count) === 0;
const times = <T>(count: number, make: (nth: number) => T) => Array.from({ length: count }, (_, nth) => make(nth));

/** The keys of Zoom's under which secrets stand, by what the shapes say. */
const sensitive = new Set<string>();
/** Invitations are made to be handed out with their passcode, and `raw` shows what Zoom sent with all that is in it (docs/security.md). */
const secretFields = new Set(['invitation', 'raw', 'zoomGet', 'zoomRequest']);
const walk = (type: z.core.$ZodType | undefined, seen: Set<unknown>): void => {
  if (!type || seen.has(type)) return;
  seen.add(type);
  const within = bare(type);
  if (within instanceof z.ZodArray) walk(within.element as z.core.$ZodType, seen);
  if (!(within instanceof z.ZodObject)) return;
  for (const [key, field] of Object.entries(within.shape) as [string, z.core.$ZodType][]) {
    if (metaOf(field).sensitive) {
      sensitive.add(key);
      for (const name of fieldNamesIn(within, key)) secretFields.add(name);
    }
    walk(field, seen);
  }
};
{
  const seen = new Set<unknown>();
  for (const { of, body } of operations) for (const shape of [of, body]) walk(shape, seen);
}

/** What must be nowhere: the tokens and credentials of the sandbox, and whatever its answers hold under a key that is sensitive. */
const secrets = new Set<string>();
/** Shorter ones stand by chance in texts that have nothing to do with them. */
const SHORTEST = 8;
const keep = (value: unknown) => {
  if (typeof value === 'string' && value.length >= SHORTEST) secrets.add(value);
};
const gather = (value: unknown, isSecret = false): void => {
  if (isSecret) keep(value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) gather(one, isSecret || sensitive.has(key) || key === 'access_token');
};
/** Sees what comes from the sandbox. */
const recording = (handler: Dispatcher.DispatchHandler): Dispatcher.DispatchHandler => {
  const chunks: Buffer[] = [];
  return {
    onRequestStart: (...given) => handler.onRequestStart?.(...given),
    onResponseStart: (...given) => handler.onResponseStart?.(...given),
    onResponseError: (...given) => handler.onResponseError?.(...given),
    onResponseData: (controller, chunk) => {
      chunks.push(Buffer.from(chunk));
      return handler.onResponseData?.(controller, chunk);
    },
    onResponseEnd: (...given) => {
      const text = Buffer.concat(chunks).toString('utf8');
      if (text.startsWith('{')) gather(JSON.parse(text));
      return handler.onResponseEnd?.(...given);
    },
  };
};
/** Where in a text a secret is; undefined where none is. */
const secretIn = (text: string): string | undefined => {
  for (let at = 0; at + SHORTEST <= text.length; at++) {
    const found = byBeginning.get(text.slice(at, at + SHORTEST))?.find((secret) => text.startsWith(secret, at));
    if (found !== undefined) return `${text.slice(Math.max(0, at - 80), at)}<here>`;
  }
  return undefined;
};
const byBeginning = new Map<string, string[]>();
const index = () => {
  byBeginning.clear();
  for (const secret of secrets) {
    const beginning = secret.slice(0, SHORTEST);
    byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), secret]);
  }
};

/** What a client writes where a secret belongs. */
const OWN_SECRET = 'hunter2-of-the-client';
const lines: string[] = [];
let sandbox: Sandbox;
let client: Client;
let gateway: Gateway;
/** Ids and cursors that are good, to be made bad. */
const ids: string[] = [];
const cursors: string[] = [];

const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const ask = async (query: string) => {
  const response = await gateway.fetch('http://gateway/graphql', post({ query }, { 'x-zoom-timeout-ms': '60000' }));
  return (await response.json()) as { data: never; errors?: unknown };
};

beforeAll(async () => {
  sandbox = await startSandbox({ users: 12, plan: 'business', meetingsPerUser: 3 });
  const { apiUrl, oauthUrl, credentials, chatbot } = sandbox;
  for (const { clientSecret } of [credentials, chatbot]) keep(clientSecret);
  keep(OWN_SECRET);
  const log = createLog('trace', { write: (line) => void lines.push(line) });
  const dispatcher = new Agent().compose((dispatch) => (options, handler) => dispatch(options, recording(handler)));
  client = createClient({ apiUrl, oauthUrl, credentials, chatbot, plan: 'business', dispatcher, log: callLines(log) });
  gateway = createGateway({ ...way, client, log, config: readConfig({ REQUEST_TIMEOUT_MS: '1000' }) });
  const found = await ask(`{
    users(first: 5) { edges { cursor node { id zoomId meetings(first: 2) { edges { cursor node { id zoomId } } } } } }
    roles { nodes { id } } groups { nodes { id } }
  }`);
  expect(found.errors).toBeUndefined();
  const text = JSON.stringify(found.data);
  for (const [, name, value = ''] of text.matchAll(/"(id|zoomId|cursor)":"([^"]+)"/g))
    (name === 'cursor' ? cursors : ids).push(value);
  // So that there are secrets to be seen, by whoever looks for them.
  const shown = await ask(
    '{ users(first: 12) { nodes { hostKey meetings { nodes { startUrl password } } recordings { nodes { password } } } } }',
  );
  index();
  expect(secretIn(JSON.stringify(shown))).toBeDefined();
});
afterAll(async () => {
  await client.close();
  await sandbox.close();
});

/** Values that mean something to somebody: a parser, a path, a regular expression, a prototype. */
const HOSTILE: readonly unknown[] = [
  '',
  ' ',
  '0',
  '-1',
  'me',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '../../users',
  '%2e%2e%2f',
  '%',
  '?a=b&c=d',
  '#',
  '//',
  '/',
  '\\',
  "'; DROP TABLE users; --",
  '{{7*7}}',
  '<script>',
  '\u0000',
  '\ud800',
  '\u202e',
  '💥',
  'a\r\nx-injected: 1',
  '2026-13-45',
  '0000-00-00T00:00:00Z',
  'VXNlcjo=',
  'x'.repeat(3000),
  'é'.repeat(300),
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  -(2 ** 31) - 1,
  true,
  false,
  null,
  [],
  [[]],
  [null],
  {},
  { __typename: 'User' },
  JSON.parse('{"__proto__":{"polluted":1}}'),
  { constructor: { prototype: { polluted: 1 } } },
];
const GOOD: Readonly<Record<string, () => unknown>> = {
  ID: () => pick(ids),
  String: () => pick(['Standup', 'a@example.com', '']),
  Int: () => below(40),
  Float: () => random() * 10,
  Boolean: () => oneIn(2),
  Date: () => '2026-11-01',
  DateTime: () => '2026-12-01T09:00:00Z',
  URL: () => 'https://example.com/a',
  BigInt: () => below(1000),
  JSON: () => ({ a: 1 }),
};
const valueFor = (type: GraphQLInputType, depth = 0, name = ''): unknown => {
  if (secretFields.has(name)) return OWN_SECRET;
  if (oneIn(6)) return pick(HOSTILE);
  if (isNonNullType(type)) return valueFor(type.ofType, depth, name);
  if (isListType(type)) return times(below(3), () => valueFor(type.ofType, depth + 1, name));
  if (isEnumType(type)) return pick(type.getValues()).name;
  if (!isInputObjectType(type)) return GOOD[type.name]?.() ?? pick(HOSTILE);
  const fields = Object.values(type.getFields());
  const chosen = fields.filter((field) => isNonNullType(field.type) || oneIn(fields.length / (depth > 2 ? 1 : 3)));
  return Object.fromEntries(depth > 4 ? [] : chosen.map((one) => [one.name, valueFor(one.type, depth + 1, one.name)]));
};
/** As GraphQL writes it; enums in quotes are mistakes of their own. */
const written = (value: unknown): string => {
  if (typeof value === 'string') return /^[A-Z_]{3,}$/.test(value) ? value : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{ ${Object.entries(value)
    .map(([name, one]) => `${name}: ${written(one)}`)
    .join(', ')} }`;
};

type Field = GraphQLField<unknown, unknown>;
const allFieldsOf = new Map<string, Field[]>();
/** The fields of a type that hold no secret. */
const fieldsOf = (type: GraphQLObjectType): Field[] => {
  const known =
    allFieldsOf.get(type.name) ?? Object.values(type.getFields()).filter(({ name }) => !secretFields.has(name));
  allFieldsOf.set(type.name, known);
  return known;
};
const argsFor = (args: readonly GraphQLArgument[]): string => {
  const given = args.filter(({ type, name }) => isNonNullType(type) || name === 'first' || oneIn(6));
  const value = (arg: GraphQLArgument) => (arg.name === 'first' && !oneIn(8) ? 2 : valueFor(arg.type, 1, arg.name));
  return given.length === 0 ? '' : `(${given.map((arg) => `${arg.name}: ${written(value(arg))}`).join(', ')})`;
};
const selectionOf = (type: unknown, depth: number): string => {
  const named = getNamedType(type as GraphQLObjectType);
  if (isLeafType(named)) return '';
  if (!isObjectType(named) && !isInterfaceType(named)) return ' { __typename }';
  if (depth > 4) return ' { __typename }';
  const fields = fieldsOf(named as GraphQLObjectType);
  if (fields.length === 0) return ' { __typename }';
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
  const chosen = [pick(leaves.length > 0 ? leaves : fields), pick(fields), ...(oneIn(3) ? [pick(fields)] : [])];
  return ` { __typename ${chosen.map((field, nth) => fieldText(field, depth + 1, nth)).join(' ')} }`;
};
const fieldText = (field: Field, depth: number, nth = 0): string => {
  const alias = oneIn(4) ? `a${nth}: ` : '';
  const directive = oneIn(12)
    ? pick([
        ' @skip(if: true)',
        ' @include(if: true)',
        ' @include(if: 1)',
        ' @idempotent(key: "k")',
        ' @unknown',
        ' @rest',
      ])
    : '';
  return `${alias}${field.name}${argsFor(field.args)}${directive}${selectionOf(field.type, depth)}`;
};
const roots = [schema.getQueryType(), schema.getQueryType(), schema.getMutationType()].flatMap((one) => one ?? []);
const documentText = (): string => {
  const root = pick(roots);
  const fields = times(1 + below(2), (nth) => fieldText(pick(fieldsOf(root)), 1, nth));
  return `${root.name === 'Mutation' ? 'mutation' : 'query'} Q { ${fields.join(' ')} }`;
};
const PIECES = [
  '{',
  '}',
  '(',
  ')',
  '"',
  '"""',
  '...',
  '$',
  '@',
  ':',
  '!',
  '\u0000',
  '\ufeff',
  '#',
  '\\u',
  'fragment F on User { ...F }',
  'null',
  '&',
  '0x',
  '"\\',
];
const changed = (text: string): string => {
  let now = text;
  for (let nth = below(3); nth >= 0; nth--) {
    const at = below(now.length + 1);
    const cut = oneIn(2) ? below(4) : 0;
    now = now.slice(0, at) + (oneIn(2) ? pick(PIECES) : String.fromCharCode(below(0x250))) + now.slice(at + cut);
  }
  return now;
};

/** Wishes that make a case cheaper, or tell more of it. */
const wishes = (): Record<string, string> =>
  pick<Record<string, string>>([{ 'x-zoom-dry-run': '1' }, { 'x-zoom-dry-run': '1' }, { 'x-zoom-trace': '1' }, {}]);

const rootFields = roots.flatMap((root) =>
  fieldsOf(root).flatMap((field) => (field.args.length > 0 ? [{ root, field }] : [])),
);
const withVariables = (): RequestInit => {
  const { root, field } = pick(rootFields);
  const given = field.args.filter(({ type }) => isNonNullType(type) || oneIn(2));
  const declared = given.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const args = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const below1 = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  const of = given.length > 0 ? [`(${declared})`, `(${args})`] : ['', ''];
  const query = `${root.name === 'Mutation' ? 'mutation' : 'query'} Q${of[0]} { ${field.name}${of[1]}${below1} }`;
  const variables = oneIn(20)
    ? pick(HOSTILE)
    : Object.fromEntries(given.map(({ name, type }) => [name, name === 'first' ? 2 : valueFor(type, 0, name)]));
  const more = oneIn(10)
    ? { operationName: pick(HOSTILE), extensions: { zoom: pick(HOSTILE), persistedQuery: pick(HOSTILE) } }
    : {};
  return post({ query, variables, ...more }, wishes());
};

const TYPES = Object.values(schema.getTypeMap()).filter(isObjectType);
/** A text in base64 with something of it changed, whatever it says. */
const corrupted = (text: string): string => {
  const plain = Buffer.from(text, 'base64').toString('latin1');
  return pick([
    () => changed(text),
    () => Buffer.from(changed(plain), 'latin1').toString('base64'),
    () => text.slice(0, below(text.length)),
    () => text + pick(cursors),
    () => Buffer.from(`${pick(TYPES).name}:${plain.split(':')[1] ?? ''}`).toString('base64'),
    () => Buffer.from(`${pick(TYPES).name}:${String(pick(HOSTILE))}`).toString('base64'),
    () => Buffer.from(JSON.stringify(pick(HOSTILE))).toString('base64'),
    () => String(pick(HOSTILE)),
  ])();
};
const withIds = (): RequestInit => {
  const [id, other] = [corrupted(pick(ids)), oneIn(3) ? pick(ids) : corrupted(pick(ids))];
  const query = pick([
    'query ($id: ID!) { node(id: $id) { __typename id } }',
    'query ($id: ID!) { user(id: $id) { id email } }',
    'query ($id: ID!) { meeting(id: $id) { id topic } }',
    'query ($id: ID!, $other: ID!) { nodes(ids: [$id, $other]) { __typename id } }',
    'query ($id: ID!) { account(id: $id) { id } }',
    'mutation ($id: ID!) { deleteMeeting(input: { meetingId: $id }) { deletedMeetingId } }',
  ]);
  return post({ query, variables: { id, ...(query.includes('$other') && { other }) } }, oneIn(3) ? wishes() : {});
};
const withCursors = (): RequestInit => {
  const after = corrupted(pick(cursors));
  const query = pick([
    'query ($after: String) { users(first: 2, after: $after) { nodes { id } pageInfo { endCursor } } }',
    'query ($after: String) { me { meetings(first: 2, after: $after) { nodes { id } } } }',
    'query ($after: String) { groups(first: 2, after: $after) { nodes { id } } roles(after: $after) { totalCount } }',
    'query ($after: String) { users(first: 2) { nodes { meetings(first: 1, after: $after) { nodes { id } } } } }',
  ]);
  return post({ query, variables: { after } }, oneIn(3) ? wishes() : {});
};
const NAMES = [
  'accept',
  'accept-encoding',
  'authorization',
  'content-encoding',
  'content-type',
  'cookie',
  'graphql-require-preflight',
  'if-none-match',
  'origin',
  'traceparent',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-request-id',
  'x-zoom-dry-run',
  'x-zoom-timeout-ms',
  'x-zoom-trace',
];
const VALUES = [
  '',
  '*/*',
  '*/*;q=0',
  'application/json',
  'application/graphql-response+json',
  'text/event-stream',
  'text/html',
  'multipart/mixed',
  'application/json; charset=utf-16',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'gzip;q=1e9, br;q=-1',
  'br',
  'identity;q=0',
  `Bearer ${OWN_SECRET}`,
  `Basic ${OWN_SECRET}`,
  'null',
  '1',
  '0',
  '-1',
  '1e9',
  'true',
  'https://evil.example',
  ';;;,,,===',
  '"',
  '00-00000000000000000000000000000000-0000000000000000-00',
  'x'.repeat(2000),
  '\u00ff\u00fe',
];
const withHeaders = (): RequestInit => {
  const headers = Object.fromEntries(times(1 + below(4), () => [pick(NAMES), pick(VALUES)]));
  const body = pick([
    { query: '{ me { id } }' },
    { query: '{ __typename }' },
    { query: 'query ($n: Int) { users(first: $n) { totalCount } }', variables: { n: 1 } },
    'query={__typename}',
    '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{}\r\n--x--',
  ]);
  return post(body, headers);
};

/** Every kind of case, and how many of it. */
const KINDS: Readonly<Record<string, readonly [count: number, make: () => RequestInit]>> = {
  documents: [1500, () => post({ query: documentText() }, wishes())],
  'documents that are broken': [2500, () => post({ query: changed(documentText()) }, wishes())],
  variables: [2500, withVariables],
  ids: [1200, withIds],
  cursors: [1000, withCursors],
  headers: [1300, withHeaders],
};
/** At once: as many as a server has in flight. */
const AT_ONCE = 50;

interface Answered {
  readonly errors?: readonly { readonly message?: unknown; readonly extensions?: Record<string, unknown> }[];
}
/** What is wrong with an answer; undefined where nothing is. */
const faultOf = (status: number, text: string): string | undefined => {
  if (status >= 500) return `status ${status}`;
  if (/node_modules|\n {4}at /.test(text)) return 'a stack';
  if (!text.startsWith('{')) return undefined;
  const { errors = [] } = JSON.parse(text) as Answered;
  const codes = errors.map(({ extensions }) => String(extensions?.code));
  const unknown = codes.find((code) => !Object.hasOwn(ERROR_CODES, code));
  if (unknown !== undefined) return `the code ${unknown}`;
  return codes.includes('INTERNAL_SERVER_ERROR') ? 'a fault of the gateway' : undefined;
};

test('ten thousand cases: each is answered, none by a fault, none with a secret', { timeout: 300_000 }, async () => {
  expect(Object.values(KINDS).reduce((sum, [count]) => sum + count, 0)).toBe(10_000);
  const answers: (readonly [asked: string, text: string])[] = [];
  const faults: string[] = [];
  const seen = new Map<string, number>();
  for (const [kind, [count, make]] of Object.entries(KINDS)) {
    const cases = times(count, make);
    for (let at = 0; at < count; at += AT_ONCE)
      await Promise.all(
        cases.slice(at, at + AT_ONCE).map(async (init) => {
          const response = await gateway.fetch('http://gateway/graphql', init);
          const text = await response.text();
          const asked = `${kind} ${JSON.stringify(init.headers)} ${String(init.body).slice(0, 600)}`;
          const fault = faultOf(response.status, text);
          if (fault) faults.push(`${fault}: ${asked} => ${text.slice(0, 300)}`);
          answers.push([asked, text]);
          for (const [, code = ''] of text.matchAll(/"code":"([A-Z_]+)"/g)) seen.set(code, (seen.get(code) ?? 0) + 1);
          if (text.includes('"data":{')) seen.set('data', (seen.get('data') ?? 0) + 1);
        }),
      );
  }
  expect(faults).toEqual([]);
  expect(answers).toHaveLength(10_000);
  // The cases say something: there is data, and there are refusals of every kind that they can meet.
  for (const some of [
    'data',
    'BAD_USER_INPUT',
    'BAD_REQUEST',
    'CURSOR_INVALID',
    'GRAPHQL_PARSE_FAILED',
    'GRAPHQL_VALIDATION_FAILED',
    'NOT_FOUND',
  ])
    expect([some, (seen.get(some) ?? 0) > 10]).toEqual([some, true]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  index();
  expect(secrets.size).toBeGreaterThan(30);
  expect(answers.flatMap(([asked, text]) => (secretIn(text) === undefined ? [] : asked)).slice(0, 5)).toEqual([]);
  expect(lines.length).toBeGreaterThan(100);
  expect(lines.flatMap((line) => secretIn(line) ?? []).slice(0, 5)).toEqual([]);
  expect(lines.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});

test('the gateway answers as ever', async () => {
  expect(await ask('{ me { id } }')).toMatchObject({ data: { me: { id: expect.any(String) } } });
});

/** JSON of any form, so deep at most. */
const anything = (depth: number): unknown => {
  if (depth > 0 && oneIn(2)) {
    const makers = [
      () => times(below(4), () => anything(depth - 1)),
      () => Object.fromEntries(times(below(4), () => [pick(EVENT_KEYS), anything(depth - 1)])),
    ];
    return pick(makers)();
  }
  return pick([
    null,
    true,
    0,
    -1,
    1.5,
    1e308,
    Number.MAX_SAFE_INTEGER,
    '',
    'a',
    '\u0000',
    '\ud800',
    'x'.repeat(below(2000)),
  ]);
};
const EVENT_KEYS = [
  'event',
  'event_ts',
  'payload',
  'object',
  'account_id',
  'id',
  'uuid',
  'participant',
  'plainToken',
  '__proto__',
  'constructor',
  'toString',
  'download_token',
  '',
];
const deep = (levels: number, [open, close]: readonly [string, string]) => open.repeat(levels) + close.repeat(levels);
const bodyOfWebhook = (): Buffer => {
  const event = {
    event: oneIn(4) ? anything(2) : pick(['meeting.started', 'endpoint.url_validation', 'x'.repeat(5000)]),
    event_ts: oneIn(4) ? anything(1) : pick([0, -1, 1_732_000_000_000, 1e308]),
    payload: oneIn(4)
      ? anything(3)
      : { account_id: oneIn(4) ? anything(1) : 'a', object: anything(4), plainToken: anything(1) },
    ...(oneIn(3) && { download_token: anything(1) }),
  };
  const text = JSON.stringify(event);
  const makers = [
    () => Buffer.from(text),
    () => Buffer.from(text),
    () => Buffer.from(text.slice(0, below(text.length))),
    () => Buffer.from(text.replace(/\d+/, () => '9'.repeat(1 + below(400)))),
    () =>
      Buffer.from(
        text.replace(/null|true|""/, () =>
          deep(
            pick([50, 150, 20_000, 80_000]),
            pick([
              ['[', ']'],
              ['{"object":', '}'],
            ]),
          ),
        ),
      ),
    () => Buffer.from(times(below(300), () => below(256))),
    () => Buffer.from(JSON.stringify(anything(5))),
  ];
  return pick(makers)();
};

test('two thousand bodies of webhooks, signed and not: none of them is a fault', { timeout: 120_000 }, async () => {
  const secret = 'the-secret-token-of-webhooks';
  const said: string[] = [];
  const log = createLog('debug', { write: (line) => said.push(line) });
  const config = readConfig({ ZOOM_WEBHOOK_SECRET: secret });
  const taking = createGateway({ ...way, client, config, log });
  const http = await listen(taking, 0, '127.0.0.1');
  const statuses = new Map<number, number>();
  try {
    for (let nth = 0; nth < 2000; nth++) {
      const body = bodyOfWebhook();
      const timestamp = String(Math.floor(Date.now() / 1000));
      const isSigned = !oneIn(5);
      const headers = {
        'x-zm-request-timestamp': oneIn(20) ? pick(['', 'x', '-1', '9'.repeat(30), '0x10', '1e9']) : timestamp,
        'x-zm-signature': isSigned
          ? signatureOf(secret, timestamp, body)
          : pick(['', 'v0=', 'v1=00', 'v0=zz', `v0=${'0'.repeat(64)}`]),
      };
      const { status } = await fetch(`${http.origin}/webhooks/zoom`, {
        method: 'POST',
        headers,
        body: new Uint8Array(body),
      });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (!isSigned) expect(status).toBe(401);
    }
  } finally {
    await http.stop(1000);
    await taking.dispose();
  }
  // Each of them was met often.
  expect([...statuses.keys()].sort()).toEqual([200, 400, 401]);
  for (const count of statuses.values()) expect(count).toBeGreaterThan(50);
  expect(said.filter((line) => line.includes('"level":50') || line.includes(secret))).toEqual([]);
});
