/** Who asks: what one may see and another may not is never told to the other, however both share what Zoom says. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { Client as Connection } from 'undici';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createSession, PERMISSIONS, type Permission, Permissions } from '../../resolvers/session.ts';
import { readConfig } from '../../src/server/config.ts';
import { createGateway, type Gateway } from '../../src/server/gateway.ts';
import { listen } from '../../src/server/http/http.ts';
import { createLog } from '../../src/server/log.ts';
import { type SessionFor, sessionsBy } from '../../src/server/session.ts';
import type { Zoom } from '../../src/zoom/client/client.ts';
import { done, stub } from '../stub.ts';
import { post } from './post.ts';
import { spawnMain } from './spawn.ts';
import { clientOf } from './support.ts';
import { NEEDS, PRINCIPAL, PRINCIPALS, schema, sessionFor } from './withheld.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

const MEETING = {
  id: 1,
  topic: 'Standup',
  start_url: 'https://zoom.us/s/1?zak=for-sensitive',
  password: 'for-raw',
};
const FIELDS = 'topic startUrl password';
const BY_HASH = `query ByHash { meeting(id: "1") { ${FIELDS} } }`;
const hashed = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(BY_HASH).digest('hex') } };
const ID = Buffer.from('Meeting:1').toString('base64');
/**
 * The ways in which the meeting is shown: by one call and by several, of a list, by leaf readers, by its global id, by a document whose hash is
 * known, traced, after a write, and by a write that is made once. Each is asked in turn, at once and over one connection; of two processes below.
 * What dry runs, filters, orders and sums would tell is held to in test/permissions.test.ts.
 */
const TEXTS: readonly object[] = [
  { query: `{ meeting(id: "1") { ${FIELDS} } }` },
  {
    query: `query ($id: ID!) { meeting(id: $id) { ...It } } fragment It on Meeting { ${FIELDS} }`,
    variables: { id: '1' },
  },
  { query: `{ user(id: "u1") { meetings { nodes { ${FIELDS} } } } }` },
  { query: `{ users { nodes { meetings { nodes { ${FIELDS} } } } } }` },
  { query: `{ meeting(id: "1") { ${FIELDS} } }`, extensions: { zoom: { trace: true } } },
  { query: `{ node(id: "${ID}") { ... on Meeting { ${FIELDS} } } }` },
  { query: `{ nodes(ids: ["${ID}"]) { ... on Meeting { ${FIELDS} } } }` },
  { query: BY_HASH, extensions: hashed },
  { query: `mutation { updateMeeting(input: { meetingId: "1", topic: "x" }) { meeting { ${FIELDS} } } }` },
  {
    query: `mutation { updateMeeting(input: { meetingId: "1", topic: "x" }) @idempotent(key: "k") { meeting { ${FIELDS} } } }`,
  },
];

/** A gateway of withheld.ts over a Zoom with one meeting. */
const withheld = (direct: boolean, more: { sessionFor?: SessionFor } = {}) => {
  const { client, calls } = stub({
    'GET /users': { users: [{ id: 'u1' }] },
    'GET /users/u1': { id: 'u1' },
    'GET /users/u1/meetings': { meetings: [MEETING] },
    'GET /meetings/1': MEETING,
    'PATCH /meetings/1': done(),
  });
  const config = readConfig({ SHARED_CACHE_SECONDS: '600' });
  const gateway = createGateway({ direct, client, config, schema, sessionFor, ...more });
  opened.push(() => gateway.dispose());
  return { gateway, calls };
};
const askAs = async (gateway: Gateway, principal: string, body: object) =>
  (await gateway.fetch('http://gateway.test/graphql', post(body, { [PRINCIPAL]: principal }))).text();

/** What a principal is to see of the meeting: all that it may, and no byte of what it may not. */
const expectFor = (
  principal: string,
  body: string,
  of: Readonly<Record<string, string>> = { startUrl: MEETING.start_url, password: MEETING.password },
) => {
  const { data, errors = [] } = JSON.parse(body);
  const withheld = Object.keys(NEEDS).filter((field) => !PRINCIPALS[principal]?.includes(NEEDS[field] as Permission));
  expect(errors.map((error: WithPath) => `${error.path.at(-1)} ${error.extensions.code}`).sort()).toEqual(
    withheld.map((field) => `${field} FORBIDDEN`).sort(),
  );
  for (const [field, needed] of Object.entries(NEEDS)) {
    const isSeen = PRINCIPALS[principal]?.includes(needed) ?? false;
    expect(JSON.stringify(data)).toContain(`"${field}":${isSeen ? JSON.stringify(of[field]) : null}`);
    if (!isSeen) expect(body).not.toContain(of[field]);
  }
};

