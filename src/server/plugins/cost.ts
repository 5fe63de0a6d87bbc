/** The cost of an operation: reported in place of its data, or with a refusal. */
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import { costLinesOf } from '../../../schema/plan/cost-lines.ts';
import type { Config } from '../config.ts';
import { costOf } from './cost-of.ts';
import { mayBeRefused, type RequestScope, refusalOf } from './refusal.ts';
import { longestTimeout, requestExtensionsOf } from './request-extensions.ts';
import { EVENT, type WithEvent } from './subscriptions.ts';

/**
 * Answers a dry run with the cost in place of data, and refuses what cannot have all its calls in its time: before it runs, so that
 * nothing is half answered. What can be had by waiting runs.
 */
export const useCost = (config: Pick<Config, 'timeout' | 'maxTimeout'>): Plugin<RequestScope & YogaInitialContext> => {
  const look = ({ args, setResultAndStopExecution }: Execution): void | Promise<void> => {
    const context = args.contextValue as unknown as RequestScope & YogaInitialContext;
    if (requestExtensionsOf(context).dryRun) {
      const lines = costLinesOf(args, { maxFirst: context.options.maxFirst, hints: context.store });
      // Execution says what is wrong with the operation's name or variables, and makes no call.
      return (
        lines &&
        costOf(lines, context.zoom).then((cost) =>
          setResultAndStopExecution({ data: null, extensions: { zoom: { dryRun: cost } } }),
        )
      );
    }
    if (!mayBeRefused(args, context)) return undefined;
    return refusalOf(args, context, longestTimeout(config)).then((error) => {
      if (error) setResultAndStopExecution({ errors: [error] });
    });
  };
  return {
    onExecute: look,
    // Of a subscription, what one event costs.
    onSubscribe: (execution) =>
      EVENT in (execution.args.contextValue as WithEvent) ? undefined : look(execution as Execution),
  };
};

interface Execution {
  readonly args: ExecutionArgs;
  readonly setResultAndStopExecution: (result: ExecutionResult) => void;
}
