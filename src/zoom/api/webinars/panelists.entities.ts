import { entity, fromPath } from '../../declare/entity.ts';
import * as api from './panelists.ts';

export const Panelist = entity('Panelist', {
  shape: api.Panelist,
  key: { webinarId: fromPath, panelistId: 'id' },
  foundIn: [api.listPanelists],
});
