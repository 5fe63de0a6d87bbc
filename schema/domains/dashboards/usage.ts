/** The room connector's ports, and how well the account's meetings were heard and seen. */
import * as api from '../../../src/zoom/api/dashboards/usage.ts';
import type { Domain } from '../../types/builder.ts';
import { dashboardOf } from './dashboard.ts';

export const dashboardUsageDomain: Domain = (builder) => {
  builder.objectFields(dashboardOf(builder), (t) => ({
    crc: t.zoomConnection({ list: api.listCrcPorts, description: 'The use of the room connector, day by day.' }),
    quality: t.zoomObject({
      get: api.getMeetingQuality,
      description: 'How well meetings were heard and seen within some days.',
    }),
  }));
};
