/** The webinars that users have at the beginning: their numbers stand behind those of the meetings of each user. */
import { DAY, MINUTE, midnight } from '../clock.ts';
import { instant, type Known } from '../seeded.ts';
import type { World } from '../world.ts';
import {
  alternativeHosts,
  durationOf,
  type Hosted,
  heldAt,
  hourOf,
  type Instance,
  NO_REGISTRATION,
  registered,
  scheduled,
  topicOf,
  weekly,
} from './meetings.ts';
import { type Slot, uuidOf } from './numbers.ts';

export const SCHEDULED = 5;
export const RECURRING_NO_FIXED_TIME = 6;
export const RECURRING_FIXED_TIME = 9;
export const isWebinarType = (type: unknown): boolean =>
  [SCHEDULED, RECURRING_NO_FIXED_TIME, RECURRING_FIXED_TIME].includes(Number(type));

interface Kind {
  readonly type: number;
  readonly approval: number;
  /** How many days ago it was held, the latest first. */
  readonly held: readonly number[];
}
/** What the webinars of each user are: one whose registrants are approved by hand, one that each may register for, one for all. */
const KINDS: readonly Kind[] = [
  { type: SCHEDULED, approval: 1, held: [] },
  { type: RECURRING_FIXED_TIME, approval: 0, held: [6, 13, 20, 27] },
  { type: RECURRING_NO_FIXED_TIME, approval: NO_REGISTRATION, held: [10, 40] },
];
const FIRST = 900;
const LIVE = FIRST;
export const WEBINARS: readonly number[] = KINDS.map((_, i) => FIRST + i);
export const isWebinarSlot = ({ nth }: Slot): boolean => WEBINARS.includes(nth);
const kindOf = ({ nth }: Slot): Kind => KINDS[nth - FIRST] as Kind;

/** Every fifth user has held webinars, and one in twenty holds one at present. */
const holds = ({ user }: Slot): boolean => user % 5 === 0;
const isLive = ({ user, nth }: Slot): boolean => nth === LIVE && user % 20 === 5;
export const liveWebinars = ({ users }: World): Slot[] =>
  Array.from({ length: users }, (_, user) => ({ user, nth: LIVE })).filter(isLive);
export const heldWebinars = ({ users }: World): Slot[] =>
  Array.from({ length: users }, (_, user) => WEBINARS.map((nth) => ({ user, nth })))
    .flat()
    .filter((slot) => holds(slot) && kindOf(slot).held.length > 0);

const startTimeOf = (world: World, slot: Slot): number =>
  isLive(slot) ? world.start - 10 * MINUTE : midnight(world.start) + hourOf(world, slot) + (2 + slot.nth - FIRST) * DAY;

/** The instances of a webinar of the beginning; those whose start is asked for. */
export const pastWebinarsOf = (
  world: World,
  webinar: number,
  slot: Hosted | undefined,
  isAsked?: (start: number) => boolean,
): readonly Instance[] => {
  if (!slot || !holds(slot)) return [];
  const { type, held } = kindOf(slot);
  const starts = held.map((day) => midnight(world.start) - day * DAY + hourOf(world, slot));
  return heldAt(world, webinar, slot, { type, starts }, isAsked);
};

/** What every webinar has, new ones too. */
export const commonWebinar = (world: World, id: number, host: Hosted['host']): Known => ({
  ...scheduled(world, id, host),
  is_simulive: false,
  record_file_id: undefined,
  transition_to_live: undefined,
  simulive_delay_start: undefined,
});
/** A webinar of the beginning, by its number and the slot that this stands for. */
export const begunWebinar = (world: World, id: number, slot: Hosted): Known => {
  const { type, approval: approval_type } = kindOf(slot);
  const at = startTimeOf(world, slot);
  return {
    ...commonWebinar(world, id, slot.host),
    topic: topicOf(world, slot),
    agenda: '',
    type,
    uuid: uuidOf(world.seed, id, 0),
    start_time: type === RECURRING_NO_FIXED_TIME ? undefined : instant(at),
    duration: durationOf(world, slot),
    created_at: instant(world.start - (40 + slot.nth - FIRST) * DAY),
    creation_source: 'web_portal',
    ...(type === RECURRING_FIXED_TIME && { recurrence: weekly(at) }),
    ...registered(world, id, approval_type),
    settings: { approval_type, alternative_hosts: alternativeHosts(world, slot) },
  };
};
