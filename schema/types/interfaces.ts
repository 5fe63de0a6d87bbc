/**
 * Interfaces: what several types of the graph have in common, so that a client can write one fragment for all of them. Which types belong
 * together is declared where they are shown; the fields are found in the built schema: those that all of the types have, of the same type
 * and with the same arguments. No field gives an interface, so nothing has to be told apart at run time.
 */
import {
  type GraphQLField,
  type GraphQLFieldConfigMap,
  GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
} from 'graphql';
import { type Builder, perBuilder } from './builder.ts';
import { needing, needsOf } from './needs.ts';

export interface Shared {
  readonly name: string;
  readonly description: string;
  /** The names of the types. */
  readonly of?: readonly string[];
  /** All types that have these fields, in place of names; the interface has no others. */
  readonly having?: readonly string[];
}

const sharedIn = perBuilder((): Shared[] => []);
/** From now on, what these types have in common is an interface. Where a schema shows fewer than two of them, there is none. */
export const interfaceOf = (builder: Builder, shared: Shared): void => {
  sharedIn(builder).push(shared);
};

/** The interfaces of a built schema, which its types say that they implement: a schema made of its configuration and these has them. */
export const interfacesIn = (schema: GraphQLSchema, builder: Builder): readonly GraphQLInterfaceType[] =>
  sharedIn(builder).flatMap(({ name, description, of, having }) => {
    const types = of ? namedTypes(schema, of) : typesHaving(schema, having ?? []);
    if (types.length < 2 || (of && types.length < of.length)) return [];
    if (schema.getType(name)) throw new Error(`${name} is a type already.`);
    const fields = fieldsInAll(types, having);
    const made = new GraphQLInterfaceType({ name, description, fields });
    for (const type of types) (type.getInterfaces() as GraphQLInterfaceType[]).push(made);
    return [made];
  });

const namedTypes = (schema: GraphQLSchema, names: readonly string[]): readonly GraphQLObjectType[] =>
  names.map((name) => schema.getType(name)).filter(isObjectType);

const typesHaving = (schema: GraphQLSchema, names: readonly string[]): readonly GraphQLObjectType[] => {
  const all = Object.values(schema.getTypeMap()).filter(isObjectType);
  const having = all.filter((type) => names.every((name) => type.getFields()[name]));
  const [first] = having;
  return having.filter((type) => first && names.every((name) => isAlike(type, first, name)));
};

type Field = GraphQLField<unknown, unknown>;
const isAlike = (one: GraphQLObjectType, other: GraphQLObjectType, name: string): boolean => {
  const [a, b] = [one.getFields()[name], other.getFields()[name]];
  return a !== undefined && b !== undefined && signatureOf(a) === signatureOf(b);
};
const signatureOf = ({ type, args }: Field): string =>
  JSON.stringify([String(type), args.map((arg) => [arg.name, String(arg.type), arg.defaultValue])]);

const fieldsInAll = (types: readonly GraphQLObjectType[], having?: readonly string[]) => {
  const [first, ...others] = types as [GraphQLObjectType, ...GraphQLObjectType[]];
  const { fields } = first.toConfig();
  // What Zoom sent for words that are not known is of the fields of each type.
  const names = (having ?? Object.keys(fields)).filter((name) => name !== 'unrecognized');
  const shared: GraphQLFieldConfigMap<unknown, unknown> = {};
  for (const name of names) {
    const field = fields[name];
    if (!field || !others.every((type) => isAlike(type, first, name))) continue;
    const { type, args, deprecationReason, description } = field;
    const needs = types.flatMap((one) => needsOf(one.getFields()[name]) ?? [])[0];
    shared[name] = { type, args, deprecationReason, description, extensions: needing(needs) };
  }
  return shared;
};
