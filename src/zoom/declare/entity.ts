/**
 * Entities: what has an identity at Zoom, as a declaration. An `EntityType` says how its key is read out of an answer, which
 * endpoint fetches one, and which lists carry it.
 */
import type { z } from 'zod';
import { once } from '../../engine/once.ts';
import type { Endpoint, ListEndpoint } from './endpoint.ts';
import { keysOf, metaOf, type Shape } from './shape.ts';

/** The value of a key's part is not in the item but in the path of the list that holds it, or in the filter by which it was listed. */
export const fromPath = Symbol('from the path');
/** The day of a time in the item: what Zoom lists by days alone is found again by its day. */
export interface DayOf {
  readonly dayOf: string;
}
export const dayOf = (field: string): DayOf => ({ dayOf: field });
/** Stands for the day of an item that has no time; such a one is not found again. */
export const NO_DAY = '-';
/** Where the value of a key's part comes from. */
export type KeyPart = string | readonly string[] | typeof fromPath | DayOf;
export const isDayOf = (part: KeyPart): part is DayOf => typeof part === 'object' && 'dayOf' in part;
/** The fields of an item that hold the value of a key's part. */
export const fieldsIn = (part: KeyPart): readonly string[] =>
  part === fromPath ? [] : typeof part === 'string' ? [part] : isDayOf(part) ? [part.dayOf] : part;
type Raw = Readonly<Record<string, unknown>>;

/** A list that carries an entity, with the known fields that fill its path, by parameter: `{ userId: 'host_id' }`. */
export interface Carrier {
  readonly list: ListEndpoint;
  readonly path?: Readonly<Record<string, string>>;
  /** Filters under which the list is read, one after another, until all are found; by default without any. */
  readonly queries?: readonly Raw[];
  /** Parts of the key that are the same for all items of this list, and for none of another. */
  readonly place?: Readonly<Record<string, string>>;
}

export interface EntityType<T = unknown> {
  readonly name: string;
  /** Every field that any endpoint gives of it. */
  readonly shape: Shape;
  /**
   * For each path parameter of `get`, the field that holds its value; of several, the first that is not empty. A part that
   * is in no path is one of the query: the same meeting may be read as a live and as a past one.
   */
  readonly key: Readonly<Record<string, KeyPart>>;
  /** Whether a value only stands for the key: `me`, an email, a meeting's number for its latest run. */
  readonly isAlias: (value: string) => boolean;
  /** Whether any value does. */
  readonly goesByAlias: boolean;
  /** The fields that hold what may stand for the key (a user's email). */
  readonly aliases: readonly string[];
  /** The fields that edges show wherever they lead to one: what was told of them serves the edges of later requests, too (shared-cache.ts). */
  readonly cached: readonly string[];
  readonly get?: Endpoint;
  /** The field that names the user whose day counts the writes of one (`perHost`). */
  readonly host?: string;
  /** What `get` must be sent whatever is wanted, such as days of which the entity itself does not depend. */
  readonly query: () => Raw;
  readonly foundIn: readonly Carrier[];
  /** An item of a list is all that there is of one: what it does not hold is null, and nothing else is read for it. */
  readonly isRow: boolean;
  /** Only carries the type of the fields. */
  readonly fields?: T;
}

interface Declaration<S extends Shape> {
  shape: S;
  key: EntityType['key'];
  isAlias?: EntityType['isAlias'];
  aliases?: readonly string[];
  cached?: readonly (keyof z.infer<S> & string)[];
  get?: Endpoint;
  host?: keyof z.infer<S> & string;
  query?: () => Raw;
  foundIn?: readonly (ListEndpoint | Carrier)[];
  isRow?: true;
}

