/** HTTP itself: one request goes out and its whole text comes back, or a ZoomError says why not. */
import { Agent, type Dispatcher, interceptors } from 'undici';
import type { Headers } from './answer.ts';
import type { Endpoint } from './endpoint.ts';
import { ZoomError } from './errors.ts';

export interface HttpRequest {
  readonly origin: string;
  readonly path: string;
  readonly method: Dispatcher.HttpMethod;
  readonly headers: Record<string, string>;
  readonly body?: string;
}

/** What happens to a request on its way. */
export interface Watch {
  /** It is written to a socket. */
  sent?(): void;
  /** The answer's head is here, or nothing will come any more. */
  arrived?(status: number | null, headers: Headers): void;
}

/** More than what the limits allow a second; what exceeds it waits inside undici. */
const CONNECTIONS = 128;
const KEEP_ALIVE_MS = 30_000;

/** The client's own connections: kept alive, names looked up once in a while. */
export const connections = (): Dispatcher =>
  new Agent({ connections: CONNECTIONS, keepAliveTimeout: KEEP_ALIVE_MS }).compose(interceptors.dns());

/**
 * Sends a request and reads the answer's text. Throws ZoomError: TIMEOUT after `timeoutMs`, ABORTED with the signal, UPSTREAM when
 * the connection fails.
 */
export const send = async (
  dispatcher: Dispatcher,
  request: HttpRequest,
  { signal, timeoutMs, endpoint }: { signal?: AbortSignal; timeoutMs: number; endpoint?: Endpoint },
  watch: Watch = {},
): Promise<{ status: number; headers: Headers; text: string }> => {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeoutMs);
  let status: number | undefined;
  try {
    const response = await dispatcher
      .compose((dispatch) => (options, handler) => dispatch(options, watching(handler, watch)))
      .request({ ...request, signal: signal ? AbortSignal.any([signal, late.signal]) : late.signal });
    status = response.statusCode;
    watch.arrived?.(status, response.headers);
    return { status, headers: response.headers, text: await response.body.text() };
  } catch (error) {
    if (status === undefined) watch.arrived?.(null, {});
    throw failure(error, { aborted: signal?.aborted, late: late.signal.aborted, timeoutMs, status, endpoint });
  } finally {
    clearTimeout(timer);
  }
};

const watching = (handler: Dispatcher.DispatchHandler, watch: Watch): Dispatcher.DispatchHandler => ({
  onRequestStart: (...args) => {
    watch.sent?.();
    handler.onRequestStart?.(...args);
  },
  onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
  onResponseStart: (...args) => handler.onResponseStart?.(...args),
  onResponseData: (...args) => handler.onResponseData?.(...args),
  onResponseEnd: (...args) => handler.onResponseEnd?.(...args),
  onResponseError: (...args) => handler.onResponseError?.(...args),
});

interface Circumstances {
  readonly aborted?: boolean;
  readonly late: boolean;
  readonly timeoutMs: number;
  readonly status?: number;
  readonly endpoint?: Endpoint;
}

/** Codes of undici and Node with which a connection never came about. */
const REFUSED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);
const SILENT = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT', 'ETIMEDOUT']);

const failure = (error: unknown, { aborted, late, timeoutMs, status, endpoint }: Circumstances): ZoomError => {
  const code = codeOf(error);
  if (aborted) return new ZoomError('ABORTED', 'The request was given up.', { endpoint });
  if (late || SILENT.has(code)) {
    const message = `Zoom did not answer within ${timeoutMs / 1000} seconds. Try again later.`;
    return new ZoomError('TIMEOUT', message, { endpoint, status });
  }
  const transport = REFUSED.has(code) ? 'REFUSED' : 'BROKEN';
  const what = transport === 'REFUSED' ? 'Zoom could not be reached' : 'The connection to Zoom broke';
  return new ZoomError('UPSTREAM', `${what} (${code}). Try again later.`, { endpoint, status, transport });
};

const codeOf = (error: unknown): string => {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^[A-Z_0-9]+$/.test(code) ? code : 'no reason given';
};
