/** The types of connections and of their edges: one of each for what the items are. */
import type { ObjectRef } from '@pothos/core';
import type { EntityType } from '../../../src/zoom/declare/entity.ts';
import { metaOf, type Shape } from '../../../src/zoom/declare/shape.ts';
import { type Builder, perBuilder, type Types } from '../../types/builder.ts';
import { objectOf } from '../../types/shape.ts';
import { refOf } from '../entity.ts';
import { nodesOf, type Shown, type ShownEdge } from './page.ts';

export type Extended = PothosSchemaTypes.ExtendDefaultTypes<Types>;

const edgesOf = perBuilder(() => new Map<string, ObjectRef<Extended, ShownEdge>>());

const edgeType = (builder: Builder, name: string, node: unknown): ObjectRef<Extended, ShownEdge> => {
  const edges = edgesOf(builder);
  const known = edges.get(name);
  if (known) return known;
  const ref = builder.edgeObject({
    type: node as never,
    name: `${name}Edge`,
    description: `An item in a list of ${name}, with its cursor.`,
  });
  edges.set(name, ref as never);
  return ref as never;
};

/** The type of the edges of an entity. */
export const edgeRefOf = (builder: Builder, of: EntityType): ObjectRef<Extended, ShownEdge> =>
  edgeType(builder, of.name, refOf(builder, of));

const connectionsOf = perBuilder(() => new Map<string, unknown>());

export const connectionType = (builder: Builder, name: string, node: unknown): unknown => {
  const connections = connectionsOf(builder);
  const known = connections.get(name);
  if (known) return known;
  const ref = builder.connectionObject(
    {
      type: node as never,
      name: `${name}Connection`,
      description: `A list of ${name}, in pages.`,
      fields: (t) => ({
        nodes: t.field({
          type: [node] as never,
          nullable: { list: false, items: false } as never,
          description: 'The items alone.',
          extensions: { mayEnd: true },
          resolve: (connection) => nodesOf(connection as unknown as Shown) as never,
        }),
        totalCount: t.int({
          description:
            'The number of items on all pages. Null if Zoom does not report it, as for most lists by days: `stats { count }` reads the list and counts.',
          resolve: (connection) => (connection as unknown as Shown).total(),
        }),
      }),
    },
    edgeType(builder, name, node) as never,
  );
  connections.set(name, ref);
  return ref;
};

const showingRaw = perBuilder(() => new Set<string>());

/** Rows without identity show what Zoom sent of them, too. */
export const showRaw = (builder: Builder, of: Shape): void => {
  const { name = '' } = metaOf(of);
  if (showingRaw(builder).has(name)) return;
  showingRaw(builder).add(name);
  builder.objectField(objectOf(builder, of), 'raw', (t) =>
    t.field({
      type: 'JSON',
      nullable: true,
      needs: 'raw',
      description:
        'What Zoom sent for it, unchanged, including fields that the graph does not have. Whole numbers beyond 2^53 are strings of digits.',
      resolve: (row) => row,
    }),
  );
};
