/** Raw requests: a call that a client names by verb and path. Nothing that it gives leads anywhere but to one path below the API's base. */
import type { Args, Endpoint, Method } from '../src/zoom/declare/endpoint.ts';
import { type RawOperation, rawOperation } from '../src/zoom/declare/raw.ts';
import { whyNot } from '../src/zoom/http/path.ts';
import { InputError } from './errors.ts';

/** What a client gives; `query` and `body` are whatever JSON can be. */
export interface RawRequest {
  readonly method: Method;
  readonly path: string;
  readonly query?: unknown;
  readonly body?: unknown;
}

/** A raw request as it is called. */
export interface RawCall extends RawOperation {
  readonly query: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Throws InputError for what cannot be a call, in words that hold nothing of what was given. */
export const rawCallOf = ({ method, path, query, body }: RawRequest): RawCall => {
  const sent = body === undefined || body === null ? {} : { body: checkedBody(body) };
  return { ...rawOperation(method, partsOf(path)), query: queryOf(query), ...sent };
};

/** What the operation is called with. */
export const rawArgsOf = ({ path, query, body }: RawCall) =>
  ({ path, query, ...(body !== undefined && { body }) }) as Args<Endpoint>;

const LONGEST_PATH = 1000;
const MOST_PARTS = 20;
/** Who encodes a part more often than for Zoom's double decoding means to get past somebody. */
const MOST_ENCODINGS = 3;

/** The parts of a path, decoded once. */
const partsOf = (path: string): readonly string[] => {
  const refuse = (why: string): never => {
    throw new InputError(`path ${why}.`);
  };
  if (path.length > LONGEST_PATH) refuse(`is longer than ${LONGEST_PATH} characters`);
  if (/[?#]/.test(path)) refuse('holds a query or a fragment: give parameters as `query`');
  if (!path.startsWith('/'))
    refuse('must begin with a slash, such as "/users/me": the host and the base are the API’s');
  const parts = path.slice(1).split('/');
  if (parts.length > MOST_PARTS) refuse(`has more than ${MOST_PARTS} parts`);
  return parts.map((part) => {
    const value = decoded(part) ?? refuse('holds a percent sign that begins no encoded character');
    if (value.includes('/')) refuse('holds an encoded slash, which Zoom wants encoded twice, as %252F');
    const why = faultOf(value);
    if (why !== undefined) refuse(`has a part that ${why}`);
    return value;
  });
};

/** What is wrong with a part, however often somebody on the way decodes it, or makes plain letters of wide ones. */
const faultOf = (part: string): string | undefined => {
  let value = part;
  for (let times = 0; times < MOST_ENCODINGS; times++) {
    for (const form of [value, value.normalize('NFKC')]) {
      const why = form.includes('\\') ? 'holds a backslash' : whyNot(form);
      if (why !== undefined) return why;
    }
    const inner = leniently(value);
    if (inner === value) return undefined;
    value = inner;
  }
  return 'is encoded too often';
};

const decoded = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
};
/** As those decode who leave standing what is no encoded character. */
const leniently = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

const MOST_PARAMETERS = 100;
/** Of each parameter one value, or several, which Zoom takes separated by commas. */
const queryOf = (query: unknown): Readonly<Record<string, string>> => {
  if (query === undefined || query === null) return {};
  if (!isObject(query)) throw new InputError('query must be an object of parameters.');
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  if (given.length > MOST_PARAMETERS) throw new InputError(`query has more than ${MOST_PARAMETERS} parameters.`);
  return Object.fromEntries(given.map(([name, value]) => [name, [value].flat().map(textOf).join(',')]));
};
const textOf = (value: unknown): string => {
  if (typeof value === 'string') {
    if (/\p{Surrogate}/u.test(value)) throw new InputError('query holds a text that is not valid Unicode.');
    return value;
  }
  if (typeof value === 'boolean' || typeof value === 'number') return String(exact(value, 'query'));
  throw new InputError('query may hold texts, numbers, booleans and lists of these.');
};

const DEEPEST = 50;
/** A body of objects, lists and plain values. */
const checkedBody = (body: unknown): unknown => {
  if (!isObject(body) && !Array.isArray(body)) throw new InputError('body must be a JSON object or a list.');
  const check = (value: unknown, depth = 0): void => {
    if (depth > DEEPEST) throw new InputError(`body is deeper than ${DEEPEST} levels.`);
    if (value instanceof File) throw new InputError('body takes no file: a raw request sends JSON alone.');
    if (typeof value === 'number') exact(value, 'body');
    if (typeof value === 'object' && value !== null) for (const one of Object.values(value)) check(one, depth + 1);
  };
  check(body);
  return body;
};

/** A number that has lost digits on its way here is another number. */
const exact = <T>(value: T, at: string): T => {
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    throw new InputError(`${at} holds a number too large to keep its digits: give it as a text.`);
  return value;
};
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
