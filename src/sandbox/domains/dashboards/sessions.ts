/** Meetings and webinars as the dashboards see them: while they go on, and when they are over. */
import { type Account, type Call, refuse } from '../../call.ts';
import type { Instance } from '../../seed/meetings.ts';
import { meetingNumber } from '../../seed/numbers.ts';
import { live, number, type Session, webinars } from '../../seed/sessions.ts';
import { instancesOf } from '../meetings/instances.ts';
import { recentAt } from '../meetings/past.ts';

/** Whose meetings are on the dashboard, and which of each: enough for many pages, few enough to be made for each call. */
export const HOSTS = 12;
const MEETINGS = [1, 2, 3, 4];
const ALONE = 8;

const past = (account: Account, instance: Instance): Session => {
  const alone = number(account, `alone/${instance.uuid}`, ALONE) === 0;
  return { ...instance, state: alone ? 'pastOne' : 'past' };
};
/** The times that the nth meeting of a user was held. */
export const heldBy = (account: Account, user: number, nth: number): Session[] =>
  instancesOf(account, meetingNumber(account.seed, { user, nth })).map((instance) => past(account, instance));
const held = (account: Account): Session[] =>
  Array.from({ length: Math.min(HOSTS, account.users) }, (_, user) =>
    MEETINGS.flatMap((nth) => heldBy(account, user, nth)),
  ).flat();
/** Those in the state that a call asks for, which is that they go on unless it says otherwise. */
const inState =
  (all: (account: Account) => readonly Session[]) =>
  ({ account, query: { type = 'live' } }: Call): readonly Session[] =>
    all(account).filter(({ state }) => state === type);
/** By UUID or number. Throws Zoom's 404/3001. */
const found = (all: readonly Session[], ref = ''): Session => {
  const session = all.find(({ uuid, meeting }) => uuid === ref || String(meeting) === ref);
  if (!session) throw refuse.meeting(ref);
  return session;
};
export interface Sessions {
  list(call: Call): readonly Session[];
  /** The one of the path. */
  at(call: Call): Session;
}
export const meetingSessions: Sessions = {
  list: inState((account) => [...live(account).slice(0, 1), ...held(account)]),
  at: ({ account, path: { meetingId }, query: { type = 'live' } }) =>
    type === 'live' ? found(live(account), meetingId) : past(account, recentAt(account, meetingId)),
};
export const webinarSessions: Sessions = {
  list: inState(webinars),
  at: (call) => found(webinarSessions.list(call), call.path.webinarId),
};
