/** `@idempotent`: a write that a client may send again without its being made again. */
import {
  type ASTVisitor,
  DirectiveLocation,
  GraphQLDirective,
  GraphQLError,
  GraphQLNonNull,
  type GraphQLResolveInfo,
  GraphQLString,
  getDirectiveValues,
  type ValidationContext,
} from 'graphql';
import { InputError } from '../../resolvers/errors.ts';

export const idempotentDirective = new GraphQLDirective({
  name: 'idempotent',
  description:
    'On a field of a mutation: sent again with the same key and input within a day, it is not made again, and gives what it gave. Zoom itself makes each write as often as it is sent.',
  locations: [DirectiveLocation.FIELD],
  args: {
    key: {
      type: new GraphQLNonNull(GraphQLString),
      description:
        'A text of up to 255 characters that names this one write among all of yours, such as a UUID. With another input it is refused (IDEMPOTENCY_KEY_REUSED).',
    },
  },
});

/** The key that a client gave to a field; undefined where it gave none. Throws InputError where it gave two. */
export const idempotencyKeyIn = ({
  fieldNodes,
  variableValues,
}: Pick<GraphQLResolveInfo, 'fieldNodes' | 'variableValues'>): string | undefined => {
  const keys = new Set(
    fieldNodes.flatMap((node) => {
      const values = node.directives?.length
        ? getDirectiveValues(idempotentDirective, node, variableValues)
        : undefined;
      return values ? [String(values.key)] : [];
    }),
  );
  if (keys.size > 1) throw new InputError('The field has @idempotent twice, with different keys.');
  return [...keys][0];
};

/** Elsewhere it would promise what nobody keeps. */
export const idempotentOnWritesAlone = (context: ValidationContext): ASTVisitor => ({
  Directive: (node) => {
    const isWrite = context.getParentType() === context.getSchema().getMutationType();
    if (node.name.value === idempotentDirective.name && !isWrite)
      context.reportError(new GraphQLError('@idempotent belongs on a field of Mutation.', { nodes: node }));
  },
});
