/** The dashboard of Zoom Rooms, and what went wrong in them. */
import { byToken, get, type ListEndpoint, list as listing, variant } from '../../declare/endpoint.ts';
import { dateTime, id, int, list, named, renamed, shape, string } from '../../declare/shape.ts';
import { DashboardDays, month, scopesOf } from './common.ts';
import { sessionFields } from './meetings.ts';

export const DashboardRoomMeeting = shape(
  'DashboardRoomMeeting',
  { ...sessionFields, in_room_participants: int('How many people were there in the Zoom Room.') },
  'A meeting that a Zoom Room takes or took part in.',
);
const PastMeetings = shape('DashboardRoomPastMeetings', {
  from: string(),
  to: string(),
  next_page_token: string(),
  page_count: int(),
  page_size: int(),
  total_records: int(),
  meetings: list(DashboardRoomMeeting),
});

export const DashboardZoomRoom = shape(
  'DashboardZoomRoom',
  {
    id: id(),
    room_name: renamed('roomName', 'name', string('What the room is called.')),
    calender_name: string('The calendar that the room is connected to.'),
    email: string('The email address of the calendar.'),
    account_type: string('The kind of account of the calendar.'),
    status: string('Whether the room is free, in a meeting or offline, in words.'),
    health: string('Whether anything is wrong with the room, in words.'),
    issues: list(string(), 'What is wrong, in words.'),
    device_ip: string('The address of the device in the local network.'),
    camera: string('The camera.'),
    microphone: string('The microphone.'),
    speaker: string('The loudspeaker.'),
    last_start_time: dateTime('When the device was started last.'),
    location: string('Where the room is, from the country down to the floor.'),
    location_id: id('The location of the room, such as its floor.'),
    live_meeting: DashboardRoomMeeting.optional().describe('The meeting that the room is in.'),
    past_meetings: PastMeetings,
  },
  'A Zoom Room and its state, as the dashboard reports it.',
);

export const RoomIssueCount = shape(
  'DashboardIssue',
  {
    issue_name: renamed('issueName', 'name', string('What went wrong, in words.')),
    zoom_rooms_count: int('How many rooms had it.'),
  },
  'Something that went wrong in Zoom Rooms.',
);
export const RoomWithIssues = shape(
  'DashboardRoomWithIssues',
  {
    id: id(),
    room_name: renamed('roomName', 'name', string('What the room is called.')),
    issues_count: int('How often something went wrong.'),
  },
  'A Zoom Room in which something went wrong.',
);
export const RoomIssue = shape(
  'DashboardRoomIssue',
  { issue: string('What went wrong, in words.'), time: dateTime('When it went wrong.') },
  'What went wrong in a Zoom Room at one time.',
);

export const listDashboardZoomRooms = listing('/metrics/zoomrooms', {
  items: 'zoom_rooms',
  of: named('ListedDashboardZoomRoom', DashboardZoomRoom.omit({ live_meeting: true, past_meetings: true })),
  paging: byToken(300),
  limit: 'RESOURCE_INTENSIVE',
  scopes: scopesOf('zr', 'list_zoomrooms'),
  subAccountScopes: ['dashboard_zr:read:master', 'dashboard:master', 'dashboard:read:list_zoomrooms:master'],
});

/** The days are those of the past meetings alone. */
export const getDashboardZoomRoom = get('/metrics/zoomrooms/{zoomroomId}', {
  of: named('FetchedDashboardZoomRoom', DashboardZoomRoom.omit({ location_id: true })),
  query: DashboardDays,
  limit: 'HEAVY',
  scopes: scopesOf('zr', 'zoomroom'),
  subAccountScopes: ['dashboard_zr:read:master', 'dashboard:master', 'dashboard:read:zoomroom:master'],
});

/** The same call for the sake of the meetings that stand within its answer, page by page. */
export const listRoomMeetings: ListEndpoint = variant(getDashboardZoomRoom, {
  query: undefined,
  items: 'past_meetings.meetings',
  of: DashboardRoomMeeting,
  paging: byToken(300),
  window: { ...month, at: 'start_time' },
});

export const listRoomIssueCounts = listing('/metrics/zoomrooms/issues', {
  items: 'issues',
  of: RoomIssueCount,
  query: DashboardDays,
  span: month,
  limit: 'HEAVY',
  scopes: scopesOf('zr', 'issues_zoomroom'),
  subAccountScopes: ['dashboard_zr:read:master', 'dashboard:master', 'dashboard:read:issues_zoomroom:master'],
});

export const listRoomsWithIssues = listing('/metrics/issues/zoomrooms', {
  items: 'zoom_rooms',
  of: RoomWithIssues,
  query: DashboardDays,
  span: month,
  limit: 'HEAVY',
  scopes: scopesOf('home', 'list_zoomrooms'),
  subAccountScopes: ['dashboard:read:master', 'dashboard:master', 'dashboard:read:list_zoomrooms:master'],
});

export const listRoomIssues = listing('/metrics/issues/zoomrooms/{zoomroomId}', {
  items: 'issue_details',
  of: RoomIssue,
  paging: byToken(300),
  window: { ...month, at: 'time' },
  limit: 'HEAVY',
  scopes: scopesOf('home', 'issues_zoomroom'),
  subAccountScopes: ['dashboard:read:master', 'dashboard:master', 'dashboard:read:issues_zoomroom:master'],
});
