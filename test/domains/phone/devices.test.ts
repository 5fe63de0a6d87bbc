/** Phone devices; what Zoom refuses stands in operations/refusals.tsv. */
import { globalId, reads, walks, writes } from '../../rows.ts';
import { done, type Received } from '../../stub.ts';

const desk = {
  id: 'd1',
  site: { id: 's1', name: 'Berlin' },
  assignee: { id: 'u1', extension_number: 1001, extension_type: 'user' },
  assignees: [{ id: 'c1', extension_type: 'commonArea' }],
};
const spare = { id: 'd2', display_name: 'Spare' };
const table = {
  'GET /phone/devices': ({ query }: Received) =>
    query.get('type') === 'assigned'
      ? { devices: [desk], next_page_token: '', total_records: 1 }
      : { devices: [spare], total_records: 1 },
};

const BOTH = ['GET /phone/devices?type=assigned&page_size=30', 'GET /phone/devices?type=unassigned&page_size=30'];
const at = `node(id: "${globalId('PhoneDevice', 'd2')}")`;

reads(
  [
    {
      name: 'devices of both kinds are one list',
      query: `{ phone { devices { totalCount nodes { id site { zoomId name }
        assignee { extensionNumber user { id } } assignees { extensionType user { id } } } } } }`,
      at: 'phone.devices',
      data: {
        totalCount: 2,
        nodes: [
          {
            id: globalId('PhoneDevice', 'd1'),
            site: { zoomId: 's1', name: 'Berlin' },
            assignee: { extensionNumber: '1001', user: { id: globalId('PhoneUser', 'u1') } },
            assignees: [{ extensionType: 'COMMON_AREA', user: null }],
          },
          { id: globalId('PhoneDevice', 'd2'), site: null, assignee: null, assignees: null },
        ],
      },
      calls: BOTH,
    },
    {
      name: 'one kind alone is one call',
      query: `{ phone { devices(type: [ASSIGNED], assigneeType: COMMON_AREA, deviceSource: HOT_DESKING,
        deviceType: AUDIO_CODES, locationStatus: UNKNOWN_ADDRESS) { nodes { zoomId } } } }`,
      data: { phone: { devices: { nodes: [{ zoomId: 'd1' }] } } },
      calls: [
        'GET /phone/devices?assignee_type=commonArea&device_source=hotDesking&device_type=audioCodes&location_status=unknownAddress&type=assigned&page_size=30',
      ],
    },
    {
      name: 'how a device gets its settings is read by the single GET',
      table: {
        'GET /phone/devices/d2': {
          ...spare,
          status: 'offline',
          provision: { type: 'manual' },
          policy: { hot_desking: { status: 'unsupported' } },
        },
      },
      query: `{ ${at} { ... on PhoneDevice { status provision { type } policy { hotDesking { status } } } } }`,
      at: 'node',
      data: { status: 'OFFLINE', provision: { type: 'MANUAL' }, policy: { hotDesking: { status: 'UNSUPPORTED' } } },
      calls: ['GET /phone/devices/d2'],
    },
    {
      name: 'what of a device the list alone tells is read by the list',
      query: `{ ${at} { ... on PhoneDevice { displayName firmwareVersion } } }`,
      data: { node: { displayName: 'Spare', firmwareVersion: null } },
      calls: ['GET /phone/devices?type=assigned&page_size=300', 'GET /phone/devices?type=unassigned&page_size=300'],
    },
    {
      name: 'without any kind of device nothing is asked',
      query: '{ phone { devices(type: []) { nodes { id } } } }',
      data: { phone: { devices: null } },
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
      calls: [],
    },
  ],
  table,
);

walks(
  [
    {
      name: 'a cursor crosses from one kind to the other',
      of: 'phone',
      list: 'devices(first: 1)',
      nodes: 'zoomId',
      pages: [[{ zoomId: 'd1' }], [{ zoomId: 'd2' }]],
      calls: ['GET /phone/devices?type=assigned&page_size=30', ...BOTH],
    },
  ],
  table,
);

const id = globalId('PhoneDevice', 'd1');
writes([
  {
    name: 'a desk phone is added for a user, named by the global id of their phone',
    table: { 'POST /phone/devices': { id: 'd1', display_name: 'Desk' } },
    mutation: `createPhoneDevice(input: { name: "Desk", macAddress: "00:1B:44:11:3A:B7", type: "Poly", model: "VVX 450",
      assignedTo: "${globalId('PhoneUser', 'u1')}" }) { phoneDevice { id displayName } }`,
    payload: { phoneDevice: { id, displayName: 'Desk' } },
    calls: ['POST /phone/devices'],
    body: {
      display_name: 'Desk',
      mac_address: '00:1B:44:11:3A:B7',
      type: 'Poly',
      model: 'VVX 450',
      assigned_to: 'u1',
    },
  },
  {
    name: 'a desk phone is updated',
    table: { 'PATCH /phone/devices/d1': done },
    mutation: `updatePhoneDevice(input: { phoneDeviceId: "${id}", displayName: "Desk 2" }) { phoneDevice { zoomId } }`,
    payload: { phoneDevice: { zoomId: 'd1' } },
    calls: ['PATCH /phone/devices/d1'],
    body: { display_name: 'Desk 2' },
  },
  {
    name: 'a desk phone is deleted',
    table: { 'DELETE /phone/devices/d1': done },
    mutation: 'deletePhoneDevice(input: { phoneDeviceId: "d1" }) { deletedPhoneDeviceId }',
    payload: { deletedPhoneDeviceId: id },
    calls: ['DELETE /phone/devices/d1'],
  },
]);
