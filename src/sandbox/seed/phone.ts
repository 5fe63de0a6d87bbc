/** What Zoom Phone has at the beginning: who has a phone, and a number for each of them and for each queue, and some to spare. */
import { type Known, opaqueId } from '../seeded.ts';
import type { Table } from '../things.ts';
import type { World } from '../world.ts';
import { original, type User } from './people.ts';

export const QUEUES = ['Billing', 'Front desk', 'IT help', 'Orders', 'Returns', 'Sales', 'Support', 'Travel'];
const SPARE = 12;

export interface PhoneNumber extends Known {
  readonly id: string;
  readonly number: string;
  readonly nth: number;
  /** The id of the user who has it. */
  readonly holder?: string;
}
export const numberAt = ({ seed }: World, nth: number): PhoneNumber => ({
  id: opaqueId(`${seed}/number/${nth}`),
  number: `+1415${5_550_000 + nth}`,
  nth,
});
/** Who holds a number: each user the one of their own, if they have a phone. */
const holderAt = (world: World, nth: number): string | undefined => {
  const user = nth < world.users ? original(world, nth) : undefined;
  return user && hasPhone(world, user) ? user.id : undefined;
};
export const numbersAt = (world: World): Table =>
  Object.fromEntries(
    Array.from({ length: world.users + QUEUES.length + SPARE }, (_, nth) => [
      nth,
      { ...ordinary, ...numberAt(world, nth), holder: holderAt(world, nth) },
    ]),
  );

/** The users of the beginning have a phone, but one in five. */
export const hasPhone = ({ users }: World, { index }: User): boolean =>
  index !== undefined && index < users && index % 5 !== 4;
/** What all numbers have in common. */
const ordinary = {
  number_type: 'toll',
  status: 'available',
  source: 'internal',
  capability: ['incoming', 'outgoing'],
  // Only with numbers of the account's own carrier.
  carrier: undefined,
  sip_group: undefined,
  emergency_address: undefined,
  emergency_address_status: undefined,
  emergency_address_update_time: undefined,
};

/** The calling plans. */
export const PLANS = [
  { type: 200, name: 'US/CA Unlimited Calling Plan' },
  { type: 100, name: 'US/CA Metered Calling Plan' },
];
export const planOf = (type: unknown) => PLANS.find((plan) => String(plan.type) === String(type));
/** Only accounts in India have billing accounts. */
export const unbilled = { billing_account_id: undefined, billing_account_name: undefined };
