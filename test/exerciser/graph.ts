/** The executable schema as the exerciser walks it: the places that call Zoom, and the ways that lead to a type. */
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';
import { extensionsOf } from '../../schema/plan/selection.ts';
import { endpointsOf } from '../../schema/types/rest.ts';
import type { Endpoint } from '../../src/zoom/declare/endpoint.ts';

export type Field = GraphQLField<unknown, unknown>;

/** What carries `@rest`: a field, or without `field` an object type. */
export interface ObjectSet {
  /** "User.meetings", "User". */
  readonly coordinate: string;
  readonly type: GraphQLObjectType;
  readonly field?: Field;
  readonly endpoints: readonly Endpoint[];
}

export const isNode = (type: GraphQLObjectType): boolean => type.getInterfaces().some(({ name }) => name === 'Node');
/** The object type within lists and non-nulls; undefined for what is no object. */
export const objectIn = (type: GraphQLOutputType): GraphQLObjectType | undefined => {
  const named = getNamedType(type);
  return isObjectType(named) ? named : undefined;
};
/** The type of a connection's items; undefined for what is no connection. */
export const itemsOf = (type: GraphQLOutputType): GraphQLObjectType | undefined => {
  const object = objectIn(type);
  const { nodes, pageInfo } = object?.getFields() ?? {};
  return nodes && pageInfo ? objectIn(nodes.type) : undefined;
};

/** The object types that queries and mutations lead to. What subscriptions alone lead to is driven by test/events. */
const askable = (schema: GraphQLSchema): ReadonlySet<GraphQLObjectType> => {
  const found = new Set<GraphQLObjectType>();
  const look = (type: GraphQLOutputType): void => {
    const named = getNamedType(type);
    if (isAbstractType(named)) for (const one of schema.getPossibleTypes(named)) look(one);
    if (!isObjectType(named) || found.has(named)) return;
    found.add(named);
    for (const field of Object.values(named.getFields())) look(field.type);
  };
  for (const root of [schema.getQueryType(), schema.getMutationType()]) if (root) look(root);
  return found;
};

/** Every place that calls Zoom, in the order of their names. */
export const placesOf = (schema: GraphQLSchema): readonly ObjectSet[] =>
  [...askable(schema)]
    .flatMap((type): ObjectSet[] => [
      { coordinate: type.name, type, endpoints: endpointsOf(type) },
      // What a union leads to is driven as each of its types, and by test/interfaces.test.ts; what is composed, by the tests of its domain.
      ...Object.values<Field>(type.getFields())
        .filter((field) => !isUnionType(getNamedType(field.type)) && !extensionsOf(field).composes)
        .map((field) => ({
          coordinate: `${type.name}.${field.name}`,
          type,
          field,
          endpoints: endpointsOf(field),
        })),
    ])
    .filter(({ endpoints }) => endpoints.length > 0)
    .sort((a, b) => (a.coordinate < b.coordinate ? -1 : 1));

/** One field of a way; of a connection the items. */
export interface Step {
  readonly name: string;
  readonly isList: boolean;
  /** What the field has to be told, as text. */
  readonly args?: string;
}
export type Way = readonly Step[];

/** How many ways may end with the same field: others lead to things that are different. */
const ALIKE = 3;
/**
 * The shortest ways from a root to each type: over fields that need not be told which thing is meant, or over all.
 */
export const waysFrom = (
  root: GraphQLObjectType,
  over: 'untold' | 'all' = 'untold',
): ReadonlyMap<GraphQLObjectType, readonly Way[]> => {
  const ways = new Map<GraphQLObjectType, Way[]>([[root, [[]]]]);
  const lastFields = new Map<string, number>();
  let ends: { type: GraphQLObjectType; way: Way; seen: readonly GraphQLObjectType[] }[] = [
    { type: root, way: [], seen: [root] },
  ];
  while (ends.length > 0) {
    ends = ends.flatMap(({ type, way, seen }) =>
      Object.values<Field>(type.getFields()).flatMap((field) => {
        const items = itemsOf(field.type);
        const next = items ?? objectIn(field.type);
        // A list of the same type is gone along once: the sub accounts of the account.
        const before = seen.filter((one) => one === next).length;
        if (
          !next ||
          before > (next === type && items ? 1 : 0) ||
          (over === 'untold' && isNode(next) && !items && field.args.some(isRequiredArgument))
        )
          return [];
        // What is of a sub account is asked by other operations, and counts for itself.
        const last = `${type.name}.${field.name} ${way.some(({ name }) => name === 'subAccounts')}`;
        const alike = lastFields.get(last) ?? 0;
        if (alike >= ALIKE) return [];
        lastFields.set(last, alike + 1);
        const longer = [...way, { name: field.name, isList: items !== undefined, args: toldTo(field) }];
        ways.set(next, [...(ways.get(next) ?? []), longer]);
        return [{ type: next, way: longer, seen: [...seen, next] }];
      }),
    );
  }
  return ways;
};

const DAY = 86_400_000;
/** A day in UTC, as in `from` and `to`. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);

/** What finds something: the user of the credential, and what all email addresses have. */
export const TEXTS: Readonly<Record<string, string>> = { toContact: 'me', searchKey: 'example' };
/** Lists that stand in one answer, by path. */
export const BESIDE: Readonly<Record<string, readonly string[]>> = {
  '/report/chat/sessions/{sessionId}': ['messages', 'edited_messages', 'deleted_messages'],
};
/** Some value for each required argument. */
export const toldTo = ({ args }: Field): string =>
  args
    .filter(isRequiredArgument)
    .map(({ name, type }) => `${name}: ${literalOf(name, type)}`)
    .join(', ');
const literalOf = (name: string, type: GraphQLInputType): string => {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name ?? 'null';
  // A @oneOf: the last of its fields, which may be given without an id of Zoom's.
  if (isInputObjectType(named)) {
    const field = Object.values(named.getFields()).at(-1);
    return field ? `{ ${field.name}: ${literalOf(field.name, field.type)} }` : '{}';
  }
  const of: Readonly<Record<string, unknown>> = {
    Int: 1,
    Float: 1,
    Boolean: true,
    Date: daysAgo(name === 'from' ? 9 : 2),
  };
  return JSON.stringify(of[named.name] ?? TEXTS[name] ?? 'some');
};

/** How many items of the first list on a way, of one within it, and so on. */
const FIRST = [8, 4, 2];
/** A query's text that selects something at the end of a way. */
export const along = (way: Way, selected: string, firsts: readonly number[] = FIRST): string =>
  way.reduceRight((within, { name, isList, args = '' }, i) => {
    const first = firsts[way.slice(0, i).filter((step) => step.isList).length] ?? 1;
    if (isList) return `${name}(first: ${first} ${args}) { nodes { ${within} } }`;
    return `${name}${args && `(${args})`} { ${within} }`;
  }, selected);

export type Raw = Readonly<Record<string, unknown>>;
export const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The values under a name in each of these objects, lists opened, nulls left out. */
export const under = (objects: readonly Raw[], name: string): readonly unknown[] =>
  objects.flatMap((object) => object[name]).filter((value) => value !== null && value !== undefined);

/** The objects at the end of a way. */
export const endsOf = (data: unknown, way: Way): readonly Raw[] =>
  way.reduce<readonly Raw[]>(
    (objects, { name, isList }) => {
      const found = under(objects, name).filter(isRaw);
      return isList ? under(found, 'nodes').filter(isRaw) : found;
    },
    isRaw(data) ? [data] : [],
  );
