/** The whole list as the parts that Zoom has calls for: date windows, values of a filter. */
import { listedBy } from '../../src/zoom/declare/endpoint.ts';
import { asking, type EntityType } from '../../src/zoom/declare/entity.ts';
import { type Cursor, notIssued, shortened } from '../cursor.ts';
import { keyOf, keyText, type Params } from '../entity.ts';
import { fingerprint } from '../fingerprint.ts';
import type { ListRef } from '../pages.ts';
import { dayIn, isRangeOf, isSooner, type Range, rangeOf, windowsOf } from '../windows.ts';
import { type ListQuery, listName, USUAL_SIZE } from './query.ts';

export type Item = Readonly<Record<string, unknown>>;

/** A stretch of the whole list: a date window, a status. */
export interface Segment {
  readonly ref: ListRef;
  /** Undefined where nobody can tell: of an item without a date. */
  owns(item: Item): boolean | undefined;
}

/** The whole list, with its arguments. */
export interface SegmentedList {
  /** Made when a cursor is. */
  name(): string;
  readonly range: Range | null;
  readonly segments: readonly Segment[];
  keyOf(item: Item): string;
}

/** Throws InputError for days that cannot be had, and for a cursor that was not issued for a list of this kind. */
export const segmentedOf = (query: ListQuery, after?: Cursor): SegmentedList => {
  const { list, path = {}, perValue, of, wanted = [] } = query;
  if (after && !isPlausible(after, query)) throw notIssued();
  const constants = { ...query.query, ...asking(list, wanted) };
  const range = list.window ? (after?.range ?? rangeOf(list.window, query.from, query.to)) : null;
  const { window } = list;
  const at = window ? listedBy(window, constants) : '';
  const spans =
    window && range
      ? windowsOf(window, range).map(({ query: days, owns }) => ({
          days,
          owns: (item: Item) => {
            const day = dayIn(item[at]);
            return day === undefined ? undefined : owns(day);
          },
        }))
      : WHOLE;
  let name: string | undefined;
  const values = perValue?.values.map((value) => ({ [perValue.param]: value })) ?? [{}];
  const segments = values.flatMap((one) =>
    spans.map(({ days, owns }): Segment => ({ ref: { list, path, query: { ...constants, ...days, ...one } }, owns })),
  );
  const { ref } = segments[after?.segment ?? 0] ?? {};
  if (after && !(ref && isWithin(after.until, ref))) throw notIssued();
  const place = { ...query.extraKey, ...(segments[0] ? placeOf(segments[0].ref) : path) };
  return {
    name: () => {
      name ??= listName(query);
      return name;
    },
    range,
    segments,
    keyOf: (item) => itemKey(of, item, place),
  };
};

/** A list that does not go by days. */
const WHOLE = [{ days: {}, owns: () => true }];

/** What the list itself tells of the key of its items: its path, and the filters that all of them meet. */
export const placeOf = ({ path, query }: ListRef): Params => {
  const place: Record<string, string> = {};
  for (const name in query) place[name] = String(query[name]);
  for (const name in path) place[name] = String(path[name]);
  return place;
};

/**
 * Whether the gateway itself may have written the cursor for a list of this kind. Nothing signs cursors, so that all gateways take
 * those of each other: whatever costs time or calls is bounded here.
 */
const isPlausible = (
  { range, token, size, offset, position, until }: Cursor,
  { list, from, to }: ListQuery,
): boolean => {
  const { paging, window } = list;
  if (position === null) return window === undefined;
  // Zoom may send more than a page holds, so that its size is no bound.
  const isOfPage = offset < 0 ? token !== null : offset <= position;
  const isInRange = window ? range !== null && isRangeOf(window, from, to, range) : range === null;
  // One answer is all that there is of a list without pages.
  if (paging.by === 'whole') return isOfPage && isInRange && token === null && !Number.isFinite(size);
  const isToken = token === null || (paging.by === 'token' ? token !== '' : /^[1-9]\d{0,8}$/.test(token));
  const isSize = size >= Math.min(USUAL_SIZE, paging.max) && size <= paging.max;
  return isOfPage && isInRange && isToken && isSize && (until === null || token !== null);
};

/** Whether a token of the part can be for days up to this one, which Zoom took for one that had not come. */
const isWithin = (until: string | null, { query: { from, to } }: ListRef): boolean =>
  until === null || (until.slice(0, 10) >= String(from).slice(0, 10) && isSooner(until, String(to)));

/** Marks the keys of items that have none of their own: several of them may be alike. */
export const ALIKE = '#';

/** A uuid tells more than a key: ended meetings stand in one list under the same number (docs/zoom.md 3). */
const itemKey = (of: EntityType | undefined, item: Item, path: Params): string => {
  if (typeof item.uuid === 'string') return shortened(item.uuid);
  const params = of && keyOf(of, item, path);
  return params ? shortened(keyText(params)) : ALIKE + fingerprint(item);
};

/** Tells of items without a date whether they came with another part: windows overlap, and each is shown once. */
export const undatedOf = ({ keyOf }: SegmentedList) => {
  const segments = new Map<string, number>();
  return (item: Item, segment: number): boolean => {
    const key = keyOf(item);
    const first = segments.get(key) ?? segment;
    segments.set(key, first);
    return first !== segment;
  };
};
