/**
 * What Zoom should never send, at every place of every answer: null, an empty text, 0, a list, an object, a text, true. Whatever it
 * is, nothing is an error of the gateway's own, what is wrong is told in plain words, and all that stands beside it is shown.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLObjectType,
  getNamedType,
  isInputObjectType,
  isObjectType,
  isRequiredArgument,
  parse,
} from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { createContext } from '../../resolvers/context.ts';
import { keyText } from '../../resolvers/entity.ts';
import { InputError } from '../../resolvers/errors.ts';
import { createSession, Permissions } from '../../resolvers/session.ts';
import { schema } from '../../schema/index.ts';
import { extensionsOf } from '../../schema/plan/selection.ts';
import { entityTypeOf, entityTypes, globalIdFor } from '../../schema/types/global-id.ts';
import { endpointsOf } from '../../schema/types/rest.ts';
import { fieldName, fieldNameIn } from '../../schema/types/shape.ts';
import { executePlanned } from '../../src/engine/executor/index.ts';
import { type RequestContext, ZoomError } from '../../src/zoom/client/client.ts';
import { plusDays } from '../../src/zoom/declare/days.ts';
import {
  type Answer,
  type Args,
  type Endpoint,
  type ListEndpoint,
  nameOf,
  ownAccountEndpoint,
} from '../../src/zoom/declare/endpoint.ts';
import type { EntityType } from '../../src/zoom/declare/entity.ts';
import type { Shape } from '../../src/zoom/declare/shape.ts';
import { isForm } from '../../src/zoom/http/request-body.ts';
import { filled } from '../exerciser/fill.ts';
import {
  along,
  type Field,
  isNode,
  isRaw,
  itemsOf,
  objectIn,
  type Raw,
  type Way,
  waysFrom,
} from '../exerciser/graph.ts';
import { inputBy, partsOf } from '../exerciser/writing.ts';
import { FakeZoom, requestContext } from '../machinery/fake.ts';

const HOSTILE: readonly unknown[] = [null, '', 0, [], {}, '0 text', true];

type Path = readonly (string | number)[];
/** What is put in the place of something. */
interface Hit {
  readonly path: Path;
  readonly value: unknown;
}

/** A value with another one at a place within it. */
const put = (into: unknown, [at, ...rest]: Path, value: unknown): unknown => {
  if (at === undefined) return value;
  if (Array.isArray(into)) return into.map((one, i) => (i === at ? put(one, rest, value) : one));
  return { ...(into as Raw), [at]: put((into as Raw)[at], rest, value) };
};
const hitBy = (into: unknown, hits: readonly Hit[]): unknown =>
  hits.reduce((hit, { path, value }) => put(hit, path, value), into);
/** All places within a value, its own first. */
const pathsIn = (value: unknown, at: Path = []): Path[] => {
  const within = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const step = (key: string) => (Array.isArray(value) ? Number(key) : key);
  return [at, ...within.flatMap(([key, one]) => pathsIn(one, [...at, step(key)]))];
};

/** What some field shows together with something else: if that is hit as well, nobody would see what comes of this. */
const SHOWN_TOGETHER: ReadonlySet<unknown> = new Set(
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values<Field>(type.getFields()))
    .flatMap((field) => {
      const requires = extensionsOf(field)?.requires ?? [];
      return requires.length > 1 ? requires : [];
    }),
);
/**
 * Places that are hit at once, none of them within another: those whose numbers have the same digit. Any two numbers differ in some digit,
 * so each place is hit while the other stands untouched: what each does to each is seen, in fewer runs than there are places.
 */
const together = (hits: readonly Hit[], isAlone: (path: Path) => boolean): readonly (readonly Hit[])[] => {
  const [alone, others] = [hits.filter(({ path }) => isAlone(path)), hits.filter(({ path }) => !isAlone(path))];
  const depths = [...new Set(others.map(({ path }) => path.length))];
  const alike = depths.flatMap((depth) => alikeIn(others.filter(({ path }) => path.length === depth)));
  return [...alone.map((hit) => [hit]), ...alike];
};
const BASE = 4;
/** Those whose numbers have the same digit, for each digit of each place. */
const alikeIn = <T>(all: readonly T[]): readonly (readonly T[])[] => {
  const groups: (readonly T[])[] = [];
  for (let place = 1; place === 1 || place < all.length; place *= BASE)
    for (let digit = 0; digit < BASE; digit++)
      groups.push(all.filter((_, at) => Math.floor(at / place) % BASE === digit));
  return groups.filter(({ length }) => length > 0);
};

