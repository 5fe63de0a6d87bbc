import { type ExecutionArgs, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Context } from '../../../resolvers/context.ts';
import { showsPlaces } from '../../../schema/plan/facts.ts';
import { executePlanned, factOf } from '../../engine/executor/index.ts';
import type { Bounds } from '../../engine/executor/meter.ts';
import { withheldSchema, withholdingIn } from '../../engine/executor/withholding.ts';
import type { Optimizations } from '../../engine/optimizations.ts';
import { ZoomError } from '../../zoom/client/client.ts';
import { LIMITS } from '../limits.ts';
import type { WithRequestContext } from './deadline.ts';

/**
 * Executes operations by plans, within the bounds of an answer and of the request's time; what plans do not know, the usual executor
 * does.
 */
export const usePlans = (pieces: Pick<Optimizations, 'leafReaders' | 'slices'>): Plugin => ({
  onExecute: ({ executeFn, setExecuteFn }) =>
    setExecuteFn((args: ExecutionArgs) => {
      const context = args.contextValue as Partial<Context & WithRequestContext>;
      if (factOf(args, showsPlaces) === false) context.store?.forgoPlaces();
      return executePlanned(args, boundsOf(context), pieces) ?? executeFn(args);
    }),
});

/** What plans leave out for who asks, the usual executor leaves out by another schema. Stands in front of `usePlans`. */
export const useWithholding = (): Plugin => ({
  onExecute: ({ executeFn, setExecuteFn }) => setExecuteFn((args: ExecutionArgs) => executeFn(withheld(args))),
});
const withheld = <A extends ExecutionArgs>(args: A): A => {
  const withholding = withholdingIn(args);
  return withholding ? { ...args, schema: withheldSchema(args.schema, withholding) } : args;
};

/** Up to here the bounds of an answer do not grow with the longest list that clients may ask for. */
const USUAL_MAX_FIRST = 10_000;
const boundsOf = ({ requestContext, options }: Partial<Context & WithRequestContext>): Bounds => {
  // Whoever lets clients ask for longer lists wants larger answers.
  const times = Math.max(1, (options?.maxFirst ?? 0) / USUAL_MAX_FIRST);
  const objects = LIMITS.answerObjects * times;
  return {
    signal: requestContext?.signal,
    stopped,
    objects,
    bytes: LIMITS.answerBytes * times,
    tooLarge: () => tooLarge(objects),
  };
};

const tooLarge = (objects: number) =>
  new GraphQLError(
    `The answer would hold more than ${objects} objects, of which ten fields count as one, or too many bytes. Ask for less at once, by a smaller \`first\` or fewer fields.`,
    { extensions: { code: 'QUERY_TOO_COSTLY' } },
  );

const stopped = (reason: unknown): Error =>
  reason instanceof Error && reason.name === 'TimeoutError'
    ? new ZoomError('TIMEOUT', 'The answer was not complete in the time that the request has.')
    : new ZoomError('ABORTED', 'The request was cancelled.');
