/**
 * Filters: from what a client gives as `where` follow a selection, of what has to be known of an object, and a test over that. The test is true,
 * false, or undefined so long as what decides is not among what was selected.
 */
import { type GraphQLObjectType, getNamedType } from 'graphql';
import { InputError, withArticle } from '../../resolvers/errors.ts';
import type { SelectingFor } from '../../src/engine/executor/select.ts';
import type { EntityType } from '../../src/zoom/declare/entity.ts';
import { extensionsOf } from '../plan/selection.ts';
import { globalIdOf } from '../types/global-id.ts';
import { ToldAccount, zoomIdIn } from '../types/ids.ts';
import { type Askable, askableOf, refuseWithheld } from './askable.ts';
import { COUNT, type Comparable, folded, type Leaf } from './leaves.ts';
import type { Selection } from './selection.ts';

export type Filter = Readonly<Record<string, unknown>>;
/** Of a value, as a selection shows it; undefined is one that was not selected. */
export type Test = (value: unknown) => boolean | undefined;

/** What one filter may hold, lest its evaluation take long. */
export const FILTER_LIMITS = { tests: 200, values: 1000 } as const;

interface Reading extends SelectingFor {
  /** The most items that a connection gives at once. */
  readonly maxFirst: number;
  readonly account: ToldAccount;
  /** How many tests there are by now. */
  tests: number;
}

/** The test of a filter over objects of a type; what it looks at is added to the selection. Throws InputError. */
export const testOf = (
  filter: Filter,
  type: GraphQLObjectType,
  selection: Selection,
  { schema, withholding, maxFirst }: Pick<Reading, 'schema' | 'withholding' | 'maxFirst'>,
): Test => {
  const reading = { schema, withholding, maxFirst, account: new ToldAccount(schema), tests: 0 };
  return objectTest(reading, filter, type, selection, 'where');
};

const objectTest = (
  reading: Reading,
  filter: Filter,
  type: GraphQLObjectType,
  selection: Selection,
  at: string,
): Test => {
  if (++reading.tests > FILTER_LIMITS.tests)
    throw new InputError(`\`where\` holds more than ${FILTER_LIMITS.tests} conditions. Ask for less at once.`);
  const fields = askableOf(type);
  return all(
    Object.entries(filter).map(([name, given]): Test => {
      const here = `${at}.${name}`;
      if (given === undefined) return always;
      if (given === null) throw new InputError(`${here} is null. Leave it out, or ask by \`isNull\`.`);
      const within = (one: unknown, nth: number) =>
        objectTest(reading, one as Filter, type, selection, `${here}.${nth}`);
      if (name === 'and') return all((given as readonly unknown[]).map(within));
      if (name === 'or') return any((given as readonly unknown[]).map(within));
      if (name === 'not') return not(objectTest(reading, given as Filter, type, selection, here));
      if (name === 'isNull') return (value) => (value === undefined ? undefined : (value === null) === given);
      const askable = fields.get(name);
      if (!askable) throw new Error(`${type} cannot be asked by ${name}.`);
      refuseWithheld(reading.withholding, askable, type);
      return fieldTest(reading, askable, given as Filter, type, selection, here);
    }),
  );
};

const fieldTest = (
  reading: Reading,
  askable: Askable,
  given: Filter,
  type: GraphQLObjectType,
  selection: Selection,
  at: string,
): Test => {
  const { field } = askable;
  if (askable.kind === 'connection') return connectionTest(reading, askable, given, selection, at);
  const { key, below } = selection.field(field.name);
  if (askable.kind === 'object') return under(key, objectTest(reading, given, askable.of, below, at));
  if (askable.kind === 'leaf') return under(key, leafTest(given, askable.leaf, idsOf(reading, askable, type), at));
  const tests = Object.entries(given).map(([name, of]): Test => {
    const here = `${at}.${name}`;
    if (of === undefined) return always;
    if (of === null) throw new InputError(`${here} is null. Leave it out, or ask by \`isNull\`.`);
    if (name === 'isNull') return (value) => (value === null) === of;
    if (name === 'count') {
      if (askable.kind === 'objects') below.field('__typename');
      const test = countTest(of as Filter, here);
      return (value) => test(itemsIn(value).length);
    }
    if (askable.kind === 'leaves') {
      const { read } = askable.leaf;
      const wanted = read(idsOf(reading, askable, type)(of, here));
      return (value) => itemsIn(value).some((item) => read(item) === wanted);
    }
    const test = objectTest(reading, of as Filter, askable.of, below, here);
    if (below.isEmpty) below.field('__typename');
    return (value) => amongTest(name, itemsIn(value).map(test));
  });
  return under(key, (value) => (value === undefined ? undefined : all(tests)(value)));
};
const itemsIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** `some`, `none` or `every`, of what the test says of each item. */
const amongTest = (name: string, found: readonly (boolean | undefined)[]): boolean | undefined => {
  const isEvery = name === 'every';
  const decides = found.includes(!isEvery);
  if (!decides && found.includes(undefined)) return undefined;
  return name === 'some' ? decides : !decides;
};

