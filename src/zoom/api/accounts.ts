/** The account itself, and the sub accounts of a master account. */
import { byToken, get, list as listing } from '../endpoint.ts';
import { bool, id, int, list, named, numericId, oneOf, shape, text, url, when } from '../shape.ts';

export const AccountOptions = shape(
  'AccountOptions',
  {
    billing_auto_renew: bool(),
    pay_mode: oneOf('AccountPayMode', ['master', 'sub'], 'Whether the master account pays, or this account.'),
    share_rc: bool("Whether the master account's Virtual Room Connectors may be used."),
    room_connector_list: list(
      text(),
      'The IP addresses of the Virtual Room Connectors that are shared; none means all.',
    ),
    share_mc: bool("Whether the master account's Meeting Connectors may be used."),
    meeting_connector_list: list(text(), 'The IP addresses of the Meeting Connectors that are shared; none means all.'),
    resource_share_mc: bool("Whether the master account's Meeting Connectors of the resource pool may be used."),
    resource_meeting_connector_list: list(
      text(),
      "The resource pool's Meeting Connectors that are shared; none means all.",
    ),
    resource_share_mh: bool("Whether the master account's Meeting Hybrid may be used."),
    resource_meeting_hybrid_list: list(text(), 'The zones of Meeting Hybrid that are shared; none means all.'),
  },
  'What an account shares with its master account.',
);

export const Account = shape(
  'Account',
  {
    id: id(),
    account_name: text(),
    account_number: numericId('The number that Zoom prints on bills.'),
    account_type: oneOf('AccountType', [
      'Free',
      'Pro',
      'Enterprise',
      'API Partner',
      'Education',
      'Business',
      'Free Trial',
      'Bulk License',
      'Zoom Rooms',
      'Zoom Video SDK',
      'Zoom Phone',
    ]),
    owner_id: id('The user who owns the account.'),
    owner_email: text(),
    vanity_url: url("The account's own web address."),
    seats: int('How many licences the account has.'),
    reseller: bool('Whether the account may resell.'),
    bulk_license: bool('Whether the account is licensed in bulk; told of sub accounts alone.'),
    options: AccountOptions,
    created_at: when(),
    subscription_start_time: when(),
    subscription_end_time: when(),
  },
  'An organisation with a Zoom subscription.',
);

/** What reading one account brings, and what the list of sub accounts does (list-vs-get.tsv). */
export const FetchedAccount = named('FetchedAccount', Account.omit({ bulk_license: true }));
export const ListedAccount = named('ListedAccount', Account.omit({ owner_id: true, vanity_url: true, options: true }));

/** `accountId` may be "me", for the account of the token (zoom-behaviour 1.4). */
export const getAccount = get('/accounts/{accountId}', {
  of: FetchedAccount,
  limit: 'LIGHT',
  scopes: [
    'account:master',
    'account:write:admin',
    'account:read:sub_account:master',
    'account:read:sub_account:admin',
  ],
});

/** Only master accounts have any. */
export const listSubAccounts = listing('/accounts', {
  items: 'accounts',
  of: ListedAccount,
  paging: byToken(300),
  limit: 'MEDIUM',
  scopes: ['account:master', 'account:read:admin', 'account:read:list_sub_accounts:master'],
});
