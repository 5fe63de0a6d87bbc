/**
 * Shapes: what Zoom's objects look like, written once, in Zoom's own field names.
 *
 * A shape is a zod object whose fields are made by the helpers below. It serves as the TypeScript type (`z.infer`), as the
 * GraphQL output and input types (schema/types/shape.ts), as the map between Zoom's names and GraphQL's, as the check of what a
 * client sends, and as the contract of the sandbox's answers. Every field is optional, because REST guarantees almost none;
 * what a body must have is said with zod's own `.required({ ... })`.
 */
import * as z from 'zod';
import { once } from '../../engine/once.ts';
import type { Limits } from './limits.ts';

/** How a leaf is shown in the graph; the zod type alone cannot tell an id from a text or an instant from a day. */
export type Kind =
  | 'id'
  | 'string'
  | 'int'
  | 'bigInt'
  | 'float'
  | 'measure'
  | 'bytes'
  | 'clock'
  | 'bool'
  | 'dateTime'
  | 'date'
  | 'url'
  | 'json'
  | 'file';

/** An enum of the graph: its name, and for each of its words the value that Zoom uses. */
export interface EnumValues {
  readonly name: string;
  readonly description?: string;
  readonly values: Readonly<Record<string, EnumValue>>;
  /** What is said of the words. */
  readonly words?: Readonly<Record<string, WordMeta>>;
}
type EnumValue = string | number | boolean;
interface WordMeta {
  readonly description?: string;
  /** Why the word should no longer be used, and what takes its place. */
  readonly deprecationReason?: string;
}

/** What Zoom takes of a file. */
export interface FileLimits {
  /** Media types, such as "image/png"; any where none are named. */
  readonly types?: readonly string[];
  readonly maxBytes?: number;
}

/** What a shape's field or object carries besides its zod type. */
export interface FieldMeta {
  /** The name of an object's GraphQL type. */
  name?: string;
  kind?: Kind;
  /** What the graph calls a field for which Zoom has another name, or one that means something else elsewhere; see `as`. */
  as?: string;
  /** What the graph called it before: answers still show it by that name too, deprecated; see `renamed`. */
  formerly?: string;
  /** Of a number that Zoom writes with its unit: the units, each with how many it is of the one that is shown. */
  units?: Readonly<Record<string, number>>;
  /** Of an id or a text of digits: Zoom writes it as a number. */
  isNumber?: true;
  enumValues?: EnumValues;
  /** A list is written to Zoom as one text with this between its items; the graph shows a list. */
  separator?: string;
  /** The enum of the items of such a text. */
  itemValues?: EnumValues;
  /** Of a file: what Zoom takes. */
  file?: FileLimits;
  /** Of an id: the type of the entity that it names, by whose global id a client may give it too. */
  entity?: string;
  /** Of a body: the groups of its fields of each of which one must be given, and hold something; see `needing`. */
  needs?: readonly (readonly string[])[];
  /** Of a body: exactly one of its fields is given; see `oneOf`. */
  isOneOf?: true;
  /** Why the field should no longer be used, and what takes its place; see `deprecated`. */
  deprecationReason?: string;
  /** Of a body: the groups of its fields of each of which one at most may be given; see `exclusive`. */
  exclusive?: readonly (readonly string[])[];
  /** Of a body: some of its fields, which the graph shows as one input; see `choosing`, and `choiceOf`. */
  choice?: unknown;
  /** What Zoom takes of a value that is written. */
  limits?: Limits;
  /** Zoom's answers always hold it: it is null only where it could not be read. */
  always?: true;
  /** Holds a secret (start URL, passcode, host key, token): never logged, and shown to those alone who may see it (`@needs`). */
  sensitive?: true;
}

declare module 'zod' {
  interface GlobalMeta extends FieldMeta {}
}

/** An object shape, whatever its fields. */
export type Shape = z.ZodObject;
/** The TypeScript type of what a shape describes. */
export type Of<S extends z.ZodType> = z.infer<S>;

