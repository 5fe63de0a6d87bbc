/** Phone users: the Zoom users who have Zoom Phone. */
import { byToken, get, list as listing, patch } from '../../declare/endpoint.ts';
import { bool, enumOf, id, int, list, named, shape, string } from '../../declare/shape.ts';
import { PhoneUserCallingPlan } from './calling-plans.ts';
import {
  AssignedPhoneNumber,
  extensionId,
  extensionNumber,
  PhoneEmergencyAddress,
  PhoneSiteRef,
  pageTokenCodes,
} from './common.ts';
import { PhoneUserPolicy, PhoneUserPolicyBody } from './user-policy.ts';

export { getPhoneUserSettings, PhoneUserSettings } from './user-settings.ts';

const status = enumOf(
  'PhoneUserStatus',
  {
    ACTIVATE: ['activate', 'The user can call.'],
    DEACTIVATE: ['deactivate', 'The user cannot call.'],
    PENDING: [
      'pending',
      'The user has a licence, but does not have Zoom Phone yet. Such users are only in lists that ask for them.',
    ],
  },
  'Whether the user can call.',
);

/** What Zoom knows of a phone user. No answer carries all of it: see `FetchedPhoneUser` and `ListedPhoneUser`. */
export const PhoneUser = shape(
  'PhoneUser',
  {
    id: id('The Zoom user.'),
    phone_user_id: id('The same user within Zoom Phone.'),
    email: string("The user's email address."),
    name: string("The user's full name."),
    status,
    activation_status: enumOf(
      'PhoneUserActivation',
      {
        ACTIVATED: ['activated', 'The user has taken up the licence.'],
        READY_TO_ACTIVATE: ['ready to activate', 'The user can take up the licence.'],
        NOT_READY: ['not ready', 'The user cannot take up the licence yet.'],
      },
      'Whether the user has taken up the licence.',
    ),
    extension_id: extensionId,
    extension_number: extensionNumber,
    site: PhoneSiteRef,
    site_id: id(),
    site_admin: bool('Whether the user administers the site.'),
    department: string('The department of the user.'),
    cost_center: string('The cost center of the user.'),
    calling_plans: list(PhoneUserCallingPlan, 'The calling plans that the user holds.'),
    phone_numbers: list(AssignedPhoneNumber, 'Only the direct numbers; `numbers` leads to everything else about them.'),
    emergency_address: PhoneEmergencyAddress,
    policy: PhoneUserPolicy,
  },
  'A user of Zoom Phone.',
);
export const FetchedPhoneUser = named(
  'FetchedPhoneUser',
  PhoneUser.omit({ name: true, site: true, activation_status: true }),
);
export const ListedPhoneUser = named(
  'ListedPhoneUser',
  PhoneUser.omit({ site_id: true, site_admin: true, emergency_address: true, policy: true }),
);

export const UpdatePhoneUserBody = shape(
  'UpdatePhoneUserBody',
  {
    extension_number: string('The whole number: site code and short extension.'),
    site_id: id('The site that the user moves to.', { of: 'PhoneSite' }),
    template_id: id('The template of settings to apply; it must be of the site given, and prevails over the policy.'),
    emergency_address_id: id('The emergency address of the user.'),
    policy: PhoneUserPolicyBody,
  },
  'What changes about a phone user; what is left out stays.',
);

const ListPhoneUsersQuery = shape('ListPhoneUsersQuery', {
  site_id: id(undefined, { of: 'PhoneSite' }),
  calling_type: int('Only users who hold the calling plan of this code.'),
  status,
  department: string('Only users of this department.'),
  cost_center: string('Only users of this cost center.'),
  keyword: string('Only users who have this in their name, extension or number.'),
});

export const listPhoneUsers = listing('/phone/users', {
  items: 'users',
  of: ListedPhoneUser,
  query: ListPhoneUsersQuery,
  paging: byToken(100),
  filters: { site_id: 'site.id', status: 'status', department: 'department', cost_center: 'cost_center' },
  search: 'keyword',
  limit: 'MEDIUM',
  scopes: ['phone:read:admin', 'phone:read:list_users:admin'],
  codes: pageTokenCodes,
});

/** Zoom's `userId` is a Zoom user's id or email. */
export const getPhoneUser = get('/phone/users/{userId}', {
  of: FetchedPhoneUser,
  limit: 'LIGHT',
  scopes: ['phone:read', 'phone:read:admin', 'phone:read:user', 'phone:read:user:admin'],
});

export const updatePhoneUser = patch('/phone/users/{userId}', {
  body: UpdatePhoneUserBody,
  merges: {},
  limit: 'LIGHT',
  scopes: ['phone:write', 'phone:write:admin', 'phone:update:user', 'phone:update:user:admin'],
});