const isList = (endpoint: Endpoint): endpoint is ListEndpoint => 'items' in endpoint;
const SECOND: Raw = { id: 'another-id', uuid: 'another-uuid', email: 'another@example.com' };
const made = new Map<Endpoint, readonly [Raw, Raw]>();
/** The first and the second thing of each list, of a day that was asked for; a single GET gives the first. */
const thingsOf = (endpoint: Endpoint, from?: unknown): readonly [Raw, Raw] => {
  const known = made.get(endpoint);
  const first = known?.[0] ?? (endpoint.of ? filled(endpoint.of) : {});
  const own = Object.entries(SECOND).filter(([key]) => typeof first[key] === 'string');
  const second = known?.[1] ?? { ...first, ...Object.fromEntries(own) };
  made.set(endpoint, [first, second]);
  if (!isList(endpoint) || !endpoint.window) return [first, second];
  const { at, isExact } = endpoint.window;
  // The first day that is asked for may be that before the first of the window.
  const dayFrom = (asked: string) => plusDays(asked.slice(0, 10), isExact ? 0 : 1);
  const day = { [at]: from === undefined ? undefined : `${dayFrom(String(from))}T09:00:00Z` };
  return [
    { ...first, ...day },
    { ...second, ...day },
  ];
};
const enveloped = (items: string, value: unknown): unknown =>
  items
    .split('.')
    .filter(Boolean)
    .reduceRight((within, key) => ({ [key]: within }), value);

/** A Zoom in which everything is there, and filled; but for what is hit. */
class HostileZoom extends FakeZoom {
  /** The operation that answers something else than it should. */
  hit?: Endpoint;
  hits: readonly Hit[] = [];
  readonly called = new Set<Endpoint>();

  override async call<E extends Endpoint>(endpoint: E, args: Args<E>, _turn: RequestContext): Promise<Answer<E>> {
    this.called.add(endpoint);
    const { query = {} } = args as { query?: Raw };
    const hits = this.hit === endpoint ? this.hits : [];
    const [first, second] = thingsOf(endpoint, query.from);
    // Each answer is an object of its own, as those of Zoom are: parts of them have ids by whose they are.
    if (!isList(endpoint)) return JSON.parse(JSON.stringify(hitBy(first, hits)));
    // The list in the place of which something else stands has an empty path.
    const [whole] = hits.filter(({ path }) => path.length === 0);
    return enveloped(endpoint.items, whole ? whole.value : [hitBy(first, hits), second]) as Answer<E>;
  }
}

/** All that can be selected without arguments: leaves, objects without identity, and the ends of edges with what names them. */
const selectionOf = (type: GraphQLObjectType, depth = 3): string =>
  Object.values<Field>(type.getFields())
    .flatMap((field): string[] => {
      if (field.args.some(isRequiredArgument)) return [];
      const items = itemsOf(field.type);
      const object = objectIn(field.type);
      if (items) return depth === 3 && !isNode(type) ? [`${field.name}(first: 2) { nodes { __typename } }`] : [];
      if (!object) return [field.name];
      if (depth === 0) return [];
      if (!isNode(object)) return [`${field.name} { __typename ${selectionOf(object, depth - 1)} }`];
      const names = Object.values<Field>(object.getFields()).filter(({ name }) =>
        /^(id|zoomId|email|.*name)$/i.test(name),
      );
      return [`${field.name} { ${names.map(({ name }) => name).join(' ')} }`];
    })
    .join(' ');

interface Query {
  readonly document: DocumentNode;
  /** The names that lead to the objects of the type. */
  readonly way: readonly string[];
  readonly type: GraphQLObjectType;
  /** The operations whose fields the objects show. */
  readonly shown: ReadonlySet<Endpoint>;
}
/** The operations that tell of the entities of a type one by one. */
const getOf = (type: GraphQLObjectType) => entityTypeOf(schema, type.name)?.get ?? [];
/** The types that are read by an operation one by one. */
const readBy = ({ method, path }: Endpoint): readonly string[] =>
  [...entityTypes(schema).values()].flatMap(({ get, name }) =>
    get?.method === method && get.path === path ? name : [],
  );
