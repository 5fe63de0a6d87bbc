import { dayOf, entity } from '../../declare/entity.ts';
import * as api from './call-metrics.ts';

/** Zoom lists how calls sounded by days, and reads none by its id here. */
export const PhoneCallQuality = entity('PhoneCallQuality', {
  shape: api.PhoneCallQuality,
  key: { day: dayOf('date_time'), callId: 'call_id' },
  foundIn: [api.listPhoneCallQuality],
  isRow: true,
});
