/** Reading a list page by page, the same for all the ways in which Zoom pages. */

import { ZoomError } from '../src/zoom/client/client.ts';
import { type Answer, type Args, type Endpoint, type ListEndpoint, nameOf } from '../src/zoom/declare/endpoint.ts';
import type { Totals } from './hints.ts';
import { isSooner } from './windows.ts';

/** What reading pages needs of a request's store. */
export interface Reader {
  readonly totals: Totals;
  read<E extends Endpoint>(endpoint: E, args: Args<E>, bypassCache?: boolean): Promise<Answer<E>>;
  isCached(endpoint: Endpoint, args: Args<Endpoint>): boolean;
}

/** A list with everything that stays the same while it is paged through. */
export interface ListRef {
  readonly list: ListEndpoint;
  readonly path: Readonly<Record<string, string | number>>;
  /** Filters, window and what is sent only on request. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Zoom itself is asked, whatever is cached. */
  readonly bypassCache?: boolean;
}

/** Where a page begins: null is the start of the list; else Zoom's token, or the number of the page. */
export type Token = string | null;

type Item = Readonly<Record<string, unknown>>;

export interface Page {
  readonly items: readonly Item[];
  /** How many entries Zoom sent, with those that are no objects and so no items. */
  readonly count: number;
  readonly token: Token;
  /** Where the next page begins; null at the end. */
  readonly next: Token;
  /** The last day as Zoom wants it together with `next`; undefined of lists that do not go by days. */
  readonly until: string | undefined;
  /** How many items Zoom says the whole list has: a hint (docs/zoom.md 3), never a reason to stop. */
  readonly total: number | undefined;
  /** What the client should know of it. */
  readonly notes: readonly string[];
}

/** Whether Zoom refused a page token: each lives 15 minutes. */
export const isDeadToken = (error: unknown): error is ZoomError =>
  error instanceof ZoomError && error.kind === 'PAGE_TOKEN';

/** The longest page token that is taken: cursors hold them, and are bounded. */
export const LONGEST_TOKEN = 2000;

/** One page. Throws ZoomError, of kind PAGE_TOKEN when Zoom no longer knows the token. */
export const readPage = async (store: Reader, ref: ListRef, size: number, token: Token): Promise<Page> => {
  const { list } = ref;
  const answer: unknown = await store
    .read<Endpoint>(list, argsOf(ref, size, token), ref.bypassCache)
    .catch((error: unknown) => {
      // Phone refuses bad filters with the code of a dead token (docs/zoom.md 3): where none was sent, it cannot be that.
      throw token === null && isDeadToken(error) ? error.as('BAD_REQUEST') : error;
    });
  const { envelope, entries } = partsOf(list, answer);
  const items = entries.every(isObject) ? entries : entries.filter(isObject);
  const total = list.paging.by === 'whole' ? items.length : countIn(envelope.total_records);
  if (total !== undefined) store.totals.set(listKey(ref), total);
  return {
    items,
    count: entries.length,
    token,
    next: nextOf(list, envelope, token, { size, total, count: entries.length }),
    until: untilOf(ref, envelope.to),
    total,
    notes:
      items === entries
        ? NOTHING
        : [`Zoom's list of ${nameOf(list)} held entries that are no objects; they are left out.`],
  };
};
const NOTHING: readonly string[] = [];

/** The same list, as Zoom wants it with a token: where it took a day that has not come for now, that is part of the query. */
export const upTo = (ref: ListRef, until: string | undefined): ListRef =>
  until === undefined ? ref : { ...ref, query: { ...ref.query, to: until } };

/**
 * The pages from a token on, before which there are so many items. A token that comes twice ends the walk, for it would never end by
 * itself, and so does one that cannot be used: `cutShort` is told where Zoom says that there are more items, and throws by default.
 */
export async function* pagesFrom(
  store: Reader,
  ref: ListRef,
  size: number,
  { token = null, before = 0 }: { readonly token?: Token; readonly before?: number } = {},
  cutShort: (error: ZoomError) => void = (error) => {
    throw error;
  },
): AsyncGenerator<Page> {
  const seen = new Set<Token>([token]);
  let read = before;
  let latest: Page | undefined;
  for (let at: Token | undefined = token, of = ref; at !== undefined; ) {
    const page: Page = await readPage(store, of, size, at).catch((error: unknown) => {
      // Whoever begins at a cursor's token has tried it before: this one Zoom gave just now.
      throw isDeadToken(error) ? error.as('UPSTREAM') : error;
    });
    const { next, total } = page;
    if (next === null || !(isUnusable(next) || seen.has(next))) {
      seen.add(next);
      read += page.count;
      yield page;
      latest = page;
      at = next ?? undefined;
      of = upTo(ref, page.until);
      continue;
    }
    const isNew = page.count > 0 && JSON.stringify(page.items) !== JSON.stringify(latest?.items);
    if (isNew) read += page.count;
    const all = total ?? latest?.total;
    const what = isUnusable(next) ? 'a page token that cannot be used' : 'the same page token twice';
    const said = `Zoom gave ${what} while ${nameOf(ref.list)} was read`;
    const isUnsure = isNew && all === undefined;
    const notes = isUnsure ? [...page.notes, `${said}; there may be more than what is here.`] : page.notes;
    if (isNew) yield { ...page, next: null, notes };
    if (all !== undefined && read < all)
      cutShort(new ZoomError('UPSTREAM', `${said}: of ${all} items, ${read} were read.`, { endpoint: ref.list }));
    return;
  }
}

