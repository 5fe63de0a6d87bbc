import { expect, test } from 'vitest';
import { done, type Received, type Result, refusal, stub } from '../stub.ts';

const refused = ({ errors }: Result) => errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]);
const global = (type: string, key: string) => btoa(`${type}:${key}`);

const MEETING = { 'GET /meetings/1': { id: 1, topic: 'One' } };
const EVE = { id: 'eve', email: 'eve@example.com', first_name: 'Eve', last_name: '', status: 'approved' };
const byStatus =
  (rows: Readonly<Record<string, readonly object[]>>) =>
  ({ query }: Received) => ({ registrants: rows[query.get('status') ?? ''] ?? [] });

test('the registrants of a meeting, by default the approved ones', async () => {
  const { run, calls } = stub({
    'GET /meetings/1/registrants': {
      registrants: [
        {
          ...EVE,
          create_time: '2026-03-01T10:00:00Z',
          participant_pin_code: 0,
          no_of_employees: '1,001-5,000',
          role_in_purchase_process: 'Evaluator/Recommender',
          purchasing_time_frame: 'Next decade',
          custom_questions: [{ title: 'Diet?', value: '' }],
        },
      ],
      total_records: 1,
    },
  });
  const { data } = await run(`{ meeting(id: 1) { registrants { totalCount nodes {
    id zoomId email firstName lastName status createTime joinUrl participantPinCode
    noOfEmployees roleInPurchaseProcess purchasingTimeFrame customQuestions { title value } } } } }`);
  expect(data?.meeting).toEqual({
    registrants: {
      totalCount: 1,
      nodes: [
        {
          id: global('Registrant', '1,eve'),
          zoomId: 'eve',
          email: 'eve@example.com',
          firstName: 'Eve',
          lastName: null,
          status: 'APPROVED',
          createTime: '2026-03-01T10:00:00.000Z',
          joinUrl: null,
          participantPinCode: 0,
          noOfEmployees: 'FROM_1001_TO_5000',
          roleInPurchaseProcess: 'EVALUATOR_RECOMMENDER',
          purchasingTimeFrame: 'UNRECOGNIZED',
          customQuestions: [{ title: 'Diet?', value: null }],
        },
      ],
    },
  });
  expect(calls).toEqual(['GET /meetings/1/registrants?status=approved&page_size=30']);
});

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

test('the second page goes on with Zoom’s token', async () => {
  const { run, calls } = stub({
    'GET /meetings/1/registrants': ({ query }: Received) =>
      query.has('next_page_token')
        ? { registrants: [{ ...EVE, id: 'two' }], next_page_token: '' }
        : { registrants: [EVE], next_page_token: 'more' },
  });
  const { data } = await run('{ meeting(id: 1) { registrants { nodes { zoomId } pageInfo { hasNextPage } } } }');
  expect(data?.meeting).toEqual({
    registrants: { nodes: [{ zoomId: 'eve' }, { zoomId: 'two' }], pageInfo: { hasNextPage: false } },
  });
  expect(calls).toEqual([
    'GET /meetings/1/registrants?status=approved&page_size=30',
    'GET /meetings/1/registrants?status=approved&page_size=30&next_page_token=more',
  ]);
});

