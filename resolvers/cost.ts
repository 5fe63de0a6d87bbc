/**
 * What hydration may cost before anything is read: what the planner (plan.ts) may come to decide for sets of entities in place of entities.
 * What nobody knows yet is left open, and the worst of it counts: how many of a set are met at one moment, which of their fields are known by
 * then, whether the budget has room, and how long a list is that nobody has seen.
 */
import { type Endpoint, type ListEndpoint, nameOf } from '../src/zoom/declare/endpoint.ts';
import { asking, type Carrier, type EntityType } from '../src/zoom/declare/entity.ts';
import { inSubAccount } from './account-scope.ts';
import type { Hints } from './hints.ts';
import { listKey, pagesOf } from './pages.ts';
import { type ListStep, type Missing, onlyListed, type Progress, plan, roundsOf } from './plan.ts';

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
  // Some of their fields may be known by then, so that all may come to ask the same of a list.
  const company = new Map<string, number>();
  const companyOf = (carrier: Carrier, isSub: boolean) => JSON.stringify([type.foundIn.indexOf(carrier), isSub]);
  for (const one of wanted)
    for (const way of waysTo(type, one.fields, hints)) {
      const { carrier, isSure } = way;
      const asked = carrier && asking(carrier.list, one.fields);
      const name = JSON.stringify([carrier && type.foundIn.indexOf(carrier), isSure, asked, one.isSub]);
      const others = carrier && companyOf(carrier, one.isSub);
      if (others) company.set(others, one.count + (company.get(others) ?? 0));
      const group = groups.get(name) ?? { ...way, isSub: one.isSub, wanted: [] };
      group.wanted.push(one);
      groups.set(name, group);
    }
  return summed(
    [...groups.values()].flatMap(({ carrier, isSure, isSub, wanted }) => {
      const known = isSub ? { ...NO_TOTALS, undeclared: hints.undeclared } : hints;
      if (!carrier) return isSub ? singly(type, wanted).flatMap(inSub) : singly(type, wanted);
      const together = company.get(companyOf(carrier, isSub)) ?? 0;
      const bounds = (isSure ? listed : tried)(type, carrier, { wanted, together }, known);
      return isSub ? bounds.flatMap(inSub) : bounds;
    }),
  );
};
const NO_TOTALS: Pick<Hints, 'totals'> = { totals: new Map<string, number>() };

/** Calls of one operation for several ways: each makes its own. */
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

/** The planner's answer for so many who miss these fields, who all would stand in one list of the carrier. */
interface Question {
  readonly type: EntityType;
  readonly carrier: Carrier;
  readonly undeclared: Hints['undeclared'];
  readonly fields: Iterable<string>;
}
const stepOf = (
  { type, carrier, undeclared, fields }: Question,
  count: number,
  progress: Progress,
  hasRoom = false,
): ListStep<Missing> | undefined => {
  const all: Missing = { count, fields: new Set(fields), placeIn: () => ({ path: {}, query: {} }) };
  const facts = { undeclared, hasRoom: () => hasRoom, progressOf: () => progress };
  for (const step of plan(type, [all], facts, [carrier])) if ('list' in step) return step;
  return undefined;
};

/** As if the list took no call: it is then read for all that is sought there. */
const FREE: Progress = { read: 0, found: 0, ahead: undefined, isFree: true };
const UNSEEN: Progress = { read: 0, found: 0, ahead: undefined };
/** From how few on the list is read; more than `most` where it is not even for so many. */
const listedFrom = (question: Question, most: number, progress: Progress, hasRoom = false): number =>
  least(most + 1, (count) => count > most || stepOf(question, count, progress, hasRoom) !== undefined);
/** How many pages may be ahead of those that are read on for so many. */
const mostAhead = (question: Question, count: number): number => {
  const isTooLong = (ahead: number) => !stepOf(question, count, { read: 1, found: count, ahead });
  let bound = 1;
  while (!isTooLong(bound)) bound *= 2;
  return least(bound, isTooLong) - 1;
};
/** The least number from 1 on for which something holds, which holds for all above it, and for the bound. */
const least = (bound: number, holds: (number: number) => boolean): number => {
  let [low, high] = [1, bound];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
};

