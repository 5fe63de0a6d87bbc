/** What several shapes and endpoints of Zoom Phone share. */
import { bool, digits, enumOf, id, list, named, needing, oneOf, renamed, shape, string } from '../../declare/shape.ts';

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
export const extensionNumber = digits('The number to dial within the account: site code and short extension.');

export const extensionType = enumOf(
  'PhoneExtensionType',
  {
    USER: ['user', 'A phone user.'],
    ZOOM_ROOM: ['zoomRoom', 'A Zoom Room.'],
    COMMON_AREA: ['commonArea', 'A common area, such as a lobby.'],
    COMMON_AREA_PHONE: ['commonAreaPhone', 'The phone of a common area, in the older form of common areas.'],
    CISCO_ROOM_POLYCOM_ROOM: ['ciscoRoom/polycomRoom', 'A room system of Cisco or Polycom.'],
    AUTO_RECEPTIONIST: ['autoReceptionist', 'An auto receptionist, which answers calls and passes them on.'],
    CALL_QUEUE: ['callQueue', 'A call queue.'],
    SHARED_LINE_GROUP: ['sharedLineGroup', 'A shared line group.'],
    SHARED_LINES: ['sharedLines', 'A line that several users share.'],
    CONTACT_CENTER: ['contactCenter', 'Zoom Contact Center.'],
    FIVE9: ['five9', 'The contact center of Five9.'],
    TWILIO: ['twilio', 'The contact center of Twilio.'],
    PSTN: ['pstn', 'A number outside of Zoom.'],
  },
  'The kind of an extension.',
);

export const holderType = enumOf(
  'PhoneHolderType',
  {
    USER: ['user', 'A person.'],
    COMMON_AREA: ['commonArea', 'A place, such as a lobby.'],
  },
  'Who holds an extension.',
);

export const onlineStatus = enumOf(
  'PhoneDeviceStatus',
  {
    ONLINE: ['online', 'It is registered.'],
    OFFLINE: ['offline', 'It is not registered.'],
  },
  'Whether the device is registered with Zoom at the moment.',
);

export const PhoneExtension = shape(
  'PhoneExtension',
  {
    id: id('The user, room, queue or whatever else holds the extension.'),
    extension_id: extensionId,
    extension_number: extensionNumber,
    extension_type: extensionType,
    display_name: renamed('displayName', 'name', string('The name of the holder.')),
  },
  'An extension of the account and its holder.',
);

export const PhoneSiteRef = shape('PhoneSiteRef', { id: id(), name: string() }, 'The site that something belongs to.');

export const PhoneCountry = shape(
  'PhoneCountry',
  {
    code: string('The two-letter code of the country.'),
    country_code: string('The country calling code. Only in the settings of a phone user.'),
    name: string('The name of the country.'),
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
  {
    INTERNAL: ['internal', 'From Zoom.'],
    EXTERNAL: ['external', 'From another carrier.'],
  },
  'Whether the number comes from Zoom or from another carrier.',
);

export const PhoneEmergencyAddress = shape(
  'PhoneEmergencyAddress',
  {
    id: id(),
    address_line1: string('House number and street.'),
    address_line2: string('Building, floor, unit and the like.'),
    city: string('The city.'),
    state_code: string('The code of the state or province, such as "CA".'),
    zip: string('The ZIP or postal code.'),
    country: string('The two-letter code of the country.'),
  },
  'Where help is sent when someone calls an emergency number.',
);

export const addressVerification = enumOf(
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
);

export const PhoneAccessMember = shape(
  'PhoneAccessMember',
  {
    access_user_id: id('Who has the access.', { of: 'PhoneUser' }),
    access_user_type: holderType,
    allow_delete: bool('Whether the member may delete them.'),
    allow_download: bool('Whether the member may download them.'),
    allow_sharing: bool('Whether the member may pass them on. Voicemails only.'),
    shared_id: id('The grant itself, by which it can be changed or taken back.'),
  },
  "Someone who may reach another extension's voicemails or recordings.",
);

const featureStatus = enumOf(
  'PhoneDeviceFeatureStatus',
  {
    UNSUPPORTED: ['unsupported', 'The device does not have the feature.'],
    ON: ['on', 'The feature is on.'],
    OFF: ['off', 'The device has the feature, but it is off.'],
  },
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

/** The numbers that an extension gets, at most so many in one call. */
export const assigningNumbers = (name: string, description: string, max?: number) =>
  needing(
    named(
      name,
      shape(name, {
        phone_numbers: list(
          oneOf(AssignedPhoneNumber),
          'The numbers to assign.',
          max === undefined ? undefined : { max },
        ),
      }).required({ phone_numbers: true }),
      description,
    ),
    ['phone_numbers'],
  );

export const audioPromptLanguage = string('The language of the standard prompts, such as "en-US".');
export const transcriptionLanguage = string('The language that transcripts are made in, such as "en-US".');
export const storageLocation = string(
  'The two-letter code of the country that recordings and voicemails are stored in.',
);
/** Bodies take the short extension where the account has site codes. */
export const givenExtension = digits(
  'The number to dial within the account; only the short extension where the account has site codes.',
);
