import { expect, test } from 'vitest';
import { globalId, leaves, reads, refusals, writes } from '../rows.ts';
import { done, type Result, refusal, stub } from '../stub.ts';

const refused = ({ errors }: Result) => errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]);

const ROW = { id: 1, uuid: 'one', topic: 'One', type: 2, host_id: 'ann' };

const ANSWERED = {
  id: 85746065432,
  topic: 'New',
  host_id: 'ann',
  host_email: 'ann@example.com',
  settings: { host_video: false },
};

leaves(
  'a meeting: ids, enums, instants, lists in one text, null for empty',
  'GET /meetings/85746065432',
  (fields) => `{ meeting(id: "85746065432") { ${fields} } }`,
  [
    ['id', 85746065432, 'id', globalId('Meeting', '85746065432')],
    ['id', 85746065432, 'zoomId', '85746065432'],
    ['uuid', 'abc+/=', 'uuid', 'abc+/='],
    ['agenda', '', 'agenda', null],
    ['type', 8, 'type', 'RECURRING_FIXED_TIME'],
    ['status', 'waiting', 'status', 'WAITING'],
    ['start_time', '2026-03-02T09:00:00Z', 'startTime', '2026-03-02T09:00:00.000Z'],
    ['duration', 0, 'duration', 0],
    ['assistant_id', '', 'assistantId', null],
    ['pmi', 5551234567, 'pmi', '5551234567'],
    ['pre_schedule', false, 'preSchedule', false],
    ['creation_source', undefined, 'creationSource', null],
    [
      'recurrence',
      { type: 2, weekly_days: '2,4', end_times: 0, monthly_week: -1 },
      'recurrence { type weeklyDays endTimes monthlyWeek monthlyDay }',
      { type: 'WEEKLY', weeklyDays: ['2', '4'], endTimes: 0, monthlyWeek: 'LAST', monthlyDay: null },
    ],
    [
      'occurrences',
      [{ start_time: '2026-03-02T09:00:00Z', status: 'available' }, { status: 'postponed' }],
      'occurrences { startTime status }',
      [
        { startTime: '2026-03-02T09:00:00.000Z', status: 'AVAILABLE' },
        { startTime: null, status: 'UNRECOGNIZED' },
      ],
    ],
    [
      'tracking_fields',
      [{ value: '', visible: true }],
      'trackingFields { value visible }',
      [{ value: null, visible: true }],
    ],
    [
      'settings',
      {
        jbh_time: 0,
        approval_type: 2,
        auto_recording: 'hologram',
        alternative_hosts: 'bob@example.com; cas@example.com',
        global_dial_in_numbers: [{ type: 'tollfree' }],
        approved_or_denied_countries_or_regions: { method: 'approve', approved_list: ['DE', 'FR'] },
      },
      `settings { jbhTime approvalType autoRecording alternativeHosts waitingRoom globalDialInNumbers { type }
        approvedOrDeniedCountriesOrRegions { method approvedList deniedList } }`,
      {
        jbhTime: 0,
        approvalType: 'NO_REGISTRATION',
        autoRecording: 'UNRECOGNIZED',
        alternativeHosts: ['bob@example.com', 'cas@example.com'],
        waitingRoom: null,
        globalDialInNumbers: [{ type: 'TOLL_FREE' }],
        approvedOrDeniedCountriesOrRegions: { method: 'APPROVE', approvedList: ['DE', 'FR'], deniedList: null },
      },
    ],
  ],
);

