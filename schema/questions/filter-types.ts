/** The input types of filters, which follow from the object types of the graph. */
import {
  GraphQLBoolean,
  GraphQLEnumType,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLInt,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLScalarType,
  type GraphQLSchema,
  GraphQLString,
  getNamedType,
  isEnumType,
} from 'graphql';
import { withArticle } from '../../resolvers/errors.ts';
import { withoutCalls } from '../types/rest-in-words.ts';
import { UNRECOGNIZED } from '../types/shape.ts';
import { type Askable, askableOf } from './askable.ts';
import { leafOf, type Operator } from './leaves.ts';
import type { NewTypes } from './new-types.ts';

interface InputField {
  readonly type: GraphQLInputType;
  readonly description: string | null | undefined;
  readonly deprecationReason?: string | null | undefined;
}
type Fields = Record<string, InputField>;

const OPERATIONS: Readonly<Record<Exclude<Operator, 'in' | 'isNull'>, string>> = {
  eq: 'The value is this.',
  ne: 'The value is not this, or there is none.',
  lt: 'The value is less than this, or earlier.',
  lte: 'The value is this, less, or earlier.',
  gt: 'The value is more than this, or later.',
  gte: 'The value is this, more, or later.',
  contains: 'The text contains this. Case and accents do not matter.',
  startsWith: 'The text starts with this. Case and accents do not matter.',
};
const IS_NULL: InputField = { type: GraphQLBoolean, description: 'Whether there is no value.' };

/** The filters of one graph. */
export class FilterTypes {
  readonly #types: NewTypes;
  readonly #schema: GraphQLSchema;

  constructor(types: NewTypes, schema: GraphQLSchema) {
    this.#types = types;
    this.#schema = schema;
  }

  /** What objects of a type are asked by. */
  ofObject(type: GraphQLObjectType): GraphQLInputObjectType {
    return this.#type(
      `${type.name}Filter`,
      `Conditions on ${withArticle(type.name)}. All that are given must hold.`,
      (self) => ({
        and: { type: listOf(self), description: 'All of these hold.' },
        or: { type: listOf(self), description: 'At least one of these holds. An empty list matches nothing.' },
        not: { type: self, description: 'This does not hold.' },
        isNull: IS_NULL,
        ...Object.fromEntries([...askableOf(type)].map(([name, askable]) => [name, this.#field(askable)])),
      }),
    );
  }

  #field(askable: Askable): InputField {
    const { field } = askable;
    const named = getNamedType(field.type);
    const said = { description: withoutCalls(field.description), deprecationReason: field.deprecationReason };
    switch (askable.kind) {
      case 'leaf':
        return { type: this.ofLeaf(named), ...said };
      case 'leaves':
        return { type: this.#ofLeaves(named), ...said };
      case 'object':
        return { type: this.ofObject(askable.of), ...said };
      default:
        return { type: this.#ofObjects(askable.of, askable.kind), ...said };
    }
  }

  /** What values of a scalar or an enum are asked by. */
  ofLeaf(type: GraphQLNamedType): GraphQLInputObjectType {
    const { operators = [] } = leafOf(type) ?? {};
    const value = this.#given(type);
    return this.#type(
      `${type.name}Filter`,
      `Conditions on a value of type ${type.name}. All that are given must hold.`,
      () =>
        Object.fromEntries(
          operators.map((operator): [string, InputField] => {
            if (operator === 'isNull') return [operator, IS_NULL];
            if (operator === 'in')
              return [operator, { type: listOf(value), description: 'The value is one of these.' }];
            // A part of a URL is none.
            const isPart = operator === 'contains' || operator === 'startsWith';
            return [operator, { type: isPart ? GraphQLString : value, description: OPERATIONS[operator] }];
          }),
        ),
    );
  }

  /** What clients give for such a value: words for what Zoom's values are not known to mean can only be answered. */
  #given(type: GraphQLNamedType): GraphQLEnumType | GraphQLScalarType {
    if (!isEnumType(type)) return type as GraphQLScalarType;
    const { [UNRECOGNIZED]: unknown, ...values } = type.toConfig().values;
    if (!unknown) return type;
    const name = `${type.name}Input`;
    const own = this.#schema.getType(name);
    if (isEnumType(own)) return own;
    return this.#types.make(name, () => new GraphQLEnumType({ ...type.toConfig(), name, values }));
  }

  #count(): InputField {
    return { type: this.ofLeaf(GraphQLInt), description: 'How many there are.' };
  }

  #ofLeaves(type: GraphQLNamedType): GraphQLInputObjectType {
    return this.#type(
      `${type.name}ListFilter`,
      `Conditions on a list of values of type ${type.name}. All that are given must hold.`,
      () => ({
        has: { type: this.#given(type), description: 'The list contains this value.' },
        count: this.#count(),
        isNull: IS_NULL,
      }),
    );
  }

  /** Connections and lists are asked alike; a connection is always there. */
  #ofObjects(of: GraphQLObjectType, kind: 'objects' | 'connection'): GraphQLInputObjectType {
    const isConnection = kind === 'connection';
    const name = `${of.name}${isConnection ? 'Connection' : 'List'}Filter`;
    return this.#type(name, `Conditions on a list of ${of.name}. All that are given must hold.`, () => ({
      some: { type: this.ofObject(of), description: 'At least one item matches.' },
      none: { type: this.ofObject(of), description: 'No item matches.' },
      every: { type: this.ofObject(of), description: 'All items match. An empty list does.' },
      count: this.#count(),
      ...(!isConnection && { isNull: IS_NULL }),
    }));
  }

  #type(name: string, description: string, fields: (self: GraphQLInputObjectType) => Fields): GraphQLInputObjectType {
    return this.#types.make(name, () => {
      const type: GraphQLInputObjectType = new GraphQLInputObjectType({
        name,
        description,
        fields: () => fields(type),
      });
      return type;
    });
  }
}
const listOf = (type: GraphQLInputType) => new GraphQLList(new GraphQLNonNull(type));
