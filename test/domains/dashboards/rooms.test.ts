import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Received, type Result, refusal, stub } from '../../stub.ts';

const refused = ({ errors }: Result) => errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]);
const global = (type: string, key: string) => btoa(`${type}:${key}`);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-30T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const ROOM = {
  id: 'r1',
  room_name: 'Lab',
  status: 'In Meeting',
  health: 'critical',
  issues: ['Camera disconnected'],
  email: '',
  last_start_time: '2026-06-01T09:00:00Z',
};
const LIST = 'GET /metrics/zoomrooms';
const ONE = 'GET /metrics/zoomrooms/r1';
const DAYS = 'from: "2026-06-01", to: "2026-06-30"';
const SENT = 'from=2026-06-01&to=2026-06-30';
/** The newest window, with the days beside it. */
const WINDOW = 'from=2026-06-02&to=2026-07-02';
const meeting = (day: string) => ({
  uuid: day,
  id: 1,
  topic: day,
  start_time: `${day}T09:00:00Z`,
  in_room_participants: 2,
});

test('the rooms of the account by page', async () => {
  const { run, calls } = stub({
    [LIST]: ({ query }: Received) =>
      query.has('next_page_token')
        ? { zoom_rooms: [{ ...ROOM, id: 'r2', location_id: 'l' }] }
        : { zoom_rooms: [ROOM], next_page_token: 'more', total_records: 2 },
  });
  const { data, errors } =
    await run(`{ dashboard { zoomRooms { totalCount nodes { id zoomId roomName status health issues email
    lastStartTime locationId } } } }`);
  expect(errors).toBeUndefined();
  const shown = {
    id: global('DashboardZoomRoom', 'r1'),
    zoomId: 'r1',
    roomName: 'Lab',
    status: 'In Meeting',
    health: 'critical',
    issues: ['Camera disconnected'],
    email: null,
    lastStartTime: '2026-06-01T09:00:00.000Z',
    locationId: null,
  };
  expect(data?.dashboard).toEqual({
    zoomRooms: {
      totalCount: 2,
      nodes: [shown, { ...shown, id: global('DashboardZoomRoom', 'r2'), zoomId: 'r2', locationId: 'l' }],
    },
  });
  expect(calls).toEqual([`${LIST}?page_size=30`, `${LIST}?page_size=30&next_page_token=more`]);
});

test('a room and the meeting that it is in are one call, whatever the days', async () => {
  const { run, calls } = stub({ [ONE]: { ...ROOM, live_meeting: meeting('2026-06-30') } });
  const { data, errors } = await run(`{ dashboard { zoomRoom(id: "r1") { roomName liveMeeting {
    id topic inRoomParticipants meeting { zoomId } } } } }`);
  expect(errors).toBeUndefined();
  expect(data?.dashboard).toEqual({
    zoomRoom: {
      roomName: 'Lab',
      liveMeeting: {
        id: global('DashboardMeeting', 'live,2026-06-30'),
        topic: '2026-06-30',
        inRoomParticipants: 2,
        meeting: { zoomId: '1' },
      },
    },
  });
  expect(calls).toEqual([`${ONE}?from=2026-06-29&to=2026-06-30`]);
});

test('the meetings of a room stand within its answer, by month and page, and are those of the dashboard', async () => {
  const { run, calls } = stub({
    [ONE]: ({ query }: Received) => {
      const meetings = (...days: string[]) => ({ meetings: days.map(meeting) });
      if (query.has('next_page_token')) return { ...ROOM, past_meetings: meetings('2026-06-04') };
      if (query.get('to') === '2026-07-02')
        return { ...ROOM, past_meetings: { ...meetings('2026-06-05', '2026-05-31'), next_page_token: 'more' } };
      return { ...ROOM, past_meetings: meetings('2026-05-31') };
    },
    'GET /metrics/meetings/2026-06-05': { has_meeting_summary: true },
  });
  const { data, errors } = await run(`{ dashboard { zoomRoom(id: "r1") {
    pastMeetings(from: "2026-05-20") { nodes { id topic } } } } }`);
  expect(errors).toBeUndefined();
  expect(data?.dashboard).toEqual({
    zoomRoom: {
      pastMeetings: {
        nodes: ['2026-06-05', '2026-06-04', '2026-05-31'].map((topic) => ({
          id: global('DashboardMeeting', `past,${topic}`),
          topic,
        })),
      },
    },
  });
  expect(calls).toEqual([
    `${ONE}?${WINDOW}&page_size=30`,
    `${ONE}?${WINDOW}&page_size=30&next_page_token=more`,
    `${ONE}?from=2026-05-19&to=2026-06-04&page_size=30`,
  ]);
  const later = await run(
    `{ dashboard { zoomRoom(id: "r1") { pastMeetings(first: 1) { nodes { topic hasMeetingSummary } } } } }`,
  );
  expect(later.data?.dashboard).toEqual({
    zoomRoom: { pastMeetings: { nodes: [{ topic: '2026-06-05', hasMeetingSummary: true }] } },
  });
  expect(calls.at(-1)).toBe('GET /metrics/meetings/2026-06-05?type=past');
});

