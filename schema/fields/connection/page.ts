/** What the connection types show of a list: of one that was read, and of one that is still coming. */
import type { Connection } from '../../../resolvers/connection/connection.ts';
import { BEGIN } from '../../../resolvers/cursor.ts';
import type { Bunch } from '../../questions/stats.ts';
import { mapped } from '../page-stream.ts';

/** What the connection types show. */
export interface ShownEdge {
  readonly node: unknown;
  readonly cursor: string;
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

export interface Page {
  readonly edges: readonly ShownEdge[];
  readonly pageInfo: PageInfo;
  total(): Promise<number | null>;
  /** All items of the list; of a page that was read for what is asked of all of them. */
  all?(): Promise<Bunch>;
}

/** A page that may still be coming. */
export type Shown = Page | PendingConnection;

/** What the connection types show of a list. */
export type Listed = Omit<Connection<unknown>, 'failures'>;

export const shown = ({ edges, hasNextPage, hasPreviousPage, total, endCursor }: Listed): Page => ({
  edges,
  pageInfo: new LazyPageInfo(edges, hasNextPage, hasPreviousPage, endCursor),
  total,
});

/** Cursors are made when they are looked at (see `Edge`). */
class LazyPageInfo implements PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #edges: Page['edges'];
  readonly #endCursor: string | null | undefined;

  constructor(edges: Page['edges'], hasNextPage: boolean, hasPreviousPage: boolean, endCursor?: string | null) {
    this.#edges = edges;
    this.#endCursor = endCursor;
    this.hasNextPage = hasNextPage;
    this.hasPreviousPage = hasPreviousPage;
  }

  get startCursor(): string | null {
    return this.#edges[0]?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.#endCursor ?? this.#edges.at(-1)?.cursor ?? null;
  }
}

/** A page whose items are still coming; what is known of it when all are there is waited for by those who want it. */
export class PendingConnection {
  readonly edges: AsyncIterable<ShownEdge>;
  readonly #complete: Promise<Connection<unknown>>;

  constructor(edges: AsyncIterable<ShownEdge>, complete: Promise<Connection<unknown>>) {
    this.edges = edges;
    this.#complete = complete;
  }

  get pageInfo(): Promise<PageInfo> {
    return this.#complete.then((connection) => shown(connection).pageInfo);
  }

  /** Those that `edges` comes to. */
  allEdges(): Promise<readonly ShownEdge[]> {
    return this.#complete.then(({ edges }) => edges);
  }

  /** Where the list fails, its items tell. */
  total(): Promise<number | null> {
    return this.#complete.then(
      ({ total }) => total(),
      () => null,
    );
  }
}

export const nodesOf = ({ edges }: Shown) =>
  Symbol.asyncIterator in edges ? mapped(edges, nodeOf) : edges.map(nodeOf);

export const nodeOf = ({ node }: ShownEdge): unknown => node;

/** The edges of a list, when all are there. */
export const edgesOf = async (list: Shown): Promise<Page['edges']> =>
  list instanceof PendingConnection ? list.allEdges() : list.edges;

/** A list of which nothing could be read, for this reason. It goes on where it was to begin. */
export const unbegun = (after: string | null, why: Error): Page =>
  shown({
    edges: [],
    hasNextPage: true,
    hasPreviousPage: after !== null,
    endCursor: after ?? BEGIN,
    total: () => Promise.reject(why),
  });

export const uncounted = (total: () => Promise<number | null>): Shown => ({
  edges: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  total,
});
