/** Whether what Zoom answered arrives in the graph: every leaf that a shape declares, by kind, written without the schema's own code. */
import { isDeepStrictEqual } from 'node:util';
import { type GraphQLObjectType, isRequiredArgument } from 'graphql';
import { z } from 'zod';
import { schema } from '../../schema/index.ts';
import { entityTypeOf } from '../../schema/types/global-id.ts';
import { fieldNameIn } from '../../schema/types/shape.ts';
import { bare, choiceOf, choosing, type EnumValues, isWord, metaOf, type Shape } from '../../src/zoom/declare/shape.ts';
import { type Field, isNode, isRaw, itemsOf, objectIn, type Raw } from './graph.ts';

type AnyType = z.core.$ZodType;

/** Some of a shape's fields, as far as it has them. */
export const only = (of: Shape, keys: readonly string[]): Shape => {
  const some = z.object(Object.fromEntries(Object.entries(of.shape).filter(([key]) => keys.includes(key))));
  const choice = choiceOf(of);
  return choice && Object.keys(choice.of.shape).every((key) => keys.includes(key))
    ? choosing(some, choice.as, choice.of)
    : some;
};

/** The shape of an object, or of the objects in a list; undefined for leaves. */
const shapeIn = (type: AnyType): Shape | undefined => {
  const within = bare(type);
  if (within instanceof z.ZodArray) return shapeIn(within.element as AnyType);
  return within instanceof z.ZodObject ? within : undefined;
};

/** Answers are compared by the thousand, each key with the field that was found for it. */
const fields = new WeakMap<GraphQLObjectType, WeakMap<AnyType, Map<string, Field | undefined>>>();
/** The field that shows a key as it is; undefined where an edge takes its place, or nothing does. */
const fieldOf = (of: Shape, key: string, zod: AnyType, type: GraphQLObjectType): Field | undefined => {
  const ofType = fields.get(type) ?? new WeakMap<AnyType, Map<string, Field | undefined>>();
  const known = ofType.get(zod) ?? new Map<string, Field | undefined>();
  if (!known.has(key)) known.set(key, foundFor(of, key, zod, type));
  fields.set(type, ofType.set(zod, known));
  return known.get(key);
};
const foundFor = (of: Shape, key: string, zod: AnyType, type: GraphQLObjectType): Field | undefined => {
  // `zoomId` is a thing's key, which is not always the `id` of Zoom's answers.
  if (
    fieldNameIn(of, key) === 'zoomId' &&
    isNode(type) &&
    !Object.values(entityTypeOf(schema, type.name)?.key ?? {})
      .flat()
      .includes('id')
  )
    return undefined;
  const field = type.getFields()[fieldNameIn(of, key)];
  if (!field || itemsOf(field.type) || field.args.some(isRequiredArgument)) return undefined;
  return isAlike(field, zod) ? field : undefined;
};
/** Both are objects, or both are leaves. */
const isAlike = (field: Field, zod: AnyType): boolean =>
  (objectIn(field.type) === undefined) === (shapeIn(zod) === undefined);
/** Whether a field of a key's name shows the key itself, and no edge instead. */
export const isShownBy = (field: Field, key: string, of: Shape): boolean => isAlike(field, of.shape[key] as AnyType);

/** A selection of every leaf that a shape declares, and of the edges that may show what has no field of its own. */
export const selectionOf = (of: Shape, type: GraphQLObjectType): string => {
  const selected = new Set(isNode(type) ? ['id', 'zoomId'] : ['__typename']);
  for (const [key, zod] of Object.entries(of.shape)) {
    const field = fieldOf(of, key, zod, type);
    const inner = field && objectIn(field.type);
    if (field) selected.add(inner ? `${field.name} { ${selectionOf(shapeIn(zod) as Shape, inner)} }` : field.name);
    else for (const other of [...leavesIn(type), ...edgesOf(type, shapeIn(zod))]) selected.add(other);
  }
  return [...selected].join(' ');
};

const leavesIn = (type: GraphQLObjectType): string[] =>
  Object.values<Field>(type.getFields())
    .filter((field) => !objectIn(field.type) && !field.args.some(isRequiredArgument))
    .map(({ name }) => name);

