/** Phone sites: the places that an account is divided into. */
import { byToken, del, get, list as listing, patch, post } from '../../declare/endpoint.ts';
import { bool, enumOf, id, int, list, named, shape, string, wording } from '../../declare/shape.ts';
import {
  addressVerification,
  extensionId,
  extensionNumber,
  goneCodes,
  PhoneCountry,
  PhoneEmergencyAddress,
  pageTokenCodes,
} from './common.ts';
import { PhoneOffNetPolicy, PhoneSitePolicy } from './site-policy.ts';
import { PhoneSitePolicyBody } from './site-policy-body.ts';

const PhoneSiteCountry = named('PhoneSiteCountry', PhoneCountry.omit({ country_code: true }), 'The country of a site.');
export const MainAutoReceptionist = shape(
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
    status: addressVerification.optional(),
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

const siteFields = {
  name: string('What the site is called.', { max: 255 }),
  site_code: int('The digits that the extensions of the site begin with; needed where the account has site codes.'),
  default_emergency_address: named(
    'PhoneEmergencyAddressBody',
    PhoneEmergencyAddress.omit({ id: true }).required({
      address_line1: true,
      city: true,
      state_code: true,
      zip: true,
      country: true,
    }),
    'Where help is sent. Zoom corrects what it does not find exactly.',
  ),
  sip_zone: named(
    'PhoneSipZoneBody',
    wording(PhoneSipZone.pick({ id: true }), { id: "The region, by Zoom's own ID." }),
    'The region through which calls of a site go.',
  ),
};
export const CreatePhoneSiteBody = named(
  'CreatePhoneSiteBody',
  shape('CreatePhoneSiteBody', {
    ...siteFields,
    auto_receptionist_name: string('What the main auto receptionist of the site is called.'),
    source_auto_receptionist_id: id('The auto receptionist of which that of the site is a copy.', {
      of: 'AutoReceptionist',
    }),
    short_extension: PhoneShortExtension,
    force_off_net: PhoneOffNetPolicy,
    ...PhoneSite.pick({
      india_state_code: true,
      india_city: true,
      india_sdca_npa: true,
      india_entity_name: true,
    }).shape,
  }).required({ name: true, auto_receptionist_name: true, default_emergency_address: true }),
  'A new site.',
);
export const UpdatePhoneSiteBody = shape(
  'UpdatePhoneSiteBody',
  {
    ...siteFields,
    caller_id_name: string('What the other side of a call sees as well as the number.'),
    short_extension: named(
      'UpdatePhoneShortExtensionBody',
      PhoneShortExtension.extend({
        ranges: list(
          shape(
            'PhoneExtensionRange',
            { range_from: string('The first extension.'), range_to: string('The last extension.') },
            'Extensions that follow one another.',
          ),
          'The extensions that may be given out.',
          { max: 10 },
        ).optional(),
      }),
      'How long extensions are without the site code, and which may be given out.',
    ),
    policy: PhoneSitePolicyBody,
  },
  'What changes about a site; what is left out stays.',
);
export const CreatedPhoneSite = named('CreatedPhoneSite', PhoneSite.pick({ id: true, name: true }));
const DeletePhoneSiteQuery = named(
  'DeletePhoneSiteQuery',
  shape('DeletePhoneSiteQuery', {
    transfer_site_id: id('The site to which the users, numbers and phones go.', { of: 'PhoneSite' }),
  }).required({ transfer_site_id: true }),
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

export const createPhoneSite = post('/phone/sites', {
  body: CreatePhoneSiteBody,
  of: CreatedPhoneSite,
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:write:site:admin'],
});

export const updatePhoneSite = patch('/phone/sites/{siteId}', {
  body: UpdatePhoneSiteBody,
  merges: {},
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:update:site:admin'],
});

export const deletePhoneSite = del('/phone/sites/{siteId}', {
  query: DeletePhoneSiteQuery,
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:delete:site:admin'],
});
