/** Who was at a meeting that is over, and when. */
import { type Row, row } from '../call.ts';
import { MINUTE, SECOND } from '../clock.ts';
import { FIRST_NAMES, instant, type Known, opaqueId, pick, pickInt } from '../seeded.ts';
import type { World } from '../world.ts';
import type { Instance } from './meetings.ts';
import { original } from './people.ts';

const STRANGER = { id: '', user_email: '', internal_user: false };
/** Who came to a meeting: the host, some colleagues, and guests whose id and email Zoom does not tell. */
const peopleAt = (world: World, { host, guests: registered }: Instance, seed: string): Known[] => {
  const colleagues = Array.from({ length: 1 + pickInt(seed, 4) }, (_, i) =>
    original(world, pickInt(`${seed}/${i}`, world.users)),
  );
  const insiders = [...new Map([host, ...colleagues].map((user) => [user.id, user])).values()];
  const guests = Array.from({ length: 1 + pickInt(`${seed}/guests`, 2) }, (_, i) =>
    pick(`${seed}/guest/${i}`, FIRST_NAMES),
  );
  return [
    ...insiders.map(({ id, display_name: name, email }) => ({ id, name, user_email: email, internal_user: true })),
    ...(registered ?? guests.map((name) => ({ name }))).map((guest) => ({ ...STRANGER, ...guest })),
  ];
};
/** Each time that somebody was there; the second of them leaves and rejoins. */
export const staysOf = (world: World, instance: Instance): Row[] => {
  const { uuid, start, duration } = instance;
  const end = duration * MINUTE;
  const stays = peopleAt(world, instance, `${world.seed}/participants/${uuid}`).flatMap((person, i) =>
    i === 1
      ? [
          { person, from: 0, to: end / 3 },
          { person, from: end / 2, to: end },
        ]
      : [{ person, from: i * 20 * SECOND, to: end }],
  );
  return stays.map(({ person, from, to }, i) => {
    const seat = 16_778_240 + (i + 1) * 1024;
    return row(`participant/${uuid}/${seat}`, {
      registrant_id: undefined,
      ...person,
      join_time: instant(start + from),
      leave_time: instant(start + to),
      duration: Math.round((to - from) / SECOND),
      user_id: String(seat),
      status: 'in_meeting',
      failover: false,
    });
  });
};

/** What Zoom tells of a meeting that is over. */
export const instanceRow = (world: World, instance: Instance): Row => {
  const { uuid, meeting, host, topic, type, start, duration } = instance;
  const stays = staysOf(world, instance);
  const seconds = stays.reduce((sum, { known }) => sum + Number(known.duration), 0);
  return row(`instance/${uuid}`, {
    uuid,
    id: meeting,
    topic,
    type,
    start_time: instant(start),
    end_time: instant(start + duration * MINUTE),
    duration,
    total_minutes: Math.round(seconds / 60),
    participants_count: stays.length,
    host_id: host.id,
    user_name: host.display_name,
    user_email: host.email,
    dept: host.dept ?? '',
    source: 'Zoom',
  });
};
/** A stay as reports show it, and webinars. */
export const reported = ({ key, known }: Row): Row =>
  row(key, { ...known, participant_user_id: known.id, bo_mtg_id: undefined });
/** What the host answered to a poll. */
export const pollRow = ({ seed }: World, { uuid, start, host }: Instance): Row => {
  const answered = {
    polling_id: opaqueId(`${seed}/past poll/${uuid}`),
    question: 'Was this meeting useful?',
    answer: pick(uuid, ['Yes', 'No', 'Partly']),
    date_time: instant(start + 5 * MINUTE),
  };
  return row(`past poll/${uuid}`, { name: host.display_name, email: host.email, question_details: [answered] });
};
/** What was sent in the chat. */
export const fileRow = ({ uuid }: Instance): Row =>
  row(`file/${uuid}`, { file_name: 'slides.pdf', file_size: 1 + pickInt(uuid, 5_000_000) });
