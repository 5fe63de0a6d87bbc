/** Polls and quizzes prepared for a meeting. Webinars share the shapes. */
import { del, get, list as listing, post, put } from '../../declare/endpoint.ts';
import { bool, enumOf, id, int, list, named, needing, shape, string } from '../../declare/shape.ts';
import { orAdmin } from './meetings.ts';

/** Polls and surveys ask the same kinds of questions. */
export const questionType = enumOf(
  'QuestionType',
  {
    SINGLE: ['single', 'One of the answers is chosen.'],
    MULTIPLE: ['multiple', 'Any number of the answers is chosen.'],
    MATCHING: ['matching', 'Each row is matched with one of the answers.'],
    RANK_ORDER: ['rank_order', 'The rows are put in order.'],
    SHORT_ANSWER: ['short_answer', 'A text of a line is written.'],
    LONG_ANSWER: ['long_answer', 'A text of several lines is written.'],
    FILL_IN_THE_BLANK: ['fill_in_the_blank', 'The blanks of a text are filled in.'],
    RATING_SCALE: ['rating_scale', 'A number on a scale is chosen.'],
  },
  'How the question is answered.',
);

export const PollPrompt = shape(
  'PollPrompt',
  {
    prompt_question: string('What is to be matched or put in order.'),
    prompt_right_answers: list(string(), 'The correct answers to this row.', { max: 10 }),
  },
  'One row of a matching or rank-order question.',
);

export const PollQuestion = shape(
  'PollQuestion',
  {
    name: string('The question.', { max: 1024 }),
    type: questionType,
    answers: list(string(), 'The answers to choose from; at least two.', { max: 16 }),
    right_answers: list(string(), 'The correct answers; a quiz must have them.'),
    prompts: list(PollPrompt, 'For MATCHING and RANK_ORDER: two rows or more.', { max: 10 }),
    answer_required: bool('Whether the question must be answered.'),
    answer_min_character: int('For SHORT_ANSWER and LONG_ANSWER: the fewest characters.', { min: 1 }),
    answer_max_character: int('For SHORT_ANSWER (up to 500) and LONG_ANSWER: the most characters.', { max: 2000 }),
    case_sensitive: bool('For FILL_IN_THE_BLANK: whether upper and lower case matter.'),
    rating_min_value: int('For RATING_SCALE: the lowest value.', { min: 0 }),
    rating_max_value: int('For RATING_SCALE: the highest value.', { max: 10 }),
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
    title: string('What the poll is called.', { max: 64 }),
    poll_type: enumOf(
      'PollType',
      {
        POLL: [1, 'Questions with one or several answers to choose from.'],
        ADVANCED_POLL: [2, 'All kinds of questions.'],
        QUIZ: [3, 'All kinds of questions, with right answers.'],
      },
      'What kinds of questions the poll has.',
    ),
    status: enumOf(
      'PollStatus',
      {
        NOT_STARTED: ['notstart', 'The poll has not been started.'],
        STARTED: ['started', 'People can answer.'],
        ENDED: ['ended', 'People can no longer answer.'],
        SHARING: ['sharing', 'The results are being shown.'],
        DEACTIVATED: ['deactivated', 'The poll was switched off.'],
      },
      'Whether people can answer.',
    ),
    anonymous: bool('Whether the answers are given without a name.'),
    questions: list(PollQuestion, 'What is asked.'),
  },
  'A poll prepared for a meeting or webinar.',
);

const PollQuestionBody = named(
  'PollQuestionBody',
  PollQuestion.required({ name: true, type: true }),
  'A question of a poll.',
);
export const PollBody = named(
  'PollBody',
  Poll.omit({ id: true, status: true }).extend({ questions: list(PollQuestionBody, 'What is asked.').optional() }),
);
/** Zoom makes a poll of nothing, which nobody can answer. */
export const CreatePollBody = needing(
  named('CreatePollBody', PollBody, 'The poll to create.'),
  ['title'],
  ['questions'],
);

export const BatchPollsBody = needing(
  shape('BatchPollsBody', { polls: list(CreatePollBody, 'The polls to create.', { max: 25 }) }),
  ['polls'],
);
export const BatchPolls = shape(
  'BatchPolls',
  { polls: list(Poll, 'The new polls.') },
  'What Zoom answers when polls have been created.',
);

export const ListPollsQuery = shape('ListPollsQuery', {
  anonymous: bool('Only polls whose answers are anonymous, or only those whose answers are not.'),
});

/** Polls answer HTTP 404 with the body code 404, which elsewhere is known to Zoom Phone alone. */
export const pollCodes = { 404: 'NOT_FOUND' } as const;

export const listPolls = listing('/meetings/{meetingId}/polls', {
  items: 'polls',
  of: Poll,
  query: ListPollsQuery,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:read', 'meeting:read:list_polls'),
  codes: pollCodes,
});

export const getPoll = get('/meetings/{meetingId}/polls/{pollId}', {
  of: Poll,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:read', 'meeting:read:poll'),
  codes: pollCodes,
});

export const createPoll = post('/meetings/{meetingId}/polls', {
  body: CreatePollBody,
  of: Poll,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:write', 'meeting:write:poll'),
  codes: pollCodes,
});

export const createBatchPolls = post('/meetings/{meetingId}/batch_polls', {
  body: BatchPollsBody,
  of: BatchPolls,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:write', 'meeting:write:batch_polls'),
});

export const updatePoll = put('/meetings/{meetingId}/polls/{pollId}', {
  body: PollBody,
  limit: 'LIGHT',
  scopes: orAdmin('meeting:write', 'meeting:update:poll'),
  codes: pollCodes,
});

export const deletePoll = del('/meetings/{meetingId}/polls/{pollId}', {
  limit: 'LIGHT',
  scopes: orAdmin('meeting:write', 'meeting:delete:poll'),
  codes: pollCodes,
});
