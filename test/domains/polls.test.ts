import { expect, test } from 'vitest';
import { globalId, reads, writes } from '../rows.ts';
import { done, stub } from '../stub.ts';

const LUNCH = { id: 'lunch', title: 'Lunch?', poll_type: 2, status: 'notstart', questions: [{ type: 'rating_scale' }] };
const id = globalId('Poll', '1,lunch');

reads([
  {
    name: 'the polls of a meeting',
    table: { 'GET /meetings/1/polls': { polls: [LUNCH], total_records: 1 } },
    query: '{ meeting(id: 1) { polls(anonymous: false) { nodes { id zoomId pollType status questions { type } } } } }',
    at: 'meeting.polls.nodes',
    data: [
      { id, zoomId: 'lunch', pollType: 'ADVANCED_POLL', status: 'NOT_STARTED', questions: [{ type: 'RATING_SCALE' }] },
    ],
    calls: ['GET /meetings/1/polls?anonymous=false'],
  },
]);

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

writes(
  [
    {
      name: 'createMeetingPoll gives what Zoom answered without a read',
      mutation: `createMeetingPoll(input: { meetingId: "1", pollType: QUIZ, title: "A quiz", questions: [{ name: "Put in order", type: RANK_ORDER }] }) {
        poll { id title status } meeting { zoomId }
      }`,
      payload: { poll: { id, title: 'Lunch?', status: 'NOT_STARTED' }, meeting: { zoomId: '1' } },
      calls: ['POST /meetings/1/polls'],
      body: { title: 'A quiz', poll_type: 3, questions: [{ name: 'Put in order', type: 'rank_order' }] },
    },
    {
      name: 'createMeetingPolls gives all that Zoom answered without a read, as edges too',
      mutation: `createMeetingPolls(input: { meetingId: 1, polls: [
        { title: "Lunch?", questions: [{ name: "Pizza?", type: SHORT_ANSWER }] },
        { title: "Tea?", anonymous: true, questions: [{ name: "Green?", type: LONG_ANSWER }] }] }) {
        polls { id title status } pollEdges { node { zoomId } } meeting { zoomId }
      }`,
      payload: {
        polls: [
          { id, title: 'Lunch?', status: 'NOT_STARTED' },
          { id: globalId('Poll', '1,tea'), title: 'Tea?', status: null },
        ],
        pollEdges: [{ node: { zoomId: 'lunch' } }, { node: { zoomId: 'tea' } }],
        meeting: { zoomId: '1' },
      },
      calls: ['POST /meetings/1/batch_polls'],
      body: {
        polls: [
          { title: 'Lunch?', questions: [{ name: 'Pizza?', type: 'short_answer' }] },
          { title: 'Tea?', anonymous: true, questions: [{ name: 'Green?', type: 'long_answer' }] },
        ],
      },
    },
    {
      name: 'updateMeetingPoll takes a global id, and reads the poll again',
      mutation: `updateMeetingPoll(input: { meetingId: "1", pollId: "${id}", title: "Dinner?" }) { poll { zoomId title } }`,
      payload: { poll: { zoomId: 'lunch', title: 'Lunch?' } },
      calls: ['PUT /meetings/1/polls/lunch', 'GET /meetings/1/polls/lunch'],
      body: { title: 'Dinner?' },
    },
    {
      name: 'deleteMeetingPoll gives the id that is gone',
      mutation:
        'deleteMeetingPoll(input: { meetingId: 1, pollId: "lunch" }) { deletedPollId meeting { polls { nodes { title } } } }',
      payload: { deletedPollId: id, meeting: { polls: { nodes: [] } } },
      calls: ['DELETE /meetings/1/polls/lunch', 'GET /meetings/1/polls'],
    },
  ],
  {
    'POST /meetings/1/polls': LUNCH,
    'POST /meetings/1/batch_polls': { polls: [LUNCH, { id: 'tea', title: 'Tea?' }] },
    'PUT /meetings/1/polls/lunch': done(),
    'GET /meetings/1/polls/lunch': LUNCH,
    'DELETE /meetings/1/polls/lunch': done(),
    'GET /meetings/1/polls': { polls: [] },
  },
);
