import { entity, fromPath } from '../../declare/entity.ts';
import * as api from './registrants.ts';

export const Registrant = entity('MeetingRegistrant', {
  shape: api.Registrant,
  key: { meetingId: fromPath, registrantId: 'id' },
  foundIn: [
    { list: api.listRegistrants, queries: [{ status: 'approved' }, { status: 'pending' }, { status: 'denied' }] },
  ],
});
