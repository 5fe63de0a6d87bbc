/** Order: what items are sorted by, as a selection of them and a comparison of what it gives. */
import { GraphQLEnumType, type GraphQLInputFieldConfig, GraphQLInputObjectType, type GraphQLObjectType } from 'graphql';
import { InputError, withArticle } from '../../resolvers/errors.ts';
import type { SortValue } from '../../resolvers/sorted.ts';
import type { Withholding } from '../../src/engine/executor/types.ts';
import { withoutCalls } from '../types/rest-in-words.ts';
import { type Askable, askableOf, comparableOf, refuseWithheld } from './askable.ts';
import { COUNT, folded, type Leaf } from './leaves.ts';
import type { NewTypes } from './new-types.ts';
import type { Selection } from './selection.ts';

/** By what a client sorts: `{ settings: { recording: { autoRecording: ASC } } }`. */
export type OrderBy = Readonly<Record<string, unknown>>;
/** More keys would only cost time. */
const MOST_KEYS = 10;

/** By one key: how it is read from what is selected of an item, and whether the greatest come first. */
export interface SortKey {
  /** Its value, as the graph shows it. */
  readonly shown: (item: unknown) => unknown;
  /** What it compares by. */
  readonly read: (item: unknown) => SortValue;
  readonly isDescending: boolean;
}

/** The keys that a client gives by an argument, by what is added to the selection. Throws InputError. */
export const sortKeysOf = (
  argument: string,
  given: readonly OrderBy[],
  type: GraphQLObjectType,
  selection: Selection,
  withholding: Withholding | undefined,
): SortKey[] => {
  if (given.length > MOST_KEYS) throw new InputError(`\`${argument}\` holds more than ${MOST_KEYS} keys.`);
  const keys = given.map((one) => sortKeyOf(one, type, selection, withholding));
  selection.refuseDeep(argument);
  return keys;
};

const sortKeyOf = (
  given: OrderBy,
  type: GraphQLObjectType,
  selection: Selection,
  withholding: Withholding | undefined,
): SortKey => {
  const [[name, how] = ['', null]] = Object.entries(given);
  const askable = askableOf(type).get(name);
  if (askable) refuseWithheld(withholding, askable, type);
  if (askable?.kind === 'object') {
    const { key, below } = selection.field(name);
    return within(key, sortKeyOf(how as OrderBy, askable.of, below, withholding));
  }
  if (askable?.kind === 'connection') {
    // All items are meant: so they are counted where Zoom tells no total.
    const { key, below } = selection.field(name, { where: {} });
    return within(key, leafKey(COUNT, below.field('totalCount').key, (how as OrderBy).count));
  }
  if (askable?.kind !== 'leaf') throw new Error(`${type} cannot be sorted by ${name}.`);
  return leafKey(askable.leaf, selection.field(name).key, how);
};
const leafKey = (leaf: Leaf, key: string, how: unknown): SortKey => {
  const [, period, direction] = /^(?:(.*)_)?(.*)$/.exec(String(how)) ?? [];
  const isDescending = direction === 'DESC';
  const shown = periodOf(period);
  if (shown) return { shown: under(key, shown), read: under(key, shown), isDescending };
  return { shown: under(key, (value) => value), read: under(key, (value) => sortValue(leaf, value)), isDescending };
};
/** Periods of times, and how much of a time in UTC, as text, says which one it is of. */
const PERIODS = { DAY: 'yyyy-mm-dd'.length, MONTH: 'yyyy-mm'.length } as const;
export type Period = keyof typeof PERIODS;
/** The period that a time is of, as text; undefined where none is meant. */
export const periodOf = (period: string | undefined): ((time: unknown) => string | null) | undefined => {
  const length = PERIODS[period as Period] as number | undefined;
  if (length === undefined) return undefined;
  return (time) => (time === null || time === undefined ? null : String(time).slice(0, length));
};
/** Whether a value is of a day and of a month. */
export const isTime = ({ isOrdered, isNumber }: Leaf): boolean => isOrdered && !isNumber;

/** The same of an object that stands under a key. */
const within = (key: string, { shown, read, isDescending }: SortKey): SortKey => ({
  shown: under(key, shown),
  read: under(key, read),
  isDescending,
});
/** The same of what stands under a key; null where that is nothing. */
const under =
  <T>(key: string, read: (value: unknown) => T) =>
  (item: unknown): T | null =>
    isGiven(item) ? read(item[key]) : null;
const isGiven = (value: unknown): value is OrderBy => typeof value === 'object' && value !== null;

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
    description: 'Which items come first.',
    values: {
      ASC: { description: 'The least, the earliest, or the first of the alphabet.' },
      DESC: { description: 'The greatest, the latest, or the last of the alphabet.' },
    },
  });

  readonly #timeOrder = new GraphQLEnumType({
    name: 'TimeOrder',
    description: 'Which times come first, and whether those of one day or month in UTC count as the same.',
    values: Object.fromEntries(
      ['', 'DAY', 'MONTH'].flatMap((period) =>
        Object.entries({ ASC: 'The earliest first', DESC: 'The latest first' }).map(([direction, first]) => [
          period ? `${period}_${direction}` : direction,
          { description: period ? `${first}, by the ${period.toLowerCase()} alone.` : `${first}.` },
        ]),
      ),
    ),
  });

  constructor(types: NewTypes) {
    this.#types = types;
  }

  /** What objects of a type are sorted by; undefined where they have nothing of the kind. */
  ofObject(type: GraphQLObjectType): GraphQLInputObjectType | undefined {
    if (!isSortable(type)) return undefined;
    return this.#types.make(
      `${type.name}Order`,
      (name) =>
        new GraphQLInputObjectType({
          name,
          description: `A field by which ${withArticle(type.name)} is sorted. Those without a value come last in either direction.`,
          isOneOf: true,
          fields: () => Object.fromEntries(comparableOf(type).flatMap((one) => this.#field(one))),
        }),
    );
  }

  #field(askable: Askable): [string, GraphQLInputFieldConfig][] {
    const { name, description, deprecationReason } = askable.field;
    const said = { description: withoutCalls(description), deprecationReason };
    if (askable.kind === 'leaf')
      return [[name, { type: isTime(askable.leaf) ? this.#timeOrder : this.#direction, ...said }]];
    if (askable.kind === 'connection') return [[name, { type: this.#ofCount(), ...said }]];
    const type = askable.kind === 'object' ? this.ofObject(askable.of) : undefined;
    return type ? [[name, { type, ...said }]] : [];
  }

  #ofCount(): GraphQLInputObjectType {
    return this.#types.make(
      'ListOrder',
      (name) =>
        new GraphQLInputObjectType({
          name,
          description: 'By what of a list its parent is sorted.',
          isOneOf: true,
          fields: { count: { type: this.#direction, description: 'How many items there are.' } },
        }),
    );
  }
}

/** Whether objects of a type hold a value or a list, or lead to one. */
const isSortable = (type: GraphQLObjectType, above: ReadonlySet<GraphQLObjectType> = new Set()): boolean => {
  const around = new Set([...above, type]);
  return comparableOf(type).some(
    (askable) =>
      askable.kind === 'leaf' ||
      askable.kind === 'connection' ||
      (askable.kind === 'object' && !around.has(askable.of) && isSortable(askable.of, around)),
  );
};
