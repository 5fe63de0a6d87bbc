/** One webinar from its schedule to its report, through GraphQL alone. */
import { expect, test } from 'vitest';
import { START, story } from '../../story.ts';

const HOUR = 60 * 60_000;
const { run, ask, write, advance } = story();

test('a webinar is created, filled, approved for, held, ended and reported', async () => {
  const { webinar } = await write(
    'createWebinar',
    {
      userId: 'me',
      topic: 'Launch',
      startTime: new Date(START + HOUR).toISOString(),
      settings: { approvalType: 'MANUAL' },
    },
    'webinar { id zoomId uuid topic registrationUrl }',
  );
  expect(webinar).toMatchObject({ topic: 'Launch', registrationUrl: expect.stringContaining('https://') });
  const { id: webinarId } = webinar;
  const shown = (fields: string) =>
    ask('query ($id: ID!) { webinar(id: $id) { FIELDS } }'.replace('FIELDS', fields), { id: webinarId });

  await write(
    'addWebinarPanelists',
    {
      webinarId,
      panelists: [
        { name: 'Eve', email: 'eve@example.com' },
        { name: 'Fay', email: 'fay@example.com' },
      ],
    },
    'webinar { id }',
  );
  const { panelists } = await shown('panelists { nodes { id name } }');
  expect(panelists.nodes).toMatchObject([{ name: 'Eve' }, { name: 'Fay' }]);
  const removed = await write(
    'removeWebinarPanelist',
    { webinarId, panelistId: panelists.nodes[1].id },
    'webinar { panelists { nodes { name } } }',
  );
  expect(removed).toEqual({ webinar: { panelists: { nodes: [{ name: 'Eve' }] } } });

  await write(
    'updateWebinarRegistrationQuestions',
    { webinarId, questions: [{ fieldName: 'ORG', required: true }] },
    'webinar { id }',
  );
  expect(await shown('registrationQuestions { questions { fieldName required } }')).toEqual({
    registrationQuestions: { questions: [{ fieldName: 'ORG', required: true }] },
  });

  const people = ['ann', 'bea', 'cas', 'dan', 'eli', 'fin', 'gil', 'hal'];
  const ids: string[] = [];
  for (const person of people) {
    const { registrant } = await write(
      'addWebinarRegistrant',
      { webinarId, email: `${person}@example.org`, firstName: person, language: 'DE_DE' },
      'registrant { id status language }',
    );
    expect(registrant).toMatchObject({ status: 'PENDING', language: 'DE_DE' });
    ids.push(registrant.id);
  }
  const named = (some: readonly string[]) => some.map((id) => ({ id }));
  await write('approveWebinarRegistrants', { webinarId, registrants: named(ids.slice(0, 6)) }, 'webinar { id }');
  await write('denyWebinarRegistrants', { webinarId, registrants: [{ email: 'gil@example.org' }] }, 'webinar { id }');
  const byStatus = await shown(
    'approved: registrants { nodes { firstName joinUrl } } denied: registrants(status: DENIED) { nodes { firstName joinUrl } } pending: registrants(status: PENDING) { nodes { firstName } }',
  );
  expect(byStatus.approved.nodes).toHaveLength(6);
  expect(byStatus.approved.nodes.every(({ joinUrl }: { joinUrl: string | null }) => joinUrl)).toBe(true);
  expect(byStatus.denied.nodes).toEqual([{ firstName: 'gil', joinUrl: null }]);
  expect(byStatus.pending.nodes).toEqual([{ firstName: 'hal' }]);

  const question = { name: 'Pizza?', type: 'SINGLE', answers: ['Yes', 'No'] };
  const { poll } = await write(
    'createWebinarPoll',
    { webinarId, title: 'Lunch?', questions: [question] },
    'poll { title status }',
  );
  expect(poll).toEqual({ title: 'Lunch?', status: 'NOT_STARTED' });

  // Nothing is held yet.
  expect(await shown('latestInstance { uuid } instances { nodes { uuid } }')).toEqual({
    latestInstance: null,
    instances: { nodes: [] },
  });
  advance(2 * HOUR);
  const live = await ask('{ dashboard { webinars(type: LIVE) { nodes { webinarId webinar { topic } } } } }');
  expect(live.webinars.nodes).toContainEqual({ webinarId: webinar.zoomId, webinar: { topic: 'Launch' } });

  const ended = await write('endWebinar', { webinarId }, 'webinar { uuid }');
  expect(ended.webinar.uuid).not.toBe(webinar.uuid);

  const { instances, latestInstance } = await shown(`
    instances { nodes { id uuid } }
    latestInstance {
      uuid topic duration participantsCount webinar { id } host { zoomId }
      participants { nodes { name email registrantId } } absentees { nodes { firstName status } }
      pollResults { nodes { name questionDetails { answer } } } questions { nodes { questionDetails { question answer } } }
    }`);
  expect(instances.nodes).toMatchObject([{ uuid: webinar.uuid }]);
  expect(latestInstance).toMatchObject({
    uuid: webinar.uuid,
    topic: 'Launch',
    duration: 60,
    webinar: { id: webinarId },
  });
  const { participants, absentees, participantsCount, pollResults, questions } = latestInstance;
  expect(participants.nodes).toHaveLength(participantsCount);
  const came = participants.nodes.flatMap(({ name, registrantId }: { name: string; registrantId: string | null }) =>
    registrantId ? [name] : [],
  );
  const missed = absentees.nodes.map(({ firstName }: { firstName: string }) => firstName);
  // Whoever was approved came or did not, once each.
  expect([...new Set(came), ...missed].sort()).toEqual(people.slice(0, 6));
  expect(pollResults.nodes).toHaveLength(1);
  expect(questions.nodes).toMatchObject([{ questionDetails: [{ answer: expect.any(String) }] }]);
});