/** Not the single GET of other things, of which the objects of the type are parts. */
const isNotOfOthers =
  ({ name }: GraphQLObjectType) =>
  (endpoint: Endpoint): boolean => {
    const others = readBy(endpoint);
    return others.length === 0 || others.includes(name);
  };
const queryFor = (way: Way, type: GraphQLObjectType, field: Field): Query => {
  const lists = way.filter(({ isList }) => isList).length;
  // Of the last list two things, so that one of them is as it should be.
  const firsts = Array.from({ length: lists }, (_, i) => (i === lists - 1 ? 2 : 1));
  return {
    document: parse(`{ ${along(way, `__typename ${selectionOf(type)}`, firsts)} }`),
    way: way.flatMap(({ name, isList }) => (isList ? [name, 'nodes'] : [name])),
    type,
    shown: new Set(
      [extensionsOf(field)?.fetches ? endpointsOf(field).filter(isNotOfOthers(type)) : [], getOf(type)].flat(),
    ),
  };
};
/** A query for every field that leads to objects, along one way. That the forms for sub accounts are alike, others see to. */
const queriesFrom = (root: GraphQLObjectType): readonly Query[] => {
  const byField = new Map<Field, Query>();
  for (const [type, ways] of waysFrom(root))
    for (const way of ways) {
      let [of, field]: [GraphQLObjectType, Field | undefined] = [root, undefined];
      for (const { name } of way) {
        field = of.getFields()[name];
        of = (field && (itemsOf(field.type) ?? objectIn(field.type))) ?? of;
      }
      const isAsked = way.every(({ name }) => name !== 'subAccounts' && name !== 'rateLimit');
      if (field && isAsked && !byField.has(field)) byField.set(field, queryFor(way, type, field));
    }
  return [...byField.values()];
};
/** A query for each entity by its global id. */
const nodeQueries: readonly Query[] = [...entityTypes(schema).values()].flatMap((entity) => {
  const type = schema.getType(entity.name) as GraphQLObjectType;
  const key = keyText(
    Object.fromEntries(Object.keys(entity.key).map((name) => [name, name === 'type' ? 'live' : 'an-id'])),
  );
  const text = `{ node(id: "${globalIdFor(entity.name, key)}") { ... on ${entity.name} { ${selectionOf(type)} } } }`;
  return entity.get ? [{ document: parse(text), way: ['node'], type, shown: new Set([entity.get]) }] : [];
});
const queries = [...queriesFrom(schema.getQueryType() as GraphQLObjectType), ...nodeQueries];

const run = async (zoom: HostileZoom, { document }: Pick<Query, 'document'>, variableValues = {}) => {
  const session = createSession({ principal: 'test', permissions: Permissions.all, zoom });
  const contextValue = createContext(session, requestContext());
  const result = await executePlanned({ schema, document, contextValue, variableValues });
  if (!result) throw new Error('The query is not one that can be planned.');
  return result;
};

const rootOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? rootOf(error.originalError) : error;
/** What is wrong with an error, if it is not one that a client should see. */
const unfit = (error: GraphQLError): string[] => {
  const cause = rootOf(error);
  if (cause instanceof InputError) return [];
  const isPlain = /^Zoom (sent|has no|made the change, but did not answer with) /.test(error.message);
  return cause instanceof ZoomError && isPlain
    ? []
    : [`${error.path?.join('.')}: ${error.message} ${(cause as Error)?.stack?.split('\n')[1]}`];
};

/** The objects at the end of a way, with lists opened. */
const at = (data: unknown, way: readonly string[]): unknown[] =>
  way.reduce<unknown[]>((all, name) => all.flatMap((one) => (isRaw(one) ? one[name] : [])).flat(), [data]);

/** The name of the field that shows a key of the shape behind a type. */
const shownAs = ({ extensions }: GraphQLObjectType, key: string): string => {
  const of = (extensions.shape ?? (extensions.entity as EntityType | undefined)?.shape) as Shape | undefined;
  return of ? fieldNameIn(of, key) : fieldName(key);
};

