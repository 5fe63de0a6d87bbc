/**
 * Devices in Zoom Device Management (ZDM): those of Zoom Rooms, and Zoom Phone Appliances (ZPA). Granular scopes are documented of some
 * of these operations alone.
 */
import { byToken, del, get, list as listing, patch, post } from '../../declare/endpoint.ts';
import { bool, enumOf, exclusive, id, list, named, needing, renamed, shape, string } from '../../declare/shape.ts';

const readScopes = ['device:read:admin'];
const writeScopes = ['device:write:admin'];
const bothScopes = [...readScopes, ...writeScopes];
const granular = (scope: string) => [`device:${scope}:admin`, `device:${scope}:master`];

const TYPES = {
  ZOOM_ROOMS_COMPUTER: [0, 'The computer that joins meetings in a Zoom Room.'],
  CONTROLLER: [1, 'The tablet by which people in a Zoom Room control it.'],
  SCHEDULING_DISPLAY: [2, 'The display outside of a Zoom Room that shows when the room is free.'],
  ZOOM_ROOMS_CONTROL_SYSTEM: [3, 'A system that controls other equipment of a Zoom Room.'],
  WHITEBOARD: [4, 'A whiteboard of a Zoom Room.'],
  ZOOM_PHONE_APPLIANCE: [5, 'A desk phone that runs Zoom: a Zoom Phone Appliance.'],
  COMPUTER_WITH_CONTROLLER: [6, 'A computer that joins meetings, and by which people control the Zoom Room as well.'],
} as const;
/** Some of the types: what a call takes. */
const typesOf = (name: string, ...words: readonly (keyof typeof TYPES)[]) =>
  enumOf(
    name,
    Object.fromEntries(words.map((word) => [word, TYPES[word]])),
    'What a device serves for, of what Zoom takes here.',
  );

const deviceStatus = enumOf(
  'DeviceStatus',
  {
    UNLINKED: [-1, 'The device is unlinked.'],
    OFFLINE: [0, 'The device cannot be reached.'],
    ONLINE: [1, 'The device can be reached.'],
  },
  'Whether a device can be reached.',
);

/** The version of the SDK is called `skd_version` in the list, and `sdk_version` in the GET (docs/zoom.md 13.4). */
export const Device = shape(
  'Device',
  {
    device_id: id("Zoom's own ID."),
    device_name: renamed('deviceName', 'name', string('What the device is called.')),
    device_type: enumOf('DeviceType', TYPES, 'What a device serves for.'),
    device_status: deviceStatus,
    mac_address: string('The hardware address of the device.'),
    serial_number: string('The serial number of the device.'),
    vendor: string('Who made the device.'),
    model: string('The model of the device.'),
    platform_os: string('The operating system of the device.'),
    app_version: string('The version of the Zoom Rooms app.'),
    sdk_version: string("The version of Zoom's SDK on the device."),
    skd_version: string("The version of Zoom's SDK on the device."),
    tag: string('A word by which the account sorts its devices.'),
    enrolled_in_zdm: bool('Whether the device is enrolled in Zoom Device Management.'),
    connected_to_zdm: bool('Whether the device is connected to Zoom Device Management.'),
    room_id: id('The Zoom Room that the device belongs to.'),
    room_name: string('What the Zoom Room is called.'),
    user_email: string('The email address of the user whom the desk phone belongs to.'),
    // No document says how Zoom writes it.
    last_online: string('When the device was last online, as a text of no documented form.'),
  },
  'A device in Zoom Device Management.',
);
export const ListedDevice = named('ListedDevice', Device.omit({ sdk_version: true }));
export const FetchedDevice = named('FetchedDevice', Device.omit({ skd_version: true }));

export const ZdmGroup = shape(
  'ZdmGroup',
  {
    zdm_group_id: id("Zoom's own ID."),
    name: string('What the group is called.'),
    description: string('A note on the group.'),
  },
  'A group of devices in Zoom Device Management.',
);

