/** What hydration may cost before anything is read: the planner's own reckoning (hydrate.ts) over what a query may come to want. */
import type { Endpoint, ListEndpoint } from '../src/zoom/endpoint.ts';
import { keysOf } from '../src/zoom/shape.ts';
import { asking, type Carrier, carried, type EntityType } from './entity.ts';
import { costOf, isWithin, onlyListed, pagesOf, WORTH_A_LOOK } from './hydrate.ts';
import { listKey } from './pages.ts';
import { inSubAccount } from './scope.ts';
import type { Totals } from './store.ts';

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
  readonly moments: Several;
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
export const hydrationOf = (type: EntityType, wanted: readonly Wanted[], totals: Totals): Bound[] => {
  const groups = new Map<string, { carrier?: Carrier; isSub: boolean; wanted: Wanted[] }>();
  for (const one of wanted) {
    const carrier = carrierOf(type, one.fields);
    const asked = carrier && asking(carrier.list, one.fields);
    const name = JSON.stringify([carrier && type.foundIn.indexOf(carrier), asked, one.isSub]);
    const group = groups.get(name) ?? { carrier, isSub: one.isSub, wanted: [] };
    group.wanted.push(one);
    groups.set(name, group);
  }
  return [...groups.values()].flatMap(({ carrier, isSub, wanted }) => {
    const bounds = carrier ? listed(type, carrier, wanted, isSub ? new Map() : totals) : singly(type, wanted);
    return isSub ? bounds.flatMap(inSub) : bounds;
  });
};

/** What Zoom does not offer for sub accounts is refused, or left out, without a call. */
const inSub = ({ endpoint, insteadOf, ...bound }: Bound): Bound[] => {
  const serving = inSubAccount(endpoint);
  const instead = insteadOf && inSubAccount(insteadOf);
  return serving ? [{ ...bound, endpoint: serving, ...(instead && { insteadOf: instead }) }] : [];
};

const countAll = (all: readonly Several[]) => sum([...new Map(all.map(({ id, count }) => [id, count])).values()]);
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

/** The list in which the planner would look for what these fields lack. */
const carrierOf = (type: EntityType, fields: ReadonlySet<string>): Carrier | undefined =>
  type.foundIn.find(({ list }) => {
    if (list.window) return false;
    const sought = isWithin(fields, list) ? fields : onlyListed(type, fields);
    return sought.size > 0 && isWithin(sought, list);
  });

const singly = ({ get }: EntityType, wanted: readonly Wanted[]): Bound[] =>
  get ? [{ endpoint: get, calls: sum(wanted.map(({ count, fields }) => count * roundsOf(get, [...fields]))) }] : [];

/** Zoom takes one value of a parameter a call, so that fields which want different ones take a call each. */
const roundsOf = (get: Endpoint, fields: readonly string[]): number => {
  const keys = carried(get, fields);
  const later = fields.filter((field) => !keys.has(field) && carried(get, [field]).has(field));
  return later.length > 0 && later.length < fields.length ? 1 + roundsOf(get, later) : 1;
};

/** Singly or by pages of the list, whichever the planner finds cheaper. */
const listed = (type: EntityType, carrier: Carrier, wanted: readonly Wanted[], totals: Totals): Bound[] => {
  const { get } = type;
  const { list, queries = [{}] } = carrier;
  const count = sum(wanted.map((one) => one.count));
  const lists = Math.max(1, Math.min(count, countAll(wanted.map((one) => one.listsOf(list)))));
  const fields = new Set(wanted.flatMap((one) => [...one.fields]));
  const query = { ...asking(list, fields), ...queries[0] };
  const total = totals.get(listKey({ list, path: {}, query }));
  const pages = list.paging.by === 'whole' ? 1 : total === undefined ? undefined : pagesOf(list, total);

  if (!get || onlyListed(type, fields).size > 0) {
    const all: Bound = { endpoint: list, calls: lists * ((pages ?? 1) + queries.length - 1), estimated: true };
    const others = wanted.filter((one) => [...one.fields].some((field) => get?.of && keysOf(get.of).has(field)));
    return get && others.length > 0 ? [all, ...singly(type, others)] : [all];
  }
  const single = costOf(get);
  const page = costOf(list);
  if (lists === 1 && pages !== undefined && pages * page < count * single) {
    // So few at one moment are read singly; of those that come later, others are wanted as well.
    const few = Math.floor((pages * page) / single);
    const moments = countAll(wanted.map((one) => one.moments));
    const early = moments > 1 ? Math.min(count - few, moments * few) : 0;
    const unsure = sum(wanted.filter(({ isSure }) => !isSure).map((one) => one.count));
    return [
      { endpoint: list, calls: pages + queries.length - 1, estimated: true },
      { endpoint: get, calls: Math.max(early, unsure), estimated: true },
      { endpoint: get, calls: Math.min(count, few), insteadOf: list, estimated: true },
    ].filter(({ calls }) => calls > 0);
  }
  const looks = pages === undefined ? Math.min(lists, Math.floor(count / WORTH_A_LOOK)) : 0;
  const isNeverWorth = lists === 1 && pages !== undefined;
  const instead = isNeverWorth ? 0 : Math.floor((count * single) / page);
  return [
    ...singly(type, wanted),
    { endpoint: list, calls: looks },
    { endpoint: list, calls: list.paging.by === 'whole' ? Math.min(lists, instead) : instead, insteadOf: get },
  ].filter(({ calls }) => calls > 0);
};
