import { expect, test } from 'vitest';
import { globalId, reads, walks, writes } from '../rows.ts';
import { done, type Received, type Result, refusal, stub } from '../stub.ts';

const refused = ({ errors }: Result) => errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]);

const MEETING = { 'GET /meetings/1': { id: 1, topic: 'One' } };
const EVE = { id: 'eve', email: 'eve@example.com', first_name: 'Eve', last_name: '', status: 'approved' };
const byStatus =
  (rows: Readonly<Record<string, readonly object[]>>) =>
  ({ query }: Received) => ({ registrants: rows[query.get('status') ?? ''] ?? [] });

reads(
  [
    {
      name: 'the registrants of a meeting, by default the approved ones',
      table: {
        'GET /meetings/1/registrants': {
          registrants: [
            {
              ...EVE,
              no_of_employees: '1,001-5,000',
              role_in_purchase_process: 'Evaluator/Recommender',
            },
          ],
          total_records: 1,
        },
      },
      query: '{ meeting(id: 1) { registrants { nodes { id zoomId status noOfEmployees roleInPurchaseProcess } } } }',
      at: 'meeting.registrants.nodes',
      data: [
        {
          id: globalId('MeetingRegistrant', '1,eve'),
          zoomId: 'eve',
          status: 'APPROVED',
          noOfEmployees: 'FROM_1001_TO_5000',
          roleInPurchaseProcess: 'EVALUATOR_RECOMMENDER',
        },
      ],
      calls: ['GET /meetings/1/registrants?status=approved&page_size=30'],
    },
    {
      name: 'what people are asked when they register',
      table: {
        'GET /meetings/1/registrants/questions': {
          questions: [{ field_name: 'job_title' }],
          custom_questions: [{ type: 'single' }],
        },
      },
      query: '{ meeting(id: 1) { registrationQuestions { questions { fieldName } customQuestions { type } } } }',
      at: 'meeting.registrationQuestions',
      data: { questions: [{ fieldName: 'JOB_TITLE' }], customQuestions: [{ type: 'SINGLE' }] },
    },
    {
      name: 'an empty list of statuses is refused without a call for registrants',
      query: '{ meeting(id: 1) { topic registrants(status: []) { nodes { zoomId } } } }',
      data: { meeting: { topic: 'One', registrants: null } },
      errors: [{ path: ['meeting', 'registrants'], extensions: { code: 'BAD_USER_INPUT' } }],
      calls: ['GET /meetings/1'],
    },
  ],
  MEETING,
);

walks([
  {
    name: 'several statuses are one list, and a cursor crosses from one to the next',
    table: {
      'GET /meetings/1/registrants': byStatus({
        pending: [{ ...EVE, id: 'p', status: 'pending' }],
        denied: [{ ...EVE, id: 'd', status: 'denied' }],
      }),
    },
    of: 'meeting(id: 1)',
    list: 'registrants(first: 1, status: [PENDING, APPROVED, DENIED], occurrenceId: "177")',
    nodes: 'zoomId status',
    pages: [[{ zoomId: 'p', status: 'PENDING' }], [{ zoomId: 'd', status: 'DENIED' }]],
    calls: ['pending', 'pending', 'approved', 'denied'].map(
      (status) => `GET /meetings/1/registrants?occurrence_id=177&status=${status}&page_size=30`,
    ),
  },
]);

test('registrants by global id are looked for status by status, all of a meeting in one walk', async () => {
  const { run, calls } = stub({
    'GET /meetings/1/registrants': byStatus({ approved: [EVE], pending: [{ ...EVE, id: 'fay', first_name: 'Fay' }] }),
  });
  const nodes = async (...keys: string[]) => {
    calls.length = 0;
    return run('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on MeetingRegistrant { firstName } } }', {
      ids: keys.map((key) => globalId('MeetingRegistrant', key)),
    });
  };
  expect((await nodes('1,eve', '1,fay')).data).toEqual({ nodes: [{ firstName: 'Eve' }, { firstName: 'Fay' }] });
  expect(calls).toEqual([
    'GET /meetings/1/registrants?status=approved&page_size=300',
    'GET /meetings/1/registrants?status=pending&page_size=300',
  ]);
  const gone = await nodes('1,eve', '1,zoe');
  expect(gone.data).toEqual({ nodes: [{ firstName: 'Eve' }, null] });
  expect(refused(gone)).toEqual([['nodes.1', 'NOT_FOUND']]);
  expect(calls).toHaveLength(3);
});

const ADDING = 'addMeetingRegistrant(input: { meetingId: "1", email: "eve@example.com", firstName: "Eve" })';
const changing = (action: string, meeting: string, input = '') =>
  `${action}MeetingRegistrants(input: { meetingId: "1" ${input} }) { meeting { ${meeting} } }`;
const PEOPLE = `occurrenceId: "177", registrants: [{ id: "${globalId('MeetingRegistrant', '1,eve')}" }, { id: "fay" }, { email: "g@b.c" }]`;

