import { expect, test } from 'vitest';
import { done, type Result, refusal, stub } from '../stub.ts';

const refused = ({ errors }: Result) => errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]);
const global = (type: string, key: string) => btoa(`${type}:${key}`);

/** As GET /meetings/{meetingId} answers, with what is odd in it: texts that are lists, empty texts, values of next year. */
const STANDUP = {
  id: 85746065432,
  uuid: 'abc+/=',
  topic: 'Standup',
  agenda: '',
  type: 8,
  status: 'waiting',
  start_time: '2026-03-02T09:00:00Z',
  duration: 0,
  timezone: 'Europe/Berlin',
  host_id: 'ann',
  host_email: 'ann@example.com',
  assistant_id: '',
  pmi: 5551234567,
  pre_schedule: false,
  start_url: 'https://zoom.test/s/1?zak=secret',
  recurrence: { type: 2, repeat_interval: 1, weekly_days: '2,4', end_times: 0, monthly_week: -1 },
  occurrences: [
    { occurrence_id: '1772442000000', start_time: '2026-03-02T09:00:00Z', duration: 30, status: 'available' },
    { occurrence_id: '1772614800000', start_time: '2026-03-04T09:00:00Z', duration: 30, status: 'postponed' },
  ],
  tracking_fields: [{ field: 'Team', value: '', visible: true }],
  settings: {
    host_video: false,
    jbh_time: 0,
    approval_type: 2,
    auto_recording: 'hologram',
    alternative_hosts: 'bob@example.com; cas@example.com',
    global_dial_in_numbers: [{ country: 'DE', number: '+49 1', type: 'tollfree' }],
    approved_or_denied_countries_or_regions: { enable: true, method: 'approve', approved_list: ['DE', 'FR'] },
  },
};
const ROW = { id: 1, uuid: 'one', topic: 'One', type: 2, host_id: 'ann' };

test('a meeting with all that its kinds of fields need: ids, enums, instants, lists in one text, null for empty', async () => {
  const { run, calls } = stub({ 'GET /meetings/85746065432': STANDUP });
  const { data } = await run(`{ meeting(id: "85746065432") {
    id zoomId uuid topic agenda type status startTime duration timezone hostId assistantId pmi preSchedule startUrl creationSource
    recurrence { type repeatInterval weeklyDays endTimes monthlyWeek monthlyDay }
    occurrences { occurrenceId startTime duration status }
    trackingFields { field value visible }
    settings { hostVideo jbhTime approvalType autoRecording alternativeHosts waitingRoom
      globalDialInNumbers { country number type } approvedOrDeniedCountriesOrRegions { enable method approvedList deniedList } }
  } }`);
  expect(data?.meeting).toEqual({
    id: global('Meeting', '85746065432'),
    zoomId: '85746065432',
    uuid: 'abc+/=',
    topic: 'Standup',
    agenda: null,
    type: 'RECURRING_FIXED_TIME',
    status: 'WAITING',
    startTime: '2026-03-02T09:00:00.000Z',
    duration: 0,
    timezone: 'Europe/Berlin',
    hostId: 'ann',
    assistantId: null,
    pmi: '5551234567',
    preSchedule: false,
    startUrl: 'https://zoom.test/s/1?zak=secret',
    creationSource: null,
    recurrence: {
      type: 'WEEKLY',
      repeatInterval: 1,
      weeklyDays: ['2', '4'],
      endTimes: 0,
      monthlyWeek: 'LAST',
      monthlyDay: null,
    },
    occurrences: [
      { occurrenceId: '1772442000000', startTime: '2026-03-02T09:00:00.000Z', duration: 30, status: 'AVAILABLE' },
      { occurrenceId: '1772614800000', startTime: '2026-03-04T09:00:00.000Z', duration: 30, status: 'UNRECOGNIZED' },
    ],
    trackingFields: [{ field: 'Team', value: null, visible: true }],
    settings: {
      hostVideo: false,
      jbhTime: 0,
      approvalType: 'NO_REGISTRATION',
      autoRecording: 'UNRECOGNIZED',
      alternativeHosts: ['bob@example.com', 'cas@example.com'],
      waitingRoom: null,
      globalDialInNumbers: [{ country: 'DE', number: '+49 1', type: 'TOLL_FREE' }],
      approvedOrDeniedCountriesOrRegions: {
        enable: true,
        method: 'APPROVE',
        approvedList: ['DE', 'FR'],
        deniedList: null,
      },
    },
  });
  expect(calls).toEqual(['GET /meetings/85746065432']);
});

