/** The settings of Zoom Rooms: what was written is read back, the rest is made up. */
import * as api from '../../../zoom/api/rooms/settings.ts';
import type { Shape } from '../../../zoom/declare/shape.ts';
import { single } from '../../resource.ts';
import { locations, ofAccount } from './locations.ts';
import { rooms } from './rooms.ts';

const VIEWS: Readonly<Record<string, Shape>> = {
  meeting: api.RoomMeetingSettings,
  alert: api.RoomAlertSettings,
  signage: api.RoomSignageSettings,
};
const kinds = {
  view: ({ setting_type = '' }: Readonly<Record<string, string>>) => VIEWS[setting_type] ?? api.RoomMeetingSettings,
  // Written by orders.
  unread: ['digital_signage.play_list'],
};

export const accountSettings = single(api.getZoomRoomsSettings, { ...kinds, of: ofAccount });
export const locationSettings = single(api.getRoomLocationSettings, { ...kinds, of: locations.rowAt });
export const roomSettings = single(api.getRoomSettings, { ...kinds, of: rooms.rowAt });
