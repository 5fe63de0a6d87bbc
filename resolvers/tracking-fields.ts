import * as api from '../src/zoom/api/tracking-fields.ts';
import { carried, type Entity, entity } from './entity.ts';
import { readPage } from './pages.ts';
import type { Store } from './store.ts';

export const TrackingField = entity('TrackingField', {
  shape: api.TrackingField,
  key: { fieldId: 'id' },
  get: api.getTrackingField,
  foundIn: [api.listTrackingFields],
});

/**
 * The tracking field of a name, which is all that a meeting tells of it; null where the account has none of that name any
 * more. The list, which comes whole, is read once for all the names of a request. Throws ZoomError, and InputError for what
 * is of a sub account.
 */
export const trackingFieldOf = async (value: { readonly field?: unknown }, store: Store): Promise<Entity | null> => {
  const list = api.listTrackingFields;
  const { items } = await readPage(store, { list, path: store.scopeOf(value), query: {} }, list.paging.max, null);
  const found = items.find(({ field }) => field === value.field);
  return (found && store.found(TrackingField, found, carried(list))) ?? null;
};