const byGlobalId = `meeting(id: "${globalId('Meeting', '1')}")`;
reads(
  [
    {
      name: 'a type of meeting that Zoom has added since is UNRECOGNIZED',
      table: { 'GET /meetings/1': { ...ROW, type: 42 } },
      query: '{ meeting(id: 1) { type } }',
      data: { meeting: { type: 'UNRECOGNIZED' } },
    },
    {
      name: 'a meeting by a number in a text',
      query: '{ meeting(id: "1") { zoomId topic } }',
      data: { meeting: { zoomId: '1', topic: 'One' } },
      calls: ['GET /meetings/1'],
    },
    {
      name: 'a meeting by the global id',
      query: `{ ${byGlobalId} { zoomId topic } }`,
      data: { meeting: { zoomId: '1', topic: 'One' } },
      calls: ['GET /meetings/1'],
    },
    {
      name: 'one meeting asked for three times is one call',
      query: `{ a: meeting(id: 1) { topic } b: ${byGlobalId} { uuid } c: node(id: "${globalId('Meeting', '1')}") { ... on Meeting { type } } }`,
      data: { a: { topic: 'One' }, b: { uuid: 'one' }, c: { type: 'SCHEDULED' } },
      calls: ['GET /meetings/1'],
    },
    {
      name: 'the host’s id and email are known from the meeting',
      query: '{ meeting(id: 1) { host { id zoomId email } assistant { zoomId } } }',
      at: 'meeting',
      data: { host: { id: globalId('User', 'ann'), zoomId: 'ann', email: 'ann@example.com' }, assistant: null },
      calls: ['GET /meetings/1'],
    },
    {
      name: 'what else is asked of the host is one call',
      query: '{ meeting(id: 1) { host { displayName } } }',
      data: { meeting: { host: { displayName: 'Ann' } } },
      calls: ['GET /meetings/1', 'GET /users/ann'],
    },
    {
      name: 'where a meeting is broadcast to',
      table: { 'GET /meetings/1/livestream': { stream_url: 'https://live.test/in', resolution: '' } },
      query: '{ meeting(id: 1) { livestream { streamUrl resolution } } }',
      data: { meeting: { livestream: { streamUrl: 'https://live.test/in', resolution: null } } },
      calls: ['GET /meetings/1/livestream'],
    },
    {
      name: 'an invitation',
      table: { 'GET /meetings/1/invitation': { invitation: 'Join us', sip_links: ['sip:1@zoom.test', ''] } },
      query: '{ meeting(id: 1) { invitation { invitation sipLinks } } }',
      data: { meeting: { invitation: { invitation: 'Join us', sipLinks: ['sip:1@zoom.test'] } } },
      calls: ['GET /meetings/1/invitation'],
    },
    {
      name: 'one meeting of many that is gone leaves the others whole',
      table: { 'GET /meetings/3': { ...ROW, id: 3 } },
      query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Meeting { zoomId } } }',
      variables: { ids: [1, 2, 3].map((id) => globalId('Meeting', String(id))) },
      data: { nodes: [{ zoomId: '1' }, null, { zoomId: '3' }] },
      errors: [{ path: ['nodes', 1], extensions: { code: 'NOT_FOUND' } }],
    },
  ],
  {
    'GET /meetings/1': { ...ROW, host_email: 'ann@example.com', assistant_id: '' },
    'GET /users/ann': { id: 'ann', email: 'ann@example.com', display_name: 'Ann' },
  },
);

test('the meetings of a user: the list alone tells what it carries, the single meetings the rest', async () => {
  const { run, calls } = stub({
    'GET /users/ann': { id: 'ann' },
    'GET /users/ann/meetings': { meetings: [ROW, { ...ROW, id: 2, topic: '' }], total_records: 2 },
    'GET /meetings/1': { ...ROW, settings: { waiting_room: true } },
    'GET /meetings/2': { ...ROW, id: 2, topic: '', settings: { waiting_room: false } },
  });
  const user = `user(id: "ann")`;
  const listed = await run(
    `{ ${user} { meetings { totalCount nodes { zoomId topic type host { zoomId } agenda } } } }`,
  );
  expect(listed.data?.user).toEqual({
    meetings: {
      totalCount: 2,
      nodes: [
        { zoomId: '1', topic: 'One', type: 'SCHEDULED', host: { zoomId: 'ann' }, agenda: null },
        { zoomId: '2', topic: null, type: 'SCHEDULED', host: { zoomId: 'ann' }, agenda: null },
      ],
    },
  });
  expect(calls.filter((call) => call.includes('meetings'))).toEqual(['GET /users/ann/meetings?page_size=30']);
  calls.length = 0;
  const single = await run(`{ ${user} { meetings { nodes { settings { waitingRoom } } } } }`);
  expect(single.data?.user).toEqual({
    meetings: { nodes: [{ settings: { waitingRoom: true } }, { settings: { waitingRoom: false } }] },
  });
  expect(calls.filter((call) => call.includes('meetings'))).toEqual([
    'GET /users/ann/meetings?page_size=30',
    'GET /meetings/1',
    'GET /meetings/2',
  ]);
});

