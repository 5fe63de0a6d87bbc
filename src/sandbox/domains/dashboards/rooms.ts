/** Zoom Rooms, and what went wrong in them. */
import * as api from '../../../zoom/api/dashboards/rooms.ts';
import { type Call, pageOf, row, within } from '../../call.ts';
import { type Resource, resource, type Thing } from '../../resource.ts';
import { WEEKLY } from '../../seed/meetings.ts';
import { meetingNumber } from '../../seed/numbers.ts';
import { ROOMS } from '../../seed/rooms.ts';
import { ROOM_ISSUES, roomStateAt, sessionRow } from '../../seed/sessions.ts';
import { type Known, pick } from '../../seeded.ts';
import { times } from '../../series.ts';
import { spanOf } from '../../windows.ts';
import * as zoomRooms from '../rooms/rooms.ts';
import { heldOf, live } from './sessions.ts';

/** The page of its meetings that a room's answer holds. */
const pastMeetings = ({ account, query, now }: Call, { id, nth = 0 }: Thing): Known => {
  const endpoint = api.listRoomMeetings;
  const span = spanOf(endpoint, query, now, account);
  const own = heldOf(account, meetingNumber(account.seed, { user: nth, nth: WEEKLY }), span).map((session) =>
    sessionRow(account, session),
  );
  const { generation } = account.pageTokens;
  const asked = { endpoint, query, now, span, generation, url: `/metrics/zoomrooms/${id}` };
  const { rows, envelope } = pageOf(within(own, 'start_time', span), asked);
  return { page_count: undefined, ...envelope, meetings: rows.map(({ known }) => known) };
};

export const rooms: Resource = resource(api.getDashboardZoomRoom, {
  name: 'room',
  rowKey: ({ id }) => `dashboard/room/${id}`,
  things: zoomRooms.rooms.in,
  shown: ({ name, location_id, nth = ROOMS.length }, account) => ({
    room_name: name,
    location_id,
    ...roomStateAt(account, nth),
  }),
  on: (on) => {
    on(api.getDashboardZoomRoom, (call, { thing }) => {
      const [meeting] = thing.nth === 0 ? live(call.account) : [];
      const { key, known } = rooms.row(thing, call.account);
      const live_meeting = meeting && sessionRow(call.account, meeting).known;
      return row(key, { ...known, live_meeting, past_meetings: pastMeetings(call, thing) });
    });
  },
});
export const issues = resource(api.listRoomIssueCounts, { name: 'issue', named: 'issue_name', initial: ROOM_ISSUES });
export const roomsWithIssues = resource(api.listRoomsWithIssues, {
  name: 'room with issues',
  things: rooms.in,
  shown: ({ name }) => ({ room_name: name }),
  on: (on) => {
    on(api.listRoomIssues, (call, { thing: { id } }) =>
      times(call, `issue/${id}`, (at) => ({ issue: pick(`${call.account.seed}/${id}/${at}`, ROOM_ISSUES) })),
    );
  },
});
