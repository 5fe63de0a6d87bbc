/** Yoga and its plugins: what becomes of a GraphQL request, and everything that HTTP can ask of a GraphQL server. */
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { createYoga, type Plugin, type YogaInitialContext, type YogaLogger } from 'graphql-yoga';
import { type Context, createContext } from '../../resolvers/context.ts';
import type { Links } from '../../resolvers/links.ts';
import type { Session } from '../../resolvers/session.ts';
import { SharedCache } from '../../resolvers/shared-cache.ts';
import type { Documents } from '../engine/documents.ts';
import type { Client } from '../zoom/client/client.ts';
import { type IdempotencyStore, MemoryIdempotencyStore } from '../zoom/client/idempotency.ts';
import type { EventStream } from '../zoom/events/stream.ts';
import { baseOf } from './base.ts';
import type { Config } from './config.ts';
import type { Foreign, ForeignPlugin } from './foreign.ts';
import { useGraphiQL } from './graphiql.ts';
import type { BodyBudget } from './http/body-budget.ts';
import type { Subscriptions } from './http/open-subscriptions.ts';
import type { PersistedDocuments } from './http/persisted.ts';
import type { Log } from './log.ts';
import { useAccept } from './plugins/accept.ts';
import { useBodyLimits } from './plugins/body-limits.ts';
import { useCompression } from './plugins/compression.ts';
import { useCost } from './plugins/cost.ts';
import { useCsrfPrevention } from './plugins/csrf.ts';
import { useDeadline, type WithRequestContext, type WithSpans } from './plugins/deadline.ts';
import { useDocuments, useValidity } from './plugins/documents.ts';
import { errorMasker, UNEXPECTED, useErrorMasking } from './plugins/errors.ts';
import { useZoomExtensions } from './plugins/extensions.ts';
import { useFieldHints } from './plugins/field-hints.ts';
import { useHealth } from './plugins/health.ts';
import { useIdempotent } from './plugins/idempotent.ts';
import { useInputErrors } from './plugins/input-errors.ts';
import { useClosedIntrospection } from './plugins/introspection.ts';
import { useKeptOut } from './plugins/kept-out.ts';
import { useKnownTypes } from './plugins/known-types.ts';
import { queryLimits } from './plugins/limits.ts';
import { usePlans, useWithholding } from './plugins/plans.ts';
import { useRedirect } from './plugins/redirect.ts';
import { useRegisteredOnly } from './plugins/registered-only.ts';
import { useRequestExtensions } from './plugins/request-extensions.ts';
import { REQUEST_ID, useRequestId, type WithRequestId } from './plugins/request-id.ts';
import { useSchemaFile } from './plugins/schema-file.ts';
import { useSession, useUsage, type WithSession } from './plugins/session.ts';
import { useSubscriptions } from './plugins/subscriptions.ts';
import { useTrace } from './plugins/trace.ts';
import { useUnchanged } from './plugins/unchanged.ts';
import { useWholeItems } from './plugins/whole-items.ts';
import type { AuthConfig, SessionFor } from './session.ts';
import type { Metrics } from './telemetry/metrics.ts';
import { codeIn, codeOf, type Observer } from './telemetry/observer.ts';

export const ENDPOINT = '/graphql';
const SCHEMA_PATH = '/schema.graphql';
/** How long a page need not ask again whether it may send queries; Chromium remembers no longer. */
const PREFLIGHT_SECONDS = 7200;

