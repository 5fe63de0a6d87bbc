/** Webinars of the dashboard and who took part; what Zoom refuses stands in operations/refusals.tsv. */
import { afterEach, beforeEach, vi } from 'vitest';
import { globalId, reads } from '../../rows.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-30T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const LIST = 'GET /metrics/webinars';
const ONE = `${LIST}/w==`;
const HELD = {
  uuid: 'w==',
  id: 95746065432,
  email: 'ada@example.com',
  participants: 0,
  video_quality: 'poor',
  start_time: '2026-06-29T09:00:00Z',
};
const shown = { webinarId: '95746065432', participantsCount: 0, videoQuality: 'POOR' };

reads([
  {
    name: 'the webinars of a month, with what they tell of their hosts without a call',
    table: { [LIST]: { webinars: [HELD, { ...HELD, uuid: 'x', email: '' }] } },
    query:
      '{ dashboard { webinars(from: "2026-06-10") { nodes { id webinarId participantsCount videoQuality host { email } } } } }',
    at: 'dashboard.webinars.nodes',
    data: [
      { ...shown, id: globalId('DashboardWebinar', 'past,w%3D%3D'), host: { email: 'ada@example.com' } },
      { ...shown, id: globalId('DashboardWebinar', 'past,x'), host: null },
    ],
    calls: [`${LIST}?from=2026-06-09&to=2026-07-02&type=past&page_size=30`],
  },
  {
    name: 'one webinar, in the state that is named',
    table: { [ONE]: { ...HELD, has_meeting_summary: true } },
    query: '{ dashboard { webinar(id: "w==", type: LIVE) { id hasMeetingSummary } } }',
    at: 'dashboard.webinar',
    data: { id: globalId('DashboardWebinar', 'live,w%3D%3D'), hasMeetingSummary: true },
    calls: [`${ONE}?type=live`],
  },
  {
    name: 'its participants, their registration, media, shares and feedback',
    table: {
      [`${ONE}/participants`]: { participants: [{ id: 'u1', user_id: '100', role: 'panelist', registrant_id: 'r' }] },
      [`${ONE}/participants/100/qos`]: { user_id: '100', health: 'Critical' },
      [`${ONE}/participants/sharing`]: { participants: [{ user_id: '100', details: [{ content: 'Desktop' }] }] },
      [`${ONE}/participants/satisfaction`]: { participants: [{ user_id: 'u1', quality: 'GOOD' }] },
    },
    query: `{ dashboard { webinar(id: "w==") { participants { nodes { role registrantId user { zoomId }
      qos { zoomId health } sharing { details { content } } satisfaction { quality } } } } } }`,
    at: 'dashboard.webinar.participants.nodes',
    data: [
      {
        role: 'PANELIST',
        registrantId: 'r',
        user: { zoomId: 'u1' },
        qos: { zoomId: '100', health: 'CRITICAL' },
        sharing: { details: [{ content: 'Desktop' }] },
        satisfaction: { quality: 'GOOD' },
      },
    ],
    calls: [
      `${ONE}/participants/100/qos?type=past`,
      `${ONE}/participants/satisfaction?type=past&page_size=300`,
      `${ONE}/participants/sharing?type=past&page_size=300`,
      `${ONE}/participants?type=past&include_fields=registrant_id&page_size=30`,
    ],
    together: true,
  },
  {
    name: 'media, shares and feedback of a webinar are lists of their own, of media ten a page',
    table: Object.fromEntries(
      ['qos', 'sharing', 'satisfaction'].map((list) => [
        `${ONE}/participants/${list}`,
        { participants: [{ user_id: list }] },
      ]),
    ),
    query: `{ dashboard { webinar(id: "w==") { qos { nodes { seatId } } sharing { nodes { seatId } }
      feedback { nodes { userId } } } } }`,
    at: 'dashboard.webinar',
    data: {
      qos: { nodes: [{ seatId: 'qos' }] },
      sharing: { nodes: [{ seatId: 'sharing' }] },
      feedback: { nodes: [{ userId: 'satisfaction' }] },
    },
    calls: [
      `${ONE}/participants/qos?type=past&page_size=10`,
      `${ONE}/participants/sharing?type=past&page_size=30`,
      `${ONE}/participants/satisfaction?type=past&page_size=30`,
    ],
    together: true,
  },
]);
