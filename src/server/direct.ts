/**
 * The short way of plain requests: a POST of JSON that is answered with JSON, as nearly all are. It skips what Yoga's HTTP layer
 * makes of each request, and nothing else: parameters, parsing, validation, context, execution and their plugins are Yoga's. Whatever is
 * out of the ordinary goes Yoga's way.
 */
import { processRegularResult } from 'graphql-yoga';
import type { Signal } from '../zoom/signal.ts';
import { type ErrorMasker, UNEXPECTED } from './plugins/errors.ts';
import { LIMITS } from './plugins/limits.ts';
import { REQUEST_ID, requestIdOf } from './plugins/request-id.ts';
import { ENDPOINT, type ServerContext, type Yoga } from './yoga.ts';

export interface HeadersOf {
  get(name: string): string | null;
  has(name: string): boolean;
}

/** As much of a request as the plugins of an execution look at. */
export interface PlainRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: HeadersOf;
  /** Aborts when the client goes away. */
  readonly signal: Signal;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The media type in which a plain request is answered; undefined for a request that goes Yoga's way. */
export const plainType = ({ method, url, headers }: Omit<PlainRequest, 'signal'>): string | undefined => {
  const isPlain =
    method === 'POST' &&
    url === ENDPOINT &&
    /^application\/json *(; *charset=utf-8 *)?$/i.test(headers.get('content-type') ?? '') &&
    Number(headers.get('content-length') ?? Number.POSITIVE_INFINITY) <= LIMITS.bodyBytes &&
    !headers.has('content-encoding') &&
    // Pages of other origins need the headers by which Yoga lets them in.
    !headers.has('origin');
  return isPlain ? typeFor(headers.get('accept') ?? '*/*') : undefined;
};

const TYPES: Readonly<Record<string, string>> = {
  'application/graphql-response+json': 'application/graphql-response+json',
  'application/json': 'application/json',
  'application/*': 'application/json',
  '*/*': 'application/json',
};
/** The first of the accepted types that we have, as Yoga chooses; undefined where a charset is asked for, or none will do. */
const typeFor = (accept: string): string | undefined => {
  if (accept.includes('charset')) return undefined;
  const known = typesFor.get(accept);
  if (known !== undefined) return known;
  const accepted = accept.split(',').map((type) => type.split(';')[0]?.trim().toLowerCase() ?? '');
  return TYPES[accepted.find((type) => TYPES[type] !== undefined) ?? ''];
};
const typesFor = new Map(Object.entries(TYPES));

/** Answers plain requests over Yoga's pipeline; undefined for a body that is none of GraphQL's, so that Yoga says what is wrong. */
export const directOf =
  (yoga: Yoga, mask: ErrorMasker) =>
  async (request: PlainRequest, type: string, body: string): Promise<Answer | undefined> => {
    const params = paramsIn(body);
    if (!params) return undefined;
    const requestId = requestIdOf(request.headers);
    // The hooks see the request by the parts above alone, and set the turn themselves.
    const given = { requestId } as ServerContext;
    const result = await resultOf(yoga, params, request, given).catch((error: unknown) => ({
      errors: [mask(error, UNEXPECTED, requestId)],
    }));
    const headers = { 'content-type': `${type}; charset=utf-8`, [REQUEST_ID]: requestId };
    if (isGood(result)) return { status: 200, headers, body: JSON.stringify(result) };
    const response = processRegularResult(result as never, yoga.fetchAPI, type);
    return {
      status: response.status,
      headers: { ...Object.fromEntries(response.headers), ...headers },
      body: await response.text(),
    };
  };

const resultOf = async (yoga: Yoga, params: Params, request: PlainRequest, context: ServerContext) =>
  yoga.getResultForParams({ params, request: request as unknown as Request }, context as never);

const isGood = (result: object | undefined): boolean =>
  result !== undefined && !('errors' in result && result.errors) && !(Symbol.asyncIterator in result);

interface Params {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  readonly extensions?: Record<string, unknown>;
}
const NAMES = new Set(['query', 'variables', 'operationName', 'extensions']);
const paramsIn = (body: string): Params | undefined => {
  const params = parsed(body);
  if (!isObject(params) || typeof params.query !== 'string') return undefined;
  const { variables, extensions, operationName } = params;
  const isWhole =
    [variables, extensions].every((one) => one === undefined || one === null || isObject(one)) &&
    (operationName === undefined || operationName === null || typeof operationName === 'string') &&
    Object.keys(params).every((name) => NAMES.has(name));
  return isWhole ? (params as unknown as Params) : undefined;
};
const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // Yoga says what is wrong with it
  }
};
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
