/**
 * The items of a list that a question means. Whether one is meant may take calls of its own, so that a walk may have to end before it has found as
 * many as are wanted: then what was found stands, and its last cursor goes on behind the last item that was looked at.
 */
import { type ErrorKind, type RequestContext, ZoomError } from '../src/zoom/client/client.ts';
import { nameOf } from '../src/zoom/declare/endpoint.ts';
import type { Connection } from './connection/connection.ts';
import type { WalkedEdge } from './connection/edge.ts';
import type { ListQuery, Note } from './connection/query.ts';
import { type Walk, type WalkedPage, walkOver } from './connection/walk.ts';
import type { Entity } from './entity.ts';
import type { Store } from './store.ts';

type Node = Entity | Readonly<Record<string, unknown>>;
type NodeEdge = WalkedEdge<Node>;
/** Whether an item is meant; an error where that could not be told. */
export type Verdict = boolean | Error;

/** Says which items are meant. */
export interface Judge {
  /** By what their list told of them, without a call; undefined where that does not decide. */
  told(nodes: readonly Node[]): Promise<readonly (boolean | undefined)[]>;
  /** By whatever has to be read. */
  read(nodes: readonly Node[]): Promise<readonly Promise<Verdict>[]>;
}
/** What a walk needs of its request. */
export interface Asking {
  readonly store: Store;
  readonly note: Note;
  readonly requestContext: Pick<RequestContext, 'stats' | 'deadline' | 'maxCalls'>;
  readonly judge: Judge;
  /** How the list is gone through, where it is not one of Zoom's. */
  readonly walk?: (query: ListQuery) => Walk;
  /** What an item is taken for: it may have to know whose it is. */
  readonly as?: (node: Node) => Node;
  /** Whoever asks cannot go on from a cursor: a walk that has to end before it knows fails. */
  readonly isStrict?: boolean;
}
export interface Matches extends Omit<Connection<Node>, 'total' | 'failures'> {
  /** What kept items from being judged, and the list from being read on. */
  readonly failures: readonly Error[];
  /** Where the list goes on: behind the last item that was looked at, where the walk had to end. */
  readonly endCursor: string | null;
}
export interface AllMatches {
  readonly edges: readonly NodeEdge[];
  readonly failures: readonly Error[];
  /** Why there may be more. */
  readonly ended?: ZoomError;
  /** The `first` of them behind `after`. */
  page(): Matches;
}

/** The `first` items behind `after` that are meant. Throws InputError, and ZoomError where nothing could be looked at. */
export const matchesOf = async (query: ListQuery, asking: Asking): Promise<Matches> => {
  const search = new Search(query, asking, query.first);
  await search.run();
  const { edges, failures, ended, more } = search;
  if (ended && edges.length < query.first && asking.isStrict) throw ended;
  if (ended) asking.note(search.said());
  const endCursor = (search.isCut ? search.place : edges.at(-1)?.cursor) ?? null;
  return { edges, failures, hasNextPage: more, hasPreviousPage: Boolean(query.after), endCursor };
};

/** All items that are meant, for what can be said only of all of them. */
export const allMatchesOf = async (query: ListQuery, asking: Asking): Promise<AllMatches> => {
  const search = new Search({ ...query, after: null }, asking, Number.POSITIVE_INFINITY, query);
  await search.run();
  const { edges, failures, ended, isCut, place, begin } = search;
  const why = ended?.saying(`${search.said()} What is asked of all of them is not known.`);
  return {
    edges,
    failures,
    ended: why ?? (isCut ? failures.find((error) => error instanceof ZoomError) : undefined),
    page: () => {
      const end = begin() + query.first;
      const shown = edges.slice(begin(), end);
      const more = edges.length > end;
      const endCursor = (isCut && !more ? place : shown.at(-1)?.cursor) ?? null;
      return {
        edges: shown,
        failures,
        hasNextPage: more || isCut,
        hasPreviousPage: Boolean(query.after),
        endCursor,
      };
    },
  };
};