test.each([
  ['meetings', '', ''],
  ['meetings', '(type: LIVE)', 'type=live&'],
  ['meetings', '(type: UPCOMING, from: "2026-01-01", timezone: "UTC")', 'type=upcoming&from=2026-01-01&timezone=UTC&'],
  ['upcoming', '', 'type=upcoming&'],
])('%s%s asks Zoom with %s', async (field, args, query) => {
  const { run, calls } = stub({ 'GET /users/ann': { id: 'ann' }, 'GET /users/ann/meetings': { meetings: [] } });
  const { data } = await run(`{ user(id: "ann") { ${field}${args} { nodes { zoomId } } } }`);
  expect(data?.user).toEqual({ [field]: { nodes: [] } });
  const sent = calls.find((call) => call.startsWith('GET /users/ann/meetings')) ?? '';
  expect([...new URLSearchParams(sent.split('?')[1])].sort()).toEqual(
    [...new URLSearchParams(`${query}page_size=30`)].sort(),
  );
});

test('the second page goes on with Zoom’s token, and every cursor resumes', async () => {
  const { run, calls } = stub({
    'GET /users/ann': { id: 'ann' },
    'GET /users/ann/meetings': ({ query }: { query: URLSearchParams }) =>
      query.get('next_page_token') === 'two'
        ? { meetings: [{ ...ROW, id: 3, uuid: 'three' }], next_page_token: '' }
        : { meetings: [ROW, { ...ROW, id: 2, uuid: 'two' }], next_page_token: 'two' },
  });
  const page = (after: string | null) =>
    run<{ user: { meetings: { edges: { cursor: string; node: object }[]; pageInfo: object } } }>(
      `query ($after: String) { user(id: "ann") { meetings(first: 2, after: $after) {
        edges { cursor node { zoomId } } pageInfo { hasNextPage } } } }`,
      { after },
    );
  const first = (await page(null)).data?.user.meetings;
  expect(first?.pageInfo).toEqual({ hasNextPage: true });
  const [one, two] = first?.edges ?? [];
  const ids = async (after = '') => (await page(after)).data?.user.meetings.edges.map(({ node }) => node);
  expect(await ids(one?.cursor)).toEqual([{ zoomId: '2' }, { zoomId: '3' }]);
  calls.length = 0;
  expect(await ids(two?.cursor)).toEqual([{ zoomId: '3' }]);
  expect(calls.filter((call) => call.includes('meetings'))).toEqual([
    'GET /users/ann/meetings?page_size=30&next_page_token=two',
  ]);
});

refusals(
  [
    ['GET /meetings/1', 400, 3000, 'BAD_USER_INPUT', 'meeting(id: 1) { topic }'],
    ['GET /meetings/1', 400, 3161, 'FORBIDDEN', 'meeting(id: 1) { topic }'],
    ['GET /meetings/1', 404, 3001, 'NOT_FOUND', 'meeting(id: 1) { topic }'],
  ],
  {
    table: { 'GET /meetings/2': { ...ROW, id: 2 } },
    query: (refused) => `{ ${refused} other: meeting(id: 2) { topic } }`,
    data: { refused: null, other: { topic: 'One' } },
  },
);

