/** Hydration: making known the fields that a tick found missing, by the steps of a plan (plan.ts). What a list did not bring is read singly. */
import { type ErrorKind, ZoomError } from '../src/zoom/client/client.ts';
import type { Cause } from '../src/zoom/client/trace.ts';
import { type Args, type Endpoint, type ListEndpoint, paramsIn } from '../src/zoom/declare/endpoint.ts';
import {
  asking,
  type Carrier,
  carried,
  type EntityType,
  isDayOf,
  isPlacedIn,
  placeBy,
  toldBy,
} from '../src/zoom/declare/entity.ts';
import { forAccount, inSubAccount, scopeOf } from './account-scope.ts';
import { type Entity, type Params, queryOf } from './entity.ts';
import type { Hints } from './hints.ts';
import { isCached, listKey, pagesFrom, pagesOf, type Reader } from './pages.ts';
import {
  type Facts,
  isWorth,
  type ListStep,
  listsFor,
  type Missing,
  onlyListed,
  type Place,
  plan,
  roundsOf,
} from './plan.ts';
import { askedOn, isDay } from './windows.ts';

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

/** Answers each want with undefined once its fields are known, or with the error that kept them unknown. */
export const hydrate = async (
  store: Hydration,
  type: EntityType,
  wants: readonly Want[],
): Promise<(undefined | Error)[]> => {
  const open = new Map<Entity, Set<string>>();
  for (const { entity, fields } of wants) {
    const missing = open.get(entity) ?? new Set();
    for (const field of fields) if (!entity.has(field)) missing.add(field);
    if (missing.size > 0) open.set(entity, missing);
  }
  const missing = [...open].map(([entity, fields]) => new MissingEntity(entity, fields));
  const wanting = (some: (entity: Entity) => boolean) => () => wants.filter(({ entity }) => some(entity));
  const failed = new Map<Entity, Error>();

  const byList = async (step: ListStep<MissingEntity>): Promise<void> => {
    const entities = new Set([...step.sought.keys()].map(({ entity }) => entity));
    try {
      await store.because(
        wanting((entity) => entities.has(entity)),
        () => walk(store, type, step),
      );
    } catch (error) {
      // Zoom may refuse the list and still give the single ones (another scope); what only the list has is lost.
      for (const [{ entity }, fields] of step.sought)
        if (isHopeless(error) || onlyListed(type, unknownOf(entity, fields)).size > 0)
          failed.set(entity, asError(error));
    }
  };
  const planned = plan(type, missing, factsOf(store), listsFor(type, missing));
  const listSteps = planned.filter((step) => 'list' in step);
  if (listSteps.length > 0) await Promise.all(listSteps.map(byList));

  const bySingleGet = async (entity: Entity, fields: ReadonlySet<string>): Promise<void> => {
    const error = failed.get(entity);
    const lost = error ? onlyListed(type, fields) : new Set();
    const rest = [...fields].filter((field) => !lost.has(field));
    if (rest.length === 0 || isHopeless(error)) return;
    try {
      await store.because(
        wanting((one) => one === entity),
        () => single(store, type, entity, rest),
      );
    } catch (error) {
      failed.set(entity, asError(error));
    }
  };
  // Where no list was read, nothing more is known than before.
  const steps = listSteps.length > 0 ? plan(type, stillMissing(missing), factsOf(store), []) : planned;
  await Promise.all(
    steps.flatMap((step) =>
      'singly' in step ? [...step.singly].map(([{ entity }, fields]) => bySingleGet(entity, fields)) : [],
    ),
  );
  return wants.map(({ entity, fields }) => (isKnown(entity, fields) ? undefined : failed.get(entity)));
};

/** An entity of which fields are missing, for the planner. */
class MissingEntity implements Missing {
  readonly entity: Entity;
  readonly count = 1;
  readonly fields: ReadonlySet<string>;

  constructor(entity: Entity, fields: ReadonlySet<string>) {
    this.entity = entity;
    this.fields = fields;
  }

  placeIn(carrier: Carrier): Place | undefined {
    const { type, params, mustVerify } = this.entity;
    const { list } = carrier;
    const days = daysOf(list, this.entity);
    if (!days || !isOffered(list, this.entity) || !isPlacedIn(type, carrier, params)) return undefined;
    const path = pathIn(carrier, this.entity);
    return path && { path, query: { ...queryOf(list, params), ...days }, bypassCache: mustVerify };
  }
}
/** Those of whom something is not known yet, with that. */
const stillMissing = (missing: readonly MissingEntity[]): MissingEntity[] =>
  missing.flatMap(({ entity, fields }) => {
    const rest = new Set(unknownOf(entity, fields));
    return rest.size > 0 ? [new MissingEntity(entity, rest)] : [];
  });

