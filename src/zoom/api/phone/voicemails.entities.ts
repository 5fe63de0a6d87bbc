import { dayOf, entity, fromPath } from '../../declare/entity.ts';
import * as api from './voicemails.ts';

export const Voicemail = entity('Voicemail', {
  shape: api.Voicemail,
  key: { userId: fromPath, day: dayOf('date_time'), voicemailId: 'id' },
  foundIn: [{ list: api.listUserVoicemails, queries: [{}, { trash: true }] }],
  isRow: true,
});
