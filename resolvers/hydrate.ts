/**
 * Hydration: making known the fields that a tick found missing. Zoom cannot get many by id, but its lists carry up to 300 at
 * once; so for each group of entities the cheaper way is taken, and what a list did not bring is fetched singly.
 */
import { ZoomError } from '../src/zoom/client.ts';
import { type Args, type Endpoint, type Label, type ListEndpoint, productOf } from '../src/zoom/endpoint.ts';
import { asking, type Carrier, carried, type Entity, type EntityType, type Params } from './entity.ts';
import { type ListRef, listKey, pagesFrom } from './pages.ts';
import type { Store, Want } from './store.ts';

/** What one call costs, in LIGHT calls: the inverse of what the Pro plan allows a second (zoom-behaviour 2.1, 8.1). */
const COST: Record<'core' | 'phone', Record<Label, number>> = {
  core: { LIGHT: 1, MEDIUM: 1.5, HEAVY: 3, RESOURCE_INTENSIVE: 180 },
  phone: { LIGHT: 1, MEDIUM: 2, HEAVY: 4, RESOURCE_INTENSIVE: 240 },
};
const costOf = (endpoint: Endpoint): number => COST[productOf(endpoint)][endpoint.limit];
/** A list of unknown size is tried only for this many wanted or more: its first page tells the size, and may be for nothing. */
const WORTH_A_LOOK = 4;

type Missing = Map<Entity, Set<string>>;

/** Answers each want with undefined once its fields are known, or with the error that kept them unknown. */
export const hydrate = async (
  store: Store,
  type: EntityType,
  wants: readonly Want[],
): Promise<(undefined | Error)[]> => {
  const missing: Missing = new Map();
  for (const { entity, fields } of wants) {
    const known = missing.get(entity) ?? new Set();
    for (const field of fields) if (!entity.has(field)) known.add(field);
    missing.set(entity, known);
  }
  const failed = new Map<Entity, Error>();
  for (const group of groupsOf(store, type, missing)) {
    try {
      await walk(store, type, group);
    } catch (error) {
      // Zoom may refuse the list and still give the single ones (another scope); without a single GET there is no other way.
      for (const entity of group.wanted.keys()) if (!type.get) failed.set(entity, asError(error));
      if (error instanceof ZoomError && (error.kind === 'ABORTED' || error.kind === 'TIMEOUT'))
        for (const entity of group.wanted.keys()) failed.set(entity, error);
    }
  }
  await Promise.all(
    [...missing].map(async ([entity, fields]) => {
      if (failed.has(entity) || isKnown(entity, fields)) return;
      try {
        await single(store, type, entity, fields);
      } catch (error) {
        failed.set(entity, asError(error));
      }
    }),
  );
  return wants.map(({ entity }) => failed.get(entity));
};

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
const isKnown = (entity: Entity, fields: Iterable<string>): boolean => [...fields].every((field) => entity.has(field));

const single = async (store: Store, type: EntityType, entity: Entity, fields: Set<string>): Promise<void> => {
  const { get } = type;
  if (!get) throw new ZoomError('NOT_FOUND', `Zoom has no ${type.name} ${entity.zoomId}.`);
  const args = { path: entity.params, also: asking(get, fields) } as Args<Endpoint>;
  const answer = await store.read<Endpoint>(get, args);
  store.put(entity, (answer ?? {}) as object, carried(get, fields));
  // What no source carries for this entity (a field of lists alone, of one that is in no list) is none.
  const rest = [...fields].filter((field) => !entity.has(field));
  if (rest.length > 0) store.put(entity, {}, new Set(rest));
};

interface Group extends ListRef {
  readonly queries: NonNullable<Carrier['queries']>;
  readonly wanted: Missing;
  /** What the entities that the list will not bring cost each; undefined where no single GET exists. */
  readonly instead: number | undefined;
}

/** The lists worth reading, each with the entities that are looked for in it. An entity stands in one group at most. */
const groupsOf = (store: Store, type: EntityType, missing: Missing): Group[] => {
  const groups: Group[] = [];
  const open = new Map(missing);
  for (const carrier of type.foundIn) {
    const byPath = new Map<string, { path: Params; wanted: Missing }>();
    for (const [entity, fields] of open) {
      const path = isWithin(fields, carrier.list) ? pathIn(carrier, entity) : undefined;
      if (!path) continue;
      const group = byPath.get(JSON.stringify(path)) ?? { path, wanted: new Map() };
      group.wanted.set(entity, fields);
      byPath.set(JSON.stringify(path), group);
    }
    for (const { path, wanted } of byPath.values()) {
      const fields = new Set([...wanted.values()].flatMap((set) => [...set]));
      const { get } = type;
      const onlyHere = !get || [...fields].some((field) => !carried(get, fields).has(field));
      const group: Group = {
        list: carrier.list,
        path,
        query: asking(carrier.list, fields),
        queries: carrier.queries ?? [{}],
        wanted,
        instead: onlyHere ? undefined : costOf(get),
      };
      if (!isWorth(store, group)) continue;
      groups.push(group);
      for (const entity of wanted.keys()) open.delete(entity);
    }
  }
  return groups;
};

const isWithin = (fields: Set<string>, list: ListEndpoint): boolean => {
  const keys = carried(list, fields);
  return [...fields].every((field) => keys.has(field));
};

/** The path of the list that would carry this entity; undefined where a part of it is not known. */
const pathIn = ({ list, path = {} }: Carrier, entity: Entity): Params | undefined => {
  const params: Record<string, string> = {};
  for (const [, name = ''] of list.path.matchAll(/\{(\w+)\}/g)) {
    const field = path[name];
    const value = field === undefined ? entity.params[name] : entity.get(field);
    if (value === undefined || value === null) return undefined;
    params[name] = String(value);
  }
  return params;
};

const isWorth = (store: Store, group: Group): boolean => {
  if (group.instead === undefined) return true;
  const { list, wanted } = group;
  const total = list.paging.by === 'whole' ? 1 : store.totals.get(listKey(group));
  if (total === undefined) return wanted.size >= WORTH_A_LOOK;
  return pagesOf(list, total) * costOf(list) < wanted.size * group.instead;
};
const pagesOf = ({ paging }: ListEndpoint, items: number): number => Math.max(1, Math.ceil(items / paging.max));

/** Reads the list until all that is wanted was found, or the rest is cheaper singly. */
const walk = async (store: Store, type: EntityType, group: Group): Promise<void> => {
  const { list, path, wanted, instead } = group;
  const fields = new Set([...wanted.values()].flatMap((set) => [...set]));
  const keys = carried(list, fields);
  const params = Object.fromEntries(Object.entries(path).map(([name, value]) => [name, String(value)]));
  for (const query of group.queries) {
    let read = 0;
    for await (const page of pagesFrom(store, { list, path, query: { ...group.query, ...query } }, list.paging.max)) {
      for (const item of page.items) store.found(type, item, keys, params);
      read += page.items.length;
      const left = [...wanted].filter(([entity, missing]) => !isKnown(entity, missing)).length;
      if (left === 0) return;
      const ahead = page.total === undefined ? 1 : pagesOf(list, page.total - read);
      if (instead !== undefined && left * instead <= ahead * costOf(list)) return;
    }
  }
};
