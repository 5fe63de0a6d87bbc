/**
 * `/files/<token>`: files of Zoom's by links of the gateway's own (resolvers/links.ts). A link is opened, the file is found again at Zoom, and
 * its bytes go to the client as fast as it takes them. Links are never logged: whoever reads one has the file.
 */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { create as dispositionOf } from 'content-disposition';
import type { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { filesOf, GONE, type StoredFile, type StoredFiles } from '../../resolvers/domains/files.ts';
import { FILES_PATH, type FileRef, type Links } from '../../resolvers/links.ts';
import { Store } from '../../resolvers/store.ts';
import { Abort } from '../engine/abort.ts';
import { type Download, type ErrorKind, newStats, type Zoom, ZoomError } from '../zoom/client/client.ts';
import { archiveOf } from './archive.ts';
import type { Config } from './config.ts';
import { answerError, httpError } from './http/errors.ts';
import { LIMITS } from './limits.ts';
import type { Log } from './log.ts';
import { mediaTypeOf, withEnding } from './media-types.ts';
import { CODES, UNEXPECTED } from './plugins/errors.ts';
import { REQUEST_ID, requestIdOf } from './plugins/request-id.ts';

interface Options {
  readonly links: Links;
  readonly corsOrigins: Config['corsOrigins'];
  readonly log: Log;
  /** How many files are sent at once. */
  readonly most?: number;
}

/** What the files of a link are called, and where they are, is known for so long: players ask for a file part by part. */
export const FOUND = { count: 1000, ms: 600_000 } as const;
/** How long Zoom may take to say where a file is. */
const FIND_MS = 30_000;

/** One request for a file. */
interface Asked {
  readonly ref: FileRef;
  readonly zoom: Zoom;
  readonly requestId: string;
  /** Aborts when the client is gone, or has all that it wants. */
  readonly signal: Abort;
  /** What the client says of the part that it wants, and of what it has. */
  readonly conditions: Record<string, string>;
}

export const filesOver = ({ links, corsOrigins, log, most = LIMITS.fileStreams }: Options) => {
  const found = new LRUCache<string, Promise<StoredFiles>>({ max: FOUND.count, ttl: FOUND.ms });
  let sending = 0;

  const find = ({ ref, zoom, requestId, signal }: Asked, isFresh: boolean) => {
    const key = JSON.stringify([zoom.key, ref.of, ref.params]);
    const known = isFresh ? undefined : found.get(key);
    if (known) return { isKnown: true, files: known };
    const requestContext = { signal, deadline: Date.now() + FIND_MS, requestId, stats: newStats() };
    const files = filesOf(new Store(zoom, requestContext), ref);
    found.set(key, files);
    files.catch(() => found.get(key) === files && found.delete(key));
    return { isKnown: false, files };
  };

  /** Does something with files. Where Zoom moved what is known of them, they are looked up once more. */
  const withFiles = async <T>(asked: Asked, use: (files: StoredFiles) => Promise<T>): Promise<T> => {
    const { isKnown, files } = find(asked, false);
    try {
      return await use(await files);
    } catch (error) {
      if (!isKnown || !(error instanceof ZoomError && MOVED.has(error.kind)) || asked.signal.aborted) throw error;
      return use(await find(asked, true).files);
    }
  };

  const fetched = ({ zoom, signal, conditions }: Asked, { url, name }: StoredFile): Promise<Download> =>
    zoom.download({ url, signal, headers: conditions, isPage: /\.html?$/i.test(name) });

  const open = (asked: Asked): Promise<Sent> =>
    withFiles(asked, async ({ name, files }) => {
      const { file: key } = asked.ref;
      if (key === undefined) {
        const whole = { ...asked, conditions: {} };
        const [first, ...others] = files as readonly [StoredFile, ...StoredFile[]];
        // What can be refused is refused before the archive has begun.
        const begun = await fetched(whole, first);
        const entries = others.map((file) => ({
          name: file.name,
          open: async () => (await fetched(whole, file)).body,
        }));
        const body = archiveOf([{ name: first.name, open: async () => begun.body }, ...entries]);
        const headers = { ...headersOf(`${name}.zip`), 'content-type': 'application/zip', 'accept-ranges': 'none' };
        return { status: 200, headers, body };
      }
      const file = files.find((one) => one.key === key);
      if (!file) throw new ZoomError('NOT_FOUND', GONE);
      return sentOf(await fetched(asked, file), file);
    });

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = requestIdOf({ get: (name) => String(request.headers[name] ?? '') });
    const { method = '', url = '', headers } = request;
    response.setHeader(REQUEST_ID, requestId);
    for (const [name, value] of corsHeaders(corsOrigins, headers.origin)) response.setHeader(name, value);
    if (method === 'OPTIONS') return void response.writeHead(204, PREFLIGHT).end();
    if (method !== 'GET' && method !== 'HEAD') return answerError(response, WRONG_METHOD);
    const [token = ''] = url.slice(FILES_PATH.length).split('?');
    const opened = links.open(token);
    if (opened === 'expired') return answerError(response, EXPIRED);
    if (opened === 'unknown') return answerError(response, UNKNOWN);
    if (sending >= most) return answerError(response, FULL);

    const signal = new Abort();
    const line = { requestId, file: opened.ref.of, verb: method };
    const began = Date.now();
    sending++;
    // Also where the answer is whole: then nobody waits any more.
    response.once('close', () => {
      sending--;
      signal.abort(new DOMException('The client went away.', 'AbortError'));
    });
    try {
      const {
        status,
        headers: sent,
        body,
      } = await open({ ...opened, requestId, signal, conditions: conditionsIn(headers) });
      response.writeHead(status, sent);
      if (method === 'HEAD' || !HAVE_BODIES.has(status)) {
        body.on('error', () => undefined).destroy();
        response.end();
      } else await pipeline(body, response);
      log.info({ ...line, status, ms: Date.now() - began }, 'file');
    } catch (error) {
      const why = error instanceof ZoomError ? error.kind : isGone(error, signal) ? 'ABORTED' : 'BROKEN';
      log.info(
        { ...line, status: response.headersSent ? response.statusCode : null, ms: Date.now() - began, error: why },
        'file',
      );
      // What has begun cannot be taken back: the connection breaks, so that nobody takes a part for the whole.
      if (response.headersSent) response.destroy();
      else if (error instanceof ZoomError) answerError(response, refusalOf(error));
      else throw error;
    }
  };

  const listener: RequestListener = (request, response) => {
    serve(request, response).catch((error: unknown) => {
      log.error({ err: error }, 'Unexpected error.');
      if (response.headersSent) response.destroy();
      else answerError(response, httpError(500, 'INTERNAL_SERVER_ERROR', UNEXPECTED));
    });
  };
  return { isOf: (url: string): boolean => url.startsWith(FILES_PATH), listener };
};

