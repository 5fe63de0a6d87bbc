/**
 * Hydration: making known the fields that a tick found missing. Zoom cannot get many by id, but its lists carry up to 300 at
 * once; so for each group of entities the cheaper way is taken, and what a list did not bring is fetched singly.
 */
import { type ErrorKind, ZoomError } from '../src/zoom/client/client.ts';
import type { Cause } from '../src/zoom/client/trace.ts';
import { type Args, type Endpoint, type Label, type ListEndpoint, productOf } from '../src/zoom/declare/endpoint.ts';
import { asking, type Carrier, carried, type EntityType } from '../src/zoom/declare/entity.ts';
import { keysOf } from '../src/zoom/declare/shape.ts';
import { forAccount, inSubAccount, scopeOf } from './account-scope.ts';
import { type Entity, type Params, queryOf, undeclaredKey } from './entity.ts';
import type { Hints } from './hints.ts';
import { isCached, type ListRef, listKey, pagesFrom, type Reader } from './pages.ts';

/** An entity and the fields of it that are wanted. */
export interface Want {
  readonly entity: Entity;
  readonly fields: Iterable<string>;
  /** What in the operation wants them, where that is traced. */
  readonly causes?: readonly Cause[];
}

/** What hydration needs of a request's store, which it feeds. */
export interface Hydration extends Reader, Hints {
  readonly totals: Reader['totals'];
  put(entity: Entity, answer: object, keys: ReadonlySet<string>): void;
  found<T>(type: EntityType<T>, item: object, keys: ReadonlySet<string>, path?: Params): Entity<T> | undefined;
  learn(
    type: EntityType,
    list: ListEndpoint,
    wanted: Iterable<string> | undefined,
    items: readonly Readonly<Record<string, unknown>>[],
  ): void;
  hasRoom(endpoint: Endpoint, calls: number): boolean;
  because<T>(wants: () => readonly Want[], work: () => T): T;
}

/** What one call costs, in LIGHT calls: the inverse of what the Pro plan allows a second (docs/zoom.md 2.1, 8.1). */
const COST: Record<'core' | 'phone', Record<Label, number>> = {
  core: { LIGHT: 1, MEDIUM: 1.5, HEAVY: 3, RESOURCE_INTENSIVE: 180 },
  phone: { LIGHT: 1, MEDIUM: 2, HEAVY: 4, RESOURCE_INTENSIVE: 240 },
};
export const costOf = (endpoint: Endpoint): number => COST[productOf(endpoint)][endpoint.limit];
/** A list of unknown size is tried only for this many wanted or more: its first page tells the size, and may be for nothing. */
export const WORTH_A_LOOK = 4;
/** What it counts to wait for one more page, in LIGHT calls. */
const WAIT = 1;

type Missing = Map<Entity, ReadonlySet<string>>;

/** Answers each want with undefined once its fields are known, or with the error that kept them unknown. */
export const hydrate = async (
  store: Hydration,
  type: EntityType,
  wants: readonly Want[],
): Promise<(undefined | Error)[]> => {
  const missing = new Map<Entity, Set<string>>();
  for (const { entity, fields } of wants) {
    const open = missing.get(entity) ?? new Set();
    for (const field of fields) if (!entity.has(field)) open.add(field);
    if (open.size > 0) missing.set(entity, open);
  }
  const failed = new Map<Entity, Error>();
  await Promise.all(
    groupsOf(store, type, missing).map(async (group) => {
      try {
        const wanting = () => wants.filter(({ entity }) => group.wanted.has(entity));
        await store.because(wanting, () => walk(store, type, group));
      } catch (error) {
        // Zoom may refuse the list and still give the single ones (another scope); what only the list has is lost.
        for (const [entity, fields] of group.wanted)
          if (isHopeless(error) || onlyListed(type, unknownOf(entity, fields)).size > 0)
            failed.set(entity, asError(error));
      }
    }),
  );
  await Promise.all(
    [...missing].map(async ([entity, fields]) => {
      const error = failed.get(entity);
      const lost = error ? onlyListed(type, fields) : new Set();
      const open = unknownOf(entity, fields).filter((field) => !lost.has(field));
      if (open.length === 0 || isHopeless(error)) return;
      try {
        const wanting = () => wants.filter((want) => want.entity === entity);
        await store.because(wanting, () => single(store, type, entity, open));
      } catch (error) {
        failed.set(entity, asError(error));
      }
    }),
  );
  return wants.map(({ entity, fields }) => (isKnown(entity, fields) ? undefined : failed.get(entity)));
};

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
const HOPELESS: ReadonlySet<ErrorKind> = new Set(['ABORTED', 'TIMEOUT', 'TOO_MANY_CALLS', 'UNAUTHENTICATED']);
/** Whether other calls of this request would fail for the same reason. */
const isHopeless = (error: unknown): boolean => error instanceof ZoomError && HOPELESS.has(error.kind);
const unknownOf = (entity: Entity, fields: Iterable<string>): string[] =>
  [...fields].filter((field) => !entity.has(field));
