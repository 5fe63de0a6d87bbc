/** The gateway's HTTP side: plain requests go the short way, all others through Yoga. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { type Duplex, Readable } from 'node:stream';
import type { GraphQLError } from 'graphql';
import { Links } from '../../resolvers/links.ts';
import { schema as zoomSchema } from '../../schema/index.ts';
import { Abort } from '../engine/abort.ts';
import { createDocuments } from '../engine/documents.ts';
import type { Client, Zoom } from '../zoom/client/client.ts';
import { memoryStream } from '../zoom/events/memory-stream.ts';
import type { EventStream } from '../zoom/events/stream.ts';
import { compressed, sizeOf } from './compressed.ts';
import { type Answer, directOf, type HeadersOf, mayStream, type PlainRequest, paramsIn, plainType } from './direct.ts';
import { exampleNames } from './examples.ts';
import { filesOver } from './files.ts';
import { Foreign } from './foreign.ts';
import { hookedOf } from './hooked.ts';
import { isWebhook } from './hosts.ts';
import { BodyBudget, type Share } from './http/body-budget.ts';
import { answerError } from './http/errors.ts';
import { Subscriptions } from './http/open-subscriptions.ts';
import { PersistedDocuments } from './http/persisted.ts';
import { LIMITS } from './limits.ts';
import { newLinkSecret } from './link-secret.ts';
import { createLog } from './log.ts';
import { errorMasker } from './plugins/errors.ts';
import { requestIdOf } from './plugins/request-id.ts';
import { sessionsBy } from './session.ts';
import { observerOf } from './telemetry/observer.ts';
import { tracing } from './tracing.ts';
import { webhooksOver } from './webhooks.ts';
import { socketsOver } from './websocket.ts';
import { type GatewayOptions, yogaOf } from './yoga.ts';

export interface Gateway extends RequestListener {
  /** Answers a request without a socket. */
  fetch(url: string | Request, init?: RequestInit): Promise<Response>;
  /** Takes an upgrade to a WebSocket. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends all subscriptions and WebSockets, and takes no more; what is under way is answered first. */
  endSubscriptions(): void;
  dispose(): Promise<void>;
}

