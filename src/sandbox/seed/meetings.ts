/** The meetings that users have at the beginning: what the nth meeting of each user is, derived from the two numbers. */

import { Recurrence } from '../../zoom/api/meetings/meetings.ts';
import { DAY, MINUTE, midnight } from '../clock.ts';
import { instant, type Known, only, opaqueId, pick, pickInt, TOPICS } from '../seeded.ts';
import type { World } from '../world.ts';
import { type Slot, slotOf, uuidOf } from './numbers.ts';
import { original, type User } from './people.ts';

export const INSTANT = 1;
export const SCHEDULED = 2;
export const RECURRING_NO_FIXED_TIME = 3;
export const RECURRING_FIXED_TIME = 8;
/** What the nth meeting of each user is, over and over. */
const TYPES = [2, 8, 2, 3, 2, 2, 2, 2, 8, 2];
/** Of each ten meetings: one with a long past, one that is live for some, one held now and then, one that is over. */
export const WEEKLY = 1;
export const LIVE = 2;
export const LOOSE = 3;
export const OVER = 4;
/** Of each ten meetings: those with registration, approved at once and by hand. */
const REGISTRATION: Readonly<Record<number, number>> = { 5: 0, 8: 1 };
export const NO_REGISTRATION = 2;
/** A meeting that every user once had: it has instances, but is gone (404/3001). */
export const EXPIRED = 999;

const made = (what: string, { user, nth }: Slot) => `${what}/${user}/${nth}`;
export const hourOf = ({ seed }: World, slot: Slot): number =>
  (8 + pickInt(`${seed}/${made('hour', slot)}`, 9)) * 60 * MINUTE;
/** Every 20th user from the third on has a meeting under way. */
export const isLive = ({ user, nth }: Slot): boolean => nth === LIVE && user % 20 === 3;
export const liveSlots = ({ users }: World): Slot[] =>
  Array.from({ length: users }, (_, user) => ({ user, nth: LIVE })).filter(isLive);
export const startTimeOf = (world: World, slot: Slot): number => {
  const { seed, start } = world;
  const day = midnight(start) + hourOf(world, slot);
  if (slot.nth === OVER) return day - 3 * DAY;
  if (isLive(slot)) return start - 10 * MINUTE;
  return day + (1 + slot.nth + pickInt(`${seed}/${made('day', slot)}`, 5)) * DAY;
};
export const durationOf = ({ seed }: World, slot: Slot): number =>
  pick(`${seed}/${made('duration', slot)}`, [30, 45, 60]);
export const topicOf = ({ seed }: World, slot: Slot): string =>
  `${pick(`${seed}/${made('topic', slot)}`, TOPICS)} ${slot.nth + 1}`;
export const typeOf = ({ nth }: Slot): number =>
  nth === EXPIRED ? SCHEDULED : (TYPES[nth % TYPES.length] ?? SCHEDULED);
export const approvalAt = ({ nth }: Slot): number => REGISTRATION[nth % TYPES.length] ?? NO_REGISTRATION;

export interface Hosted extends Slot {
  readonly host: User;
}
/** The slot of a meeting number, and the user whose meeting it was at the beginning. */
export const slotAt = (world: World, meeting: number): Hosted | undefined => {
  const slot = slotOf(world.seed, meeting);
  return slot && slot.user < world.users ? { ...slot, host: original(world, slot.user) } : undefined;
};

/** One time that a meeting was held. */
export interface Instance {
  readonly uuid: string;
  readonly meeting: number;
  readonly host: User;
  readonly topic: string;
  readonly type: number;
  readonly start: number;
  /** Minutes. */
  readonly duration: number;
  /** Who came of those who had registered; made up where nobody had to. */
  readonly guests?: readonly Known[];
}

