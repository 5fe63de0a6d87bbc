import { afterAll, beforeAll, expect, test } from 'vitest';
import { done, refusal, stub } from '../stub.ts';
import { startWorld, type World } from '../world.ts';

const globalId = (key: string) => btoa(`TrackingField:${key}`);
const id = globalId('t1');
const COST = { id: 't1', field: 'Cost centre', recommended_values: ['100', '200'], required: true, visible: false };

test('tracking fields come whole in one call, with every field', async () => {
  const { run, calls } = stub({
    'GET /tracking_fields': { total_records: 2, tracking_fields: [COST, { id: 't2', field: '' }] },
  });
  const { data, errors } = await run(
    '{ trackingFields { totalCount nodes { id zoomId field recommendedValues required visible } } }',
  );
  expect(errors).toBeUndefined();
  expect(data?.trackingFields).toEqual({
    totalCount: 2,
    nodes: [
      { id, zoomId: 't1', field: 'Cost centre', recommendedValues: ['100', '200'], required: true, visible: false },
      { id: globalId('t2'), zoomId: 't2', field: null, recommendedValues: null, required: null, visible: null },
    ],
  });
  expect(calls).toEqual(['GET /tracking_fields']);
});

test('the account leads to them, and one is read by either id', async () => {
  const { run, calls } = stub({
    'GET /tracking_fields': { tracking_fields: [COST] },
    'GET /tracking_fields/t2': { ...COST, id: 't2', field: 'Project' },
  });
  const { data } = await run(`{
    account { trackingFields { nodes { field } } }
    zooms: trackingField(id: "t2") { field } ours: trackingField(id: "${globalId('t2')}") { required }
  }`);
  expect(data).toEqual({
    account: { trackingFields: { nodes: [{ field: 'Cost centre' }] } },
    zooms: { field: 'Project' },
    ours: { required: true },
  });
  expect(calls.sort()).toEqual(['GET /tracking_fields', 'GET /tracking_fields/t2']);
});