const described = (description?: string) => (description === undefined ? {} : { description });
const limited = (limits?: Limits) => (limits === undefined ? {} : { limits });

/** What an identifier names, as the name of an entity's type. */
interface Names {
  readonly of?: string;
}
const naming = ({ of }: Names) => (of === undefined ? {} : { entity: of });
/** The type itself with these facts, where zod's own `meta` makes a copy of it: there are thousands of them when the gateway starts. */
const knownAs = <T extends z.ZodType>(type: T, facts: AllMeta): T => {
  z.globalRegistry.add(type, facts);
  return type;
};
/** Leaves of one kind check alike and differ in their facts alone: each inherits the one type, which takes a thirtieth of another one's room. */
const like = <T extends z.ZodType>(type: T): T => Object.create(type);
/** Likewise a leaf that may be missing: it inherits the one optional type of its kind, and has nothing of its own but the leaf. */
const optionalOf = <T extends z.core.$ZodType>(type: T): z.ZodOptional<T> => {
  const kind: T = Object.getPrototypeOf(type);
  if (!KINDS.has(kind)) return z.optional(type);
  const known = (optionals.get(kind) ?? sharedOptional(kind)) as z.ZodOptional<T>;
  optionals.set(kind, known);
  const def = { value: { ...known.def, innerType: type } };
  return Object.create(known, { def, _zod: { value: Object.create(known._zod, { def }) } });
};
const optionals = new Map<z.core.$ZodType, z.ZodOptional>();
const sharedOptional = (kind: z.core.$ZodType): z.ZodOptional =>
  Object.assign(z.optional(kind), {
    unwrap(this: z.ZodOptional) {
      return this._zod.def.innerType;
    },
  });
const STRING = z.string();
const INT = z.int();
const NUMBER = z.number();
const BOOLEAN = z.boolean();
const UNKNOWN = z.unknown();
const NUMBER_OR_DIGITS = z.union([z.int(), z.string().regex(/^\d{16,}$/)]);
const WORD = z.union([z.string(), z.number(), z.boolean()]);
const KINDS = new Set<z.core.$ZodType>([STRING, INT, NUMBER, BOOLEAN, UNKNOWN, NUMBER_OR_DIGITS, WORD]);
/** An opaque identifier. */
export const id = (description?: string, names: Names = {}) =>
  knownAs(like(STRING), { kind: 'id', ...naming(names), ...described(description) });
/**
 * An identifier that Zoom writes as a number (meeting numbers have up to 11 digits, beyond GraphQL's Int). Here it is a text of its
 * digits where a number would round it; Zoom gets a number all the same (request-body.ts).
 */
export const numericId = (description?: string, names: Names = {}) =>
  knownAs(like(NUMBER_OR_DIGITS), {
    kind: 'id',
    isNumber: true,
    ...naming(names),
    ...described(description),
  });
/** A text of digits that Zoom writes as a number, and takes as one: what one dials, of which site codes may make it exceed 32 bits. */
export const digits = (description?: string) =>
  knownAs(like(NUMBER_OR_DIGITS), { kind: 'string', isNumber: true, ...described(description) });
/** A text; an empty one means "none" and is shown as null. */
export const string = (description?: string, limits?: Limits) =>
  knownAs(like(STRING), { kind: 'string', ...described(description), ...limited(limits) });
/** A text that must stay secret (see `FieldMeta.sensitive`). */
export const secret = (description?: string, limits?: Limits) =>
  knownAs(like(STRING), { kind: 'string', sensitive: true, ...described(description), ...limited(limits) });
/** A whole number within 32 bits. */
export const int = (description?: string, limits?: Limits) =>
  knownAs(like(INT), { kind: 'int', ...described(description), ...limited(limits) });
/** A whole number that may exceed 32 bits (sizes in bytes). */
export const bigInt = (description?: string) => knownAs(like(INT), { kind: 'bigInt', ...described(description) });
export const float = (description?: string) => knownAs(like(NUMBER), { kind: 'float', ...described(description) });
/** A number that Zoom writes with its unit, such as "12 ms", and that is shown without. Another unit is no number that could be shown. */
export const measured = (units: Readonly<Record<string, number>>, description?: string) =>
  knownAs(like(STRING), { kind: 'measure', units, ...described(description) });