test('a refused list or invitation is null, and its siblings are whole', async () => {
  const { run } = stub({
    'GET /meetings/1': { ...ROW, settings: {} },
    'GET /meetings/1/invitation': refusal(400, 3161, 'No licence.'),
    'GET /users/ann/meetings': refusal(400, 3161, 'No licence.'),
  });
  const result = await run(
    '{ meeting(id: 1) { topic invitation { invitation } host { zoomId meetings { nodes { zoomId } } } } }',
  );
  expect(result.data).toEqual({ meeting: { topic: 'One', invitation: null, host: { zoomId: 'ann', meetings: null } } });
  expect(refused(result)?.sort()).toEqual([
    ['meeting.host.meetings', 'FORBIDDEN'],
    ['meeting.invitation', 'FORBIDDEN'],
  ]);
});

const CREATE = `mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { meeting {
  zoomId topic host { zoomId email } settings { hostVideo } } } }`;
const UPDATE = 'mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { meeting { zoomId FIELDS } } }';
const CREATED = {
  meeting: {
    zoomId: '85746065432',
    topic: 'New',
    host: { zoomId: 'ann', email: 'ann@example.com' },
    settings: { hostVideo: false },
  },
};

writes(
  [
    {
      name: 'createMeeting sends Zoom’s values, false, 0 and "" too, and gives what Zoom answered without a read',
      mutation: CREATE,
      variables: {
        input: {
          userId: 'ann',
          agenda: '',
          type: 'RECURRING_FIXED_TIME',
          startTime: '2026-03-02T10:00:00+01:00',
          duration: 0,
          preSchedule: false,
          recurrence: { type: 'MONTHLY', monthlyWeek: 'LAST', monthlyWeekDay: 'FRIDAY', weeklyDays: ['1', '3'] },
          settings: {
            hostVideo: false,
            approvalType: 'AUTOMATIC',
            registrationType: 'FOR_EACH_OCCURRENCE',
            audio: 'THIRD_PARTY',
            autoRecording: 'CLOUD',
            encryptionType: 'E2EE',
            calendarType: 'GOOGLE',
            whoCanAskQuestions: 'HOST',
            whoWillReceiveSummary: 'ALL_INVITEES',
            alternativeHosts: ['bob@example.com', 'cas@example.com'],
            authenticationDomains: ['example.com', 'example.org'],
            approvedOrDeniedCountriesOrRegions: { enable: true, method: 'DENY', deniedList: ['XX'] },
            languageInterpretation: { interpreters: [{ languages: ['US', 'FR'], interpreterLanguages: ['English'] }] },
            questionAndAnswer: { questionVisibility: 'ALL', attendeesCanComment: false },
            resources: [{ resourceType: 'WHITEBOARD', resourceId: 'w', permissionLevel: 'EDITOR' }],
            waitingRoomOptions: { mode: 'CUSTOM', whoGoesToWaitingRoom: 'USERS_NOT_ON_INVITE' },
          },
        },
      },
      payload: CREATED,
      calls: ['POST /users/ann/meetings'],
      body: {
        agenda: '',
        type: 8,
        start_time: '2026-03-02T09:00:00Z',
        duration: 0,
        pre_schedule: false,
        recurrence: { type: 3, monthly_week: -1, monthly_week_day: 6, weekly_days: '1,3' },
        settings: {
          host_video: false,
          approval_type: 0,
          registration_type: 2,
          audio: 'thirdParty',
          auto_recording: 'cloud',
          encryption_type: 'e2ee',
          calendar_type: 2,
          who_can_ask_questions: 3,
          who_will_receive_summary: 4,
          alternative_hosts: 'bob@example.com;cas@example.com',
          authentication_domains: 'example.com,example.org',
          approved_or_denied_countries_or_regions: { enable: true, method: 'deny', denied_list: ['XX'] },
          language_interpretation: { interpreters: [{ languages: 'US,FR', interpreter_languages: 'English' }] },
          question_and_answer: { question_visibility: 'all', attendees_can_comment: false },
          resources: [{ resource_type: 'whiteboard', resource_id: 'w', permission_level: 'editor' }],
          waiting_room_options: { mode: 'custom', who_goes_to_waiting_room: 'users_not_on_invite' },
        },
      },
    },
    {
      name: 'createMeeting takes the host’s global id, and sends nothing that was left out',
      mutation: CREATE,
      variables: { input: { userId: globalId('User', 'ann') } },
      payload: CREATED,
      calls: ['POST /users/ann/meetings'],
      body: {},
    },
    {
      name: 'updateMeeting of one occurrence names it in the query; with ids alone nothing is read again',
      mutation: UPDATE.replace('FIELDS', 'id'),
      variables: {
        input: { meetingId: '1', occurrenceId: '1772442000000', duration: 0, settings: { muteUponEntry: false } },
      },
      payload: { meeting: { zoomId: '1', id: globalId('Meeting', '1') } },
      calls: ['PATCH /meetings/1?occurrence_id=1772442000000'],
      body: { duration: 0, settings: { mute_upon_entry: false } },
    },
    {
      name: 'updateMeeting reads the meeting again when more than its id is selected',
      mutation: UPDATE.replace('FIELDS', 'topic'),
      variables: { input: { meetingId: globalId('Meeting', '1'), topic: '', settings: { alternativeHosts: [] } } },
      payload: { meeting: { zoomId: '1', topic: 'One' } },
      calls: ['PATCH /meetings/1', 'GET /meetings/1'],
      body: { topic: '', settings: { alternative_hosts: '' } },
    },
    {
      name: 'deleteMeeting gives the id that is gone',
      mutation:
        'deleteMeeting(input: { meetingId: 1, scheduleForReminder: false, cancelMeetingReminder: true }) { deletedMeetingId }',
      payload: { deletedMeetingId: globalId('Meeting', '1') },
      calls: ['DELETE /meetings/1?schedule_for_reminder=false&cancel_meeting_reminder=true'],
    },
    {
      name: 'deleteMeetingOccurrence leaves the meeting, which is read again',
      mutation:
        'deleteMeetingOccurrence(input: { meetingId: 1, occurrenceId: "177" }) { meeting { occurrences { occurrenceId status } } }',
      payload: { meeting: { occurrences: [{ occurrenceId: '177', status: 'DELETED' }] } },
      calls: ['DELETE /meetings/1?occurrence_id=177', 'GET /meetings/1'],
    },
    {
      name: 'endMeeting puts the action, and reads the meeting again for its status',
      mutation: 'endMeeting(input: { meetingId: 1 }) { meeting { status } }',
      payload: { meeting: { status: 'WAITING' } },
      calls: ['PUT /meetings/1/status', 'GET /meetings/1'],
      body: { action: 'end' },
    },
  ],
  {
    'POST /users/ann/meetings': ANSWERED,
    'GET /meetings/1': { ...ROW, status: 'waiting', occurrences: [{ occurrence_id: '177', status: 'deleted' }] },
    'PATCH /meetings/1': done(),
    'DELETE /meetings/1': done(),
    'PUT /meetings/1/status': done(),
  },
);

