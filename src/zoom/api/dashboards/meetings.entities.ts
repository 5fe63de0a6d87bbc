import { entity, fromPath } from '../../declare/entity.ts';
import { isMeetingNumber } from '../meetings/past-meetings.entities.ts';
import * as api from './meetings.ts';
import { DashboardMeetingQos } from './qos.ts';

/** Zoom looks for a meeting only among those of the state that it is asked for, hence the state is part of the key. */
export const DashboardMeeting = entity('DashboardMeeting', {
  shape: api.DashboardMeeting,
  key: { type: fromPath, meetingId: 'uuid' },
  isAlias: isMeetingNumber,
  get: api.getDashboardMeeting,
  foundIn: [api.listDashboardMeetings],
});

/** The media of a stay: read ten at once where many are wanted. */
export const MeetingQos = entity('DashboardMeetingQos', {
  shape: DashboardMeetingQos,
  key: { type: fromPath, meetingId: fromPath, participantId: 'user_id' },
  get: api.getMeetingQos,
  foundIn: [api.listMeetingQos],
});
