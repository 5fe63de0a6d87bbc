/** Meetings, scheduled and live: those of the beginning derived from their number, the others kept. */
import * as api from '../../../zoom/api/meetings/meetings.ts';
import { type Account, type Call, invalid, lazily, type Result, refuse, row } from '../../call.ts';
import { type Resource, resource } from '../../resource.ts';
import * as slots from '../../seed/meetings.ts';
import { occurrencesOf, startOf } from '../../seed/occurrences.ts';
import { BASIC, type User } from '../../seed/people.ts';
import { DAY, instant, type Known } from '../../seeded.ts';
import { peopleIn, users } from '../users/people.ts';
import { hold, hostedAt, instancesOf, type Scheduled } from './instances.ts';
import { checkSeries, hostOf, newlyScheduled, own, scheduleOf } from './schedule.ts';

const { INSTANT, SCHEDULED, RECURRING_FIXED_TIME } = slots;
const PREVIOUS_DAYS = 183;

export type Meeting = Scheduled;
const { written, read, deleteOccurrence, transfer } = scheduleOf<Meeting>(() => meetings, refuse.meeting);
export const transferMeetings = transfer;

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

const defaults = newlyScheduled({
  common: slots.common,
  topic: 'Zoom Meeting',
  usual: SCHEDULED,
  more: (type, host, named) => ({
    ...(host.id !== named.id && { assistant_id: named.id }),
    ...(![SCHEDULED, RECURRING_FIXED_TIME].includes(type) && { start_time: undefined }),
    status: type === INSTANT ? 'started' : 'waiting',
  }),
});
/** Since when a meeting is under way, if it is. */
export const meetingSince = (account: Account, { status, started_at, start_time, created_at }: Meeting) =>
  status === 'started' ? Date.parse(String(started_at ?? start_time ?? created_at)) || account.clock.now() : undefined;
/** What ends a meeting under way. */
export const end = (meeting: Meeting, { account }: Pick<Call, 'account'>): Known => {
  const since = meetingSince(account, meeting);
  return since === undefined ? {} : { status: 'waiting', started_at: undefined, uuid: hold(account, meeting, since) };
};

/** The link of a meeting holds its passcode, if it has one. */
const withoutPasscode = (meeting: Meeting): Known =>
  'password' in meeting && !meeting.password ? { join_url: String(meeting.join_url).replace(/\?.*/, '') } : {};

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
  check: checkSeries,
  refuse: {
    missing: refuse.meeting,
    found: ({ host_id }, account) => !peopleIn(account).get(String(host_id)) && refuse.user(host_id),
    create: (call, named) => hostOf(call, named).type === BASIC && refuse.unlicensed(),
    delete: ({ status }) => status === 'started' && refuse.meetingUnderWay(),
  },
  shown: (meeting) => ({ occurrences: occurrencesOf(meeting), ...withoutPasscode(meeting) }),
  actions: { end },
  on: (on) => {
    on(api.listMeetings, (call, { owner, usual }) =>
      call.query.type === 'previous_meetings' ? previous(call, owner) : usual(),
    );
    on(api.getMeeting, (call, { thing }) => read(call, thing));
    on(api.deleteMeeting, ({ account, query }, { thing, usual }) =>
      query.occurrence_id ? deleteOccurrence(account, thing, query.occurrence_id) : usual(),
    );
    on(api.getInvitation, (_, { thing: { id, topic, host_email, join_url } }) => {
      const invitation = `${host_email} is inviting you to a scheduled Zoom meeting.\r\n\r\nTopic: ${topic}\r\n\r\nJoin Zoom Meeting\r\n${join_url}\r\n\r\nMeeting ID: ${id}\r\n`;
      return row('invitation', { invitation, sip_links: [`sip:${id}@zoomcrc.com`] });
    });
  },
});
