/** What the dashboards tell of a stay in lists of their own: what was shared, and what the person thought of it. */
import type { DashboardFeedback, DashboardSharing } from '../../src/zoom/api/dashboards/participants.ts';
import type { ListEndpoint } from '../../src/zoom/declare/endpoint.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import { rowFor } from '../call-for.ts';
import { type Entity, queryOf } from '../entity.ts';
import type { Store } from '../store.ts';

/** Of a meeting's media and shared screens Zoom knows two states alone: one with a single person is past like any other. */
export const mediaType = (type: string | undefined): string => (type === 'live' ? 'live' : 'past');

interface Stay {
  readonly id?: string;
  readonly participant_user_id?: string;
  readonly email?: string;
  readonly user_id?: string;
}

/** What a person shared: the row of the same seat. Null for one who shared nothing. */
export const sharingOf = (
  store: Store,
  list: ListEndpoint,
  session: Entity,
  { user_id }: Stay,
): Promise<Of<typeof DashboardSharing> | null> =>
  rowFor(store, list, session, { query: { type: mediaType(session.params.type) } }, (row) =>
    isSame(row.user_id, user_id),
  );

/** What a person said in the end, found by the Zoom user or email, for feedback knows no seats. Null for one who said nothing. */
export const feedbackOf = (
  store: Store,
  list: ListEndpoint,
  session: Entity,
  { id, participant_user_id, email }: Stay,
): Promise<Of<typeof DashboardFeedback> | null> =>
  rowFor(
    store,
    list,
    session,
    { query: queryOf(list, session.params) },
    (row) => isSame(row.user_id, participant_user_id || id) || isSame(row.email, email),
  );

const isSame = (one: unknown, other: unknown): boolean => Boolean(one) && String(one) === String(other);
