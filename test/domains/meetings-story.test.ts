/** Meetings from their schedule to what is left of them, through GraphQL alone. */
import { expect, test } from 'vitest';
import { mutation, START, story } from '../story.ts';

const HOUR = 60 * 60_000;
const { run, ask, write, advance } = story();
const refusedAs = async (name: string, input: object) => {
  const { errors } = await run(mutation(name, '__typename'), { input });
  return errors?.map(({ extensions: { code, zoom } }) => [code, zoom?.code]);
};
const meeting = (id: string, fields: string) => ask(`query ($id: ID!) { meeting(id: $id) { ${fields} } }`, { id });

test('a recurring meeting has occurrences, of which one is changed and one deleted; each time it is held is an instance', async () => {
  const made = await write(
    'createMeeting',
    {
      userId: 'me',
      type: 'RECURRING_FIXED_TIME',
      topic: 'Standup',
      duration: 30,
      startTime: new Date(START + HOUR).toISOString(),
      recurrence: { type: 'DAILY', repeatInterval: 1, endTimes: 3 },
    },
    'meeting { id uuid occurrences { occurrenceId } latestInstance { uuid } }',
  );
  const { id, uuid, occurrences, latestInstance } = made.meeting;
  expect([occurrences.length, latestInstance]).toEqual([3, null]);
  const [first, second] = occurrences.map(({ occurrenceId }: { occurrenceId: string }) => occurrenceId);
  await write('updateMeeting', { meetingId: id, occurrenceId: first, duration: 15 });
  await write('deleteMeetingOccurrence', { meetingId: id, occurrenceId: second });
  const read = `query ($id: ID!, $occurrence: ID!) { meeting(id: $id) { duration occurrence(occurrenceId: $occurrence) { topic duration } } }`;
  expect(await ask(read, { id, occurrence: first })).toEqual({
    duration: 30,
    occurrence: { topic: 'Standup', duration: 15 },
  });

  // The first is over: the meeting shows those to come, unless all are asked for.
  advance(2 * HOUR);
  expect(await meeting(id, 'occurrences { status } allOccurrences { status }')).toEqual({
    occurrences: ['DELETED', 'AVAILABLE'].map((status) => ({ status })),
    allOccurrences: ['AVAILABLE', 'DELETED', 'AVAILABLE'].map((status) => ({ status })),
  });

  await write('deleteMeeting', { meetingId: id, cancelMeetingReminder: true });
  const { errors } = await run('query ($id: ID!) { meeting(id: $id) { topic } }', { id });
  expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  expect(await write('recoverMeeting', { meetingId: id }, 'meeting { uuid topic }')).toEqual({
    meeting: { uuid, topic: 'Standup' },
  });
});

test('a meeting in progress is controlled, streamed and ended, and is an instance from then on', async () => {
  const scheduled = await write('createMeeting', { userId: 'me', topic: 'Later' }, 'meeting { id }');
  expect(await refusedAs('startMeetingRecording', { meetingId: scheduled.meeting.id })).toEqual([['NOT_FOUND', 3001]]);
  expect(await refusedAs('startMeetingLivestream', { meetingId: scheduled.meeting.id })).toEqual([['CONFLICT', 4927]]);
  // People can be called into a meeting that nobody is in yet.
  await write('callOutToMeeting', { meetingId: scheduled.meeting.id, params: { phoneNumber: '+4930123456' } });

  const made = await write(
    'createMeeting',
    { userId: 'me', type: 'INSTANT', topic: 'Now' },
    'meeting { id uuid status }',
  );
  const { id: meetingId, uuid, status } = made.meeting;
  expect(status).toBe('STARTED');
  await write('startMeetingRecording', { meetingId });
  await write('updateMeetingChatMessage', { meetingId, messageId: 'MS17/RDk0QTY3==', messageContent: 'Hello' });
  await write('updateMeetingLivestream', {
    meetingId,
    streamUrl: 'rtmp://a.example',
    streamKey: 'key',
    pageUrl: 'https://b.example',
  });
  await write('startMeetingLivestream', { meetingId, settings: { layout: 'SPEAKER_VIEW' } });
  expect(
    await meeting(
      meetingId,
      'livestream { streamUrl } liveStreamingToken { expireIn } localRecordingToken { expireIn }',
    ),
  ).toEqual({
    livestream: { streamUrl: 'rtmp://a.example' },
    liveStreamingToken: { expireIn: 120 },
    localRecordingToken: { expireIn: 120 },
  });
  const { attendees } = await write(
    'createMeetingInviteLinks',
    { meetingId, attendees: [{ name: 'Eve' }, { name: 'Fay' }] },
    'attendees { name joinUrl }',
  );
  expect(new Set(attendees.map(({ joinUrl }: { joinUrl: string }) => joinUrl)).size).toBe(2);

  advance(HOUR);
  const fields = 'latestInstance { uuid meeting { id } files { nodes { fileName } } }';
  expect((await write('endMeeting', { meetingId }, `meeting { status ${fields} }`)).meeting).toEqual({
    status: 'WAITING',
    latestInstance: { uuid, meeting: { id: meetingId }, files: { nodes: [{ fileName: expect.any(String) }] } },
  });
});

