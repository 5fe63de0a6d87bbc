/** Meetings and webinars as the dashboards see them: while they go on, and when they are over. */
import { type Account, type Call, refuse } from '../../call.ts';
import { HELD, type Instance, liveSlots } from '../../seed/meetings.ts';
import { meetingNumber } from '../../seed/numbers.ts';
import type { User } from '../../seed/people.ts';
import { number, type Session } from '../../seed/sessions.ts';
import { heldWebinars, isWebinarType, liveWebinars, WEBINARS } from '../../seed/webinars.ts';
import { MINUTE } from '../../seeded.ts';
import type { Span } from '../../windows.ts';
import { ended, instancesOf, type Scheduled } from '../meetings/instances.ts';
import { meetings } from '../meetings/meetings.ts';
import { recentAt } from '../meetings/past.ts';
import { peopleIn } from '../users/people.ts';
import { webinarHeldAt, webinarsHeld } from '../webinars/past.ts';
import { underWaySince, webinars } from '../webinars/webinars.ts';

const ALONE = 8;

const past = (account: Account, instance: Instance): Session => {
  const alone = number(account, `alone/${instance.uuid}`, ALONE) === 0;
  return { ...instance, state: alone ? 'pastOne' : 'past' };
};
const isWithin = (span?: Span) => span && ((start: number) => start >= span.from && start <= span.to);
/** The times that a meeting was held. */
export const heldOf = (account: Account, meeting: number, span?: Span): Session[] =>
  instancesOf(account, meeting, isWithin(span)).map((instance) => past(account, instance));
/** The times that any meeting of the account was held, the latest first. */
export const held = (account: Account, span: Span | undefined): Session[] => {
  const begun = Array.from({ length: account.users }, (_, user) =>
    HELD.map((nth) => meetingNumber(account.seed, { user, nth })),
  ).flat();
  return [...new Set([...begun, ...account.of(ended).keys()])]
    .flatMap((meeting) => heldOf(account, meeting, span))
    .filter(({ type }) => !isWebinarType(type))
    .sort((a, b) => b.start - a.start);
};

/** The times that meetings and webinars of one host were held, the latest first. */
export const heldBy = (account: Account, { id, index }: User, span?: Span): Session[] => {
  const begun = index === undefined ? [] : [...HELD, ...WEBINARS].map((nth) => ({ user: index, nth }));
  const all = [...begun.map((slot) => meetingNumber(account.seed, slot)), ...account.of(ended).keys()];
  return [...new Set(all)]
    .flatMap((number) => [
      ...heldOf(account, number, span).filter(({ type }) => !isWebinarType(type)),
      ...webinarsHeld(account, number, isWithin(span)).map((instance): Session => ({ ...instance, state: 'past' })),
    ])
    .filter(({ host }) => host.id === id)
    .sort((a, b) => b.start - a.start);
};

const goingOn = (account: Account, { id, uuid, topic, type, host_id, start_time, created_at }: Scheduled): Session => {
  const start = Date.parse(String(start_time ?? created_at));
  const duration = Math.max(1, Math.round((account.clock.now() - start) / MINUTE));
  const host = peopleIn(account).find(host_id);
  const said = { uuid: String(uuid), topic: String(topic), type: Number(type) };
  return { ...said, meeting: id, host, start, duration, state: 'live' };
};
/** The meetings that go on. */
export const live = (account: Account): Session[] => {
  const all = meetings.in(account);
  const begun = liveSlots(account).map((slot) => String(meetingNumber(account.seed, slot)));
  return [...new Set([...begun, ...all.touched()])]
    .map(all.get)
    .filter((meeting) => meeting?.status === 'started')
    .map((meeting) => goingOn(account, meeting as Scheduled));
};

/** The state that a call asks for, which is that they go on unless it says otherwise. */
const stateIn = ({ query: { type = 'live' } }: Call): string => type;
/** By UUID or number. Throws Zoom's 404/3001. */
const found = (all: readonly Session[], ref = ''): Session => {
  const session = all.find(({ uuid, meeting }) => uuid === ref || String(meeting) === ref);
  if (!session) throw refuse.meeting(ref);
  return session;
};
export interface Sessions {
  /** Those in the state and the days that a call asks for. */
  list(call: Call): readonly Session[];
  /** The one of the path. */
  at(call: Call): Session;
}
export const meetingSessions: Sessions = {
  list: (call) => {
    const state = stateIn(call);
    const { account, span } = call;
    return state === 'live' ? live(account) : held(account, span).filter((session) => session.state === state);
  },
  at: (call) =>
    stateIn(call) === 'live' ? found(live(call.account), call.path.meetingId) : past(call.account, recentAt(call)),
};

/** The webinars that go on. */
const liveNow = (account: Account): Session[] => {
  const all = webinars.in(account);
  const begun = liveWebinars(account).map((slot) => String(meetingNumber(account.seed, slot)));
  return [...new Set([...begun, ...all.touched()])].map(all.get).flatMap((webinar) => {
    const start = webinar && underWaySince(account, webinar);
    return start === undefined ? [] : [{ ...goingOn(account, webinar as Scheduled), start }];
  });
};
/** The times that any webinar of the account was held, the latest first. */
const heldWebinarsOf = (account: Account, span: Span | undefined): Session[] => {
  const begun = heldWebinars(account).map((slot) => meetingNumber(account.seed, slot));
  return [...new Set([...begun, ...account.of(ended).keys()])]
    .flatMap((webinar) => webinarsHeld(account, webinar, isWithin(span)))
    .map((instance): Session => ({ ...instance, state: 'past' }))
    .sort((a, b) => b.start - a.start);
};
/** The times that anything was held, the latest first. */
export const everyHeld = (account: Account, span: Span | undefined): Session[] =>
  [...held(account, span), ...heldWebinarsOf(account, span)].sort((a, b) => b.start - a.start);
export const webinarSessions: Sessions = {
  list: (call) => (stateIn(call) === 'live' ? liveNow(call.account) : heldWebinarsOf(call.account, call.span)),
  at: (call) =>
    stateIn(call) === 'live'
      ? found(liveNow(call.account), call.path.webinarId)
      : { ...webinarHeldAt(call), state: 'past' },
};
