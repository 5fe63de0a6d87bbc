/**
 * From shapes to GraphQL: output types, input types and enums, and the way back from an input to the body that Zoom takes.
 * Names are Zoom's in camelCase; the map goes by the shape, since camelCase alone cannot be turned back.
 */
import type { EnumRef, EnumValueConfigMap, FieldMap, InputFieldMap, InputRef, ObjectRef } from '@pothos/core';
import type { GraphQLResolveInfo } from 'graphql';
import * as z from 'zod';
import { partFor } from '../../resolvers/call-for.ts';
import { InputError } from '../../resolvers/errors.ts';
import { type LeafReader, type Rows, rowsOfObjects } from '../../src/engine/leaf-reader.ts';
import { once } from '../../src/engine/once.ts';
import { EventType, FAMILIES } from '../../src/zoom/api/events/index.ts';
import { ZoomError } from '../../src/zoom/client/client.ts';
import { declared } from '../../src/zoom/declare/endpoint.ts';
import { beyondLimits, limitsInWords } from '../../src/zoom/declare/limits.ts';
import {
  bare,
  choiceOf,
  type EnumValues,
  enumsIn,
  fitting,
  type Kind,
  metaOf,
  type Shape,
  wordsBy,
} from '../../src/zoom/declare/shape.ts';
import { type Builder, perBuilder, type Types } from './builder.ts';
import type { Expectation } from './expected.ts';
import { digitsIn, notEmpty, type ToldAccount, zoomIdIn } from './ids.ts';
import { LocalTime, textOfTime } from './scalars.ts';
import { nullOnlyWithError } from './semantic-non-null.ts';

type Raw = Readonly<Record<string, unknown>>;
type AnyType = z.core.$ZodType;
type Refs = PothosSchemaTypes.ExtendDefaultTypes<Types>;
type OutputRef = string | EnumRef<Refs, unknown> | ObjectRef<Refs, unknown>;
type ObjectFields = PothosSchemaTypes.ObjectFieldBuilder<Refs, unknown>;

/** `host_video` -> `hostVideo`. Zoom's `id` is `zoomId`: in the graph `id` is the global one. */
export const fieldName = (key: string): string => (key === 'id' ? 'zoomId' : inputName(key));
/** The name of the field that shows a key of a shape. */
export const fieldNameIn = (of: Shape, key: string): string => ownNameIn(of, key) ?? fieldName(key);
/** The name of an argument or input field: no global id stands beside it, so `id` stays. */
export const inputName = (key: string): string =>
  key.replace(/[^A-Za-z0-9]+([A-Za-z0-9])/g, (_, next: string) => next.toUpperCase());
/** The name of the argument or input field that takes a key of a shape: that of the field which shows it. */
export const inputNameIn = (of: Shape, key: string): string => ownNameIn(of, key) ?? inputName(key);
/** What the graph calls a key of a shape where it has another name for it than Zoom. */
const ownNameIn = (of: Shape, key: string): string | undefined => {
  const type = of.shape[key];
  return type && metaOf(type).as;
};
/** All names by which answers show a key of a shape. */
export const fieldNamesIn = (of: Shape, key: string): readonly string[] => {
  const type = of.shape[key];
  const formerly = type && metaOf(type).formerly;
  return [fieldNameIn(of, key), ...(formerly ? [formerly] : [])];
};

const SCALARS: Record<Kind, string> = {
  id: 'ID',
  string: 'String',
  int: 'Int',
  bigInt: 'BigInt',
  float: 'Float',
  measure: 'Float',
  bytes: 'BigInt',
  clock: 'Int',
  bool: 'Boolean',
  dateTime: 'DateTime',
  date: 'Date',
  url: 'URL',
  json: 'JSON',
  file: 'File',
};

/** What an enum shows for a value of Zoom's that it does not have. */
export const UNRECOGNIZED = 'UNRECOGNIZED';
/** The type of an enum in what Zoom answers. */
export const outputEnumOf = (builder: Builder, of: EnumValues): EnumRef<Refs, unknown> =>
  enumBy(builder, of.name, of, {
    [UNRECOGNIZED]: {
      value: UNRECOGNIZED,
      description: 'A value of Zoom that is not known here: see the field `unrecognized`.',
    },
  });
