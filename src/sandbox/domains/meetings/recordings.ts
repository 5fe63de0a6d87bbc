/** Cloud recordings, their files, and the trash of both. */
import * as api from '../../../zoom/api/meetings/recordings.ts';
import { type Account, type Call, operations, type Row, refuse, row } from '../../call.ts';
import { type Resource, resource, single, type Thing } from '../../resource.ts';
import { downloadToken, filesOf, pathOf, recordingsOf } from '../../seed/files.ts';
import type { Instance } from '../../seed/meetings.ts';
import { QUESTIONS } from '../../seed/registrants.ts';
import { staysOf } from '../../seed/stays.ts';
import { DAY, dayOf, instant, type Known, MINUTE, opaqueId, pickInt } from '../../seeded.ts';
import { checkOwn } from '../accounts/accounts.ts';
import { peopleIn, users } from '../users/people.ts';
import { instanceAt } from './instances.ts';
import { meetings } from './meetings.ts';

const APPROVED_AT_ONCE = 0;
/** How long Zoom keeps what it deletes by itself. */
const KEPT = 30 * DAY;
/** Its id is the UUID of what was recorded. */
type Recording = Thing & Instance;

/** Those whose hosts are there, the latest first. */
const hosted = (account: Account, all: readonly Recording[]): readonly Recording[] =>
  all.filter(({ host }) => peopleIn(account).get(host.id)).sort((a, b) => b.start - a.start);
const withFiles = (shown: readonly Known[]): Known => ({
  total_size: shown.reduce((sum, { file_size = 0 }) => sum + Number(file_size), 0),
  recording_count: shown.length,
  // Captions and timelines have no id.
  recording_files: shown.map((file) => (file.status ? file : { ...file, id: undefined })),
});

export const recordings: Resource<Recording> = resource<Recording>(api.getRecording, {
  name: 'recording',
  initial: recordingsOf,
  find: (ref, all, account) => {
    const found = hosted(account, all.all()).find(({ meeting }) => String(meeting) === ref);
    if (!found && !instanceAt(account, ref)) meetings.in(account).find(ref);
    return found;
  },
  refuse: { missing: refuse.recording },
  shown: (recording, account) => {
    const { uuid, meeting, host, type, start } = recording;
    return {
      ...withFiles(files.in(account, recording).all()),
      ...settings.of(account, { key: `recording/${uuid}`, known: recording }),
      id: meeting,
      account_id: account.accountId,
      host_id: host.id,
      type: String(type),
      start_time: instant(start),
      timezone: host.timezone,
      share_url: `https://zoom.us/rec/share/${pathOf(uuid)}`,
      download_access_token: downloadToken(account, uuid),
      participant_audio_files: [],
    };
  },
  actions: {},
  on: (on) => {
    on(api.listUserRecordings, (call, { things }) => {
      const { account, query } = call;
      const user = users.at(call);
      const isOwn = ({ host, meeting }: Recording) =>
        host.id === user.id && (!query.meeting_id || query.meeting_id === String(meeting));
      const show = (recording: Recording) => recordings.row(recording, account);
      const own = hosted(account, things.all()).filter(isOwn);
      if (query.trash !== 'true') return own.map(show);
      // The trash ignores dates.
      if (query.trash_type !== 'recording_file')
        return { rows: things.trash().filter(isOwn).map(show), dateless: true };
      const trashed = own.map((each) => [show(each), files.in(account, each).trash()] as const);
      const rows = trashed.filter(([, files]) => files.length > 0);
      return {
        rows: rows.map(([{ key, known }, files]) => row(key, { ...known, ...withFiles(files) })),
        dateless: true,
      };
    });
    on(api.listAccountRecordings, (call, { things }) => {
      checkOwn(call);
      return hosted(call.account, things.all()).map((each) => recordings.row(each, call.account));
    });
  },
});
export const files: Resource = resource(api.deleteRecordingFile, {
  name: 'file',
  in: recordings.at,
  initial: (account, recording) =>
    Object.fromEntries(filesOf(account, recording).map((file) => [file.id ?? file.file_type, file])),
  refuse: { missing: refuse.recording },
  actions: {},
});
export const viewers = resource(api.listRecordingRegistrants, {
  name: 'viewer',
  in: recordings.at,
  initial: { 0: { status: 'approved' }, 1: { status: 'pending' }, 2: { status: 'denied' } },
  filters: { status: 'approved' },
  actions: { approve: { status: 'approved' }, deny: { status: 'denied' } },
  refuse: { missing: refuse.registrant },
  on: (on) =>
    on(api.addRecordingRegistrant, (call, { things, owner }) => {
      const { account } = call;
      const { uuid, meeting, topic } = owner as Recording;
      const body = call.body as Known;
      const id = opaqueId(`${account.seed}/viewer/${uuid}/${body.email}`);
      const { approval_type } = settings.of(account, recordings.row(owner as Recording, account));
      const status = approval_type === APPROVED_AT_ONCE ? 'approved' : 'pending';
      things.add({ status, comments: '', custom_questions: [], ...body, id });
      const share_url = `https://zoom.us/rec/share/${pathOf(uuid)}?tk=${opaqueId(`${account.seed}/tk/${id}`)}`;
      return row(`viewer/${id}`, { id: meeting, registrant_id: id, topic, share_url });
    }),
});
export const viewerQuestions = single(api.getRecordingQuestions, { of: recordings.rowAt, initial: QUESTIONS });
export const settings = single(api.getRecordingSettings, {
  of: recordings.rowAt,
  initial: ({ known: { uuid, topic, start } }, { seed }) => ({
    topic,
    ...(pickInt(`${seed}/kept/${uuid}`, 4) === 0
      ? { auto_delete: true, auto_delete_date: dayOf(Number(start) + KEPT) }
      : { auto_delete: false, auto_delete_date: undefined }),
    ...(pickInt(`${seed}/open/${uuid}`, 4) === 0
      ? { share_recording: 'publicly', password: undefined }
      : { password: opaqueId(`${seed}/passcode/${uuid}`).slice(0, 8) }),
  }),
});

/** Those who were there watch it in the days after, whoever is known downloads it too. */
const usesOf = ({ account, now }: Call, recording: Recording, type: string): readonly Row[] => {
  const seen = staysOf(account, recording).filter(({ known: { id } }) => type === 'by_view' || id !== '');
  return seen.flatMap(({ key, known: { name, user_email: email } }, i) => {
    const at = recording.start + (i + 1) * DAY + pickInt(key, 60) * MINUTE;
    const known = { name, email, date_time: instant(at), duration: type === 'by_view' ? 60 * (1 + i) : undefined };
    return at > now ? [] : [row(`${type}/${key}`, known)];
  });
};
export const uses = operations((on) => {
  on(api.listRecordingUse, (call) => usesOf(call, recordings.at(call), call.query.type ?? 'by_view'));
  on(api.listRecordingUseByDay, (call) => {
    const { zone } = call.account;
    const recording = recordings.at(call);
    const daysOf = (type: string) =>
      usesOf(call, recording, type).map(({ known }) => zone.dayOf(Date.parse(String(known.date_time))));
    const [views, downloads] = [daysOf('by_view'), daysOf('by_download')];
    const count = (days: readonly string[], day: string) => days.filter((one) => one === day).length;
    return [...new Set([...views, ...downloads])].map((date) =>
      row(`use/${recording.uuid}/${date}`, {
        date,
        views_total_count: count(views, date),
        downloads_total_count: count(downloads, date),
      }),
    );
  });
});
