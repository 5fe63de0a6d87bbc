/** What accounts pay for. A free account has no plan; what is cancelled serves on, since no term ends while the sandbox runs. */
import * as api from '../../zoom/api/accounts/billing.ts';
import type { Domain } from '../call.ts';
import { DAY } from '../clock.ts';
import { merged } from '../collection.ts';
import { invalid, refuse } from '../refusal.ts';
import { dayOf, type Known, pickInt } from '../seeded.ts';
import type { Accounts, Held } from './accounts.ts';

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
const TERM = 30 * DAY;
const isObject = (value: unknown): value is Known =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const NONE: Known = Object.fromEntries(Object.keys(api.AccountPlans.shape).map((key) => [key, undefined]));

/** Everything that was ordered, with the term that begins now. */
const subscribed = (ordered: Known, now: number): Known => {
  const term = { service_effective_date: dayOf(now), next_invoice_date: dayOf(now + TERM) };
  const begun = (plan: unknown): unknown => {
    if (Array.isArray(plan)) return plan.map(begun);
    if (!isObject(plan)) return plan;
    const within = Object.fromEntries(Object.entries(plan).map(([key, value]) => [key, begun(value)]));
    return 'type' in plan ? { ...within, ...term, status: 'active' } : within;
  };
  return Object.fromEntries(
    Object.entries(ordered).flatMap(([key, plan]) =>
      key === 'plan_recording'
        ? [
            [key, plan],
            [`${key}_status`, 'Active'],
            ...Object.entries(term).map(([name, value]) => [`${key}_${name}`, value]),
          ]
        : [[key, begun(plan)]],
    ),
  );
};

/** What a paid account has from the beginning. */
const beginning = ({ world, known }: Held): Known => ({
  plan_base: { type: world.plan === 'business' ? 'business_yearly' : 'yearly', hosts: Number(known.seats) },
  plan_zoom_rooms: { type: 'zroom_yearly', hosts: 5 },
  plan_room_connector: { type: 'roomconnector_yearly', hosts: 2 },
  plan_large_meeting: [{ type: 'large500_yearly', hosts: 3 }],
  plan_webinar: [{ type: 'webinar500_yearly', hosts: 4 }],
  plan_recording: 'cmr_monthly_commitment_40',
  plan_audio: {
    type: 'tollfree_payongo',
    callout_countries: 'US,DE',
    tollfree_countries: 'US',
    premium_countries: 'DE',
    ddi_numbers: 2,
  },
  plan_phone: {
    plan_base: { type: 'phone_base', callout_countries: 'US,DE' },
    plan_calling: [{ type: 'phone_us_unlimited_yearly', hosts: 10 }],
    plan_number: [{ type: 'phone_number_us', hosts: 10 }],
  },
});

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

