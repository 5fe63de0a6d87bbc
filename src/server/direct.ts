/**
 * The short way of plain requests: a POST of JSON that is answered with JSON, as nearly all are. It skips what Yoga's HTTP layer
 * makes of each request, and nothing else: parameters, parsing, validation, context, execution and their plugins are Yoga's. Whatever is
 * out of the ordinary goes Yoga's way.
 */
import { type GraphQLError, OperationTypeNode } from 'graphql';
import { processRegularResult } from 'graphql-yoga';
import type { Session } from '../../resolvers/session.ts';
import type { Signal } from '../engine/abort.ts';
import type { Documents } from '../engine/documents.ts';
import { isInterned } from '../engine/intern.ts';
import { jsonWriter } from '../engine/json-writer.ts';
import type { Optimizations } from '../engine/optimizations.ts';
import { SingleFlight } from '../engine/single-flight.ts';
import type { Stats } from '../zoom/client/client.ts';
import { answerType, takesStreams } from './http/accept.ts';
import { jsonOf, type Params, paramsOf } from './http/params.ts';
import type { PersistedDocuments } from './http/persisted.ts';
import { LIMITS } from './limits.ts';
import { type ErrorMasker, UNEXPECTED } from './plugins/errors.ts';
import { askedInHeaders } from './plugins/request-extensions.ts';
import { REQUEST_ID } from './plugins/request-id.ts';
import { codeIn, codeOf, type Observer } from './telemetry/observer.ts';
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
  /** The body's bytes, in parts. */
  readonly body: readonly Buffer[];
}

/**
 * The media type in which a plain request is answered; undefined for a request that goes Yoga's way. `isOpen`: pages of other origins
 * may be let in.
 */
export const plainType = (
  { method, url, headers }: Omit<PlainRequest, 'signal'>,
  isOpen: boolean,
): string | undefined => {
  const isPlain =
    method === 'POST' &&
    url === ENDPOINT &&
    /^application\/json(; *charset=utf-8)?$/i.test(headers.get('content-type') ?? '') &&
    Number(headers.get('content-length') ?? Number.POSITIVE_INFINITY) <= LIMITS.bodyBytes &&
    !headers.has('content-encoding') &&
    // Pages of other origins need the headers by which Yoga lets them in; browsers name their origin to their own, too.
    !(isOpen && headers.has('origin'));
  return isPlain ? answerType(headers.get('accept')) : undefined;
};

/** Whether a request may be one for a subscription, of a client that takes its answers: these go Yoga's way. */
export const mayStream = ({ query }: Params, { headers }: Pick<PlainRequest, 'headers'>): boolean =>
  query.includes('subscription') && takesStreams(headers.get('accept'));

interface Options {
  readonly yoga: Yoga;
  readonly documents: Documents;
  readonly mask: ErrorMasker;
  readonly sessionFor: (headers: HeadersOf) => Session | Promise<Session>;
  /** How long a request may take, in milliseconds. */
  readonly timeout: number;
  readonly observer: Observer | undefined;
  readonly pieces: Pick<Optimizations, 'sharing' | 'keptBytes' | 'slices' | 'utf8'>;
}

/** What an execution came to, without what is each request's own. */
interface Executed {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: readonly Buffer[];
  /** What follows at the end of the body: `extensions`, which tell each request what it cost. */
  readonly extensions?: Extensions;
  /** The code of the first error. */
  readonly code?: string;
  /** It names the request by its id, under which the log says more. */
  readonly isItsOwn?: boolean;
}
interface Extensions extends Readonly<Record<string, unknown>> {
  readonly zoom?: Stats;
}

/** The part of a request's time in which others may join its execution. */
const JOINABLE = 0.1;
/** Longer requests are not compared with each other. */
const LONGEST_SHARED = 20_000;

/** The context of a request that goes the short way, as it is before the execution. */
export type PlainContext = Pick<ServerContext, 'requestId' | 'session'>;

