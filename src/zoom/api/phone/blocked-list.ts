/** The blocked list: the numbers that cannot call the account, or be called from it. */

import { byToken, get, list as listing } from '../../declare/endpoint.ts';
import { enumOf, id, shape, string } from '../../declare/shape.ts';
import { activity } from '../enums.ts';
import { pageTokenCodes } from './common.ts';

export const BlockedNumber = shape(
  'BlockedNumber',
  {
    id: id(),
    phone_number: string('The number, or what the blocked numbers begin with.'),
    match_type: enumOf(
      'BlockedNumberMatch',
      {
        PHONE_NUMBER: ['phoneNumber', 'One number.'],
        PREFIX: ['prefix', 'All numbers that begin with it.'],
      },
      'What the rule blocks.',
    ),
    block_type: enumOf(
      'BlockedNumberDirection',
      {
        INBOUND: ['inbound', 'Calls that come in.'],
        OUTBOUND: ['outbound', 'Calls that go out.'],
        THREAT: ['threat', 'Calls of numbers that Zoom considers dangerous.'],
      },
      'Which calls are blocked.',
    ),
    status: activity.describe('Whether the rule holds at present.'),
    comment: string('A note on why the number is blocked.'),
  },
  'A number, or all numbers that begin alike, with which the account has no calls.',
);

/** The largest page is not documented. */
export const listBlockedNumbers = listing('/phone/blocked_list', {
  items: 'blocked_list',
  of: BlockedNumber,
  paging: byToken(100),
  limit: 'MEDIUM',
  scopes: ['phone:read:admin'],
  codes: pageTokenCodes,
});

export const getBlockedNumber = get('/phone/blocked_list/{blockedListId}', {
  of: BlockedNumber,
  limit: 'LIGHT',
  scopes: ['phone:read:admin'],
});
