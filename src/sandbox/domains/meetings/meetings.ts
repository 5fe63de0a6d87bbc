/** Meetings, scheduled and live: those of the beginning derived from their number, the others kept. */
import * as api from '../../../zoom/api/meetings/meetings.ts';
import { type Account, type Call, invalid, lazily, type Result, refuse, row } from '../../call.ts';
import { type Resource, resource } from '../../resource.ts';
import type { Instance } from '../../seed/meetings.ts';
import * as slots from '../../seed/meetings.ts';
import { meetingNumber, uuidOf } from '../../seed/numbers.ts';
import { type Occurrence, occurrencesOf, startOf } from '../../seed/occurrences.ts';
import { BASIC, type User } from '../../seed/people.ts';
import { DAY, instant, isKnown, type Known, MINUTE, pickInt } from '../../seeded.ts';
import { peopleIn, users } from '../users/people.ts';
import { ended, hostedAt, instancesOf } from './instances.ts';

const { INSTANT, SCHEDULED, RECURRING_FIXED_TIME, NO_REGISTRATION } = slots;
const PREVIOUS_DAYS = 183;

export interface Meeting extends Known {
  id: number;
  host_id: string;
}

const occurrence = (meeting: Meeting, id: string): Occurrence => {
  const found = occurrencesOf(meeting)?.find((each) => each.occurrence_id === id);
  if (!found) throw refuse.meeting(`${meeting.id} ${id}`);
  return found;
};
const changeOccurrence = (account: Account, meeting: Meeting, id: string, patch: Known): undefined => {
  const { occurrence_id } = occurrence(meeting, id);
  meetings.in(account).change(String(meeting.id), { changed: { [occurrence_id]: patch } });
};

const own = ({ seed, users: most }: Account, { index }: User, nths: readonly number[]): number[] =>
  index === undefined || index >= most ? [] : nths.map((nth) => meetingNumber(seed, { user: index, nth }));
/** Hands all of a host's meetings over. */
export const transferMeetings = (account: Account, from: User, to: User): void => {
  for (const { id } of meetings.ownedBy(account, from))
    meetings.in(account).change(String(id), { host_id: to.id, host_email: to.email });
};

const previous = ({ account, query, now }: Call, host: User): Result => {
  const oldest = now - PREVIOUS_DAYS * DAY;
  const from = Math.max(oldest, query.from ? Date.parse(query.from) : oldest);
  const to = query.to ? Date.parse(query.to) + DAY : now;
  const found = [...meetings.ownedBy(account, host).map(({ id }) => id), ...own(account, host, [slots.EXPIRED])]
    .flatMap((id) => instancesOf(account, id))
    .filter(({ start }) => start >= from && start < to)
    .sort((a, b) => b.start - a.start);
  return lazily(found, ({ uuid, topic, type, duration, start, meeting, host }) => {
    const known = meetings.in(account).get(String(meeting)) ?? { ...slots.common(account, meeting, host), agenda: '' };
    return row(`meeting/${meeting}`, { ...known, uuid, topic, type, duration, start_time: instant(start) });
  });
};
const isListed = ({ status, start_time }: Known, asked: string, { now }: Call): boolean => {
  if (asked === 'scheduled') return true;
  if (asked === 'live') return status === 'started';
  if (!isUpcoming(asked)) throw invalid('type');
  return start_time === undefined || Date.parse(String(start_time)) > now;
};
const isUpcoming = (asked = ''): boolean => asked.startsWith('upcoming');
/** Of what is upcoming, and of that alone, only the days asked for are listed; what has no time is on none. */
const isWithin =
  (isOn: (start: number, day: number) => boolean) =>
  ({ start_time }: Known, day: string, { query: { type, timezone = 'UTC' } }: Call): boolean => {
    const midnight = startOf(`${day}T00:00:00`, timezone);
    return !isUpcoming(type) || isOn(Date.parse(String(start_time)), midnight);
  };

