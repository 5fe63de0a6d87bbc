/** Meetings, scheduled and live: those of the beginning derived from their number, the others kept. */
import * as api from '../../../zoom/api/meetings/meetings.ts';
import type { Account } from '../../account.ts';
import { type Call, type Domain, type Result, type Row, row } from '../../call.ts';
import { DAY, MINUTE } from '../../clock.ts';
import { lazily } from '../../paging.ts';
import { invalid, refuse } from '../../refusal.ts';
import { type Resource, resource } from '../../resource.ts';
import type { Instance } from '../../seed/meetings.ts';
import * as slots from '../../seed/meetings.ts';
import { meetingNumber, uuidOf } from '../../seed/numbers.ts';
import { type Occurrence, occurrencesOf, type Recurrence, startOf } from '../../seed/occurrences.ts';
import { BASIC, type User } from '../../seed/people.ts';
import { instant, type Known, pickInt, without } from '../../seeded.ts';
import { single } from '../../single.ts';
import { peopleIn, users } from '../users/people.ts';
import { ended, hostedAt, instancesOf } from './instances.ts';

const { INSTANT, SCHEDULED, RECURRING_FIXED_TIME, NO_REGISTRATION } = slots;
const HOSTS_A_DAY = 100;
const PREVIOUS_DAYS = 183;

export interface Meeting extends Known {
  id: number;
  host_id: string;
}

const derive = (key: string, account: Account): Known | undefined => {
  const slot = hostedAt(account, Number(key));
  return slot && slot.nth < account.meetingsPerUser ? slots.begun(account, Number(key), slot) : undefined;
};

/** What became of single occurrences, by meeting and occurrence. */
const changed = (): Map<string, Known> => new Map();
/** The occurrences of a series. */
const occurrences = (account: Account, meeting: Known): Occurrence[] | undefined => {
  if (Number(meeting.type) !== RECURRING_FIXED_TIME || !meeting.recurrence) return undefined;
  const from = Date.parse(String(meeting.start_time));
  return occurrencesOf(from, meeting.recurrence as Recurrence, Number(meeting.duration)).map((each) => ({
    ...each,
    ...account.of(changed).get(`${meeting.id} ${each.occurrence_id}`),
  }));
};
const occurrence = (account: Account, meeting: Meeting, id: string): Occurrence => {
  const found = occurrences(account, meeting)?.find((each) => each.occurrence_id === id);
  if (!found) throw refuse.meeting(`${meeting.id} ${id}`);
  return found;
};
const changeOccurrence = (account: Account, meeting: Meeting, id: string, patch: Known) => {
  const key = `${meeting.id} ${occurrence(account, meeting, id).occurrence_id}`;
  account.of(changed).set(key, { ...account.of(changed).get(key), ...patch });
};

/** The meetings that a host did not have at the beginning, by the host. */
const gained = (): Map<string, readonly number[]> => new Map();
const gain = (account: Account, host: string, ids: readonly number[]) =>
  account.of(gained).set(host, [...(account.of(gained).get(host) ?? []), ...ids]);
const own = ({ seed, users: most }: Account, { index }: User, nths: readonly number[]): number[] =>
  index === undefined || index >= most ? [] : nths.map((nth) => meetingNumber(seed, { user: index, nth }));
const idsOf = (account: Account, host: User): number[] => {
  const begun = own(account, host, [...Array(account.meetingsPerUser).keys()]);
  return [...begun, ...(account.of(gained).get(host.id) ?? [])].filter((id) => known(account, id)?.host_id === host.id);
};
const known = (account: Account, id: number): Meeting | undefined => meetings.in(account).get(String(id));

/** Hands all of a host's meetings over. */
export const transferMeetings = (account: Account, from: User, to: User): void => {
  const ids = idsOf(account, from);
  for (const id of ids) meetings.in(account).change(String(id), { host_id: to.id, host_email: to.email });
  gain(account, to.id, ids);
};

