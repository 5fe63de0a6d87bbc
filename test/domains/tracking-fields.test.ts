/** Tracking fields; what Zoom refuses stands in operations/refusals.tsv. */
import { globalId, reads, writes } from '../rows.ts';

const id = globalId('TrackingField', 't1');
const COST = { id: 't1', field: 'Cost centre', recommended_values: ['100', '200'], required: true, visible: false };

const meeting = (id: number, ...names: string[]) => ({
  id,
  tracking_fields: names.map((field) => ({ field, value: '100' })),
});

reads([
  {
    name: 'tracking fields come whole in one call, and one is read by either id',
    table: {
      'GET /tracking_fields': { tracking_fields: [COST] },
      'GET /tracking_fields/t2': { id: 't2', field: 'Project' },
    },
    query: `{
      account { trackingFields { totalCount nodes { id zoomId } } }
      zooms: trackingField(id: "t2") { field } ours: trackingField(id: "${globalId('TrackingField', 't2')}") { zoomId }
    }`,
    data: {
      account: { trackingFields: { totalCount: 1, nodes: [{ id, zoomId: 't1' }] } },
      zooms: { field: 'Project' },
      ours: { zoomId: 't2' },
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
  ],
  { 'POST /tracking_fields': COST },
);
