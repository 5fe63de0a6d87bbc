/** The dashboard of Zoom Rooms, and what went wrong in them. */
import { DashboardMeeting } from '../../../src/zoom/api/dashboards/meetings.entities.ts';
import { DashboardZoomRoom } from '../../../src/zoom/api/dashboards/rooms.entities.ts';
import * as api from '../../../src/zoom/api/dashboards/rooms.ts';
import { entityObject, showAsRef } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { objectOf } from '../../types/shape.ts';
import { dashboardOf } from './dashboard.ts';

export const dashboardRoomsDomain: Domain = (builder) => {
  showAsRef(builder, api.DashboardRoomMeeting, DashboardMeeting, { type: 'live' });

  entityObject(builder, DashboardZoomRoom, {
    omit: ['past_meetings'],
    fields: (t) => ({
      pastMeetings: t.zoomConnection({
        list: api.listRoomMeetings,
        of: DashboardMeeting,
        extraKey: { type: 'past' },
        description: 'The meetings that the room took part in, newest first.',
      }),
      issueHistory: t.zoomConnection({
        list: api.listRoomIssues,
        description: 'What went wrong in the room, newest first.',
      }),
    }),
  });

  builder.objectFields(objectOf(builder, api.RoomWithIssues), (t) => ({
    zoomRoom: t.zoomRef({
      of: DashboardZoomRoom,
      link: ({ id }) => (id ? { id: String(id) } : null),
      description: 'The room itself.',
    }),
  }));

  builder.objectFields(dashboardOf(builder), (t) => ({
    zoomRooms: t.zoomConnection({
      list: api.listDashboardZoomRooms,
      of: DashboardZoomRoom,
      description: 'The Zoom Rooms of the account and their state.',
    }),
    zoomRoom: t.zoomNode({
      of: DashboardZoomRoom,
      id: "The global id or Zoom's own.",
      description: 'One Zoom Room and its state.',
    }),
    issues: t.zoomConnection({
      list: api.listRoomIssueCounts,
      description: 'What went wrong most often in the Zoom Rooms of the account.',
    }),
    roomsWithIssues: t.zoomConnection({
      list: api.listRoomsWithIssues,
      description: 'The Zoom Rooms in which most went wrong.',
    }),
  }));
};
