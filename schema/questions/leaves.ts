/** The leaves of the graph as questions see them: which operators each kind has, and how its values compare. */
import { type GraphQLNamedType, isEnumType } from 'graphql';
import { instantOf } from '../types/scalars.ts';

export const OPERATORS = ['eq', 'ne', 'in', 'lt', 'lte', 'gt', 'gte', 'contains', 'startsWith', 'isNull'] as const;
export type Operator = (typeof OPERATORS)[number];

/** What values compare by. */
export type Comparable = string | number | boolean;

export interface Leaf {
  readonly operators: readonly Operator[];
  /** What a value compares by, as it stands in an answer or as a client gives it. */
  readonly read: (value: unknown) => Comparable;
  /** Values have an order that people know: there is a least and a greatest. */
  readonly isOrdered: boolean;
  /** Values can be added up. */
  readonly isNumber: boolean;
}

const EQUALITY: readonly Operator[] = ['eq', 'ne', 'in', 'isNull'];
const ORDER: readonly Operator[] = ['eq', 'ne', 'in', 'lt', 'lte', 'gt', 'gte', 'isNull'];
const TEXT: readonly Operator[] = ['eq', 'ne', 'in', 'contains', 'startsWith', 'isNull'];

const text: Leaf = { operators: TEXT, read: String, isOrdered: false, isNumber: false };
const number: Leaf = { operators: ORDER, read: Number, isOrdered: true, isNumber: true };
const LEAVES: Readonly<Record<string, Leaf>> = {
  String: text,
  URL: text,
  ID: { ...text, operators: EQUALITY },
  Boolean: { ...text, operators: ['eq', 'ne', 'isNull'], read: Boolean },
  Int: number,
  Float: number,
  BigInt: number,
  DateTime: { ...number, read: (value) => instantOf(value as string | Date).getTime(), isNumber: false },
  Date: {
    ...number,
    read: (value) => (value instanceof Date ? value.toISOString() : String(value)).slice(0, 10),
    isNumber: false,
  },
};
/** How many there are of something. */
export const COUNT: Leaf = { ...number, operators: [] };
const word: Leaf = { ...text, operators: EQUALITY };

/** Undefined for objects, and for scalars whose values do not compare, such as JSON. */
export const leafOf = (type: GraphQLNamedType): Leaf | undefined => (isEnumType(type) ? word : LEAVES[type.name]);

/** Texts are compared without regard to case and accents. */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
