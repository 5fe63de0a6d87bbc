/** Schemas of other domains than the gateway's own, side by side in one process. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  validateSchema,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { createSchema, type Domain } from '../schema/create-schema.ts';
import { accountsDomain } from '../schema/domains/accounts.ts';
import { rolesDomain } from '../schema/domains/roles.ts';
import { usersDomain } from '../schema/domains/users.ts';
import { entityObject, refOf } from '../schema/fields/entity.ts';
import { DOMAINS } from '../schema/index.ts';
import { printed } from '../schema/print.ts';
import type { Builder } from '../schema/types/builder.ts';
import { entityTypes, globalIdFor } from '../schema/types/global-id.ts';
import { Account } from '../src/zoom/api/accounts/accounts.entities.ts';
import { User } from '../src/zoom/api/users/users.entities.ts';
import { list } from '../src/zoom/declare/endpoint.ts';
import { entity } from '../src/zoom/declare/entity.ts';
import { id, list as listOf, shape, string } from '../src/zoom/declare/shape.ts';
import { refusal, stub } from './stub.ts';

const fieldsOf = (schema: GraphQLSchema, name: string): string[] => {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.keys(type.getFields()).sort() : [];
};

const three = createSchema({ domains: [accountsDomain, usersDomain, rolesDomain] });

const RobotShape = shape('Robot', {
  id: id(),
  name: string(),
  keeper_id: id('The user who keeps it.', { of: 'User' }),
});
const RobotQuery = shape('ListRobotsQuery', { keeper_id: id('The user who keeps them.', { of: 'User' }).optional() });
const MadeQuery = shape('ListMadeRobotsQuery', {
  maker_ids: listOf(id('A user.', { of: 'User' }), 'Only robots that these users made.').optional(),
});
const listRobots = list('/robots', {
  items: 'robots',
  of: RobotShape,
  query: RobotQuery,
  limit: 'LIGHT',
  scopes: ['robot:read'],
  subAccountScopes: ['robot:master'],
});
const listMadeRobots = list('/robots/made', {
  items: 'robots',
  of: RobotShape,
  query: MadeQuery,
  limit: 'LIGHT',
  scopes: ['robot:read'],
  subAccountScopes: ['robot:master'],
});
const Robot = entity('Robot', { shape: RobotShape, key: { robotId: 'id' }, foundIn: [listRobots] });
/** A domain of somebody else's. */
const robotsDomain: Domain = (builder) => {
  entityObject(builder, Robot, {
    fields: (t) => ({
      keeper: t.zoomRef({
        of: User,
        requires: ['keeper_id'],
        link: (robot) => ({ id: robot.get('keeper_id') }),
        description: 'The user who keeps the robot.',
      }),
    }),
  });
  builder.queryField('robots', (t) => t.zoomConnection({ list: listRobots, of: Robot, description: 'All robots.' }));
  builder.objectField(refOf(builder, User), 'robots', (t) =>
    t.zoomConnection({
      list: listRobots,
      of: Robot,
      parentQuery: { keeper_id: (user) => user.params.userId ?? '' },
      description: 'The robots that the user keeps.',
    }),
  );
  builder.objectFields(refOf(builder, Account), (t) => ({
    robots: t.zoomConnection({ list: listRobots, of: Robot, description: 'All robots of the account.' }),
    madeRobots: t.zoomConnection({
      list: listMadeRobots,
      of: Robot,
      description: 'Those of which it is known who made them.',
    }),
  }));
};
const robots = createSchema({ domains: [robotsDomain] });
const ROBOTS = [
  { id: 'r1', name: 'Rossum', keeper_id: 'u1' },
  { id: 'r2', name: 'Helena', keeper_id: 'u2' },
];

test('the whole schema is the one that is printed, whatever other schemas there are', () => {
  expect(printed(createSchema({ domains: DOMAINS }))).toBe(
    readFileSync(new URL('../schema/schema.graphql', import.meta.url), 'utf8'),
  );
});

