/** What accounts pay for. A free account has no plan; what is cancelled serves on, since no term ends while the sandbox runs. */
import * as api from '../../../zoom/api/accounts/billing.ts';
import { type Call, invalid, operations, refuse, row } from '../../call.ts';
import { single } from '../../resource.ts';
import { addedAt, beginning, LISTS, mapPlans, type Plan, plansIn, slotOf, subscribed, used } from '../../seed/plans.ts';
import { type Known, only, pickInt } from '../../seeded.ts';
import { accounts, type Held, heldAt, isPaid } from './accounts.ts';

export const contact = single(api.getAccountBilling, {
  of: heldAt,
  initial: { email: 'billing@example.com', country: 'US' },
});
export const plans = single(api.getAccountPlans, {
  of: heldAt,
  initial: ({ known, world }: Held) => (isPaid(known) ? subscribed(beginning(world, known.seats), world.start) : {}),
  shown: (known) => only(api.AccountPlans, known),
});

const slotAt = (type?: string) => {
  const slot = slotOf(type);
  if (!slot) throw invalid('type');
  return slot;
};
/** The account and its plans. Throws Zoom's refusals of an unknown account and of a free one. */
const paying = (call: Call): { held: Held; has: Known } => {
  const held = heldAt(call);
  const has = plans.of(call.account, held);
  if (!has.plan_base) throw refuse.freeAccount();
  return { held, has };
};
/** Changes the additional plans of a type; throws Zoom's refusal where there is none. */
const changeAddons = (call: Call, type: string, change: Plan): undefined => {
  const { held, has } = paying(call);
  const slot = slotAt(type);
  const there = plansIn(has[slot]);
  // An additional plan of which there is but one changes its period or size by its type.
  const isAlone = !LISTS.has(slot) && there.every((plan) => plan.type !== type);
  const [meant = type] = isAlone ? there.map((plan) => plan.type) : [];
  if (!there.some((plan) => plan.type === meant)) throw refuse.plan(type);
  const changed = mapPlans(has[slot], (plan) => (plan.type === meant ? { ...plan, ...change } : plan));
  plans.change(call.account, held, { [slot]: changed });
};
const changePlans = (call: Call, patch: Known): undefined => {
  plans.change(call.account, paying(call).held, patch);
};
/** What Zoom says was ordered: nothing of the plans that were not. */
const order = ({ key }: Held, ordered: Known) => row(`${key}/order`, only(api.OrderedPlans, ordered));

export const billing = operations((on) => {
  on(api.getPlanUsage, (call) => {
    const { held, has } = paying(call);
    const usageOf = (slot: string, { type, hosts = 0 }: Plan) =>
      slot === 'plan_base' ? Math.min(hosts, held.world.users) : pickInt(`${held.key}${type}`, hosts + 1);
    const counted = ['plan_base', 'plan_zoom_rooms', 'plan_large_meeting', 'plan_webinar'].map((slot) => {
      const all = plansIn(has[slot]);
      return [slot, all.map((plan) => ({ type: plan.type, hosts: plan.hosts, usage: usageOf(slot, plan) }))];
    });
    const plan_recording = { type: has.plan_recording, ...used.plan_recording };
    return row(`${held.key}/usage`, { ...Object.fromEntries(counted), ...used, plan_recording });
  });
  on(api.subscribePlans, (call) => {
    const { account, body, now } = call;
    const { contact: given = {}, ...ordered } = body;
    const held = heldAt(call);
    if (plans.of(account, held).plan_base) throw refuse.subscribed();
    const { type, hosts = 1 } = ordered.plan_base ?? {};
    if (!type) throw invalid('plan_base');
    plans.change(account, held, subscribed(ordered, now));
    contact.change(account, held, given);
    const account_type = type.startsWith('bus') ? 'Business' : 'Pro';
    accounts.in(account).change(held.known.id, { account_type, seats: hosts });
    return order(held, ordered);
  });
  on(api.addPlanAddon, (call) => {
    const { account, body, now } = call;
    const { held, has } = paying(call);
    const slot = body.plan_details ? 'plan_phone' : slotAt(body.type);
    const added: Known = { [slot]: addedAt(slot, body) };
    const begun = subscribed(added, now);
    const before = has[slot];
    plans.change(account, held, Array.isArray(before) ? { [slot]: [...before, ...plansIn(begun[slot])] } : begun);
    return order(held, added);
  });
  on(api.updatePlanAddon, (call) => changeAddons(call, call.body.type, call.body));
  on(api.cancelPlanAddon, (call) => {
    const { type } = call.body;
    paying(call);
    if (!type) throw invalid({ field: 'type', message: 'Plan type is required.' });
    if (slotAt(type) !== 'plan_recording') changeAddons(call, type, { status: 'cancel' });
    else changePlans(call, { plan_recording_status: 'Cancelled' });
  });
  on(api.updateBasePlan, (call) => {
    changePlans(call, { plan_base: call.body });
    accounts.in(call.account).change(accounts.at(call).id, { seats: call.body.hosts });
  });
  on(api.cancelBasePlan, (call) => {
    const { plan_base: _, ...others } = paying(call).has;
    if (plansIn(others).some(({ status }) => status === 'active') || others.plan_recording_status === 'Active')
      throw refuse.addonsFirst();
    changePlans(call, { plan_base: { status: 'cancel' } });
  });
});
