import type {
  TrackingFieldCreateTrackingFieldRequestBody,
  TrackingFieldCreateTrackingFieldResponse,
  TrackingFieldGetTrackingFieldResponse,
  TrackingFieldListTrackingFieldsResponse,
  TrackingFieldUpdateTrackingFieldRequestBody,
} from '@zoom/rivet/meetings';
import type * as api from '../../src/zoom/api/accounts/tracking-fields.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Agree, Differs, Item } from './agree.ts';

export type Checks = [
  Agree<Differs<Of<typeof api.TrackingField>, TrackingFieldGetTrackingFieldResponse>>,
  Agree<Differs<Of<typeof api.TrackingField>, Item<TrackingFieldListTrackingFieldsResponse, 'tracking_fields'>>>,
  Agree<Differs<Of<typeof api.TrackingField>, TrackingFieldCreateTrackingFieldResponse>>,
  Agree<Differs<Of<typeof api.CreateTrackingFieldBody>, TrackingFieldCreateTrackingFieldRequestBody>>,
  Agree<Differs<Of<typeof api.UpdateTrackingFieldBody>, TrackingFieldUpdateTrackingFieldRequestBody>>,
];
