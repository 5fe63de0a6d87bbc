/**
 * What can be asked of every connection of a graph that is otherwise complete: it follows from the types of the items, whoever declared them. The
 * types are made by graphql itself, since none of them is declared, and each only when it is first looked at.
 */
import { type GraphQLArgument, type GraphQLInputType, type GraphQLSchema, GraphQLString, isObjectType } from 'graphql';
import { itemTypeOf } from './askable.ts';
import { FilterTypes } from './filter-types.ts';
import { isSearchable } from './search.ts';

/** Adds arguments to the connections of a schema that was just built, and that nobody has used yet. */
export const addQuestions = (schema: GraphQLSchema): void => {
  const filters = new FilterTypes((name) => schema.getType(name) !== undefined);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const items = itemTypeOf(field);
      if (!items) continue;
      field.args = [
        ...field.args,
        ...(isSearchable(items) ? [argument('search', GraphQLString, SEARCH)] : []),
        argument('where', filters.ofObject(items), 'Only items of which this holds. `first` counts these.'),
      ];
    }
  }
};

const SEARCH =
  'Only items with these words in what they are called by, such as names, emails and topics, without regard to case and accents.';

const argument = (name: string, type: GraphQLInputType, description: string): GraphQLArgument => ({
  name,
  type,
  description,
  defaultValue: undefined,
  deprecationReason: undefined,
  extensions: {},
  astNode: undefined,
});
