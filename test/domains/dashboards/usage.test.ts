/** How Zoom is used: sums and series of days. What Zoom refuses stands in operations/refusals.tsv. */
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { reads } from '../../rows.ts';
import type { Received } from '../../stub.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-30T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const DAYS = 'from: "2026-06-01", to: "2026-06-30"';
const SENT = 'from=2026-06-01&to=2026-06-30';
const FEEDBACK = 'GET /metrics/client/feedback';

const shown = ['2026-06-30', '2026-06-03', '2026-06-02', '2026-05-31'];
const days = ({ query }: Received) => (query.get('to') === '2026-07-02' ? shown.slice(0, 3) : shown.slice(1));
const SERIES = ['from=2026-06-02&to=2026-07-02', 'from=2026-05-19&to=2026-06-04'];

/** What is counted by days, of which Zoom takes a month a call. */
const SUMS = [
  ['chat', 'nodes { userId }'],
  ['clientFeedback', 'nodes { feedbackId }'],
  ['issues', 'nodes { issueName }'],
  ['roomsWithIssues', 'nodes { roomName }'],
  ['quality', 'from'],
] as const;
const REFUSED_DAYS = [
  ['from: "2026-05-30", to: "2026-06-30"', /one month at most, 30 days: up to 2026-06-30, `from` must be 2026-05-31/],
  ['from: "2026-06-30", to: "2026-06-01"', /`from` \(2026-06-30\) is after `to` \(2026-06-01\)/],
  ['from: "2025-12-01", to: "2025-12-20"', /6 months: `from` must be 2025-12-30 or later/],
] as const;

reads([
  ...['chat', 'im'].map((topic) => ({
    name: `how much each user wrote (${topic}), with the user`,
    table: { [`GET /metrics/${topic}`]: { users: [{ user_id: 'u1', email: 'ada@example.com' }, { user_id: '' }] } },
    query: `{ dashboard { ${topic}(${DAYS}) { nodes { userId user { zoomId email } } } } }`,
    at: `dashboard.${topic}.nodes`,
    data: [
      { userId: 'u1', user: { zoomId: 'u1', email: 'ada@example.com' } },
      { userId: null, user: null },
    ],
    calls: [`GET /metrics/${topic}?${SENT}&page_size=30`],
  })),
  {
    name: 'the versions of the client come whole',
    table: { 'GET /metrics/client_versions': { client_versions: [{ client_version: 'Mac 6.2.11' }] } },
    query: '{ dashboard { clientVersions { totalCount nodes { clientVersion } } } }',
    at: 'dashboard.clientVersions',
    data: { totalCount: 1, nodes: [{ clientVersion: 'Mac 6.2.11' }] },
    calls: ['GET /metrics/client_versions'],
  },
  {
    name: 'how well meetings were heard and seen',
    table: { 'GET /metrics/quality': { from: '2026-06-01', quality: { audio: { good: 9 } } } },
    query: `{ dashboard { quality(${DAYS}, type: PARTICIPANTS) { from quality { audio { good } screenShare { good } } } } }`,
    at: 'dashboard.quality',
    data: { from: '2026-06-01', quality: { audio: { good: 9 }, screenShare: null } },
    calls: [`GET /metrics/quality?${SENT}&type=participants`],
  },
  {
    name: 'of instant messages Zoom alone says how far back they go',
    table: { 'GET /metrics/im': { users: [] } },
    query: '{ dashboard { im(from: "2021-06-01", to: "2021-06-30") { nodes { userId } } } }',
    data: { dashboard: { im: { nodes: [] } } },
    calls: ['GET /metrics/im?from=2021-06-01&to=2021-06-30&page_size=30'],
  },
  {
    name: 'what people complained of, and who did',
    table: {
      [FEEDBACK]: { client_feedbacks: [{ feedback_id: 'f1', feedback_name: 'Noise' }] },
      [`${FEEDBACK}/f1`]: {
        client_feedback_details: [{ email: 'ada@example.com', meeting_id: '857 4606 5432' }, { meeting_id: '' }],
      },
    },
    query: `{ dashboard { clientFeedback(${DAYS}) { nodes { feedbackId feedbackName
      details(from: "2026-06-10") { nodes { user { email } meeting { zoomId } } } } } } }`,
    at: 'dashboard.clientFeedback.nodes',
    data: [
      {
        feedbackId: 'f1',
        feedbackName: 'Noise',
        details: {
          nodes: [
            { user: { email: 'ada@example.com' }, meeting: { zoomId: '85746065432' } },
            { user: null, meeting: null },
          ],
        },
      },
    ],
    calls: [`${FEEDBACK}?${SENT}`, `${FEEDBACK}/f1?from=2026-06-09&to=2026-07-02&page_size=30`],
  },
  {
    name: 'series of days go on beyond a month, without a day that comes twice',
    table: {
      'GET /metrics/client/satisfaction': (call: Received) => ({
        client_satisfaction: days(call).map((date) => ({ date })),
      }),
      'GET /metrics/crc': (call: Received) => ({
        crc_ports_usage: days(call).map((date) => ({ date_time: `${date}T00:00:00Z` })),
      }),
    },
    query: `{ dashboard { satisfaction(from: "2026-05-20") { nodes { date } }
      crc(from: "2026-05-20") { nodes { date } } } }`,
    at: 'dashboard',
    data: {
      satisfaction: { nodes: shown.map((date) => ({ date })) },
      crc: { nodes: shown.map((date) => ({ date })) },
    },
    calls: ['client/satisfaction', 'crc'].flatMap((path) => SERIES.map((sent) => `GET /metrics/${path}?${sent}`)),
    together: true,
  },
  ...SUMS.flatMap(([field, fields]) =>
    REFUSED_DAYS.map(([range, message]) => ({
      name: `sums of some days (${field}, ${range}) are refused with the limit, and nothing is asked`,
      query: `{ dashboard { ${field}(${range}) { ${fields} } } }`,
      at: 'dashboard',
      data: { [field]: null },
      errors: [{ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } }],
      calls: [],
    })),
  ),
]);
