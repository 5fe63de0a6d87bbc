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

const isMeant = (ref: string) => (each: Session) => each.uuid === ref || String(each.meeting) === ref;
/** Whether a call asks for what goes on, as it does unless it says otherwise. */
const asksLive = ({ query: { type = 'live' } }: Call): boolean => type === 'live';

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
/** Where sessions of a kind come from. */
export interface Sessions {
  list(call: Call): readonly Session[];
  /** The one of the path. Throws Zoom's 404/3001. */
  at(call: Call): Session;
}
export const meetingSessions: Sessions = {
  list: (call) =>
    asksLive(call)
      ? live(call.account).slice(0, 1)
      : held(call.account).filter(({ state }) => state === call.query.type),
  at: (call) => {
    const { account, path } = call;
    const ref = path.meetingId ?? '';
    const found = asksLive(call) ? live(account).find(isMeant(ref)) : past(account, recentAt(account, ref));
    if (!found) throw refuse.meeting(ref);
    return found;
  },
};
export const webinarSessions: Sessions = {
  list: (call) => webinars(call.account).filter(({ state }) => (state === 'live') === asksLive(call)),
  at: (call) => {
    const found = webinarSessions.list(call).find(isMeant(call.path.webinarId ?? ''));
    if (!found) throw refuse.meeting(call.path.webinarId);
    return found;
  },
};
