import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { reads, refusals } from '../../rows.ts';
import { type Received, type Result, stub } from '../../stub.ts';

const refused = ({ errors }: Result) => errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-30T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const DAYS = 'from: "2026-06-01", to: "2026-06-30"';
const SENT = 'from=2026-06-01&to=2026-06-30';

test.each([
  ['chat', 'total_sent', 'totalSent'],
  ['im', 'total_receive', 'totalReceive'],
])('how much each user wrote (%s), by page, with the user', async (topic, field, shown) => {
  const { run, calls } = stub({
    [`GET /metrics/${topic}`]: ({ query }: Received) =>
      query.has('next_page_token')
        ? { users: [{ user_id: '', email: '', [field]: 0 }] }
        : { users: [{ user_id: 'u1', email: 'ada@example.com', [field]: 7 }], next_page_token: 'more' },
  });
  const { data, errors } = await run(
    `{ dashboard { ${topic}(${DAYS}) { nodes { userId ${shown} user { zoomId email } } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data?.dashboard).toEqual({
    [topic]: {
      nodes: [
        { userId: 'u1', [shown]: 7, user: { zoomId: 'u1', email: 'ada@example.com' } },
        { userId: null, [shown]: 0, user: null },
      ],
    },
  });
  const sent = `GET /metrics/${topic}?${SENT}&page_size=30`;
  expect(calls).toEqual([sent, `${sent}&next_page_token=more`]);
});

reads([
  {
    name: 'the versions of the client',
    table: { 'GET /metrics/client_versions': { client_versions: [{ client_version: 'Mac 6.2.11', total_count: 4 }] } },
    query: '{ dashboard { clientVersions { totalCount nodes { clientVersion totalCount } } } }',
    at: 'dashboard.clientVersions',
    data: { totalCount: 1, nodes: [{ clientVersion: 'Mac 6.2.11', totalCount: 4 }] },
    calls: ['GET /metrics/client_versions'],
  },
  {
    name: 'how well meetings were heard and seen',
    table: {
      'GET /metrics/quality': { from: '2026-06-01', quality: { audio: { good: 9, bad: 0 }, video: {} } },
    },
    query: `{ dashboard { quality(${DAYS}, type: PARTICIPANTS) {
      from quality { audio { good bad } video { good } screenShare { good } }
    } } }`,
    at: 'dashboard.quality',
    data: { from: '2026-06-01', quality: { audio: { good: 9, bad: 0 }, video: { good: null }, screenShare: null } },
    calls: [`GET /metrics/quality?${SENT}&type=participants`],
  },
  {
    name: 'of instant messages Zoom alone says how far back they go',
    table: { 'GET /metrics/im': { users: [] } },
    query: '{ dashboard { im(from: "2021-06-01", to: "2021-06-30") { nodes { userId } } } }',
    data: { dashboard: { im: { nodes: [] } } },
    calls: ['GET /metrics/im?from=2021-06-01&to=2021-06-30&page_size=30'],
  },
]);

test('what people complained of, and who did, by page', async () => {
  const row = { participant_name: 'Ada', meeting_id: '857 4606 5432', time: '2026-06-11T09:00:00Z' };
  const { run, calls } = stub({
    'GET /metrics/client/feedback': {
      client_feedbacks: [{ feedback_id: 'f1', feedback_name: 'Noise', participants_count: 2 }],
    },
    'GET /metrics/client/feedback/f1': ({ query }: Received) =>
      query.has('next_page_token')
        ? { client_feedback_details: [{ ...row, email: '', meeting_id: '' }] }
        : { client_feedback_details: [{ ...row, email: 'ada@example.com' }], next_page_token: 'more' },
  });
  const { data, errors } = await run(`{ dashboard { clientFeedback(${DAYS}) { nodes { feedbackId feedbackName
    participantsCount details(from: "2026-06-10") { nodes { participantName time user { email } meeting { zoomId } } } } } } }`);
  expect(errors).toBeUndefined();
  const shown = { participantName: 'Ada', time: '2026-06-11T09:00:00.000Z' };
  expect(data?.dashboard).toEqual({
    clientFeedback: {
      nodes: [
        {
          feedbackId: 'f1',
          feedbackName: 'Noise',
          participantsCount: 2,
          details: {
            nodes: [
              { ...shown, user: { email: 'ada@example.com' }, meeting: { zoomId: '85746065432' } },
              { ...shown, user: null, meeting: null },
            ],
          },
        },
      ],
    },
  });
  const details = 'GET /metrics/client/feedback/f1?from=2026-06-09&to=2026-07-02&page_size=30';
  expect(calls).toEqual([`GET /metrics/client/feedback?${SENT}`, details, `${details}&next_page_token=more`]);
});

test('series of days go on beyond a month, without a day that comes twice', async () => {
  const days = ({ query }: Received) =>
    query.get('to') === '2026-07-02'
      ? ['2026-06-30', '2026-06-03', '2026-06-02']
      : ['2026-06-03', '2026-06-02', '2026-05-31'];
  const { run, calls } = stub({
    'GET /metrics/client/satisfaction': (call: Received) => ({
      client_satisfaction: days(call).map((date) => ({ date, good_count: 1, satisfaction_percent: 99.5 })),
    }),
    'GET /metrics/crc': (call: Received) => ({
      crc_ports_usage: days(call).map((date) => ({
        date_time: `${date}T00:00:00Z`,
        crc_ports_hour_usage: [{ hour: '09', max_usage: 3, total_usage: 5 }],
      })),
    }),
  });
  const { data, errors } = await run(`{ dashboard {
    satisfaction(from: "2026-05-20") { nodes { date goodCount notGoodCount satisfactionPercent } }
    crc(from: "2026-05-20") { nodes { dateTime crcPortsHourUsage { hour maxUsage totalUsage } } } } }`);
  expect(errors).toBeUndefined();
  const shown = ['2026-06-30', '2026-06-03', '2026-06-02', '2026-05-31'];
  expect(data?.dashboard).toEqual({
    satisfaction: {
      nodes: shown.map((date) => ({ date, goodCount: 1, notGoodCount: null, satisfactionPercent: 99.5 })),
    },
    crc: {
      nodes: shown.map((date) => ({
        dateTime: `${date}T00:00:00.000Z`,
        crcPortsHourUsage: [{ hour: '09', maxUsage: 3, totalUsage: 5 }],
      })),
    },
  });
  expect(calls.toSorted()).toEqual([
    'GET /metrics/client/satisfaction?from=2026-05-19&to=2026-06-04',
    'GET /metrics/client/satisfaction?from=2026-06-02&to=2026-07-02',
    'GET /metrics/crc?from=2026-05-19&to=2026-06-04',
    'GET /metrics/crc?from=2026-06-02&to=2026-07-02',
  ]);
});

describe('sums of some days', () => {
  const SUMS = [
    ['chat', 'nodes { userId }'],
    ['clientFeedback', 'nodes { feedbackId }'],
    ['issues', 'nodes { issueName }'],
    ['roomsWithIssues', 'nodes { roomName }'],
    ['quality', 'from'],
  ] as const;

  test.each(SUMS)('%s: more than a month is refused with the limit, and asks nothing', async (field, fields) => {
    const { run, calls } = stub({});
    for (const [days, message] of [
      [
        'from: "2026-05-30", to: "2026-06-30"',
        /one month at most, 30 days: up to 2026-06-30, `from` must be 2026-05-31/,
      ],
      ['from: "2026-06-30", to: "2026-06-01"', /`from` \(2026-06-30\) is after `to` \(2026-06-01\)/],
      ['from: "2025-12-01", to: "2025-12-20"', /6 months: `from` must be 2025-12-30 or later/],
    ] as const) {
      const result = await run(`{ dashboard { ${field}(${days}) { ${fields} } } }`);
      expect(refused(result)).toEqual([[`dashboard.${field}`, 'BAD_USER_INPUT']]);
      expect(result.errors?.[0]?.message).toMatch(message);
    }
    expect(calls).toEqual([]);
  });
});

const FIELDS = [
  ['/metrics/chat', `chat(${DAYS}) { nodes { userId } }`],
  ['/metrics/im', `im(${DAYS}) { nodes { userId } }`],
  ['/metrics/client_versions', 'clientVersions { nodes { clientVersion } }'],
  ['/metrics/client/feedback', `clientFeedback(${DAYS}) { nodes { feedbackId } }`],
  ['/metrics/client/satisfaction', 'satisfaction { nodes { date } }'],
  ['/metrics/crc', 'crc { nodes { dateTime } }'],
  ['/metrics/quality', `quality(${DAYS}) { from }`],
] as const;
refusals(
  FIELDS.flatMap(([path, field]) => [
    [`GET ${path}`, 400, 200, 'FORBIDDEN', field],
    [`GET ${path}`, 400, 12703, 'FORBIDDEN', field],
    [`GET ${path}`, 400, 300, 'BAD_USER_INPUT', field],
  ]),
  { table: {}, query: (refused) => `{ dashboard { ${refused} } }`, data: { dashboard: { refused: null } } },
);
