/** Pages of a list: tokens that expire and break, sizes that are clamped, page numbers where Zoom still has them. */
import { createHmac } from 'node:crypto';
import { type Endpoint, nameOf, productOf } from '../zoom/declare/endpoint.ts';
import { MINUTE } from './clock.ts';
import { invalid, refuse } from './refusal.ts';
import type { Span } from './windows.ts';

const TOKEN_LIFE = 15 * MINUTE;
const DEFAULT_SIZE = 30;
/** Lists that page by token and still answer to page_number (docs/zoom.md 3). */
const NUMBERED: ReadonlySet<string> = new Set(['GET /users', 'GET /users/{userId}/meetings']);

/** A list's rows, of which only the asked page need be made. */
export interface Rows<T> {
  readonly length: number;
  slice(from: number, to: number): readonly T[];
}
/** Rows made from their keys when their page is asked for. */
export const lazily = <K, T>(keys: readonly K[], make: (key: K) => T): Rows<T> => ({
  length: keys.length,
  slice: (from, to) => keys.slice(from, to).map(make),
});

export interface Page<T> {
  readonly rows: readonly T[];
  /** What the answer holds beside its rows. */
  readonly envelope: Readonly<Record<string, string | number>>;
}

/** What must stay the same from page to page. */
interface Asked {
  readonly endpoint: Endpoint;
  readonly url: string;
  readonly query: Readonly<Record<string, string>>;
  readonly span: Span | undefined;
  readonly now: number;
  /** Of page tokens. */
  readonly generation: number;
}

const SECRET = 'sandbox';
const signed = (text: string) => createHmac('sha256', SECRET).update(text).digest('base64url').slice(0, 16);

const tokenOf = (asked: Asked, size: number, offset: number): string => {
  const head = `${offset.toString(36)}.${asked.now.toString(36)}.${asked.generation.toString(36)}`;
  return Buffer.from(`${head}.${signed(`${head} ${parametersOf(asked, size)}`)}`).toString('base64url');
};

const offsetOf = (asked: Asked, size: number, token: string): number => {
  const [offset = '', at = '', generation = '', signature] = Buffer.from(token, 'base64url').toString().split('.');
  const isYoung = Number.parseInt(at, 36) > asked.now - TOKEN_LIFE;
  const alive = isYoung && Number.parseInt(generation, 36) === asked.generation;
  const same = signature === signed(`${offset}.${at}.${generation} ${parametersOf(asked, size)}`);
  if (!alive || !same || asked.span?.cut) {
    throw productOf(asked.endpoint) === 'phone' ? refuse.phonePageToken() : refuse.pageToken();
  }
  return Number.parseInt(offset, 36);
};

const parametersOf = ({ endpoint, url, query, span }: Asked, size: number): string => {
  const { next_page_token: _token, page_size: _size, page_number: _number, from: _from, to: _to, ...rest } = query;
  const others = Object.entries({ ...rest, ...span?.echo }).sort(([a], [b]) => a.localeCompare(b));
  return JSON.stringify([nameOf(endpoint), url, size, others]);
};

const numberIn = (query: Readonly<Record<string, string>>, name: string): number | undefined => {
  const text = query[name];
  if (text === undefined || text === '') return undefined;
  if (!/^\d+$/.test(text)) throw invalid(name);
  return Number(text);
};

/** One page of the rows, and the envelope that Zoom puts around it. */
export const pageOf = <T>(rows: Rows<T>, asked: Asked): Page<T> => {
  const { endpoint, query, span } = asked;
  const paging = endpoint.paging ?? { by: 'whole', max: Number.POSITIVE_INFINITY };
  if (paging.by === 'whole') return { rows: rows.slice(0, rows.length), envelope: { ...span?.echo } };

  const size = Math.min(Math.max(1, numberIn(query, 'page_size') ?? DEFAULT_SIZE), paging.max);
  const token = query.next_page_token;
  const numbered = paging.by === 'number' || NUMBERED.has(nameOf(endpoint));
  const number = Math.max(1, (numbered && !token ? numberIn(query, 'page_number') : undefined) ?? 1);
  const offset = token ? offsetOf(asked, size, token) : (number - 1) * size;
  const end = offset + size;
  return {
    rows: rows.slice(offset, end),
    envelope: {
      ...span?.echo,
      ...(numbered && { page_count: Math.ceil(rows.length / size), page_number: Math.floor(offset / size) + 1 }),
      page_size: size,
      total_records: rows.length,
      ...(paging.by === 'token' && { next_page_token: end < rows.length ? tokenOf(asked, size, end) : '' }),
    },
  };
};
