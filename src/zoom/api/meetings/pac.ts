/** Personal audio conferences: meetings by telephone alone, each with numbers and passcodes of its own. */
import { list as listing } from '../../declare/endpoint.ts';
import { list, numericId, secret, shape, string } from '../../declare/shape.ts';
import { orAdmin } from './meetings.ts';

export const PacNumber = shape(
  'PacNumber',
  {
    country: string('The code of the country.'),
    number: string('The phone number.'),
  },
  'A phone number by which people join a personal audio conference.',
);

export const PacAccount = shape(
  'PacAccount',
  {
    conference_id: numericId('The conference.'),
    participant_password: secret('The passcode of those who may speak.'),
    listen_only_password: secret('The passcode of those who only listen.'),
    dedicated_dial_in_number: list(PacNumber, 'The numbers that belong to the account.'),
    global_dial_in_numbers: list(PacNumber, 'The numbers that all accounts share.'),
  },
  'A personal audio conference of a user.',
);

/** Documents differ on the classic scope. */
export const listPacAccounts = listing('/users/{userId}/pac', {
  items: 'pac_accounts',
  of: PacAccount,
  limit: 'LIGHT',
  scopes: orAdmin('user:read', 'pac:read', 'pac:read:list_pac_accounts'),
});
