/** Edges from events to what they tell of: nothing is asked for that the event told. */
import { entitiesIn } from '../../../resolvers/events.ts';
import type { EventEdge, EventEdges } from '../../../src/zoom/declare/event.ts';
import type { StreamedEvent } from '../../../src/zoom/events/stream.ts';
import { edgeTo, refOf, sourcesOf } from '../../fields/entity.ts';
import type { Builder, Types } from '../../types/builder.ts';
import { restOf } from '../../types/rest.ts';

type Extended = PothosSchemaTypes.ExtendDefaultTypes<Types>;
type Fields = PothosSchemaTypes.ObjectFieldBuilder<Extended, StreamedEvent>;

export const toldField = (builder: Builder, t: Fields, edge: EventEdge | EventEdges) => {
  const { of, description } = edge;
  const isList = 'each' in edge;
  const ref = refOf(builder, of);
  return t.field({
    type: (isList ? [ref] : ref) as never,
    nullable: true,
    description,
    directives: restOf(...sourcesOf(of)),
    // An event may name a user by an email alone.
    extensions: { cost: edgeTo(of, of.aliases.length > 0 ? { knownFields: [] } : {}) },
    resolve: (event, _, context) => {
      const found = entitiesIn(event, edge, context);
      return (isList ? found : (found[0] ?? null)) as never;
    },
  });
};
