/** The room connector's ports, and how well the account's meetings were heard and seen. */
import * as api from '../../../src/zoom/api/dashboards/usage.ts';
import { builder } from '../../types/builder.ts';
import { Dashboard } from './dashboard.ts';

builder.objectFields(Dashboard, (t) => ({
  crc: t.zoomConnection({ list: api.listCrcPorts, description: 'The use of the room connector, day by day.' }),
  quality: t.zoomObject({
    get: api.getMeetingQuality,
    description: 'How well meetings were heard and seen within some days.',
  }),
}));