/** So many items that take calls are judged side by side: few at first, so that something is known soon, then twice as many each time. */
const BATCH = { first: 20, most: 100 } as const;
/** The part of a request's time and calls that a walk may take: the rest is for what is selected of the items that it finds. */
const SHARE = 0.8;
const ENDS: ReadonlySet<ErrorKind> = new Set(['TIMEOUT', 'TOO_MANY_CALLS', 'RATE_LIMIT', 'DAILY_LIMIT']);
/** Whether the request has no more time, calls or budget for anything of the kind. */
export const endsWalk = (error: unknown): error is ZoomError => error instanceof ZoomError && ENDS.has(error.kind);

/** One walk, and what it has found. */
class Search {
  readonly edges: NodeEdge[] = [];
  readonly failures: Error[] = [];
  /** There may be more items that are meant. */
  more = false;
  /** Why it ended although the list goes on. */
  ended: ZoomError | undefined;
  /** It did not come to the end of what it was to look at. */
  isCut = false;
  /** The last item that was looked at, and the end of the last page. */
  #last: NodeEdge | undefined;
  #end: (() => string) | undefined;
  #looked = 0;
  #batch: number = BATCH.first;
  /** How many of those found stand before the cursor, with its own. */
  #begin: number | undefined;
  readonly #query: ListQuery;
  readonly #asking: Asking;
  readonly #first: number;
  readonly #cursor: ReturnType<Walk['locate']> | undefined;
  readonly #walk: Walk;
  readonly #until: number;
  readonly #callsBefore: number;
  readonly #mostCalls: number;

  /** `page` holds the cursor that a walk over the whole list is to find. */
  constructor(query: ListQuery, asking: Asking, first: number, page?: ListQuery) {
    const { store, note, requestContext } = asking;
    const { deadline = Number.POSITIVE_INFINITY, maxCalls = Number.POSITIVE_INFINITY, stats } = requestContext;
    this.#query = query;
    this.#asking = asking;
    this.#first = first;
    const { walk = () => walkOver(store, query, note, () => query.list.paging.max) } = asking;
    this.#walk = walk(query);
    this.#cursor = page?.after ? this.#walk.locate(page.after) : undefined;
    this.#until = Date.now() + SHARE * (deadline - Date.now());
    this.#callsBefore = stats.calls;
    this.#mostCalls = stats.calls + SHARE * (maxCalls - stats.calls);
  }

