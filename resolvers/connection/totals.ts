/** How many items a list has in all. */
import { readPage } from '../pages.ts';
import type { Store } from '../store.ts';
import { type ListQuery, sizeFor } from './query.ts';
import { type Segment, type SegmentedList, segmentedOf } from './segments.ts';

/** A connection of which only the total is wanted: nothing is read until it is asked for. */
export const countOf = (store: Store, query: ListQuery): Promise<number | null> => totalOf(store, segmentedOf(query));

/**
 * Adds up what Zoom says of each part; parts whose total is not yet known are asked, in a page of the usual size. Null for lists by
 * days: their windows overlap, and what Zoom counts in them would be too much.
 */
export const totalOf = async (
  store: Store,
  { segments, range }: SegmentedList,
  known: readonly (number | undefined)[] = [],
): Promise<number | null> => {
  if (range) return null;
  const ask = async ({ ref }: Segment) => (await readPage(store, ref, sizeFor(ref.list, 1), null)).total;
  return sumOf(await Promise.all(segments.map((segment, at) => known[at] ?? ask(segment))));
};

/** The same as far as it is known already, without a call. */
export const seenTotal = ({ segments, range }: SegmentedList, known: readonly (number | undefined)[]): number | null =>
  range ? null : sumOf(segments.map((_, at) => known[at]));

const sumOf = (totals: readonly (number | undefined)[]): number | null => {
  let sum = 0;
  for (const total of totals) {
    if (total === undefined) return null;
    sum += total;
  }
  return sum;
};
