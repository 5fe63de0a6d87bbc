import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { globalId, leaves, reads, refusals, type WriteRow, writes } from '../rows.ts';
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
    ['start_time', '2026-06-29T09:00:00Z', 'startTime', '2026-06-29T09:00:00.000Z'],
    ['timezone', '', 'timezone', null],
    ['duration', 0, 'duration', 0],
    ['total_size', 6_000_000_000, 'totalSize', 6_000_000_000],
    ['auto_delete', false, 'autoDelete', false],
    ['host_id', 'ann', 'host { zoomId }', { zoomId: 'ann' }],
    ['id', 85746065432, 'meeting { zoomId host { zoomId } }', { zoomId: '85746065432', host: { zoomId: 'ann' } }],
    ['id', 85746065432, 'instance { zoomId meeting { zoomId } }', { zoomId: 'a', meeting: { zoomId: '85746065432' } }],
    [
      'recording_files',
      [
        { id: 'f1', recording_type: 'shared_screen_with_speaker_view(CC)', file_type: 'MP4', status: 'completed' },
        { recording_type: 'hologram', file_type: '', status: 'processing', file_size: 0 },
      ],
      'recordingFiles { zoomId recordingType fileType fileSize status }',
      [
        {
          zoomId: 'f1',
          recordingType: 'SHARED_SCREEN_WITH_SPEAKER_VIEW_CC',
          fileType: 'MP4',
          fileSize: null,
          status: 'COMPLETED',
        },
        { zoomId: null, recordingType: 'UNRECOGNIZED', fileType: null, fileSize: 0, status: 'PROCESSING' },
      ],
    ],
  ],
);

const numbered = [
  ['5', 'WEBINAR'],
  ['9', 'RECURRING_WEBINAR_FIXED_TIME'],
  ['99', 'UPLOADED'],
];
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
  ...numbered.map(([type, word]) => ({
    name: `no meeting stands behind a recording of type ${type} (${word})`,
    table: { [at('a')]: { ...HELD, type } },
    query: '{ recording(id: "a") { type meeting { topic } instance { topic } } }',
    data: { recording: { type: word, meeting: null, instance: null } },
    calls: [at('a')],
  })),
  {
    name: 'a kind of recording that Zoom has added since is UNRECOGNIZED',
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
    name: 'how a recording is shared',
    table: {
      [at('a', '/settings')]: {
        topic: '',
        share_recording: 'publicly',
        viewer_download: false,
        authentication_domains: 'example.com,example.org',
        approval_type: 0,
        auto_delete_date: '2026-12-31',
      },
    },
    query: `{ recording(id: "a") { settings { topic shareRecording viewerDownload authenticationDomains approvalType
      autoDeleteDate password } } }`,
    at: 'recording.settings',
    data: {
      topic: null,
      shareRecording: 'PUBLICLY',
      viewerDownload: false,
      authenticationDomains: ['example.com', 'example.org'],
      approvalType: 'AUTOMATIC',
      autoDeleteDate: '2026-12-31',
      password: null,
    },
    calls: [at('a', '/settings')],
  },
  {
    name: 'those who registered to watch, by status and page',
    table: {
      [at('a', '/registrants')]: ({ query }: Received) => {
        if (query.get('status') === 'denied') return { registrants: [] };
        return query.has('next_page_token')
          ? { registrants: [{ id: 'fay', email: '', status: 'invited' }], next_page_token: '' }
          : { registrants: [{ id: 'eve', email: 'eve@example.com', status: 'pending' }], next_page_token: 'more' };
      },
    },
    query: '{ recording(id: "a") { registrants(status: [PENDING, DENIED]) { nodes { zoomId email status } } } }',
    at: 'recording.registrants.nodes',
    data: [
      { zoomId: 'eve', email: 'eve@example.com', status: 'PENDING' },
      { zoomId: 'fay', email: null, status: 'UNRECOGNIZED' },
    ],
    calls: [
      at('a', '/registrants?status=pending&page_size=30'),
      at('a', '/registrants?status=pending&page_size=30&next_page_token=more'),
      at('a', '/registrants?status=denied&page_size=30'),
    ],
  },
]);

