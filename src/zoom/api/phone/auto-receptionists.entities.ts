import { entity } from '../../declare/entity.ts';
import * as api from './auto-receptionists.ts';

export const AutoReceptionist = entity('AutoReceptionist', {
  shape: api.AutoReceptionist,
  key: { autoReceptionistId: 'id' },
  get: api.getAutoReceptionist,
  foundIn: [api.listAutoReceptionists],
});
