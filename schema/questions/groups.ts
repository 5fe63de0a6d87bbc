/** Groups: the items of a list by what they have in common. */
import {
  GraphQLEnumType,
  type GraphQLEnumValueConfig,
  type GraphQLEnumValueConfigMap,
  type GraphQLFieldConfig,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLResolveInfo,
} from 'graphql';
import type { Context } from '../../resolvers/context.ts';
import { InputError } from '../../resolvers/errors.ts';
import type { SelectingFor } from '../../src/engine/executor/select.ts';
import type { Cost, CostContext } from '../plan/cost.ts';
import { extensionsOf } from '../plan/selection.ts';
import { type AskableAs, askableOf, refuseWithheld } from './askable.ts';
import type { NewTypes } from './new-types.ts';
import { valuesOf } from './question.ts';
import { Selection } from './selection.ts';
import { type Bunch, costOfStats, type StatsTypes } from './stats.ts';

/** What items are grouped by: a field, and of a time the day or the month that it is of. */
interface GroupKey {
  readonly field: string;
  readonly part?: 'DAY' | 'MONTH';
}
interface GroupArgs {
  readonly by: readonly GroupKey[];
  readonly first?: number | null;
}
const FIRST = 100;
const MOST_KEYS = 5;
/** How much of a time in UTC, as text, says its part. */
const LENGTHS = { DAY: 'yyyy-mm-dd'.length, MONTH: 'yyyy-mm'.length } as const;

/** The groups of one graph. */
export class GroupTypes {
  readonly #types: NewTypes;
  readonly #stats: StatsTypes;

  constructor(types: NewTypes, stats: StatsTypes) {
    this.#types = types;
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
    return {
      type: nonNullList(this.#groupOf(type)),
      description:
        'The items in groups of the same value, the largest first. The whole list is read for it, whatever `first` the connection is given.',
      args: {
        by: {
          type: nonNullList(by),
          description: 'What the items are grouped by; several together make finer groups.',
        },
        first: { type: GraphQLInt, defaultValue: FIRST, description: 'The most groups to return.' },
      },
      extensions: { cost: costOf(type) },
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
          description: `Items of ${type.name} with the same value in what they are grouped by.`,
          fields: {
            key: {
              type: new GraphQLNonNull(type),
              description: 'One of the items: what they are grouped by is the same in all of them.',
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
const nonNullList = <T extends GraphQLObjectType | GraphQLEnumType>(type: T) =>
  new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(type)));

/** Values, and what the items or entities hold; what takes a call of its own for each item is left out. */
const keysOf = (type: GraphQLObjectType): GraphQLEnumValueConfigMap =>
  Object.fromEntries(
    [...askableOf(type)].flatMap(([field, askable]): [string, GraphQLEnumValueConfig][] => {
      const { kind } = askable;
      if (extensionsOf(askable.field).fetches || (kind !== 'leaf' && kind !== 'object')) return [];
      const word = field.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
      const isTime = kind === 'leaf' && askable.leaf.isOrdered && !askable.leaf.isNumber;
      const own = { value: { field }, description: askable.field.description };
      if (!isTime) return [[word, own]];
      return [
        [word, own],
        [`${word}_DAY`, { value: { field, part: 'DAY' }, description: `The day in UTC of \`${field}\`.` }],
        [`${word}_MONTH`, { value: { field, part: 'MONTH' }, description: `The month in UTC of \`${field}\`.` }],
      ];
    }),
  );

/** What is selected of an item for its group, and how that is told from others. */
const grouping = (by: readonly GroupKey[], of: SelectingFor, { name }: GraphQLObjectType) => {
  const { schema, withholding } = of;
  if (by.length === 0 || by.length > MOST_KEYS)
    throw new InputError(`\`by\` takes from 1 to ${MOST_KEYS} keys, and has ${by.length}.`);
  const type = schema.getType(name) as GraphQLObjectType;
  const selection = new Selection();
  for (const { field } of by) {
    const askable = askableOf(type).get(field);
    if (askable) refuseWithheld(withholding, askable, type);
    const { below } = selection.field(field);
    if (askable?.kind === 'object') for (const key of namesOf(askable)) below.field(key);
  }
  const keyOf = (item: Readonly<Record<string, unknown>> | null): string =>
    JSON.stringify(
      by.map(({ field, part }) => {
        const value = item?.[field] ?? null;
        return part && value !== null ? String(value).slice(0, LENGTHS[part]) : value;
      }),
    );
  return { selected: selection.over(of, type), keyOf };
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
  { by, first }: GroupArgs,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<readonly Bunch[]> => {
  const { selected, keyOf } = grouping(by, { schema: info.schema, withholding: context.withholding }, type);
  const most = first ?? FIRST;
  if (most < 1) throw new InputError(`\`first\` must be 1 or more, and is ${most}.`);
  const values = await valuesOf(selected, nodes, context, info);
  const groups = new Map<string, unknown[]>();
  for (const [i, node] of nodes.entries()) {
    const value = values[i];
    if (!value) continue;
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(node);
    else groups.set(key, [node]);
  }
  return [...groups]
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([, nodes]) => ({ nodes }));
};

const costOf =
  (type: GraphQLObjectType) =>
  ({ args, schema, withholding, parents }: CostContext<GroupArgs>): Cost => ({
    selects: [{ ...grouping(args.by, { schema, withholding }, type).selected, of: parents }],
    returns: parents,
  });
