/**
 * A set of things with ids that begins as a rule and is changed by calls: what nobody touched is derived anew each time, and
 * only changes are kept.
 */
import { isKnown, type Known } from './seeded.ts';

export interface Collection {
  /** The ids in the order of the list: those from the beginning, then those added. */
  ids(): readonly string[];
  /** All that there is, in that order. */
  all(): readonly Known[];
  get(id: string): Known | undefined;
  add(id: string, known: Known): Known;
  /** Lays a change over a thing; nested objects are merged, all else is replaced. */
  change(id: string, patch: Known): void;
  /** Unless it is for good, what was removed can be brought back. */
  remove(id: string, forGood?: boolean): void;
  /** What was removed, but not for good, the latest last. */
  trash(): readonly Known[];
  /** Brings back what is in the trash; false where it is not. */
  restore(id: string): boolean;
  /** The ids of what was added or changed, in the order of the first time. */
  touched(): readonly string[];
}

/** Lays `patch` over `base`; nested objects are merged, all else (lists too) is replaced. */
export const merged = (base: Known, patch: Known): Known => {
  const result: Known = { ...base };
  for (const [name, value] of Object.entries(patch)) {
    const before = result[name];
    result[name] = isKnown(before) && isKnown(value) ? merged(before, value) : value;
  }
  return result;
};

const indexes = new WeakMap<readonly object[], Map<PropertyKey, Map<unknown, object[]>>>();
/** The things of a list by the value of a field, in the list's order; found out once for each list. */
export const having = <T extends object, F extends keyof T>(all: readonly T[], field: F, value: T[F]): readonly T[] => {
  const known = indexes.get(all) ?? new Map<PropertyKey, Map<unknown, object[]>>();
  indexes.set(all, known);
  const index = known.get(field) ?? new Map<unknown, object[]>();
  if (!known.has(field))
    for (const each of all) {
      const same = index.get(each[field]);
      if (same) same.push(each);
      else index.set(each[field], [each]);
    }
  known.set(field, index);
  return (index.get(value) ?? []) as T[];
};

/** A collection that begins with `initial`; `derive` makes each of those, and of others that are not listed, from its id. */
export const collection = (initial: readonly string[], derive: (id: string) => Known | undefined): Collection => {
  let ids: readonly string[] = initial;
  let all: readonly Known[] | undefined;
  const removed = new Map<string, 'trash' | 'gone'>();
  const added = new Map<string, Known>();
  const changes = new Map<string, Known>();
  const made = (id: string) => {
    const base = added.get(id) ?? derive(id);
    const change = changes.get(id);
    return base && change ? merged(base, change) : base;
  };
  const isThere = (id: string) => !removed.has(id);
  const get = (id: string) => (isThere(id) ? made(id) : undefined);
  return {
    ids: () => ids.filter(isThere),
    all: () => {
      all ??= ids.map(get).filter((each) => each !== undefined);
      return all;
    },
    get,
    add(id, known) {
      removed.delete(id);
      changes.delete(id);
      added.set(id, known);
      ids = [...ids.filter((other) => other !== id), id];
      all = undefined;
      return known;
    },
    change(id, patch) {
      changes.set(id, merged(changes.get(id) ?? {}, patch));
      all = undefined;
    },
    remove(id, forGood = false) {
      removed.set(id, forGood ? 'gone' : 'trash');
      all = undefined;
    },
    trash: () =>
      [...removed].flatMap(([id, how]) => (how === 'trash' ? [made(id)] : [])).filter((each) => each !== undefined),
    restore(id) {
      const was = removed.get(id) === 'trash' && made(id) !== undefined;
      if (was) removed.delete(id);
      all = undefined;
      return was;
    },
    touched: () => [...new Set([...added.keys(), ...changes.keys()])],
  };
};
