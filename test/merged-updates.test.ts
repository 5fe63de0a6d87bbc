/** Updates of one thing that follow each other in a request are one call; whatever might not come to the same is not put together. */
import { expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { declared } from '../src/zoom/declare/endpoint.ts';
import { costIn } from './cost.ts';
import { askingOn, type Result } from './run.ts';
import { done, refusal, stub, type Table } from './stub.ts';

const MEETINGS: Table = {
  'PATCH /meetings/1': done(),
  'PATCH /meetings/2': done(),
  'GET /meetings/1': { id: 1, topic: 'As it is now', agenda: 'Later' },
  'GET /meetings/2': { id: 2, topic: 'Another' },
};
const update = (name: string, input: string, fields = 'meeting { zoomId }') =>
  `${name}: updateMeeting(input: { ${input} }) { ${fields} }`;
/** What a request did: the calls with the bodies of those that write. */
const sent = async (fields: readonly string[], table = MEETINGS) => {
  const { run, calls, bodies } = stub(table);
  const result = await run(`mutation { ${fields.join(' ')} }`);
  return { ...result, calls, bodies, notes: notesIn(result) };
};
const notesIn = ({ extensions }: Result) => extensions?.zoom?.notes;

test('two are one call, of both; each payload shows what came of it, which is read once', async () => {
  const { data, errors, calls, bodies, notes } = await sent([
    update('a', 'meetingId: 1, topic: "T"', 'meeting { topic }'),
    update('b', 'meetingId: 1, agenda: "A"', 'meeting { topic agenda }'),
  ]);
  expect(errors).toBeUndefined();
  expect(calls).toEqual(['PATCH /meetings/1', 'GET /meetings/1']);
  expect(bodies).toEqual([{ topic: 'T', agenda: 'A' }]);
  expect(data).toEqual({
    a: { meeting: { topic: 'As it is now' } },
    b: { meeting: { topic: 'As it is now', agenda: 'Later' } },
  });
  expect(notes).toEqual(['`a` and `b` update the same, and were one call.']);
});

test('of three the later counts, settings are put together, and the meeting may be named by its number or its global id', async () => {
  const { errors, calls, bodies } = await sent([
    update('a', 'meetingId: 1, topic: "T", settings: { hostVideo: true, muteUponEntry: true }'),
    update('b', `meetingId: "${btoa('Meeting:1')}", topic: "U", duration: 5`),
    '__typename',
    update('c', 'meetingId: "1", settings: { muteUponEntry: false }'),
  ]);
  expect(errors).toBeUndefined();
  expect(calls).toEqual(['PATCH /meetings/1']);
  expect(bodies).toEqual([{ topic: 'U', duration: 5, settings: { host_video: true, mute_upon_entry: false } }]);
});

test('those in fragments, with variables, and under @include count as they stand', async () => {
  const { run, calls, bodies } = stub(MEETINGS);
  const text = `mutation ($id: ID!, $topic: String, $no: Boolean!) {
    ...First
    between: endMeeting(input: { meetingId: 2 }) @include(if: $no) { meeting { zoomId } }
    b: updateMeeting(input: { meetingId: $id, topic: $topic }) { meeting { zoomId } }
  }
  fragment First on Mutation { a: updateMeeting(input: { meetingId: 1, agenda: "A" }) { meeting { zoomId } } }`;
  const { errors } = await run(text, { id: '1', topic: 'T', no: false });
  expect(errors).toBeUndefined();
  expect(calls).toEqual(['PATCH /meetings/1']);
  expect(bodies).toEqual([{ agenda: 'A', topic: 'T' }]);
});

const first = update('a', 'meetingId: 1, topic: "T"');
test.each([
  [
    'another write between them',
    [first, 'endMeeting(input: { meetingId: 1 }) { meeting { zoomId } }', update('b', 'meetingId: 1, agenda: "A"')],
    3,
  ],
  [
    'another meeting between them',
    [first, update('b', 'meetingId: 2, topic: "U"'), update('c', 'meetingId: 1, agenda: "A"')],
    3,
  ],
  [
    'another occurrence',
    [
      update('a', 'meetingId: 1, occurrenceId: "5", topic: "T"'),
      update('b', 'meetingId: 1, occurrenceId: "6", topic: "T"'),
    ],
    2,
  ],
  [
    'a key, by which a write is made once',
    [
      first,
      'b: updateMeeting(input: { meetingId: 1, agenda: "A" }) @idempotent(key: "k") { meeting { zoomId } }',
      update('c', 'meetingId: 1, duration: 5'),
    ],
    3,
  ],
  ['an occurrence and its series', [first, update('b', 'meetingId: 1, occurrenceId: "6", topic: "T"')], 2],
  [
    'two recurrences, of which nobody knows whether Zoom puts them together',
    [
      update('a', 'meetingId: 1, recurrence: { type: DAILY, endTimes: 3 }'),
      update('b', 'meetingId: 1, recurrence: { type: DAILY, repeatInterval: 2 }'),
    ],
    2,
  ],
  [
    'a time zone in which the time before would be another',
    [
      update('a', 'meetingId: 1, startTime: "2026-12-01T10:00:00", timezone: "Europe/Berlin"'),
      update('b', 'meetingId: 1, timezone: "America/New_York"'),
    ],
    2,
  ],
  [
    'a list of countries in both',
    [
      update('a', 'meetingId: 1, settings: { approvedOrDeniedCountriesOrRegions: { enable: true } }'),
      update('b', 'meetingId: 1, settings: { approvedOrDeniedCountriesOrRegions: { approvedList: ["DE"] } }'),
    ],
    2,
  ],
])('%s keeps them apart', async (_, fields, expected) => {
  const table = { ...MEETINGS, 'PUT /meetings/1/status': done() };
  const { errors, calls, notes } = await sent(fields, table);
  expect(errors).toBeUndefined();
  expect(calls).toHaveLength(expected);
  expect(notes).toBeUndefined();
});

test('an input that is refused makes no call, and the others are one', async () => {
  const { data, errors, calls, bodies } = await sent([
    update('a', 'meetingId: 1, topic: "T"'),
    update('b', 'meetingId: 1'),
    update('c', `meetingId: "${btoa('User:u')}", topic: "U"`),
    update('d', 'meetingId: 1, agenda: "A"'),
  ]);
  expect(errors?.map(({ path, extensions: { code } }) => [path, code])).toEqual([
    [['b'], 'BAD_USER_INPUT'],
    [['c'], 'BAD_USER_INPUT'],
  ]);
  const meeting = { meeting: { zoomId: '1' } };
  expect(data).toEqual({ a: meeting, b: null, c: null, d: meeting });
  expect(calls).toEqual(['PATCH /meetings/1']);
  expect(bodies).toEqual([{ topic: 'T', agenda: 'A' }]);
});

test('a refusal of Zoom is the error of each of them; those behind go on', async () => {
  const { data, errors, calls } = await sent(
    [
      update('a', 'meetingId: 1, topic: "T"'),
      update('b', 'meetingId: 1, agenda: "A"'),
      update('c', 'meetingId: 2, topic: "U"'),
    ],
    { ...MEETINGS, 'PATCH /meetings/1': refusal(400, 300, 'No.') },
  );
  expect(errors?.map(({ path, extensions: { code } }) => [path, code])).toEqual([
    [['a'], 'BAD_USER_INPUT'],
    [['b'], 'BAD_USER_INPUT'],
  ]);
  expect(data).toEqual({ a: null, b: null, c: { meeting: { zoomId: '2' } } });
  expect(calls).toEqual(['PATCH /meetings/1', 'PATCH /meetings/2']);
});

test('a dry run says one call, and one read of what is selected', async () => {
  const { gateway, calls } = stub(MEETINGS);
  const fields = [
    update('a', 'meetingId: 1, topic: "T"', 'meeting { agenda }'),
    update('b', 'meetingId: 1, agenda: "A"', 'meeting { settings { hostVideo } }'),
    update('c', 'meetingId: 2, agenda: "A"', '__typename'),
  ];
  const cost = costIn(await askingOn(gateway)(`mutation { ${fields.join(' ')} }`, { dryRun: true }));
  expect(cost?.operations.map(({ method, path, calls }) => [method, path, calls])).toEqual([
    ['PATCH', '/meetings/{meetingId}', 2],
    ['GET', '/meetings/{meetingId}', 1],
  ]);
  expect(calls).toEqual([]);
});

test('they count once against the 100 a day of the host', async () => {
  const { run, calls } = stub(MEETINGS);
  const twice = `mutation { ${update('a', 'meetingId: 1, topic: "T"')} ${update('b', 'meetingId: 1, agenda: "A"')} }`;
  for (let nth = 0; nth < 100; nth++) expect((await run(twice)).errors).toBeUndefined();
  const { errors } = await run(twice);
  expect(errors?.map(({ extensions: { code } }) => code)).toEqual(['HOST_DAILY_LIMIT', 'HOST_DAILY_LIMIT']);
  expect(calls).toHaveLength(100);
});

test('webinars, users and settings go alike', async () => {
  const { run, calls, bodies } = stub({
    'PATCH /webinars/9': done(),
    'PATCH /users/u': done(),
    'PATCH /users/u/settings': done(),
  });
  const { errors } = await run(`mutation {
    a: updateWebinar(input: { webinarId: 9, topic: "T" }) { webinar { zoomId } }
    b: updateWebinar(input: { webinarId: 9, agenda: "A" }) { webinar { zoomId } }
    c: updateUser(input: { userId: "u", firstName: "F" }) { user { zoomId } }
    d: updateUser(input: { userId: "u", lastName: "L" }) { user { zoomId } }
    e: updateUserSettings(input: { userId: "u", scheduleMeeting: { hostVideo: true } }) { user { zoomId } }
    f: updateUserSettings(input: { userId: "u", scheduleMeeting: { participantsVideo: true }, inMeeting: { chat: false } }) { user { zoomId } }
  }`);
  expect(errors).toBeUndefined();
  expect(calls).toEqual(['PATCH /webinars/9', 'PATCH /users/u', 'PATCH /users/u/settings']);
  expect(bodies).toEqual([
    { topic: 'T', agenda: 'A' },
    { first_name: 'F', last_name: 'L' },
    { schedule_meeting: { host_video: true, participants_video: true }, in_meeting: { chat: false } },
  ]);
});

test('the same fields in another request are calls of their own', async () => {
  const { run, calls } = stub(MEETINGS);
  const text = `mutation { ${first} }`;
  await Promise.all([run(text), run(text)]);
  expect(calls).toEqual(['PATCH /meetings/1', 'PATCH /meetings/1']);
});

test('only updates are put together, and name fields that their body has', () => {
  const merging = declared().filter(({ merges }) => merges);
  expect(merging.length).toBeGreaterThan(10);
  for (const { method, path, body, of, merges } of merging) {
    expect(method, path).toBe('PATCH');
    expect(of, path).toBeUndefined();
    for (const key of [...(merges?.within ?? []), ...(merges?.alone ?? [])])
      expect(body?.shape, path).toHaveProperty(key);
  }
  expect(schema.getMutationType()?.getFields().updateMeeting?.description).toContain('are one call');
});
