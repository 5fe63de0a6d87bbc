/** Groups: the items of a list by what they have in common. */
import {
  GraphQLEnumType,
  type GraphQLEnumValueConfig,
  type GraphQLEnumValueConfigMap,
  type GraphQLFieldConfig,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLNullableType,
  GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import type { Context } from '../../resolvers/context.ts';
import { InputError } from '../../resolvers/errors.ts';
import { compared, type SortValue } from '../../resolvers/sorted.ts';
import type { Selected, SelectingFor, Taken } from '../../src/engine/executor/select.ts';
import type { Cost, CostContext } from '../plan/cost.ts';
import { extensionsOf } from '../plan/selection.ts';
import { withoutCalls } from '../types/rest-in-words.ts';
import { type AskableAs, askableOf, refuseWithheld } from './askable.ts';
import type { NewTypes } from './new-types.ts';
import { isTime, type OrderBy, type OrderTypes, type Period, periodOf, sortKeysOf } from './order.ts';
import { valuesOf } from './question.ts';
import { Selection } from './selection.ts';
import { type Bunch, costOfStats, type StatsTypes } from './stats.ts';

/** What items are grouped by: a field, and of a time the day or the month that it is of. */
interface GroupKey {
  readonly field: string;
  readonly part?: Period;
}
export interface GroupArgs {
  readonly by?: readonly GroupKey[] | null;
  readonly byFields?: readonly OrderBy[] | null;
  readonly first?: number | null;
}
const FIRST = 100;
const MOST_KEYS = 5;

/** The groups of one graph. */
export class GroupTypes {
  readonly #types: NewTypes;
  readonly #orders: OrderTypes;
  readonly #stats: StatsTypes;

  constructor(types: NewTypes, orders: OrderTypes, stats: StatsTypes) {
    this.#types = types;
    this.#orders = orders;
    this.#stats = stats;
  }

  /** A field that groups the items of its parent; undefined where they have nothing to be grouped by. */
  fieldOf<P>(
    type: GraphQLObjectType,
    bunchOf: (parent: P) => Promise<Bunch>,
  ): GraphQLFieldConfig<P, Context, GroupArgs> | undefined {
    const values = keysOf(type);
    if (Object.keys(values).length === 0) return undefined;
    const by = this.#types.make(
      `${type.name}GroupBy`,
      (name) => new GraphQLEnumType({ name, description: `What ${type.name} can be grouped by.`, values }),
    );
    const field = this.#orders.ofObject(type);
    return {
      type: nonNullList(this.#groupOf(type)),
      description:
        'The items in groups with the same value, the largest group first. Reads the whole list, whatever `first` of the connection is.',
      args: {
        by: {
          type: listOf(by),
          description: 'What the items are grouped by; several together make finer groups.',
        },
        ...(field && {
          byFields: {
            type: listOf(field),
            description:
              'More fields to group by, at any depth, such as those of settings. Fields that the list does not have are read for each item. The groups are sorted by these fields. DAY_ASC, MONTH_ASC and the like group times by their day or month.',
          },
        }),
        first: { type: GraphQLInt, defaultValue: FIRST, description: 'Maximum number of groups.' },
      },
      extensions: { callsAny: true, cost: costOf(type) },
      resolve: async (parent, args, context, info) => groupsOf(type, await bunchOf(parent), args, context, info),
    };
  }

  #groupOf(type: GraphQLObjectType): GraphQLObjectType {
    const bunch = ({ parents }: CostContext): Cost => ({ returns: parents });
    return this.#types.make(
      `${type.name}Group`,
      (name) =>
        new GraphQLObjectType<Bunch>({
          name,
          description: `Items of ${type.name} with the same values in the fields that they are grouped by.`,
          fields: {
            key: {
              type: new GraphQLNonNull(type),
              description:
                'The values that the items of the group share. It is one of the items: of a day or month it shows a time within, and of the fields that they are not grouped by its own.',
              extensions: { cost: bunch },
              resolve: ({ nodes: [first] }) => first,
            },
            count: {
              type: new GraphQLNonNull(GraphQLInt),
              description: 'The number of items in the group.',
              resolve: ({ nodes }) => nodes.length,
            },
            stats: {
              type: new GraphQLNonNull(this.#stats.of(type)),
              description: 'Figures over the items of the group.',
              extensions: { cost: costOfStats(type) },
              resolve: (group) => group,
            },
            nodes: {
              type: nonNullList(type),
              description: 'The items of the group.',
              extensions: { cost: bunch },
            },
          },
        }),
    );
  }
}
const listOf = <T extends GraphQLNullableType>(type: T) => new GraphQLList(new GraphQLNonNull(type));
const nonNullList = <T extends GraphQLNullableType>(type: T) => new GraphQLNonNull(listOf(type));