/** How the planner may come to read what is missing: by single GETs, or by a list. */
interface Way {
  readonly carrier?: Carrier;
  /** The list has all of it, so that the planner chooses by the cost alone. */
  readonly isSure: boolean;
}
/**
 * Where no list has all that is wanted, one with a part of it may yet be read: Zoom may have held the rest in another answer, though
 * nothing declares it there. And where the list that has it is not worth reading, another may be.
 */
const waysTo = (type: EntityType, fields: ReadonlySet<string>, { undeclared }: Hints): Way[] => {
  const sure = type.foundIn.find(
    (carrier) => stepOf({ type, carrier, undeclared, fields }, 1, FREE)?.isUndeclared === false,
  );
  const others = type.foundIn.filter(
    (carrier) => carrier !== sure && partOf({ type, carrier, undeclared, fields }).length > 0,
  );
  return [{ carrier: sure, isSure: true }, ...others.map((carrier) => ({ carrier, isSure: false }))];
};
/** Those of the fields for which the list is read, if the others are known by then. */
const partOf = (question: Question): string[] =>
  [...question.fields].filter((field) => stepOf({ ...question, fields: [field] }, 1, FREE));

/** A question for one of the fields of each kind: the planner tells those that the list declares from those that it does not. */
const unlike = (question: Question, fields: readonly string[]): Question[] => {
  const kinds = new Map<boolean | undefined, Question>();
  for (const field of fields) {
    const one = { ...question, fields: [field] };
    kinds.set(stepOf(one, 1, FREE)?.isUndeclared, one);
  }
  return [...kinds.values()];
};

const singly = ({ get }: EntityType, wanted: readonly Wanted[]): Bound[] =>
  get
    ? [{ endpoint: get, calls: sum(wanted.map(({ count, fields }) => count * roundsOf(get, [...fields]).length)) }]
    : [];

/** What the bounds of reading a list depend on. */
interface Reading extends Question {
  readonly fields: ReadonlySet<string>;
  readonly part: readonly string[];
  readonly count: number;
  /** Over how many lists they may be spread, and in how many ways each may be asked. */
  readonly lists: number;
  readonly asks: number;
  /** How many pages one list has, where that is known of the one that there is. */
  readonly pages: number | undefined;
  /** All pages. */
  readonly all: number;
}
const readingOf = (type: EntityType, carrier: Carrier, wanted: readonly Wanted[], hints: Hints): Reading => {
  const { list, queries = [{}] } = carrier;
  const count = sum(wanted.map((one) => one.count));
  const fields = new Set(wanted.flatMap((one) => [...one.fields]));
  const question = { type, carrier, undeclared: hints.undeclared, fields };
  const part = partOf(question);
  const lists = Math.max(1, Math.min(count, countAll(wanted.map((one) => one.listsOf(list)))));
  // Those who miss some of the fields alone ask the list for these alone.
  const asked = [asking(list, fields), ...part.map((field) => asking(list, [field]))];
  const asks = [...new Map(asked.map((query) => [JSON.stringify(query), query])).values()];
  const totalOf = (query: object) => hints.totals.get(listKey({ list, path: {}, query: { ...query, ...queries[0] } }));
  const totals = asks.map(totalOf);
  const largest = Math.max(totalOf({}) ?? 0, ...totals.map((total) => total ?? 0));
  const pages = list.paging.by === 'whole' ? 1 : pagesOf(list, largest);
  const isKnown = list.paging.by === 'whole' || !totals.includes(undefined);
  return {
    ...question,
    part,
    count,
    lists,
    asks: asks.length,
    pages: isKnown && lists === 1 ? pages : undefined,
    all: asks.length * lists * (pages + queries.length - 1),
  };
};

