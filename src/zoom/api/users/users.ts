/** Users: their shapes, and the endpoints under /users other than settings (user-settings.ts). */
import { byToken, del, get, list as listing, patch, post, put } from '../../declare/endpoint.ts';
import {
  bool,
  dateTime,
  deprecated,
  enumOf,
  file,
  id,
  list,
  MEGABYTE,
  named,
  needing,
  numericId,
  oneOf,
  renamed,
  secret,
  shape,
  string,
  textOf,
  url,
  wording,
} from '../../declare/shape.ts';

/** Type 3 is gone from Zoom's newer documents but still held by old accounts (docs/zoom.md 8). */
export const userType = enumOf(
  'UserType',
  {
    BASIC: [1, 'A free user, whose meetings end after 40 minutes.'],
    LICENSED: [2, 'A user with a paid licence.'],
    ON_PREM: [3, 'A user whose meetings run on servers of the account; only in old accounts.'],
    UNASSIGNED_WITHOUT_MEETINGS: [
      4,
      'A user who cannot host meetings and has other products only, such as Zoom Phone.',
    ],
    NONE: [99, 'No type: can be given for a user who is created to sign in by single sign-on.'],
  },
  'The licence that the user holds for meetings.',
);

export const userStatus = enumOf(
  'UserStatus',
  {
    ACTIVE: ['active', 'The user can sign in.'],
    INACTIVE: ['inactive', 'The user was deactivated and cannot sign in.'],
    PENDING: ['pending', 'The user has not accepted the invitation yet.'],
  },
  'Whether the user can sign in.',
);

export const loginType = enumOf(
  'LoginType',
  {
    FACEBOOK: [0, 'With a Facebook account.'],
    GOOGLE: [1, 'With a Google account.'],
    PHONE: [11, 'With a phone number; in China only.'],
    WECHAT: [21, 'With a WeChat account; in China only.'],
    ALIPAY: [23, 'With an Alipay account; in China only.'],
    APPLE: [24, 'With an Apple account.'],
    MICROSOFT: [27, 'With a Microsoft account.'],
    MOBILE_DEVICE: [97, 'By a mobile device.'],
    RING_CENTRAL: [98, 'With a RingCentral account.'],
    API: [99, 'Not at all: the user was created for use through the API.'],
    EMAIL: [100, "With the user's work email and a password."],
    SSO: [101, 'By single sign-on with the identity provider of the account.'],
  },
  'How the user signs in.',
);

const planUnitedType = enumOf(
  'UserPlanUnitedType',
  {
    PRO_US_CA_UNLIMITED: [
      '1',
      'Zoom United Pro: meetings and Zoom Phone with unlimited calls in the United States and Canada.',
    ],
    PRO_UK_IR_UNLIMITED: [
      '2',
      'Zoom United Pro: meetings and Zoom Phone with unlimited calls in the United Kingdom and Ireland.',
    ],
    PRO_AU_NZ_UNLIMITED: [
      '4',
      'Zoom United Pro: meetings and Zoom Phone with unlimited calls in Australia and New Zealand.',
    ],
    PRO_GLOBAL_SELECT: ['8', 'Zoom United Pro: meetings and Zoom Phone with unlimited calls in one country of choice.'],
    PRO_ZOOM_PHONE: ['16', 'Zoom United Pro: meetings and Zoom Phone with calls paid by the minute.'],
    BUSINESS_US_CA_UNLIMITED: [
      '32',
      'Zoom United Business: meetings and Zoom Phone with unlimited calls in the United States and Canada.',
    ],
    BUSINESS_UK_IR_UNLIMITED: [
      '64',
      'Zoom United Business: meetings and Zoom Phone with unlimited calls in the United Kingdom and Ireland.',
    ],
    BUSINESS_AU_NZ_UNLIMITED: [
      '128',
      'Zoom United Business: meetings and Zoom Phone with unlimited calls in Australia and New Zealand.',
    ],
    BUSINESS_GLOBAL_SELECT: [
      '256',
      'Zoom United Business: meetings and Zoom Phone with unlimited calls in one country of choice.',
    ],
    BUSINESS_ZOOM_PHONE: ['512', 'Zoom United Business: meetings and Zoom Phone with calls paid by the minute.'],
    ENTERPRISE_US_CA_UNLIMITED: [
      '1024',
      'Zoom United Enterprise: meetings and Zoom Phone with unlimited calls in the United States and Canada.',
    ],
    ENTERPRISE_UK_IR_UNLIMITED: [
      '2048',
      'Zoom United Enterprise: meetings and Zoom Phone with unlimited calls in the United Kingdom and Ireland.',
    ],
    ENTERPRISE_AU_NZ_UNLIMITED: [
      '4096',
      'Zoom United Enterprise: meetings and Zoom Phone with unlimited calls in Australia and New Zealand.',
    ],
    ENTERPRISE_GLOBAL_SELECT: [
      '8192',
      'Zoom United Enterprise: meetings and Zoom Phone with unlimited calls in one country of choice.',
    ],
    ENTERPRISE_ZOOM_PHONE: ['16384', 'Zoom United Enterprise: meetings and Zoom Phone with calls paid by the minute.'],
    PRO_JP_UNLIMITED: ['32768', 'Zoom United Pro: meetings and Zoom Phone with unlimited calls in Japan.'],
    BUSINESS_JP_UNLIMITED: ['65536', 'Zoom United Business: meetings and Zoom Phone with unlimited calls in Japan.'],
    ENTERPRISE_JP_UNLIMITED: [
      '131072',
      'Zoom United Enterprise: meetings and Zoom Phone with unlimited calls in Japan.',
    ],
    NONE: ['none', 'No bundle. For updates only: removes the one that the user has.'],
  },
  'The bundle of meetings and phone that the user is enrolled in.',
);

