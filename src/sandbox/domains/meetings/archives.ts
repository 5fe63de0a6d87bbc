/** What is archived of meetings, as far as nothing was deleted. */
import * as api from '../../../zoom/api/meetings/archives.ts';
import { type Account, type Call, operations, type Row, refuse, row } from '../../call.ts';
import { type Archived, archivedOf, archiveFilesOf, heldUuidOf, uuidInFileId } from '../../seed/archives.ts';
import { instant, type Known, MINUTE } from '../../seeded.ts';
import type { Span } from '../../windows.ts';
import { everyHeld } from '../dashboards/sessions.ts';
import { peopleIn } from '../users/people.ts';
import { instanceAt } from './instances.ts';

/** The UUIDs of what was deleted. */
const deleted = (): Set<string> => new Set();
/** Whether files are deleted by themselves, of those of which a call has said so. */
const autoDelete = (): Map<unknown, boolean> => new Map();

const isThere = (account: Account, { uuid }: Archived): boolean => !account.of(deleted).has(uuid);
const archivedIn = (account: Account, span: Span | undefined): readonly Archived[] =>
  everyHeld(account, span)
    .flatMap((instance) => archivedOf(account, instance))
    .filter((archived) => isThere(account, archived));
/** What of a UUID is archived. */
const archivedBy = (account: Account, uuid: string): Archived | undefined => {
  const held = instanceAt(account, heldUuidOf(account, uuid));
  return held && archivedOf(account, held).find((one) => one.uuid === uuid && isThere(account, one));
};
const archivedAt = ({ account, path: { meetingUUID = '' } }: Call): Archived => {
  const found = archivedBy(account, meetingUUID);
  if (!found) throw refuse.meeting(meetingUUID);
  return found;
};

const filesOf = (account: Account, archived: Archived): readonly Known[] =>
  archiveFilesOf(account, archived).map((file) => ({
    ...file,
    auto_delete: account.of(autoDelete).get(file.id) ?? file.auto_delete,
  }));
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
    const rows = archivedIn(account, span).map((archived) => archiveRow(account, archived));
    return asked ? rows.filter(({ known }) => asked.some((id) => String(known.group_id).includes(id))) : rows;
  });
  on(api.getArchiveStatistics, ({ account, query, now }) => {
    const to = query.to ? Date.parse(query.to) : now;
    const from = query.from ? Date.parse(query.from) : to - WEEK * 24 * 60 * MINUTE;
    const span = { from, to, echo: { from: instant(from), to: instant(to) }, cut: false };
    const files = archivedIn(account, span).flatMap((archived) => filesOf(account, archived));
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
  on(api.updateArchiveFile, ({ account, path: { fileId = '' }, body }) => {
    const archived = archivedBy(account, uuidInFileId(fileId));
    if (!archived || !filesOf(account, archived).some(({ id }) => id === fileId)) throw refuse.archiveFile(fileId);
    account.of(autoDelete).set(fileId, body.auto_delete);
    return undefined;
  });
  on(api.getArchive, (call) => archiveRow(call.account, archivedAt(call)));
  on(api.deleteArchive, (call) => {
    call.account.of(deleted).add(archivedAt(call).uuid);
    return undefined;
  });
});
