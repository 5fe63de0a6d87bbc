/** Cloud recordings, spread over the last year, their files, their trash, and the download of a file. */
import * as api from '../../zoom/api/meetings/recordings.ts';
import { type Answer, type Domain, type Row, within } from '../call.ts';
import { MINUTE } from '../clock.ts';
import { merged } from '../collection.ts';
import { lazily } from '../paging.ts';
import { HTML_PAGE, refuse } from '../refusal.ts';
import { instant, type Known, opaqueId, pickInt } from '../seeded.ts';
import type { World } from '../world.ts';
import { ownAccount } from './accounts.ts';
import { meetingNumber } from './instances.ts';
import type { Instance, Meetings } from './meetings.ts';
import type { People } from './people.ts';

/** The hosts who record, the meeting of theirs that is recorded, and how often: about 230 recordings a year. */
const HOSTS = 40;
const RECORDED_MEETING = 1;
const ONE_IN = 9;

type WorkerEvents = 'trash' | 'delete';
interface File extends Known {
  id?: string;
}
interface Recorded extends Instance {
  readonly files: readonly File[];
}

export interface Recordings {
  readonly domain: Domain;
  /** What a path outside the API holds; `bearer` is the token that came with the request. */
  file(path: string, authorized: boolean, bearer: string): Answer | undefined;
}

