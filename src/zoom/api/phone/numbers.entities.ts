import { entity } from '../../declare/entity.ts';
import * as api from './numbers.ts';

export const PhoneNumber = entity('PhoneNumber', {
  shape: api.PhoneNumber,
  key: { phoneNumberId: 'id' },
  get: api.getPhoneNumber,
  foundIn: [api.listPhoneNumbers],
});
