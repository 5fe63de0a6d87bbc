import { plusDays, today } from '../../declare/days.ts';
import { entity } from '../../declare/entity.ts';
import * as api from './rooms.ts';

/** Its past meetings are a list of their own: for the room itself any days will do that have come, by whatever clock. */
export const DashboardZoomRoom = entity('DashboardZoomRoom', {
  shape: api.DashboardZoomRoom,
  key: { zoomroomId: 'id' },
  get: api.getDashboardZoomRoom,
  query: () => ({ from: plusDays(today(), -1), to: today() }),
  foundIn: [api.listDashboardZoomRooms],
});
