/** Cloud recordings, spread over the last year, their files, and their trash. */
import * as api from '../../../zoom/api/meetings/recordings.ts';
import type { Account } from '../../account.ts';
import { type Call, operations, type Row, row } from '../../call.ts';
import { refuse } from '../../refusal.ts';
import { downloadToken, type File, filesOf, pathOf } from '../../seed/files.ts';
import type { Instance } from '../../seed/meetings.ts';
import { meetingNumber } from '../../seed/numbers.ts';
import { instant, type Known, opaqueId, pickInt } from '../../seeded.ts';
import { single } from '../../single.ts';
import { thingsOf } from '../../things.ts';
import { checkOwn } from '../accounts/accounts.ts';
import { peopleIn, users } from '../users/people.ts';
import { instanceAt, instancesOf } from './instances.ts';
import { meetings } from './meetings.ts';

/** The hosts who record, the meeting of theirs that is recorded, and how often: about 230 recordings a year. */
const HOSTS = 40;
const RECORDED_MEETING = 1;
const ONE_IN = 9;

/** By its UUID. */
interface Recorded extends Known, Instance {
  readonly id: string;
  readonly key: string;
  readonly files: readonly File[];
  /** What became of the files that were deleted. */
  readonly fates: Readonly<Record<string, 'trash' | 'gone' | undefined>>;
}
/** Every recording of the beginning. */
const recordedIn = thingsOf<Recorded>({
  name: 'recording',
  initial: (account) => {
    const numbers = Array.from({ length: Math.min(HOSTS, account.users) }, (_, user) =>
      meetingNumber(account.seed, { user, nth: RECORDED_MEETING }),
    );
    const all = numbers
      .flatMap((meeting) => instancesOf(account, meeting))
      .filter(({ uuid }) => pickInt(`${account.seed}/recorded/${uuid}`, ONE_IN) === 0);
    return Object.fromEntries(
      all.map((each) => {
        const files = filesOf(account, each);
        return [each.uuid, { ...each, id: each.uuid, key: `recording/${each.uuid}`, files, fates: {} }];
      }),
    );
  },
});
/** Those whose hosts are there, newest first. */
const hosted = (account: Account, all: readonly Recorded[]): readonly Recorded[] =>
  all.filter(({ host }) => peopleIn(account).get(host.id)).sort((a, b) => b.start - a.start);
const thereOf = (account: Account) => hosted(account, recordedIn(account).all());

const at = ({ account, path: { meetingId: ref = '' } }: Call): Recorded => {
  const found = thereOf(account).find(({ meeting, uuid }) => uuid === ref || String(meeting) === ref);
  if (found) return found;
  if (!instanceAt(account, ref)) meetings.in(account).find(ref);
  throw refuse.recording(ref);
};
/** Changes what becomes of the file of the path, which must be what it is `now`. */
const changeFile = (call: Call, now: 'trash' | undefined, fate: 'trash' | 'gone' | undefined): undefined => {
  const { id, files, fates } = at(call);
  const file = call.path.recordingId ?? '';
  if (!files.some((each) => each.id === file) || fates[file] !== now) throw refuse.recording(file);
  recordedIn(call.account).change(id, { fates: { [file]: fate } });
};

export const settings = single(api.getRecordingSettings, {
  of: at,
  initial: ({ uuid, topic }, { seed }) => ({
    topic,
    share_recording: 'publicly',
    on_demand: false,
    approval_type: 0,
    auto_delete: false,
    auto_delete_date: undefined,
    password: opaqueId(`${seed}/passcode/${uuid}`).slice(0, 8),
  }),
});
const recordingRow = (account: Account, recording: Recorded, fate?: 'trash'): Row => {
  const { uuid, meeting, host, type, start, files, fates, key } = recording;
  const shown = files.filter(({ id = '' }) => fates[id] === fate);
  return row(key, {
    ...recording,
    ...settings.of(account, recording),
    id: meeting,
    account_id: account.accountId,
    host_id: host.id,
    type: String(type),
    start_time: instant(start),
    timezone: host.timezone,
    total_size: shown.reduce((sum, file) => sum + Number(file.file_size ?? 0), 0),
    recording_count: shown.length,
    share_url: `https://zoom.us/rec/share/${pathOf(uuid)}`,
    download_access_token: downloadToken(account, uuid),
    recording_files: shown,
    participant_audio_files: [],
  });
};
/** What is in the trash: whole recordings, or single files of those that are there. */
const trashIn = ({ account, query }: Call): readonly [readonly Recorded[], 'trash'?] => {
  if (query.trash_type !== 'recording_file') return [hosted(account, recordedIn(account).trash())];
  return [thereOf(account).filter(({ fates }) => Object.values(fates).includes('trash')), 'trash'];
};

export const recordings = operations((on) => {
  on(api.listUserRecordings, (call) => {
    const { account, query } = call;
    const user = users.at(call);
    const [all, fate] = query.trash === 'true' ? trashIn(call) : [thereOf(account)];
    const own = all.filter(
      ({ host, meeting }) => host.id === user.id && [undefined, '', String(meeting)].includes(query.meeting_id),
    );
    const rows = own.map((each) => recordingRow(account, each, fate));
    // The trash ignores dates.
    return { rows, ...(query.trash === 'true' && { dateless: true }) };
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
  on(api.deleteRecording, (call) => {
    recordedIn(call.account).remove(at(call).id, call.query.action === 'delete');
  });
  on(api.deleteRecordingFile, (call) => changeFile(call, undefined, call.query.action === 'delete' ? 'gone' : 'trash'));
  on(api.recoverRecording, ({ account, path: { meetingUUID = '' } }) => {
    if (!recordedIn(account).restore(meetingUUID)) throw refuse.recording(meetingUUID);
  });
  on(api.recoverRecordingFile, (call) => changeFile(call, 'trash', undefined));
});