test('a type of meeting that Zoom has added since is UNRECOGNIZED', async () => {
  const { run } = stub({ 'GET /meetings/1': { ...ROW, type: 42 } });
  const { data, errors } = await run('{ meeting(id: 1) { type } }');
  expect({ data, errors }).toEqual({ data: { meeting: { type: 'UNRECOGNIZED' } }, errors: undefined });
});

test.each([
  ['a number', '85746065432'],
  ['the global id', global('Meeting', '85746065432')],
])('a meeting by %s', async (_, id) => {
  const { run, calls } = stub({ 'GET /meetings/85746065432': STANDUP });
  const { data } = await run('query ($id: ID!) { meeting(id: $id) { zoomId } }', { id });
  expect(data).toEqual({ meeting: { zoomId: '85746065432' } });
  expect(calls).toEqual(['GET /meetings/85746065432']);
});

test('the host’s id and email are known from the meeting; what else is asked of the host is one call', async () => {
  const { run, calls } = stub({
    'GET /meetings/85746065432': STANDUP,
    'GET /users/ann': { id: 'ann', email: 'ann@example.com', display_name: 'Ann' },
  });
  const known = await run('{ meeting(id: "85746065432") { host { id zoomId email } assistant { zoomId } } }');
  expect(known.data?.meeting).toEqual({
    host: { id: global('User', 'ann'), zoomId: 'ann', email: 'ann@example.com' },
    assistant: null,
  });
  expect(calls).toEqual(['GET /meetings/85746065432']);
  const more = await run('{ meeting(id: "85746065432") { host { displayName } } }');
  expect(more.data?.meeting).toEqual({ host: { displayName: 'Ann' } });
  expect(calls.slice(1)).toEqual(['GET /meetings/85746065432', 'GET /users/ann']);
});

test('one meeting asked for three times is one call', async () => {
  const { run, calls } = stub({ 'GET /meetings/1': ROW });
  const query = `{ a: meeting(id: 1) { topic } b: meeting(id: 1) { uuid } c: node(id: "${global('Meeting', '1')}") {
    ... on Meeting { type } } }`;
  expect((await run(query)).data).toEqual({ a: { topic: 'One' }, b: { uuid: 'one' }, c: { type: 'SCHEDULED' } });
  expect(calls).toEqual(['GET /meetings/1']);
});

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

test('where a meeting is broadcast to', async () => {
  const { run, calls } = stub({ 'GET /meetings/1/livestream': { stream_url: 'https://live.test/in', resolution: '' } });
  const { data } = await run('{ meeting(id: 1) { livestream { streamUrl resolution } } }');
  expect(data?.meeting).toEqual({ livestream: { streamUrl: 'https://live.test/in', resolution: null } });
  expect(calls).toEqual(['GET /meetings/1/livestream']);
});

test('an invitation', async () => {
  const { run, calls } = stub({
    'GET /meetings/1/invitation': { invitation: 'Join us', sip_links: ['sip:1@zoom.test', ''] },
  });
  const { data } = await run('{ meeting(id: 1) { invitation { invitation sipLinks } } }');
  expect(data?.meeting).toEqual({ invitation: { invitation: 'Join us', sipLinks: ['sip:1@zoom.test'] } });
  expect(calls).toEqual(['GET /meetings/1/invitation']);
});

test.each([
  ['a webinar’s number', 400, 3000, 'BAD_USER_INPUT'],
  ['no licence to host', 400, 3161, 'FORBIDDEN'],
  ['a meeting that is not known', 404, 3001, 'NOT_FOUND'],
])('%s (%i/%i) is %s%s', async (_, status, code, expected) => {
  const { run } = stub({ 'GET /meetings/1': refusal(status, code, 'No.'), 'GET /meetings/2': { ...ROW, id: 2 } });
  const result = await run('{ meeting(id: 1) { topic } other: meeting(id: 2) { topic } }');
  expect(result.data).toEqual({ meeting: null, other: { topic: 'One' } });
  expect(refused(result)).toEqual([['meeting', expected]]);
  expect(result.errors?.[0]?.extensions.zoom).toMatchObject({ status, code, path: '/meetings/{meetingId}' });
});

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

