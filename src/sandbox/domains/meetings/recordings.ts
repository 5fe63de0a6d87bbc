/** Cloud recordings, spread over the last year, their files, and their trash. */
import * as api from '../../../zoom/api/meetings/recordings.ts';
import type { Account } from '../../account.ts';
import { type Call, type Domain, type Row, row } from '../../call.ts';
import { lazily } from '../../paging.ts';
import { refuse } from '../../refusal.ts';
import { downloadToken, type File, filesOf, pathOf } from '../../seed/files.ts';
import type { Instance } from '../../seed/meetings.ts';
import { meetingNumber } from '../../seed/numbers.ts';
import { instant, opaqueId, pickInt } from '../../seeded.ts';
import { single } from '../../single.ts';
import { checkOwn } from '../accounts/accounts.ts';
import { peopleIn, users } from '../users/people.ts';
import { instanceAt, instancesOf } from './instances.ts';
import { meetings } from './meetings.ts';

/** The hosts who record, the meeting of theirs that is recorded, and how often: about 230 recordings a year. */
const HOSTS = 40;
const RECORDED_MEETING = 1;
const ONE_IN = 9;

interface Recorded extends Instance {
  readonly key: string;
  readonly files: readonly File[];
}
/** Every recording of the beginning, newest first. */
const recorded = (account: Account): readonly Recorded[] =>
  Array.from({ length: Math.min(HOSTS, account.users) }, (_, user) =>
    meetingNumber(account.seed, { user, nth: RECORDED_MEETING }),
  )
    .flatMap((meeting) => instancesOf(account, meeting))
    .filter(({ uuid }) => pickInt(`${account.seed}/recorded/${uuid}`, ONE_IN) === 0)
    .map((instance) => ({ ...instance, key: `recording/${instance.uuid}`, files: filesOf(account, instance) }))
    .sort((a, b) => b.start - a.start);

/** What is in the trash or deleted: recordings by their UUIDs, files by those and their ids. */
const fates = (): Map<string, 'trash' | 'delete'> => new Map();
const fateOf = (account: Account, { uuid }: Recorded, { id }: File) => account.of(fates).get(`${uuid} ${id}`);
const thereOf = (account: Account): readonly Recorded[] =>
  account.of(recorded).filter(({ uuid, host }) => !account.of(fates).has(uuid) && peopleIn(account).get(host.id));

const at = ({ account, path: { meetingId: ref = '' } }: Call): Recorded => {
  const found = thereOf(account).find(({ meeting, uuid }) => uuid === ref || String(meeting) === ref);
  if (found) return found;
  if (!instanceAt(account, ref)) meetings.in(account).find(ref);
  throw refuse.recording(ref);
};
/** What names a file of a recording among the fates. */
const fileAt = (call: Call): string => {
  const { uuid, files } = at(call);
  const id = call.path.recordingId ?? '';
  if (!files.some((each) => each.id === id)) throw refuse.recording(id);
  return `${uuid} ${id}`;
};
const discard = ({ account, query }: Call, what: string): undefined => {
  account.of(fates).set(what, query.action === 'delete' ? 'delete' : 'trash');
};
const recover = ({ account }: Call, what: string, ref: string | undefined): undefined => {
  if (account.of(fates).get(what) !== 'trash') throw refuse.recording(ref);
  account.of(fates).delete(what);
};

const settings = single(api.getRecordingSettings, {
  of: at,
  initial: ({ uuid, topic }: Recorded, { seed }) => ({
    topic,
    share_recording: 'publicly',
    on_demand: false,
    approval_type: 0,
    auto_delete: false,
    auto_delete_date: undefined,
    password: opaqueId(`${seed}/passcode/${uuid}`).slice(0, 8),
  }),
});
const recordingRow = (account: Account, recording: Recorded, trashed = false): Row => {
  const { uuid, meeting, host, type, start, duration, files, key } = recording;
  const shown = files.filter((file) => (fateOf(account, recording, file) ?? '') === (trashed ? 'trash' : ''));
  const { topic, auto_delete, password } = settings.of(account, recording);
  return row(key, {
    uuid,
    id: meeting,
    account_id: account.accountId,
    host_id: host.id,
    topic,
    type: String(type),
    start_time: instant(start),
    timezone: host.timezone,
    duration,
    total_size: shown.reduce((sum, file) => sum + Number(file.file_size ?? 0), 0),
    recording_count: shown.length,
    share_url: `https://zoom.us/rec/share/${pathOf(uuid)}`,
    auto_delete,
    auto_delete_date: undefined,
    password,
    download_access_token: downloadToken(account, uuid),
    recording_files: shown,
    participant_audio_files: [],
  });
};
/** What of a host's is in the trash: whole recordings, or single files. */
const trashOf = ({ account, query }: Call, own: readonly Recorded[]) => {
  if (query.trash_type !== 'recording_file') {
    const whole = own.filter(({ uuid }) => account.of(fates).get(uuid) === 'trash');
    return lazily(whole, (each) => recordingRow(account, each));
  }
  const there = thereOf(account);
  const some = own.filter(
    (each) => there.includes(each) && each.files.some((file) => fateOf(account, each, file) === 'trash'),
  );
  return lazily(some, (each) => recordingRow(account, each, true));
};

export const recordings: Domain = (on) => {
  settings.domain(on);
  on(api.listUserRecordings, (call) => {
    const { account, query } = call;
    const host = users.at(call);
    const isOwn = (each: Recorded) =>
      each.host.id === host.id && [undefined, '', String(each.meeting)].includes(query.meeting_id);
    // The trash ignores dates.
    if (query.trash === 'true') return { rows: trashOf(call, account.of(recorded).filter(isOwn)), dateless: true };
    return thereOf(account)
      .filter(isOwn)
      .map((each) => recordingRow(account, each));
  });
  on(api.listAccountRecordings, (call) => {
    checkOwn(call);
    return thereOf(call.account).map((each) => recordingRow(call.account, each));
  });
  on(api.getRecording, (call) => recordingRow(call.account, at(call)));
  on(api.listRecordingRegistrants, (call) => {
    const { seed } = call.account;
    const { status = 'approved' } = call.query;
    const ids = [0, 1, 2].map((i) => opaqueId(`${seed}/viewer/${at(call).uuid}/${i}`));
    return ids.map((id) => row(`viewer/${id}`, { id, status }));
  });
  on(api.deleteRecording, (call) => discard(call, at(call).uuid));
  on(api.deleteRecordingFile, (call) => {
    if (call.account.of(fates).has(fileAt(call))) throw refuse.recording(call.path.recordingId);
    return discard(call, fileAt(call));
  });
  on(api.recoverRecording, (call) => recover(call, call.path.meetingUUID ?? '', call.path.meetingUUID));
  on(api.recoverRecordingFile, (call) => recover(call, fileAt(call), call.path.recordingId));
};
