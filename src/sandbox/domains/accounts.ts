/** The account itself. */
import * as api from '../../zoom/api/accounts.ts';
import type { Domain } from '../call.ts';
import { refuse } from '../refusal.ts';
import { opaqueId } from '../seeded.ts';
import type { World } from '../world.ts';
import type { People } from './people.ts';

const TYPES = { free: 'Free', pro: 'Pro', business: 'Business' } as const;

/** The account's id from a path, where "me" stands for it. Throws Zoom's 404/2001. */
export const ownAccount = (world: World, ref = ''): string => {
  if (ref !== 'me' && ref !== world.accountId) throw refuse.account(ref);
  return world.accountId;
};

/** The worlds of the sub accounts: small accounts of their own, which share the limits of the master account. */
export const subAccountsOf = (world: World, count: number): World[] =>
  Array.from({ length: count }, (_, nth) => ({
    ...world,
    users: Math.min(world.users, 12),
    seed: world.seed + 1000 + nth,
    accountId: opaqueId(`${world.seed}/account/${nth + 1}`),
  }));

const known = ({ accountId, plan, users }: World) => ({
  id: accountId,
  account_type: TYPES[plan],
  seats: users,
});

/** The own account and its sub accounts; each of those has people of its own. */
export const accounts =
  (world: World, people: People, subs: readonly { world: World; people: People }[] = []): Domain =>
  (on) => {
    const ownerOf = (of: People) => {
      const { id, email } = of.find('me');
      return { owner_id: id, owner_email: email };
    };
    const rowOf = (sub: { world: World; people: People }, nth: number) => ({
      key: `account/${sub.world.accountId}`,
      known: { ...known(sub.world), account_name: `Example Branch ${nth + 1}`, ...ownerOf(sub.people) },
    });
    on(api.getAccount, ({ path }) => {
      const nth = subs.findIndex((sub) => sub.world.accountId === path.accountId);
      if (nth >= 0) return rowOf(subs[nth]!, nth);
      ownAccount(world, path.accountId);
      return { key: 'account', known: { ...known(world), account_name: 'Example Inc.', ...ownerOf(people) } };
    });
    on(api.listSubAccounts, () => ({ rows: subs.map(rowOf) }));
  };
