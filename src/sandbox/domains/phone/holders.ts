/** Which numbers users hold. */
import type { Account } from '../../account.ts';
import { original } from '../../seed/people.ts';
import { allNumbers, hasPhone, type PhoneNumber } from '../../seed/phone.ts';

interface Held {
  readonly byUser: Map<string, readonly PhoneNumber[]>;
  readonly byNumber: Map<string, string>;
}
const held = (account: Account): Held => {
  const all: Held = { byUser: new Map(), byNumber: new Map() };
  for (const number of allNumbers(account).slice(0, account.users)) {
    const user = original(account, number.nth);
    if (hasPhone(account, user)) hold(all, user.id, [number]);
  }
  return all;
};
const hold = ({ byUser, byNumber }: Held, user: string, numbers: readonly PhoneNumber[]): void => {
  for (const { id } of byUser.get(user) ?? []) byNumber.delete(id);
  for (const { id } of numbers) byNumber.set(id, user);
  byUser.set(user, numbers);
};
export const numbersOf = (account: Account, user: string): readonly PhoneNumber[] =>
  account.of(held).byUser.get(user) ?? [];
export const setNumbers = (account: Account, user: string, numbers: readonly PhoneNumber[]): void =>
  hold(account.of(held), user, numbers);
/** Who holds a number, by its id. */
export const holderOf = (account: Account, id: string): string | undefined => account.of(held).byNumber.get(id);
