/**
 * Columns: leaves that an executor may show without their resolvers. A list of a hundred users with twenty fields would else ask
 * two thousand resolvers for what stands in a hundred rows. What a column shows is what the field's resolver would give.
 */
type Row = Readonly<Record<string, unknown>>;

/** The row of an object, where all of the keys are at hand in it; undefined where the resolvers have to be asked. */
export type Rows = (keys: readonly string[]) => (parent: unknown) => Row | undefined;

export interface LeafReader {
  /** The same for all columns that are read from one row. */
  readonly rows: Rows;
  /** The key of the value in the row; a column without one is shown of the object itself. */
  readonly key?: string;
  /** Texts that are not empty are shown as they are. */
  readonly isText?: boolean;
  /** What the resolver gives for a value that is neither undefined nor null, which are shown as null. May throw, as the resolver does. */
  readonly show: (value: never) => unknown;
}

declare global {
  export namespace PothosSchemaTypes {
    interface FieldExtensions {
      column?: LeafReader;
    }
  }
}

/** The column of a field; undefined where it has none, or where a plugin has put something around its resolver. */
export const leafReaderOf = ({ extensions }: { readonly extensions: object }): LeafReader | undefined => {
  const { column, pothosResolveWrapped } = extensions as PothosSchemaTypes.FieldExtensions & {
    pothosResolveWrapped?: boolean;
  };
  return pothosResolveWrapped ? undefined : column;
};

/** Objects are rows themselves. */
export const rowsOfObjects: Rows = () => (parent) =>
  typeof parent === 'object' && parent !== null ? (parent as Row) : undefined;
