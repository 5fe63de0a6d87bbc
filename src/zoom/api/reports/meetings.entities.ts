import { entity, fromPath } from '../../declare/entity.ts';
import { isMeetingNumber } from '../meetings/past-meetings.entities.ts';
import * as api from './meetings.ts';

export const MeetingReport = entity('MeetingReport', {
  shape: api.MeetingReport,
  key: { meetingId: 'uuid' },
  isAlias: isMeetingNumber,
  get: api.getMeetingReport,
  foundIn: [{ list: api.listMeetingReports, path: { userId: 'host_id' } }],
});

/** One stay of a person, by the seat: who comes back has another one. */
export const MeetingReportParticipant = entity('MeetingReportParticipant', {
  shape: api.MeetingReportParticipant,
  key: { meetingId: fromPath, seatId: 'user_id' },
  foundIn: [api.listMeetingReportParticipants],
  isRow: true,
});
