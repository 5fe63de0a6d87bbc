import fc from 'fast-check';
import {
  buildSchema,
  GraphQLError,
  GraphQLScalarType,
  type GraphQLSchema,
  Kind,
  Lexer,
  parse,
  Source,
  validate,
} from 'graphql';
import { BigIntResolver, DateResolver, DateTimeResolver, JSONResolver, URLResolver } from 'graphql-scalars';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { schema as zoomSchema } from '../../schema/index.ts';
import { createDocuments, KEPT, PARAMETER_SCALARS, scan } from '../../src/engine/documents.ts';
import { readConfig } from '../../src/server/config.ts';
import { createGateway, type Gateway } from '../../src/server/gateway.ts';
import { LIMITS } from '../../src/server/limits.ts';
import { stub } from '../stub.ts';
import { way } from '../way.ts';
import { post } from './post.ts';
import { clientOf } from './support.ts';

afterEach(() => vi.restoreAllMocks());

const sdl = /* GraphQL */ `
  directive @tag(name: String) on FIELD
  scalar BigInt
  scalar Date
  scalar DateTime
  scalar JSON
  scalar URL
  scalar Even
  enum Color { RED GREEN }
  input In { s: String, list: [Int!], more: In, json: JSON }
  input One @oneOf { s: String, i: Int }
  type Query {
    "What arguments came."
    echo(
      s: String, must: String! = "default", id: ID, i: Int, f: Float, at: DateTime, day: Date, url: URL, big: BigInt, json: JSON, even: Even,
      color: Color, list: [Int!], ids: [ID], grid: [[Int]], input: In, one: One
    ): String
    fail(s: String): String
    deeper(s: String): Query
  }
  type Mutation { change(s: String): String }
`;
const schema: GraphQLSchema = buildSchema(sdl);
for (const scalar of [BigIntResolver, DateResolver, DateTimeResolver, JSONResolver, URLResolver]) {
  const { parseValue, parseLiteral } = scalar;
  Object.assign(schema.getType(scalar.name) ?? {}, { parseValue, parseLiteral });
}
const isObject = (value: unknown): value is object => Object.prototype.toString.call(value) === '[object Object]';
/** The order of arguments is the executor's own. */
const show = (_: string, value: unknown) => {
  if (typeof value === 'bigint') return `${value}n`;
  return isObject(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
};
const fieldsOf = (name: string) =>
  (schema.getType(name) as NonNullable<ReturnType<typeof schema.getQueryType>>).getFields();
/** The documents that were executed. */
const executed = new Set<unknown>();
Object.assign(fieldsOf('Query').echo ?? {}, {
  resolve: (_: unknown, args: unknown, __: unknown, { operation }: { operation: unknown }) => {
    executed.add(operation);
    return JSON.stringify(args, show);
  },
});
Object.assign(fieldsOf('Query').deeper ?? {}, { resolve: () => ({}) });
Object.assign(fieldsOf('Query').fail ?? {}, {
  resolve: (_: unknown, { s }: { s?: string }) => {
    throw new GraphQLError(`Failed: ${s}`);
  },
});
Object.assign(fieldsOf('Mutation').change ?? {}, { resolve: (_: unknown, { s }: { s?: string }) => s });

const knownIn = (...texts: string[]) => {
  const documents = createDocuments(schema);
  for (const text of texts) {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    documents.keep(document);
  }
  return documents;
};
/** Whether texts differ in what is a variable alone: the second is then found once the first is kept. */
const isFound = (kept: string, text: string) => knownIn(kept).find(text) !== undefined;

const gateway = () => createGateway({ ...way, client: clientOf().client, config: readConfig({}), schema });
const send = async (to: Gateway, query: string, more: object = {}) => {
  const response = await to.fetch('http://gateway/graphql', post({ query, ...more }));
  return {
    status: response.status,
    ...((await response.json()) as { data?: Record<string, string>; errors?: unknown }),
  };
};
/** The answer to a text whose form is known from another. */
const answerAfter = async (first: string, query: string, more: object = {}) => {
  const warm = gateway();
  await send(warm, first, more);
  return send(warm, query, more);
};
const argsOf = async (first: string, query: string) => {
  const { data, errors } = await answerAfter(first, query);
  expect(errors).toBeUndefined();
  return JSON.parse(data?.echo ?? '');
};

describe('the form of a text', () => {
  test.each([
    ['{ a(s: "x y") }', '{ a(s: \u0001) }'],
    ['{ a(s: "") b(s: "\\"\\\\") }', '{ a(s: \u0001) b(s: \u0001) }'],
    ['{ a(i: 0, j: -12, f: 1.5, g: -1e9, h: 2.5E+3) }', '{ a(i: \u0002, j: \u0002, f: \u0003, g: \u0003, h: \u0003) }'],
    ['{ a1: b2(c3: [1 2,3]) }', '{ a1: b2(c3: [\u0002 \u0002,\u0002]) }'],
    ['{ a(s: """1 "2" \\""" 3""") } # "4" 5\n', '{ a(s: """1 "2" \\""" 3""") } # "4" 5\n'],
    ['{ a(s: ["1""2"]) }', '{ a(s: [\u0001\u0001]) }'],
    ['{ a(s: "# no comment", t: 1) }', '{ a(s: \u0001, t: \u0002) }'],
  ])('%s', (text, template) => {
    expect(scan(text)?.template).toBe(template);
  });

  test('a literal is where graphql’s lexer has it', () => {
    const pieces = fc.constantFrom(
      ...[
        '"a"',
        '""',
        '"\\""',
        '"""b 1"""',
        '"""\\""""""',
        '1',
        '-2',
        '3.5',
        '1e5',
        'a1',
        '$x',
        '{',
        '[',
        ':',
        '...',
        ' ',
        ',',
        '\n',
        '#"1\n',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (all) => {
        const text = all.join('');
        const lexed: { start: number; end: number; kind: string }[] = [];
        try {
          const lexer = new Lexer(new Source(text));
          for (let token = lexer.advance(); token.kind !== '<EOF>'; token = lexer.advance())
            if (['String', 'Int', 'Float'].includes(token.kind))
              lexed.push({ start: token.start, end: token.end, kind: `${token.kind}Value` });
        } catch {
          return; // no valid text
        }
        // A number that touches what is before it is not seen, and stays in the form.
        const alone = lexed.filter(({ start, kind }) => kind === Kind.STRING || !/[\w.]/.test(text[start - 1] ?? ''));
        expect(scan(text)?.literals).toEqual(alone);
      }),
    );
  });

  test('a text that graphql would not read has no form, or that of no valid one', () => {
    for (const text of ['{ a(s: "x) }', '{ a(s: "x\n") }', '{ a(s: "\\") }']) expect(scan(text)).toBeUndefined();
    const documents = knownIn('{ echo(s: "x", i: 1, ids: ["a""b"]) }');
    for (const text of [
      '{ echo(s: \u0001, i: \u0002, ids: [\u0001\u0001]) }',
      '{ echo(s: "x", i: 01, ids: ["a""b"]) }',
      '{ echo(s: "x", i: 1a, ids: ["a""b"]) }',
      '{ echo(s: "x", i: 1, ids: [""""]) }',
      '{ echo(s: "\\q", i: 1, ids: ["a""b"]) }',
      '{ echo(s: "\ud800", i: 1, ids: ["a""b"]) }',
    ])
      expect(documents.find(text)).toBeUndefined();
    expect(documents.find('{ echo(s: "\\u0041", i: 1, ids: ["a""c"]) }')).toBeDefined();
  });
});

describe('one document', () => {
  test('texts that differ in literals share it', () => {
    const documents = knownIn('{ echo(s: "a", i: 1, f: 1.5, id: "x") }');
    const [one, two] = ['{ echo(s: "b", i: 2, f: 2.5, id: "y") }', '{ echo(s: "cc", i: -33, f: 1e3, id: "") }'].map(
      documents.find,
    );
    expect(one?.document).toBe(two?.document);
    expect(documents.find('{ echo(s: "b", i: 2, f: 2.5, id: "y") }')).toBe(one);
    expect([one, two].map((known) => Object.values(known?.variables ?? {}))).toEqual([
      ['b', 2, 2.5, 'y'],
      ['cc', -33, 1000, ''],
    ]);
    expect(validate(schema, one?.document ?? parse('{ a }'))).toEqual([]);
  });

  test('a text that was kept is found with the document that it was parsed to', () => {
    const document = parse('{ echo(s: "a") }');
    const documents = createDocuments(schema);
    expect(documents.find('{ echo(s: "a") }')).toBeUndefined();
    documents.keep(document);
    const known = documents.find('{ echo(s: "a") }');
    expect(known?.document).toBe(document);
    expect(known?.variables).toBeUndefined();
  });

  test.each([
    ['a name', '{ echo(s: "a") }', '{ fail(s: "b") }'],
    ['an enum value', '{ echo(color: RED, s: "a") }', '{ echo(color: GREEN, s: "b") }'],
    ['whitespace', '{ echo(s: "a") }', '{ echo(s:  "b") }'],
    ['the kind of a literal', '{ echo(id: "1") }', '{ echo(id: 1) }'],
    ['a block string', '{ echo(s: """a""", i: 1) }', '{ echo(s: """b""", i: 1) }'],
    ['JSON', '{ echo(json: "a") }', '{ echo(json: "b") }'],
    ['a number within JSON', '{ echo(json: { a: [1] }) }', '{ echo(json: { a: [2] }) }'],
    ['JSON within an input', '{ echo(input: { json: [1] }) }', '{ echo(input: { json: [2] }) }'],
    ['a scalar of which nothing is known', '{ echo(even: 2) }', '{ echo(even: 4) }'],
    ['an argument of a directive', '{ echo @tag(name: "a") }', '{ echo @tag(name: "b") }'],
    [
      'the default of a variable',
      'query ($s: String = "a") { echo(s: $s) }',
      'query ($s: String = "b") { echo(s: $s) }',
    ],
    ['a number of more than 32 bits', '{ echo(i: 1) }', '{ echo(i: 2147483648) }'],
    ['a date that is none', '{ echo(day: "2024-01-01") }', '{ echo(day: "2024-02-30") }'],
    ['a number beyond all', '{ echo(f: 1.5) }', '{ echo(f: 1e999) }'],
    ['the list’s length', '{ echo(list: [1]) }', '{ echo(list: [1, 2]) }'],
  ])('texts that differ in %s do not', (_, kept, text) => {
    expect(isFound(kept, text)).toBe(false);
  });

  test('what stays in the document may stay, while other literals differ', () => {
    const documents = knownIn('query ($s: String = "d") { echo(s: $s, json: "j", i: 1) @tag(name: "t") }');
    const known = documents.find('query ($s: String = "d") { echo(s: $s, json: "j", i: 2) @tag(name: "t") }');
    expect(Object.values(known?.variables ?? {})).toEqual([2]);
  });

  test('two fields that are merged need equal arguments in every text', () => {
    const text = (a: string, b: string) => `{ deeper(s: ${a}) { a: echo } deeper(s: ${b}) { b: echo } }`;
    expect(isFound(text('"x"', '"x"'), text('"y"', '"y"'))).toBe(true);
    expect(isFound(text('"x"', '"x"'), text('"y"', '"\\u0079"'))).toBe(true);
    expect(isFound(text('"x"', '"x"'), text('"y"', '"z"'))).toBe(false);
  });

  test('fields that only happened to be equal lose a text, and then share', () => {
    const text = (a: number, b: number) => `{ a: deeper { echo(i: ${a}) } b: deeper { echo(i: ${b}) } }`;
    const documents = knownIn(text(10, 10));
    expect(documents.find(text(10, 20))).toBeUndefined();
    documents.keep(parse(text(10, 20)));
    expect(documents.find(text(30, 30))).toBeDefined();
    expect(documents.find(text(30, 40))).toBeDefined();
  });

  test('the kind of all its operations is known without parsing', () => {
    const documents = knownIn(
      '{ echo(s: "a") }',
      'mutation { change(s: "a") }',
      'query A { echo } mutation B { change }',
      'query A { echo } query B { fail }',
    );
    documents.find('{ echo(s: "b") }');
    expect(
      [
        '{ echo(s: "a") }',
        '{ echo(s: "b") }',
        'mutation { change(s: "a") }',
        'query A { echo } mutation B { change }',
        'query A { echo } query B { fail }',
        '{ unknown }',
      ].map(documents.kindOf),
    ).toEqual(['query', 'query', 'mutation', undefined, 'query', undefined]);
  });
});

describe('values', () => {
  test.each([
    ['a string', '{ echo(s: "a") }', '{ echo(s: "é 😀 # not a comment") }'],
    ['escapes', '{ echo(s: "a") }', '{ echo(s: "\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u{1F600}\\uD83D\\uDE00") }'],
    ['an empty string', '{ echo(s: "a", must: "b") }', '{ echo(s: "", must: "") }'],
    ['an ID as a string', '{ echo(id: "a", ids: ["b"]) }', '{ echo(id: "c", ids: ["d"]) }'],
    ['an ID as a number', '{ echo(id: 1) }', '{ echo(id: 12345678901234567890) }'],
    ['numbers', '{ echo(i: 1, f: 1.5) }', '{ echo(i: -2147483648, f: -2.5e-3) }'],
    ['an integer as a float', '{ echo(f: 1) }', '{ echo(f: 3000000000) }'],
    ['lists', '{ echo(list: [1, 2], grid: [[1], [2, 3]]) }', '{ echo(list: [4, 5], grid: [[6], [7, 8]]) }'],
    ['one item for a list', '{ echo(list: 1, ids: 1, grid: 1) }', '{ echo(list: 2, ids: 2, grid: 2) }'],
    ['rows for a grid', '{ echo(grid: [1, 2]) }', '{ echo(grid: [3, 4]) }'],
    [
      'input objects',
      '{ echo(input: { s: "a", more: { list: [1], more: { list: 2 } } }) }',
      '{ echo(input: { s: "b", more: { list: [3], more: { list: 4 } } }) }',
    ],
    ['an input of one', '{ echo(one: { s: "a" }) }', '{ echo(one: { s: "b" }) }'],
    [
      'our scalars',
      '{ echo(at: "2024-01-01T00:00:00Z", day: "2024-01-01", url: "https://a.test", big: 1) }',
      '{ echo(at: "2025-02-03T04:05:06+01:00", day: "2025-02-03", url: "https://b.test/?c", big: 90071992547409910) }',
    ],
  ])('%s: as from the text itself', async (_, first, query) => {
    expect(isFound(first, query)).toBe(true);
    const given = await argsOf(first, query);
    expect(given).toEqual(JSON.parse((await send(gateway(), query)).data?.echo ?? ''));
    expect(given).not.toEqual(await argsOf(query, first));
  });

  test('a scalar takes from a variable what it takes from a literal', () => {
    const texts = [
      '',
      'a',
      '1',
      '-0',
      '2024-01-01',
      '2024-01-01T10:00:00.5+01:00',
      '2024-13-01',
      'https://zoom.us',
      ' 1',
      '1.5',
    ];
    const outcome = (take: () => unknown): unknown => {
      try {
        const value = take();
        return value instanceof Date || value instanceof URL ? value.toJSON() : value;
      } catch {
        return 'refused';
      }
    };
    const scalars = Object.values(zoomSchema.getTypeMap()).filter(
      (type): type is GraphQLScalarType => type instanceof GraphQLScalarType && PARAMETER_SCALARS.has(type.name),
    );
    expect(scalars.map(({ name }) => name).sort()).toEqual([...PARAMETER_SCALARS].sort());
    const refusesStrings = ['Int', 'Float'];
    for (const scalar of scalars)
      for (const value of texts) {
        const byLiteral = outcome(() => scalar.parseLiteral({ kind: Kind.STRING, value }));
        if (!refusesStrings.includes(scalar.name)) expect(outcome(() => scalar.parseValue(value))).toEqual(byLiteral);
        else expect(byLiteral).toBe('refused');
      }
    for (const value of ['0', '-0', '7', '-7', '2147483648', '90071992547409931', '1'.repeat(400)])
      for (const scalar of scalars.filter(({ name }) => ['Int', 'Float', 'ID', 'BigInt'].includes(name))) {
        const given = ['Int', 'Float'].includes(scalar.name) ? Number(value) : value;
        const byLiteral = outcome(() => scalar.parseLiteral({ kind: Kind.INT, value }));
        // An infinite number is the one that only a literal can be; its text is parsed.
        if (byLiteral !== Number.POSITIVE_INFINITY) expect(outcome(() => scalar.parseValue(given))).toEqual(byLiteral);
        else expect(outcome(() => scalar.parseValue(given))).toBe('refused');
      }
  });

  test('a client’s variables stand beside them, whatever their names', async () => {
    const text = (s: string) => `query ($literal0: ID, $_1: Int) { echo(s: "${s}", id: $literal0, i: $_1, f: 1) }`;
    const variables = { literal0: 'mine', _1: 5, literal_0: 'no', literal_1: 'no' };
    const { data } = await answerAfter(text('a'), text('b'), { variables });
    expect(JSON.parse(data?.echo ?? '')).toEqual({ s: 'b', must: 'default', id: 'mine', i: 5, f: 1 });
  });

  test('a variable of a client cannot take the place of a literal', async () => {
    const { data } = await answerAfter('{ echo(s: "a") }', '{ echo(s: "b") }', { variables: { literal0: 'c' } });
    expect(JSON.parse(data?.echo ?? '')).toMatchObject({ s: 'b' });
  });

  test('one of several operations runs with its own', async () => {
    const text = (a: string, b: string) =>
      `query A { echo(s: "${a}") } query B($i: Int) { echo(i: $i) ...F } fragment F on Query { echo(i: $i) f: echo(s: "${b}") }`;
    for (const [operationName, field] of [
      ['A', 'echo'],
      ['B', 'f'],
    ] as const) {
      const { data, errors } = await answerAfter(text('a', 'b'), text('c', 'd'), { operationName });
      expect(errors).toBeUndefined();
      expect(JSON.parse(data?.[field] ?? '')).toMatchObject({ s: operationName === 'A' ? 'c' : 'd' });
    }
    expect(await answerAfter(text('a', 'b'), text('c', 'd'))).toEqual(await send(gateway(), text('c', 'd')));
  });

  test('a mutation runs each time', async () => {
    expect(await answerAfter('mutation { change(s: "a") }', 'mutation { change(s: "b") }')).toMatchObject({
      data: { change: 'b' },
    });
  });
});

describe('errors', () => {
  test('an error stands where it is in the text that was sent', async () => {
    const text = (s: string) =>
      `{ echo(s: ${s}, i: 1) a: fail(s: ${s}) b: fail\n c: fail(s: ${s}) d: deeper { fail(s: "x") } }`;
    const { errors } = await answerAfter(text('"a"'), text('"longer than that"'));
    expect(errors).toMatchObject([
      { message: 'Failed: longer than that', locations: [{ line: 1, column: 37 }], path: ['a'] },
      { message: 'Failed: undefined', locations: [{ line: 1, column: 68 }], path: ['b'] },
      { message: 'Failed: longer than that', locations: [{ line: 2, column: 2 }], path: ['c'] },
      { message: 'Failed: x', locations: [{ line: 2, column: 45 }], path: ['d', 'fail'] },
    ]);
  });

  test('a wrong variable is told of at its place', async () => {
    const text = (s: string) => `query A { echo(s: "${s}") } query B($i: Int!) { echo(i: $i) }`;
    const more = { operationName: 'B', variables: { i: 'x' } };
    const { errors } = await answerAfter(text('a'), text('more'), more);
    expect(errors).toEqual((await send(gateway(), text('more'), more)).errors);
    expect(errors).toMatchObject([{ locations: [{ line: 1, column: 37 }] }]);
  });

  test('are the same as of a text that is seen for the first time', async () => {
    const string = fc.string({ unit: 'binary' }).map((s) => JSON.stringify(s));
    const day = fc
      .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((at) => at.toJSON());
    const int = fc.integer().map(String);
    const fitting = {
      s: string,
      must: string,
      id: fc.oneof(string, int),
      i: int,
      f: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
      at: day.map((at) => `"${at}"`),
      day: day.map((at) => `"${at.slice(0, 10)}"`),
      url: fc.webUrl().map((url) => JSON.stringify(url)),
      big: int,
      json: fc.constantFrom('"a"', '1', '{ s: "a" }'),
      list: int,
      ids: fc.tuple(string, int).map((ids) => `[${ids}]`),
      grid: fc.tuple(int, int).map((row) => `[[${row}]]`),
    };
    const odd = fc.constantFrom(
      ...['"2024-02-30"', '"\\q"', '"\\u{110000}"', '"\\uD800"', '"\ud800"', '"""b"""', '"""', '"', '\u0001', '\u0002'],
      ...[
        '2147483648',
        '-0',
        '01',
        '1.',
        '1e999',
        '--1',
        '0x1',
        '9'.repeat(400),
        'null',
        'RED',
        'true',
        '$v',
        '[1]',
        '{ s: "a" }',
      ],
    );
    const texts = fc.constantFrom(...Object.entries(fitting)).chain(([name, fits]) => {
      const mostly = (arbitrary: fc.Arbitrary<string>) =>
        fc.oneof({ weight: 12, arbitrary }, { weight: 1, arbitrary: odd });
      return fc.tuple(mostly(string), mostly(fits), mostly(string), fc.oneof(fc.constant(undefined), string)).map(
        ([a, b, c, d = a]) =>
          `query Q($v: String) { x: fail(s: ${a}) echo(${name}: ${b}, input: { s: ${c} }) @tag(name: "t")\n y: fail(s: $v)
            deeper(s: ${a}) { fail } deeper(s: ${d}) { echo } z: fail }`,
      );
    });
    const warm = gateway();
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const fresh = await send(gateway(), text);
        expect(await send(warm, text)).toEqual(fresh);
        expect(await send(warm, text)).toEqual(fresh);
      }),
      { numRuns: 200 },
    );
  });

  test('limits hold for every text of a form', async () => {
    const deep = (s: string) => `${'{ deeper'.repeat(LIMITS.depth)} { echo(s: "${s}") }${'}'.repeat(LIMITS.depth)}`;
    const many = (s: string) =>
      `{ ${Array.from({ length: LIMITS.aliases + 1 }, (_, at) => `a${at}: echo(s: "${s}")`).join(' ')} }`;
    const warm = gateway();
    for (const text of [deep, many])
      for (const s of ['a', 'a', 'b', 'c'])
        expect(await send(warm, text(s))).toMatchObject({ errors: [{ extensions: { code: 'QUERY_TOO_COSTLY' } }] });
  });

  test('a text that is not valid stays so, also beside a valid one', async () => {
    const warm = gateway();
    for (const query of [
      '{ echo(i: 1) }',
      '{ echo(i: 1, i: 2) }',
      '{ echo(i: 99999999999) }',
      '{ echo(i: "1") }',
      '{ echo(i: 2) }',
    ])
      expect(await send(warm, query)).toEqual(await send(gateway(), query));
  });
});