const UPDATING = 'updateMeeting(input: { meetingId: "1", topic: "" }) { meeting { topic } }';
const DELETING = 'deleteMeeting(input: { meetingId: 1 }) { deletedMeetingId }';
refusals([
  ['PATCH /meetings/1', 400, 300, 'BAD_USER_INPUT', UPDATING],
  ['PATCH /meetings/1', 400, 3000, 'BAD_USER_INPUT', UPDATING],
  ['PATCH /meetings/1', 400, 3161, 'FORBIDDEN', UPDATING],
  ['PATCH /meetings/1', 404, 3001, 'NOT_FOUND', UPDATING],
  ['DELETE /meetings/1', 400, 1010, 'NOT_FOUND', DELETING],
  ['DELETE /meetings/1', 400, 3000, 'BAD_USER_INPUT', DELETING],
  ['DELETE /meetings/1', 400, 3002, 'CONFLICT', DELETING],
  ['DELETE /meetings/1', 400, 3003, 'FORBIDDEN', DELETING],
  ['DELETE /meetings/1', 400, 3007, 'CONFLICT', DELETING],
  ['DELETE /meetings/1', 400, 3018, 'FORBIDDEN', DELETING],
  ['DELETE /meetings/1', 400, 3037, 'FORBIDDEN', DELETING],
  ['DELETE /meetings/1', 400, 3161, 'FORBIDDEN', DELETING],
  ['DELETE /meetings/1', 404, 1001, 'NOT_FOUND', DELETING],
  ['DELETE /meetings/1', 404, 3001, 'NOT_FOUND', DELETING],
  ['PUT /meetings/1/status', 404, 404, 'NOT_FOUND', 'endMeeting(input: { meetingId: 1 }) { meeting { zoomId } }'],
]);

