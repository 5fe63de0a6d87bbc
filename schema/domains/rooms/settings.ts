/** The settings of Zoom Rooms by kind: of the account, of locations and of rooms. */
import { ownAccount } from '../../../resolvers/account-scope.ts';
import { Account } from '../../../src/zoom/api/accounts/accounts.entities.ts';
import { RoomLocation } from '../../../src/zoom/api/rooms/locations.entities.ts';
import { Room } from '../../../src/zoom/api/rooms/rooms.entities.ts';
import * as api from '../../../src/zoom/api/rooms/settings.ts';
import { variant } from '../../../src/zoom/declare/endpoint.ts';
import { refOf } from '../../fields/entity.ts';
import type { MutationOptions } from '../../fields/mutation.ts';
import type { Domain } from '../../types/builder.ts';
import { zoomRoomsOf } from './zoom-rooms.ts';

/** The kinds, each by the word that the names of fields and mutations have for it. */
const KINDS = {
  Meeting: {
    type: 'meeting',
    of: api.RoomMeetingSettings,
    body: api.RoomMeetingSettingsBody,
    description: 'What happens in meetings, and how these are encrypted',
  },
  Alert: {
    type: 'alert',
    of: api.RoomAlertSettings,
    body: api.RoomAlertSettingsBody,
    description: 'What is warned of',
  },
  Signage: {
    type: 'signage',
    of: api.RoomSignageSettings,
    body: api.RoomSignageSettingsBody,
    description: 'What displays show between meetings',
  },
} as const;

/** Who has settings, by the word that the names of mutations have for it. */
const OWNERS = {
  ZoomRooms: {
    update: api.updateZoomRoomsSettings,
    of: 'all rooms of the account, unless a location or a room says otherwise',
    written: { payload: { account: { of: Account, params: () => ownAccount } } },
  },
  RoomLocation: {
    update: api.updateRoomLocationSettings,
    of: 'the rooms in a location, unless a room says otherwise',
    written: { pathEntities: { locationId: RoomLocation }, payload: { roomLocation: RoomLocation } },
  },
  Room: {
    update: api.updateRoomSettings,
    of: 'a room',
    written: { pathEntities: { roomId: Room }, payload: { room: Room } },
  },
} satisfies Record<string, { written: Pick<MutationOptions, 'pathEntities' | 'payload'>; [rest: string]: unknown }>;

export const roomSettingsDomain: Domain = (builder) => {
  for (const [kind, { type, of, body, description }] of Object.entries(KINDS)) {
    const field = { constants: { setting_type: type }, description: `${description}.` };
    const name = `${kind.toLowerCase()}Settings`;
    builder.objectField(zoomRoomsOf(builder), name, (t) =>
      t.zoomObject({ get: variant(api.getZoomRoomsSettings, { of }), ...field }),
    );
    builder.objectField(refOf(builder, RoomLocation), name, (t) =>
      t.zoomObject({ get: variant(api.getRoomLocationSettings, { of }), ...field }),
    );
    builder.objectField(refOf(builder, Room), name, (t) =>
      t.zoomObject({ get: variant(api.getRoomSettings, { of }), ...field }),
    );

    for (const [owner, { update, of: whom, written }] of Object.entries(OWNERS)) {
      const mutation = `update${owner}${kind}Settings`;
      builder.mutationField(mutation, (t) =>
        t.zoomMutation(mutation, {
          ...written,
          endpoint: variant(update, { body }),
          constants: { query: { setting_type: type } },
          description: `Updates the ${kind.toLowerCase()} settings of ${whom}. What is left out stays.`,
        }),
      );
    }
  }
};
