/** Lists in an order that is not Zoom's: they are read to the end, so that a cursor only has to find its item, or the place where it stood. */

import type { Edge } from './connection/edge.ts';
import type { ListQuery } from './connection/query.ts';
import { listName } from './connection/query.ts';
import { decodeSorted, encodeSorted } from './cursor.ts';

/** What items compare by; null comes last in either direction. */
export type SortValue = string | number | boolean | null;
interface Sortable {
  readonly node: unknown;
  readonly key: string;
}
export interface Direction {
  readonly isDescending: boolean;
}

/** The items sorted by the values of each; those that are alike stay as they are. */
export const sortedEdges = <N>(
  edges: readonly (Sortable & { readonly node: N })[],
  valuesOf: readonly (readonly SortValue[])[],
  directions: readonly Direction[],
  query: ListQuery,
): SortedEdge<N>[] => {
  let name: string | undefined;
  const list = () => {
    name ??= listName(query);
    return name;
  };
  return edges
    .map(({ node, key }, position) => new SortedEdge(node, { list, key, position, values: valuesOf[position] ?? [] }))
    .sort((a, b) => compared(a.place.values, b.place.values, directions));
};

/** How many of the sorted items stand before the cursor, with its own. Throws InputError (CURSOR_INVALID). */
export const beginOf = (
  edges: readonly SortedEdge<unknown>[],
  directions: readonly Direction[],
  query: ListQuery,
): number => {
  if (!query.after) return 0;
  const { key, values, position } = decodeSorted(query.after, listName(query), directions.length);
  const at = edges.findIndex((edge) => edge.place.key === key);
  if (at >= 0) return at + 1;
  // The item is gone: of those that are alike, those that stood behind it are now where it stood, or behind that.
  const behind = edges.findIndex(({ place }) => {
    const order = compared(place.values, values, directions);
    return order > 0 || (order === 0 && place.position >= position);
  });
  return behind < 0 ? edges.length : behind;
};

/** Which of two stands first, by their values. */
export const compared = (
  a: readonly SortValue[],
  b: readonly SortValue[],
  directions: readonly Direction[],
): number => {
  for (const [i, { isDescending }] of directions.entries()) {
    const [one = null, other = null] = [a[i], b[i]];
    if (one === other) continue;
    if (one === null || other === null) return one === null ? 1 : -1;
    return one < other === isDescending ? 1 : -1;
  }
  return 0;
};

interface Place {
  readonly list: () => string;
  readonly key: string;
  /** Its place as Zoom lists them. */
  readonly position: number;
  readonly values: readonly SortValue[];
}
export class SortedEdge<N> implements Edge<N> {
  readonly node: N;
  readonly place: Place;

  constructor(node: N, place: Place) {
    this.node = node;
    this.place = place;
  }

  get cursor(): string {
    const { list, ...place } = this.place;
    return encodeSorted({ list: list(), ...place });
  }

  with<M>(node: M): SortedEdge<M> {
    return new SortedEdge(node, this.place);
  }
}