/** What the store knows before anything is read. */
const factsOf = (store: Hydration): Facts => ({
  undeclared: store.undeclared,
  hasRoom: (endpoint, calls) => store.hasRoom(endpoint, calls),
  progressOf: (ref) => {
    const { list } = ref;
    const total = store.totals.get(listKey(ref));
    const ahead = list.paging.by === 'whole' ? 1 : total === undefined ? undefined : pagesOf(list, total);
    return { read: 0, found: 0, ahead, isFree: isCached(store, ref, list.paging.max) };
  },
});

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
const HOPELESS: ReadonlySet<ErrorKind> = new Set(['ABORTED', 'TIMEOUT', 'TOO_MANY_CALLS', 'UNAUTHENTICATED']);
/** Whether other calls of this request would fail for the same reason. */
const isHopeless = (error: unknown): boolean => error instanceof ZoomError && HOPELESS.has(error.kind);
const unknownOf = (entity: Entity, fields: Iterable<string>): string[] =>
  [...fields].filter((field) => !entity.has(field));
const isKnown = (entity: Entity, fields: Iterable<string>): boolean => unknownOf(entity, fields).length === 0;
const single = async (store: Hydration, type: EntityType, entity: Entity, fields: readonly string[]): Promise<void> => {
  const { get } = type;
  if (!get) {
    const [carrier] = type.foundIn;
    if (carrier && !type.foundIn.some(({ list }) => isOffered(list, entity))) forAccount(carrier.list, entity.params);
    throw new ZoomError('NOT_FOUND', `Zoom has no ${type.name} ${entity.zoomId}.`);
  }
  const query = { ...type.query(), ...queryOf(get, entity.params) };
  for (const round of roundsOf(get, fields)) {
    if (isKnown(entity, round)) continue;
    const args = { path: entity.params, query, also: asking(get, round) } as Args<Endpoint>;
    const answer = await store.read<Endpoint>(get, args, entity.mustVerify);
    store.put(entity, (answer ?? {}) as object, carried(get, round));
  }
  // What no source carries for this entity (a field of lists alone, of one that is in no list) is none.
  const rest = unknownOf(entity, fields);
  if (rest.length > 0) store.put(entity, {}, new Set(rest));
};

/** Whether Zoom has the list for the account that the entity belongs to. */
const isOffered = (list: ListEndpoint, { params }: Entity): boolean =>
  !scopeOf(params).accountId || inSubAccount(list) !== undefined;

/** The days by which a list is asked for an entity that has its day in its key; undefined where nobody knows the day. */
const daysOf = ({ window }: ListEndpoint, { type, params }: Entity): Params | undefined => {
  const [name] = Object.entries(type.key).find(([, part]) => isDayOf(part)) ?? [];
  const day = name === undefined ? undefined : params[name];
  if (!window || name === undefined) return {};
  return isDay(day) ? askedOn(window, day) : undefined;
};

/** The path of the list that would carry this entity; undefined where a part of it is not known. */
const pathIn = ({ list, path = {} }: Carrier, entity: Entity): Params | undefined => {
  const params: Record<string, string> = { ...scopeOf(entity.params) };
  for (const name of paramsIn(list)) {
    const field = path[name];
    const value = field === undefined ? entity.params[name] : entity.get(field);
    if (value === undefined || value === null) return undefined;
    params[name] = String(value);
  }
  return params;
};

/** Reads a list until all that is sought was found, or the rest is planned otherwise. */
const walk = async (store: Hydration, type: EntityType, step: ListStep<MissingEntity>): Promise<void> => {
  const { list, path, bypassCache } = step.list;
  const fields = new Set([...step.sought.values()].flatMap((set) => [...set]));
  const keys = toldBy(type, list, fields);
  const told = { ...step.list.query, ...placeBy(type, list), ...path };
  const params = Object.fromEntries(Object.entries(told).map(([name, value]) => [name, String(value)]));
  let sought = new Map(step.sought);
  let pages = 0;
  for (const query of step.queries) {
    let items = 0;
    const ref = { list, path, query: { ...step.list.query, ...query }, bypassCache };
    for await (const page of pagesFrom(store, ref, list.paging.max)) {
      store.learn(type, list, fields, page.items);
      for (const item of page.items) store.found(type, item, keys, params);
      pages++;
      items += page.items.length;
      sought = new Map([...sought].filter(([{ entity }, fields]) => !isKnown(entity, fields)));
      if (sought.size === 0) return;
      // A total that is absent or already passed says nothing: as much may lie ahead as was read.
      const rest = (page.total ?? 0) - items;
      const ahead = pagesOf(list, rest > 0 ? rest : items);
      const found = step.sought.size - sought.size;
      if (!isWorth({ ...step, sought }, { read: pages, found, ahead })) return;
    }
  }
};
