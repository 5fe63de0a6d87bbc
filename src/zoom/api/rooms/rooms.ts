/** Zoom Rooms and their devices. */
import { byToken, del, get, list as listing, patch, post, put } from '../../declare/endpoint.ts';
import { bool, enumOf, id, int, list, named, needing, secret, shape, string } from '../../declare/shape.ts';
import { basicFields, readScopes, roomStatus, roomType, writeScopes } from './common.ts';

const RoomBasic = shape(
  'RoomBasic',
  {
    name: string('What the room is called.'),
    display_name: string('A short name for displays.'),
    zoom_room_type: roomType,
    activation_code: secret('What sets up a device for the room.'),
    calendar_resource_id: id('The calendar of the room.'),
    hide_room_in_contacts: bool('Whether the room is missing among contacts.'),
    ...basicFields,
  },
  'What a room is called, what it serves for, and who helps with it.',
);

const RoomCheckInOptions = shape(
  'RoomCheckInOptions',
  {
    checkin_minutes_prior_to_meeting_start_time: int(
      'How long before a meeting people can check in: minutes by its name, seconds by the documents of Zoom.',
    ),
    allowed_minutes_before_release_room_after_no_checkout: int(
      'How long the room stays booked when nobody checks out or uses it: minutes by its name, seconds by the documents of Zoom.',
    ),
    enable_new_user_checkin_notification: bool('Whether the displays of the room show who checks in.'),
    enable_remove_recurring: bool('Whether a recurring meeting loses the room when nobody comes.'),
    allowed_consecutive_missed_checkin_before_removing_room: int(
      'After how many missed check-ins in a row a recurring meeting loses the room.',
    ),
  },
  'How people check in to a room and check out.',
);
const RoomCheckIn = shape(
  'RoomCheckIn',
  {
    enable: bool('Whether people check in and check out.'),
    checkin_and_checkout_options: RoomCheckInOptions.optional().describe('How they do it.'),
  },
  'Whether and how people check in to a room and check out.',
);
const RoomSetup = shape(
  'RoomSetup',
  { checkin_and_checkout: RoomCheckIn.optional().describe('Checking in and checking out.') },
  'How a room is set up.',
);
const RoomDeviceInfo = shape(
  'RoomDeviceProfileRef',
  { device_profile_id: id('The device profile: which camera, microphone and speaker the room uses.') },
  'The devices of a room, as a profile names them.',
);

/** What only the list tells, and what only the GET tells, complete each other (docs/zoom.md 13.5.1). */
const BASIC = 'What the room is called, what it serves for, and who helps with it.';
export const Room = shape(
  'Room',
  {
    id: id(),
    room_id: id('What the dashboards call the room.'),
    name: string('What the room is called.'),
    status: roomStatus,
    location_id: id('The location that the room is in.'),
    activation_code: secret('What sets up a device for the room.'),
    basic: RoomBasic.optional().describe(BASIC),
    device: RoomDeviceInfo.optional().describe('The devices of the room, as a profile names them.'),
    setup: RoomSetup.optional().describe('How the room is set up.'),
  },
  'A Zoom Room: a room, or a display in it, that joins meetings as a participant of its own.',
);
export const ListedRoom = named('ListedRoom', Room.omit({ basic: true, device: true, setup: true }));
export const RoomProfile = named('RoomProfile', Room.pick({ basic: true, device: true, setup: true }));
export const CreatedRoom = named('CreatedRoom', Room.pick({ id: true, room_id: true, name: true, location_id: true }));

export const RoomDevice = shape(
  'RoomDevice',
  {
    id: id(),
    room_name: string('What the room is called.'),
    device_type: enumOf(
      'RoomDeviceType',
      {
        ZOOM_ROOMS_COMPUTER: ['Zoom Rooms Computer', 'The computer that joins meetings.'],
        CONTROLLER: ['Controller', 'The tablet by which people in the room control it.'],
        SCHEDULING_DISPLAY: ['Scheduling Display', 'The display outside that shows when the room is free.'],
        ZOOM_ROOMS_CONTROL_SYSTEM: ['Zoom Rooms Control System', 'A system that controls other equipment of the room.'],
        COMPANION_WHITEBOARD: ['Companion Whiteboard', 'A whiteboard in addition to the displays of the room.'],
      },
      'What a device of a room serves for.',
    ),
    device_system: string('The operating system.'),
    app_version: string('The version of the Zoom Rooms app.'),
    status: enumOf(
      'RoomDeviceStatus',
      { ONLINE: ['Online', 'The device can be reached.'], OFFLINE: ['Offline', 'The device cannot be reached.'] },
      'Whether a device can be reached.',
    ),
    device_hostname: string('What the device is called in the network.'),
    device_manufacturer: string('Who made the device.'),
    device_model: string('The model of the device.'),
    device_firmware: string('The version of the firmware.'),
    device_mac_addresses: list(string(), 'The hardware addresses of the device.'),
    ip_address: string('The address of the device in the network.'),
    serial_number: string('The serial number of the device.'),
  },
  'A device of a Zoom Room.',
);

const ListRoomsQuery = shape('ListRoomsQuery', {
  status: roomStatus.describe('Only rooms that are doing this.'),
  type: roomType.describe('Only rooms that serve for this.'),
  unassigned_rooms: bool('Only rooms that are assigned to nobody yet.'),
  location_id: id('Only rooms in this location.', { of: 'RoomLocation' }),
  query_name: string('Only rooms of this name.'),
});

const CreateRoomBody = shape('CreateRoomBody', {
  name: string('What the room is called.'),
  type: roomType,
  location_id: id('The location that the room is in: one of the lowest level.', { of: 'RoomLocation' }),
  calendar_resource_id: id('The calendar of the room.'),
}).required({ name: true, type: true });
const UpdateRoomBody = named(
  'UpdateRoomBody',
  RoomProfile.extend({
    basic: named('UpdateRoomBasic', RoomBasic.omit({ activation_code: true }), BASIC)
      .optional()
      .describe(BASIC),
  }),
);
const MoveRoomBody = needing(
  shape('MoveRoomBody', {
    location_id: id('The location to move the room to: one of the lowest level.', { of: 'RoomLocation' }),
  }),
  ['location_id'],
);

export const listRooms = listing('/rooms', {
  items: 'rooms',
  of: ListedRoom,
  query: ListRoomsQuery,
  filters: { status: 'status', location_id: 'location_id', query_name: 'name' },
  paging: byToken(300),
  limit: 'MEDIUM',
  scopes: readScopes,
});

export const getRoom = get('/rooms/{roomId}', { of: RoomProfile, limit: 'MEDIUM', scopes: readScopes });

export const createRoom = post('/rooms', {
  body: named('CreateRoomBody', CreateRoomBody),
  of: CreatedRoom,
  limit: 'MEDIUM',
  scopes: writeScopes,
});

export const updateRoom = patch('/rooms/{roomId}', { body: UpdateRoomBody, limit: 'MEDIUM', scopes: writeScopes });

export const deleteRoom = del('/rooms/{roomId}', { limit: 'LIGHT', scopes: writeScopes });

export const moveRoom = put('/rooms/{roomId}/location', { body: MoveRoomBody, limit: 'LIGHT', scopes: writeScopes });

/** Comes whole (docs/zoom.md 3.2). */
export const listRoomDevices = listing('/rooms/{roomId}/devices', {
  items: 'devices',
  of: RoomDevice,
  limit: 'MEDIUM',
  scopes: readScopes,
});