describe('through the gateway', () => {
  test('a hundred cursors in the text cost one parse, and are two plans at most', async () => {
    const warm = gateway();
    const text = (at: number) => `{ echo(s: "cursor-${at}", i: 10) }`;
    await send(warm, text(0));
    const advance = vi.spyOn(Lexer.prototype, 'advance');
    executed.clear();
    for (let at = 0; at < 100; at++)
      expect(JSON.parse((await send(warm, text(at))).data?.echo ?? '')).toMatchObject({ s: `cursor-${at}` });
    expect(advance).not.toHaveBeenCalled();
    expect(executed.size).toBe(2);
  });

  test('a cursor in the text leads to the next page', async () => {
    const { run, calls } = stub({
      'GET /users': ({ query }: { query: URLSearchParams }) =>
        query.has('next_page_token') ? { users: [{ id: 'b' }] } : { users: [{ id: 'a' }], next_page_token: 'next' },
    });
    const text = (after: string) =>
      `{ users(first: 1, after: "${after}") { nodes { zoomId } pageInfo { endCursor } } }`;
    const first = await run('{ users(first: 1) { pageInfo { endCursor } } }');
    const { endCursor } = (first.data as { users: { pageInfo: { endCursor: string } } }).users.pageInfo;
    calls.length = 0;
    const wrong = await run(text('nonsense'));
    expect(wrong.errors).toMatchObject([
      { extensions: { code: 'CURSOR_INVALID' }, locations: [{ line: 1, column: 3 }] },
    ]);
    const second = await run(text(endCursor));
    expect(second.data).toMatchObject({ users: { nodes: [{ zoomId: 'b' }] } });
    expect(calls).toEqual(['GET /users?status=active&page_size=30&next_page_token=next']);
  });
});

