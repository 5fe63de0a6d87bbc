import { entity } from '../../declare/entity.ts';
import * as api from './users.ts';

/** A user's phone, by the id or email of the Zoom user. */
export const PhoneUser = entity('PhoneUser', {
  shape: api.PhoneUser,
  key: { userId: 'id' },
  isAlias: (value) => value === 'me' || value.includes('@'),
  aliases: ['email'],
  get: api.getPhoneUser,
  foundIn: [api.listPhoneUsers],
});
