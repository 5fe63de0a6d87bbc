/** What all Zoom Rooms of the account say of themselves. */
import { ownAccount } from '../../../resolvers/account-scope.ts';
import { Account } from '../../../src/zoom/api/accounts/accounts.entities.ts';
import * as api from '../../../src/zoom/api/rooms/profile.ts';
import type { Domain } from '../../types/builder.ts';
import { zoomRoomsOf } from './zoom-rooms.ts';

export const zoomRoomsProfileDomain: Domain = (builder) => {
  builder.objectField(zoomRoomsOf(builder), 'profile', (t) =>
    t.zoomObject({
      get: api.getZoomRoomsProfile,
      description: 'The passcode of the rooms, and who helps with them, unless a location or a room says otherwise.',
    }),
  );
  builder.mutationField('updateZoomRoomsProfile', (t) =>
    t.zoomMutation('updateZoomRoomsProfile', {
      endpoint: api.updateZoomRoomsProfile,
      description: 'Updates what holds for all Zoom Rooms of the account. What is left out stays.',
      payload: { account: { of: Account, params: () => ownAccount } },
    }),
  );
};
