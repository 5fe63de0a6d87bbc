import { expect, test } from 'vitest';
import { globalId, leaves, reads, walks } from '../../rows.ts';
import { stub } from '../../stub.ts';

const HELD = { uuid: 'aDYlohsHRtCd4ii1uC2+hA==', id: 95746065432, topic: 'Launch', host_id: 'ann' };
const report = (uuid: string) => `GET /report/webinars/${uuid}`;
const past = (uuid: string) => `GET /past_webinars/${uuid}`;

leaves(
  'an instance by its uuid, and what its report tells of host and webinar without a call',
  report(HELD.uuid),
  (fields) => `{ webinarInstance(id: "${HELD.uuid}") { ${fields} } }`,
  [
    ['uuid', HELD.uuid, 'id', globalId('WebinarInstance', HELD.uuid)],
    ['type', 6, 'type', 'RECURRING_NO_FIXED_TIME'],
    ['host_id', 'ann', 'host { zoomId }', { zoomId: 'ann' }],
    ['id', 95746065432, 'webinar { zoomId host { zoomId } }', { zoomId: '95746065432', host: { zoomId: 'ann' } }],
  ],
);

reads([
  {
    name: 'the list of a webinar’s instances tells uuid and start; the rest is one read for each',
    table: {
      [`${past('95746065432')}/instances`]: {
        webinars: [
          { uuid: 'b', start_time: '2026-03-02T09:00:00Z' },
          { uuid: 'a', start_time: '' },
        ],
      },
      [report('a')]: { ...HELD, uuid: 'a', topic: 'First' },
    },
    query: '{ webinar(id: "95746065432") { instances { nodes { uuid startTime topic } } } }',
    at: 'webinar.instances.nodes',
    data: [
      { uuid: 'b', startTime: '2026-03-02T09:00:00Z', topic: null },
      { uuid: 'a', startTime: null, topic: 'First' },
    ],
    errors: [{ path: ['webinar', 'instances', 'nodes', 0, 'topic'], extensions: { code: 'NOT_FOUND' } }],
    calls: [`${past('95746065432')}/instances`, report('b'), report('a')],
  },
  {
    name: 'the latest instance is read by the number of the webinar, and goes by its uuid from then on',
    table: {
      'GET /webinars/95746065432': { id: 95746065432 },
      [report('95746065432')]: HELD,
      [`${past(HELD.uuid)}/qa`]: { questions: [{ name: 'Eve' }] },
    },
    query: '{ webinar(id: "95746065432") { latestInstance { uuid topic questions { nodes { name } } } } }',
    at: 'webinar.latestInstance',
    data: { uuid: HELD.uuid, topic: 'Launch', questions: { nodes: [{ name: 'Eve' }] } },
    calls: ['GET /webinars/95746065432', report('95746065432'), `${past(HELD.uuid)}/qa`],
  },
  {
    name: 'a webinar that was never held has no latest instance, which is no error',
    query: '{ webinar(id: "95746065432") { zoomId latestInstance { topic } } }',
    table: { 'GET /webinars/95746065432': { id: 95746065432 } },
    at: 'webinar',
    data: { zoomId: '95746065432', latestInstance: null },
  },
]);

// The stub decodes a path once, as Zoom does: what is left of a double encoding can be read in it.
test.each([
  ['ab+c/d==', 'ab+c/d=='],
  ['/abc==', '%2Fabc%3D%3D'],
  ['ab//c==', 'ab%2F%2Fc%3D%3D'],
])('the uuid %s stands in paths as %s', async (uuid, sent) => {
  const { run, calls } = stub({
    [`${past(sent)}/absentees`]: { registrants: [{ first_name: 'Eve', status: 'approved' }] },
    [`${past(sent)}/polls`]: { questions: [{ name: 'Eve', question_details: [{ question: 'Why?' }] }] },
    [`${past(sent)}/qa`]: { questions: [{ name: 'Fay', question_details: [{ question: 'How?', answer: 'So.' }] }] },
    [`${past(sent)}/files`]: { in_meeting_files: [{ file_name: 'a.pdf', file_size: 5_000_000_000 }] },
    [`${report(sent)}/participants`]: { participants: [{ id: 'ann', user_id: '1', status: 'in_meeting' }] },
  });
  const { data, errors } = await run(
    `query ($id: ID!) { webinarInstance(id: $id) {
      absentees { nodes { firstName status } } pollResults { nodes { name questionDetails { question } } }
      questions { nodes { name questionDetails { question answer } } } files { nodes { fileName fileSize } }
      participants { nodes { id seatId status user { zoomId } } }
    } }`,
    { id: globalId('WebinarInstance', uuid) },
  );
  expect(errors).toBeUndefined();
  expect(data?.webinarInstance).toEqual({
    absentees: { nodes: [{ firstName: 'Eve', status: 'APPROVED' }] },
    pollResults: { nodes: [{ name: 'Eve', questionDetails: [{ question: 'Why?' }] }] },
    questions: { nodes: [{ name: 'Fay', questionDetails: [{ question: 'How?', answer: 'So.' }] }] },
    files: { nodes: [{ fileName: 'a.pdf', fileSize: expect.anything() }] },
    participants: {
      nodes: [{ id: expect.any(String), seatId: '1', status: 'IN_MEETING', user: { zoomId: 'ann' } }],
    },
  });
  expect(calls.sort()).toEqual(
    [
      `${past(sent)}/absentees?page_size=30`,
      `${past(sent)}/files`,
      `${past(sent)}/polls`,
      `${past(sent)}/qa`,
      `${report(sent)}/participants?page_size=30`,
    ].sort(),
  );
});

walks([
  {
    name: 'a cursor tells two stays of one person apart, and the registration is asked for only when it is selected',
    table: {
      [report('a')]: { ...HELD, uuid: 'a' },
      [`${report('a')}/participants`]: {
        participants: [
          { id: 'ann', user_id: '1', registrant_id: 'r' },
          { id: 'ann', user_id: '2', registrant_id: 'r' },
        ],
      },
    },
    of: 'webinarInstance(id: "a")',
    list: 'participants(first: 1)',
    nodes: 'seatId registrantId',
    pages: [[{ seatId: '1', registrantId: 'r' }], [{ seatId: '2', registrantId: 'r' }]],
    calls: Array.from({ length: 2 }, () => `${report('a')}/participants?include_fields=registrant_id&page_size=30`),
  },
]);
