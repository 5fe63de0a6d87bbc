import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { globalId, reads, refusals } from '../../rows.ts';
import { type Received, stub } from '../../stub.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-30T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const HELD = {
  uuid: 'w==',
  id: 95746065432,
  topic: 'Launch',
  host: 'Ada Lovelace',
  email: 'ada@example.com',
  participants: 0,
  start_time: '2026-06-29T09:00:00Z',
  video_quality: 'poor',
};
const LIST = 'GET /metrics/webinars';
const ONE = 'GET /metrics/webinars/w==';
const within = (fields: string) => `{ dashboard { webinar(id: "w==") { ${fields} } } }`;
const STAY = { id: 'u1', participant_user_id: '', user_id: '100', user_name: 'Ada', email: '', role: 'panelist' };

const SENT = `${LIST}?query_date_type=start_time&group_id=g&from=2026-06-09&to=2026-07-02&type=past&page_size=30`;
const shown = { webinarId: '95746065432', participantsCount: 0, videoQuality: 'POOR' };

reads([
  {
    name: 'the webinars of a month, by page, of the group and by the date that were asked for',
    table: {
      [LIST]: ({ query }: Received) =>
        query.has('next_page_token')
          ? { webinars: [{ ...HELD, uuid: 'x', email: '' }] }
          : { webinars: [HELD], next_page_token: 'more' },
    },
    query: `{ dashboard { webinars(from: "2026-06-10", type: PAST, groupId: "g", queryDateType: START_TIME) {
      nodes { id webinarId participantsCount videoQuality host { email } }
    } } }`,
    at: 'dashboard.webinars.nodes',
    data: [
      { ...shown, id: globalId('DashboardWebinar', 'past,w%3D%3D'), host: { email: 'ada@example.com' } },
      { ...shown, id: globalId('DashboardWebinar', 'past,x'), host: null },
    ],
    calls: [SENT, `${SENT}&next_page_token=more`],
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
      [`${ONE}/participants`]: { participants: [{ ...STAY, registrant_id: 'r' }] },
      [`${ONE}/participants/100/qos`]: { user_id: '100', health: 'Critical', webinar_number: '95746065432' },
      [`${ONE}/participants/sharing`]: { participants: [{ user_id: '100', details: [{ content: 'Desktop' }] }] },
      [`${ONE}/participants/satisfaction`]: { participants: [{ user_id: 'u1', quality: 'GOOD' }] },
    },
    query: within(`participants { nodes { role registrantId user { zoomId } qos { zoomId health webinarNumber }
      sharing { details { content } } satisfaction { quality } } }`),
    at: 'dashboard.webinar.participants.nodes',
    data: [
      {
        role: 'PANELIST',
        registrantId: 'r',
        user: { zoomId: 'u1' },
        qos: { zoomId: '100', health: 'CRITICAL', webinarNumber: '95746065432' },
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
]);

test('its lists come by page', async () => {
  const page = ({ query }: Received) =>
    query.has('next_page_token')
      ? { participants: [{ user_id: '2' }] }
      : { participants: [{ user_id: '1' }], next_page_token: 'more' };
  const fields = {
    participants: 'participants',
    qos: 'participants/qos',
    sharing: 'participants/sharing',
    feedback: 'participants/satisfaction',
  };
  for (const [field, path] of Object.entries(fields)) {
    const { run, calls } = stub({ [`${ONE}/${path}`]: page });
    const { data, errors } = await run(within(`${field} { nodes { userId } }`));
    expect(errors).toBeUndefined();
    expect(data?.dashboard).toEqual({ webinar: { [field]: { nodes: [{ userId: '1' }, { userId: '2' }] } } });
    const sent = `${ONE}/${path}?type=past&page_size=${field === 'qos' ? 10 : 30}`;
    expect(calls).toEqual([sent, `${sent}&next_page_token=more`]);
  }
});

// What Zoom documents stands in operations/refusals.tsv; these it says as well.
const WEBINARS = 'webinars { nodes { uuid } }';
refusals(
  [
    [LIST, 400, 12702, 'BAD_USER_INPUT', WEBINARS],
    [LIST, 400, 12703, 'FORBIDDEN', WEBINARS],
    [LIST, 400, 200, 'FORBIDDEN', WEBINARS],
    [ONE, 400, 12703, 'FORBIDDEN', 'webinar(id: "w==") { topic }'],
    [ONE, 400, 200, 'FORBIDDEN', 'webinar(id: "w==") { topic }'],
  ],
  { table: {}, query: (refused) => `{ dashboard { ${refused} } }`, data: { dashboard: { refused: null } } },
);
const FEEDBACK = 'feedback { nodes { userId } }';
refusals(
  [
    [`${ONE}/participants`, 400, 12703, 'FORBIDDEN', 'participants { nodes { userId } }'],
    [`${ONE}/participants`, 400, 200, 'FORBIDDEN', 'participants { nodes { userId } }'],
    [`${ONE}/participants/qos`, 400, 12703, 'FORBIDDEN', 'qos { nodes { userId } }'],
    [`${ONE}/participants/qos`, 400, 200, 'FORBIDDEN', 'qos { nodes { userId } }'],
    [`${ONE}/participants/sharing`, 400, 12703, 'FORBIDDEN', 'sharing { nodes { userId } }'],
    [`${ONE}/participants/sharing`, 400, 200, 'FORBIDDEN', 'sharing { nodes { userId } }'],
    [`${ONE}/participants/satisfaction`, 400, 12702, 'BAD_USER_INPUT', FEEDBACK],
    [`${ONE}/participants/satisfaction`, 400, 12703, 'FORBIDDEN', FEEDBACK],
  ],
  { table: {}, query: (refused) => within(refused), data: { dashboard: { webinar: { refused: null } } } },
);
refusals(
  [
    [`${ONE}/participants/100/qos`, 400, 12702, 'BAD_USER_INPUT', 'qos { health }'],
    [`${ONE}/participants/100/qos`, 400, 12703, 'FORBIDDEN', 'qos { health }'],
    [`${ONE}/participants/100/qos`, 400, 200, 'FORBIDDEN', 'qos { health }'],
  ],
  {
    table: { [`${ONE}/participants`]: { participants: [STAY] } },
    query: (refused) => within(`participants { nodes { ${refused} } }`),
    data: { dashboard: { webinar: { participants: { nodes: [{ refused: null }] } } } },
  },
);