const KILO = 1024;
const SIZES = { B: 1, KB: KILO, MB: KILO ** 2, GB: KILO ** 3, TB: KILO ** 4, PB: KILO ** 5 };
/** A size that Zoom writes with its unit, such as "10 GB", and that is shown in bytes, of which 1,024 are a kilobyte. */
export const byteSize = (description?: string) =>
  knownAs(like(STRING), { kind: 'bytes', units: SIZES, ...described(description) });
/** A length of time that Zoom writes as "01:16:08", or as "16:08", and that is shown in seconds. */
export const clock = (description?: string) => knownAs(like(STRING), { kind: 'clock', ...described(description) });
export const bool = (description?: string) => knownAs(like(BOOLEAN), { kind: 'bool', ...described(description) });
/** An instant, ISO 8601 in UTC. */
export const dateTime = (description?: string) =>
  knownAs(like(STRING), { kind: 'dateTime', ...described(description) });
/** A calendar day, yyyy-mm-dd. */
export const date = (description?: string) => knownAs(like(STRING), { kind: 'date', ...described(description) });
export const url = (description?: string) => knownAs(like(STRING), { kind: 'url', ...described(description) });
/** A URL that grants access by itself (a start URL, a download URL with a token). */
export const secretUrl = (description?: string) =>
  knownAs(like(STRING), { kind: 'url', sensitive: true, ...described(description) });
/** A value of no fixed shape. */
export const json = (description?: string) => knownAs(like(UNKNOWN), { kind: 'json', ...described(description) });

/** A file that a client uploads; only in bodies, and one that holds a file goes as a form (request-body.ts). */
export const file = (description: string, limits: FileLimits = {}) => {
  const types = limits.types && `of type ${limits.types.join(', ')}`;
  const size = limits.maxBytes && `of at most ${limits.maxBytes / MEGABYTE} MB`;
  let leaf = z.file('is not a file');
  if (limits.types) leaf = leaf.mime([...limits.types], `must be ${types}`);
  if (limits.maxBytes) leaf = leaf.max(limits.maxBytes, `must be ${size}`);
  const taken = [types, size].filter(Boolean).join(', ');
  return knownAs(leaf, {
    kind: 'file',
    file: limits,
    description: taken ? `${description}, ${taken}.` : `${description}.`,
  });
};
/** The same field, which the graph calls so: one name has one meaning, and one meaning one name, whatever Zoom calls it where. */
export const as = <T extends z.ZodType>(name: string, type: T): T => type.meta({ ...metaOf(type), as: name }) as T;
/** The same field, which the graph calls `name` by now; answers show it as `formerly` too, and inputs take either, unless one must be given. */
export const renamed = <T extends z.ZodType>(formerly: string, name: string, type: T): T =>
  type.meta({ ...metaOf(type), as: name, formerly }) as T;

export const MEGABYTE = 1024 * 1024;

export const list = <T extends z.ZodType>(item: T, description?: string, limits?: Limits) =>
  knownAs(z.array(item), { ...described(description), ...limited(limits) });
/**
 * A list that Zoom writes as one text, such as "a@x.com;b@x.com", with the documented separator when it is sent. Read are commas and
 * semicolons alike, since Zoom and those who call it use either (docs/zoom.md 8); what these lists hold has neither in it.
 */
export const delimited = (separator: string, description?: string, limits?: Limits) =>
  knownAs(like(STRING), { kind: 'string', separator, ...described(description), ...limited(limits) });
/** The same of the words of an enum, such as "1,3" for the days of a week. */
export const delimitedWords = (separator: string, of: z.ZodType, description?: string, limits?: Limits) =>
  knownAs(like(STRING), {
    kind: 'string',
    separator,
    itemValues: enumsIn(of)[0],
    ...described(description),
    ...limited(limits),
  });
