import * as api from '../../../src/zoom/api/phone/numbers.ts';
import { entity } from '../../entity.ts';

export const PhoneNumber = entity('PhoneNumber', {
  shape: api.PhoneNumber,
  key: { phoneNumberId: 'id' },
  get: api.getPhoneNumber,
  foundIn: [api.listPhoneNumbers],
});
