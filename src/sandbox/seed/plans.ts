/** What paid accounts have bought at the beginning, and for how long what is bought lasts. */
import type { OrderedPlans } from '../../zoom/api/accounts/billing.ts';
import { DAY } from '../clock.ts';
import { dayOf, isKnown, type Known } from '../seeded.ts';
import type { World } from '../world.ts';

const TERM = 30 * DAY;

/** A plan of the account, as in Zoom's answer. */
export interface Plan extends Known {
  type?: string;
  hosts?: number;
  status?: string;
}
/** Plans with each that has a type, at whatever depth, replaced. */
export const mapPlans = <T>(plans: T, change: (plan: Plan) => Plan): T => {
  const map = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(map);
    if (!isKnown(value)) return value;
    const within = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, map(each)]));
    return 'type' in value ? change(within) : within;
  };
  return map(plans) as T;
};
/** Each plan of an account. */
export const plansIn = (plans: unknown): readonly Plan[] => {
  const found: Plan[] = [];
  mapPlans(plans, (plan) => {
    found.push(plan);
    return plan;
  });
  return found;
};
/** Under which key the plans of a type stand; the first that fits. */
const SLOTS: readonly (readonly [RegExp, keyof typeof OrderedPlans.shape])[] = [
  [/^zroom/, 'plan_zoom_rooms'],
  [/^roomconnector/, 'plan_room_connector'],
  [/^large/, 'plan_large_meeting'],
  [/^webinar/, 'plan_webinar'],
  [/^cmr/, 'plan_recording'],
  [/^(tollfree|premium|callout)/, 'plan_audio'],
  [/^(phone|zp)/, 'plan_phone'],
];
export const slotOf = (type = '') => SLOTS.find(([pattern]) => pattern.test(type))?.[1];
/** Where several plans may stand. */
export const LISTS = new Set<string>(['plan_large_meeting', 'plan_webinar', 'plan_calling', 'plan_number']);
/** What a plan of a type adds under its key. */
export const addedAt = (slot: string, { type, hosts, plan_details }: Plan): unknown => {
  if (slot === 'plan_phone') return plan_details ?? { plan_calling: [{ type, hosts }] };
  if (slot === 'plan_recording') return type;
  return LISTS.has(slot) ? [{ type, hosts }] : { type, hosts };
};
/** Everything that was ordered, with the term that begins now. */
export const subscribed = (ordered: Known, now: number): Known => {
  const term = { service_effective_date: dayOf(now), next_invoice_date: dayOf(now + TERM) };
  const { plan_recording: recording, ...others } = ordered;
  const begun = mapPlans(others, (plan) => ({ ...plan, ...term, status: 'active' }));
  if (recording === undefined) return begun;
  const terms = Object.entries({ status: 'Active', ...term }).map(([name, value]) => [`plan_recording_${name}`, value]);
  return { ...begun, plan_recording: recording, ...Object.fromEntries(terms) };
};

/** What a paid account has from the beginning. */
export const beginning = ({ plan }: World, seats: unknown): Known => ({
  plan_base: { type: plan === 'business' ? 'business_yearly' : 'yearly', hosts: Number(seats) },
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

/** What is used of the plans that are not counted by their hosts. */
export const used = {
  plan_united: { type: 'pro_zpp_monthly', name: 'Meetings and Phone', hosts: 4, usage: 3 },
  plan_recording: {
    free_storage: '10 GB',
    free_storage_usage: '10 GB',
    plan_storage: '40 GB',
    plan_storage_usage: '12 GB',
    plan_storage_exceed: '0',
  },
};
