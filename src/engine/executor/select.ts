/** Selections that stand in no operation: what the graph shows of values of a type, for those who ask by themselves. */
import {
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { keep, type Planned, planNamed } from './kept-plans.ts';
import { type Bounds, Meter } from './meter.ts';
import { nameOf } from './names.ts';
import { subPlan } from './plan.ts';
import { executeFields } from './run.ts';
import type { Operation, Path, Variables, Withholding } from './types.ts';

/** A selection of an object type, planned, with the values of its variables. */
export interface Selected extends Pick<Planned, 'plan' | 'operation'> {
  readonly planned: Planned;
  readonly variables: Variables;
}
/** What was selected of one value, and what failed meanwhile, beside null in its place. */
export interface Taken {
  readonly value: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLError[];
}

/** For whom a selection is: over which schema, and without what. */
export interface SelectingFor {
  readonly schema: GraphQLSchema;
  readonly withholding: Withholding | undefined;
}

/**
 * Plans a selection without fragments, once for all of the same form: a text that is the same where the syntax tree is, and only there. Its
 * variables have their values already, as a resolver would get them.
 */
export const selectionOf = (
  { schema, withholding }: SelectingFor,
  type: GraphQLObjectType,
  form: string,
  selectionSet: () => SelectionSetNode,
  variables: Variables,
): Selected => {
  const without = withholding ? ` without ${withholding.name}` : '';
  const name = `selection ${nameOf(schema)} ${type.name}${without} ${form}`;
  const planned = planNamed(name) ?? plannedOf(name, { schema, withholding }, type, selectionSet());
  return { plan: planned.plan, operation: planned.operation, planned, variables };
};
const plannedOf = (
  name: string,
  { schema, withholding }: SelectingFor,
  type: GraphQLObjectType,
  selectionSet: SelectionSetNode,
): Planned => {
  const operation: Operation = {
    schema,
    fragments: {},
    operation: { kind: Kind.OPERATION_DEFINITION, operation: OperationTypeNode.QUERY, selectionSet },
    variables: {},
    leafReaders: true,
    ...(withholding && { withholding }),
    size: 0,
  };
  const node = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'items' }, selectionSet } as const;
  const planned = { plan: subPlan(operation, type, [node]), operation, name, counted: -1 };
  keep(planned);
  return planned;
};

/**
 * What is selected of each of many values, each as soon as it is there: all of them want what they lack in one tick, but for very many, between
 * which other requests run. `contextOf` is asked once for each of them; `at` is the field that they are wanted for.
 */
export const takeFrom = async (
  { plan, operation, planned, variables }: Selected,
  values: readonly unknown[],
  contextOf: (nth: number) => unknown,
  at: GraphQLResolveInfo['path'],
  bounds: Pick<Bounds, 'signal' | 'stopped'> = {},
): Promise<readonly Promise<Taken>[]> => {
  const meter = new Meter(bounds);
  const path = placeOf(at);
  const args: [] = [];
  const taken: Promise<Taken>[] = [];
  for (const [nth, value] of values.entries()) {
    if (meter.isDue(values.length)) await meter.slice(() => undefined);
    const errors: GraphQLError[] = [];
    const run = { operation, root: undefined, context: contextOf(nth), variables, errors, meter, args };
    taken.push(
      (async () => {
        try {
          return { value: (await executeFields(run, plan, value, path)) as Taken['value'], errors };
        } catch (error) {
          return { value: null, errors: [...errors, error as GraphQLError] };
        }
      })(),
    );
  }
  // What is below a field was planned when it was first met.
  keep(planned);
  return taken;
};

const placeOf = ({ prev, key }: GraphQLResolveInfo['path']): Path => ({ before: prev && placeOf(prev), key });
