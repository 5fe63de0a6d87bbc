/** Surveys, their uses in meetings and channels, and what people answered. Zoom's API only reads them. */
import * as api from '../../zoom/api/meetings/surveys.ts';
import type { Domain, Row } from '../call.ts';
import { MINUTE } from '../clock.ts';
import { lazily } from '../paging.ts';
import { Refusal } from '../refusal.ts';
import { instant, type Known, opaqueId, pick, pickInt } from '../seeded.ts';
import type { World } from '../world.ts';
import { ownAccount } from './accounts.ts';
import { meetingNumber } from './instances.ts';
import type { Meetings } from './meetings.ts';
import type { People } from './people.ts';

const SURVEYS = [
  { survey_name: 'After the meeting', survey_type: 'survey', anonymous: false },
  { survey_name: 'How are we doing?', survey_type: 'basic_poll', anonymous: true },
  { survey_name: 'Onboarding quiz', survey_type: 'quiz', anonymous: false },
  { survey_name: 'Support feedback', survey_type: 'consumer_engagement_survey', anonymous: false },
];
const SCORES = ['Poor', 'Fair', 'Good', 'Very good'];
const CHANNELS = 2;
/** The meeting of each user that has a long past. */
const WEEKLY = 1;
const CODES = { survey: 6701, instance: 6703 };

interface Use {
  readonly survey: number;
  readonly id: string;
  readonly at: number;
  readonly known: Known;
}

export const surveys = (world: World, people: People, meetings: Meetings): Domain => {
  const idOf = (what: string) => opaqueId(`${world.seed}/survey/${what}`);
  const ids = SURVEYS.map((_, i) => idOf(String(i)));

  const optionsOf = (i: number) =>
    SCORES.map((score, order) => ({
      option_id: idOf(`${i}/option/${order}`),
      option_value: score,
      option_label: String(order + 1),
      option_order: order + 1,
    }));
  const questionsOf = (i: number) => [
    {
      question_id: idOf(`${i}/score`),
      question_name: 'How useful was it?',
      question_order: 1,
      question_type: 'rating_scale',
      required: true,
      options: optionsOf(i),
      sub_questions: [],
    },
    {
      question_id: idOf(`${i}/words`),
      question_name: 'What could be better?',
      question_order: 2,
      question_type: 'long_answer',
      required: false,
      options: [],
      sub_questions: [],
    },
  ];
  const surveyOf = (i: number): Known => ({
    ...SURVEYS[i],
    survey_id: ids[i],
    published: true,
    survey_questions: questionsOf(i),
  });
  const indexOf = (id = ''): number => {
    const i = ids.indexOf(id);
    if (i < 0) throw new Refusal(404, CODES.survey, 'Invalid parameter survey id.');
    return i;
  };

  /** The latest three times that the weekly meeting of one user was held, which is another user for each survey. */
  const inMeetings = (survey: number): Use[] => {
    const number = meetingNumber(world.seed, { user: survey % world.users, nth: WEEKLY });
    return meetings
      .instancesOf(number)
      .slice(0, 3)
      .map(({ uuid, topic, start, duration }) => ({
        survey,
        id: uuid,
        at: start + duration * MINUTE,
        known: { instance_name: topic, product_type: 'meeting', meeting_id: String(number) },
      }));
  };
  const channelOf = (survey: number) => String(survey % CHANNELS);
  const inChannel = (survey: number): Use => ({
    survey,
    id: idOf(`${survey}/channel`),
    at: world.start - (survey + 1) * 60 * MINUTE,
    known: { instance_name: 'Announcements', product_type: 'team_chat', meeting_id: undefined },
  });
  const usesOf = (survey: number): readonly Use[] => [...inMeetings(survey), inChannel(survey)];
  const shown = ({ survey, id, known }: Use): Row => {
    const { published: _published, ...of } = surveyOf(survey);
    return {
      key: `survey/${ids[survey]}/${id}`,
      known: { ...of, ...known, instance_id: id, has_response: true },
    };
  };
  const picked = (survey: number, instance: string | undefined): readonly Use[] => {
    const all = usesOf(survey);
    const uses = instance ? all.filter(({ id }) => id === instance) : all;
    if (uses.length === 0) throw new Refusal(400, CODES.instance, 'Invalid parameter survey instance id.');
    return uses;
  };

  const answersOf = ({ survey, id, at }: Use): Row[] => {
    const seed = `${world.seed}/survey answers/${ids[survey]}/${id}`;
    const anonymous = SURVEYS[survey]?.anonymous ?? false;
    const [score, words] = questionsOf(survey);
    return Array.from({ length: 1 + pickInt(seed, 4) }, (_, i) => {
      const user = people.nth(pickInt(`${seed}/${i}`, world.users));
      const { option_id, option_value } = pick(`${seed}/${i}/score`, optionsOf(survey));
      return {
        key: `${seed}/${i}`,
        known: {
          name: anonymous ? '' : user.display_name,
          email: anonymous ? '' : user.email,
          anonymous,
          instance_id: id,
          submit_time: instant(at + (i + 1) * MINUTE),
          questions: [
            {
              question_id: score?.question_id,
              question_answers: [{ option_id, answer: option_value }],
              sub_questions: [],
            },
            {
              question_id: words?.question_id,
              question_answers: [{ option_id: '', answer: 'Nothing.' }],
              sub_questions: [],
            },
          ],
        },
      };
    });
  };

  return (on) => {
    on(api.listSurveys, () => ({
      rows: lazily([...SURVEYS.keys()], (i) => ({ key: `survey/${ids[i]}`, known: surveyOf(i) })),
    }));
    on(api.getSurvey, ({ path }) => {
      const i = indexOf(path.surveyId);
      return { key: `survey/${ids[i]}`, known: surveyOf(i) };
    });
    on(api.listSurveyInstances, ({ path, query }) => ({
      rows: lazily(picked(indexOf(path.surveyId), query.instance_id), shown),
    }));
    on(api.listSurveyAnswers, ({ path, query }) => ({
      rows: picked(indexOf(path.surveyId), query.instance_id).flatMap(answersOf),
    }));
    // The sandbox lists no channels: any id leads to one of two.
    on(api.listChannelSurveyInstances, ({ path: { accountId, channelId = '' } }) => {
      ownAccount(world, accountId);
      const channel = String(pickInt(channelId, CHANNELS));
      const uses = [...SURVEYS.keys()].filter((survey) => channelOf(survey) === channel);
      return { rows: lazily(uses, (survey) => shown(inChannel(survey))) };
    });
  };
};
