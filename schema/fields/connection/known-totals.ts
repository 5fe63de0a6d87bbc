/** Which connections always know how many items they have. */
import { type GraphQLObjectType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { extensionsOf } from '../../plan/selection.ts';
import { nullOnlyWithError } from '../../types/semantic-non-null.ts';

declare global {
  export namespace PothosSchemaTypes {
    interface FieldExtensions {
      /** The field is a connection that knows how many items it has, or fails: its list comes whole, or is gone through when that is asked. */
      knowsTotal?: boolean;
    }
  }
}

/** Where all lists of a type know it, `totalCount` is null only with an error. Of a schema that was just built and that nobody has used yet. */
export const markKnownTotals = (schema: GraphQLSchema): GraphQLSchema => {
  const known = new Map<GraphQLObjectType, boolean>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { list, knowsTotal = false } = extensionsOf(field);
      const connection = getNamedType(field.type);
      if (list && isObjectType(connection)) known.set(connection, knowsTotal && (known.get(connection) ?? true));
    }
  }
  for (const [connection, isKnown] of known) {
    const { totalCount } = connection.getFields();
    if (!isKnown || !totalCount) continue;
    totalCount.description = 'The number of items on all pages.';
    totalCount.extensions = {
      ...totalCount.extensions,
      directives: { [nullOnlyWithError.name]: [nullOnlyWithError.args] },
    };
  }
  return schema;
};
