import { entity, fromPath } from '../../declare/entity.ts';
import * as api from './rooms.ts';

export const Room = entity('Room', {
  shape: api.Room,
  key: { roomId: 'id' },
  get: api.getRoom,
  foundIn: [api.listRooms],
});

export const RoomDevice = entity('RoomDevice', {
  shape: api.RoomDevice,
  key: { roomId: fromPath, deviceId: 'id' },
  foundIn: [api.listRoomDevices],
});
