import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Received, type Result, refusal, stub } from '../../stub.ts';

const refused = ({ errors }: Result) => errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]);
const global = (type: string, key: string) => btoa(`${type}:${key}`);

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

test('the webinars of a month, by page, of the group and by the date that were asked for', async () => {
  const { run, calls } = stub({
    [LIST]: ({ query }: Received) =>
      query.has('next_page_token')
        ? { webinars: [{ ...HELD, uuid: 'x', email: '' }] }
        : { webinars: [HELD], next_page_token: 'more' },
  });
  const { data, errors } = await run(`{ dashboard { webinars(from: "2026-06-10", type: PAST, groupId: "g",
    queryDateType: START_TIME) { nodes { id webinarId topic hostName participantsCount videoQuality host { email } } } } }`);
  expect(errors).toBeUndefined();
  const shown = {
    id: global('DashboardWebinar', 'past,w%3D%3D'),
    webinarId: '95746065432',
    topic: 'Launch',
    hostName: 'Ada Lovelace',
    participantsCount: 0,
    videoQuality: 'POOR',
    host: { email: 'ada@example.com' },
  };
  expect(data?.dashboard).toEqual({
    webinars: { nodes: [shown, { ...shown, id: global('DashboardWebinar', 'past,x'), host: null }] },
  });
  const sent = `${LIST}?query_date_type=start_time&group_id=g&from=2026-06-09&to=2026-07-02&type=past&page_size=30`;
  expect(calls).toEqual([sent, `${sent}&next_page_token=more`]);
});

test('one webinar, in the state that is named', async () => {
  const { run, calls } = stub({ [ONE]: { ...HELD, has_meeting_summary: true } });
  const { data, errors } = await run('{ dashboard { webinar(id: "w==", type: LIVE) { id topic hasMeetingSummary } } }');
  expect(errors).toBeUndefined();
  expect(data?.dashboard).toEqual({
    webinar: { id: global('DashboardWebinar', 'live,w%3D%3D'), topic: 'Launch', hasMeetingSummary: true },
  });
  expect(calls).toEqual([`${ONE}?type=live`]);
});

test('its participants, their registration, media, shares and feedback', async () => {
  const { run, calls } = stub({
    [`${ONE}/participants`]: { participants: [{ ...STAY, registrant_id: 'r' }] },
    [`${ONE}/participants/100/qos`]: { user_id: '100', health: 'Critical', webinar_number: '95746065432' },
    [`${ONE}/participants/sharing`]: { participants: [{ user_id: '100', details: [{ content: 'Desktop' }] }] },
    [`${ONE}/participants/satisfaction`]: { participants: [{ user_id: 'u1', quality: 'GOOD' }] },
  });
  const { data, errors } = await run(
    within(`participants { nodes { role registrantId user { zoomId } qos { zoomId health webinarNumber }
      sharing { details { content } } satisfaction { quality } } }`),
  );
  expect(errors).toBeUndefined();
  expect(data?.dashboard).toEqual({
    webinar: {
      participants: {
        nodes: [
          {
            role: 'PANELIST',
            registrantId: 'r',
            user: { zoomId: 'u1' },
            qos: { zoomId: '100', health: 'CRITICAL', webinarNumber: '95746065432' },
            sharing: { details: [{ content: 'Desktop' }] },
            satisfaction: { quality: 'GOOD' },
          },
        ],
      },
    },
  });
  expect(calls.toSorted()).toEqual([
    `${ONE}/participants/100/qos?type=past`,
    `${ONE}/participants/satisfaction?type=past&page_size=300`,
    `${ONE}/participants/sharing?type=past&page_size=300`,
    `${ONE}/participants?type=past&include_fields=registrant_id&page_size=30`,
  ]);
});

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

test('refusals keep their meaning', async () => {
  const cases: [string, string, string][] = [
    ['{ dashboard { webinars { nodes { uuid } } } }', LIST, 'dashboard.webinars'],
    [within('topic'), ONE, 'dashboard.webinar'],
    [within('participants { nodes { userId } }'), `${ONE}/participants`, 'dashboard.webinar.participants'],
    [within('qos { nodes { userId } }'), `${ONE}/participants/qos`, 'dashboard.webinar.qos'],
    [within('sharing { nodes { userId } }'), `${ONE}/participants/sharing`, 'dashboard.webinar.sharing'],
    [within('feedback { nodes { userId } }'), `${ONE}/participants/satisfaction`, 'dashboard.webinar.feedback'],
    [
      within('participants { nodes { qos { health } } }'),
      `${ONE}/participants/100/qos`,
      'dashboard.webinar.participants.nodes.0.qos',
    ],
  ];
  for (const [query, call, path] of cases)
    for (const [status, code, expected] of [
      [400, 12702, 'BAD_USER_INPUT'],
      [400, 12703, 'FORBIDDEN'],
      [400, 200, 'FORBIDDEN'],
    ] as const) {
      const { run } = stub({ [`${ONE}/participants`]: { participants: [STAY] }, [call]: refusal(status, code, 'No.') });
      expect(refused(await run(query)), `${call} ${code}`).toEqual([[path, expected]]);
    }
  const { run } = stub({ [`${ONE}/participants`]: refusal(404, 3001, 'No.') });
  expect(refused(await run(within('participants { nodes { userId } }')))).toEqual([
    ['dashboard.webinar.participants', 'NOT_FOUND'],
  ]);
});
