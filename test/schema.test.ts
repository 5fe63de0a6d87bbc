/** What holds for the whole graph, whatever domain a type or field belongs to. */
import { readFileSync } from 'node:fs';
import {
  assertValidSchema,
  type ConstDirectiveNode,
  type GraphQLEnumType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
  parse,
  print,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { sourcesOf } from '../schema/fields/entity.ts';
import { schema } from '../schema/index.ts';
import { printed } from '../schema/print.ts';
import { entityTypes } from '../schema/types/global-id.ts';
import { declared, nameOf } from '../src/zoom/declare/endpoint.ts';
import { carried } from '../src/zoom/declare/entity.ts';
import { enumsIn, keysOf } from '../src/zoom/declare/shape.ts';

const committed = readFileSync(new URL('../schema/schema.graphql', import.meta.url), 'utf8');
const ast = parse(committed);
const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const objects = types.filter(isObjectType);
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const isNot = (name: string) => (value: { name: string }) => value.name !== name;
const isNamed = (name: string) => (field: { name: string }) => field.name === name;

test('the schema is valid', () => assertValidSchema(schema));

test('the committed schema is the one that the code prints', () => {
  expect(committed === printed(schema), 'run `npm run schema` and commit').toBe(true);
});

describe('connections', () => {
  const connections = objects.filter(({ name }) => name.endsWith('Connection'));

  test('go forward only', () => {
    const fields = objects.flatMap((type) => Object.values(type.getFields()));
    const backward = fields.filter(({ args }) => args.some(({ name }) => name === 'last' || name === 'before'));
    expect(backward.map(({ name }) => name)).toEqual([]);
    const listing = fields.filter(({ type }) => connections.some((connection) => connection === getNamedType(type)));
    expect(listing.length).toBeGreaterThan(0);
    for (const { args } of listing) {
      expect(String(args.find(isNamed('first'))?.type)).toBe('Int');
      expect(String(args.find(isNamed('after'))?.type)).toBe('String');
    }
  });

  test.each(connections.map((type) => [type.name, type] as const))('%s holds no null', (_, type) => {
    const { edges, nodes, pageInfo, totalCount } = type.getFields();
    expect(String(edges?.type)).toMatch(/^\[\w+Edge!\]!$/);
    expect(String(nodes?.type)).toMatch(/^\[\w+!\]!$/);
    expect(String(pageInfo?.type)).toBe('PageInfo!');
    expect(String(totalCount?.type)).toBe('Int');
    const edge = getNamedType(edges?.type) as GraphQLObjectType;
    expect(String(edge.getFields().node?.type)).toBe(`${getNamedType(nodes?.type)}!`);
    expect(String(edge.getFields().cursor?.type)).toBe('String!');
  });
});

/** The verb, path, query and body of any call: there is nothing of the graph's that could be its input or payload. */
const RAW = 'zoomRequest';
test.each(mutations.filter(({ name }) => name !== RAW).map((field) => [field.name, field] as const))(
  '%s takes one input and gives more than a boolean',
  (name, field) => {
    expect(field.args.map((arg) => `${arg.name}: ${arg.type}`)).toEqual([`input: ${capital(name)}Input!`]);
    expect(String(field.type)).toBe(`${capital(name)}Payload`);
    const given = Object.values((field.type as GraphQLObjectType).getFields());
    expect(given.map(({ type }) => getNamedType(type).name)).toContainEqual(expect.not.stringMatching(/^Boolean$/));
  },
);

describe('enums of Zoom’s values', () => {
  const seen = new Set<Parameters<typeof enumsIn>[0]>();
  const shapes = declared().flatMap(({ of, query, body }) => [of, query, body].filter((shape) => shape !== undefined));
  const names = new Set(shapes.flatMap((shape) => enumsIn(shape, seen)).map(({ name }) => name));
  const isOfZoom = ({ name }: GraphQLNamedType) => names.has(name) || names.has(name.replace(/Input$/, ''));
  const enums = types.filter(isEnumType).filter(isOfZoom);
  const enumsOf = (uses: readonly { readonly type: GraphQLType }[]) => {
    const used = new Set(uses.map(({ type }) => getNamedType(type)));
    return enums.filter((type) => used.has(type));
  };
  const fields = objects.flatMap((type) => Object.values(type.getFields()));
  const given = [
    ...fields.flatMap(({ args }) => args),
    ...types.filter(isInputObjectType).flatMap((type) => Object.values(type.getFields())),
  ];

  test('have UNRECOGNIZED in what Zoom answers, for those that Zoom adds', () => {
    const answered = enumsOf(fields);
    expect(answered.length).toBeGreaterThan(50);
    expect(answered.filter((type) => !type.getValue('UNRECOGNIZED')).map(String)).toEqual([]);
  });

  test('do not have it in what clients give', () => {
    const inputs = enumsOf(given);
    expect(inputs.length).toBeGreaterThan(50);
    expect(inputs.filter((type) => type.getValue('UNRECOGNIZED')).map(String)).toEqual([]);
  });

  test('are called `...Input` where answers have them too, with the same words and descriptions', () => {
    const twice = enums.filter(({ name }) => !names.has(name));
    const valuesOf = (type: GraphQLEnumType) =>
      type
        .getValues()
        .filter(isNot('UNRECOGNIZED'))
        .map(({ name, description }) => [name, description]);
    for (const type of twice) {
      const answered = schema.getType(type.name.replace(/Input$/, '')) as GraphQLEnumType;
      expect(answered.getValue('UNRECOGNIZED'), type.name).toBeDefined();
      expect(valuesOf(type)).toEqual(valuesOf(answered));
    }
  });
});

/** Enums that share their words by chance: what they are about has nothing to do with each other. */
const ALIKE: Readonly<Record<string, string>> = {
  'AccountSettingsAuthenticationAction RoomPlaylistAction': 'A way to sign in, and content of displays.',
  'CallReach PhoneNumberSource': 'Whom a call connects, and where a number comes from.',
  'CallTimeType DashboardDateType': 'Days of calls, and days of meetings on the dashboard.',
  'PhoneDeviceStatus RoomDeviceStatus': 'Registered with Zoom Phone, and within reach of Zoom Rooms.',
  'AccountSettingsChatEmojisOption UserSettingsReactionEmojis':
    'Which emojis are selected differs: by the account, or by Zoom.',
};

test('no two enums have the same words', () => {
  const byWords = new Map<string, string[]>();
  // What items can be grouped by follows from their type: that of two types is alike where their fields are.
  for (const type of types.filter(isEnumType).filter(({ name }) => !name.endsWith('GroupBy'))) {
    const words = type
      .getValues()
      .filter(isNot('UNRECOGNIZED'))
      .map(({ name }) => name)
      .sort()
      .join();
    const name = type.name.replace(/Input$/, '');
    byWords.set(words, [...new Set([...(byWords.get(words) ?? []), name])]);
  }
  const alike = [...byWords.values()].filter((names) => names.length > 1).map((names) => names.sort().join(' '));
  expect(alike.filter((names) => !(names in ALIKE))).toEqual([]);
});

test('what should no longer be used is `@deprecated`, and no description says so', () => {
  const texts = [...committed.matchAll(/^.*(?:[Ss]uperseded by|no longer supported).*$/gm)].map(([line]) =>
    line.trim(),
  );
  expect(texts).toEqual([]);
  expect(committed.match(/@deprecated\(reason: /g)?.length).toBeGreaterThan(20);
});

describe('@semanticNonNull', () => {
  const marked: string[] = [];
  visit(ast, {
    ObjectTypeDefinition: ({ name: { value: parent }, fields = [] }) => {
      for (const { name, type, directives = [] } of fields)
        if (directives.some((one) => one.name.value === 'semanticNonNull'))
          marked.push(`${parent}.${name.value} ${type.kind === Kind.NON_NULL_TYPE ? 'non-null' : print(type)}`);
    },
  });

  test('stands on each connection and mutation, and on nothing that is non-null', () => {
    const fields = objects.flatMap((type) =>
      Object.values(type.getFields()).map((field) => `${type.name}.${field.name} ${getNamedType(field.type)}`),
    );
    const wanted = fields.filter((field) => /Connection$|^Mutation\./.test(field));
    expect(wanted.filter((field) => !marked.includes(field))).toEqual([]);
    expect(marked.filter((field) => field.endsWith(' non-null'))).toEqual([]);
  });
});

describe('nodes', () => {
  test('all have a global id and Zoom’s own', () => {
    const nodes = types.filter((type) => isObjectType(type) && type.getInterfaces().some(isNamed('Node')));
    expect(nodes.map(({ name }) => name).sort()).toEqual([...entityTypes(schema).keys()].sort());
    for (const type of nodes as GraphQLObjectType[]) {
      const { id, zoomId } = type.getFields();
      expect(`${type.name} ${id?.type} ${zoomId?.type}`).toBe(`${type.name} ID! ID!`);
    }
  });

  test.each([...entityTypes(schema)])('every field of %s comes from its GET or from a list', (_, type) => {
    const fields = [...keysOf(type.shape)];
    const sources = sourcesOf(type).filter((source) => source !== undefined);
    // Each field is asked for alone, as a query that selects nothing else would: what comes only on request is then asked for.
    const orphans = fields.filter((field) => !sources.some((source) => carried(source, [field]).has(field)));
    expect(orphans).toEqual([]);
  });
});

describe('@rest', () => {
  const operation = ({ arguments: given = [] }: ConstDirectiveNode): Record<string, unknown> =>
    Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
  const rests: Record<string, unknown>[] = [];
  visit(ast, {
    Directive: (node) => {
      if (node.name.value === 'rest') rests.push(operation(node as ConstDirectiveNode));
    },
  });
  const endpoints = declared().map(({ method, path, limit, scopes }) => ({ method, path, limit, scopes }));
  const text = (value: object) => JSON.stringify(value);

  test('names declared operations, with their label and scopes', () => {
    const known = new Set(endpoints.map(text));
    const strange = rests.filter(
      ({ method, path, limit, scopes }) => !known.has(text({ method, path, limit, scopes })),
    );
    expect(strange).toEqual([]);
  });

  test('stands somewhere for every declared operation', () => {
    const named = new Set(rests.map(text));
    expect(endpoints.filter((endpoint) => !named.has(text(endpoint))).map((one) => nameOf(one))).toEqual([]);
  });

  test('stands on every connection and mutation, but for that which calls what the client names', () => {
    const silent: string[] = [];
    visit(ast, {
      ObjectTypeDefinition: ({ name: { value: parent }, fields = [] }) => {
        for (const { name, type, directives = [] } of fields) {
          const named = type.kind === Kind.NAMED_TYPE ? type.name.value : '';
          const calls = parent === 'Mutation' || named.endsWith('Connection');
          if (calls && !directives.some((one) => one.name.value === 'rest')) silent.push(`${parent}.${name.value}`);
        }
      },
    });
    expect(silent).toEqual([`Mutation.${RAW}`]);
  });
});
