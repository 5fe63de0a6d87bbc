/** Zoom Rooms, and their devices. */
import { DashboardZoomRoom } from '../../../src/zoom/api/dashboards/rooms.entities.ts';
import { RoomLocation } from '../../../src/zoom/api/rooms/locations.entities.ts';
import { Room, RoomDevice } from '../../../src/zoom/api/rooms/rooms.entities.ts';
import * as api from '../../../src/zoom/api/rooms/rooms.ts';
import { entityObject, refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { zoomRoomsOf } from './zoom-rooms.ts';

export const roomsDomain: Domain = (builder) => {
  entityObject(builder, RoomDevice);
  entityObject(builder, Room, {
    fields: (t) => ({
      location: t.zoomRef({
        of: RoomLocation,
        requires: ['location_id'],
        link: (room) => {
          const id = room.get('location_id');
          return id ? { id } : null;
        },
        description: 'The location that the room is in.',
      }),
      devices: t.zoomConnection({ list: api.listRoomDevices, of: RoomDevice, description: 'The devices of the room.' }),
      dashboardRoom: t.zoomLookup({
        of: DashboardZoomRoom,
        requires: ['room_id'],
        params: (room) => {
          const zoomroomId = room.get('room_id');
          return zoomroomId ? { zoomroomId } : null;
        },
        description: 'The room on the dashboard: what it is doing, and its problems.',
      }),
    }),
  });
  builder.objectField(refOf(builder, DashboardZoomRoom), 'room', (t) =>
    t.zoomRow({
      list: api.listRooms,
      of: Room,
      match: (shown) => (room) => room.room_id === shown.zoomId,
      description:
        'The room itself: its profile, settings, location and devices. Null where the account no longer has it.',
    }),
  );

  builder.objectFields(zoomRoomsOf(builder), (t) => ({
    rooms: t.zoomConnection({ list: api.listRooms, of: Room, description: 'The rooms of the account.' }),
    room: t.zoomNode({ of: Room, id: "The global id or Zoom's own.", description: 'One room.' }),
  }));
  builder.objectField(refOf(builder, RoomLocation), 'rooms', (t) =>
    t.zoomConnection({
      list: api.listRooms,
      of: Room,
      parentQuery: { location_id: (location) => location.zoomId },
      description: 'The rooms in the location.',
    }),
  );

  const pathEntities = { roomId: Room };
  builder.mutationFields((t) => ({
    createRoom: t.zoomMutation('createRoom', {
      endpoint: api.createRoom,
      description: 'Creates a Zoom Room. The account needs a licence for it.',
      payload: { room: Room },
    }),
    updateRoom: t.zoomMutation('updateRoom', {
      endpoint: api.updateRoom,
      description: 'Updates the profile of a Zoom Room. What is left out stays.',
      pathEntities,
      payload: { room: Room },
    }),
    moveRoom: t.zoomMutation('moveRoom', {
      endpoint: api.moveRoom,
      description: 'Moves a Zoom Room to another location.',
      pathEntities,
      payload: { room: Room },
    }),
    deleteRoom: t.zoomMutation('deleteRoom', {
      endpoint: api.deleteRoom,
      description: 'Deletes a Zoom Room.',
      pathEntities,
      payload: {},
      deletes: Room,
    }),
  }));
};
