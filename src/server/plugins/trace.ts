import { AsyncLocalStorage } from 'node:async_hooks';
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  type ExecutionArgs,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  responsePathAsArray,
} from 'graphql';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import type { Cause, Tracer } from '../../zoom/client/trace.ts';
import type { Endpoint } from '../../zoom/declare/endpoint.ts';
import type { WithRequestContext } from './deadline.ts';
import { namedFields } from './named-fields.ts';
import { requestExtensionsOf } from './request-extensions.ts';

type Path = GraphQLResolveInfo['path'];

/** One call, as clients see it: templates alone, since what stands in a path may be a secret. */
interface Entry {
  readonly method: string;
  readonly path: string;
  readonly limit: string;
  /** The HTTP status; null where no answer came. */
  status?: number | null;
  /** Milliseconds from the beginning of the execution to the sending; from there to the answer; and for which the budget held it back. */
  start: number;
  duration?: number;
  waited: number;
  /** Another call, of this or another request, that was under way brought the answer. */
  readonly coalesced?: true;
  /** The response paths that wanted it, or some of them. */
  readonly fields: readonly string[];
  readonly moreFields?: number;
}

/**
 * Lists in `extensions.zoom.trace` the calls that were made and the fields that caused them, where the request asks for it.
 * Only then is anything noted: the operation runs on a copy of the schema whose resolvers know where they stand.
 */
export const useTrace = (): Plugin<WithRequestContext & YogaInitialContext> => ({
  onExecute: ({ args, executeFn, setExecuteFn }) => {
    const context = args.contextValue as unknown as WithRequestContext & YogaInitialContext;
    if (!requestExtensionsOf(context).trace) return undefined;
    const schema = tracedSchema(args.schema);
    const { tracer, entries } = trace();
    context.requestContext.trace = tracer;
    tracing++;
    setExecuteFn((given: ExecutionArgs) => executeFn({ ...given, schema }));
    return {
      onExecuteDone: ({ result, setResult }) => {
        if (--tracing === 0) standing.disable();
        if (Symbol.asyncIterator in result) return;
        // What is still under way goes on without the request, and is told as it stands now.
        const told = entries.map((entry) => ({ ...entry })).sort((a, b) => a.start - b.start);
        setResult({ ...result, extensions: { ...result.extensions, zoom: { trace: told } } });
      },
    };
  },
});

const standing = new AsyncLocalStorage<readonly Cause[]>();
/** How many requests are traced now: while there are none, every promise of the process is spared the storage. */
let tracing = 0;

const trace = (): { tracer: Tracer; entries: Entry[] } => {
  const entries: Entry[] = [];
  const began = Date.now();
  const since = () => Date.now() - began;
  const causes = () => standing.getStore() ?? [];
  const entryOf = ({ method, path, limit }: Endpoint) => ({
    method,
    path,
    limit,
    ...namedFields(causes().map(textOf)),
  });
  const tracer: Tracer = {
    causes,
    because: (others, work) => standing.run(others, work),
    call: (endpoint) => {
      const wanted = since();
      const entry: Entry = { ...entryOf(endpoint), start: wanted, waited: 0 };
      return {
        sent: () => {
          entry.start = since();
          entry.waited = entry.start - wanted;
          entries.push(entry);
        },
        ended: (status) => {
          entry.status = status;
          entry.duration = since() - entry.start;
        },
      };
    },
    joined: (endpoint, answer) => {
      const entry: Entry = { ...entryOf(endpoint), coalesced: true, start: since(), waited: 0 };
      entries.push(entry);
      return answer.finally(() => {
        entry.duration = since() - entry.start;
      });
    },
  };
  return { tracer, entries };
};

const textOf = (path: Cause): string => responsePathAsArray(path as Path).join('.');

const copies = new WeakMap<GraphQLSchema, GraphQLSchema>();
/** The schema with resolvers that say where they stand to all that is done because of them. Made once, when first asked for. */
const tracedSchema = (schema: GraphQLSchema): GraphQLSchema => {
  const known = copies.get(schema);
  if (known) return known;
  const copy = mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field) => {
      const { resolve = defaultFieldResolver } = field;
      return {
        ...field,
        resolve: (source, args, context, info) => standing.run([info.path], resolve, source, args, context, info),
      };
    },
  });
  copies.set(schema, copy);
  return copy;
};