/** Whether the first page of the list needs no call. */
export const isCached = (store: Reader, ref: ListRef, size: number): boolean =>
  !ref.bypassCache && store.isCached(ref.list, argsOf(ref, size, null));

const argsOf = ({ list, path, query }: ListRef, size: number, token: Token) =>
  ({ path, query, also: pagingQuery(list, size, token) }) as Args<Endpoint>;

/** How many pages hold so many items. */
export const pagesOf = ({ paging }: ListEndpoint, items: number): number => Math.max(1, Math.ceil(items / paging.max));

/** Names a list in the totals that the planner remembers. */
export const listKey = ({ list, path, query }: ListRef): string => nameOf(list) + JSON.stringify([path, query]);

const pagingQuery = ({ paging }: ListEndpoint, size: number, token: Token): Record<string, string | number> => {
  if (paging.by === 'whole') return {};
  const at = token === null ? {} : { [paging.by === 'token' ? 'next_page_token' : 'page_number']: token };
  return { page_size: size, ...at };
};

const isObject = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands around the items of an answer, and these; none where Zoom sends none. Throws ZoomError for what cannot be a list. */
const partsOf = (list: ListEndpoint, answer: unknown): { envelope: Item; entries: readonly unknown[] } => {
  const names = list.items === '' ? [] : list.items.split('.');
  let envelope: Item = {};
  let value = answer;
  for (const [at, name] of names.entries()) {
    if (value === undefined || value === null) return { envelope, entries: [] };
    if (!isObject(value)) throw unreadable(list, names.slice(0, at).join('.'), 'an object');
    envelope = value;
    value = value[name];
  }
  if (value === undefined || value === null) return { envelope, entries: [] };
  if (!Array.isArray(value)) throw unreadable(list, list.items, 'a list');
  return { envelope, entries: value };
};
const unreadable = (endpoint: ListEndpoint, key: string, what: string): ZoomError =>
  new ZoomError('UPSTREAM', `Zoom sent ${key ? `a value for \`${key}\`` : 'an answer'} that is not ${what}.`, {
    endpoint,
  });

/** A count of Zoom's, which may come as a text; undefined for whatever is none. */
const countIn = (value: unknown): number | undefined => {
  const count = typeof value === 'string' && /^ *\d+ *$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
};

interface Told {
  readonly size: number;
  readonly total: number | undefined;
  readonly count: number;
}
const nextOf = ({ paging }: ListEndpoint, envelope: Item, token: Token, told: Told): Token => {
  if (paging.by === 'whole') return null;
  if (paging.by === 'token') return tokenIn(envelope.next_page_token);
  const number = token === null ? 1 : Number(token);
  return number < pagesIn(envelope, number, told) ? String(number + 1) : null;
};
/** How many pages there are: as Zoom says, or as follows from how many items; else one more so long as pages come full. */
const pagesIn = (envelope: Item, number: number, { size, total, count }: Told): number => {
  const each = countIn(envelope.page_size) || size;
  return (
    countIn(envelope.page_count) ?? (total === undefined ? number + (count < each ? 0 : 1) : Math.ceil(total / each))
  );
};

/** Stands for a token that Zoom would not know again. */
const UNUSABLE = '';
const isUnusable = (token: Token): boolean => token === UNUSABLE;
const tokenIn = (value: unknown): Token => {
  if (value === undefined || value === null || value === '' || value === false) return null;
  const token = typeof value === 'number' ? String(value) : value;
  return typeof token === 'string' && token.length <= LONGEST_TOKEN ? token : UNUSABLE;
};

/** The last day that was asked for, or what Zoom made of it: a day that has not come is now, and a token is for that alone. */
const untilOf = ({ list, query }: ListRef, told: unknown): string | undefined => {
  // A day by itself is sent as it is, whatever Zoom says of it.
  if (!list.window || list.window.param) return undefined;
  const asked = String(query.to);
  return isDayOrTime(told) && isSooner(told, asked) ? told : asked;
};
/** Whether a value is a day, or a time of one, as Zoom writes them. */
export const isDayOrTime = (value: unknown): value is string => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}(T[\d:.]{5,15}Z?)?$/.test(value)) return false;
  const [day, time] = [value.slice(0, 10), Date.parse(value)];
  return !Number.isNaN(time) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
};