const RECORDING = 'recording(id: "a") { topic }';
refusals(
  [
    [at('a'), 404, 3301, 'NOT_FOUND', RECORDING],
    [at('a'), 404, 1001, 'NOT_FOUND', RECORDING],
    [at('a'), 400, 1010, 'NOT_FOUND', RECORDING],
    [at('a'), 200, 200, 'FORBIDDEN', RECORDING],
  ],
  {
    table: { [at('b')]: { ...HELD, uuid: 'b' } },
    query: (refused) => `{ ${refused} other: recording(id: "b") { topic } }`,
    data: { refused: null, other: { topic: 'Standup' } },
  },
);
refusals(
  [
    [at('a', '/settings'), 404, 3301, 'NOT_FOUND', 'settings { topic }'],
    [at('a', '/registrants'), 200, 200, 'FORBIDDEN', 'registrants { nodes { zoomId } }'],
  ],
  {
    table: { [at('a')]: HELD },
    query: (refused) => `{ recording(id: "a") { topic ${refused} } }`,
    data: { recording: { topic: 'Standup', refused: null } },
  },
);

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
const ANN = { 'GET /users/ann': { id: 'ann' } };
const windows = (calls: readonly string[]) =>
  calls
    .filter((call) => call.includes('/recordings?'))
    .map((call) => new URLSearchParams(call.split('?')[1]))
    .map((query) => [query.get('from'), query.get('to')]);

const length = (from: string | null | undefined, to: string | null | undefined) =>
  (Date.parse(to ?? '') - Date.parse(from ?? '')) / 86_400_000;

