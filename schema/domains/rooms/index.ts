/** Zoom Rooms: one root for the rooms, their locations and what holds for all of them. */
import { accountSection } from '../../fields/object.ts';
import type { Domain } from '../../types/builder.ts';
import { roomLocationsDomain } from './locations.ts';
import { zoomRoomsProfileDomain } from './profile.ts';
import { roomsDomain } from './rooms.ts';
import { roomSettingsDomain } from './settings.ts';
import { zoomRoomsOf } from './zoom-rooms.ts';

const PARTS = [roomsDomain, roomLocationsDomain, zoomRoomsProfileDomain, roomSettingsDomain];

export const zoomRoomsDomain: Domain = (builder) => {
  for (const part of PARTS) part(builder);
  accountSection(builder, 'zoomRooms', {
    type: zoomRoomsOf(builder),
    description: 'The Zoom Rooms of the account, and what holds for all of them.',
  });
};
