import { entity } from '../../declare/entity.ts';
import * as api from './meeting-summaries.ts';

/** Zoom has one for an instance of a meeting, by whose uuid it goes. */
export const MeetingSummary = entity('MeetingSummary', {
  shape: api.MeetingSummary,
  key: { meetingId: 'meeting_uuid' },
  foundIn: [api.listMeetingSummaries],
  isRow: true,
});
