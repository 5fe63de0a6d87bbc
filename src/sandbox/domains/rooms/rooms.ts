/** Zoom Rooms, the same that the dashboard tells of, and their devices. */
import * as profileApi from '../../../zoom/api/rooms/profile.ts';
import * as api from '../../../zoom/api/rooms/rooms.ts';
import { refuse } from '../../call.ts';
import { type Resource, resource, single, type Thing } from '../../resource.ts';
import { floorOf, ROOMS } from '../../seed/rooms.ts';
import { given, type Known, opaqueId } from '../../seeded.ts';
import { checkLowest, ofAccount } from './locations.ts';

export const rooms: Resource = resource(api.getRoom, {
  name: 'room',
  named: 'name',
  initial: (account) =>
    Object.fromEntries(
      ROOMS.map((name, nth) => [name, { location_id: floorOf(account, nth), basic: { zoom_room_type: 'ZoomRoom' } }]),
    ),
  refuse: { missing: refuse.room },
  where: {
    type: ({ basic }, asked) => (basic as Known).zoom_room_type === asked,
    query_name: ({ name }, asked) => name === asked,
    unassigned_rooms: ({ location_id }, asked) => asked === 'false' || !location_id,
  },
  // A profile, and what a room is created with, have the same under other names.
  written: ({ type, calendar_resource_id, basic, ...body }) => {
    const told = given({ zoom_room_type: type, calendar_resource_id, ...(basic as Known | undefined) });
    return given({ ...body, basic: told, name: told.name ?? body.name });
  },
  check: ({ location_id }, { account }) => location_id !== undefined && checkLowest(account, location_id),
  shown: ({ id, nth, name, location_id, basic }) => {
    const activation_code = opaqueId(`activation/${id}`);
    return {
      room_id: id,
      status: nth === 0 ? 'InMeeting' : 'Available',
      location_id,
      activation_code,
      basic: { ...(basic as Known), name, activation_code },
    };
  },
  on: (on) => {
    on(api.moveRoom, ({ account, body: { location_id } }, { thing, things }) => {
      checkLowest(account, location_id);
      things.change(thing.id, { location_id });
    });
  },
});

export const roomDevices = resource<Thing, Thing>(api.listRoomDevices, {
  name: 'room device',
  in: rooms.at,
  initial: {
    computer: { device_type: 'Zoom Rooms Computer', device_system: 'Windows 11' },
    controller: { device_type: 'Controller', device_system: 'iPadOS 17' },
  },
  shown: (_, _account, { name }) => ({ room_name: name, status: 'Online' }),
});

export const profile = single(profileApi.getZoomRoomsProfile, { of: ofAccount });
