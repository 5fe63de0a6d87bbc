/**
 * Walks all that can be reached below a sub account: from the account itself and from a thing of each type by its global id, over a
 * Zoom that answers every GET with all that it can answer, down to the next things with an identity.
 */
import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isRequiredArgument,
} from 'graphql';
import { z } from 'zod';
import { entityTypes, globalIdFor } from '../../schema/types/global-id.ts';
import { today } from '../../src/zoom/declare/days.ts';
import { declared, type Endpoint, nameOf } from '../../src/zoom/declare/endpoint.ts';
import { type EntityType, fieldsIn, isDayOf, type KeyPart } from '../../src/zoom/declare/entity.ts';
import { bare, metaOf, type Shape } from '../../src/zoom/declare/shape.ts';
import { type Received, stub } from '../stub.ts';
import { filled } from './fill.ts';
import { BESIDE, type Field, isNode, itemsOf, objectIn, toldTo } from './graph.ts';

/** What Zoom calls all things that are made up here. */
export const KEY = 'k7';

/** The global id of a made-up thing of an account, the own one unless said. */
export const madeUpId = (type: EntityType, accountId?: string): string => {
  const { name, key, foundIn } = type;
  const [place = {}, ...others] = foundIn.map((carrier) => carrier.place ?? {});
  const placed = [place, ...others].every((one) => Object.keys(one).length > 0) ? place : {};
  const partOf = ([part, from]: [string, KeyPart]) => encodeURIComponent(placed[part] ?? madeUpPart(type, from));
  const parts = key.accountId ? [accountId ?? 'me'] : Object.entries(key).map(partOf);
  const all = accountId === undefined || key.accountId ? parts : [accountId, ...parts];
  return globalIdFor(name, all.join(','));
};

/** By its number, if it has one. */
const madeUpPart = ({ shape, get }: EntityType, part: KeyPart): string => {
  if (isDayOf(part)) return today();
  const [field = ''] = fieldsIn(part);
  const type = shape.shape[field];
  // What only lists have is found by what they tell of it.
  const isTold = type && (metaOf(type).isNumber || (!get && !KEYS.test(field)));
  return isTold ? String(filled(z.object({ [field]: type as z.ZodType }))[field]) : KEY;
};

const operations = new Map<string, Endpoint>();
/** The declared operation that a call is of: the one whose path has the fewest parameters. */
export const operationOf = ({ method, path }: Pick<Received, 'method' | 'path'>): Endpoint | undefined => {
  const known = operations.get(`${method} ${path}`);
  if (known) return known;
  const [found] = declared()
    .filter((one) => one.method === method && patternOf(one.path).test(path))
    .sort((a, b) => namesIn(a.path) - namesIn(b.path));
  if (found) operations.set(`${method} ${path}`, found);
  return found;
};
const patterns = new Map<string, RegExp>();
const patternOf = (path: string): RegExp => {
  const pattern = patterns.get(path) ?? new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
  patterns.set(path, pattern);
  return pattern;
};
const namesIn = (path: string) => path.split('{').length;

/** A call as stubs note it, such as "GET /users?page_size=30", with the operation that it is of. Throws where none is declared. */
export const callIn = (text: string) => {
  const [, method = '', path = '', query = ''] = /^(\w+) ([^?]*)\??(.*)$/.exec(text) ?? [];
  const operation = operationOf({ method, path });
  if (!operation) throw new Error(`${text} is of no declared operation.`);
  return { operation, query: new URLSearchParams(query) };
};
/** The name of a call's operation. */
export const operationIn = (text: string): string => nameOf(callIn(text).operation);

/** The fields that may be the key of an item. */
const KEYS = /^(\w+_)?(uu)?id$/;

/** The places of these: those of the object itself, and of what it lists where that is what it tells of. */
const idsIn = ({ shape }: Shape, tellsOfItems: boolean, at = ''): readonly string[] =>
  Object.entries(shape).flatMap(([key, type]) => {
    const within = bare(type);
    if (within instanceof z.ZodString) return KEYS.test(key) ? [at + key] : [];
    const item = within instanceof z.ZodArray && bare(within.element as z.ZodType);
    return tellsOfItems && item instanceof z.ZodObject ? idsIn(item, false, `${at}${key}.0.`) : [];
  });

