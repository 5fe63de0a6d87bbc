/** What a walk over an operation comes upon: calls, each counted once, and fields that will be read. */
import { forAccount } from '../../resolvers/account-scope.ts';
import { hydrationOf, type Wanted } from '../../resolvers/cost.ts';
import type { Hints } from '../../resolvers/hints.ts';
import { type Endpoint, type Label, nameOf, paramsIn } from '../../src/zoom/declare/endpoint.ts';
import type { EntityType } from '../../src/zoom/declare/entity.ts';
import { type Calls, type ObjectSet, ownersOf } from './cost.ts';

/** Zoom counts these by the minute or pools them by the day, and each `first` multiplies them. Of the others enough come by waiting. */
export const SCARCE: readonly Label[] = ['RESOURCE_INTENSIVE', 'HEAVY'];
const isScarce = ({ limit }: Endpoint) => SCARCE.includes(limit);

/** So many calls of an operation at most. */
export interface CostLine {
  readonly endpoint: Endpoint;
  readonly calls: number;
  /** So many of them count when it is decided whether the operation can be had: of scarce calls those that it may need, of others those that are certain. */
  readonly binding: number;
  /** The response paths that cause them, without indices. */
  readonly fields: readonly string[];
  readonly insteadOf?: Endpoint;
  readonly isEstimated: boolean;
}

/** Tells a line from others. */
export const lineName = ({ endpoint, insteadOf }: Pick<CostLine, 'endpoint' | 'insteadOf'>): string =>
  nameOf(endpoint) + (insteadOf ? ` instead of ${nameOf(insteadOf)}` : '');

/** The path of what is of a sub account, whichever. */
const SOME_SUB = { accountId: 'sub' };

