/** Meetings that have ended: instances, who was there, what they answered. */
import * as api from '../../zoom/api/meetings/past-meetings.ts';
import type { Domain, Row } from '../call.ts';
import { DAY, MINUTE, SECOND } from '../clock.ts';
import { lazily } from '../paging.ts';
import { Refusal, refuse } from '../refusal.ts';
import { FIRST_NAMES, instant, opaqueId, pick, pickInt } from '../seeded.ts';
import type { World } from '../world.ts';
import type { Instance, Meetings } from './meetings.ts';
import type { People } from './people.ts';

const YEAR = 366 * DAY;

/** The host, some colleagues of whom one rejoins, and guests whose id and email Zoom does not tell. */
export const staysOf = (world: World, people: People, { uuid, host, start, duration }: Instance): Row[] => {
  const seed = `${world.seed}/participants/${uuid}`;
  const colleagues = Array.from({ length: 1 + pickInt(seed, 4) }, (_, i) =>
    people.nth(pickInt(`${seed}/${i}`, world.users)),
  );
  const known = [...new Map([host, ...colleagues].map((user) => [user.id, user])).values()];
  const guests = Array.from({ length: 1 + pickInt(`${seed}/guests`, 2) }, (_, i) =>
    pick(`${seed}/guest/${i}`, FIRST_NAMES),
  );
  let seat = 16_778_240;
  const row = (
    person: { id: string; name: string; user_email: string; internal_user: boolean },
    from: number,
    to: number,
  ): Row => {
    seat += 1024;
    const times = {
      join_time: instant(start + from),
      leave_time: instant(start + to),
      duration: Math.round((to - from) / SECOND),
    };
    const known = {
      ...person,
      ...times,
      user_id: String(seat),
      registrant_id: undefined,
      status: 'in_meeting',
      failover: false,
    };
    return { key: `participant/${uuid}/${seat}`, known };
  };
  const end = duration * MINUTE;
  const insiders = known.map(({ id, display_name: name, email: user_email }) => ({
    id,
    name,
    user_email,
    internal_user: true,
  }));
  const outsiders = guests.map((name) => ({ id: '', name, user_email: '', internal_user: false }));
  return [...insiders, ...outsiders].flatMap((person, i) =>
    i === 1 ? [row(person, 0, end / 3), row(person, end / 2, end)] : [row(person, i * 20 * SECOND, end)],
  );
};

export const pastMeetings =
  (world: World, people: People, meetings: Meetings): Domain =>
  (on) => {
    const find = (ref = ''): Instance => {
      const found = meetings.instance(ref);
      if (!found) throw refuse.meeting(ref);
      if (found.start < world.clock.now() - YEAR) throw new Refusal(400, 12702, 'Can not access a meeting a year ago.');
      return found;
    };

    const participantsOf = (instance: Instance) => staysOf(world, people, instance);

    on(api.getInstance, ({ path }) => {
      const found = find(path.meetingId);
      const { uuid, meeting, host, topic, type, start, duration } = found;
      const participants = participantsOf(found);
      return {
        key: `instance/${uuid}`,
        known: {
          uuid,
          id: meeting,
          topic,
          type,
          start_time: instant(start),
          end_time: instant(start + duration * MINUTE),
          duration,
          total_minutes: Math.round(participants.reduce((sum, { known }) => sum + Number(known.duration), 0) / 60),
          participants_count: participants.length,
          host_id: host.id,
          user_name: host.display_name,
          user_email: host.email,
          dept: host.dept ?? '',
          source: 'Zoom',
        },
      };
    });

    on(api.listInstances, ({ path }) => {
      const ref = path.meetingId ?? '';
      const number = /^\d+$/.test(ref) ? Number(ref) : find(ref).meeting;
      const found = meetings.instancesOf(number);
      if (found.length === 0) meetings.find(String(number));
      return {
        rows: lazily(found, ({ uuid, start }) => ({
          key: `instance/${uuid}`,
          known: { uuid, start_time: instant(start) },
        })),
      };
    });

    on(api.listParticipants, ({ path }) => ({ rows: participantsOf(find(path.meetingId)) }));

    on(api.listPastPolls, ({ path }) => {
      const { uuid, start, host } = find(path.meetingId);
      const question_details = [
        {
          polling_id: opaqueId(`${world.seed}/past poll/${uuid}`),
          question: 'Was this meeting useful?',
          answer: pick(uuid, ['Yes', 'No', 'Partly']),
          date_time: instant(start + 5 * MINUTE),
        },
      ];
      const known = { name: host.display_name, email: host.email, question_details };
      return { rows: [{ key: `past poll/${uuid}`, known }] };
    });
  };