test('what went wrong, where, and when', async () => {
  const { run, calls } = stub({
    [`${LIST}/issues`]: { issues: [{ issue_name: 'Camera', zoom_rooms_count: 3 }], total_records: 1 },
    'GET /metrics/issues/zoomrooms': { zoom_rooms: [{ id: 'r1', room_name: 'Lab', issues_count: 2 }] },
    'GET /metrics/issues/zoomrooms/r1': ({ query }: Received) =>
      query.has('next_page_token')
        ? { issue_details: [{ issue: 'Camera', time: '2026-06-10T09:00:00Z' }] }
        : { issue_details: [{ issue: 'Speaker', time: '2026-06-11T09:00:00Z' }], next_page_token: 'more' },
  });
  const { data, errors } = await run(`{ dashboard {
    issues(${DAYS}) { totalCount nodes { issueName zoomRoomsCount } }
    roomsWithIssues(${DAYS}) { nodes { roomName issuesCount zoomRoom { zoomId issueHistory { nodes { issue time } } } } } } }`);
  expect(errors).toBeUndefined();
  expect(data?.dashboard).toEqual({
    issues: { totalCount: 1, nodes: [{ issueName: 'Camera', zoomRoomsCount: 3 }] },
    roomsWithIssues: {
      nodes: [
        {
          roomName: 'Lab',
          issuesCount: 2,
          zoomRoom: {
            zoomId: 'r1',
            issueHistory: {
              nodes: [
                { issue: 'Speaker', time: '2026-06-11T09:00:00.000Z' },
                { issue: 'Camera', time: '2026-06-10T09:00:00.000Z' },
              ],
            },
          },
        },
      ],
    },
  });
  expect(calls.toSorted()).toEqual([
    `GET /metrics/issues/zoomrooms/r1?${WINDOW}&page_size=30`,
    `GET /metrics/issues/zoomrooms/r1?${WINDOW}&page_size=30&next_page_token=more`,
    `GET /metrics/issues/zoomrooms?${SENT}`,
    `${LIST}/issues?${SENT}`,
  ]);
});

test('refusals keep their meaning', async () => {
  const room = (field: string) => `{ dashboard { zoomRoom(id: "r1") { ${field} } } }`;
  for (const [query, call, path] of [
    ['{ dashboard { zoomRooms { nodes { zoomId } } } }', LIST, 'dashboard.zoomRooms'],
    [room('roomName'), ONE, 'dashboard.zoomRoom'],
    [room('pastMeetings { nodes { topic } }'), ONE, 'dashboard.zoomRoom.pastMeetings'],
    [room('issueHistory { nodes { issue } }'), 'GET /metrics/issues/zoomrooms/r1', 'dashboard.zoomRoom.issueHistory'],
    [`{ dashboard { issues(${DAYS}) { nodes { issueName } } } }`, `${LIST}/issues`, 'dashboard.issues'],
    [
      `{ dashboard { roomsWithIssues(${DAYS}) { nodes { roomName } } } }`,
      'GET /metrics/issues/zoomrooms',
      'dashboard.roomsWithIssues',
    ],
  ] as const)
    for (const [status, code, expected] of [
      [400, 12703, 'FORBIDDEN'],
      [400, 300, 'BAD_USER_INPUT'],
      [404, 404, 'NOT_FOUND'],
    ] as const) {
      const { run } = stub({ [call]: refusal(status, code, 'No.') });
      expect(refused(await run(query)), `${call} ${code}`).toEqual([[path, expected]]);
    }
});