test('the fields that meetings fill in are found by name, for all of them in one call', async () => {
  const meeting = (id: number, ...names: string[]) => ({
    id,
    tracking_fields: names.map((field) => ({ field, value: '100' })),
  });
  const { run, calls } = stub({
    'GET /meetings/1': meeting(1, 'Cost centre', 'Gone'),
    'GET /meetings/2': meeting(2, 'Cost centre'),
    'GET /tracking_fields': { tracking_fields: [COST] },
  });
  const { data, errors } = await run(`{
    one: meeting(id: "1") { trackingFields { field value trackingField { id recommendedValues } } }
    two: meeting(id: "2") { trackingFields { trackingField { zoomId } } }
  }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    one: {
      trackingFields: [
        { field: 'Cost centre', value: '100', trackingField: { id, recommendedValues: ['100', '200'] } },
        { field: 'Gone', value: '100', trackingField: null },
      ],
    },
    two: { trackingFields: [{ trackingField: { zoomId: 't1' } }] },
  });
  expect(calls).toEqual(['GET /meetings/1', 'GET /meetings/2', 'GET /tracking_fields']);
});

test.each([
  [
    'createTrackingField needs no further call, and sends false, empty texts and lists',
    {
      call: `createTrackingField(input: { field: "Cost centre", recommendedValues: [], required: false, visible: true }) {
        trackingField { id field recommendedValues }
      }`,
      answer: { trackingField: { id, field: 'Cost centre', recommendedValues: ['100', '200'] } },
      calls: ['POST /tracking_fields'],
      body: { field: 'Cost centre', recommended_values: [], required: false, visible: true },
    },
  ],
  [
    'updateTrackingField sends what was given alone, and reads the field again',
    {
      call: `updateTrackingField(input: { fieldId: "${id}", visible: false }) { trackingField { visible } }`,
      answer: { trackingField: { visible: false } },
      calls: ['PATCH /tracking_fields/t1', 'GET /tracking_fields/t1'],
      body: { visible: false },
    },
  ],
  [
    'deleteTrackingField gives the id that is no more',
    {
      call: 'deleteTrackingField(input: { fieldId: "t1" }) { deletedTrackingFieldId }',
      answer: { deletedTrackingFieldId: id },
      calls: ['DELETE /tracking_fields/t1'],
      body: undefined,
    },
  ],
])('%s', async (_, { call, answer, calls: expected, body }) => {
  const { run, calls, bodies } = stub({
    'POST /tracking_fields': COST,
    'GET /tracking_fields/t1': COST,
    'PATCH /tracking_fields/t1': done(),
    'DELETE /tracking_fields/t1': done(),
  });
  const { data, errors } = await run(`mutation { answer: ${call} }`);
  expect(errors).toBeUndefined();
  expect(data).toEqual({ answer });
  expect(calls).toEqual(expected);
  expect(bodies).toEqual([body]);
});

// Zoom documents no codes for these: what the HTTP status says is all there is.
test.each([
  ['query', 'GET /tracking_fields', 400, 4711, 'MISSING_SCOPE', 'trackingFields { nodes { field } }'],
  ['query', 'GET /tracking_fields/t1', 404, 404, 'NOT_FOUND', 'trackingField(id: "t1") { field }'],
  [
    'mutation',
    'POST /tracking_fields',
    400,
    300,
    'BAD_USER_INPUT',
    'createTrackingField(input: {}) { trackingField { id } }',
  ],
  [
    'mutation',
    'PATCH /tracking_fields/t1',
    404,
    404,
    'NOT_FOUND',
    'updateTrackingField(input: { fieldId: "t1" }) { trackingField { id } }',
  ],
  [
    'mutation',
    'DELETE /tracking_fields/t1',
    403,
    403,
    'FORBIDDEN',
    'deleteTrackingField(input: { fieldId: "t1" }) { deletedTrackingFieldId }',
  ],
])('a %s refused at %s with %i/%i is %s', async (operation, endpoint, status, code, kind, field) => {
  const { run, calls } = stub({ [endpoint]: refusal(status, code, 'Zoom says no.') });
  const { data, errors } = await run(`${operation} { answer: ${field} }`);
  expect(data).toEqual({ answer: null });
  expect(errors).toMatchObject([{ path: ['answer'], extensions: { code: kind, zoom: { status, code } } }]);
  expect(calls).toEqual([endpoint]);
});

let world: World;
beforeAll(async () => {
  world = await startWorld({ users: 5 });
});
afterAll(() => world.close());

test('in the sandbox a field is made, used by a meeting, changed and removed', async () => {
  type Field = { id: string; field: string; recommendedValues: string[] };
  const LIST = '{ trackingFields { totalCount nodes { id field recommendedValues } } }';
  const listed = async () =>
    (await world.run<{ trackingFields: { totalCount: number; nodes: Field[] } }>(LIST)).data!.trackingFields;
  const before = await listed();
  expect(before).toMatchObject({ totalCount: 3, nodes: [{ field: 'Cost centre' }, {}, {}] });

  const made = await world.run<{ createTrackingField: { trackingField: Field } }>(
    'mutation { createTrackingField(input: { field: "Team", recommendedValues: ["A"] }) { trackingField { id field recommendedValues } } }',
  );
  const team = made.data!.createTrackingField.trackingField;
  expect((await listed()).nodes).toEqual([...before.nodes, team]);

  const meeting = await world.run(`mutation {
    createMeeting(input: { userId: "me", topic: "T", trackingFields: [{ field: "Team", value: "A" }] }) {
      meeting { trackingFields { value trackingField { id } } }
    }
  }`);
  expect(meeting.data).toEqual({
    createMeeting: { meeting: { trackingFields: [{ value: 'A', trackingField: { id: team.id } }] } },
  });

  const changed = await world.run(
    'mutation ($id: ID!) { updateTrackingField(input: { fieldId: $id, recommendedValues: [] }) { trackingField { field recommendedValues } } }',
    { id: team.id },
  );
  expect(changed.data).toEqual({ updateTrackingField: { trackingField: { field: 'Team', recommendedValues: [] } } });

  await world.run('mutation ($id: ID!) { deleteTrackingField(input: { fieldId: $id }) { deletedTrackingFieldId } }', {
    id: team.id,
  });
  expect(await listed()).toEqual(before);
  const gone = await world.run('query ($id: ID!) { trackingField(id: $id) { field } }', { id: team.id });
  expect(gone).toMatchObject({ data: { trackingField: null }, errors: [{ extensions: { code: 'NOT_FOUND' } }] });
});
