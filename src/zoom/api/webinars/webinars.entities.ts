import { entity } from '../../declare/entity.ts';
import * as api from './webinars.ts';

export const Webinar = entity('Webinar', {
  shape: api.Webinar,
  key: { webinarId: 'id' },
  get: api.getWebinar,
  host: 'host_id',
});
