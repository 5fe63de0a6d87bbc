/** Short queries with endless answers: how large these may get, and what ends them. */
import fc from 'fast-check';
import {
  buildSchema,
  type ExecutionResult,
  execute,
  type GraphQLObjectType,
  getIntrospectionQuery,
  parse,
  printSchema,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema as zoomSchema } from '../../schema/index.ts';
import { Abort } from '../../src/engine/abort.ts';
import { executePlanned } from '../../src/engine/executor/index.ts';
import type { Bounds } from '../../src/engine/executor/meter.ts';
import { LIMITS } from '../../src/server/limits.ts';
import { askingOn } from '../run.ts';
import { turnsDuring } from '../server/turns.ts';
import { stub } from '../stub.ts';

const schema = buildSchema(/* GraphQL */ `
  type Node { name: String id: ID! next: Node must: Node! all: [Node] late: [Node!] words: [String!] }
  type Query { node: Node! }
  type Mutation { first: Node second: Node }
`);
const WIDTH = 5;
/** A graph without an end, and how often it was asked. */
const graph = (onAsk: (asked: number) => void = () => {}) => {
  let asked = 0;
  const ask = <T>(value: T): T => {
    onAsk(++asked);
    return value;
  };
  const node: Record<string, unknown> = {
    name: () => ask('a name'),
    id: 'id',
    next: () => ask(Promise.resolve(node)),
    must: () => ask(node),
    all: () => ask(Array(WIDTH).fill(node)),
    late: async () => ask(Array.from({ length: WIDTH }, async () => node)),
    enumValues: ['one', 'two'],
  };
  return { root: { node, first: () => ask(node), second: () => ask(node) }, asked: () => asked };
};
const run = (text: string, bounds: Bounds, rootValue: object = graph().root) =>
  executePlanned({ schema, document: parse(text), rootValue }, bounds) as ExecutionResult | Promise<ExecutionResult>;

/** What an answer counts as, by the fields of objects and by bytes. */
const sizeOf = (value: unknown): { fields: number; bytes: number } => {
  const sum = { fields: 0, bytes: 0 };
  const add = (fields: number, bytes: number) => {
    sum.fields += fields;
    sum.bytes += bytes;
  };
  const walk = (one: unknown): void => {
    if (typeof one === 'string') add(0, one.length);
    if (typeof one !== 'object' || one === null) return;
    if (Array.isArray(one)) {
      add(one.length, one.length);
      for (const item of one) walk(item);
      return;
    }
    const names = Object.keys(one);
    add(
      10 + names.length,
      names.reduce((all, name) => all + name.length + 4, 2),
    );
    for (const below of Object.values(one)) walk(below);
  };
  walk(value);
  return sum;
};

/** The places of an answer that are null. */
const nullsIn = (value: unknown, at: readonly string[] = []): string[] => {
  if (value === null) return [at.join('.')];
  if (typeof value !== 'object') return [];
  return Object.entries(value as object).flatMap(([key, one]) => nullsIn(one, [...at, key]));
};

const below = fc.letrec<{ fields: string }>((tie) => ({
  fields: fc
    .array(
      fc.oneof(
        { maxDepth: 3, depthSize: 'small' },
        fc.constantFrom('name', 'id', 'words', 'x: name', 'y: words'),
        fc
          .tuple(fc.constantFrom('next', 'must', 'all', 'late'), fc.nat(3), tie('fields'))
          .map(([name, nth, fields]) => `a${nth}${name}: ${name} { ${fields} }`),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((all) => all.join(' ')),
})).fields;

describe('an answer', () => {
  test('is whole up to the bound, and beyond it none at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        below,
        fc.double({ min: 0.5, max: 1.5, noNaN: true }),
        fc.boolean(),
        async (fields, part, inBytes) => {
          const text = `{ node { ${fields} } }`;
          const whole = await execute({ schema, document: parse(text), rootValue: graph().root });
          const size = sizeOf(whole.data);
          const bounds = inBytes ? { bytes: size.bytes * part } : { objects: (size.fields * part) / 10 };
          const result = await run(text, bounds);
          if (part >= 1) expect(result).toEqual(whole);
          else expect(result).toMatchObject({ data: null, errors: [{ message: 'The answer is too large.' }] });
        },
      ),
      { seed: 10, numRuns: 300 },
    );
  });

  test.each(['all', 'late', 'next'])('that gets too large is ended by the field where it does: %s', async (name) => {
    const depth = name === 'next' ? 2000 : 10;
    const { root, asked } = graph();
    const text = `{ node { ${`${name} { `.repeat(depth)} name ${'} '.repeat(depth)} } }`;
    const result = await run(text, { objects: 1000 }, root);
    expect(result.data).toBeNull();
    expect(result.errors).toHaveLength(1);
    expect(result.errors?.[0]?.path?.slice(0, 2)).toEqual(['node', name]);
    const before = asked();
    expect(before).toBeLessThanOrEqual(2000);
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked()).toBe(before);
  });

  test('that gets too large keeps a mutation from going on', async () => {
    const { root, asked } = graph();
    const result = await run('mutation { first { all { all { all { id } } } } second { id } }', { objects: 50 }, root);
    expect(result.data).toBeNull();
    expect(result.errors?.map(({ path }) => path?.[0])).toEqual(['first']);
    expect(asked()).toBeLessThan(20);
  });
});

