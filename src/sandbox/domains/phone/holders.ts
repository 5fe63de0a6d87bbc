/** Phone numbers, and which users hold them. */
import type { Account } from '../../call.ts';
import { having, thingsOf } from '../../resource.ts';
import { original } from '../../seed/people.ts';
import { allNumbers, hasPhone, ordinary, type PhoneNumber } from '../../seed/phone.ts';

const holderAt = (account: Account, nth: number): string | undefined => {
  const user = nth < account.users ? original(account, nth) : undefined;
  return user && hasPhone(account, user) ? user.id : undefined;
};
export const numbersIn = thingsOf<PhoneNumber>({
  name: 'number',
  initial: (account) =>
    Object.fromEntries(
      allNumbers(account).map((each) => [each.nth, { ...ordinary, ...each, holder: holderAt(account, each.nth) }]),
    ),
});
export const numbersOf = (account: Account, user: string): readonly PhoneNumber[] =>
  having(numbersIn(account).all(), 'holder', user);
