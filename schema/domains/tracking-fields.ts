/** Tracking fields, and which of them a meeting fills in. */
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import { TrackingField } from '../../src/zoom/api/accounts/tracking-fields.entities.ts';
import * as api from '../../src/zoom/api/accounts/tracking-fields.ts';
import { TrackingFieldValue } from '../../src/zoom/api/meetings/meetings.ts';
import { entityObject, refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';
import { objectOf } from '../types/shape.ts';

export const trackingFieldsDomain: Domain = (builder) => {
  entityObject(builder, TrackingField);

  // Its name is all that a meeting tells of it.
  builder.objectField(objectOf(builder, TrackingFieldValue), 'trackingField', (t) =>
    t.zoomRow({
      list: api.listTrackingFields,
      of: TrackingField,
      match: (value) => (row) => row.field === value.field,
      description: 'The field that is filled in; null where the account no longer has one of this name.',
    }),
  );

  const trackingFields = {
    list: api.listTrackingFields,
    of: TrackingField,
    path: () => ({}),
    description: 'The tracking fields of the account.',
  };
  builder.objectField(refOf(builder, Account), 'trackingFields', (t) => t.zoomConnection(trackingFields));
  builder.queryFields((t) => ({
    trackingFields: t.zoomConnection(trackingFields),
    trackingField: t.zoomNode({
      of: TrackingField,
      id: "The global id or Zoom's own.",
      description: 'One tracking field.',
    }),
  }));

  const pathEntities = { fieldId: TrackingField };
  const pathNames = { fieldId: 'trackingFieldId' };
  const payload = { trackingField: TrackingField };
  builder.mutationFields((t) => ({
    createTrackingField: t.zoomMutation('createTrackingField', {
      endpoint: api.createTrackingField,
      description: 'Creates a tracking field for the meetings of the account.',
      payload,
    }),
    updateTrackingField: t.zoomMutation('updateTrackingField', {
      endpoint: api.updateTrackingField,
      description: 'Updates a tracking field.',
      pathEntities,
      pathNames,
      payload,
    }),
    deleteTrackingField: t.zoomMutation('deleteTrackingField', {
      endpoint: api.deleteTrackingField,
      description: 'Deletes a tracking field.',
      pathEntities,
      pathNames,
      payload: {},
      deletes: TrackingField,
    }),
  }));
};
