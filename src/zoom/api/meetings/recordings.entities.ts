import { entity } from '../../declare/entity.ts';
import { isMeetingNumber } from './past-meetings.entities.ts';
import * as api from './recordings.ts';

/** The recording of one run of a meeting, by the run's uuid; a meeting's number stands for its latest run. */
export const Recording = entity('Recording', {
  shape: api.Recording,
  key: { meetingId: 'uuid' },
  isAlias: isMeetingNumber,
  get: api.getRecording,
});
