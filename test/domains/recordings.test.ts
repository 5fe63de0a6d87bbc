import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { globalId, leaves, reads, walks, writes } from '../rows.ts';
import { done, type Received, type Result, refusal, stub } from '../stub.ts';

const refused = ({ errors }: Result) => errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-06-30T12:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const HELD = {
  uuid: 'a',
  id: 85746065432,
  host_id: 'ann',
  topic: 'Standup',
  type: '8',
  start_time: '2026-06-29T09:00:00Z',
  recording_files: [{ id: 'f1' }, { recording_type: 'hologram' }],
};
const at = (uuid: string, rest = '') => `GET /meetings/${uuid}/recordings${rest}`;

leaves(
  'a recording with its files, and what it tells of host, meeting and instance without a call',
  at('a'),
  (fields) => `{ recording(id: "a") { ${fields} } }`,
  [
    ['uuid', 'a', 'id', globalId('Recording', 'a')],
    ['uuid', 'a', 'zoomId', 'a'],
    ['type', '8', 'type', 'RECURRING_FIXED_TIME'],
    ['host_id', 'ann', 'host { zoomId }', { zoomId: 'ann' }],
    ['id', 85746065432, 'meeting { zoomId host { zoomId } }', { zoomId: '85746065432', host: { zoomId: 'ann' } }],
    ['id', 85746065432, 'instance { zoomId meeting { zoomId } }', { zoomId: 'a', meeting: { zoomId: '85746065432' } }],
    [
      'recording_files',
      [{ id: 'f1', recording_type: 'shared_screen_with_speaker_view(CC)', file_type: 'MP4', status: 'completed' }],
      'recordingFiles { zoomId recordingType fileType status }',
      [{ zoomId: 'f1', recordingType: 'SHARED_SCREEN_WITH_SPEAKER_VIEW_CC', fileType: 'MP4', status: 'COMPLETED' }],
    ],
  ],
);

reads([
  ...[
    ['a uuid to be encoded twice', '/a+b//c==', '%2Fa%2Bb%2F%2Fc%3D%3D', '/a+b//c=='],
    ['a uuid to be encoded once', 'a+b/c==', 'a+b/c==', 'a+b/c=='],
    ['a meeting’s number, for the latest', '85746065432', '85746065432', 'a+b/c=='],
  ].map(([by, id, sent = '', uuid = '']) => ({
    name: `a recording by ${by}`,
    table: { [at(sent)]: { ...HELD, uuid } },
    query: `{ recording(id: "${id}") { id topic } }`,
    data: { recording: { id: globalId('Recording', uuid), topic: 'Standup' } },
    calls: [at(sent)],
  })),
  ...[
    ['5', 'WEBINAR'],
    ['9', 'RECURRING_WEBINAR_FIXED_TIME'],
    ['99', 'UPLOADED'],
  ].map(([type, word]) => ({
    name: `no meeting stands behind a recording of type ${type} (${word})`,
    table: { [at('a')]: { ...HELD, type } },
    query: '{ recording(id: "a") { type meeting { topic } instance { topic } } }',
    data: { recording: { type: word, meeting: null, instance: null } },
    calls: [at('a')],
  })),
  {
    name: 'a meeting stands behind a kind of recording that Zoom has added since',
    table: { [at('a')]: { ...HELD, type: '77' } },
    query: '{ recording(id: "a") { type meeting { zoomId } } }',
    data: { recording: { type: 'UNRECOGNIZED', meeting: { zoomId: '85746065432' } } },
  },
  {
    name: 'the token that downloads is asked for only when it is selected',
    table: {
      [at('a')]: ({ query }: Received) => (query.has('include_fields') ? { download_access_token: 'secret' } : HELD),
    },
    query: '{ recording(id: "a") { downloadAccessToken } }',
    data: { recording: { downloadAccessToken: 'secret' } },
    calls: [at('a', '?include_fields=download_access_token')],
  },
  {
    name: 'those who registered to watch, by status',
    table: {
      [at('a', '/registrants')]: ({ query }: Received) =>
        query.get('status') === 'denied' ? {} : { registrants: [{ id: 'eve', status: 'pending' }] },
    },
    query: '{ recording(id: "a") { registrants(status: [PENDING, DENIED]) { nodes { zoomId status } } } }',
    data: { recording: { registrants: { nodes: [{ zoomId: 'eve', status: 'PENDING' }] } } },
    calls: ['pending', 'denied'].map((status) => at('a', `/registrants?status=${status}&page_size=30`)),
  },
]);

