/** The answers of a list in a stub's table: its pages one after another, each by the token that the one before gave. */
import type { Received } from './stub.ts';

/** The first page comes without a token, the next ones by "1", "2" and so on; `more` stands in each. */
export const byPage =
  (items: string, pages: readonly (readonly unknown[])[], more: object = {}) =>
  ({ query }: Received) => {
    const next = Number(query.get('next_page_token') ?? 0) + 1;
    return { ...more, [items]: pages[next - 1], next_page_token: next < pages.length ? String(next) : '' };
  };

/** The calls that read so many pages of a list. */
export const callsOf = (call: string, pages: number): string[] =>
  Array.from({ length: pages }, (_, i) => (i === 0 ? call : `${call}&next_page_token=${i}`));
