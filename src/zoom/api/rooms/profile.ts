/** What all Zoom Rooms of the account say of themselves, unless a location or a room says otherwise. */
import { get, patch } from '../../declare/endpoint.ts';
import { shape } from '../../declare/shape.ts';
import { basicFields, readScopes, writeScopes } from './common.ts';

const Basic = shape('ZoomRoomsBasic', basicFields, 'The passcode of the rooms, and who helps with them.');
export const ZoomRoomsProfile = shape(
  'ZoomRoomsProfile',
  { basic: Basic.optional().describe('The passcode of the rooms, and who helps with them.') },
  'What holds for all Zoom Rooms of the account.',
);

export const getZoomRoomsProfile = get('/rooms/account_profile', {
  of: ZoomRoomsProfile,
  limit: 'MEDIUM',
  scopes: readScopes,
});

export const updateZoomRoomsProfile = patch('/rooms/account_profile', {
  body: ZoomRoomsProfile,
  limit: 'MEDIUM',
  scopes: writeScopes,
});
