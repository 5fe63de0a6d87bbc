/**
 * Lists show whole items. What is selected of the items of a list is read for all of them together, and the request may run out of time, calls or
 * budget for some. For which, nobody knows before: several items may lead to the same thing. So such a list ends in front of those that lack
 * something, as one that could not be read on does. So does one whose items could not all be made before the time was over (`mayEnd`).
 */
import {
  type ExecutionResult,
  type GraphQLError,
  type GraphQLResolveInfo,
  locatedError,
  responsePathAsArray,
} from 'graphql';
import type { Context } from '../../../resolvers/context.ts';
import { BEGIN } from '../../../resolvers/cursor.ts';
import { endsWalk } from '../../../resolvers/matches.ts';
import { planIn } from '../../../src/engine/executor/plan-in.ts';
import type { FieldPlan } from '../../../src/engine/executor/types.ts';
import type { ZoomError } from '../../../src/zoom/client/client.ts';
import { below } from '../../plan/selection.ts';
import { isOneOfMany, isOver, tellEnd } from './failures.ts';
import { edgesOf, type Shown } from './page.ts';

/** A list that was given to be shown. */
interface GivenList {
  readonly list: Promise<Shown>;
  readonly after: string | null;
  readonly info: GraphQLResolveInfo;
}
/** Remembers a list, of whose items something may yet have to be read. */
export const remember = (list: GivenList, { lists, isDeciding }: Context): void => {
  // Who decides a question looks at errors by itself.
  if (!isDeciding) lists.push(list);
};

/**
 * The answer without the items that lack something since the request has no more time, calls or budget for it. Where items stand, each place that is
 * null keeps its error: GraphQL asks for one at each, and clients go by that.
 */
export const withWholeItems = async (result: ExecutionResult, context: Context): Promise<ExecutionResult> => {
  const { errors = [], ...others } = result;
  const { data } = others;
  if (!data || !errors.some((error) => endsWalk(rootOf(error)))) return result;
  const lists = (context.lists as readonly GivenList[]).map((given) => new ShownList(given));
  const byPath = new Map(lists.map((list) => [asText(list.path), list]));
  for (const error of errors) {
    const place = isOver(rootOf(error), context) ? placeOf(error.path ?? [], byPath) : undefined;
    place?.list.lacking.push({ item: place.item, why: rootOf(error) as ZoomError });
  }
  let left = [...errors];
  const outermostFirst = lists
    .filter(({ lacking }) => lacking.length > 0)
    .sort((a, b) => a.path.length - b.path.length);
  for (const list of outermostFirst) {
    const end = await list.endIn(data);
    if (!end) continue;
    const isGone = (error: GraphQLError | Error) => 'path' in error && list.isBehind(error.path, end.item);
    left = left.filter((error) => !isGone(error));
    context.dropErrors(isGone);
    if (end.isNone) left.push(locatedError(end.why, list.info.fieldNodes, list.path));
    else tellEnd(end.why, context, list.info);
  }
  return left.length > 0 ? { ...others, errors: left } : others;
};

type Keys = readonly (string | number)[];
type Raw = Record<string, unknown>;
/** An item that lacks something, and why. */
interface Lacking {
  readonly item: number;
  readonly why: ZoomError;
}

/** A list as it stands in the answer. */
class ShownList {
  readonly path: Keys;
  readonly info: GraphQLResolveInfo;
  readonly lacking: Lacking[] = [];
  readonly #given: GivenList;
  readonly #fields: readonly FieldPlan[];
  /** The names under which its items stand. */
  readonly #names: ReadonlySet<unknown>;

  constructor(given: GivenList) {
    this.#given = given;
    this.info = given.info;
    this.path = responsePathAsArray(given.info.path);
    this.#fields = below(planIn(given.info))?.fields ?? [];
    this.#names = new Set(this.#fields.filter(({ field }) => ITEMS.has(field.name)).map(({ name }) => name));
  }

