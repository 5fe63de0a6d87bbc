/** How many pages and items a list takes before it is read, for the cost. */
import { readCursor } from '../cursor.ts';
import type { Totals } from '../hints.ts';
import { listKey, pagesOf, readPage } from '../pages.ts';
import type { Store } from '../store.ts';
import { type ListQuery, sizeFor } from './query.ts';
import { type Segment, segmentedOf } from './segments.ts';

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