/** Values, and what the items or entities hold; what takes a call of its own for each item is grouped by with `byFields`. */
const keysOf = (type: GraphQLObjectType): GraphQLEnumValueConfigMap =>
  Object.fromEntries(
    [...askableOf(type)].flatMap(([field, askable]): [string, GraphQLEnumValueConfig][] => {
      const { kind } = askable;
      if (extensionsOf(askable.field).fetches || (kind !== 'leaf' && kind !== 'object')) return [];
      const word = field.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
      const { description, deprecationReason } = askable.field;
      const own = { value: { field }, description: withoutCalls(description), deprecationReason };
      if (kind !== 'leaf' || !isTime(askable.leaf)) return [[word, own]];
      return [
        [word, own],
        [`${word}_DAY`, { ...own, value: { field, part: 'DAY' }, description: `The day in UTC of \`${field}\`.` }],
        [
          `${word}_MONTH`,
          { ...own, value: { field, part: 'MONTH' }, description: `The month in UTC of \`${field}\`.` },
        ],
      ];
    }),
  );

type Item = Taken['value'];
/** What is selected of an item for its group, how that is told from others, and how it is sorted. */
interface Grouping {
  readonly selected: Selected;
  readonly keyOf: (item: Item) => string;
  readonly compare: (one: Item, other: Item) => number;
}
const groupingBy = (args: GroupArgs, of: SelectingFor, { name }: GraphQLObjectType): Grouping => {
  const { schema, withholding } = of;
  const by = args.by ?? [];
  const byFields = args.byFields ?? [];
  const count = by.length + byFields.length;
  if (count === 0 || count > MOST_KEYS)
    throw new InputError(`Groups take from 1 to ${MOST_KEYS} keys by \`by\` and \`byFields\`, and have ${count}.`);
  const type = schema.getType(name) as GraphQLObjectType;
  const selection = new Selection();
  const keys = sortKeysOf('byFields', byFields, type, selection, withholding);
  for (const { field } of by) {
    const askable = askableOf(type).get(field);
    if (askable) refuseWithheld(withholding, askable, type);
    const { below } = selection.field(field);
    if (askable?.kind === 'object') for (const key of namesOf(askable)) below.field(key);
  }
  const keyOf = (item: Item): string => {
    const values = by.map(({ field, part }) => {
      const value = item?.[field] ?? null;
      return periodOf(part)?.(value) ?? value;
    });
    return JSON.stringify([...values, ...keys.map(({ shown }) => shown(item) ?? null)]);
  };
  const sortedBy = (item: Item): SortValue[] => keys.map(({ read }) => read(item));
  const compare = (one: Item, other: Item) => compared(sortedBy(one), sortedBy(other), keys);
  return { selected: selection.over(of, type), keyOf, compare };
};
/** By what an object is told from others: its id, or else all that it holds and all may see. */
const namesOf = ({ of }: AskableAs<'object'>): readonly string[] => {
  const fields = askableOf(of);
  if (of.extensions.entity) return ['id'];
  return [...fields].flatMap(([name, { kind, field }]) =>
    isOwn(field) && (kind === 'leaf' || kind === 'leaves') ? [name] : [],
  );
};
const isOwn = (field: Parameters<typeof extensionsOf>[0]): boolean => {
  const { fetches, cost, needs } = extensionsOf(field);
  return !fetches && !cost && !needs;
};

const groupsOf = async (
  type: GraphQLObjectType,
  { nodes }: Bunch,
  args: GroupArgs,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<readonly Bunch[]> => {
  const of = { schema: info.schema, withholding: context.withholding };
  const { selected, keyOf, compare } = groupingBy(args, of, type);
  const most = args.first ?? FIRST;
  if (most < 1) throw new InputError(`\`first\` must be 1 or more, and is ${most}.`);
  const groups = new Map<string, Group>();
  for (const [i, { value, errors }] of (await valuesOf(selected, nodes, context, info)).entries()) {
    // What Zoom refused belongs to no group.
    if (errors.length > 0) continue;
    const key = keyOf(value);
    const group = groups.get(key) ?? { key, value, nodes: [] };
    groups.set(key, group);
    group.nodes.push(nodes[i]);
  }
  return [...groups.values()]
    .sort(
      (one, other) =>
        compare(one.value, other.value) || other.nodes.length - one.nodes.length || (one.key < other.key ? -1 : 1),
    )
    .slice(0, most);
};
interface Group {
  readonly key: string;
  /** Of one of the items: it is the same in all of them. */
  readonly value: Item;
  readonly nodes: unknown[];
}

const costOf =
  (type: GraphQLObjectType) =>
  ({ args, schema, withholding, parents }: CostContext<GroupArgs>): Cost => ({
    selects: [{ ...groupingBy(args, { schema, withholding }, type).selected, of: parents }],
    returns: parents,
  });
