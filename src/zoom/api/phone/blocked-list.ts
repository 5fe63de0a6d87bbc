/** The blocked list: the numbers that cannot call the account, or be called from it. */

import { byToken, del, get, list as listing, patch, post } from '../../declare/endpoint.ts';
import { enumOf, id, named, needing, shape, string } from '../../declare/shape.ts';
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

const fields = {
  phone_number: string('The number, or what the blocked numbers begin with.', { max: 50 }),
  country: string('The two-letter code of the country that the number belongs to.', { max: 50 }),
  comment: string('A note on why the number is blocked.', { max: 255 }),
};
export const UpdateBlockedNumberBody = named(
  'UpdateBlockedNumberBody',
  BlockedNumber.omit({ id: true }).extend(shape('BlockedNumberFields', fields).shape),
  'What changes about a blocked number; what is left out stays.',
);
/** Zoom says that a prefix stands in the country. */
export const CreateBlockedNumberBody = needing(
  named('CreateBlockedNumberBody', UpdateBlockedNumberBody, 'The numbers with which the account is to have no calls.'),
  ['phone_number', 'country'],
);
export const CreatedBlockedNumber = named('CreatedBlockedNumber', BlockedNumber.pick({ id: true }));

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

export const createBlockedNumber = post('/phone/blocked_list', {
  body: CreateBlockedNumberBody,
  of: CreatedBlockedNumber,
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:write:blocked_list:admin'],
});

export const updateBlockedNumber = patch('/phone/blocked_list/{blockedListId}', {
  body: UpdateBlockedNumberBody,
  merges: {},
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:update:blocked_list:admin'],
});

export const deleteBlockedNumber = del('/phone/blocked_list/{blockedListId}', {
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:delete:blocked_list:admin'],
  codes: { 300: 'NOT_FOUND' },
});
