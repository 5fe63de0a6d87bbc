/** Reading a list page by page, the same for all the ways in which Zoom pages. */

import { ZoomError } from '../src/zoom/client.ts';
import { type Args, type Endpoint, type Envelope, type ListEndpoint, nameOf } from '../src/zoom/endpoint.ts';
import type { Store } from './store.ts';

/** A list with everything that stays the same while it is paged through. */
export interface ListRef {
  readonly list: ListEndpoint;
  readonly path: Readonly<Record<string, string | number>>;
  /** Filters, window and what is sent only on request. */
  readonly query: Readonly<Record<string, unknown>>;
  /** Zoom itself is asked, whatever is warm. */
  readonly fresh?: boolean;
}

/** Where a page begins: null is the start of the list; else Zoom's token, or the number of the page. */
export type Token = string | null;

export interface Page {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly token: Token;
  /** Where the next page begins; null at the end. */
  readonly next: Token;
  /** How many items Zoom says the whole list has: a hint (zoom-behaviour 3), never a reason to stop. */
  readonly total: number | undefined;
}

/** Whether Zoom refused a page token: each lives 15 minutes. */
export const isDeadToken = (error: unknown): error is ZoomError =>
  error instanceof ZoomError && error.kind === 'PAGE_TOKEN';

/** One page. Throws ZoomError, of kind PAGE_TOKEN when Zoom no longer knows the token. */
export const readPage = async (store: Store, ref: ListRef, size: number, token: Token): Promise<Page> => {
  const { list } = ref;
  const answer: unknown = await store
    .read<Endpoint>(list, argsOf(ref, size, token), ref.fresh)
    .catch((error: unknown) => {
      // Phone refuses bad filters with the code of a dead token (zoom-behaviour 3): where none was sent, it cannot be that.
      throw token === null && isDeadToken(error) ? error.as('BAD_REQUEST') : error;
    });
  const [key = '', ...within] = list.items.split('.').reverse();
  const around = within.reduceRight((outer: unknown, name) => (outer as Record<string, unknown>)?.[name], answer);
  const envelope = (Array.isArray(around) ? {} : (around ?? {})) as Envelope & Record<string, unknown>;
  const items = key === '' ? answer : envelope[key];
  const page = Array.isArray(items) ? items : [];
  const total = list.paging.by === 'whole' ? page.length : (envelope.total_records ?? undefined);
  if (total !== undefined) store.totals.set(listKey(ref), total);
  return { items: page, token, next: nextOf(list, envelope, token), total };
};

/** The pages from a token on. A token that comes twice ends the walk with an error, for it would never end by itself. */
export async function* pagesFrom(store: Store, ref: ListRef, size: number, token: Token = null): AsyncGenerator<Page> {
  const seen = new Set<Token>([token]);
  for (let at: Token | undefined = token; at !== undefined; ) {
    const page: Page = await readPage(store, ref, size, at).catch((error: unknown) => {
      // Whoever begins at a cursor's token has tried it before: this one Zoom gave just now.
      throw isDeadToken(error) ? error.as('UPSTREAM') : error;
    });
    if (page.next !== null && seen.has(page.next))
      throw new ZoomError('UPSTREAM', `Zoom gave the same page token twice while ${nameOf(ref.list)} was read.`, {
        endpoint: ref.list,
      });
    seen.add(page.next);
    yield page;
    at = page.next ?? undefined;
  }
}

/** Whether the first page of the list needs no call. */
export const isWarm = (store: Store, ref: ListRef, size: number): boolean =>
  !ref.fresh && store.isWarm(ref.list, argsOf(ref, size, null));

const argsOf = ({ list, path, query }: ListRef, size: number, token: Token) =>
  ({ path, query, also: pagingQuery(list, size, token) }) as Args<Endpoint>;

/** Names a list in the totals that the planner remembers. */
export const listKey = ({ list, path, query }: ListRef): string => nameOf(list) + JSON.stringify([path, query]);

const pagingQuery = ({ paging }: ListEndpoint, size: number, token: Token): Record<string, string | number> => {
  if (paging.by === 'whole') return {};
  const at = token === null ? {} : { [paging.by === 'token' ? 'next_page_token' : 'page_number']: token };
  return { page_size: size, ...at };
};

const nextOf = ({ paging }: ListEndpoint, envelope: Envelope, token: Token): Token => {
  if (paging.by === 'whole') return null;
  if (paging.by === 'token') return envelope.next_page_token || null;
  const number = token === null ? 1 : Number(token);
  return number < (envelope.page_count ?? 0) ? String(number + 1) : null;
};
