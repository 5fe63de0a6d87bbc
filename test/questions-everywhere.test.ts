/** What holds of the questions about each connection of the graph, over the sandbox: the same as whoever reads everything finds by hand. */
import { type GraphQLField, type GraphQLObjectType, getNamedType } from 'graphql';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { schema } from '../schema/index.ts';
import { extensionsOf } from '../schema/plan/selection.ts';
import { askableOf, comparableOf, itemTypeOf } from '../schema/questions/askable.ts';
import { globalIdFor } from '../schema/types/global-id.ts';
import { fieldNamesIn } from '../schema/types/shape.ts';
import { carried } from '../src/zoom/declare/entity.ts';
import { along, isNode, isRaw, type ObjectSet, placesOf, type Raw, toldTo, waysFrom } from './exerciser/graph.ts';
import { type Keys, keysFrom } from './exerciser/keys.ts';
import { type ExerciserWorld, startExerciserWorld } from './exerciser/world.ts';

vi.setConfig({ testTimeout: 120_000 });

const query = schema.getQueryType()!;
const ways = waysFrom(query);
const connections = placesOf(schema).flatMap((place) => {
  const items = place.field && itemTypeOf(place.field);
  return place.field && items ? [{ ...place, field: place.field, items }] : [];
});
type Connection = (typeof connections)[number];

let world: ExerciserWorld;
let keys: Keys;
const asked = new Set<string>();
beforeAll(async () => {
  world = await startExerciserWorld();
  keys = keysFrom(world.ask, schema, ways);
}, 120_000);
afterAll(() => world.close());

/** Texts of queries that select something of a parent of the connection: its value stands under `parent`. */
const parentsOf = async ({
  type,
}: ObjectSet): Promise<((selected: string) => { text: string; at: readonly string[] })[]> => {
  if (type === query) return [(selected) => ({ text: `{ ${selected} }`, at: [] })];
  if (isNode(type)) {
    const ids = (await keys.idsOf(type)).slice(0, 8);
    return ids.map((id) => (selected) => ({
      text: `{ node(id: ${JSON.stringify(id)}) { ... on ${type.name} { ${selected} } } }`,
      at: ['node'],
    }));
  }
  return (ways.get(type) ?? []).slice(0, 2).map((way) => (selected) => ({
    text: `{ ${along(way, selected, [1, 1, 1])} }`,
    at: way.flatMap(({ name, isList }) => (isList ? [name, 'nodes', '0'] : [name])),
  }));
};
const valueAt = (data: unknown, at: readonly string[]): Raw | undefined =>
  at.reduce<unknown>((value, key) => (isRaw(value) || Array.isArray(value) ? (value as Raw)[key] : undefined), data) as
    | Raw
    | undefined;

/** The leaves that the list tells of its items, and that need nothing else. */
const leavesOf = ({ field, items }: Connection) => {
  const { list } = extensionsOf(field);
  const told = list ? carried(list) : new Set<string>();
  return [...askableOf(items)].flatMap(([name, one]) => {
    const { requires, fetches, cost } = extensionsOf(one.field);
    const isTold = !fetches && !cost && requires?.every((key) => told.has(key));
    return one.kind === 'leaf' && isTold ? [{ name, leaf: one.leaf, type: getNamedType(one.field.type) }] : [];
  });
};
type Leaf = ReturnType<typeof leavesOf>[number];

/** A leaf of each object that takes a call of its own for each item, such as settings: by the names that lead to it. */
const fetchedOf = ({ items }: Connection): (readonly string[])[] =>
  comparableOf(items).flatMap((one) => {
    if (one.kind !== 'object' || !extensionsOf(one.field).fetches) return [];
    const path = pathInto(one.of);
    return path ? [[one.field.name, ...path]] : [];
  });
/** The first leaf of an object or of one within it. */
const pathInto = (type: GraphQLObjectType, levels = 3): readonly string[] | undefined => {
  const fields = comparableOf(type);
  // An id is told by where the object stands.
  const leaf = fields.find(({ kind, field }) => kind === 'leaf' && field.name !== 'id');
  if (leaf) return [leaf.field.name];
  for (const one of levels > 0 ? fields : []) {
    const path = one.kind === 'object' && !one.of.extensions.entity ? pathInto(one.of, levels - 1) : undefined;
    if (path) return [one.field.name, ...path];
  }
  return undefined;
};
const nested = (path: readonly string[], inner = ''): string =>
  path.reduceRight((text, name) => (text === '' ? name : `${name} { ${text} }`), inner);
