/**
 * GraphQL over WebSocket, at the path of GraphQL itself, by the protocol of the package graphql-ws. Each operation is a request by the same pipeline as those
 * of HTTP, from the parameters on: so all bounds, permissions and plugins hold here, too.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ExecutionResult, GraphQLError, parse } from 'graphql';
import {
  type Context as Connection,
  handleProtocols,
  MessageType,
  makeServer,
  parseMessage,
  type SubscribePayload,
} from 'graphql-ws';
import { isAsyncIterable } from 'graphql-yoga';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Client } from '../zoom/client/client.ts';
import type { Config } from './config.ts';
import { EVENT_STREAM } from './http/accept.ts';
import type { BodyBudget } from './http/body-budget.ts';
import { httpError } from './http/errors.ts';
import { rawAnswer } from './http/http.ts';
import { paramsOf } from './http/params.ts';
import type { PersistedDocuments } from './http/persisted.ts';
import { LIMITS } from './limits.ts';
import type { Log } from './log.ts';
import { type ErrorMasker, UNEXPECTED } from './plugins/errors.ts';
import type { SessionFor } from './session.ts';
import { ENDPOINT, type YogaParts } from './yoga.ts';

interface Options extends Pick<YogaParts, 'yoga'> {
  readonly client: Client;
  readonly sessionFor: SessionFor;
  readonly persisted: PersistedDocuments;
  readonly budget: BodyBudget;
  readonly mask: ErrorMasker;
  readonly log: Log;
  readonly config: Pick<Config, 'corsOrigins' | 'publicUrl'>;
  /** Whether something stands in front of requests that would not see what comes this way. */
  readonly isClosed: () => boolean;
}

export interface Sockets {
  /** Takes an upgrade of an HTTP connection. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Closes each connection once its operations are over, and takes no more. */
  stop(): void;
}

/** What belongs to a connection. */
interface Extra {
  readonly request: IncomingMessage;
  readonly close: (code: number, reason: string) => void;
  /** What to do when an operation is over, by its id. */
  readonly open: Map<string, AbortController>;
}
type Params = Record<string, unknown>;
type Opened = Connection<Params, Extra>;

/** Between two pings; who has not answered one by the next is gone. */
const PING_MS = 12_000;
/** As the package has them, and as RFC 6455 has them. */
const CLOSE = { UNAUTHORIZED: 4401, FORBIDDEN: 4403, RESTART: 1012, AGAIN_LATER: 1013, INTERNAL: 1011 } as const;
/** The package wants to know which operation it is before it runs one: ours is known already, and has run. */
const KNOWN = parse('{ __typename }');

