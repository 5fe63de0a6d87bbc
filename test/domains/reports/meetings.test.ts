import { afterEach, beforeEach, vi } from 'vitest';
import { globalId, reads, walks } from '../../rows.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-30T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const report = (uuid: string, rest = '') => `GET /report/meetings/${uuid}${rest}`;
const webinar = (uuid: string, rest = '') => `GET /report/webinars/${uuid}${rest}`;
const of = (user: string) => `GET /report/users/${user}/meetings`;
const MEETING = {
  uuid: 'a',
  id: 85746065432,
  type: 2,
  topic: 'Standup',
  host_id: 'ann',
  start_time: '2026-06-29T09:00:00Z',
};
const WEBINAR = {
  uuid: 'w',
  id: 95746065432,
  type: 9,
  topic: 'Launch',
  host_id: 'ann',
  start_time: '2026-06-28T09:00:00Z',
};
const HOST = { id: 'ann', email: 'ann@x.com' };

reads([
  {
    name: 'the report on an instance, what it tells of host, meeting and instance without a call, and what the account keeps of it',
    table: {
      [report('a')]: {
        ...MEETING,
        tracking_fields: [{ field: 'Team', value: 'Blue' }],
        custom_keys: [{ key: 'k', value: 'v' }],
      },
    },
    query:
      '{ reports { meeting(id: "a") { id zoomId topic host { zoomId } meeting { zoomId } instance { zoomId topic } trackingFields { field value } customKeys { key } } } }',
    at: 'reports.meeting',
    data: {
      id: globalId('MeetingReport', 'a'),
      zoomId: 'a',
      topic: 'Standup',
      host: { zoomId: 'ann' },
      meeting: { zoomId: '85746065432' },
      instance: { zoomId: 'a', topic: 'Standup' },
      trackingFields: [{ field: 'Team', value: 'Blue' }],
      customKeys: [{ key: 'k' }],
    },
    calls: [report('a')],
  },
  {
    name: 'an instance leads to its report with participants and polls, without a call for the report itself',
    table: {
      [report('a', '/participants')]: {
        participants: [
          { id: 'ann', user_id: '1', name: 'Ann', user_email: 'ann@x.com', status: 'in_meeting', duration: 60 },
          { id: '', user_id: '2', name: 'Guest' },
        ],
      },
      'GET /past_meetings/a': { uuid: 'a' },
      [report('a', '/polls')]: {
        questions: [{ name: 'Ann Lee', first_name: 'Ann', question_details: [{ question: 'Why?', answer: 'So.' }] }],
      },
    },
    query:
      '{ meetingInstance(id: "a") { report { participants { nodes { id seatId name email status duration user { zoomId } } } pollResults { nodes { firstName questionDetails { answer } } } } } }',
    at: 'meetingInstance.report',
    data: {
      participants: {
        nodes: [
          {
            id: globalId('MeetingReportParticipant', 'a,1'),
            seatId: '1',
            name: 'Ann',
            email: 'ann@x.com',
            status: 'IN_MEETING',
            duration: 60,
            user: { zoomId: 'ann' },
          },
          {
            id: globalId('MeetingReportParticipant', 'a,2'),
            seatId: '2',
            name: 'Guest',
            email: null,
            status: null,
            duration: null,
            user: null,
          },
        ],
      },
      pollResults: { nodes: [{ firstName: 'Ann', questionDetails: [{ answer: 'So.' }] }] },
    },
    together: true,
    calls: ['GET /past_meetings/a', report('a', '/participants?page_size=30'), report('a', '/polls')],
  },
  {
    name: 'an instance of which Zoom has no report has none, which is no error',
    table: { 'GET /past_meetings/a': { uuid: 'a', topic: 'Standup' } },
    query: '{ meetingInstance(id: "a") { topic report { topic } } }',
    data: { meetingInstance: { topic: 'Standup', report: null } },
  },
  {
    name: 'hosts of some days lead to their meetings and webinars of the same days, which are one list',
    table: {
      'GET /report/users': { users: [HOST] },
      [of('ann')]: { meetings: [MEETING, WEBINAR] },
      [report('a', '/participants')]: { participants: [{ user_id: '1', name: 'Ann' }] },
      [webinar('w', '/participants')]: { participants: [{ user_id: '2', name: 'Eve' }] },
    },
    query:
      '{ reports { users(first: 3, from: "2026-06-01", to: "2026-06-30") { nodes { user { zoomId } meetings { nodes { topic participants { nodes { name } } } } webinars { totalCount nodes { topic type participants { nodes { name } } } } } } } }',
    at: 'reports.users.nodes',
    data: [
      {
        user: { zoomId: 'ann' },
        meetings: { nodes: [{ topic: 'Standup', participants: { nodes: [{ name: 'Ann' }] } }] },
        webinars: {
          totalCount: 1,
          nodes: [{ topic: 'Launch', type: 'RECURRING_FIXED_TIME', participants: { nodes: [{ name: 'Eve' }] } }],
        },
      },
    ],
    together: true,
    calls: [
      'GET /report/users?from=2026-06-01&to=2026-06-30&type=active&page_size=30',
      `${of('ann')}?from=2026-06-01&to=2026-06-30&page_size=300`,
      report('a', '/participants?page_size=30'),
      webinar('w', '/participants?page_size=30'),
    ],
  },
  {
    name: 'the reports on meetings of a user, and what of one only its own report tells',
    table: { [of('ann')]: { meetings: [MEETING, WEBINAR] }, [report('a')]: { ...MEETING, dept: 'HR' } },
    query: '{ user(id: "ann") { meetingReports(type: PAST_JOINED) { nodes { topic hasChat dept host { zoomId } } } } }',
    at: 'user.meetingReports.nodes',
    data: [{ topic: 'Standup', hasChat: null, dept: 'HR', host: { zoomId: 'ann' } }],
    calls: [`${of('ann')}?type=pastJoined&from=2026-06-02&to=2026-07-02&page_size=300`, report('a')],
  },
  {
    name: 'each time that a webinar of a user was held',
    table: { [of('ann')]: { meetings: [MEETING, WEBINAR] } },
    query: '{ user(id: "ann") { pastWebinars { nodes { zoomId topic webinar { zoomId } host { zoomId } } } } }',
    at: 'user.pastWebinars.nodes',
    data: [{ zoomId: 'w', topic: 'Launch', webinar: { zoomId: '95746065432' }, host: { zoomId: 'ann' } }],
    calls: [`${of('ann')}?from=2026-06-02&to=2026-07-02&page_size=300`],
  },
  {
    name: 'the polls and questions of a webinar, with each answer and who gave it',
    table: {
      [webinar('w', '/polls')]: { questions: [{ email: 'eve@x.com', last_name: 'Lee' }] },
      [webinar('w', '/qa')]: {
        questions: [
          {
            user_id: 'eve',
            name: 'Eve',
            question_details: [
              {
                question: 'Why?',
                question_status: 'answered',
                answer_details: [{ user_id: '', content: 'So.', type: 'host_answered_publicly' }],
              },
            ],
          },
        ],
      },
    },
    query:
      '{ webinarInstance(id: "w") { reportedPollResults { nodes { email lastName } } reportedQuestions { nodes { name user { zoomId } questionDetails { question questionStatus answerDetails { content type user { zoomId } } } } } } }',
    at: 'webinarInstance',
    data: {
      reportedPollResults: { nodes: [{ email: 'eve@x.com', lastName: 'Lee' }] },
      reportedQuestions: {
        nodes: [
          {
            name: 'Eve',
            user: { zoomId: 'eve' },
            questionDetails: [
              {
                question: 'Why?',
                questionStatus: 'ANSWERED',
                answerDetails: [{ content: 'So.', type: 'HOST_ANSWERED_PUBLICLY', user: null }],
              },
            ],
          },
        ],
      },
    },
    together: true,
    calls: [webinar('w', '/polls'), webinar('w', '/qa')],
  },
]);

