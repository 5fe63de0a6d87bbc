/**
 * From Zoom's pages to Relay connections: any `first`, a cursor on every edge, and the walk goes on where a cursor left off,
 * also when the page token in it has died.
 */
import { ZoomError } from '../../src/zoom/client/client.ts';
import { BEGIN } from '../cursor.ts';
import type { Entity } from '../entity.ts';
import type { Store } from '../store.ts';
import type { Edge } from './edge.ts';
import type { ListQuery, Note } from './query.ts';
import type { Item } from './segments.ts';
import { walkOver } from './walk.ts';

export interface Connection<N> {
  readonly edges: readonly Edge<N>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Why the list could not be read on, beside what could: where its last cursor goes on, there is a next page. */
  readonly failures: readonly ZoomError[];
  /** Where the list goes on, if that is not behind the last of the edges. */
  readonly endCursor?: string | null;
  /** How many there are in all; null where Zoom cannot say. May make a call. */
  total(): Promise<number | null>;
}

/** What whoever reads a list has to do with its items meanwhile. */
export interface Reading {
  /** Is told what is there whenever another page has to be read. */
  readonly handOn?: (edges: readonly Edge<Entity | Item>[]) => void;
  /** How many of so many more items there may be; the list ends behind these. */
  readonly admit?: (items: number) => number;
}

/**
 * Reads the `first` items behind `after`. Throws InputError for a wrong cursor or window, ZoomError when Zoom refuses before anything
 * was read.
 */
export const connectionOf = async (
  store: Store,
  query: ListQuery,
  note: Note,
  { handOn, admit }: Reading = {},
): Promise<Connection<Entity | Item>> => {
  const { first } = query;
  const edges: Edge<Entity | Item>[] = [];
  const walk = walkOver(store, query, note, () => first - edges.length);
  const { failures } = walk;
  let more = false;
  try {
    for await (const page of walk.pages) {
      const begin = edges.length;
      for (const edge of page.edges) {
        more = edges.length === first;
        if (more) break;
        edges.push(edge);
      }
      const admitted = admit ? begin + admit(edges.length - begin) : edges.length;
      if (admitted < edges.length) {
        edges.length = admitted;
        more = true;
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
  return {
    edges,
    hasNextPage: more,
    hasPreviousPage: Boolean(query.after),
    failures,
    total,
    ...(edges.length === 0 && { endCursor: query.after ?? (more ? BEGIN : null) }),
  };
};
