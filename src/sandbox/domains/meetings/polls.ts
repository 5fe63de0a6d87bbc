/** Polls prepared for meetings. */
import * as api from '../../../zoom/api/meetings/polls.ts';
import { resource } from '../../resource.ts';
import { type Known, only } from '../../seeded.ts';
import { meetings } from './meetings.ts';

// What only some kinds of question have, no other shows.
const question = (given: Known): Known => only(api.PollQuestion, given);
const begun = {
  poll_type: 1,
  status: 'notstart',
  anonymous: false,
  questions: [question({ name: 'Your choice', type: 'single', answers: ['Yes', 'No'], answer_required: true })],
};

export const polls = resource(api.getPoll, {
  name: 'poll',
  named: 'title',
  in: meetings.at,
  // What calls created starts without polls.
  initial: (_, { creation_source }): Record<string, Known> =>
    creation_source === 'open_api' ? {} : { 'Was this useful?': begun, 'When shall we meet next?': begun },
  defaults: { title: '', poll_type: 1, anonymous: false, questions: [], status: 'notstart' },
  written: ({ questions, ...rest }) => ({
    ...rest,
    ...(Array.isArray(questions) && { questions: questions.map(question) }),
  }),
});
