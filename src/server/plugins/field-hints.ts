/** Where a field that was not found is one level further down: in the nodes of a connection, or in what a mutation changed. */
import { GraphQLError, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Types that stand around others, and have few fields of their own. */
const AROUND = /(Connection|Edge|Payload)$/;

/** Says where the field is, in place of graphql's "Cannot query field". */
export const useFieldHints = (): Plugin => ({
  onValidate:
    ({ params: { schema } }) =>
    ({ valid, result, setResult }) => {
      if (!valid) setResult(result.map((error) => (error instanceof GraphQLError ? hinted(schema, error) : error)));
    },
});

const hinted = (schema: GraphQLSchema, error: GraphQLError): GraphQLError => {
  const [said, field = '', typeName = ''] = /^Cannot query field "(\w+)" on type "(\w+)"\./.exec(error.message) ?? [];
  const way = said && AROUND.test(typeName) ? wayTo(schema, field, typeName) : undefined;
  if (!way) return error;
  const { nodes, extensions } = error;
  return new GraphQLError(`${said} Did you mean "${way} { ${field} }"?`, { nodes, extensions });
};

/** The field of a type that leads to another type with this field; `nodes` before `edges`. */
const wayTo = (schema: GraphQLSchema, field: string, typeName: string): string | undefined => {
  const type = schema.getType(typeName);
  const ways = isObjectType(type) ? Object.values(type.getFields()) : [];
  const leading = ways.filter((way) => {
    const to = getNamedType(way.type);
    return isObjectType(to) && Object.hasOwn(to.getFields(), field);
  });
  return (leading.find(({ name }) => name === 'nodes') ?? leading[0])?.name;
};
