/** Surveys, the uses made of them (Zoom calls each an instance), and what people answered. */
import { byToken, get, list as listing } from '../../declare/endpoint.ts';
import { bool, dateTime, enumOf, id, int, list, named, renamed, shape, string } from '../../declare/shape.ts';
import { questionType } from './polls.ts';

export const SurveyOption = shape(
  'SurveyOption',
  {
    option_id: id("Zoom's own ID."),
    option_value: string('What can be chosen.'),
    option_label: string('For RATING_SCALE: what the score means.'),
    option_order: int('The place of the option among the others.'),
  },
  'One of the answers to choose from.',
);

export const SurveySubQuestion = shape(
  'SurveySubQuestion',
  {
    sub_question_id: id("Zoom's own ID."),
    sub_question_name: string('What is asked in this row.'),
    sub_question_order: int('The place of the row among the others.'),
  },
  'One row of a matching or rank-order question.',
);

export const SurveyQuestion = shape(
  'SurveyQuestion',
  {
    question_id: id("Zoom's own ID."),
    question_name: string('What is asked.'),
    question_type: questionType,
    question_order: int('The place of the question among the others.'),
    required: bool('Whether the question must be answered.'),
    options: list(SurveyOption, 'The answers to choose from.'),
    sub_questions: list(SurveySubQuestion, 'For MATCHING and RANK_ORDER.'),
  },
  'A question of a survey.',
);

export const Survey = shape(
  'Survey',
  {
    survey_id: id("Zoom's own ID."),
    survey_name: renamed('surveyName', 'name', string('What the survey is called.')),
    survey_type: enumOf(
      'SurveyType',
      {
        BASIC_POLL: ['basic_poll', 'A poll with answers to choose from.'],
        ADVANCED_POLL: ['advanced_poll', 'A poll with all kinds of questions.'],
        QUIZ: ['quiz', 'Questions that have right answers.'],
        SURVEY: ['survey', 'A survey, such as one at the end of a meeting.'],
        CONSUMER_ENGAGEMENT_SURVEY: ['consumer_engagement_survey', 'A survey of customers after they were served.'],
      },
      'What the survey is.',
    ),
    published: bool('False once it is closed.'),
    anonymous: bool('Whether people answer without a name.'),
    survey_questions: list(SurveyQuestion, 'The questions in their order.'),
  },
  'Questions put to people in meetings, webinars, chats or by a link; in their latest version.',
);

export const ListedSurvey = named(
  'ListedSurvey',
  Survey.pick({ survey_id: true, survey_name: true, survey_type: true }),
);

export const SurveyInstance = shape(
  'SurveyInstance',
  {
    instance_id: id("Zoom's own ID; of a meeting, the uuid of the instance."),
    instance_name: renamed('instanceName', 'name', string('Where it was used, such as the topic of the meeting.')),
    product_type: enumOf(
      'SurveyProduct',
      {
        MEETING: ['meeting', 'In a meeting.'],
        WEBINAR: ['webinar', 'In a webinar.'],
        CONTACT_CENTER: ['contact_center', 'In Zoom Contact Center.'],
        SURVEY_PUBLIC_LINK: ['survey_public_link', 'By a link that anyone can open.'],
        TEAM_CHAT: ['team_chat', 'In Team Chat.'],
        VIRTUAL_AGENT: ['vitual_agent', 'By Zoom Virtual Agent.'], // Zoom's own spelling
      },
      'Where the survey was used.',
    ),
    meeting_id: id('The number of the meeting; null for other products.'),
    has_response: bool('Whether anyone has answered.'),
    anonymous: bool('Whether people answered without a name.'),
    survey_id: id('The survey that was used.'),
    survey_name: string('The name of the survey when it was used.'),
    survey_type: Survey.shape.survey_type,
    survey_questions: list(SurveyQuestion, 'The questions when the survey was used.'),
  },
  'One use of a survey.',
);

/** What the list of a channel carries. */
export const ChannelSurveyInstance = named(
  'ChannelSurveyInstance',
  SurveyInstance.omit({ product_type: true, meeting_id: true }),
);

export const SurveyChoice = shape(
  'SurveyChoice',
  {
    option_id: id('The option chosen; for FILL_IN_THE_BLANK the blank that was filled in.'),
    answer: string('What the person wrote.'),
  },
  'One of the options that a person chose, or a text that was entered.',
);

export const SurveySubQuestionAnswer = shape(
  'SurveySubQuestionAnswer',
  { sub_question_id: id('The row.'), sub_question_answers: list(SurveyChoice, 'What the person chose or entered.') },
  'What a person answered in one row of a matching or rank-order question.',
);

export const SurveyQuestionAnswer = shape(
  'SurveyQuestionAnswer',
  {
    question_id: id('The question.'),
    question_answers: list(SurveyChoice, 'Several where several options can be chosen or blanks be filled in.'),
    sub_questions: list(SurveySubQuestionAnswer, 'For MATCHING and RANK_ORDER.'),
  },
  'What a person answered to one question.',
);

export const SurveyAnswer = shape(
  'SurveyAnswer',
  {
    name: string('Who answered; null where the survey is anonymous.'),
    email: string('The email of who answered; null where the survey is anonymous.'),
    anonymous: bool('Whether the person answered without a name.'),
    instance_id: id('The use of the survey in which it was answered.'),
    submit_time: dateTime('When the answers were sent.'),
    questions: list(SurveyQuestionAnswer, 'The answer to each question.'),
  },
  "One person's answers to a survey.",
);

export const SurveyInstanceQuery = shape('SurveyInstanceQuery', {
  instance_id: id('Only what belongs to this use of the survey.', { of: 'SurveyInstance' }),
});

/** The largest page is not documented. */
const paging = byToken(100);

/** Documented for sub accounts; for the own account scopes differ by their ending alone (docs/zoom.md 1.4). */
const scoped = (classic: string, granular: string) => ({
  scopes: ['survey:read:admin', `survey_management:read:${granular}:admin`],
  subAccountScopes: [`${classic}:master`, `survey_management:read:${granular}:master`],
});

export const listSurveys = listing('/surveys', {
  items: 'surveys',
  of: ListedSurvey,
  paging,
  limit: 'MEDIUM',
  ...scoped('survey:read', 'list_surveys'),
});

export const getSurvey = get('/surveys/{surveyId}', {
  of: Survey,
  limit: 'LIGHT',
  ...scoped('survey:read', 'survey'),
});

export const listSurveyAnswers = listing('/surveys/{surveyId}/answers', {
  items: 'survey_answers',
  of: SurveyAnswer,
  query: SurveyInstanceQuery,
  paging,
  limit: 'MEDIUM',
  ...scoped('survey', 'list_survey_answers'),
});

export const listSurveyInstances = listing('/surveys/{surveyId}/instances', {
  items: 'survey_instances',
  of: SurveyInstance,
  query: SurveyInstanceQuery,
  paging,
  limit: 'MEDIUM',
  ...scoped('survey', 'list_survey_instances'),
});

/** Zoom has this for any account by its id, "me" for the own, and no other path. */
export const listChannelSurveyInstances = listing('/accounts/{accountId}/surveys/channels/{channelId}/instances', {
  items: 'survey_instances',
  of: ChannelSurveyInstance,
  paging,
  limit: 'MEDIUM',
  scopes: ['survey:master'],
});
