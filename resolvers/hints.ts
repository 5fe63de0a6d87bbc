/** What was seen before, kept per credential: hints by which later requests are planned, their cost is told, and writes are counted. */
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

/** Who hosts the meetings and webinars that were met, by `hostedIn`: their writes are counted by that. */
export interface Hosts {
  get(hosted: string): string | undefined;
  set(hosted: string, host: string): void;
}
/** How many of them are kept, of all credentials together. */
export const MOST_HOSTS = 20_000;
const hosts = new LRUCache<string, string>({ max: MOST_HOSTS });
/** How many are kept now. */
export const keptHosts = () => hosts.size;

/** What requests of one credential have seen. */
export interface Seen {
  readonly hosts: Hosts;
  readonly totals: Totals;
  undeclared: Undeclared;
  /** The real id of the credential's account, once a request was told it. */
  ownAccountId?: string;
}
const seen = new WeakMap<Zoom, Seen>();
const hostsOf = (mine: string): Hosts => ({
  get: (hosted) => hosts.get(mine + hosted),
  set: (hosted, host) => {
    const name = mine + hosted;
    // Lists tell the same again and again, and to count that as a use of what is kept costs as much as to keep it.
    if (hosts.peek(name) !== host) hosts.set(name, host);
  },
});
let credentials = 0;
/** What was seen with this credential before. */
export const seenOf = (zoom: Zoom): Seen => {
  const there = seen.get(zoom);
  if (there) return there;
  const mine = `${++credentials} `;
  const view: Totals = {
    get: (list) => totals.get(mine + list),
    set: (list, total) => {
      const name = mine + list;
      if (totals.peek(name) !== total) totals.set(name, total);
    },
  };
  const known: Seen = { totals: view, hosts: hostsOf(mine), undeclared: new Map() };
  seen.set(zoom, known);
  return known;
};
