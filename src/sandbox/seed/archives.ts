/** What is archived of what is held: of every fourth meeting a video, the sound of each participant of the account, and the chat. */
import { textSize } from '../file-bytes.ts';
import { instant, type Known, MINUTE, opaqueId, pickInt } from '../seeded.ts';
import type { World } from '../world.ts';
import { urlIn } from './files.ts';
import type { Instance } from './meetings.ts';
import { instanceOf, uuidOf } from './numbers.ts';
import { staysOf } from './stays.ts';

const ONE_IN = 4;
/** What is archived: an instance, or a breakout room of one. */
export interface Archived extends Instance {
  readonly parent?: string;
}

/** What of an instance is archived. */
export const archivedOf = (world: World, instance: Instance): readonly Archived[] =>
  pickInt(`${world.seed}/archived/${instance.uuid}`, ONE_IN) === 0 ? [instance, ...roomOf(world, instance)] : [];
/** Breakout rooms have UUIDs that stand behind those of their meetings. */
const ROOMS = 5000;
/** Of every other archived instance, its breakout room. */
const roomOf = ({ seed }: World, { uuid, meeting, ...same }: Instance): readonly Archived[] => {
  const at = instanceOf(seed, uuid);
  return at && pickInt(`${seed}/room/${uuid}`, 2) === 0
    ? [{ ...same, meeting, uuid: uuidOf(seed, meeting, ROOMS + at.instance), parent: uuid }]
    : [];
};
/** The UUID of the instance to which something archived belongs. */
export const heldUuidOf = ({ seed }: World, uuid: string): string => {
  const { meeting = 0, instance = 0 } = instanceOf(seed, uuid) ?? {};
  return instance > ROOMS ? uuidOf(seed, meeting, instance - ROOMS) : uuid;
};

const SEPARATOR = '.';
/** The UUID that stands in the id of a file. */
export const uuidInFileId = (fileId: string): string =>
  Buffer.from(fileId.split(SEPARATOR)[0] ?? '', 'base64url').toString();

/** The files, all of which are deleted by themselves. */
export const archiveFilesOf = (world: World, instance: Instance): readonly Known[] => {
  const { uuid, start, duration } = instance;
  const urlOf = urlIn(world);
  const file = (name: string, more: Known): Known => {
    const id = `${Buffer.from(uuid).toString('base64url')}${SEPARATOR}${name}`;
    const known = {
      id,
      status: 'completed',
      individual: false,
      participant_email: undefined,
      participant_join_time: instant(start),
      participant_leave_time: instant(start + duration * MINUTE),
      number_of_messages: undefined,
      file_path: undefined,
      file_size: textSize(String(more.file_extension), uuid) ?? 1000 * duration + pickInt(id, 1000),
      encryption_fingerprint: opaqueId(`${world.seed}/fingerprint/${id}`),
      auto_delete: true,
      ...more,
    };
    return { ...known, download_url: urlOf('archive/', uuid, name, known) };
  };
  const own = staysOf(world, instance).filter(({ known }) => known.user_email !== '');
  return [
    file('video', {
      recording_type: 'shared_screen_with_speaker_view',
      file_type: 'MP4',
      file_extension: 'MP4',
      // Beyond 32 bits.
      file_size: 5_000_000_000 + pickInt(uuid, 1_000_000),
    }),
    ...own.map(({ known: { user_id, user_email, join_time, leave_time } }) =>
      file(String(user_id), {
        recording_type: 'audio_only',
        file_type: 'M4A',
        file_extension: 'M4A',
        individual: true,
        participant_email: user_email,
        participant_join_time: join_time,
        participant_leave_time: leave_time,
      }),
    ),
    file('chat', { recording_type: 'chat_file', file_type: 'CHAT', file_extension: 'TXT', number_of_messages: 3 }),
  ];
};
