import { expect, test } from 'vitest';
import { globalId, leaves, reads, refusals } from '../rows.ts';
import { type Received, type Result, stub } from '../stub.ts';

const refused = ({ errors }: Result) => errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]);

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
    ['start_time', '2026-03-02T09:01:02Z', 'startTime', '2026-03-02T09:01:02.000Z'],
    ['duration', 0, 'duration', 0],
    ['dept', '', 'dept', null],
    ['host_id', 'ann', 'host { zoomId }', { zoomId: 'ann' }],
    ['user_email', 'ann@example.com', 'userEmail', 'ann@example.com'],
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
  {
    name: 'what people answered in the polls',
    table: {
      [`${at('a')}/polls`]: {
        questions: [
          { name: 'Ann', question_details: [{ answer: '', date_time: '2026-03-02T09:05:00Z' }, { answer: 'Yes' }] },
          { name: '' },
        ],
      },
    },
    query:
      '{ meetingInstance(id: "a") { pollResults { totalCount nodes { name questionDetails { answer dateTime } } } } }',
    at: 'meetingInstance.pollResults',
    data: {
      totalCount: 2,
      nodes: [
        {
          name: 'Ann',
          questionDetails: [
            { answer: null, dateTime: '2026-03-02T09:05:00.000Z' },
            { answer: 'Yes', dateTime: null },
          ],
        },
        { name: null, questionDetails: null },
      ],
    },
    calls: [`${at('a')}/polls`],
  },
  {
    name: 'a meeting that was never held has no instances',
    table: { 'GET /meetings/1': { id: 1 }, 'GET /past_meetings/1/instances': { meetings: [] } },
    query: '{ meeting(id: 1) { zoomId instances { nodes { uuid } pageInfo { hasNextPage endCursor } } } }',
    data: { meeting: { zoomId: '1', instances: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } } },
  },
]);

refusals(
  [
    [at('1'), 404, 3001, 'NOT_FOUND', 'meetingInstance(id: 1) { topic }'],
    [at('1'), 400, 12702, 'BAD_USER_INPUT', 'meetingInstance(id: 1) { topic }'],
    [at('1'), 400, 200, 'FORBIDDEN', 'meetingInstance(id: 1) { topic }'],
  ],
  {
    table: { 'GET /meetings/1': { id: 1 } },
    query: (refused) => `{ ${refused} meeting(id: 1) { zoomId } }`,
    data: { refused: null, meeting: { zoomId: '1' } },
  },
);

refusals(
  [
    [`${at('a')}/participants`, 400, 200, 'FORBIDDEN', 'participants { nodes { name } }'],
    [`${at('a')}/polls`, 400, 200, 'FORBIDDEN', 'pollResults { nodes { name } }'],
  ],
  {
    table: { [at('a')]: { ...HELD, uuid: 'a' } },
    query: (refused) => `{ meetingInstance(id: "a") { topic ${refused} } }`,
    data: { meetingInstance: { topic: 'Standup', refused: null } },
  },
);

refusals([['GET /past_meetings/1/instances', 404, 404, 'NOT_FOUND', 'instances { nodes { uuid } }']], {
  table: { 'GET /meetings/1': { id: 1 } },
  query: (refused) => `{ meeting(id: 1) { zoomId ${refused} } }`,
  data: { meeting: { zoomId: '1', refused: null } },
});

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

test('the instances of a meeting: the list tells uuid and start, the rest is one read each', async () => {
  const { run, calls } = stub({
    'GET /past_meetings/85746065432/instances': {
      meetings: [
        { uuid: 'b', start_time: '2026-03-02T09:00:00Z' },
        { uuid: 'a', start_time: '' },
      ],
    },
    [at('a')]: { ...HELD, uuid: 'a', topic: 'First' },
  });
  const instances = async (fields: string) => {
    calls.length = 0;
    return run(`{ meeting(id: "85746065432") { instances { totalCount nodes { ${fields} } } } }`);
  };
  expect((await instances('id uuid startTime recording { id }')).data?.meeting).toEqual({
    instances: {
      totalCount: 2,
      nodes: [
        { id: globalId('MeetingInstance', 'b'), uuid: 'b', startTime: '2026-03-02T09:00:00.000Z', recording: null },
        { id: globalId('MeetingInstance', 'a'), uuid: 'a', startTime: null, recording: null },
      ],
    },
  });
  const result = await instances('uuid topic');
  expect(result.data?.meeting).toEqual({
    instances: {
      totalCount: 2,
      nodes: [
        { uuid: 'b', topic: null },
        { uuid: 'a', topic: 'First' },
      ],
    },
  });
  expect(refused(result)).toEqual([['meeting.instances.nodes.0.topic', 'NOT_FOUND']]);
  expect(calls).toEqual(['GET /past_meetings/85746065432/instances', at('b'), at('a')]);
});

