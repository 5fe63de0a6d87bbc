/** The blocked list. */
import * as api from '../../../zoom/api/phone/blocked-list.ts';
import { refuse } from '../../call.ts';
import { resource } from '../../resource.ts';

export const blockedNumbers = resource(api.getBlockedNumber, {
  name: 'blocked number',
  named: 'phone_number',
  initial: ['+12125550140', '+12125550141', '+442079460018', '+4930901820', '+81355501234'],
  unread: ['country'],
  unique: { fields: ['phone_number', 'match_type', 'block_type'], refuse: refuse.blockedNumber },
});
