/** Execution by compiled code: each operation becomes a function of its own when it is first run. */
import { type DocumentNode, type ExecutionResult, GraphQLError, type SourceLocation } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Plugin } from 'graphql-yoga';

/** What each operation of a document was compiled to; undefined for one that cannot be compiled. */
type Compiled = Map<string | undefined, CompiledQuery | undefined>;

/**
 * Executes compiled operations. What the compiler does not know, and variables that it refuses, go to the usual executor, whose words
 * for what is wrong are those that clients know.
 */
export const useCompiledExecution = (): Plugin => {
  const documents = new WeakMap<DocumentNode, Compiled>();
  const compiledOf = ({ schema, document, operationName }: Parameters<typeof compile>[0]) => {
    const compiled: Compiled = documents.get(document) ?? new Map();
    documents.set(document, compiled);
    const name = operationName ?? undefined;
    if (!compiled.has(name)) compiled.set(name, compile({ schema, document, operationName }));
    return compiled.get(name);
  };
  return {
    onExecute: ({ executeFn, setExecuteFn }) =>
      setExecuteFn((args) => {
        const compiled = compiledOf(args);
        if (!compiled) return executeFn(args);
        const { document, rootValue, contextValue, variableValues } = args;
        const settle = (result: ExecutionResult) => {
          if (!('data' in result)) return executeFn(args);
          return result.errors
            ? { ...result, errors: result.errors.map((error) => standard(error, document)) }
            : result;
        };
        const result = compiled.query(rootValue, contextValue, variableValues);
        return result instanceof Promise ? result.then(settle) : settle(result as ExecutionResult);
      }),
  };
};

interface Operation {
  readonly schema: Parameters<typeof compileQuery>[0];
  readonly document: DocumentNode;
  readonly operationName?: string | null;
}
const compile = ({ schema, document, operationName }: Operation): CompiledQuery | undefined => {
  const compiled = compileQuery(schema, document, operationName ?? undefined);
  return isCompiledQuery(compiled) ? compiled : undefined;
};

/** The compiler's errors know their lines, but not their source, from which those behind this derive them. */
const standard = (error: GraphQLError, { loc }: DocumentNode): GraphQLError =>
  new GraphQLError(error.message, {
    source: loc?.source,
    positions: loc && error.locations?.map((location) => positionOf(loc.source.body, location)),
    path: error.path,
    originalError: error.originalError,
    extensions: error.extensions,
  });

const positionOf = (text: string, { line, column }: SourceLocation): number => {
  const lines = /\r\n|[\n\r]/g;
  for (let at = 1; at < line; at++) lines.exec(text);
  return lines.lastIndex + column - 1;
};