export const billing = (accounts: Accounts): Domain => {
  const plans = new Map<string, Known>();
  const contacts = new Map<string, Known>();
  const contactOf = ({ key }: Held): Known => contacts.get(key) ?? { email: 'billing@example.com', country: 'US' };
  const plansOf = (account: Held): Known | undefined => {
    const known = plans.get(account.key);
    if (known || !account.paid()) return known;
    const begun = subscribed(beginning(account), account.world.start);
    plans.set(account.key, begun);
    return begun;
  };
  /** The account and its plans. Throws Zoom's refusals of an unknown account and of a free one. */
  const paying = (ref: string | undefined) => {
    const account = accounts.find(ref);
    const has = plansOf(account);
    if (!has) throw refuse.freeAccount();
    return { account, has };
  };

  return (on) => {
    on(api.getAccountBilling, ({ path }) => {
      const account = accounts.find(path.accountId);
      return { key: `${account.key}/billing`, known: contactOf(account) };
    });
    on(api.updateAccountBilling, ({ path, body }) => {
      const account = accounts.find(path.accountId);
      contacts.set(account.key, merged(contactOf(account), body));
      return undefined;
    });
    on(api.getAccountPlans, ({ path }) => {
      const account = accounts.find(path.accountId);
      return { key: `${account.key}/plans`, known: { ...NONE, ...plansOf(account) } };
    });
    on(api.getPlanUsage, ({ path }) => {
      const { account, has } = paying(path.accountId);
      const used = (slot: string) =>
        plansIn(has[slot]).map(({ type, hosts = 0 }) => ({
          type,
          hosts,
          usage:
            slot === 'plan_base' ? Math.min(hosts, account.world.users) : pickInt(`${account.key}${type}`, hosts + 1),
        }));
      const known = {
        plan_base: used('plan_base'),
        plan_zoom_rooms: used('plan_zoom_rooms'),
        plan_large_meeting: used('plan_large_meeting'),
        plan_webinar: used('plan_webinar'),
        plan_united: { type: 'pro_zpp_monthly', name: 'Meetings and Phone', hosts: 4, usage: 3 },
        plan_recording: {
          type: has.plan_recording,
          free_storage: '10 GB',
          free_storage_usage: '10 GB',
          plan_storage: '40 GB',
          plan_storage_usage: '12 GB',
          plan_storage_exceed: '0',
        },
      };
      return { key: `${account.key}/usage`, known };
    });
    on(api.subscribePlans, ({ path, body: { contact, ...ordered }, now }) => {
      const account = accounts.find(path.accountId);
      if (plansOf(account)) throw refuse.subscribed();
      const { type = '', hosts } = ordered.plan_base ?? {};
      if (type === '') throw invalid({ field: 'plan_base', message: 'Invalid field.' });
      plans.set(account.key, subscribed(ordered, now));
      if (contact) contacts.set(account.key, merged(contactOf(account), contact));
      accounts.change(path.accountId, { account_type: /^bus/.test(type) ? 'Business' : 'Pro', seats: hosts ?? 1 });
      return { key: `${account.key}/order`, known: orderOf(ordered) };
    });
    on(api.addPlanAddon, ({ path, body: { type, hosts, plan_details }, now }) => {
      const { account, has } = paying(path.accountId);
      const slot = plan_details ? 'plan_phone' : slotOf(type);
      const one = { type, hosts };
      const added: Known = {
        [slot]:
          slot === 'plan_phone'
            ? (plan_details ?? { plan_calling: [one] })
            : slot === 'plan_recording'
              ? type
              : LISTS.has(slot)
                ? [one]
                : one,
      };
      const begun = subscribed(added, now);
      const before = has[slot];
      const after = Array.isArray(before) ? { [slot]: [...before, ...plansIn(begun[slot])] } : begun;
      plans.set(account.key, merged(has, after));
      return { key: `${account.key}/order`, known: orderOf(added) };
    });
    on(api.updatePlanAddon, ({ path, body: { type, hosts } }) => {
      const { has } = paying(path.accountId);
      for (const plan of addonsOf(has, type)) Object.assign(plan, { type, hosts });
      return undefined;
    });
    on(api.cancelPlanAddon, ({ path, body: { type } }) => {
      const { has } = paying(path.accountId);
      if (!type) throw invalid({ field: 'type', message: 'Plan type is required.' });
      if (slotOf(type) === 'plan_recording') has.plan_recording_status = 'Cancelled';
      else for (const plan of addonsOf(has, type)) plan.status = 'cancel';
      return undefined;
    });
    on(api.updateBasePlan, ({ path, body: { type, hosts } }) => {
      const { has } = paying(path.accountId);
      has.plan_base = { ...(has.plan_base as Plan), type, hosts };
      accounts.change(path.accountId, { seats: hosts });
      return undefined;
    });
    on(api.cancelBasePlan, ({ path }) => {
      const { has } = paying(path.accountId);
      const { plan_base, ...others } = has;
      if (plansIn(others).some(({ status }) => status === 'active') || others.plan_recording_status === 'Active')
        throw refuse.addonsFirst();
      has.plan_base = { ...(plan_base as Plan), status: 'cancel' };
      return undefined;
    });
  };
};

/** What Zoom says was ordered: nothing of the plans that were not. */
const orderOf = (ordered: Known): Known => ({
  ...Object.fromEntries(Object.keys(api.OrderedPlans.shape).map((key) => [key, undefined])),
  ...ordered,
});
