import { expect, test } from 'vitest';
import { globalId, reads, refusals, writes } from '../rows.ts';
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
              participant_pin_code: 0,
              no_of_employees: '1,001-5,000',
              role_in_purchase_process: 'Evaluator/Recommender',
              purchasing_time_frame: 'Next decade',
              custom_questions: [{ title: 'Diet?', value: '' }],
            },
          ],
          total_records: 1,
        },
      },
      query: `{ meeting(id: 1) { registrants { totalCount nodes { id zoomId lastName status participantPinCode noOfEmployees
        roleInPurchaseProcess purchasingTimeFrame customQuestions { title value } } } } }`,
      at: 'meeting.registrants',
      data: {
        totalCount: 1,
        nodes: [
          {
            id: globalId('Registrant', '1,eve'),
            zoomId: 'eve',
            lastName: null,
            status: 'APPROVED',
            participantPinCode: 0,
            noOfEmployees: 'FROM_1001_TO_5000',
            roleInPurchaseProcess: 'EVALUATOR_RECOMMENDER',
            purchasingTimeFrame: 'UNRECOGNIZED',
            customQuestions: [{ title: 'Diet?', value: null }],
          },
        ],
      },
      calls: ['GET /meetings/1/registrants?status=approved&page_size=30'],
    },
    {
      name: 'the second page goes on with Zoom’s token',
      table: {
        'GET /meetings/1/registrants': ({ query }: Received) =>
          query.has('next_page_token')
            ? { registrants: [{ ...EVE, id: 'two' }], next_page_token: '' }
            : { registrants: [EVE], next_page_token: 'more' },
      },
      query: '{ meeting(id: 1) { registrants { nodes { zoomId } pageInfo { hasNextPage } } } }',
      at: 'meeting.registrants',
      data: { nodes: [{ zoomId: 'eve' }, { zoomId: 'two' }], pageInfo: { hasNextPage: false } },
      calls: [
        'GET /meetings/1/registrants?status=approved&page_size=30',
        'GET /meetings/1/registrants?status=approved&page_size=30&next_page_token=more',
      ],
    },
    {
      name: 'what people are asked when they register',
      table: {
        'GET /meetings/1/registrants/questions': {
          questions: [{ field_name: 'job_title', required: false }, { field_name: 'shoe_size' }],
          custom_questions: [{ type: 'single', answers: ['Vegan', 'None'] }],
        },
      },
      query:
        '{ meeting(id: 1) { registrationQuestions { questions { fieldName required } customQuestions { type answers } } } }',
      at: 'meeting.registrationQuestions',
      data: {
        questions: [
          { fieldName: 'JOB_TITLE', required: false },
          { fieldName: 'UNRECOGNIZED', required: null },
        ],
        customQuestions: [{ type: 'SINGLE', answers: ['Vegan', 'None'] }],
      },
      calls: ['GET /meetings/1/registrants/questions'],
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

refusals(
  [
    ['GET /meetings/1/registrants', 400, 3000, 'BAD_USER_INPUT', 'registrants { nodes { zoomId } }'],
    [
      'GET /meetings/1/registrants/questions',
      404,
      3001,
      'NOT_FOUND',
      'registrationQuestions { questions { fieldName } }',
    ],
  ],
  {
    table: MEETING,
    query: (refused) => `{ meeting(id: 1) { topic ${refused} } }`,
    data: { meeting: { topic: 'One', refused: null } },
  },
);

test('several statuses are one list, and a cursor crosses from one to the next', async () => {
  const { run, calls } = stub({
    ...MEETING,
    'GET /meetings/1/registrants': byStatus({
      pending: [{ ...EVE, id: 'p', status: 'pending' }],
      denied: [{ ...EVE, id: 'd', status: 'denied' }],
    }),
  });
  const page = async (after?: string) => {
    const { data, errors } = await run<{
      meeting: { registrants: { edges: object[]; pageInfo: { endCursor: string } } };
    }>(
      `query ($after: String) { meeting(id: 1) { registrants(first: 1, after: $after, status: [PENDING, APPROVED, DENIED],
        occurrenceId: "177") { edges { node { zoomId status } } pageInfo { endCursor hasNextPage } } } }`,
      { after },
    );
    expect(errors).toBeUndefined();
    return data?.meeting.registrants;
  };
  const first = await page();
  expect(first?.edges).toEqual([{ node: { zoomId: 'p', status: 'PENDING' } }]);
  expect(first?.pageInfo).toMatchObject({ hasNextPage: true });
  const second = await page(first?.pageInfo.endCursor);
  expect(second?.edges).toEqual([{ node: { zoomId: 'd', status: 'DENIED' } }]);
  expect(second?.pageInfo).toMatchObject({ hasNextPage: false });
  expect(new Set(calls.filter((call) => call.includes('registrants')))).toEqual(
    new Set(
      ['pending', 'approved', 'denied'].map(
        (status) => `GET /meetings/1/registrants?occurrence_id=177&status=${status}&page_size=30`,
      ),
    ),
  );
});

test('registrants by global id are looked for status by status, all of a meeting in one walk', async () => {
  const { run, calls } = stub({
    'GET /meetings/1/registrants': byStatus({ approved: [EVE], pending: [{ ...EVE, id: 'fay', first_name: 'Fay' }] }),
  });
  const nodes = async (...keys: string[]) => {
    calls.length = 0;
    return run('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Registrant { firstName } } }', {
      ids: keys.map((key) => globalId('Registrant', key)),
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
const PEOPLE = `occurrenceId: "177", registrants: [{ id: "${globalId('Registrant', '1,eve')}" }, { id: "fay" }, { email: "g@b.c" }]`;

writes(
  [
    {
      name: 'addMeetingRegistrant sends the person, and gives what Zoom answered without a read',
      mutation: `addMeetingRegistrant(input: {
        meetingId: "${globalId('Meeting', '1')}", occurrenceIds: ["177", "178"], email: "eve@example.com", firstName: "Eve",
        lastName: "", noOfEmployees: FROM_1_TO_20, purchasingTimeFrame: WITHIN_A_MONTH, roleInPurchaseProcess: DECISION_MAKER,
        language: DE_DE, autoApprove: false
      }) { participantPinCode startTime registrantId occurrences { status } registrant { id zoomId } meeting { id } }`,
      payload: {
        participantPinCode: 12345,
        startTime: '2026-03-02T09:00:00.000Z',
        registrantId: 'eve',
        occurrences: [{ status: 'AVAILABLE' }],
        registrant: { id: globalId('Registrant', '1,eve'), zoomId: 'eve' },
        meeting: { id: globalId('Meeting', '1') },
      },
      calls: ['POST /meetings/1/registrants?occurrence_ids=177,178'],
      body: {
        email: 'eve@example.com',
        first_name: 'Eve',
        last_name: '',
        no_of_employees: '1-20',
        purchasing_time_frame: 'Within a month',
        role_in_purchase_process: 'Decision Maker',
        language: 'de-DE',
        auto_approve: false,
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
    ...['approve', 'deny', 'cancel'].map((action) => ({
      name: `${action}MeetingRegistrants puts its action`,
      mutation: changing(action, 'zoomId', PEOPLE),
      payload: { meeting: { zoomId: '1' } },
      calls: ['PUT /meetings/1/registrants/status?occurrence_id=177'],
      body: { action, registrants: [{ id: 'eve' }, { id: 'fay' }, { email: 'g@b.c' }] },
    })),
    {
      name: 'after an approval the registrants are read anew',
      mutation: changing('approve', 'registrants { nodes { zoomId status } }'),
      payload: { meeting: { registrants: { nodes: [{ zoomId: 'eve', status: 'APPROVED' }] } } },
      calls: ['PUT /meetings/1/registrants/status', 'GET /meetings/1/registrants?status=approved&page_size=30'],
      body: { action: 'approve' },
    },
  ],
  {
    ...MEETING,
    'POST /meetings/1/registrants': {
      registrant_id: 'eve',
      participant_pin_code: 12345,
      start_time: '2026-03-02T09:00:00Z',
      occurrences: [{ occurrence_id: '177', status: 'available' }],
    },
    'PUT /meetings/1/registrants/status': done(),
    'GET /meetings/1/registrants': byStatus({ approved: [EVE] }),
  },
);

refusals([
  ['POST /meetings/1/registrants', 400, 3035, 'CONFLICT', `${ADDING} { registrantId }`],
  ['POST /meetings/1/registrants', 400, 3000, 'BAD_USER_INPUT', `${ADDING} { registrantId }`],
  ['POST /meetings/1/registrants', 404, 3001, 'NOT_FOUND', `${ADDING} { registrantId }`],
  ['PUT /meetings/1/registrants/status', 404, 3001, 'NOT_FOUND', changing('approve', 'zoomId')],
  ['PUT /meetings/1/registrants/status', 400, 3000, 'BAD_USER_INPUT', changing('deny', 'zoomId')],
  ['PUT /meetings/1/registrants/status', 400, 300, 'BAD_USER_INPUT', changing('cancel', 'zoomId')],
]);

test('the person’s three a day are RATE_LIMITED, and not repeated', async () => {
  const message =
    'You have exceeded the daily rate limit (3) of Add meeting registrant API requests for the registrant (eve@example.com).';
  const { run, calls } = stub({ 'POST /meetings/1/registrants': refusal(429, 429, message) });
  const result = await run(`mutation { ${ADDING} { registrantId } }`);
  expect(result.data).toEqual({ addMeetingRegistrant: null });
  expect(refused(result)).toEqual([['addMeetingRegistrant', 'RATE_LIMITED']]);
  expect(calls).toHaveLength(1);
});
