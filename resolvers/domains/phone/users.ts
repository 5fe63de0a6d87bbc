import { PhoneSite } from '../../../src/zoom/api/phone/sites.entities.ts';
import type { PhoneUser } from '../../../src/zoom/api/phone/users.ts';
import type { Of } from '../../../src/zoom/declare/shape.ts';
import { referFor } from '../../call-for.ts';
import type { Entity } from '../../entity.ts';
import type { Store } from '../../store.ts';

/** The site of a phone user: lists tell its id and name, the single GET its id alone. A user whom a list shows without one has none. */
export const siteOf = async (
  store: Store,
  user: Entity<Of<typeof PhoneUser>>,
): Promise<Entity<Of<typeof PhoneSite.shape>> | null> => {
  if (!user.has('site')) await store.load(user, ['site_id']);
  const site = user.get('site') ?? { id: user.get('site_id') ?? '' };
  return referFor(store, PhoneSite, user, site) ?? null;
};
