/** `@rest`: which REST operations a field may call. The coverage table and the cost of a query are read from it. */
import {
  DirectiveLocation,
  GraphQLDirective,
  type GraphQLEnumType,
  type GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLSchema,
  GraphQLString,
} from 'graphql';
import { type Endpoint, type Label, subAccountEndpoint } from '../../src/zoom/declare/endpoint.ts';
import { type Domain, perBuilder, type Rest } from './builder.ts';

const LABELS_IN_WORDS: Readonly<Record<Label, { readonly description: string }>> = {
  LIGHT: { description: 'Cheap calls, such as reading one object. The most are allowed.' },
  MEDIUM: { description: 'Calls such as reading a list.' },
  HEAVY: { description: 'Expensive calls, such as most reports and dashboards. They also have a limit by the day.' },
  RESOURCE_INTENSIVE: {
    description:
      'The most expensive calls, of which the fewest are allowed. They share the limit by the day with HEAVY.',
  },
};
export const rateLimitLabel = perBuilder((builder) =>
  builder.enumType('RateLimitLabel', {
    description: "Zoom's class of an operation, by which it counts calls against the account's limits.",
    values: LABELS_IN_WORDS,
  }),
);
/** The types of the directive's arguments. */
export const restDomain: Domain = (builder) => {
  builder.enumType('RestMethod', {
    description: 'The verb of a REST operation.',
    values: {
      GET: { description: 'Reads.' },
      POST: { description: 'Creates, or starts an action.' },
      PUT: { description: 'Replaces, or starts an action.' },
      PATCH: { description: 'Changes what is given, and leaves the rest.' },
      DELETE: { description: 'Deletes.' },
    },
  });
  rateLimitLabel(builder);
};

const required = (type: GraphQLInputType) => ({ type: new GraphQLNonNull(type) });

/** The directive's definition, over the enums of a built schema. */
export const restDirective = (schema: GraphQLSchema) =>
  new GraphQLDirective({
    name: 'rest',
    description:
      'On a field: a call of this REST operation that the field makes when the answer is not yet known. On a type: a call by which missing fields of its objects are read.',
    locations: [DirectiveLocation.FIELD_DEFINITION, DirectiveLocation.OBJECT],
    isRepeatable: true,
    args: {
      method: required(schema.getType('RestMethod') as GraphQLEnumType),
      path: required(GraphQLString),
      limit: required(schema.getType('RateLimitLabel') as GraphQLEnumType),
      scopes: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(GraphQLString))) },
    },
  });

/** The directives of a field that calls these endpoints. */
export const restOf = (...endpoints: readonly (Endpoint | undefined)[]): { name: 'rest'; args: Rest }[] =>
  [...new Set(endpoints)]
    .flatMap((endpoint) => (endpoint ? [endpoint, subAccountEndpoint(endpoint)] : []))
    .flatMap((endpoint) => (endpoint ? [{ name: 'rest' as const, args: restBy(endpoint) }] : []));

const behind = new WeakMap<object, Endpoint>();
const restBy = (endpoint: Endpoint): Rest => {
  const { method, path, limit, scopes } = endpoint;
  const rest = { method, path, limit, scopes };
  behind.set(rest, endpoint);
  return rest;
};

/** The endpoints behind the `@rest` of a type or field of the executable schema, with their shapes. */
export const endpointsOf = ({ extensions }: { readonly extensions: object }): readonly Endpoint[] => {
  const { rest = [] } = (extensions as { directives?: { rest?: readonly object[] } }).directives ?? {};
  return rest.flatMap((one) => behind.get(one) ?? []);
};
