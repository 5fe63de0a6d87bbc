/** Phone sites: the places that an account is divided into. */
import { byToken, get, list as listing } from '../../declare/endpoint.ts';
import { bool, enumOf, id, int, named, shape, string } from '../../declare/shape.ts';
import {
  extensionId,
  extensionNumber,
  goneCodes,
  PhoneCountry,
  PhoneEmergencyAddress,
  pageTokenCodes,
} from './common.ts';
import { PhoneSitePolicy } from './site-policy.ts';

const PhoneSiteCountry = named('PhoneSiteCountry', PhoneCountry.omit({ country_code: true }), 'The country of a site.');
const MainAutoReceptionist = shape(
  'MainAutoReceptionist',
  {
    id: id(),
    name: string('What the auto receptionist is called.'),
    extension_id: extensionId,
    extension_number: extensionNumber,
  },
  'What answers calls to the main number of a site.',
);
const PhoneShortExtension = shape(
  'PhoneShortExtension',
  { length: int('The number of digits.') },
  'How long extensions are without the site code.',
);
const PhoneSipZone = shape(
  'PhoneSipZone',
  { id: id(), name: string('What the region is called.') },
  'The region through which calls of a site go.',
);
const PhoneSiteEmergencyAddress = named(
  'PhoneSiteEmergencyAddress',
  PhoneEmergencyAddress.extend({
    is_default: bool('Whether it is used where no other address is given.').optional(),
    level: enumOf(
      'PhoneEmergencyAddressLevel',
      {
        ACCOUNT: [0, "The account's."],
        USER: [1, "A user's."],
        UNKNOWN: [2, 'Zoom does not say whose.'],
      },
      'Whose address it is.',
    ).optional(),
    status: enumOf(
      'PhoneEmergencyAddressVerification',
      {
        NOT_REQUIRED: [1, 'The address need not be verified.'],
        UNVERIFIED: [2, 'Nobody has verified the address yet.'],
        REQUESTED: [3, 'Verification has been requested.'],
        VERIFIED: [4, 'The address has been verified.'],
        REJECTED: [5, 'The address has been rejected.'],
        FAILED: [6, 'Verification failed.'],
      },
      'How far the address has been verified.',
    ).optional(),
  }),
  'The emergency address of a site.',
);

export const PhoneSite = shape(
  'PhoneSite',
  {
    id: id(),
    name: string('What the site is called.'),
    site_code: int('The digits that the extensions of the site begin with.'),
    country: PhoneSiteCountry,
    main_auto_receptionist: MainAutoReceptionist,
    short_extension: PhoneShortExtension,
    sip_zone: PhoneSipZone,
    caller_id_name: string('What the other side of a call sees as well as the number, up to 15 characters.'),
    default_emergency_address: PhoneSiteEmergencyAddress,
    policy: PhoneSitePolicy,
    india_state_code: string('The code of the state; for accounts in India only.'),
    india_city: string('The city; for accounts in India only.'),
    india_sdca_npa: string('The numbering area; for accounts in India only.'),
    india_entity_name: string('The legal entity; for accounts in India only.'),
  },
  'A place with phone users, numbers and settings of its own.',
);
export const ListedPhoneSite = named(
  'ListedPhoneSite',
  PhoneSite.pick({ id: true, name: true, site_code: true, country: true, main_auto_receptionist: true }),
);

const ListPhoneSitesQuery = shape('ListPhoneSitesQuery', { site_name: string('Only sites of this name.') });

export const listPhoneSites = listing('/phone/sites', {
  items: 'sites',
  of: ListedPhoneSite,
  query: ListPhoneSitesQuery,
  paging: byToken(300),
  limit: 'MEDIUM',
  cacheable: true,
  scopes: ['phone:read:admin', 'phone:read:list_sites:admin'],
  codes: pageTokenCodes,
});

export const getPhoneSite = get('/phone/sites/{siteId}', {
  of: PhoneSite,
  limit: 'LIGHT',
  cacheable: true,
  scopes: ['phone:read:admin', 'phone:read:site:admin'],
  codes: goneCodes,
});