test('the past meetings of a user are instances: a number that repeats stands for as many rows', async () => {
  const row = (uuid: string, start_time: string) => ({ id: 7, uuid, start_time, topic: uuid, type: 3, host_id: 'ann' });
  const { run, calls } = stub({
    'GET /users/ann': { id: 'ann' },
    'GET /users/ann/meetings': ({ query }: Received) =>
      query.get('next_page_token') === 'more'
        ? { meetings: [row('a', '2026-03-01T09:00:00Z')], next_page_token: '' }
        : { meetings: [row('c', '2026-03-03T09:00:00Z'), row('b', '2026-03-02T09:00:00Z')], next_page_token: 'more' },
  });
  const page = async (after?: string) => {
    const { data, errors } = await run<{
      user: { pastMeetings: { edges: object[]; pageInfo: { endCursor: string } } };
    }>(
      `query ($after: String) { user(id: "ann") { pastMeetings(first: 2, after: $after, from: "2026-03-01", to: "2026-03-31") {
        edges { node { uuid topic startTime meeting { zoomId } host { zoomId } } } pageInfo { endCursor } } } }`,
      { after },
    );
    expect(errors).toBeUndefined();
    return data?.user.pastMeetings;
  };
  const node = (uuid: string, day: string) => ({
    node: {
      uuid,
      topic: uuid,
      startTime: `2026-03-${day}T09:00:00.000Z`,
      meeting: { zoomId: '7' },
      host: { zoomId: 'ann' },
    },
  });
  const first = await page();
  expect(first?.edges).toEqual([node('c', '03'), node('b', '02')]);
  expect((await page(first?.pageInfo.endCursor))?.edges).toEqual([node('a', '01')]);
  const asked = 'GET /users/ann/meetings?from=2026-03-01&to=2026-03-31&type=previous_meetings&page_size=30';
  expect(calls.filter((call) => call.includes('meetings'))).toEqual([asked, `${asked}&next_page_token=more`]);
});

const PEOPLE = [
  { id: 'ann', user_id: '1', name: 'Ann', user_email: 'ann@example.com', status: 'in_meeting', internal_user: true },
  { id: 'ann', user_id: '2', name: 'Ann', user_email: 'ann@example.com', duration: 60, internal_user: true },
  { id: '', user_id: '3', name: 'Phone caller', user_email: '', status: 'on_mars', internal_user: false },
  { id: 'far', user_id: '4', name: 'Far', user_email: 'far@example.net', internal_user: false },
];

reads([
  {
    name: 'the participants of an instance: each stay a row, and their users as far as they are known',
    table: {
      [`${at('a')}/participants`]: ({ query }: Received) =>
        query.has('next_page_token')
          ? { participants: PEOPLE.slice(2), next_page_token: '' }
          : { participants: PEOPLE.slice(0, 2), next_page_token: 'more', total_records: 4 },
    },
    query: `{ meetingInstance(id: "a") { participants { totalCount nodes {
      zoomId userId userEmail duration status internalUser user { zoomId email } } } } }`,
    at: 'meetingInstance.participants',
    data: {
      totalCount: 4,
      nodes: [
        ['ann', '1', 'ann@example.com', null, 'IN_MEETING', true, user],
        ['ann', '2', 'ann@example.com', 60, null, true, user],
        [null, '3', null, null, 'UNRECOGNIZED', false, null],
        ['far', '4', 'far@example.net', null, null, false, null],
      ].map(([zoomId, userId, userEmail, duration, status, internalUser, user]) => ({
        zoomId,
        userId,
        userEmail,
        duration,
        status,
        internalUser,
        user,
      })),
    },
    calls: [`${at('a')}/participants?page_size=30`, `${at('a')}/participants?page_size=30&next_page_token=more`],
  },
]);

test('a cursor tells the two stays of one person apart', async () => {
  const { run } = stub({ [at('a')]: { ...HELD, uuid: 'a' }, [`${at('a')}/participants`]: { participants: PEOPLE } });
  const page = async (after?: string) => {
    const { data } = await run<{
      meetingInstance: { participants: { nodes: object[]; pageInfo: { endCursor: string; hasNextPage: boolean } } };
    }>(
      `query ($after: String) { meetingInstance(id: "a") { participants(first: 1, after: $after) {
        nodes { userId } pageInfo { endCursor hasNextPage } } } }`,
      { after },
    );
    return data?.meetingInstance.participants;
  };
  const seen: unknown[] = [];
  let next = await page();
  while (next) {
    seen.push(...next.nodes);
    next = next.pageInfo.hasNextPage ? await page(next.pageInfo.endCursor) : undefined;
  }
  expect(seen).toEqual(PEOPLE.map(({ user_id }) => ({ userId: user_id })));
});

test('one user among the participants is read singly, once; the participants stay whole when that is refused', async () => {
  const { run, calls } = stub({
    [at('a')]: { ...HELD, uuid: 'a' },
    [`${at('a')}/participants`]: { participants: PEOPLE },
  });
  const result = await run('{ meetingInstance(id: "a") { participants { nodes { name user { displayName } } } } }');
  expect(result.data?.meetingInstance).toEqual({
    participants: {
      nodes: [
        { name: 'Ann', user: { displayName: null } },
        { name: 'Ann', user: { displayName: null } },
        { name: 'Phone caller', user: null },
        { name: 'Far', user: null },
      ],
    },
  });
  expect(refused(result)?.map(([, code]) => code)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  expect(calls.filter((call) => call.includes('users'))).toEqual(['GET /users/ann']);
});
