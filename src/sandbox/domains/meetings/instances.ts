/** The times that meetings and webinars were held: those of the beginning, and those that a call ended. */
import type { Account } from '../../call.ts';
import { type Hosted, type Instance, pastOf, slotAt } from '../../seed/meetings.ts';
import { instanceOf, uuidOf } from '../../seed/numbers.ts';
import { isWebinarSlot, pastWebinarsOf } from '../../seed/webinars.ts';
import { type Known, MINUTE } from '../../seeded.ts';
import { peopleIn } from '../users/people.ts';

/** Those that were ended by a call, by their meeting, the latest first. */
export const ended = (): Map<number, readonly Instance[]> => new Map();

/** The slot of a meeting of the beginning, and its host, as far as there still is one. */
export const hostedAt = (account: Account, meeting: number): Hosted | undefined => {
  const slot = slotAt(account, meeting);
  return slot && { ...slot, host: peopleIn(account).get(slot.host.id) ?? slot.host };
};
/** What is held: a meeting or a webinar. */
export interface Scheduled extends Known {
  id: number;
  host_id: string;
}
/** Notes that it was held from a time until now, and gives the UUID of the next time. */
export const hold = (account: Account, { id, host_id, uuid, topic, type }: Scheduled, since: number): string => {
  const now = account.clock.now();
  const start = Math.min(now - MINUTE, since);
  const duration = Math.max(1, Math.round((now - start) / MINUTE));
  const said = { uuid: String(uuid), topic: String(topic), type: Number(type) };
  const instance: Instance = { ...said, meeting: id, host: peopleIn(account).find(host_id), start, duration };
  const instances = [instance, ...(account.of(ended).get(id) ?? [])];
  account.of(ended).set(id, instances);
  return uuidOf(account.seed, id, 1000 + instances.length);
};

const isBefore = (now: number) => (start: number) => start <= now;
/** The instances of a meeting or webinar, the latest first; those whose start is asked for, which is that they have begun. */
export const instancesOf = (
  account: Account,
  meeting: number,
  isAsked: (start: number) => boolean = isBefore(account.clock.now()),
): readonly Instance[] => {
  const slot = hostedAt(account, meeting);
  const begun = slot && isWebinarSlot(slot) ? pastWebinarsOf : pastOf;
  return [...(account.of(ended).get(meeting) ?? []), ...begun(account, meeting, slot, isAsked)]
    .filter(({ start }) => isAsked(start))
    .sort((a, b) => b.start - a.start);
};

/** An instance by UUID, or the latest of a number. */
export const instanceAt = (account: Account, ref: string): Instance | undefined => {
  if (/^\d+$/.test(ref)) return instancesOf(account, Number(ref))[0];
  const found = instanceOf(account.seed, ref);
  return found && instancesOf(account, found.meeting).find((each) => each.uuid === ref);
};
