import * as api from '../../src/zoom/api/meetings/recordings.ts';
import { entity } from '../entity.ts';
import { isMeetingNumber } from './past-meetings.ts';

/** The recording of one run of a meeting, by the run's uuid; a meeting's number stands for its latest run. */
export const Recording = entity('Recording', {
  shape: api.Recording,
  key: { meetingId: 'uuid' },
  isAlias: isMeetingNumber,
  get: api.getRecording,
});
