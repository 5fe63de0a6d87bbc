import { globalId, reads } from '../rows.ts';
import { refusal } from '../stub.ts';

const ALL = '/surveys';
const CHANNEL = '/accounts/me/surveys/channels/c1/instances';

const LISTED = { survey_id: 's1', survey_name: 'After', survey_type: 'survey' };
const SURVEY = { ...LISTED, published: true, survey_questions: [{ question_type: 'matching' }] };
const INSTANCE = {
  ...LISTED,
  instance_id: 'uuid==',
  instance_name: 'Standup',
  product_type: 'meeting',
  meeting_id: '85746065432',
  has_response: true,
};
const ANSWER = { name: 'Ada', email: 'ada@example.com', instance_id: 'uuid==' };
const by = (email: string) => ({ ...ANSWER, email });
const id = globalId('Survey', 's1');
const instanceId = globalId('SurveyInstance', 's1,uuid%3D%3D');
const { product_type: _product, meeting_id: _meeting, ...IN_CHANNEL } = INSTANCE;

reads(
  [
    {
      name: 'surveys are listed in one call',
      query: '{ surveys { nodes { id zoomId surveyName surveyType } } }',
      at: 'surveys.nodes',
      data: [{ id, zoomId: 's1', surveyName: 'After', surveyType: 'SURVEY' }],
      calls: [`GET ${ALL}?page_size=30`],
    },
    {
      name: 'only what the list lacks is read for each',
      query: '{ account { surveys { nodes { surveyId published anonymous surveyQuestions { questionType } } } } }',
      at: 'account.surveys.nodes',
      data: [{ surveyId: 's1', published: true, anonymous: null, surveyQuestions: [{ questionType: 'MATCHING' }] }],
      calls: [`GET ${ALL}?page_size=30`, `GET ${ALL}/s1`],
    },
    {
      name: 'the uses of a survey lead to the meeting, the time that it was held, and the survey',
      table: {
        [`GET ${ALL}/s1/instances`]: {
          survey_instances: [
            INSTANCE,
            { ...INSTANCE, instance_id: 'i2', product_type: 'vitual_agent', meeting_id: undefined },
          ],
        },
        'GET /meetings/85746065432': { id: 85746065432, topic: 'Standup' },
      },
      query: `{ survey(id: "s1") { instances { nodes {
        id zoomId productType meetingId survey { published } meeting { topic } meetingInstance { zoomId }
      } } } }`,
      at: 'survey.instances.nodes',
      data: [
        {
          id: instanceId,
          zoomId: 'uuid==',
          productType: 'MEETING',
          meetingId: '85746065432',
          survey: { published: true },
          meeting: { topic: 'Standup' },
          meetingInstance: { zoomId: 'uuid==' },
        },
        {
          id: globalId('SurveyInstance', 's1,i2'),
          zoomId: 'i2',
          productType: 'VIRTUAL_AGENT',
          meetingId: null,
          survey: { published: true },
          meeting: null,
          meetingInstance: null,
        },
      ],
      calls: ['GET /meetings/85746065432', `GET ${ALL}/s1`, `GET ${ALL}/s1/instances?page_size=30`],
      together: true,
    },
    {
      name: 'answers are those of the survey, of one use by a filter, or of the use that leads to them',
      query: `{ survey(id: "s1") {
        all: answers { nodes { name } }
        some: answers(instanceId: "${globalId('SurveyInstance', 's1,i%2F2')}") { nodes { name } }
        instances { nodes { answers { nodes { name } } } }
      } }`,
      at: 'survey',
      data: {
        all: { nodes: [{ name: 'Ada' }] },
        some: { nodes: [{ name: 'Ada' }] },
        instances: { nodes: [{ answers: { nodes: [{ name: 'Ada' }] } }] },
      },
      calls: [
        `GET ${ALL}/s1/answers?instance_id=i/2&page_size=30`,
        `GET ${ALL}/s1/answers?instance_id=uuid==&page_size=30`,
        `GET ${ALL}/s1/answers?page_size=30`,
        `GET ${ALL}/s1/instances?page_size=30`,
      ],
      together: true,
    },
    {
      name: 'one survey is read by either id, and by node',
      query: `{
        zooms: survey(id: "s1") { published } ours: survey(id: "${id}") { id } node(id: "${id}") { ... on Survey { surveyName } }
      }`,
      data: { zooms: { published: true }, ours: { id }, node: { surveyName: 'After' } },
      calls: [`GET ${ALL}/s1`],
    },
    {
      name: 'an answer leads to the use in which it was given, which needs no call for its ids',
      table: { [`GET ${ALL}/s1/answers`]: { survey_answers: [ANSWER, { ...ANSWER, instance_id: '' }] } },
      query: '{ survey(id: "s1") { answers { nodes { instance { zoomId survey { zoomId } } } } } }',
      at: 'survey.answers.nodes',
      data: [{ instance: { zoomId: 'uuid==', survey: { zoomId: 's1' } } }, { instance: null }],
      calls: [`GET ${ALL}/s1/answers?page_size=30`],
    },
    {
      name: 'what else is asked of that use is in the list of the survey’s uses',
      query: '{ survey(id: "s1") { answers { nodes { instance { instanceName } } } } }',
      at: 'survey.answers.nodes',
      data: [{ instance: { instanceName: 'Standup' } }],
      calls: [`GET ${ALL}/s1/answers?page_size=30`, `GET ${ALL}/s1/instances?page_size=100`],
    },
    {
      name: 'who answered is a user where the account has one; strangers and the anonymous are none, without an error',
      table: {
        [`GET ${ALL}/s1/answers`]: {
          survey_answers: [by('ada@example.com'), by('guest@example.org'), by(''), by('Empty')],
        },
        'GET /users/ada@example.com': { id: 'u1', email: 'ada@example.com', dept: 'Law' },
        'GET /users/guest@example.org': refusal(404, 1001, 'User does not exist.'),
      },
      query: '{ survey(id: "s1") { answers { nodes { user { zoomId dept } } } } }',
      at: 'survey.answers.nodes',
      data: [{ user: { zoomId: 'u1', dept: 'Law' } }, { user: null }, { user: null }, { user: null }],
      calls: [`GET ${ALL}/s1/answers?page_size=30`, 'GET /users/ada@example.com', 'GET /users/guest@example.org'],
    },
    {
      name: 'the uses in a channel are the same things',
      query: '{ account { surveyChannel(id: "c1") { zoomId instances { nodes { id surveyName hasResponse } } } } }',
      at: 'account.surveyChannel',
      data: { zoomId: 'c1', instances: { nodes: [{ id: instanceId, surveyName: 'After', hasResponse: true }] } },
      calls: [`GET ${CHANNEL}?page_size=30`],
    },
    {
      name: 'what the list of a channel lacks is found among the uses of their survey',
      table: { [`GET ${ALL}/s1/instances`]: { survey_instances: [{ ...INSTANCE, product_type: 'team_chat' }] } },
      query: '{ account { surveyChannel(id: "c1") { instances { nodes { productType survey { id } } } } } }',
      at: 'account.surveyChannel.instances.nodes',
      data: [{ productType: 'TEAM_CHAT', survey: { id } }],
      calls: [`GET ${CHANNEL}?page_size=30`, `GET ${ALL}/s1/instances?page_size=100`],
    },
  ],
  {
    [`GET ${ALL}`]: { surveys: [LISTED], next_page_token: '' },
    [`GET ${ALL}/s1`]: SURVEY,
    [`GET ${ALL}/s1/instances`]: { survey_instances: [INSTANCE] },
    [`GET ${ALL}/s1/answers`]: { survey_answers: [ANSWER] },
    [`GET ${CHANNEL}`]: { survey_instances: [IN_CHANNEL] },
  },
);
