/** What meetings and webinars have in common on the dashboards. */

import type { Context } from '../../../resolvers/context.ts';
import type { Entity, Params } from '../../../resolvers/entity.ts';
import type { DashboardParticipant } from '../../../src/zoom/api/dashboards/participants.ts';
import type { EntityType } from '../../../src/zoom/declare/entity.ts';
import type { Of, Shape } from '../../../src/zoom/declare/shape.ts';
import { paramsFrom, type ToldAccount } from '../../types/ids.ts';
import { bodyOf, leafOf } from '../../types/shape.ts';

interface Person {
  readonly id?: unknown;
  readonly email?: unknown;
}
/** The user whom a row names by id or email; null where Zoom keeps both for itself. */
export const userIn = ({ id, email }: Person) =>
  id || email ? { id: (id || undefined) as string, email: (email || undefined) as string } : null;

/** The user whom Zoom calls by an email address or an id. */
export const userBy = (ref: string | null | undefined) => userIn(ref?.includes('@') ? { email: ref } : { id: ref });

/** The same of a stay, whose id Zoom writes twice. */
export const userOfStay = (stay: Of<typeof DashboardParticipant>) =>
  userIn({ id: stay.participant_user_id || stay.id, email: stay.email });

/** The filter that a list within a meeting or webinar shares with it: whether that is live. */
export const typeOf = ({ params }: Entity): string => params.type ?? '';

/** The state that is meant where none is given. */
export const DEFAULT_STATE = 'PAST';

/** The key in the arguments of a field: a global id holds the state, Zoom's own id needs it beside it. */
export const keyBy =
  (of: EntityType, states: Shape) =>
  ({ id, type }: { id: string | number; type?: unknown }, account: ToldAccount): Params => {
    const state = bodyOf(states, { type: type ?? DEFAULT_STATE }, 'argument', account);
    return paramsFrom(of, String(id), account, { type: String(state.type) });
  };

/** A field that shows one of an entity's leaves under another name. */
export const renamed = <V extends string | number>({ shape }: EntityType, key: string) => ({
  nullable: true as const,
  extensions: { requires: [key] },
  resolve: async (entity: Entity, _: object, { store }: Context): Promise<V | null> => {
    await store.load(entity, [key]);
    return leafOf(shape, key, entity.known(key)) as V | null;
  },
});
