/**
 * From Zoom's pages to Relay connections: any `first`, a cursor on every edge, and the walk goes on where a cursor left off,
 * also when the page token in it has died.
 */
import { ZoomError } from '../src/zoom/client/client.ts';
import type { Day } from '../src/zoom/declare/days.ts';
import { type ListEndpoint, listedBy, nameOf } from '../src/zoom/declare/endpoint.ts';
import { asking, carried, type EntityType, toldBy } from '../src/zoom/declare/entity.ts';
import { type Cursor, decodeCursor, encodeCursor, encodeUnseen, notIssued, readCursor, shortened } from './cursor.ts';
import { type Entity, keyOf, keyText, type Params } from './entity.ts';
import { withArticle } from './errors.ts';
import { fingerprint } from './fingerprint.ts';
import type { Totals } from './hints.ts';
import {
  isDeadToken,
  type ListRef,
  listKey,
  type Page,
  pagesFrom,
  pagesOf,
  readPage,
  type Token,
  upTo,
} from './pages.ts';
import type { Store } from './store.ts';
import { dayIn, isRangeOf, isSooner, type Range, rangeOf, windowsOf } from './windows.ts';

/** Small pages cost as many calls as large ones; this many at least are asked for, so that a later `first` is not bound to a tiny page. */
export const USUAL_SIZE = 30;

export interface ListQuery {
  readonly list: ListEndpoint;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  /** A filter of which Zoom takes one value a call; the connection is that of all the values, one after another. */
  readonly perValue?: { readonly param: string; readonly values: readonly unknown[] };
  readonly first: number;
  readonly after?: string | null;
  readonly from?: Day;
  readonly to?: Day;
  /** What the items are; absent where they have no identity. */
  readonly of?: EntityType;
  /** Parts of the items' key that neither they nor the list tell. */
  readonly extraKey?: Params;
  /** The list proves no item to exist: of its items, no more than the key is believed. */
  readonly unverified?: boolean;
  /** The fields wanted of them, for what Zoom sends only on request. */
  readonly wanted?: Iterable<string>;
  /** What else is asked of the items, as a text: cursors are good for that alone. */
  readonly asked?: string;
}

export interface Edge<N> {
  readonly node: N;
  readonly cursor: string;
  /** The same place with another node. */
  with<M>(node: M): Edge<M>;
}
export interface Connection<N> {
  readonly edges: readonly Edge<N>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Why the list could not be read on, beside what could: where its last cursor goes on, there is a next page. */
  readonly failures: readonly ZoomError[];
  /** How many there are in all; null where Zoom cannot say. May make a call. */
  total(): Promise<number | null>;
}

/** What a walk had to say that the client should know (`extensions.zoom.notes`). */
export type Note = (text: string) => void;

type Item = Readonly<Record<string, unknown>>;
/** A stretch of the whole list: a date window, a status. */
interface Segment {
  readonly ref: ListRef;
  /** Undefined where nobody can tell: of an item without a date. */
  owns(item: Item): boolean | undefined;
}
/** The whole list, with its arguments. */
interface SegmentedList {
  /** Made when a cursor is. */
  name(): string;
  readonly range: Range | null;
  readonly segments: readonly Segment[];
  keyOf(item: Item): string;
}
/** Where a walk begins in a part: which page, how many of its items to leave out, and the position of the next one. */
interface Start {
  /** The part's list, as Zoom wants it with the token. */
  readonly ref: ListRef;
  readonly token: Token;
  readonly size: number;
  readonly skip: number;
  readonly position: number;
}

