/** What kept a list from being read to its end. */
import { type GraphQLResolveInfo, locatedError, responsePathAsArray } from 'graphql';
import type { Context } from '../../../resolvers/context.ts';
import type { Matches } from '../../../resolvers/matches.ts';

/** A list of which only the beginning could be read shows that, and has its error beside it. */
export const tellFailures = (
  { failures }: Pick<Matches, 'failures'>,
  { addError }: Context,
  info: GraphQLResolveInfo,
): void => {
  for (const failure of failures) addError(locatedError(failure, info.fieldNodes, responsePathAsArray(info.path)));
};
