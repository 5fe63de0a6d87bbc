import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { globalId, refusals } from '../../rows.ts';
import { type Received, type Result, stub } from '../../stub.ts';

const refused = ({ errors }: Result) => errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-30T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const HELD = {
  uuid: 'a==',
  id: 85746065432,
  topic: 'Standup',
  email: 'ada@example.com',
  dept: '',
  start_time: '2026-06-29T09:00:00Z',
  audio_quality: 'good',
};
const LIST = 'GET /metrics/meetings';
const ONE = 'GET /metrics/meetings/a==';
const MONTH = 'from=2026-06-02&to=2026-07-02';

test('the meetings of a month, with what they tell of host, meeting and instance without a call', async () => {
  const { run, calls } = stub({ [LIST]: { meetings: [HELD, { ...HELD, uuid: 'b', email: '' }] } });
  const { data, errors } = await run(`{ account { dashboard { meetings(from: "2026-06-01", to: "2026-06-30") { nodes {
    id zoomId dept audioQuality host { email } meeting { zoomId } instance { zoomId meeting { zoomId } } } } } } }`);
  expect(errors).toBeUndefined();
  const meeting = { zoomId: '85746065432' };
  const shown = (zoomId: string, key: string, host: object | null) => ({
    id: globalId('DashboardMeeting', `past,${key}`),
    zoomId,
    dept: null,
    audioQuality: 'GOOD',
    host,
    meeting,
    instance: { zoomId, meeting },
  });
  const nodes = [shown('a==', 'a%3D%3D', { email: 'ada@example.com' }), shown('b', 'b', null)];
  expect(data?.account).toEqual({ dashboard: { meetings: { nodes } } });
  // A month and the days beside it are more than Zoom takes a call.
  expect(calls).toEqual([
    `${LIST}?${MONTH}&type=past&page_size=30`,
    `${LIST}?from=2026-05-31&to=2026-06-04&type=past&page_size=30`,
  ]);
});

test('a span of more than a month is asked month by month, each by page, and nothing twice', async () => {
  const at = (day: string) => ({ uuid: day, id: 1, start_time: `${day}T09:00:00Z` });
  const { run, calls } = stub({
    [LIST]: ({ query }: Received) => {
      if (query.get('next_page_token')) return { meetings: [at('2026-06-04')], next_page_token: '' };
      return query.get('to') === '2026-07-02'
        ? { meetings: [at('2026-06-29'), at('2026-05-31')], next_page_token: 'more' }
        : { meetings: [at('2026-05-31'), at('2026-05-20')] };
    },
  });
  const { data, errors } = await run(`{ dashboard { meetings(first: 300, from: "2026-05-10", type: PAST) {
    totalCount nodes { uuid } pageInfo { hasNextPage } } } }`);
  expect(errors).toBeUndefined();
  expect(data?.dashboard).toEqual({
    meetings: {
      totalCount: 4,
      nodes: ['2026-06-29', '2026-06-04', '2026-05-31', '2026-05-20'].map((uuid) => ({ uuid })),
      pageInfo: { hasNextPage: false },
    },
  });
  expect(calls).toEqual([
    `${LIST}?${MONTH}&type=past&page_size=300`,
    `${LIST}?${MONTH}&type=past&page_size=300&next_page_token=more`,
    `${LIST}?from=2026-05-09&to=2026-06-04&type=past&page_size=298`,
  ]);
});

