/** Which row of the dashboards' own lists is that of a stay: what was shared, and what the person thought of it. */

/** Of a meeting's media and shared screens Zoom knows two states alone: one with a single person is past like any other. */
export const mediaType = (type: string | undefined): string => (type === 'live' ? 'live' : 'past');

interface Stay {
  readonly id?: string;
  readonly participant_user_id?: string;
  readonly email?: string;
  readonly user_id?: string;
}
type Row = Readonly<Record<string, unknown>>;

/** What a person shared stands in the row of the same seat. */
export const sharesWith =
  ({ user_id }: Stay) =>
  (row: Row): boolean =>
    isSame(row.user_id, user_id);

/** What a person said in the end is found by the Zoom user or email, for feedback knows no seats. */
export const saidBy =
  ({ id, participant_user_id, email }: Stay) =>
  (row: Row): boolean =>
    isSame(row.user_id, participant_user_id || id) || isSame(row.email, email);

const isSame = (one: unknown, other: unknown): boolean => Boolean(one) && String(one) === String(other);
