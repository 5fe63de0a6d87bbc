import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { globalId, reads } from '../rows.ts';
import { type Received, refusal, stub } from '../stub.ts';
import { startWorld, type World } from '../world.ts';

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
const ANSWER = {
  name: 'Ada',
  email: 'ada@example.com',
  instance_id: 'uuid==',
  submit_time: '2026-02-01T12:34:12.66Z',
  questions: [{ question_answers: [{ option_id: 'o1', answer: '' }] }],
};

reads(
  [
    {
      name: 'surveys are listed in one call',
      query: '{ surveys { nodes { id zoomId surveyName surveyType } } }',
      at: 'surveys.nodes',
      data: [{ id: globalId('Survey', 's1'), zoomId: 's1', surveyName: 'After', surveyType: 'SURVEY' }],
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
          id: globalId('SurveyInstance', 's1,uuid%3D%3D'),
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
        all: answers { nodes { name submitTime questions { questionAnswers { optionId answer } } } }
        some: answers(instanceId: "${globalId('SurveyInstance', 's1,i%2F2')}") { nodes { name } }
        instances { nodes { answers { nodes { name } } } }
      } }`,
      at: 'survey',
      data: {
        all: {
          nodes: [
            {
              name: 'Ada',
              submitTime: '2026-02-01T12:34:12.660Z',
              questions: [{ questionAnswers: [{ optionId: 'o1', answer: null }] }],
            },
          ],
        },
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
  ],
  {
    [`GET ${ALL}`]: { surveys: [LISTED], next_page_token: '' },
    [`GET ${ALL}/s1`]: SURVEY,
    [`GET ${ALL}/s1/instances`]: { survey_instances: [INSTANCE] },
    [`GET ${ALL}/s1/answers`]: { survey_answers: [ANSWER] },
  },
);

test('one survey is read by either id, and by node', async () => {
  const { run, calls } = stub({ [`GET ${ALL}/s1`]: SURVEY });
  const id = globalId('Survey', 's1');
  const { data, errors } = await run(`{
    zooms: survey(id: "s1") { published } ours: survey(id: "${id}") { id } node(id: "${id}") { ... on Survey { surveyName } }
    other: survey(id: "${globalId('User', 'u1')}") { id }
  }`);
  expect(data).toEqual({ zooms: { published: true }, ours: { id }, node: { surveyName: 'After' }, other: null });
  expect(errors).toMatchObject([{ path: ['other'], extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(calls).toEqual([`GET ${ALL}/s1`]);
});

test('an answer leads to the use in which it was given, which needs no call for its ids', async () => {
  const { run, calls } = stub({
    [`GET ${ALL}/s1/answers`]: { survey_answers: [ANSWER, { ...ANSWER, instance_id: '' }] },
    [`GET ${ALL}/s1/instances`]: { survey_instances: [INSTANCE] },
  });
  const answers = (fields: string) =>
    run(`{ survey(id: "s1") { answers { nodes { instance { ${fields} } } } } }`).then(({ data }) => data?.survey);
  expect(await answers('zoomId survey { zoomId }')).toEqual({
    answers: { nodes: [{ instance: { zoomId: 'uuid==', survey: { zoomId: 's1' } } }, { instance: null }] },
  });
  expect(calls.splice(0)).toEqual([`GET ${ALL}/s1/answers?page_size=30`]);
  expect(await answers('instanceName')).toEqual({
    answers: { nodes: [{ instance: { instanceName: 'Standup' } }, { instance: null }] },
  });
  expect(calls).toEqual([`GET ${ALL}/s1/answers?page_size=30`, `GET ${ALL}/s1/instances?page_size=100`]);
});

test('surveys of a sub account stay below it', async () => {
  const { run, calls } = stub({
    'GET /accounts/sub/surveys': { surveys: [LISTED] },
    'GET /accounts/sub/surveys/s1': SURVEY,
    'GET /accounts/sub/surveys/s1/instances': { survey_instances: [INSTANCE] },
    'GET /accounts/sub/surveys/s1/answers': { survey_answers: [ANSWER] },
    'GET /accounts/sub/surveys/channels/c1/instances': { survey_instances: [INSTANCE] },
  });
  const { data, errors } = await run(`{ account(id: "sub") {
    surveys { nodes { id published instances { nodes { id survey { id } answers { nodes { name } } } } } }
    surveyChannel(id: "c1") { instances { nodes { id } } }
  } }`);
  expect(errors).toBeUndefined();
  const id = globalId('Survey', 'sub,s1');
  const instance = { id: globalId('SurveyInstance', 'sub,s1,uuid%3D%3D') };
  expect(data?.account).toEqual({
    surveys: {
      nodes: [
        {
          id,
          published: true,
          instances: { nodes: [{ ...instance, survey: { id }, answers: { nodes: [{ name: 'Ada' }] } }] },
        },
      ],
    },
    surveyChannel: { instances: { nodes: [instance] } },
  });
  expect(calls.sort()).toEqual([
    'GET /accounts/sub/surveys/channels/c1/instances?page_size=30',
    'GET /accounts/sub/surveys/s1',
    'GET /accounts/sub/surveys/s1/answers?instance_id=uuid==&page_size=30',
    'GET /accounts/sub/surveys/s1/instances?page_size=30',
    'GET /accounts/sub/surveys?page_size=30',
  ]);
});

test('who answered is a user where the account has one; strangers and the anonymous are none, without an error', async () => {
  const by = (email: string) => ({ ...ANSWER, email });
  const { run, calls } = stub({
    [`GET ${ALL}/s1/answers`]: {
      survey_answers: [by('ada@example.com'), by('guest@example.org'), by(''), by('Empty')],
    },
    'GET /users/ada@example.com': { id: 'u1', email: 'ada@example.com', dept: 'Law' },
    'GET /users/guest@example.org': refusal(404, 1001, 'User does not exist.'),
  });
  const { data, errors } = await run('{ survey(id: "s1") { answers { nodes { user { zoomId dept } } } } }');
  expect(errors).toBeUndefined();
  expect(data?.survey).toEqual({
    answers: { nodes: [{ user: { zoomId: 'u1', dept: 'Law' } }, { user: null }, { user: null }, { user: null }] },
  });
  expect(calls).toEqual([
    `GET ${ALL}/s1/answers?page_size=30`,
    'GET /users/ada@example.com',
    'GET /users/guest@example.org',
  ]);
});

test('the uses in a channel are the same things; what its list lacks is found among those of their survey', async () => {
  const { product_type: _product, meeting_id: _meeting, ...inChannel } = INSTANCE;
  const { run, calls } = stub({
    [`GET ${CHANNEL}`]: { survey_instances: [inChannel] },
    [`GET ${ALL}/s1/instances`]: { survey_instances: [{ ...INSTANCE, product_type: 'team_chat' }] },
  });
  const id = globalId('SurveyInstance', 's1,uuid%3D%3D');
  const { data } = await run(
    '{ account { surveyChannel(id: "c1") { zoomId instances { nodes { id surveyName hasResponse } } } } }',
  );
  expect(data?.account).toEqual({
    surveyChannel: { zoomId: 'c1', instances: { nodes: [{ id, surveyName: 'After', hasResponse: true }] } },
  });
  expect(calls.splice(0)).toEqual([`GET ${CHANNEL}?page_size=30`]);

  const more = await run(
    '{ account { surveyChannel(id: "c1") { instances { nodes { productType survey { id } } } } } }',
  );
  expect(more.data?.account).toEqual({
    surveyChannel: { instances: { nodes: [{ productType: 'TEAM_CHAT', survey: { id: globalId('Survey', 's1') } }] } },
  });
  expect(calls).toEqual([`GET ${CHANNEL}?page_size=30`, `GET ${ALL}/s1/instances?page_size=100`]);
});

const LISTS = {
  surveys: ['surveys', `GET ${ALL}`],
  answers: ['survey(id: "s1") { answers', `GET ${ALL}/s1/answers`],
  instances: ['survey(id: "s1") { instances', `GET ${ALL}/s1/instances`],
  channel: ['account { surveyChannel(id: "c1") { instances', `GET ${CHANNEL}`],
} as const;

// What Zoom refuses stands in operations/refusals.tsv.
test.each(['surveys', 'answers', 'instances', 'channel'] as const)(
  'a page token of %s that Zoom no longer takes costs a new walk, not an error',
  async (name) => {
    const [field, endpoint] = LISTS[name];
    const key = name === 'surveys' ? 'surveys' : name === 'answers' ? 'survey_answers' : 'survey_instances';
    const item = name === 'surveys' ? LISTED : name === 'answers' ? ANSWER : INSTANCE;
    const other = { ...item, survey_id: 's2', submit_time: '2026-02-02T12:00:00Z' };
    const { run } = stub({
      [endpoint]: ({ query }: Received) =>
        query.get('next_page_token') === 'T1'
          ? refusal(400, 300, 'The next page token is invalid or expired.')
          : query.has('next_page_token') || Number(query.get('page_size')) > 30
            ? { [key]: [item, other] }
            : { [key]: [item], next_page_token: 'T1' },
    });
    const read = async (after?: string) => {
      const query = `query ($after: String) { ${field} (first: 1, after: $after) { edges { cursor } } ${'}'.repeat(field.split('{').length)}`;
      const { data, errors } = await run(query, { after });
      expect(errors).toBeUndefined();
      let list = data ?? {};
      while (!list.edges) list = Object.values(list)[0] as Record<string, unknown>;
      return list.edges as { cursor: string }[];
    };
    const [first] = await read();
    expect(await read(first?.cursor)).toHaveLength(1);
  },
);

describe('in the sandbox', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld({ users: 20 });
  });
  afterAll(() => world.close());
  type Nodes<T> = { nodes: T[] };
  interface Use {
    zoomId: string;
    productType: string;
    meeting: { zoomId: string } | null;
    meetingInstance: { zoomId: string; topic: string } | null;
    answers: Nodes<{ instanceId: string; user: { email: string } | null }>;
  }

  test('surveys, their uses and answers hang together with meetings and users', async () => {
    const { data, errors } = await world.run<{ surveys: Nodes<{ anonymous: boolean; instances: Nodes<Use> }> }>(`{
      surveys { nodes { surveyName anonymous surveyQuestions { questionType } instances { nodes {
        zoomId productType meeting { zoomId } meetingInstance { zoomId topic }
        answers { nodes { instanceId user { email } } }
      } } } }
    }`);
    expect(errors).toBeUndefined();
    const surveys = data!.surveys.nodes;
    expect(surveys.map(({ anonymous }) => anonymous)).toEqual([false, true, false, false]);
    for (const { anonymous, instances } of surveys) {
      expect(instances.nodes.map(({ productType }) => productType)).toEqual([
        'MEETING',
        'MEETING',
        'MEETING',
        'TEAM_CHAT',
      ]);
      for (const { zoomId, productType, meeting, meetingInstance, answers } of instances.nodes) {
        expect(answers.nodes.length).toBeGreaterThan(0);
        for (const { instanceId, user } of answers.nodes) expect([instanceId, !user]).toEqual([zoomId, anonymous]);
        expect([!!meeting, meetingInstance?.zoomId]).toEqual(
          productType === 'MEETING' ? [true, zoomId] : [false, undefined],
        );
      }
    }
  });

  test('a channel has the uses that were made in it', async () => {
    const { data, errors } = await world.run<{ account: { surveyChannel: { instances: Nodes<Use> } } }>(
      '{ account { surveyChannel(id: "c1") { instances { nodes { productType survey { surveyName } } } } } }',
    );
    expect(errors).toBeUndefined();
    const { nodes } = data!.account.surveyChannel.instances;
    expect(nodes.map(({ productType }) => productType)).toEqual(['TEAM_CHAT', 'TEAM_CHAT']);
  });

  test.each([
    ['survey(id: "none") { published }', 6701],
    ['surveys { nodes { answers(instanceId: "none") { nodes { name } } } }', 6703],
  ])('%s is refused', async (field, code) => {
    const { errors = [] } = await world.run(`{ ${field} }`);
    expect(errors.map(({ extensions }) => extensions.zoom?.code)).toContain(code);
  });
});