  async run(): Promise<void> {
    try {
      await this.#go();
    } catch (error) {
      if (!(error instanceof ZoomError) || error.kind === 'ABORTED' || !this.place) throw error;
      if (endsWalk(error)) this.ended = error;
      else this.failures.push(error);
      this.more = this.isCut = true;
    }
    const { failures, leavesOut } = this.#walk;
    this.failures.push(...failures);
    if (failures.length > 0 && !leavesOut) this.isCut = true;
    if (this.#looked === 0 && this.failures[0]) throw this.failures[0];
  }

  async #go(): Promise<void> {
    const pages = this.#walk.pages[Symbol.asyncIterator]();
    try {
      while (await this.#goOn(pages)) this.#check();
    } finally {
      // A page that does not come is not waited for.
      void pages.return?.();
    }
  }

  /** Looks at the next page; whether another is to be looked at. */
  async #goOn(pages: AsyncIterator<WalkedPage>): Promise<boolean> {
    const next = await this.#nextOf(pages);
    if (next.done) return false;
    const { edges, isLast, end } = next.value;
    const { as } = this.#asking;
    const candidates = as ? Array.from(edges, (edge) => edge.with(as(edge.node))) : [...edges];
    if (await this.#page(candidates)) return false;
    if (end) this.#end = end;
    if (isLast) return false;
    this.more = this.edges.length === this.#first;
    return !this.more;
  }

  /** The cursor behind all that was looked at; undefined where that is nothing. */
  get place(): string | undefined {
    return this.#end?.() ?? this.#last?.cursor;
  }

  /** Of those that are found, the place behind the cursor. */
  readonly begin = (): number => {
    const cursor = this.#cursor;
    if (cursor === undefined) return 0;
    if (this.#begin !== undefined) return this.#begin;
    const behind = this.edges.findIndex((edge) => cursor.isBehind(edge));
    return behind < 0 ? this.edges.length : behind;
  };

  /** How far the walk came, in words. */
  said(): string {
    const { list, after } = this.#query;
    const total = after ? null : this.#walk.seenTotal();
    const of = total === null ? '' : ` of ${total}`;
    return `The walk over ${nameOf(list)} ended after ${this.#looked}${of} items. ${this.ended?.message ?? ''} The list goes on from \`endCursor\`.`;
  }

  /** Looks at the items of a page in their order; true when as many as are wanted were found. */
  async #page(edges: readonly NodeEdge[]): Promise<boolean> {
    const { judge } = this.#asking;
    const told = await judge.told(edges.map(({ node }) => node));
    for (let at = 0; at < edges.length; ) {
      const open: NodeEdge[] = [];
      let end = at;
      const batch = this.#nextBatch();
      for (; end < edges.length && open.length < batch; end++) if (told[end] === undefined) open.push(edges[end]!);
      const read = open.length > 0 ? await this.#read(open) : [];
      let next = 0;
      for (const [i, edge] of edges.slice(at, end).entries()) {
        const verdict = told[at + i] ?? read[next++];
        const isMeant = verdict === true;
        if (isMeant || verdict === undefined || endsWalk(verdict)) {
          this.more = this.edges.length === this.#first;
          if (this.more) return true;
        }
        if (verdict === undefined) throw timeOver();
        if (verdict instanceof Error) this.#failed(verdict);
        if (isMeant) this.edges.push(edge);
        this.#looked++;
        this.#last = edge;
        this.#end = undefined;
        if (this.#cursor?.isAt(edge)) this.#begin = this.edges.length;
      }
      at = end;
      this.more = this.edges.length === this.#first && at < edges.length;
      if (this.more) return true;
    }
    return false;
  }

  /** How many are judged next: no more than there are calls for, if they take as many as those before. */
  #nextBatch(): number {
    const { calls } = this.#asking.requestContext.stats;
    const each = Math.max(1, (calls - this.#callsBefore) / Math.max(1, this.#looked));
    const batch = Math.min(this.#batch, Math.floor((this.#mostCalls - calls) / each));
    this.#batch = Math.min(BATCH.most, this.#batch * 2);
    return Math.max(1, batch);
  }

  /** What is said of each in the time that there is; undefined of those of whom nothing was said by then. */
  async #read(edges: readonly NodeEdge[]): Promise<readonly (Verdict | undefined)[]> {
    if (this.#looked > 0) this.#check();
    const said: (Verdict | undefined)[] = edges.map(() => undefined);
    const read = async () => {
      const verdicts = await this.#asking.judge.read(edges.map(({ node }) => node));
      await Promise.all(
        verdicts.map(async (verdict, i) => {
          said[i] = await verdict;
        }),
      );
    };
    await this.#inTime(read());
    return said;
  }

  /** The next page; where something was looked at already, it is waited for no longer than the walk has time. Throws ZoomError. */
  async #nextOf(pages: AsyncIterator<WalkedPage>): Promise<IteratorResult<WalkedPage>> {
    const next = pages.next();
    const page = this.place === undefined ? await next : await this.#inTime(next);
    if (!page) throw timeOver();
    return page;
  }

  /** What comes of some work while the walk has time; undefined where that is over before. */
  async #inTime<T>(work: Promise<T>): Promise<T | undefined> {
    if (!Number.isFinite(this.#until)) return work;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), Math.max(0, this.#until - Date.now()));
    });
    return Promise.race([work, late]).finally(() => clearTimeout(timer));
  }

  /** Each thing that went wrong is told once. */
  #failed(error: Error): void {
    if (endsWalk(error)) throw error;
    if (error instanceof ZoomError && error.kind === 'ABORTED') throw error;
    if (!this.failures.some(({ message }) => message === error.message)) this.failures.push(error);
  }

  /** Throws when the walk has had its part of the time and the calls. */
  #check(): void {
    if (Date.now() >= this.#until) throw timeOver();
    if (this.#asking.requestContext.stats.calls >= this.#mostCalls) throw callsOver();
  }
}
const timeOver = () => new ZoomError('TIMEOUT', 'Most of the time that the request has is over.');
const callsOver = () => new ZoomError('TOO_MANY_CALLS', 'Most of the calls that the request may make are made.');