test('filters, states and what comes only on request are sent as they are wanted', async () => {
  const { run, calls } = stub({
    [LIST]: ({ query }: Received) => ({
      meetings: [{ ...HELD, uuid: query.get('type'), tracking_fields: [{ field: 'Project', value: 'X' }] }],
    }),
  });
  const { data, errors } = await run(`{ dashboard { meetings(from: "2026-06-20", type: [LIVE, PAST_ONE], groupId: "g",
    groupIncludeParticipant: true, queryDateType: END_TIME) { nodes { id trackingFields { field value } } } } }`);
  expect(errors).toBeUndefined();
  expect(data?.dashboard).toEqual({
    meetings: {
      nodes: ['live', 'pastOne'].map((type) => ({
        id: globalId('DashboardMeeting', `${type},${type}`),
        trackingFields: [{ field: 'Project', value: 'X' }],
      })),
    },
  });
  const sent = 'query_date_type=end_time&group_id=g&group_include_participant=true&include_fields=tracking_fields';
  expect(calls).toEqual([
    `${LIST}?${sent}&from=2026-06-19&to=2026-07-02&type=live&page_size=30`,
    `${LIST}?${sent}&from=2026-06-19&to=2026-07-02&type=pastOne&page_size=30`,
  ]);
});

test('by their end, meetings belong to the window in which they ended', async () => {
  const night = { uuid: 'night', id: 1, start_time: '2026-05-30T23:30:00Z', end_time: '2026-05-31T00:30:00Z' };
  const { run } = stub({ [LIST]: { meetings: [night] } });
  const { data } = await run(
    '{ dashboard { meetings(from: "2026-05-10", queryDateType: END_TIME) { nodes { uuid } } } }',
  );
  expect(data?.dashboard).toEqual({ meetings: { nodes: [{ uuid: 'night' }] } });
});

test('what lies beyond half a year is refused with the first day that Zoom keeps', async () => {
  const { run, calls } = stub({});
  const result = await run('{ dashboard { meetings(from: "2025-12-29") { nodes { uuid } } } }');
  expect(refused(result)).toEqual([['dashboard.meetings', 'BAD_USER_INPUT']]);
  expect(result.errors?.[0]?.message).toMatch(/6 months: `from` must be 2025-12-30 or later/);
  expect(calls).toEqual([]);
});