test('a user’s recordings of a few days, each with its files, in one call', async () => {
  const { run, calls } = stub({ ...ANN, 'GET /users/ann/recordings': listed('2026-06-29', '2026-05-01') });
  const { data } = await run(
    '{ user(id: "ann") { recordings(meetingId: "85746065432", from: "2026-06-10") { nodes { uuid recordingFiles { zoomId } } } } }',
  );
  expect(data?.user).toEqual({
    recordings: { nodes: [{ uuid: '2026-06-29', recordingFiles: [{ zoomId: 'f1' }, { zoomId: null }] }] },
  });
  expect(calls.filter((call) => call.includes('recordings'))).toEqual([
    'GET /users/ann/recordings?meeting_id=85746065432&from=2026-06-09&to=2026-07-02&page_size=30',
  ]);
});

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
  const { run, calls } = stub({
    'GET /accounts/me/recordings': listed(...days, '2025-06-29'),
    'GET /users': {
      users: [0, 1, 2, 3, 4].map((n) => ({ id: `host ${n}`, email: `h${n}@example.com` })),
      total_records: 5,
    },
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
  const asked = windows(calls);
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
  const { run, calls } = stub({
    ...ANN,
    'GET /users/ann/recordings': listed('2026-07-02', '2026-06-20', '2026-06-10', '2026-05-10', '2026-04-10'),
  });
  const page = async (after?: string) => {
    const { data, errors } = await run<{
      user: { recordings: { nodes: object[]; pageInfo: { endCursor: string; hasNextPage: boolean } } };
    }>(
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
  calls.length = 0;
  const second = await page(first?.pageInfo.endCursor);
  expect(second?.nodes).toEqual([{ uuid: '2026-05-10' }, { uuid: '2026-04-10' }]);
  expect((await page())?.nodes).toEqual([{ uuid: '2026-07-02' }, { uuid: '2026-06-20' }]);
});

test.each([
  ['from: "2026-06-20", to: "2026-06-10"', 'BAD_USER_INPUT'],
  ['from: "2026-07-20"', 'BAD_USER_INPUT'],
  ['first: 0', 'BAD_USER_INPUT'],
  ['after: "rubbish"', 'CURSOR_INVALID'],
])('recordings(%s) is refused without a call for recordings', async (args, code) => {
  const { run, calls } = stub(ANN);
  const result = await run(`{ user(id: "ann") { zoomId recordings(${args}) { nodes { uuid } } } }`);
  expect(result.data).toEqual({ user: { zoomId: 'ann', recordings: null } });
  expect(refused(result)).toEqual([['user.recordings', code]]);
  expect(calls.filter((call) => call.includes('recordings'))).toEqual([]);
});

test('a `to` that has not come yet is today', async () => {
  const { run, calls } = stub({ ...ANN, 'GET /users/ann/recordings': listed() });
  const { data } = await run(
    '{ user(id: "ann") { recordings(from: "2026-06-20", to: "2027-01-01") { nodes { uuid } } } }',
  );
  expect(data?.user).toEqual({ recordings: { nodes: [] } });
  expect(windows(calls)).toEqual([['2026-06-19', '2026-07-02']]);
});

test('the second page of a window goes on with Zoom’s token before the next window begins', async () => {
  const row = (uuid: string, day: string) => ({ ...HELD, uuid, start_time: `${day}T09:00:00Z` });
  const { run, calls } = stub({
    ...ANN,
    'GET /users/ann/recordings': ({ query }: Received) => {
      if (query.get('next_page_token') === 'more') return { meetings: [row('b', '2026-06-10')], next_page_token: '' };
      return query.get('to') === '2026-07-02'
        ? { meetings: [row('a', '2026-06-20')], next_page_token: 'more' }
        : { meetings: [row('c', '2026-05-20')], next_page_token: '' };
    },
  });
  const { data } = await run('{ user(id: "ann") { recordings(from: "2026-05-15") { nodes { uuid } } } }');
  expect(data?.user).toEqual({ recordings: { nodes: [{ uuid: 'a' }, { uuid: 'b' }, { uuid: 'c' }] } });
  const [first = '', second, third, ...rest] = calls.filter((call) => call.includes('recordings'));
  expect(first).toMatch(/^GET \/users\/ann\/recordings\?from=[\d-]+&to=2026-07-02&page_size=30$/);
  expect(second).toBe(`${first}&next_page_token=more`);
  expect(third).toMatch(/from=2026-05-14&to=[\d-]+&page_size=30$/);
  expect(rest).toEqual([]);
});

test('what the list did not bring is read singly; a recording that is gone leaves the others whole', async () => {
  const { run, calls } = stub({
    ...ANN,
    'GET /users/ann/recordings': listed('2026-06-29', '2026-06-28'),
    [at('2026-06-29')]: {
      ...HELD,
      uuid: '2026-06-29',
      password: 'pw',
      participant_audio_files: [{ file_name: 'Ann' }],
    },
  });
  const result = await run(
    '{ user(id: "ann") { recordings { nodes { uuid password participantAudioFiles { fileName } } } } }',
  );
  expect(result.data?.user).toEqual({
    recordings: {
      nodes: [
        { uuid: '2026-06-29', password: 'pw', participantAudioFiles: [{ fileName: 'Ann' }] },
        { uuid: '2026-06-28', password: null, participantAudioFiles: null },
      ],
    },
  });
  expect(new Set(refused(result)?.map(([, code]) => code))).toEqual(new Set(['NOT_FOUND']));
  expect(calls.filter((call) => call.startsWith('GET /meetings'))).toEqual([at('2026-06-29'), at('2026-06-28')]);
});

refusals([['GET /users/ann/recordings', 404, 1001, 'NOT_FOUND', 'recordings { nodes { uuid } }']], {
  table: { 'GET /users/ann': { id: 'ann', display_name: 'Ann' } },
  query: (refused) => `{ user(id: "ann") { displayName ${refused} } }`,
  data: { user: { displayName: 'Ann', refused: null } },
});
refusals([['GET /accounts/me/recordings', 400, 200, 'FORBIDDEN', 'recordings { nodes { uuid } }']], {
  table: {},
  query: (refused) => `{ account { id ${refused} } }`,
  data: { account: { id: globalId('Account', 'me'), refused: null } },
});

test('the trash knows no dates: it is one list, however old the recordings', async () => {
  const { run, calls } = stub({
    ...ANN,
    'GET /users/ann/recordings': {
      meetings: [HELD, { ...HELD, uuid: 'old', start_time: '2025-01-01T00:00:00Z' }],
      total_records: 2,
    },
  });
  const { data } = await run(
    '{ user(id: "ann") { trashedRecordings(trashType: RECORDING_FILE) { totalCount nodes { uuid } } } }',
  );
  expect(data?.user).toEqual({ trashedRecordings: { totalCount: 2, nodes: [{ uuid: 'a' }, { uuid: 'old' }] } });
  expect(calls.filter((call) => call.includes('recordings'))).toEqual([
    'GET /users/ann/recordings?trash_type=recording_file&trash=true&page_size=30',
  ]);
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

test('the recordings of a meeting leave out the instances that were not recorded', async () => {
  const { run, calls } = stub({
    'GET /past_meetings/7/instances': { meetings: [{ uuid: 'c' }, { uuid: '/b' }, { uuid: 'a' }] },
    [at('c')]: { ...HELD, uuid: 'c', topic: 'Third' },
    [at('a')]: { ...HELD, topic: 'First' },
  });
  for (const [fields, nodes] of [
    [
      'uuid topic',
      [
        { uuid: 'c', topic: 'Third' },
        { uuid: 'a', topic: 'First' },
      ],
    ],
    ['zoomId', [{ zoomId: 'c' }, { zoomId: 'a' }]],
  ] as const) {
    calls.length = 0;
    const { data, errors } = await run(`{ meeting(id: 7) { recordings { nodes { ${fields} } } } }`);
    expect({ data, errors }).toEqual({ data: { meeting: { recordings: { nodes } } }, errors: undefined });
    expect(calls[0]).toBe('GET /past_meetings/7/instances');
    expect(calls.slice(1).sort()).toEqual([at('%2Fb'), at('a'), at('c')]);
  }
});

test('a page of a meeting’s recordings of which none exist still leads on to the next', async () => {
  const { run } = stub({
    'GET /meetings/7': { id: 7 },
    'GET /past_meetings/7/instances': { meetings: [{ uuid: 'c' }, { uuid: 'b' }, { uuid: 'a' }] },
    [at('a')]: HELD,
  });
  const page = async (after?: string | null) => {
    const { data } = await run<{
      meeting: { recordings: { nodes: object[]; pageInfo: { endCursor: string | null; hasNextPage: boolean } } };
    }>(
      `query ($after: String) { meeting(id: 7) { recordings(first: 2, after: $after) {
        nodes { uuid } pageInfo { endCursor hasNextPage } } } }`,
      { after },
    );
    return data?.meeting.recordings;
  };
  const first = await page();
  expect(first?.nodes).toEqual([]);
  expect(first?.pageInfo).toEqual({ hasNextPage: true, endCursor: expect.any(String) });
  expect((await page(first?.pageInfo.endCursor))?.nodes).toEqual([{ uuid: 'a' }]);
});

const FILE_INPUT = 'meetingId: "a", recordingId: "f1"';
const SIMPLE: readonly WriteRow[] = [
  {
    name: 'deleteRecording is one call',
    mutation: 'deleteRecording(input: { meetingId: "a", action: DELETE }) { deletedRecordingId }',
    payload: { deletedRecordingId: globalId('Recording', 'a') },
    calls: ['DELETE /meetings/a/recordings?action=delete'],
  },
  {
    name: 'deleteRecordingFile is one call',
    mutation: `deleteRecordingFile(input: { ${FILE_INPUT}, action: TRASH }) { recording { zoomId } }`,
    payload: { recording: { zoomId: 'a' } },
    calls: ['DELETE /meetings/a/recordings/f1?action=trash'],
  },
  {
    name: 'recoverRecording is one call',
    mutation: 'recoverRecording(input: { meetingUUID: "a" }) { recording { zoomId } }',
    payload: { recording: { zoomId: 'a' } },
    calls: ['PUT /meetings/a/recordings/status'],
    body: { action: 'recover' },
  },
  {
    name: 'recoverRecordingFile is one call',
    mutation: `recoverRecordingFile(input: { ${FILE_INPUT} }) { recording { zoomId } }`,
    payload: { recording: { zoomId: 'a' } },
    calls: ['PUT /meetings/a/recordings/f1/status'],
    body: { action: 'recover' },
  },
];
const UUID = '/a//b';
const SENT = '%2Fa%2F%2Fb';
const id = globalId('Recording', UUID);

writes(
  [
    ...SIMPLE,
    {
      name: 'updateRecordingSettings sends what was given, and reads the settings again',
      mutation: `updateRecordingSettings(input: {
        meetingId: "${UUID}", topic: "", shareRecording: NONE, viewerDownload: false,
        authenticationDomains: ["example.com", "example.org"], approvalType: AUTOMATIC
      }) { recording { zoomId settings { onDemand } } }`,
      payload: { recording: { zoomId: UUID, settings: { onDemand: true } } },
      calls: [`PATCH /meetings/${SENT}/recordings/settings`, at(SENT, '/settings')],
      body: {
        topic: '',
        share_recording: 'none',
        viewer_download: false,
        authentication_domains: 'example.com,example.org',
        approval_type: 0,
      },
    },
    {
      name: 'deleteRecordingFile takes a global id, of a uuid with slashes, and reads the recording again',
      mutation: `deleteRecordingFile(input: { meetingId: "${id}", recordingId: "f1" }) { recording { recordingFiles { zoomId } } }`,
      payload: { recording: { recordingFiles: [] } },
      calls: [`DELETE /meetings/${SENT}/recordings/f1`, at(SENT)],
    },
    {
      name: 'recoverRecording takes a global id, of a uuid with slashes, and reads the recording again',
      mutation: `recoverRecording(input: { meetingUUID: "${id}" }) { recording { zoomId topic } }`,
      payload: { recording: { zoomId: UUID, topic: 'Standup' } },
      calls: [`PUT /meetings/${SENT}/recordings/status`, at(SENT)],
      body: { action: 'recover' },
    },
  ],
  {
    'DELETE /meetings/a/recordings': done(),
    'DELETE /meetings/a/recordings/f1': done(),
    'PUT /meetings/a/recordings/status': done(),
    'PUT /meetings/a/recordings/f1/status': done(),
    [`PATCH /meetings/${SENT}/recordings/settings`]: done(),
    [at(SENT, '/settings')]: { on_demand: true },
    [`DELETE /meetings/${SENT}/recordings/f1`]: done(),
    [`PUT /meetings/${SENT}/recordings/status`]: done(),
    [at(SENT)]: { ...HELD, uuid: UUID, recording_files: [] },
  },
);

const MEANINGS = [
  [200, 200, 'FORBIDDEN'],
  [400, 1010, 'NOT_FOUND'],
  [400, 3303, 'CONFLICT'],
  [400, 3309, 'CONFLICT'],
  [400, 3332, 'CONFLICT'],
  [404, 1001, 'NOT_FOUND'],
  [404, 3301, 'NOT_FOUND'],
] as const;
refusals(
  SIMPLE.flatMap(({ mutation, calls: [call = ''] }) =>
    MEANINGS.map((meaning) => [call, ...meaning, mutation] as const),
  ),
);
