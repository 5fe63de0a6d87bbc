/** A walk over one of Zoom's lists, page by page, from a cursor on. */
import type { ZoomError } from '../../src/zoom/client/client.ts';
import { nameOf } from '../../src/zoom/declare/endpoint.ts';
import { carried, toldBy } from '../../src/zoom/declare/entity.ts';
import { type Cursor, decodeCursor } from '../cursor.ts';
import type { Entity, Params } from '../entity.ts';
import { withArticle } from '../errors.ts';
import { pagesFrom } from '../pages.ts';
import type { Store } from '../store.ts';
import { ListEdge, type PageRef, type WalkedEdge } from './edge.ts';
import { type ListQuery, listName, type Note, sizeFor } from './query.ts';
import { resume, type Start } from './resume.ts';
import { type Item, placeOf, type Segment, type SegmentedList, segmentedOf, undatedOf } from './segments.ts';
import { seenTotal, totalOf } from './totals.ts';

/** What a walk over a list goes through: a page, of which each item becomes an edge when it is met. */
export interface WalkedPage {
  readonly edges: Iterable<WalkedEdge<Entity | Item>>;
  /** Nothing comes behind it. */
  readonly isLast: boolean;
  /** The cursor behind the page, where it need not hold an item that has one. */
  readonly end?: () => string;
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
  /** The same as far as its pages have told it, without a call. */
  seenTotal(): number | null;
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

/** Throws InputError where a list cannot be gone through as it is asked for: by a wrong cursor or window. Nothing is read. */
export const checkPlace = (query: ListQuery): void => {
  segmentedOf(query, cursorIn(query));
};
const cursorIn = (query: ListQuery): Cursor | undefined =>
  query.after ? decodeCursor(query.after, listName(query)) : undefined;

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
    this.#after = cursorIn(query);
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

  seenTotal(): number | null {
    return seenTotal(this.#segmented, this.#totals);
  }

  locate(text: string): ReturnType<Walk['locate']> {
    const cursor = decodeCursor(text, listName(this.#query));
    return {
      isAt: (edge) => edge instanceof ListEdge && edge.isAt(cursor),
      isBehind: (edge) => edge instanceof ListEdge && edge.isBehind(cursor),
    };
  }

  /** One generator for all parts: each that another goes through costs every page some turns of the event loop's queue. */
  async *#pages(): AsyncGenerator<WalkedPage> {
    const { list, of, wanted, extraKey } = this.#query;
    const segmented = this.#segmented;
    const { segments } = segmented;
    for (let at = this.#after?.segment ?? 0; at < segments.length; at++) {
      const segment = segments[at]!;
      const start = await this.#startOf(segment, at);
      const { ref, size, token } = start;
      const told = { ...extraKey, ...placeOf(segment.ref) };
      let { skip, position } = start;
      const from = { token, before: position - skip };
      for await (const page of pagesFrom(this.#store, ref, size, from, (error) => this.failures.push(error))) {
        this.#totals[at] = page.total;
        for (const text of page.notes) this.#tell(text);
        if (of) this.#store.learn(of, list, wanted, page.items);
        const edges = this.#edgesOf({ segmented, segment: at, size, page }, { told, skip, position });
        yield { edges, isLast: at === segments.length - 1 && page.next === null };
        position += page.items.length - skip;
        skip = 0;
      }
    }
  }

  #startOf({ ref }: Segment, at: number): Start | Promise<Start> {
    const after = this.#after;
    return after && at === after.segment
      ? resume(this.#store, ref, after, this.#segmented.keyOf, this.#note)
      : { ref, token: null, size: sizeFor(this.#query.list, this.#ahead()), skip: 0, position: 0 };
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

/** Where in a page its edges begin. */
interface PageStart {
  /** What the list tells of its items' keys. */
  readonly told: Params;
  /** So many items are left out. */
  readonly skip: number;
  /** Of the first one that is not. */
  readonly position: number;
}

/** Says each thing once. */
const once = (note: Note): Note => {
  const said = new Set<string>();
  return (text) => {
    if (!said.has(text)) note(text);
    said.add(text);
  };
};
