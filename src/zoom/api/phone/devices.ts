/** Desk phones. */
import { byToken, del, get, list as listing, patch, post } from '../../declare/endpoint.ts';
import { enumOf, id, list, named, renamed, secret, secretUrl, shape, string } from '../../declare/shape.ts';
import {
  extensionNumber,
  goneCodes,
  holderType,
  onlineStatus,
  PhoneDevicePolicy,
  PhoneSiteRef,
  pageTokenCodes,
} from './common.ts';

export const PhoneDeviceAssignee = shape(
  'PhoneDeviceAssignee',
  {
    id: id('The user or common area.'),
    extension_id: id('The extension; only in `assignees`.'),
    extension_type: holderType,
    name: string('The name of the user or the common area.'),
    extension_number: extensionNumber,
  },
  'Who a desk phone belongs to.',
);

const PhoneLineSubscription = shape(
  'PhoneLineSubscription',
  {
    display_name: renamed('displayName', 'name', string('What the line is called.')),
    extension_number: extensionNumber,
    phone_number: string('The number of the line.'),
  },
  'The line behind a shared line.',
);
const PhoneSharedLine = shape(
  'PhoneSharedLine',
  {
    alias: string('What the line is called on the device.'),
    line_subscription: PhoneLineSubscription,
    outbound_caller_id: string('The number that the other side sees.'),
  },
  'A line of a generic device that others use too.',
);
const PhoneSipAccount = shape(
  'PhoneSipAccount',
  {
    sip_domain: string('The SIP domain that the device signs in to.'),
    user_name: string('The name by which the device signs in.'),
    authorization_id: id('The ID by which the device proves who it is, with the password.'),
    password: secret('The password of the device.'),
    outbound_proxy: string('The server that calls go out through.'),
    secondary_outbound_proxy: string('The server that calls go out through when the first does not answer.'),
    shared_line: PhoneSharedLine,
  },
  'The account by which a device signs in over SIP.',
);
const PhoneProvision = shape(
  'PhoneProvision',
  {
    type: enumOf(
      'PhoneProvisionType',
      {
        ASSISTED: ['assisted', 'The administrator enters the address of the settings on the device.'],
        ZTP: ['ztp', 'The device sets itself up (zero touch provisioning).'],
        MANUAL: ['manual', 'The administrator enters all settings on the device.'],
      },
      'How a device is set up.',
    ),
    sip_accounts: list(PhoneSipAccount, 'The accounts by which the device signs in; for MANUAL only.'),
    url: secretUrl('Where the device fetches its settings; for ASSISTED only.'),
  },
  'How a device gets its settings.',
);

export const PhoneDevice = shape(
  'PhoneDevice',
  {
    id: id(),
    display_name: renamed('displayName', 'name', string('What the device is called.')),
    description: string('A note on the device.'),
    device_type: string('Manufacturer and model.'),
    mac_address: string('The MAC address or serial number.'),
    status: onlineStatus,
    site: PhoneSiteRef,
    assignee: PhoneDeviceAssignee,
    assignees: list(PhoneDeviceAssignee, 'All whom the device belongs to.'),
    policy: PhoneDevicePolicy,
    provision: PhoneProvision,
    provision_template_id: id('The template that the device takes its settings from.'),
    firmware_version: string('The version of the firmware.'),
    private_ip: string('The address of the device in the local network.'),
    public_ip: string('The address by which the device reaches Zoom.'),
  },
  'A desk phone.',
);
export const FetchedPhoneDevice = named(
  'FetchedPhoneDevice',
  PhoneDevice.omit({ description: true, firmware_version: true }),
);
export const ListedPhoneDevice = named('ListedPhoneDevice', PhoneDevice.omit({ provision: true }));

