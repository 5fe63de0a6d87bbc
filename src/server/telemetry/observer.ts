/** Sees each GraphQL operation from its beginning to its end, whichever way it goes: for metrics, for traces, or for both. */
import { isAsyncIterable } from '@graphql-tools/utils';
import { GraphQLError, Kind, type OperationDefinitionNode } from 'graphql';
import type { Documents } from '../../engine/documents.ts';
import type { Stats } from '../../zoom/client/client.ts';
import type { CallSpans } from '../../zoom/client/spans.ts';
import { ERROR_CODES, type ErrorCode } from '../error-codes.ts';
import type { Tracing } from '../tracing.ts';

/** Stands for each of what clients may choose freely: labels would else be without number. */
export const OTHER = 'other';

/** What became of an operation. */
export interface OperationEnd {
  /** One of the names that are known, or `other`. */
  readonly name: string;
  readonly type: string;
  /** `OK`, or the code of the first error. */
  readonly outcome: string;
  readonly seconds: number;
  readonly stats?: Stats;
  /** It got the answer of another one. */
  readonly isShared: boolean;
}

export interface Asked {
  readonly query?: string;
  readonly operationName?: string | null;
}

/** An operation that is under way. */
export interface Watched {
  /** The spans of its calls, where traces are recorded. */
  readonly spans: CallSpans | undefined;
  within<T>(work: () => T): T;
  ended(asked: Asked, code: string | undefined, stats?: Stats): void;
}

export interface Observer {
  /** An operation begins. `isShared`: it waits for what another one is answered. */
  begin(headers: { get(name: string): string | null }, isShared?: boolean): Watched;
}

interface Options {
  readonly metrics: { operation(end: OperationEnd): void } | undefined;
  readonly tracing: Tracing | undefined;
  readonly documents: Documents;
  /** Under which name a text is registered, if it is. */
  readonly registeredAs: (text: string) => string | undefined;
  /** Further names of operations that are known to whoever runs the gateway. */
  readonly names: () => Iterable<string>;
}

/** Undefined where there is nothing to be seen for. */
export const observerOf = ({ metrics, tracing, documents, registeredAs, names }: Options): Observer | undefined => {
  if (!metrics && !tracing) return undefined;
  const known = new Set(metrics ? names() : []);
  return {
    begin: (headers, isShared = false) => {
      const since = performance.now();
      const span = tracing?.operation(headers);
      return {
        spans: span?.calls,
        within: (work) => (span ? span.within(work) : work()),
        ended: (asked, code, stats) => {
          const { type, name } = operationIn(asked, documents);
          const seconds = (performance.now() - since) / 1000;
          metrics?.operation({
            name: registeredAs(asked.query ?? '') ?? (name !== undefined && known.has(name) ? name : OTHER),
            type: type ?? OTHER,
            outcome: code === undefined ? 'OK' : code in ERROR_CODES ? code : OTHER,
            seconds,
            stats,
            isShared,
          });
          span?.ended({
            type,
            name,
            code,
            attributes: { ...countsOf(stats), ...(isShared && { 'zoom.shared': true }) },
          });
        },
      };
    },
  };
};

const countsOf = (stats: Stats | undefined): Readonly<Record<string, number>> =>
  stats
    ? {
        'zoom.calls': stats.calls,
        'zoom.coalesced': stats.coalesced,
        'zoom.cached': stats.cached,
        'zoom.waited_ms': stats.waitedMs,
      }
    : {};

/** Of a document that is valid, so that it is known by now; what a client calls an operation that is not in it is no name. */
const operationIn = ({ query, operationName }: Asked, documents: Documents) => {
  const type = query === undefined ? undefined : documents.kindOf(query);
  if (query === undefined || type === undefined) return {};
  const { definitions = [] } = documents.find(query)?.document ?? {};
  const names = definitions
    .filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION)
    .map(({ name }) => name?.value);
  return { type, name: operationName ? names.find((name) => name === operationName) : names[0] };
};

/** The code of the first error of a result; undefined where there is none. */
export const codeOf = (result: unknown): string | undefined => {
  if (typeof result !== 'object' || result === null || isAsyncIterable(result)) return undefined;
  const [error] = (result as { readonly errors?: readonly unknown[] }).errors ?? [];
  return error === undefined ? undefined : codeIn(error);
};

/** The code of an error; what has none is a fault of ours. */
export const codeIn = (error: unknown): string => {
  const code = error instanceof GraphQLError ? error.extensions.code : undefined;
  return typeof code === 'string' ? code : ('INTERNAL_SERVER_ERROR' satisfies ErrorCode);
};
