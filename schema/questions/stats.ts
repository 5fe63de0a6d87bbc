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
import type { Permission } from '../../resolvers/session.ts';
import { planIn } from '../../src/engine/executor/plan-in.ts';
import type { Selected, SelectingFor } from '../../src/engine/executor/select.ts';
import type { FieldPlan } from '../../src/engine/executor/types.ts';
import type { Cost, CostContext } from '../plan/cost.ts';
import { below, extensionsOf } from '../plan/selection.ts';
import { needing } from '../types/needs.ts';
import { withoutCalls } from '../types/rest-in-words.ts';
import { type AskableAs, askableOf, comparableOf } from './askable.ts';
import type { NewTypes } from './new-types.ts';
import { valuesOf } from './question.ts';
import { Selection } from './selection.ts';

/** Items that something is said of together. */
export interface Bunch {
  readonly nodes: readonly unknown[];
}
type Numeric = AskableAs<'leaf'>;
/** An object without identity, which holds figures of its own. */
type Part = AskableAs<'object'>;
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

  /** The object of what comes of each number, or of each number and time, there or in a part; undefined where there are none. */
  #folded(of: GraphQLObjectType, suffix: string): GraphQLObjectType | undefined {
    const figures = figuresOf(of, suffix);
    if (figures.length === 0) return undefined;
    return this.#types.make(
      `${of.name}${suffix}`,
      (name) =>
        new GraphQLObjectType({
          name,
          description: `A value for each field of ${of.name}, over a list of them.`,
          fields: Object.fromEntries(
            figures.map((one) => {
              const { name: key, deprecationReason } = one.field;
              const description = withoutCalls(one.field.description);
              const { needs = of.extensions.needs as Permission | null | undefined } = extensionsOf(one.field);
              const figure = this.#figure(one, suffix);
              // It is null for those from whom it is withheld.
              const type = one.kind === 'object' && !needs ? new GraphQLNonNull(figure) : figure;
              return [key, { type, description, deprecationReason, extensions: needing(needs) }];
            }),
          ),
        }),
    );
  }

  #figure(one: Numeric | Part, suffix: string): GraphQLScalarType | GraphQLObjectType {
    if (one.kind === 'object') return this.#folded(one.of, suffix) as GraphQLObjectType;
    const own = getNamedType(one.field.type) as GraphQLScalarType;
    if (suffix === 'Extreme') return own;
    return suffix === 'Average' || own.name === 'Float' ? GraphQLFloat : this.#bigInt;
  }
}

/** What figures are made of: numbers, times where these are least and greatest, and the parts of an object that hold either. */
const figuresOf = (
  type: GraphQLObjectType,
  suffix: string,
  above: readonly GraphQLObjectType[] = [],
): (Numeric | Part)[] =>
  comparableOf(type).flatMap((one): (Numeric | Part)[] => {
    if (one.kind === 'leaf') return one.leaf.isNumber || (suffix === 'Extreme' && one.leaf.isOrdered) ? [one] : [];
    if (one.kind !== 'object' || one.of.extensions.entity || above.includes(one.of)) return [];
    return figuresOf(one.of, suffix, [...above, type]).length > 0 ? [one] : [];
  });

const typeIn = (schema: GraphQLSchema, { name }: GraphQLObjectType) => schema.getType(name) as GraphQLObjectType;

/** The figures that are selected below a field, each once: under their names, with all places that select them. */
const askedBelow = (plans: readonly FieldPlan[]): ReadonlyMap<string, readonly FieldPlan[]> => {
  const asked = new Map<string, FieldPlan[]>();
  for (const plan of plans.flatMap((one) => below(one)?.fields ?? [])) {
    const { name } = plan.field;
    if (!plan.isWithheld && !name.startsWith('__')) asked.set(name, [...(asked.get(name) ?? []), plan]);
  }
  return asked;
};

/** What is selected of the items for the figures that are selected below. */
const selectedFor = (plans: readonly FieldPlan[], of: SelectingFor, type: GraphQLObjectType): Selected => {
  const selection = new Selection();
  const select = (into: Selection, from: readonly FieldPlan[]): void => {
    for (const [name, same] of askedBelow(from)) if (holdFigures(same)) select(into.field(name).below, same);
  };
  select(selection, plans);
  return selection.over(of, typeIn(of.schema, type));
};
const holdFigures = (plans: readonly FieldPlan[]): boolean =>
  plans.some(({ isLeaf }) => isLeaf) || [...askedBelow(plans).values()].some(holdFigures);

const foldedBy = async (
  fold: Fold,
  type: GraphQLObjectType,
  { nodes }: Bunch,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Figures> => {
  const of = { schema: info.schema, withholding: context.withholding };
  const plans = [planIn(info)];
  const known = await valuesOf(selectedFor(plans, of, type), nodes, context, info);
  const values = known.map(({ value }) => value);
  return folded(fold, type, plans, values);
};
/** The figures that are selected, of the values of some objects: what has none of one adds nothing to it. */
const folded = (
  fold: Fold,
  type: GraphQLObjectType,
  plans: readonly FieldPlan[],
  values: readonly unknown[],
): Figures =>
  Object.fromEntries(
    [...askedBelow(plans)].map(([name, same]) => {
      const askable = askableOf(type).get(name);
      const known = values.flatMap((one) => (one as Figures | null)?.[name] ?? []);
      if (askable?.kind === 'object') return [name, folded(fold, askable.of, same, known)];
      if (askable?.kind !== 'leaf') throw new Error(`${type} has no figure ${name}.`);
      return [name, fold(known, askable.leaf)];
    }),
  );
type Figures = Readonly<Record<string, unknown>>;

/** What statistics cost: whatever is not known of the items that they are about. */
export const costOfStats =
  (type: GraphQLObjectType) =>
  ({ plan, schema, withholding, parents }: CostContext): Cost => {
    const folds = below(plan)?.fields.filter(({ field }) => field.name in FOLDS) ?? [];
    return { selects: [{ ...selectedFor(folds, { schema, withholding }, type), of: parents }], returns: parents };
  };
