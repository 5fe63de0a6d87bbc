/** What is logged of a REST call: enough to find it at Zoom, nothing that a client sent or Zoom answered. */
import type { Label, Method } from '../declare/endpoint.ts';
import type { ErrorKind } from '../errors/errors.ts';

export interface CallLine {
  /** Of the GraphQL request that pays for the call. */
  readonly requestId?: string;
  readonly verb: Method;
  /** The path's template, such as "/users/{userId}". */
  readonly template: string;
  /** The HTTP status; null where no answer came. */
  readonly status: number | null;
  readonly ms: number;
  readonly trackingId?: string;
  readonly limit: Label;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Why the call gave no answer that could be used. */
  readonly error?: ErrorKind;
}