export const UserCustomAttribute = shape(
  'UserCustomAttribute',
  {
    key: string('The identifier of the attribute.'),
    name: string('What the attribute is called.'),
    value: string('What the attribute is for this user.'),
  },
  'An attribute that the account defines for its users.',
);

export const UserPhoneNumber = shape(
  'UserPhoneNumber',
  {
    code: string('The country calling code, such as "+1".'),
    country: string('The two-letter code of the country.'),
    label: enumOf(
      'UserPhoneNumberLabel',
      {
        MOBILE: ['Mobile', 'A mobile phone.'],
        OFFICE: ['Office', 'A phone at work.'],
        HOME: ['Home', 'A phone at home.'],
        FAX: ['Fax', 'A fax machine.'],
      },
      'What kind of phone the number reaches.',
    ),
    number: string('The telephone number.'),
    verified: bool('Whether Zoom has verified the number.'),
  },
  "A phone number of the user's profile; it has nothing to do with Zoom Phone.",
);

export const UserLicense = shape(
  'UserLicense',
  {
    license_type: enumOf(
      'UserLicenseType',
      {
        MEETING: ['MEETING', 'A licence for Zoom Meetings.'],
        ZOOM_WORKPLACE_BUNDLE: ['ZOOM_WORKPLACE_BUNDLE', 'A licence for several products of Zoom Workplace together.'],
      },
      'What the licence is for.',
    ),
    license_option: numericId('Which variant of the licence it is, as the power of two that Zoom gives to it.'),
    subscription_id: id('The subscription that pays for the licence.'),
  },
  'A licence assigned to a user.',
);

