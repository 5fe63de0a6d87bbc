/** Search: a text is looked for in what items are called by, where Zoom does not look for it itself. */
import { type GraphQLField, type GraphQLObjectType, getNamedType } from 'graphql';
import { InputError } from '../../resolvers/errors.ts';
import { extensionsOf } from '../plan/selection.ts';
import { askableOf } from './askable.ts';
import type { Test } from './filter.ts';
import { folded } from './leaves.ts';
import type { Selection } from './selection.ts';

/** The names of fields by which things are known. */
const CALLED = /(name|email|topic|title)$/i;
const LONGEST = 200;

type Path = readonly [field: string, within?: string];
type IsTold = (field: GraphQLField<unknown, unknown>, depth: number) => boolean;

/** The texts of an object, or of one within it, by which it is known. */
const textsOf = (type: GraphQLObjectType, isTold: IsTold, depth = 0): Path[] =>
  [...askableOf(type)].flatMap(([name, askable]): Path[] => {
    const { field, kind } = askable;
    // What not all may see is looked in for nobody.
    if (extensionsOf(field).needs || !isTold(field, depth)) return [];
    if (kind === 'leaf') return CALLED.test(name) && getNamedType(field.type).name === 'String' ? [[name]] : [];
    if (askable.kind !== 'object' || depth > 0) return [];
    return textsOf(askable.of, isTold, depth + 1).map(([within]): Path => [name, within]);
  });

/** Whether items of a type have texts to be looked in. */
export const isSearchable = (type: GraphQLObjectType): boolean => textsOf(type, isPlain).length > 0;
const isPlain: IsTold = ({ extensions }) => !extensions.fetches && !extensions.cost;

/** Whether each word of a text stands in one of the texts that the list tells; where it tells none, all are looked at. */
export const searchTest = (text: string, type: GraphQLObjectType, selection: Selection, isTold: IsTold): Test => {
  if (text.length > LONGEST) throw new InputError(`\`search\` is longer than ${LONGEST} characters.`);
  const words = folded(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const told = textsOf(type, isTold);
  const reads = (told.length > 0 ? told : textsOf(type, isPlain)).map(([name, within]) => {
    const { key, below } = selection.field(name);
    if (within === undefined) return (item: Item) => item[key];
    const inner = below.field(within).key;
    return (item: Item) => {
      const object = item[key];
      return isItem(object) ? object[inner] : object;
    };
  });
  return (value) => {
    const texts = isItem(value) ? reads.map((read) => read(value)) : [];
    const known = texts.flatMap((one) => (typeof one === 'string' ? [folded(one)] : []));
    if (words.every((word) => known.some((one) => one.includes(word)))) return true;
    return texts.includes(undefined) ? undefined : false;
  };
};
type Item = Readonly<Record<string, unknown>>;
const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null;
