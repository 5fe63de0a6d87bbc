/** Zoom Rooms, their devices and their dashboard; what Zoom refuses stands in operations/refusals.tsv. */
import { globalId, reads, writes } from '../../rows.ts';
import { done, type Received, refusal } from '../../stub.ts';

const listed = {
  id: 'r1',
  room_id: 'd1',
  name: 'Lab',
  status: 'InMeeting',
  location_id: 'l1',
  activation_code: '1315-2376',
};
const profile = {
  basic: { name: 'Lab', zoom_room_type: 'ZoomRoom', room_passcode: '4711', required_code_to_ext: true },
  setup: { checkin_and_checkout: { enable: true } },
};
const id = globalId('Room', 'r1');

reads([
  {
    name: 'the list and the single GET make one room together',
    table: { 'GET /rooms': { rooms: [listed] }, 'GET /rooms/r1': profile },
    query: `{ zoomRooms { rooms { nodes {
      id zoomId name status locationId activationCode
      basic { zoomRoomType roomPasscode requiredCodeToExt } setup { checkinAndCheckout { enable } } device { deviceProfileId }
    } } } }`,
    at: 'zoomRooms.rooms.nodes',
    data: [
      {
        id,
        zoomId: 'r1',
        name: 'Lab',
        status: 'IN_MEETING',
        locationId: 'l1',
        activationCode: '1315-2376',
        basic: { zoomRoomType: 'ZOOM_ROOM', roomPasscode: '4711', requiredCodeToExt: true },
        setup: { checkinAndCheckout: { enable: true } },
        device: null,
      },
    ],
    calls: ['GET /rooms?page_size=30', 'GET /rooms/r1'],
  },
  {
    name: 'of a room by its id, what only the list tells is looked for there, and the rest is read singly',
    table: { 'GET /rooms': { rooms: [{ id: 'r0' }, listed] }, 'GET /rooms/r1': profile },
    query: `{ zoomRooms { room(id: "${id}") { status basic { zoomRoomType } } } }`,
    at: 'zoomRooms.room',
    data: { status: 'IN_MEETING', basic: { zoomRoomType: 'ZOOM_ROOM' } },
    calls: ['GET /rooms?page_size=300', 'GET /rooms/r1'],
    together: true,
  },
  {
    name: 'the profile of a room takes no list',
    table: { 'GET /rooms/r1': profile },
    query: '{ zoomRooms { room(id: "r1") { basic { name } } } }',
    at: 'zoomRooms.room',
    data: { basic: { name: 'Lab' } },
    calls: ['GET /rooms/r1'],
  },
  {
    name: 'rooms go by status, type, location and name',
    table: { 'GET /rooms': { rooms: [listed] } },
    query: `{ zoomRooms { rooms(
      status: OFFLINE, type: SCHEDULING_DISPLAY_ONLY, unassignedRooms: true,
      locationId: "${globalId('RoomLocation', 'l1')}", queryName: "Lab"
    ) { nodes { zoomId } } } }`,
    at: 'zoomRooms.rooms.nodes',
    data: [{ zoomId: 'r1' }],
    calls: [
      'GET /rooms?status=Offline&type=SchedulingDisplayOnly&unassigned_rooms=true&location_id=l1&query_name=Lab&page_size=30',
    ],
  },
  {
    name: 'the devices of a room come whole, and are found again by their ids',
    table: {
      'GET /rooms/r1/devices': {
        devices: [{ id: 'c1', device_type: 'Zoom Rooms Computer', status: 'Online', device_mac_addresses: ['64-16'] }],
      },
    },
    query: `{ zoomRooms { room(id: "r1") { devices { nodes { id deviceType status deviceMacAddresses } } } }
      node(id: "${globalId('RoomDevice', 'r1,c1')}") { ... on RoomDevice { deviceType } } }`,
    data: {
      zoomRooms: {
        room: {
          devices: {
            nodes: [
              {
                id: globalId('RoomDevice', 'r1,c1'),
                deviceType: 'ZOOM_ROOMS_COMPUTER',
                status: 'ONLINE',
                deviceMacAddresses: ['64-16'],
              },
            ],
          },
        },
      },
      node: { deviceType: 'ZOOM_ROOMS_COMPUTER' },
    },
    calls: ['GET /rooms/r1/devices'],
  },
  {
    name: 'the locations of many rooms cost one list more',
    table: {
      'GET /rooms': { rooms: Array.from({ length: 30 }, (_, i) => ({ id: `r${i}`, location_id: `l${i % 3}` })) },
      'GET /rooms/locations': { locations: [0, 1, 2].map((i) => ({ id: `l${i}`, name: `Floor ${i}` })) },
    },
    query: '{ zoomRooms { rooms { nodes { location { name } } } } }',
    at: 'zoomRooms.rooms.nodes',
    data: Array.from({ length: 30 }, (_, i) => ({ location: { name: `Floor ${i % 3}` } })),
    calls: ['GET /rooms?page_size=30', 'GET /rooms/locations?page_size=300'],
  },
  {
    name: 'a room leads to its dashboard by the id that dashboards have for it',
    table: {
      'GET /rooms': { rooms: [listed] },
      'GET /metrics/zoomrooms/d1': { id: 'd1', room_name: 'Lab', health: 'critical' },
    },
    query: '{ zoomRooms { rooms { nodes { dashboardRoom { zoomId health } } } } }',
    at: 'zoomRooms.rooms.nodes',
    data: [{ dashboardRoom: { zoomId: 'd1', health: 'critical' } }],
  },
  {
    name: 'the rooms of the dashboard are the rooms of the account, found in one list',
    table: {
      'GET /metrics/zoomrooms': { zoom_rooms: [{ id: 'd1' }, { id: 'd2' }, { id: 'gone' }] },
      'GET /rooms': { rooms: [listed, { id: 'r2', room_id: 'd2', name: 'Hall' }] },
    },
    query: '{ dashboard { zoomRooms { nodes { room { id name } } } } }',
    at: 'dashboard.zoomRooms.nodes',
    data: [{ room: { id, name: 'Lab' } }, { room: { id: globalId('Room', 'r2'), name: 'Hall' } }, { room: null }],
    calls: ['GET /metrics/zoomrooms?page_size=30', 'GET /rooms?page_size=300'],
  },
  {
    name: 'a room that is gone is null with an error, the others stay',
    table: { 'GET /rooms/r9': refusal(404, 1012, 'Room not found:r9'), 'GET /rooms/r1': profile },
    query: '{ zoomRooms { gone: room(id: "r9") { basic { name } } room(id: "r1") { basic { name } } } }',
    data: { zoomRooms: { gone: null, room: { basic: { name: 'Lab' } } } },
    errors: [{ path: ['zoomRooms', 'gone'], extensions: { code: 'NOT_FOUND' } }],
  },
  {
    name: 'what one list of a location tells is one call',
    table: {
      'GET /rooms': ({ query }: Received) => ({ rooms: query.get('location_id') === 'l1' ? [listed] : [] }),
    },
    query: '{ zoomRooms { location(id: "l1") { rooms(status: AVAILABLE) { nodes { name } } } } }',
    at: 'zoomRooms.location.rooms.nodes',
    data: [{ name: 'Lab' }],
    calls: ['GET /rooms?status=Available&location_id=l1&page_size=30'],
  },
  {
    name: 'Zoom has no rooms of sub accounts: nothing is called',
    query: '{ account(id: "sub") { zoomRooms { rooms { nodes { name } } } } }',
    data: { account: { zoomRooms: { rooms: null } } },
    errors: [{ path: ['account', 'zoomRooms', 'rooms'], extensions: { code: 'BAD_USER_INPUT' } }],
  },
]);

