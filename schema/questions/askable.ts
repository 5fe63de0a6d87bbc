/** What of an object type can be asked about: one rule for filters, order, search and sums. */
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import type { Withholding } from '../../src/engine/executor/types.ts';
import { once } from '../../src/engine/once.ts';
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import type { ListEndpoint } from '../../src/zoom/declare/endpoint.ts';
import { extensionsOf } from '../plan/selection.ts';
import { type Leaf, leafOf } from './leaves.ts';

declare global {
  export namespace PothosSchemaTypes {
    interface FieldExtensions {
      /** The field is a connection over this list of Zoom's. */
      list?: ListEndpoint;
      /** Of an id: the type of the entity that it names, whose global ids are taken as well. */
      names?: string;
    }
  }
}

type AnyField = GraphQLField<unknown, unknown>;
/** How a field can be asked about: by a value, by an object, or by what is among several of either. */
export type Askable =
  | Values<'leaf'>
  | Values<'leaves'>
  | Objects<'object'>
  | Objects<'objects'>
  | Objects<'connection'>;
interface Values<K> {
  readonly kind: K;
  readonly field: AnyField;
  readonly leaf: Leaf;
}
interface Objects<K> {
  readonly kind: K;
  readonly field: AnyField;
  readonly of: GraphQLObjectType;
}
/** One kind of them. */
export type AskableAs<K extends Askable['kind']> = Extract<Askable, { readonly kind: K }>;

/** The type of the items of a connection; undefined for any other field. */
export const itemTypeOf = (field: AnyField): GraphQLObjectType | undefined => {
  if (!extensionsOf(field).list) return undefined;
  const connection = getNamedType(field.type);
  const nodes = isObjectType(connection) ? connection.getFields().nodes : undefined;
  return nodes && (getNamedType(nodes.type) as GraphQLObjectType);
};

/** The fields that can be asked about, by name: those that need not be told anything, and show no value without a fixed form. */
export const askableOf = once(
  (type: GraphQLObjectType): ReadonlyMap<string, Askable> =>
    new Map(Object.values(type.getFields()).flatMap((field) => askable(field))),
);

/**
 * Those by which items are also sorted, grouped and summed up. What is put together of several answers is left to filters, since each of these is
 * there by itself; so is what takes a call of an account, since nearly all that is listed is of the same one.
 */
export const comparableOf = (type: GraphQLObjectType): readonly Askable[] =>
  [...askableOf(type).values()].filter(({ field }) => {
    const { fetches, composes } = extensionsOf(field);
    return !composes && !(fetches && type.extensions.entity === Account);
  });

/** Throws where who asks may not see what is asked about: whether it is one thing or another would tell it. */
export const refuseWithheld = (
  withholding: Withholding | undefined,
  { field }: Askable,
  of: GraphQLObjectType,
): void => {
  const refusal = withholding?.refusalOf(field, of);
  if (refusal) throw refusal;
};

const askable = (field: AnyField): [string, Askable][] => {
  if (field.args.some(isRequiredArgument) || extensionsOf(field).isOfTheMoment) return [];
  const items = itemTypeOf(field);
  if (items) return [[field.name, { field, kind: 'connection', of: items }]];
  const named = getNamedType(field.type);
  const isList = isListType(getNullableType(field.type));
  if (isList && isListOfLists(field.type)) return [];
  const leaf = leafOf(named);
  if (leaf) return [[field.name, { field, kind: isList ? 'leaves' : 'leaf', leaf }]];
  return isObjectType(named) ? [[field.name, { field, kind: isList ? 'objects' : 'object', of: named }]] : [];
};
const isListOfLists = (type: GraphQLOutputType): boolean => {
  const list = getNullableType(type);
  return isListType(list) && isListType(getNullableType(list.ofType));
};