/** Recordings with uuids that are their days, as Zoom would list them for the days asked, both included. */
const listed =
  (...days: string[]) =>
  ({ query }: Received) => ({
    from: query.get('from'),
    to: query.get('to'),
    meetings: days
      .filter((day) => day >= (query.get('from') ?? '') && day <= (query.get('to') ?? ''))
      .map((day) => ({ ...HELD, uuid: day, host_id: `host ${days.indexOf(day) % 5}`, start_time: `${day}T23:59:59Z` })),
    next_page_token: '',
  });
const ofAnn = (args = '', nodes = 'uuid') => `{ user(id: "ann") { recordings${args} { nodes { ${nodes} } } } }`;

reads([
  {
    name: 'a user’s recordings of a few days, each with its files, in one call',
    table: { 'GET /users/ann/recordings': listed('2026-06-29', '2026-05-01') },
    query: ofAnn('(meetingId: "85746065432", from: "2026-06-10")', 'uuid recordingFiles { zoomId }'),
    at: 'user.recordings.nodes',
    data: [{ uuid: '2026-06-29', recordingFiles: [{ zoomId: 'f1' }, { zoomId: null }] }],
    calls: ['GET /users/ann/recordings?meeting_id=85746065432&from=2026-06-09&to=2026-07-02&page_size=30'],
  },
  {
    name: 'a `to` that has not come yet is today',
    table: { 'GET /users/ann/recordings': listed() },
    query: ofAnn('(from: "2026-06-20", to: "2027-01-01")'),
    data: { user: { recordings: { nodes: [] } } },
    calls: ['GET /users/ann/recordings?from=2026-06-19&to=2026-07-02&page_size=30'],
  },
  ...['from: "2026-06-20", to: "2026-06-10"', 'from: "2026-07-20"'].map((args) => ({
    name: `recordings(${args}) is refused without a call`,
    query: ofAnn(`(${args})`),
    data: { user: { recordings: null } },
    errors: [{ path: ['user', 'recordings'], extensions: { code: 'BAD_USER_INPUT' } }],
    calls: [],
  })),
  {
    name: 'what the list did not bring is read singly; a recording that is gone leaves the others whole',
    table: {
      'GET /users/ann/recordings': listed('2026-06-29', '2026-06-28'),
      [at('2026-06-29')]: { ...HELD, uuid: '2026-06-29', password: 'pw' },
    },
    query: ofAnn('', 'uuid password'),
    at: 'user.recordings.nodes',
    data: [
      { uuid: '2026-06-29', password: 'pw' },
      { uuid: '2026-06-28', password: null },
    ],
    errors: [{ path: ['user', 'recordings', 'nodes', 1, 'password'], extensions: { code: 'NOT_FOUND' } }],
    calls: ['GET /users/ann/recordings?from=2026-06-02&to=2026-07-02&page_size=30', at('2026-06-29'), at('2026-06-28')],
  },
  {
    name: 'the trash knows no dates: it is one list, however old the recordings',
    table: {
      'GET /users/ann/recordings': {
        meetings: [HELD, { ...HELD, uuid: 'old', start_time: '2025-01-01T00:00:00Z' }],
        total_records: 2,
      },
    },
    query: '{ user(id: "ann") { trashedRecordings(trashType: RECORDING_FILE) { totalCount nodes { uuid } } } }',
    at: 'user.trashedRecordings',
    data: { totalCount: 2, nodes: [{ uuid: 'a' }, { uuid: 'old' }] },
    calls: ['GET /users/ann/recordings?trash_type=recording_file&trash=true&page_size=30'],
  },
]);