writes(
  [
    {
      name: 'createRoom needs no further call',
      mutation: `createRoom(input: { name: "Lab", type: ZOOM_ROOM, locationId: "${globalId('RoomLocation', 'l1')}" }) {
        room { id name location { zoomId } }
      }`,
      payload: { room: { id, name: 'Lab', location: { zoomId: 'l1' } } },
      calls: ['POST /rooms'],
      body: { name: 'Lab', type: 'ZoomRoom', location_id: 'l1' },
    },
    {
      name: 'updateRoom reads again what is selected',
      mutation: `updateRoom(input: { roomId: "${id}", basic: { displayName: "L", roomPasscode: "" } }) {
        room { basic { name } }
      }`,
      payload: { room: { basic: { name: 'Lab' } } },
      calls: ['PATCH /rooms/r1', 'GET /rooms/r1'],
      body: { basic: { display_name: 'L', room_passcode: '' } },
    },
    {
      name: 'moveRoom takes ids of both kinds',
      mutation: `moveRoom(input: { roomId: "r1", locationId: "${globalId('RoomLocation', 'l2')}" }) { room { id } }`,
      payload: { room: { id } },
      calls: ['PUT /rooms/r1/location'],
      body: { location_id: 'l2' },
    },
    {
      name: 'deleteRoom leaves the global id',
      mutation: 'deleteRoom(input: { roomId: "r1" }) { deletedRoomId }',
      payload: { deletedRoomId: id },
      calls: ['DELETE /rooms/r1'],
      body: undefined,
    },
  ],
  {
    'POST /rooms': { id: 'r1', room_id: 'd1', name: 'Lab', location_id: 'l1', type: 'ZoomRoom' },
    'PATCH /rooms/r1': done(),
    'GET /rooms/r1': profile,
    'PUT /rooms/r1/location': done(),
    'DELETE /rooms/r1': done(),
  },
);