test.each([
  ['null', { topic: null }, /^input\.topic is null/],
  ['UNRECOGNIZED', { type: 'UNRECOGNIZED' }, /^input\.type is UNRECOGNIZED/],
  ['an id of another type', { userId: globalId('Meeting', '1') }, /is the id of a Meeting; here that of a User/],
])('createMeeting refuses %s before it asks Zoom', async (_, given, message) => {
  const { run, calls } = stub({});
  const result = await run(CREATE, { input: { userId: 'ann', ...given } });
  expect(refused(result)).toEqual([['createMeeting', 'BAD_USER_INPUT']]);
  expect(result.errors?.[0]?.message).toMatch(message);
  expect(calls).toEqual([]);
});

/** In Zoom's own words: only they tell this limit from the account's (docs/zoom.md 2.3, F:18928). */
const PER_HOST =
  'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.';

test('the host’s hundred writes of the day: RATE_LIMITED until midnight, not repeated, and then refused without a call', async () => {
  const { run, calls } = stub({
    'POST /users/ann/meetings': refusal(429, 429, PER_HOST),
    'POST /users/bob/meetings': ANSWERED,
  });
  const createFor = (userId: string) => run(CREATE, { input: { userId } });
  const first = await createFor('ann');
  expect(first.data).toEqual({ createMeeting: null });
  expect(refused(first)).toEqual([['createMeeting', 'RATE_LIMITED']]);
  const retryAfter = Number(first.errors?.[0]?.extensions.zoom?.retryAfter);
  expect(retryAfter).toBeGreaterThan(0);
  expect(retryAfter).toBeLessThanOrEqual(86_400);
  expect(refused(await createFor('ann'))).toEqual([['createMeeting', 'RATE_LIMITED']]);
  expect((await createFor('bob')).errors).toBeUndefined();
  expect(calls).toEqual(['POST /users/ann/meetings', 'POST /users/bob/meetings']);
});

test('updateMeeting beyond the host’s hundred of the day is RATE_LIMITED', async () => {
  const { run } = stub({ 'PATCH /meetings/1': refusal(429, 429, PER_HOST) });
  const result = await run(UPDATE.replace('FIELDS', 'id'), { input: { meetingId: '1' } });
  expect(refused(result)).toEqual([['updateMeeting', 'RATE_LIMITED']]);
});

test('what a mutation changed is not served from before it', async () => {
  let topic = 'One';
  const { run, calls } = stub({
    'GET /meetings/1': () => ({ ...ROW, topic }),
    'PATCH /meetings/1': ({ body }: { body: { topic: string } }) => {
      topic = body.topic;
      return done();
    },
  });
  const update = (to: string) => `updateMeeting(input: { meetingId: 1, topic: "${to}" }) { meeting { topic } }`;
  const { data } = await run(`mutation { a: ${update('Two')} b: ${update('Three')} }`);
  expect(data).toEqual({ a: { meeting: { topic: 'Two' } }, b: { meeting: { topic: 'Three' } } });
  expect(calls).toEqual(['PATCH /meetings/1', 'GET /meetings/1', 'PATCH /meetings/1', 'GET /meetings/1']);
});