const edgesOf = (type: GraphQLObjectType, told?: Shape): string[] =>
  Object.values<Field>(type.getFields()).flatMap((field) => {
    const end = objectIn(field.type);
    if (!end || !isNode(end) || field.args.some(isRequiredArgument)) return [];
    const names = leavesIn(end).filter((name) => /^(id|zoomId|email|.*name)$/i.test(name));
    return [`${field.name} { ${told ? selectionOf(told, end) : names.join(' ')} }`];
  });

/** The leaves of Zoom's answer that the graph does not show, or shows otherwise; each as a sentence. */
export const missingIn = (of: Shape, body: Raw, shown: Raw, type: GraphQLObjectType, at = ''): string[] =>
  Object.entries(of.shape).flatMap(([key, zod]) => {
    const given = body[key];
    if (isNone(given)) return [];
    const field = fieldOf(of, key, zod, type);
    const wrong = field
      ? differing(zod, given, shown[field.name], field, `${at}${key}`)
      : [`${at}${key} has no field in ${type.name}.`];
    // What has no field of its own may be shown by an edge.
    return field === undefined && isWithin(given, shown) ? [] : wrong;
  });

const differing = (zod: AnyType, given: unknown, shown: unknown, field: Field, at: string): string[] => {
  const within = bare(zod);
  if (within instanceof z.ZodArray && Array.isArray(given)) {
    const items = given.filter((item) => !isNone(item));
    if (!Array.isArray(shown) || shown.length !== items.length)
      return [`${at}: Zoom lists ${items.length}, the graph ${JSON.stringify(shown)}.`];
    return items.flatMap((item, i) => differing(within.element as AnyType, item, shown[i], field, `${at}.${i}`));
  }
  const type = objectIn(field.type);
  if (within instanceof z.ZodObject && type && isRaw(given))
    return isRaw(shown) ? missingIn(within, given, shown, type, `${at}.`) : [`${at} is null.`];
  return isSame(zod, given, shown)
    ? []
    : [`${at}: Zoom says ${JSON.stringify(given)}, the graph ${JSON.stringify(shown)}.`];
};

const wordFor = (enumValues: EnumValues, given: unknown): string =>
  Object.entries(enumValues.values).find(
    ([, value]) => String(value) === String(given) || isWord(given, String(value)),
  )?.[0] ?? 'UNRECOGNIZED';
const isSame = (zod: AnyType, given: unknown, shown: unknown): boolean => {
  const { kind, enumValues, separator, itemValues } = metaOf(zod);
  if (enumValues) return shown === wordFor(enumValues, given);
  if (separator)
    return isDeepStrictEqual(
      shown,
      String(given)
        .split(separator)
        .map((item) => item.trim())
        .filter(Boolean)
        .map((item) => (itemValues ? wordFor(itemValues, item) : item)),
    );
  switch (kind) {
    case 'measure':
      return shown === Number.parseFloat(String(given));
    case 'bytes':
      return Number(shown) === Math.round(Number.parseFloat(String(given)) * 1024 ** 'BKMGTP'.indexOf(unitOf(given)));
    case 'clock':
      return (
        shown ===
        String(given)
          .split(':')
          .reduce((sum, part) => sum * 60 + Number(part), 0)
      );
    case 'dateTime':
      return Date.parse(String(shown)) === Date.parse(inUtc(String(given)));
    case 'date':
      return shown === String(given).slice(0, 10);
    case 'url':
      return URL.canParse(String(shown)) && new URL(String(shown)).href === new URL(String(given)).href;
    case 'json':
      return isDeepStrictEqual(shown, given);
    case 'int':
    case 'float':
    case 'bool':
      return shown === given;
    default:
      return String(shown) === String(given);
  }
};
/** The first letter behind a number: that of its unit. */
const unitOf = (given: unknown): string => /[A-Z]/.exec(String(given))?.[0] ?? 'B';
/** Zoom leaves out the zone of some times, which are then in UTC. */
const inUtc = (time: string) => (/(Z|[+-]\d\d:?\d\d)$/.test(time) ? time : `${time}Z`);

const isNone = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const leavesOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(leavesOf)
    : isNone(value)
      ? []
      : [String(value)];
/** Whether every leaf of a value stands somewhere in what is shown. */
const isWithin = (given: unknown, shown: Raw): boolean => {
  const all = new Set(leavesOf(shown));
  return leavesOf(given).every((leaf) => all.has(leaf));
};
