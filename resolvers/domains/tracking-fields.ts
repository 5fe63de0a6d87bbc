import { TrackingField } from '../../src/zoom/api/accounts/tracking-fields.entities.ts';
import { listTrackingFields as list } from '../../src/zoom/api/accounts/tracking-fields.ts';
import { carried } from '../../src/zoom/declare/entity.ts';
import { foundFor, rowFor } from '../call-for.ts';
import type { Entity } from '../entity.ts';
import type { Store } from '../store.ts';

/**
 * The tracking field of a name, which is all that a meeting tells of it; null where the account has none of that name any
 * more. The list, which comes whole, is read once for all the names of a request. Throws ZoomError, and InputError for what
 * is of a sub account.
 */
export const trackingFieldOf = async (value: { readonly field?: unknown }, store: Store): Promise<Entity | null> => {
  const found = await rowFor(store, list, value, {}, ({ field }) => field === value.field);
  return (found && foundFor(store, TrackingField, value, found, carried(list))) ?? null;
};
