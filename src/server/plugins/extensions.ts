import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../../resolvers/context.ts';
import type { WithRequestContext } from './deadline.ts';

/** Says in `extensions.zoom` of every answer what it cost, and what the client should know beside the data: that it is the sandbox's, too. */
export const useZoomExtensions = (
  sandbox: boolean,
): Plugin<object, Partial<WithRequestContext & Pick<Context, 'notes'>>> => ({
  onExecutionResult: ({ result, setResult, context: { requestContext, notes = [] } }) => {
    if (!requestContext || !result || Symbol.asyncIterator in result) return;
    const zoom = {
      ...requestContext.stats,
      ...(sandbox && { sandbox }),
      ...(notes.length > 0 && { notes }),
      ...(result.extensions?.zoom as object),
    };
    setResult({ ...result, extensions: { ...result.extensions, zoom } });
  },
});
