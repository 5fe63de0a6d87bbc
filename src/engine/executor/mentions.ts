/**
 * What an operation mentions. A plan is as large as the answer's form, which fragments within fragments can make thousands of times
 * larger than the document; what is asked of each operation before it runs must not take longer than reading it did.
 */
import {
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** The fields of each object type that are selected somewhere, be they skipped or not. */
export type Mentions = ReadonlyMap<GraphQLObjectType, ReadonlySet<GraphQLField<unknown, unknown>>>;

interface Selecting {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}
/**
 * The object types on which a field of this type may be selected: of an interface, all that implement it. Of `Node` nothing but the id is
 * selected, which says nothing of any type.
 */
const objectsOf = (schema: GraphQLSchema, type: GraphQLCompositeType): readonly GraphQLObjectType[] => {
  if (isObjectType(type)) return [type];
  return type.name === 'Node' ? [] : schema.getPossibleTypes(type);
};

/** Looks once at each node of the operation and of the fragments that it leads to. */
export const mentionedIn = ({ schema, operation, fragments }: Selecting): Mentions => {
  const found = new Map<GraphQLObjectType, Set<GraphQLField<unknown, unknown>>>();
  const open: (OperationDefinitionNode | FragmentDefinitionNode)[] = [operation];
  const seen = new Set<string>();
  for (const definition of open) {
    const types = new TypeInfo(schema);
    const lookAt = {
      Field: () => {
        const [type, field] = [types.getParentType(), types.getFieldDef()];
        if (!type || !field) return;
        for (const of of objectsOf(schema, type)) {
          const own = of === type ? field : of.getFields()[field.name];
          if (own) found.set(of, (found.get(of) ?? new Set()).add(own));
        }
      },
      FragmentSpread: ({ name: { value: name } }: { readonly name: { readonly value: string } }) => {
        const fragment = seen.has(name) ? undefined : fragments[name];
        seen.add(name);
        if (fragment) open.push(fragment);
      },
    };
    visit(definition, visitWithTypeInfo(types, lookAt));
  }
  return found;
};
