import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Context } from '../../../resolvers/context.ts';
import { withWholeItems } from '../../../schema/fields/connection/whole-items.ts';

/** Ends lists in front of the items that could not be read whole, where time, calls or budget ran out. Stands in front of the plugin that masks errors. */
export const useWholeItems = (): Plugin<Context> => ({
  onExecute: ({ args }) => ({
    onExecuteDone: ({ result, setResult }) => {
      if (isAsyncIterable(result) || !result.errors) return undefined;
      return withWholeItems(result, args.contextValue).then(setResult);
    },
  }),
});
