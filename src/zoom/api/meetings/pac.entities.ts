import { entity, fromPath } from '../../declare/entity.ts';
import * as api from './pac.ts';

export const PacAccount = entity('PacAccount', {
  shape: api.PacAccount,
  key: { userId: fromPath, conferenceId: 'conference_id' },
  foundIn: [api.listPacAccounts],
});