/** What a walk over a list goes through: a page, of which each item becomes an edge when it is met. */
export interface WalkedPage {
  readonly edges: Iterable<WalkedEdge<Entity | Item>>;
  /** Nothing comes behind it. */
  readonly isLast: boolean;
  /** The cursor behind the page, where it need not hold an item that has one. */
  readonly end?: () => string;
}
export interface WalkedEdge<N> extends Edge<N> {
  /** What tells the item from others of its list. */
  readonly key: string;
  with<M>(node: M): WalkedEdge<M>;
}
/** A walk over a list, with what it has met so far. */
export interface Walk {
  readonly pages: AsyncIterable<WalkedPage>;
  /** Why the list could not be read on, where Zoom said that there is more. */
  readonly failures: ZoomError[];
  /** These failures are of parts that are left out, and the rest was read. */
  readonly leavesOut?: true;
  /** How many items Zoom says that there are in all; null where it cannot say. May make a call. */
  total(): Promise<number | null>;
  /** The list goes by days, whose totals Zoom does not know. */
  readonly isDated: boolean;
  /** Where edges stand beside a cursor, once the walk has met them. Throws InputError (CURSOR_INVALID). */
  locate(cursor: string): {
    isAt(edge: WalkedEdge<unknown>): boolean;
    isBehind(edge: WalkedEdge<unknown>): boolean;
  };
}

/** Goes through the list from `after` on, in pages of the size that `ahead` items take at that time. Throws InputError for a wrong cursor or window. */
export const walkOver = (store: Store, query: ListQuery, note: Note, ahead: () => number): Walk =>
  new ListWalk(store, query, note, ahead);

/**
 * A class, since its generators are then functions that all requests share: V8 gives each function that makes generators a hidden class as
 * soon as it is called, and that would keep a request's own function, and the answers that it sees, till the next major collection.
 */
class ListWalk implements Walk {
  readonly failures: ZoomError[] = [];
  readonly pages: AsyncIterable<WalkedPage>;
  readonly #store: Store;
  readonly #query: ListQuery;
  readonly #note: Note;
  /** Says each thing once. */
  readonly #tell: Note;
  readonly #ahead: () => number;
  readonly #after: Cursor | undefined;
  readonly #segmented: SegmentedList;
  readonly #isElsewhere: ReturnType<typeof undatedOf>;
  readonly #keys: ReadonlySet<string>;
  readonly #totals: (number | undefined)[] = [];

  constructor(store: Store, query: ListQuery, note: Note, ahead: () => number) {
    const { list, of } = query;
    this.#store = store;
    this.#query = query;
    this.#note = note;
    this.#tell = once(note);
    this.#ahead = ahead;
    this.#after = query.after ? decodeCursor(query.after, listName(query)) : undefined;
    this.#segmented = segmentedOf(query, this.#after);
    this.#isElsewhere = undatedOf(this.#segmented);
    this.#keys = of ? toldBy(of, list, query.wanted) : carried(list, query.wanted);
    this.pages = this.#pages();
  }

  get isDated(): boolean {
    return this.#segmented.range !== null;
  }