test('one meeting by uuid, number and global id; what the list alone tells is null', async () => {
  const { audio_quality: _, ...fetched } = HELD;
  const table = { [ONE]: { ...fetched, has_meeting_summary: true, in_room_participants: 3 } };
  const asked: [string, string][] = [
    ['id: "a=="', `${ONE}?type=past`],
    ['id: "a==", type: LIVE', `${ONE}?type=live`],
    [`id: "${globalId('DashboardMeeting', 'pastOne,a%3D%3D')}"`, `${ONE}?type=pastOne`],
  ];
  for (const [args, call] of asked) {
    const { run, calls } = stub(table);
    const { data, errors } = await run(
      `{ dashboard { meeting(${args}) { topic hasMeetingSummary inRoomParticipants audioQuality } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data?.dashboard).toEqual({
      meeting: { topic: 'Standup', hasMeetingSummary: true, inRoomParticipants: 3, audioQuality: null },
    });
    expect(calls).toEqual([call]);
  }
  const { run, calls } = stub({ 'GET /metrics/meetings/85746065432': HELD });
  const { data } = await run('{ dashboard { meeting(id: 85746065432) { id topic } } }');
  expect(data?.dashboard).toEqual({ meeting: { id: globalId('DashboardMeeting', 'past,a%3D%3D'), topic: 'Standup' } });
  expect(calls).toEqual(['GET /metrics/meetings/85746065432?type=past']);
});

test('what the list lacks is read singly, in the state under which the meeting was listed', async () => {
  const { run, calls } = stub({ [LIST]: { meetings: [HELD] }, [ONE]: { ...HELD, has_aic_conversation: false } });
  const { data } = await run('{ dashboard { meetings(type: LIVE) { nodes { topic hasAicConversation } } } }');
  expect(data?.dashboard).toEqual({ meetings: { nodes: [{ topic: 'Standup', hasAicConversation: false }] } });
  expect(calls.at(-1)).toBe(`${ONE}?type=live`);
});

test('a uuid is encoded twice where Zoom wants it, and a meeting is a node', async () => {
  const { run, calls } = stub({ 'GET /metrics/meetings/%2Fa//': HELD, 'GET /metrics/meetings/%2Fa%2F%2F': HELD });
  const { data, errors } = await run('query ($id: ID!) { node(id: $id) { ... on DashboardMeeting { topic } } }', {
    id: globalId('DashboardMeeting', 'past,%2Fa%2F%2F'),
  });
  expect({ data, errors }).toEqual({ data: { node: { topic: 'Standup' } }, errors: undefined });
  expect(calls).toEqual(['GET /metrics/meetings/%2Fa%2F%2F?type=past']);
});

const STAY = {
  participant_user_id: 'u1',
  user_id: '100',
  user_name: 'Ada',
  email: 'ada@example.com',
  ip_address: '',
  internal_ip_addresses: ['10.0.0.1'],
  role: 'host',
  status: 'in_meeting',
  optional_archiving: 'no optional archiving',
  aic_disclaimer: 'Request to stop',
  audio_call: [{ call_type: 'call-in' }],
};
const stays = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ ...STAY, participant_user_id: `u${i}`, user_id: `${100 + i}` }));
const qosOf = (seat: unknown) => ({
  id: 'u1',
  user_id: seat,
  health: 'Good',
  user_qos: [{ audio_input: { latency: '12 ms' }, cpu_pressure_level: { system_max_cpu_pressure_level: 'fair' } }],
});
const nested = (fields: string, args = '') =>
  `{ dashboard { meeting(id: "a=="${args}) { participants(first: 100) { nodes { ${fields} } } } } }`;
const nodesOf = ({ data }: Result) =>
  (data as { dashboard: { meeting: { participants: { nodes: Record<string, unknown>[] } } } }).dashboard.meeting
    .participants.nodes;

describe('participants', () => {
  test('are stays, each with its user, also where there is none', async () => {
    const guest = { user_id: '101', user_name: 'Guest', id: '', participant_user_id: '', email: '' };
    const { run, calls } = stub({ [`${ONE}/participants`]: { participants: [STAY, guest] } });
    const result = await run(
      nested(`userName user { zoomId email } ipAddress internalIpAddresses role status optionalArchiving aicDisclaimer
        audioCall { callType }`),
    );
    expect(result.errors).toBeUndefined();
    expect(nodesOf(result)[0]).toEqual({
      userName: 'Ada',
      user: { zoomId: 'u1', email: 'ada@example.com' },
      ipAddress: null,
      internalIpAddresses: ['10.0.0.1'],
      role: 'HOST',
      status: 'IN_MEETING',
      optionalArchiving: 'NO_OPTIONAL_ARCHIVING',
      aicDisclaimer: 'REQUEST_TO_STOP',
      audioCall: [{ callType: 'CALL_IN' }],
    });
    expect(nodesOf(result)[1]).toMatchObject({ userName: 'Guest', user: null });
    expect(calls).toEqual([`${ONE}/participants?type=past&page_size=100`]);
  });

  test('come by page, with the registration only when it is selected', async () => {
    const { run, calls } = stub({
      [`${ONE}/participants`]: ({ query }: Received) =>
        query.has('next_page_token')
          ? { participants: [{ ...STAY, registrant_id: 'r2' }] }
          : { participants: [{ ...STAY, registrant_id: 'r1' }], next_page_token: 'more' },
    });
    const result = await run(nested('registrantId', ', type: LIVE'));
    expect(nodesOf(result)).toEqual([{ registrantId: 'r1' }, { registrantId: 'r2' }]);
    const sent = `${ONE}/participants?type=live&include_fields=registrant_id&page_size=100`;
    expect(calls).toEqual([sent, `${sent}&next_page_token=more`]);
  });

  test('one stay’s media are one call', async () => {
    const { run, calls } = stub({
      [`${ONE}/participants`]: { participants: [STAY] },
      [`${ONE}/participants/100/qos`]: qosOf('100'),
    });
    const result = await run(
      nested(`qos { zoomId user { zoomId } health
        userQos { audioInput { latency } asInput { bitrate } cpuPressureLevel { systemMaxCpuPressureLevel } } }`),
    );
    expect(result.errors).toBeUndefined();
    const media = {
      audioInput: { latency: '12 ms' },
      asInput: null,
      cpuPressureLevel: { systemMaxCpuPressureLevel: 'FAIR' },
    };
    expect(nodesOf(result)).toEqual([
      { qos: { zoomId: '100', user: { zoomId: 'u1' }, health: 'GOOD', userQos: [media] } },
    ]);
    expect(calls).toEqual([`${ONE}/participants?type=past&page_size=100`, `${ONE}/participants/100/qos?type=past`]);
  });

  test('the media of many stays are read ten a call', async () => {
    const all = stays(24);
    const { run, calls } = stub({
      [`${ONE}/participants`]: { participants: all },
      [`${ONE}/participants/qos`]: ({ query }: Received) => {
        const from = Number(query.get('next_page_token') ?? 0);
        const participants = all.slice(from, from + 10).map(({ user_id }) => qosOf(user_id));
        return { participants, total_records: 24, next_page_token: from + 10 < 24 ? String(from + 10) : '' };
      },
    });
    const result = await run(nested('userId qos { zoomId health }', ', type: PAST_ONE'));
    expect(result.errors).toBeUndefined();
    expect(nodesOf(result)).toEqual(
      all.map(({ user_id }) => ({ userId: user_id, qos: { zoomId: user_id, health: 'GOOD' } })),
    );
    const list = `${ONE}/participants/qos?type=past&page_size=10`;
    expect(calls).toEqual([
      `${ONE}/participants?type=pastOne&page_size=100`,
      list,
      `${list}&next_page_token=10`,
      `${list}&next_page_token=20`,
    ]);
  });

  test('without media, which Zoom then does not know, have none and no error', async () => {
    const { run } = stub({ [`${ONE}/participants`]: { participants: [STAY, { user_name: 'Seatless' }] } });
    const { data, errors } = await run(nested('userName qos { health }'));
    expect(errors).toBeUndefined();
    expect(nodesOf({ data } as Result)).toEqual([
      { userName: 'Ada', qos: null },
      { userName: 'Seatless', qos: null },
    ]);
  });

  test('what they shared and thought is read once for all of them', async () => {
    const details = [{ content: 'Desktop', start_time: '2026-06-29T09:00:00Z', end_time: '' }];
    const { run, calls } = stub({
      [`${ONE}/participants`]: { participants: stays(3) },
      [`${ONE}/participants/sharing`]: ({ query }: Received) =>
        query.has('next_page_token')
          ? { participants: [{ user_id: '102', details: [] }] }
          : { participants: [{ user_id: '100', user_name: 'Ada', details }], next_page_token: 'more' },
      [`${ONE}/participants/satisfaction`]: {
        participants: [
          { user_id: 'u2', email: '', quality: 'NOT GOOD', comment: '', date_time: '2026-06-29T10:00:00Z' },
        ],
      },
    });
    const result = await run(
      nested(`userId sharing { details { content startTime endTime } } satisfaction { quality comment dateTime }`),
    );
    expect(result.errors).toBeUndefined();
    expect(nodesOf(result)).toEqual([
      {
        userId: '100',
        sharing: { details: [{ content: 'Desktop', startTime: '2026-06-29T09:00:00.000Z', endTime: null }] },
        satisfaction: null,
      },
      { userId: '101', sharing: null, satisfaction: null },
      {
        userId: '102',
        sharing: { details: [] },
        satisfaction: { quality: 'NOT_GOOD', comment: null, dateTime: '2026-06-29T10:00:00.000Z' },
      },
    ]);
    expect(calls.toSorted()).toEqual([
      `${ONE}/participants/satisfaction?type=past&page_size=300`,
      `${ONE}/participants/sharing?type=past&page_size=300`,
      `${ONE}/participants/sharing?type=past&page_size=300&next_page_token=more`,
      `${ONE}/participants?type=past&page_size=100`,
    ]);
  });
});

test('media, shares and feedback of a meeting are lists of their own, by page', async () => {
  const page = (row: object) => (received: Received) =>
    received.query.has('next_page_token')
      ? { participants: [{ ...row, user_id: '2' }] }
      : { participants: [{ ...row, user_id: '1' }], next_page_token: 'more' };
  const { run, calls } = stub({
    [`${ONE}/participants/qos`]: page(qosOf('1')),
    [`${ONE}/participants/sharing`]: page({ id: 'u1' }),
    [`${ONE}/participants/satisfaction`]: page({ quality: 'GOOD' }),
  });
  const { data, errors } = await run(`{ dashboard { meeting(id: "a==", type: PAST_ONE) {
    qos(first: 20) { nodes { userId } } sharing { nodes { userId user { zoomId } } }
    feedback { nodes { user { zoomId } quality } } } } }`);
  expect(errors).toBeUndefined();
  expect(data?.dashboard).toEqual({
    meeting: {
      qos: { nodes: [{ userId: '1' }, { userId: '2' }] },
      sharing: {
        nodes: [
          { userId: '1', user: { zoomId: 'u1' } },
          { userId: '2', user: { zoomId: 'u1' } },
        ],
      },
      feedback: {
        nodes: [
          { user: { zoomId: '1' }, quality: 'GOOD' },
          { user: { zoomId: '2' }, quality: 'GOOD' },
        ],
      },
    },
  });
  expect(calls.toSorted()).toEqual([
    `${ONE}/participants/qos?type=past&page_size=10`,
    `${ONE}/participants/qos?type=past&page_size=10&next_page_token=more`,
    `${ONE}/participants/satisfaction?type=pastOne&page_size=30`,
    `${ONE}/participants/satisfaction?type=pastOne&page_size=30&next_page_token=more`,
    `${ONE}/participants/sharing?type=past&page_size=30`,
    `${ONE}/participants/sharing?type=past&page_size=30&next_page_token=more`,
  ]);
});

// What Zoom documents stands in operations/refusals.tsv; these it says as well.
refusals([[LIST, 400, 12703, 'FORBIDDEN', 'meetings { nodes { uuid } }']], {
  table: {},
  query: (refused) => `{ dashboard { ${refused} __typename } }`,
  data: { dashboard: { refused: null, __typename: 'Dashboard' } },
});
refusals(
  [
    [`${ONE}/participants`, 400, 200, 'FORBIDDEN', 'participants { nodes { userId } }'],
    [`${ONE}/participants/qos`, 400, 200, 'FORBIDDEN', 'qos { nodes { userId } }'],
    [`${ONE}/participants/sharing`, 400, 200, 'FORBIDDEN', 'sharing { nodes { userId } }'],
    [`${ONE}/participants/satisfaction`, 400, 12702, 'BAD_USER_INPUT', 'feedback { nodes { userId } }'],
  ],
  {
    table: { [ONE]: HELD },
    query: (refused) => `{ dashboard { meeting(id: "a==") { topic ${refused} } } }`,
    data: { dashboard: { meeting: { topic: 'Standup', refused: null } } },
  },
);
refusals(
  [
    [`${ONE}/participants/satisfaction`, 400, 200, 'FORBIDDEN', 'satisfaction { quality }'],
    [`${ONE}/participants/sharing`, 400, 12702, 'BAD_USER_INPUT', 'sharing { userId }'],
    [`${ONE}/participants/100/qos`, 400, 12702, 'BAD_USER_INPUT', 'qos { health }'],
  ],
  {
    table: { [`${ONE}/participants`]: { participants: [STAY] } },
    query: (refused) => nested(`userName ${refused}`),
    data: { dashboard: { meeting: { participants: { nodes: [{ userName: 'Ada', refused: null }] } } } },
  },
);
