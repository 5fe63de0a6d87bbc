/** What the dashboards show of the beginning: webinars, rooms, and how well sessions were heard and seen. */
import { type Row, row } from '../call.ts';
import { DAY, MINUTE } from '../clock.ts';
import { instant, type Known, pickInt } from '../seeded.ts';
import type { World } from '../world.ts';
import type { Instance } from './meetings.ts';
import { staysOf } from './stays.ts';

export interface Session extends Instance {
  readonly state: 'past' | 'pastOne' | 'live';
}
/** A number below another one that stays the same. */
export const number = ({ seed }: World, text: string, below: number): number =>
  pickInt(`${seed}/dashboard/${text}`, below);

const WAYS = ['input', 'output', 'device_from_crc', 'device_to_crc', 'device_from_rwg', 'device_to_rwg'];
const MINUTES = [0, 1, 2];

const media = (world: World, key: string): Known => ({
  bitrate: `${20 + number(world, `${key}/bitrate`, 80)} kbps`,
  latency: `${5 + number(world, `${key}/latency`, 60)} ms`,
  jitter: `${number(world, `${key}/jitter`, 9)} ms`,
  avg_loss: '0%',
  max_loss: `${number(world, `${key}/loss`, 3)}%`,
});
const picture = { frame_rate: '25 fps', resolution: '1280*720' };
/** What was measured of a participant's call, minute by minute. */
export const qosOf = (world: World, session: Session, participant: unknown): Known[] =>
  MINUTES.map((minute) => {
    const key = `${session.uuid}/${participant}/${minute}`;
    const names = ['audio', 'video', 'as'].flatMap((of) => WAYS.map((way) => `${of}_${way}`));
    const measured = names.map((name) => [
      name,
      { ...media(world, `${key}/${name}`), ...(!name.startsWith('audio') && picture) },
    ]);
    return {
      date_time: instant(session.start + minute * MINUTE),
      ...Object.fromEntries(measured),
      wifi_rssi: { min_rssi: -70, avg_rssi: -60, max_rssi: -50, rssi_unit: 'dBm' },
    };
  });

/** Each time that somebody was there; of what one alone attended, the first. */
export const stays = (world: World, session: Session): readonly Row[] =>
  staysOf(world, session).slice(0, session.state === 'pastOne' ? 1 : undefined);
const twoDigits = (value: number) => String(Math.floor(value)).padStart(2, '0');
export const sessionRow = (world: World, session: Session): Row => {
  const { uuid, meeting, host, topic, start, duration, state } = session;
  return row(`dashboard/${uuid}`, {
    uuid,
    id: meeting,
    topic,
    host: host.display_name,
    email: host.email,
    dept: host.dept ?? '',
    user_type: 'Licensed',
    start_time: instant(start),
    end_time: state === 'live' ? undefined : instant(start + duration * MINUTE),
    duration: `${twoDigits(duration / 60)}:${twoDigits(duration % 60)}:00`,
    participants: stays(world, session).length,
  });
};
/** Beside what is made up of the key, so that the lists of a meeting agree on whoever was there. */
export const stayRow = ({ uuid, state }: Session, { known }: Row, more: Known = {}): Row => {
  const { id, user_id, name, user_email, join_time, leave_time } = known;
  return row(`dashboard/${uuid}/${user_id}`, {
    id,
    participant_user_id: id,
    user_id,
    user_name: name,
    email: user_email,
    join_time,
    leave_time: state === 'live' ? undefined : leave_time,
    ...more,
  });
};

export const ROOM_ISSUES = ['Zoom Rooms Controller disconnected', 'Microphone disconnected', 'Camera disconnected'];
/** How the nth Zoom Room is doing: the first is in a meeting, and every third is in a bad way. */
export const roomStateAt = ({ start }: World, nth: number): Known => {
  const isBad = nth % 3 === 2;
  return {
    status: nth === 0 ? 'In Meeting' : 'Available',
    health: isBad ? 'critical' : 'none',
    issues: isBad ? ROOM_ISSUES.slice(0, 1) : [],
    last_start_time: instant(start - (nth + 1) * DAY),
  };
};
