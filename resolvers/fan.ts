/**
 * Lists that Zoom has for each of many owners alone, as one: those of all users, one user after another. The lists of the next owners are begun
 * while that of one is gone through, and more of them the longer it goes on.
 */
import { type ErrorKind, ZoomError } from '../src/zoom/client/client.ts';
import type { ListEdge, WalkedEdge } from './connection/edge.ts';
import { type ListQuery, listName, type Note } from './connection/query.ts';
import { type Walk, type WalkedPage, walkOver } from './connection/walk.ts';
import { decodeFan, encodeFan, readCursor, shortened } from './cursor.ts';
import { Entity } from './entity.ts';
import type { Store } from './store.ts';

type Node = Entity | Readonly<Record<string, unknown>>;

/** The owners, and what the path of each one's list is made of. */
export interface Fan {
  readonly owners: ListQuery;
  readonly pathOf: (zoomId: string) => Readonly<Record<string, string>>;
  /** Whether a refusal says that an owner cannot have such a list, and so has none. */
  readonly hasNone: ((refusal: ZoomError) => boolean) | undefined;
}

/** The most lists that are begun ahead. */
const MOST_AHEAD = 20;

interface Owner {
  readonly zoomId: string;
  /** Its cursor among the owners. */
  readonly cursor: string;
}
interface Begun {
  readonly owner: Owner;
  readonly pages: AsyncIterator<WalkedPage>;
  readonly first: Promise<IteratorResult<WalkedPage>>;
}

/** Reads the lists of all owners from `after` on. A list that Zoom refuses is left out, and each reason is reported once. */
export const fanOver = (store: Store, query: ListQuery, fan: Fan, note: Note): Walk =>
  new FanWalk(store, query, fan, note);

/** A class for its generators' sake, as in connection/walk.ts. */
class FanWalk implements Walk {
  readonly failures: ZoomError[] = [];
  readonly leavesOut = true;
  readonly isDated = true;
  readonly pages: AsyncIterable<WalkedPage>;
  readonly #store: Store;
  readonly #query: ListQuery;
  readonly #fan: Fan;
  readonly #note: Note;
  readonly #name: string;
  readonly #after: ReturnType<typeof decodeFan> | undefined;
  /** The owners by their places among those whose lists were gone through. */
  readonly #order = new Map<string, number>();

  constructor(store: Store, query: ListQuery, fan: Fan, note: Note) {
    this.#store = store;
    this.#query = query;
    this.#fan = fan;
    this.#note = note;
    this.#name = listName(query);
    this.#after = query.after ? decodeFan(query.after, this.#name) : undefined;
    this.pages = this.#pages();
  }

  total(): Promise<null> {
    return Promise.resolve(null);
  }

  seenTotal(): null {
    return null;
  }

  locate(text: string): ReturnType<Walk['locate']> {
    const { owner, inner } = decodeFan(text, this.#name);
    const place = inner === null ? undefined : readCursor(inner);
    const order = this.#order;
    const at = () => order.get(owner) ?? Number.POSITIVE_INFINITY;
    return {
      isAt: (edge) => edge instanceof FanEdge && edge.owner === owner && place !== undefined && edge.inner.isAt(place),
      isBehind: (edge) => {
        if (!(edge instanceof FanEdge)) return false;
        if (edge.owner !== owner) return (order.get(edge.owner) ?? 0) > at();
        return place !== undefined && edge.inner.isBehind(place);
      },
    };
  }

  async *#pages(): AsyncGenerator<WalkedPage> {
    const after = this.#after;
    const { owners } = this.#fan;
    if (after?.inner)
      yield* this.#pagesOf(this.#begin({ zoomId: after.owner, cursor: after.outer }, after.inner), false);
    const all = { ...owners, after: after?.outer ?? null };
    const outer = walkOver(this.#store, all, this.#note, () => owners.list.paging.max);
    let ahead = 1;
    for await (const { edges, isLast } of outer.pages) {
      const page = Array.from(edges, ownerOf);
      const begun: Begun[] = [];
      for (const [at] of page.entries()) {
        for (let next = begun.length; next < Math.min(page.length, at + ahead); next++)
          begun.push(this.#begin(page[next] as Owner, null));
        ahead = Math.min(MOST_AHEAD, ahead * 2);
        yield* this.#pagesOf(begun[at] as Begun, isLast && at === page.length - 1);
      }
    }
  }

  #begin(owner: Owner, from: string | null): Begun {
    const query = this.#query;
    const one = { ...query, path: { ...query.path, ...this.#fan.pathOf(owner.zoomId) }, after: from };
    const pages = walkOver(this.#store, one, this.#note, () => query.list.paging.max).pages[Symbol.asyncIterator]();
    const first = pages.next();
    first.catch(() => undefined); // told when its turn comes
    return { owner, pages, first };
  }

  async *#pagesOf({ owner, pages, first }: Begun, isLastOwner: boolean): AsyncGenerator<WalkedPage> {
    this.#order.set(owner.zoomId, this.#order.size);
    const cursorAt = (inner: string | null) =>
      encodeFan({ list: this.#name, owner: owner.zoomId, outer: owner.cursor, inner });
    try {
      for (let next = await first; !next.done; next = await pages.next()) {
        const { edges, isLast } = next.value;
        yield {
          edges: mapped(edges, (edge) => new FanEdge(edge as ListEdge<Node>, owner.zoomId, cursorAt)),
          isLast: isLast && isLastOwner,
          ...(isLast && { end: () => cursorAt(null) }),
        };
      }
    } catch (error) {
      if (!(error instanceof ZoomError) || !OF_ONE.has(error.kind)) throw error;
      if (this.#fan.hasNone?.(error)) return;
      if (!this.failures.some(({ message }) => message === error.message)) this.failures.push(error);
    }
  }
}

const ownerOf = ({ node, cursor }: WalkedEdge<Node>): Owner => ({
  zoomId: node instanceof Entity ? node.zoomId : '',
  cursor,
});

/** Refusals that may concern the list of one owner alone. */
const OF_ONE: ReadonlySet<ErrorKind> = new Set(['NOT_FOUND', 'BAD_REQUEST', 'FORBIDDEN', 'UPSTREAM']);

function* mapped<T, R>(items: Iterable<T>, to: (item: T) => R): Generator<R> {
  for (const item of items) yield to(item);
}

class FanEdge<N> implements WalkedEdge<N> {
  readonly inner: ListEdge<N>;
  readonly owner: string;
  readonly #cursorAt: (inner: string) => string;

  constructor(inner: ListEdge<N>, owner: string, cursorAt: (inner: string) => string) {
    this.inner = inner;
    this.owner = owner;
    this.#cursorAt = cursorAt;
  }

  get node(): N {
    return this.inner.node;
  }

  get cursor(): string {
    return this.#cursorAt(this.inner.cursor);
  }

  get key(): string {
    return shortened(`${this.owner} ${this.inner.key}`);
  }

  with<M>(node: M): FanEdge<M> {
    return new FanEdge(this.inner.with(node), this.owner, this.#cursorAt);
  }
}