const isKnown = (entity: Entity, fields: Iterable<string>): boolean => unknownOf(entity, fields).length === 0;
/** Those of the fields that no single GET gives. */
export const onlyListed = ({ get }: EntityType, fields: Iterable<string>): Set<string> =>
  new Set([...fields].filter((field) => !get?.of || !keysOf(get.of).has(field)));

const single = async (store: Hydration, type: EntityType, entity: Entity, fields: readonly string[]): Promise<void> => {
  const { get } = type;
  if (!get) {
    const [carrier] = type.foundIn;
    if (carrier && !type.foundIn.some(({ list }) => isOffered(list, entity))) forAccount(carrier.list, entity.params);
    throw new ZoomError('NOT_FOUND', `Zoom has no ${type.name} ${entity.zoomId}.`);
  }
  const query = { ...type.query(), ...queryOf(get, entity.params) };
  const args = { path: entity.params, query, also: asking(get, fields) } as Args<Endpoint>;
  const answer = await store.read<Endpoint>(get, args, entity.mustVerify);
  store.put(entity, (answer ?? {}) as object, carried(get, fields));
  const rest = unknownOf(entity, fields);
  // Zoom takes one value of a parameter per call, so that fields which want different ones take a call each.
  const later = rest.filter((field) => carried(get, [field]).has(field));
  if (later.length > 0) return single(store, type, entity, [...new Set([...later, ...rest])]);
  // What no source carries for this entity (a field of lists alone, of one that is in no list) is none.
  if (rest.length > 0) store.put(entity, {}, new Set(rest));
};

interface Group extends ListRef {
  readonly queries: NonNullable<Carrier['queries']>;
  readonly wanted: Missing;
  /** What reads each of those that the list will not bring; undefined where nothing else has all that is wanted. */
  readonly instead: Endpoint | undefined;
  /** Some of what is wanted came undeclared before, so that it may not come again. */
  readonly isUndeclared: boolean;
  /** Whether twice as many single GETs could go out at once. */
  readonly hasRoom: boolean;
}

/** The lists worth reading, each with the entities that are looked for in it. An entity stands in one group at most. */
const groupsOf = (store: Hydration, type: EntityType, missing: Missing): Group[] => {
  const groups: Group[] = [];
  const open = new Map(missing);
  for (const carrier of type.foundIn) {
    // Nobody knows on which days of a list by days the entity would be found.
    if (carrier.list.window) continue;
    const byPath = new Map<string, Pick<Group, 'path' | 'query' | 'wanted' | 'isUndeclared'>>();
    for (const [entity, fields] of open) {
      const sought = soughtIn(type, carrier.list, fields, store);
      if (!sought || !isOffered(carrier.list, entity)) continue;
      const path = pathIn(carrier, entity);
      if (!path) continue;
      const { isUndeclared } = sought;
      const query = queryOf(carrier.list, entity.params);
      const name = JSON.stringify([path, query, asking(carrier.list, sought.fields), isUndeclared]);
      const group = byPath.get(name) ?? { path, query, wanted: new Map(), isUndeclared };
      group.wanted.set(entity, sought.fields);
      byPath.set(name, group);
    }
    for (const { path, query, wanted, isUndeclared } of byPath.values()) {
      const fields = new Set([...wanted.values()].flatMap((set) => [...set]));
      const { get } = type;
      const onlyHere = !get || onlyListed(type, fields).size > 0;
      const group: Group = {
        list: carrier.list,
        path,
        query: { ...query, ...asking(carrier.list, fields) },
        queries: carrier.queries ?? [{}],
        wanted,
        bypassCache: [...wanted.keys()].some(({ mustVerify }) => mustVerify),
        instead: onlyHere ? undefined : get,
        isUndeclared,
        hasRoom: get !== undefined && store.hasRoom(get, 2 * wanted.size),
      };
      if (!isWorth(store, group)) continue;
      groups.push(group);
      for (const entity of wanted.keys()) open.delete(entity);
    }
  }
  return groups;
};

interface Sought {
  readonly fields: ReadonlySet<string>;
  readonly isUndeclared: boolean;
}
/**
 * What is looked for in a list, of the fields that are missing: all of them, where it declares them or has held them before. What it
 * lacks, the single GET brings; it is then read for nothing but what the GET lacks.
 */
