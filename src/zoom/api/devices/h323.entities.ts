import { entity } from '../../declare/entity.ts';
import * as api from './h323.ts';

/** Zoom reads none by its id. */
export const H323Device = entity('H323Device', {
  shape: api.H323Device,
  key: { deviceId: 'id' },
  foundIn: [api.listH323Devices],
});