export const socketsOver = (options: Options): Sockets => {
  const { yoga, client, sessionFor, persisted, budget, mask, log, config, isClosed } = options;
  const wss = new WebSocketServer({ noServer: true, maxPayload: LIMITS.bodyBytes, handleProtocols });
  const all = new Set<Extra>();
  let isStopping = false;

  /** The headers of a connection, with what its client could not send as one: browsers cannot. */
  const headersOf = ({ extra, connectionParams = {} }: Opened): Headers => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(extra.request.headers))
      if (value !== undefined && !OF_UPGRADE.test(name)) headers.set(name, String(value));
    const { Authorization, authorization = Authorization } = connectionParams;
    if (typeof authorization === 'string' && IN_A_HEADER.test(authorization))
      headers.set('authorization', authorization);
    headers.set('accept', EVENT_STREAM);
    return headers;
  };

  const resultOf = async (opened: Opened, payload: SubscribePayload, requestId: string, signal: AbortSignal) => {
    const headers = headersOf(opened);
    const session = await sessionFor(headers, client);
    const params = paramsOf({ ...payload, query: payload.query || undefined }, persisted);
    const request = new yoga.fetchAPI.Request(`http://${headers.get('host') ?? 'localhost'}${ENDPOINT}`, {
      method: 'POST',
      headers,
      signal,
      body: '{}',
    });
    return yoga.getResultForParams({ params, request }, { requestId, session } as never);
  };

  const server = makeServer<Params, Extra>({
    connectionInitWaitTimeout: LIMITS.headMs,
    onConnect: async (opened) => {
      try {
        await sessionFor(headersOf(opened), client);
        return undefined;
      } catch (error) {
        const { extensions } = mask(error, UNEXPECTED);
        opened.extra.close(CLOSES[String(extensions.code)] ?? CLOSE.AGAIN_LATER, String(extensions.code));
        return false;
      }
    },
    onSubscribe: async (opened, id, payload) => {
      const { open } = opened.extra;
      const requestId = randomUUID();
      const end = new AbortController();
      open.set(id, end);
      const refused = (errors: readonly GraphQLError[]) => {
        closeIfIdle(opened.extra, id);
        return errors.map(plain);
      };
      try {
        const result = await resultOf(opened, payload, requestId, end.signal);
        if (!isAsyncIterable(result) && !('data' in (result ?? {})))
          return refused((result as ExecutionResult).errors ?? []);
        return { schema: undefined as never, document: KNOWN, contextValue: result };
      } catch (error) {
        return refused([mask(error, UNEXPECTED, requestId)]);
      }
    },
    execute: ({ contextValue }) => contextValue as ExecutionResult,
    onNext: (_opened, _id, _payload, _args, { errors, ...result }) => ({
      ...withoutHttp(result),
      ...(errors && { errors: errors.map((error) => plain(error as GraphQLError).toJSON()) }),
    }),
    onComplete: ({ extra }, id) => closeIfIdle(extra, id),
    onClose: ({ extra }) => {
      all.delete(extra);
      for (const end of extra.open.values()) end.abort(new DOMException('The client went away.', 'AbortError'));
    },
  });

  /** An operation of a connection is over. */
  const closeIfIdle = ({ open, close }: Extra, id?: string): void => {
    if (id !== undefined) {
      open.get(id)?.abort(new DOMException('The operation is over.', 'AbortError'));
      open.delete(id);
    }
    // The last answer goes out first.
    if (isStopping && open.size === 0) setImmediate(() => close(CLOSE.RESTART, 'The gateway stops.'));
  };

  const connected = (socket: WebSocket, request: IncomingMessage): void => {
    const extra: Extra = { request, close: (code, reason) => socket.close(code, reason), open: new Map() };
    all.add(extra);
    let isThere = true;
    const pinging = setInterval(() => {
      if (!isThere) return socket.terminate();
      isThere = false;
      socket.ping();
    }, PING_MS);
    socket.on('pong', () => {
      isThere = true;
    });
    // Such as a message that is too long: the package has closed the connection for it.
    socket.on('error', (error) => log.debug({ err: error }, 'A WebSocket has failed.'));
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (text) =>
          new Promise((resolve, reject) => {
            if (socket.readyState !== socket.OPEN) return resolve();
            socket.send(text, (error) => (error ? reject(error) : resolve()));
          }),
        close: extra.close,
        onMessage: (take) =>
          socket.on('message', (data: RawData) => {
            const share = budget.share();
            if (share.take((data as Buffer).length)) return socket.close(CLOSE.AGAIN_LATER, 'OVERLOADED');
            const text = String(data);
            extra.open.get(completedIn(text) ?? '')?.abort(new DOMException('The client went away.', 'AbortError'));
            take(text)
              .catch((error: unknown) => {
                if (socket.readyState !== socket.OPEN) return;
                mask(error, UNEXPECTED);
                socket.close(CLOSE.INTERNAL, UNEXPECTED);
              })
              .finally(() => share.release());
          }),
      },
      extra,
    );
    socket.once('close', (code, reason) => {
      clearInterval(pinging);
      void closed(code, String(reason));
    });
    if (isStopping) closeIfIdle(extra);
  };

  return {
    upgrade: (request, socket, head) => {
      const refuse = (error: GraphQLError) => socket.end(rawAnswer(error), () => socket.destroy());
      const { pathname } = new URL(request.url ?? '', 'http://localhost');
      if (pathname !== ENDPOINT) return refuse(httpError(404, 'NOT_FOUND', `WebSockets are opened at ${ENDPOINT}.`));
      if (!isLetIn(request, config)) return refuse(FOREIGN_PAGE());
      if (isClosed()) return refuse(CLOSED());
      if (isStopping) return refuse(STOPPING());
      wss.handleUpgrade(request, socket, head, connected);
    },
    stop: () => {
      isStopping = true;
      for (const extra of all) closeIfIdle(extra);
    },
  };
};

/** The operation that a client wants no longer: the package ends a subscription by itself, but no query. */
const completedIn = (text: string): string | undefined => {
  if (text.length > 1000 || !text.includes('"complete"')) return undefined;
  try {
    const message = parseMessage(text);
    return message.type === MessageType.Complete ? message.id : undefined;
  } catch {
    return undefined;
  }
};

const CLOSES: Readonly<Record<string, number>> = { UNAUTHENTICATED: CLOSE.UNAUTHORIZED, FORBIDDEN: CLOSE.FORBIDDEN };
/** Headers that belong to the upgrade alone. */
const OF_UPGRADE = /^(connection|upgrade|sec-websocket-.*|content-.*|transfer-encoding)$/;
const IN_A_HEADER = /^[\x20-\x7e]{1,8192}$/;

/** Browsers ask nobody before a page opens a WebSocket: pages of other origins are let in by name only. */
const isLetIn = (
  { headers: { origin, host } }: IncomingMessage,
  { corsOrigins = [], publicUrl }: Options['config'],
): boolean => {
  if (origin === undefined || corsOrigins.includes('*') || corsOrigins.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === host || (publicUrl !== undefined && new URL(publicUrl).origin === origin);
};

const FOREIGN_PAGE = () =>
  httpError(403, 'FORBIDDEN', 'Pages of this origin may not use the gateway: it is not in CORS_ORIGINS.');
const CLOSED = () =>
  httpError(
    501,
    'BAD_REQUEST',
    `This gateway takes no WebSockets. Subscribe by HTTP, with \`accept: ${EVENT_STREAM}\`.`,
  );
const STOPPING = () => httpError(503, 'OVERLOADED', 'The gateway stops.', { 'retry-after': '5' });

/** An error as clients see it, without what is for HTTP alone. */
const plain = (error: GraphQLError): GraphQLError => {
  const { http: _, unexpected: __, ...extensions } = error.extensions;
  const { message, nodes, source, positions, path } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions });
};
const withoutHttp = <R extends { readonly extensions?: Readonly<Record<string, unknown>> | null }>(result: R): R => {
  if (!result.extensions?.http) return result;
  const { http: _, ...extensions } = result.extensions;
  return { ...result, extensions };
};