/** Runs plain requests over Yoga's pipeline. */
export interface Direct {
  /** Finds out who asks, before anything else is; the refusal of a request of nobody. */
  admit(request: Pick<PlainRequest, 'headers'>, type: string, context: PlainContext): Promise<Answer | undefined>;
  /**
   * `sharedBy`: by what, beside the session, an identical query under way is found and joined; undefined where the request must be
   * executed by itself.
   */
  run(
    request: PlainRequest,
    type: string,
    params: Params,
    context: PlainContext,
    sharedBy: string | undefined,
  ): Promise<Answer>;
  /** The answer to a request that failed before it could be run. */
  failed(error: unknown, type: string, context: PlainContext): Promise<Answer>;
}

/** Identical queries of sessions with the same key that are under way at once are executed once, where `pieces` has `sharing`. */
export const directOf = ({ yoga, documents, mask, sessionFor, timeout, observer, pieces }: Options): Direct => {
  const sharing = new SingleFlight<Executed>(timeout * JOINABLE);
  const bodies = new WeakMap<object, readonly Buffer[]>();
  const bytesOf = jsonWriter(pieces);

  /** Data that is given again is written once. */
  const bodyOf = async (result: { readonly data: unknown }): Promise<readonly Buffer[]> => {
    const { data } = result;
    if (!pieces.keptBytes || !isInterned(data) || Object.keys(result).length > 1) return bytesOf(result);
    const known = bodies.get(data);
    if (known) return known;
    const body = await bytesOf(result);
    bodies.set(data, body);
    return body;
  };

  const headersOf = (type: string) => ({ 'content-type': `${type}; charset=utf-8` });
  const written = async (result: object | undefined, type: string): Promise<Executed> => {
    const headers = headersOf(type);
    if (!isGood(result)) {
      const isItsOwn = namesRequest(result);
      const code = codeOf(result);
      return {
        ...(await writtenBy(processRegularResult(result as never, yoga.fetchAPI, type), headers)),
        code,
        isItsOwn,
      };
    }
    const { extensions, ...rest } = result;
    return { status: 200, headers, body: await bodyOf(rest), extensions };
  };
  const writtenError = async (error: unknown, type: string, { requestId }: PlainContext): Promise<Executed> => {
    try {
      return await written({ errors: [mask(error, UNEXPECTED, requestId)] }, type);
    } catch {
      return { ...FAILED, headers: headersOf(type) };
    }
  };

  const executed = async (
    request: PlainRequest,
    params: Params,
    type: string,
    context: PlainContext,
  ): Promise<Executed> => {
    // The hooks set the request context themselves; ours see the request by the parts above alone.
    const run = async () =>
      yoga.getResultForParams({ params, request: request as unknown as Request }, context as never);
    return run()
      .then((result) => written(result, type))
      .catch((error: unknown) => writtenError(error, type, context));
  };

  const failed: Direct['failed'] = async (error, type, context) =>
    answerOf(await writtenError(error, type, context), context.requestId, false);
  const admit: Direct['admit'] = async ({ headers }, type, context) => {
    try {
      context.session ??= await sessionFor(headers);
      return undefined;
    } catch (error) {
      return failed(error, type, context);
    }
  };

  return {
    admit,
    run: async (request, type, params, context, sharedBy) => {
      const { requestId } = context;
      const refused = context.session ? undefined : await admit(request, type, context);
      const { session } = context;
      if (refused || !session) return refused ?? failed(undefined, type, context);
      const own = async () => answerOf(await executed(request, params, type, context), requestId, false);
      const isQuery = documents.kindOf(params.query) === OperationTypeNode.QUERY;
      if (sharedBy === undefined || !pieces.sharing || !isQuery || sharedBy.length > LONGEST_SHARED) return own();
      const { url, method, headers, signal } = request;
      // Who asks is asked for by name, too (`Query.viewer`).
      const by = [
        session.key,
        session.principal,
        session.zoom.changes,
        type,
        askedInHeaders(headers),
        headers.get('host'),
      ];
      const key = `${JSON.stringify(by)} ${sharedBy}`;
      const known = sharing.find(key);
      const execution =
        known ??
        sharing.begin(key, ({ signal: all }) =>
          executed({ url, method, headers, signal: all }, params, type, { requestId, session }),
        );
      if (!known) return answerOf(await execution.join({ signal }), requestId, false);
      session.usage.asked();
      const watched = observer?.begin(headers, true);
      const result = await execution.join({ signal }).catch((error: unknown) => {
        watched?.ended(params, codeIn(error));
        throw error;
      });
      watched?.ended(params, result.code);
      // What went wrong for another is logged as the other's.
      return result.isItsOwn ? own() : answerOf(result, requestId, true);
    },
    failed,
  };
};