const answers = new WeakMap<Endpoint, { readonly day: string; readonly answer: unknown }>();
/** What Zoom can answer at most: every field that it knows, one of each list, of today. The same object on the same day. */
export const answerTo = (endpoint: Endpoint): unknown => {
  const day = today();
  const known = answers.get(endpoint);
  if (known?.day === day) return known.answer;
  const answer = fullAnswer(endpoint, `${day}T00:00:00Z`);
  answers.set(endpoint, { day, answer });
  return answer;
};
const fullAnswer = ({ path, of, items, window }: Endpoint, at: string): unknown => {
  if (!of) return {};
  const ids = idsIn(of, true);
  const item = filled(of, {
    ...Object.fromEntries(ids.map((key) => [key, KEY])),
    // The list within the answer of a room has a page of its own.
    'past_meetings.next_page_token': '',
    ...(window && { [window.at]: at, [window.by ?? window.at]: at }),
  });
  if (items === undefined) return item;
  if (items === '') return [item];
  const list = items.split('.').reduceRight<unknown>((within, name) => ({ [name]: within }), [item]);
  const beside = Object.fromEntries((BESIDE[path] ?? []).map((name) => [name, [item]]));
  return { page_count: 1, total_records: 1, ...beside, ...(list as object) };
};

/** A Zoom that has everything. What it is asked to change it has changed; `instead` says what it answers to an operation otherwise. */
export const startPlenty = (env: Record<string, string> = {}) => {
  const instead = new Map<string, (call: Received) => unknown>();
  const answer = (call: Received) => {
    const operation = operationOf(call);
    if (!operation) return undefined;
    const other = instead.get(nameOf(operation));
    return other ? other(call) : answerTo(operation);
  };
  const table = new Proxy({}, { get: () => answer });
  return { ...stub(table, { share: 1000, env: { MAX_DEPTH: '30', MAX_TOKENS: '20000', ...env } }), instead };
};

/** A query of one field of a thing, or of all its leaves. */
export interface Walk {
  readonly coordinate: string;
  readonly text: string;
}

/** The queries that select everything of a type, from where one thing of it is found by `root`. */
export const walksFrom = (type: GraphQLObjectType, root: string): readonly Walk[] => {
  const fields = Object.values<Field>(type.getFields());
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type)));
  return [
    {
      coordinate: type.name,
      text: `{ ${root} { ... on ${type.name} { ${leaves.map(({ name }) => name).join(' ')} } } }`,
    },
    ...fields
      .filter((field) => !isLeafType(getNamedType(field.type)))
      .map((field) => ({
        coordinate: `${type.name}.${field.name}`,
        text: `{ ${root} { ... on ${type.name} { ${selected(field, `${type.name}.${field.name}`, new Set())} } } }`,
      })),
  ];
};

/** Everything below a field, but for what has an identity: of that, its id. */
const selected = (field: Field, coordinate: string, seen: Set<string>): string => {
  const args = toldTo(field);
  const given = args && `(${args})`;
  const items = itemsOf(field.type);
  const of = items ?? objectIn(field.type);
  // Of one of several types, what each of them has: an identity.
  if (isAbstractType(getNamedType(field.type))) return `${field.name} { __typename ... on Node { id } }`;
  if (!of) return field.args.some(isRequiredArgument) ? '' : field.name;
  if (seen.has(coordinate)) return '';
  seen.add(coordinate);
  const within = isNode(of)
    ? 'id'
    : [
        '__typename',
        ...Object.values<Field>(of.getFields()).map((one) => selected(one, `${of.name}.${one.name}`, seen)),
      ].join(' ');
  return items ? `${field.name}${given} { totalCount nodes { ${within} } }` : `${field.name}${given} { ${within} }`;
};

/** The types of things, with how one of a sub account is found. */
export const rootsIn = (schema: GraphQLSchema, accountId: string): readonly (readonly [GraphQLObjectType, string])[] =>
  [...entityTypes(schema).values()].map((type) => [
    schema.getType(type.name) as GraphQLObjectType,
    type.key.accountId ? `account(id: "${accountId}")` : `node(id: "${madeUpId(type, accountId)}")`,
  ]);
