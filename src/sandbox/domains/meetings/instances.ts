/** The times that meetings were held: those of the beginning, and those that a call ended. */
import type { Account } from '../../call.ts';
import { type Hosted, type Instance, pastOf, slotAt } from '../../seed/meetings.ts';
import { instanceOf } from '../../seed/numbers.ts';
import { peopleIn } from '../users/people.ts';

/** Those that were ended by a call, by their meeting, the latest first. */
export const ended = (): Map<number, readonly Instance[]> => new Map();

/** The slot of a meeting of the beginning, and its host, as far as there still is one. */
export const hostedAt = (account: Account, meeting: number): Hosted | undefined => {
  const slot = slotAt(account, meeting);
  return slot && { ...slot, host: peopleIn(account).get(slot.host.id) ?? slot.host };
};
const isBefore = (now: number) => (start: number) => start <= now;
/** The instances of a meeting, the latest first; those whose start is asked for, which is that they have begun. */
export const instancesOf = (
  account: Account,
  meeting: number,
  isAsked: (start: number) => boolean = isBefore(account.clock.now()),
): readonly Instance[] =>
  [...(account.of(ended).get(meeting) ?? []), ...pastOf(account, meeting, hostedAt(account, meeting), isAsked)]
    .filter(({ start }) => isAsked(start))
    .sort((a, b) => b.start - a.start);

/** An instance by UUID, or the latest of a meeting number. */
export const instanceAt = (account: Account, ref: string): Instance | undefined => {
  if (/^\d+$/.test(ref)) return instancesOf(account, Number(ref))[0];
  const found = instanceOf(account.seed, ref);
  return found && instancesOf(account, found.meeting).find((each) => each.uuid === ref);
};
