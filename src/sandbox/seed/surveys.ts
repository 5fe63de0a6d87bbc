/** Surveys and their questions. */
import { type Row, row } from '../call.ts';
import { MINUTE } from '../clock.ts';
import { instant, type Known, opaqueId, pick, pickInt } from '../seeded.ts';
import type { Table, Thing } from '../things.ts';
import type { World } from '../world.ts';
import { original } from './people.ts';

const SURVEYS = [
  { survey_name: 'After the meeting', survey_type: 'survey', anonymous: false },
  { survey_name: 'How are we doing?', survey_type: 'basic_poll', anonymous: true },
  { survey_name: 'Onboarding quiz', survey_type: 'quiz', anonymous: false },
  { survey_name: 'Support feedback', survey_type: 'consumer_engagement_survey', anonymous: false },
];
const SCORES = ['Poor', 'Fair', 'Good', 'Very good'];

export const idOf = ({ seed }: World, what: string) => opaqueId(`${seed}/survey/${what}`);
export const optionsOf = (world: World, i: number) =>
  SCORES.map((score, order) => ({
    option_id: idOf(world, `${i}/option/${order}`),
    option_value: score,
    option_label: String(order + 1),
    option_order: order + 1,
  }));
const question = (world: World, of: string, more: Known): Known => ({
  question_id: idOf(world, of),
  sub_questions: [],
  ...more,
});
export const questionsOf = (world: World, i: number): [score: Known, words: Known] => [
  question(world, `${i}/score`, {
    question_name: 'How useful was it?',
    question_order: 1,
    question_type: 'rating_scale',
    required: true,
    options: optionsOf(world, i),
  }),
  question(world, `${i}/words`, {
    question_name: 'What could be better?',
    question_order: 2,
    question_type: 'long_answer',
    required: false,
    options: [],
  }),
];
export const surveysAt = (world: World): Table =>
  Object.fromEntries(
    SURVEYS.map((known, nth) => [nth, { ...known, nth, published: true, survey_questions: questionsOf(world, nth) }]),
  );

/** A survey that was used in a meeting or a channel. */
export interface Use {
  readonly survey: Thing;
  readonly id: string;
  readonly at: number;
  readonly known: Known;
}
/** What people answered to a use of a survey. */
export const answersOf = (world: World, { survey, id, at }: Use): Row[] => {
  const seed = `${world.seed}/survey answers/${survey.id}/${id}`;
  const nth = Number(survey.nth);
  const [score, words] = questionsOf(world, nth);
  const answer = ({ question_id }: Known, option_id: string, answer: string) => ({
    question_id,
    question_answers: [{ option_id, answer }],
    sub_questions: [],
  });
  return Array.from({ length: 1 + pickInt(seed, 4) }, (_, i) => {
    const { display_name, email } = original(world, pickInt(`${seed}/${i}`, world.users));
    const { option_id, option_value } = pick(`${seed}/${i}/score`, optionsOf(world, nth));
    return row(`${seed}/${i}`, {
      name: survey.anonymous ? '' : display_name,
      email: survey.anonymous ? '' : email,
      anonymous: survey.anonymous,
      instance_id: id,
      submit_time: instant(at + (i + 1) * MINUTE),
      questions: [answer(score, option_id, option_value), answer(words, '', 'Nothing.')],
    });
  });
};
