/** Devices in Zoom Device Management; what Zoom refuses stands in operations/refusals.tsv. */
import { globalId, reads, writes } from '../../rows.ts';
import { done } from '../../stub.ts';

const id = globalId('Device', 'd1');
const room = globalId('Room', 'r1');
const group = globalId('ZdmGroup', 'g1');
const TYPES = [
  'ZOOM_ROOMS_COMPUTER',
  'CONTROLLER',
  'SCHEDULING_DISPLAY',
  'ZOOM_ROOMS_CONTROL_SYSTEM',
  'WHITEBOARD',
  'ZOOM_PHONE_APPLIANCE',
  'COMPUTER_WITH_CONTROLLER',
];

reads(
  [
    {
      name: 'devices lead to their rooms and users without a further call',
      table: {
        'GET /devices': {
          devices: [
            { device_id: 'd1', device_type: 0, device_status: -1, room_id: 'r1', room_name: 'Lab', user_email: '' },
            { device_id: 'd2', device_type: 5, device_status: 1, room_id: '', user_email: 'ann@example.com' },
          ],
        },
      },
      query: '{ devices { nodes { id deviceType deviceStatus room { id name } user { email } } } }',
      at: 'devices.nodes',
      data: [
        {
          ...{ id, deviceType: 'ZOOM_ROOMS_COMPUTER', deviceStatus: 'UNLINKED' },
          ...{ room: { id: room, name: 'Lab' }, user: null },
        },
        {
          ...{ id: globalId('Device', 'd2'), deviceType: 'ZOOM_PHONE_APPLIANCE', deviceStatus: 'ONLINE' },
          ...{ room: null, user: { email: 'ann@example.com' } },
        },
      ],
      calls: ['GET /devices?page_size=30'],
    },
    {
      name: 'each type of devices has a word',
      table: {
        'GET /devices': { devices: TYPES.map((_, device_type) => ({ device_id: `d${device_type}`, device_type })) },
      },
      query: '{ devices { nodes { deviceType } } }',
      at: 'devices.nodes',
      data: TYPES.map((deviceType) => ({ deviceType })),
    },
    {
      name: 'the version of the SDK is that of the list, whatever Zoom calls it there',
      table: { 'GET /devices': { devices: [{ device_id: 'd1', skd_version: '5.1' }] } },
      query: '{ devices { nodes { sdkVersion } } }',
      at: 'devices.nodes',
      data: [{ sdkVersion: '5.1' }],
      calls: ['GET /devices?page_size=30'],
    },
    {
      name: 'the version of the SDK is that of the GET where a device is read by itself',
      query: `{ device(id: "${id}") { sdkVersion } }`,
      at: 'device',
      data: { sdkVersion: '5.2' },
      calls: ['GET /devices/d1'],
    },
    {
      name: 'what is asked of devices goes to Zoom as far as Zoom can tell',
      table: {
        'GET /devices': { devices: [{ device_id: 'd1', device_type: 5, enrolled_in_zdm: false, vendor: 'Poly' }] },
      },
      query: `{ devices(where: {
        deviceType: { eq: ZOOM_PHONE_APPLIANCE }, enrolledInZdm: { eq: false }, vendor: { eq: "Poly" }
      }) { nodes { zoomId } } }`,
      at: 'devices.nodes',
      data: [{ zoomId: 'd1' }],
      calls: ['GET /devices?is_enrolled_in_zdm=false&device_type=5&device_vendor=Poly&page_size=300'],
    },
    {
      name: 'a group of devices tells what it can be upgraded to',
      table: {
        'GET /devices/groups': { groups: [{ zdm_group_id: 'g1', name: 'Offices' }] },
        'GET /devices/zpa/zdm_groups/g1/versions': {
          app_versions: ['6.1.0'],
          firmware_versions: [{ vendor: 'Poly', model: 'CCX 600', version: '9.0.1' }],
        },
      },
      query: `{ zdmGroup(id: "${group}") { name zpaVersions { appVersions firmwareVersions { vendor version warnInfo } } } }`,
      at: 'zdmGroup',
      data: {
        name: 'Offices',
        zpaVersions: {
          appVersions: ['6.1.0'],
          firmwareVersions: [{ vendor: 'Poly', version: '9.0.1', warnInfo: null }],
        },
      },
      calls: ['GET /devices/groups?page_size=100', 'GET /devices/zpa/zdm_groups/g1/versions'],
      together: true,
    },
  ],
  { 'GET /devices/d1': { device_id: 'd1', sdk_version: '5.2' } },
);

