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
import { type Bounds, Meter } from './meter.ts';
import { subPlan } from './plan.ts';
import { executeFields } from './run.ts';
import type { ObjectPlan, Operation, Path, Variables, Withholding } from './types.ts';

/** A selection of an object type, planned. */
export interface Selected {
  readonly plan: ObjectPlan;
  readonly operation: Operation;
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

/** Plans a selection without fragments. Its variables have their values already, as a resolver would get them. */
export const selectionOf = (
  { schema, withholding }: SelectingFor,
  type: GraphQLObjectType,
  selectionSet: SelectionSetNode,
  variables: Variables,
): Selected => {
  const operation: Operation = {
    schema,
    fragments: {},
    operation: { kind: Kind.OPERATION_DEFINITION, operation: OperationTypeNode.QUERY, selectionSet },
    variables,
    leafReaders: true,
    ...(withholding && { withholding }),
    size: 0,
  };
  const node = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'items' }, selectionSet } as const;
  return { plan: subPlan(operation, type, [node]), operation };
};

/**
 * What is selected of each of many values, each as soon as it is there: all of them want what they lack in one tick, but for very many, between
 * which other requests run. `contextOf` is asked once for each of them; `at` is the field that they are wanted for.
 */
export const takeFrom = async (
  { plan, operation }: Selected,
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
    const { variables } = operation;
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
  return taken;
};

const placeOf = ({ prev, key }: GraphQLResolveInfo['path']): Path => ({ before: prev && placeOf(prev), key });
