/** The leaves of a selection that are read from a row in one go, without their resolvers. */
import { GraphQLID, type GraphQLOutputType, GraphQLString, getNullableType, isLeafType, isListType } from 'graphql';
import { type LeafReader, leafReaderOf } from '../leaf-reader.ts';
import { compiled, keyIn } from './compiled.ts';
import type { FieldPlan, LeafPlan } from './types.ts';

/** Undefined where no field has a leaf reader. Of those that read different rows, those like the first are taken. */
export const leavesOf = (fields: readonly FieldPlan[]): LeafPlan | undefined => {
  const all = fields.map(({ field }) => leafReaderOf(field));
  const rows = all.find((one) => one !== undefined)?.rows;
  if (!rows) return undefined;
  const readers = all.map((one) => (one?.rows === rows ? one : undefined));
  const keys = new Set(readers.flatMap((one) => one?.key ?? []));
  const rowOf = rows([...keys]);
  const tally: Tally = { bytes: 0 };
  const shown = rowReader(fields, readers, tally);
  return {
    read: (parent) => {
      const row = rowOf(parent);
      if (row === undefined) return undefined;
      try {
        return shown(parent, row);
      } catch {
        return undefined; // the resolvers are asked, and the one that fails tells where
      }
    },
    taken: () => {
      const { bytes } = tally;
      tally.bytes = 0;
      return bytes;
    },
    others: fields.filter((_, at) => !readers[at]),
  };
};

/** How long the texts are that are shown. */
interface Tally {
  bytes: number;
}

/** Scalars that show a text as it is. */
const TEXTS: ReadonlySet<unknown> = new Set([GraphQLString, GraphQLID]);

type RowReader = (parent: unknown, row: Readonly<Record<string, unknown>>) => Record<string, unknown>;
const rowReader = (
  fields: readonly FieldPlan[],
  readers: readonly (LeafReader | undefined)[],
  tally: Tally,
): RowReader => {
  const writers = fields.map(({ field }, at) => writer(readers[at], field.type, tally));
  const values = readers.map((reader, at) => {
    if (!reader) return 'undefined';
    if (reader.key === undefined) return `w${at}(parent)`;
    const value = `value = row[${JSON.stringify(reader.key)}]`;
    const none = reader.isAlways ? 'ask()' : 'null';
    const shown = `value === undefined || value === null ? ${none} : w${at}(value)`;
    const isText = reader.isText && TEXTS.has(getNullableType(fields[at]?.field.type));
    return isText
      ? `typeof (${value}) === 'string' && value !== '' ? (tally.bytes += value.length, value) : ${shown}`
      : `(${value}, ${shown})`;
  });
  const members = fields.map(({ name }, at) => `${keyIn(name)}: ${values[at]}`);
  return compiled(
    `const [${fields.map((_, at) => `w${at}`)}] = writers;
     return (parent, row) => { let value; return { ${members} }; };`,
    { writers, tally, ask },
  );
};

/** Leaves a row to the resolvers. */
const ask = (): never => {
  throw new Error('The resolver tells why there is no value.');
};

/** What stands in the answer for a value: what the reader shows of it, completed as the field's type says. */
const writer = (
  reader: LeafReader | undefined,
  type: GraphQLOutputType,
  tally: Tally,
): ((value: never) => unknown) | undefined => {
  if (!reader) return undefined;
  const { show } = reader;
  const complete = completion(type, tally);
  return (value) => complete(show(value));
};
const completion = (type: GraphQLOutputType, tally: Tally): ((value: unknown) => unknown) => {
  const of = getNullableType(type);
  if (isListType(of)) {
    const complete = completion(of.ofType, tally);
    return (value) => (isNone(value) ? null : (value as readonly unknown[]).map(complete));
  }
  if (!isLeafType(of)) throw new Error(`A leaf reader shows leaves, which ${type} is not.`);
  return (value) => {
    if (isNone(value)) return null;
    const shown: unknown = of.serialize(value);
    if (typeof shown === 'string') tally.bytes += shown.length;
    return shown;
  };
};
const isNone = (value: unknown): value is null | undefined => value === null || value === undefined;
