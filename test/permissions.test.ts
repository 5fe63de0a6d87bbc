/** What a caller may not see is null with an error, costs nothing, and cannot be found out by asking otherwise. */
import {
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { createSession, PERMISSIONS, type Permission, Permissions } from '../resolvers/session.ts';
import { neededBy, withholdingFrom } from '../resolvers/withholding.ts';
import { schema } from '../schema/index.ts';
import { extensionsOf } from '../schema/plan/selection.ts';
import { createBuilder } from '../schema/types/builder.ts';
import { fieldNameIn } from '../schema/types/shape.ts';
import { executePlanned } from '../src/engine/executor/index.ts';
import { forgetPlans, keptPlans } from '../src/engine/executor/kept-plans.ts';
import type { SessionFor } from '../src/server/session.ts';
import { metaOf, type Shape } from '../src/zoom/declare/shape.ts';
import { costIn } from './cost.ts';
import { askingOn, type Result } from './run.ts';
import { done, stub, type Table } from './stub.ts';

const having =
  (...permissions: readonly Permission[]): SessionFor =>
  (_, client) =>
    createSession({ principal: 'somebody', permissions: new Permissions(permissions), zoom: client.as() });
/** The graph for somebody with these permissions. */
const as = (permissions: readonly Permission[], table: Table, more: { env?: Record<string, string> } = {}) => {
  const made = stub(table, { ...more, sessionFor: having(...permissions) });
  return { ...made, ask: askingOn(made.gateway) };
};
const told = ({ errors = [] }: Result) => errors.map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`);

const MEETING = { id: 1, topic: 'Standup', start_url: 'https://zoom.us/s/1?zak=secret-zak', password: 'secret-pass' };
const WORLD: Table = {
  'GET /users': { users: [{ id: 'u1', display_name: 'Ann' }] },
  'GET /users/u1': { id: 'u1', display_name: 'Ann', host_key: 'secret-host-key' },
  'GET /users/u1/meetings': { meetings: [{ id: 1, topic: 'Standup' }] },
  'GET /users/u1/settings': { in_meeting: { chat: true } },
  'GET /meetings/1': MEETING,
  'PATCH /meetings/1': done(),
  'GET /meetings/1/livestream': { stream_url: 'rtmp://x', stream_key: 'secret-stream-key' },
  'GET /meetings/1/registrants': {
    registrants: [
      { id: 'r1', email: 'a@example.com', participant_pin_code: 380_303 },
      { id: 'r2', email: 'b@example.com', participant_pin_code: 380_304 },
    ],
  },
};
const bodyOf = (result: Result) => JSON.stringify(result);

describe('a field that needs a permission', () => {
  test('is null with an error FORBIDDEN, beside its siblings', async () => {
    const { run, calls } = as(['read'], WORLD);
    const result = await run('{ meeting(id: "1") { topic startUrl secret: password } }');
    expect(result.data).toEqual({ meeting: { topic: 'Standup', startUrl: null, secret: null } });
    expect(result.errors).toMatchObject([
      {
        message: '`startUrl` needs the permission "sensitive", which you do not have.',
        path: ['meeting', 'startUrl'],
        extensions: { code: 'FORBIDDEN' },
      },
      { path: ['meeting', 'secret'], extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(bodyOf(result)).not.toContain('secret-');
    expect(calls).toEqual(['GET /meetings/1']);
  });

  test('is shown to those who have it, by the same calls as ever', async () => {
    const query = '{ user(id: "u1") { meetings { nodes { topic startUrl } } } }';
    const [some, every] = [as(['read', 'sensitive'], WORLD), as(PERMISSIONS, WORLD)];
    const result = await some.run(query);
    expect(result).toMatchObject({ data: { user: { meetings: { nodes: [{ startUrl: MEETING.start_url }] } } } });
    expect(result.errors).toBeUndefined();
    expect((await every.run(query)).data).toEqual(result.data);
    expect(some.calls).toEqual(every.calls);
  });

  test('is not hydrated', async () => {
    const { run, calls } = as(['read'], WORLD);
    const result = await run('{ users { nodes { displayName hostKey meetings { nodes { topic startUrl } } } } }');
    expect(result.data).toEqual({
      users: {
        nodes: [{ displayName: 'Ann', hostKey: null, meetings: { nodes: [{ topic: 'Standup', startUrl: null }] } }],
      },
    });
    expect(told(result).sort()).toEqual([
      'users.nodes.0.hostKey FORBIDDEN',
      'users.nodes.0.meetings.nodes.0.startUrl FORBIDDEN',
    ]);
    expect(calls).toEqual(['GET /users?status=active&page_size=30', 'GET /users/u1/meetings?page_size=30']);
  });

  test('costs nothing, and is no cause of a call in a dry run or a trace', async () => {
    const { ask, calls } = as(['read'], WORLD);
    const query = '{ user(id: "u1") { meetings { nodes { topic startUrl } } } }';
    const [with_, without] = [
      await ask(query, { dryRun: true }),
      await ask(query.replace('startUrl', ''), { dryRun: true }),
    ];
    expect(costIn(with_)).toEqual(costIn(without));
    expect(costIn(with_)?.operations.map(({ path }) => path)).not.toContain('/meetings/{meetingId}');
    expect(calls).toEqual([]);
    const traced = await ask(query, { trace: true });
    expect(told(traced)).toEqual(['user.meetings.nodes.0.startUrl FORBIDDEN']);
    expect(bodyOf(traced.extensions as Result)).not.toContain('startUrl');
  });

  test('that makes a call of its own makes none', async () => {
    const { run, calls } = as(['sensitive', 'write'], WORLD);
    const result = await run('{ users { nodes { displayName } } rateLimit { plan } }');
    expect(result.data).toEqual({ users: null, rateLimit: { plan: 'BUSINESS' } });
    expect(told(result)).toEqual(['users FORBIDDEN']);
    expect(calls).toEqual([]);
  });

  test.each([
    ['by node(id)', (id: string) => `{ node(id: "${id}") { ... on Meeting { topic startUrl } } }`, 'node.startUrl'],
    ['by nodes(ids)', (id: string) => `{ nodes(ids: ["${id}"]) { ... on Meeting { startUrl } } }`, 'nodes.0.startUrl'],
    ['by a fragment', () => '{ meeting(id: "1") { ...F } } fragment F on Meeting { startUrl }', 'meeting.startUrl'],
    [
      'of an interface',
      () => '{ meeting(id: "1") { ... on Node { id ... on Meeting { startUrl } } } }',
      'meeting.startUrl',
    ],
    [
      'of an object',
      () => '{ meeting(id: "1") { livestream { streamUrl streamKey } } }',
      'meeting.livestream.streamKey',
    ],
  ])('is withheld %s', async (_, queryFor, at) => {
    const all = as(PERMISSIONS, WORLD);
    const { id } = (await all.run<{ meeting: { id: string } }>('{ meeting(id: "1") { id } }')).data?.meeting ?? {
      id: '',
    };
    const open = await all.run(queryFor(id));
    expect(open.errors).toBeUndefined();
    expect(bodyOf(open)).toContain('secret-');
    const result = await as(['read'], WORLD).run(queryFor(id));
    expect(told(result)).toEqual([`${at} FORBIDDEN`]);
    expect(bodyOf(result)).not.toContain('secret-');
  });

  test.each(['plans', 'leafReaders', 'shortWay'])('is withheld without %s, too', async (off) => {
    const { run, calls } = as(['read'], WORLD, { env: { OPTIMIZATIONS_OFF: off } });
    const result = await run('{ users { nodes { hostKey meetings { nodes { topic startUrl } } } } }');
    expect(told(result).sort()).toEqual([
      'users.nodes.0.hostKey FORBIDDEN',
      'users.nodes.0.meetings.nodes.0.startUrl FORBIDDEN',
    ]);
    expect(calls).toHaveLength(2);
    const asked = await run('{ users(where: { hostKey: { startsWith: "s" } }) { nodes { id } } }');
    expect(told(asked)).toEqual(['users FORBIDDEN']);
  });
});

describe('whoever may not see a field', () => {
  const registrants = (args: string, below: string) => `{ meeting(id: "1") { registrants${args} { ${below} } } }`;
  test.each([
    ['where', '{ users(where: { hostKey: { startsWith: "s" } }) { nodes { id } } }', 'users'],
    ['where not', '{ users(where: { not: { hostKey: { isNull: true } } }) { nodes { id } } }', 'users'],
    ['where and', '{ users(where: { and: [{ or: [{ hostKey: { eq: "s" } }] }] }) { nodes { id } } }', 'users'],
    ['totalCount', '{ users(where: { hostKey: { startsWith: "s" } }) { totalCount } }', 'users'],
    [
      'where within a connection',
      '{ users(where: { meetings: { some: { password: { eq: "secret-pass" } } } }) { nodes { id } } }',
      'users',
    ],
    ['orderBy', '{ users(orderBy: [{ hostKey: ASC }]) { nodes { id } } }', 'users'],
    [
      'orderBy of what has to be read',
      '{ user(id: "u1") { meetings(orderBy: [{ livestream: { streamKey: ASC } }]) { nodes { topic } } } }',
      'user.meetings',
    ],
    ['groups', '{ users { groups(by: [HOST_KEY]) { count } } }', 'users.groups'],
    ['groups by fields', '{ users { groups(byFields: [{ hostKey: ASC }]) { count } } }', 'users.groups'],
    [
      'stats',
      registrants('', 'stats { max { participantPinCode } }'),
      'meeting.registrants.stats.max.participantPinCode',
    ],
  ])('cannot ask by it: %s', async (_, query, at) => {
    const open = await as(PERMISSIONS, WORLD).run(query);
    expect(open.errors).toBeUndefined();
    const { run, ask, calls } = as(['read'], WORLD);
    const result = await run(query);
    // Of an item of a walk over several, the field may stand several times.
    expect([...new Set(told(result))]).toEqual([`${at} FORBIDDEN`]);
    expect(bodyOf(result)).not.toMatch(/secret-|38030/);
    expect(calls.filter((call) => /u1$|meetings\/1$/.test(call) && !query.includes('meeting('))).toEqual([]);
    const before = calls.length;
    const { errors } = await ask(query, { dryRun: true });
    expect({ errors, calls: calls.length }).toEqual({ errors: undefined, calls: before });
  });

  test('is not told by a search', async () => {
    const { run } = as(['read'], WORLD);
    expect((await run('{ users(search: "secret-host-key") { nodes { id } } }')).data).toEqual({ users: { nodes: [] } });
  });

  test('may write it', async () => {
    const { run, bodies } = as(['read', 'write'], WORLD);
    const result = await run(
      'mutation { updateMeeting(input: { meetingId: "1", password: "abc" }) { meeting { topic password } } }',
    );
    expect(result.data).toEqual({ updateMeeting: { meeting: { topic: 'Standup', password: null } } });
    expect(told(result)).toEqual(['updateMeeting.meeting.password FORBIDDEN']);
    expect(bodies).toEqual([{ password: 'abc' }]);
  });
});

test('who may not write changes nothing, and a dry run of it costs nothing', async () => {
  const { run, ask, calls } = as(['read', 'sensitive', 'raw'], WORLD);
  const query = 'mutation { updateMeeting(input: { meetingId: "1", topic: "x" }) { meeting { topic } } }';
  const result = await run(query);
  expect(result.data).toEqual({ updateMeeting: null });
  expect(told(result)).toEqual(['updateMeeting FORBIDDEN']);
  expect(costIn(await ask(query, { dryRun: true }))?.calls).toBe(0);
  expect(calls).toEqual([]);
});

test('whoever may do nothing may ask of what kind everything is', async () => {
  const { run } = as([], WORLD);
  expect(await run('{ __typename __schema { queryType { name } } }')).toMatchObject({
    data: { __typename: 'Query', __schema: { queryType: { name: 'Query' } } },
  });
});

describe('of the graph', () => {
  const objects = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));

  test('whatever can be withheld can be null', () => {
    const withheld = objects.flatMap((type) =>
      Object.values(type.getFields()).filter((field) => neededBy(field, type) !== undefined),
    );
    expect(withheld.length).toBeGreaterThan(100);
    expect(withheld.filter(({ type }) => isNonNullType(type)).map(({ name }) => name)).toEqual([]);
  });

  test('every secret of a shape needs "sensitive"', () => {
    let secrets = 0;
    for (const type of objects) {
      const entity = type.extensions.entity as { shape: Shape } | undefined;
      const of = (type.extensions.shape as Shape | undefined) ?? entity?.shape;
      for (const [key, inner] of Object.entries(of?.shape ?? {})) {
        const field = of && type.getFields()[fieldNameIn(of, key)];
        if (!field || !metaOf(inner).sensitive) continue;
        secrets++;
        expect([type.name, field.name, extensionsOf(field).needs]).toEqual([type.name, field.name, 'sensitive']);
      }
    }
    expect(secrets).toBeGreaterThan(40);
  });

  test('any field can say what it needs', async () => {
    const builder = createBuilder();
    builder.queryType({
      description: 'Of the test.',
      fields: (t) => ({
        raw: t.string({ needs: 'raw', description: 'Of the test.', resolve: () => 'raw' }),
        open: t.string({ needs: null, description: 'Of the test.', resolve: () => 'open' }),
      }),
    });
    const of = builder.toSchema();
    const run = (permissions: readonly Permission[]) =>
      executePlanned({
        schema: of,
        document: parse('{ raw open }'),
        contextValue: { withholding: withholdingFrom(new Permissions(permissions)) },
      });
    expect(await run(PERMISSIONS)).toEqual({ data: { raw: 'raw', open: 'open' } });
    expect(await run(['read', 'write', 'sensitive'])).toMatchObject({
      data: { raw: null, open: 'open' },
      errors: [{ path: ['raw'] }],
    });
  });
});

describe('an executor', () => {
  const item = new GraphQLObjectType({
    name: 'Item',
    fields: {
      open: { type: GraphQLString },
      secret: { type: GraphQLString, extensions: { needs: 'sensitive' } },
      must: { type: new GraphQLNonNull(GraphQLString), extensions: { needs: 'sensitive' } },
    },
  });
  const of = new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: { items: { type: new GraphQLList(item) }, item: { type: item } },
    }),
  });
  const rootValue = {
    items: [{ open: 'a', secret: 's', must: 'm' }, null],
    item: { open: 'b', secret: 's', must: 'm' },
  };
  const contextValue = { withholding: withholdingFrom(new Permissions(['read'])) };

  test('plans for each set of what is withheld, and but once', async () => {
    const document = parse('{ items { open secret } }');
    forgetPlans();
    for (let i = 0; i < 3; i++) {
      expect(await executePlanned({ schema: of, document, rootValue })).toEqual({
        data: { items: [{ open: 'a', secret: 's' }, null] },
      });
      expect(await executePlanned({ schema: of, document, rootValue, contextValue })).toMatchObject({
        data: { items: [{ open: 'a', secret: null }, null] },
        errors: [{ path: ['items', 0, 'secret'] }],
      });
    }
    expect(keptPlans().count).toBe(2);
  });

  test('hands on what cannot be null', async () => {
    const document = parse('{ items { must } item { open } }');
    expect(await executePlanned({ schema: of, document, rootValue, contextValue })).toMatchObject({
      data: { items: [null, null], item: { open: 'b' } },
      errors: [{ path: ['items', 0, 'must'] }],
    });
  });
});

test('sets of equal permissions withhold the same, and all of them nothing', () => {
  expect(withholdingFrom(new Permissions(['read', 'raw']))).toBe(withholdingFrom(new Permissions(['raw', 'read'])));
  expect(withholdingFrom(new Permissions(PERMISSIONS))).toBeUndefined();
});
