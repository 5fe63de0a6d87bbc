import { entity } from '../../declare/entity.ts';
import * as api from './locations.ts';

export const RoomLocation = entity('RoomLocation', {
  shape: api.RoomLocation,
  key: { locationId: 'id' },
  get: api.getRoomLocation,
  foundIn: [api.listRoomLocations],
});
