/**
 * Leaf readers: an executor may show these leaves without their resolvers. A list of a hundred users with twenty fields would else ask
 * two thousand resolvers for what stands in a hundred rows. What a leaf reader shows is what the field's resolver would give.
 */
import { type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';

type Row = Readonly<Record<string, unknown>>;

/** The row of an object, where all of the keys are at hand in it; undefined where the resolvers have to be asked. */
export type Rows = (keys: readonly string[]) => (parent: unknown) => Row | undefined;

export interface LeafReader {
  /** The same for all leaves that are read from one row. */
  readonly rows: Rows;
  /** The key of the value in the row; a reader without one is given the object itself. */
  readonly key?: string;
  /** Texts that are not empty are shown as they are. */
  readonly isText?: boolean;
  /** There is always a value: where there is none, the resolver tells. */
  readonly isAlways?: boolean;
  /** What the resolver gives for a value that is neither undefined nor null, which are shown as null. May throw, as the resolver does. */
  readonly show: (value: never) => unknown;
}

declare global {
  export namespace PothosSchemaTypes {
    interface FieldExtensions {
      leafReader?: LeafReader;
    }
  }
}

/** By the resolver that each stands for: what is put around that, or in its place, is asked itself. */
const readers = new WeakMap<object, LeafReader>();

/** Lets the leaf readers of a schema that was just built stand for the resolvers that its fields have now. */
export const bindLeafReaders = (schema: GraphQLSchema): GraphQLSchema => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const { extensions, resolve } of Object.values(type.getFields())) {
      const { leafReader, pothosResolveWrapped } = extensions as LeafExtensions;
      if (leafReader && resolve && !pothosResolveWrapped) readers.set(resolve, leafReader);
    }
  }
  return schema;
};
interface LeafExtensions extends PothosSchemaTypes.FieldExtensions {
  /** A plugin of Pothos has put something around the resolver while the schema was built. */
  readonly pothosResolveWrapped?: boolean;
}

/** The leaf reader of a field; undefined where it has none, or where its resolver is not the one that the reader stands for. */
export const leafReaderOf = ({ extensions, resolve }: Leaf): LeafReader | undefined => {
  const { leafReader } = extensions as LeafExtensions;
  return leafReader && resolve && readers.get(resolve) === leafReader ? leafReader : undefined;
};
type Leaf = Pick<GraphQLField<unknown, unknown>, 'extensions' | 'resolve'>;

/** Objects are rows themselves. */
export const rowsOfObjects: Rows = () => (parent) =>
  typeof parent === 'object' && parent !== null ? (parent as Row) : undefined;
