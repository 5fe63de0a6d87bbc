import * as api from '../../src/zoom/api/phone/users.ts';
import { entity } from '../entity.ts';

/** A user's phone, by the id or email of the Zoom user. */
export const PhoneUser = entity('PhoneUser', {
  shape: api.PhoneUser,
  key: { userId: 'id' },
  isAlias: (value) => value === 'me' || value.includes('@'),
  aliases: ['email'],
  get: api.getPhoneUser,
  foundIn: [api.listPhoneUsers],
});