/** The type of an enum in what clients give, where all values are known. Where answers hold the enum too, that is a type of its own. */
export const inputEnumOf = (builder: Builder, of: EnumValues): EnumRef<Refs, unknown> =>
  enumBy(builder, answeredEnums(builder).has(of.name) ? `${of.name}Input` : of.name, of);

/** The names of the enums in what Zoom answers and tells, whichever domains a schema has: names do not change when one is added. */
const answeredEnums = perBuilder(() => {
  const seen = new Set<AnyType>();
  const shapes = [
    ...declared().flatMap(({ of }) => of ?? []),
    ...FAMILIES.flatMap(({ object, beside }) => [object, ...(beside ? [beside] : [])]),
    EventType,
  ];
  return new Set(shapes.flatMap((of) => enumsIn(of, seen)).map(({ name }) => name));
});

const enumsBy = perBuilder(() => new Map<string, { ref: EnumRef<Refs, unknown>; of: EnumValues }>());
const enumBy = (builder: Builder, name: string, of: EnumValues, more: EnumValueConfigMap<Refs> = {}) => {
  const enums = enumsBy(builder);
  const known = enums.get(name);
  if (known) {
    if (wordsOf(known.of) !== wordsOf(of)) throw new Error(`Two enums are called ${name}.`);
    return known.ref;
  }
  const values = Object.keys(of.values).map((word) => [word, { value: word, ...of.words?.[word] }]);
  const ref = builder.enumType(name, {
    description: of.description,
    extensions: { enumValues: of } satisfies Expectation,
    values: { ...Object.fromEntries(values), ...more },
  }) as EnumRef<Refs, unknown>;
  enums.set(name, { ref, of });
  return ref;
};

/** Where the same words stand for other values of Zoom's, the enum is the same. */
const wordsOf = ({ values }: EnumValues): string => Object.keys(values).sort().join();

const objectsOf = perBuilder(() => new Map<string, { ref: ObjectRef<Refs, Raw>; of: Shape }>());
/** The GraphQL type of a shape's objects. */
export const objectOf = (builder: Builder, of: Shape): ObjectRef<Refs, Raw> => {
  const objects = objectsOf(builder);
  const { name, description } = metaOf(of);
  if (!name) throw new Error(`A shape has no name: { ${Object.keys(of.shape).join(', ')} }`);
  const known = objects.get(name);
  if (known) {
    if (known.of !== of && Object.keys(of.shape).join() !== Object.keys(known.of.shape).join())
      throw new Error(`Two shapes are called ${name}.`);
    return known.ref;
  }
  const ref = builder.objectRef<Raw>(name);
  objects.set(name, { ref: ref as never, of });
  ref.implement({
    description,
    extensions: { shape: of },
    fields: (t) => fieldsOf(of, t as unknown as ObjectFields, plain) as FieldMap,
  });
  return ref as never;
};

/** An object without identity, read as its shape says (`fitting`); an entity reads its own fields so. */
export const asDeclared = <P>(parent: P, { parentType }: GraphQLResolveInfo): P => {
  const of = parentType.extensions.shape as Shape | undefined;
  return of && isObject(parent) ? fitting(of, parent) : parent;
};

/** How a field's value is read from its parent. */
export interface Read {
  readonly of: (
    key: string,
  ) => (parent: never, context: Types['Context'], args: Raw, info: GraphQLResolveInfo) => unknown;
  /** Where values stand that need no call; absent where each takes one. */
  readonly rows?: Rows;
  /** What is known of these keys once all that is selected beside them has been read; absent where the graph does not tell. */
  readonly told?: (parent: never, keys: readonly string[]) => Raw | Promise<Raw>;
}
const plain: Read = { of: (key) => (parent: Raw) => parent[key], rows: rowsOfObjects, told: (parent: Raw) => parent };

