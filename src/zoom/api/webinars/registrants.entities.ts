import { entity, fromPath } from '../../declare/entity.ts';
import * as api from './registrants.ts';

export const WebinarRegistrant = entity('WebinarRegistrant', {
  shape: api.WebinarRegistrant,
  key: { webinarId: fromPath, registrantId: 'id' },
  get: api.getWebinarRegistrant,
  foundIn: [
    {
      list: api.listWebinarRegistrants,
      queries: [{ status: 'approved' }, { status: 'pending' }, { status: 'denied' }],
    },
  ],
});

export const TrackingSource = entity('TrackingSource', {
  shape: api.TrackingSource,
  key: { webinarId: fromPath, trackingSourceId: 'id' },
  foundIn: [api.listTrackingSources],
});
