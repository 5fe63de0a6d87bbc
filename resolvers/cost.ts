/** What hydration may cost before anything is read: the planner's own reckoning (hydrate.ts) over what a query may come to want. */
import { type Endpoint, type ListEndpoint, nameOf } from '../src/zoom/declare/endpoint.ts';
import { asking, type Carrier, carried, type EntityType } from '../src/zoom/declare/entity.ts';
import { keysOf } from '../src/zoom/declare/shape.ts';
import { inSubAccount } from './account-scope.ts';
import type { Hints } from './hints.ts';
import { costOf, heldBy, leastSingles, mostSingles, onlyListed, pagesOf, soughtIn, WORTH_A_LOOK } from './hydrate.ts';
import { listKey } from './pages.ts';

/** Entities of one type of which a query may want what is not known. */
export interface Wanted {
  /** How many at most. */
  readonly count: number;
  readonly fields: ReadonlySet<string>;
  /** Whether they are of sub accounts, which have other paths, and whose lists' sizes are not known. */
  readonly isSub: boolean;
  /** Whether they are named by their own key, by which a list that holds them shows them. */
  readonly isSure: boolean;
  /** At how many moments they are found, and so may be hydrated apart: the same ones have the same id. */
  readonly batches: Several;
  /** Over how many lists of this kind, each with a path of its own, they may be spread: the same ones have the same id. */
  readonly listsOf: (list: ListEndpoint) => Several;
}
interface Several {
  readonly id: string;
  readonly count: number;
}

/** So many calls of an operation at most. */
export interface Bound {
  readonly endpoint: Endpoint;
  readonly calls: number;
  /** These calls would take the place of calls of that operation: the planner makes the ones or the others. */
  readonly insteadOf?: Endpoint;
  /** More, where Zoom's lists hold more than is known, or lack what should stand in them. */
  readonly estimated?: boolean;
}

/** The calls that make the fields known, at most. `wanted` is all that one operation may want of the type. */
export const hydrationOf = (type: EntityType, wanted: readonly Wanted[], hints: Hints): Bound[] => {
  const groups = new Map<string, Way & { isSub: boolean; wanted: Wanted[] }>();
  for (const one of wanted)
    for (const way of waysTo(type, one.fields, hints)) {
      const { carrier, isSure } = way;
      const asked = carrier && asking(carrier.list, one.fields);
      const name = JSON.stringify([carrier && type.foundIn.indexOf(carrier), isSure, asked, one.isSub]);
      const group = groups.get(name) ?? { ...way, isSub: one.isSub, wanted: [] };
      group.wanted.push(one);
      groups.set(name, group);
    }
  return summed(
    [...groups.values()].flatMap(({ carrier, isSure, isSub, wanted }) => {
      const known = isSub ? { ...NO_TOTALS, undeclared: hints.undeclared } : hints;
      const bounds = !carrier
        ? singly(type, wanted)
        : isSure
          ? listed(type, carrier, wanted, known)
          : tried(type, carrier, wanted, known);
      return isSub ? bounds.flatMap(inSub) : bounds;
    }),
  );
};
const NO_TOTALS: Pick<Hints, 'totals'> = { totals: new Map<string, number>() };

/** Calls of one operation for several groups: each makes its own. */
const summed = (bounds: readonly Bound[]): Bound[] => {
  const sums = new Map<string, Bound>();
  for (const bound of bounds) {
    const { endpoint, insteadOf } = bound;
    const name = JSON.stringify([nameOf(endpoint), insteadOf && nameOf(insteadOf)]);
    const { calls = 0, estimated = false } = sums.get(name) ?? {};
    if (bound.calls > 0)
      sums.set(name, { ...bound, calls: calls + bound.calls, estimated: estimated || bound.estimated });
  }
  return [...sums.values()];
};

/** What Zoom does not offer for sub accounts is refused, or left out, without a call. */
const inSub = ({ endpoint, insteadOf, ...bound }: Bound): Bound[] => {
  const serving = inSubAccount(endpoint);
  const instead = insteadOf && inSubAccount(insteadOf);
  return serving ? [{ ...bound, endpoint: serving, ...(instead && { insteadOf: instead }) }] : [];
};

const countAll = (all: readonly Several[]) => sum([...new Map(all.map(({ id, count }) => [id, count])).values()]);
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** How the planner may come to read what is missing: by single GETs, or by a list. */
interface Way {
  readonly carrier?: Carrier;
  /** The list has all of it, so that the planner chooses by the cost alone. */
  readonly isSure: boolean;
}
/**
 * Where no list has all that is wanted, one with a part of it may yet be read: Zoom may have held the rest in another answer, though
 * nothing declares it there.
 */
const waysTo = (type: EntityType, fields: ReadonlySet<string>, hints: Hints): Way[] => {
  const carriers = type.foundIn.filter(({ list }) => !list.window);
  const sure = carriers.find(({ list }) => soughtIn(type, list, fields, hints)?.isUndeclared === false);
  if (sure) return [{ carrier: sure, isSure: true }];
  const part = carriers.filter((carrier) => partOf(type, carrier, fields, hints).length > 0);
  return [{ isSure: true }, ...part.map((carrier) => ({ carrier, isSure: false }))];
};
/** Those of the fields that a list holds. */
const partOf = (type: EntityType, { list }: Carrier, fields: ReadonlySet<string>, { undeclared }: Hints): string[] =>
  [...fields].filter((field) => heldBy(type, list, [field], undeclared).has(field));