export const recordingsOf = (world: World, people: People, meetings: Meetings): Recordings => {
  const { seed } = world;
  const fates = new Map<string, WorkerEvents>();
  const settings = new Map<string, Known>();
  const key = (uuid: string) => encodeURIComponent(Buffer.from(uuid).toString('base64url'));
  const downloadToken = (uuid: string) => opaqueId(`${seed}/download/${uuid}`);

  const filesOf = (instance: Instance): File[] => {
    const { uuid, start, duration } = instance;
    const times = { recording_start: instant(start), recording_end: instant(start + duration * MINUTE) };
    const whole = (kind: string, file_type: string, file_extension: string, size: number): File => {
      const id = opaqueId(`${seed}/file/${uuid}/${kind}`);
      return {
        id,
        meeting_id: uuid,
        recording_type: kind,
        file_type,
        file_extension,
        file_size: size * 1_000_000 + pickInt(id, 1_000_000),
        file_path: undefined,
        status: 'completed',
        deleted_time: undefined,
        ...times,
        play_url: `https://zoom.us/rec/play/${id}`,
        download_url: `${world.origin()}/rec/download/${key(uuid)}/${id}`,
      };
    };
    // Captions and timelines have no id, status, size, kind or play URL (docs/zoom.md 7).
    const bare = (file_type: string, file_extension: string): File => ({
      ...Object.fromEntries(Object.keys(api.RecordingFile.shape).map((name): [string, undefined] => [name, undefined])),
      meeting_id: uuid,
      file_type,
      file_extension,
      ...times,
      download_url: `${world.origin()}/rec/download/${key(uuid)}/${file_type}`,
    });
    return [
      whole('shared_screen_with_speaker_view', 'MP4', 'MP4', 40 * duration),
      whole('audio_only', 'M4A', 'M4A', duration),
      whole('audio_transcript', 'TRANSCRIPT', 'VTT', 0),
      bare('TIMELINE', 'JSON'),
      ...(pickInt(`${seed}/cc/${uuid}`, 2) === 0 ? [bare('CC', 'VTT')] : []),
    ];
  };

  /** Every recording of the beginning, newest first. */
  let all: readonly Recorded[] | undefined;
  const recorded = (): readonly Recorded[] => {
    all ??= Array.from({ length: Math.min(HOSTS, world.users) }, (_, user) =>
      meetingNumber(seed, { user, nth: RECORDED_MEETING }),
    )
      .flatMap((meeting) => meetings.instancesOf(meeting))
      .filter(({ uuid }) => pickInt(`${seed}/recorded/${uuid}`, ONE_IN) === 0)
      .map((instance) => ({ ...instance, files: filesOf(instance) }))
      .sort((a, b) => b.start - a.start);
    return all;
  };
  const fateOfFile = (uuid: string, file: File) => fates.get(`${uuid} ${file.id}`);
  const isThere = ({ uuid, host }: Recorded) => !fates.has(uuid) && people.byId(host.id) !== undefined;

  const matches = (ref: string) => (each: Recorded) =>
    /^\d+$/.test(ref) ? String(each.meeting) === ref : each.uuid === ref;
  const find = (ref = ''): Recorded => {
    const found = recorded().find((each) => isThere(each) && matches(ref)(each));
    if (found) return found;
    if (!meetings.instance(ref)) meetings.find(ref);
    throw refuse.recording(ref);
  };
  const passwordOf = (uuid: string) => settings.get(uuid)?.password ?? opaqueId(`${seed}/passcode/${uuid}`).slice(0, 8);

  const row = ({ uuid, meeting, host, topic, type, start, duration, files }: Recorded, trashed = false): Row => {
    const shown = files.filter((file) => (fateOfFile(uuid, file) ?? '') === (trashed ? 'trash' : ''));
    const own = settings.get(uuid) ?? {};
    return {
      key: `recording/${uuid}`,
      known: {
        uuid,
        id: meeting,
        account_id: world.accountId,
        host_id: host.id,
        topic: own.topic ?? topic,
        type: String(type),
        start_time: instant(start),
        timezone: host.timezone,
        duration,
        total_size: shown.reduce((sum, file) => sum + Number(file.file_size ?? 0), 0),
        recording_count: shown.length,
        share_url: `https://zoom.us/rec/share/${key(uuid)}`,
        auto_delete: own.auto_delete ?? false,
        auto_delete_date: undefined,
        password: passwordOf(uuid),
        download_access_token: downloadToken(uuid),
        recording_files: shown,
        participant_audio_files: [],
      },
    };
  };

  const domain: Domain = (on) => {
    on(api.listUserRecordings, ({ path, query, span }) => {
      const host = people.find(path.userId ?? '');
      const own = recorded().filter(
        (each) => each.host.id === host.id && (!query.meeting_id || String(each.meeting) === query.meeting_id),
      );
      // The trash ignores dates.
      if (query.trash === 'true') {
        const files = query.trash_type === 'recording_file';
        const inTrash = own.filter((each) =>
          files
            ? isThere(each) && each.files.some((file) => fateOfFile(each.uuid, file) === 'trash')
            : fates.get(each.uuid) === 'trash',
        );
        return { rows: lazily(inTrash, (each) => row(each, files)) };
      }
      return {
        rows: within(
          own.filter(isThere).map((each) => row(each)),
          'start_time',
          span,
        ),
      };
    });
    on(api.listAccountRecordings, ({ path, span }) => {
      ownAccount(world, path.accountId);
      return {
        rows: within(
          recorded()
            .filter(isThere)
            .map((each) => row(each)),
          'start_time',
          span,
        ),
      };
    });
    on(api.getRecording, ({ path }) => row(find(path.meetingId)));

    on(api.getRecordingSettings, ({ path }) => {
      const { uuid, topic } = find(path.meetingId);
      const base = {
        topic,
        share_recording: 'publicly',
        on_demand: false,
        approval_type: 0,
        auto_delete: false,
        password: passwordOf(uuid),
      };
      return {
        key: `recording/${uuid}/settings`,
        known: { ...base, auto_delete_date: undefined, ...settings.get(uuid) },
      };
    });
    on(api.updateRecordingSettings, ({ path, body }) => {
      const { uuid } = find(path.meetingId);
      settings.set(uuid, merged(settings.get(uuid) ?? {}, body));
      return undefined;
    });
    on(api.listRecordingRegistrants, ({ path, query }) => {
      const { uuid } = find(path.meetingId);
      const ids = Array.from({ length: 3 }, (_, i) => opaqueId(`${seed}/viewer/${uuid}/${i}`));
      return {
        rows: lazily(ids, (id) => ({ key: `viewer/${id}`, known: { id, status: query.status ?? 'approved' } })),
      };
    });

    on(api.deleteRecording, ({ path, query }) => {
      fates.set(find(path.meetingId).uuid, query.action === 'delete' ? 'delete' : 'trash');
      return undefined;
    });
    const fileOf = (recording: Recorded, id = ''): string => {
      const file = recording.files.find((each) => each.id === id);
      if (!file) throw refuse.recording(id);
      return `${recording.uuid} ${id}`;
    };
    on(api.deleteRecordingFile, ({ path, query }) => {
      const file = fileOf(find(path.meetingId), path.recordingId);
      if (fates.has(file)) throw refuse.recording(path.recordingId);
      fates.set(file, query.action === 'delete' ? 'delete' : 'trash');
      return undefined;
    });
    on(api.recoverRecording, ({ path }) => {
      const ref = path.meetingUUID ?? '';
      if (fates.get(ref) !== 'trash') throw refuse.recording(ref);
      fates.delete(ref);
      return undefined;
    });
    on(api.recoverRecordingFile, ({ path }) => {
      const file = fileOf(find(path.meetingId), path.recordingId);
      if (fates.get(file) !== 'trash') throw refuse.recording(path.recordingId);
      fates.delete(file);
      return undefined;
    });
  };

  return {
    domain,
    file(path, authorized, bearer): Answer | undefined {
      const [, step, at = '', file = ''] = /^\/rec\/(download|storage)\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
      const uuid = Buffer.from(at, 'base64url').toString();
      if (step === 'storage') {
        return {
          status: 200,
          headers: { 'Content-Type': 'application/octet-stream' },
          body: `Recording file ${file} of ${uuid}\n`,
        };
      }
      if (step === undefined) return undefined;
      // Refused: a page to sign in, with status 200.
      if (!authorized && bearer !== downloadToken(uuid))
        return { status: 200, headers: { 'Content-Type': 'text/html' }, body: HTML_PAGE };
      return { status: 302, headers: { Location: `${world.origin()}/rec/storage/${at}/${file}` } };
    },
  };
};