/** The same of ids. */
export const delimitedIds = (separator: string, description?: string, names: Names = {}) =>
  knownAs(like(STRING), { kind: 'id', separator, ...naming(names), ...described(description) });

/**
 * A value out of a known set, shown as an enum: `{ WORD: [value, 'What it means to a user.'] }`. A plain list is enough where Zoom's
 * texts are the words (`on_demand` becomes ON_DEMAND), a table `{ WORD: value }` where they need no description. Values that Zoom adds
 * later are shown as UNRECOGNIZED, so none of them is an error; hence the loose TypeScript type.
 */
export const enumOf = (
  name: string,
  values: readonly string[] | Readonly<Record<string, EnumValue | Word>>,
  description?: string,
) => {
  const words = isList(values)
    ? values.map((value) => [wordOf(value), [value]] as const)
    : Object.entries(values).map(wordIn);
  const enumValues: EnumValues = {
    name,
    ...described(description),
    values: Object.fromEntries(words.map(([word, [value]]) => [word, value])),
    words: Object.fromEntries(words.map(([word, [, text, more]]) => [word, { ...described(text), ...more }])),
  };
  return knownAs(like(WORD), { enumValues, ...described(description) });
};
/** A word of an enum: Zoom's value, and what it means. */
type Word = readonly [value: EnumValue, description: string, more?: Pick<WordMeta, 'deprecationReason'>];
const wordIn = ([word, value]: readonly [string, EnumValue | Word]) =>
  [word, typeof value === 'object' ? value : ([value] as const)] as const;
const isList = (values: readonly string[] | object): values is readonly string[] => Array.isArray(values);
const wordOf = (value: string) =>
  value
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();

/** The same enum where Zoom writes its words by other values. */
export const writtenAs = (type: z.ZodType, valueFor: (word: string) => EnumValue) => {
  const { enumValues, description } = metaOf(type);
  if (!enumValues) throw new Error('Only the words of an enum are written by values.');
  const values = Object.fromEntries(Object.keys(enumValues.values).map((word) => [word, valueFor(word)]));
  return knownAs(like(WORD), { enumValues: { ...enumValues, values }, ...described(description) });
};

/** The enums of a shape, however deep. Shapes that were `seen` are not looked at again. */
export const enumsIn = (type: z.core.$ZodType, seen = new Set<z.core.$ZodType>()): readonly EnumValues[] => {
  const { enumValues, itemValues = enumValues } = metaOf(type);
  if (itemValues) return [itemValues];
  const within = bare(type);
  const { def } = (within as z.core.$ZodTypes)._zod;
  if (def.type === 'array') return enumsIn(def.element, seen);
  if (def.type !== 'object' || seen.has(within)) return [];
  seen.add(within);
  return Object.values(def.shape).flatMap((field) => enumsIn(field, seen));
};

/** The same field, which should no longer be used: `reason` says what takes its place, in the graph's names. It shows as `@deprecated`. */
export const deprecated = <T extends z.ZodType>(type: T, reason: string): T =>
  type.meta({ deprecationReason: reason }) as T;

type Optional<F extends z.core.$ZodShape> = { [K in keyof F]: z.ZodOptional<F[K]> };

/** An object with a name in the graph; all its fields are optional. Unknown fields of an answer are kept, unknown ones of a body refused. */
export const shape = <F extends z.core.$ZodShape>(
  name: string,
  fields: F,
  description?: string,
  { always = [] }: Guarantee<F> = {},
) => knownAs(z.object(optional(fields, always)), { name, ...described(description) });
/** The fields that Zoom's answers always hold, as its SDK has it (test/always.test.ts). */
interface Guarantee<F> {
  readonly always?: readonly (keyof F & string)[];
}
const optional = <F extends z.core.$ZodShape>(fields: F, always: readonly string[]) =>
  Object.fromEntries(
    Object.entries(fields).map(([key, type]) => {
      const one = optionalOf(type);
      return [key, always.includes(key) ? knownAs(one, { always: true }) : one];
    }),
  ) as Optional<F>;