/** What Zoom knows of a user. No answer carries all of it: see `FetchedUser` and `ListedUser`. */
export const User = shape(
  'User',
  {
    id: id('Absent while the user is pending.', { of: 'User' }),
    email: string('The email address by which the user is known.', { max: 128 }),
    first_name: string('The first name.', { max: 64 }),
    last_name: string('The last name.', { max: 64 }),
    display_name: string('The name that others see.'),
    type: userType,
    status: userStatus,
    role_id: id('The role that the user holds.', { of: 'Role' }),
    role_name: string('The name of the role that the user holds.'),
    dept: renamed('dept', 'department', string('The department.')),
    job_title: string('What the user does in the company.', { max: 128 }),
    company: string('The company that the user works for.', { max: 255 }),
    location: string('Where the user works, in words.', { max: 256 }),
    cost_center: string('The cost center that the user belongs to.'),
    manager: renamed('manager', 'managerEmail', string("The manager's email.")),
    pronouns: string('The pronouns by which others speak of the user.'),
    pronouns_option: enumOf(
      'UserPronounsOption',
      {
        ASK_EVERY_TIME: [1, 'The user is asked at the beginning of each meeting.'],
        ALWAYS_SHOW: [2, 'In all meetings and webinars.'],
        NEVER_SHOW: [3, 'In no meeting or webinar.'],
      },
      'When the pronouns are shown in meetings and webinars.',
    ),
    language: string('The language of the web portal, such as "en-US".'),
    timezone: string('The IANA name of the time zone, such as "Europe/Berlin".'),
    pmi: numericId('The number of the Personal Meeting Room.'),
    use_pmi: bool('Whether instant meetings take place in the Personal Meeting Room.'),
    personal_meeting_url: url('Where others join the Personal Meeting Room.'),
    vanity_url: url('The personal link, where the user has one.'),
    host_key: secret('The key by which the user claims the host role in a meeting.', { min: 6, max: 10 }),
    pic_url: url('The profile picture.'),
    phone_country: deprecated(string('The country code of `phoneNumber`.'), 'Use `phoneNumbers`.'),
    phone_number: deprecated(string('A phone number of the profile.'), 'Use `phoneNumbers`.'),
    phone_numbers: list(UserPhoneNumber, 'Those in the profile; the numbers of Zoom Phone are in `phone`.'),
    group_ids: list(id(undefined, { of: 'Group' }), 'The groups that the user belongs to.'),
    im_group_ids: list(id(undefined, { of: 'ImGroup' }), 'The directory groups of Team Chat that the user belongs to.'),
    division_ids: list(id(), 'The divisions that the user belongs to.'),
    custom_attributes: list(UserCustomAttribute, 'Custom attributes that the account has defined for its users.'),
    employee_unique_id: id('The identifier in the identity provider; only with single sign-on.'),
    login_types: list(loginType, 'The ways in which the user can sign in.'),
    verified: enumOf(
      'UserVerification',
      {
        UNVERIFIED: [0, 'The email address has not been confirmed.'],
        VERIFIED: [1, 'The user has confirmed the email address.'],
      },
      'Whether the email address has been confirmed.',
    ),
    plan_united_type: planUnitedType,
    zoom_one_type: numericId('The Zoom One plan, as the power of two that Zoom gives to it.'),
    license_info_list: list(UserLicense, 'The licences assigned to the user.'),
    account_id: id('The account that the user belongs to.'),
    account_number: numericId('The account number, which Zoom prints on the invoices of the account.'),
    cms_user_id: id('The identifier in the content management system that is connected, such as Kaltura.'),
    jid: string('The address of the user in team chat.'),
    cluster: string("The cluster that hosts the user's data."),
    last_login_time: dateTime('When the user last signed in; up to three days late.'),
    last_client_version: string('The version of the client that signed in last.'),
    created_at: dateTime('When the user joined this account.'),
    user_created_at: dateTime('When the user was created, possibly in another account.'),
  },
  'A person with a Zoom login in the account.',
);

/** What reading one user brings: all but the host key (docs/zoom.md 13). */
export const FetchedUser = named('FetchedUser', User.omit({ host_key: true }));

/** What a row of the list can carry (docs/zoom.md 13). */
export const ListedUser = named(
  'ListedUser',
  User.pick({
    id: true,
    email: true,
    first_name: true,
    last_name: true,
    display_name: true,
    type: true,
    status: true,
    role_id: true,
    dept: true,
    timezone: true,
    pmi: true,
    host_key: true,
    group_ids: true,
    im_group_ids: true,
    division_ids: true,
    custom_attributes: true,
    employee_unique_id: true,
    verified: true,
    plan_united_type: true,
    license_info_list: true,
    last_login_time: true,
    last_client_version: true,
    created_at: true,
    user_created_at: true,
  }),
);

/** The user as role and group members lists show it (docs/zoom.md 8). */
export const ShortUser = named(
  'ShortUser',
  User.pick({ id: true, email: true, first_name: true, last_name: true, type: true }),
);

export const UserPermissions = shape(
  'UserPermissions',
  { permissions: list(string(), 'Names such as "User:Read" and "WebinarSettings:Edit".') },
  'What a user may do, by the role that the user holds.',
);

const UserLicenseBody = named(
  'UserLicenseBody',
  UserLicense.required({ license_type: true, license_option: true, subscription_id: true }),
  'A licence to assign to the user.',
);
const licensesToAssign = list(UserLicenseBody, 'The licences to assign to the user.');

