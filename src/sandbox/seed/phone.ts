/** What Zoom Phone has at the beginning: who has a phone, and a number for each of them and for each queue, and some to spare. */
import { type Known, opaqueId } from '../seeded.ts';
import type { World } from '../world.ts';
import type { User } from './people.ts';

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
export const allNumbers = (world: World): readonly PhoneNumber[] =>
  Array.from({ length: world.users + QUEUES.length + SPARE }, (_, nth) => numberAt(world, nth));

/** The users of the beginning have a phone, but one in five. */
export const hasPhone = ({ users }: World, { index }: User): boolean =>
  index !== undefined && index < users && index % 5 !== 4;
/** What all numbers have in common. */
export const ordinary = {
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
