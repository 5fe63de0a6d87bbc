/**
 * How missing fields come to be known with the fewest calls. Zoom cannot get many by id, but its lists carry up to 300 at once: so for
 * each group of entities the cheaper way is taken. That is decided here, and only here; nothing is read. Hydration runs the steps and
 * plans anew with what is still missing (hydrate.ts); the cost of an operation is what these steps may come to (cost.ts).
 */
import { type Endpoint, type Label, type ListEndpoint, productOf } from '../src/zoom/declare/endpoint.ts';
import {
  asking,
  type Carrier,
  carried,
  type EntityType,
  isDayOf,
  toldBy,
  wholeOf,
} from '../src/zoom/declare/entity.ts';
import { type Params, undeclaredKey } from './entity.ts';
import type { Hints } from './hints.ts';
import type { ListRef } from './pages.ts';

/** One entity, or so many, of which the same fields are missing. */
export interface Missing {
  readonly count: number;
  readonly fields: ReadonlySet<string>;
  /** Where in the lists of a carrier it would stand; undefined where Zoom has no such list, or nobody knows which it is. */
  placeIn(carrier: Carrier): Place | undefined;
}
/** What tells a list from others of the same operation. */
export interface Place {
  readonly path: Params;
  readonly query: Params;
  /** Zoom itself is to be asked. */
  readonly bypassCache?: boolean;
}

/** What a plan goes by. */
export interface Facts extends Pick<Hints, 'undeclared'> {
  progressOf(list: ListRef): Progress;
  /** Whether so many calls could go out at once. */
  hasRoom(endpoint: Endpoint, calls: number): boolean;
}
/** How far a list was read, and what is ahead. */
export interface Progress {
  /** Pages that were read, and how many entities were found in them. */
  readonly read: number;
  readonly found: number;
  /** Pages that are still to come; undefined where nobody knows. */
  readonly ahead: number | undefined;
  /** The next page takes no call. */
  readonly isFree?: boolean;
}

/** Read a list for some. */
export interface ListStep<M> {
  readonly list: ListRef;
  /** The filters under which it is read, one after another. */
  readonly queries: NonNullable<Carrier['queries']>;
  /** Those that are looked for in it, each with the fields that it may bring. */
  readonly sought: ReadonlyMap<M, ReadonlySet<string>>;
  /** What reads those singly that the list will not bring; undefined where nothing else has all that is wanted. */
  readonly instead: Endpoint | undefined;
  /** Some of what is wanted came undeclared before, so that it may not come again. */
  readonly isUndeclared: boolean;
  readonly hasRoom: boolean;
}
/** Read some singly: what no list brings of them. */
export interface SingleStep<M> {
  readonly singly: ReadonlyMap<M, ReadonlySet<string>>;
}
export type Step<M> = ListStep<M> | SingleStep<M>;

/** What one call costs, in LIGHT calls: the inverse of what the Pro plan allows a second (docs/zoom.md 2.1, 8.1). */
const COST: Record<'core' | 'phone', Record<Label, number>> = {
  core: { LIGHT: 1, MEDIUM: 1.5, HEAVY: 3, RESOURCE_INTENSIVE: 180 },
  phone: { LIGHT: 1, MEDIUM: 2, HEAVY: 4, RESOURCE_INTENSIVE: 240 },
};
const costOf = (endpoint: Endpoint): number => COST[productOf(endpoint)][endpoint.limit];
/** A list of which nobody knows whether it helps is tried only for this many wanted or more: its first page tells, and may be for nothing. */
const WORTH_A_LOOK = 4;
/** What it counts to wait for one more page, in LIGHT calls. */
const WAIT = 1;

/**
 * The steps by which what is missing of a type comes to be known: lists first, then the rest singly. An entity is looked for in one
 * list at most. `carriers` are the lists that may be read.
 */
export const plan = <M extends Missing>(
  type: EntityType,
  missing: readonly M[],
  facts: Facts,
  carriers: readonly Carrier[] = type.foundIn,
): Step<M>[] => {
  const steps: ListStep<M>[] = [];
  const open = new Map(missing.map((one) => [one, one.fields]));
  const singly = new Map(open);
  for (const carrier of carriers) {
    // On which days of a list by days an entity would be found, its key alone tells.
    if (carrier.list.window && !Object.values(type.key).some(isDayOf)) continue;
    for (const step of groupsIn(type, carrier, open, facts)) {
      if (!isWorth(step, facts.progressOf(firstOf(step)))) continue;
      steps.push(step);
      for (const [one, fields] of step.sought) {
        open.delete(one);
        if (fields === one.fields) singly.delete(one);
        else singly.set(one, without(one.fields, fields));
      }
    }
  }
  return singly.size > 0 ? [...steps, { singly }] : steps;
};
/** A list under the first of its filters. */
const firstOf = ({ list, queries }: ListStep<Missing>): ListRef => ({
  ...list,
  query: { ...list.query, ...queries[0] },
});
const without = (fields: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...fields].filter((field) => !others.has(field)));