test('a schema holds on to nothing of what it was built from', () => {
  const builders: Builder[] = [];
  const schema = createSchema({ domains: [...DOMAINS, (builder) => void builders.push(builder)] });
  const fields = builders.flatMap(({ configStore }) =>
    [...configStore.typeConfigs.keys()].map((name) => configStore.getFields(name).size),
  );
  expect(fields.length).toBeGreaterThan(1000);
  expect(fields.filter((size) => size > 0)).toEqual([]);
  expect(
    extendedIn(schema).flatMap(({ extensions }) => Object.keys(extensions).filter((name) => LEFTOVERS.includes(name))),
  ).toEqual([]);
});
interface Extended {
  readonly extensions: object;
}
const LEFTOVERS: readonly string[] = ['pothosOptions', 'pothosConfig'];
/** All that has extensions: types, fields, arguments and words of enums. */
const extendedIn = (schema: GraphQLSchema): readonly Extended[] =>
  Object.values(schema.getTypeMap()).flatMap((type): readonly Extended[] => {
    if (isEnumType(type)) return [type, ...type.getValues()];
    if (isInputObjectType(type)) return [type, ...Object.values(type.getFields())];
    if (!isObjectType(type) && !isInterfaceType(type)) return [type];
    return [type, ...Object.values(type.getFields()).flatMap((field) => [field, ...field.args])];
  });

test('any domains make a valid schema, in any order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...DOMAINS]), (domains) => {
      expect(validateSchema(createSchema({ domains }))).toEqual([]);
    }),
    { numRuns: 25, examples: DOMAINS.map((domain) => [[domain]]) },
  );
});

test('two domains cannot show the same entity', () => {
  expect(() => createSchema({ domains: [rolesDomain, rolesDomain] })).toThrow('Two domains show Role.');
});

describe('a schema of three domains', () => {
  test('has their types and edges alone', () => {
    expect([...entityTypes(three).keys()].sort()).toEqual(['Account', 'Role', 'User']);
    expect(fieldsOf(three, 'Query')).toEqual(['account', 'me', 'node', 'nodes', 'role', 'roles', 'user', 'users']);
    expect(fieldsOf(three, 'User')).toContain('role');
    expect(fieldsOf(three, 'User')).not.toContain('groups');
    expect(three.getType('Meeting')).toBeUndefined();
  });

  test('answers', async () => {
    const { run, calls } = stub(
      {
        'GET /users': { users: [{ id: 'u1', first_name: 'Ada', role_id: '2' }] },
        'GET /roles/2': { id: '2', name: 'Member' },
        'PATCH /users/u1': {},
      },
      { schema: three },
    );
    const { data } = await run('{ users { nodes { id firstName role { name } } } }');
    expect(data).toEqual({
      users: { nodes: [{ id: globalIdFor('User', 'u1'), firstName: 'Ada', role: { name: 'Member' } }] },
    });
    expect(calls).toEqual(['GET /users?status=active&page_size=30', 'GET /roles/2']);
    const { data: changed } = await run(
      `mutation { updateUser(input: { userId: "${globalIdFor('User', 'u1')}", firstName: "Eva" }) { user { zoomId } } }`,
    );
    expect(changed).toEqual({ updateUser: { user: { zoomId: 'u1' } } });
  });

  test('takes no global ids of types that it does not have', async () => {
    const { run } = stub({ 'GET /robots': { robots: ROBOTS } }, { schema: three });
    const { errors } = await run(`{ node(id: "${globalIdFor('Robot', 'r1')}") { id } }`);
    expect(errors).toMatchObject([{ message: expect.stringContaining('is not a global id of this gateway') }]);
  });
});