/** Names what was derived from a shape by zod's `pick`, `omit`, `extend` or `required`, which drop the name. */
export const named = <S extends Shape>(name: string, derived: S, description?: string): S =>
  derived.meta({ name, ...described(description) }) as S;

/** The same body with descriptions of its own for some fields, where those of the answer are wrong of what a client gives. */
export const wording = <S extends Shape>(of: S, texts: { readonly [K in keyof S['shape']]?: string }): S =>
  of.extend(
    Object.fromEntries(
      Object.entries(texts).map(([key, description]) => [key, (of.shape[key] as z.ZodType).meta({ description })]),
    ),
  ) as unknown as S;

/**
 * The same body or query, of which nothing comes without one field of each group: `needing(shape, ['members'])` wants a list that is not
 * empty, `needing(shape, ['id', 'email'])` either of the two. A field that is needed alone is non-null in the graph; in TypeScript the types
 * stay as they are.
 */
export const needing = <S extends Shape>(of: S, ...needs: readonly (readonly (keyof S['shape'] & string)[])[]): S =>
  of.meta({ ...metaOf(of), needs }) as S;

/** The same body, of which exactly one field is given: its input is a `@oneOf`. */
export const oneOf = <S extends Shape>(of: S): S =>
  of.meta({ ...metaOf(of), isOneOf: true, needs: [Object.keys(of.shape)] }) as S;

/** The same body, of whose fields Zoom takes one at most of each group. */
export const exclusive = <S extends Shape>(of: S, ...groups: readonly (readonly (keyof S['shape'] & string)[])[]): S =>
  of.meta({ ...metaOf(of), exclusive: groups }) as S;

/** Fields of which exactly one is given: the name of the input that has them, and their shape. */
interface Choice {
  readonly as: string;
  readonly of: Shape;
}
/**
 * The same body or query, of which exactly one of some fields is given: in the graph these are a field of their own, a `@oneOf` that is
 * called `as`. `one` is their shape, made by `oneOf`.
 */
export const choosing = <S extends Shape>(of: S, as: string, one: Shape): S => {
  const keys = Object.keys(one.shape);
  const { needs = [], exclusive = [] } = metaOf(of);
  const choice: Choice = { as, of: one };
  return of.meta({ ...metaOf(of), needs: [...needs, keys], exclusive: [...exclusive, keys], choice }) as S;
};

/** What a body or query has by `choosing`. Zod's facts cannot hold a shape without types that never end. */
export const choiceOf = (type: z.core.$ZodType): Choice | undefined => metaOf(type).choice as Choice | undefined;

/** The same shape with nothing required, made once: zod compiles each shape when it first checks by it. */
export const partialOf = once((of: Shape): Shape => {
  const { needs, exclusive, choice } = metaOf(of);
  const kept = { ...(needs && { needs }), ...(exclusive && { exclusive }), ...(choice !== undefined && { choice }) };
  return needs || exclusive ? knownAs(of.partial(), kept) : of.partial();
});

/** A field's type within one wrapper, or undefined where there is none; `.required()` wraps what was optional once more. */
const within = (type: z.core.$ZodType): z.core.$ZodType | undefined => {
  // By the name of its kind: zod's `instanceof` is slow, and each field is asked several times when the gateway starts.
  const { def } = (type as z.core.$ZodTypes)._zod;
  return def.type === 'optional' || def.type === 'nullable' || def.type === 'nonoptional' ? def.innerType : undefined;
};

/** The facts of a field or object: those of its outermost wrapper first, then those within. */
export const metaOf = (type: z.core.$ZodType): AllMeta => {
  const known = facts.get(type);
  if (known) return known;
  const inner = within(type);
  const own: AllMeta | undefined = z.globalRegistry.get(type);
  const all = inner ? (own ? { ...metaOf(inner), ...own } : metaOf(inner)) : (own ?? NONE);
  facts.set(type, all);
  return all;
};
type AllMeta = Readonly<FieldMeta> & { readonly description?: string };
const NONE: AllMeta = {};
/** Facts are never changed: `meta` makes another type. */
const facts = new WeakMap<z.core.$ZodType, AllMeta>();