interface Group<M> extends Place {
  bypassCache: boolean;
  readonly isUndeclared: boolean;
  readonly sought: Map<M, ReadonlySet<string>>;
}
/** Those who could be looked for in lists of a carrier, by list. */
const groupsIn = <M extends Missing>(
  type: EntityType,
  carrier: Carrier,
  open: ReadonlyMap<M, ReadonlySet<string>>,
  facts: Facts,
): ListStep<M>[] => {
  const { list, queries = [{}] } = carrier;
  const { get } = type;
  const groups = new Map<string, Group<M>>();
  for (const [one, missing] of open) {
    const found = soughtIn(type, list, missing, facts);
    const place = found && one.placeIn(carrier);
    if (!place) continue;
    const { fields, isUndeclared } = found;
    const { path, query, bypassCache = false } = place;
    const name = JSON.stringify([path, query, asking(list, fields), isUndeclared]);
    const group = groups.get(name) ?? { path, query, bypassCache, isUndeclared, sought: new Map() };
    group.sought.set(one, fields);
    group.bypassCache ||= bypassCache;
    groups.set(name, group);
  }
  return [...groups.values()].map(({ path, query, bypassCache, isUndeclared, sought }) => {
    const fields = new Set([...sought.values()].flatMap((set) => [...set]));
    return {
      list: { list, path, query: { ...query, ...asking(list, fields) }, bypassCache },
      queries,
      sought,
      instead: get && onlyListed(type, fields).size === 0 ? get : undefined,
      isUndeclared,
      // Others want to make calls, too.
      hasRoom: get !== undefined && facts.hasRoom(get, 2 * countOf(sought)),
    };
  });
};
const countOf = (sought: ReadonlyMap<Missing, unknown>): number => {
  let count = 0;
  for (const one of sought.keys()) count += one.count;
  return count;
};

/** Those of the fields that no single GET gives. */
export const onlyListed = ({ get }: EntityType, fields: Iterable<string>): Set<string> =>
  new Set([...fields].filter((field) => !get?.of || !wholeOf(get.of).has(field)));

/**
 * The fields that single GETs of an entity are asked for, one after another: Zoom takes one value of a parameter a call, so that fields
 * which want different ones take a call each.
 */
export const roundsOf = (get: Endpoint, fields: readonly string[]): (readonly string[])[] => {
  const keys = carried(get, fields);
  const later = fields.filter((field) => !keys.has(field) && carried(get, [field]).has(field));
  return later.length > 0 && later.length < fields.length ? [fields, ...roundsOf(get, later)] : [fields];
};

/**
 * The lists that could be worth reading for these, where none is known but those that are cached. Where single GETs bring all that is missing for
 * no more than one page costs, `isWorth` would find the same with more ado; and so it is of most operations, which want one thing.
 */
export const listsFor = ({ get, foundIn }: EntityType, missing: readonly Missing[]): readonly Carrier[] => {
  if (!get?.of) return foundIn;
  const keys = wholeOf(get.of);
  if (!missing.every(({ fields }) => isWithin(fields, keys))) return foundIn;
  const singly = missing.reduce((sum, { count }) => sum + count, 0) * costOf(get);
  return foundIn.filter(({ list }) => list.cacheable || singly > costOf(list));
};

interface Sought {
  readonly fields: ReadonlySet<string>;
  readonly isUndeclared: boolean;
}
/**
 * What is looked for in a list, of the fields that are missing: all of them, where it declares them or has held them before. What it
 * lacks, the single GET brings; it is then read for nothing but what the GET lacks.
 */
const soughtIn = (
  type: EntityType,
  list: ListEndpoint,
  fields: ReadonlySet<string>,
  { undeclared }: Pick<Facts, 'undeclared'>,
): Sought | undefined => {
  const keys = toldBy(type, list, fields);
  if (isWithin(fields, keys)) return { fields, isUndeclared: false };
  const onlyHere = onlyListed(type, fields);
  // What comes undeclared may not come again: then the single GET has to bring it.
  if (undeclared.size > 0 && isWithin(onlyHere, keys)) {
    const before = undeclared.get(undeclaredKey(type, list, fields)) ?? NOTHING;
    if (isWithin(without(fields, keys), before)) return { fields, isUndeclared: true };
  }
  const isHere = onlyHere.size > 0 && isWithin(onlyHere, carried(list, onlyHere));
  return isHere ? { fields: onlyHere, isUndeclared: false } : undefined;
};
const NOTHING: ReadonlySet<string> = new Set();
const isWithin = (fields: ReadonlySet<string>, keys: ReadonlySet<string>): boolean => {
  for (const field of fields) if (!keys.has(field)) return false;
  return true;
};

/**
 * Whether a list is read, or read on: else the rest of those who are sought in it is read singly. The more these are and the fewer pages are
 * ahead, the rather.
 */
export const isWorth = <M extends Missing>(
  { list: { list }, sought, instead, isUndeclared, hasRoom }: ListStep<M>,
  { read, found, ahead, isFree }: Progress,
): boolean => {
  if (!instead || isFree) return true;
  const count = countOf(sought);
  if (read === 0 && (ahead === undefined || isUndeclared) && count < WORTH_A_LOOK) return false;
  const [page, single] = [costOf(list), costOf(instead)];
  // What may not come again is waited for only while each page has saved what it cost; no list is read for longer than all singly take.
  if (isUndeclared ? found * single < read * page : (found + count) * single <= read * page) return false;
  if (ahead === undefined) return true;
  // Pages come one after another, single GETs side by side: where the budget has room for these, each page behind the first also counts
  // as the wait that it is. Where the rate binds, all wait for the budget, and only calls count.
  return count * single > ahead * page + (hasRoom ? (ahead - 1) * WAIT : 0);
};