const previous = (call: Call, host: User): Result => {
  const { account, query, now } = call;
  const oldest = now - PREVIOUS_DAYS * DAY;
  const from = Math.max(oldest, query.from ? Date.parse(query.from) : oldest);
  const to = query.to ? Date.parse(query.to) + DAY : now;
  const found = [...idsOf(account, host), ...own(account, host, [slots.EXPIRED])]
    .flatMap((id) => instancesOf(account, id))
    .filter(({ start }) => start >= from && start < to)
    .sort((a, b) => b.start - a.start);
  return lazily(found, ({ uuid, topic, type, duration, start, meeting, host }: Instance): Row => {
    const shown = known(account, meeting) ?? { ...slots.common(account, meeting, host), agenda: '' };
    return row(`meeting/${meeting}`, { ...shown, uuid, topic, type, duration, start_time: instant(start) });
  });
};
const list = (call: Call): Result => {
  const { account, query, now } = call;
  const host = users.at(call);
  const isUpcoming = ({ start_time }: Known) => start_time === undefined || Date.parse(String(start_time)) > now;
  const shows: Readonly<Record<string, (meeting: Known) => boolean>> = {
    scheduled: () => true,
    live: ({ status }) => status === 'started',
    upcoming: isUpcoming,
    upcoming_meetings: isUpcoming,
  };
  if (query.type === 'previous_meetings') return previous(call, host);
  const show = shows[query.type ?? 'scheduled'];
  if (!show) throw invalid({ field: 'type', message: 'Invalid field.' });
  // Instant meetings are never listed.
  const isListed = (meeting: Known = {}) => meeting.type !== INSTANT && show(meeting);
  const ids = idsOf(account, host).filter((id) => isListed(known(account, id)));
  return lazily(ids, (id) => meetings.row(meetings.in(account).find(String(id)), account));
};

/** What a body says of a meeting, as GET shows it. */
const written = (body: Known, timezone: string): Known => {
  const { start_time, type, recurrence, ...rest } = without(body, ['schedule_for', 'template_id', 'default_password']);
  const start = start_time === undefined ? undefined : startOf(String(start_time), timezone);
  if (Number.isNaN(start)) throw invalid({ field: 'start_time', message: 'Invalid field.' });
  return {
    ...rest,
    ...(type !== undefined && { type: Number(type) }),
    ...(start !== undefined && { start_time: instant(start) }),
    ...(recurrence !== undefined && { recurrence: slots.recurring(recurrence as object) }),
  };
};
const spendHost = ({ limits }: Account, host: string): Readonly<Record<string, string>> => {
  const tooMany = `You have exceeded the daily rate limit of (${HOSTS_A_DAY}) Meeting Create/Update API requests permitted for this particular user. You can resume these requests at GMT 00:00:00.`;
  const left = limits.spendDaily(`host ${host}`, HOSTS_A_DAY, tooMany);
  return { 'X-RateLimit-Limit': String(HOSTS_A_DAY), 'X-RateLimit-Remaining': String(left) };
};
const count = () => ({ made: 0 });

