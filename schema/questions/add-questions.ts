/**
 * What can be asked of every connection of a graph that is otherwise complete: it follows from the types of the items, whoever declared them. The
 * types are made by graphql itself, since none of them is declared, and their fields when they are first looked at.
 */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLFieldConfigMap,
  type GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLSchema,
  GraphQLString,
  getNamedType,
  isObjectType,
} from 'graphql';
import type { Context } from '../../resolvers/context.ts';
import { itemTypeOf } from './askable.ts';
import { FilterTypes } from './filter-types.ts';
import { GroupTypes } from './groups.ts';
import { NewTypes } from './new-types.ts';
import { OrderTypes } from './order.ts';
import { isSearchable } from './search.ts';
import { type Bunch, costOfStats, StatsTypes } from './stats.ts';

/** A connection, of which all items can be had. */
interface Whole {
  all(): Promise<Bunch>;
}

/** Adds arguments to the connections of a schema that was just built and that nobody has used yet, and fields to their types. */
export const addQuestions = (schema: GraphQLSchema): void => {
  const types = new NewTypes((name) => schema.getType(name) !== undefined);
  const filters = new FilterTypes(types, schema);
  const orders = new OrderTypes(types);
  const stats = new StatsTypes(types, schema);
  const groups = new GroupTypes(types, orders, stats);
  const connections = new Map<GraphQLObjectType, GraphQLObjectType>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const items = itemTypeOf(field);
      if (!items) continue;
      connections.set(getNamedType(field.type) as GraphQLObjectType, items);
      const order = orders.ofObject(items);
      field.args = [
        ...field.args,
        argument('where', filters.ofObject(items), 'Only items that match. `first` counts the matches.'),
        ...(isSearchable(items) ? [argument('search', GraphQLString, SEARCH)] : []),
        ...(order ? [argument('orderBy', new GraphQLList(new GraphQLNonNull(order)), ORDER)] : []),
      ];
    }
  }
  for (const [connection, items] of connections) {
    const all = (whole: Whole) => whole.all();
    const grouped = groups.fieldOf<Whole>(items, all);
    add(connection, {
      stats: {
        type: stats.of(items),
        description: 'Figures over all items, whatever `first` is. Reads the whole list.',
        extensions: { callsAny: true, cost: costOfStats(items) },
        resolve: all,
      },
      ...(grouped && { groups: grouped }),
    } as GraphQLFieldConfigMap<Whole, Context>);
  }
};

const SEARCH = 'Only items with these words in their names, emails, topics or titles. Case and accents do not matter.';
const ORDER =
  'How the items are sorted: by the first key, then by the next, then in the order of Zoom. Reads the whole list.';

const argument = (name: string, type: GraphQLInputType, description: string): GraphQLArgument => ({
  name,
  type,
  description,
  defaultValue: undefined,
  deprecationReason: undefined,
  extensions: {},
  astNode: undefined,
});

const add = (type: GraphQLObjectType, fields: GraphQLFieldConfigMap<Whole, Context>): void => {
  const made = new GraphQLObjectType({ name: type.name, fields });
  Object.assign(type.getFields(), made.getFields() as Record<string, GraphQLField<unknown, unknown>>);
};
