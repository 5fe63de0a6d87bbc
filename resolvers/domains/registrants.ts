import * as api from '../../src/zoom/api/meetings/registrants.ts';
import { entity, fromPath } from '../entity.ts';

export const Registrant = entity('Registrant', {
  shape: api.Registrant,
  key: { meetingId: fromPath, registrantId: 'id' },
  foundIn: [
    { list: api.listRegistrants, queries: [{ status: 'approved' }, { status: 'pending' }, { status: 'denied' }] },
  ],
});