/** Shapes that only name an entity: their objects are shown as edges to it. */
const edgesOf = perBuilder((): Edges => new Map());
type Edges = Map<Shape, { readonly ref: ObjectRef<Refs, unknown>; readonly link: Link; readonly cost: CostOf }>;
type Link = (told: Raw, context: Types['Context'], parent: unknown) => unknown;
type CostOf = NonNullable<PothosSchemaTypes.FieldExtensions['cost']>;
/** From now on, objects of this shape are shown as the entity that they name. */
export const showAs = (
  builder: Builder,
  of: Shape,
  { ref, ...edge }: { ref: unknown; link: Link; cost: CostOf },
): void => {
  edgesOf(builder).set(of, { ref: ref as ObjectRef<Refs, unknown>, ...edge });
};
const edgeIn = (edges: Edges, type: AnyType): { cost: CostOf } | undefined => {
  const within = bare(type);
  if (within instanceof z.ZodArray) return edgeIn(edges, within.element as AnyType);
  return within instanceof z.ZodObject ? edges.get(within) : undefined;
};

/** What is said of an object's `zoomId`. */
export const ZOOM_ID = "Zoom's own ID.";
/** What is said of an id that has no description of its own, by the name of its field and by what it names. */
const idInWords = (field: string, names: string | undefined): string | undefined => {
  if (field === 'zoomId') return ZOOM_ID;
  return names && `Zoom's own ID of the ${names}.`;
};

interface FieldOptions {
  readonly omit?: readonly string[];
  /** More options of the GraphQL field that shows this key. */
  readonly more?: (key: string) => { readonly directives?: readonly object[] };
}

/** A GraphQL field for each field of a shape. */
export const fieldsOf = (of: Shape, t: ObjectFields, read: Read, { omit = [], more }: FieldOptions = {}): FieldMap => {
  const fields: FieldMap = {};
  const builder = t.builder as Builder;
  const edges = edgesOf(builder);
  for (const [key, type] of Object.entries(of.shape)) {
    if (omit.includes(key)) continue;
    const value = read.of(key) as (
      parent: unknown,
      context: Types['Context'],
      args: Raw,
      info: GraphQLResolveInfo,
    ) => unknown;
    const show = metaOf(type).always ? present(shown(type, key, edges), key) : shown(type, key, edges);
    const { rows } = read;
    const { directives = [], ...others } = more?.(key) ?? {};
    const { description, deprecationReason, formerly } = metaOf(type);
    const name = fieldNameIn(of, key);
    const options = {
      type: outputOf(builder, type) as 'String',
      description: description ?? idInWords(name, namedBy(type)),
      deprecationReason,
      nullable: true,
      needs: metaOf(type).sensitive && 'sensitive',
      extensions: {
        requires: [key],
        cost: edgeIn(edges, type)?.cost,
        ...(namedBy(type) && { names: namedBy(type) }),
        ...(isPart(type, edges) && { givesPart: true }),
        ...(rows &&
          isLeaf(type) && { leafReader: leafReaderFor(rows, key, type, show as (value: unknown) => unknown) }),
      },
      directives: [...(metaOf(type).always ? [nullOnlyWithError] : []), ...directives],
      ...others,
      resolve: (parent: unknown, args: Raw, context: Types['Context'], info: GraphQLResolveInfo) => {
        const raw = value(parent, context, args, info);
        return (
          raw instanceof Promise ? raw.then((late) => show(late, context, parent)) : show(raw, context, parent)
        ) as string;
      },
    };
    fields[name] = t.field(options as never) as FieldMap[string];
    if (formerly)
      fields[formerly] = t.field({ ...options, deprecationReason: useInstead(name) } as never) as FieldMap[string];
  }
  const keys = Object.keys(of.shape).filter((key) => !omit.includes(key) && enumIn(of.shape[key] as AnyType));
  const { told } = read;
  if (told && keys.length > 0) {
    const show = unrecognizedIn(of, keys);
    fields.unrecognized = t.field({
      type: 'JSON',
      nullable: true,
      description: 'What Zoom sent for fields that show UNRECOGNIZED, by field name.',
      extensions: { ...(read === plain && { leafReader: { rows: rowsOfObjects, show } }) },
      resolve: (parent: unknown) => {
        const known = told(parent as never, keys);
        return known instanceof Promise ? known.then(show) : show(known);
      },
    } as never) as FieldMap[string];
  }
  return fields;
};

/** Why a name that something had before should no longer be used. */
const useInstead = (name: string): string => `Use \`${name}\`.`;

/** The words of an enum, or of the enums in a list. */
const enumIn = (type: AnyType): EnumValues | undefined => {
  const within = bare(type);
  if (within instanceof z.ZodArray) return enumIn(within.element as AnyType);
  const { enumValues, itemValues } = metaOf(type);
  return enumValues ?? itemValues;
};

