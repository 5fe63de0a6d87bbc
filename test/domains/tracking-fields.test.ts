import { afterAll, beforeAll, expect, test } from 'vitest';
import { globalId, reads, refusals, writes } from '../rows.ts';
import { done } from '../stub.ts';
import { startWorld, type World } from '../world.ts';

const id = globalId('TrackingField', 't1');
const COST = { id: 't1', field: 'Cost centre', recommended_values: ['100', '200'], required: true, visible: false };

const meeting = (id: number, ...names: string[]) => ({
  id,
  tracking_fields: names.map((field) => ({ field, value: '100' })),
});
const second = globalId('TrackingField', 't2');

reads([
  {
    name: 'tracking fields come whole in one call',
    table: { 'GET /tracking_fields': { total_records: 2, tracking_fields: [COST, { id: 't2', field: '' }] } },
    query: '{ trackingFields { totalCount nodes { id zoomId field recommendedValues visible } } }',
    at: 'trackingFields',
    data: {
      totalCount: 2,
      nodes: [
        { id, zoomId: 't1', field: 'Cost centre', recommendedValues: ['100', '200'], visible: false },
        { id: second, zoomId: 't2', field: null, recommendedValues: null, visible: null },
      ],
    },
    calls: ['GET /tracking_fields'],
  },
  {
    name: 'the account leads to them, and one is read by either id',
    table: {
      'GET /tracking_fields': { tracking_fields: [COST] },
      'GET /tracking_fields/t2': { ...COST, id: 't2', field: 'Project' },
    },
    query: `{
      account { trackingFields { nodes { field } } }
      zooms: trackingField(id: "t2") { field } ours: trackingField(id: "${second}") { required }
    }`,
    data: {
      account: { trackingFields: { nodes: [{ field: 'Cost centre' }] } },
      zooms: { field: 'Project' },
      ours: { required: true },
    },
    calls: ['GET /tracking_fields', 'GET /tracking_fields/t2'],
    together: true,
  },
  {
    name: 'the fields that meetings fill in are found by name, for all of them in one call',
    table: {
      'GET /meetings/1': meeting(1, 'Cost centre', 'Gone'),
      'GET /meetings/2': meeting(2, 'Cost centre'),
      'GET /tracking_fields': { tracking_fields: [COST] },
    },
    query: `{
      one: meeting(id: "1") { trackingFields { field value trackingField { id recommendedValues } } }
      two: meeting(id: "2") { trackingFields { trackingField { zoomId } } }
    }`,
    data: {
      one: {
        trackingFields: [
          { field: 'Cost centre', value: '100', trackingField: { id, recommendedValues: ['100', '200'] } },
          { field: 'Gone', value: '100', trackingField: null },
        ],
      },
      two: { trackingFields: [{ trackingField: { zoomId: 't1' } }] },
    },
    calls: ['GET /meetings/1', 'GET /meetings/2', 'GET /tracking_fields'],
  },
]);

writes(
  [
    {
      name: 'createTrackingField needs no further call, and sends false, empty texts and lists',
      mutation: `createTrackingField(input: { field: "Cost centre", recommendedValues: [], required: false }) {
        trackingField { id field recommendedValues }
      }`,
      payload: { trackingField: { id, field: 'Cost centre', recommendedValues: ['100', '200'] } },
      calls: ['POST /tracking_fields'],
      body: { field: 'Cost centre', recommended_values: [], required: false },
    },
    {
      name: 'updateTrackingField sends what was given alone, and reads the field again',
      mutation: `updateTrackingField(input: { fieldId: "${id}", visible: false }) { trackingField { visible } }`,
      payload: { trackingField: { visible: false } },
      calls: ['PATCH /tracking_fields/t1', 'GET /tracking_fields/t1'],
      body: { visible: false },
    },
  ],
  {
    'POST /tracking_fields': COST,
    'GET /tracking_fields/t1': COST,
    'PATCH /tracking_fields/t1': done(),
    'DELETE /tracking_fields/t1': done(),
  },
);

// Zoom documents no codes for these: what the HTTP status says is all there is.
refusals(
  [
    ['GET /tracking_fields', 400, 4711, 'MISSING_SCOPE', 'trackingFields { nodes { field } }'],
    ['GET /tracking_fields/t1', 404, 404, 'NOT_FOUND', 'trackingField(id: "t1") { field }'],
  ],
  { table: {}, query: (refused) => `{ ${refused} }`, data: { refused: null } },
);
refusals([
  ['POST /tracking_fields', 400, 300, 'BAD_USER_INPUT', 'createTrackingField(input: {}) { trackingField { id } }'],
  [
    'PATCH /tracking_fields/t1',
    404,
    404,
    'NOT_FOUND',
    'updateTrackingField(input: { fieldId: "t1" }) { trackingField { id } }',
  ],
  [
    'DELETE /tracking_fields/t1',
    403,
    403,
    'FORBIDDEN',
    'deleteTrackingField(input: { fieldId: "t1" }) { deletedTrackingFieldId }',
  ],
]);

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
