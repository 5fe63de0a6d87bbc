/** HTTP itself: one request goes out and its whole answer comes back, or a ZoomError says why not. */
import { Agent, type Dispatcher, EnvHttpProxyAgent, interceptors } from 'undici';
import type { Signal } from '../../engine/abort.ts';
import type { Endpoint } from '../declare/endpoint.ts';
import { MEGABYTE } from '../declare/shape.ts';
import { ZoomError } from '../errors/errors.ts';
import { type Headers, headerOf } from './headers.ts';
import type { Payload } from './request-body.ts';

export interface HttpRequest {
  /** As `originOf` gives it: a text would be parsed anew for each request. */
  readonly origin: URL;
  readonly path: string;
  readonly method: Dispatcher.HttpMethod;
  readonly headers: Record<string, string>;
  readonly body?: Payload;
}

/** The origin of an address. */
export const originOf = (address: string | URL): URL => new URL(new URL(address).origin);

/** What happens to a request on its way. */
export interface Watch {
  /** It is written to a socket, unless this says no: then nothing is, and `send` throws HeldBack. */
  sent?(): boolean;
  /** The answer's head is here, or nothing will come any more. */
  arrived?(status: number | null, headers: Headers): void;
}

/** Nothing was sent, since it must not be any more. */
export class HeldBack extends Error {
  override readonly name = 'HeldBack';
}

/** More than what the limits allow a second; what exceeds it waits inside undici. */
const CONNECTIONS = 128;
const KEEP_ALIVE_MS = 30_000;

/** The longest answer of Zoom that is read; a page of 300 users takes some hundred kilobytes. */
export const MOST_BYTES = 32 * MEGABYTE;

/** A proxy on the way to Zoom. */
export interface ProxyOptions {
  /** Such as "http://proxy.example.com:3128", with user and password where it wants them. */
  readonly url: string;
  /** Hosts that are reached without it, as `NO_PROXY` lists them; this machine always is. */
  readonly except?: string;
}
const THIS_MACHINE = 'localhost,127.0.0.1,::1';

/** The client's own connections: kept alive, names looked up once in a while, or by the proxy where there is one. */
export const connections = (proxy?: ProxyOptions): Dispatcher => {
  const options = { connections: CONNECTIONS, keepAliveTimeout: KEEP_ALIVE_MS };
  if (!proxy) return new Agent(options).compose(interceptors.dns());
  const noProxy = [proxy.except, THIS_MACHINE].filter(Boolean).join(',');
  return new EnvHttpProxyAgent({ ...options, httpProxy: proxy.url, httpsProxy: proxy.url, noProxy });
};

/** What came back. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

interface Terms {
  readonly signal?: Signal;
  readonly timeoutMs: number;
  readonly endpoint?: Endpoint;
}

/**
 * Sends a request and reads the whole answer. Throws HeldBack, and ZoomError: TIMEOUT after `timeoutMs`, ABORTED with the signal, UPSTREAM when
 * the connection fails or the answer is longer than `MOST_BYTES`. No compression is asked for, so what arrives is what there is.
 */
export const send = (
  dispatcher: Dispatcher,
  request: HttpRequest,
  { signal, timeoutMs, endpoint }: Terms,
  watch: Watch = {},
): Promise<Received> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let status: number | undefined;
    let headers: Headers = {};
    let isOver = false;
    let controller: Dispatcher.DispatchController | undefined;

    const end = () => {
      isOver = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', giveUp);
    };
    const fail = (error: unknown, why: Partial<Circumstances> = {}) => {
      if (isOver) return;
      end();
      if (error instanceof HeldBack) return reject(error);
      if (status === undefined) watch.arrived?.(null, {});
      reject(failureOf(error, { timeoutMs, status, endpoint, origin: request.origin.origin, ...why }));
      controller?.abort(new Error('The call was cancelled.'));
    };
    /** Ends the connection as well: what else is on its way is not read. */
    const refuseBeyond = (bytes: number) => {
      if (bytes > MOST_BYTES) fail(undefined, { isTooLong: true });
    };
    const giveUp = () => fail(undefined, { aborted: true });
    const timer = setTimeout(() => fail(undefined, { late: true }), timeoutMs);
    if (signal?.aborted) return giveUp();
    signal?.addEventListener('abort', giveUp, { once: true });

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart: (started) => {
        controller = started;
        if (isOver) started.abort(new Error('The call was cancelled while it waited for a connection.'));
        // What is thrown here ends the request, and leaves its connection to others.
        else if (watch.sent?.() === false) throw new HeldBack();
      },
      onResponseStart: (_, statusCode, arrived) => {
        // Something like "100 Continue" comes before the answer.
        if (isOver || statusCode < 200) return;
        status = statusCode;
        headers = arrived;
        watch.arrived?.(status, headers);
        refuseBeyond(Number(headerOf(headers)('content-length') ?? 0));
      },
      onResponseData: (_, chunk) => {
        size += chunk.length;
        refuseBeyond(size);
        if (!isOver) chunks.push(chunk);
      },
      onResponseEnd: () => {
        if (isOver) return;
        end();
        resolve({ status: status ?? 0, headers, bytes: joined(chunks) });
      },
      onResponseError: (_, error) => fail(error),
    };
    try {
      dispatcher.dispatch(request, handler);
    } catch (error) {
      fail(error);
    }
  });

const joined = (chunks: readonly Buffer[]): Buffer =>
  chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);

interface Circumstances {
  readonly aborted?: boolean;
  readonly late?: boolean;
  readonly isTooLong?: boolean;
  readonly timeoutMs: number;
  readonly status?: number;
  readonly endpoint?: Endpoint;
  /** Such as "https://api.zoom.us". */
  readonly origin: string;
}

/** Codes of undici and Node with which a connection never came about. */
const REFUSED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);
const SILENT = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);

/** The error of what never got an answer, or not all of it. */
export const failureOf = (
  error: unknown,
  { aborted, late, isTooLong, timeoutMs, status, endpoint, origin }: Circumstances,
): ZoomError => {
  const code = codeOf(error);
  if (isTooLong) {
    const message = `Zoom's answer is longer than the ${MOST_BYTES / MEGABYTE} MB that this gateway reads. Ask for less at once.`;
    return new ZoomError('UPSTREAM', message, { endpoint, status });
  }
  if (aborted) return new ZoomError('ABORTED', 'The request was cancelled.', { endpoint });
  if (late || SILENT.has(code)) {
    const message = `Zoom did not answer within ${timeoutMs / 1000} seconds. Try again later.`;
    return new ZoomError('TIMEOUT', message, { endpoint, status });
  }
  const transport = REFUSED.has(code) ? 'REFUSED' : 'BROKEN';
  const what = transport === 'REFUSED' ? `Zoom could not be reached at ${origin}` : 'The connection to Zoom broke';
  return new ZoomError('UPSTREAM', `${what} (${code}). Try again later.`, { endpoint, status, transport });
};

const codeOf = (error: unknown): string => {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^[A-Z_0-9]+$/.test(code) ? code : 'no reason given';
};