  /** Whether items stand under this name. */
  holds(name: unknown): boolean {
    return this.#names.has(name);
  }

  /** Whether something stands in an item from this one on. */
  isBehind(path: Keys | undefined, item: number): boolean {
    const at = this.path.length;
    const nth = path?.[at + 1];
    return (
      path !== undefined &&
      typeof nth === 'number' &&
      nth >= item &&
      this.holds(path[at]) &&
      startsWith(path, this.path)
    );
  }

  /** Ends the list in front of the items that lack something; undefined where it stands as it is. Where none of its items is there, it is null. */
  async endIn(data: Raw): Promise<(Lacking & { readonly isNone?: true }) | undefined> {
    const shown = valueAt(data, this.path);
    if (!isRaw(shown)) return undefined;
    const names = [...this.#names] as string[];
    const lists = names.map((name) => shown[name]).filter(Array.isArray);
    if (lists.length === 0) return undefined;
    const edges = await edgesOf(await this.#given.list);
    const made = Math.min(...lists.map(({ length }) => length));
    const stopped = made < edges.length ? this.lacking.find(({ item }) => item === made) : undefined;
    const missing = stopped ? edges.slice(made).map((_, i) => ({ ...stopped, item: made + i })) : [];
    const end = endOf([...this.lacking, ...missing], edges.length, isOneOfMany(this.info));
    if (!end && !stopped) return undefined;
    if (!end) {
      const holder = valueAt(data, this.path.slice(0, -1)) as Raw;
      holder[String(this.path.at(-1))] = null;
      return { ...(stopped as Lacking), item: 0, isNone: true };
    }
    for (const name of names) shown[name] = (shown[name] as unknown[]).slice(0, end.item);
    const pageInfo: Raw = {
      hasNextPage: true,
      endCursor: edges[end.item - 1]?.cursor ?? this.#given.after ?? BEGIN,
      ...(end.item === 0 && { startCursor: null }),
    };
    for (const plan of this.#fields) {
      const info = plan.field.name === 'pageInfo' ? shown[plan.name] : undefined;
      if (!isRaw(info)) continue;
      for (const { field, name } of below(plan)?.fields ?? [])
        if (field.name in pageInfo) info[name] = pageInfo[field.name];
    }
    return end;
  }
}
const ITEMS: ReadonlySet<string> = new Set(['nodes', 'edges']);

/**
 * Where a list of so many items ends: at the first that lacks something and from which on most do. Single ones among many that are whole stay: the
 * others are not to be lost for them. A list that is none of many keeps a whole item at least, lest whoever goes on by its cursor gets nowhere.
 */
const endOf = (lacking: readonly Lacking[], count: number, mayBeEmpty: boolean): Lacking | undefined => {
  const first = new Map<number, Lacking>();
  for (const one of lacking) if (!first.has(one.item)) first.set(one.item, one);
  const sorted = [...first.values()].sort((a, b) => a.item - b.item);
  return sorted.find(({ item }, i) => (item > i || mayBeEmpty) && 2 * (sorted.length - i) >= count - item);
};

/** The innermost list among whose items something stands, and in which of them. */
const placeOf = (
  path: Keys,
  byPath: ReadonlyMap<string, ShownList>,
): { readonly list: ShownList; readonly item: number } | undefined => {
  for (let at = path.length - 1; at > 1; at--) {
    const item = path[at];
    if (typeof item !== 'number') continue;
    const list = byPath.get(asText(path.slice(0, at - 1)));
    if (list?.holds(path[at - 1])) return { list, item };
  }
  return undefined;
};

const rootOf = (error: GraphQLError): Error => error.originalError ?? error;
const asText = (value: unknown): string => JSON.stringify(value);
const startsWith = (path: Keys, start: Keys): boolean => start.every((key, i) => path[i] === key);
const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);
const valueAt = (data: unknown, path: Keys): unknown =>
  path.reduce((value: unknown, key) => (value as Raw | null | undefined)?.[key], data);
