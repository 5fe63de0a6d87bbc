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
  getNullableType,
  isLeafType,
  isNonNullType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { constantArgs } from './arguments.ts';
import { completionOf } from './complete.ts';
import type { FieldPlan, ObjectPlan, Operation } from './types.ts';
import { withheldPlan } from './withholding.ts';

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

/** The plan of some fields of an object type, by the keys that they have in the answer. */
export const planOf = (
  operation: Operation,
  type: GraphQLObjectType,
  selected: ReadonlyMap<string, FieldNode[]>,
): ObjectPlan => {
  const fields: FieldPlan[] = [];
  for (const [name, nodes] of selected) {
    const field = fieldOf(operation.schema, type, nodes[0]?.name.value ?? '');
    // Validation has refused fields that do not exist.
    if (!field) continue;
    const refusal = operation.withholding?.refusalOf(field, type);
    fields.push(
      refusal
        ? withheldPlan(operation, type, name, nodes, field, refusal, fields)
        : fieldPlan(operation, type, name, nodes, field, fields),
    );
  }
  return { type, fields };
};

/** The plan of a field that is selected by these nodes, beside others. */
const fieldPlan = (
  operation: Operation,
  parentType: GraphQLObjectType,
  name: string,
  nodes: readonly FieldNode[],
  field: GraphQLField<unknown, unknown>,
  beside: readonly FieldPlan[],
): FieldPlan => {
  const resolve = resolverOf(field);
  const below = plansBelow(operation, nodes);
  return {
    name,
    beside,
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