const firmware = {
  vendor: string('Who made the appliance.'),
  model: string('The model of the appliance.'),
  version: string('The version of the firmware.'),
};
export const ZpaVersions = shape(
  'ZpaVersions',
  {
    firmware_versions: list(
      shape(
        'ZpaFirmwareVersion',
        { ...firmware, warn_info: string('What Zoom warns of before this upgrade.') },
        'Firmware to which Zoom Phone Appliances of a model can be upgraded.',
      ),
      'The firmware to which they can be upgraded.',
    ),
    app_versions: list(string(), 'The versions of the app to which they can be upgraded.'),
  },
  'What the Zoom Phone Appliances of a group can be upgraded to.',
);

const PLATFORMS = {
  WINDOWS: ['win', 'Windows.'],
  MACOS: ['mac', 'macOS.'],
  IPADOS: ['ipad', 'iPadOS.'],
  IOS: ['iphone', 'iOS.'],
  ANDROID: ['android', 'Android.'],
  LINUX: ['linux', 'Linux.'],
} as const;
export const ListDevicesQuery = shape('ListDevicesQuery', {
  search_text: string('Only devices with this text in their name or serial number.'),
  platform_os: enumOf('DevicePlatform', PLATFORMS, 'Only devices with this operating system.'),
  is_enrolled_in_zdm: bool(
    'Only devices that are enrolled in Zoom Device Management, or that are not. By default true.',
  ),
  device_type: enumOf(
    'ListedDeviceType',
    { ALL_OF_ZOOM_ROOMS: [-1, 'All devices of Zoom Rooms.'], ...TYPES },
    'Only devices that serve for this. By default ALL_OF_ZOOM_ROOMS: no ZOOM_PHONE_APPLIANCE.',
  ),
  device_vendor: string('Only devices of this maker.'),
  device_model: string('Only devices of this model.'),
  device_status: deviceStatus.describe('Only devices of this status.'),
});

export const AddDeviceBody = named(
  'AddDeviceBody',
  shape('AddDeviceBody', {
    device_name: renamed('deviceName', 'name', string('What the device is called.')),
    device_type: typesOf('NewDeviceType', 'ZOOM_ROOMS_COMPUTER', 'CONTROLLER', 'ZOOM_PHONE_APPLIANCE'),
    mac_address: string('The hardware address of the device.'),
    serial_number: string('The serial number of the device.'),
    vendor: string('Who made the device.'),
    model: string('The model of the device.'),
    room_id: id('The Zoom Room that a device of Zoom Rooms belongs to.', { of: 'Room' }),
    user_email: string('The email address of the user whom a Zoom Phone Appliance belongs to.'),
    extension_number: string('The extension that a Zoom Phone Appliance is for.'),
    tag: string('A word by which the account sorts its devices.', { max: 64 }),
    zdm_group_id: id('The group that the device is put in.', { of: 'ZdmGroup' }),
  }).required({
    device_name: true,
    device_type: true,
    mac_address: true,
    serial_number: true,
    vendor: true,
    model: true,
  }),
);

/** The types are those of the documented values, which differ from the words there (docs/zoom.md 13.4.3). */
export const UpdateDeviceBody = named(
  'UpdateDeviceBody',
  shape('UpdateDeviceBody', {
    device_name: renamed('deviceName', 'name', string('What the device is called.')),
    device_type: typesOf('UpdatedDeviceType', 'ZOOM_ROOMS_COMPUTER', 'CONTROLLER', 'ZOOM_ROOMS_CONTROL_SYSTEM'),
    room_id: id('The Zoom Room that the device belongs to.', { of: 'Room' }),
    tag: string('A word by which the account sorts its devices.', { max: 64 }),
  }).required({ device_name: true }),
);

export const AssignDeviceBody = shape('AssignDeviceBody', {
  room_id: id('The Zoom Room to assign the device to.', { of: 'Room' }),
  app_type: enumOf(
    'DeviceAppType',
    {
      ZOOM_ROOMS_COMPUTER: ['ZR', 'The computer that joins meetings.'],
      CONTROLLER: ['ZRC', 'The tablet by which people in the room control it.'],
      SCHEDULING_DISPLAY: ['ZRP', 'The display outside that shows when the room is free.'],
      COMPANION_WHITEBOARD: ['ZRW', 'A whiteboard of the room.'],
    },
    'What the device serves for in the room. By default ZOOM_ROOMS_COMPUTER.',
  ),
});