test('a recurring webinar has occurrences, of which one is changed and one deleted; each time it is held is an instance', async () => {
  const { webinar } = await write(
    'createWebinar',
    {
      userId: 'me',
      type: 'RECURRING_FIXED_TIME',
      startTime: new Date(START + 24 * HOUR).toISOString(),
      recurrence: { type: 'DAILY', repeatInterval: 1, endTimes: 3 },
    },
    'webinar { id occurrences { occurrenceId duration status } }',
  );
  const { id: webinarId, occurrences } = webinar;
  expect(occurrences).toHaveLength(3);
  await write(
    'updateWebinar',
    { webinarId, occurrenceId: occurrences[0].occurrenceId, duration: 15 },
    'webinar { id }',
  );
  const left = await write(
    'deleteWebinarOccurrence',
    { webinarId, occurrenceId: occurrences[1].occurrenceId },
    'webinar { occurrences { duration status } }',
  );
  expect(left.webinar.occurrences).toMatchObject([
    { duration: 15, status: 'AVAILABLE' },
    { status: 'DELETED' },
    { status: 'AVAILABLE' },
  ]);

  advance(24 * HOUR);
  const end = () => write('endWebinar', { webinarId }, 'webinar { instances { nodes { uuid } } }');
  expect((await end()).webinar.instances.nodes).toHaveLength(1);
  // It is over, and the second occurrence does not take place.
  advance(24 * HOUR);
  expect((await end()).webinar.instances.nodes).toHaveLength(1);
  advance(24 * HOUR);
  const both = (await end()).webinar.instances.nodes;
  expect(new Set(both.map(({ uuid }: { uuid: string }) => uuid)).size).toBe(2);
});

test('nobody registers for a webinar without registration', async () => {
  const { webinar } = await write('createWebinar', { userId: 'me' }, 'webinar { id }');
  const { data, errors } = await run(
    'mutation ($input: AddWebinarRegistrantInput!) { addWebinarRegistrant(input: $input) { registrantId } }',
    { input: { webinarId: webinar.id, email: 'eve@example.com', firstName: 'Eve' } },
  );
  expect(data).toEqual({ addWebinarRegistrant: null });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', zoom: { status: 400, code: 3000 } } }]);
});