export const CreateUserInfoBody = named(
  'CreateUserInfoBody',
  User.pick({
    email: true,
    first_name: true,
    last_name: true,
    display_name: true,
    type: true,
    division_ids: true,
    plan_united_type: true,
  })
    .extend({
      password: secret('Needed by the action AUTO_CREATE.', { min: 8, max: 32 }).optional(),
      feature: shape(
        'CreateUserFeatureBody',
        {
          zoom_phone: bool('Whether the user gets Zoom Phone.'),
          zoom_one_type: User.shape.zoom_one_type.unwrap(),
        },
        'What the user gets besides meetings.',
      ).optional(),
      license_info_list: licensesToAssign.optional(),
    })
    .required({ email: true, type: true }),
  'The user to create.',
);

export const CreateUserBody = needing(
  named(
    'CreateUserBody',
    shape('CreateUserBody', {
      action: enumOf(
        'CreateUserAction',
        {
          CREATE: ['create', 'Zoom sends an invitation; the user is pending until it is accepted.'],
          AUTO_CREATE: ['autoCreate', 'With a password, without an invitation. The email must be of a managed domain.'],
          CUST_CREATE: ['custCreate', 'Without a password and a login: the user is used through the API only.'],
          SSO_CREATE: ['ssoCreate', 'Without an invitation: the user signs in by single sign-on.'],
        },
        'How the user is created.',
      ),
      user_info: CreateUserInfoBody,
    }).required({ action: true }),
  ),
  ['user_info'],
);

/** What creating a user answers. */
export const CreatedUser = named('CreatedUser', ShortUser);

export const UpdateUserBody = named(
  'UpdateUserBody',
  User.pick({
    first_name: true,
    last_name: true,
    display_name: true,
    type: true,
    dept: true,
    job_title: true,
    company: true,
    location: true,
    cost_center: true,
    manager: true,
    pronouns: true,
    pronouns_option: true,
    language: true,
    timezone: true,
    pmi: true,
    use_pmi: true,
    host_key: true,
    phone_country: true,
    phone_number: true,
    division_ids: true,
    custom_attributes: true,
    plan_united_type: true,
    zoom_one_type: true,
    cms_user_id: true,
  }).extend({
    vanity_name: string('The last part of the personal link.').optional(),
    group_id: id('The group that becomes the primary one.', { of: 'Group' }).optional(),
    phone_numbers: list(
      named('UserPhoneNumberBody', UserPhoneNumber.omit({ verified: true }), textOf(UserPhoneNumber)),
      'The phone numbers of the profile.',
    ).optional(),
    feature: shape(
      'UpdateUserFeatureBody',
      { zoom_phone: bool('Whether the user has Zoom Phone.') },
      'What the user has besides meetings.',
    ).optional(),
    about_me: string('A text about the user, shown in the profile.').optional(),
    linkedin_url: url('The LinkedIn page of the user.').optional(),
    license_info_list: licensesToAssign.optional(),
  }),
);

export const UpdateUserStatusBody = named(
  'UpdateUserStatusBody',
  shape('UpdateUserStatusBody', {
    action: enumOf(
      'UserStatusAction',
      {
        ACTIVATE: ['activate', 'Lets a deactivated user sign in again.'],
        DEACTIVATE: ['deactivate', 'Signs the user out, and lets nobody sign in as the user.'],
      },
      'What is done to the user.',
    ),
  }).required({
    action: true,
  }),
);

export const UpdateUserEmailBody = named(
  'UpdateUserEmailBody',
  shape('UpdateUserEmailBody', { email: string('The new email.', { max: 128 }) }).required({ email: true }),
);

export const MemberBody = oneOf(
  named(
    'MemberBody',
    wording(User.pick({ id: true, email: true }), {
      id: "The user's id, global or Zoom's own.",
      email: "The user's email address.",
    }),
    'A user, named in one of two ways.',
  ),
);

/** The scopes by which users are read and written, themselves or by an admin. */
export const readsUsers = ['user:read:admin', 'user:read'];
export const writesUsers = ['user:write:admin', 'user:write'];

export const listUsers = listing('/users', {
  items: 'users',
  of: ListedUser,
  query: shape('ListUsersQuery', {
    status: userStatus,
    role_id: id('Only users who hold this role.', { of: 'Role' }),
    license: enumOf(
      'UserAddOn',
      {
        ZOOM_WORKFORCE_MANAGEMENT: ['zoom_workforce_management', 'Zoom Workforce Management.'],
        ZOOM_COMPLIANCE_MANAGEMENT: ['zoom_compliance_management', 'Zoom Compliance Management.'],
      },
      'Only users who have this add-on. Licensed and basic users differ by `type`: `where: { type: { eq: LICENSED } }`.',
    ),
  }),
  paging: byToken(300),
  filters: { status: 'status', role_id: 'role_id' },
  // One value a call: asking for both takes two walks.
  onRequest: {
    custom_attributes: { include_fields: 'custom_attributes' },
    host_key: { include_fields: 'host_key' },
  },
  limit: 'MEDIUM',
  scopes: ['user:read:admin', 'user:read:list_users:admin'],
});