const deviceFields = {
  display_name: renamed('displayName', 'name', string('What the device is called.', { max: 255 })),
  assigned_to: id('The user whom the device belongs to, by id or email.', { of: 'PhoneUser' }),
  provision_template_id: id(
    'The template that the device takes its settings from; empty for none. Only some devices have one.',
  ),
};
export const CreatePhoneDeviceBody = named(
  'CreatePhoneDeviceBody',
  shape('CreatePhoneDeviceBody', {
    ...deviceFields,
    mac_address: string('The MAC address, six pairs of hexadecimal digits; of a wireless phone that of its wire.'),
    type: string('The manufacturer.', { max: 50 }),
    model: string('The model.', { max: 50 }),
    assignee_extension_ids: list(
      id('An extension.'),
      'The extensions of the users or common areas whom the device belongs to.',
      {
        max: 10,
      },
    ),
    site_id: id('The site of a device that belongs to nobody; needed where the account has several.', {
      of: 'PhoneSite',
    }),
  }).required({ display_name: true, mac_address: true, type: true }),
  'A new desk phone.',
);
export const UpdatePhoneDeviceBody = shape(
  'UpdatePhoneDeviceBody',
  deviceFields,
  'What changes about a desk phone; what is left out stays.',
);
export const CreatedPhoneDevice = named('CreatedPhoneDevice', PhoneDevice.pick({ id: true, display_name: true }));

const ListPhoneDevicesQuery = named(
  'ListPhoneDevicesQuery',
  shape('ListPhoneDevicesQuery', {
    type: enumOf(
      'PhoneDeviceAssignment',
      {
        ASSIGNED: ['assigned', 'Devices that belong to somebody.'],
        UNASSIGNED: ['unassigned', 'Devices that belong to nobody.'],
      },
      'Whether the devices belong to somebody.',
    ),
    assignee_type: holderType,
    device_source: enumOf(
      'PhoneDeviceSource',
      {
        HAAS: ['haas', 'Hardware rented from Zoom (hardware as a service).'],
        HOT_DESKING: ['hotDesking', 'Devices that guests may sign in to.'],
      },
      'Where devices come from, or how they are used.',
    ),
    device_type: enumOf(
      'PhoneDeviceMake',
      {
        ALGO: ['algo', 'Algo.'],
        AUDIO_CODES: ['audioCodes', 'AudioCodes.'],
        CISCO: ['cisco', 'Cisco.'],
        CYBER_DATA: ['cyberData', 'CyberData.'],
        GRANDSTREAM: ['grandstream', 'Grandstream.'],
        POLY: ['poly', 'Poly.'],
        YEALINK: ['yealink', 'Yealink.'],
        OTHER: ['other', 'Any other manufacturer.'],
      },
      'The manufacturer of the device.',
    ),
    location_status: enumOf(
      'PhoneDeviceLocationStatus',
      {
        UNKNOWN_ADDRESS: ['unknownAddress', 'No emergency address is known for the place.'],
      },
      'What is known of the place of a device.',
    ),
    site_id: id(undefined, { of: 'PhoneSite' }),
    keyword: string(
      'Only devices that have this in the name of their user, their extension, MAC address or IP address.',
    ),
  }).required({ type: true }),
  'Which devices are listed. Assignee type, location status and hot desking count only among assigned devices.',
);

export const listPhoneDevices = listing('/phone/devices', {
  items: 'devices',
  of: ListedPhoneDevice,
  query: ListPhoneDevicesQuery,
  paging: byToken(300),
  limit: 'MEDIUM',
  scopes: ['phone:read:admin', 'phone:read:list_devices:admin'],
  codes: pageTokenCodes,
});

/** Zoom asked for phone:write:admin here in 2020 and asks for reading alone now. */
export const getPhoneDevice = get('/phone/devices/{deviceId}', {
  of: FetchedPhoneDevice,
  limit: 'LIGHT',
  scopes: ['phone:read:admin', 'phone:write:admin', 'phone:read:device:admin'],
  codes: goneCodes,
});

export const createPhoneDevice = post('/phone/devices', {
  body: CreatePhoneDeviceBody,
  of: CreatedPhoneDevice,
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:write:device:admin'],
});

export const updatePhoneDevice = patch('/phone/devices/{deviceId}', {
  body: UpdatePhoneDeviceBody,
  merges: {},
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:update:device:admin'],
});

export const deletePhoneDevice = del('/phone/devices/{deviceId}', {
  limit: 'LIGHT',
  scopes: ['phone:write:admin', 'phone:delete:device:admin'],
});
