/** What is recorded of the meetings of the beginning, and the files of that. */
import { RecordingFile } from '../../zoom/api/meetings/recordings.ts';
import { MINUTE } from '../clock.ts';
import { nameInUrl, textSize } from '../file-bytes.ts';
import { instant, type Known, only, opaqueId, pickInt } from '../seeded.ts';
import type { Table } from '../things.ts';
import type { World } from '../world.ts';
import { type Instance, pastOf, slotAt } from './meetings.ts';
import { meetingNumber } from './numbers.ts';
import { heldWebinars, pastWebinarsOf } from './webinars.ts';

export interface File extends Known {
  id?: string;
}
/** A recording's UUID as it stands in URLs. */
export const pathOf = (uuid: string): string => encodeURIComponent(Buffer.from(uuid).toString('base64url'));
export const downloadToken = ({ seed }: World, uuid: string): string => opaqueId(`${seed}/download/${uuid}`);

/** Where a file can be fetched, by the UUID or id of what it is of. */
export const urlIn =
  ({ origin }: World) =>
  (kind: '' | 'archive/' | 'phone/', of: string, name: string, { file_size, file_extension }: Known): string => {
    const ending = String(file_extension);
    const size = textSize(ending, of) ?? Number(file_size ?? 0);
    return `${origin()}/rec/${kind}download/${pathOf(of)}/${nameInUrl(name, size, ending)}`;
  };

export const filesOf = (world: World, { uuid, start, duration }: Instance): File[] => {
  const { seed } = world;
  const urlOf = urlIn(world);
  const file = (name: string, more: Known): File =>
    only(RecordingFile, {
      meeting_id: uuid,
      recording_start: instant(start),
      recording_end: instant(start + duration * MINUTE),
      ...more,
      download_url: urlOf('', uuid, name, more),
    });
  const whole = (recording_type: string, file_type: string, file_extension: string, size: number): File => {
    const id = opaqueId(`${seed}/file/${uuid}/${recording_type}`);
    const file_size = textSize(file_extension, uuid) ?? size * 1000 + pickInt(id, 1000);
    const play_url = `https://zoom.us/rec/play/${id}`;
    return file(id, { id, recording_type, file_type, file_extension, file_size, status: 'completed', play_url });
  };
  // Captions and timelines have no id, status, size, kind or play URL (docs/zoom.md 7).
  const bare = (file_type: string, file_extension: string) => file(file_type, { file_type, file_extension });
  return [
    whole('shared_screen_with_speaker_view', 'MP4', 'MP4', 40 * duration),
    whole('audio_only', 'M4A', 'M4A', duration),
    whole('audio_transcript', 'TRANSCRIPT', 'VTT', 0),
    bare('TIMELINE', 'JSON'),
    ...(pickInt(`${seed}/cc/${uuid}`, 2) === 0 ? [bare('CC', 'VTT')] : []),
  ];
};

/** The hosts who record, the meeting of theirs that is recorded, and how often: about 230 recordings a year. */
const HOSTS = 40;
const RECORDED_MEETING = 1;
const ONE_IN = 9;

/** Of webinars, too. */
const recordedWebinars = (world: World): readonly Instance[] =>
  heldWebinars(world).flatMap((slot) => {
    const webinar = meetingNumber(world.seed, slot);
    return slot.user < HOSTS ? pastWebinarsOf(world, webinar, slotAt(world, webinar)) : [];
  });

/** Recordings, by the UUIDs of what is recorded. */
export const recordingsOf = (world: World): Table =>
  Object.fromEntries(
    Array.from({ length: Math.min(HOSTS, world.users) }, (_, user) =>
      meetingNumber(world.seed, { user, nth: RECORDED_MEETING }),
    )
      .flatMap((meeting) => pastOf(world, meeting, slotAt(world, meeting)))
      .concat(recordedWebinars(world))
      .filter(({ uuid }) => pickInt(`${world.seed}/recorded/${uuid}`, ONE_IN) === 0)
      .map((instance) => [instance.uuid, { ...instance, id: instance.uuid }]),
  );
