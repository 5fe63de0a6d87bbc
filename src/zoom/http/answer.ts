/** From what came back over HTTP to an answer, or to the one error of the client. */
import { type Utf8, utf8 } from '../../engine/utf8.ts';
import { type Endpoint, endOf, LABELS, nameOf, type RawAnswer } from '../declare/endpoint.ts';
import { kindOf } from '../errors/error-codes.ts';
import { type ErrorDetails, type ErrorKind, ZoomError } from '../errors/errors.ts';
import { redact } from '../errors/redact.ts';
import { refusalIn, refusalInText } from '../errors/refusal.ts';
import { nextMidnight, PERIOD_MS } from '../rate-limit/store.ts';
import type { DayHeader } from '../rate-limit/tables.ts';
import { type Headers, headerOf } from './headers.ts';
import { parseJson } from './json.ts';
import type { Received } from './send.ts';

/** Parses bytes by the function that is given with them, or knows already what comes of it. */
type Reader = (bytes: Buffer, parse: (bytes: Buffer) => unknown) => unknown;
const plainly: Reader = (bytes, parse) => parse(bytes);

export interface Reading {
  /** Must not be in a message. */
  readonly secrets: readonly string[];
  /** Reads good answers. */
  readonly read?: Reader;
  /** Reads the bytes as a text; by default by the quick way. */
  readonly decode?: Utf8['decode'];
  /** Takes what the client should know of a good answer. */
  readonly note?: (text: string) => void;
}

/**
 * The parsed answer; undefined for a write of which Zoom tells nothing. Throws ZoomError for whatever is none, never with a secret
 * in it.
 */