/** What Zoom sent of these keys that their enums do not have. */
const unrecognizedIn = (of: Shape, keys: readonly string[]): ((sent: Raw) => Raw | null) => {
  const finds = keys.map((key) => [key, wordsBy(enumIn(of.shape[key] as AnyType) as EnumValues)] as const);
  return (sent) => {
    const entries = finds.flatMap(([key, find]) => {
      const value = metaOf(of.shape[key] as AnyType).itemValues && sent[key] ? itemsIn(String(sent[key])) : sent[key];
      const isUnknown = (one: unknown) => !isNone(one) && typeof one !== 'object' && find(one) === undefined;
      const unknown = Array.isArray(value) ? value.filter(isUnknown) : isUnknown(value) ? value : undefined;
      return unknown === undefined || (Array.isArray(unknown) && unknown.length === 0)
        ? []
        : [[fieldNameIn(of, key), unknown]];
    });
    return entries.length > 0 ? Object.fromEntries(entries) : null;
  };
};

const outputOf = (builder: Builder, type: AnyType): OutputRef | [OutputRef] => {
  const { kind, enumValues, separator, itemValues } = metaOf(type);
  const within = bare(type);
  if (within instanceof z.ZodArray) return [outputOf(builder, within.element) as OutputRef];
  if (within instanceof z.ZodObject)
    return edgesOf(builder).get(within)?.ref ?? (objectOf(builder, within) as ObjectRef<Refs, unknown>);
  if (enumValues) return outputEnumOf(builder, enumValues);
  if (itemValues) return [outputEnumOf(builder, itemValues)];
  const scalar = SCALARS[kind ?? 'json'];
  return separator ? [scalar] : scalar;
};

/** Whether a value of a type is one object, which belongs to the parent as its fields do. */
const isPart = (type: AnyType, edges: Edges): boolean => {
  const within = bare(type);
  return within instanceof z.ZodObject && !edges.has(within);
};
/** Whether values of a type are shown without any fields of their own. */
const isLeaf = (type: AnyType): boolean => {
  const within = bare(type);
  return within instanceof z.ZodArray ? isLeaf(within.element as AnyType) : !(within instanceof z.ZodObject);
};

const leafReaderFor = (rows: Rows, key: string, type: AnyType, show: (value: unknown) => unknown): LeafReader => {
  const { kind, enumValues, separator, always } = metaOf(type);
  const isList = bare(type) instanceof z.ZodArray;
  return {
    rows,
    key,
    show,
    isAlways: always,
    isText: !isList && !enumValues && !separator && (kind === 'id' || kind === 'string'),
  };
};

/** What a field shows of a value that Zoom sent for a leaf of a shape. Throws ZoomError for one that cannot be shown. */
export const leafOf = (of: Shape, key: string, value: unknown): unknown => {
  const type = of.shape[key] as AnyType;
  if (!isLeaf(type)) throw new Error(`${key} is no leaf.`);
  return (shown(type, key) as (value: unknown) => unknown)(value);
};

/** Leaves are shown by their value alone. */
type Show = (value: unknown, context: Types['Context'], parent: unknown) => unknown;
/** How a value of Zoom's is shown: "" is null, numbers with a meaning are words, texts that are lists are lists. */
const shown = (type: AnyType, key: string, edges?: Edges): Show => {
  const { kind, enumValues, separator, itemValues, units } = metaOf(type);
  const within = bare(type);
  if (within instanceof z.ZodArray) {
    const show = shown(within.element as AnyType, key, edges);
    return (value, context, parent) => {
      if (isNone(value)) return null;
      if (!Array.isArray(value)) throw unreadable(key, 'list');
      const items: unknown[] = [];
      for (const one of value) {
        const item = show(one, context, parent);
        if (item !== null && item !== undefined) items.push(item);
      }
      return items;
    };
  }
  if (within instanceof z.ZodObject) {
    const link = edges?.get(within)?.link;
    return (value, context, parent) => {
      if (isNone(value)) return null;
      if (!isObject(value)) throw unreadable(key, 'object');
      return link ? link(fitting(within, value), context, parent) : partFor(context.store, parent, value, key);
    };
  }
  const show = enumValues
    ? shownWord(enumValues)
    : units
      ? shownMeasure(units, kind === 'bytes')
      : itemValues
        ? shownWords(itemValues)
        : separator
          ? shownItems
          : SHOWN[kind ?? 'json'];
  return show ? (value) => (isNone(value) ? null : show(value, key)) : (value) => value ?? null;
};
const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);
const isNone = (value: unknown) => value === undefined || value === null || value === '';