test('twelve months: windows of a month from the newest on, each recording once, newest first, and all hosts in one list', async () => {
  const days = [
    '2026-06-30',
    '2026-06-01',
    '2026-05-31', // where two windows meet
    '2026-05-30',
    '2026-03-31',
    '2026-01-01',
    '2025-12-31',
    '2025-07-01',
    '2025-06-30',
  ];
  const hosts = [0, 1, 2, 3, 4].map((n) => ({ id: `host ${n}`, email: `h${n}@example.com` }));
  const { run, calls } = stub({
    'GET /accounts/me/recordings': listed(...days, '2025-06-29'),
    'GET /users': { users: hosts, total_records: 5 },
  });
  const { data, errors } = await run(
    '{ account { recordings(first: 100, from: "2025-06-30") { nodes { uuid host { email } } pageInfo { hasNextPage } } } }',
  );
  expect(errors).toBeUndefined();
  expect(data?.account).toEqual({
    recordings: {
      nodes: days.map((uuid, i) => ({ uuid, host: { email: `h${i % 5}@example.com` } })),
      pageInfo: { hasNextPage: false },
    },
  });
  const asked = calls
    .filter((call) => call.includes('/recordings?'))
    .map((call) => new URLSearchParams(call.split('?')[1]))
    .map((query) => [query.get('from'), query.get('to')]);
  const length = (from: string | null | undefined, to: string | null | undefined) =>
    (Date.parse(to ?? '') - Date.parse(from ?? '')) / 86_400_000;
  expect(asked[0]?.[1]).toBe('2026-07-02');
  expect(asked.at(-1)?.[0]).toBe('2025-06-29');
  for (const [i, [from, to]] of asked.entries()) {
    expect(length(from, to)).toBeLessThanOrEqual(30);
    // The days beside each border are asked for twice: the last before it, and the two from it on.
    if (i + 1 < asked.length) expect(length(from, asked[i + 1]?.[1])).toBe(2);
  }
  expect(calls.filter((call) => call.startsWith('GET /users'))).toEqual(['GET /users?status=active&page_size=300']);
  expect(calls).toHaveLength(asked.length + 1);
  expect(asked).toHaveLength(14);
});