const named = 'vendor: "poly", macAddress: "64167ffc0ed7"';
writes(
  [
    {
      name: 'addDevice gives what the device belongs to, since Zoom does not name it yet',
      mutation: `addDevice(input: {
        name: "Desk", deviceType: ZOOM_PHONE_APPLIANCE, macAddress: "64-16-7f", serialNumber: "6N", vendor: "Poly",
        model: "CCX", roomId: "${room}", userEmail: "ann@example.com", zdmGroupId: "${group}"
      }) { room { id } zdmGroup { zoomId } }`,
      payload: { room: { id: room }, zdmGroup: { zoomId: 'g1' } },
      calls: ['POST /devices'],
      body: {
        ...{ device_name: 'Desk', device_type: 5, mac_address: '64-16-7f', serial_number: '6N', vendor: 'Poly' },
        ...{ model: 'CCX', room_id: 'r1', user_email: 'ann@example.com', zdm_group_id: 'g1' },
      },
    },
    {
      name: 'addDevice names no room and no group where none is given',
      mutation: `addDevice(input: {
        name: "Desk", deviceType: CONTROLLER, macAddress: "64-16-7f", serialNumber: "6N", vendor: "Poly", model: "CCX"
      }) { room { id } zdmGroup { id } }`,
      payload: { room: null, zdmGroup: null },
      calls: ['POST /devices'],
      body: {
        ...{ device_name: 'Desk', device_type: 1, mac_address: '64-16-7f', serial_number: '6N', vendor: 'Poly' },
        model: 'CCX',
      },
    },
    {
      name: 'updateDevice writes the type as Zoom has it',
      mutation: `updateDevice(input: { deviceId: "${id}", name: "New", deviceType: ZOOM_ROOMS_CONTROL_SYSTEM }) {
        device { id }
      }`,
      payload: { device: { id } },
      calls: ['PATCH /devices/d1'],
      body: { device_name: 'New', device_type: 3 },
    },
    {
      name: 'assignDevice moves a device to another room',
      mutation: `assignDevice(input: { deviceId: "d1", roomId: "${room}", appType: SCHEDULING_DISPLAY }) {
        device { id } room { id }
      }`,
      payload: { device: { id }, room: { id: room } },
      calls: ['PATCH /devices/d1/assignment'],
      body: { room_id: 'r1', app_type: 'ZRP' },
    },
    {
      name: 'deleteDevice leaves the global id',
      mutation: 'deleteDevice(input: { deviceId: "d1" }) { deletedDeviceId }',
      payload: { deletedDeviceId: id },
      calls: ['DELETE /devices/d1'],
    },
    {
      name: 'assignZpaDevice without an extension unassigns the appliance',
      mutation: `assignZpaDevice(input: { ${named} }) { account { devices(deviceType: ZOOM_PHONE_APPLIANCE) { nodes { userEmail } } } }`,
      payload: { account: { devices: { nodes: [{ userEmail: null }] } } },
      calls: ['POST /devices/zpa/assignment', 'GET /devices?device_type=5&page_size=30'],
      body: { vendor: 'poly', mac_address: '64167ffc0ed7' },
    },
    {
      name: 'upgradeZpaDevices upgrades the firmware of the appliances in a group',
      mutation: `upgradeZpaDevices(input: { zdmGroupId: "${group}", data: {
        upgradeType: UPGRADE_FIRMWARE, firmwareVersions: [{ vendor: "Poly", model: "CCX 600", version: "9.0.1" }]
      } }) { zdmGroup { id } }`,
      payload: { zdmGroup: { id: group } },
      calls: ['POST /devices/zpa/upgrade'],
      body: {
        zdm_group_id: 'g1',
        data: {
          upgrade_type: 'UPGRADE_FIRMWARE',
          firmware_versions: [{ vendor: 'Poly', model: 'CCX 600', version: '9.0.1' }],
        },
      },
    },
    {
      name: 'deleteZpaDevice names the appliance by its maker and its address',
      mutation: 'deleteZpaDevice(input: { vendor: "poly", macAddress: "64:16" }) { account { __typename } }',
      payload: { account: { __typename: 'Account' } },
      calls: ['DELETE /devices/zpa/vendors/poly/mac_addresses/64:16'],
    },
  ],
  {
    'POST /devices': done(),
    'PATCH /devices/d1': done(),
    'PATCH /devices/d1/assignment': done(),
    'DELETE /devices/d1': done(),
    'POST /devices/zpa/assignment': done(),
    'GET /devices': { devices: [{ device_id: 'd9', device_type: 5 }] },
    'POST /devices/zpa/upgrade': done(),
    'DELETE /devices/zpa/vendors/poly/mac_addresses/64:16': done(),
  },
);
