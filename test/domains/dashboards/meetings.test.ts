/** Meetings of the dashboard and who took part; what Zoom refuses stands in operations/refusals.tsv. */
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { byPage, callsOf } from '../../pages.ts';
import { globalId, reads } from '../../rows.ts';
import type { Received } from '../../stub.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-30T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const LIST = 'GET /metrics/meetings';
const ONE = `${LIST}/a==`;
const HELD = {
  uuid: 'a==',
  id: 85746065432,
  topic: 'Standup',
  email: 'ada@example.com',
  start_time: '2026-06-29T09:00:00Z',
};
const EARLY = { ...HELD, uuid: 'b', email: '', start_time: '2026-06-03T09:00:00Z' };
const NIGHT = { uuid: 'night', id: 1, start_time: '2026-05-30T23:30:00Z', end_time: '2026-05-31T00:30:00Z' };

const idOf = (key: string) => globalId('DashboardMeeting', key);
const named = { meeting: { zoomId: '85746065432' } };

reads([
  {
    name: 'a month and more is asked month by month, and nothing is shown twice; host, meeting and instance cost no call',
    table: {
      [LIST]: ({ query }: Received) => ({ meetings: query.get('to') === '2026-07-02' ? [HELD, EARLY] : [EARLY] }),
    },
    query: `{ account { dashboard { meetings(from: "2026-06-01", to: "2026-06-30") { totalCount nodes {
      id zoomId host { email } meeting { zoomId } instance { zoomId meeting { zoomId } } } } } } }`,
    at: 'account.dashboard.meetings',
    data: {
      totalCount: 2,
      nodes: [
        {
          id: idOf('past,a%3D%3D'),
          zoomId: 'a==',
          host: { email: 'ada@example.com' },
          ...named,
          instance: { zoomId: 'a==', ...named },
        },
        { id: idOf('past,b'), zoomId: 'b', host: null, ...named, instance: { zoomId: 'b', ...named } },
      ],
    },
    // A month and the days beside it are more than Zoom takes a call.
    calls: [
      `${LIST}?from=2026-06-02&to=2026-07-02&type=past&page_size=30`,
      `${LIST}?from=2026-05-31&to=2026-06-04&type=past&page_size=30`,
    ],
  },
  {
    name: 'each state is a list of its own, and what comes only on request is asked for when it is selected',
    table: {
      [LIST]: ({ query }: Received) => ({
        meetings: [{ ...HELD, uuid: query.get('type'), tracking_fields: [{ field: 'Project', value: 'X' }] }],
      }),
    },
    query: `{ dashboard { meetings(from: "2026-06-20", type: [LIVE, PAST_ONE], groupIncludeParticipant: false) {
      nodes { id trackingFields { field value } } } } }`,
    at: 'dashboard.meetings.nodes',
    data: ['live', 'pastOne'].map((type) => ({
      id: idOf(`${type},${type}`),
      trackingFields: [{ field: 'Project', value: 'X' }],
    })),
    calls: ['live', 'pastOne'].map(
      (type) =>
        `${LIST}?group_include_participant=false&include_fields=tracking_fields&from=2026-06-19&to=2026-07-02&type=${type}&page_size=30`,
    ),
  },
  {
    name: 'by their end, meetings belong to the window in which they ended',
    table: { [LIST]: { meetings: [NIGHT] } },
    query: '{ dashboard { meetings(from: "2026-05-10", queryDateType: END_TIME) { nodes { uuid } } } }',
    data: { dashboard: { meetings: { nodes: [{ uuid: 'night' }] } } },
  },
  {
    name: 'what lies beyond half a year is refused with the first day that Zoom keeps',
    query: '{ dashboard { meetings(from: "2025-12-29") { nodes { uuid } } } }',
    data: { dashboard: { meetings: null } },
    errors: [
      {
        message: expect.stringMatching(/6 months: `from` must be 2025-12-30 or later/),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ],
    calls: [],
  },
  ...[
    ['uuid', '"a=="', 'past'],
    ['uuid and state', '"a==", type: LIVE', 'live'],
    ['global id', `"${idOf('pastOne,a%3D%3D')}"`, 'pastOne'],
    ['number', '85746065432', 'past'],
  ].map(([by, args, type]) => ({
    name: `one meeting by its ${by}; what the list alone tells is null`,
    table: { [ONE]: HELD, [`${LIST}/85746065432`]: HELD },
    query: `{ dashboard { meeting(id: ${args}) { id topic audioQuality } } }`,
    at: 'dashboard.meeting',
    data: { id: idOf(`${type},a%3D%3D`), topic: 'Standup', audioQuality: null },
    calls: [`${by === 'number' ? `${LIST}/85746065432` : ONE}?type=${type}`],
  })),
  {
    name: 'what the list lacks is read singly, in the state under which the meeting was listed',
    table: { [LIST]: { meetings: [HELD] }, [ONE]: { ...HELD, has_aic_conversation: false } },
    query: '{ dashboard { meetings(type: LIVE) { nodes { topic hasAicConversation } } } }',
    at: 'dashboard.meetings.nodes',
    data: [{ topic: 'Standup', hasAicConversation: false }],
    calls: [`${LIST}?from=2026-06-02&to=2026-07-02&type=live&page_size=30`, `${ONE}?type=live`],
  },
  {
    name: 'a uuid is encoded twice where Zoom wants it, and a meeting is a node',
    table: { [`${LIST}/%2Fa%2F%2F`]: HELD },
    query: `{ node(id: "${idOf('past,%2Fa%2F%2F')}") { ... on DashboardMeeting { topic } } }`,
    data: { node: { topic: 'Standup' } },
    calls: [`${LIST}/%2Fa%2F%2F?type=past`],
  },
]);

const STAY = {
  participant_user_id: 'u1',
  user_id: '100',
  user_name: 'Ada',
  email: 'ada@example.com',
  optional_archiving: 'no optional archiving',
  aic_disclaimer: 'Request to stop',
  audio_call: [{ call_type: 'call-in' }],
};
const stays = Array.from({ length: 24 }, (_, i) => ({ participant_user_id: `u${i}`, user_id: `${100 + i}` }));
const media = stays.map(({ user_id }) => ({ id: 'u1', user_id, health: 'Good' }));
const nested = (fields: string, args = '') =>
  `{ dashboard { meeting(id: "a=="${args}) { participants(first: 100) { nodes { ${fields} } } } } }`;
const at = 'dashboard.meeting.participants.nodes';
const STAYS = `${ONE}/participants?type=past&page_size=100`;

reads([
  {
    name: 'participants are stays, each with its user, also where there is none',
    table: {
      [`${ONE}/participants`]: {
        participants: [STAY, { user_id: '101', user_name: 'Guest', participant_user_id: '' }],
      },
    },
    query: nested('name user { zoomId email } optionalArchiving aicDisclaimer audioCall { callType }'),
    at,
    data: [
      {
        name: 'Ada',
        user: { zoomId: 'u1', email: 'ada@example.com' },
        optionalArchiving: 'NO_OPTIONAL_ARCHIVING',
        aicDisclaimer: 'REQUEST_TO_STOP',
        audioCall: [{ callType: 'CALL_IN' }],
      },
      { name: 'Guest', user: null, optionalArchiving: null, aicDisclaimer: null, audioCall: null },
    ],
    calls: [STAYS],
  },
  {
    name: 'the registration of participants is asked for only when it is selected',
    table: { [`${ONE}/participants`]: { participants: [{ ...STAY, registrant_id: 'r1' }] } },
    query: nested('registrantId', ', type: LIVE'),
    at,
    data: [{ registrantId: 'r1' }],
    calls: [`${ONE}/participants?type=live&include_fields=registrant_id&page_size=100`],
  },
  {
    name: 'one stay’s media are one call',
    table: { [`${ONE}/participants`]: { participants: [STAY] }, [`${ONE}/participants/100/qos`]: media[0] },
    query: nested('qos { zoomId user { zoomId } health }'),
    at,
    data: [{ qos: { zoomId: '100', user: { zoomId: 'u1' }, health: 'GOOD' } }],
    calls: [STAYS, `${ONE}/participants/100/qos?type=past`],
  },
  {
    name: 'the media of many stays are read ten a call',
    table: {
      [`${ONE}/participants`]: { participants: stays },
      [`${ONE}/participants/qos`]: byPage('participants', [media.slice(0, 10), media.slice(10, 20), media.slice(20)], {
        total_records: 24,
      }),
    },
    query: nested('seatId qos { zoomId health }', ', type: PAST_ONE'),
    at,
    data: stays.map(({ user_id }) => ({ seatId: user_id, qos: { zoomId: user_id, health: 'GOOD' } })),
    calls: [
      `${ONE}/participants?type=pastOne&page_size=100`,
      ...callsOf(`${ONE}/participants/qos?type=past&page_size=10`, 3),
    ],
  },
  {
    name: 'stays without media, which Zoom then does not know, have none and no error',
    table: { [`${ONE}/participants`]: { participants: [STAY, { user_name: 'Seatless' }] } },
    query: nested('name qos { health }'),
    at,
    data: [
      { name: 'Ada', qos: null },
      { name: 'Seatless', qos: null },
    ],
  },
  {
    name: 'what they shared and thought is read once for all of them',
    table: {
      [`${ONE}/participants`]: { participants: stays.slice(0, 3) },
      [`${ONE}/participants/sharing`]: byPage('participants', [
        [{ user_id: '100', details: [{ content: 'Desktop' }] }],
        [{ user_id: '102', details: [] }],
      ]),
      [`${ONE}/participants/satisfaction`]: { participants: [{ user_id: 'u2', email: '', quality: 'NOT GOOD' }] },
    },
    query: nested('seatId sharing { details { content } } satisfaction { quality }'),
    at,
    data: [
      { seatId: '100', sharing: { details: [{ content: 'Desktop' }] }, satisfaction: null },
      { seatId: '101', sharing: null, satisfaction: null },
      { seatId: '102', sharing: { details: [] }, satisfaction: { quality: 'NOT_GOOD' } },
    ],
    calls: [
      STAYS,
      `${ONE}/participants/satisfaction?type=past&page_size=300`,
      ...callsOf(`${ONE}/participants/sharing?type=past&page_size=300`, 2),
    ],
    together: true,
  },
  {
    name: 'of each of many meetings the participants, their shares and their feedback are a call',
    table: {
      [LIST]: { meetings: [HELD, { ...HELD, uuid: 'b' }] },
      ...Object.fromEntries(
        ['a==', 'b'].flatMap((uuid) => [
          [`${LIST}/${uuid}/participants`, { participants: stays.slice(0, 3) }],
          [`${LIST}/${uuid}/participants/sharing`, { participants: [] }],
          [`${LIST}/${uuid}/participants/satisfaction`, { participants: [] }],
        ]),
      ),
    },
    query: `{ dashboard { meetings(from: "2026-06-20") { nodes { participants { nodes {
      sharing { seatId } satisfaction { quality } } } } } } }`,
    at: 'dashboard.meetings.nodes',
    data: [1, 2].map(() => ({
      participants: { nodes: [1, 2, 3].map(() => ({ sharing: null, satisfaction: null })) },
    })),
    calls: [
      `${LIST}?from=2026-06-19&to=2026-07-02&type=past&page_size=30`,
      ...['a==', 'b'].flatMap((uuid) => [
        `${LIST}/${uuid}/participants?type=past&page_size=30`,
        `${LIST}/${uuid}/participants/sharing?type=past&page_size=300`,
        `${LIST}/${uuid}/participants/satisfaction?type=past&page_size=300`,
      ]),
    ],
    together: true,
  },
  {
    name: 'media, shares and feedback are lists of their own; only feedback knows the occurrences of past meetings',
    table: {
      [`${ONE}/participants/qos`]: { participants: [{ user_id: '1' }] },
      [`${ONE}/participants/sharing`]: { participants: [{ user_id: '2', id: 'u2' }] },
      [`${ONE}/participants/satisfaction`]: { participants: [{ user_id: '3' }] },
    },
    query: `{ dashboard { meeting(id: "a==", type: PAST_ONE) { qos(first: 20) { nodes { seatId } }
      sharing { nodes { seatId user { zoomId } } } feedback { nodes { user { zoomId } } } } } }`,
    at: 'dashboard.meeting',
    data: {
      qos: { nodes: [{ seatId: '1' }] },
      sharing: { nodes: [{ seatId: '2', user: { zoomId: 'u2' } }] },
      feedback: { nodes: [{ user: { zoomId: '3' } }] },
    },
    calls: [
      `${ONE}/participants/qos?type=past&page_size=10`,
      `${ONE}/participants/sharing?type=past&page_size=30`,
      `${ONE}/participants/satisfaction?type=pastOne&page_size=30`,
    ],
    together: true,
  },
]);