/** What is null only with an error: one that Zoom's SDK says is always there, and was not. */
const present =
  (show: Show, key: string): Show =>
  (value, context, parent) => {
    const shown = show(value, context, parent);
    if (shown === null || shown === undefined) throw new ZoomError('UPSTREAM', `Zoom sent no \`${key}\`.`);
    return shown;
  };

/** Without the value, which may be a secret. */
const unreadable = (key: string, wanted: string) =>
  new ZoomError(
    'UPSTREAM',
    `Zoom sent a value for \`${key}\` that is not ${/^[aeiou]/.test(wanted) ? 'an' : 'a'} ${wanted}.`,
  );

/** A value of Zoom's, which is there, as the field that shows its key. Throws ZoomError for one that cannot be shown. */
type ShowLeaf = (value: unknown, key: string) => unknown;

const shownWord = (enumValues: EnumValues): ShowLeaf => {
  const find = wordsBy(enumValues);
  return (value, key) => {
    if (typeof value === 'object') throw unreadable(key, 'string or a number');
    return find(value) ?? UNRECOGNIZED;
  };
};
/** The number before a unit, as one of the unit that is shown. A number alone is one of that already. */
const shownMeasure = (units: Readonly<Record<string, number>>, isWhole: boolean): ShowLeaf => {
  const factors = new Map(Object.entries(units).map(([unit, factor]) => [unit.toLowerCase(), factor]));
  return (value, key) => {
    if (typeof value === 'number') return isWhole ? Math.round(value) : value;
    const [, digits, unit = ''] = /^([+-]?\d{1,15}(?:\.\d{1,15})?)\s*(\D*)$/.exec(textOf(value, key).trim()) ?? [];
    const factor = unit === '' ? 1 : factors.get(unit.trim().toLowerCase());
    if (digits === undefined || factor === undefined)
      throw unreadable(key, `number, in ${Object.keys(units).join(' or ')}`);
    return isWhole ? Math.round(Number(digits) * factor) : Number(digits) * factor;
  };
};
const itemsIn = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
const shownItems: ShowLeaf = (value, key) => itemsIn(textOf(value, key));
const shownWords = (itemValues: EnumValues): ShowLeaf => {
  const show = shownWord(itemValues);
  return (value, key) => itemsIn(textOf(value, key)).map((item) => show(item, key));
};
const textOf = (value: unknown, key: string): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'object') throw unreadable(key, 'string');
  return String(value);
};
const numberOf = (value: unknown, key: string): number => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw unreadable(key, 'number');
  return number;
};
const wholeBelow =
  (limit: number): ShowLeaf =>
  (value, key) => {
    const number = numberOf(value, key);
    if (!Number.isInteger(number)) throw unreadable(key, 'whole number');
    if (Math.abs(number) >= limit) throw unreadable(key, `whole number below ${limit}`);
    return number;
  };
const TRUTH = new Map<unknown, boolean>([true, 1, '1', 'true'].map((value) => [value, true]));
for (const value of [false, 0, '0', 'false']) TRUTH.set(value, false);
/** A time without a zone is meant in UTC, wherever this process runs; a number is no time, since nobody says what it counts. */
const timeOf = (value: unknown): number => {
  const text = typeof value === 'string' && /\d{4}/.test(value) ? value : '';
  return Date.parse(/\d:\d\d(:\d\d(\.\d+)?)?$/.test(text) && !/[+-]\d\d:\d\d$/.test(text) ? `${text}Z` : text);
};
/** A time of a day that every year has. */
const IN_UTC =
  /^\d{4}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;
