/** The executor of plans does what graphql-js does: the same data and the same errors, whatever the resolvers give. */
import fc from 'fast-check';
import {
  buildSchema,
  type ExecutionResult,
  execute,
  GraphQLObjectType,
  type GraphQLSchema,
  getIntrospectionQuery,
  parse,
  validate,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { executePlanned } from '../../src/engine/executor/index.ts';
import { turnsDuring } from './turns.ts';

const schema = buildSchema(`
  interface Named { name: String }
  type Person implements Named { name: String must: String! friend: Person friends: [Person!] pets: [Animal] age: Int }
  type Cat implements Named { name: String lives: Int! }
  type Dog implements Named { name: String barks: Boolean }
  union Animal = Cat | Dog
  enum Mood { GOOD BAD }
  input Range { from: Int = 1 to: Int! words: [String!] }
  type Query {
    text: String late: String none: String lateNone: String must: String! lateMust: String!
    fails: String failsLate: String failsMust: String! failsLateMust: String! throwsText: String isError: String
    number: Int wrongNumber: Int mood: Mood wrongMood: Mood
    person: Person latePerson: Person mustPerson: Person! brokenPerson: Person
    people: [Person] mustPeople: [Person!]! lists: [[Int]] wrongList: [Int] set: [String] lateItems: [String] failingItems: [String]
    mustItems: [String!] long(count: Int!): [Person] longMust(count: Int!): [String!] longFailing(count: Int!): [Person!] named: [Named] lateNamed: Named
    animals: [Animal] wrongAnimal: Animal noAnimal: Animal notOf: Cat
    echo(text: String, number: Int, flag: Boolean, mood: Mood, ids: [ID!], range: Range): String
    strict(id: ID!): String
  }
  type Mutation { first: String second: String third: String! }
`);

const later = <T>(value: T): Promise<T> => new Promise((resolve) => setImmediate(() => resolve(value)));
const failLater = (why: string): Promise<never> =>
  new Promise((_, reject) => setImmediate(() => reject(new Error(why))));
const throwing = (error: unknown) => () => {
  throw error;
};
const person = (name: string): Record<string, unknown> => ({
  name,
  must: name === 'nobody' ? null : `${name} must`,
  friend: () => (name === 'Ann' ? later(person('nobody')) : null),
  friends: () => [person('Bob'), later(person('Eve'))],
  pets: [{ kind: 'Cat', name: 'Tom', lives: 9 }, later({ kind: 'Dog', name: 'Rex', barks: true }), null],
  age: () => later(42),
});
const cat = { kind: 'Cat', name: 'Tom', lives: 9 };

let order: string[] = [];
const root = {
  text: 'text',
  late: () => later('late'),
  none: null,
  lateNone: () => later(null),
  must: 'must',
  lateMust: () => later('late'),
  fails: throwing(new Error('no')),
  failsLate: () => failLater('no, later'),
  failsMust: throwing(new Error('must not')),
  failsLateMust: () => failLater('must not, later'),
  throwsText: throwing('a text'),
  isError: () => new Error('given, not thrown'),
  number: 7,
  wrongNumber: 'seven',
  mood: 'GOOD',
  wrongMood: 'UGLY',
  person: person('Ann'),
  latePerson: () => later(person('Ann')),
  mustPerson: () => person('nobody'),
  brokenPerson: () => person('nobody'),
  people: () => [person('Ann'), null, later(person('Bob')), person('nobody'), new Error('not this one')],
  mustPeople: () => [person('Ann'), later(null)],
  lists: [[1, 2], null, [3, 'x']],
  wrongList: 3,
  set: () => new Set(['a', 'b']),
  lateItems: () => [later('a'), 'b', later(null)],
  failingItems: () => ['a', failLater('not b'), new Error('not c'), 'd'],
  mustItems: () => ['a', failLater('not b')],
  long: ({ count }: { count: number }) =>
    Array.from({ length: count }, (_, i) =>
      i % 97 === 0 ? failLater(`not ${i}`) : person(i % 41 ? `P${i}` : 'nobody'),
    ),
  longFailing: ({ count }: { count: number }) =>
    Array.from({ length: count }, (_, i) => ({ name: `${i}`, must: () => (i === 7 ? failLater('not 7') : `${i}`) })),
  longMust: ({ count }: { count: number }) => Array.from({ length: count }, (_, i) => (i === 1234 ? null : `${i}`)),
  named: () => [cat, { kind: 'Dog', name: 'Rex' }, { kind: 'Person', name: 'Ann' }],
  lateNamed: () => later(cat),
  animals: () => [cat, later({ kind: 'Dog', name: 'Rex' })],
  wrongAnimal: { kind: 'Person', name: 'Ann' },
  noAnimal: { kind: 'Unicorn' },
  notOf: { kind: 'Dog', name: 'Rex' },
  echo: (args: object) => JSON.stringify(args),
  strict: ({ id }: { id: string }) => id,
};
const mutations = {
  first: async () => {
    order.push('first begins');
    await later(null);
    order.push('first ends');
    return '1';
  },
  second: () => {
    order.push('second');
    throw new Error('second failed');
  },
  third: () => {
    order.push('third');
    return '3';
  },
};

for (const name of ['Cat', 'Dog', 'Person']) {
  const type = schema.getType(name) as GraphQLObjectType;
  type.isTypeOf = (value) => {
    const { kind } = value as { kind?: string };
    return kind === undefined || kind === name;
  };
}
for (const name of ['Named', 'Animal']) {
  const type = schema.getType(name) as { resolveType?: unknown };
  type.resolveType = (value: { kind: string }) => (value.kind === 'Cat' ? later(value.kind) : value.kind);
}

interface Told {
  readonly data?: unknown;
  readonly errors: readonly unknown[];
}
const told = ({ data, errors = [] }: ExecutionResult): Told => ({
  data: JSON.parse(JSON.stringify(data ?? null)) as unknown,
  errors: errors
    .map(({ message, path, locations, originalError }) => ({
      // What they say of a value of the wrong type is no one's promise, and masked.
      message:
        /Runtime Object type|Expected value of type|of no type|must resolve to|was resolved to|Expected Iterable/.test(
          message,
        )
          ? 'wrong type'
          : message,
      path,
      locations,
      original: originalError?.message === message || originalError === undefined,
    }))
    .sort((a, b) => (JSON.stringify(a.path) < JSON.stringify(b.path) ? -1 : 1)),
});

const both = async (query: string, variableValues: Record<string, unknown> = {}, operationName?: string) => {
  const document = parse(query);
  const args = {
    schema,
    document,
    variableValues,
    operationName,
    rootValue: /^mutation/.test(query) ? mutations : root,
  };
  order = [];
  const usual = told(await execute(args));
  const usualOrder = order;
  order = [];
  const planned = await executePlanned(args);
  if (!planned) throw new Error('Left to the usual executor.');
  const plannedOrder = order;
  order = [];
  const again = told((await executePlanned(args)) ?? {});
  return { usual, planned: told(planned), orders: [usualOrder, plannedOrder], again };
};

const unhandled: unknown[] = [];
const note = (error: unknown) => unhandled.push(error);
beforeAll(() => void process.on('unhandledRejection', note));
afterAll(async () => {
  await later(null);
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});

describe('the answer is that of graphql-js', () => {
  test.each([
    '{ text late none lateNone must lateMust number mood }',
    '{ a: text b: text __typename t: __typename person { __typename name } }',
    '{ fails text failsLate throwsText isError wrongNumber wrongMood }',
    '{ text failsMust }',
    '{ text failsLateMust late }',
    '{ failsLate failsMust failsLateMust }',
    '{ person { name must friend { name } friends { name must } pets { __typename ... on Cat { lives } ... on Dog { barks } } age } }',
    '{ person { friend { must } name } }',
    '{ latePerson { friend { name must } friends { friends { name } } } }',
    '{ text mustPerson { must } }',
    '{ text brokenPerson { must } }',
    '{ people { name must } }',
    '{ people { name friends { name pets { ... on Named { name } } } } }',
    '{ text mustPeople { name } }',
    '{ lists wrongList set lateItems failingItems mustItems }',
    '{ named { name ... on Cat { lives } ...dog } lateNamed { name } } fragment dog on Dog { barks name }',
    '{ animals { ... on Named { name } ... on Cat { lives } } }',
    '{ text wrongAnimal { ... on Cat { name } } noAnimal { ... on Cat { name } } notOf { name } }',
    '{ person { name } person { must friend { name } } ...more } fragment more on Query { person { age } text }',
    '{ echo a: echo(text: "x", number: 3, flag: true, mood: GOOD, ids: ["1", 2], range: { to: 2 }) b: echo(ids: "one") }',
    '{ long(count: 700) { name } }',
    '{ long(count: 1500) { name must friends { name } } text }',
    '{ longMust(count: 1000) }',
    '{ text longMust(count: 2000) }',
    'mutation { first second third }',
    'mutation { third first }',
    'mutation Named { a: first b: second c: first }',
  ])('%s', async (query) => {
    expect(validate(schema, parse(query))).toEqual([]);
    const { usual, planned, again, orders } = await both(query);
    expect(planned).toEqual(usual);
    expect(again).toEqual(usual);
    expect(orders[1]).toEqual(orders[0]);
  });

  const ECHO = `query ($text: String = "none", $number: Int, $flag: Boolean! = true, $ids: [ID!], $range: Range, $skip: Boolean! = false) {
    a: echo(text: $text, number: $number, flag: $flag, ids: $ids, range: $range)
    b: echo(range: { to: 5, from: $number }) text @skip(if: $skip) late @include(if: $flag)
    person { name @include(if: $skip) ... @skip(if: $flag) { age } ...f @include(if: $flag) }
  } fragment f on Person { must }`;
  test.each<[Record<string, unknown>]>([
    [{}],
    [{ text: null, number: 3, ids: ['a', 1], range: { to: 1, words: ['x'] } }],
    [{ skip: true }],
    [{ skip: true, flag: false }],
    [{ flag: false, number: null }],
    [{ number: 'three' }],
    [{ number: 2 ** 31, range: {} }],
    [{ flag: null }],
    [{ range: { to: 1, what: 2 } }],
  ])('with the variables %j', async (variables) => {
    const { usual, planned, again } = await both(ECHO, variables);
    expect(planned).toEqual(usual);
    expect(again).toEqual(usual);
  });

  test('for a required argument whose variable is missing', async () => {
    const { usual, planned } = await both('query ($id: ID = "x") { text strict(id: $id) }', { id: null });
    expect(planned).toEqual(usual);
    expect(planned.errors).toHaveLength(1);
  });

  test('of the operation that is named', async () => {
    const query = 'query A { text } query B { late }';
    for (const name of ['A', 'B']) {
      const { usual, planned } = await both(query, {}, name);
      expect(planned).toEqual(usual);
    }
  });

  test('of introspection', async () => {
    const { usual, planned } = await both(getIntrospectionQuery());
    expect(planned).toEqual(usual);
  });

  test('whatever fields are asked for together', async () => {
    const leaves = Object.keys((schema as GraphQLSchema).getQueryType()?.getFields() ?? {}).filter((name) =>
      /^(text|late|none|lateNone|must|lateMust|fails|failsLate|failsMust|failsLateMust|isError|number|wrongNumber|mood|wrongMood|lists|set|lateItems|failingItems|mustItems)$/.test(
        name,
      ),
    );
    const person = [
      'name',
      'must',
      'age',
      'friend { must }',
      'friends { name must }',
      'pets { ... on Named { name } }',
    ];
    const some = (names: string[]) => fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        some(leaves),
        some(person),
        fc.constantFrom('person', 'latePerson', 'people', 'mustPerson'),
        async (a, b, of) => {
          const { usual, planned } = await both(`{ ${a.join(' ')} ${of} { ${b.join(' ')} } }`);
          // Of several fields that cannot be null and fail, any may be the one that is told.
          if (planned.data === null && usual.data === null) expect(planned.errors.length).toBeGreaterThan(0);
          else expect(planned).toEqual(usual);
        },
      ),
      { numRuns: 150 },
    );
  });
});