interface WithPath {
  readonly path: readonly string[];
  readonly extensions: { readonly code: string };
}

const principals = fc.constantFrom(...Object.keys(PRINCIPALS));
/** Who asks for what, of several who ask at once. */
const rounds = fc.array(fc.array(fc.tuple(principals, fc.constantFrom(...TEXTS)), { minLength: 1, maxLength: 6 }), {
  minLength: 4,
  maxLength: 10,
});

describe.each([
  ['directly', true],
  ['by way of Yoga', false],
])('principals of one credential who ask %s', (_, direct) => {
  test('are each shown what they may see, at once and one after the other', async () => {
    const each = fc.asyncProperty(rounds, async (all) => {
      const { gateway } = withheld(direct);
      for (const round of all) {
        const answers = round.map(([principal, body]) => askAs(gateway, principal, body));
        for (const [at, [principal]] of round.entries()) expectFor(principal, (await answers[at]) ?? '');
      }
    });
    await fc.assert(each, { numRuns: 40 });
  });

  test.each(TEXTS)('are each shown what they may see of %j, whoever asked before', async (body) => {
    const { gateway } = withheld(direct);
    // What has not changed is given again from the third time on.
    for (const first of Object.keys(PRINCIPALS)) {
      for (let i = 0; i < 3; i++) expectFor(first, await askAs(gateway, first, body));
      for (const other of Object.keys(PRINCIPALS)) expectFor(other, await askAs(gateway, other, body));
    }
    const at = Object.keys(PRINCIPALS).map(async (one) => expectFor(one, await askAs(gateway, one, body)));
    await Promise.all(at);
  });

  test('are each shown what they may see over one connection, on which all ask before any is answered', async () => {
    const asked = TEXTS.flatMap((body) => Object.keys(PRINCIPALS).map((principal) => ({ principal, body })));
    const waiting: (() => void)[] = [];
    /** Nobody has a session before all have asked for one. */
    const allAtOnce: SessionFor = async (...given) => {
      await new Promise<void>((resolve) => {
        if (waiting.push(resolve) === asked.length) for (const go of waiting.splice(0)) go();
      });
      return sessionFor(...given);
    };
    const { gateway } = withheld(direct, { sessionFor: allAtOnce });
    const http = await listen(gateway, 0, '127.0.0.1');
    opened.push(() => http.stop(0));
    const connection = new Connection(http.origin, { pipelining: asked.length });
    opened.push(() => connection.close());
    let sockets = 0;
    connection.on('connect', () => sockets++);
    const to = { method: 'POST', path: '/graphql', idempotent: true, blocking: false } as const;
    for (let i = 0; i < 4; i++) {
      const answers = asked.map(async ({ principal, body }) => {
        const headers = { 'content-type': 'application/json', [PRINCIPAL]: principal };
        return (await connection.request({ ...to, headers, body: JSON.stringify(body) })).body.text();
      });
      for (const [at, { principal }] of asked.entries()) expectFor(principal, (await answers[at]) ?? '');
    }
    expect(sockets).toBe(1);
  });

  test('share the calls, and the execution where their permissions are the same', async () => {
    const { gateway, calls } = withheld(direct);
    const [body = {}] = TEXTS;
    await askAs(gateway, 'guest', body);
    calls.length = 0;
    const answers = await Promise.all(
      ['owner', 'guest', 'partner', 'auditor'].map(async (one) => JSON.parse(await askAs(gateway, one, body))),
    );
    expect(calls).toEqual(['GET /meetings/1']);
    expect(answers[0].data).toEqual(answers[2].data);
    expect(answers.map(({ extensions }) => extensions.zoom.coalesced)).toEqual([0, 1, 1, 1]);
  });

  test('are asked for once in each request', async () => {
    const asked = vi.fn(sessionFor);
    const { gateway } = withheld(direct, { sessionFor: async (...given) => asked(...given) });
    for (const [at, body] of TEXTS.entries()) {
      expectFor('host', await askAs(gateway, 'host', body));
      expect(asked).toHaveBeenCalledTimes(at + 1);
    }
  });

  test('are each shown what they may see of a document that another has sent, by its hash alone', async () => {
    const { gateway } = withheld(direct);
    await askAs(gateway, 'owner', { query: BY_HASH, extensions: hashed });
    for (let i = 0; i < 3; i++)
      for (const one of Object.keys(PRINCIPALS)) expectFor(one, await askAs(gateway, one, { extensions: hashed }));
  });

  test('are told why they have no session', async () => {
    const refuse = () => {
      throw new GraphQLError('Say who you are.', { extensions: { code: 'UNAUTHENTICATED' } });
    };
    const { gateway, calls } = withheld(direct, { sessionFor: refuse });
    for (let i = 0; i < 2; i++) {
      const { errors, data } = JSON.parse(await askAs(gateway, 'host', TEXTS[0] ?? {}));
      expect(errors).toMatchObject([{ message: 'Say who you are.', extensions: { code: 'UNAUTHENTICATED' } }]);
      expect(data ?? null).toBeNull();
    }
    expect(calls).toEqual([]);
  });
});