walks([
  {
    name: 'the meetings of all hosts, user by user, and no webinars',
    table: {
      'GET /users': { users: [{ id: 'ann' }, { id: 'bob' }] },
      [of('ann')]: { meetings: [WEBINAR, MEETING] },
      [of('bob')]: { meetings: [{ ...MEETING, uuid: 'b' }] },
    },
    of: 'reports',
    list: 'meetings(first: 1)',
    nodes: 'zoomId',
    pages: [[{ zoomId: 'a' }], [{ zoomId: 'b' }]],
  },
  {
    name: 'the webinars of all hosts',
    table: {
      'GET /users': { users: [{ id: 'ann' }, { id: 'bob' }] },
      [of('ann')]: { meetings: [WEBINAR, MEETING] },
      [of('bob')]: { meetings: [MEETING] },
    },
    of: 'reports',
    list: 'webinars(first: 5)',
    nodes: 'zoomId',
    pages: [[{ zoomId: 'w' }]],
  },
]);

const at = (hour: number) => `2026-06-29T${String(hour).padStart(2, '0')}:00:00Z`;
/** Ann leaves and comes back, and so do a guest who registered and one of whom nothing but the name is known. */
const STAYS = [
  {
    id: 'ann',
    user_id: '1',
    name: 'Ann',
    user_email: 'ann@x.com',
    join_time: at(9),
    leave_time: at(10),
    duration: 3600,
  },
  { id: '', user_id: '2', name: 'Guest', join_time: at(9), leave_time: at(12), duration: 10_800 },
  { id: 'ann', user_id: '3', name: 'Ann L.', user_email: '', join_time: at(11), leave_time: at(12), duration: 3600 },
  { id: '', user_id: '4', name: 'Guest', registrant_id: 'r', join_time: at(10), leave_time: at(11), duration: 3600 },
  { id: '', user_id: '5', name: 'Eve', registrant_id: 'r', join_time: at(12), leave_time: at(13), duration: 60 },
];
const MERGED =
  'participants { groups(by: [PERSON]) { key { person name } count stats { sum { duration } min { joinTime } max { leaveTime } } } }';
