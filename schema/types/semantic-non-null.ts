/**
 * `@semanticNonNull`: a field that is null only together with an error. It cannot be non-null, lest its error take the parent along;
 * clients that handle errors by field, as Relay and Apollo do, may take it for non-null.
 */
import { DirectiveLocation, GraphQLDirective, GraphQLInt, GraphQLList, GraphQLNonNull } from 'graphql';

/** As its specification has it: of a list, `levels` says whether the list itself (0) or its items (1) are meant. */
export const semanticNonNullDirective = new GraphQLDirective({
  name: 'semanticNonNull',
  description: 'The field is null only where `errors` holds an error with its path.',
  locations: [DirectiveLocation.FIELD_DEFINITION],
  args: { levels: { type: new GraphQLList(new GraphQLNonNull(GraphQLInt)), defaultValue: [0] } },
});

/** The directive of a field that resolves to something or throws. */
export const nullOnlyWithError = { name: 'semanticNonNull', args: {} } as const;
