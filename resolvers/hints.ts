/** What was seen of lists before, kept per credential: hints by which later requests are planned and their cost is told. */
import { LRUCache } from 'lru-cache';
import type { Zoom } from '../src/zoom/client/client.ts';

/** What was seen of lists before, by any request of the credential: for planning only. */
export interface Hints {
  /** The real id of the own account, where it is known. */
  readonly knownOwnAccountId?: string;
  /** How many items a list had when last seen, by list. */
  readonly totals: Pick<Totals, 'get'>;
  /** The fields that all items of the page seen last held although their list does not declare them (see `undeclaredKey`). */
  readonly undeclared: Undeclared;
}
export interface Totals {
  get(list: string): number | undefined;
  set(list: string, total: number): void;
}
export type Undeclared = ReadonlyMap<string, ReadonlySet<string>>;

/** What is kept of the sizes of lists, those of all credentials together: bytes, and what an entry takes beside its name. */
export const TOTALS = { bytes: 4_000_000, entry: 100 } as const;
const totals = new LRUCache<string, number>({
  maxSize: TOTALS.bytes,
  sizeCalculation: (_, name) => name.length + TOTALS.entry,
});
/** What is kept now. */
export const keptTotals = () => ({ count: totals.size, bytes: totals.calculatedSize });

/** What requests of one credential have seen. */
export interface Seen {
  readonly totals: Totals;
  undeclared: Undeclared;
  /** The real id of the credential's account, once a request was told it. */
  ownAccountId?: string;
}
const seen = new WeakMap<Zoom, Seen>();
let credentials = 0;
/** What was seen with this credential before. */
export const seenOf = (zoom: Zoom): Seen => {
  const there = seen.get(zoom);
  if (there) return there;
  const mine = `${++credentials} `;
  const view: Totals = {
    get: (list) => totals.get(mine + list),
    set: (list, total) => void totals.set(mine + list, total),
  };
  const known: Seen = { totals: view, undeclared: new Map() };
  seen.set(zoom, known);
  return known;
};
