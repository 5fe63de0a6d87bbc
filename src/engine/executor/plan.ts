/**
 * Plans: what is the same each time that an operation is executed, worked out once. The fields of each type, merged and in order; their
 * resolvers; their arguments where no variable is in them; how each value is completed. What is executed by a plan is what the GraphQL
 * specification says (section 6), as graphql-js does it.
 */
import { collectFields, collectSubFields } from '@graphql-tools/utils';
import {
  defaultFieldResolver,
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNullableType,
  isLeafType,
  isNonNullType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  visit,
} from 'graphql';
import { completionOf } from './complete.ts';
import type { Args, FieldPlan, ObjectPlan, Operation } from './types.ts';

/** The plan of an operation's root type. */
export const rootPlan = (operation: Operation, type: GraphQLObjectType): ObjectPlan => {
  const { schema, fragments, variables } = operation;
  const { fields } = collectFields(schema, fragments, variables, type, operation.operation.selectionSet);
  return planOf(operation, type, fields);
};

/** The plan of what is selected below some nodes, of an object type. */
export const subPlan = (operation: Operation, type: GraphQLObjectType, nodes: readonly FieldNode[]): ObjectPlan => {
  const { schema, fragments, variables } = operation;
  return planOf(operation, type, collectSubFields(schema, fragments, variables, type, [...nodes]).fields);
};

/** The plans of the object types that may stand below some nodes, each made when it is first met. */
const plansBelow = (operation: Operation, nodes: readonly FieldNode[]): FieldPlan['below'] => {
  let plans: Map<GraphQLObjectType, ObjectPlan> | undefined;
  return (type) => {
    plans ??= new Map();
    const plan = plans.get(type) ?? subPlan(operation, type, nodes);
    plans.set(type, plan);
    return plan;
  };
};

const planOf = (operation: Operation, type: GraphQLObjectType, selected: Map<string, FieldNode[]>): ObjectPlan => {
  const fields = [...selected].flatMap(([name, nodes]) => {
    const field = fieldOf(operation.schema, type, nodes[0]?.name.value ?? '');
    // Validation has refused fields that do not exist.
    return field ? [fieldPlan(operation, type, name, nodes, field)] : [];
  });
  return { type, fields };
};

/** The plan of a field that is selected by these nodes. */
export const fieldPlan = (
  operation: Operation,
  parentType: GraphQLObjectType,
  name: string,
  nodes: readonly FieldNode[],
  field: GraphQLField<unknown, unknown>,
): FieldPlan => {
  const resolve = resolverOf(field);
  const below = plansBelow(operation, nodes);
  return {
    name,
    index: operation.size++,
    parentType,
    field,
    nodes,
    isNonNull: isNonNullType(field.type),
    isLeaf: isLeafType(getNullableType(field.type)),
    resolve,
    // A function that names no parameters may take all of them.
    wantsInfo: resolve.length > 3 || resolve.length === 0,
    args: constantArgs(field, nodes[0]),
    complete: completionOf(operation.schema, field.type, below),
    below,
  };
};

/** What graphql's own default does, without its look into the info. */
const resolverOf = ({ name, resolve }: GraphQLField<unknown, unknown>): GraphQLFieldResolver<unknown, unknown> => {
  if (resolve && resolve !== defaultFieldResolver) return resolve;
  return (parent, args, context) => {
    if (typeof parent !== 'object' || parent === null) return undefined;
    const value: unknown = Reflect.get(parent, name);
    return typeof value === 'function' ? value.call(parent, args, context) : value;
  };
};

/** A field of a type by its name, or one of those that all have. */
export const fieldOf = (schema: GraphQLSchema, type: GraphQLObjectType, name: string) => {
  const isRoot = type === schema.getQueryType();
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (isRoot && name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  if (isRoot && name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  return type.getFields()[name];
};

const NONE: Args = Object.freeze({});
const constantArgs = (field: GraphQLField<unknown, unknown>, node: FieldNode | undefined): Args | undefined => {
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
