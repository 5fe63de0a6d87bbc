import { entity, fromPath } from '../../declare/entity.ts';
import { isMeetingNumber } from '../meetings/past-meetings.entities.ts';
import { DashboardWebinarQos } from './qos.ts';
import * as api from './webinars.ts';

/** Zoom looks for a webinar only among those of the state that it is asked for, as it does for a meeting. */
export const DashboardWebinar = entity('DashboardWebinar', {
  shape: api.DashboardWebinar,
  key: { type: fromPath, webinarId: 'uuid' },
  isAlias: isMeetingNumber,
  get: api.getDashboardWebinar,
  foundIn: [api.listDashboardWebinars],
});

/** The media of a stay: read ten at once where many are wanted. */
export const WebinarQos = entity('DashboardWebinarQos', {
  shape: DashboardWebinarQos,
  key: { type: fromPath, webinarId: fromPath, participantId: 'user_id' },
  get: api.getWebinarQos,
  foundIn: [api.listWebinarQos],
});
