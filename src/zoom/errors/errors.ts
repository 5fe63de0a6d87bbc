/** The one error of the REST client. How answers of Zoom become one stands in error-codes.ts and answer.ts. */
import { PlainError } from '../../engine/plain-error.ts';
import { type Endpoint, type Method, nameOf } from '../declare/endpoint.ts';

/** Why Zoom, or the way to it, refused a call. The server maps each kind to one `extensions.code` of the graph. */
export type ErrorKind =
  | 'NOT_FOUND'
  | 'BAD_REQUEST'
  | 'CONFLICT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'MISSING_SCOPE'
  /** Too many calls this second or, for RESOURCE_INTENSIVE, this minute. */
  | 'RATE_LIMIT'
  /** The account's calls of the day are spent. */
  | 'DAILY_LIMIT'
  /** The 100 creates and updates of meetings and webinars that a host has a day are spent. */
  | 'HOST_LIMIT'
  /** Another daily count, of one person or of one operation, is spent. */
  | 'PERSON_LIMIT'
  /** Another write to the same resource is under way. */
  | 'CONCURRENT'
  | 'PAGE_TOKEN'
  /** More calls than one request may make (MAX_CALLS_PER_REQUEST). */
  | 'TOO_MANY_CALLS'
  | 'TIMEOUT'
  | 'ABORTED'
  /** Zoom failed or could not be understood: 5xx, HTML, truncated JSON, a broken connection. */
  | 'UPSTREAM';

/** How a call failed on its way: nobody listened, the connection broke, or what came back is no answer: a page, half a JSON text, nothing. */
export type Transport = 'REFUSED' | 'BROKEN' | 'GARBLED';

export interface ErrorDetails {
  readonly endpoint?: Pick<Endpoint, 'method' | 'path' | 'isRaw'>;
  readonly status?: number;
  readonly code?: number;
  readonly trackingId?: string;
  readonly retryAt?: Date;
  readonly transport?: Transport;
}

/** A call that gave no answer. Its message is fit for whoever sent the query: it never holds a token, a secret or a query string. */
export class ZoomError extends PlainError {
  override readonly name = 'ZoomError';
  readonly kind: ErrorKind;
  /** The HTTP status, where Zoom answered. */
  readonly status?: number;
  /** The `code` of Zoom's body (docs/zoom.md 5.1). */
  readonly code?: number;
  /** "GET /users/{userId}". */
  readonly endpoint?: string;
  readonly method?: Method;
  /** The path's template, never the path that was sent. */
  readonly path?: string;
  /** What Zoom's support asks for. */
  readonly trackingId?: string;
  /** When it is worth trying again. */
  readonly retryAt?: Date;
  readonly transport?: Transport;
  /** Of a raw request: its fields have Zoom's own names. */
  readonly isRaw?: true;

  constructor(kind: ErrorKind, message: string, { endpoint, ...details }: ErrorDetails = {}) {
    super(message);
    this.kind = kind;
    this.status = details.status;
    this.code = details.code;
    this.trackingId = details.trackingId;
    this.retryAt = details.retryAt;
    this.transport = details.transport;
    if (endpoint) {
      this.endpoint = nameOf(endpoint);
      this.method = endpoint.method;
      this.path = endpoint.path;
      this.isRaw = endpoint.isRaw;
    }
  }

  /** All but its kind and message: what another of its like is made of, also in another process. */
  get details(): ErrorDetails {
    const { method, path, isRaw, status, code, trackingId, retryAt, transport } = this;
    const endpoint = method && path ? { method, path, isRaw } : undefined;
    return { endpoint, status, code, trackingId, retryAt, transport };
  }

  /** The same refusal in words for the client; what Zoom itself said is its cause. */
  saying(message: string): ZoomError {
    const error = new ZoomError(this.kind, message, this.details);
    error.cause = this;
    return error;
  }

  /** The same refusal, where it is known to mean something else than its code says. */
  as(kind: ErrorKind): ZoomError {
    return new ZoomError(kind, this.message, this.details);
  }
}
