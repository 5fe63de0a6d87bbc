/** The account itself and its sub accounts, as they begin. */
import type { Known } from '../seeded.ts';
import type { World } from '../world.ts';
import { original } from './people.ts';

const TYPES = { free: 'Free', pro: 'Pro', business: 'Business' } as const;
/** How many users a sub account has at most. */
export const SUB_USERS = 12;

/** The nth of them: the first is the account itself, and every other sub account is free. */
export const accountAt = (world: World, nth: number): Known => {
  const { plan, users, accountId: id } = world;
  const { id: owner_id, email: owner_email } = original(world, 0);
  const isFree = nth > 0 && nth % 2 === 0;
  const account_type = isFree ? 'Free' : TYPES[plan];
  const account_name = nth === 0 ? 'Example Inc.' : `Example Branch ${nth}`;
  return { id, account_name, account_type, seats: isFree ? 1 : users, owner_id, owner_email };
};