describe('when the time is over', () => {
  const stopped = (reason: unknown) => new Error(`${reason}`);

  test.each(['all', 'late'])('no resolver is asked any more, and nothing is half there: %s', async (name) => {
    const signal = new Abort();
    const { root, asked } = graph((count) => {
      if (count === 500) signal.abort('Over.');
    });
    const text = `{ node { name ${`${name} { `.repeat(6)} name ${'} '.repeat(6)} } }`;
    const result = await run(text, { signal, stopped }, root);
    expect(result.data).toMatchObject({ node: { name: 'a name' } });
    expect(new Set(result.errors?.map(({ message }) => message))).toEqual(new Set(['Over.']));
    expect(asked()).toBeLessThan(550);
    // Each null has an error of its own; what failed within it meanwhile may have one, too.
    const places = result.errors?.map(({ path = [] }) => path.join('.')) ?? [];
    expect(new Set(places).size).toBe(places.length);
    const nulls = nullsIn(result.data);
    expect(places).toEqual(expect.arrayContaining(nulls));
    const isBelow = (place: string) => nulls.some((one) => place === one || place.startsWith(`${one}.`));
    expect(places.every(isBelow)).toBe(true);
    const isHalf = (value: unknown): boolean =>
      Array.isArray(value)
        ? value.length !== WIDTH || value.some(isHalf)
        : typeof value === 'object' && value !== null && Object.values(value).some(isHalf);
    expect(isHalf(result.data)).toBe(false);
  });

  test.each(['all', 'late'])(
    'a list that may end does so in front of the first item that is not made: %s',
    async (name) => {
      const ending = buildSchema(printSchema(schema));
      const list = (ending.getType('Node') as GraphQLObjectType).getFields()[name];
      Object.assign(list?.extensions ?? {}, { mayEnd: true });
      const signal = new Abort();
      const { root } = graph((count) => {
        if (count === 60) signal.abort('Over.');
      });
      const text = `{ node { name ${`${name} { id must { id } `.repeat(3)} ${'} '.repeat(3)} } }`;
      const result = (await executePlanned(
        { schema: ending, document: parse(text), rootValue: root },
        { signal, stopped },
      )) as ExecutionResult;
      const at = (path: readonly (string | number)[]) =>
        path.reduce((value: unknown, key) => (value as Record<string, unknown> | null)?.[key], result.data);
      const isEnd = (path: readonly (string | number)[]) =>
        (at(path.slice(0, -1)) as readonly unknown[] | null)?.length === path.at(-1);
      for (const { path = [], message } of result.errors ?? []) {
        expect(message).toBe('Over.');
        // Where the end is, in what is gone behind it, or where null is.
        const places = path.map((_, i) => path.slice(0, i + 1));
        expect(places.some((place) => at(place) === null || isEnd(place))).toBe(true);
      }
      expect(result.errors?.some(({ path = [] }) => isEnd(path))).toBe(true);
      // No list is lost as a whole for what one of its items lacks.
      expect(at(['node', name])).toEqual(expect.any(Array));
    },
  );

  test('more errors than an answer has room for are none: one says so', async () => {
    const signal = new Abort();
    const { root } = graph((count) => {
      if (count === 500) signal.abort('Over.');
    });
    const text = `{ node { name ${'late { '.repeat(6)} name ${'} '.repeat(6)} } }`;
    const whole = await run(text, { signal, stopped }, root);
    expect(whole.errors?.length).toBeGreaterThan(50);
    const again = new Abort();
    const other = graph((count) => {
      if (count === 500) again.abort('Over.');
    });
    const bytes = sizeOf(whole.data).bytes + 50 * 200;
    expect(await run(text, { signal: again, stopped, bytes }, other.root)).toMatchObject({
      data: null,
      errors: [{ message: 'The answer is too large.' }],
    });
  });

  test('that is seen also while short lists within short lists are made', async () => {
    const { root } = graph();
    const text = `{ node { ${'all { '.repeat(6)} id ${'} '.repeat(6)} } }`;
    const { result, turns } = await turnsDuring(async () => run(text, {}, root));
    expect(sizeOf(result.data).fields).toBeGreaterThan(200_000);
    expect(turns).toBeGreaterThan(5);
    const signal = new Abort();
    setImmediate(() => signal.abort('Over.'));
    const ended = await turnsDuring(async () => run(text, { signal, stopped }, graph().root));
    expect(sizeOf(ended.result.data).fields).toBeLessThan(sizeOf(result.data).fields / 2);
    expect(ended.result.errors?.[0]?.message).toBe('Over.');
  });
});

describe('through the gateway', () => {
  const meetings = Array.from({ length: 30 }, (_, nth) => ({
    id: nth,
    uuid: `u${nth}==`,
    host_id: `h${nth}`,
    topic: `Topic ${nth}`,
    type: 2,
  }));
  const list = { meetings, total_records: 30 };
  const zoom = () =>
    stub({
      'GET /users/me': { id: 'h0', email: 'me@x.test', type: 2 },
      'GET /users/me/meetings': list,
      ...Object.fromEntries(meetings.map(({ host_id }) => [`GET /users/${host_id}/meetings`, list])),
    });
  const cycle = (times: number) =>
    `${'meetings(first: 30) { nodes { host { '.repeat(times)} id ${'} } } '.repeat(times)}`;
  const TOO_LARGE = { data: null, errors: [{ extensions: { code: 'QUERY_TOO_COSTLY' } }] };

  test.each([{}, { trace: true }])(
    'a cycle ends where the answer gets too large, and is made where it does not: %o',
    { timeout: 120_000 },
    async (requestExtensions) => {
      const { gateway, calls } = zoom();
      const ask = askingOn(gateway);
      expect((await ask(`{ me { ${cycle(2)} } }`, requestExtensions)).errors).toBeUndefined();
      const result = await ask(`{ me { a: ${cycle(3)} b: ${cycle(3)} c: ${cycle(3)} } }`, requestExtensions);
      expect(result).toMatchObject(TOO_LARGE);
      expect(calls.length).toBeLessThan(100);
      expect(result.errors?.[0]?.path?.slice(0, 4)).toEqual([
        'me',
        expect.stringMatching(/^[abc]$/),
        'nodes',
        expect.any(Number),
      ]);
    },
  );

  test('a query of 228 characters that makes 600,000 objects of two calls is refused', async () => {
    const own = meetings.map((meeting) => ({ ...meeting, host_id: 'h0' }));
    const { gateway, calls } = stub({
      'GET /users/h0': { id: 'h0', email: 'me@x.test', type: 2 },
      'GET /users/h0/meetings': { meetings: own, total_records: 30 },
    });
    const ask = askingOn(gateway);
    const text = (levels: number) =>
      `{ user(id: "h0") { email ${'meetings(first: 28) { nodes { host { '.repeat(levels)} id ${'} } } '.repeat(levels)} } }`;
    expect((await ask(text(2), {})).errors).toBeUndefined();
    const began = calls.length;
    expect(text(4).length).toBeLessThanOrEqual(228);
    expect(28 ** 4).toBeGreaterThan(600_000);
    expect(await ask(text(4), {})).toMatchObject(TOO_LARGE);
    expect(calls.length - began).toBeLessThanOrEqual(2);
  });

  test.each([{}, { trace: true }])(
    'introspection is answered, and not any number of times: %o',
    async (requestExtensions) => {
      const ask = askingOn(zoom().gateway);
      expect((await ask(getIntrospectionQuery(), requestExtensions)).errors).toBeUndefined();
      const all =
        'types { name description fields { name description args { name description type { name } } type { name } } }';
      const many = Array.from({ length: 50 }, (_, nth) => `a${nth}: __schema { ${all} }`).join(' ');
      expect(await ask(`{ ${many} }`, requestExtensions)).toMatchObject(TOO_LARGE);
    },
  );

  test('names count as well as values', async () => {
    const ask = askingOn(zoom().gateway);
    const name = 'x'.repeat(90_000);
    const result = await ask(
      `{ __schema { types { ${name}: kind } } me { meetings(first: 30) { nodes { ${name}: topic } } } }`,
      {},
    );
    expect(result).toMatchObject(TOO_LARGE);
    expect(LIMITS.answerBytes).toBeLessThan(90_000 * Object.keys(zoomSchema.getTypeMap()).length);
  });
});
