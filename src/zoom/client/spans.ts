/** The spans of a request's calls, where whoever runs the gateway records traces. Nothing is made, and nothing costs, where nobody does. */
import type { Endpoint } from '../declare/endpoint.ts';
import type { ErrorKind } from '../errors/errors.ts';

/** By which a span is found, as lines of the log have it. */
export interface SpanIds {
  readonly trace_id: string;
  readonly span_id: string;
}

/** What became of a call. */
export interface CallEnd {
  /** The HTTP status; null where no answer came, or none was asked for. */
  readonly status: number | null;
  /** How long the budget held it back. */
  readonly waitedMs: number;
  readonly error?: ErrorKind;
}

export interface CallSpan {
  readonly ids: SpanIds;
  ended(end: CallEnd): void;
}

export interface CallSpans {
  /** A call wants to go out; `attempt` is 1 for the first try. */
  call(endpoint: Endpoint, attempt: number): CallSpan;
  /** A call that is under way already gives this answer, too. */
  joined<T>(endpoint: Endpoint, answer: Promise<T>): Promise<T>;
}
