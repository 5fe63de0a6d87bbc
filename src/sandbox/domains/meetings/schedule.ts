/** What meetings and webinars have alike: each is scheduled for a host, at a time or as a series whose occurrences change one by one. */
import { type Account, type Call, invalid, type Refusal, row } from '../../call.ts';
import type { Resource } from '../../resource.ts';
import { NO_REGISTRATION, recurring, registered } from '../../seed/meetings.ts';
import { meetingNumber, uuidOf } from '../../seed/numbers.ts';
import { isSeries, type Occurrence, occurrencesOf, startOf } from '../../seed/occurrences.ts';
import type { User } from '../../seed/people.ts';
import { instant, isKnown, type Known, MINUTE, pickInt } from '../../seeded.ts';
import { peopleIn } from '../users/people.ts';
import type { Scheduled } from './instances.ts';

/** The host that a body names, who is not always the user of the path. */
export const hostOf = ({ account, body }: Call, named: User): User => {
  const { schedule_for } = body as Known;
  return schedule_for === undefined ? named : peopleIn(account).find(schedule_for);
};
/** The numbers that a user has at the beginning. */
export const own = ({ seed, users: most }: Account, { index }: User, nths: readonly number[]): number[] =>
  index === undefined || index >= most ? [] : nths.map((nth) => meetingNumber(seed, { user: index, nth }));

const count = () => ({ made: 0 });
/** The number of what is scheduled next. */
const newNumber = (account: Account): number =>
  88_000_000_000 + ++account.of(count).made * 7919 + (Math.abs(account.seed) % 7919);

interface Kind {
  readonly common: (account: Account, id: number, host: User) => Known;
  readonly topic: string;
  /** The type where a body names none. */
  readonly usual: number;
  /** What is specially so of what is new. */
  readonly more: (type: number, host: User, named: User) => Known;
}
/** What is scheduled without saying more than must be said. */
export const newlyScheduled =
  ({ common, topic, usual, more }: Kind) =>
  (call: Call, named: User): Known => {
    const { account, now } = call;
    const { type = usual, settings } = call.body as { type?: number; settings?: { approval_type?: number } };
    const host = hostOf(call, named);
    const id = newNumber(account);
    return {
      ...common(account, id, host),
      uuid: uuidOf(account.seed, id, 0),
      ...{ topic, agenda: '', duration: 60, type },
      start_time: instant(now),
      password: String(100_000 + pickInt(`${account.seed}/password/${id}`, 900_000)),
      created_at: instant(now),
      creation_source: 'open_api',
      ...registered(account, id, settings?.approval_type),
      settings: { approval_type: NO_REGISTRATION, alternative_hosts: '' },
      ...more(type, host, named),
    };
  };

/** The longest interval of days, weeks and months. */
const MOST_BETWEEN: Readonly<Record<number, number>> = { 1: 99, 2: 50, 3: 10 };
export const checkSeries = ({ type, recurrence }: Known): void => {
  if (!isSeries(type)) return;
  // That a series without a recurrence is refused is in no document, but of one nothing comes.
  if (!isKnown(recurrence)) throw invalid('recurrence');
  const { type: kind, repeat_interval: every = 1 } = recurrence;
  if (Number(every) > (MOST_BETWEEN[Number(kind)] ?? 0)) throw invalid('recurrence.repeat_interval');
};

/** The time and the occurrences of what a resource schedules. */
export const scheduleOf = <T extends Scheduled>(of: () => Resource<T, User>, missing: (what: string) => Refusal) => {
  const occurrence = (thing: T, id: string): Occurrence => {
    const found = occurrencesOf(thing)?.find((each) => each.occurrence_id === id);
    if (!found) throw missing(`${thing.id} ${id}`);
    return found;
  };
  const changeOccurrence = (account: Account, thing: T, id: string, patch: Known): undefined => {
    const { occurrence_id } = occurrence(thing, id);
    of()
      .in(account)
      .change(String(thing.id), { changed: { [occurrence_id]: patch } });
  };
  return {
    /** What a body says, as GET shows it. */
    written: (body: Known, call: Call, before: T | undefined, named: User): Known => {
      const { account, query, now } = call;
      const { start_time, recurrence, ...rest } = body;
      const timezone = String(body.timezone ?? (before ?? hostOf(call, named)).timezone);
      const start = start_time === undefined ? undefined : startOf(String(start_time), timezone);
      if (Number.isNaN(start)) throw invalid('start_time');
      // A time that is over is ignored in an update and becomes now in a new one, without an error (docs/zoom.md 8).
      const timed = start !== undefined && !(before && start < now) && { start_time: instant(Math.max(start, now)) };
      if (before && query.occurrence_id) {
        const { duration = occurrence(before, query.occurrence_id).duration } = rest;
        changeOccurrence(account, before, query.occurrence_id, { ...timed, duration });
        return {};
      }
      return { ...rest, ...timed, ...(recurrence !== undefined && { recurrence: recurring(recurrence as object) }) };
    },
    /** All of it, with what is still to come of a series unless all is asked for; or the occurrence that the query names. */
    read: ({ account, query, now }: Call, thing: T) => {
      const whole = of().row(thing, account);
      if (!query.occurrence_id) {
        const isShown = ({ start_time, duration }: Occurrence) =>
          query.show_previous_occurrences === 'true' || Date.parse(start_time) + duration * MINUTE > now;
        return row(whole.key, { ...whole.known, occurrences: occurrencesOf(thing)?.filter(isShown) });
      }
      const { start_time, duration } = occurrence(thing, query.occurrence_id);
      return row(whole.key, { ...whole.known, start_time, duration });
    },
    deleteOccurrence: (account: Account, thing: T, id: string): undefined =>
      changeOccurrence(account, thing, id, { status: 'deleted' }),
    /** Hands all that a host has over. */
    transfer: (account: Account, from: User, to: User): void => {
      for (const { id } of of().ownedBy(account, from))
        of().in(account).change(String(id), { host_id: to.id, host_email: to.email });
    },
  };
};