/** A connection is asked by a `where` of its own, so that no more of it is read than decides. */
const connectionTest = (
  { maxFirst }: Reading,
  { field }: Askable,
  given: Filter,
  selection: Selection,
  at: string,
): Test =>
  all(
    Object.entries(given).map(([name, of]): Test => {
      const here = `${at}.${name}`;
      if (of === undefined) return always;
      if (of === null) throw new InputError(`${here} is null. Leave it out.`);
      if (name === 'count') {
        const test = countTest(of as Filter, here);
        // Where Zoom tells no total, it is enough to see one more than is asked about.
        const numbers = Object.values(of as Filter).flatMap((one) =>
          typeof one === 'number' ? one : Number(one) || [],
        );
        const { key, below } = selection.field(field.name, { first: Math.min(maxFirst, Math.max(0, ...numbers) + 1) });
        below.field('totalCount');
        below.field('nodes').below.field('__typename');
        return under(key, (value) =>
          value === undefined ? undefined : test(isObject(value) ? (value.totalCount ?? nodesIn(value).length) : 0),
        );
      }
      const where = name === 'every' ? { not: of } : of;
      const { key, below } = selection.field(field.name, { first: 1, where });
      below.field('nodes').below.field('__typename');
      return under(key, (value) =>
        value === undefined ? undefined : (name === 'some') === (isObject(value) && nodesIn(value).length > 0),
      );
    }),
  );
const nodesIn = ({ nodes }: Filter): readonly unknown[] => itemsIn(nodes);

const countTest = (given: Filter, at: string): Test => leafTest(given, COUNT, same, at);

/** What a client gives, as it stands in answers. Throws InputError. */
type Given = (value: unknown, at: string) => unknown;
const same: Given = (value) => value;

const leafTest = (given: Filter, { read }: Leaf, own: Given, at: string): Test =>
  all(
    Object.entries(given).map(([operator, of]): Test => {
      const here = `${at}.${operator}`;
      if (of === undefined) return always;
      if (of === null) throw new InputError(`${here} is null: ask by \`isNull\`.`);
      if (operator === 'isNull') return (value) => (value === undefined ? undefined : (value === null) === of);
      const compare = comparison(operator, of, (one, place) => read(own(one, place)), here);
      const ofNone = operator === 'ne';
      return (value) => (value === undefined ? undefined : value === null ? ofNone : compare(read(value)));
    }),
  );

const comparison = (
  operator: string,
  given: unknown,
  read: (value: unknown, at: string) => Comparable,
  at: string,
): ((value: Comparable) => boolean) => {
  if (operator === 'in') {
    const values = given as readonly unknown[];
    if (values.length > FILTER_LIMITS.values)
      throw new InputError(`${at} holds ${values.length} values, and may hold ${FILTER_LIMITS.values}.`);
    const wanted = new Set(values.map((value, i) => read(value, `${at}.${i}`)));
    return (value) => wanted.has(value);
  }
  const wanted = read(given, at);
  const text = folded(String(wanted));
  switch (operator) {
    case 'eq':
      return (value) => value === wanted;
    case 'ne':
      return (value) => value !== wanted;
    case 'lt':
      return (value) => value < wanted;
    case 'lte':
      return (value) => value <= wanted;
    case 'gt':
      return (value) => value > wanted;
    case 'gte':
      return (value) => value >= wanted;
    case 'contains':
      return (value) => folded(String(value)).includes(text);
    case 'startsWith':
      return (value) => folded(String(value)).startsWith(text);
    default:
      throw new Error(`No operator is called ${operator}.`);
  }
};

/** Ids may be global ones wherever the field says whose they are. */
const idsOf = ({ schema, account }: Reading, { field }: Askable, type: GraphQLObjectType): Given => {
  if (getNamedType(field.type).name !== 'ID') return same;
  const entity = type.extensions.entity as EntityType | undefined;
  if (entity && field.name === 'id')
    return (id, at) => {
      if (globalIdOf(schema, String(id))?.type !== entity)
        throw new InputError(`${at} is not the global id of ${withArticle(entity.name)}.`);
      return id;
    };
  const names = entity && field.name === 'zoomId' ? entity.name : extensionsOf(field).names;
  return (id, at) => zoomIdIn(String(id), names, at, account);
};

const isObject = (value: unknown): value is Filter => typeof value === 'object' && value !== null;
/** The same of what stands under a key; of an object that is none, whatever it would hold is none. */
const under =
  (key: string, test: Test): Test =>
  (value) =>
    test(isObject(value) ? value[key] : value);

const always: Test = () => true;
/** Whether all tests are true; false as soon as one is, whatever the others may become. */
export const all = (tests: readonly Test[]): Test => {
  const [only] = tests;
  if (only && tests.length === 1) return only;
  return (value) => {
    let sum: boolean | undefined = true;
    for (const test of tests) {
      const one = test(value);
      if (one === false) return false;
      if (one === undefined) sum = undefined;
    }
    return sum;
  };
};
const any = (tests: readonly Test[]): Test => not(all(tests.map(not)));
const not =
  (test: Test): Test =>
  (value) => {
    const one = test(value);
    return one === undefined ? undefined : !one;
  };
