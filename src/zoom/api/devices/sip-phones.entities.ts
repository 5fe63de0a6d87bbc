import { entity } from '../../declare/entity.ts';
import * as api from './sip-phones.ts';

/** Zoom reads none by its id. */
export const SipPhone = entity('SipPhone', {
  shape: api.SipPhone,
  key: { phoneId: 'phone_id' },
  foundIn: [api.listSipPhones],
});
