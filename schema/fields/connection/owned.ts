/** Items without identity that know whose list they came from. */
import { partFor } from '../../../resolvers/call-for.ts';
import type { Edge } from '../../../resolvers/connection/edge.ts';
import type { Context } from '../../../resolvers/context.ts';

const owner = Symbol('owner');

/** The parent of the list, marked `owned`, that an item came from. */
export const ownerOf = <P>(item: object): P => (item as { [owner]: P })[owner];

export const ownedBy =
  (parent: unknown, { store }: Context) =>
  <N extends object>(node: N): N =>
    partFor(store, parent, { ...node, [owner]: parent });

export const owned =
  (by: ReturnType<typeof ownedBy>) =>
  (edge: Edge<object>): Edge<object> =>
    edge.with(by(edge.node));
