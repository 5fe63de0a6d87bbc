import { entity, fromPath } from '../../declare/entity.ts';
import { isMeetingNumber } from '../meetings/past-meetings.entities.ts';
import * as api from './past-webinars.ts';

/** One run of a webinar; its number stands for the latest. */
export const WebinarInstance = entity('WebinarInstance', {
  shape: api.WebinarInstance,
  key: { webinarId: 'uuid' },
  isAlias: isMeetingNumber,
  get: api.getWebinarInstance,
});

/** One stay of a person, by the seat: who comes back has another one. */
export const WebinarParticipant = entity('WebinarParticipant', {
  shape: api.WebinarParticipant,
  key: { webinarId: fromPath, seatId: 'user_id' },
  foundIn: [api.listWebinarParticipants],
  isRow: true,
});
