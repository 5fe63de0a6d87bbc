/** What kept a list from being read to its end. */
import { type GraphQLResolveInfo, locatedError, responsePathAsArray } from 'graphql';
import type { Context } from '../../../resolvers/context.ts';
import { endsWalk, type Matches } from '../../../resolvers/matches.ts';
import { planIn } from '../../../src/engine/executor/plan-in.ts';
import type { ZoomError } from '../../../src/zoom/client/client.ts';
import { selecting } from '../../plan/selection.ts';

/**
 * A list of which only the beginning could be read shows that, and has its error beside it; one of many lists that the time or the calls of
 * the request did not suffice for is told of once for all of them.
 */
export const tellFailures = (
  { failures }: Pick<Matches, 'failures'>,
  context: Context,
  info: GraphQLResolveInfo,
): void => {
  for (const failure of failures)
    if (endsOneOfMany(failure, context, info)) tellEnd(failure, context, info);
    else addError(failure, context, info);
};
const addError = (failure: Error, { addError }: Context, info: GraphQLResolveInfo): void =>
  addError(locatedError(failure, info.fieldNodes, responsePathAsArray(info.path)));

/**
 * Whether what failed is one of the lists of the items of another list, and the request has no more time, calls or budget for any of them. A list
 * that decides something is not one of many: whoever asks cannot go on from a cursor.
 */
export const endsOneOfMany = (error: unknown, context: Context, info: GraphQLResolveInfo): error is ZoomError =>
  !context.isDeciding && endsWalk(error) && isOneOfMany(info) && isFinal(error, context);

/** Whether a list is one of the items of another list. */
export const isOneOfMany = ({ path }: GraphQLResolveInfo): boolean =>
  responsePathAsArray(path).some((key) => typeof key === 'number');

/** Whether the request is over for calls of this kind, although a later one would have them: where the day's are spent, none will. */
export const isOver = (error: unknown, context: Context): boolean =>
  endsWalk(error) && error.kind !== 'DAILY_LIMIT' && isFinal(error, context);

/** One answer may be late although there is time for others. */
const isFinal = ({ kind }: ZoomError, { requestContext: { deadline, signal } }: Context): boolean =>
  kind !== 'TIMEOUT' || signal?.aborted === true || (deadline !== undefined && deadline <= Date.now());

/**
 * Says once, for all lists of a field, that some end before their time: by a note, and by an error too where the operation does not look at
 * `pageInfo`, which says it of each.
 */
export const tellEnd = (why: ZoomError, context: Context, info: GraphQLResolveInfo): void => {
  const field = responsePathAsArray(info.path)
    .filter((key) => typeof key === 'string')
    .join('.');
  if (!context.room.isFirst(`${field} ${why.kind}`)) return;
  context.note(
    `Lists at \`${field}\` end before all of their items are shown: those with \`hasNextPage\` go on from \`endCursor\`. ${why.message}`,
  );
  if (!showsPageInfo(planIn(info))) addError(why, context, info);
};
const showsPageInfo = selecting(['pageInfo']);
