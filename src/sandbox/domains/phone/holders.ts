/** Phone numbers, and which users hold them. */
import type { Account } from '../../call.ts';
import { having, thingsOf } from '../../resource.ts';
import { numbersAt, type PhoneNumber } from '../../seed/phone.ts';

export const numbersIn = thingsOf<PhoneNumber>({ name: 'number', initial: numbersAt });
export const numbersOf = (account: Account, user: string): readonly PhoneNumber[] =>
  having(numbersIn(account).all(), 'holder', user);