export interface GatewayOptions {
  readonly client: Client;
  readonly config: Pick<
    Config,
    | keyof AuthConfig
    | 'coalesce'
    | 'compression'
    | 'corsOrigins'
    | 'eventBuffer'
    | 'eventsKept'
    | 'extensions'
    | 'linkSecret'
    | 'graphiql'
    | 'introspection'
    | 'maxCalls'
    | 'maxFirst'
    | 'maxTimeout'
    | 'optimizations'
    | 'persistedOnly'
    | 'persistedOperations'
    | 'publicUrl'
    | 'rawRequests'
    | 'timeout'
    | 'sharedCacheSeconds'
    | 'webhookSecret'
    | 'webhookTolerance'
  >;
  /** Whether the client's Zoom is the embedded sandbox; answers and GraphiQL say so. */
  readonly sandbox?: boolean;
  readonly schema?: GraphQLSchema;
  readonly log?: Log;
  /** Counts what is done, where somebody reads that. */
  readonly metrics?: Metrics;
  /** Says who asks; by default whoever does may do everything. */
  readonly sessionFor?: SessionFor;
  /** Keeps what came of writes by keys of clients; by default this process does. */
  readonly idempotency?: IdempotencyStore;
  /** What Zoom tells; by default, where a secret of webhooks is set, this process keeps it. */
  readonly events?: EventStream;
  /** Plugins of others, which come behind the gateway's own. */
  readonly plugins?: readonly ForeignPlugin[];
}
export type YogaParts = ReturnType<typeof yogaOf>;
export type Yoga = YogaParts['yoga'];
/** What both ways have in common. */
export interface Shared {
  /** The documents that were parsed before. */
  readonly documents: Documents;
  /** Those that clients may name in place of sending them. */
  readonly persisted: PersistedDocuments;
  readonly budget: BodyBudget;
  readonly foreign: Foreign;
  readonly links: Links;
  readonly subscriptions: Subscriptions;
  readonly observer: Observer | undefined;
}
/** What a request's context holds before its execution; the session where that was needed before. */
export type ServerContext = WithRequestContext & WithRequestId & WithSession;

export const yogaOf = (
  given: Required<Omit<GatewayOptions, 'events' | 'idempotency' | 'metrics' | 'plugins'>> &
    Pick<GatewayOptions, 'events' | 'idempotency' | 'metrics'> &
    Shared,
) => {
  const { client, config, sandbox, schema, log, sessionFor, documents } = given;
  const { persisted, budget, events, subscriptions, foreign, links, observer } = given;
  const { optimizations } = config;
  const mayShare = foreign.plugins.length > 0 ? (of: object) => foreign.mayShare(of) : undefined;
  const mask = errorMasker(log);
  const { idempotency = new MemoryIdempotencyStore() } = given;
  const options = {
    maxFirst: config.maxFirst,
    sharedCache: new SharedCache(config.sharedCacheSeconds),
    idempotency,
    links,
    rawRequests: config.rawRequests,
    events,
  };
  /** What the short way does of the HTTP layer, too, where foreign plugins look on. */
  const http = [useRequestId(), useAccept(), useBodyLimits(budget, persisted)] as const;
  const [requestId, accept, bodyLimits] = http;
  const sessionOf = async ({ headers }: Request): Promise<Session> => sessionFor(headers, client);
  /** What is no query is asked for by the same right. */
  const refusalOf = async (request: Request): Promise<GraphQLError | undefined> => {
    try {
      await sessionOf(request);
      return undefined;
    } catch (error) {
      return mask(error, UNEXPECTED);
    }
  };
  const compression = config.compression ? [useCompression()] : [];
  /** Behind the hooks for any request of HTTP; Yoga's instance has another function by that name. */
  let handle: (request: Request, context: never) => Response | PromiseLike<Response> = () => {
    throw new Error('Yoga is not there yet.');
  };
  const yoga = createYoga<ServerContext, Context>({
    schema,
    graphqlEndpoint: ENDPOINT,
    landingPage: false,
    context: ({ request, requestContext, session }) => {
      const contextOf = (session: Session) =>
        createContext(session, requestContext, options, () => baseOf(config, request.headers));
      return session ? contextOf(session) : sessionOf(request).then(contextOf);
    },
    graphiql: false, // useGraphiQL looks at weights, as useAccept does
    batching: false,
    maxRequestBodySize: false, // useBodies has limits of its own
    parserAndValidationCache: false, // useDocuments has one that sees through literals
    // The gateway spends the credentials of whoever runs it: pages of other origins are let in by name only.
    cors: config.corsOrigins
      ? {
          origin: config.corsOrigins,
          credentials: false,
          methods: ['POST', 'GET'],
          exposedHeaders: [REQUEST_ID],
          maxAge: PREFLIGHT_SECONDS,
        }
      : false,
    maskedErrors: { maskError: (error, message) => mask(error, message) },
    logging: loggerOf(log),
    plugins: [
      requestId,
      useRedirect('/', ENDPOINT),
      useKeptOut(log),
      useHealth({ ready: () => client.ready(), log }),
      ...(config.graphiql
        ? [useGraphiQL({ path: ENDPOINT, schema, compression: config.compression, sandbox, costs: config.extensions })]
        : []),
      ...(config.introspection
        ? [useSchemaFile({ path: SCHEMA_PATH, schema, compression: config.compression, refusalOf })]
        : []),
      accept,
      useSession(sessionFor, client, mask),
      useCsrfPrevention(),
      bodyLimits,
      ...(config.introspection ? [] : [useClosedIntrospection()]),
      useInputErrors(),
      ...(config.introspection ? [useFieldHints()] : []),
      useKnownTypes(),
      useWholeItems(),
      useErrorMasking(mask),
      useUsage(),
      useDocuments(documents),
      ...(persisted.only ? [useRegisteredOnly(persisted)] : []),
      useWithholding(),
      ...(optimizations.plans ? [usePlans(optimizations)] : []),
      ...(optimizations.unchanged ? [useUnchanged(mayShare)] : []),
      useRequestExtensions(config),
      useDeadline(config),
      ...(config.extensions ? [useZoomExtensions(sandbox)] : []),
      ...queryLimits(),
      useIdempotent(),
      useSubscriptions({ subscriptions, mask, onDelivered: given.metrics?.delivered }),
      useCost(config),
      useTrace(),
      useValidity(documents, schema),
      ...foreign.plugins,
      ...compression,
      toServer((server) => {
        handle = server.handle;
        if (observer) server.getResultForParams = observed(server.getResultForParams, observer);
      }),
    ],
  });
  return { yoga, http, compression, handle };
};

