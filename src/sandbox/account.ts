/** An account of the sandbox: its world, and the state of all that is in it. */
import { opaqueId } from './seeded.ts';
import type { World } from './world.ts';

export interface Account extends World {
  /** What a part of the account holds, made when it is first asked for. */
  of<T>(part: Part<T>): T;
}
/** Makes the state of a part; the function itself names the part. */
export type Part<T> = (account: Account) => T;

/** An account in which nothing has been changed yet. */
export const accountIn = (world: World): Account => {
  const states = new Map<Part<unknown>, unknown>();
  const account: Account = {
    ...world,
    of: <T>(part: Part<T>): T => {
      if (!states.has(part)) states.set(part, part(account));
      return states.get(part) as T;
    },
  };
  return account;
};
/** The nth sub account of an account: a small one with state of its own, which shares the limits of the master account. */
export const accountBelow = (account: Account, nth: number, users: number): Account =>
  accountIn({
    ...account,
    users: Math.min(account.users, users),
    seed: account.seed + 1000 + nth,
    accountId: opaqueId(`${account.seed}/account/${nth + 1}`),
    subAccounts: 0,
  });
