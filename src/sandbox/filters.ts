/** Filters of a list: what of its query names a field of its items. */
import { keysOf } from '../zoom/declare/shape.ts';
import type { Call, Row } from './call.ts';
import { fill, type Known } from './seeded.ts';

/** The value that a filter names: `site_id` is a field of the item, or the `id` of its `site`. */
const valueAt = (known: Known, name: string): unknown => {
  if (name in known) return known[name];
  const [, of = '', within = ''] = /^(.+)_([^_]+)$/.exec(name) ?? [];
  const object = known[of];
  return typeof object === 'object' && object !== null ? Reflect.get(object, within) : undefined;
};

/** Whether an item is one of those that are asked for. Of what it does not tell by itself, the made-up value counts. */
const matches = ({ endpoint: { of }, account }: Call, { key, known }: Row, name: string, asked: string): boolean => {
  const told = valueAt(known, name);
  const value = told === undefined && of && keysOf(of).has(name) ? fill(of, known, key, account)[name] : told;
  return Array.isArray(value) ? value.map(String).includes(asked) : String(value) === asked;
};

/** Whether items can be filtered by a name. */
const isFilter = ({ endpoint: { of } }: Call, name: string): boolean =>
  of !== undefined && (keysOf(of).has(name) || keysOf(of).has(name.replace(/_[^_]+$/, '')));

/** Whether an item, as it is shown, is one of those that a filter asks for. */
export type Where = Readonly<Record<string, (known: Known, asked: string, call: Call) => boolean>>;

/**
 * The items that a list's query asks for. `filters` are those that hold where the query names no others, and `where` those that
 * name no field of an item.
 */
export const matching = <T>(
  call: Call,
  items: readonly T[],
  row: (item: T) => Row,
  { filters = {}, where = {} }: { readonly filters?: Readonly<Record<string, string>>; readonly where?: Where } = {},
): readonly T[] => {
  const names = Object.keys(call.endpoint.query?.shape ?? {}).filter((name) => where[name] || isFilter(call, name));
  const asked = names.flatMap((name) => {
    const value = call.query[name] || filters[name];
    return value ? [[name, value] as const] : [];
  });
  if (asked.length === 0) return items;
  return items.filter((item) => {
    const shown = row(item);
    return asked.every(([name, value]) => where[name]?.(shown.known, value, call) ?? matches(call, shown, name, value));
  });
};