export const soughtIn = (
  type: EntityType,
  list: ListEndpoint,
  fields: ReadonlySet<string>,
  { undeclared }: Pick<Hints, 'undeclared'>,
): Sought | undefined => {
  const keys = carried(list, fields);
  if (isWithin(fields, keys)) return { fields, isUndeclared: false };
  const onlyHere = onlyListed(type, fields);
  // What comes undeclared may not come again: then the single GET has to bring it.
  if (undeclared.size > 0 && isWithin(onlyHere, keys) && isWithin(fields, heldBy(type, list, fields, undeclared)))
    return { fields, isUndeclared: true };
  const isHere = onlyHere.size > 0 && isWithin(onlyHere, carried(list, onlyHere));
  return isHere ? { fields: onlyHere, isUndeclared: false } : undefined;
};
/** What a list holds when it is asked for these fields: what it declares, and what came undeclared before. */
export const heldBy = (
  type: EntityType,
  list: ListEndpoint,
  fields: Iterable<string>,
  undeclared: Hints['undeclared'],
): ReadonlySet<string> =>
  new Set([...carried(list, fields), ...(undeclared.get(undeclaredKey(type, list, fields)) ?? [])]);
const isWithin = (fields: ReadonlySet<string>, keys: ReadonlySet<string>): boolean => {
  for (const field of fields) if (!keys.has(field)) return false;
  return true;
};

/** Whether Zoom has the list for the account that the entity belongs to. */
const isOffered = (list: ListEndpoint, { params }: Entity): boolean =>
  !scopeOf(params).accountId || inSubAccount(list) !== undefined;

/** The path of the list that would carry this entity; undefined where a part of it is not known. */
const pathIn = ({ list, path = {} }: Carrier, entity: Entity): Params | undefined => {
  const params: Record<string, string> = { ...scopeOf(entity.params) };
  for (const [, name = ''] of list.path.matchAll(/\{(\w+)\}/g)) {
    const field = path[name];
    const value = field === undefined ? entity.params[name] : entity.get(field);
    if (value === undefined || value === null) return undefined;
    params[name] = String(value);
  }
  return params;
};

const isWorth = (store: Hydration, group: Group): boolean => {
  const { list, wanted, instead, isUndeclared } = group;
  if (!instead) return true;
  const first = { ...group, query: { ...group.query, ...group.queries[0] } };
  if (isCached(store, first, list.paging.max)) return true;
  const total = list.paging.by === 'whole' ? 1 : store.totals.get(listKey(first));
  if ((total === undefined || isUndeclared) && wanted.size < WORTH_A_LOOK) return false;
  return total === undefined || beats(list, pagesOf(list, total), instead, wanted.size, group.hasRoom);
};

/**
 * Whether so many pages cost less than so many single GETs. Pages come one after another, single GETs side by side: where the
 * budget has room for these, each page behind the first also counts as the wait that it is. Where the rate binds, all wait for
 * the budget, and only calls count.
 */
const beats = (list: ListEndpoint, pages: number, get: Endpoint, singles: number, hasRoom: boolean): boolean =>
  singles > (hasRoom ? mostSingles : leastSingles)(list, pages, get);
/** So many single GETs are always made rather than read so many pages. */
export const leastSingles = (list: ListEndpoint, pages: number, get: Endpoint): number =>
  Math.floor((pages * costOf(list)) / costOf(get));
/** So many may be, where there is room for them. */
export const mostSingles = (list: ListEndpoint, pages: number, get: Endpoint): number =>
  Math.floor((pages * costOf(list) + (pages - 1) * WAIT) / costOf(get));
export const pagesOf = ({ paging }: ListEndpoint, items: number): number => Math.max(1, Math.ceil(items / paging.max));

/** Reads the list until all that is wanted was found, or the rest is cheaper singly. */
const walk = async (store: Hydration, type: EntityType, group: Group): Promise<void> => {
  const { list, path, wanted, bypassCache, instead, isUndeclared, hasRoom } = group;
  const fields = new Set([...wanted.values()].flatMap((set) => [...set]));
  const keys = carried(list, fields);
  const told = { ...group.query, ...path };
  const params = Object.fromEntries(Object.entries(told).map(([name, value]) => [name, String(value)]));
  let missing = [...wanted];
  let pages = 0;
  for (const query of group.queries) {
    let read = 0;
    const ref = { list, path, query: { ...group.query, ...query }, bypassCache };
    for await (const page of pagesFrom(store, ref, list.paging.max)) {
      store.learn(type, list, fields, page.items);
      for (const item of page.items) store.found(type, item, keys, params);
      read += page.items.length;
      missing = missing.filter(([entity, fields]) => !isKnown(entity, fields));
      if (missing.length === 0) return;
      // A total that is absent or already passed says nothing: as much may lie ahead as was read.
      const rest = (page.total ?? 0) - read;
      const ahead = pagesOf(list, rest > 0 ? rest : read);
      if (instead && !beats(list, ahead, instead, missing.length, hasRoom)) return;
      // What may not come again is waited for only while each page has saved what it cost.
      const saved = wanted.size - missing.length;
      pages++;
      if (instead && isUndeclared && saved * costOf(instead) < pages * costOf(list)) return;
    }
  }
};
