import * as api from '../src/zoom/api/past-meetings.ts';
import { entity } from './entity.ts';

/** One run of a meeting. Zoom takes its uuid where it takes a meeting's number, and then means this run and not the latest. */
export const MeetingInstance = entity('MeetingInstance', {
  shape: api.MeetingInstance,
  key: { meetingId: 'uuid' },
  get: api.getInstance,
});
