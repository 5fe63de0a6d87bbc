import { expect, test } from 'vitest';
import { globalId, leaves, reads, walks } from '../rows.ts';
import { type Received, stub } from '../stub.ts';

const HELD = { uuid: 'aDYlohsHRtCd4ii1uC2+hA==', id: 85746065432, topic: 'Standup' };
const at = (uuid: string) => `GET /past_meetings/${uuid}`;

const ofNumber = at('85746065432');
const user = { zoomId: 'ann', email: 'ann@example.com' };

leaves(
  'an instance by its uuid, and what it tells of host and meeting without a call',
  at(HELD.uuid),
  (fields) => `{ meetingInstance(id: "${HELD.uuid}") { ${fields} } }`,
  [
    ['uuid', HELD.uuid, 'id', globalId('MeetingInstance', HELD.uuid)],
    ['uuid', HELD.uuid, 'zoomId', HELD.uuid],
    ['type', 7, 'type', 'PAC'],
    ['host_id', 'ann', 'host { zoomId }', { zoomId: 'ann' }],
    ['id', 85746065432, 'meeting { zoomId host { zoomId } }', { zoomId: '85746065432', host: { zoomId: 'ann' } }],
  ],
);

reads([
  {
    name: 'a meeting’s number stands for the latest instance, also in the path of what is read side by side with it',
    table: { [ofNumber]: HELD, [`${ofNumber}/participants`]: { participants: [] } },
    query: '{ meetingInstance(id: "85746065432") { zoomId participants { nodes { name } } } }',
    data: { meetingInstance: { zoomId: HELD.uuid, participants: { nodes: [] } } },
    calls: [ofNumber, `${ofNumber}/participants?page_size=30`],
    together: true,
  },
  {
    name: 'an instance asked for by number goes by its uuid from when it was read',
    table: { [ofNumber]: HELD, [`${at(HELD.uuid)}/participants`]: { participants: [] } },
    query: '{ meetingInstance(id: "85746065432") { topic participants { nodes { name } } } }',
    data: { meetingInstance: { topic: 'Standup', participants: { nodes: [] } } },
    calls: [ofNumber, `${at(HELD.uuid)}/participants?page_size=30`],
  },
]);

// The stub decodes a path once, as Zoom does: what is left of a double encoding can be read in it.
test.each([
  ['ab+c/d==', 'ab+c/d=='],
  ['/abc==', '%2Fabc%3D%3D'],
  ['ab//c==', 'ab%2F%2Fc%3D%3D'],
  ['/a+b//c==', '%2Fa%2Bb%2F%2Fc%3D%3D'],
])('the uuid %s stands in paths as %s', async (uuid, sent) => {
  const { run, calls } = stub({
    [at(sent)]: { ...HELD, uuid },
    [`${at(sent)}/participants`]: { participants: [{ name: 'Ann' }] },
    [`GET /meetings/${sent}/recordings`]: { uuid, topic: 'Recorded' },
  });
  for (const id of [uuid, globalId('MeetingInstance', uuid)]) {
    calls.length = 0;
    const { data } = await run(
      'query ($id: ID!) { meetingInstance(id: $id) { zoomId topic participants { nodes { name } } recording { topic } } }',
      { id },
    );
    expect(data?.meetingInstance).toEqual({
      zoomId: uuid,
      topic: 'Standup',
      participants: { nodes: [{ name: 'Ann' }] },
      recording: { topic: 'Recorded' },
    });
    expect(calls.sort()).toEqual([
      `GET /meetings/${sent}/recordings`,
      at(sent),
      `${at(sent)}/participants?page_size=30`,
    ]);
  }
});

const LISTED = [
  { uuid: 'b', start_time: '2026-03-02T09:00:00Z' },
  { uuid: 'a', start_time: '' },
];
reads(
  [
    {
      name: 'the list of a meeting’s instances tells uuid and start',
      query: '{ meeting(id: "85746065432") { instances { totalCount nodes { id uuid startTime recording { id } } } } }',
      at: 'meeting.instances',
      data: {
        totalCount: 2,
        nodes: [
          { id: globalId('MeetingInstance', 'b'), uuid: 'b', startTime: '2026-03-02T09:00:00Z', recording: null },
          { id: globalId('MeetingInstance', 'a'), uuid: 'a', startTime: null, recording: null },
        ],
      },
    },
    {
      name: 'the rest is one read for each instance; one that is gone leaves the others whole',
      query: '{ meeting(id: "85746065432") { instances { nodes { uuid topic } } } }',
      at: 'meeting.instances.nodes',
      data: [
        { uuid: 'b', topic: null },
        { uuid: 'a', topic: 'First' },
      ],
      errors: [{ path: ['meeting', 'instances', 'nodes', 0, 'topic'], extensions: { code: 'NOT_FOUND' } }],
      calls: ['GET /past_meetings/85746065432/instances', at('b'), at('a')],
    },
  ],
  {
    'GET /past_meetings/85746065432/instances': { meetings: LISTED },
    [at('a')]: { ...HELD, uuid: 'a', topic: 'First' },
  },
);