/** The fields that show something else than before, though nothing was put in the place of what they show. */
const lost = (
  type: GraphQLObjectType,
  before: unknown,
  now: unknown,
  hits: readonly Path[],
  path: string,
): string[] => {
  if (!isRaw(before)) return [];
  if (!isRaw(now)) return [`${path} is ${JSON.stringify(now)}.`];
  return Object.values<Field>(type.getFields()).flatMap((field): string[] => {
    const requires = extensionsOf(field)?.requires ?? [];
    const object = objectIn(field.type);
    const [own] = requires;
    if (requires.length !== 1 || own === undefined || shownAs(type, own) !== field.name || (object && isNode(object)))
      return [];
    const [was, is] = [before[field.name], now[field.name]];
    const here = `${path}.${field.name}`;
    const within = belowOf(hits, own);
    if (within.length === 0)
      return isDeepStrictEqual(was, is) || hasEdges(object)
        ? []
        : [`${here} was ${JSON.stringify(was)}, and is ${JSON.stringify(is)}.`];
    if (!object || within.some(isHere)) return [];
    if (!Array.isArray(was)) return lost(object, was, is, within, here);
    const deeper = within.map(([, ...rest]) => rest);
    return deeper.some(isHere) ? [] : lost(object, was[0], Array.isArray(is) ? is[0] : is, deeper, here);
  });
};
const isHere = (path: Path): boolean => path.length === 0;
/** The paths that go on from a key, from there. */
const belowOf = (paths: readonly Path[], key: string): readonly Path[] =>
  paths.flatMap(([at, ...rest]) => (at === key ? [rest] : []));
/** Whether what is below hangs on more than what stands in the object. */
const hasEdges = (type: GraphQLObjectType | undefined): boolean =>
  type !== undefined &&
  Object.values<Field>(type.getFields()).some((field) => {
    const object = objectIn(field.type);
    return object !== undefined && (isNode(object) || (isObjectType(object) && hasEdges(object)));
  });

/** The fields on which hangs which thing an object is, and so all that it shows. */
const keysOf = (type: GraphQLObjectType): ReadonlySet<unknown> => {
  const entity = entityTypeOf(schema, type.name);
  return new Set(entity ? [...Object.values(entity.key).flat(), ...entity.aliases] : []);
};

/** Keys on which more hangs than what is shown under their name. */
const HANGS_ON: Readonly<Record<string, string>> = {
  // Zoom has one list where the graph has two: it says which of them an item is in.
  'GET /report/users/{userId}/meetings': 'type',
  // `siteId` shows its id.
  'GET /phone/users': 'site',
};

const told = (hits: readonly Hit[]): string =>
  hits.map(({ path, value }) => `${path.join('.')} = ${JSON.stringify(value)}`).join(', ');
/** What is put at the first place, the next value at the next one, and so on: all of them, another time. */
const SEED = Number(process.env.SEED ?? 0);

/** What a query answers where nothing is hit, and the operations that it calls. */
type Plain = Awaited<ReturnType<typeof run>> & { readonly called: ReadonlySet<Endpoint> };
const lengthOf = ({ document }: Query): number => document.loc?.end ?? 0;
const plains = new Map<Query, Plain>();
const hit = new Set<Endpoint>();
/** Where something is put into what an operation answers: in a query that shows its fields, and in the shortest that makes the call on its way. */
const placesOf = new Map<Endpoint, readonly Query[]>();
beforeAll(async () => {
  const callers = new Map<Endpoint, Query[]>();
  for (const query of queries) {
    const zoom = new HostileZoom();
    plains.set(query, { ...(await run(zoom, query)), called: zoom.called });
    for (const endpoint of zoom.called) callers.set(endpoint, [...(callers.get(endpoint) ?? []), query]);
  }
  for (const [endpoint, all] of callers) {
    const shows = all.filter(({ shown }) => shown.has(endpoint));
    const passes = all.filter((query) => !shows.includes(query)).sort((a, b) => lengthOf(a) - lengthOf(b));
    placesOf.set(endpoint, [...shows.slice(0, passes.length === 0 ? 2 : 1), ...passes].slice(0, 2));
  }
});