export const answerOf = (
  endpoint: Endpoint,
  received: Received,
  { secrets, read = plainly, decode = utf8.decode, note }: Reading,
): unknown => {
  const { status, headers, bytes } = received;
  const header = headerOf(headers);
  const isGood = status >= 200 && status < 300;
  const parse = (given: Buffer) => parsed(given, decode);
  const body = isGood ? read(bytes, parse) : parse(bytes);
  const trackingId = header('x-zm-trackingid');
  const refusal = body === NO_JSON ? refusalInText(utf8.decode(bytes)) : refusalIn(status, body, endpoint);
  if (isGood && !refusal) {
    if (endpoint.isRaw && body !== NO_JSON) return { status, json: body ?? null } satisfies RawAnswer;
    if (isWhatIsMeant(endpoint, body)) return body;
    if (endpoint.method !== 'GET') {
      // Something on the way may have answered, and Zoom never have heard of it.
      if (body === NO_JSON && isPage(header)) throw pageFor(endpoint, { status, trackingId });
      // Zoom has done it. To say that it failed would make whoever asked for it do it again.
      if (body !== undefined)
        note?.(`Zoom answered ${nameOf(endpoint)} with something that is not a JSON object; the change was made.`);
      return endpoint.isRaw ? ({ status, json: null } satisfies RawAnswer) : undefined;
    }
    // A file or a page is what Zoom has there: to ask again would bring the same.
    if (endpoint.isRaw && !saysJson(header)) throw noJson(endpoint, { status, trackingId, type: mediaType(header) });
    const message = `Zoom answered with ${inWords(body, bytes)}. Try again later.`;
    throw new ZoomError('UPSTREAM', message, { endpoint, status, trackingId, transport: 'GARBLED' });
  }
  const { code, message } = refusal ?? { code: undefined, message: '' };
  const kind = kindOf({ status, code, message, header }, endpoint);
  const retryAt = retryAtOf(kind, endpoint, message, header);
  const said = redact(message, secrets) || `Zoom answered with HTTP ${status}.`;
  const text = [said, adviceOn(kind, endpoint, retryAt)].filter(Boolean).join(' ');
  // Half a refusal tells less than the whole one would: of a page token that has died, nobody would know.
  const isHalf = body === NO_JSON && !refusal && /^\s*\{/.test(utf8.decode(bytes));
  const transport = endpoint.method === 'GET' && isHalf ? 'GARBLED' : undefined;
  throw new ZoomError(kind, text, { endpoint, status, code, trackingId, retryAt, transport });
};

/** Whether an answer is of the kind that the endpoint's answers are: every read of Zoom's answers an object, or a list. */
const isWhatIsMeant = ({ items }: Endpoint, body: unknown): boolean =>
  typeof body === 'object' && body !== null && Array.isArray(body) === (items === '');

const inWords = (body: unknown, bytes: Buffer): string => {
  if (body === undefined) return 'nothing';
  if (body !== NO_JSON) return Array.isArray(body) ? 'a list instead of an object' : 'an object instead of a list';
  return `${/^\s*</.test(utf8.decode(bytes)) ? 'a page' : 'a text'} that is not JSON, or not all of it`;
};

const mediaType = (header: ReturnType<typeof headerOf>): string | undefined =>
  /^[\w.+-]{1,60}\/[\w.+-]{1,60}/.exec(header('content-type') ?? '')?.[0];
const saysJson = (header: ReturnType<typeof headerOf>): boolean => /[/+]json$/i.test(mediaType(header) ?? 'any/json');
const isPage = (header: ReturnType<typeof headerOf>): boolean => /^text\/html$/i.test(mediaType(header) ?? '');
const pageFor = (endpoint: Endpoint, details: Pick<ErrorDetails, 'status' | 'trackingId'>): ZoomError =>
  new ZoomError(
    'UPSTREAM',
    'A page came in place of Zoom’s answer: nobody knows whether the change was made. Read the object before you send it again.',
    { endpoint, ...details, transport: 'GARBLED' },
  );
const noJson = (
  endpoint: Endpoint,
  { type, ...details }: Pick<ErrorDetails, 'status' | 'trackingId'> & { type: string | undefined },
): ZoomError =>
  new ZoomError('UPSTREAM', `Zoom answered with ${type}, and not with JSON: a raw request shows nothing else.`, {
    endpoint,
    ...details,
  });

const NO_JSON = Symbol('not JSON');
const parsed = (bytes: Buffer, decode: Utf8['decode']): unknown => {
  const text = decode(bytes);
  if (text.trim() === '') return undefined;
  try {
    const body = parseJson(text, bytes);
    return typeof body === 'object' && body !== null ? body : NO_JSON;
  } catch {
    // The parser's own message quotes the text, which may hold secrets.
    return NO_JSON;
  }
};

/** When to try again: Zoom's Retry-After (date-time, HTTP date or seconds), or what the kind of limit says by itself. */
const retryAtOf = (
  kind: ErrorKind,
  endpoint: Endpoint,
  message: string,
  header: ReturnType<typeof headerOf>,
): Date | undefined => {
  const now = Date.now();
  const given =
    retryAfter(header('retry-after'), now) ?? retryAfter(/retry after (\d+) second/i.exec(message)?.[1], now);
  const latest = latestRetry(kind, endpoint, now);
  if (given) return new Date(Math.min(given.getTime(), latest));
  if (ENDS_WITH_DAY.has(kind)) return new Date(latest);
  if (kind === 'RATE_LIMIT') return new Date(now + (isDashboard(endpoint) ? PERIOD_MS.MINUTE : 1000));
  return undefined;
};
const ENDS_WITH_DAY: ReadonlySet<ErrorKind> = new Set<ErrorKind>(['DAILY_LIMIT', 'HOST_LIMIT', 'PERSON_LIMIT']);
/** The dashboards' "QPS" is counted by the minute (docs/zoom.md 2.3). */
const isDashboard = ({ path }: Endpoint): boolean => /^(\/accounts\/[^/]+)?\/metrics(\/|$)/.test(path);

/** No refusal lasts longer, whatever Zoom says: a day ends at midnight, a minute's limit in two minutes, and the rest in one. */
const latestRetry = (kind: ErrorKind, endpoint: Endpoint, now: number): number => {
  if (ENDS_WITH_DAY.has(kind)) return nextMidnight(now);
  const isByMinute = endpoint.limit === 'RESOURCE_INTENSIVE' || isDashboard(endpoint);
  return now + (kind === 'RATE_LIMIT' && isByMinute ? 2 * PERIOD_MS.MINUTE : PERIOD_MS.MINUTE);
};

export const retryAfter = (value: string | undefined, now: number): Date | undefined => {
  if (value === undefined || value.trim() === '') return undefined;
  const at = /^\s*\d+(\.\d+)?\s*$/.test(value) ? now + Number(value) * 1000 : Date.parse(value);
  // A date that cannot be shown, or one that has passed, says nothing.
  return at >= now && at <= 8.64e15 ? new Date(at) : undefined;
};

/** What whoever sent the query can do about it. */
const adviceOn = (kind: ErrorKind, { scopes, retired }: Endpoint, retryAt: Date | undefined): string => {
  if (retired && ENDED.has(kind)) return endOf(retired);
  switch (kind) {
    case 'UNAUTHENTICATED':
      return 'Check that the access token is valid, or that the Zoom app is active.';
    case 'MISSING_SCOPE':
      return scopeAdvice(scopes);
    case 'FORBIDDEN':
      return 'The role of the user or the plan of the account may not include this.';
    case 'RATE_LIMIT':
    case 'DAILY_LIMIT':
    case 'HOST_LIMIT':
    case 'PERSON_LIMIT':
      return retryAt ? `Try again at ${retryAt.toISOString()}.` : '';
    case 'CONCURRENT':
    case 'UPSTREAM':
      return 'Try again later.';
    default:
      return '';
  }
};
/** How Zoom may refuse what it no longer offers. */
const ENDED: ReadonlySet<ErrorKind> = new Set(['NOT_FOUND', 'FORBIDDEN', 'BAD_REQUEST', 'UPSTREAM']);
const scopeAdvice = (scopes: readonly string[]): string =>
  scopes.length === 0
    ? 'Add the scope to the Zoom app.'
    : `Add one of these scopes to the Zoom app: ${scopes.join(', ')}.`;

/** The token is known not to be allowed this: no call is made. */
export const missingScope = (endpoint: Endpoint): ZoomError =>
  new ZoomError('MISSING_SCOPE', `The access token lacks the scope for this. ${scopeAdvice(endpoint.scopes)}`, {
    endpoint,
  });

/** The headers' count of a day, where they are about one. */
export const dailyOf = (headers: Headers): DayHeader | undefined => {
  const header = headerOf(headers);
  const limit = Number.parseInt(header('x-ratelimit-limit') ?? '', 10);
  const remaining = Number.parseInt(header('x-ratelimit-remaining') ?? '', 10);
  if (!/daily/i.test(header('x-ratelimit-type') ?? '') || !(limit > 0) || !(remaining >= 0)) return undefined;
  const category = (header('x-ratelimit-category') ?? '')
    .trim()
    .toUpperCase()
    .replace(/[^A-Z]+/g, '_');
  return { label: LABELS.find((label) => label === category), limit, remaining };
};
