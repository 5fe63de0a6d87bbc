/** Tracking fields: what an account asks of those who schedule, such as a cost centre. Meetings carry them filled in, by name. */
import { del, get, list as listing, patch, post } from '../../declare/endpoint.ts';
import { bool, id, list, named, needing, shape, string } from '../../declare/shape.ts';

/** The list carries all of it (docs/zoom.md 13). */
export const TrackingField = shape(
  'TrackingField',
  {
    id: id(),
    field: string('What it is called. Meetings name the field by this.'),
    recommended_values: list(string(), 'What is offered to those who fill it in.'),
    required: bool('Whether it must be filled in to schedule.'),
    visible: bool('Whether it is shown to those who schedule.'),
  },
  'A field that an account adds to its meetings, to sort them by.',
);

export const CreateTrackingFieldBody = needing(named('CreateTrackingFieldBody', TrackingField.omit({ id: true })), [
  'field',
]);
export const UpdateTrackingFieldBody = named('UpdateTrackingFieldBody', TrackingField.omit({ id: true }));

const reading = ['trackingfield:read:admin'];
const writing = ['trackingfield:write:admin'];

export const listTrackingFields = listing('/tracking_fields', {
  items: 'tracking_fields',
  of: TrackingField,
  limit: 'MEDIUM',
  cacheable: true,
  scopes: reading,
});

export const getTrackingField = get('/tracking_fields/{fieldId}', {
  of: TrackingField,
  limit: 'LIGHT',
  cacheable: true,
  scopes: reading,
});

export const createTrackingField = post('/tracking_fields', {
  body: CreateTrackingFieldBody,
  of: TrackingField,
  limit: 'LIGHT',
  scopes: writing,
});

export const updateTrackingField = patch('/tracking_fields/{fieldId}', {
  body: UpdateTrackingFieldBody,
  limit: 'LIGHT',
  scopes: writing,
});

export const deleteTrackingField = del('/tracking_fields/{fieldId}', { limit: 'LIGHT', scopes: writing });
