/** What is archived of meetings: every fourth one, with a video, the sound of each participant of the account, and the chat. */
import * as api from '../../../zoom/api/meetings/archives.ts';
import { type Account, operations, type Row, refuse, row } from '../../call.ts';
import { textSize } from '../../file-bytes.ts';
import { urlIn } from '../../seed/files.ts';
import type { Instance } from '../../seed/meetings.ts';
import { instanceOf, uuidOf } from '../../seed/numbers.ts';
import { staysOf } from '../../seed/stays.ts';
import { instant, type Known, MINUTE, opaqueId, pickInt } from '../../seeded.ts';
import { everyHeld } from '../dashboards/sessions.ts';
import { peopleIn } from '../users/people.ts';
import { instanceAt } from './instances.ts';

const ONE_IN = 4;
/** The UUIDs of what was deleted. */
const deleted = (): Set<string> => new Set();
/** Whether files are deleted by themselves, of those of which a call has said so. */
const autoDelete = (): Map<unknown, boolean> => new Map();

const isArchived = ({ seed }: Account, { uuid }: Instance): boolean =>
  pickInt(`${seed}/archived/${uuid}`, ONE_IN) === 0;
/** What is archived: an instance, or a breakout room of one. */
interface Archived extends Instance {
  readonly parent?: string;
}
/** Breakout rooms have UUIDs that stand behind those of their meetings. */
const ROOMS = 5000;
/** Of every other archived instance, its breakout room. */
const roomOf = ({ seed }: Account, { uuid, meeting, ...same }: Instance): readonly Archived[] => {
  const at = instanceOf(seed, uuid);
  return at && pickInt(`${seed}/room/${uuid}`, 2) === 0
    ? [{ ...same, meeting, uuid: uuidOf(seed, meeting, ROOMS + at.instance), parent: uuid }]
    : [];
};
/** What of an instance is archived. */
const archivedOf = (account: Account, instance: Instance): readonly Archived[] =>
  isArchived(account, instance)
    ? [instance, ...roomOf(account, instance)].filter(({ uuid }) => !account.of(deleted).has(uuid))
    : [];
/** What of a UUID is archived. */
const archivedAt = (account: Account, uuid = ''): Archived | undefined => {
  const { seed } = account;
  const { meeting = 0, instance = 0 } = instanceOf(seed, uuid) ?? {};
  const found = instanceAt(account, instance > ROOMS ? uuidOf(seed, meeting, instance - ROOMS) : uuid);
  return found && archivedOf(account, found).find((archived) => archived.uuid === uuid);
};
const SEPARATOR = '.';
const filesOf = (account: Account, instance: Instance): readonly Known[] => {
  const { uuid, start, duration } = instance;
  const urlOf = urlIn(account);
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
      encryption_fingerprint: opaqueId(`${account.seed}/fingerprint/${id}`),
      auto_delete: account.of(autoDelete).get(id) ?? true,
      ...more,
    };
    return { ...known, download_url: urlOf('archive/', uuid, name, known) };
  };
  const own = staysOf(account, instance).filter(({ known }) => known.user_email !== '');
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
const archiveRow = (account: Account, instance: Archived): Row => {
  const { uuid, meeting, host, topic, type, start, duration, parent } = instance;
  const archive_files = filesOf(account, instance);
  const groups = new Set(archive_files.flatMap((file) => groupsOf(account, file)));
  return row(`archive/${uuid}`, {
    uuid,
    id: meeting,
    host_id: host.id,
    topic,
    type,
    meeting_type: 'internal',
    status: 'completed',
    start_time: instant(start),
    timezone: host.timezone,
    duration,
    duration_in_second: 60 * duration,
    complete_time: instant(start + 2 * duration * MINUTE),
    total_size: archive_files.reduce((sum, { file_size }) => sum + Number(file_size), 0),
    recording_count: archive_files.length,
    is_breakout_room: parent !== undefined,
    parent_meeting_id: parent,
    group_id: [...groups].join(','),
    archive_files,
    physical_files: [],
  });
};
/** The first group of the participant of a file. */
const groupsOf = (account: Account, { participant_email }: Known): readonly string[] => {
  if (typeof participant_email !== 'string') return [];
  const user = peopleIn(account)
    .all()
    .find(({ email }) => email === participant_email);
  return user?.group_ids.slice(0, 1) ?? [];
};

const WEEK = 7;
export const archives = operations((on) => {
  on(api.listArchives, ({ account, span, query }) => {
    const asked = query.group_ids?.split(',');
    const rows = everyHeld(account, span)
      .flatMap((instance) => archivedOf(account, instance))
      .map((archived) => archiveRow(account, archived));
    return asked ? rows.filter(({ known }) => asked.some((id) => String(known.group_id).includes(id))) : rows;
  });
  on(api.getArchiveStatistics, ({ account, query, now }) => {
    const to = query.to ? Date.parse(query.to) : now;
    const from = query.from ? Date.parse(query.from) : to - WEEK * 24 * 60 * MINUTE;
    const span = { from, to, echo: { from: instant(from), to: instant(to) }, cut: false };
    const all = everyHeld(account, span).flatMap((instance) => archivedOf(account, instance));
    const files = all.flatMap((instance) => filesOf(account, instance));
    const count = (extension: string) => files.filter((file) => file.file_extension === extension).length;
    return row(`archives/${from}/${to}`, {
      ...span.echo,
      total_records: files.length,
      statistic_by_file_extension: {
        mp4_file_count: count('MP4'),
        m4a_file_count: count('M4A'),
        txt_file_count: count('TXT'),
        json_file_count: 0,
        vtt_file_count: 0,
      },
      statistic_by_file_status: {
        completed_file_count: files.length,
        processing_file_count: 0,
        failed_file_count: 0,
      },
    });
  });
  on(api.updateArchiveFile, ({ account, path, body }) => {
    const { fileId = '' } = path;
    const [name = ''] = fileId.split(SEPARATOR);
    const instance = archivedAt(account, Buffer.from(name, 'base64url').toString());
    if (!instance || !filesOf(account, instance).some(({ id }) => id === fileId)) throw refuse.archiveFile(fileId);
    account.of(autoDelete).set(fileId, body.auto_delete);
    return undefined;
  });
  on(api.getArchive, ({ account, path }) => {
    const instance = archivedAt(account, path.meetingUUID);
    if (!instance) throw refuse.meeting(path.meetingUUID);
    return archiveRow(account, instance);
  });
  on(api.deleteArchive, ({ account, path }) => {
    const instance = archivedAt(account, path.meetingUUID);
    if (!instance) throw refuse.meeting(path.meetingUUID);
    account.of(deleted).add(instance.uuid);
    return undefined;
  });
});