const answerOf = (executed: Executed, requestId: string, isShared: boolean): Answer => ({
  status: executed.status,
  headers: { ...executed.headers, [REQUEST_ID]: requestId },
  body: isShared ? sharedBody(executed) : withTail(executed.body, executed.extensions),
});
const shared = new WeakMap<Executed, readonly Buffer[]>();
/** All who join an execution get one and the same body, which is written and compressed once. */
const sharedBody = (executed: Executed): readonly Buffer[] => {
  const known = shared.get(executed);
  if (known) return known;
  const body = withTail(executed.body, executed.extensions && costless(executed.extensions));
  shared.set(executed, body);
  return body;
};
const withTail = (body: readonly Buffer[], extensions: Extensions | undefined): readonly Buffer[] => {
  if (!extensions) return body;
  const last = body.at(-1);
  const tail = Buffer.from(`,"extensions":${JSON.stringify(extensions)}}`, 'utf8');
  // A body ends with the brace that now comes behind the extensions.
  return last ? [...body.slice(0, -1), last.subarray(0, -1), tail] : [tail];
};

/** What a request cost that another one's execution has answered: its calls were under way already. */
const costless = ({ zoom, ...others }: Extensions): Extensions =>
  zoom?.calls === undefined
    ? { ...others, ...(zoom && { zoom }) }
    : {
        ...others,
        zoom: { ...zoom, calls: 0, byLimit: {}, downloads: undefined, coalesced: zoom.coalesced + zoom.calls },
      };

const writtenBy = async (response: Response, headers: Executed['headers']): Promise<Executed> => ({
  status: response.status,
  headers: { ...namesOf(response), ...headers },
  body: [Buffer.from(await response.arrayBuffer())],
});
const namesOf = ({ headers }: Response): Record<string, string> =>
  Object.fromEntries([...headers].map(([name, value]) => [name.toLowerCase(), value]));

/** The answer when even the words for what went wrong cannot be written. */
const FAILED = {
  status: 500,
  body: [
    Buffer.from(JSON.stringify({ errors: [{ message: UNEXPECTED, extensions: { code: 'INTERNAL_SERVER_ERROR' } }] })),
  ],
};

/** Whether nothing but the data and extensions are to be written. Foreign plugins may set status, headers and a writer of their own. */
const isGood = (result: object | undefined): result is { data: unknown; extensions?: Extensions } =>
  result !== undefined &&
  !('errors' in result && result.errors) &&
  !(Symbol.asyncIterator in result) &&
  !('stringify' in result) &&
  (result as { readonly extensions?: Extensions }).extensions?.http === undefined;

/** Whether an error of a result carries the id of its request (plugins/errors.ts). */
const namesRequest = (result: { readonly errors?: readonly GraphQLError[] } | undefined): boolean =>
  result?.errors?.some(({ extensions }) => extensions?.requestId !== undefined) ?? false;

/** The parameters in a body; undefined where there is something wrong with it, or its document is not known, which Yoga's way then says. */
export const paramsIn = (body: string, persisted: PersistedDocuments): Params | undefined => {
  try {
    return paramsOf(jsonOf(body, 'The body'), persisted);
  } catch {
    return undefined;
  }
};
