/** What Zoom Phone has at the beginning: who has a phone, and a number for each of them and for each extension of another kind, and some to spare. */
import { type Known, opaqueId } from '../seeded.ts';
import type { Table } from '../things.ts';
import type { World } from '../world.ts';
import { original, type User } from './people.ts';

export const QUEUES = ['Billing', 'Front desk', 'IT help', 'Orders', 'Returns', 'Sales', 'Support', 'Travel'];
export const SITES = ['Berlin', 'Boston', 'London', 'Osaka', 'San Jose', 'Toronto'];
export const AREAS = ['Cafeteria', 'Lobby', 'Workshop', 'Library'];
const SPARE = 12;

/** What can hold numbers and is no user, as numbers call it, and the names of those of the beginning. */
const OTHERS = {
  callQueue: QUEUES,
  autoReceptionist: SITES.map((site) => `${site} reception`),
  commonArea: AREAS,
} as const;
export type HolderType = 'user' | keyof typeof OTHERS;
const idOf = ({ seed }: World, kind: string, name: string): string => opaqueId(`${seed}/${kind}/${name}`);
/** Those of a kind, with their ids, by their names; each belongs to one of the sites in turns. */
export const extensionsAt = (world: World, kind: keyof typeof OTHERS): Table =>
  Object.fromEntries(
    OTHERS[kind].map((name, nth) => [name, { id: idOf(world, kind, name), site: { id: siteIdAt(world, nth) } }]),
  );
/** The extension of what can be called, by the id of that. */
export const extensionIdOf = ({ seed }: World, id: string): string => opaqueId(`${seed}/extension/${id}`);
/** What answers calls and passes them on: how the history of calls names it. */
export interface Extension {
  readonly extension_id: string;
  readonly type: 'call_queue' | 'auto_receptionist';
  readonly name: string;
}
/** One of each kind. */
export const answeringAt = (world: World): readonly Extension[] =>
  (['callQueue', 'autoReceptionist'] as const).flatMap((kind) =>
    OTHERS[kind].slice(0, 1).map((name) => ({
      extension_id: extensionIdOf(world, idOf(world, kind, name)),
      type: kind === 'callQueue' ? ('call_queue' as const) : ('auto_receptionist' as const),
      name,
    })),
  );
export const siteIdAt = (world: World, nth: number): string => idOf(world, 'site', SITES[nth % SITES.length] ?? '');

export interface PhoneNumber extends Known {
  readonly id: string;
  readonly number: string;
  readonly nth: number;
  /** The id of what has it, and the kind of that. */
  readonly holder?: string;
  readonly held?: HolderType;
}
export const numberAt = ({ seed }: World, nth: number): PhoneNumber => ({
  id: opaqueId(`${seed}/number/${nth}`),
  number: `+1415${5_550_000 + nth}`,
  nth,
});
type Held = Pick<PhoneNumber, 'holder' | 'held'>;
/** Who holds the numbers, in their order: each user their own, if they have a phone, then the queues, nobody, and all the others. */
const holdersAt = (world: World): readonly Held[] => {
  const ofUsers = Array.from({ length: world.users }, (_, nth): Held => {
    const user = original(world, nth);
    return user && hasPhone(world, user) ? { holder: user.id, held: 'user' } : {};
  });
  const those = (held: keyof typeof OTHERS) =>
    OTHERS[held].map((name): Held => ({ holder: idOf(world, held, name), held }));
  const spare = Array.from({ length: SPARE }, (): Held => ({}));
  return [...ofUsers, ...those('callQueue'), ...spare, ...those('autoReceptionist'), ...those('commonArea')];
};
export const numbersAt = (world: World): Table =>
  Object.fromEntries(holdersAt(world).map((held, nth) => [nth, { ...ordinary, ...numberAt(world, nth), ...held }]));

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