/** Declares an entity type; its name is that of its GraphQL type. */
export const entity = <S extends Shape>(name: string, declared: Declaration<S>): EntityType<z.infer<S>> => {
  const type = entityOf(name, declared);
  types.push(type);
  return type;
};
const types: EntityType[] = [];
/** Every entity type declared in the modules that have been loaded. */
export const declaredEntities = (): readonly EntityType[] => types;
const entityOf = <S extends Shape>(name: string, declared: Declaration<S>): EntityType<z.infer<S>> => ({
  name,
  shape: declared.shape,
  key: declared.key,
  isAlias: declared.isAlias ?? (() => false),
  goesByAlias: declared.isAlias !== undefined,
  aliases: declared.aliases ?? [],
  cached: declared.cached ?? [],
  get: declared.get,
  host: declared.host,
  query: declared.query ?? (() => ({})),
  foundIn: (declared.foundIn ?? []).map((found) => ('list' in found ? found : { list: found })),
  isRow: declared.isRow ?? false,
});

/** The parts of a key that a list gives all of its items. */
export const placeBy = ({ foundIn }: EntityType, list: ListEndpoint): Readonly<Record<string, string>> =>
  foundIn.find((carrier) => carrier.list === list)?.place ?? {};

/** Whether a thing of this key is in the list of a carrier, as far as its place says. */
export const isPlacedIn = (
  { foundIn }: EntityType,
  carrier: Carrier,
  params: Readonly<Record<string, string>>,
): boolean => {
  const holds = ({ place = {} }: Carrier) => Object.entries(place).every(([name, value]) => params[name] === value);
  const placed = foundIn.find((one) => one.place && holds(one));
  return placed ? placed === carrier : !carrier.place;
};

/** Whether a thing goes by a number, as meetings do: as its key, or as what may stand for that. */
export const goesByNumber = ({ key, shape, isAlias }: EntityType): boolean => {
  const last = Object.values(key).at(-1);
  return fieldsIn(last ?? []).some((field) => metaOf(shape.shape[field]).isNumber) || isAlias('1');
};

/**
 * The query that asks for what an endpoint sends only on request, of the fields wanted. Where two fields want other values of
 * one parameter, Zoom takes but one: the first is asked for, the other stays unknown.
 */
export const asking = (endpoint: Endpoint, wanted: Iterable<string> = []): Readonly<Record<string, string>> => {
  const query: Record<string, string> = {};
  for (const field of wanted)
    for (const [name, value] of Object.entries(endpoint.onRequest?.[field] ?? {})) query[name] ??= value;
  return query;
};

/** Stands among the fields of a thing for what Zoom sent of it as a whole: every answer that tells of it carries that. */
export const ANSWER = '*';
/** The fields of a shape, and what is sent as a whole. */
export const wholeOf = once((of: Shape): ReadonlySet<string> => new Set(keysOf(of)).add(ANSWER));

/**
 * The fields that an endpoint's answer carries: those of its shape, less what it sends only on request and was not asked for; and itself
 * as a whole.
 */
export const carried = (endpoint: Endpoint, wanted?: Iterable<string>): ReadonlySet<string> => {
  if (!endpoint.of) return new Set();
  const { onRequest } = endpoint;
  if (!onRequest) return wholeOf(endpoint.of);
  const asked = asking(endpoint, wanted);
  const all = carriers.get(endpoint) ?? new Map<string, ReadonlySet<string>>();
  carriers.set(endpoint, all);
  const name = JSON.stringify(asked);
  const isAsked = (query: object = {}) => Object.entries(query).every(([param, value]) => asked[param] === value);
  const keys = all.get(name) ?? new Set([...wholeOf(endpoint.of)].filter((key) => isAsked(onRequest[key])));
  all.set(name, keys);
  return keys;
};
/** The fields that an item of a list tells of an entity. */
export const toldBy = (type: EntityType, list: Endpoint, wanted?: Iterable<string>): ReadonlySet<string> =>
  type.isRow ? wholeOf(type.shape) : carried(list, wanted);
/** What endpoints carry, by what they were asked for: a few words of each endpoint. */
const carriers = new WeakMap<Endpoint, Map<string, ReadonlySet<string>>>();
