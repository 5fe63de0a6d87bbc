import { expect, test } from 'vitest';
import { globalId, reads, refusals, writes } from '../rows.ts';
import { done, stub } from '../stub.ts';

const MEETING = { 'GET /meetings/1': { id: 1, topic: 'One' } };
const LUNCH = {
  id: 'lunch',
  title: 'Lunch?',
  poll_type: 2,
  status: 'notstart',
  questions: [
    { name: 'When?', type: 'rating_scale', answers: ['', 'Noon'], rating_min_value: 0 },
    { name: 'Match', type: 'hologram', prompts: [{ prompt_right_answers: ['B'] }] },
  ],
};

reads(
  [
    {
      name: 'the polls of a meeting',
      table: { 'GET /meetings/1/polls': { polls: [LUNCH], total_records: 1 } },
      query: `{ meeting(id: 1) { polls(anonymous: false) { totalCount nodes {
        id zoomId pollType status questions { type answers ratingMinValue prompts { promptRightAnswers } }
      } } } }`,
      at: 'meeting.polls',
      data: {
        totalCount: 1,
        nodes: [
          {
            id: globalId('Poll', '1,lunch'),
            zoomId: 'lunch',
            pollType: 'ADVANCED_POLL',
            status: 'NOT_STARTED',
            questions: [
              { type: 'RATING_SCALE', answers: ['Noon'], ratingMinValue: 0, prompts: null },
              { type: 'UNRECOGNIZED', answers: null, ratingMinValue: null, prompts: [{ promptRightAnswers: ['B'] }] },
            ],
          },
        ],
      },
      calls: ['GET /meetings/1/polls?anonymous=false'],
    },
    ...[{}, { polls: [] }].map((answer) => ({
      name: `no polls (${JSON.stringify(answer)}) are an empty list`,
      table: { 'GET /meetings/1/polls': answer },
      query: '{ meeting(id: 1) { polls { totalCount nodes { title } pageInfo { hasNextPage } } } }',
      data: { meeting: { polls: { totalCount: 0, nodes: [], pageInfo: { hasNextPage: false } } } },
    })),
  ],
  MEETING,
);

refusals(
  [
    ['GET /meetings/1/polls', 400, 4400, 'FORBIDDEN', 'polls { nodes { title } }'],
    ['GET /meetings/1/polls', 404, 404, 'NOT_FOUND', 'polls { nodes { title } }'],
  ],
  {
    table: MEETING,
    query: (refused) => `{ meeting(id: 1) { topic ${refused} } }`,
    data: { meeting: { topic: 'One', refused: null } },
  },
);

test('one poll by global id is a single read; several of one meeting are its list', async () => {
  const { run, calls } = stub({
    'GET /meetings/1/polls': { polls: [LUNCH, { ...LUNCH, id: 'tea', title: 'Tea?' }] },
    'GET /meetings/1/polls/lunch': LUNCH,
  });
  const titles = async (...keys: string[]) => {
    calls.length = 0;
    const ids = keys.map((key) => globalId('Poll', key));
    return (await run('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Poll { title } } }', { ids })).data?.nodes;
  };
  expect(await titles('1,lunch')).toEqual([{ title: 'Lunch?' }]);
  expect(calls).toEqual(['GET /meetings/1/polls/lunch']);
  expect(await titles('1,lunch', '1,tea')).toEqual([{ title: 'Lunch?' }, { title: 'Tea?' }]);
  expect(calls).toEqual(['GET /meetings/1/polls']);
});

const INPUT = `meetingId: "1", title: "", pollType: QUIZ, anonymous: false, questions: [{ type: RANK_ORDER, ratingMinValue: 0 }]`;
const BODY = { title: '', poll_type: 3, anonymous: false, questions: [{ type: 'rank_order', rating_min_value: 0 }] };

writes(
  [
    {
      name: 'createMeetingPoll sends the whole poll, and gives what Zoom answered without a read',
      mutation: `createMeetingPoll(input: { ${INPUT} }) { poll { id title status questions { name } } meeting { zoomId } }`,
      payload: {
        poll: {
          id: globalId('Poll', '1,lunch'),
          title: 'Lunch?',
          status: 'NOT_STARTED',
          questions: [{ name: 'When?' }, { name: 'Match' }],
        },
        meeting: { zoomId: '1' },
      },
      calls: ['POST /meetings/1/polls'],
      body: BODY,
    },
    ...['lunch', globalId('Poll', '1,lunch')].map((pollId) => ({
      name: `updateMeetingPoll of ${pollId} reads nothing for the id alone`,
      mutation: `updateMeetingPoll(input: { ${INPUT}, pollId: "${pollId}" }) { poll { zoomId id } }`,
      payload: { poll: { zoomId: 'lunch', id: globalId('Poll', '1,lunch') } },
      calls: ['PUT /meetings/1/polls/lunch'],
      body: BODY,
    })),
    {
      name: 'updateMeetingPoll reads the poll again when more than its id is selected',
      mutation:
        'updateMeetingPoll(input: { meetingId: "1", pollId: "lunch", title: "Dinner?" }) { poll { zoomId title } }',
      payload: { poll: { zoomId: 'lunch', title: 'Lunch?' } },
      calls: ['PUT /meetings/1/polls/lunch', 'GET /meetings/1/polls/lunch'],
      body: { title: 'Dinner?' },
    },
    {
      name: 'deleteMeetingPoll gives the id that is gone',
      mutation:
        'deleteMeetingPoll(input: { meetingId: 1, pollId: "lunch" }) { deletedPollId meeting { polls { nodes { title } } } }',
      payload: { deletedPollId: globalId('Poll', '1,lunch'), meeting: { polls: { nodes: [] } } },
      calls: ['DELETE /meetings/1/polls/lunch', 'GET /meetings/1/polls'],
    },
  ],
  {
    'POST /meetings/1/polls': LUNCH,
    'PUT /meetings/1/polls/lunch': done(),
    'GET /meetings/1/polls/lunch': LUNCH,
    'DELETE /meetings/1/polls/lunch': done(),
    'GET /meetings/1/polls': { polls: [] },
  },
);

const POLL = 'input: { meetingId: 1, pollId: "lunch" }';
const MEANINGS = [
  [404, 404, 'NOT_FOUND'],
  [400, 4400, 'FORBIDDEN'],
  [400, 300, 'BAD_USER_INPUT'],
] as const;
refusals(
  (
    [
      ['POST /meetings/1/polls', 'createMeetingPoll(input: { meetingId: 1 }) { poll { zoomId } }'],
      ['PUT /meetings/1/polls/lunch', `updateMeetingPoll(${POLL}) { poll { zoomId } }`],
      ['DELETE /meetings/1/polls/lunch', `deleteMeetingPoll(${POLL}) { deletedPollId }`],
    ] as const
  ).flatMap(([call, field]) => MEANINGS.map((meaning) => [call, ...meaning, field] as const)),
);
