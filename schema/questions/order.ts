/** Order: what items are sorted by, as a selection of them and a comparison of what it gives. */
import { GraphQLEnumType, type GraphQLInputFieldConfig, GraphQLInputObjectType, type GraphQLObjectType } from 'graphql';
import { InputError, withArticle } from '../../resolvers/errors.ts';
import type { SortValue } from '../../resolvers/sorted.ts';
import type { Withholding } from '../../src/engine/executor/types.ts';
import { extensionsOf } from '../plan/selection.ts';
import { askableOf, refuseWithheld } from './askable.ts';
import { folded, type Leaf } from './leaves.ts';
import type { NewTypes } from './new-types.ts';
import type { Selection } from './selection.ts';

type Given = Readonly<Record<string, unknown>>;
/** More keys would only cost time. */
const MOST_KEYS = 10;

/** By one key: how it is read from what is selected of an item, and whether the greatest come first. */
export interface SortKey {
  readonly read: (item: unknown) => SortValue;
  readonly isDescending: boolean;
}

/** The keys that a client gives as `orderBy`, by what is added to the selection. Throws InputError. */
export const sortKeysOf = (
  orderBy: readonly Given[],
  type: GraphQLObjectType,
  selection: Selection,
  withholding: Withholding | undefined,
): SortKey[] => {
  if (orderBy.length > MOST_KEYS) throw new InputError(`\`orderBy\` holds more than ${MOST_KEYS} keys.`);
  return orderBy.map((given) => sortKeyOf(given, type, selection, withholding));
};

const sortKeyOf = (
  given: Given,
  type: GraphQLObjectType,
  selection: Selection,
  withholding: Withholding | undefined,
): SortKey => {
  const [[name, how] = ['', null]] = Object.entries(given);
  const askable = askableOf(type).get(name);
  if (askable) refuseWithheld(withholding, askable, type);
  const { key, below } = selection.field(name);
  if (askable?.kind === 'object') {
    const { read, isDescending } = sortKeyOf(how as Given, askable.of, below, withholding);
    return { read: (item) => (isGiven(item) ? read(item[key]) : null), isDescending };
  }
  if (askable?.kind !== 'leaf') throw new Error(`${type} cannot be sorted by ${name}.`);
  const { leaf } = askable;
  return { read: (item) => (isGiven(item) ? sortValue(leaf, item[key]) : null), isDescending: how === 'DESC' };
};
const isGiven = (value: unknown): value is Given => typeof value === 'object' && value !== null;

const sortValue = ({ read }: Leaf, value: unknown): SortValue => {
  if (value === null || value === undefined) return null;
  const known = read(value);
  return typeof known === 'string' ? folded(known) : known;
};

/** The input types of orders, of one graph. */
export class OrderTypes {
  readonly #types: NewTypes;
  readonly #direction = new GraphQLEnumType({
    name: 'OrderDirection',
    description: 'Which come first.',
    values: {
      ASC: { description: 'The least, the earliest, or the first of the alphabet.' },
      DESC: { description: 'The greatest, the latest, or the last of the alphabet.' },
    },
  });

  constructor(types: NewTypes) {
    this.#types = types;
  }

  /** What objects of a type are sorted by; undefined where they have nothing of the kind. */
  ofObject(type: GraphQLObjectType): GraphQLInputObjectType | undefined {
    const names = [...askableOf(type)].filter(([, askable]) => isSortable(askable));
    if (names.length === 0) return undefined;
    return this.#types.make(
      `${type.name}Order`,
      (name) =>
        new GraphQLInputObjectType({
          name,
          description: `A field by which ${withArticle(type.name)} is sorted. Those without a value come last in either direction.`,
          isOneOf: true,
          fields: () =>
            Object.fromEntries(
              names.flatMap(([key, askable]): [string, GraphQLInputFieldConfig][] => {
                const of = askable.kind === 'object' ? this.ofObject(askable.of) : this.#direction;
                const { description } = askable.field;
                return of ? [[key, { type: of, description }]] : [];
              }),
            ),
        }),
    );
  }
}
/** Values, and those of objects that the item or an entity holds: what takes a call of its own for each item is left out. */
const isSortable = (askable: { readonly kind: string; readonly field: Parameters<typeof extensionsOf>[0] }): boolean =>
  (askable.kind === 'leaf' || askable.kind === 'object') && !extensionsOf(askable.field).fetches;
