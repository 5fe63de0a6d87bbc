import { expect, test } from 'vitest';
import { type Received, type Result, refusal, stub } from '../stub.ts';

const refused = ({ errors }: Result) => errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]);
const global = (type: string, key: string) => btoa(`${type}:${key}`);

const HELD = {
  uuid: 'aDYlohsHRtCd4ii1uC2+hA==',
  id: 85746065432,
  topic: 'Standup',
  type: 7,
  start_time: '2026-03-02T09:01:02Z',
  end_time: '2026-03-02T09:31:02Z',
  duration: 0,
  total_minutes: 120,
  participants_count: 4,
  host_id: 'ann',
  user_name: 'Ann',
  user_email: 'ann@example.com',
  dept: '',
  source: 'Zoom',
};
const at = (uuid: string) => `GET /past_meetings/${uuid}`;

test('an instance by its uuid, and what it tells of host and meeting without a call', async () => {
  const { run, calls } = stub({ [at(HELD.uuid)]: HELD });
  const { data } = await run(
    `query ($id: ID!) { meetingInstance(id: $id) { id zoomId uuid topic type startTime endTime duration totalMinutes
      participantsCount userName userEmail dept source host { zoomId email } meeting { id zoomId host { zoomId } } } }`,
    { id: HELD.uuid },
  );
  expect(data?.meetingInstance).toEqual({
    id: global('MeetingInstance', HELD.uuid),
    zoomId: HELD.uuid,
    uuid: HELD.uuid,
    topic: 'Standup',
    type: 'PAC',
    startTime: '2026-03-02T09:01:02.000Z',
    endTime: '2026-03-02T09:31:02.000Z',
    duration: 0,
    totalMinutes: 120,
    participantsCount: 4,
    userName: 'Ann',
    userEmail: 'ann@example.com',
    dept: null,
    source: 'Zoom',
    host: { zoomId: 'ann', email: 'ann@example.com' },
    meeting: { id: global('Meeting', '85746065432'), zoomId: '85746065432', host: { zoomId: 'ann' } },
  });
  expect(calls).toEqual([at(HELD.uuid)]);
});

test('a meeting’s number stands for the latest instance, also in the path of what is read side by side with it', async () => {
  const { run, calls } = stub({
    [at('85746065432')]: HELD,
    [`${at('85746065432')}/participants`]: { participants: [] },
  });
  const { data } = await run('{ meetingInstance(id: "85746065432") { zoomId participants { nodes { name } } } }');
  expect(data?.meetingInstance).toEqual({ zoomId: HELD.uuid, participants: { nodes: [] } });
  expect(calls.sort()).toEqual([at('85746065432'), `${at('85746065432')}/participants?page_size=30`]);
});