test('a cursor crosses windows, also on a later day: the list keeps the days that it began with', async () => {
  const { run } = stub({
    'GET /users/ann': { id: 'ann' },
    'GET /users/ann/recordings': listed('2026-07-02', '2026-06-20', '2026-06-10', '2026-05-10', '2026-04-10'),
  });
  type Page = { nodes: object[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
  const page = async (after?: string) => {
    const { data, errors } = await run<{ user: { recordings: Page } }>(
      `query ($after: String) { user(id: "ann") { recordings(first: 2, after: $after, from: "2026-04-01") {
        nodes { uuid } pageInfo { endCursor hasNextPage } } } }`,
      { after },
    );
    expect(errors).toBeUndefined();
    return data?.user.recordings;
  };
  const first = await page();
  expect(first?.nodes).toEqual([{ uuid: '2026-06-20' }, { uuid: '2026-06-10' }]);
  expect(first?.pageInfo.hasNextPage).toBe(true);
  vi.setSystemTime(new Date('2026-07-03T00:00:00Z'));
  expect((await page(first?.pageInfo.endCursor))?.nodes).toEqual([{ uuid: '2026-05-10' }, { uuid: '2026-04-10' }]);
  expect((await page())?.nodes).toEqual([{ uuid: '2026-07-02' }, { uuid: '2026-06-20' }]);
});

test('the recording of an instance that was not recorded is null without an error; another refusal is one', async () => {
  const { run, calls } = stub({
    'GET /past_meetings/a': { uuid: 'a', topic: 'Standup' },
    'GET /past_meetings/b': { uuid: 'b' },
    'GET /past_meetings/c': { uuid: 'c' },
    [at('a')]: HELD,
    [at('b')]: refusal(404, 3301, 'This recording does not exist.'),
    [at('c')]: refusal(200, 200, 'No permission.'),
  });
  const recording = (id: string, fields = 'topic') => `meetingInstance(id: "${id}") { zoomId recording { ${fields} } }`;
  const result = await run(`{ a: ${recording('a')} b: ${recording('b')} c: ${recording('c')} }`);
  expect(result.data).toEqual({
    a: { zoomId: 'a', recording: { topic: 'Standup' } },
    b: { zoomId: 'b', recording: null },
    c: { zoomId: 'c', recording: null },
  });
  expect(refused(result)).toEqual([['c.recording', 'FORBIDDEN']]);
  calls.length = 0;
  expect((await run(`{ ${recording('b', 'id')} }`)).data).toEqual({
    meetingInstance: { zoomId: 'b', recording: null },
  });
  expect(calls).toEqual(['GET /past_meetings/b', at('b')]);
});

const INSTANCES = {
  'GET /meetings/7': { id: 7 },
  'GET /past_meetings/7/instances': { meetings: [{ uuid: 'c' }, { uuid: '/b' }, { uuid: 'a' }] },
  [at('a')]: HELD,
};
reads(
  ['uuid', 'zoomId'].map((field) => ({
    name: `the recordings of a meeting, by ${field}, leave out the instances that were not recorded`,
    table: { [at('c')]: { ...HELD, uuid: 'c' } },
    query: `{ meeting(id: 7) { recordings { nodes { ${field} } } } }`,
    data: { meeting: { recordings: { nodes: [{ [field]: 'c' }, { [field]: 'a' }] } } },
    calls: ['GET /past_meetings/7/instances', at('%2Fb'), at('a'), at('c')],
    together: true,
  })),
  INSTANCES,
);
walks([
  {
    name: 'a page of a meeting’s recordings of which none exist still leads on to the next',
    table: INSTANCES,
    of: 'meeting(id: 7)',
    list: 'recordings(first: 2)',
    nodes: 'uuid',
    pages: [[], [{ uuid: 'a' }]],
  },
]);

const UUID = '/a//b';
const SENT = '%2Fa%2F%2Fb';
const id = globalId('Recording', UUID);

writes(
  [
    {
      name: 'updateRecordingSettings sends words of Zoom’s, and reads the settings again',
      mutation: `updateRecordingSettings(input: {
        recordingId: "${UUID}", shareRecording: NONE, authenticationDomains: ["example.com", "example.org"], approvalType: AUTOMATIC
      }) { recording { zoomId settings { onDemand } } }`,
      payload: { recording: { zoomId: UUID, settings: { onDemand: true } } },
      calls: [`PATCH /meetings/${SENT}/recordings/settings`, at(SENT, '/settings')],
      body: { share_recording: 'none', authentication_domains: 'example.com,example.org', approval_type: 0 },
    },
    {
      name: 'deleteRecordingFile takes a global id, of a uuid with slashes, and reads the recording again',
      mutation: `deleteRecordingFile(input: { recordingId: "${id}", fileId: "f1" }) { recording { recordingFiles { zoomId } } }`,
      payload: { recording: { recordingFiles: [] } },
      calls: [`DELETE /meetings/${SENT}/recordings/f1`, at(SENT)],
    },
    {
      name: 'recoverRecording takes a global id, of a uuid with slashes, and reads the recording again',
      mutation: `recoverRecording(input: { recordingId: "${id}" }) { recording { zoomId topic } }`,
      payload: { recording: { zoomId: UUID, topic: 'Standup' } },
      calls: [`PUT /meetings/${SENT}/recordings/status`, at(SENT)],
      body: { action: 'recover' },
    },
    {
      name: 'recoverRecordingFile is one call',
      mutation: 'recoverRecordingFile(input: { recordingId: "a", fileId: "f1" }) { recording { zoomId } }',
      payload: { recording: { zoomId: 'a' } },
      calls: ['PUT /meetings/a/recordings/f1/status'],
      body: { action: 'recover' },
    },
  ],
  {
    'PUT /meetings/a/recordings/f1/status': done(),
    [`PATCH /meetings/${SENT}/recordings/settings`]: done(),
    [at(SENT, '/settings')]: { on_demand: true },
    [`DELETE /meetings/${SENT}/recordings/f1`]: done(),
    [`PUT /meetings/${SENT}/recordings/status`]: done(),
    [at(SENT)]: { ...HELD, uuid: UUID, recording_files: [] },
  },
);

reads([
  {
    name: 'a token for the files lives as long as the client asks',
    table: { [at('a')]: { download_access_token: 'secret' } },
    query: '{ recording(id: "a") { downloadToken(ttl: 60) } }',
    data: { recording: { downloadToken: 'secret' } },
    calls: [at('a', '?ttl=60&include_fields=download_access_token')],
  },
  {
    name: 'a token that would live more than a week is refused before the call',
    query: '{ recording(id: "a") { downloadToken(ttl: 604801) } }',
    data: { recording: { downloadToken: null } },
    errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    calls: [],
  },
  {
    name: 'a webinar stands behind its recording',
    table: { [at('a')]: { ...HELD, type: '9' } },
    query: '{ recording(id: "a") { webinar { zoomId } webinarInstance { zoomId webinar { zoomId } } } }',
    data: {
      recording: {
        webinar: { zoomId: '85746065432' },
        webinarInstance: { zoomId: 'a', webinar: { zoomId: '85746065432' } },
      },
    },
    calls: [at('a')],
  },
  {
    name: 'the recording of an instance of a webinar',
    table: { 'GET /report/webinars/a': { uuid: 'a' }, [at('a')]: { ...HELD, type: '9' } },
    query: '{ webinarInstance(id: "a") { recording { topic webinarInstance { zoomId } } } }',
    data: { webinarInstance: { recording: { topic: 'Standup', webinarInstance: { zoomId: 'a' } } } },
    calls: ['GET /report/webinars/a', at('a')],
  },
  {
    name: 'a recording that is still being made, with files that have no id, a size beyond 32 bits, and a kind of tomorrow',
    table: {
      [at('a')]: {
        ...HELD,
        total_size: 9_000_000_000,
        recording_files: [
          { id: 'f', status: 'processing', file_type: '' },
          { file_type: 'TIMELINE', file_extension: 'JSON' },
          { id: 'g', file_type: 'HOLOGRAM', file_size: 9_000_000_000, download_url: 'https://zoom.us/rec/download/g' },
        ],
      },
    },
    query:
      '{ recording(id: "a") { totalSize recordingFiles { zoomId status fileType fileSize downloadUrl unrecognized } } }',
    at: 'recording',
    data: {
      totalSize: 9_000_000_000,
      recordingFiles: [
        { zoomId: 'f', status: 'PROCESSING', fileType: null, fileSize: null, downloadUrl: null, unrecognized: null },
        { zoomId: null, status: null, fileType: 'TIMELINE', fileSize: null, downloadUrl: null, unrecognized: null },
        {
          zoomId: 'g',
          status: null,
          fileType: 'UNRECOGNIZED',
          fileSize: 9_000_000_000,
          downloadUrl: 'https://zoom.us/rec/download/g',
          unrecognized: { fileType: 'HOLOGRAM' },
        },
      ],
    },
  },
  {
    name: 'who watched it, over two months in two windows, and the user behind an email',
    table: {
      [at('a', '/analytics_details')]: ({ query }: Received) => ({
        analytics_details:
          (query.get('to') ?? '') > '2026-06-15'
            ? [{ date_time: '2026-06-29T09:00:00Z', email: 'ann@x.com', duration: 60 }]
            : [],
      }),
    },
    query:
      '{ recording(id: "a") { uses(type: BY_VIEW, from: "2026-05-10") { nodes { dateTime duration user { email } } } } }',
    at: 'recording.uses.nodes',
    data: [{ dateTime: '2026-06-29T09:00:00Z', duration: 60, user: { email: 'ann@x.com' } }],
    calls: [
      at('a', '/analytics_details?type=by_view&from=2026-06-02&to=2026-07-02&page_size=30'),
      at('a', '/analytics_details?type=by_view&from=2026-05-09&to=2026-06-04&page_size=30'),
    ],
  },
  {
    name: 'how often it was watched, day by day',
    table: { [at('a', '/analytics_summary')]: { analytics_summary: [{ date: '2026-06-29', views_total_count: 3 }] } },
    query: '{ recording(id: "a") { usesByDay { nodes { date viewsTotalCount } stats { sum { viewsTotalCount } } } } }',
    at: 'recording.usesByDay',
    data: { nodes: [{ date: '2026-06-29', viewsTotalCount: 3 }], stats: { sum: { viewsTotalCount: 3 } } },
    calls: [at('a', '/analytics_summary?from=2026-06-02&to=2026-07-02')],
  },
]);

const registrantsAt = '/meetings/a/recordings/registrants';
writes(
  [
    {
      name: 'whoever was registered to watch is a registrant of the recording',
      mutation:
        'addRecordingRegistrant(input: { recordingId: "a", email: "eve@x.com", firstName: "Eve" }) { registrantId shareUrl registrant { zoomId email } recording { zoomId } }',
      payload: {
        registrantId: 'r',
        shareUrl: 'https://zoom.us/rec/share/x?tk=y',
        registrant: { zoomId: 'r', email: 'eve@x.com' },
        recording: { zoomId: 'a' },
      },
      calls: [`POST ${registrantsAt}`, `GET ${registrantsAt}?status=approved&page_size=300`],
      body: { email: 'eve@x.com', first_name: 'Eve' },
    },
    ...(['approve', 'deny'] as const).map((action) => ({
      name: `registrants of a recording are handled together: ${action}`,
      mutation: `${action}RecordingRegistrants(input: { recordingId: "a", registrants: [{ id: "r" }, { id: "${globalId('RecordingRegistrant', 'a,s')}" }] }) { recording { zoomId } }`,
      payload: { recording: { zoomId: 'a' } },
      calls: [`PUT ${registrantsAt}/status`],
      body: { action, registrants: [{ id: 'r' }, { id: 's' }] },
    })),
    {
      name: 'what people are asked is read again once it was updated',
      mutation:
        'updateRecordingRegistrationQuestions(input: { recordingId: "a", customQuestions: [{ title: "Why?", type: MULTIPLE, answers: ["So", "No"] }] }) { recording { registrationQuestions { customQuestions { type } } } }',
      payload: { recording: { registrationQuestions: { customQuestions: [{ type: 'MULTIPLE' }] } } },
      calls: [`PATCH ${registrantsAt}/questions`, `GET ${registrantsAt}/questions`],
      body: { custom_questions: [{ title: 'Why?', type: 'multiple', answers: ['So', 'No'] }] },
    },
  ],
  {
    [`POST ${registrantsAt}`]: { id: 85746065432, registrant_id: 'r', share_url: 'https://zoom.us/rec/share/x?tk=y' },
    [`GET ${registrantsAt}`]: { registrants: [{ id: 'r', email: 'eve@x.com' }] },
    [`PUT ${registrantsAt}/status`]: done,
    [`PATCH ${registrantsAt}/questions`]: done,
    [`GET ${registrantsAt}/questions`]: { custom_questions: [{ title: 'Why?', type: 'multiple' }] },
  },
);
