/** Faults that can be switched on: what Zoom, or the way to it, does wrong now and then. */
import { closest } from 'fastest-levenshtein';
import { operations } from '../zoom/api/index.ts';
import { nameOf } from '../zoom/declare/endpoint.ts';
import { pickInt } from './seeded.ts';

/**
 * - a status such as `500`: that answer with a JSON error body; `429` is the per-second limit, `429-daily` the account's day,
 *   `429-concurrent` a write under way
 * - `reset`: the connection breaks, and nothing is done; `lost`: it breaks after the call was done; `silent`: no answer ever comes;
 *   `slow`: the answer comes after `ms`
 * - `html`: a page with status 200, and nothing is done; `truncated`: the JSON ends half-way
 * - `undeclared`: the answer holds a field that no shape declares, and a word that its enum does not have, wherever it can
 * - `expire-tokens`: every token given so far expires; `expire-pages`: every page token does
 */
export type FaultKind =
  | `${number}`
  | '429-daily'
  | '429-concurrent'
  | 'reset'
  | 'lost'
  | 'silent'
  | 'slow'
  | 'html'
  | 'truncated'
  | 'undeclared'
  | 'expire-tokens'
  | 'expire-pages';

export interface Fault {
  kind: FaultKind;
  /** "GET /users/{userId}", with `*` for any text, or "POST /oauth/token"; absent: every API call. */
  operation?: string;
  /** How often; absent: always, but `expire-...` once. */
  count?: number;
  /** Of the calls so many percent, by chance, in place of a count. The same seed hits the same calls again. */
  percent?: number;
  /** For `slow`: by how many milliseconds. */
  ms?: number;
  /** For a status: what the body says, in place of the status and a text. */
  body?: { code: number; message: string };
}

const KIND =
  /^([45]\d\d|429-daily|429-concurrent|reset|lost|silent|slow|html|truncated|undeclared|expire-tokens|expire-pages)$/;
const isKind = (text: string): text is FaultKind => KIND.test(text);

/**
 * Reads faults from a text: `kind[=ms][:operation][:count or percent%]`, several separated by commas, such as
 * `429:GET /users:2,slow=5000:GET /users/{userId},500:5%,expire-tokens`. Throws an error that names what it could not read.
 */
export const parseFaults = (text: string): Fault[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [what = '', ...rest] = part.split(':').map((piece) => piece.trim());
      const [kind = '', ms] = what.split('=');
      const last = rest.at(-1);
      const counted = last !== undefined && /^\d+%?$/.test(last);
      const operation = (counted ? rest.slice(0, -1) : rest).join(':');
      const percent = counted && last.endsWith('%') ? Number.parseInt(last, 10) : undefined;
      const isChance = percent === undefined || (percent >= 1 && percent <= 100);
      if (!isKind(kind) || (ms !== undefined && !/^\d+$/.test(ms)) || !isChance)
        throw new Error(
          `Fault "${part}" cannot be read; it must be kind[=ms][:operation][:count or percent%], the kind a status of 4xx or 5xx, 429-daily, 429-concurrent, reset, lost, silent, slow, html, truncated, undeclared, expire-tokens or expire-pages.`,
        );
      return {
        kind,
        ...(operation !== '' && { operation }),
        ...(percent !== undefined && { percent }),
        ...(counted && percent === undefined && { count: Number(last) }),
        ...(ms !== undefined && { ms: Number(ms) }),
      };
    });

export interface Faults {
  /** Throws a RangeError for a fault of an operation that there is not: it would never hit. */
  set(faults: readonly Fault[] | string): void;
  /** The fault that hits this operation now, if any; it is counted. `call` tells calls of an operation apart. */
  next(operation: string, call?: string): Fault | undefined;
  /** What chance will bring begins anew. */
  reset(): void;
}

/** What chance brings hangs on the seed, on the call, and on how often that was made: never on what goes on beside it. */
export const faultsOf = (initial: readonly Fault[] | string = [], seed = 1): Faults => {
  let active: { fault: Fault; matches: RegExp; left: number }[] = [];
  const made = new Map<string, number>();
  const isMet = ({ kind, percent = 100 }: Fault, call: string, nth: number): boolean =>
    percent === 100 || pickInt(`${seed}/${kind}/${call}/${nth}`, 100) < percent;
  const set = (faults: readonly Fault[] | string) => {
    const given = typeof faults === 'string' ? parseFaults(faults) : faults;
    for (const { operation } of given) if (operation !== undefined) mustExist(operation);
    active = given.map((fault) => ({
      fault,
      matches: patternOf(fault.operation ?? '*'),
      left: fault.count ?? (ONCE.has(fault.kind) && fault.percent === undefined ? 1 : Number.POSITIVE_INFINITY),
    }));
  };
  set(initial);
  return {
    set,
    next(operation, call = '') {
      if (active.length === 0) return undefined;
      const name = `${operation} ${call}`;
      const nth = made.get(name) ?? 0;
      made.set(name, nth + 1);
      const hit = active.find(
        ({ fault, matches, left }) =>
          left > 0 &&
          matches.test(operation) &&
          (operation !== TOKEN_ENDPOINT || fault.operation === TOKEN_ENDPOINT) &&
          isMet(fault, name, nth),
      );
      if (hit) hit.left--;
      return hit?.fault;
    },
    reset: () => made.clear(),
  };
};
export const TOKEN_ENDPOINT = 'POST /oauth/token';
/** What has happened by one call: it need not happen again. */
const ONCE: ReadonlySet<FaultKind> = new Set(['expire-tokens', 'expire-pages']);

const mustExist = (pattern: string): void => {
  const names = [...operations.map(nameOf), TOKEN_ENDPOINT];
  if (names.some((name) => patternOf(pattern).test(name))) return;
  throw new RangeError(`No operation is called "${pattern}". Did you mean "${closest(pattern, names)}"?`);
};

const patternOf = (operation: string) =>
  new RegExp(`^${operation.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