const SHOWN: Record<Kind, ShowLeaf | undefined> = {
  id: textOf,
  string: textOf,
  int: wholeBelow(2 ** 31),
  bigInt: wholeBelow(Number.POSITIVE_INFINITY),
  float: numberOf,
  // With units, by which they are read (`shownMeasure`).
  measure: undefined,
  bytes: undefined,
  clock: (value, key) => {
    const [, hours = '0', minutes, seconds] =
      /^(?:(\d{1,5}):)?([0-5]?\d):([0-5]\d)$/.exec(textOf(value, key).trim()) ?? [];
    if (minutes === undefined) throw unreadable(key, 'length of time');
    return (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  },
  bool: (value, key) => {
    const truth = TRUTH.get(value);
    if (truth === undefined) throw unreadable(key, 'boolean');
    return truth;
  },
  dateTime: (value, key) => {
    // Zoom's usual form is that of the answer.
    if (typeof value === 'string' && IN_UTC.test(value)) return value;
    const time = timeOf(value);
    const text = Number.isNaN(time) ? '' : textOfTime(new Date(time));
    // Years of more than four digits are none that a DateTime has.
    if (!/^\d/.test(text)) throw unreadable(key, 'date and time');
    return text;
  },
  date: (value, key) => {
    const day = typeof value === 'string' ? value.slice(0, 10) : '';
    if (!z.iso.date().safeParse(day).success) throw unreadable(key, 'date');
    return day;
  },
  // As it was sent, with or without a scheme: a link that a person can still make sense of is better than none.
  url: textOf,
  json: undefined,
  file: undefined,
};

const inputsOf = perBuilder(() => new Map<string, { ref: InputRef<Raw>; of: Shape }>());
/** The GraphQL input type of a shape. What a resolver gets of it goes through `bodyOf`. */
export const inputOf = (builder: Builder, of: Shape): InputRef<Raw> => {
  const inputs = inputsOf(builder);
  const { name: named, description, isOneOf } = metaOf(of);
  if (!named) throw new Error(`A shape has no name: { ${Object.keys(of.shape).join(', ')} }`);
  const name = `${named.replace(/(Body|Input)$/, '')}Input`;
  const known = inputs.get(name);
  if (known) {
    if (known.of !== of && Object.keys(of.shape).join() !== Object.keys(known.of.shape).join())
      throw new Error(`Two input shapes are called ${name}.`);
    return known.ref;
  }
  const ref = builder.inputType(name, {
    description,
    isOneOf,
    fields: (t) => inputFieldsOf(builder, of, t as never),
  }) as unknown as InputRef<Raw>;
  inputs.set(name, { ref, of });
  return ref;
};

type InputFields = PothosSchemaTypes.InputFieldBuilder<Refs, 'InputObject'>;
/** An input field or argument for each field of a shape. */
export const inputFieldsOf = (
  builder: Builder,
  of: Shape,
  t: { field: InputFields['field'] },
  omit: readonly string[] = [],
): InputFieldMap => {
  const fields: InputFieldMap = {};
  const { needs = [] } = metaOf(of);
  const choice = choiceOf(of);
  if (choice)
    fields[choice.as] = t.field({
      type: inputOf(builder, choice.of) as never,
      required: true,
      description: metaOf(choice.of).description,
    } as never);
  for (const [key, type] of Object.entries(of.shape)) {
    if (omit.includes(key) || (choice && key in choice.of.shape)) continue;
    const names = namedBy(type);
    const isNeeded = needs.some((group) => group.length === 1 && group[0] === key);
    const { description, deprecationReason, formerly } = metaOf(type);
    const name = inputNameIn(of, key);
    const options = {
      type: inputTypeOf(builder, type) as 'String',
      required: isNeeded || !isOptional(type),
      deprecationReason,
      description: describedInput(type, description ?? (names && `The ${names}, by global id or Zoom's own.`)),
      extensions: { names },
    };
    fields[name] = t.field(options as never);
    // What must be given has one name alone: of two, neither could be required.
    if (formerly && !options.required)
      fields[formerly] = t.field({ ...options, deprecationReason: useInstead(name) } as never);
  }
  return fields;
};
/** The type of the entity that an id names, or each of several; undefined where only an id of Zoom's own is taken. */
const namedBy = (type: AnyType): string | undefined => {
  const within = bare(type);
  return within instanceof z.ZodArray ? namedBy(within.element as AnyType) : metaOf(type).entity;
};
const isOptional = (type: AnyType): boolean => type instanceof z.ZodOptional;
/** A description with what Zoom takes. */
const describedInput = (type: AnyType, description: string | undefined): string | undefined => {
  const within = bare(type);
  const counted = within instanceof z.ZodArray ? 'items' : within instanceof z.ZodString ? 'characters' : undefined;
  const { limits = {}, itemValues } = metaOf(type);
  const words = itemValues ? undefined : limitsInWords(limits, counted);
  if (!words) return description;
  return [description, `${words.charAt(0).toUpperCase()}${words.slice(1)}.`].filter(Boolean).join(' ');
};

/** The GraphQL type of an argument: lists, nested inputs, enums and scalars. */
export const inputTypeOf = (builder: Builder, type: AnyType): unknown => {
  const { kind, enumValues, separator, itemValues } = metaOf(type);
  const within = bare(type);
  if (within instanceof z.ZodArray) return [inputTypeOf(builder, within.element as AnyType)];
  if (within instanceof z.ZodObject) return inputOf(builder, within);
  if (enumValues) return inputEnumOf(builder, enumValues);
  if (itemValues) return [inputEnumOf(builder, itemValues)];
  const scalar = SCALARS[kind ?? 'json'];
  return separator ? [scalar] : scalar;
};

/**
 * What Zoom takes, from what a client gave: Zoom's names and values, nothing that was not given, and checked by the shape.
 * Throws InputError, which names the field as the client wrote it. What ids tell of their account must agree with `account`.
 */
export const bodyOf = <S extends Shape>(of: S, given: Raw, at: string, account: ToldAccount): z.infer<S> => {
  const body = written(of, given, at, account) as Raw;
  const checked = of.safeParse(body);
  if (checked.success) return checked.data as z.infer<S>;
  const [issue] = checked.error.issues;
  const path = inputPathIn(of, issue?.path ?? []);
  throw new InputError(`${[at, ...path].join('.')}: ${issue?.message ?? 'is not what Zoom takes'}.`);
};
/** A path within a body by the names of its input. */
const inputPathIn = (type: AnyType | undefined, [part, ...rest]: readonly PropertyKey[]): readonly string[] => {
  if (part === undefined) return [];
  const within = type && bare(type);
  const key = String(part);
  if (within instanceof z.ZodObject)
    return [inputNameIn(within, key), ...inputPathIn(within.shape[key] as AnyType | undefined, rest)];
  return [key, ...inputPathIn(within instanceof z.ZodArray ? (within.element as AnyType) : undefined, rest)];
};

/** The same of a query, where an id that is empty would be as good as none. */
export const queryFrom = <S extends Shape>(of: S, given: Raw, at: string, account: ToldAccount): z.infer<S> => {
  const query = bodyOf(of, given, at, account);
  for (const [key, type] of Object.entries(of.shape)) {
    const value = (query as Raw)[key];
    const { kind, separator } = metaOf(type);
    if (kind === 'id' && separator === undefined && typeof value === 'string')
      notEmpty(value, `${at}.${inputNameIn(of, key)}`);
  }
  return query;
};

/** The same of one value, which must be within its limits. `zone` is the time zone beside it: null where none is given, undefined where there can be none. */
const written = (type: AnyType, value: unknown, at: string, account: ToldAccount, zone?: unknown): unknown => {
  const { limits, separator } = metaOf(type);
  const body = writtenAs(type, value, at, account, zone);
  const beyond = limits && beyondLimits(limits, body, separator);
  if (beyond) throw new InputError(`${at} ${beyond}.`);
  return body;
};
const writtenAs = (type: AnyType, value: unknown, at: string, account: ToldAccount, zone: unknown): unknown => {
  const { kind, isNumber, enumValues, separator, itemValues, entity } = metaOf(type);
  const within = bare(type);
  if (value === null)
    throw new InputError(`${at} is null, which Zoom does not know. Leave it out to keep it as it is.`);
  if (value instanceof File && kind !== 'file') throw new InputError(`${at} takes no file.`);
  if (within instanceof z.ZodArray)
    return (value as unknown[]).map((item, i) => written(within.element as AnyType, item, `${at}.${i}`, account));
  if (within instanceof z.ZodObject) {
    const body: Record<string, unknown> = {};
    const beside = 'timezone' in within.shape ? ((value as Raw).timezone ?? null) : undefined;
    const choice = choiceOf(type);
    const chosen = choice && (value as Raw)[choice.as];
    if (chosen) Object.assign(body, written(choice.of, chosen, `${at}.${choice.as}`, account));
    for (const { key, field, names } of inputFieldsIn(within)) {
      const given = names.filter((name) => (value as Raw)[name] !== undefined);
      if (given.length === 0 || (choice && key in choice.of.shape)) continue;
      const [one] = given.map((name) => written(field, (value as Raw)[name], `${at}.${name}`, account, beside));
      if (given.length > 1) throw new InputError(`${at} has ${given.join(' and ')}, which are the same.`);
      if (one !== undefined) body[key] = one;
    }
    for (const group of metaOf(type).needs ?? []) needOneOf(group, body, within, at);
    for (const group of metaOf(type).exclusive ?? []) oneAtMost(group, body, within, at);
    return body;
  }
  if (enumValues) return enumValues.values[value as string];
  const idOf = (one: unknown) => zoomIdIn(String(one), entity, at, account);
  if (itemValues) return (value as string[]).map((word) => itemValues.values[word]).join(separator);
  if (separator) return (value as string[]).map((one) => (kind === 'id' ? idOf(one) : one)).join(separator);
  if (value instanceof LocalTime) return localTime(value, at, zone);
  if (kind === 'dateTime') return instant(value);
  if (kind === 'date') return instant(value).slice(0, 10);
  if (isNumber) return numeric(String(value), entity, at, account);
  if (kind === 'id') return idOf(value);
  if (kind === 'url') return String(value);
  return typeof value === 'bigint' ? Number(value) : value;
};
/** The fields of a shape, with the names by which an input gives each. */
const inputFieldsIn = once((of: Shape) =>
  Object.entries(of.shape).map(([key, field]: [string, AnyType]) => {
    const { formerly } = metaOf(field);
    return { key, field, names: [inputNameIn(of, key), ...(formerly ? [formerly] : [])] };
  }),
);
/** Throws InputError where several of these fields are given: Zoom takes one of them. */
const oneAtMost = (keys: readonly string[], body: Raw, of: Shape, at: string): void => {
  const given = keys.filter((key) => body[key] !== undefined).map((key) => inputNameIn(of, key));
  if (given.length > 1) throw new InputError(`${at} has ${given.join(' and ')}, of which Zoom takes one at most.`);
};
/** Throws InputError where none of these fields is given, or each is empty: Zoom would do nothing, and call it a success. */
const needOneOf = (keys: readonly string[], body: Raw, of: Shape, at: string): void => {
  const isGiven = (value: unknown) =>
    Array.isArray(value) ? value.length > 0 : typeof value === 'string' ? value.trim() !== '' : !isNone(value);
  if (keys.some((key) => isGiven(body[key]))) return;
  const names = keys.map((key) => inputNameIn(of, key));
  throw new InputError(
    names.length === 1
      ? `${at}.${names[0]} is missing or empty: nothing comes of the call without it.`
      : `${at} needs ${names.join(' or ')}.`,
  );
};
/** Whether there is no value in a body, however deep its objects. An empty list is one: it clears what was there. */
export const holdsNothing = (body: unknown): boolean =>
  body === undefined ||
  (isObject(body) && !(body instanceof File) && Object.values(body).every((value) => holdsNothing(value)));
/** Throws InputError for a local time without a time zone beside it. */
const localTime = ({ text }: LocalTime, at: string, zone: unknown): string => {
  if (zone) return text;
  const orZone = zone === null ? ', or give the `timezone` that it is meant in' : '';
  throw new InputError(`${at} is a time without its zone. Add "Z" for UTC, or an offset such as "+01:00"${orZone}.`);
};
const instant = (value: unknown) => textOfTime(new Date(value as string | Date));
/** A text of digits where a number would round it. */
const numeric = (value: string, entity: string | undefined, at: string, account: ToldAccount): number | string => {
  const text = value.trim() === '' ? '' : digitsIn(zoomIdIn(value, entity, at, account));
  if (!/^\d+$/.test(text)) throw new InputError(`${at} must be a number, and is "${value}".`);
  return Number.isSafeInteger(Number(text)) ? Number(text) : text;
};