test('a resolver is told what graphql-js tells it', async () => {
  const seen: object[] = [];
  const type = new GraphQLObjectType({
    name: 'Inner',
    fields: {
      field: {
        type: schema.getType('String') as never,
        resolve: (_p, _a, _c, info) => void seen.push(toldOf(info)),
      },
    },
  });
  const toldOf = (info: object) => {
    const keys = [
      'fieldName',
      'fieldNodes',
      'returnType',
      'parentType',
      'schema',
      'fragments',
      'rootValue',
      'operation',
    ];
    const known = Object.fromEntries(keys.map((key) => [key, Reflect.get(info, key)]));
    const { prev, key } = Reflect.get(info, 'path') as {
      prev?: { key: unknown; prev?: { key: unknown } };
      key: unknown;
    };
    return {
      ...known,
      variables: { ...(Reflect.get(info, 'variableValues') as object) },
      path: [prev?.prev?.key, prev?.key, key],
    };
  };
  const { GraphQLList, GraphQLSchema: Schema } = await import('graphql');
  const query = new GraphQLObjectType({
    name: 'Query',
    fields: { list: { type: new GraphQLList(type), resolve: () => [{}, {}] } },
  });
  const args = {
    schema: new Schema({ query }),
    document: parse('query ($a: String) { list { as: field ...f } } fragment f on Inner { other: field }'),
    variableValues: { a: 'x' },
    rootValue: { is: 'root' },
  };
  await execute(args);
  const usual = seen.splice(0);
  await executePlanned(args);
  expect(seen).toEqual(usual);
  expect(usual).toHaveLength(4);
});

