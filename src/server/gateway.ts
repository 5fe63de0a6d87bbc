/** The gateway's HTTP side: plain requests go the short way, all others through Yoga. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { schema as zoomSchema } from '../../schema/index.ts';
import { Abort } from '../zoom/signal.ts';
import { type Answer, directOf, type HeadersOf, plainType } from './direct.ts';
import { createDocuments } from './documents.ts';
import { createLog } from './log.ts';
import { errorMasker } from './plugins/errors.ts';
import { type GatewayOptions, type Yoga, yogaOf, zoomFor } from './yoga.ts';

export interface Gateway extends RequestListener {
  /** Answers a request without a socket. */
  fetch(url: string | Request, init?: RequestInit): Promise<Response>;
  dispose(): Promise<void>;
}

/** The gateway over a client of Zoom. It is itself a listener for node:http. */
export const createGateway = ({
  direct: isDirect = true,
  ...options
}: GatewayOptions & { direct?: boolean }): Gateway => {
  const { schema = zoomSchema, log = createLog('silent') } = options;
  const documents = createDocuments(schema);
  const yoga = yogaOf({ ...options, schema, log, documents });
  const direct = directOf({
    yoga,
    documents,
    mask: errorMasker(log),
    zoomFor: (headers) => zoomFor(options.client, options.config.auth, headers),
    timeout: options.config.timeout,
  });

  const listener: RequestListener = (request, response) => {
    const headers = headersOf(request);
    const { method = '', url = '' } = request;
    const type = isDirect ? plainType({ method, url, headers }) : undefined;
    if (type === undefined) return void yoga(request, response);
    const signal = new Abort();
    response.once('close', () => {
      if (!response.writableEnded) signal.abort(new DOMException('The client went away.', 'AbortError'));
    });
    const answer = (body: Buffer) =>
      direct({ method, url, headers, signal }, type, body.toString('utf8')).then(
        (answered) => (answered ? write(response, answered) : pass(yoga, request, response, body)),
        (error) => response.destroy(error),
      );
    read(request, answer);
  };

  const fetch = async (url: string | Request, init: RequestInit = {}): Promise<Response> => {
    const { method = 'GET', body, signal } = init;
    if (typeof url === 'string' && typeof body === 'string') {
      const headers = new Headers(init.headers);
      const { pathname, search } = new URL(url);
      headers.set('content-length', String(Buffer.byteLength(body)));
      const plain = { method, url: pathname + search, headers, signal: signal ?? new Abort() };
      const type = isDirect ? plainType(plain) : undefined;
      const answered = type === undefined ? undefined : await direct(plain, type, body);
      if (answered) return new Response(Buffer.concat(answered.body), answered);
    }
    return yoga.fetch(url as string, init);
  };
  return Object.assign(listener, { fetch, dispose: async () => void (await yoga.dispose()) });
};

const headersOf = ({ headers }: IncomingMessage): HeadersOf => ({
  get: (name) => {
    const value = headers[name];
    return value === undefined ? null : String(value);
  },
  has: (name) => headers[name] !== undefined,
});

/** Node sees to it that no more comes than `content-length` says. */
const read = (request: IncomingMessage, then: (body: Buffer) => void): void => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => then(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
};

const write = (response: ServerResponse, { status, headers, body }: Answer): void => {
  if (response.destroyed) return;
  const length = body.reduce((sum, part) => sum + part.length, 0);
  response.writeHead(status, { ...headers, 'content-length': length });
  for (const part of body) response.write(part);
  response.end();
};

/** Gives Yoga a request whose body was read already. */
const pass = async (yoga: Yoga, request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> => {
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
  const answered = await yoga.fetch(`http://localhost${request.url}`, {
    method: 'POST',
    headers,
    body: new Uint8Array(body),
  });
  write(response, {
    status: answered.status,
    headers: Object.fromEntries(answered.headers),
    body: [Buffer.from(await answered.arrayBuffer())],
  });
};