  total(): Promise<number | null> {
    return totalOf(this.#store, this.#segmented, this.#totals);
  }

  locate(text: string): ReturnType<Walk['locate']> {
    const cursor = decodeCursor(text, listName(this.#query));
    return {
      isAt: (edge) => edge instanceof ListEdge && edge.isAt(cursor),
      isBehind: (edge) => edge instanceof ListEdge && edge.isBehind(cursor),
    };
  }

  async *#pages(): AsyncGenerator<WalkedPage> {
    const { segments } = this.#segmented;
    for (let at = this.#after?.segment ?? 0; at < segments.length; at++) yield* this.#pagesOf(segments[at]!, at);
  }

  async *#pagesOf(segment: Segment, at: number): AsyncGenerator<WalkedPage> {
    const { list, of, wanted, extraKey } = this.#query;
    const segmented = this.#segmented;
    const after = this.#after;
    const start =
      after && at === after.segment
        ? await resume(this.#store, segment.ref, after, segmented.keyOf, this.#note)
        : { ref: segment.ref, token: null, size: sizeFor(list, this.#ahead()), skip: 0, position: 0 };
    const { ref, size, token } = start;
    const told = { ...extraKey, ...placeOf(segment.ref) };
    const isLastSegment = at === segmented.segments.length - 1;
    let { skip, position } = start;
    const from = { token, before: position - skip };
    for await (const page of pagesFrom(this.#store, ref, size, from, (error) => this.failures.push(error))) {
      this.#totals[at] = page.total;
      for (const text of page.notes) this.#tell(text);
      if (of) this.#store.learn(of, list, wanted, page.items);
      const edges = this.#edgesOf({ segmented, segment: at, size, page }, { told, skip, position });
      yield { edges, isLast: isLastSegment && page.next === null };
      position += page.items.length - skip;
      skip = 0;
    }
  }

  *#edgesOf(pageRef: PageRef, { told, skip, position }: PageStart): Generator<ListEdge<Entity | Item>> {
    const { list, of, unverified, path } = this.#query;
    const store = this.#store;
    const at = pageRef.segment;
    const { items } = pageRef.page;
    for (let offset = skip; offset < items.length; offset++) {
      const item = items[offset]!;
      if (!(this.#segmented.segments[at]!.owns(item) ?? !this.#isElsewhere(item, at))) continue;
      const entity = of && (unverified ? store.named(of, item, told) : store.found(of, item, this.#keys, told));
      if (of && !entity) {
        this.#tell(`Zoom sent an item of ${nameOf(list)} without the id of ${withArticle(of.name)}; it is left out.`);
        continue;
      }
      const node = entity ?? store.scoped(item, path);
      yield new ListEdge(node, pageRef, offset, position + offset - skip);
    }
  }
}

/**
 * Reads the `first` items behind `after`. Throws InputError for a wrong cursor or window, ZoomError when Zoom refuses before anything
 * was read. `handOn` is told what is there whenever another page has to be read.
 */
export const connectionOf = async (
  store: Store,
  query: ListQuery,
  note: Note,
  handOn?: (edges: readonly Edge<Entity | Item>[]) => void,
): Promise<Connection<Entity | Item>> => {
  const { first } = query;
  const edges: Edge<Entity | Item>[] = [];
  const walk = walkOver(store, query, note, () => first - edges.length);
  const { failures } = walk;
  let more = false;
  try {
    for await (const page of walk.pages) {
      for (const edge of page.edges) {
        more = edges.length === first;
        if (more) break;
        edges.push(edge);
      }
      more ||= edges.length === first && !page.isLast;
      if (more) break;
      if (!page.isLast) handOn?.(edges);
    }
  } catch (error) {
    if (edges.length === 0 || !(error instanceof ZoomError) || error.kind === 'ABORTED') throw error;
    failures.push(error);
    more = true;
  }
  if (edges.length === 0 && failures[0]) throw failures[0];
  const isAll = !query.after && !more && failures.length === 0;
  const total = async () => (walk.isDated && isAll ? edges.length : walk.total());
  return { edges, hasNextPage: more, hasPreviousPage: Boolean(query.after), failures, total };
};

/** Says each thing once. */
const once = (note: Note): Note => {
  const said = new Set<string>();
  return (text) => {
    if (!said.has(text)) note(text);
    said.add(text);
  };
};

/** Tells of items without a date whether they came with another part: windows overlap, and each is shown once. */
const undatedOf = ({ keyOf }: SegmentedList) => {
  const segments = new Map<string, number>();
  return (item: Item, segment: number): boolean => {
    const key = keyOf(item);
    const first = segments.get(key) ?? segment;
    segments.set(key, first);
    return first !== segment;
  };
};

/** What the items of a page have in common. */
interface PageRef {
  readonly segmented: SegmentedList;
  readonly segment: number;
  readonly size: number;
  readonly page: Page;
}
/** Where in a page its edges begin. */
interface PageStart {
  /** What the list tells of its items' keys. */
  readonly told: Params;
  /** So many items are left out. */
  readonly skip: number;
  /** Of the first one that is not. */
  readonly position: number;
}
/**
 * An item of a page. Its cursor is made when it is looked at, by a getter of the class: a literal's own would keep the whole answer
 * from being collected till the next major collection.
 */
export class ListEdge<N> implements WalkedEdge<N> {
  readonly node: N;
  readonly #pageRef: PageRef;
  readonly #offset: number;
  readonly #position: number;

  constructor(node: N, pageRef: PageRef, offset: number, position: number) {
    this.node = node;
    this.#pageRef = pageRef;
    this.#offset = offset;
    this.#position = position;
  }

  get cursor(): string {
    const { segmented, segment, size, page } = this.#pageRef;
    const isLast = this.#offset === page.items.length - 1 && page.next !== null;
    const token = isLast ? page.next : page.token;
    const isAsAsked = page.until === undefined || page.until === segmented.segments[segment]?.ref.query.to;
    return encodeCursor({
      list: segmented.name(),
      range: segmented.range,
      segment,
      size,
      position: this.#position,
      key: this.key,
      token,
      offset: isLast ? -1 : this.#offset,
      until: token === null || isAsAsked ? null : (page.until ?? null),
    });
  }

  with<M>(node: M): ListEdge<M> {
    return new ListEdge(node, this.#pageRef, this.#offset, this.#position);
  }

  /** What tells the item from others of its list. */
  get key(): string {
    const { segmented, page } = this.#pageRef;
    return segmented.keyOf(page.items[this.#offset] as Item);
  }

  /** Whether it is the item of this cursor. */
  isAt(cursor: Cursor): boolean {
    return this.#pageRef.segment === cursor.segment && this.key === cursor.key;
  }

  /** Whether it stands behind the place of this cursor. */
  isBehind({ segment: at, position }: Cursor): boolean {
    const { segment } = this.#pageRef;
    return segment > at || (segment === at && (position === null || this.#position > position));
  }
}

/** A connection of which only the total is wanted: nothing is read until it is asked for. */
export const countOf = (store: Store, query: ListQuery): Promise<number | null> => totalOf(store, segmentedOf(query));

/**
 * How many pages a connection reads at most, for its items or for nothing but their total, before anything is known of the
 * list; Zoom is taken to fill its pages. Throws InputError as the connection itself would.
 */
export const pagesAhead = (query: ListQuery, want: 'items' | 'total'): number => {
  const { list, first } = query;
  const after = query.after ? readCursor(query.after) : undefined;
  const { segments, range } = segmentedOf(query, after);
  if (want === 'total') return range ? 0 : segments.length;
  if (!after) return segments.length - 1 + Math.max(1, Math.ceil(first / list.paging.max));
  // The page in which the cursor stands may hold nothing behind it.
  return segments.length - after.segment + Math.max(1, Math.ceil(first / after.size));
};

/**
 * How many items behind its cursor a list had when it was last seen; undefined where it was not seen, and none where Zoom's count is none
 * of the items. Throws InputError as the connection itself would.
 */
export const leastSeen = (totals: Pick<Totals, 'get'>, query: ListQuery): number | undefined => {
  const after = query.after ? readCursor(query.after) : undefined;
  const { segments, range } = segmentedOf(query, after);
  if (range) return 0;
  const ahead = segments.slice(after?.segment).map(({ ref }) => totals.get(listKey(ref)));
  const all = ahead.reduce(
    (sum: number | undefined, total) => (sum === undefined || total === undefined ? undefined : sum + total),
    0,
  );
  if (after?.position === null) return 0;
  return all && Math.max(0, all - (after ? after.position + 1 : 0));
};

/** Sees how long a list is, and what its items hold, by the first call that its connection would make. */
export const lookAt = async (store: Store, query: ListQuery): Promise<void> => {
  const { list, first, of, wanted } = query;
  const look = async ({ ref }: Segment) => {
    const page = await readPage(store, ref, sizeFor(list, first), null);
    if (of) store.learn(of, list, wanted, page.items);
  };
  await Promise.all(segmentedOf(query).segments.map(look));
};

/** How many pages a walk over the whole list reads, if it has so many items in all. */
export const pagesOfAll = (query: ListQuery, size: number): number => {
  const { segments } = segmentedOf(query, query.after ? readCursor(query.after) : undefined);
  const pages = query.list.paging.by === 'whole' ? 1 : pagesOf(query.list, size);
  return segments.length - 1 + pages;
};

/** The cursor of an item that is in a list although it was not met there, since it has just been created. */
export const cursorOfNew = (query: ListQuery, entity: Entity): string => {
  const uuid = entity.known('uuid');
  return encodeUnseen(listName(query), typeof uuid === 'string' && hasUuid(query.list) ? uuid : entity.key);
};
/** The fields besides those of the key that such a cursor is made of. */
export const fieldsOfCursor = (list: ListEndpoint): readonly string[] => (hasUuid(list) ? ['uuid'] : []);
const hasUuid = ({ of }: ListEndpoint): boolean => of.shape.uuid !== undefined;

/** Names a list with its arguments. */
export const listName = ({ list, path, query, perValue, from, to, asked }: ListQuery): string =>
  fingerprint([nameOf(list), path, sorted(query), perValue, from, to, ...(asked === undefined ? [] : [asked])]);
const sorted = (query: object = {}) => Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));

/** Throws InputError for days that cannot be had, and for a cursor that was not issued for a list of this kind. */
const segmentedOf = (query: ListQuery, after?: Cursor): SegmentedList => {
  const { list, path = {}, perValue, of, wanted = [] } = query;
  if (after && !isPlausible(after, query)) throw notIssued();
  const constants = { ...query.query, ...asking(list, wanted) };
  const range = list.window ? (after?.range ?? rangeOf(list.window, query.from, query.to)) : null;
  const { window } = list;
  const at = window ? listedBy(window, constants) : '';
  const spans =
    window && range
      ? windowsOf(window, range).map(({ query: days, owns }) => ({
          days,
          owns: (item: Item) => {
            const day = dayIn(item[at]);
            return day === undefined ? undefined : owns(day);
          },
        }))
      : [{ days: {}, owns: () => true }];
  let name: string | undefined;
  const values = perValue?.values.map((value) => ({ [perValue.param]: value })) ?? [{}];
  const segments = values.flatMap((one) =>
    spans.map(({ days, owns }): Segment => ({ ref: { list, path, query: { ...constants, ...days, ...one } }, owns })),
  );
  const { ref } = segments[after?.segment ?? 0] ?? {};
  if (after && !(ref && isWithin(after.until, ref))) throw notIssued();
  return {
    name: () => {
      name ??= listName(query);
      return name;
    },
    range,
    segments,
    keyOf: (item) => itemKey(of, item, { ...query.extraKey, ...(segments[0] ? placeOf(segments[0].ref) : path) }),
  };
};
/** What the list itself tells of the key of its items: its path, and the filters that all of them meet. */
const placeOf = ({ path, query }: ListRef): Params =>
  Object.fromEntries(Object.entries({ ...query, ...path }).map(([name, value]) => [name, String(value)]));
/**
 * Whether the gateway itself may have written the cursor for a list of this kind. Nothing signs cursors, so that all gateways take
 * those of each other: whatever costs time or calls is bounded here.
 */
const isPlausible = (
  { range, token, size, offset, position, until }: Cursor,
  { list, from, to }: ListQuery,
): boolean => {
  const { paging, window } = list;
  if (position === null) return window === undefined;
  // Zoom may send more than a page holds, so that its size is no bound.
  const isOfPage = offset < 0 ? token !== null : offset <= position;
  const isInRange = window ? range !== null && isRangeOf(window, from, to, range) : range === null;
  // One answer is all that there is of a list without pages.
  if (paging.by === 'whole') return isOfPage && isInRange && token === null && !Number.isFinite(size);
  const isToken = token === null || (paging.by === 'token' ? token !== '' : /^[1-9]\d{0,8}$/.test(token));
  const isSize = size >= Math.min(USUAL_SIZE, paging.max) && size <= paging.max;
  return isOfPage && isInRange && isToken && isSize && (until === null || token !== null);
};

/** Whether a token of the part can be for days up to this one, which Zoom took for one that had not come. */
const isWithin = (until: string | null, { query: { from, to } }: ListRef): boolean =>
  until === null || (until.slice(0, 10) >= String(from).slice(0, 10) && isSooner(until, String(to)));

/** Marks the keys of items that have none of their own: several of them may be alike. */
const ALIKE = '#';
/** A uuid tells more than a key: ended meetings stand in one list under the same number (docs/zoom.md 3). */
const itemKey = (of: EntityType | undefined, item: Item, path: Params): string => {
  if (typeof item.uuid === 'string') return shortened(item.uuid);
  const params = of && keyOf(of, item, path);
  return params ? shortened(keyText(params)) : ALIKE + fingerprint(item);
};

/** As few pages as will do, all of one size: Zoom wants the same size with every token. */
const sizeFor = ({ paging }: ListEndpoint, wanted: number): number => {
  if (!Number.isFinite(paging.max)) return paging.max;
  const even = Math.ceil(wanted / Math.ceil(wanted / paging.max));
  return Math.min(paging.max, Math.max(even, USUAL_SIZE));
};

/** Finds the place behind a cursor's item: in its page if that can still be had, else by walking there again. */
const resume = async (
  store: Store,
  segment: ListRef,
  cursor: Cursor,
  keyOf: (item: Item) => string,
  note: Note,
): Promise<Start> => {
  const { token, size, offset, position, key, until } = cursor;
  if (position === null) return search(store, segment, cursor, keyOf, note);
  const ref = token === null ? segment : upTo(segment, until ?? undefined);
  try {
    const page = await readPage(store, ref, size, token);
    const begin = offset < 0 ? position + 1 : position - offset;
    const found = indexOf(page.items, key, offset, keyOf);
    if (found >= 0) return { ref, token, size, skip: found + 1, position: begin + found + 1 };
    if (offset < 0) return { ref, token, size, skip: 0, position: begin };
  } catch (error) {
    if (!isDeadToken(error)) throw error;
  }
  return search(store, segment, cursor, keyOf, note);
};

/** Where the item is in a page: at the index where it was, or wherever what came or went before has moved it. */
const indexOf = (items: readonly Item[], key: string, index: number, keyOf: (item: Item) => string): number => {
  const item = items[index];
  if (item && keyOf(item) === key) return index;
  return index < 0 && key.startsWith(ALIKE) ? -1 : items.findIndex((one) => keyOf(one) === key);
};

/**
 * Walks from the start of the part, in large pages, until the item shows; a page beyond its old position it is taken for gone. Where it was
 * not met before, the whole part is looked through.
 */
const search = async (
  store: Store,
  ref: ListRef,
  { position, key }: Cursor,
  keyOf: (item: Item) => string,
  note: Note,
): Promise<Start> => {
  const size = Number.isFinite(ref.list.paging.max) ? ref.list.paging.max : Number.POSITIVE_INFINITY;
  let first = 0;
  let fallback: Start = { ref, token: null, size, skip: 0, position: 0 };
  let best: Start | undefined;
  for await (const page of pagesFrom(store, ref, size)) {
    const found = indexOf(page.items, key, (position ?? 0) - first, keyOf);
    // Zoom's own word for the last day goes with its tokens alone: asked from the start, the day may be left out.
    const here = { ref: page.token === null ? ref : upTo(ref, page.until), token: page.token, size };
    // Of several that are alike, the one that stands where it stood is meant.
    if (found >= 0 && (!best || first + found === position))
      best = { ...here, skip: found + 1, position: first + found + 1 };
    if (position !== null && first <= position)
      fallback = { ...here, skip: Math.min(position - first, page.items.length), position };
    first += page.items.length;
    if (position === null ? best : (best && first > position) || first > position + size) break;
  }
  if (best) return best;
  const from = position === null ? 'the list begins anew' : 'the list goes on from its position';
  note(`The item that a cursor of ${nameOf(ref.list)} stood for is gone; ${from}.`);
  return fallback;
};

/**
 * Adds up what Zoom says of each part; parts whose total is not yet known are asked, in a page of the usual size. Null for lists by
 * days: their windows overlap, and what Zoom counts in them would be too much.
 */
const totalOf = async (
  store: Store,
  { segments, range }: SegmentedList,
  known: readonly (number | undefined)[] = [],
): Promise<number | null> => {
  if (range) return null;
  const ask = async ({ ref }: Segment) => (await readPage(store, ref, sizeFor(ref.list, 1), null)).total;
  const totals = await Promise.all(segments.map((segment, at) => known[at] ?? ask(segment)));
  let sum = 0;
  for (const total of totals) {
    if (total === undefined) return null;
    sum += total;
  }
  return sum;
};