test('what is no query or mutation that can be run is left to the usual executor', () => {
  const left = (query: string, operationName?: string) =>
    executePlanned({ schema, document: parse(query), operationName, rootValue: root });
  expect(left('subscription { text }')).toBeUndefined();
  expect(left('query A { text } query B { text }')).toBeUndefined();
  expect(left('query A { text }', 'C')).toBeUndefined();
  expect(left('fragment f on Query { text }')).toBeUndefined();
});

test('an item of a long list that fails before the last is looked at fails the list, and nothing else', async () => {
  const document = parse('{ text longFailing(count: 2000) { must } }');
  const { result } = await turnsDuring(async () => executePlanned({ schema, document, rootValue: root }));
  expect(result?.data).toEqual({ text: 'text', longFailing: null });
  expect(result?.errors).toMatchObject([{ message: 'not 7', path: ['longFailing', 7, 'must'] }]);
});

test('others have their turn while a long list is completed', async () => {
  const rootValue = { longMust: () => Array.from({ length: 1000 }, (_, i) => `${i}`) };
  const document = parse('{ longMust(count: 1000) }');
  const { result, turns } = await turnsDuring(async () => executePlanned({ schema, document, rootValue }));
  expect(result?.data?.longMust).toHaveLength(1000);
  expect(turns).toBeGreaterThan(5);
});
