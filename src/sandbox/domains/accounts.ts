/** The account itself. */
import * as api from '../../zoom/api/accounts.ts';
import type { Domain } from '../call.ts';
import { refuse } from '../refusal.ts';
import type { World } from '../world.ts';
import type { People } from './people.ts';

const TYPES = { free: 'Free', pro: 'Pro', business: 'Business' } as const;

/** The account's id from a path, where "me" stands for it. Throws Zoom's 404/2001. */
export const ownAccount = (world: World, ref = ''): string => {
  if (ref !== 'me' && ref !== world.accountId) throw refuse.account(ref);
  return world.accountId;
};

export const accounts =
  (world: World, people: People): Domain =>
  (on) => {
    on(api.getAccount, ({ path }) => {
      const id = ownAccount(world, path.accountId);
      const owner = people.find('me');
      return {
        key: 'account',
        known: {
          id,
          account_name: 'Example Inc.',
          account_type: TYPES[world.plan],
          owner_id: owner.id,
          owner_email: owner.email,
          seats: world.users,
        },
      };
    });
  };
