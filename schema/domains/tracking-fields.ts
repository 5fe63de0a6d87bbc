/** Tracking fields, and which of them a meeting fills in. */

import { trackingFieldOf } from '../../resolvers/domains/tracking-fields.ts';
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import { TrackingField } from '../../src/zoom/api/accounts/tracking-fields.entities.ts';
import * as api from '../../src/zoom/api/accounts/tracking-fields.ts';
import { TrackingFieldValue } from '../../src/zoom/api/meetings/meetings.ts';
import { carried } from '../../src/zoom/declare/entity.ts';
import { entityObject, refOf } from '../fields/entity.ts';
import { type CostContext, callersOf } from '../plan/cost.ts';
import type { Domain } from '../types/builder.ts';
import { restOf } from '../types/rest.ts';
import { objectOf } from '../types/shape.ts';

export const trackingFieldsDomain: Domain = (builder) => {
  entityObject(builder, TrackingField);

  builder.objectField(objectOf(builder, TrackingFieldValue), 'trackingField', (t) =>
    t.field({
      type: refOf(builder, TrackingField),
      nullable: true,
      description: 'The field that is filled in; null where the account no longer has one of this name.',
      directives: restOf(api.listTrackingFields),
      extensions: {
        requires: ['field'],
        cost: (asked: CostContext) => ({
          calls: [{ endpoint: api.listTrackingFields, each: 1, callers: callersOf(api.listTrackingFields, asked) }],
          returns: asked.child({ of: TrackingField, known: carried(api.listTrackingFields) }),
        }),
      },
      resolve: (value, _, { store }) => trackingFieldOf(value, store) as never,
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
      payload,
    }),
    deleteTrackingField: t.zoomMutation('deleteTrackingField', {
      endpoint: api.deleteTrackingField,
      description: 'Deletes a tracking field.',
      pathEntities,
      payload: {},
      deletes: TrackingField,
    }),
  }));
};
