/** The arguments of fields. */
import { type FieldNode, type GraphQLField, getArgumentValues, Kind, visit } from 'graphql';
import type { Args, FieldPlan, Variables } from './types.ts';

/** The arguments of a field in a run with these variables. Throws for what a variable does not give. */
export const argumentsOf = ({ args, field, nodes: [node] }: FieldPlan, variables: Variables): Args =>
  args ?? (node ? getArgumentValues(field, node, variables) : NONE);

const NONE: Args = Object.freeze({});
/** Those of a field that are the same in each run; undefined where variables are in them. */
export const constantArgs = (field: GraphQLField<unknown, unknown>, node: FieldNode | undefined): Args | undefined => {
  if (field.args.length === 0) return NONE;
  if (!node || hasVariables(node)) return undefined;
  try {
    return getArgumentValues(field, node);
  } catch {
    return undefined; // the run tells of it, in its place
  }
};
const hasVariables = ({ arguments: args = [] }: FieldNode): boolean => {
  let found = false;
  for (const arg of args)
    visit(arg, {
      [Kind.VARIABLE]: () => {
        found = true;
      },
    });
  return found;
};