/** When the meetings of the beginning were held, the latest first. */
const startsOf = (world: World, slot: Slot): readonly number[] => {
  const at = (day: number) => midnight(world.start) - day * DAY + hourOf(world, slot);
  const weekday = pickInt(`${world.seed}/weekday/${slot.user}`, 7);
  if (slot.nth === WEEKLY) return Array.from({ length: 51 }, (_, week) => at((week + 1) * 7 - weekday + 1));
  if (slot.nth === EXPIRED) return [at(60)];
  if (slot.nth >= world.meetingsPerUser) return [];
  if (slot.nth === LOOSE) return [at(23), at(46), at(69)];
  return slot.nth === OVER ? [startTimeOf(world, slot)] : [];
};
/** The meetings of each user that have been held. */
export const HELD = [WEEKLY, LOOSE, OVER, EXPIRED];
type IsAsked = (start: number) => boolean;
/** The instances of what was held at certain times, the latest first; those whose start is asked for. */
export const heldAt = (
  world: World,
  meeting: number,
  slot: Hosted,
  { type, starts }: { readonly type: number; readonly starts: readonly number[] },
  isAsked: IsAsked = () => true,
): readonly Instance[] => {
  const { host } = slot;
  const said = { topic: topicOf(world, slot), type, duration: durationOf(world, slot) };
  return starts.flatMap((start, i) =>
    isAsked(start) ? [{ uuid: uuidOf(world.seed, meeting, i + 1), meeting, host, start, ...said }] : [],
  );
};
/** The instances of a meeting of the beginning; those whose start is asked for. */
export const pastOf = (
  world: World,
  meeting: number,
  slot: Hosted | undefined,
  isAsked?: IsAsked,
): readonly Instance[] =>
  slot ? heldAt(world, meeting, slot, { type: typeOf(slot), starts: startsOf(world, slot) }, isAsked) : [];

/** What every meeting and webinar has. */
export const scheduled = ({ seed }: World, id: number, host: User): Known => ({
  id,
  host_id: host.id,
  host_email: host.email,
  timezone: host.timezone,
  recurrence: undefined,
  occurrences: undefined,
  registration_url: undefined,
  tracking_fields: [],
  join_url: `https://zoom.us/j/${id}?pwd=${opaqueId(`${seed}/join/${id}`)}`,
  start_url: `https://zoom.us/s/${id}?zak=${opaqueId(`${seed}/zak/${id}`)}`,
});
/** What every meeting has, new ones and those that are gone too. */
export const common = (world: World, id: number, host: User): Known => ({
  ...scheduled(world, id, host),
  status: 'waiting',
  pmi: undefined,
  assistant_id: undefined,
  pre_schedule: false,
  chat_join_url: `https://zoom.us/launch/jc/${id}`,
});
/** What a meeting or webinar with registration has. */
export const registered = (world: World, id: number, approval: unknown): Known =>
  approval === undefined || Number(approval) === NO_REGISTRATION
    ? {}
    : { registration_url: `https://zoom.us/meeting/register/${opaqueId(`${world.seed}/register/${id}`)}` };
/** A recurrence as given, with nothing made up beside it. */
export const recurring = (recurrence: object): Known => only(Recurrence, { repeat_interval: 1, ...recurrence });

/** Six weeks, each on the same day. */
export const weekly = (at: number): Known =>
  recurring({ type: 2, weekly_days: String(new Date(at).getUTCDay() + 1), end_times: 6 });

/** Who may host in place of the host: the next user, of each fifth meeting; the others have no one. */
export const alternativeHosts = (world: World, { user, nth }: Slot): string =>
  nth % 5 === 0 && world.users > 1 ? String(original(world, (user + 1) % world.users).email) : '';

/** One meeting of some hosts has no passcode. */
const hasPasscode = ({ user, nth }: Slot): boolean => nth !== 7 || user % 4 !== 0;
const WITHOUT_PASSCODE: Known = {
  password: undefined,
  encrypted_password: undefined,
  h323_password: undefined,
  pstn_password: undefined,
};

/** A meeting of the beginning, by its number and the slot that this stands for. */
export const begun = (world: World, id: number, slot: Hosted): Known => {
  const type = typeOf(slot);
  const at = startTimeOf(world, slot);
  const approval_type = approvalAt(slot);
  return {
    ...common(world, id, slot.host),
    topic: topicOf(world, slot),
    agenda: '',
    type,
    status: isLive(slot) ? 'started' : 'waiting',
    uuid: uuidOf(world.seed, id, 0),
    start_time: type === RECURRING_NO_FIXED_TIME ? undefined : instant(at),
    duration: durationOf(world, slot),
    created_at: instant(world.start - (40 + slot.nth) * DAY),
    creation_source: 'web_portal',
    ...(type === RECURRING_FIXED_TIME && { recurrence: weekly(at) }),
    ...(hasPasscode(slot) ? undefined : WITHOUT_PASSCODE),
    ...registered(world, id, approval_type),
    settings: { approval_type, alternative_hosts: alternativeHosts(world, slot) },
  };
};
