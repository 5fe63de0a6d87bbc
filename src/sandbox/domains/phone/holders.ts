/** Phone numbers, and what holds them beside users, as far as others need them without the rest. */
import { type Account, type Refusal, refuse } from '../../call.ts';
import { having, type Thing, thingsOf } from '../../resource.ts';
import { extensionsAt, type HolderType, numbersAt, type PhoneNumber } from '../../seed/phone.ts';
import { pickInt } from '../../seeded.ts';

export const numbersIn = thingsOf<PhoneNumber>({ name: 'number', initial: numbersAt });
export const numbersOf = (account: Account, holder: string): readonly PhoneNumber[] =>
  having(numbersIn(account).all(), 'holder', holder);
/** The numbers of what can be called, as it shows them. */
export const shownNumbers = (account: Account, holder: string) =>
  numbersOf(account, holder).map(({ id, number, source }) => ({ id, number, source }));
/** Takes a number from what holds it. */
export const freeNumber = (account: Account, { id }: PhoneNumber): void =>
  numbersIn(account).change(id, { holder: undefined, held: undefined });
/** Takes all numbers from what holds them. */
export const freeNumbers = (account: Account, holder: string): void => {
  for (const number of numbersOf(account, holder)) freeNumber(account, number);
};

/** What can be called, and is no user. */
const calledIn = (kind: Exclude<HolderType, 'user'>, named: string, missing?: (id: unknown) => Refusal) =>
  thingsOf({ name: kind, named, initial: (account) => extensionsAt(account, kind), refuse: { missing } });
export const queuesIn = calledIn('callQueue', 'name', refuse.callQueue);
export const receptionistsIn = calledIn('autoReceptionist', 'name');
export const areasIn = calledIn('commonArea', 'display_name');

/** The first extension of each kind of thing. */
const FIRST = { area: 700_000, receptionist: 800_000, queue: 900_000 };
/** What one dials to reach it: those of the beginning in their order. */
export const extensionOf = (kind: keyof typeof FIRST, { id, nth, extension_number }: Thing): number =>
  Number(extension_number ?? FIRST[kind] + (nth ?? 1000 + pickInt(id, 90_000)));