test('registrants by global id are looked for status by status, all of a meeting in one walk', async () => {
  const { run, calls } = stub({
    'GET /meetings/1/registrants': byStatus({ approved: [EVE], pending: [{ ...EVE, id: 'fay', first_name: 'Fay' }] }),
  });
  const nodes = async (...keys: string[]) => {
    calls.length = 0;
    return run('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Registrant { firstName } } }', {
      ids: keys.map((key) => global('Registrant', key)),
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

test('what people are asked when they register', async () => {
  const { run, calls } = stub({
    'GET /meetings/1/registrants/questions': {
      questions: [
        { field_name: 'job_title', required: false },
        { field_name: 'shoe_size', required: true },
      ],
      custom_questions: [{ title: 'Diet?', type: 'single', answers: ['Vegan', 'None'], required: true }],
    },
  });
  const { data } = await run(`{ meeting(id: 1) { registrationQuestions {
    questions { fieldName required } customQuestions { title type answers required } } } }`);
  expect(data?.meeting).toEqual({
    registrationQuestions: {
      questions: [
        { fieldName: 'JOB_TITLE', required: false },
        { fieldName: 'UNRECOGNIZED', required: true },
      ],
      customQuestions: [{ title: 'Diet?', type: 'SINGLE', answers: ['Vegan', 'None'], required: true }],
    },
  });
  expect(calls).toEqual(['GET /meetings/1/registrants/questions']);
});

test('without registration the registrants are refused, and the meeting stays whole', async () => {
  const { run } = stub({
    ...MEETING,
    'GET /meetings/1/registrants': refusal(400, 3000, 'Registration has not been enabled for this meeting.'),
    'GET /meetings/1/registrants/questions': refusal(404, 3001, 'Meeting does not exist.'),
  });
  const result = await run(`{ meeting(id: 1) { topic registrants { nodes { zoomId } }
    registrationQuestions { questions { fieldName } } } }`);
  expect(result.data).toEqual({ meeting: { topic: 'One', registrants: null, registrationQuestions: null } });
  expect(refused(result)?.sort()).toEqual([
    ['meeting.registrants', 'BAD_USER_INPUT'],
    ['meeting.registrationQuestions', 'NOT_FOUND'],
  ]);
});

test('an empty list of statuses is refused without a call for registrants', async () => {
  const { run, calls } = stub(MEETING);
  const result = await run('{ meeting(id: 1) { topic registrants(status: []) { nodes { zoomId } } } }');
  expect(result.data).toEqual({ meeting: { topic: 'One', registrants: null } });
  expect(refused(result)).toEqual([['meeting.registrants', 'BAD_USER_INPUT']]);
  expect(calls).toEqual(['GET /meetings/1']);
});

const ADD = (fields: string) =>
  `mutation ($input: AddMeetingRegistrantInput!) { addMeetingRegistrant(input: $input) { ${fields} } }`;
const ADDED = {
  id: 1,
  registrant_id: 'eve',
  join_url: 'https://zoom.test/w/1?tk=eve',
  participant_pin_code: 12345,
  topic: 'One',
  start_time: '2026-03-02T09:00:00Z',
  occurrences: [{ occurrence_id: '177', duration: 30, status: 'available' }],
};

test('addMeetingRegistrant sends the person, and gives what Zoom answered without a read', async () => {
  const { run, calls, bodies } = stub({ 'POST /meetings/1/registrants': ADDED });
  const { data, errors } = await run(
    ADD(`joinUrl participantPinCode topic startTime registrantId occurrences { occurrenceId status }
      registrant { id zoomId } meeting { id }`),
    {
      input: {
        meetingId: global('Meeting', '1'),
        occurrenceIds: ['177', '178'],
        email: 'eve@example.com',
        firstName: 'Eve',
        lastName: '',
        noOfEmployees: 'FROM_1_TO_20',
        purchasingTimeFrame: 'WITHIN_A_MONTH',
        roleInPurchaseProcess: 'DECISION_MAKER',
        customQuestions: [{ title: 'Diet?', value: '' }],
        language: 'DE_DE',
        autoApprove: false,
      },
    },
  );
  expect(errors).toBeUndefined();
  expect(data?.addMeetingRegistrant).toEqual({
    joinUrl: 'https://zoom.test/w/1?tk=eve',
    participantPinCode: 12345,
    topic: 'One',
    startTime: '2026-03-02T09:00:00.000Z',
    registrantId: 'eve',
    occurrences: [{ occurrenceId: '177', status: 'AVAILABLE' }],
    registrant: { id: global('Registrant', '1,eve'), zoomId: 'eve' },
    meeting: { id: global('Meeting', '1') },
  });
  expect(calls).toEqual(['POST /meetings/1/registrants?occurrence_ids=177,178']);
  expect(bodies).toEqual([
    {
      email: 'eve@example.com',
      first_name: 'Eve',
      last_name: '',
      no_of_employees: '1-20',
      purchasing_time_frame: 'Within a month',
      role_in_purchase_process: 'Decision Maker',
      custom_questions: [{ title: 'Diet?', value: '' }],
      language: 'de-DE',
      auto_approve: false,
    },
  ]);
});

test('addMeetingRegistrant looks the registrant up when more than its id is selected', async () => {
  const { run, calls } = stub({
    'POST /meetings/1/registrants': ADDED,
    'GET /meetings/1/registrants': byStatus({ pending: [{ ...EVE, status: 'pending' }] }),
  });
  const { data } = await run(ADD('registrant { status }'), {
    input: { meetingId: '1', email: 'eve@example.com', firstName: 'Eve' },
  });
  expect(data?.addMeetingRegistrant).toEqual({ registrant: { status: 'PENDING' } });
  expect(calls).toEqual([
    'POST /meetings/1/registrants',
    'GET /meetings/1/registrants?status=approved&page_size=300',
    'GET /meetings/1/registrants?status=pending&page_size=300',
  ]);
});

test.each([
  ['the person’s three a day', 429, 429, 'daily', 'RATE_LIMITED'],
  ['a full meeting', 400, 3035, 'Full.', 'CONFLICT'],
  ['no registration', 400, 3000, 'Not enabled.', 'BAD_USER_INPUT'],
  ['a meeting that is not known', 404, 3001, 'No.', 'NOT_FOUND'],
])('addMeetingRegistrant refused for %s (%i/%i) is null', async (_, status, code, enumValues, expected) => {
  const message =
    enumValues === 'daily'
      ? 'You have exceeded the daily rate limit (3) of Add meeting registrant API requests for the registrant (eve@example.com).'
      : enumValues;
  const { run, calls } = stub({ 'POST /meetings/1/registrants': refusal(status, code, message) });
  const result = await run(ADD('registrantId'), {
    input: { meetingId: '1', email: 'eve@example.com', firstName: 'Eve' },
  });
  expect(result.data).toEqual({ addMeetingRegistrant: null });
  expect(refused(result)).toEqual([['addMeetingRegistrant', expected]]);
  expect(calls).toHaveLength(1);
});

const STATUS = (verb: string, fields: string) =>
  `mutation ($input: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}MeetingRegistrantsInput!) {
    changed: ${verb}MeetingRegistrants(input: $input) { meeting { ${fields} } } }`;

test.each(['approve', 'deny', 'cancel'])('%sMeetingRegistrants puts its action', async (action) => {
  const { run, calls, bodies } = stub({ 'PUT /meetings/1/registrants/status': done() });
  const { data, errors } = await run(STATUS(action, 'zoomId'), {
    input: {
      meetingId: '1',
      occurrenceId: '177',
      registrants: [{ id: global('Registrant', '1,eve') }, { id: 'fay' }, { email: 'gil@example.com' }],
    },
  });
  expect({ data, errors }).toEqual({ data: { changed: { meeting: { zoomId: '1' } } }, errors: undefined });
  expect(calls).toEqual(['PUT /meetings/1/registrants/status?occurrence_id=177']);
  expect(bodies).toEqual([{ action, registrants: [{ id: 'eve' }, { id: 'fay' }, { email: 'gil@example.com' }] }]);
});

test('after an approval the registrants are read anew', async () => {
  const { run, calls } = stub({
    ...MEETING,
    'PUT /meetings/1/registrants/status': done(),
    'GET /meetings/1/registrants': byStatus({ approved: [EVE] }),
  });
  const { data } = await run(STATUS('approve', 'registrants { nodes { zoomId status } }'), {
    input: { meetingId: '1', registrants: [{ id: 'eve' }] },
  });
  expect(data).toEqual({ changed: { meeting: { registrants: { nodes: [{ zoomId: 'eve', status: 'APPROVED' }] } } } });
  expect(calls).toEqual([
    'PUT /meetings/1/registrants/status',
    'GET /meetings/1/registrants?status=approved&page_size=30',
  ]);
});

test.each([
  ['approve', 404, 3001, 'NOT_FOUND'],
  ['deny', 400, 3000, 'BAD_USER_INPUT'],
  ['cancel', 400, 300, 'BAD_USER_INPUT'],
])('%sMeetingRegistrants refused with %i/%i is null and %s', async (action, status, code, expected) => {
  const { run } = stub({ 'PUT /meetings/1/registrants/status': refusal(status, code, 'No.') });
  const result = await run(STATUS(action, 'zoomId'), { input: { meetingId: '1' } });
  expect(result.data).toEqual({ changed: null });
  expect(refused(result)).toEqual([['changed', expected]]);
});
