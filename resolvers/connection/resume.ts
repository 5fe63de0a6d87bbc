/** Where a walk goes on behind a cursor, also when the page token in it has died. */
import { nameOf } from '../../src/zoom/declare/endpoint.ts';
import type { Cursor } from '../cursor.ts';
import { isDeadToken, type ListRef, pagesFrom, readPage, type Token, upTo } from '../pages.ts';
import type { Store } from '../store.ts';
import type { Note } from './query.ts';
import { ALIKE, type Item } from './segments.ts';

/** Where a walk begins in a part: which page, how many of its items to leave out, and the position of the next one. */
export interface Start {
  /** The part's list, as Zoom wants it with the token. */
  readonly ref: ListRef;
  readonly token: Token;
  readonly size: number;
  readonly skip: number;
  readonly position: number;
}

/** Finds the place behind a cursor's item: in its page if that can still be had, else by walking there again. */
export const resume = async (
  store: Store,
  segment: ListRef,
  cursor: Cursor,
  keyOf: (item: Item) => string,
  note: Note,
): Promise<Start> => {
  const { token, size, offset, position, key, until } = cursor;
  if (position === null) return search(store, segment, cursor, keyOf, note);
  const ref = token === null ? segment : upTo(segment, until ?? undefined);
  try {
    const page = await readPage(store, ref, size, token);
    const begin = offset < 0 ? position + 1 : position - offset;
    const found = indexOf(page.items, key, offset, keyOf);
    if (found >= 0) return { ref, token, size, skip: found + 1, position: begin + found + 1 };
    if (offset < 0) return { ref, token, size, skip: 0, position: begin };
  } catch (error) {
    if (!isDeadToken(error)) throw error;
  }
  return search(store, segment, cursor, keyOf, note);
};

/** Where the item is in a page: at the index where it was, or wherever what came or went before has moved it. */
const indexOf = (items: readonly Item[], key: string, index: number, keyOf: (item: Item) => string): number => {
  const item = items[index];
  if (item && keyOf(item) === key) return index;
  return index < 0 && key.startsWith(ALIKE) ? -1 : items.findIndex((one) => keyOf(one) === key);
};

/**
 * Walks from the start of the part, in large pages, until the item shows; a page beyond its old position it is taken for gone. Where it was
 * not met before, the whole part is looked through.
 */
const search = async (
  store: Store,
  ref: ListRef,
  { position, key }: Cursor,
  keyOf: (item: Item) => string,
  note: Note,
): Promise<Start> => {
  const size = Number.isFinite(ref.list.paging.max) ? ref.list.paging.max : Number.POSITIVE_INFINITY;
  let first = 0;
  let fallback: Start = { ref, token: null, size, skip: 0, position: 0 };
  let best: Start | undefined;
  for await (const page of pagesFrom(store, ref, size)) {
    const found = indexOf(page.items, key, (position ?? 0) - first, keyOf);
    // Zoom's own word for the last day goes with its tokens alone: asked from the start, the day may be left out.
    const here = { ref: page.token === null ? ref : upTo(ref, page.until), token: page.token, size };
    // Of several that are alike, the one that stands where it stood is meant.
    if (found >= 0 && (!best || first + found === position))
      best = { ...here, skip: found + 1, position: first + found + 1 };
    if (position !== null && first <= position)
      fallback = { ...here, skip: Math.min(position - first, page.items.length), position };
    first += page.items.length;
    if (position === null ? best : (best && first > position) || first > position + size) break;
  }
  if (best) return best;
  const from = position === null ? 'the list begins anew' : 'the list goes on from its position';
  note(`The item that a cursor of ${nameOf(ref.list)} stood for is gone; ${from}.`);
  return fallback;
};
