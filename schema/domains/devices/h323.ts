/** Room systems of other makers. */
import { Account } from '../../../src/zoom/api/accounts/accounts.entities.ts';
import { H323Device } from '../../../src/zoom/api/devices/h323.entities.ts';
import * as api from '../../../src/zoom/api/devices/h323.ts';
import { entityObject, refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';

export const h323DevicesDomain: Domain = (builder) => {
  entityObject(builder, H323Device);

  const h323Devices = {
    list: api.listH323Devices,
    of: H323Device,
    path: () => ({}),
    description: 'The room systems of other makers, which Zoom calls by H.323 or SIP.',
  };
  builder.objectField(refOf(builder, Account), 'h323Devices', (t) => t.zoomConnection(h323Devices));
  builder.queryFields((t) => ({
    h323Devices: t.zoomConnection(h323Devices),
    h323Device: t.zoomNode({
      of: H323Device,
      id: "The global id or Zoom's own.",
      description: 'One room system of another maker.',
    }),
  }));

  const pathEntities = { deviceId: H323Device };
  const pathNames = { deviceId: 'h323DeviceId' };
  const payload = { h323Device: H323Device };
  builder.mutationFields((t) => ({
    createH323Device: t.zoomMutation('createH323Device', {
      endpoint: api.createH323Device,
      description: 'Creates a room system of another maker, for Zoom to call it.',
      payload,
    }),
    updateH323Device: t.zoomMutation('updateH323Device', {
      endpoint: api.updateH323Device,
      description: 'Updates a room system of another maker. Zoom takes all of its fields together.',
      pathEntities,
      pathNames,
      payload,
    }),
    deleteH323Device: t.zoomMutation('deleteH323Device', {
      endpoint: api.deleteH323Device,
      description: 'Deletes a room system of another maker from the account.',
      pathEntities,
      pathNames,
      payload: {},
      deletes: H323Device,
    }),
  }));
};
