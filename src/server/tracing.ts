/**
 * Spans by the API of OpenTelemetry alone. Who runs the gateway brings the SDK (docs/operations.md); without one nothing here is
 * called. Templates and names of operations are recorded, never a document, a variable or an id.
 */
import {
  type Context,
  context as contexts,
  isSpanContextValid,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TextMapGetter,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import type { CallSpans, SpanIds } from '../zoom/client/spans.ts';
import { type Endpoint, isDeclared, nameOf } from '../zoom/declare/endpoint.ts';

interface HeadersOf {
  get(name: string): string | null;
}

/**
 * Whether somebody has registered an SDK. There may be another copy of the API in the process, where the SDK is loaded by another file than
 * ours: the provider is known by what it can do.
 */
export const isTraced = (): boolean => {
  const provider = trace.getTracerProvider() as { getDelegateTracer?: (name: string) => Tracer | undefined };
  return provider.getDelegateTracer ? provider.getDelegateTracer(NAME) !== undefined : true;
};
const NAME = 'zoom-graphql-gateway';

/** What stands in each line of the log that is written within a span. */
export const activeSpan = (): Partial<SpanIds> => {
  const span = trace.getActiveSpan();
  return span ? idsOf(span) : {};
};

const idsOf = (span: Span): SpanIds => {
  const { traceId, spanId } = span.spanContext();
  return { trace_id: traceId, span_id: spanId };
};

/** The span of a GraphQL operation. */
export interface OperationSpan {
  /** Of the calls that it makes. */
  readonly calls: CallSpans;
  /** Does work to which all spans that begin meanwhile belong, also those of libraries. */
  within<T>(work: () => T): T;
  /** `code`: of the operation's first error. */
  ended(end: {
    readonly type: string | undefined;
    readonly name: string | undefined;
    readonly code: string | undefined;
    readonly attributes: Readonly<Record<string, number | boolean>>;
  }): void;
}

export interface Tracing {
  /** Begins a span; it continues the trace that the headers of a request name. */
  operation(headers: HeadersOf): OperationSpan;
}

/** Undefined where nobody records traces. */
export const tracing = (): Tracing | undefined => {
  if (!isTraced()) return undefined;
  const tracer = trace.getTracer(NAME);
  return { operation: (headers) => operationSpan(tracer, headers) };
};

const HEADERS: TextMapGetter<HeadersOf> = { keys: () => [], get: (headers, name) => headers.get(name) ?? undefined };

/** A span of an HTTP library that is active knows already where the trace came from. */
const parentFor = (headers: HeadersOf): { readonly parent: Context; readonly kind: SpanKind } => {
  const active = contexts.active();
  const within = trace.getSpan(active);
  return within && isSpanContextValid(within.spanContext())
    ? { parent: active, kind: SpanKind.INTERNAL }
    : { parent: propagation.extract(active, headers, HEADERS), kind: SpanKind.SERVER };
};

const operationSpan = (tracer: Tracer, headers: HeadersOf): OperationSpan => {
  const { parent, kind } = parentFor(headers);
  const span = tracer.startSpan('GraphQL', { kind }, parent);
  const own = trace.setSpan(parent, span);
  return {
    calls: callSpans(tracer, own),
    within: (work) => contexts.with(own, work),
    ended: ({ type, name, code, attributes }) => {
      const title = [type, name].filter(Boolean).join(' ');
      if (title) span.updateName(title);
      if (type) span.setAttribute('graphql.operation.type', type);
      if (name) span.setAttribute('graphql.operation.name', name);
      span.setAttributes(attributes);
      fail(span, code);
      span.end();
    },
  };
};

const callSpans = (tracer: Tracer, parent: Context): CallSpans => ({
  call: (endpoint, attempt) => {
    const span = begin(tracer, parent, endpoint, SpanKind.CLIENT);
    if (attempt > 1) span.setAttribute('http.request.resend_count', attempt - 1);
    return {
      ids: idsOf(span),
      ended: ({ status, waitedMs, error }) => {
        if (status !== null) span.setAttribute('http.response.status_code', status);
        span.setAttribute('zoom.waited_ms', waitedMs);
        fail(span, error);
        span.end();
      },
    };
  },
  joined: (endpoint, answer) => {
    const span = begin(tracer, parent, endpoint, SpanKind.INTERNAL);
    span.setAttribute('zoom.coalesced', true);
    const end = (error?: { readonly kind?: string }) => {
      fail(span, error && (error.kind ?? 'ABORTED'));
      span.end();
    };
    answer.then(() => end(), end);
    return answer;
  },
});

const begin = (tracer: Tracer, parent: Context, endpoint: Endpoint, kind: SpanKind): Span => {
  const { method, path, limit } = endpoint;
  const name = nameOf(endpoint);
  // A path that is not declared may have come from a client.
  const isKnown = isDeclared(name);
  const attributes = {
    'http.request.method': method,
    'zoom.limit': limit,
    ...(isKnown && { 'url.template': path }),
  };
  return tracer.startSpan(isKnown ? name : method, { kind, attributes }, parent);
};

const fail = (span: Span, code: string | undefined): void => {
  if (code === undefined) return;
  span.setAttribute('error.type', code);
  span.setStatus({ code: SpanStatusCode.ERROR });
};
