import * as api from '../../src/zoom/api/meetings/meetings.ts';
import { entity } from '../entity.ts';

export const Meeting = entity('Meeting', {
  shape: api.Meeting,
  key: { meetingId: 'id' },
  get: api.getMeeting,
});
