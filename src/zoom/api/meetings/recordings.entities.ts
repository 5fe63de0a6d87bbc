import { entity, fromPath } from '../../declare/entity.ts';
import { isMeetingNumber } from './past-meetings.entities.ts';
import * as api from './recordings.ts';

/** The recording of one run of a meeting, by the run's uuid; a meeting's number stands for its latest run. */
export const Recording = entity('Recording', {
  shape: api.Recording,
  key: { meetingId: 'uuid' },
  isAlias: isMeetingNumber,
  get: api.getRecording,
});

/** Who registered to watch a recording. */
export const RecordingRegistrant = entity('RecordingRegistrant', {
  shape: api.RecordingRegistrant,
  key: { meetingId: fromPath, registrantId: 'id' },
  foundIn: [
    {
      list: api.listRecordingRegistrants,
      queries: [{ status: 'approved' }, { status: 'pending' }, { status: 'denied' }],
    },
  ],
});
