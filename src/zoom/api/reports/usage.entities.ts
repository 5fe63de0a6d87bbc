import { entity, fromPath } from '../../declare/entity.ts';
import * as api from './usage.ts';

/** A user within some days, and among those who hosted or did not. */
export const HostReport = entity('HostReport', {
  shape: api.HostReport,
  key: { from: fromPath, to: fromPath, type: fromPath, userId: 'id' },
  foundIn: [api.listHostReports],
  isRow: true,
});
