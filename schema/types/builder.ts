/** The Pothos builder of one schema: plugins and scalars, no types of the graph. */
import SchemaBuilder, { type SchemaTypes } from '@pothos/core';
import { PothosDirectivesPlugin } from '@pothos/plugin-directives';
import RelayPlugin from '@pothos/plugin-relay';
import { GraphQLScalarType, type GraphQLSchema } from 'graphql';
import { BigIntResolver, DateResolver, JSONResolver, URLResolver } from 'graphql-scalars';
import type { Context } from '../../resolvers/context.ts';
import type { Label, Method } from '../../src/zoom/declare/endpoint.ts';
import { withExpectation } from './expected.ts';
import { globalIdFor } from './global-id.ts';
import { type Needs, NeedsPlugin } from './needs.ts';
import { DateTimeScalar, FileScalar, type LocalTime } from './scalars.ts';

/** What `@rest` says of a field: a REST operation that it may call. */
export type Rest = {
  readonly method: Method;
  readonly path: string;
  readonly limit: Label;
  readonly scopes: readonly string[];
};

export interface Types {
  Context: Context;
  Scalars: {
    BigInt: { Input: bigint | number; Output: bigint | number | string };
    Date: { Input: Date; Output: Date | string };
    DateTime: { Input: Date | LocalTime; Output: Date | string };
    File: { Input: File; Output: never };
    ID: { Input: string; Output: string | number };
    JSON: { Input: unknown; Output: unknown };
    URL: { Input: URL; Output: URL | string };
  };
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Directives: {
    needs: { locations: 'FIELD_DEFINITION' | 'OBJECT'; args: Needs };
    rest: { locations: 'FIELD_DEFINITION' | 'OBJECT'; args: Rest; repeatable: true };
    semanticNonNull: { locations: 'FIELD_DEFINITION' };
  };
}

/** The plugin without the syntax trees that it makes of all types. They take as much memory as the types, and printing needs none. */
class DirectivesPlugin<T extends SchemaTypes> extends PothosDirectivesPlugin<T> {
  override afterBuild(schema: GraphQLSchema): GraphQLSchema {
    return schema;
  }
}
const DIRECTIVES = 'treelessDirectives';
const NEEDS = 'needs';
declare global {
  export namespace PothosSchemaTypes {
    interface Plugins<Types extends SchemaTypes> {
      [DIRECTIVES]: DirectivesPlugin<Types>;
      [NEEDS]: NeedsPlugin<Types>;
    }
  }
}
SchemaBuilder.registerPlugin(DIRECTIVES, DirectivesPlugin);
SchemaBuilder.registerPlugin(NEEDS, NeedsPlugin);

export const createBuilder = () => {
  const builder = new SchemaBuilder<Types>({
    plugins: [RelayPlugin, DIRECTIVES, NEEDS],
    directives: { useGraphQLToolsUnorderedDirectives: true },
    relay: {
      nodeQueryOptions: false,
      nodesQueryOptions: false,
      cursorType: 'String',
      encodeGlobalID: (type, key) => globalIdFor(type, String(key)),
      nodeTypeOptions: { description: 'An object that can be read again by its global id.' },
      idFieldOptions: { description: 'The global id.' },
      pageInfoTypeOptions: { description: 'The position of a page within its list.' },
      pageInfoFieldOptions: {
        description: 'Whether there are more items, and the cursor that continues the list.',
      },
      hasNextPageFieldOptions: {
        description:
          'Whether the list continues after this page. With `where` or `search` there may be no more matches.',
      },
      hasPreviousPageFieldOptions: {
        description: 'Whether the page begins after a cursor. Earlier items are not read.',
      },
      startCursorFieldOptions: { description: 'The cursor of the first item; null on an empty page.' },
      endCursorFieldOptions: {
        description: 'Given as `after`, the list continues after this page. Null for an empty list.',
      },
      edgesFieldOptions: {
        nullable: { list: false, items: false },
        description: 'The items, each with its cursor.',
        extensions: { mayEnd: true },
      },
      nodesFieldOptions: { nullable: { list: false, items: false }, description: 'The items alone.' },
      nodeFieldOptions: { nullable: false, description: 'The item.' },
      cursorFieldOptions: { description: 'The cursor of this item: given as `after`, the list continues after it.' },
    },
  });
  for (const [name, scalar] of Object.entries(SCALARS)) builder.addScalarType(name as 'JSON', withExpectation(scalar));
  return builder;
};
export type Builder = ReturnType<typeof createBuilder>;

/** A part of the graph: adds its types, its roots, and the edges that it gives to the types of others. */
export type Domain = (builder: Builder) => void;

/** What each builder has one of, made when it is first asked for: a type that several files use, or the types by name. */
export const perBuilder = <T>(make: (builder: Builder) => T): ((builder: Builder) => T) => {
  const all = new WeakMap<Builder, { readonly made: T }>();
  return (builder) => {
    const known = all.get(builder) ?? { made: make(builder) };
    all.set(builder, known);
    return known.made;
  };
};

/** The same scalar for values that `shown` (shape.ts) has read already: a text is in its form, and need not be read again. */
const ofTexts = (scalar: GraphQLScalarType): GraphQLScalarType =>
  new GraphQLScalarType({
    ...scalar.toConfig(),
    serialize: (value) => (typeof value === 'string' ? value : scalar.serialize(value)),
  });

/** The same scalar in words that a client needs; those of its library are about how it is made. */
const described = (scalar: GraphQLScalarType, description: string): GraphQLScalarType =>
  new GraphQLScalarType({ ...scalar.toConfig(), description });

const SCALARS = {
  BigInt: described(
    BigIntResolver,
    'A whole number that may be longer than 32 bits, such as a size in bytes. Beyond 2^53 it is a string of digits.',
  ),
  Date: ofTexts(described(DateResolver, 'A day, such as 2026-12-01.')),
  DateTime: ofTexts(DateTimeScalar),
  File: FileScalar,
  JSON: described(JSONResolver, 'Any JSON value.'),
  URL: ofTexts(
    described(
      URLResolver,
      'A URL. A client must give one that is valid by the WHATWG URL Standard; what Zoom sends is shown unchanged, even if it is not valid.',
    ),
  ),
} as const;