describe('memory', () => {
  const padded = (s: string | number, length: number) => `{ echo(s: "${s}") } #${'x'.repeat(length)}`;

  test('the texts that were not used for longest are forgotten, by number', () => {
    const texts = Array.from({ length: KEPT.count + 1 }, (_, at) => `{ a${at}: echo(s: "a") }`);
    const documents = knownIn(...texts);
    expect(documents.find('{ a0: echo(s: "a") }')).toBeUndefined();
    expect(documents.find('{ a0: echo(s: "b") }')).toBeUndefined();
    expect(documents.find('{ a1: echo(s: "a") }')).toBeDefined();
    expect(documents.find('{ a1: echo(s: "b") }')).toBeDefined();
  });

  test('and by size', () => {
    const length = KEPT.text - 100;
    const count = Math.ceil(KEPT.bytes / (2 * length)) + 1;
    const documents = knownIn(...Array.from({ length: count }, (_, at) => padded(at, length)));
    expect(documents.find(padded(0, length))).toBeUndefined();
    expect(documents.find(padded(count - 1, length))).toBeDefined();
  });

  test('and by what their documents take', () => {
    const fields = 1000;
    const text = (nth: number) =>
      `{ a${nth}: echo ${Array.from({ length: fields }, (_, at) => `b${at}: echo`).join(' ')} }`;
    const count = Math.ceil(KEPT.bytes / (3 * fields * KEPT.token)) + 1;
    const documents = knownIn(...Array.from({ length: count }, (_, nth) => text(nth)));
    expect(count).toBeLessThan(100);
    expect(documents.find(text(0))).toBeUndefined();
    expect(documents.find(text(count - 1))).toBeDefined();
  });

  test('a long text has no form, a very long one is not kept, and neither is an error', async () => {
    const documents = knownIn(padded('a', KEPT.template), padded('a', KEPT.text));
    expect(documents.find(padded('a', KEPT.template))).toBeDefined();
    expect(documents.find(padded('b', KEPT.template))).toBeUndefined();
    expect(documents.find(padded('a', KEPT.text))).toBeUndefined();
    const warm = gateway();
    for (const s of ['a', 'a', 'b'])
      expect(JSON.parse((await send(warm, padded(s, KEPT.text))).data?.echo ?? '')).toMatchObject({ s });
  });

  test('many operations with many literals have no form, since each would declare them all', () => {
    const text = (i: number) => Array.from({ length: 50 }, (_, at) => `query Q${at} { echo(i: ${i}) }`).join(' ');
    expect(isFound(text(1), text(1))).toBe(true);
    expect(isFound(text(1), text(2))).toBe(false);
  });
});