test('one meeting of many that is gone leaves the others whole', async () => {
  const { run } = stub({ 'GET /meetings/1': ROW, 'GET /meetings/3': { ...ROW, id: 3 } });
  const ids = [1, 2, 3].map((id) => global('Meeting', String(id)));
  const result = await run('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Meeting { zoomId } } }', { ids });
  expect(result.data).toEqual({ nodes: [{ zoomId: '1' }, null, { zoomId: '3' }] });
  expect(refused(result)).toEqual([['nodes.1', 'NOT_FOUND']]);
});

const create = (input: object) => ({
  query: `mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { meeting {
    zoomId topic host { zoomId email } settings { hostVideo } } } }`,
  input: { userId: 'ann', ...input },
});

test('createMeeting sends Zoom’s names and values, false, 0 and "" too, and gives what Zoom answered without a read', async () => {
  const { run, calls, bodies } = stub({ 'POST /users/ann/meetings': { ...STANDUP, topic: 'New' } });
  const { query, input } = create({
    topic: 'New',
    agenda: '',
    type: 'RECURRING_FIXED_TIME',
    startTime: '2026-03-02T10:00:00+01:00',
    duration: 0,
    timezone: 'Europe/Berlin',
    password: 'pw',
    preSchedule: false,
    defaultPassword: false,
    scheduleFor: 'bob@example.com',
    templateId: 'tpl',
    trackingFields: [{ field: 'Team', value: '' }],
    recurrence: {
      type: 'MONTHLY',
      repeatInterval: 1,
      monthlyWeek: 'LAST',
      monthlyWeekDay: 'FRIDAY',
      weeklyDays: ['1', '3'],
      endDateTime: '2026-12-01T00:00:00Z',
    },
    settings: {
      hostVideo: false,
      jbhTime: 0,
      contactName: '',
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
      authenticationException: [{ name: 'Guest', email: 'guest@example.net' }],
      authenticationOption: 'opt',
      approvedOrDeniedCountriesOrRegions: { enable: true, method: 'DENY', deniedList: ['XX'] },
      breakoutRoom: { enable: true, rooms: [{ name: 'A', participants: ['bob@example.com'] }] },
      continuousMeetingChat: { enable: false, autoAddInvitedExternalUsers: true },
      languageInterpretation: {
        enable: true,
        interpreters: [
          { email: 'i@example.com', languages: ['US', 'FR'], interpreterLanguages: ['English', 'French'] },
        ],
      },
      signLanguageInterpretation: { enable: true, interpreters: [{ email: 's@example.com', signLanguage: 'ASL' }] },
      questionAndAnswer: { enable: true, questionVisibility: 'ALL', attendeesCanComment: false },
      meetingInvitees: [{ email: 'bob@example.com' }],
      resources: [{ resourceType: 'WHITEBOARD', resourceId: 'w', permissionLevel: 'EDITOR' }],
      waitingRoomOptions: { mode: 'CUSTOM', whoGoesToWaitingRoom: 'USERS_NOT_ON_INVITE' },
      autoAddRecordingToVideoManagement: { enable: true, channels: [{ channelId: 'c', name: 'C' }] },
      globalDialInCountries: ['DE'],
      additionalDataCenterRegions: ['AU'],
    },
  });
  const { data, errors } = await run(query, { input });
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    createMeeting: {
      meeting: {
        zoomId: '85746065432',
        topic: 'New',
        host: { zoomId: 'ann', email: 'ann@example.com' },
        settings: { hostVideo: false },
      },
    },
  });
  expect(calls).toEqual(['POST /users/ann/meetings']);
  expect(bodies).toEqual([
    {
      topic: 'New',
      agenda: '',
      type: 8,
      start_time: '2026-03-02T09:00:00Z',
      duration: 0,
      timezone: 'Europe/Berlin',
      password: 'pw',
      pre_schedule: false,
      default_password: false,
      schedule_for: 'bob@example.com',
      template_id: 'tpl',
      tracking_fields: [{ field: 'Team', value: '' }],
      recurrence: {
        type: 3,
        repeat_interval: 1,
        monthly_week: -1,
        monthly_week_day: 6,
        weekly_days: '1,3',
        end_date_time: '2026-12-01T00:00:00Z',
      },
      settings: {
        host_video: false,
        jbh_time: 0,
        contact_name: '',
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
        authentication_exception: [{ name: 'Guest', email: 'guest@example.net' }],
        authentication_option: 'opt',
        approved_or_denied_countries_or_regions: { enable: true, method: 'deny', denied_list: ['XX'] },
        breakout_room: { enable: true, rooms: [{ name: 'A', participants: ['bob@example.com'] }] },
        continuous_meeting_chat: { enable: false, auto_add_invited_external_users: true },
        language_interpretation: {
          enable: true,
          interpreters: [{ email: 'i@example.com', languages: 'US,FR', interpreter_languages: 'English,French' }],
        },
        sign_language_interpretation: {
          enable: true,
          interpreters: [{ email: 's@example.com', sign_language: 'ASL' }],
        },
        question_and_answer: { enable: true, question_visibility: 'all', attendees_can_comment: false },
        meeting_invitees: [{ email: 'bob@example.com' }],
        resources: [{ resource_type: 'whiteboard', resource_id: 'w', permission_level: 'editor' }],
        waiting_room_options: { mode: 'custom', who_goes_to_waiting_room: 'users_not_on_invite' },
        auto_add_recording_to_video_management: { enable: true, channels: [{ channel_id: 'c', name: 'C' }] },
        global_dial_in_countries: ['DE'],
        additional_data_center_regions: ['AU'],
      },
    },
  ]);
});