test('two processes show each principal what it may see', { timeout: 120_000 }, async () => {
  const settings = { WORKERS: '2', SHARED_CACHE_SECONDS: '600' };
  const { child, said, exited } = await spawnMain(settings, 'test/server/withheld-workers.ts');
  try {
    await once(child.stdout, 'data');
    const [url = ''] = /http:\S+/.exec(said.out) ?? [];
    const list = `{ users(first: 5) { nodes { meetings(first: 1) { nodes { id ${FIELDS} } } } } }`;
    // Without a connection that is kept, the primary chooses a worker for each; what is asked by GET goes Yoga's way.
    const ask = async (principal: string, query: string, isGet = false) => {
      const headers = { connection: 'close', [PRINCIPAL]: principal };
      const response = isGet
        ? await fetch(`${url}?query=${encodeURIComponent(query)}`, {
            headers: { ...headers, 'x-graphql-yoga-csrf': '1' },
          })
        : await fetch(url, post({ query }, headers));
      return response.text();
    };
    const { data } = JSON.parse(await ask('owner', list));
    const [meeting] = data.users.nodes.flatMap(({ meetings }: { meetings: { nodes: object[] } }) => meetings.nodes);
    expect(meeting).toMatchObject({ startUrl: expect.stringContaining('zak='), password: expect.any(String) });
    const query = `{ node(id: "${meeting.id}") { ... on Meeting { ${FIELDS} } } }`;
    for (let i = 0; i < 4; i++) {
      const asked = [...Object.keys(PRINCIPALS), ...Object.keys(PRINCIPALS)];
      const answers = asked.map((principal, at) => ask(principal, query, at % 3 === 2));
      for (const [at, principal] of asked.entries()) expectFor(principal, (await answers[at]) ?? '', meeting);
    }
  } finally {
    child.kill('SIGTERM');
  }
  expect(await exited).toEqual([0, null]);
});

test('a key tells credentials and permissions apart, and nothing else', () => {
  const sets = fc.subarray([...PERMISSIONS]);
  const sessions = fc.record({ principal: fc.string(), permissions: sets, key: fc.constantFrom('a', 'b', '1', '1 a') });
  const of = ({
    principal,
    permissions,
    key,
  }: {
    principal: string;
    permissions: (typeof PERMISSIONS)[number][];
    key: string;
  }) => createSession({ principal, permissions: new Permissions(permissions), zoom: { key } as Zoom });
  fc.assert(
    fc.property(sessions, sessions, (one, other) => {
      const isSame = one.key === other.key && one.permissions.join() === other.permissions.join();
      expect(of(one).key === of(other).key).toBe(isSame);
      for (const permission of PERMISSIONS)
        expect(of(one).permissions.has(permission)).toBe(one.permissions.includes(permission));
    }),
  );
});

test.each([
  ['none', undefined],
  ['caller', 'token'],
] as const)('with AUTH=%s whoever has a session may do everything', async (AUTH, bearer) => {
  const { client, bearers } = clientOf();
  const headers = new Headers({ authorization: 'Bearer token' });
  const { permissions } = await sessionsBy(readConfig({ AUTH }), createLog('silent'))(headers, client);
  expect({ mask: permissions.mask, bearers }).toEqual({ mask: new Permissions(PERMISSIONS).mask, bearers: [bearer] });
});
