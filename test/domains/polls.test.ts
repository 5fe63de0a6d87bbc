import { expect, test } from 'vitest';
import { done, type Result, refusal, stub } from '../stub.ts';

const refused = ({ errors }: Result) => errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code]);
const global = (type: string, key: string) => btoa(`${type}:${key}`);

const MEETING = { 'GET /meetings/1': { id: 1, topic: 'One' } };
const LUNCH = {
  id: 'lunch',
  title: 'Lunch?',
  poll_type: 2,
  status: 'notstart',
  anonymous: false,
  questions: [
    { name: 'When?', type: 'rating_scale', answers: ['', 'Noon'], rating_min_value: 0, answer_required: false },
    { name: 'Match', type: 'hologram', prompts: [{ prompt_question: 'A', prompt_right_answers: ['B'] }] },
  ],
};

test('the polls of a meeting', async () => {
  const { run, calls } = stub({ 'GET /meetings/1/polls': { polls: [LUNCH], total_records: 1 } });
  const { data } =
    await run(`{ meeting(id: 1) { polls(anonymous: false) { totalCount nodes { id zoomId title pollType status
    anonymous questions { name type answers ratingMinValue answerRequired prompts { promptQuestion promptRightAnswers } } } } } }`);
  expect(data?.meeting).toEqual({
    polls: {
      totalCount: 1,
      nodes: [
        {
          id: global('Poll', '1,lunch'),
          zoomId: 'lunch',
          title: 'Lunch?',
          pollType: 'ADVANCED_POLL',
          status: 'NOT_STARTED',
          anonymous: false,
          questions: [
            {
              name: 'When?',
              type: 'RATING_SCALE',
              answers: ['Noon'],
              ratingMinValue: 0,
              answerRequired: false,
              prompts: null,
            },
            {
              name: 'Match',
              type: 'UNRECOGNIZED',
              answers: null,
              ratingMinValue: null,
              answerRequired: null,
              prompts: [{ promptQuestion: 'A', promptRightAnswers: ['B'] }],
            },
          ],
        },
      ],
    },
  });
  expect(calls).toEqual(['GET /meetings/1/polls?anonymous=false']);
});

test.each([[{}], [{ polls: [] }]])('no polls (%j) are an empty list', async (answer) => {
  const { run } = stub({ ...MEETING, 'GET /meetings/1/polls': answer });
  const { data } = await run('{ meeting(id: 1) { polls { totalCount nodes { title } pageInfo { hasNextPage } } } }');
  expect(data?.meeting).toEqual({ polls: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } } });
});

test('one poll by global id is a single read; several of one meeting are its list', async () => {
  const { run, calls } = stub({
    'GET /meetings/1/polls': { polls: [LUNCH, { ...LUNCH, id: 'tea', title: 'Tea?' }] },
    'GET /meetings/1/polls/lunch': LUNCH,
  });
  const titles = async (...keys: string[]) => {
    calls.length = 0;
    const ids = keys.map((key) => global('Poll', key));
    return (await run('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Poll { title } } }', { ids })).data?.nodes;
  };
  expect(await titles('1,lunch')).toEqual([{ title: 'Lunch?' }]);
  expect(calls).toEqual(['GET /meetings/1/polls/lunch']);
  expect(await titles('1,lunch', '1,tea')).toEqual([{ title: 'Lunch?' }, { title: 'Tea?' }]);
  expect(calls).toEqual(['GET /meetings/1/polls']);
});

test.each([
  ['polls are switched off', 400, 4400, 'FORBIDDEN'],
  ['the meeting is not known', 404, 404, 'NOT_FOUND'],
])('where %s (%i/%i), the polls alone are null', async (_, status, code, expected) => {
  const { run } = stub({ ...MEETING, 'GET /meetings/1/polls': refusal(status, code, 'No.') });
  const result = await run('{ meeting(id: 1) { topic polls { nodes { title } } } }');
  expect(result.data).toEqual({ meeting: { topic: 'One', polls: null } });
  expect(refused(result)).toEqual([['meeting.polls', expected]]);
});

const INPUT = {
  meetingId: '1',
  title: '',
  pollType: 'QUIZ',
  anonymous: false,
  questions: [
    {
      name: 'Which?',
      type: 'RANK_ORDER',
      answers: ['A', 'B'],
      rightAnswers: ['A'],
      prompts: [{ promptQuestion: 'First', promptRightAnswers: ['A'] }],
      answerRequired: false,
      answerMinCharacter: 0,
      answerMaxCharacter: 200,
      caseSensitive: false,
      ratingMinValue: 0,
      ratingMaxValue: 10,
      ratingMinLabel: '',
      ratingMaxLabel: 'Best',
      showAsDropdown: true,
    },
  ],
};
const BODY = {
  title: '',
  poll_type: 3,
  anonymous: false,
  questions: [
    {
      name: 'Which?',
      type: 'rank_order',
      answers: ['A', 'B'],
      right_answers: ['A'],
      prompts: [{ prompt_question: 'First', prompt_right_answers: ['A'] }],
      answer_required: false,
      answer_min_character: 0,
      answer_max_character: 200,
      case_sensitive: false,
      rating_min_value: 0,
      rating_max_value: 10,
      rating_min_label: '',
      rating_max_label: 'Best',
      show_as_dropdown: true,
    },
  ],
};