const orderBy = (path: readonly string[]): string => path.reduceRight((how, name) => `{ ${name}: ${how} }`, 'ASC');
const literal = ({ type }: Leaf, value: unknown): string =>
  'getValues' in type ? String(value) : JSON.stringify(value);

/** Whether a parameter of the list says which value a field has, or which days a time is of. */
const isSentToZoom = ({ field }: Connection, name: string): boolean => {
  const { filters = {}, window, of } = extensionsOf(field).list ?? {};
  return [...Object.values(filters), window?.at].some((key) => key && of && fieldNamesIn(of, key).includes(name));
};

/** As many items as can be asked for at once. */
const MOST = 1000;
const argsOf = (field: GraphQLField<unknown, unknown>, ...more: readonly string[]) => {
  const args = [toldTo(field), `first: ${MOST}`, ...more].filter(Boolean).join(', ');
  return `${field.name}(${args})`;
};
const nodesIn = (parent: Raw | undefined, name: string): readonly Raw[] => {
  const connection = parent?.[name];
  return isRaw(connection) && Array.isArray(connection.nodes) ? connection.nodes : [];
};

test.each(connections.map((one) => [one.coordinate, one] as const))('%s', async (coordinate, connection) => {
  const { field } = connection;
  const leaves = leavesOf(connection);
  if (leaves.length === 0) return;
  const selected = leaves.map(({ name }) => name).join(' ');
  for (const from of await parentsOf(connection)) {
    const plain = from(`${argsOf(field)} { nodes { ${selected} } }`);
    const first = await world.ask(plain.text);
    const all = nodesIn(valueAt(first.result.data, plain.at), field.name);
    // Of one that is longer than can be read at once, nothing is known by hand.
    if (all.length < 2 || all.length === MOST) continue;
    const meant = leaves
      .filter(({ name }) => all[0]?.[name] !== null && all[0]?.[name] !== undefined && all[0][name] !== 'UNRECOGNIZED')
      .slice(0, 6);
    const numbers = leaves.filter(({ leaf }) => leaf.isNumber);
    const order = (name: string, how: string) =>
      `${name}_${how}: ${argsOf(field, `orderBy: { ${name}: ${how} }`)} { nodes { ${name} } }`;
    const parts = [
      ...meant.map((one) => {
        const where = `where: { ${one.name}: { eq: ${literal(one, all[0]?.[one.name])} } }`;
        return `${one.name}_is: ${argsOf(field, where)} { totalCount nodes { ${selected} } }`;
      }),
      ...meant.flatMap(({ name }) => [order(name, 'ASC'), order(name, 'DESC')]),
      `sums: ${argsOf(field)} { stats { count ${numbers.length > 0 ? `sum { ${numbers.map(({ name }) => name).join(' ')} }` : ''} } }`,
    ];
    const questions = from(parts.join(' '));
    const answer = await world.ask(questions.text);
    expect(answer.result.errors, questions.text).toBeUndefined();
    // One walk in pages as large as Zoom takes answers all of them, but for those that Zoom answers itself.
    const own = meant.filter(({ name }) => isSentToZoom(connection, name)).length;
    expect(answer.calls.length).toBeLessThanOrEqual((1 + own) * (first.calls.length + 1));
    const parent = valueAt(answer.result.data, questions.at) ?? {};

    for (const { name } of meant) {
      const byHand = all.filter((item) => item[name] === all[0]?.[name]);
      expect({ [name]: nodesIn(parent, `${name}_is`) }).toEqual({ [name]: byHand });
      expect((parent[`${name}_is`] as Raw).totalCount).toBe(byHand.length);
    }
    for (const { name, leaf, type } of meant)
      for (const how of ['ASC', 'DESC']) {
        const values = nodesIn(parent, `${name}_${how}`).map((item) => item[name] ?? null);
        expect(values).toHaveLength(all.length);
        const known = values.filter((value) => value !== null);
        expect(values.slice(0, known.length), `${name} ${how}: null comes last`).toEqual(known);
        if (type.name === 'String' || type.name === 'ID' || type.name === 'URL') continue;
        const read = known.map(leaf.read);
        const sorted = [...read].sort((a, b) => (a === b ? 0 : a < b === (how === 'ASC') ? -1 : 1));
        expect({ [`${name} ${how}`]: read }).toEqual({
          [`${name} ${how}`]: 'getValues' in type ? foldedOrder(read, how) : sorted,
        });
      }
    const { stats } = parent.sums as { stats: { count: number; sum?: Raw } };
    expect(stats.count).toBe(all.length);
    for (const { name } of numbers) {
      const sum = all.reduce((total, item) => total + Number(item[name] ?? 0), 0);
      expect(Number(stats.sum?.[name])).toBeCloseTo(sum, 3);
    }

    const [one] = meant;
    if (one) {
      const found = await inPages(from, connection, one, all[0]?.[one.name]);
      const byHand = all.filter((item) => item[one.name] === all[0]?.[one.name]);
      expect(found).toEqual(byHand.slice(0, PAGES * 2));
    }
    asked.add(coordinate);
    return;
  }
});
/** Words are sorted as texts, without regard to case. */
const foldedOrder = (words: readonly unknown[], how: string) =>
  [...words].sort((a, b) => {
    const [one, other] = [String(a).toLowerCase(), String(b).toLowerCase()];
    return one === other ? 0 : one < other === (how === 'ASC') ? -1 : 1;
  });

