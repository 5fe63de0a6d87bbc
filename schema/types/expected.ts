/** What a value that a client gives should be, in words. They never repeat what was given, which may be a secret. */
import { closest, distance } from 'fastest-levenshtein';
import { type GraphQLLeafType, GraphQLScalarType, isEnumType } from 'graphql';
import { type EnumValues, isWord, wordsBy } from '../../src/zoom/declare/shape.ts';

/** What a scalar or an enum says of the values that it takes, in its `extensions`. */
export interface Expectation {
  /** In words, to follow a colon: `a day such as "2026-12-01"`. */
  readonly expects?: string;
  /** Of an enum: Zoom's own values, which clients try first. */
  readonly enumValues?: EnumValues;
}

const BUILT_IN: Readonly<Record<string, string>> = {
  Boolean: 'true or false',
  Float: 'a number',
  ID: 'a text or a whole number',
  Int: 'a whole number of at most 32 bits',
  String: 'a text',
};
const EXPECTS: Readonly<Record<string, string>> = {
  BigInt: 'a whole number',
  Date: 'a day such as "2026-12-01"',
  DateTime: 'a time with its zone, such as "2026-12-01T09:00:00Z" or "2026-12-01T10:00:00+01:00"',
  URL: 'a URL such as "https://example.com/"',
};
/** More words than these are not listed. */
const MOST_WORDS = 12;

/** The same scalar, which says what it takes. */
export const withExpectation = (scalar: GraphQLScalarType): GraphQLScalarType =>
  new GraphQLScalarType({
    ...scalar.toConfig(),
    extensions: { ...scalar.extensions, expects: EXPECTS[scalar.name] } satisfies Expectation,
  });

/** "Expected a value of type ...", with what that is, and with the word that is meant where it can be told from the value. */
export const expectedOf = (type: GraphQLLeafType, given?: unknown): string => {
  const { expects, enumValues } = type.extensions as Expectation;
  const wanted = `Expected a value of type "${type.name}"`;
  if (!isEnumType(type)) {
    const words = expects ?? BUILT_IN[type.name];
    return words ? `${wanted}: ${words}.` : `${wanted}.`;
  }
  const words = enumValues ? Object.keys(enumValues.values) : type.getValues().map(({ name }) => name);
  const meant =
    words.find((word) => isWord(given, word)) ?? (enumValues && wordsBy(enumValues)(given)) ?? near(given, words);
  if (meant) return `${wanted}. Did you mean ${meant}?`;
  return words.length > MOST_WORDS ? `${wanted}.` : `${wanted}: ${listOf(words)}.`;
};

/** The word that differs from what was given in a few letters. */
const near = (given: unknown, words: readonly string[]): string | undefined => {
  if (typeof given !== 'string' || given.length > LONGEST_WORD) return undefined;
  const text = given.toUpperCase();
  const word = closest(text, words);
  return distance(text, word) <= word.length / 3 ? word : undefined;
};
const LONGEST_WORD = 100;

const listOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
