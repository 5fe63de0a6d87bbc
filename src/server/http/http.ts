/** A node:http server that has bounds for what clients may hold, and stops without breaking what is under way. */
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
  STATUS_CODES,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { GraphQLError } from 'graphql';
import { remembered } from '../../engine/remembered.ts';
import { SETTINGS } from '../config.ts';
import { hostCheck } from '../hosts.ts';
import { LIMITS } from '../limits.ts';
import { answerError, answerOfError, httpError, malformed } from './errors.ts';

export interface HttpServer {
  /** "http://127.0.0.1:4000", with the port that was taken. */
  readonly origin: string;
  /** Takes no more requests, and resolves when those in flight are answered or `grace` milliseconds are over. */
  stop(grace: number): Promise<void>;
}

type Bounds = Pick<typeof LIMITS, 'connections' | 'headBytes' | 'headMs' | 'bodyMs' | 'answerMs' | 'idleMs'>;
type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
interface Options {
  /** Names, beside that of the address, to which requests may be sent. */
  readonly hosts?: readonly string[];
  /** Takes what asks for a WebSocket; without it, nobody gets one. */
  readonly upgrade?: Upgrade;
  readonly bounds?: { readonly [K in keyof Bounds]?: number };
}

/** The answers of a connection: those that are not sent yet, and the latest. */
interface Talk {
  readonly open: Set<ServerResponse>;
  readonly latest: ServerResponse;
}

/** Listens. Rejects with the listen error of a taken port or a foreign address. */
export const listen = async (
  listener: RequestListener,
  port: number,
  host: string,
  { hosts = [], upgrade, bounds = {} }: Options = {},
): Promise<HttpServer> => {
  const { connections, headBytes, headMs, bodyMs, answerMs, idleMs } = { ...LIMITS, ...bounds };
  const isOwn = hostCheck(host, hosts);
  const talks = new WeakMap<Socket, Talk>();
  let stopping = false;
  const server = createServer(
    {
      maxHeaderSize: headBytes,
      headersTimeout: Math.min(headMs, bodyMs),
      requestTimeout: bodyMs,
      keepAliveTimeout: idleMs,
      connectionsCheckingInterval: Math.min(1000, headMs),
    },
    (request, response) => {
      const { open } = talks.get(request.socket) ?? { open: new Set() };
      talks.set(request.socket, { open: open.add(response), latest: response });
      response.once('close', () => {
        open.delete(response);
        // Connections kept alive would hold the server open: each is closed with the last answer on it.
        if (stopping) setImmediate(() => server.closeIdleConnections());
      });
      if (!isOwn(request)) return answerError(response, UNKNOWN_HOST);
      const target = targetOf(request);
      if (target === undefined) return answerError(response, NO_TARGET);
      request.url = target;
      listener(request, response);
    },
  );
  /** Connections that are no longer of HTTP. */
  const upgraded = new Set<Duplex>();
  if (upgrade)
    server.on('upgrade', (request, socket, head) => {
      socket.on('error', () => socket.destroy());
      const refuse = (error: GraphQLError) => socket.end(rawAnswer(error), () => socket.destroy());
      if (!/^websocket$/i.test(request.headers.upgrade ?? '')) return goOn(server, request, socket, head);
      if (!isOwn(request)) return refuse(UNKNOWN_HOST);
      const target = targetOf(request);
      if (target === undefined) return refuse(NO_TARGET);
      request.url = target;
      upgraded.add(socket);
      socket.once('close', () => upgraded.delete(socket));
      upgrade(request, socket, head);
    });
  server.maxConnections = connections;
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const { open = [], latest } = talks.get(socket) ?? {};
    // Behind an answer that has begun, or that was the last, nothing can be said any more.
    const isOver = [...open].some((answer) => answer.headersSent) || (latest?.headersSent && !latest.shouldKeepAlive);
    if (!socket.writable || isOver) socket.destroy();
    else socket.end(rawAnswer(FAULTS[error.code ?? ''] ?? malformed('This is not HTTP.')), () => socket.destroy());
  });
  // Nothing has come or gone for that long. Who waits for an answer may wait on; who takes nothing of one that is there may not.
  server.timeout = answerMs;
  server.on('timeout', (socket: Socket) => {
    const isAwaited = [...(talks.get(socket)?.open ?? [])].some((answer) => !answer.writableEnded);
    if (!isAwaited || socket.writableLength > 0) socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { address, family, port: taken } = server.address() as AddressInfo;
  return {
    origin: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
    stop: (grace) =>
      new Promise<void>((resolve) => {
        stopping = true;
        const timer = setTimeout(() => {
          server.closeAllConnections();
          for (const socket of upgraded) socket.destroy();
        }, grace);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
};

/** Some clients would like another protocol, such as h2c. Node then takes no more of the request, which is served by HTTP/1.1 all the same. */
const goOn = (server: Server, { method, url, rawHeaders }: IncomingMessage, socket: Duplex, head: Buffer): void => {
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let at = 0; at < rawHeaders.length; at += 2)
    if (!OF_UPGRADE.test(rawHeaders[at] ?? '')) lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
};
const OF_UPGRADE = /^(connection|upgrade|http2-settings)$/i;

const canParse = remembered((url) => URL.canParse(url));
/** The path that is asked for, with its query, where it is a URL together with the host. A proxy may send the whole URL. */
const targetOf = ({
  url = '',
  headers: { host = 'localhost' },
}: Pick<IncomingMessage, 'url' | 'headers'>): string | undefined => {
  if (url.startsWith('/')) return canParse(`http://${host}${url}`) ? url : undefined;
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return undefined;
  const { pathname, search } = new URL(url);
  return targetOf({ url: pathname + search, headers: { host } });
};

const NO_TARGET = malformed('The URL of the request cannot be read.');
const UNKNOWN_HOST = httpError(
  421,
  'UNKNOWN_HOST',
  `The gateway does not know the name in the Host header as its own. Add it to ${SETTINGS.allowedHosts.name}.`,
  { connection: 'close' },
);
/** What Node finds wrong before there is a request, or while it is still coming. */
const FAULTS: Readonly<Record<string, GraphQLError>> = {
  HPE_HEADER_OVERFLOW: httpError(431, 'HEADERS_TOO_LARGE', 'The headers of the request are too long.'),
  HPE_CHUNK_EXTENSIONS_OVERFLOW: httpError(413, 'REQUEST_ENTITY_TOO_LARGE', 'The chunks of the body say too much.'),
  ERR_HTTP_REQUEST_TIMEOUT: httpError(408, 'REQUEST_TIMEOUT', 'The request took too long to arrive.'),
};

/** An answer for a connection on which HTTP cannot say it by itself. */
export const rawAnswer = (error: GraphQLError): string => {
  const { status, headers, body } = answerOfError(error);
  const lines = Object.entries({ ...headers, 'content-length': body.length, connection: 'close' });
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines.map(([name, value]) => `${name}: ${value}`)];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
};
