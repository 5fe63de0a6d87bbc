/** Call history, and what it says of call logs; what Zoom refuses stands in operations/refusals.tsv. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { globalId, reads } from '../../rows.ts';
import { refusal, stub } from '../../stub.ts';

beforeEach(() => vi.useFakeTimers({ now: new Date('2026-05-31T12:00:00Z'), toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

const call = {
  call_history_uuid: 'h1',
  call_id: '7001',
  direction: 'inbound',
  connect_type: 'external',
  call_type: 'general',
  call_result: 'no_answer',
  recording_status: 'non_recorded',
  start_time: '2026-05-04T09:00:00Z',
  caller_name: 'Outside',
  caller_number_type: '3rd_party_contact_center',
  callee_ext_id: 'xq',
  callee_ext_type: 'call_queue',
  site_id: 's1',
  site_name: 'Berlin',
  group_id: 'g1',
};
const part = {
  call_element_id: 'e1',
  call_id: '7001',
  event: 'ring_to_member',
  result: 'ring_timeout',
  result_reason: 'answered_by_other',
  callee_ext_id: 'x1',
  callee_ext_type: 'user',
  recording_type: 'ad-hoc',
  segment: 1,
};
const days = '(from: "2026-05-01", to: "2026-05-07")';
const account = 'GET /phone/call_history?from=2026-04-30&to=2026-05-09&page_size=30';
const table = {
  'GET /phone/call_history': { call_history: [call] },
  'GET /phone/call_history/h1': { ...call, call_elements: [part, { ...part, call_element_id: 'e2', segment: 2 }] },
  'GET /phone/call_element/e1': { ...part, call_history_uuid: 'h1', caller_account_code: '55' },
  'GET /phone/users': { users: [{ id: 'u1', extension_id: 'x1', email: 'ann@example.com' }] },
  'GET /phone/call_queues': { call_queues: [{ id: 'q1', extension_id: 'xq', name: 'Sales' }] },
};

reads(
  [
    {
      name: 'the calls of the account with site and group are one call, words and all',
      query: `{ phone { callHistory${days} { nodes { id zoomId callId direction connectType callType callResult
        recordingStatus callerName callerNumberType calleeExtType site { id name } group { zoomId } } } } }`,
      at: 'phone.callHistory.nodes',
      data: [
        {
          id: globalId('CallHistory', 'h1'),
          zoomId: 'h1',
          callId: '7001',
          direction: 'INBOUND',
          connectType: 'EXTERNAL',
          callType: 'GENERAL',
          callResult: 'NO_ANSWER',
          recordingStatus: 'NON_RECORDED',
          callerName: 'Outside',
          callerNumberType: 'THIRD_PARTY_CONTACT_CENTER',
          calleeExtType: 'CALL_QUEUE',
          site: { id: globalId('PhoneSite', 's1'), name: 'Berlin' },
          group: { zoomId: 'g1' },
        },
      ],
      calls: [account],
    },
    {
      name: 'several words and ids of a filter go as one text, by which day too',
      query: `{ phone { callHistory(from: "2026-05-01", to: "2026-05-07", timeType: END_TIME,
        callResults: [NO_ANSWER, ABANDONED], siteIds: ["${globalId('PhoneSite', 's1')}", "s2"]) { nodes { zoomId } } } }`,
      table: { 'GET /phone/call_history': { call_history: [{ ...call, end_time: '2026-05-05T09:00:00Z' }] } },
      at: 'phone.callHistory.nodes',
      data: [{ zoomId: 'h1' }],
      calls: [
        'GET /phone/call_history?call_results=no_answer,abandoned&site_ids=s1,s2&time_type=end_time&from=2026-04-30&to=2026-05-09&page_size=30',
      ],
    },
    {
      name: 'the path of a call is its elements: one call more, and none for what they tell',
      query: `{ phone { callHistory${days} { nodes { callElements { id event result resultReason segment recordingType } } } } }`,
      at: 'phone.callHistory.nodes',
      data: [
        {
          callElements: ['e1', 'e2'].map((id, i) => ({
            id: globalId('CallElement', id),
            event: 'RING_TO_MEMBER',
            result: 'RING_TIMEOUT',
            resultReason: 'ANSWERED_BY_OTHER',
            segment: i + 1,
            recordingType: 'ON_DEMAND',
          })),
        },
      ],
      calls: [account, 'GET /phone/call_history/h1'],
    },
    {
      name: 'an element is read by its id, and leads to its call and to who was called',
      query: `{ node(id: "${globalId('CallElement', 'e1')}") { ... on CallElement { callerAccountCode
        call { zoomId } callee { email user { zoomId } } caller { id } } } }`,
      at: 'node',
      data: {
        callerAccountCode: '55',
        call: { zoomId: 'h1' },
        callee: { email: 'ann@example.com', user: { zoomId: 'u1' } },
        caller: null,
      },
      calls: ['GET /phone/call_element/e1', 'GET /phone/users?page_size=100'],
    },
    {
      name: 'a queue that was called is found by its extension',
      query: `{ phone { callHistory${days} { nodes { calleeQueue { id name } callee { id } calleeAutoReceptionist { id } } } } }`,
      at: 'phone.callHistory.nodes',
      data: [
        {
          calleeQueue: { id: globalId('CallQueue', 'q1'), name: 'Sales' },
          callee: null,
          calleeAutoReceptionist: null,
        },
      ],
      calls: [account, 'GET /phone/call_queues?page_size=100'],
    },
    {
      name: 'the calls of a user are the parts that are theirs',
      table: {
        'GET /phone/users/u1/call_history': {
          call_elements: [{ ...part, call_history_uuid: 'h1', start_time: '2026-05-04T09:00:00Z', talk_time: 5 }],
        },
      },
      query: `{ phone { users { nodes { callHistory${days} { nodes { id talkTime call { zoomId } } } } } } }`,
      at: 'phone.users.nodes',
      data: [
        {
          callHistory: {
            nodes: [{ id: globalId('CallElement', 'e1'), talkTime: 5, call: { zoomId: 'h1' } }],
          },
        },
      ],
      calls: [
        'GET /phone/users?page_size=30',
        'GET /phone/users/u1/call_history?from=2026-04-30&to=2026-05-09&page_size=30',
      ],
    },
    {
      name: 'the calls of a site are those that Zoom lists for it',
      table: { 'GET /phone/sites': { sites: [{ id: 's1' }] } },
      query: `{ phone { sites { nodes { callHistory${days} { nodes { zoomId } } } } } }`,
      at: 'phone.sites.nodes',
      data: [{ callHistory: { nodes: [{ zoomId: 'h1' }] } }],
      calls: [
        'GET /phone/sites?page_size=30',
        'GET /phone/call_history?site_ids=s1&from=2026-04-30&to=2026-05-09&page_size=30',
      ],
    },
    {
      name: 'the voicemail of a part is found by who was called: all phone users once, and a list for each of those called',
      table: {
        'GET /phone/users/u2/call_history': {
          call_elements: [
            { ...part, voicemail_id: 'v1', start_time: '2026-05-04T09:00:00Z' },
            { ...part, call_element_id: 'e2', voicemail_id: 'v9', start_time: '2026-05-04T10:00:00Z' },
            { ...part, call_element_id: 'e3', start_time: '2026-05-04T11:00:00Z' },
            { ...part, call_element_id: 'e4', voicemail_id: 'v1', callee_ext_type: 'call_queue' },
          ],
        },
        'GET /phone/users/u1/voice_mails': { voice_mails: [{ id: 'v1', duration: 9 }] },
      },
      query: `{ phoneUser(id: "u2") { callHistory${days} { nodes { voicemail { zoomId duration } } } } }`,
      at: 'phoneUser.callHistory.nodes',
      data: [
        { voicemail: { zoomId: 'v1', duration: 9 } },
        { voicemail: null },
        { voicemail: null },
        { voicemail: null },
      ],
      calls: [
        'GET /phone/users/u2/call_history?from=2026-04-30&to=2026-05-09&page_size=30',
        'GET /phone/users?page_size=100',
        'GET /phone/users/u1/voice_mails?from=2026-05-03&to=2026-05-07&page_size=300',
      ],
    },
    {
      name: 'a recording leads to its part of the call, in either form of the history',
      table: {
        'GET /phone/users/u1/recordings': {
          recordings: [{ id: 'r1', date_time: '2026-05-04T09:00:00Z', call_element_id: 'e1', call_history_id: 'd1' }],
        },
        'GET /phone/call_history_detail/d1': { id: 'd1', call_path_id: 'p1', event: 'park' },
      },
      query: `{ phone { users { nodes { recordings${days} { nodes { callElement { event } callHistoryDetail { event callPathId } } } } } } }`,
      at: 'phone.users.nodes',
      data: [
        {
          recordings: {
            nodes: [
              { callElement: { event: 'RING_TO_MEMBER' }, callHistoryDetail: { event: 'PARK', callPathId: 'p1' } },
            ],
          },
        },
      ],
    },
  ],
  table,
);

test.each([
  ['the account', 'GET /phone/call_logs', `{ phone { callLogs${days} { nodes { id } } } }`, ['phone', 'callLogs']],
  [
    'a user',
    'GET /phone/users/u1/call_logs',
    `{ phoneUser(id: "u1") { callLogs${days} { nodes { id } } } }`,
    ['phoneUser', 'callLogs'],
  ],
])('call logs of %s that Zoom no longer offers are refused with what takes their place', async (_, at, query, path) => {
  const { run } = stub({ [at]: refusal(404, 2300, 'This API endpoint is not recognized.') });
  const { errors } = await run(query);
  expect(errors).toMatchObject([
    {
      path,
      message: 'This API endpoint is not recognized. Zoom announced the end of this for 2026-05-30. Use `callHistory`.',
    },
  ]);
});
