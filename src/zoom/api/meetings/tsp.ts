/** Telephony service providers (TSP): audio conferences of another company, by which people join Zoom's meetings. */
import { del, get, list as listing, patch, post } from '../../declare/endpoint.ts';
import { bool, enumOf, id, list, named, secret, shape, string } from '../../declare/shape.ts';
import { orAdmin } from './meetings.ts';

const tspBridge = enumOf(
  'TspBridge',
  { US: ['US_TSP_TB', 'In the United States.'], EU: ['EU_TSP_TB', 'In Europe.'] },
  'Where the bridge to the provider is.',
);

export const TspDialInNumber = shape(
  'TspDialInNumber',
  {
    number: string('The phone number.', { max: 16 }),
    code: string('The code of the country.', { max: 6 }),
    country_label: string('What is shown in place of the code of the country.', { max: 10 }),
    type: enumOf(
      'TspNumberType',
      {
        TOLL: ['toll', 'The caller pays.'],
        TOLL_FREE: ['tollfree', 'The caller pays nothing.'],
        MEDIA_LINK: ['media_link', 'A link to the phone network in place of a paid bridge number.'],
      },
      'Who pays for the call.',
    ),
  },
  "A phone number of the provider's.",
);
export const AccountTspDialInNumber = named(
  'AccountTspDialInNumber',
  TspDialInNumber.omit({ country_label: true }),
  "A phone number of the provider's that all users of the account have.",
);

export const AccountTsp = shape(
  'AccountTsp',
  {
    tsp_enabled: bool('Whether the account can have a telephony service provider; without that nothing else counts.'),
    enable: bool('Whether the users of the account have the provider.'),
    tsp_provider: string('The provider.'),
    tsp_bridge: tspBridge,
    dial_in_numbers: list(AccountTspDialInNumber, 'The phone numbers of the provider.'),
    dial_in_number_unrestricted: bool('Whether users may add other numbers than those of the account.'),
    modify_credential_forbidden: bool('Whether users may not change their codes.'),
    master_account_setting_extended: bool(
      'Of a master account: whether its sub accounts have these settings too. Of a sub account: whether it has those of its master account.',
    ),
  },
  'The telephony service provider of an account.',
);
export const UpdateAccountTspBody = named('UpdateAccountTspBody', AccountTsp.omit({ dial_in_numbers: true }));

export const TspAccount = shape(
  'TspAccount',
  {
    id: id(),
    conference_code: secret('The code of the conference: digits.', { max: 16 }),
    leader_pin: secret('The code of who leads the conference: digits.', { max: 16 }),
    dial_in_numbers: list(TspDialInNumber, 'The phone numbers by which people join.'),
    tsp_bridge: tspBridge,
  },
  'An audio conference that a user has with a telephony service provider. Zoom allows a user two.',
  { always: ['conference_code', 'leader_pin'] },
);
/** Creating and updating take the same, both codes among it. */
export const TspAccountBody = named(
  'TspAccountBody',
  TspAccount.omit({ id: true }).required({ conference_code: true, leader_pin: true }),
);

export const TspSettingsBody = shape('TspSettingsBody', {
  audio_url: string('The address of the page that lists the phone numbers of all countries.', { max: 512 }),
}).required({ audio_url: true });

export const getAccountTsp = get('/tsp', {
  of: AccountTsp,
  limit: 'LIGHT',
  scopes: [...orAdmin('tsp:read'), 'tsp:read:tsp:admin'],
});

export const updateAccountTsp = patch('/tsp', {
  body: UpdateAccountTspBody,
  limit: 'LIGHT',
  scopes: [...orAdmin('tsp:write'), 'tsp:update:tsp:admin'],
});

export const listTspAccounts = listing('/users/{userId}/tsp', {
  items: 'tsp_accounts',
  of: TspAccount,
  limit: 'MEDIUM',
  scopes: orAdmin('tsp:read', 'tsp:read:list_tsp_accounts'),
});

/** 300 says here that the user has no such conference. */
export const getTspAccount = get('/users/{userId}/tsp/{tspId}', {
  of: TspAccount,
  limit: 'LIGHT',
  scopes: orAdmin('tsp:read', 'tsp:read:tsp_account'),
  codes: { 300: 'NOT_FOUND' },
});

export const createTspAccount = post('/users/{userId}/tsp', {
  body: TspAccountBody,
  of: TspAccount,
  limit: 'LIGHT',
  scopes: orAdmin('tsp:write', 'tsp:write:tsp_account'),
});

export const updateTspAccount = patch('/users/{userId}/tsp/{tspId}', {
  body: TspAccountBody,
  limit: 'LIGHT',
  scopes: orAdmin('tsp:write', 'tsp:update:tsp_account'),
});

export const deleteTspAccount = del('/users/{userId}/tsp/{tspId}', {
  limit: 'LIGHT',
  scopes: orAdmin('tsp:write', 'tsp:delete:tsp_account'),
});

/** 2000: the account has no right to pages of its own. */
export const updateTspSettings = patch('/users/{userId}/tsp/settings', {
  body: TspSettingsBody,
  limit: 'LIGHT',
  scopes: orAdmin('tsp:write', 'tsp:update:tsp_settings'),
  codes: { 2000: 'FORBIDDEN' },
});
