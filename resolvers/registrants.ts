import * as api from '../src/zoom/api/registrants.ts';
import { entity, fromPath } from './entity.ts';

export const Registrant = entity('Registrant', {
  shape: api.Registrant,
  key: { meetingId: fromPath, registrantId: 'id' },
  foundIn: [api.listRegistrants],
});