test('createMeetingPoll sends the whole poll, and gives what Zoom answered without a read', async () => {
  const { run, calls, bodies } = stub({ 'POST /meetings/1/polls': LUNCH });
  const { data, errors } = await run(
    `mutation ($input: CreateMeetingPollInput!) { createMeetingPoll(input: $input) {
      poll { id title status questions { name } } meeting { zoomId } } }`,
    { input: INPUT },
  );
  expect(errors).toBeUndefined();
  expect(data?.createMeetingPoll).toEqual({
    poll: {
      id: global('Poll', '1,lunch'),
      title: 'Lunch?',
      status: 'NOT_STARTED',
      questions: [{ name: 'When?' }, { name: 'Match' }],
    },
    meeting: { zoomId: '1' },
  });
  expect(calls).toEqual(['POST /meetings/1/polls']);
  expect(bodies).toEqual([BODY]);
});

const UPDATE = (fields: string) =>
  `mutation ($input: UpdateMeetingPollInput!) { updateMeetingPoll(input: $input) { poll { zoomId ${fields} } } }`;

test.each([
  ['by its own id', 'lunch'],
  ['by global id', global('Poll', '1,lunch')],
])('updateMeetingPoll, the poll named %s, reads nothing for the id alone', async (_, pollId) => {
  const { run, calls, bodies } = stub({ 'PUT /meetings/1/polls/lunch': done() });
  const { data } = await run(UPDATE('id'), { input: { ...INPUT, pollId } });
  expect(data?.updateMeetingPoll).toEqual({ poll: { zoomId: 'lunch', id: global('Poll', '1,lunch') } });
  expect(calls).toEqual(['PUT /meetings/1/polls/lunch']);
  expect(bodies).toEqual([BODY]);
});

test('updateMeetingPoll reads the poll again when more than its id is selected', async () => {
  const { run, calls, bodies } = stub({
    'PUT /meetings/1/polls/lunch': done(),
    'GET /meetings/1/polls/lunch': { ...LUNCH, title: 'Dinner?' },
  });
  const { data } = await run(UPDATE('title'), { input: { meetingId: '1', pollId: 'lunch', title: 'Dinner?' } });
  expect(data?.updateMeetingPoll).toEqual({ poll: { zoomId: 'lunch', title: 'Dinner?' } });
  expect(calls).toEqual(['PUT /meetings/1/polls/lunch', 'GET /meetings/1/polls/lunch']);
  expect(bodies).toEqual([{ title: 'Dinner?' }]);
});

test('deleteMeetingPoll gives the id that is gone', async () => {
  const { run, calls } = stub({ 'DELETE /meetings/1/polls/lunch': done(), 'GET /meetings/1/polls': { polls: [] } });
  const { data } = await run(`mutation { deleteMeetingPoll(input: { meetingId: 1, pollId: "lunch" }) {
    deletedPollId meeting { polls { nodes { title } } } } }`);
  expect(data?.deleteMeetingPoll).toEqual({
    deletedPollId: global('Poll', '1,lunch'),
    meeting: { polls: { nodes: [] } },
  });
  expect(calls).toEqual(['DELETE /meetings/1/polls/lunch', 'GET /meetings/1/polls']);
});

const POLL = 'input: { meetingId: 1, pollId: "lunch" }';
test.each([
  ['createMeetingPoll', 'POST /meetings/1/polls', 'input: { meetingId: 1 }', 'poll { zoomId }'],
  ['updateMeetingPoll', 'PUT /meetings/1/polls/lunch', POLL, 'poll { zoomId }'],
  ['deleteMeetingPoll', 'DELETE /meetings/1/polls/lunch', POLL, 'deletedPollId'],
])('%s that Zoom refuses is null with the reason', async (name, call, input, fields) => {
  for (const [status, code, expected] of [
    [404, 404, 'NOT_FOUND'],
    [400, 4400, 'FORBIDDEN'],
    [400, 300, 'BAD_USER_INPUT'],
  ] as const) {
    const { run, calls } = stub({ [call]: refusal(status, code, 'No.') });
    const result = await run(`mutation { ${name}(${input}) { ${fields} } }`);
    expect(result.data).toEqual({ [name]: null });
    expect(refused(result)).toEqual([[name, expected]]);
    expect(calls).toEqual([call]);
  }
});
