/** The account itself, and the sub accounts of a master account. */
import { byToken, del, get, list as listing, patch, post, put } from '../../declare/endpoint.ts';
import {
  bool,
  dateTime,
  enumOf,
  id,
  int,
  list,
  named,
  numericId,
  renamed,
  secret,
  shape,
  string,
} from '../../declare/shape.ts';

export const AccountOptions = shape(
  'AccountOptions',
  {
    billing_auto_renew: bool('Whether plans are renewed at the end of their term.'),
    pay_mode: enumOf(
      'AccountPayMode',
      { MASTER: ['master', 'The master account.'], SUB: ['sub', 'The sub account itself.'] },
      'Who pays for the sub account.',
    ),
    share_rc: bool("Whether the master account's Virtual Room Connectors may be used."),
    room_connector_list: list(
      string(),
      'The IP addresses of the Virtual Room Connectors that are shared; none means all.',
    ),
    share_mc: bool("Whether the master account's Meeting Connectors may be used."),
    meeting_connector_list: list(
      string(),
      'The IP addresses of the Meeting Connectors that are shared; none means all.',
    ),
    resource_share_mc: bool("Whether the master account's Meeting Connectors of the resource pool may be used."),
    resource_meeting_connector_list: list(
      string(),
      "The resource pool's Meeting Connectors that are shared; none means all.",
    ),
    resource_share_mh: bool("Whether the master account's Meeting Hybrid may be used."),
    resource_meeting_hybrid_list: list(string(), 'The zones of Meeting Hybrid that are shared; none means all.'),
  },
  'What an account shares with its master account.',
);

export const Account = shape(
  'Account',
  {
    id: id(),
    account_name: renamed('accountName', 'name', string('What the account is called.')),
    account_number: numericId('The account number, which Zoom prints on invoices.'),
    account_type: enumOf(
      'AccountType',
      {
        FREE: ['Free', 'Without a paid plan.'],
        PRO: ['Pro', 'With the plan Pro, for small teams.'],
        ENTERPRISE: ['Enterprise', 'With the plan Enterprise, for large organizations.'],
        API_PARTNER: ['API Partner', 'Of a partner who builds on the API of Zoom.'],
        EDUCATION: ['Education', 'Of a school or university, with the plan Education.'],
        BUSINESS: ['Business', 'With the plan Business, for small and medium organizations.'],
        FREE_TRIAL: ['Free Trial', 'With a paid plan on trial.'],
        BULK_LICENSE: ['Bulk License', 'With licences that are bought in bulk.'],
        ZOOM_ROOMS: ['Zoom Rooms', 'With Zoom Rooms alone.'],
        ZOOM_VIDEO_SDK: ['Zoom Video SDK', 'With the Video SDK alone.'],
        ZOOM_PHONE: ['Zoom Phone', 'With Zoom Phone alone.'],
      },
      'What the account has subscribed to.',
    ),
    owner_id: id('The user who owns the account.'),
    owner_email: string('The email address of the owner.'),
    vanity_url: string('The account\'s own web address, with or without a scheme, such as "example.zoom.us".'),
    seats: int('How many licences the account has.'),
    reseller: bool('Whether the account may resell.'),
    bulk_license: bool('Whether the account has bulk licensing; reported for sub accounts only.'),
    options: AccountOptions,
    created_at: dateTime('When the account was created.'),
    subscription_start_time: dateTime('When the subscription began.'),
    subscription_end_time: dateTime('When the subscription ends.'),
  },
  'An organisation with a Zoom subscription.',
);

/** What reading one account brings, and what the list of sub accounts does (docs/zoom.md 13). */
export const FetchedAccount = named('FetchedAccount', Account.omit({ bulk_license: true }));
export const ListedAccount = named('ListedAccount', Account.omit({ owner_id: true, vanity_url: true, options: true }));

/** `accountId` may be "me", for the account of the token (docs/zoom.md 1.4). */
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

export const CreateAccountBody = shape('CreateAccountBody', {
  email: string('Whose the account becomes; no other account of Zoom may have this email.'),
  first_name: string("The owner's first name."),
  last_name: string("The owner's last name."),
  password: secret('The password with which the owner signs in.'),
  account_name: renamed('accountName', 'name', string('What the account is called.')),
  options: AccountOptions,
  sub_reseller_id: id('The second-level master account below which the account is created; your own unless given.', {
    of: 'Account',
  }),
  transfer_code: secret('The code by which a free account that exists already is moved below yours.'),
}).required({ email: true, first_name: true, last_name: true, password: true });

/** What creating a sub account answers. */
export const CreatedAccount = named(
  'CreatedAccount',
  Account.pick({ id: true, owner_id: true, owner_email: true, created_at: true }),
);

export const UpdateAccountOptionsBody = named('UpdateAccountOptionsBody', AccountOptions);

export const UpdateAccountOwnerBody = shape('UpdateAccountOwnerBody', {
  email: string('The email of an admin of the same account.'),
}).required({ email: true });

export const ManagedDomain = shape(
  'ManagedDomain',
  {
    domain: string('The name of the domain, such as "example.com".'),
    status: string('How far Zoom is with proving that the account owns the domain, such as "verified".'),
  },
  'A domain of which the account manages all users.',
);

export const TrustedDomains = shape('TrustedDomains', {
  trusted_domains: list(string(), 'The domains whose people the account trusts as its own.'),
});

export const createSubAccount = post('/accounts', {
  body: CreateAccountBody,
  of: CreatedAccount,
  limit: 'LIGHT',
  scopes: ['account:master', 'account:write:admin', 'account:write:sub_account:master'],
});

/** The account lives on by itself. Zoom refuses it for a paid one. */
export const disassociateSubAccount = del('/accounts/{accountId}', {
  limit: 'LIGHT',
  scopes: ['account:master', 'account:write:master', 'account:write:admin', 'account:delete:sub_account:master'],
});

export const updateAccountOptions = patch('/accounts/{accountId}/options', {
  body: UpdateAccountOptionsBody,
  limit: 'LIGHT',
  scopes: ['account:master', 'account:write:admin', 'account:update:options:master'],
  // The payer cannot change once the account has a plan.
  codes: { 200: 'CONFLICT' },
});

export const updateAccountOwner = put('/accounts/{accountId}/owner', {
  body: UpdateAccountOwnerBody,
  limit: 'HEAVY',
  scopes: ['account:master', 'account:write:admin', 'account:update:owner:master'],
});

const readingDomains = ['account:master', 'account:write:master', 'account:read:master', 'account:read:admin'];

export const listManagedDomains = listing('/accounts/{accountId}/managed_domains', {
  items: 'domains',
  of: ManagedDomain,
  limit: 'LIGHT',
  scopes: [...readingDomains, 'account:read:managed_domains:master'],
});

export const getTrustedDomains = get('/accounts/{accountId}/trusted_domains', {
  of: TrustedDomains,
  limit: 'LIGHT',
  scopes: [...readingDomains, 'account:read:trusted_domains:master'],
});
