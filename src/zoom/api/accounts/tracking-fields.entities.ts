import { entity } from '../../declare/entity.ts';
import * as api from './tracking-fields.ts';

export const TrackingField = entity('TrackingField', {
  shape: api.TrackingField,
  key: { fieldId: 'id' },
  get: api.getTrackingField,
  foundIn: [api.listTrackingFields],
});
