/** Desk phones. */
import { byToken, get, list as listing } from '../../declare/endpoint.ts';
import { enumOf, id, list, named, secret, secretUrl, shape, string } from '../../declare/shape.ts';
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
    name: string(),
    extension_number: extensionNumber,
  },
  'Who a desk phone belongs to.',
);

const PhoneLineSubscription = shape(
  'PhoneLineSubscription',
  { display_name: string(), extension_number: extensionNumber, phone_number: string() },
  'The line that a shared line stands for.',
);
const PhoneSharedLine = shape(
  'PhoneSharedLine',
  { alias: string(), line_subscription: PhoneLineSubscription, outbound_caller_id: string() },
  'A line of a generic device that others use too.',
);
const PhoneSipAccount = shape(
  'PhoneSipAccount',
  {
    sip_domain: string(),
    user_name: string(),
    authorization_id: id(),
    password: secret(),
    outbound_proxy: string(),
    secondary_outbound_proxy: string(),
    shared_line: PhoneSharedLine,
  },
  'The account by which a device signs in over SIP.',
);
const PhoneProvision = shape(
  'PhoneProvision',
  {
    type: enumOf(
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
    display_name: string(),
    description: string(),
    device_type: string('Manufacturer and model.'),
    mac_address: string('The MAC address or serial number.'),
    status: onlineStatus,
    site: PhoneSiteRef,
    assignee: PhoneDeviceAssignee,
    assignees: list(PhoneDeviceAssignee),
    policy: PhoneDevicePolicy,
    provision: PhoneProvision,
    provision_template_id: id(),
    firmware_version: string(),
    private_ip: string(),
    public_ip: string(),
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
    type: enumOf('PhoneDeviceAssignment', ['assigned', 'unassigned']),
    assignee_type: holderType,
    device_source: enumOf('PhoneDeviceSource', ['haas', 'hotDesking'], 'HAAS: hardware rented from Zoom.'),
    device_type: enumOf(
      'PhoneDeviceMake',
      ['algo', 'audioCodes', 'cisco', 'cyberData', 'grandstream', 'poly', 'yealink', 'other'],
      'The manufacturer of the device.',
    ),
    location_status: enumOf(
      'PhoneDeviceLocationStatus',
      ['unknownAddress'],
      'UNKNOWN_ADDRESS: only devices at a place for which no emergency address is known.',
    ),
    site_id: id(undefined, { of: 'PhoneSite' }),
    keyword: string('Part of a user, an extension, a MAC address or an IP address.'),
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
