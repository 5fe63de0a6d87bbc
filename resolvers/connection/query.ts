/** What is asked of a list, and what names it. */
import type { Day } from '../../src/zoom/declare/days.ts';
import { type ListEndpoint, nameOf } from '../../src/zoom/declare/endpoint.ts';
import type { EntityType } from '../../src/zoom/declare/entity.ts';
import type { Params } from '../entity.ts';
import { fingerprint } from '../fingerprint.ts';

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

/** What a walk had to say that the client should know (`extensions.zoom.notes`). */
export type Note = (text: string) => void;

/** Names a list with its arguments. */
export const listName = ({ list, path, query, perValue, from, to, asked }: ListQuery): string =>
  fingerprint([nameOf(list), path, sorted(query), perValue, from, to, ...(asked === undefined ? [] : [asked])]);

const sorted = (query: object = {}) => Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));

/** Small pages cost as many calls as large ones; this many at least are asked for, so that a later `first` is not bound to a tiny page. */
export const USUAL_SIZE = 30;

/** As few pages as will do, all of one size: Zoom wants the same size with every token. */
export const sizeFor = ({ paging }: ListEndpoint, wanted: number): number => {
  if (!Number.isFinite(paging.max)) return paging.max;
  const even = Math.ceil(wanted / Math.ceil(wanted / paging.max));
  return Math.min(paging.max, Math.max(even, USUAL_SIZE));
};
