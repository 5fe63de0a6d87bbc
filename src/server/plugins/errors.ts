/** Errors as clients see them: Zoom's refusals by one table, the client's own mistakes, and nothing of what is ours to mend. */
import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLErrorExtensions, Kind } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Context } from '../../../resolvers/context.ts';
import { InputError } from '../../../resolvers/errors.ts';
import { inInputNames } from '../../../schema/types/zoom-names.ts';
import { framelessly } from '../../engine/plain-error.ts';
import { ZoomError } from '../../zoom/client/client.ts';
import { declaredBy, type Endpoint } from '../../zoom/declare/endpoint.ts';
import type { ErrorKind } from '../../zoom/errors/errors.ts';
import { BadCursor, EventsLost } from '../../zoom/events/stream.ts';
import type { ErrorCode } from '../error-codes.ts';
import type { Log } from '../log.ts';
import type { WithRequestId } from './request-id.ts';

/** The `extensions.code` of each kind of refusal. */
export const CODES: Readonly<Record<ErrorKind, ErrorCode>> = {
  NOT_FOUND: 'NOT_FOUND',
  BAD_REQUEST: 'BAD_USER_INPUT',
  CONFLICT: 'CONFLICT',
  UNAUTHENTICATED: 'UNAUTHENTICATED',
  FORBIDDEN: 'FORBIDDEN',
  MISSING_SCOPE: 'MISSING_SCOPE',
  RATE_LIMIT: 'RATE_LIMITED',
  DAILY_LIMIT: 'RATE_LIMITED',
  HOST_LIMIT: 'HOST_DAILY_LIMIT',
  PERSON_LIMIT: 'RATE_LIMITED',
  CONCURRENT: 'CONFLICT',
  PAGE_TOKEN: 'CURSOR_INVALID',
  TOO_MANY_CALLS: 'QUERY_TOO_COSTLY',
  TIMEOUT: 'TIMEOUT',
  ABORTED: 'ABORTED',
  UPSTREAM: 'UPSTREAM_ERROR',
};

/**
 * Turns what was thrown into what the client sees. Zoom's refusals and input errors get their code; a GraphQLError that our
 * code or graphql itself made stands as it is; everything else is logged and masked.
 */
export const errorMasker =
  (log: Log, now: () => number = Date.now) =>
  (error: unknown, message: string, requestId: string = randomUUID()): GraphQLError => {
    const cause = rootOf(error);
    if (cause instanceof ZoomError)
      return at(error, inInputNames(cause.message, endpointOf(cause)), {
        code: CODES[cause.kind],
        zoom: metaOf(cause, now()),
      });
    if (cause instanceof EventsLost) return at(error, `${cause.message} ${BEGIN_ANEW}`, { code: 'EVENTS_LOST' });
    if (cause instanceof BadCursor) return at(error, cause.message, { code: 'BAD_USER_INPUT' });
    if (cause instanceof InputError) return at(error, cause.message, { code: cause.code });
    if (error instanceof GraphQLError && (cause instanceof GraphQLError || isAboutTheRequest(error)))
      return coded(error);

    log.error(
      { err: cause, requestId, path: error instanceof GraphQLError ? error.path : undefined },
      'Unexpected error.',
    );
    return at(error, message, { code: 'INTERNAL_SERVER_ERROR', requestId, unexpected: true });
  };

const BEGIN_ANEW =
  'Go on from the last cursor that you have; where that is too old, begin again without `after`, and read by queries what was missed.';

export type ErrorMasker = ReturnType<typeof errorMasker>;

/**
 * Masks the errors of an execution, each with the id of its request, those among them that stand beside the data of their field. What
 * fails before or behind the execution, Yoga masks by the same rules.
 */
export const useErrorMasking = (mask: ErrorMasker): Plugin<Partial<WithRequestId & Pick<Context, 'errors'>>> => ({
  onExecute: ({ args }) => ({
    onExecuteDone: ({ result, setResult }) => {
      if (isAsyncIterable(result)) return;
      const { requestId, errors: beside = [] } = args.contextValue;
      const errors = [...(result.errors ?? []), ...beside];
      if (errors.length > 0)
        setResult({ ...result, errors: errors.map((error) => mask(error, UNEXPECTED, requestId)) });
    },
  }),
});
/** What a client is told of what is ours to mend. */
export const UNEXPECTED = 'Unexpected error.';

/** What was thrown in the first place, below the layers that graphql put around it. */
const rootOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? rootOf(error.originalError) : error;

/** graphql gives every error of a resolver its path; one without is about the query or its variables, such as a bad scalar. */
const isAboutTheRequest = (error: GraphQLError): boolean => error.path === undefined && (error.nodes?.length ?? 0) > 0;

/**
 * With a code, where graphql, Yoga or a plugin has given none: those of arguments are about the client's values, what has no path
 * is about the request, and the rest is a fault of whoever wrote the field.
 */
const coded = (error: GraphQLError): GraphQLError => {
  const { message, nodes, path, extensions } = error;
  if (extensions.code === 'OPERATION_RESOLUTION_FAILURE')
    return at(error, 'Name one operation of the document in `operationName`.', {
      ...extensions,
      code: extensions.code,
    });
  if (extensions.code !== undefined) return error;
  if (path === undefined)
    return at(error, message, { http: { status: 400, spec: true }, ...extensions, code: 'BAD_REQUEST' });
  const kind = nodes?.[0]?.kind;
  if (kind === undefined || kind === Kind.FIELD)
    return at(error, message, { ...extensions, code: 'INTERNAL_SERVER_ERROR' });
  // graphql quotes a literal with all that is in it.
  const quoteless = message.replace(/^(Argument "\w+" has) (invalid value) .*$/s, '$1 an $2.');
  return at(error, quoteless, { ...extensions, code: 'BAD_USER_INPUT' });
};

/** The message at the place of the error; without the original one, whose text stays here. */
const at = (
  error: unknown,
  message: string,
  extensions: GraphQLErrorExtensions & { readonly code: ErrorCode },
): GraphQLError => {
  const { nodes, source, positions, path } = error instanceof GraphQLError ? error : ({} as Partial<GraphQLError>);
  return framelessly(() => new GraphQLError(message, { nodes, source, positions, path, extensions }));
};

/** The operation that was refused: the fields that Zoom names are those of its query or body. */
const endpointOf = ({ endpoint, isRaw }: ZoomError): Pick<Endpoint, 'query' | 'body'> =>
  (isRaw || endpoint === undefined ? undefined : declaredBy(endpoint)) ?? {};

/** The refusal as Zoom gave it, in Zoom's own words; `retryAfter` in seconds. */
const metaOf = ({ status, code, message, cause, method, path, trackingId, retryAt }: ZoomError, now: number) => ({
  status,
  code,
  message: cause instanceof ZoomError ? cause.message : message,
  method,
  path,
  trackingId,
  retryAfter: retryAt === undefined ? undefined : Math.max(0, Math.ceil((retryAt.getTime() - now) / 1000)),
});

/** The client's mistake in what surrounds the query. */
export const badRequest = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