test('an instance asked for by number goes by its uuid from when it was read', async () => {
  const { run, calls } = stub({
    [at('85746065432')]: HELD,
    [`${at(HELD.uuid)}/participants`]: { participants: [] },
  });
  const { data } = await run('{ meetingInstance(id: "85746065432") { topic participants { nodes { name } } } }');
  expect(data?.meetingInstance).toEqual({ topic: 'Standup', participants: { nodes: [] } });
  expect(calls).toEqual([at('85746065432'), `${at(HELD.uuid)}/participants?page_size=30`]);
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
  for (const id of [uuid, global('MeetingInstance', uuid)]) {
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

test.each([
  ['a meeting that is not known', 404, 3001, 'NOT_FOUND'],
  ['a meeting of more than a year ago', 400, 12702, 'BAD_USER_INPUT'],
  ['an account that may not', 400, 200, 'FORBIDDEN'],
])('%s (%i/%i) is %s%s', async (_, status, code, expected) => {
  const { run } = stub({ [at('1')]: refusal(status, code, 'No.'), 'GET /meetings/1': { id: 1 } });
  const result = await run('{ meetingInstance(id: 1) { topic } meeting(id: 1) { zoomId } }');
  expect(result.data).toEqual({ meetingInstance: null, meeting: { zoomId: '1' } });
  expect(refused(result)).toEqual([['meetingInstance', expected]]);
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
        { id: global('MeetingInstance', 'b'), uuid: 'b', startTime: '2026-03-02T09:00:00.000Z', recording: null },
        { id: global('MeetingInstance', 'a'), uuid: 'a', startTime: null, recording: null },
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

test('a meeting that was never held has no instances, and a refused list leaves the meeting whole', async () => {
  const none = stub({ 'GET /meetings/1': { id: 1 }, 'GET /past_meetings/1/instances': { meetings: [] } });
  const query = '{ meeting(id: 1) { zoomId instances { nodes { uuid } pageInfo { hasNextPage endCursor } } } }';
  expect((await none.run(query)).data?.meeting).toEqual({
    zoomId: '1',
    instances: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
  });
  const { run } = stub({ 'GET /meetings/1': { id: 1 } });
  const result = await run(query);
  expect(result.data?.meeting).toEqual({ zoomId: '1', instances: null });
  expect(refused(result)).toEqual([['meeting.instances', 'NOT_FOUND']]);
});

test('the past meetings of a user are instances: a number that repeats stands for as many rows', async () => {
  const row = (uuid: string, start_time: string) => ({ id: 7, uuid, start_time, topic: uuid, type: 3, host_id: 'ann' });
  const { run, calls } = stub({
    'GET /users/ann': { id: 'ann' },
    'GET /users/ann/meetings': ({ query }: Received) =>
      query.get('next_page_token') === 'more'
        ? { meetings: [row('a', '2026-03-01T09:00:00Z')], next_page_token: '' }
        : {
            meetings: [row('c', '2026-03-03T09:00:00Z'), row('b', '2026-03-02T09:00:00Z')],
            next_page_token: 'more',
          },
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
  {
    id: 'ann',
    user_id: '16778240',
    name: 'Ann',
    user_email: 'ann@example.com',
    join_time: '2026-03-02T09:01:00Z',
    leave_time: '2026-03-02T09:11:00Z',
    duration: 600,
    registrant_id: '',
    failover: false,
    status: 'in_meeting',
    internal_user: true,
  },
  { id: 'ann', user_id: '16778241', name: 'Ann', user_email: 'ann@example.com', duration: 60, internal_user: true },
  { id: '', user_id: '16778242', name: 'Phone caller', user_email: '', status: 'on_mars', internal_user: false },
  { id: 'far', user_id: '16778243', name: 'Far', user_email: 'far@example.net', internal_user: false },
];

test('the participants of an instance: each stay a row, and their users as far as they are known', async () => {
  const { run, calls } = stub({
    [`${at('a')}/participants`]: ({ query }: Received) =>
      query.has('next_page_token')
        ? { participants: PEOPLE.slice(2), next_page_token: '' }
        : { participants: PEOPLE.slice(0, 2), next_page_token: 'more', total_records: 4 },
  });
  const { data, errors } = await run(`{ meetingInstance(id: "a") { participants { totalCount nodes {
    zoomId userId name userEmail joinTime leaveTime duration registrantId failover status internalUser user { zoomId email } } } } }`);
  expect(errors).toBeUndefined();
  const nothing = {
    zoomId: null,
    userEmail: null,
    joinTime: null,
    leaveTime: null,
    duration: null,
    registrantId: null,
    failover: null,
    status: null,
    user: null,
  };
  const ann = { zoomId: 'ann', name: 'Ann', userEmail: 'ann@example.com', internalUser: true };
  const user = { zoomId: 'ann', email: 'ann@example.com' };
  expect(data?.meetingInstance).toEqual({
    participants: {
      totalCount: 4,
      nodes: [
        {
          ...nothing,
          ...ann,
          userId: '16778240',
          joinTime: '2026-03-02T09:01:00.000Z',
          leaveTime: '2026-03-02T09:11:00.000Z',
          duration: 600,
          failover: false,
          status: 'IN_MEETING',
          user,
        },
        { ...nothing, ...ann, userId: '16778241', duration: 60, user },
        { ...nothing, userId: '16778242', name: 'Phone caller', status: 'UNRECOGNIZED', internalUser: false },
        {
          ...nothing,
          zoomId: 'far',
          userId: '16778243',
          name: 'Far',
          userEmail: 'far@example.net',
          internalUser: false,
        },
      ],
    },
  });
  expect(calls).toEqual([
    `${at('a')}/participants?page_size=30`,
    `${at('a')}/participants?page_size=30&next_page_token=more`,
  ]);
});

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

test('what people answered in the polls', async () => {
  const { run, calls } = stub({
    [`${at('a')}/polls`]: {
      id: 85746065432,
      questions: [
        {
          name: 'Ann',
          email: 'ann@example.com',
          question_details: [
            { polling_id: 'p', question: 'Lunch?', answer: '', date_time: '2026-03-02T09:05:00Z' },
            { polling_id: 'p', question: 'Tea?', answer: 'Yes' },
          ],
        },
        { name: '', email: '' },
      ],
    },
  });
  const { data } = await run(`{ meetingInstance(id: "a") { pollResults { totalCount nodes { name email
    questionDetails { pollingId question answer dateTime } } } } }`);
  expect(data?.meetingInstance).toEqual({
    pollResults: {
      totalCount: 2,
      nodes: [
        {
          name: 'Ann',
          email: 'ann@example.com',
          questionDetails: [
            { pollingId: 'p', question: 'Lunch?', answer: null, dateTime: '2026-03-02T09:05:00.000Z' },
            { pollingId: 'p', question: 'Tea?', answer: 'Yes', dateTime: null },
          ],
        },
        { name: null, email: null, questionDetails: null },
      ],
    },
  });
  expect(calls).toEqual([`${at('a')}/polls`]);
});

test.each(['participants { nodes { name } }', 'pollResults { nodes { name } }'])(
  'refused %s are null beside the instance',
  async (field) => {
    const { run } = stub({
      [at('a')]: { ...HELD, uuid: 'a' },
      [`${at('a')}/participants`]: refusal(400, 200, 'Only available for paid users.'),
      [`${at('a')}/polls`]: refusal(400, 200, 'Only available for paid users.'),
    });
    const result = await run(`{ meetingInstance(id: "a") { topic ${field} } }`);
    const [name = ''] = field.split(' ');
    expect(result.data).toEqual({ meetingInstance: { topic: 'Standup', [name]: null } });
    expect(refused(result)).toEqual([[`meetingInstance.${name}`, 'FORBIDDEN']]);
  },
);
