/** Meetings, scheduled and live: those of the beginning derived from their number, the others kept. */
import * as api from '../../zoom/api/meetings/meetings.ts';
import type { Call, Domain, Row } from '../call.ts';
import { DAY, MINUTE, midnight } from '../clock.ts';
import { collection } from '../collection.ts';
import { lazily } from '../paging.ts';
import { invalid, refuse } from '../refusal.ts';
import { instant, type Known, opaqueId, pick, pickInt, TOPICS } from '../seeded.ts';
import type { World } from '../world.ts';
import { instanceOf, meetingNumber, type Slot, slotOf, uuidOf } from './instances.ts';
import { type Occurrence, occurrencesOf, type Recurrence, startOf } from './occurrences.ts';
import { BASIC, type People, type User } from './people.ts';

const SCHEDULED = 2;
const RECURRING_NO_FIXED_TIME = 3;
const RECURRING_FIXED_TIME = 8;
const INSTANT = 1;
/** What the nth meeting of each user is, over and over. */
const TYPES = [2, 8, 2, 3, 2, 2, 2, 2, 8, 2];
/** Of each ten meetings: the weekly one with a long past, the one that is live for some, the one that is over. */
const WEEKLY = 1;
const LIVE = 2;
const LOOSE = 3;
const OVER = 4;
/** Of each ten meetings: those with registration, approved at once and by hand. */
const REGISTRATION: Readonly<Record<number, number>> = { 5: 0, 8: 1 };
const NO_REGISTRATION = 2;
/** A meeting that every user once had: it has instances, but is gone (404/3001). */
const EXPIRED = 999;
const HOSTS_A_DAY = 100;
const PREVIOUS_DAYS = 183;

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
}

export interface Meetings {
  /** A meeting by its number. Throws Zoom's 404/3001, or 404/1001 where its host is gone. */
  find(number: string | undefined): Known & { id: number; host_id: string };
  hasRegistration(meeting: Known): boolean;
  /** The instances of a meeting, the latest first. */
  instancesOf(meeting: number): readonly Instance[];
  /** An instance by UUID, or the latest of a meeting number. */
  instance(ref: string): Instance | undefined;
  /** Hands all of a host's meetings over. */
  transfer(from: string, to: string): void;
  readonly domain: Domain;
}