/** Whether it is the client that broke off, and not Zoom. */
const isGone = (error: unknown, { reason }: Abort): boolean =>
  (error !== undefined && error === reason) || (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE';

/** What goes to the client. */
type Sent = Pick<Download, 'status' | 'body'> & { readonly headers: Readonly<Record<string, string>> };

const HAVE_BODIES: ReadonlySet<number> = new Set([200, 206]);
const MOVED: ReadonlySet<ErrorKind> = new Set<ErrorKind>(['NOT_FOUND', 'UNAUTHENTICATED', 'FORBIDDEN']);

/** Nothing of a file is to run in a browser, or to be kept by whoever is between. */
const headersOf = (name: string): Record<string, string> => ({
  'content-disposition': dispositionOf(name),
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'referrer-policy': 'no-referrer',
});

/** What a client must know of an answer of Zoom's. */
const PASSED = ['content-length', 'content-range', 'content-encoding', 'accept-ranges', 'etag', 'last-modified'];
const sentOf = ({ status, headers, body }: Download, { name }: StoredFile): Sent => {
  const said = headers['content-type'];
  const type = mediaTypeOf(name, typeof said === 'string' ? said : undefined);
  // Of no body there is no length.
  const passed = status === 416 || status === 304 ? PASSED.filter((one) => one !== 'content-length') : PASSED;
  return {
    status,
    headers: {
      ...headersOf(withEnding(name, type)),
      'content-type': type,
      ...Object.fromEntries(passed.flatMap((one) => (typeof headers[one] === 'string' ? [[one, headers[one]]] : []))),
    },
    body,
  };
};

const CONDITIONS = ['range', 'if-range', 'if-none-match', 'if-modified-since'];
const conditionsIn = (headers: IncomingMessage['headers']): Record<string, string> =>
  Object.fromEntries(
    CONDITIONS.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]])),
  );

const PREFLIGHT_SECONDS = '7200';
const PREFLIGHT = {
  allow: 'GET, HEAD, OPTIONS',
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': CONDITIONS.join(', '),
  'access-control-max-age': PREFLIGHT_SECONDS,
};
const SHOWN = ['content-disposition', 'content-length', 'content-range', 'accept-ranges', 'etag', REQUEST_ID].join(
  ', ',
);
/** For pages of the origins that are let in. */
const corsHeaders = (origins: Config['corsOrigins'], origin: string | undefined): (readonly [string, string])[] => {
  if (!origins) return [];
  const isAny = origins.includes('*');
  const isIn = origin !== undefined && (isAny || origins.includes(origin));
  return [
    ...(isAny ? [] : [['vary', 'Origin'] as const]),
    ...(isIn
      ? ([
          ['access-control-allow-origin', isAny ? '*' : origin],
          ['access-control-expose-headers', SHOWN],
        ] as const)
      : []),
  ];
};

const UNKNOWN = httpError(
  403,
  'LINK_INVALID',
  'This is no link that the gateway has made, or not all of it. Ask for a new one.',
);
const EXPIRED = httpError(403, 'LINK_INVALID', 'The link has expired. Ask for a new one.');
const FULL = httpError(503, 'OVERLOADED', 'The gateway sends as many files as it can. Try again in a moment.', {
  'retry-after': '5',
});
const WRONG_METHOD = httpError(405, 'BAD_REQUEST', 'Files are fetched by GET; HEAD tells of them.', {
  allow: 'GET, HEAD, OPTIONS',
});

const STATUSES: Readonly<Partial<Record<ErrorKind, number>>> = {
  NOT_FOUND: 404,
  RATE_LIMIT: 503,
  DAILY_LIMIT: 503,
  TIMEOUT: 504,
};
/** Why there is no file, in Zoom's words. */
const refusalOf = ({ kind, message, retryAt }: ZoomError): GraphQLError => {
  const seconds = retryAt && String(Math.max(1, Math.ceil((retryAt.getTime() - Date.now()) / 1000)));
  return httpError(STATUSES[kind] ?? 502, CODES[kind], message, seconds ? { 'retry-after': seconds } : undefined);
};
