/** Polls prepared for meetings, and those of webinars, which are alike. */
import * as api from '../../../zoom/api/meetings/polls.ts';
import type { Endpoint } from '../../../zoom/declare/endpoint.ts';
import { type Call, invalid, Refusal, type Row, row } from '../../call.ts';
import { type Resource, resource, type Thing } from '../../resource.ts';
import { type Known, only } from '../../seeded.ts';
import type { Spec } from '../../spec.ts';
import type { Scheduled } from './instances.ts';
import { meetings } from './meetings.ts';

// What only some kinds of question have, no other shows.
const question = (given: Known): Known => only(api.PollQuestion, given);
const begun = {
  poll_type: 1,
  status: 'notstart',
  anonymous: false,
  questions: [question({ name: 'Your choice', type: 'single', answers: ['Yes', 'No'], answer_required: true })],
};

/** Kinds of question of which one chooses among answers. */
const CHOICES = ['single', 'multiple', 'matching', 'rank_order'];
const check = ({ questions }: Known): void => {
  const wrong = (Array.isArray(questions) ? questions : []).flatMap(({ type, answers = [] }: Known, i) =>
    CHOICES.includes(String(type)) && Array.isArray(answers) && answers.length < 2 ? [`questions.${i}.answers`] : [],
  );
  if (wrong.length > 0) throw invalid(...wrong);
};

/** The polls at the path of one, of what the path goes through. */
export const pollsOf = (poll: Endpoint, at: (call: Call) => Scheduled, on?: Spec<Thing, Scheduled, string>['on']) =>
  resource(poll, {
    name: 'poll',
    named: 'title',
    in: at,
    // What calls created starts without polls.
    initial: (_, { creation_source }): Record<string, Known> =>
      creation_source === 'open_api' ? {} : { 'Was this useful?': begun, 'When shall we meet next?': begun },
    defaults: { title: '', poll_type: 1, anonymous: false, questions: [], status: 'notstart' },
    check,
    written: ({ questions, ...rest }) => ({
      ...rest,
      ...(Array.isArray(questions) && { questions: questions.map(question) }),
    }),
    on,
  });
const MOST = 50;
export const polls: Resource<Thing, Scheduled> = pollsOf(api.getPoll, meetings.at, (on) =>
  on(api.createBatchPolls, (call, { things }) => {
    const { polls: given = [] } = call.body;
    if (things.all().length + given.length > MOST)
      throw new Refusal(400, 4400, `You can only add a maximum of ${MOST} polls.`);
    const made = given.map((body) => polls.usual({ ...call, endpoint: api.createPoll, body }));
    return row('polls', { polls: made.map((each) => (each as { row: Row }).row.known) });
  }),
);