export const meetingsOf = (world: World, people: People): Meetings => {
  const { seed, start } = world;
  const today = midnight(start);

  const startTimeOf = ({ user, nth }: Slot): number => {
    const hour = (8 + pickInt(`${seed}/hour/${user}/${nth}`, 9)) * 60 * MINUTE;
    if (nth === OVER) return today - 3 * DAY + hour;
    if (nth === LIVE && user % 20 === 3) return start - 10 * MINUTE;
    return today + (1 + nth + pickInt(`${seed}/day/${user}/${nth}`, 5)) * DAY + hour;
  };
  const durationOf = ({ user, nth }: Slot) => pick(`${seed}/duration/${user}/${nth}`, [30, 45, 60]);
  const topicOf = ({ user, nth }: Slot) => `${pick(`${seed}/topic/${user}/${nth}`, TOPICS)} ${nth + 1}`;
  const typeOf = ({ nth }: Slot) => (nth === EXPIRED ? SCHEDULED : (TYPES[nth % TYPES.length] ?? SCHEDULED));

  const linksOf = (id: number) => ({
    join_url: `https://zoom.us/j/${id}?pwd=${opaqueId(`${seed}/join/${id}`)}`,
    start_url: `https://zoom.us/s/${id}?zak=${opaqueId(`${seed}/zak/${id}`)}`,
    chat_join_url: `https://zoom.us/launch/jc/${id}`,
  });
  /** What a new meeting has, too. */
  const common = (id: number, host: User): Known => ({
    id,
    host_id: host.id,
    host_email: host.email,
    timezone: host.timezone,
    status: 'waiting',
    pmi: undefined,
    assistant_id: undefined,
    recurrence: undefined,
    occurrences: undefined,
    registration_url: undefined,
    pre_schedule: false,
    tracking_fields: [],
    ...linksOf(id),
  });

  const derive = (key: string): Known | undefined => {
    const id = Number(key);
    const slot = slotOf(seed, id);
    const owner =
      slot && slot.nth < world.meetingsPerUser && slot.user < world.users ? people.nth(slot.user) : undefined;
    if (!slot || !owner) return undefined;
    const type = typeOf(slot);
    const at = startTimeOf(slot);
    const approval = REGISTRATION[slot.nth % TYPES.length] ?? NO_REGISTRATION;
    return {
      ...common(id, people.byId(owner.id) ?? owner),
      host_id: owner.id,
      topic: topicOf(slot),
      agenda: '',
      type,
      status: slot.nth === LIVE && slot.user % 20 === 3 ? 'started' : 'waiting',
      uuid: uuidOf(seed, id, 0),
      start_time: type === RECURRING_NO_FIXED_TIME ? undefined : instant(at),
      duration: durationOf(slot),
      created_at: instant(start - (40 + slot.nth) * DAY),
      creation_source: 'web_portal',
      ...(type === RECURRING_FIXED_TIME && {
        recurrence: {
          type: 2,
          repeat_interval: 1,
          weekly_days: String(new Date(at).getUTCDay() + 1),
          monthly_day: undefined,
          monthly_week: undefined,
          monthly_week_day: undefined,
          end_times: 6,
          end_date_time: undefined,
        },
      }),
      ...(approval !== NO_REGISTRATION && {
        registration_url: `https://zoom.us/meeting/register/${opaqueId(`${seed}/register/${id}`)}`,
      }),
      settings: { approval_type: approval, alternative_hosts: '' },
    };
  };

  const all = collection([], derive);
  const occurrenceChanges = new Map<string, Map<string, Known>>();
  const extra = new Map<string, number[]>();
  const held = new Map<number, Instance[]>();
  let made = 0;

  const idsOf = (host: User): number[] => {
    const index = people.indexOf(host.id);
    const own =
      index === undefined || index >= world.users
        ? []
        : Array.from({ length: world.meetingsPerUser }, (_, nth) => meetingNumber(seed, { user: index, nth }));
    return [...own, ...(extra.get(host.id) ?? [])].filter((id) => all.get(String(id))?.host_id === host.id);
  };

  const find = (number = ''): Known & { id: number; host_id: string } => {
    const known = all.get(number);
    if (!known) throw refuse.meeting(number);
    const host_id = String(known.host_id);
    if (!people.byId(host_id)) throw refuse.user(host_id);
    return { ...known, id: Number(known.id), host_id };
  };

  /** The occurrences of a series with what became of single ones. */
  const occurrences = (meeting: Known): Occurrence[] | undefined => {
    if (Number(meeting.type) !== RECURRING_FIXED_TIME || !meeting.recurrence) return undefined;
    const from = Date.parse(String(meeting.start_time));
    const changes = occurrenceChanges.get(String(meeting.id));
    return occurrencesOf(from, meeting.recurrence as Recurrence, Number(meeting.duration)).map((each) => ({
      ...each,
      ...changes?.get(each.occurrence_id),
    }));
  };
  const occurrence = (meeting: Known, id: string): Occurrence => {
    const found = occurrences(meeting)?.find((each) => each.occurrence_id === id);
    if (!found) throw refuse.meeting(`${meeting.id} ${id}`);
    return found;
  };
  const changeOccurrence = (meeting: Known, id: string, patch: Known) => {
    const number = String(meeting.id);
    occurrence(meeting, id);
    const changes = occurrenceChanges.get(number) ?? new Map<string, Known>();
    occurrenceChanges.set(number, changes.set(id, { ...changes.get(id), ...patch }));
  };

  const row = (meeting: Known): Row => ({
    key: `meeting/${meeting.id}`,
    known: { ...meeting, occurrences: occurrences(meeting) },
  });
  const listed = (id: number): Row => row(find(String(id)));

  const instancesOf = (meeting: number): readonly Instance[] => {
    const slot = slotOf(seed, meeting);
    const host = slot && slot.user < world.users ? people.nth(slot.user) : undefined;
    const past: Instance[] = [];
    if (slot && host && (slot.nth < world.meetingsPerUser || slot.nth === EXPIRED || slot.nth === WEEKLY)) {
      const add = (instance: number, at: number) =>
        past.push({
          uuid: uuidOf(seed, meeting, instance),
          meeting,
          host: people.byId(host.id) ?? host,
          topic: topicOf(slot),
          type: typeOf(slot),
          start: at,
          duration: durationOf(slot),
        });
      const hour = (8 + pickInt(`${seed}/hour/${slot.user}/${slot.nth}`, 9)) * 60 * MINUTE;
      const weekday = pickInt(`${seed}/weekday/${slot.user}`, 7);
      if (slot.nth === WEEKLY)
        for (let week = 1; week <= 51; week++) add(week, today - (week * 7 - weekday + 1) * DAY + hour);
      if (slot.nth === LOOSE) for (let time = 1; time <= 3; time++) add(time, today - time * 23 * DAY + hour);
      if (slot.nth === OVER) add(1, startTimeOf(slot));
      if (slot.nth === EXPIRED) add(1, today - 60 * DAY + hour);
    }
    return [...(held.get(meeting) ?? []), ...past]
      .filter((each) => each.start <= world.clock.now())
      .sort((a, b) => b.start - a.start);
  };
  const previousOf = (host: User, call: Call): readonly Instance[] => {
    const index = people.indexOf(host.id);
    const expired =
      index === undefined || index >= world.users ? [] : [meetingNumber(seed, { user: index, nth: EXPIRED })];
    const from = call.query.from ? Date.parse(call.query.from) : call.now - PREVIOUS_DAYS * DAY;
    const to = call.query.to ? Date.parse(call.query.to) + DAY : call.now;
    return [...idsOf(host), ...expired]
      .flatMap((id) => instancesOf(id))
      .filter((each) => each.start >= Math.max(from, call.now - PREVIOUS_DAYS * DAY) && each.start < to)
      .sort((a, b) => b.start - a.start);
  };
  const previousRow = (each: Instance): Row => {
    const known = all.get(String(each.meeting));
    const shown = known ?? { ...common(each.meeting, each.host), agenda: '' };
    const { uuid, topic, type, duration, start: at } = each;
    return {
      key: `meeting/${each.meeting}`,
      known: { ...shown, uuid, topic, type, duration, start_time: instant(at) },
    };
  };

  /** What a body says of a meeting, as GET shows it. */
  const written = (body: Known, timezone: string): Known => {
    const { start_time, type, schedule_for: _for, template_id: _template, default_password: _default, ...rest } = body;
    if (start_time !== undefined && Number.isNaN(startOf(String(start_time), timezone)))
      throw invalid({ field: 'start_time', message: 'Invalid field.' });
    return {
      ...rest,
      ...(type !== undefined && { type: Number(type) }),
      ...(start_time !== undefined && { start_time: instant(startOf(String(start_time), timezone)) }),
    };
  };
  const spendHost = (host: string): Readonly<Record<string, string>> => {
    const left = world.limits.spendDaily(
      `host ${host}`,
      HOSTS_A_DAY,
      `You have exceeded the daily rate limit of (${HOSTS_A_DAY}) Meeting Create/Update API requests permitted for this particular user. You can resume these requests at GMT 00:00:00.`,
    );
    return { 'X-RateLimit-Limit': String(HOSTS_A_DAY), 'X-RateLimit-Remaining': String(left) };
  };

  const domain: Domain = (on) => {
    on(api.listMeetings, (call) => {
      const host = people.find(call.path.userId ?? '');
      const type = call.query.type ?? 'scheduled';
      if (type === 'previous_meetings') return { rows: lazily(previousOf(host, call), previousRow) };
      // Instant meetings are never listed.
      const ids = idsOf(host).filter((id) => all.get(String(id))?.type !== INSTANT);
      const live = (id: number) => all.get(String(id))?.status === 'started';
      const upcoming = (id: number) => {
        const meeting = all.get(String(id));
        return meeting?.start_time === undefined || Date.parse(String(meeting.start_time)) > call.now;
      };
      if (type === 'live') return { rows: lazily(ids.filter(live), listed) };
      if (type === 'scheduled') return { rows: lazily(ids, listed) };
      if (type === 'upcoming' || type === 'upcoming_meetings') return { rows: lazily(ids.filter(upcoming), listed) };
      throw invalid({ field: 'type', message: 'Invalid field.' });
    });

    on(api.getMeeting, ({ path, query }) => {
      const meeting = find(path.meetingId);
      const whole = row(meeting);
      if (!query.occurrence_id) return whole;
      const { start_time, duration } = occurrence(meeting, query.occurrence_id);
      return { ...whole, known: { ...whole.known, start_time, duration } };
    });

    on(api.createMeeting, ({ path, body, now }) => {
      const named = people.find(path.userId ?? '');
      const host = body.schedule_for === undefined ? named : people.find(body.schedule_for);
      if (host.type === BASIC) throw refuse.unlicensed();
      const headers = spendHost(host.id);
      const id = 88_000_000_000 + ++made * 7919 + (Math.abs(seed) % 7919);
      const timezone = body.timezone ?? host.timezone;
      const type = Number(body.type ?? SCHEDULED);
      const password = body.password ?? String(100_000 + pickInt(`${seed}/password/${id}`, 900_000));
      const approval = body.settings?.approval_type;
      const asked = written(body, timezone);
      const meeting = all.add(String(id), {
        ...common(id, host),
        ...(host !== named && { assistant_id: named.id }),
        uuid: uuidOf(seed, id, 0),
        topic: 'Zoom Meeting',
        agenda: '',
        duration: 60,
        start_time: type === SCHEDULED || type === RECURRING_FIXED_TIME ? instant(now) : undefined,
        ...asked,
        ...(asked.recurrence !== undefined && { recurrence: recurrenceOf(asked.recurrence as Recurrence) }),
        timezone,
        type,
        password,
        status: type === INSTANT ? 'started' : 'waiting',
        created_at: instant(now),
        creation_source: 'open_api',
        ...(approval !== undefined &&
          Number(approval) !== NO_REGISTRATION && {
            registration_url: `https://zoom.us/meeting/register/${opaqueId(`${seed}/register/${id}`)}`,
          }),
        settings: { approval_type: NO_REGISTRATION, alternative_hosts: '', ...body.settings },
      });
      extra.set(host.id, [...(extra.get(host.id) ?? []), id]);
      return { headers, row: row(meeting) };
    });

    on(api.updateMeeting, ({ path, query, body, now }) => {
      const meeting = find(path.meetingId);
      const headers = spendHost(meeting.host_id);
      const patch = written(body, body.timezone ?? String(meeting.timezone));
      // Zoom ignores a time that is over, without an error.
      if (typeof patch.start_time === 'string' && Date.parse(patch.start_time) < now) delete patch.start_time;
      if (query.occurrence_id) {
        const { start_time, duration } = patch;
        const known = { ...(start_time !== undefined && { start_time }), ...(duration !== undefined && { duration }) };
        changeOccurrence(meeting, query.occurrence_id, known);
      } else {
        if (patch.recurrence !== undefined) patch.recurrence = recurrenceOf(patch.recurrence as Recurrence);
        all.change(String(meeting.id), patch);
      }
      return { headers };
    });

    on(api.deleteMeeting, ({ path, query }) => {
      const meeting = find(path.meetingId);
      if (query.occurrence_id) changeOccurrence(meeting, query.occurrence_id, { status: 'deleted' });
      else if (meeting.status === 'started') throw refuse.meetingUnderWay();
      else all.remove(String(meeting.id));
      return undefined;
    });

    on(api.endMeeting, ({ path, body, now }) => {
      if (body.action === 'recover') {
        if (!all.restore(path.meetingId ?? '')) throw refuse.meeting(path.meetingId);
        return undefined;
      }
      const meeting = find(path.meetingId);
      if (meeting.status !== 'started') return undefined;
      const begun = Math.min(now - MINUTE, Date.parse(String(meeting.start_time ?? meeting.created_at)) || now);
      const host = people.find(meeting.host_id);
      held.set(meeting.id, [
        {
          uuid: String(meeting.uuid),
          meeting: meeting.id,
          host,
          topic: String(meeting.topic),
          type: Number(meeting.type),
          start: begun,
          duration: Math.max(1, Math.round((now - begun) / MINUTE)),
        },
        ...(held.get(meeting.id) ?? []),
      ]);
      // The next instance has another UUID.
      const next = 1000 + (held.get(meeting.id)?.length ?? 0);
      all.change(String(meeting.id), { status: 'waiting', uuid: uuidOf(seed, meeting.id, next) });
      return undefined;
    });

    on(api.getInvitation, ({ path }) => {
      const { id, topic, host_email, join_url } = find(path.meetingId);
      const invitation = `${host_email} is inviting you to a scheduled Zoom meeting.\r\n\r\nTopic: ${topic}\r\n\r\nJoin Zoom Meeting\r\n${join_url}\r\n\r\nMeeting ID: ${id}\r\n`;
      return { key: `meeting/${id}/invitation`, known: { invitation, sip_links: [`sip:${id}@zoomcrc.com`] } };
    });
  };

  return {
    find,
    hasRegistration: (meeting) => approvalOf(meeting) !== NO_REGISTRATION,
    instancesOf,
    instance(ref) {
      if (/^\d+$/.test(ref)) return instancesOf(Number(ref))[0];
      const found = instanceOf(seed, ref);
      return found && instancesOf(found.meeting).find((each) => each.uuid === ref);
    },
    transfer(from, to) {
      const host = people.byId(from);
      const heir = people.byId(to);
      if (!host || !heir) return;
      const ids = idsOf(host);
      for (const id of ids) all.change(String(id), { host_id: heir.id, host_email: heir.email });
      extra.set(to, [...(extra.get(to) ?? []), ...ids]);
    },
    domain,
  };
};

/** Of registration: 0 approves at once, 1 by hand, 2 has none. */
export const approvalOf = (meeting: Known): number => {
  const settings = meeting.settings;
  const type: unknown =
    typeof settings === 'object' && settings !== null ? Reflect.get(settings, 'approval_type') : undefined;
  return Number(type ?? NO_REGISTRATION);
};

/** A recurrence as given, with nothing made up beside it. */
const recurrenceOf = (given: Recurrence): Known => ({
  repeat_interval: 1,
  weekly_days: undefined,
  monthly_day: undefined,
  monthly_week: undefined,
  monthly_week_day: undefined,
  end_times: undefined,
  end_date_time: undefined,
  ...given,
});
