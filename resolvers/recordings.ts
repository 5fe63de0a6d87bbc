import * as api from '../src/zoom/api/recordings.ts';
import { entity } from './entity.ts';

/** The recording of one run of a meeting, by the run's uuid; a meeting's number would mean the latest run. */
export const Recording = entity('Recording', {
  shape: api.Recording,
  key: { meetingId: 'uuid' },
  get: api.getRecording,
});
