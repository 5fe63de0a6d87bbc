/** Fields that are withheld from who asks: a plan has an error in their place, and nothing is looked at below them. */
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  type ExecutionArgs,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isNonNullType,
} from 'graphql';
import type { FieldPlan, Named, Operation, Withholding } from './types.ts';

/** What is withheld from the one who asks for an execution, as its context says; undefined where that is nothing. */
export const withholdingIn = ({ contextValue }: Pick<ExecutionArgs, 'contextValue'>): Withholding | undefined =>
  (contextValue as { readonly withholding?: Withholding } | null | undefined)?.withholding;

/** The field without what others would read of it to look ahead: nothing is needed for it, and it costs nothing. */
const bare = <F extends Named>({ extensions, ...field }: F) => ({ ...field, extensions: { needs: extensions.needs } });

/** The plan of a field that is withheld. */
export const withheldPlan = (
  operation: Operation,
  parentType: GraphQLObjectType,
  name: string,
  nodes: readonly FieldNode[],
  field: GraphQLField<unknown, unknown>,
  refusal: Error,
  beside: readonly FieldPlan[],
): FieldPlan => ({
  name,
  beside,
  index: operation.size++,
  parentType,
  field: { ...bare(field), resolve: undefined },
  nodes,
  isNonNull: isNonNullType(field.type),
  isLeaf: true,
  isWithheld: true,
  resolve: () => {
    throw refusal;
  },
  wantsInfo: false,
  args: {},
  complete: () => null,
  below: (type) => ({ type, fields: [] }),
});

const copies = new WeakMap<GraphQLSchema, Map<string, GraphQLSchema>>();
/** The schema for those who execute without plans: what is withheld throws. Made once for each set of what is withheld. */
export const withheldSchema = (schema: GraphQLSchema, withholding: Withholding): GraphQLSchema => {
  const known = copies.get(schema) ?? new Map<string, GraphQLSchema>();
  copies.set(schema, known);
  const copy =
    known.get(withholding.name) ??
    mapSchema(schema, {
      [MapperKind.OBJECT_FIELD]: (field, name, typeName) => {
        const of = schema.getType(typeName);
        const refusal = of && withholding.refusalOf({ name, extensions: field.extensions ?? {} }, of);
        if (!refusal) return undefined;
        const resolve = () => {
          throw refusal;
        };
        return { ...bare({ ...field, name, extensions: field.extensions ?? {} }), resolve, subscribe: resolve };
      },
    });
  known.set(withholding.name, copy);
  return copy;
};