writes(
  [
    {
      name: 'addMeetingRegistrant sends the person, and gives what Zoom answered without a read',
      mutation: `addMeetingRegistrant(input: {
        meetingId: "${globalId('Meeting', '1')}", occurrenceIds: ["177", "178"], email: "eve@example.com", firstName: "Eve",
        noOfEmployees: FROM_1_TO_20, purchasingTimeFrame: WITHIN_A_MONTH, roleInPurchaseProcess: DECISION_MAKER, language: DE_DE
      }) { registrantId registrant { id zoomId } meeting { id } }`,
      payload: {
        registrantId: 'eve',
        registrant: { id: globalId('MeetingRegistrant', '1,eve'), zoomId: 'eve' },
        meeting: { id: globalId('Meeting', '1') },
      },
      calls: ['POST /meetings/1/registrants?occurrence_ids=177,178'],
      body: {
        email: 'eve@example.com',
        first_name: 'Eve',
        no_of_employees: '1-20',
        purchasing_time_frame: 'Within a month',
        role_in_purchase_process: 'Decision Maker',
        language: 'de-DE',
      },
    },
    {
      name: 'addMeetingRegistrant looks the registrant up when more than its id is selected',
      table: { 'GET /meetings/1/registrants': byStatus({ pending: [{ ...EVE, status: 'pending' }] }) },
      mutation: `${ADDING} { registrant { status } }`,
      payload: { registrant: { status: 'PENDING' } },
      calls: [
        'POST /meetings/1/registrants',
        'GET /meetings/1/registrants?status=approved&page_size=300',
        'GET /meetings/1/registrants?status=pending&page_size=300',
      ],
      body: { email: 'eve@example.com', first_name: 'Eve' },
    },
    {
      name: 'addMeetingRegistrants is one call for many, and gives what Zoom answered without a read',
      mutation: `addMeetingRegistrants(input: { meetingId: 1, autoApprove: true, registrants: [
        { email: "eve@example.com", firstName: "Eve" }, { email: "fay@example.com", firstName: "Fay", lastName: "Lee" }] }) {
        registrants { id email joinUrl } registrantEdges { node { zoomId } } meeting { zoomId } }`,
      payload: {
        registrants: [
          { id: globalId('MeetingRegistrant', '1,eve'), email: 'eve@example.com', joinUrl: 'https://zoom.us/w/1?tk=e' },
          { id: globalId('MeetingRegistrant', '1,fay'), email: 'fay@example.com', joinUrl: null },
        ],
        registrantEdges: [{ node: { zoomId: 'eve' } }, { node: { zoomId: 'fay' } }],
        meeting: { zoomId: '1' },
      },
      calls: ['POST /meetings/1/batch_registrants'],
      body: {
        auto_approve: true,
        registrants: [
          { email: 'eve@example.com', first_name: 'Eve' },
          { email: 'fay@example.com', first_name: 'Fay', last_name: 'Lee' },
        ],
      },
    },
    {
      name: 'updateMeetingRegistrationQuestions sends them, and reads them again',
      mutation: `updateMeetingRegistrationQuestions(input: { meetingId: 1, questions: [{ fieldName: ORG, required: true }],
        customQuestions: [{ title: "How?", type: SINGLE, answers: ["A", "B"] }] }) {
        meeting { registrationQuestions { questions { fieldName } } } }`,
      payload: { meeting: { registrationQuestions: { questions: [{ fieldName: 'ORG' }] } } },
      calls: ['PATCH /meetings/1/registrants/questions', 'GET /meetings/1/registrants/questions'],
      body: {
        questions: [{ field_name: 'org', required: true }],
        custom_questions: [{ title: 'How?', type: 'single', answers: ['A', 'B'] }],
      },
    },
    ...['approve', 'deny', 'cancel'].map((action) => ({
      name: `${action}MeetingRegistrants puts its action`,
      mutation: changing(action, 'zoomId', PEOPLE),
      payload: { meeting: { zoomId: '1' } },
      calls: ['PUT /meetings/1/registrants/status?occurrence_id=177'],
      body: { action, registrants: [{ id: 'eve' }, { id: 'fay' }, { email: 'g@b.c' }] },
    })),
    {
      name: 'after an approval the registrants are read anew',
      mutation: changing('approve', 'registrants { nodes { zoomId status } }', 'registrants: [{ id: "eve" }]'),
      payload: { meeting: { registrants: { nodes: [{ zoomId: 'eve', status: 'APPROVED' }] } } },
      calls: ['PUT /meetings/1/registrants/status', 'GET /meetings/1/registrants?status=approved&page_size=30'],
      body: { action: 'approve', registrants: [{ id: 'eve' }] },
    },
  ],
  {
    ...MEETING,
    'POST /meetings/1/registrants': { registrant_id: 'eve' },
    'POST /meetings/1/batch_registrants': {
      registrants: [
        { registrant_id: 'eve', email: 'eve@example.com', join_url: 'https://zoom.us/w/1?tk=e' },
        { registrant_id: 'fay', email: 'fay@example.com' },
      ],
    },
    'PATCH /meetings/1/registrants/questions': done(),
    'GET /meetings/1/registrants/questions': { questions: [{ field_name: 'org' }] },
    'PUT /meetings/1/registrants/status': done(),
    'GET /meetings/1/registrants': byStatus({ approved: [EVE] }),
  },
);

test('the person’s three a day are RATE_LIMITED, and not repeated', async () => {
  const message =
    'You have exceeded the daily rate limit (3) of Add meeting registrant API requests for the registrant (eve@example.com).';
  const { run, calls } = stub({ 'POST /meetings/1/registrants': refusal(429, 429, message) });
  const result = await run(`mutation { ${ADDING} { registrantId } }`);
  expect(result.data).toEqual({ addMeetingRegistrant: null });
  expect(refused(result)).toEqual([['addMeetingRegistrant', 'RATE_LIMITED']]);
  expect(calls).toHaveLength(1);
});