const count = () => ({ made: 0 });
const hostOf = ({ account, body }: Call, named: User): User => {
  const { schedule_for } = body as Known;
  return schedule_for === undefined ? named : peopleIn(account).find(schedule_for);
};
const defaults = (call: Call, named: User): Known => {
  const { account, now } = call;
  const { type = SCHEDULED, settings } = call.body as { type?: number; settings?: { approval_type?: number } };
  const host = hostOf(call, named);
  const id = 88_000_000_000 + ++account.of(count).made * 7919 + (Math.abs(account.seed) % 7919);
  return {
    ...slots.common(account, id, host),
    ...(host.id !== named.id && { assistant_id: named.id }),
    uuid: uuidOf(account.seed, id, 0),
    topic: 'Zoom Meeting',
    agenda: '',
    duration: 60,
    start_time: [SCHEDULED, RECURRING_FIXED_TIME].includes(type) ? instant(now) : undefined,
    password: String(100_000 + pickInt(`${account.seed}/password/${id}`, 900_000)),
    type,
    status: type === INSTANT ? 'started' : 'waiting',
    created_at: instant(now),
    creation_source: 'open_api',
    ...slots.registered(account, id, settings?.approval_type),
    settings: { approval_type: NO_REGISTRATION, alternative_hosts: '' },
  };
};
/** What a body says of a meeting, as GET shows it. */
const written = (body: Known, call: Call, before: Meeting | undefined, named: User): Known => {
  const { account, query, now } = call;
  const { start_time, recurrence, ...rest } = body;
  const timezone = String(body.timezone ?? (before ?? hostOf(call, named)).timezone);
  const start = start_time === undefined ? undefined : startOf(String(start_time), timezone);
  if (Number.isNaN(start)) throw invalid('start_time');
  // A time that is over is ignored in an update and becomes now in a new meeting, without an error (docs/zoom.md 8).
  const timed = start !== undefined && !(before && start < now) && { start_time: instant(Math.max(start, now)) };
  if (before && query.occurrence_id) {
    const { duration = occurrence(before, query.occurrence_id).duration } = rest;
    changeOccurrence(account, before, query.occurrence_id, { ...timed, duration });
    return {};
  }
  return { ...rest, ...timed, ...(recurrence !== undefined && { recurrence: slots.recurring(recurrence as object) }) };
};
/** The longest interval of days, weeks and months. */
const MOST_BETWEEN: Readonly<Record<number, number>> = { 1: 99, 2: 50, 3: 10 };
const check = ({ type, recurrence }: Known): void => {
  if (type !== RECURRING_FIXED_TIME) return;
  // That a series without a recurrence is refused is in no document, but of one nothing comes.
  if (!isKnown(recurrence)) throw invalid('recurrence');
  const { type: kind, repeat_interval: every = 1 } = recurrence;
  if (Number(every) > (MOST_BETWEEN[Number(kind)] ?? 0)) throw invalid('recurrence.repeat_interval');
};
/** What ends a meeting under way. */
const end = (meeting: Meeting, { account, now }: Call): Known => {
  if (meeting.status !== 'started') return {};
  const { id, host_id, start_time, created_at } = meeting;
  const start = Math.min(now - MINUTE, Date.parse(String(start_time ?? created_at)) || now);
  const duration = Math.max(1, Math.round((now - start) / MINUTE));
  const said = { uuid: String(meeting.uuid), topic: String(meeting.topic), type: Number(meeting.type) };
  const instance: Instance = { ...said, meeting: id, host: peopleIn(account).find(host_id), start, duration };
  const instances = [instance, ...(account.of(ended).get(id) ?? [])];
  account.of(ended).set(id, instances);
  // The next instance has another UUID.
  return { status: 'waiting', uuid: uuidOf(account.seed, id, 1000 + instances.length) };
};

/** By their numbers; one whose host is gone is gone with the host. */
export const meetings: Resource<Meeting, User> = resource<Meeting, User>(api.getMeeting, {
  name: 'meeting',
  derive: (key, account) => {
    const slot = hostedAt(account, Number(key));
    return slot && slot.nth < account.meetingsPerUser ? slots.begun(account, Number(key), slot) : undefined;
  },
  owned: {
    at: api.listMeetings,
    of: users.at,
    by: 'host_id',
    ids: (account, host) => own(account, host, [...Array(account.meetingsPerUser).keys()]).map(String),
  },
  // Instant meetings are never listed.
  listed: (all) => all().filter(({ type }) => type !== INSTANT),
  // The time zone is that of `from` and `to`.
  where: {
    type: isListed,
    from: isWithin((start, day) => start >= day),
    to: isWithin((start, day) => start < day + DAY),
    timezone: () => true,
  },
  defaults,
  unread: ['schedule_for', 'template_id', 'default_password', 'settings.additional_data_center_regions'],
  written,
  check,
  refuse: {
    missing: refuse.meeting,
    found: ({ host_id }, account) => !peopleIn(account).get(String(host_id)) && refuse.user(host_id),
    create: (call, named) => hostOf(call, named).type === BASIC && refuse.unlicensed(),
    delete: ({ status }) => status === 'started' && refuse.meetingUnderWay(),
  },
  shown: (meeting) => ({ occurrences: occurrencesOf(meeting) }),
  actions: { end },
  on: (on) => {
    on(api.listMeetings, (call, { owner, usual }) =>
      call.query.type === 'previous_meetings' ? previous(call, owner) : usual(),
    );
    on(api.getMeeting, ({ account, query }, { thing }) => {
      const whole = meetings.row(thing, account);
      if (!query.occurrence_id) return whole;
      const { start_time, duration } = occurrence(thing, query.occurrence_id);
      return row(whole.key, { ...whole.known, start_time, duration });
    });
    on(api.deleteMeeting, ({ account, query }, { thing, usual }) =>
      query.occurrence_id ? changeOccurrence(account, thing, query.occurrence_id, { status: 'deleted' }) : usual(),
    );
    on(api.getInvitation, (_, { thing: { id, topic, host_email, join_url } }) => {
      const invitation = `${host_email} is inviting you to a scheduled Zoom meeting.\r\n\r\nTopic: ${topic}\r\n\r\nJoin Zoom Meeting\r\n${join_url}\r\n\r\nMeeting ID: ${id}\r\n`;
      return row('invitation', { invitation, sip_links: [`sip:${id}@zoomcrc.com`] });
    });
  },
});
