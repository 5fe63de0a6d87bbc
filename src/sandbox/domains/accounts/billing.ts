/** What accounts pay for. A free account has no plan; what is cancelled serves on, since no term ends while the sandbox runs. */
import * as api from '../../../zoom/api/accounts/billing.ts';
import { type Call, type Domain, row } from '../../call.ts';
import { merged } from '../../collection.ts';
import { invalid, refuse } from '../../refusal.ts';
import { beginning, subscribed, used } from '../../seed/plans.ts';
import { type Known, only, pickInt } from '../../seeded.ts';
import { single } from '../../single.ts';
import { accounts, type Held, heldAt, isPaid } from './accounts.ts';

/** A plan of the account, as in Zoom's answer. */
interface Plan extends Known {
  type?: string;
  hosts?: number;
  status?: string;
}
/** Under which key the plans of a type stand; the first that fits. */
const SLOTS: readonly (readonly [RegExp, keyof typeof api.OrderedPlans.shape])[] = [
  [/^zroom/, 'plan_zoom_rooms'],
  [/^roomconnector/, 'plan_room_connector'],
  [/^large/, 'plan_large_meeting'],
  [/^webinar/, 'plan_webinar'],
  [/^cmr/, 'plan_recording'],
  [/^(tollfree|premium|callout)/, 'plan_audio'],
  [/^(phone|zp)/, 'plan_phone'],
];
const slotOf = (type = '') => {
  const slot = SLOTS.find(([pattern]) => pattern.test(type))?.[1];
  if (!slot) throw invalid({ field: 'type', message: `Invalid field: ${type}.` });
  return slot;
};
const LISTS = new Set<string>(['plan_large_meeting', 'plan_webinar', 'plan_calling', 'plan_number']);
const isObject = (value: unknown): value is Known =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Each plan of an account that has a type, at whatever depth. */
const plansIn = (plans: unknown): Plan[] => {
  if (Array.isArray(plans)) return plans.flatMap(plansIn);
  if (!isObject(plans)) return [];
  return [...('type' in plans ? [plans as Plan] : []), ...Object.values(plans).flatMap(plansIn)];
};
/** The additional plans of a type; throws Zoom's refusal where there is none. */
const addonsOf = (plans: Known, type: string): Plan[] => {
  const slot = slotOf(type);
  const there = plansIn(plans[slot]);
  const same = there.filter((plan) => plan.type === type);
  // An additional plan of which there is but one changes its period or size by its type.
  const found = same.length === 0 && !LISTS.has(slot) ? there.slice(0, 1) : same;
  if (found.length === 0) throw refuse.plan(type);
  return found;
};

const contact = single(api.getAccountBilling, { of: heldAt, initial: { email: 'billing@example.com', country: 'US' } });
/** The plans of those accounts that have some, by the accounts' keys. */
const plans = (): Map<string, Known> => new Map();
const plansOf = ({ account }: Call, held: Held): Known | undefined => {
  const known = account.of(plans).get(held.key);
  if (known || !isPaid(held.known)) return known;
  const begun = subscribed(beginning(held.world, held.known.seats), held.world.start);
  account.of(plans).set(held.key, begun);
  return begun;
};
/** The account and its plans. Throws Zoom's refusals of an unknown account and of a free one. */
const paying = (call: Call): { held: Held; has: Known } => {
  const held = heldAt(call);
  const has = plansOf(call, held);
  if (!has) throw refuse.freeAccount();
  return { held, has };
};
/** What a plan of a type adds under its key. */
const addedAt = (
  slot: string,
  { type, hosts, plan_details }: { type?: string; hosts?: number; plan_details?: object },
) => {
  if (slot === 'plan_phone') return plan_details ?? { plan_calling: [{ type, hosts }] };
  if (slot === 'plan_recording') return type;
  return LISTS.has(slot) ? [{ type, hosts }] : { type, hosts };
};
/** What Zoom says was ordered: nothing of the plans that were not. */
const order = ({ key }: Held, ordered: Known) => row(`${key}/order`, only(api.OrderedPlans, ordered));

export const billing: Domain = (on) => {
  contact.domain(on);
  on(api.getAccountPlans, (call) => {
    const held = heldAt(call);
    return row(`${held.key}/plans`, only(api.AccountPlans, plansOf(call, held) ?? {}));
  });
  on(api.getPlanUsage, (call) => {
    const { held, has } = paying(call);
    const counted = (slot: string) =>
      plansIn(has[slot]).map(({ type, hosts = 0 }) => {
        const usage =
          slot === 'plan_base' ? Math.min(hosts, held.world.users) : pickInt(`${held.key}${type}`, hosts + 1);
        return { type, hosts, usage };
      });
    const slots = ['plan_base', 'plan_zoom_rooms', 'plan_large_meeting', 'plan_webinar'];
    return row(`${held.key}/usage`, {
      ...Object.fromEntries(slots.map((slot) => [slot, counted(slot)])),
      ...used,
      plan_recording: { type: has.plan_recording, ...used.plan_recording },
    });
  });
  on(api.subscribePlans, (call) => {
    const { account, body, now } = call;
    const { contact: given, ...ordered } = body;
    const held = heldAt(call);
    if (plansOf(call, held)) throw refuse.subscribed();
    const { type = '', hosts = 1 } = ordered.plan_base ?? {};
    if (type === '') throw invalid({ field: 'plan_base', message: 'Invalid field.' });
    account.of(plans).set(held.key, subscribed(ordered, now));
    contact.change(account, held, given ?? {});
    const account_type = type.startsWith('bus') ? 'Business' : 'Pro';
    accounts.in(account).change(held.known.id, { account_type, seats: hosts });
    return order(held, ordered);
  });
  on(api.addPlanAddon, (call) => {
    const { account, body, now } = call;
    const { held, has } = paying(call);
    const slot = body.plan_details ? 'plan_phone' : slotOf(body.type);
    const added: Known = { [slot]: addedAt(slot, body) };
    const begun = subscribed(added, now);
    const before = has[slot];
    const after = Array.isArray(before) ? { [slot]: [...before, ...plansIn(begun[slot])] } : begun;
    account.of(plans).set(held.key, merged(has, after));
    return order(held, added);
  });
  on(api.updatePlanAddon, (call) => {
    const { type, hosts } = call.body;
    for (const plan of addonsOf(paying(call).has, type)) Object.assign(plan, { type, hosts });
  });
  on(api.cancelPlanAddon, (call) => {
    const { has } = paying(call);
    const { type } = call.body;
    if (!type) throw invalid({ field: 'type', message: 'Plan type is required.' });
    if (slotOf(type) === 'plan_recording') has.plan_recording_status = 'Cancelled';
    else for (const plan of addonsOf(has, type)) plan.status = 'cancel';
  });
  on(api.updateBasePlan, (call) => {
    const { held, has } = paying(call);
    has.plan_base = { ...(has.plan_base as Plan), ...call.body };
    accounts.in(call.account).change(held.known.id, { seats: call.body.hosts });
  });
  on(api.cancelBasePlan, (call) => {
    const { has } = paying(call);
    const { plan_base, ...others } = has;
    if (plansIn(others).some(({ status }) => status === 'active') || others.plan_recording_status === 'Active')
      throw refuse.addonsFirst();
    has.plan_base = { ...(plan_base as Plan), status: 'cancel' };
  });
};