test('createMeeting takes the host’s global id, and sends nothing that was left out', async () => {
  const { run, calls, bodies } = stub({ 'POST /users/ann/meetings': STANDUP });
  const { query, input } = create({ userId: global('User', 'ann') });
  expect((await run(query, { input })).errors).toBeUndefined();
  expect(calls).toEqual(['POST /users/ann/meetings']);
  expect(bodies).toEqual([{}]);
});

test.each([
  ['null', { topic: null }, /^input\.topic is null/],
  ['UNRECOGNIZED', { type: 'UNRECOGNIZED' }, /^input\.type is UNRECOGNIZED/],
  ['an id of another type', { userId: global('Meeting', '1') }, /is the id of a Meeting; here that of a User/],
])('createMeeting refuses %s before it asks Zoom', async (_, given, message) => {
  const { run, calls } = stub({});
  const { query, input } = create(given);
  const result = await run(query, { input });
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
    'POST /users/bob/meetings': STANDUP,
  });
  const { query, input } = create({});
  const first = await run(query, { input });
  expect(first.data).toEqual({ createMeeting: null });
  expect(refused(first)).toEqual([['createMeeting', 'RATE_LIMITED']]);
  const retryAfter = Number(first.errors?.[0]?.extensions.zoom?.retryAfter);
  expect(retryAfter).toBeGreaterThan(0);
  expect(retryAfter).toBeLessThanOrEqual(86_400);
  expect(refused(await run(query, { input }))).toEqual([['createMeeting', 'RATE_LIMITED']]);
  expect((await run(query, create({ userId: 'bob' }))).errors).toBeUndefined();
  expect(calls).toEqual(['POST /users/ann/meetings', 'POST /users/bob/meetings']);
});

const UPDATE = `mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { meeting { zoomId FIELDS } } }`;

test('updateMeeting of one occurrence names it in the query; with ids alone nothing is read again', async () => {
  const { run, calls, bodies } = stub({ 'PATCH /meetings/1': done() });
  const { data } = await run(UPDATE.replace('FIELDS', 'id'), {
    input: { meetingId: '1', occurrenceId: '1772442000000', duration: 0, settings: { muteUponEntry: false } },
  });
  expect(data).toEqual({ updateMeeting: { meeting: { zoomId: '1', id: global('Meeting', '1') } } });
  expect(calls).toEqual(['PATCH /meetings/1?occurrence_id=1772442000000']);
  expect(bodies).toEqual([{ duration: 0, settings: { mute_upon_entry: false } }]);
});

test('updateMeeting reads the meeting again when more than its id is selected', async () => {
  const { run, calls, bodies } = stub({ 'PATCH /meetings/1': done(), 'GET /meetings/1': { ...ROW, topic: 'Two' } });
  const { data } = await run(UPDATE.replace('FIELDS', 'topic'), {
    input: {
      meetingId: global('Meeting', '1'),
      topic: 'Two',
      settings: { customKeys: [{ key: 'k', value: '' }], alternativeHosts: [] },
    },
  });
  expect(data).toEqual({ updateMeeting: { meeting: { zoomId: '1', topic: 'Two' } } });
  expect(calls).toEqual(['PATCH /meetings/1', 'GET /meetings/1']);
  expect(bodies).toEqual([
    { topic: 'Two', settings: { custom_keys: [{ key: 'k', value: '' }], alternative_hosts: '' } },
  ]);
});

