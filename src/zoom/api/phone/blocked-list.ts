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
      ['phoneNumber', 'prefix'],
      'Whether one number is blocked, or all that begin with it.',
    ),
    block_type: enumOf(
      'BlockedNumberDirection',
      ['inbound', 'outbound', 'threat'],
      'Which calls are blocked; THREAT for numbers that Zoom holds to be dangerous.',
    ),
    status: activity.describe('Whether the rule holds at present.'),
    comment: string(),
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
