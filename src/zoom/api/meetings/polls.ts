/** Polls and quizzes prepared for a meeting. Webinars share the shapes. */
import { del, get, list as listing, post, put } from '../../declare/endpoint.ts';
import { bool, enumOf, id, int, list, named, shape, string } from '../../declare/shape.ts';
import { orAdmin } from './meetings.ts';

export const PollPrompt = shape(
  'PollPrompt',
  { prompt_question: string(), prompt_right_answers: list(string()) },
  'One row of a matching or rank-order question.',
);

export const PollQuestion = shape(
  'PollQuestion',
  {
    name: string('The question, up to 1,024 characters.'),
    type: enumOf('PollQuestionType', [
      'single',
      'multiple',
      'matching',
      'rank_order',
      'short_answer',
      'long_answer',
      'fill_in_the_blank',
      'rating_scale',
    ]),
    answers: list(string(), 'The answers to choose from; at least two.'),
    right_answers: list(string(), 'The correct answers; a quiz must have them.'),
    prompts: list(PollPrompt, 'For MATCHING and RANK_ORDER: two to ten rows.'),
    answer_required: bool(),
    answer_min_character: int('For SHORT_ANSWER and LONG_ANSWER: the fewest characters.'),
    answer_max_character: int('For SHORT_ANSWER (up to 500) and LONG_ANSWER (up to 2,000): the most characters.'),
    case_sensitive: bool('For FILL_IN_THE_BLANK: whether upper and lower case matter.'),
    rating_min_value: int('For RATING_SCALE: the lowest value, not below 0.'),
    rating_max_value: int('For RATING_SCALE: the highest value, up to 10.'),
    rating_min_label: string('For RATING_SCALE: what the lowest value means.'),
    rating_max_label: string('For RATING_SCALE: what the highest value means.'),
    show_as_dropdown: bool('For SINGLE: whether the answers are a drop-down list.'),
  },
  'A question of a poll.',
);

export const Poll = shape(
  'Poll',
  {
    id: id(),
    title: string('Up to 64 characters.'),
    poll_type: enumOf('PollType', { POLL: 1, ADVANCED_POLL: 2, QUIZ: 3 }),
    status: enumOf('PollStatus', {
      NOT_STARTED: 'notstart',
      STARTED: 'started',
      ENDED: 'ended',
      SHARING: 'sharing',
      DEACTIVATED: 'deactivated',
    }),
    anonymous: bool('Whether the answers are given without a name.'),
    questions: list(PollQuestion),
  },
  'A poll prepared for a meeting or webinar.',
);

export const PollBody = named('PollBody', Poll.omit({ id: true, status: true }));

export const ListPollsQuery = shape('ListPollsQuery', {
  anonymous: bool('Only polls whose answers are anonymous, or only those whose answers are not.'),
});

/** Polls answer HTTP 404 with the body code 404, which elsewhere is known to Zoom Phone alone. */
const codes = { 404: 'NOT_FOUND' } as const;

export const listPolls = listing('/meetings/{meetingId}/polls', {
  items: 'polls',
  of: Poll,
  query: ListPollsQuery,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:read', 'meeting:read:list_polls'),
  codes,
});

export const getPoll = get('/meetings/{meetingId}/polls/{pollId}', {
  of: Poll,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:read', 'meeting:read:poll'),
  codes,
});

export const createPoll = post('/meetings/{meetingId}/polls', {
  body: PollBody,
  of: Poll,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:write', 'meeting:write:poll'),
  codes,
});

export const updatePoll = put('/meetings/{meetingId}/polls/{pollId}', {
  body: PollBody,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:write', 'meeting:update:poll'),
  codes,
});

export const deletePoll = del('/meetings/{meetingId}/polls/{pollId}', {
  limit: 'LIGHT',
  scopes: orAdmin('meeting:write', 'meeting:delete:poll'),
  codes,
});
