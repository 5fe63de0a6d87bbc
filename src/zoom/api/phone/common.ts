/** What several shapes and endpoints of Zoom Phone share. */
import { bool, enumOf, id, numericId, shape, string } from '../../declare/shape.ts';

/**
 * Phone lists refuse a dead page token with code 400 where other lists say 300 (docs/zoom.md 3). Zoom names the code for
 * fifteen of them; no list here gives it another documented meaning.
 */
export const pageTokenCodes = { 400: 'PAGE_TOKEN' } as const;
/** Reading a number, a site or a device that does not exist answers 400 with code 400. */
export const goneCodes = { 400: 'NOT_FOUND' } as const;

/** How far apart the days of one call may be, and how far back (docs/zoom.md 4). */
export const monthOfHalfYear = { days: 30, months: 6, at: 'date_time' } as const;

export const extensionId = id('The extension itself; what one dials is extensionNumber.');
/** An identifier rather than a quantity: site code and short extension in one, which together may exceed 32 bits. */
export const extensionNumber = numericId('The number to dial within the account: site code and short extension.');

export const extensionType = enumOf(
  'PhoneExtensionType',
  [
    'user',
    'zoomRoom',
    'commonArea',
    'commonAreaPhone',
    'ciscoRoom/polycomRoom',
    'autoReceptionist',
    'callQueue',
    'sharedLineGroup',
    'sharedLines',
    'contactCenter',
    'five9',
    'twilio',
    'pstn',
  ],
  'The kind of an extension; PSTN is a number outside of Zoom.',
);

export const holderType = enumOf(
  'PhoneHolderType',
  ['user', 'commonArea'],
  'Who holds an extension: a person, or a place such as a lobby.',
);

export const onlineStatus = enumOf(
  'PhoneDeviceStatus',
  ['online', 'offline'],
  'Whether the device is registered with Zoom at the moment.',
);

export const PhoneExtension = shape(
  'PhoneExtension',
  {
    id: id('The user, room, queue or whatever else holds the extension.'),
    extension_id: extensionId,
    extension_number: extensionNumber,
    extension_type: extensionType,
    display_name: string(),
  },
  'An extension of the account and its holder.',
);

export const PhoneSiteRef = shape('PhoneSiteRef', { id: id(), name: string() }, 'The site that something belongs to.');

export const PhoneCountry = shape(
  'PhoneCountry',
  {
    code: string('The two-letter code of the country.'),
    country_code: string('The country calling code. Only in the settings of a phone user.'),
    name: string(),
  },
  'A country in which Zoom Phone is used.',
);

/** As output, and as what names a number when it is assigned: by its id or by the number itself. */
export const AssignedPhoneNumber = shape(
  'AssignedPhoneNumber',
  { id: id(undefined, { of: 'PhoneNumber' }), number: string('The number in E.164 form, such as "+12055550100".') },
  'A direct number of an extension.',
);

export const numberSource = enumOf(
  'PhoneNumberSource',
  ['internal', 'external'],
  'Whether the number comes from Zoom or from another carrier.',
);

export const PhoneEmergencyAddress = shape(
  'PhoneEmergencyAddress',
  {
    id: id(),
    address_line1: string('House number and street.'),
    address_line2: string('Building, floor, unit and the like.'),
    city: string(),
    state_code: string(),
    zip: string(),
    country: string('The two-letter code of the country.'),
  },
  'Where help is sent when someone calls an emergency number.',
);

export const PhoneAccessMember = shape(
  'PhoneAccessMember',
  {
    access_user_id: id('Who has the access.', { of: 'PhoneUser' }),
    access_user_type: holderType,
    allow_delete: bool(),
    allow_download: bool(),
    allow_sharing: bool('Whether the member may pass them on. Voicemails only.'),
    shared_id: id('The grant itself, by which it can be changed or taken back.'),
  },
  "Someone who may reach another extension's voicemails or recordings.",
);

const featureStatus = enumOf(
  'PhoneDeviceFeatureStatus',
  ['unsupported', 'on', 'off'],
  'Whether a device has a feature, and whether it is on.',
);
const PhoneDeviceFeature = shape('PhoneDeviceFeature', { status: featureStatus }, 'A feature of a desk phone.');
export const PhoneDevicePolicy = shape(
  'PhoneDevicePolicy',
  {
    call_control: PhoneDeviceFeature,
    hot_desking: PhoneDeviceFeature,
  },
  'Whether the desktop client may steer the desk phone (call control), and whether guests may sign in to it (hot desking).',
);

/** What stands in a key for the user, where something is listed for the whole account. */
export const OF_ACCOUNT = { userId: '*' } as const;