const pageInfoIn = (parent: Raw | undefined, name: string): Raw => {
  const connection = parent?.[name];
  return isRaw(connection) && isRaw(connection.pageInfo) ? connection.pageInfo : {};
};

/** Longer lists are gone through in part. */
const PAGES = 5;
/** The same, in pages of two. */
const inPages = async (
  from: Awaited<ReturnType<typeof parentsOf>>[number],
  connection: Connection,
  one: Leaf,
  value: unknown,
): Promise<readonly Raw[]> => {
  const { field } = connection;
  const found: Raw[] = [];
  let after: unknown = null;
  for (let pages = 0; pages < PAGES; pages++) {
    const args = [
      toldTo(field),
      'first: 2',
      `after: ${JSON.stringify(after)}`,
      `where: { ${one.name}: { eq: ${literal(one, value)} } }`,
    ];
    const selected = leavesOf(connection)
      .map(({ name }) => name)
      .join(' ');
    const { text, at } = from(
      `${field.name}(${args.filter(Boolean).join(', ')}) { nodes { ${selected} } pageInfo { hasNextPage endCursor } }`,
    );
    const { result } = await world.ask(text);
    const parent = valueAt(result.data, at);
    found.push(...nodesIn(parent, field.name));
    const { hasNextPage, endCursor } = pageInfoIn(parent, field.name);
    if (!hasNextPage) return found;
    after = endCursor;
  }
  return found;
};

