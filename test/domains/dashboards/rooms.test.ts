/** Zoom Rooms of the dashboard, their meetings and issues; what Zoom refuses stands in operations/refusals.tsv. */
import { afterEach, beforeEach, vi } from 'vitest';
import { callsOf } from '../../pages.ts';
import { globalId, reads } from '../../rows.ts';
import type { Received } from '../../stub.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-30T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const LIST = 'GET /metrics/zoomrooms';
const ONE = `${LIST}/r1`;
const ROOM = { id: 'r1', room_name: 'Lab' };
const DAYS = 'from: "2026-06-01", to: "2026-06-30"';
const SENT = 'from=2026-06-01&to=2026-06-30';
/** The newest window, with the days beside it. */
const WINDOW = 'from=2026-06-02&to=2026-07-02';
const meeting = (day: string) => ({ uuid: day, id: 1, topic: day, start_time: `${day}T09:00:00Z` });
const past = (...days: string[]) => ({ ...ROOM, past_meetings: { meetings: days.map(meeting) } });
const HELD = ['2026-06-05', '2026-06-04', '2026-05-31'];

reads([
  {
    name: 'the rooms of the account',
    table: { [LIST]: { zoom_rooms: [{ ...ROOM, status: 'In Meeting' }], total_records: 1 } },
    query: '{ dashboard { zoomRooms { totalCount nodes { id zoomId status } } } }',
    at: 'dashboard.zoomRooms',
    data: { totalCount: 1, nodes: [{ id: globalId('DashboardZoomRoom', 'r1'), zoomId: 'r1', status: 'In Meeting' }] },
    calls: [`${LIST}?page_size=30`],
  },
  {
    name: 'a room and the meeting that it is in are one call, whatever the days',
    table: { [ONE]: { ...ROOM, live_meeting: meeting('2026-06-30') } },
    query: '{ dashboard { zoomRoom(id: "r1") { id roomName liveMeeting { id topic meeting { zoomId } } } } }',
    at: 'dashboard.zoomRoom',
    data: {
      id: globalId('DashboardZoomRoom', 'r1'),
      roomName: 'Lab',
      liveMeeting: {
        id: globalId('DashboardMeeting', 'live,2026-06-30'),
        topic: '2026-06-30',
        meeting: { zoomId: '1' },
      },
    },
    calls: [`${ONE}?from=2026-06-29&to=2026-06-30`],
  },
  {
    name: 'the meetings of a room stand within its answer, by month and page, and are those of the dashboard',
    table: {
      [ONE]: ({ query }: Received) => {
        if (query.get('to') !== '2026-07-02') return past('2026-05-31');
        if (query.has('next_page_token')) return past('2026-06-04');
        const { past_meetings: page } = past('2026-06-05', '2026-05-31');
        return { ...ROOM, past_meetings: { ...page, next_page_token: '1' } };
      },
    },
    query: '{ dashboard { zoomRoom(id: "r1") { pastMeetings(from: "2026-05-20") { nodes { id topic } } } } }',
    at: 'dashboard.zoomRoom.pastMeetings.nodes',
    data: HELD.map((topic) => ({ id: globalId('DashboardMeeting', `past,${topic}`), topic })),
    calls: [...callsOf(`${ONE}?${WINDOW}&page_size=30`, 2), `${ONE}?from=2026-05-19&to=2026-06-04&page_size=30`],
  },
  {
    name: 'what the answer of a room lacks of its meetings is read singly',
    table: { [ONE]: past('2026-06-05'), 'GET /metrics/meetings/2026-06-05': { has_meeting_summary: true } },
    query: '{ dashboard { zoomRoom(id: "r1") { pastMeetings(first: 1) { nodes { topic hasMeetingSummary } } } } }',
    at: 'dashboard.zoomRoom.pastMeetings.nodes',
    data: [{ topic: '2026-06-05', hasMeetingSummary: true }],
    calls: [`${ONE}?${WINDOW}&page_size=30`, 'GET /metrics/meetings/2026-06-05?type=past'],
  },
  {
    name: 'what went wrong, where, and when',
    table: {
      [`${LIST}/issues`]: { issues: [{ issue_name: 'Camera' }], total_records: 1 },
      'GET /metrics/issues/zoomrooms': { zoom_rooms: [{ ...ROOM, issues_count: 2 }] },
      'GET /metrics/issues/zoomrooms/r1': { issue_details: [{ issue: 'Camera' }] },
    },
    query: `{ dashboard { issues(${DAYS}) { totalCount nodes { issueName } }
      roomsWithIssues(${DAYS}) { nodes { roomName issuesCount zoomRoom { zoomId issueHistory { nodes { issue } } } } } } }`,
    at: 'dashboard',
    data: {
      issues: { totalCount: 1, nodes: [{ issueName: 'Camera' }] },
      roomsWithIssues: {
        nodes: [
          {
            roomName: 'Lab',
            issuesCount: 2,
            zoomRoom: { zoomId: 'r1', issueHistory: { nodes: [{ issue: 'Camera' }] } },
          },
        ],
      },
    },
    calls: [
      `GET /metrics/issues/zoomrooms/r1?${WINDOW}&page_size=30`,
      `GET /metrics/issues/zoomrooms?${SENT}`,
      `${LIST}/issues?${SENT}`,
    ],
    together: true,
  },
]);
