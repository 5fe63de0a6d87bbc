import { expect, test } from 'vitest';
import { globalId, leaves, reads, writes } from '../rows.ts';
import { done, type Received, type Result, refusal, stub } from '../stub.ts';

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
  'a meeting: ids, and words for numbers',
  'GET /meetings/85746065432',
  (fields) => `{ meeting(id: "85746065432") { ${fields} } }`,
  [
    ['id', 85746065432, 'id', globalId('Meeting', '85746065432')],
    ['id', 85746065432, 'zoomId', '85746065432'],
    ['uuid', 'abc+/=', 'uuid', 'abc+/='],
    ['type', 8, 'type', 'RECURRING_FIXED_TIME'],
    ['status', 'waiting', 'status', 'WAITING'],
    ['occurrences', [{ status: 'available' }], 'occurrences { status }', [{ status: 'AVAILABLE' }]],
    [
      'recurrence',
      { type: 2, weekly_days: '2,4,9', monthly_week: -1 },
      'recurrence { type weeklyDays monthlyWeek unrecognized }',
      {
        type: 'WEEKLY',
        weeklyDays: ['MONDAY', 'WEDNESDAY', 'UNRECOGNIZED'],
        monthlyWeek: 'LAST',
        unrecognized: { weeklyDays: ['9'] },
      },
    ],
    [
      'settings',
      { jbh_time: 0, approval_type: 2, global_dial_in_numbers: [{ type: 'tollfree' }] },
      'settings { jbhTime approvalType globalDialInNumbers { type } }',
      { jbhTime: 'ANYTIME', approvalType: 'NO_REGISTRATION', globalDialInNumbers: [{ type: 'TOLL_FREE' }] },
    ],
  ],
);

const byGlobalId = `meeting(id: "${globalId('Meeting', '1')}")`;
reads(
  [
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
      name: 'alternative hosts are users, whom Zoom names by email or id',
      table: {
        'GET /meetings/1': { ...ROW, settings: { alternative_hosts: 'bob@example.com;cas' } },
        'GET /users/bob@example.com': { id: 'bob', email: 'bob@example.com', job_title: 'Engineer' },
        'GET /users/cas': { id: 'cas', job_title: 'Designer' },
      },
      query: `{ meeting(id: 1) { settings { alternativeHosts alternativeHostUsers { jobTitle } } } }`,
      at: 'meeting.settings',
      data: {
        alternativeHosts: ['bob@example.com', 'cas'],
        alternativeHostUsers: [{ jobTitle: 'Engineer' }, { jobTitle: 'Designer' }],
      },
      calls: ['GET /meetings/1', 'GET /users/bob@example.com', 'GET /users/cas'],
      together: true,
    },
    {
      name: 'without alternative hosts there are no such users, and no call',
      table: { 'GET /meetings/1': { ...ROW, settings: { alternative_hosts: '' } } },
      query: '{ meeting(id: 1) { settings { alternativeHosts alternativeHostUsers { jobTitle } } } }',
      at: 'meeting.settings',
      data: { alternativeHosts: null, alternativeHostUsers: [] },
      calls: ['GET /meetings/1'],
    },
    {
      name: 'what else is asked of the host is one call',
      query: '{ meeting(id: 1) { host { displayName } } }',
      data: { meeting: { host: { displayName: 'Ann' } } },
      calls: ['GET /meetings/1', 'GET /users/ann'],
    },
  ],
  {
    'GET /meetings/1': { ...ROW, host_email: 'ann@example.com', assistant_id: '' },
    'GET /users/ann': { id: 'ann', email: 'ann@example.com', display_name: 'Ann' },
  },
);