const fetching = connections.flatMap((one) => fetchedOf(one).map((path) => ({ ...one, path })));
const askedByFetched = new Set<string>();
/** Longer lists are not asked: each of their items takes a call. */
const FEW = 60;
test.each(fetching.map((one) => [`${one.coordinate} by ${one.path.join('.')}`, one] as const))(
  '%s',
  async (name, connection) => {
    const { field, path } = connection;
    const selected = `nodes { ${nested(path)} }`;
    for (const from of await parentsOf(connection)) {
      const length = from(`${argsOf(field)} { nodes { __typename } }`);
      const { length: count } = nodesIn(valueAt((await world.ask(length.text)).result.data, length.at), field.name);
      if (count < 2 || count > FEW) continue;
      const plain = from(`${argsOf(field)} { ${selected} }`);
      const first = await world.ask(plain.text);
      if (first.result.errors) continue;
      // Asked once more beside the others: some values, such as tokens, are new with each request.
      const { text, at } = from(
        `plain: ${argsOf(field)} { ${selected} }
         sorted: ${argsOf(field, `orderBy: ${orderBy(path)}`)} { ${selected} }
         grouped: ${argsOf(field)} { groups(byFields: [${orderBy(path)}], first: ${MOST}) { count key { ${nested(path)} } } }`,
      );
      const answer = await world.ask(text);
      expect(answer.result.errors, text).toBeUndefined();
      expect(answer.calls.length).toBeLessThanOrEqual(first.calls.length + 1);
      const parent = valueAt(answer.result.data, at) ?? {};
      const [values, sorted] = (['plain', 'sorted'] as const).map((list) =>
        nodesIn(parent, list).map((item) => valueAt(item, path) ?? null),
      ) as [unknown[], unknown[]];
      const byText = (all: readonly unknown[]) => all.map((value) => JSON.stringify(value)).sort();
      expect(byText(sorted)).toEqual(byText(values));
      const runs = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
      expect(new Set(runs).size, `${name}: what is alike stands together`).toBe(runs.length);
      expect(runs.indexOf(null), `${name}: null comes last`).toBeOneOf([-1, runs.length - 1]);
      const { groups } = parent.grouped as { groups: readonly Raw[] };
      expect(groups.map(({ key }) => valueAt(key, path) ?? null)).toEqual(runs);
      expect(groups.map(({ count }) => count)).toEqual(
        runs.map((value) => values.filter((other) => other === value).length),
      );
      askedByFetched.add(name);
      return;
    }
  },
);

/** Arguments that no list takes, and the code of each error. */
const wrongFor = ({ field, items }: Connection): Readonly<Record<string, readonly [args: string, code: string]>> => {
  const { window } = extensionsOf(field).list ?? {};
  const id = [...askableOf(items).values()].find((one) => one.kind === 'leaf' && extensionsOf(one.field).names);
  return {
    after: ['after: "garbage"', 'CURSOR_INVALID'],
    zero: ['first: 0', 'BAD_USER_INPUT'],
    negative: ['first: -1', 'BAD_USER_INPUT'],
    ...(window && { days: ['from: "2026-03-02", to: "2026-03-01"', 'BAD_USER_INPUT'] }),
    ...(id && { id: [`where: { ${id.field.name}: { eq: "${idOfAnother(id.field)}" } }`, 'BAD_USER_INPUT'] }),
  };
};
/** The global id of something that a field never names. */
const idOfAnother = (field: GraphQLField<unknown, unknown>): string =>
  globalIdFor(extensionsOf(field).names === 'Group' ? 'User' : 'Group', 'a');
/** What may be selected of a list, besides what the other tests select. */
const SELECTED = {
  type: '__typename',
  total: 'totalCount',
  page: 'pageInfo { hasNextPage }',
  nodes: 'nodes { __typename }',
  stats: 'stats { count }',
} as const;
const refused = new Set<string>();
test.each(connections.map((one) => [one.coordinate, one] as const))(
  '%s refuses what it cannot take, whatever is selected',
  async (coordinate, connection) => {
    const { field } = connection;
    const told = toldTo(field);
    const wrong = Object.entries(wrongFor(connection)).flatMap(([what, [args, code]]) =>
      Object.entries(SELECTED).map(([how, selected]) => ({
        name: `${what}_${how}`,
        text: `${what}_${how}: ${field.name}(${[told, args].filter(Boolean).join(', ')}) { ${selected} }`,
        code,
      })),
    );
    for (const from of (await parentsOf(connection)).slice(0, 1)) {
      const { text, at } = from(wrong.map((one) => one.text).join(' '));
      const { result } = await world.ask(text);
      const parent = valueAt(result.data, at);
      if (!parent) continue;
      const codes = Object.fromEntries(
        (result.errors ?? []).map(({ path, extensions }) => [path?.[at.length], extensions.code]),
      );
      expect(codes, text).toEqual(Object.fromEntries(wrong.map(({ name, code }) => [name, code])));
      refused.add(coordinate);
    }
  },
);

test('most connections had something to ask about, and kept to their costs', () => {
  expect(asked.size).toBeGreaterThan(connections.length / 2);
  expect(askedByFetched.size).toBeGreaterThan(fetching.length / 3);
  expect(refused.size).toBeGreaterThan(connections.length / 2);
  expect([...world.beyond]).toEqual([]);
});
