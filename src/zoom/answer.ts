/** From what came back over HTTP to an answer, or to the one error of the client. */
import { nextMidnight } from './counter.ts';
import type { Endpoint } from './endpoint.ts';
import { kindOf, type Refusal } from './error-codes.ts';
import { type ErrorKind, ZoomError } from './errors.ts';
import { redact } from './redact.ts';
import type { Received } from './send.ts';
import { textOf } from './utf8.ts';

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

export const headerOf =
  (headers: Headers) =>
  (name: string): string | undefined => {
    const value = headers[name];
    return Array.isArray(value) ? value[0] : value;
  };

/** Parses bytes by the function that is given with them, or knows already what comes of it. */
type Reader = (bytes: Buffer, parse: (bytes: Buffer) => unknown) => unknown;
const plainly: Reader = (bytes, parse) => parse(bytes);

/**
 * The parsed answer; undefined for an empty one. Throws ZoomError for whatever is none, never with one of `secrets` in it. Good
 * answers are read by `read`.
 */
export const answerOf = (
  endpoint: Endpoint,
  received: Received,
  secrets: readonly string[],
  read = plainly,
): unknown => {
  const { status, headers, bytes } = received;
  const header = headerOf(headers);
  const isGood = status >= 200 && status < 300;
  const body = isGood ? read(bytes, parsed) : parsed(bytes);
  const trackingId = header('x-zm-trackingid');
  const refusal = refusalOf(body, status);
  if (!refusal && isGood) {
    if (body !== NO_JSON) return body;
    const what = /^\s*</.test(textOf(bytes)) ? 'a page' : 'a text';
    const message = `Zoom answered with ${what} that is not JSON, or not all of it. Try again later.`;
    throw new ZoomError('UPSTREAM', message, { endpoint, status, trackingId, transport: 'GARBLED' });
  }
  const { code, message = '' } = refusal ?? {};
  const kind = body === NO_JSON && status < 429 ? 'UPSTREAM' : kindOf({ status, code, message, header }, endpoint);
  const retryAt = retryAtOf(kind, endpoint, message, header);
  const said = redact(message, secrets) || `Zoom answered with HTTP ${status}.`;
  const text_ = [said, adviceOn(kind, endpoint, retryAt)].filter(Boolean).join(' ');
  throw new ZoomError(kind, text_, {
    endpoint,
    status,
    code,
    trackingId,
    retryAt,
    ...(body === NO_JSON && { transport: 'GARBLED' as const }),
  });
};

const NO_JSON = Symbol('not JSON');
const parsed = (bytes: Buffer): unknown => {
  const text = textOf(bytes);
  if (text.trim() === '') return undefined;
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? body : NO_JSON;
  } catch {
    // The parser's own message quotes the text, which may hold secrets.
    return NO_JSON;
  }
};

/** Zoom's `{ code, message }`. In a good answer other objects carry a `code` too, so there both must be what an error's are. */
const refusalOf = (body: unknown, status: number): { code?: number; message?: string } | undefined => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const { code, message, errors } = body as { code?: unknown; message?: unknown; errors?: unknown };
  if (typeof code === 'number' && code >= 100 && typeof message === 'string')
    return { code, message: [message, ...fieldErrors(errors)].join(' ') };
  if (status < 400) return undefined;
  return {
    ...(typeof code === 'number' && { code }),
    ...(typeof message === 'string' && { message }),
  };
};

const fieldErrors = (errors: unknown): string[] =>
  (Array.isArray(errors) ? errors : [])
    .slice(0, 5)
    .map(({ field, message }: { field?: unknown; message?: unknown }) => `${field ?? 'body'}: ${message ?? 'wrong'}`);

/** When to try again: Zoom's Retry-After (date-time, HTTP date or seconds), or what the kind of limit says by itself. */
const retryAtOf = (
  kind: ErrorKind,
  { path }: Endpoint,
  message: string,
  header: Refusal['header'],
): Date | undefined => {
  const now = Date.now();
  const given =
    retryAfter(header('retry-after'), now) ?? retryAfter(/retry after (\d+) second/i.exec(message)?.[1], now);
  if (given) return given;
  if (kind === 'DAILY_LIMIT' || kind === 'HOST_LIMIT') return new Date(nextMidnight(now));
  // The dashboards' "QPS" is counted by the minute (zoom-behaviour 2.3).
  if (kind === 'RATE_LIMIT') return new Date(now + (/^(\/accounts\/[^/]+)?\/metrics(\/|$)/.test(path) ? 60_000 : 1000));
  return undefined;
};

export const retryAfter = (value: string | undefined, now: number): Date | undefined => {
  if (value === undefined || value.trim() === '') return undefined;
  const at = /^\s*\d+(\.\d+)?\s*$/.test(value) ? now + Number(value) * 1000 : Date.parse(value);
  // A date that cannot be shown, or one that has passed, says nothing.
  return at >= now && at <= 8.64e15 ? new Date(at) : undefined;
};

/** What whoever sent the query can do about it. */
const adviceOn = (kind: ErrorKind, { scopes }: Endpoint, retryAt: Date | undefined): string => {
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
      return retryAt ? `Try again at ${retryAt.toISOString()}.` : '';
    case 'CONCURRENT':
    case 'UPSTREAM':
      return 'Try again later.';
    default:
      return '';
  }
};
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
export const dailyOf = (headers: Headers): { limit: number; remaining: number } | undefined => {
  const header = headerOf(headers);
  const limit = Number.parseInt(header('x-ratelimit-limit') ?? '', 10);
  const remaining = Number.parseInt(header('x-ratelimit-remaining') ?? '', 10);
  if (!/daily/i.test(header('x-ratelimit-type') ?? '') || !(limit > 0) || !(remaining >= 0)) return undefined;
  return { limit, remaining };
};
