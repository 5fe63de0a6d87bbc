/**
 * Lists that Zoom has for each of many owners alone, as one: those of all users, one user after another. The lists of the next owners are begun
 * while that of one is gone through, and more of them the longer it goes on.
 */
import { type ErrorKind, ZoomError } from '../src/zoom/client/client.ts';
import {
  type ListEdge,
  type ListQuery,
  listName,
  type Note,
  type Walk,
  type WalkedEdge,
  type WalkedPage,
  walkOver,
} from './connection.ts';
import { decodeFan, encodeFan, readCursor, shortened } from './cursor.ts';
import { Entity } from './entity.ts';
import type { Store } from './store.ts';

type Node = Entity | Readonly<Record<string, unknown>>;

/** The owners, and what the path of each one's list is made of. */
export interface Fan {
  readonly owners: ListQuery;
  readonly pathOf: (zoomId: string) => Readonly<Record<string, string>>;
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

/** Goes through the lists of all owners from `after` on. A list that Zoom refuses is left out, and each reason told once. */
export const fanOver = (store: Store, query: ListQuery, { owners, pathOf }: Fan, note: Note): Walk => {
  const name = listName(query);
  const after = query.after ? decodeFan(query.after, name) : undefined;
  const failures: ZoomError[] = [];
  /** The owners by their places among those whose lists were gone through. */
  const order = new Map<string, number>();
  const size = () => query.list.paging.max;

  const begin = (owner: Owner, from: string | null): Begun => {
    const one = { ...query, path: { ...query.path, ...pathOf(owner.zoomId) }, after: from };
    const pages = walkOver(store, one, note, size).pages[Symbol.asyncIterator]();
    const first = pages.next();
    first.catch(() => undefined); // told when its turn comes
    return { owner, pages, first };
  };
  const pagesOf = async function* ({ owner, pages, first }: Begun, isLastOwner: boolean): AsyncGenerator<WalkedPage> {
    order.set(owner.zoomId, order.size);
    const cursorAt = (inner: string | null) =>
      encodeFan({ list: name, owner: owner.zoomId, outer: owner.cursor, inner });
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
      if (!failures.some(({ message }) => message === error.message)) failures.push(error);
    }
  };
  const pages = async function* (): AsyncGenerator<WalkedPage> {
    if (after?.inner) yield* pagesOf(begin({ zoomId: after.owner, cursor: after.outer }, after.inner), false);
    const outer = walkOver(store, { ...owners, after: after?.outer ?? null }, note, () => owners.list.paging.max);
    let ahead = 1;
    for await (const { edges, isLast } of outer.pages) {
      const all = Array.from(
        edges,
        ({ node, cursor }): Owner => ({
          zoomId: node instanceof Entity ? node.zoomId : '',
          cursor,
        }),
      );
      const begun: Begun[] = [];
      for (const [at] of all.entries()) {
        for (let next = begun.length; next < Math.min(all.length, at + ahead); next++)
          begun.push(begin(all[next] as Owner, null));
        ahead = Math.min(MOST_AHEAD, ahead * 2);
        yield* pagesOf(begun[at] as Begun, isLast && at === all.length - 1);
      }
    }
  };
  return {
    pages: pages(),
    failures,
    leavesOut: true,
    total: async () => null,
    isDated: true,
    locate: (text) => {
      const { owner, inner } = decodeFan(text, name);
      const place = inner === null ? undefined : readCursor(inner);
      const at = () => order.get(owner) ?? Number.POSITIVE_INFINITY;
      return {
        isAt: (edge) =>
          edge instanceof FanEdge && edge.owner === owner && place !== undefined && edge.inner.isAt(place),
        isBehind: (edge) => {
          if (!(edge instanceof FanEdge)) return false;
          if (edge.owner !== owner) return (order.get(edge.owner) ?? 0) > at();
          return place !== undefined && edge.inner.isBehind(place);
        },
      };
    },
  };
};

/** Refusals that may concern the list of one owner alone. */
const OF_ONE: ReadonlySet<ErrorKind> = new Set(['NOT_FOUND', 'BAD_REQUEST', 'FORBIDDEN', 'UPSTREAM']);

const mapped = function* <T, R>(items: Iterable<T>, to: (item: T) => R): Generator<R> {
  for (const item of items) yield to(item);
};

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
