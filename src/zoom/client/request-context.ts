/** What one GraphQL request may spend, and what it has spent. */
import type { Signal } from '../../engine/abort.ts';
import type { Label } from '../declare/endpoint.ts';
import type { CallSpans } from './spans.ts';
import type { Tracer } from './trace.ts';

/** What one GraphQL request has cost so far. */
export interface Stats {
  /** REST calls sent, repeats included. */
  calls: number;
  byLimit: Partial<Record<Label, number>>;
  /** Reads that were answered by a call already under way. */
  coalesced: number;
  /** Answers, lists and entities that were not read, since another request of the credential had them just now. */
  cached: number;
  /** Files that were read; they are no calls. */
  downloads?: number;
  /** Milliseconds in which at least one call waited for budget. */
  waitedMs: number;
}
export const newStats = (): Stats => ({ calls: 0, byLimit: {}, coalesced: 0, cached: 0, waitedMs: 0 });

/** One GraphQL request's claim on the client. */
export interface RequestContext {
  readonly signal?: Signal;
  /** Epoch milliseconds by which the request must have its answer. */
  readonly deadline?: number;
  readonly maxCalls?: number;
  /** By which the request is found in the log. */
  readonly requestId?: string;
  /** Takes nothing that was kept of earlier answers. */
  readonly isFresh?: boolean;
  readonly stats: Stats;
  /** Set where the request asked which calls are made. */
  trace?: Tracer;
  /** Set where traces are recorded. */
  readonly spans?: CallSpans;
  /** Takes what the client should know beside the answers; set with the request's context. */
  note?: (text: string) => void;
}