describe('a schema of a domain of one’s own', () => {
  test('has that domain, and no root of changes where nothing can be changed', () => {
    expect(fieldsOf(robots, 'Query')).toEqual(['node', 'nodes', 'robots']);
    expect(robots.getMutationType()).toBeUndefined();
  });

  test('answers, and finds what a global id names', async () => {
    const { run, calls } = stub({ 'GET /robots': { robots: ROBOTS } }, { schema: robots });
    const { data } = await run('{ robots(first: 1) { nodes { id name } } }');
    const robot = { id: globalIdFor('Robot', 'r1'), name: 'Rossum' };
    expect(data).toEqual({ robots: { nodes: [robot] } });
    expect((await run(`{ node(id: "${robot.id}") { id ... on Robot { name } } }`)).data).toEqual({ node: robot });
    expect(calls).toEqual(['GET /robots', 'GET /robots']);
  });

  test('leads to the ids of an entity whose domain is left out, and to what it adds to that', async () => {
    expect(fieldsOf(robots, 'User')).toEqual(['id', 'raw', 'robots', 'zoomId']);
    const { run, calls } = stub(
      {
        'GET /robots': ({ query }: { query: URLSearchParams }) => ({
          robots: query.has('keeper_id') ? ROBOTS.slice(1) : ROBOTS,
        }),
      },
      { schema: robots },
    );
    const keeper = globalIdFor('User', 'u2');
    const { data } = await run('{ robots { nodes { keeper { id zoomId } } } }');
    expect(data).toMatchObject({ robots: { nodes: [{}, { keeper: { id: keeper, zoomId: 'u2' } }] } });
    const { data: kept } = await run(
      `{ robots(keeperId: "${keeper}") { nodes { name keeper { robots { nodes { name } } } } } }`,
    );
    expect(kept).toEqual({
      robots: { nodes: [{ name: 'Helena', keeper: { robots: { nodes: [{ name: 'Helena' }] } } }] },
    });
    expect(calls).toEqual(['GET /robots', 'GET /robots?keeper_id=u2']);
  });

  test('takes ids, one or many, of the account alone that is asked, wherever several are asked at once', async () => {
    const { run, calls } = stub(
      {
        'GET /accounts': { accounts: [{ id: 'A1' }, { id: 'A2' }] },
        'GET /accounts/A1/robots': { robots: ROBOTS },
        'GET /accounts/A1/robots/made': { robots: ROBOTS },
      },
      { schema: createSchema({ domains: [accountsDomain, robotsDomain] }) },
    );
    const user = globalIdFor('User', 'A1,u1');
    for (const [field, sent] of [
      [`robots(keeperId: "${user}")`, 'robots?keeper_id=u1'],
      [`madeRobots(makerIds: ["${user}", "u2"])`, 'robots/made?maker_ids=u1,u2'],
    ]) {
      const { data, errors } = await run(
        `{ account { subAccounts { nodes { zoomId robots: ${field} { nodes { name } } } } } }`,
      );
      const names = [{ name: 'Rossum' }, { name: 'Helena' }];
      expect(data).toMatchObject({
        account: {
          subAccounts: {
            nodes: [
              { zoomId: 'A1', robots: { nodes: names } },
              { zoomId: 'A2', robots: null },
            ],
          },
        },
      });
      expect(errors).toMatchObject([
        {
          message: expect.stringContaining('This field belongs to the sub account A2, but argument.'),
          path: ['account', 'subAccounts', 'nodes', 1, 'robots'],
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ]);
      expect(calls.splice(0).at(-1)).toBe(`GET /accounts/A1/${sent}`);
    }
  });

  test('stands beside domains of the gateway', async () => {
    const schema = createSchema({ domains: [usersDomain, robotsDomain] });
    const { run } = stub(
      {
        'GET /users/u2': { id: 'u2', first_name: 'Eva' },
        'GET /users/u9': refusal(404, 1001, 'User does not exist'),
        'GET /robots': { robots: ROBOTS.slice(1) },
      },
      { schema },
    );
    const { data } = await run('{ user(id: "u2") { firstName robots { nodes { name } } } }');
    expect(data).toEqual({ user: { firstName: 'Eva', robots: { nodes: [{ name: 'Helena' }] } } });
    expect((await run('{ user(id: "u9") { firstName } }')).errors).toMatchObject([
      { extensions: { code: 'NOT_FOUND' } },
    ]);
  });
});