const merged = [
  {
    key: { person: 'ann', name: 'Ann' },
    count: 2,
    stats: {
      sum: { duration: 7200 },
      min: { joinTime: '2026-06-29T09:00:00Z' },
      max: { leaveTime: '2026-06-29T12:00:00Z' },
    },
  },
  {
    key: { person: 'r', name: 'Guest' },
    count: 2,
    stats: {
      sum: { duration: 3660 },
      min: { joinTime: '2026-06-29T10:00:00Z' },
      max: { leaveTime: '2026-06-29T13:00:00Z' },
    },
  },
  {
    key: { person: 'Guest', name: 'Guest' },
    count: 1,
    stats: {
      sum: { duration: 10_800 },
      min: { joinTime: '2026-06-29T09:00:00Z' },
      max: { leaveTime: '2026-06-29T12:00:00Z' },
    },
  },
];
reads([
  {
    name: 'the stays of each person are put together: by the report of a meeting',
    table: { [report('a')]: MEETING, [report('a', '/participants')]: { participants: STAYS } },
    query: `{ reports { meeting(id: "a") { topic ${MERGED} } } }`,
    at: 'reports.meeting',
    data: { topic: 'Standup', participants: { groups: merged } },
    together: true,
    calls: [report('a'), report('a', '/participants?include_fields=registrant_id&page_size=300')],
  },
  {
    name: 'the stays of each person are put together: by the instance itself',
    table: { 'GET /past_meetings/a': MEETING, 'GET /past_meetings/a/participants': { participants: STAYS } },
    query: `{ meetingInstance(id: "a") { ${MERGED} } }`,
    data: { meetingInstance: { participants: { groups: merged } } },
    calls: ['GET /past_meetings/a/participants?page_size=300'],
  },
  {
    name: 'the stays of each person are put together: of a webinar',
    table: { [webinar('w')]: WEBINAR, [webinar('w', '/participants')]: { participants: STAYS } },
    query: `{ webinarInstance(id: "w") { ${MERGED} } }`,
    data: { webinarInstance: { participants: { groups: merged } } },
    calls: [webinar('w', '/participants?include_fields=registrant_id&page_size=300')],
  },
  {
    name: 'the stays of each person are put together: on the dashboard, which tells no durations',
    table: {
      'GET /metrics/meetings/a/participants': {
        participants: STAYS.map(({ name: user_name, user_email: email, ...stay }) => ({ ...stay, user_name, email })),
      },
    },
    query:
      '{ dashboard { meeting(id: "a") { participants { groups(by: [PERSON]) { count stats { min { joinTime } } key { user { zoomId } } } } } } }',
    at: 'dashboard.meeting.participants.groups',
    data: [
      { count: 2, stats: { min: { joinTime: '2026-06-29T09:00:00Z' } }, key: { user: { zoomId: 'ann' } } },
      { count: 2, stats: { min: { joinTime: '2026-06-29T10:00:00Z' } }, key: { user: null } },
      { count: 1, stats: { min: { joinTime: '2026-06-29T09:00:00Z' } }, key: { user: null } },
    ],
    calls: ['GET /metrics/meetings/a/participants?type=past&include_fields=registrant_id&page_size=300'],
  },
]);
