/** What is told of cloud recordings, their files, and those who register to watch them. */
import * as api from '../../zoom/api/meetings/recordings.ts';
import type { Account, Call } from '../call.ts';
import { files, recordings, viewers } from '../domains/meetings/recordings.ts';
import { downloadToken } from '../seed/files.ts';
import type { Known } from '../seeded.ts';
import { picked, type Rule, removed, rowIn, type Told } from './rule.ts';

const RECORDED = ['uuid', 'id', 'host_id', 'account_id', 'topic', 'type', 'start_time', 'timezone', 'duration'];
const WITH_FILES = [...RECORDED, 'share_url', 'total_size', 'recording_count', 'recording_files'];
/** A recording's kind is a number here, and a text in lists (docs/zoom.md 8.0.3). */
const shown = (known: Known, fields: readonly string[]): Known => ({
  ...picked(known, fields),
  type: Number(known.type),
});
const at = (call: Call): Known => recordings.rowAt(call).known;

/** Its files can be fetched by the token that comes with the event. */
export const completed = (account: Account, known: Known): Told => ({
  event: 'recording.completed',
  object: { ...shown(known, [...WITH_FILES, 'password']), host_email: (known.host as Known).email },
  downloadToken: downloadToken(account, String(known.uuid)),
});

const trashedOr = ({ query }: Call): string => (query.action === 'delete' ? 'recording.deleted' : 'recording.trashed');
/** The recording with one of its files alone. */
const withFile = (call: Call): Known => {
  const { nth: _, ...file } = files.at(call);
  const recording = { ...at(call), total_size: file.file_size ?? 0, recording_count: 1, recording_files: [file] };
  return shown(recording, WITH_FILES);
};
const whole = (call: Call): Known => shown(at(call), WITH_FILES);

const recovery = (on: Rule['on'], look: (call: Call) => Known): Rule => ({
  on,
  watch: (call) => () => [{ event: 'recording.recovered', object: look(call) }],
});

const NAMED = ['uuid', 'id', 'topic', 'type', 'host_id'];
const PERSON = ['id', 'first_name', 'last_name', 'email'];
const HOW: Readonly<Record<string, string>> = { approve: 'approved', deny: 'denied' };
const HELD = ['uuid', 'id', 'host_id', 'topic', 'type', 'start_time', 'timezone', 'duration'];

/** Viewers by their ids or emails. */
const viewersOf = (call: Call, asked: readonly Known[]): readonly Known[] => {
  const all = viewers.in(call.account, recordings.at(call)).all();
  return asked.flatMap(({ id, email }) =>
    all.filter((one) => (id === undefined ? one.email === email : one.id === id)),
  );
};
const registration = (call: Call, how: string, registrant: Known): Told => ({
  event: `recording.registration_${how}`,
  object: { ...shown(at(call), HELD), registrant },
});

export const rules: readonly Rule[] = [
  removed(api.deleteRecording, trashedOr, whole),
  removed(api.deleteRecordingFile, trashedOr, withFile),
  recovery(api.recoverRecording, whole),
  recovery(api.recoverRecordingFile, withFile),
  {
    on: api.updateRecordingSettings,
    watch: (call) => {
      const before = shown(at(call), NAMED);
      return () => {
        const object = shown(at(call), NAMED);
        return object.topic === before.topic
          ? []
          : [{ event: 'recording.renamed', object, beside: { old_object: before } }];
      };
    },
  },
  {
    on: api.addRecordingRegistrant,
    watch: (call) => (result) =>
      viewersOf(call, [{ id: rowIn(result).known.registrant_id }]).map(({ nth: _, ...one }) =>
        registration(call, 'created', one),
      ),
  },
  {
    on: api.updateRecordingRegistrantsStatus,
    watch: (call) => () => {
      const { action, registrants = [] } = call.body as { action: string; registrants?: Known[] };
      return viewersOf(call, registrants).map((one) => registration(call, HOW[action] ?? action, picked(one, PERSON)));
    },
  },
];
