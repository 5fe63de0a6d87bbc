/** Surveys hang together with meetings and users. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '../world.ts';

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
