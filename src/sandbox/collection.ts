/**
 * A set of things with ids that begins as a rule and is changed by calls: what nobody touched is derived anew each time, and
 * only changes are kept.
 */
import type { Known } from './seeded.ts';

export interface Collection {
  /** The ids in the order of the list: those from the beginning, then those added. */
  ids(): readonly string[];
  get(id: string): Known | undefined;
  has(id: string): boolean;
  add(id: string, known: Known): Known;
  /** Lays a change over a thing; nested objects are merged, all else is replaced. */
  change(id: string, patch: Known): void;
  remove(id: string): void;
  /** Brings back what was removed; false where nothing was. */
  restore(id: string): boolean;
}

/** Lays `patch` over `base`; nested objects are merged, all else (lists too) is replaced. */
export const merged = (base: Known, patch: Known): Known => {
  const result: Known = { ...base };
  for (const [name, value] of Object.entries(patch)) {
    const before = result[name];
    result[name] = isObject(before) && isObject(value) ? merged(before, value) : value;
  }
  return result;
};
const isObject = (value: unknown): value is Known =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A collection that begins with `initial`; `derive` makes each of those from its id. */
export const collection = (initial: readonly string[], derive: (id: string) => Known | undefined): Collection => {
  let ids: readonly string[] = initial;
  const removed = new Set<string>();
  const added = new Map<string, Known>();
  const changes = new Map<string, Known>();
  const get = (id: string) => {
    const base = removed.has(id) ? undefined : (added.get(id) ?? derive(id));
    const change = changes.get(id);
    return base && change ? merged(base, change) : base;
  };
  return {
    ids: () => ids,
    get,
    has: (id) => get(id) !== undefined,
    add(id, known) {
      removed.delete(id);
      changes.delete(id);
      added.set(id, known);
      ids = [...ids.filter((other) => other !== id), id];
      return known;
    },
    change(id, patch) {
      changes.set(id, merged(changes.get(id) ?? {}, patch));
    },
    remove(id) {
      removed.add(id);
      ids = ids.filter((other) => other !== id);
    },
    restore(id) {
      const was = removed.delete(id) && get(id) !== undefined;
      if (was) ids = [...ids, id];
      return was;
    },
  };
};
