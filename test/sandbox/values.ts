/** Values for the parameters of paths, taken from what the sandbox lists: a group's id from the list at /groups. */

import { nameless } from '../../src/sandbox/paths.ts';
import type { Endpoint } from '../../src/zoom/declare/endpoint.ts';
import { MINUTE, SECOND, type Zoom } from './harness.ts';

export type Values = Readonly<Record<string, string>>;
/** How many items of a list are tried. */
const MOST = 12;

/** A value as it stands in a path: twice encoded where once is not enough (docs/zoom.md 5). */
export const encoded = (value: string): string => {
  const once = encodeURIComponent(value);
  return value.startsWith('/') || value.includes('//') ? encodeURIComponent(once) : once;
};
export const withValues = (path: string, values: Values): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(values[name] ?? name));

/** The values by which an item may be named in a path: first its id, then whatever else identifies it. */
const namesOf = (item: Readonly<Record<string, unknown>>): readonly string[] =>
  ['id', ...Object.keys(item).filter((key) => /^uuid$|_id$/.test(key))]
    .map((key) => String(item[key] ?? ''))
    .filter((value) => value !== '');

/** `queryOf` says what a list must be asked; `below` is the path of a sub account, whose lists then count. */
export const valuesFrom = (zoom: Zoom, lists: readonly Endpoint[], queryOf: (list: Endpoint) => string, below = '') => {
  const known = new Map<string, Promise<readonly Record<string, unknown>[]>>();
  const itemsOf = (list: Endpoint, values: Values) => {
    const url = `${below}${withValues(list.path, values)}?${queryOf(list)}`;
    const items =
      known.get(url) ??
      zoom
        .get(url, list.limit === 'RESOURCE_INTENSIVE' ? MINUTE : SECOND)
        .then(({ body }) => (body[list.items ?? ''] ?? []).slice(0, MOST));
    known.set(url, items);
    return items;
  };
  /** The lists that hold what a parameter names: the one at the path before it, or else all whose items are called so. */
  const listsOf = (stem: string, parameter: string): readonly Endpoint[] => {
    const here = lists.filter(({ path }) => nameless(path) === nameless(stem));
    if (here.length > 0) return here;
    return lists.filter(({ path, items = '' }) => items && stem.endsWith(items) && !path.includes(`{${parameter}}`));
  };
  /** Sets of values for all parameters of a path, one after another. */
  return async function* setsFor(path: string): AsyncGenerator<Values> {
    const [, stem, parameter = ''] = /^(.*)\/\{(\w+)\}/.exec(path) ?? [];
    if (stem === undefined) return yield {};
    for await (const outer of setsFor(stem)) {
      if (parameter === 'accountId') yield { ...outer, accountId: 'me' };
      const holding = listsOf(stem, parameter);
      for (const list of holding)
        for await (const inner of nameless(list.path) === nameless(stem) ? [outer] : setsFor(list.path))
          for (const item of await itemsOf(list, { ...outer, ...inner }))
            for (const value of namesOf(item)) yield { ...outer, [parameter]: value };
      // Of what nothing lists any id will do, or none.
      if (holding.length === 0) yield { ...outer, [parameter]: parameter };
    }
  };
};