reads(
  [
    {
      name: 'the latest instance is read by the number of the meeting, and goes by its uuid from then on',
      table: { [`${at(HELD.uuid)}/files`]: { in_meeting_files: [{ file_name: 'a.pdf', file_size: 3_000_000_000 }] } },
      query: '{ meeting(id: "85746065432") { latestInstance { uuid topic files { nodes { fileName fileSize } } } } }',
      at: 'meeting.latestInstance',
      data: { uuid: HELD.uuid, topic: 'Standup', files: { nodes: [{ fileName: 'a.pdf', fileSize: 3_000_000_000 }] } },
      calls: ['GET /meetings/85746065432', ofNumber, `${at(HELD.uuid)}/files`],
    },
    {
      name: 'a meeting that was never held has no latest instance, which is no error',
      table: { [ofNumber]: undefined },
      query: '{ meeting(id: "85746065432") { zoomId latestInstance { topic } } }',
      at: 'meeting',
      data: { zoomId: '85746065432', latestInstance: null },
    },
  ],
  { 'GET /meetings/85746065432': { id: 85746065432 }, [ofNumber]: HELD },
);

const row = (uuid: string, day: string) => ({ id: 7, uuid, start_time: `2026-03-${day}T09:00:00Z`, host_id: 'ann' });
const shown = (uuid: string) => ({ uuid, meeting: { zoomId: '7' }, host: { zoomId: 'ann' } });
const PREVIOUS = 'GET /users/ann/meetings?from=2026-03-01&to=2026-03-31&type=previous_meetings&page_size=30';
walks([
  {
    name: 'the past meetings of a user are instances: a number that repeats stands for as many rows',
    table: {
      'GET /users/ann/meetings': ({ query }: Received) =>
        query.get('next_page_token') === 'more'
          ? { meetings: [row('a', '01')], next_page_token: '' }
          : { meetings: [row('c', '03'), row('b', '02')], next_page_token: 'more' },
    },
    of: 'user(id: "ann")',
    list: 'pastMeetings(first: 2, from: "2026-03-01", to: "2026-03-31")',
    nodes: 'uuid meeting { zoomId } host { zoomId }',
    pages: [[shown('c'), shown('b')], [shown('a')]],
    calls: [PREVIOUS, `${PREVIOUS}&next_page_token=more`],
  },
]);

const PEOPLE = [
  { id: 'ann', user_id: '1', name: 'Ann', user_email: 'ann@example.com', status: 'in_meeting', internal_user: true },
  { id: 'ann', user_id: '2', name: 'Ann', user_email: 'ann@example.com', duration: 60, internal_user: true },
  { id: '', user_id: '3', name: 'Phone caller', user_email: '', status: 'on_mars', internal_user: false },
  { id: 'far', user_id: '4', name: 'Far', user_email: 'far@example.net', internal_user: false },
];

reads(
  [
    {
      name: 'the participants of an instance: each stay a row, and their users as far as they are known',
      query:
        '{ meetingInstance(id: "a") { participants { nodes { userId seatId email status user { zoomId email } } } } }',
      at: 'meetingInstance.participants.nodes',
      data: [
        { userId: 'ann', seatId: '1', email: 'ann@example.com', status: 'IN_MEETING', user },
        { userId: 'ann', seatId: '2', email: 'ann@example.com', status: null, user },
        { userId: null, seatId: '3', email: null, status: 'UNRECOGNIZED', user: null },
        { userId: 'far', seatId: '4', email: 'far@example.net', status: null, user: null },
      ],
      calls: [`${at('a')}/participants?page_size=30`],
    },
    {
      name: 'one user among the participants is read singly, once; the participants stay whole when that is refused',
      query: '{ meetingInstance(id: "a") { participants { nodes { seatId user { displayName } } } } }',
      at: 'meetingInstance.participants.nodes',
      data: [
        { seatId: '1', user: { displayName: null } },
        { seatId: '2', user: { displayName: null } },
        { seatId: '3', user: null },
        { seatId: '4', user: null },
      ],
      errors: [{ extensions: { code: 'NOT_FOUND' } }, { extensions: { code: 'NOT_FOUND' } }],
      calls: [`${at('a')}/participants?page_size=30`, 'GET /users/ann'],
    },
  ],
  { [`${at('a')}/participants`]: { participants: PEOPLE } },
);
walks([
  {
    name: 'a cursor tells the two stays of one person apart',
    table: { [at('a')]: { ...HELD, uuid: 'a' }, [`${at('a')}/participants`]: { participants: PEOPLE } },
    of: 'meetingInstance(id: "a")',
    list: 'participants(first: 1)',
    nodes: 'seatId',
    pages: PEOPLE.map(({ user_id }) => [{ seatId: user_id }]),
  },
]);
