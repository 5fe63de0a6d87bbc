import { entity, fromPath } from '../../declare/entity.ts';
import * as api from './past-meetings.ts';

/** Zoom takes a meeting's number where it takes the uuid of a run, and then means the latest run (docs/zoom.md 5). */
export const isMeetingNumber = (value: string): boolean => /^\d+$/.test(value);

/** One run of a meeting. */
export const MeetingInstance = entity('MeetingInstance', {
  shape: api.MeetingInstance,
  key: { meetingId: 'uuid' },
  isAlias: isMeetingNumber,
  get: api.getInstance,
});

/** One stay of a person, by the seat: who comes back has another one. */
export const Participant = entity('MeetingParticipant', {
  shape: api.Participant,
  key: { meetingId: fromPath, seatId: 'user_id' },
  foundIn: [api.listParticipants],
  isRow: true,
});