/** The gateway over a client of Zoom. It is itself a listener for node:http. */
export const createGateway = (options: GatewayOptions & { direct?: boolean }): Gateway => {
  const { client, config, sandbox = false, schema = zoomSchema, log = createLog('silent') } = options;
  const { idempotency, metrics } = options;
  const { optimizations } = config;
  const { direct: isDirect = optimizations.shortWay } = options;
  const { sessionFor = sessionsBy(config, log) } = options;
  const documents = createDocuments(schema, optimizations);
  const isOpen = config.corsOrigins !== undefined;
  const budget = new BodyBudget(LIMITS.heldBytes);
  const persisted = new PersistedDocuments(config);
  const foreign = new Foreign(options.plugins ?? []);
  const links = new Links(config.linkSecret ?? newLinkSecret(), () => ownOf(client));
  const files = filesOver({ links, corsOrigins: config.corsOrigins, log });
  const registeredAs = (text: string) => persisted.registeredAs(text)?.name;
  const observer = observerOf({ metrics, tracing: tracing(), documents, registeredAs, names: exampleNames });
  const { webhookSecret } = config;
  const events = options.events ?? (webhookSecret === undefined ? undefined : ownStream(config));
  const webhooks =
    webhookSecret === undefined || !events
      ? undefined
      : webhooksOver({
          secret: webhookSecret,
          tolerance: config.webhookTolerance,
          events,
          budget,
          log,
          onOutcome: metrics?.event,
        });
  const subscriptions = new Subscriptions({ onChange: metrics?.subscriptions });
  const parts = yogaOf({
    client,
    config,
    sandbox,
    schema,
    log,
    sessionFor,
    documents,
    persisted,
    budget,
    foreign,
    observer,
    idempotency,
    links,
    events,
    metrics,
    subscriptions,
  });
  const { yoga } = parts;
  const direct = directOf({
    yoga,
    documents,
    mask: errorMasker(log),
    sessionFor: (headers) => sessionFor(headers, client),
    timeout: config.timeout,
    observer,
    pieces: { ...optimizations, sharing: optimizations.sharing && config.coalesce },
  });

  const sockets = socketsOver({
    yoga,
    client,
    sessionFor,
    persisted,
    budget,
    mask: errorMasker(log),
    log,
    config,
    isClosed: () => foreign.standInFront,
  });
  const hooked = foreign.plugins.length > 0 ? hookedOf({ ...parts, direct, foreign, isOpen }) : undefined;
  const goesDirect = isDirect && !foreign.needYoga;
  const isPlain = (request: Omit<PlainRequest, 'signal'>) => (goesDirect ? plainType(request, isOpen) : undefined);
  /** Undefined for a body that is none of GraphQL's, so that Yoga says what is wrong, and for what Yoga answers by a stream. */
  const answer = async (request: PlainRequest, type: string, text: string): Promise<Answer | undefined> => {
    const context = { requestId: requestIdOf(request.headers) };
    const refused = await direct.admit(request, type, context);
    const params = refused ? undefined : paramsIn(text, persisted);
    if (params && mayStream(params, request)) return undefined;
    const answered = refused ?? (params && (await direct.run(request, type, params, context, text)));
    if (!answered) return undefined;
    return config.compression ? compressed(answered, request.headers) : answered;
  };

  const listener: RequestListener = (request, response) => {
    const headers = headersOf(request);
    const { method = '', url = '' } = request;
    if (files.isOf(url)) return files.listener(request, response);
    if (webhooks && isWebhook(url)) return webhooks(request, response);
    const type = isPlain({ method, url, headers });
    if (type === undefined) return void yoga(request, response);
    if (hooked) return void hooked(request, response);
    const signal = new Abort();
    const share = budget.share();
    response.once('close', () => {
      share.release();
      if (!response.writableEnded) signal.abort(new DOMException('The client went away.', 'AbortError'));
    });
    const reply = async (body: Buffer) => {
      const answered = await answer({ method, url, headers, signal }, type, body.toString('utf8'));
      if (answered) write(response, answered);
      else void yoga(reread(request, body), response);
    };
    read(
      request,
      share,
      (body) => void reply(body).catch((error) => response.destroy(error)),
      (error) => answerError(response, error),
    );
  };

  const fetch = async (url: string | Request, init: RequestInit = {}): Promise<Response> => {
    const { method = 'GET', body, signal } = init;
    if (typeof url === 'string' && typeof body === 'string') {
      const headers = new Headers(init.headers);
      const { pathname, search } = new URL(url, 'http://localhost');
      headers.set('content-length', String(Buffer.byteLength(body)));
      const plain = { method, url: pathname + search, headers, signal: signal ?? new Abort() };
      const type = isPlain(plain);
      if (type !== undefined && hooked) return hooked.fetch(url, { ...init, headers });
      const answered = type === undefined ? undefined : await answer(plain, type, body);
      signal?.throwIfAborted();
      if (answered) return new Response(Buffer.concat(answered.body), { ...answered, headers: headersFor(answered) });
    }
    // Of the headers Yoga's plugins change a copy.
    return yoga.fetch(url as string, { ...init, ...(init.headers && { headers: new Headers(init.headers) }) });
  };
  return Object.assign(listener, {
    fetch,
    upgrade: sockets.upgrade,
    endSubscriptions: () => {
      subscriptions.stop();
      sockets.stop();
    },
    dispose: async () => {
      subscriptions.stop();
      await yoga.dispose();
      if (!options.events) await events?.close();
    },
  });
};

/** A stream of this process alone. */
const ownStream = ({ eventsKept, eventBuffer }: GatewayOptions['config']): EventStream =>
  memoryStream({ kept: eventsKept, buffer: eventBuffer });

/** The server's own credentials; undefined where every caller brings a token. */
const ownOf = (client: Client): Zoom | undefined => {
  try {
    return client.as();
  } catch {
    return undefined;
  }
};

const headersOf = ({ headers }: IncomingMessage): HeadersOf => ({
  get: (name) => {
    const value = headers[name];
    return value === undefined ? null : String(value);
  },
  has: (name) => headers[name] !== undefined,
});

/** Node sees to it that no more comes than `content-length` says. */
const read = (
  request: IncomingMessage,
  share: Share,
  then: (body: Buffer) => void,
  refuse: (error: GraphQLError) => void,
): void => {
  const chunks: Buffer[] = [];
  const end = () => then(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
  request.on('data', (chunk: Buffer) => {
    const refused = share.take(chunk.length);
    if (!refused) return chunks.push(chunk);
    request.removeAllListeners('data').removeListener('end', end).resume();
    refuse(refused);
  });
  request.on('end', end);
};

const write = (response: ServerResponse, answer: Answer): void => {
  if (response.destroyed) return;
  response.writeHead(answer.status, headersFor(answer));
  const { body } = answer;
  for (const part of body.slice(0, -1)) response.write(part);
  response.end(body.at(-1));
};
const headersFor = ({ headers, body }: Answer) => ({
  ...headers,
  'content-length': String(sizeOf(body)),
});

/** A request whose body was read already, as Yoga would have got it. */
const reread = ({ method, url, headers, socket }: IncomingMessage, body: Buffer) =>
  Object.assign(Readable.from([body]), { method, url, headers, socket });
