/** Desk phones. */
import { byToken, get, list as listing } from '../../endpoint.ts';
import { id, list, named, oneOf, secret, secretUrl, shape, text } from '../../shape.ts';
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
    extension_id: id('Only in the list of all assignees.'),
    extension_type: holderType,
    name: text(),
    extension_number: extensionNumber,
  },
  'Whom a desk phone belongs to.',
);

const PhoneLineSubscription = shape(
  'PhoneLineSubscription',
  { display_name: text(), extension_number: extensionNumber, phone_number: text() },
  'The line that a shared line stands for.',
);
const PhoneSharedLine = shape(
  'PhoneSharedLine',
  { alias: text(), line_subscription: PhoneLineSubscription, outbound_caller_id: text() },
  'A line of a generic device that others use too.',
);
const PhoneSipAccount = shape(
  'PhoneSipAccount',
  {
    sip_domain: text(),
    user_name: text(),
    authorization_id: id(),
    password: secret(),
    outbound_proxy: text(),
    secondary_outbound_proxy: text(),
    shared_line: PhoneSharedLine,
  },
  'The account by which a device signs in over SIP.',
);
const PhoneProvision = shape(
  'PhoneProvision',
  {
    type: oneOf(
      'PhoneProvisionType',
      ['assisted', 'ztp', 'manual'],
      'ZTP: the device sets itself up (zero touch provisioning).',
    ),
    sip_accounts: list(PhoneSipAccount, 'Manual provisioning only.'),
    url: secretUrl('Where the device fetches its settings. Assisted provisioning only.'),
  },
  'How a device gets its settings.',
);

export const PhoneDevice = shape(
  'PhoneDevice',
  {
    id: id(),
    display_name: text(),
    description: text(),
    device_type: text('Manufacturer and model.'),
    mac_address: text('The MAC address or serial number.'),
    status: onlineStatus,
    site: PhoneSiteRef,
    assignee: PhoneDeviceAssignee,
    assignees: list(PhoneDeviceAssignee),
    policy: PhoneDevicePolicy,
    provision: PhoneProvision,
    provision_template_id: id(),
    firmware_version: text(),
    private_ip: text(),
    public_ip: text(),
  },
  'A desk phone.',
);
export const FetchedPhoneDevice = named(
  'FetchedPhoneDevice',
  PhoneDevice.omit({ description: true, firmware_version: true }),
);
export const ListedPhoneDevice = named('ListedPhoneDevice', PhoneDevice.omit({ provision: true }));

const ListPhoneDevicesQuery = named(
  'ListPhoneDevicesQuery',
  shape('ListPhoneDevicesQuery', {
    type: oneOf('PhoneDeviceAssignment', ['assigned', 'unassigned']),
    assignee_type: holderType,
    device_source: oneOf('PhoneDeviceSource', ['haas', 'hotDesking'], 'HAAS: hardware rented from Zoom.'),
    device_type: oneOf(
      'PhoneDeviceMake',
      ['algo', 'audioCodes', 'cisco', 'cyberData', 'grandstream', 'poly', 'yealink', 'other'],
      'The manufacturer of the device.',
    ),
    location_status: oneOf(
      'PhoneDeviceLocationStatus',
      ['unknownAddress'],
      'UNKNOWN_ADDRESS: only devices at a place for which no emergency address is known.',
    ),
    site_id: id(undefined, { of: 'PhoneSite' }),
    keyword: text('Part of a user, an extension, a MAC address or an IP address.'),
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