reads(
  [
    {
      name: 'the list of a user’s meetings tells what it carries, and what it leaves out is null',
      query: '{ user(id: "ann") { meetings { totalCount nodes { zoomId topic type host { zoomId } agenda } } } }',
      at: 'user.meetings',
      data: {
        totalCount: 2,
        nodes: [
          { zoomId: '1', topic: 'One', type: 'SCHEDULED', host: { zoomId: 'ann' }, agenda: null },
          { zoomId: '2', topic: null, type: 'SCHEDULED', host: { zoomId: 'ann' }, agenda: null },
        ],
      },
      calls: ['GET /users/ann/meetings?page_size=30'],
    },
    {
      name: 'the single meetings tell the rest',
      table: {
        'GET /meetings/1': { ...ROW, settings: { waiting_room: true } },
        'GET /meetings/2': { ...ROW, id: 2, settings: { waiting_room: false } },
      },
      query: '{ user(id: "ann") { meetings { nodes { settings { waitingRoom } } } } }',
      at: 'user.meetings.nodes',
      data: [{ settings: { waitingRoom: true } }, { settings: { waitingRoom: false } }],
      calls: ['GET /users/ann/meetings?page_size=30', 'GET /meetings/1', 'GET /meetings/2'],
    },
    {
      name: 'one occurrence is read by its id, and those that are over only where they are asked for',
      table: {
        'GET /meetings/1': ({ query }: Received) =>
          query.has('occurrence_id')
            ? { ...ROW, topic: 'Moved', duration: 15 }
            : { ...ROW, occurrences: [{ occurrence_id: query.has('show_previous_occurrences') ? '176' : '177' }] },
      },
      query: `{ meeting(id: 1) { topic occurrences { occurrenceId } allOccurrences { occurrenceId }
        occurrence(occurrenceId: "177") { topic duration } } }`,
      at: 'meeting',
      data: {
        topic: 'One',
        occurrences: [{ occurrenceId: '177' }],
        allOccurrences: [{ occurrenceId: '176' }],
        occurrence: { topic: 'Moved', duration: 15 },
      },
      calls: ['', '?occurrence_id=177', '?show_previous_occurrences=true'].map((query) => `GET /meetings/1${query}`),
      together: true,
    },
    ...[
      ['meetings(type: LIVE)', 'type=live'],
      ['upcoming', 'type=upcoming'],
    ].map(([field = '', query]) => ({
      name: `${field} asks Zoom with ${query}`,
      table: { 'GET /users/ann/meetings': {} },
      query: `{ user(id: "ann") { ${field} { nodes { zoomId } } } }`,
      data: { user: { [field.replace(/\W.*/, '')]: { nodes: [] } } },
      calls: [`GET /users/ann/meetings?${query}&page_size=30`],
    })),
  ],
  { 'GET /users/ann/meetings': { meetings: [ROW, { ...ROW, id: 2, topic: '' }], total_records: 2 } },
);

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
      name: 'createMeeting sends Zoom’s values, and gives what Zoom answered without a read',
      mutation: CREATE,
      variables: {
        input: {
          userId: 'ann',
          type: 'RECURRING_FIXED_TIME',
          startTime: '2026-03-02T10:00:00+01:00',
          recurrence: {
            type: 'MONTHLY',
            monthlyWeek: 'LAST',
            monthlyWeekDay: 'FRIDAY',
            weeklyDays: ['SUNDAY', 'TUESDAY'],
          },
          settings: {
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
            approvedOrDeniedCountriesOrRegions: { method: 'DENY' },
            languageInterpretation: { interpreters: [{ languages: ['US', 'FR'], interpreterLanguages: ['English'] }] },
            questionAndAnswer: { questionVisibility: 'ALL' },
            resources: [{ resourceType: 'WHITEBOARD', permissionLevel: 'EDITOR' }],
            waitingRoomOptions: { mode: 'CUSTOM', whoGoesToWaitingRoom: 'USERS_NOT_ON_INVITE' },
          },
        },
      },
      payload: CREATED,
      calls: ['POST /users/ann/meetings'],
      body: {
        type: 8,
        start_time: '2026-03-02T09:00:00Z',
        recurrence: { type: 3, monthly_week: -1, monthly_week_day: 6, weekly_days: '1,3' },
        settings: {
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
          approved_or_denied_countries_or_regions: { method: 'deny' },
          language_interpretation: { interpreters: [{ languages: 'US,FR', interpreter_languages: 'English' }] },
          question_and_answer: { question_visibility: 'all' },
          resources: [{ resource_type: 'whiteboard', permission_level: 'editor' }],
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
    {
      name: 'recoverMeeting puts the action',
      mutation: 'recoverMeeting(input: { meetingId: 1 }) { meeting { topic } }',
      payload: { meeting: { topic: 'One' } },
      calls: ['PUT /meetings/1/status', 'GET /meetings/1'],
      body: { action: 'recover' },
    },
    {
      name: 'createMeetingTemplate takes the meeting by global id, and gives the id of the template',
      mutation: `createMeetingTemplate(input: { userId: "ann", meetingId: "${globalId('Meeting', '85746065432')}", name: "Standup",
        overwrite: true }) { templateId name user { zoomId } meeting { zoomId } }`,
      payload: { templateId: 't1', name: 'Standup', user: { zoomId: 'ann' }, meeting: { zoomId: '85746065432' } },
      calls: ['POST /users/ann/meeting_templates'],
      body: { meeting_id: 85746065432, name: 'Standup', overwrite: true },
    },
  ],
  {
    'POST /users/ann/meetings': ANSWERED,
    'GET /meetings/1': { ...ROW, status: 'waiting', occurrences: [{ occurrence_id: '177', status: 'deleted' }] },
    'POST /users/ann/meeting_templates': { id: 't1', name: 'Standup' },
    'PATCH /meetings/1': done(),
    'DELETE /meetings/1': done(),
    'PUT /meetings/1/status': done(),
  },
);

/** In Zoom's own words: only they tell this limit from the account's (docs/zoom.md 2.3, F:18928). */
const PER_HOST =
  'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests permitted for this particular user. You may resume these requests at GMT 00:00:00.';

test('the host’s hundred writes of the day: HOST_DAILY_LIMIT until midnight, not repeated, and then refused without a call', async () => {
  const { run, calls } = stub({
    'POST /users/ann/meetings': refusal(429, 429, PER_HOST),
    'POST /users/bob/meetings': ANSWERED,
  });
  const createFor = (userId: string) => run(CREATE, { input: { userId } });
  const first = await createFor('ann');
  expect(first.data).toEqual({ createMeeting: null });
  expect(refused(first)).toEqual([['createMeeting', 'HOST_DAILY_LIMIT']]);
  const retryAfter = Number(first.errors?.[0]?.extensions.zoom?.retryAfter);
  expect(retryAfter).toBeGreaterThan(0);
  expect(retryAfter).toBeLessThanOrEqual(86_400);
  expect(refused(await createFor('ann'))).toEqual([['createMeeting', 'HOST_DAILY_LIMIT']]);
  expect((await createFor('bob')).errors).toBeUndefined();
  expect(calls).toEqual(['POST /users/ann/meetings', 'POST /users/bob/meetings']);
});

test('updateMeeting beyond the host’s hundred of the day is HOST_DAILY_LIMIT', async () => {
  const { run } = stub({ 'PATCH /meetings/1': refusal(429, 429, PER_HOST) });
  const result = await run(UPDATE.replace('FIELDS', 'id'), { input: { meetingId: '1', topic: 'One' } });
  expect(refused(result)).toEqual([['updateMeeting', 'HOST_DAILY_LIMIT']]);
});
