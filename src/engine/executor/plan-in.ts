/** The plan of the field that a resolver is called for. */
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { planOf, rootPlan } from './plan.ts';
import type { FieldPlan, PlannedInfo } from './types.ts';

/** By its nodes, which graphql-js makes for each execution. */
const made = new WeakMap<readonly FieldNode[], FieldPlan>();

/** That of the executor, whose infos have it; where graphql-js runs the operation, one is made of the info: beside others only at the root. */
export const planIn = (info: GraphQLResolveInfo): FieldPlan => {
  const { plan = made.get(info.fieldNodes) } = info as Partial<PlannedInfo>;
  if (plan) return plan;
  const { schema, fragments, operation, variableValues: variables, parentType, fieldNodes, fieldName, path } = info;
  const of = { schema, fragments, operation, variables, leafReaders: true, size: 0 };
  const { fields } = path.prev
    ? planOf(of, parentType, new Map([[String(path.key), [...fieldNodes]]]))
    : rootPlan(of, parentType);
  const one = fields.find(({ name }) => name === path.key);
  if (!one) throw new Error(`${parentType} has no field ${fieldName}.`);
  made.set(fieldNodes, one);
  return one;
};
