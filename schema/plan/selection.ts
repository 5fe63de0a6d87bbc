/**
 * Looking ahead: which of Zoom's fields the client's selection will need. It is read from the plan of the operation, in which each
 * field has what is selected below it; what is found is remembered with the plan.
 */
import { type GraphQLField, type GraphQLObjectType, getNamedType, isLeafType, isObjectType } from 'graphql';
import type { FieldPlan, ObjectPlan } from '../../src/engine/executor/types.ts';
import { once } from '../../src/engine/once.ts';

declare global {
  export namespace PothosSchemaTypes {
    interface FieldExtensions {
      /** The fields of Zoom's object that a field of the graph is made of. */
      requires?: readonly string[];
      /** The field is answered by a call of its own, which takes no more of the parent than its key. */
      fetches?: true;
      /** The field gives one object without identity, which belongs to its parent alone: it has an id by that (part-ids.ts). */
      givesPart?: true;
      /** The field is made of several answers of Zoom's, and shows none of them as it is. */
      composes?: true;
      /** The field may call any operation of Zoom's, or asks of items whatever its arguments look at, so that no `@rest` can say which. */
      callsAny?: true;
      /** The field shows such an id. */
      showsPlace?: true;
      /** The field tells something that changes although no answer of Zoom's does: it is made anew each time, and no question asks for it. */
      isOfTheMoment?: true;
      /** The field shows the own id of its parent, which may yet have to be read. */
      exposesId?: true;
    }
  }
}

/** What is selected of the objects that a field gives; undefined where their type is not known before they are. */
export const below = (plan: FieldPlan, of?: GraphQLObjectType): ObjectPlan | undefined => {
  const type = of ?? getNamedType(plan.field.type);
  return isObjectType(type) ? plan.below(type) : undefined;
};

/** The fields of this name that are selected below a field; there are several where the client calls them otherwise. */
const named = (plan: FieldPlan, name: string): FieldPlan[] =>
  below(plan)?.fields.filter(({ field }) => field.name === name) ?? [];

/** What is selected of the items of a connection. */
export const itemsOf = once((connection: FieldPlan): readonly ObjectPlan[] =>
  [...named(connection, 'nodes'), ...named(connection, 'edges').flatMap((edges) => named(edges, 'node'))].flatMap(
    (items) => below(items) ?? [],
  ),
);

/** Tells whether any of these fields is selected below a field. */
export const selecting = (names: readonly string[]): ((plan: FieldPlan) => boolean) =>
  once((plan) => below(plan)?.fields.some(({ field }) => names.includes(field.name)) ?? true);

/** The fields of Zoom's object that a selection of it needs. */
export const requiredBy = once(
  ({ fields }: ObjectPlan): ReadonlySet<string> =>
    new Set(fields.flatMap(({ field }) => extensionsOf(field).requires ?? [])),
);
const NOTHING: ReadonlySet<string> = new Set();
/** The same of what a field gives, of type `of` where that says more than the field's. */
export const wanted = (plan: FieldPlan, of?: GraphQLObjectType): ReadonlySet<string> => {
  const objects = below(plan, of);
  return objects ? requiredBy(objects) : NOTHING;
};
/** The same of the items of a connection. */
export const wantedOfItems = once(
  (connection: FieldPlan): ReadonlySet<string> =>
    new Set(itemsOf(connection).flatMap((items) => [...requiredBy(items)])),
);

/** Whether a field that is selected of an object asks Zoom by itself, and so proves or disproves that the object exists. */
export const fetches = once(({ fields }: ObjectPlan): boolean =>
  fields.some(({ field }) => extensionsOf(field).fetches === true),
);

/**
 * Whether of the items of a connection nothing is selected but what `keys` tell and what each asks Zoom for by itself: so
 * that nothing is gained by waiting till all of them are there, and some of those questions can be asked before.
 */
export const isApart = (connection: FieldPlan, keys: ReadonlySet<string>): boolean => {
  const fields = itemsOf(connection).flatMap((items) => items.fields.map(({ field }) => field));
  const others = fields.filter((field) => !extensionsOf(field).fetches);
  const isTold = (field: GraphQLField<unknown, unknown>) =>
    isLeafType(getNamedType(field.type)) && (extensionsOf(field).requires ?? []).every((key) => keys.has(key));
  return others.length < fields.length && others.every(isTold);
};

/** What a field carries for those who look ahead. */
export const extensionsOf = ({ extensions }: Pick<GraphQLField<unknown, unknown>, 'extensions'>) =>
  extensions as PothosSchemaTypes.FieldExtensions;
