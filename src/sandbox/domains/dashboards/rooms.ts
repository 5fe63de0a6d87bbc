/** Zoom Rooms, and what went wrong in them. */
import * as api from '../../../zoom/api/dashboards/rooms.ts';
import { type Call, type Domain, row, within } from '../../call.ts';
import { DAY } from '../../clock.ts';
import { pageOf } from '../../paging.ts';
import { type Resource, resource, type Thing } from '../../resource.ts';
import { live, number, sessionRow } from '../../seed/sessions.ts';
import { instant, type Known, pick } from '../../seeded.ts';
import { spanOf } from '../../windows.ts';
import { summed, times } from './series.ts';
import { heldBy } from './sessions.ts';

const ROOMS = [0, 1, 2, 3, 4];
const ISSUES = ['Zoom Rooms Controller disconnected', 'Microphone disconnected', 'Camera disconnected'];

/** The first room is in a meeting, and every third is in a bad way. */
const begin = (nth: number, start: number): Known => ({
  nth,
  room_name: `Room ${nth + 1}`,
  status: nth === 0 ? 'In Meeting' : 'Available',
  health: nth % 3 === 2 ? 'critical' : 'none',
  issues: nth % 3 === 2 ? [ISSUES[0]] : [],
  last_start_time: instant(start - (nth + 1) * DAY),
});
/** The page of its meetings that a room's answer holds. */
const pastMeetings = ({ account, query, now }: Call, { id, nth }: Thing): Known => {
  const endpoint = api.listRoomMeetings;
  const span = spanOf(endpoint, query, now, account);
  const own = heldBy(account, Number(nth), 1).map((session) => sessionRow(account, session));
  const asked = { endpoint, query, now, span, url: `/metrics/zoomrooms/${id}` };
  const { rows, envelope } = pageOf(within(own, 'start_time', span), asked);
  return { page_count: undefined, ...envelope, meetings: rows.map(({ known }) => known) };
};

const rooms: Resource = resource(api.getDashboardZoomRoom, {
  name: 'room',
  rowKey: ({ id }) => `dashboard/room/${id}`,
  initial: ({ start }) => Object.fromEntries(ROOMS.map((nth) => [nth, begin(nth, start)])),
  on: (on) => {
    on(api.getDashboardZoomRoom, (call, { thing }) => {
      const { account } = call;
      const [meeting] = thing.nth === 0 ? live(account) : [];
      const { key, known } = rooms.row(thing, account);
      const live_meeting = meeting && sessionRow(account, meeting).known;
      return row(key, { ...known, live_meeting, past_meetings: pastMeetings(call, thing) });
    });
  },
});

export const dashboardRooms: Domain = (on) => {
  rooms.domain(on);
  on(api.listRoomIssueCounts, (call) =>
    ISSUES.map((issue_name) => {
      const zoom_rooms_count = 1 + number(call.account, `${issue_name}/${summed(call)}`, ROOMS.length);
      return row(`issue/${issue_name}`, { issue_name, zoom_rooms_count });
    }),
  );
  on(api.listRoomsWithIssues, (call) =>
    rooms
      .in(call.account)
      .all()
      .map(({ id, room_name }) => {
        const issues_count = 1 + number(call.account, `${id}/${summed(call)}`, 20);
        return row(`issues/${id}`, { id, room_name, issues_count });
      }),
  );
  on(api.listRoomIssues, (call) => {
    const { id } = rooms.in(call.account).find(call.path.zoomroomId);
    return times(call, `issue/${id}`, (at) => ({ issue: pick(`${call.account.seed}/${id}/${at}`, ISSUES) }));
  });
};
