/** Sums and the like over many items, of their numbers and times. */
import {
  GraphQLFloat,
  GraphQLInt,
  GraphQLNonNull,
  GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLScalarType,
  type GraphQLSchema,
  getNamedType,
} from 'graphql';
import type { Context } from '../../resolvers/context.ts';
import { planIn } from '../../src/engine/executor/plan-in.ts';
import type { Selected, SelectingFor } from '../../src/engine/executor/select.ts';
import type { FieldPlan } from '../../src/engine/executor/types.ts';
import type { Cost, CostContext } from '../plan/cost.ts';
import { below, extensionsOf } from '../plan/selection.ts';
import { needing } from '../types/needs.ts';
import { type AskableAs, askableOf } from './askable.ts';
import type { NewTypes } from './new-types.ts';
import { valuesOf } from './question.ts';
import { Selection } from './selection.ts';

/** Items that something is said of together. */
export interface Bunch {
  readonly nodes: readonly unknown[];
}
type Numeric = AskableAs<'leaf'>;
type Fold = (values: readonly unknown[], of: Numeric['leaf']) => unknown;

const sum: Fold = (values, { read }) => values.reduce((all: number, one) => all + Number(read(one)), 0);
const average: Fold = (values, of) => (values.length > 0 ? Number(sum(values, of)) / values.length : null);
const extreme =
  (isBetter: (one: never, other: never) => boolean): Fold =>
  (values, { read }) =>
    values.reduce(
      (best, one) => (best === null || isBetter(read(one) as never, read(best) as never) ? one : best),
      null,
    );
const least = extreme((one: number, other: number) => one < other);
const greatest = extreme((one: number, other: number) => one > other);

/** What is said of the fields of each kind. */
const FOLDS: Readonly<Record<string, { fold: Fold; suffix: string; description: string }>> = {
  sum: { fold: sum, suffix: 'Sum', description: 'The sum of each; 0 where no item has a value.' },
  avg: { fold: average, suffix: 'Average', description: 'The mean of those that have a value.' },
  min: { fold: least, suffix: 'Extreme', description: 'The least, or the earliest.' },
  max: { fold: greatest, suffix: 'Extreme', description: 'The greatest, or the latest.' },
};

/** The statistics of one graph. */
export class StatsTypes {
  readonly #types: NewTypes;
  readonly #bigInt: GraphQLScalarType;

  constructor(types: NewTypes, schema: GraphQLSchema) {
    this.#types = types;
    this.#bigInt = schema.getType('BigInt') as GraphQLScalarType;
  }

  /** What can be said of many objects of a type. */
  of(type: GraphQLObjectType): GraphQLObjectType {
    return this.#types.make(
      `${type.name}Stats`,
      (name) =>
        new GraphQLObjectType({
          name,
          description: `Figures over a list of ${type.name}.`,
          fields: () => ({
            count: {
              type: new GraphQLNonNull(GraphQLInt),
              description: 'The number of items.',
              resolve: ({ nodes }: Bunch) => nodes.length,
            },
            ...Object.fromEntries(
              Object.entries(FOLDS).flatMap(([how, { fold, suffix, description }]) => {
                const shown = this.#folded(type, suffix);
                const resolve = (bunch: Bunch, _: object, context: Context, info: GraphQLResolveInfo) =>
                  foldedBy(fold, type, bunch, context, info);
                return shown ? [[how, { type: new GraphQLNonNull(shown), description, resolve }]] : [];
              }),
            ),
          }),
        }),
    );
  }

  /** The object of what comes of each number, or of each number and time; undefined where there are none. */
  #folded(type: GraphQLObjectType, suffix: string): GraphQLObjectType | undefined {
    const isExtreme = suffix === 'Extreme';
    const leaves = leavesOf(type).filter(({ leaf }) => leaf.isNumber || isExtreme);
    if (leaves.length === 0) return undefined;
    const scalarOf = ({ field }: Numeric) => {
      const own = getNamedType(field.type) as GraphQLScalarType;
      if (isExtreme) return own;
      return suffix === 'Average' || own.name === 'Float' ? GraphQLFloat : this.#bigInt;
    };
    return this.#types.make(
      `${type.name}${suffix}`,
      (name) =>
        new GraphQLObjectType({
          name,
          description: `A value for each field of ${type.name}, over a list of them.`,
          fields: Object.fromEntries(
            leaves.map((one) => {
              const { name: key, description } = one.field;
              const { needs } = extensionsOf(one.field);
              return [key, { type: scalarOf(one), description, extensions: needing(needs) }];
            }),
          ),
        }),
    );
  }
}
const leavesOf = (type: GraphQLObjectType): Numeric[] =>
  [...askableOf(type).values()].flatMap((one) => (one.kind === 'leaf' && one.leaf.isOrdered ? [one] : []));

const typeIn = (schema: GraphQLSchema, { name }: GraphQLObjectType) => schema.getType(name) as GraphQLObjectType;

/** What is selected of the items for the fields that are selected below. */
const selectedFor = (plans: readonly FieldPlan[], of: SelectingFor, type: GraphQLObjectType): Selected => {
  const selection = new Selection();
  for (const plan of plans)
    for (const { field, isWithheld } of below(plan)?.fields ?? [])
      if (!isWithheld && !field.name.startsWith('__')) selection.field(field.name);
  return selection.over(of, typeIn(of.schema, type));
};

const foldedBy = async (
  fold: Fold,
  type: GraphQLObjectType,
  { nodes }: Bunch,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Readonly<Record<string, unknown>>> => {
  const of = { schema: info.schema, withholding: context.withholding };
  const values = await valuesOf(selectedFor([planIn(info)], of, type), nodes, context, info);
  return Object.fromEntries(
    leavesOf(type).map(({ field: { name }, leaf }) => {
      const known = values.flatMap((item) => (item?.[name] === null || item?.[name] === undefined ? [] : [item[name]]));
      return [name, fold(known, leaf)];
    }),
  );
};

/** What statistics cost: whatever is not known of the items that they are about. */
export const costOfStats =
  (type: GraphQLObjectType) =>
  ({ plan, schema, withholding, parents }: CostContext): Cost => {
    const folds = below(plan)?.fields.filter(({ field }) => field.name in FOLDS) ?? [];
    return { selects: [{ ...selectedFor(folds, { schema, withholding }, type), of: parents }], returns: parents };
  };