/** A field that holds a shape which many fields share, with a description of its own. */
export const saying = <S extends Shape>(of: S, description: string) => of.optional().meta({ description });

/** What is said of a shape or field, for another that is likewise. */
export const textOf = (type: z.core.$ZodType): string => {
  const { description } = metaOf(type);
  if (!description) throw new Error('Nothing is said of what another is likened to.');
  return description;
};

/** A field's type without its wrappers. */
export const bare = (type: z.core.$ZodType): z.core.$ZodType => {
  const inner = within(type);
  return inner ? bare(inner) : type;
};

/** Words are compared without regard to case, hyphens, underscores and blanks: Zoom writes "On-demand", "OnDemand" and "on_demand". */
const folded = (word: string): string => word.toLowerCase().replace(/[-_\s]/g, '');
/** Whether Zoom sent this word, however it was written. */
export const isWord = (sent: unknown, word: string): boolean =>
  typeof sent === 'string' && folded(sent) === folded(word);

/** Finds the word of an enum for a value that Zoom sent; undefined for one that the enum does not have. */
export const wordsBy = ({ values }: EnumValues): ((sent: unknown) => string | undefined) => {
  const exact = new Map(Object.entries(values).map(([word, value]) => [String(value), word]));
  const loose = new Map<string, string | undefined>();
  for (const [word, value] of Object.entries(values)) {
    // Numbers have no other spelling, and of two words that differ in nothing else, neither is meant by a third spelling.
    if (typeof value !== 'string' || !/[a-z]/i.test(value)) continue;
    loose.set(folded(value), loose.has(folded(value)) ? undefined : word);
  }
  return (sent) => exact.get(String(sent)) ?? (typeof sent === 'string' ? loose.get(folded(sent)) : undefined);
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What Zoom sent as an object of this shape, as far as each value is of the kind that the shape says; what is of another kind is left
 * out, as if it had not been sent. For code that works with what was sent, as edges do: the fields of the graph tell what is wrong.
 */
export const fitting = <T extends object>(of: Shape, sent: T): T => {
  let made: Record<string, unknown> | undefined;
  for (const [key, value] of Object.entries(sent)) {
    const type = of.shape[key];
    const fit = type ? fittingValue(type, value) : value;
    if (fit === value) continue;
    made ??= { ...sent } as Record<string, unknown>;
    made[key] = fit;
  }
  return (made as T | undefined) ?? sent;
};

/** The same of one value: undefined where it is of another kind. A number is also the text of an id or a name. */
export const fittingValue = (type: z.core.$ZodType, sent: unknown): unknown =>
  sent === undefined || sent === null ? sent : readerOf(type)(sent);
/** What becomes of a value that was sent, by its type: found out once, since edges read fields of every item. */
type Reader = (sent: unknown) => unknown;
const readerOf = once((type: z.core.$ZodType): Reader => {
  const of = bare(type);
  if (metaOf(type).kind === 'json') return (sent) => sent;
  if (of instanceof z.ZodArray) {
    const { element } = of;
    return (sent) => (Array.isArray(sent) ? fittingItems(element as z.core.$ZodType, sent) : undefined);
  }
  if (of instanceof z.ZodObject) return (sent) => (isObject(sent) ? fitting(of, sent) : undefined);
  if (of instanceof z.ZodString)
    return (sent) => (typeof sent === 'number' ? String(sent) : typeof sent === 'string' ? sent : undefined);
  return (sent) => (typeof sent === 'object' ? undefined : sent);
});
const fittingItems = (type: z.core.$ZodType, sent: readonly unknown[]): readonly unknown[] => {
  const items = sent.map((item) => fittingValue(type, item));
  const isAsSent = items.every((item, i) => item === sent[i] && !isNone(item));
  return isAsSent ? sent : items.filter((item) => !isNone(item));
};
const isNone = (value: unknown): boolean => value === undefined || value === null;

/** The names of a shape's fields, as Zoom writes them. */
export const keysOf = once((of: Shape): ReadonlySet<string> => new Set(Object.keys(of.shape)));