test.each(queries.map((query) => [`${query.way.join(' ')}: ${query.type.name}`, query] as const))(
  '%s',
  async (_, query) => {
    const plain = plains.get(query);
    expect((plain?.errors ?? []).flatMap(unfit)).toEqual([]);
    const before = at(plain?.data, query.way);
    const zoom = new HostileZoom();
    const problems: string[] = [];
    for (const endpoint of plain?.called ?? []) {
      const place = placesOf.get(endpoint)?.indexOf(query) ?? -1;
      if (!endpoint.of || place < 0) continue;
      hit.add(endpoint);
      const [item] = thingsOf(endpoint);
      const hits = pathsIn(item).flatMap((path, i) =>
        // A whole answer in the place of which something else stands is the client's business.
        path.length === 0 && !isList(endpoint) ? [] : { path, value: HOSTILE[(SEED + i + 3 * place) % HOSTILE.length] },
      );
      /** Where all that is shown may be of something else. */
      const isOther = ({ length, 0: key }: Path) =>
        length === 0 ||
        keysOf(query.type).has(key) ||
        (isList(endpoint) && key === endpoint.window?.at) ||
        HANGS_ON[nameOf(endpoint)] === key;
      const strike = async (some: readonly Hit[]): Promise<readonly string[]> => {
        [zoom.hit, zoom.hits] = [endpoint, some];
        const { data, errors = [] } = await run(zoom, query);
        const now = at(data, query.way);
        // Behind one that takes all away, nobody sees what comes of the others.
        if (some.length > 1 && now.filter(isRaw).length < before.filter(isRaw).length) {
          const half = Math.ceil(some.length / 2);
          return [...(await strike(some.slice(0, half))), ...(await strike(some.slice(half)))];
        }
        const wrong = errors.flatMap(unfit);
        const paths = some.map(({ path }) => path);
        if (query.shown.has(endpoint) && !paths.some(isOther))
          for (const [at, was] of before.entries())
            wrong.push(...lost(query.type, was, now[at], paths, query.type.name));
        return wrong.map((problem) => `${nameOf(endpoint)} ${told(some)}: ${problem}`);
      };
      for (const some of together(hits, (path) => isOther(path) || SHOWN_TOGETHER.has(path.at(-1))))
        problems.push(...(await strike(some)));
    }
    expect(problems.join('\n')).toBe('');
  },
);

/** The mutations whose operations answer something, each with an input of which every leaf is filled. */
const writes = Object.values<Field>(schema.getMutationType()?.getFields() ?? {}).flatMap((field) => {
  const [endpoint] = endpointsOf(field);
  const input = getNamedType(field.args[0]?.type);
  const payload = objectIn(field.type);
  if (!endpoint?.of || !payload || !isInputObjectType(input) || isForm(endpoint.body)) return [];
  const ids = Object.fromEntries([...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, 'an-id']));
  const { given } = inputBy(endpoint, partsOf(endpoint, input), ids);
  const text = `mutation ($input: ${input.name}!) { ${field.name}(input: $input) { __typename ${selectionOf(payload)} } }`;
  return [{ name: field.name, endpoint, of: endpoint.of, document: parse(text), variables: { input: given } }];
});

test.each(writes.map((write) => [write.name, write] as const))(
  'whatever Zoom answers to %s, it has been made',
  async (name, { endpoint, of, document, variables }) => {
    const zoom = new HostileZoom();
    const plain = await run(zoom, { document }, variables);
    expect((plain.errors ?? []).flatMap(unfit)).toEqual([]);
    const problems: string[] = [];
    const hits = pathsIn(filled(of)).flatMap((path, i) =>
      // A whole answer in the place of which something else stands is the client's business.
      path.length === 0 ? [] : { path, value: HOSTILE[(SEED + i) % HOSTILE.length] },
    );
    for (const some of together(hits, (path) => SHOWN_TOGETHER.has(path.at(-1)))) {
      [zoom.hit, zoom.hits] = [endpoint, some];
      const { data, errors = [] } = await run(zoom, { document }, variables);
      const wrong = errors.flatMap(unfit);
      if (!isRaw(data?.[name])) wrong.push('its payload is gone.');
      problems.push(...wrong.map((problem) => `${told(some)}: ${problem}`));
    }
    expect(problems.join('\n')).toBe('');
  },
);

test('every operation that answers something has been hit', () => {
  const reads = queries.flatMap(({ shown }) => [...shown]).filter(({ of }) => of);
  const open = reads.filter((endpoint) => ownAccountEndpoint(endpoint) === endpoint && !hit.has(endpoint));
  // Its list comes whole, at the cost of this one.
  expect([...new Set(open.map(nameOf))]).toEqual(['GET /information_barriers/policies/{policyId}']);
});
