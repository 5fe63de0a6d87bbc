/** The locations of Zoom Rooms: a tree, and the levels that it is made of. */

import { ownAccount } from '../../../resolvers/account-scope.ts';
import { Account } from '../../../src/zoom/api/accounts/accounts.entities.ts';
import { RoomLocation } from '../../../src/zoom/api/rooms/locations.entities.ts';
import * as api from '../../../src/zoom/api/rooms/locations.ts';
import { entityObject } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { zoomRoomsOf } from './zoom-rooms.ts';

export const roomLocationsDomain: Domain = (builder) => {
  entityObject(builder, RoomLocation, {
    fields: (t) => ({
      parent: t.zoomRef({
        of: RoomLocation,
        requires: ['parent_location_id'],
        link: (location) => {
          const id = location.get('parent_location_id');
          return id ? { id } : null;
        },
        description: 'The location that it lies in.',
      }),
      children: t.zoomConnection({
        list: api.listRoomLocations,
        of: RoomLocation,
        parentQuery: { parent_location_id: (location) => location.zoomId },
        description: 'The locations right below it.',
      }),
    }),
  });

  builder.objectFields(zoomRoomsOf(builder), (t) => ({
    locations: t.zoomConnection({
      list: api.listRoomLocations,
      of: RoomLocation,
      description: 'The locations of rooms, of all levels.',
    }),
    location: t.zoomNode({
      of: RoomLocation,
      id: "The global id or Zoom's own.",
      description: 'One location of rooms.',
    }),
    locationStructure: t.zoomValue({
      get: api.getRoomLocationStructure,
      field: 'structures',
      description: 'The levels of the tree of locations, from the top down.',
    }),
  }));

  const pathEntities = { locationId: RoomLocation };
  const payload = { roomLocation: RoomLocation };
  builder.mutationFields((t) => ({
    createRoomLocation: t.zoomMutation('createRoomLocation', {
      endpoint: api.createRoomLocation,
      description: 'Creates a location of rooms below another one.',
      payload,
    }),
    updateRoomLocation: t.zoomMutation('updateRoomLocation', {
      endpoint: api.updateRoomLocation,
      description: 'Updates the profile of a location of rooms. What is left out stays.',
      pathEntities,
      payload,
    }),
    moveRoomLocation: t.zoomMutation('moveRoomLocation', {
      endpoint: api.moveRoomLocation,
      description: 'Moves a location, with all that it holds, below another one.',
      pathEntities,
      payload,
    }),
    updateRoomLocationStructure: t.zoomMutation('updateRoomLocationStructure', {
      endpoint: api.updateRoomLocationStructure,
      description: 'Updates the levels of the tree of locations.',
      payload: { account: { of: Account, params: () => ownAccount } },
    }),
  }));
};
