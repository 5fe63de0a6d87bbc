/** Where the schema is not to be told: no introspection, and no words in errors that would tell it piece by piece. */
import { GraphQLError, NoSchemaIntrospectionCustomRule } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** `__typename` stays. Stands in front of `useFieldHints`, which has more to suggest. */
export const useClosedIntrospection = (): Plugin => ({
  onValidate: ({ addValidationRule }) => {
    addValidationRule(NoSchemaIntrospectionCustomRule);
    return ({ valid, result, setResult }) => {
      if (!valid) setResult(result.map((error) => (error instanceof GraphQLError ? withoutHint(error) : error)));
    };
  },
});

const withoutHint = (error: GraphQLError): GraphQLError => {
  const { message, nodes, extensions } = error;
  const short = message.replace(/ Did you mean .*\?$/s, '');
  return short === message ? error : new GraphQLError(short, { nodes, extensions });
};