type Server = Parameters<NonNullable<Plugin['onYogaInit']>>[0]['yoga'];
type Run = Server['getResultForParams'];

/** The place through which both ways go, with all that plugins do to an operation, and with what they refuse. */
const observed =
  (run: Run, observer: Observer): Run =>
  (payload, context) => {
    const { spans, within, ended } = observer.begin(payload.request.headers);
    if (spans) Object.assign(context, { spans } satisfies WithSpans);
    const end = (code: string | undefined) => {
      // Plugins may have put other parameters in the place of those that were sent.
      const { params = payload.params, requestContext } = context as Partial<YogaInitialContext & WithRequestContext>;
      ended(params, code, requestContext?.stats);
    };
    return within(async () => run(payload, context)).then(
      (result) => {
        end(codeOf(result));
        return result;
      },
      (error: unknown) => {
        end(codeIn(error));
        throw error;
      },
    );
  };

const toServer = (then: (server: Server) => void): Plugin => ({
  onYogaInit: ({ yoga }) => then(yoga),
});

/** Yoga reports as errors all that `maskError` changed, refusals by Zoom among them; what deserves it was logged there. */
const loggerOf = (log: Log): YogaLogger => ({
  debug: (...args) => log.trace({ yoga: args.map(said) }),
  info: (...args) => log.info({ yoga: args.map(said) }),
  warn: (...args) => log.warn({ yoga: args.map(said) }),
  error: (...args) => log.debug({ yoga: args.map(said) }),
});
/** As a text, a GraphQLError shows the lines of the query that it is about, and what is written there. */
const said = (arg: unknown): string => (arg instanceof GraphQLError ? arg.message : String(arg));
