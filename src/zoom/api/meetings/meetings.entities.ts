import { entity } from '../../declare/entity.ts';
import * as api from './meetings.ts';

export const Meeting = entity('Meeting', {
  shape: api.Meeting,
  key: { meetingId: 'id' },
  get: api.getMeeting,
  host: 'host_id',
});