/** From how few on a list of so many pages may be read, with room for single GETs or not, and when its first page is cached. */
const mayBeListedFrom = (question: Question, most: number, pages: number): number => {
  const starts: Progress[] = [{ read: 0, found: 0, ahead: pages }];
  if (question.carrier.list.cacheable && pages > 1) starts.push({ read: 1, found: most, ahead: pages - 1 });
  return Math.min(
    ...starts.flatMap((progress) => [false, true].map((hasRoom) => listedFrom(question, most, progress, hasRoom))),
  );
};
/** How many are read singly at one moment at most, of a list of so many pages. */
const mostSingly = (question: Question, most: number, pages: number): number =>
  Math.max(
    ...[false, true].map((hasRoom) => listedFrom(question, most, { read: 0, found: 0, ahead: pages }, hasRoom) - 1),
  );

/** Those for whom a list is read in one way, and how many may come to be sought in it together with others. */
interface Party {
  readonly wanted: readonly Wanted[];
  readonly together: number;
}

/** Singly or by pages of the list, whichever the planner finds cheaper. */
const listed = (type: EntityType, carrier: Carrier, party: Party, hints: Hints): Bound[] => {
  const { wanted } = party;
  const { get } = type;
  const { list } = carrier;
  const reading = readingOf(type, carrier, wanted, hints);
  const { count, fields, asks, pages, all } = reading;
  const paged: Bound = { endpoint: list, calls: all, estimated: true };

  if (!get || onlyListed(type, fields).size > 0) {
    const open = wanted.filter((one) => onlyListed(type, one.fields).size < one.fields.size);
    return open.length > 0
      ? [paged, ...singly(type, open), ...tried(type, carrier, { ...party, wanted: open }, hints)]
      : [paged];
  }
  const from = pages === undefined ? 1 : mayBeListedFrom(reading, count, pages);
  if (pages === undefined || count < from) return [...singly(type, wanted), ...tried(type, carrier, party, hints)];
  // So few at one moment are read singly; of those that come later, others are wanted as well.
  const most = asks * mostSingly(reading, count, pages);
  const batches = countAll(wanted.map((one) => one.batches));
  const single: Bound = { endpoint: get, calls: Math.min(count, most), estimated: true };
  const early = batches > 1 ? Math.min(count - from + 1, batches * most, count - single.calls) : 0;
  const unsure = sum(wanted.filter(({ isSure }) => !isSure).map((one) => one.count));
  // The more of both count, since the ones are made or the others.
  return [
    ...(single.calls > paged.calls ? [{ ...paged, insteadOf: get }, single] : [paged, { ...single, insteadOf: list }]),
    { endpoint: get, calls: Math.max(early, unsure), estimated: true },
  ];
};

/** The pages of a list that the planner may read beside the single GETs of all, or in place of some. */
const tried = (type: EntityType, carrier: Carrier, { wanted, together }: Party, hints: Hints): Bound[] => {
  const { get } = type;
  const { list } = carrier;
  const reading = readingOf(type, carrier, wanted, hints);
  const { part, count, lists, asks, pages, all } = reading;
  const onlyHere = onlyListed(type, part);
  const bounds: Bound[] = get && onlyHere.size === 0 ? [] : [{ endpoint: list, calls: all, estimated: true }];
  const others = unlike(
    reading,
    part.filter((field) => !onlyHere.has(field)),
  );
  if (!get || others.length === 0) return bounds;
  const isRead = (one: Question) => pages === undefined || mayBeListedFrom(one, together, pages) <= together;
  if (!others.some(isRead)) return bounds;
  const lookedAt = Math.min(...others.map((one) => listedFrom(one, together, UNSEEN)));
  const ahead = Math.max(...others.map((one) => mostAhead(one, together)));
  const read = pages !== undefined || list.paging.by === 'whole' ? Math.min(all, ahead) : ahead;
  // Of pages that cost less than GETs there may be more than these.
  const instead = Math.min(count, read);
  const looks = Math.min(asks * lists, Math.floor(together / lookedAt));
  return [
    ...bounds,
    { endpoint: list, calls: looks + read - instead },
    { endpoint: list, calls: instead, insteadOf: get },
  ];
};
