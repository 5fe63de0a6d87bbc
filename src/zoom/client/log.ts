/** What is logged of a REST call: enough to find it at Zoom, nothing that a client sent or Zoom answered. */
import type { Label, Method } from '../declare/endpoint.ts';
import type { ErrorKind } from '../errors/errors.ts';
import type { SpanIds } from './spans.ts';

/** With the ids of the call's span, where there is one. */
export interface CallLine extends Partial<SpanIds> {
  /** Of the GraphQL request that pays for the call. */
  readonly requestId?: string;
  readonly verb: Method;
  /** The path's template, such as "/users/{userId}". */
  readonly template: string;
  /** The HTTP status; null where no answer came. */
  readonly status: number | null;
  readonly ms: number;
  /** How long the budget held it back before that. */
  readonly waitedMs: number;
  readonly trackingId?: string;
  readonly limit: Label;
  /** 1 for the first try. */
  readonly attempt: number;
  /** Why the call gave no answer that could be used. */
  readonly error?: ErrorKind;
}