/** `userId` is an id, an email or "me". */
export const getUser = get('/users/{userId}', {
  of: FetchedUser,
  query: shape('GetUserQuery', {
    login_type: loginType,
    encrypted_email: bool('Whether the email in the path is encrypted.'),
    search_by_unique_id: bool('Whether the path holds the employee_unique_id instead of the id.'),
  }),
  limit: 'LIGHT',
  scopes: [...readsUsers, 'user:read:user', 'user:read:user:admin'],
});

export const createUser = post('/users', {
  body: CreateUserBody,
  of: CreatedUser,
  limit: 'LIGHT',
  scopes: [...writesUsers, 'user:write:user:admin'],
});

export const updateUser = patch('/users/{userId}', {
  query: shape('UpdateUserQuery', {
    login_type: loginType,
    remove_tsp_credentials: bool('Whether the credentials of the telephony provider are removed.'),
  }),
  body: UpdateUserBody,
  merges: {},
  limit: 'LIGHT',
  scopes: [...writesUsers, 'user:update:user', 'user:update:user:admin'],
});

export const deleteUser = del('/users/{userId}', {
  query: shape('DeleteUserQuery', {
    action: enumOf(
      'DeleteUserAction',
      {
        DISASSOCIATE: [
          'disassociate',
          'Removes the user from the account. The user keeps a free account of their own.',
        ],
        DELETE: ['delete', 'Deletes the user for good.'],
      },
      'What is done to the user; DISASSOCIATE by default.',
    ),
    encrypted_email: bool('Whether the email in the path is encrypted.'),
    transfer_email: string('The email of the user who takes over what is transferred.'),
    transfer_meeting: bool('Whether upcoming meetings are handed over.'),
    transfer_webinar: bool('Whether upcoming webinars are handed over.'),
    transfer_recording: bool('Whether cloud recordings are handed over.'),
    transfer_whiteboard: bool('Whether whiteboards are handed over.'),
    transfer_clipfiles: bool('Whether clips are handed over.'),
    transfer_notes: bool('Whether notes are handed over.'),
    transfer_visitors: bool('Whether invitations of visitors are handed over.'),
    transfer_docs: bool('Whether docs are handed over.'),
  }),
  limit: 'LIGHT',
  scopes: [...writesUsers, 'user:delete:user', 'user:delete:user:admin'],
});

export const updateUserStatus = put('/users/{userId}/status', {
  body: UpdateUserStatusBody,
  limit: 'LIGHT',
  scopes: [...writesUsers, 'user:update:status', 'user:update:status:admin'],
});

export const updateUserEmail = put('/users/{userId}/email', {
  body: UpdateUserEmailBody,
  limit: 'LIGHT',
  scopes: [...writesUsers, 'user:update:email', 'user:update:email:admin'],
});

export const uploadUserPicture = post('/users/{userId}/picture', {
  // docs/zoom.md 7.0.11; older documents name GIF, too, and the size.
  body: shape('UploadUserPictureBody', {
    pic_file: file('The picture', { types: ['image/jpeg', 'image/gif', 'image/png'], maxBytes: 2 * MEGABYTE }),
  }).required({ pic_file: true }),
  limit: 'MEDIUM',
  scopes: [...writesUsers, 'user:write:profile_picture', 'user:write:profile_picture:admin'],
});

export const SwitchUserAccountBody = shape('SwitchUserAccountBody', {
  account_id: id('The sub account that the user moves to.', { of: 'Account' }),
}).required({ account_id: true });

/** The account of the path is that to which the user belongs so far; `me` is the master account. */
export const switchUserAccount = put('/accounts/{accountId}/users/{userId}/account', {
  body: SwitchUserAccountBody,
  limit: 'LIGHT',
  scopes: ['user:master'],
});

export const getUserPermissions = get('/users/{userId}/permissions', {
  of: UserPermissions,
  limit: 'LIGHT',
  scopes: [...readsUsers, 'user:read:list_permissions', 'user:read:list_permissions:admin'],
});