export const AssignZpaDeviceBody = named(
  'AssignZpaDeviceBody',
  shape('AssignZpaDeviceBody', {
    vendor: string('Who made the appliance.'),
    mac_address: string('The hardware address of the appliance.'),
    extension_number: string(
      'The extension of the user or the common area to assign it to. Without it the appliance is unassigned.',
    ),
  }).required({ vendor: true, mac_address: true }),
);

const ZpaUpgrade = needing(
  exclusive(
    named(
      'ZpaUpgradeBody',
      shape('ZpaUpgradeBody', {
        upgrade_type: enumOf(
          'ZpaUpgradeType',
          {
            UPGRADE_FIRMWARE: ['UPGRADE_FIRMWARE', 'The firmware; `firmwareVersions` says to which.'],
            UPGRADE_APP: ['UPGRADE_APP', 'The app; `appVersion` says to which version.'],
          },
          'What is upgraded.',
        ),
        firmware_versions: list(
          shape('ZpaFirmwareBody', firmware, 'The firmware for Zoom Phone Appliances of a model.'),
          'The firmware for each model.',
        ),
        app_version: string('The version of the app.'),
      }).required({ upgrade_type: true }),
      'What is upgraded, and to which version.',
    ),
    ['firmware_versions', 'app_version'],
  ),
  ['firmware_versions', 'app_version'],
);
export const UpgradeZpaDevicesBody = named(
  'UpgradeZpaDevicesBody',
  shape('UpgradeZpaDevicesBody', {
    zdm_group_id: id('The group whose Zoom Phone Appliances are upgraded.', { of: 'ZdmGroup' }),
    data: ZpaUpgrade.describe('What is upgraded, and to which version.'),
  }).required({ zdm_group_id: true, data: true }),
);

export const listDevices = listing('/devices', {
  items: 'devices',
  of: ListedDevice,
  query: ListDevicesQuery,
  filters: {
    is_enrolled_in_zdm: 'enrolled_in_zdm',
    device_type: 'device_type',
    device_vendor: 'vendor',
    device_model: 'model',
    device_status: 'device_status',
  },
  search: 'search_text',
  paging: byToken(300),
  limit: 'HEAVY',
  scopes: bothScopes,
});

export const getDevice = get('/devices/{deviceId}', { of: FetchedDevice, limit: 'HEAVY', scopes: bothScopes });

/** Zoom answers that it will do it, and nothing of the device (docs/zoom.md 13.4.2). */
export const addDevice = post('/devices', { body: AddDeviceBody, limit: 'MEDIUM', scopes: writeScopes });

export const updateDevice = patch('/devices/{deviceId}', {
  body: UpdateDeviceBody,
  limit: 'MEDIUM',
  scopes: writeScopes,
});

export const assignDevice = patch('/devices/{deviceId}/assignment', {
  body: AssignDeviceBody,
  limit: 'MEDIUM',
  scopes: writeScopes,
});

export const deleteDevice = del('/devices/{deviceId}', { limit: 'HEAVY', scopes: writeScopes });

export const listZdmGroups = listing('/devices/groups', {
  items: 'groups',
  of: ZdmGroup,
  paging: byToken(100),
  limit: 'MEDIUM',
  cacheable: true,
  scopes: [...readScopes, ...granular('read:list_groups')],
});

export const getZpaVersions = get('/devices/zpa/zdm_groups/{zdmGroupId}/versions', {
  of: ZpaVersions,
  limit: 'MEDIUM',
  scopes: [...readScopes, ...granular('read:list_zpa_versions')],
});

export const assignZpaDevice = post('/devices/zpa/assignment', {
  body: AssignZpaDeviceBody,
  limit: 'MEDIUM',
  scopes: [...writeScopes, ...granular('write:zpa_device')],
  codes: { 30052024: 'NOT_FOUND' },
});

export const upgradeZpaDevices = post('/devices/zpa/upgrade', {
  body: UpgradeZpaDevicesBody,
  limit: 'HEAVY',
  scopes: [...writeScopes, ...granular('write:zpa_os_or_app')],
  codes: { 30055018: 'NOT_FOUND' },
});

export const deleteZpaDevice = del('/devices/zpa/vendors/{vendor}/mac_addresses/{macAddress}', {
  limit: 'MEDIUM',
  scopes: [...writeScopes, ...granular('delete:zpa_device')],
});