test('people register and polls are made in batches, as far as the meeting allows', async () => {
  const { meeting: made } = await write(
    'createMeeting',
    { userId: 'me', topic: 'Class', settings: { approvalType: 'MANUAL' } },
    'meeting { id }',
  );
  const { id: meetingId } = made;
  const people = [
    { email: 'eve@example.com', firstName: 'Eve' },
    { email: 'fay@example.com', firstName: 'Fay' },
  ];
  const { registrants } = await write(
    'addMeetingRegistrants',
    { meetingId, registrants: people },
    'registrants { id email }',
  );
  expect(registrants.map(({ email }: { email: string }) => email)).toEqual(people.map(({ email }) => email));
  await write('updateMeetingRegistrationQuestions', {
    meetingId,
    customQuestions: [{ title: 'How?', type: 'SHORT' }],
  });
  const questions = [{ name: 'Pizza?', type: 'SINGLE', answers: ['Yes', 'No'] }];
  const { polls } = await write(
    'createMeetingPolls',
    {
      meetingId,
      polls: [
        { title: 'Lunch?', questions },
        { title: 'Dinner?', questions },
      ],
    },
    'polls { id }',
  );
  const shown = await meeting(
    meetingId,
    'registrants(status: [PENDING]) { nodes { id } } polls { nodes { id } } registrationQuestions { customQuestions { title } }',
  );
  expect(shown).toEqual({
    registrants: { nodes: registrants.map(({ id }: { id: string }) => ({ id })) },
    polls: { nodes: polls },
    registrationQuestions: { customQuestions: [{ title: 'How?' }] },
  });

  const open = await write('createMeeting', { userId: 'me', topic: 'Open' }, 'meeting { id }');
  expect(await refusedAs('addMeetingRegistrants', { meetingId: open.meeting.id, registrants: people })).toEqual([
    ['BAD_USER_INPUT', 404],
  ]);
  const loose = { userId: 'me', type: 'RECURRING_NO_FIXED_TIME', settings: { approvalType: 'AUTOMATIC' } };
  const recurring = await write('createMeeting', loose, 'meeting { id }');
  expect(await refusedAs('addMeetingRegistrants', { meetingId: recurring.meeting.id, registrants: people })).toEqual([
    ['BAD_USER_INPUT', 303],
  ]);

  const template = { userId: 'me', meetingId, name: 'Class' };
  const { templateId } = await write('createMeetingTemplate', template, 'templateId');
  expect(await refusedAs('createMeetingTemplate', template)).toEqual([['BAD_USER_INPUT', 3000]]);
  expect(await write('createMeetingTemplate', { ...template, overwrite: true }, 'templateId')).toEqual({ templateId });
});

test('a user has two audio conferences of a provider at most, and one at least', async () => {
  const codes = { conferenceCode: '123', leaderPin: '456' };
  const user = () => ask('{ user(id: "me") { zoomId tspAccounts { nodes { id zoomId } } } }');
  const { zoomId: userId, tspAccounts } = await user();
  const [first] = tspAccounts.nodes;
  expect(await refusedAs('deleteTspAccount', { userId, tspId: first.id })).toEqual([['BAD_USER_INPUT', 300]]);
  const { tspAccount } = await write('createTspAccount', { userId, ...codes }, 'tspAccount { id zoomId }');
  expect((await user()).tspAccounts.nodes).toEqual([first, tspAccount]);
  expect(await refusedAs('createTspAccount', { userId, ...codes })).toEqual([['BAD_USER_INPUT', 300]]);
  await write('updateTspAccount', { userId, tspId: tspAccount.id, ...codes, tspBridge: 'EU' });
  const read = 'query ($id: ID!) { node(id: $id) { ... on TspAccount { leaderPin tspBridge } } }';
  expect(await ask(read, tspAccount)).toEqual({ leaderPin: '456', tspBridge: 'EU' });
  await write('deleteTspAccount', { userId, tspId: first.id });
  expect((await user()).tspAccounts.nodes).toEqual([tspAccount]);
});

test('the summaries of a span lead to what was summarized', async () => {
  const all =
    '{ meetingSummaries(first: 100) { nodes { id summaryCreatedTime meetingInstance { uuid topic } host { zoomId } } } }';
  const { nodes } = await ask(all);
  expect(nodes.length).toBeGreaterThan(2);
  const { summaryCreatedTime: at } = nodes[1];
  const some = 'query ($from: DateTime, $to: DateTime) { meetingSummaries(from: $from, to: $to) { nodes { id } } }';
  expect((await ask(some, { from: at, to: at })).nodes).toEqual([{ id: nodes[1].id }]);
});