test.each([
  [400, 300, 'BAD_USER_INPUT'],
  [400, 3000, 'BAD_USER_INPUT'],
  [400, 3161, 'FORBIDDEN'],
  [404, 3001, 'NOT_FOUND'],
])('updateMeeting refused with %i/%i is null and %s', async (status, code, expected) => {
  const { run, calls } = stub({ 'PATCH /meetings/1': refusal(status, code, 'No.') });
  const result = await run(UPDATE.replace('FIELDS', 'topic'), { input: { meetingId: '1', topic: '' } });
  expect(result.data).toEqual({ updateMeeting: null });
  expect(refused(result)).toEqual([['updateMeeting', expected]]);
  expect(calls).toEqual(['PATCH /meetings/1']);
});

test('updateMeeting beyond the host’s hundred of the day is RATE_LIMITED', async () => {
  const { run } = stub({ 'PATCH /meetings/1': refusal(429, 429, PER_HOST) });
  const result = await run(UPDATE.replace('FIELDS', 'id'), { input: { meetingId: '1' } });
  expect(refused(result)).toEqual([['updateMeeting', 'RATE_LIMITED']]);
});

test('deleteMeeting gives the id that is gone', async () => {
  const { run, calls, bodies } = stub({ 'DELETE /meetings/1': done() });
  const { data } = await run(
    'mutation { deleteMeeting(input: { meetingId: 1, scheduleForReminder: false, cancelMeetingReminder: true }) { deletedMeetingId } }',
  );
  expect(data).toEqual({ deleteMeeting: { deletedMeetingId: global('Meeting', '1') } });
  expect(calls).toEqual(['DELETE /meetings/1?schedule_for_reminder=false&cancel_meeting_reminder=true']);
  expect(bodies).toEqual([undefined]);
});

test('deleteMeetingOccurrence leaves the meeting, which is read again', async () => {
  const { run, calls } = stub({
    'DELETE /meetings/1': done(),
    'GET /meetings/1': { ...ROW, occurrences: [{ occurrence_id: '177', status: 'deleted' }] },
  });
  const { data } = await run(`mutation { deleteMeetingOccurrence(input: { meetingId: 1, occurrenceId: "177" }) {
    meeting { occurrences { occurrenceId status } } } }`);
  expect(data).toEqual({
    deleteMeetingOccurrence: { meeting: { occurrences: [{ occurrenceId: '177', status: 'DELETED' }] } },
  });
  expect(calls).toEqual(['DELETE /meetings/1?occurrence_id=177', 'GET /meetings/1']);
});

test.each([
  [400, 1010, 'NOT_FOUND'],
  [400, 3000, 'BAD_USER_INPUT'],
  [400, 3002, 'CONFLICT'],
  [400, 3003, 'FORBIDDEN'],
  [400, 3007, 'CONFLICT'],
  [400, 3018, 'FORBIDDEN'],
  [400, 3037, 'FORBIDDEN'],
  [400, 3161, 'FORBIDDEN'],
  [404, 1001, 'NOT_FOUND'],
  [404, 3001, 'NOT_FOUND'],
])('deleteMeeting refused with %i/%i is null and %s', async (status, code, expected) => {
  const { run } = stub({ 'DELETE /meetings/1': refusal(status, code, 'No.') });
  const result = await run('mutation { deleteMeeting(input: { meetingId: 1 }) { deletedMeetingId } }');
  expect(result.data).toEqual({ deleteMeeting: null });
  expect(refused(result)).toEqual([['deleteMeeting', expected]]);
});

test('endMeeting puts the action, and reads the meeting again for its status', async () => {
  const { run, calls, bodies } = stub({
    'PUT /meetings/1/status': done(),
    'GET /meetings/1': { ...ROW, status: 'waiting' },
  });
  const { data } = await run('mutation { endMeeting(input: { meetingId: 1 }) { meeting { status } } }');
  expect(data).toEqual({ endMeeting: { meeting: { status: 'WAITING' } } });
  expect(calls).toEqual(['PUT /meetings/1/status', 'GET /meetings/1']);
  expect(bodies).toEqual([{ action: 'end' }]);
});

test('endMeeting of a meeting that is not known is NOT_FOUND', async () => {
  const { run } = stub({});
  const result = await run('mutation { endMeeting(input: { meetingId: 1 }) { meeting { zoomId } } }');
  expect(result.data).toEqual({ endMeeting: null });
  expect(refused(result)).toEqual([['endMeeting', 'NOT_FOUND']]);
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