/** By their numbers; one whose host is gone is gone with the host. */
export const meetings: Resource<Meeting> = resource<Meeting>(api.getMeeting, {
  name: 'meeting',
  derive,
  refuse: {
    missing: refuse.meeting,
    found: ({ host_id }, account) => !peopleIn(account).get(String(host_id)) && refuse.user(host_id),
  },
  shown: (meeting, account) => ({ occurrences: occurrences(account, meeting) }),
  on: (on) => {
    on(api.listMeetings, list);
    on(api.getMeeting, ({ account, query }, { thing }) => {
      const whole = meetings.row(thing, account);
      if (!query.occurrence_id) return whole;
      const { start_time, duration } = occurrence(account, thing, query.occurrence_id);
      return row(whole.key, { ...whole.known, start_time, duration });
    });
    on(api.createMeeting, (call) => {
      const { account, body, now } = call;
      const named = users.at(call);
      const host = body.schedule_for === undefined ? named : peopleIn(account).find(body.schedule_for);
      if (host.type === BASIC) throw refuse.unlicensed();
      const headers = spendHost(account, host.id);
      const id = 88_000_000_000 + ++account.of(count).made * 7919 + (Math.abs(account.seed) % 7919);
      const timezone = body.timezone ?? host.timezone;
      const type = Number(body.type ?? SCHEDULED);
      const timed = type === SCHEDULED || type === RECURRING_FIXED_TIME;
      const meeting = meetings.in(account).add({
        ...slots.common(account, id, host),
        ...(host !== named && { assistant_id: named.id }),
        uuid: uuidOf(account.seed, id, 0),
        topic: 'Zoom Meeting',
        agenda: '',
        duration: 60,
        start_time: timed ? instant(now) : undefined,
        password: String(100_000 + pickInt(`${account.seed}/password/${id}`, 900_000)),
        ...written(body, timezone),
        timezone,
        type,
        status: type === INSTANT ? 'started' : 'waiting',
        created_at: instant(now),
        creation_source: 'open_api',
        ...slots.registered(account, id, body.settings?.approval_type),
        settings: { approval_type: NO_REGISTRATION, alternative_hosts: '', ...body.settings },
      });
      gain(account, host.id, [id]);
      return { headers, row: meetings.row(meeting, account) };
    });
    on(api.updateMeeting, ({ account, query, body, now }, { thing: meeting, things }) => {
      const headers = spendHost(account, meeting.host_id);
      const patch = written(body, body.timezone ?? String(meeting.timezone));
      // Zoom ignores a time that is over, without an error.
      if (Date.parse(String(patch.start_time)) < now) delete patch.start_time;
      if (query.occurrence_id) {
        const others = Object.keys(patch).filter((name) => name !== 'start_time' && name !== 'duration');
        changeOccurrence(account, meeting, query.occurrence_id, without(patch, others));
      } else things.change(String(meeting.id), patch);
      return { headers };
    });
    on(api.deleteMeeting, ({ account, query }, { thing: meeting, things }) => {
      if (query.occurrence_id) changeOccurrence(account, meeting, query.occurrence_id, { status: 'deleted' });
      else if (meeting.status === 'started') throw refuse.meetingUnderWay();
      else things.remove(String(meeting.id));
    });
    on(api.getInvitation, (_, { thing: { id, topic, host_email, join_url } }) => {
      const invitation = `${host_email} is inviting you to a scheduled Zoom meeting.\r\n\r\nTopic: ${topic}\r\n\r\nJoin Zoom Meeting\r\n${join_url}\r\n\r\nMeeting ID: ${id}\r\n`;
      return row('invitation', { invitation, sip_links: [`sip:${id}@zoomcrc.com`] });
    });
  },
});

const end = ({ account, now }: Call, meeting: Meeting): void => {
  if (meeting.status !== 'started') return;
  const { id, host_id, start_time, created_at } = meeting;
  const start = Math.min(now - MINUTE, Date.parse(String(start_time ?? created_at)) || now);
  const duration = Math.max(1, Math.round((now - start) / MINUTE));
  const said = { uuid: String(meeting.uuid), topic: String(meeting.topic), type: Number(meeting.type) };
  const instance: Instance = { ...said, meeting: id, host: peopleIn(account).find(host_id), start, duration };
  const instances = [instance, ...(account.of(ended).get(id) ?? [])];
  account.of(ended).set(id, instances);
  // The next instance has another UUID.
  const uuid = uuidOf(account.seed, id, 1000 + instances.length);
  meetings.in(account).change(String(id), { status: 'waiting', uuid });
};

/** What is deleted can be recovered: the only operation on what is not there. */
export const meetingStatus: Domain = (on) =>
  on(api.endMeeting, (call) => {
    const ref = call.path.meetingId ?? '';
    if (call.body.action !== 'recover') end(call, meetings.at(call));
    else if (!meetings.in(call.account).restore(ref)) throw refuse.meeting(ref);
  });
export const livestream = single(api.getLivestream, { of: (call) => row(`/meetings/${meetings.at(call).id}`, {}) });

/** Of registration: 0 approves at once, 1 by hand, 2 has none. */
export const approvalOf = ({ settings }: Known): number => {
  const type: unknown =
    typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'approval_type') : undefined;
  return Number(type ?? NO_REGISTRATION);
};
export const hasRegistration = (meeting: Known): boolean => approvalOf(meeting) !== NO_REGISTRATION;