const singly = ({ get }: EntityType, wanted: readonly Wanted[]): Bound[] =>
  get ? [{ endpoint: get, calls: sum(wanted.map(({ count, fields }) => count * roundsOf(get, [...fields]))) }] : [];

/** Zoom takes one value of a parameter a call, so that fields which want different ones take a call each. */
const roundsOf = (get: Endpoint, fields: readonly string[]): number => {
  const keys = carried(get, fields);
  const later = fields.filter((field) => !keys.has(field) && carried(get, [field]).has(field));
  return later.length > 0 && later.length < fields.length ? 1 + roundsOf(get, later) : 1;
};

/** What the bounds of reading a list depend on. */
const readingOf = (type: EntityType, carrier: Carrier, wanted: readonly Wanted[], hints: Hints) => {
  const { list, queries = [{}] } = carrier;
  const count = sum(wanted.map((one) => one.count));
  const fields = new Set(wanted.flatMap((one) => [...one.fields]));
  const lists = Math.max(1, Math.min(count, countAll(wanted.map((one) => one.listsOf(list)))));
  // Those who miss some of the fields alone ask the list for these alone.
  const asked = [asking(list, fields), ...partOf(type, carrier, fields, hints).map((field) => asking(list, [field]))];
  const asks = [...new Map(asked.map((query) => [JSON.stringify(query), query])).values()];
  const totalOf = (query: object) => hints.totals.get(listKey({ list, path: {}, query: { ...query, ...queries[0] } }));
  const totals = asks.map(totalOf);
  const largest = Math.max(totalOf({}) ?? 0, ...totals.map((total) => total ?? 0));
  const isWhole = list.paging.by === 'whole';
  return {
    count,
    fields,
    lists,
    asks: asks.length,
    pages: isWhole ? 1 : totals.includes(undefined) ? undefined : pagesOf(list, largest),
    all: asks.length * lists * ((isWhole ? 1 : pagesOf(list, largest)) + queries.length - 1),
  };
};

/** Singly or by pages of the list, whichever the planner finds cheaper. */
const listed = (type: EntityType, carrier: Carrier, wanted: readonly Wanted[], hints: Hints): Bound[] => {
  const { get } = type;
  const { list } = carrier;
  const { count, fields, lists, asks, pages, all } = readingOf(type, carrier, wanted, hints);
  const paged: Bound = { endpoint: list, calls: all, estimated: true };

  if (!get || onlyListed(type, fields).size > 0) {
    const open = wanted.filter((one) => [...one.fields].some((field) => get?.of && keysOf(get.of).has(field)));
    return open.length > 0 ? [paged, ...singly(type, open), ...tried(type, carrier, open, hints)] : [paged];
  }
  const few = pages === undefined ? 0 : leastSingles(list, pages, get);
  if (lists > 1 || pages === undefined || count <= few)
    return [...singly(type, wanted), ...tried(type, carrier, wanted, hints)];
  // So few at one moment are read singly; of those that come later, others are wanted as well.
  const most = asks * mostSingles(list, pages, get);
  const batches = countAll(wanted.map((one) => one.batches));
  const early = batches > 1 ? Math.min(count - few, batches * most) : 0;
  const unsure = sum(wanted.filter(({ isSure }) => !isSure).map((one) => one.count));
  const single: Bound = { endpoint: get, calls: Math.min(count, most), estimated: true };
  // The more of both count, since the ones are made or the others.
  return [
    ...(single.calls > paged.calls ? [{ ...paged, insteadOf: get }, single] : [paged, { ...single, insteadOf: list }]),
    { endpoint: get, calls: Math.max(early, unsure), estimated: true },
  ];
};

/** The pages of a list that the planner may read beside the single GETs of all, or in place of some. No page costs less than a GET. */
const tried = (type: EntityType, carrier: Carrier, wanted: readonly Wanted[], hints: Hints): Bound[] => {
  const { get } = type;
  const { list } = carrier;
  const { count, fields, lists, asks, pages, all } = readingOf(type, carrier, wanted, hints);
  const part = new Set(partOf(type, carrier, fields, hints));
  const onlyHere = onlyListed(type, part);
  const bounds: Bound[] = get && onlyHere.size === 0 ? [] : [{ endpoint: list, calls: all, estimated: true }];
  if (!get || part.size === onlyHere.size) return bounds;
  if (lists === 1 && pages !== undefined && count <= leastSingles(list, pages, get)) return bounds;
  const isBounded = list.paging.by === 'whole' || (lists === 1 && pages !== undefined);
  const instead = Math.floor((count * costOf(get)) / costOf(list));
  return [
    ...bounds,
    { endpoint: list, calls: Math.min(asks * lists, Math.floor(count / WORTH_A_LOOK)) },
    { endpoint: list, calls: isBounded ? Math.min(all, instead) : instead, insteadOf: get },
  ];
};