/** Tells values apart. */
export const asText = (value: unknown): string => JSON.stringify(value, big);
const big = (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

interface Item {
  readonly endpoint: Endpoint;
  readonly insteadOf?: Endpoint;
  readonly fields: Set<string>;
  /** Calls by what tells them apart: the same ones are counted once. */
  readonly calls: Map<string, number>;
  /** Those that are binding, likewise; whose objects may be the same count once. */
  readonly binding: Map<string, number>;
  isEstimated: boolean;
}
interface Open {
  readonly objects: ObjectSet;
  readonly fields: Set<string>;
  readonly paths: Set<string>;
}

/** What the walk has come upon so far. */
export class CostCollector {
  readonly #items = new Map<string, Item>();
  readonly #open = new Map<EntityType, Map<string, Open>>();

  call(
    { endpoint: plain, each, least, callers, query, isEstimated = false, endsItself = false }: Calls,
    parents: ObjectSet,
    path: readonly string[],
  ): void {
    const endpoint = parents.accounts.isSub ? forAccount(plain, SOME_SUB) : plain;
    const key = asText([callers.id, query]);
    const wasGuessed = isEstimated || (parents.isEstimated && callers.count > 1);
    const most = each * callers.count;
    const certain = (least ?? (isEstimated ? 0 : each)) * (callers.least ?? 0);
    const item = this.#add(endpoint, undefined, key, most, [path.join('.')], wasGuessed);
    // What such a walk found until then is an answer, with a cursor that goes on: it is no reason to refuse the operation.
    if (endsItself || isWalked(parents)) return;
    // Two sets of callers may have the same objects, and then make a call once.
    if (isScarce(endpoint)) atLeast(item.binding, key, most);
    else atLeast(item.binding, asText([query]), certain);
  }

  /** Fields of the objects of a set: those that are unknown there will be read. `''` stands for any. */
  want(objects: ObjectSet, fields: ReadonlySet<string>, path: readonly string[]): void {
    const missing = [...fields].filter((field) => !objects.known.has(field));
    if (!objects.of || missing.length === 0) return;
    const sets = this.#open.get(objects.of) ?? new Map<string, Open>();
    this.#open.set(objects.of, sets);
    const open = sets.get(objects.id) ?? { objects, fields: new Set(), paths: new Set() };
    sets.set(objects.id, open);
    for (const field of missing) open.fields.add(field || anyOf(objects.of));
    open.paths.add(path.join('.'));
  }

  lines(hints: Hints): CostLine[] {
    for (const [type, sets] of this.#open)
      for (const endsItself of [false, true]) {
        const open = [...sets.values()].filter(({ objects }) => isWalked(objects) === endsItself);
        const paths = open.flatMap(({ paths }) => [...paths]);
        const isGuessed = open.some(({ objects }) => objects.isEstimated);
        const name = `hydration of ${type.name}${endsItself ? ' in a walk' : ''}`;
        const certain = endsItself ? 0 : certainOf(type, open, hints);
        for (const { endpoint, calls, insteadOf, estimated = false } of hydrationOf(type, open.map(wantedAt), hints)) {
          const item = this.#add(endpoint, insteadOf, name, calls, paths, estimated || isGuessed);
          if (endsItself) continue;
          if (isScarce(endpoint)) atLeast(item.binding, name, insteadOf?.limit === endpoint.limit ? 0 : calls);
          else if (endpoint === type.get && !insteadOf) atLeast(item.binding, name, Math.min(calls, certain));
        }
      }
    return [...this.#items.values()]
      .map(({ endpoint, insteadOf, fields, calls, binding, isEstimated }) => ({
        endpoint,
        ...(insteadOf && { insteadOf }),
        calls: sum(calls.values()),
        binding: sum(binding.values()),
        fields: [...fields],
        isEstimated,
      }))
      .filter(({ calls }) => calls > 0);
  }

  #add(
    endpoint: Endpoint,
    insteadOf: Endpoint | undefined,
    key: string,
    calls: number,
    fields: readonly string[],
    isEstimated: boolean,
  ): Item {
    const name = lineName({ endpoint, insteadOf });
    const item = this.#items.get(name) ?? {
      endpoint,
      insteadOf,
      fields: new Set(),
      calls: new Map(),
      binding: new Map(),
      isEstimated: false,
    };
    this.#items.set(name, item);
    atLeast(item.calls, key, calls);
    for (const field of fields) item.fields.add(field);
    item.isEstimated ||= isEstimated;
    return item;
  }
}

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((all, one) => all + one, 0);
/** Raises the number of a key to this one. */
const atLeast = (numbers: Map<string, number>, key: string, number: number): void =>
  void numbers.set(key, Math.max(number, numbers.get(key) ?? 0));

/** How many single reads are certain: those that no list can replace, of objects that are surely different. */
const certainOf = (type: EntityType, open: readonly Open[], hints: Hints): number => {
  const singles = (some: readonly Open[]): number => {
    let calls = 0;
    const wanted = some.map((one) => ({ ...wantedAt(one), count: one.objects.least ?? 0 }));
    for (const bound of hydrationOf(type, wanted, hints)) {
      if (bound.endpoint === type.get && !bound.insteadOf && !bound.estimated) calls += bound.calls;
      if (bound.insteadOf === type.get) calls -= bound.calls;
    }
    return calls;
  };
  const isLikely = ({ objects: { likely }, fields }: Open) => [...fields].every((field) => likely?.has(field));
  const certain = open.filter((one) => one.objects.least && !isLikely(one));
  // Ids of one name each are different; sets may have objects in common.
  const named = certain.filter(({ objects }) => objects.count === 1 && !objects.isByAlias);
  const sets = certain.filter((one) => !named.includes(one)).map((one) => [one]);
  return Math.max(0, ...[named, ...sets].filter((some) => some.length > 0).map(singles));
};
const isWalked = ({ endsItself = false }: ObjectSet): boolean => endsItself;

const anyOf = ({ get, foundIn }: EntityType): string =>
  Object.keys((get?.of ?? foundIn[0]?.list.of)?.shape ?? {})[0] ?? '';

const wantedAt = ({ objects, fields }: Open): Wanted => ({
  count: objects.count,
  fields,
  isSub: objects.accounts.isSub,
  isSure: !objects.isByAlias,
  batches: objects.batches,
  listsOf: (list) => {
    const params = paramsIn(list).filter((name) => name !== 'accountId');
    if (params.length === 0) return objects.accounts;
    const owners = params.map((name) => ownersOf(objects.parent, name) ?? objects);
    return owners.reduce((most, one) => (one.count > most.count ? one : most));
  },
});

/** The calls at most: by label, and all together. Those that only take the place of others of the same label count once. */
export const sumsOf = (lines: readonly CostLine[]): { calls: number; byLimit: Partial<Record<Label, number>> } => {
  const byLimit: Partial<Record<Label, number>> = {};
  let calls = 0;
  for (const line of lines) if (!line.insteadOf) calls += line.calls;
  for (const { endpoint, calls } of drawnBy(lines)) byLimit[endpoint.limit] = calls + (byLimit[endpoint.limit] ?? 0);
  return { calls, byLimit };
};
/** The lines that count toward the limits. */
export const drawnBy = (lines: readonly CostLine[]): CostLine[] =>
  lines.filter(({ endpoint, insteadOf }) => insteadOf?.limit !== endpoint.limit);
