/** Leaves read from rows are what their resolvers would give, whatever Zoom answers; and where rows will not do, resolvers are asked. */
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import fc from 'fast-check';
import {
  buildSchema,
  defaultFieldResolver,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  parse,
} from 'graphql';
import { afterAll, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { extensionsOf } from '../schema/plan/selection.ts';
import { executePlanned } from '../src/engine/executor/index.ts';
import { bindLeafReaders, type LeafReader, leafReaderOf, rowsOfObjects } from '../src/engine/leaf-reader.ts';
import { askingOn, type Result } from './run.ts';
import { stub } from './stub.ts';

const fieldsOf = (name: string) => Object.values((schema.getType(name) as GraphQLObjectType).getFields());
const isOwn = (type: GraphQLOutputType): type is GraphQLObjectType =>
  isObjectType(type) && type.getInterfaces().length === 0 && !/Connection$/.test(type.name);

/** All that can be shown of a type without a call: its leaves, and those of the objects within it. */
const selectionOf = (name: string, depth = 2): string =>
  fieldsOf(name)
    .flatMap((field) => {
      const type = getNamedType(field.type);
      if (isLeafType(type)) return leafReaderOf(field) ? field.name : [];
      const isWithin = depth > 0 && isOwn(type) && field.args.length === 0 && !extensionsOf(field)?.fetches;
      return isWithin && fieldsOf(type.name).some(leafReaderOf)
        ? `${field.name} { ${selectionOf(type.name, depth - 1)} }`
        : [];
    })
    .join(' ');

/** Zoom's keys that such a selection reads. */
const keysOf = (name: string): string[] => fieldsOf(name).flatMap((field) => extensionsOf(field)?.requires ?? []);

/** What Zoom has answered, should never answer, and might. */
const values = fc.oneof(
  fc.constantFrom(undefined, null, '', 0, 1, 2, -1, 2 ** 31, 2 ** 40, 2 ** 60, 1.5, true, false, {}, []),
  fc.constantFrom('1', 'true', 'ACTIVE', 'active', 'Zoë', '2026-05-05T12:00:00Z', '2026-05-05T12:00:00+02:00'),
  fc.constantFrom('2026-05-05', '2026-02-31T25:00:00Z', 'https://zoom.us/x y', 'no url', 'a;b; ', '__proto__'),
  fc.constantFrom(['a', '', null, 3], [{ id: 'x', name: 'Name', date: '', value: 7 }], [[]], { key: 'k', enable: 1 }),
);
const itemsOf = (name: string) => {
  const keys = [...new Set(keysOf(name))].filter((key) => key !== 'id');
  const item = fc.record(Object.fromEntries(keys.map((key) => [key, values])), { requiredKeys: [] });
  return fc.array(item, { minLength: 1, maxLength: 3 });
};

const told = ({ data, errors = [] }: Result) => ({
  data,
  errors: errors
    .map(({ message, path, extensions: { code } }) => ({ message: message.replace(/\(request .*\)/, ''), path, code }))
    .sort((a, b) => (JSON.stringify(a.path) < JSON.stringify(b.path) ? -1 : 1)),
});

let answer: unknown;
const zoom = stub({ 'GET /users': () => answer, 'GET /users/u0/meetings': () => answer });
const ask = askingOn(zoom.gateway);
afterAll(() => zoom.gateway.dispose());

test.each([
  ['User', 'users', (of: string) => `{ users { nodes { ${of} } } }`],
  ['Meeting', 'meetings', (of: string) => `{ user(id: "u0") { meetings { nodes { ${of} } } } }`],
] as const)('a list of %s', async (name, items, queryOf) => {
  const query = queryOf(selectionOf(name));
  // A trace asks every resolver.
  const plain: unknown[] = [];
  const traced: unknown[] = [];
  for (const some of fc.sample(itemsOf(name), 100)) {
    answer = { [items]: some.map((one, i) => ({ ...one, id: `id${i}` })) };
    plain.push(told(await ask(query, {})));
    traced.push(told(await ask(query, { trace: true })));
  }
  expect(plain).toEqual(traced);
  expect(JSON.stringify(plain)).toContain('"data":{');
  expect(JSON.stringify(plain)).toContain('UPSTREAM');
});

const small = () => {
  const made = buildSchema(
    'type Query { rows: [Row!] } type Row { name: String age: Int tags: [String] other: String }',
  );
  const asked: string[] = [];
  const fields = (made.getType('Row') as GraphQLObjectType).getFields();
  const readerOf = (key: string, more: Partial<LeafReader> = {}): LeafReader => ({
    rows: rowsOfObjects,
    key,
    show: (value: unknown) => value,
    ...more,
  });
  for (const [name, field] of Object.entries(fields)) {
    field.resolve = (parent: Record<string, unknown>) => {
      asked.push(name);
      return parent[name];
    };
    if (name !== 'other') field.extensions = { leafReader: readerOf(name) };
  }
  bindLeafReaders(made);
  const run = async (query: string, rows: readonly object[], of: GraphQLSchema = made) => {
    asked.length = 0;
    const result = await executePlanned({ schema: of, document: parse(query), rootValue: { rows } });
    return { ...JSON.parse(JSON.stringify(result)), asked: [...asked] };
  };
  return { schema: made, run, fields, readerOf };
};
const extend = (field: GraphQLField<unknown, unknown> | undefined, extensions: object) => {
  if (field) field.extensions = { ...field.extensions, ...extensions };
};

test('no resolver is asked for what stands in the row, and those of other fields are', async () => {
  const { run } = small();
  const rows = [
    { name: 'Ann', age: 7, tags: ['a', null], other: 'x' },
    { name: null, tags: null },
  ];
  expect(await run('{ rows { age n: name tags } }', rows)).toEqual({
    data: {
      rows: [
        { age: 7, n: 'Ann', tags: ['a', null] },
        { age: null, n: null, tags: null },
      ],
    },
    asked: [],
  });
  const mixed = await run('{ rows { age other name __typename } }', rows);
  expect(mixed.asked).toEqual(['other', 'other']);
  expect(JSON.stringify(mixed.data.rows[0])).toBe('{"age":7,"other":"x","name":"Ann","__typename":"Row"}');
});

test('of an object with a value that cannot be shown, the resolvers are asked, and the one tells that fails', async () => {
  const { run } = small();
  const rows = [
    { name: 'Ann', age: 'seven' },
    { name: 'Bob', age: 8 },
  ];
  const { data, errors, asked } = await run('{ rows { name age } }', rows);
  expect(data).toEqual({
    rows: [
      { name: 'Ann', age: null },
      { name: 'Bob', age: 8 },
    ],
  });
  expect(errors).toMatchObject([
    { message: 'Int cannot represent non-integer value: "seven"', path: ['rows', 0, 'age'] },
  ]);
  expect(asked).toEqual(['name', 'age']);
});

test('an alias may be __proto__', async () => {
  const { run } = small();
  const { data } = await run('{ rows { __proto__: name age } }', [{ name: 'Ann', age: 7 }]);
  expect(Object.entries(data.rows[0])).toEqual([
    ['__proto__', 'Ann'],
    ['age', 7],
  ]);
});

/** The ways in which something may come between a field and its resolver, or take its place. */
const WRAPPERS: Readonly<Record<string, (of: ReturnType<typeof small>, resolve: Resolver) => GraphQLSchema>> = {
  'a copy of the schema': ({ schema }, resolve) =>
    mapSchema(schema, {
      [MapperKind.OBJECT_FIELD]: (field, name) => (name === 'name' ? { ...field, resolve } : undefined),
    }),
  'the field itself': ({ schema, fields }, resolve) => {
    if (fields.name) fields.name.resolve = resolve;
    return schema;
  },
  'a plugin of Pothos': ({ schema, fields }, resolve) => {
    if (fields.name) fields.name.resolve = resolve;
    extend(fields.name, { pothosResolveWrapped: true });
    return bindLeafReaders(schema);
  },
};
type Resolver = (parent: Record<string, unknown>) => unknown;

test.each(Object.entries(WRAPPERS))('a resolver is asked that %s has put in the place of another', async (_, wrap) => {
  const of = small();
  const wrapped = wrap(of, ({ name }) => `${name}, as it may be shown`);
  const { data, asked } = await of.run('{ rows { name age } }', [{ name: 'Ann', age: 7 }], wrapped);
  expect(data).toEqual({ rows: [{ name: 'Ann, as it may be shown', age: 7 }] });
  expect(asked).toEqual([]);
});

test('a resolver in place of that of any leaf reader of the graph is asked', () => {
  const readers = (of: GraphQLSchema) =>
    Object.values(of.getTypeMap()).flatMap((type) =>
      isObjectType(type) ? Object.values(type.getFields()).flatMap((field) => leafReaderOf(field) ?? []) : [],
    );
  const copied = mapSchema(schema, { [MapperKind.OBJECT_FIELD]: (field) => ({ ...field }) });
  expect(readers(copied).length).toBeGreaterThan(1000);
  expect(readers(copied)).toEqual(readers(schema));
  const wrapped = mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: ({ resolve = defaultFieldResolver, ...field }) => ({
      ...field,
      resolve: (...all) => resolve(...all),
    }),
  });
  expect(readers(wrapped)).toEqual([]);
});

test('resolvers are asked where there is no row, and for leaves of another one', async () => {
  const { schema, run, fields, readerOf } = small();
  extend(fields.age, { leafReader: readerOf('age', { rows: () => () => undefined }) });
  bindLeafReaders(schema);
  expect((await run('{ rows { name age } }', [{ name: 'Ann', age: 7 }])).asked).toEqual(['age']);
  expect((await run('{ rows { age name } }', [{ name: 'Ann', age: 7 }])).asked).toEqual(['age', 'name']);
});
