/** Who has Zoom Phone, and by which plans. */
import * as plansApi from '../../../zoom/api/phone/calling-plans.ts';
import * as api from '../../../zoom/api/phone/users.ts';
import type { Account } from '../../account.ts';
import { type Call, type Domain, row } from '../../call.ts';
import { matching } from '../../filters.ts';
import { lazily } from '../../paging.ts';
import { invalid, refuse } from '../../refusal.ts';
import { type Resource, resource } from '../../resource.ts';
import type { User } from '../../seed/people.ts';
import { hasPhone, numberAt } from '../../seed/phone.ts';
import { type Known, opaqueId } from '../../seeded.ts';
import { peopleIn, withStatus } from '../users/people.ts';
import { numbersOf } from './holders.ts';
import { refOf, sites } from './sites.ts';

const PLANS = [
  { type: 200, name: 'US/CA Unlimited Calling Plan' },
  { type: 100, name: 'US/CA Metered Calling Plan' },
];
const unbilled = { billing_account_id: undefined, billing_account_name: undefined };

/** What Zoom Phone knows of a user beside who that is. */
export interface PhoneUser extends Known {
  id: string;
  extension_number: number;
  site_id: string;
  plans: readonly number[];
}
/** Those who are there, and can call. */
export const phoneUsersIn = (account: Account): readonly User[] =>
  withStatus(account, 'active').filter((user) => hasPhone(account, user));

export const phoneUsers: Resource<PhoneUser> = resource<PhoneUser>(api.getPhoneUser, {
  name: 'phone user',
  derive: (id, account) => {
    const user = peopleIn(account).get(id);
    if (!user || !hasPhone(account, user)) return undefined;
    const { index = 0 } = user;
    const places = sites.in(account).ids();
    return {
      extension_number: 100_000 + index,
      site_id: places[index % places.length],
      plans: [PLANS[index % 3 === 0 ? 1 : 0]?.type],
    };
  },
  find: (ref, all, account) => all.get(peopleIn(account).find(ref).id),
  refuse: { missing: refuse.phoneUser },
  unread: ['template_id'],
  written: ({ extension_number, emergency_address_id, ...rest }) => {
    if (extension_number !== undefined && !/^\d+$/.test(String(extension_number)))
      throw invalid({ field: 'extension_number', message: 'Invalid field.' });
    return {
      ...rest,
      ...(extension_number !== undefined && { extension_number: Number(extension_number) }),
      ...(emergency_address_id !== undefined && { emergency_address: { id: emergency_address_id } }),
    };
  },
  check: ({ site_id }, { account }) => {
    sites.in(account).find(String(site_id));
  },
  shown: ({ id, site_id, plans }, account) => {
    const user = peopleIn(account).find(id);
    return {
      email: user.email,
      name: user.display_name,
      status: 'activate',
      activation_status: 'activated',
      extension_id: extensionId(account, user),
      site: refOf(sites.in(account).find(site_id)),
      calling_plans: plans.map((type) => ({ type, name: PLANS.find((plan) => plan.type === type)?.name, ...unbilled })),
      phone_numbers: numbersOf(account, id).map(({ id, number }) => ({ id, number })),
      department: user.dept ?? '',
    };
  },
});
export const phoneOf = (account: Account, { id }: User): PhoneUser => phoneUsers.in(account).find(id);
export const extensionId = ({ seed }: Account, { id }: User): string => opaqueId(`${seed}/extension/${id}`);
/** Who is called by an extension, as numbers and devices show it. */
export const callee = (account: Account, id: unknown): Known | undefined => {
  const user = id === undefined ? undefined : peopleIn(account).get(String(id));
  return user && { id: user.id, name: user.display_name, extension_number: phoneOf(account, user).extension_number };
};

const changePlans = ({ account }: Call, { id }: PhoneUser, plans: readonly number[]) =>
  phoneUsers.in(account).change(id, { plans: [...new Set(plans)] });

export const phoneUsersDomain: Domain = (on) => {
  phoneUsers.domain(on);
  on(api.listPhoneUsers, (call) => {
    const { account } = call;
    const show = (user: User) => phoneUsers.row(phoneOf(account, user), account);
    const hasPlan = ({ calling_plans }: Known, type: string) =>
      (calling_plans as typeof PLANS).some((plan) => String(plan.type) === type);
    return lazily(matching(call, phoneUsersIn(account), show, { where: { calling_type: hasPlan } }), show);
  });
  on(api.getPhoneUserSettings, (call) => {
    const { id, extension_number } = phoneUsers.at(call);
    const known = {
      status: 'Active',
      extension_number,
      company_number: numberAt(call.account, call.account.users).number,
    };
    return row(`phone user/${id}/settings`, known);
  });
  on(plansApi.listCallingPlans, ({ account }) => {
    const subscribed = Math.max(10, account.users);
    const all = phoneUsersIn(account).map((user) => phoneOf(account, user));
    return PLANS.map(({ type, name }) => {
      const assigned = all.filter(({ plans }) => plans.includes(type)).length;
      return row(`plan/${type}`, { type, name, subscribed, assigned, available: subscribed - assigned, ...unbilled });
    });
  });
  on(plansApi.assignCallingPlans, (call) => {
    const phone = phoneUsers.at(call);
    const asked = call.body.calling_plans.map(({ type }) => type);
    const unknown = asked.find((type) => !PLANS.some((plan) => plan.type === type));
    if (unknown !== undefined) throw invalid({ field: 'calling_plans.type', message: `Invalid field: ${unknown}.` });
    changePlans(call, phone, [...phone.plans, ...asked.map(Number)]);
  });
  on(plansApi.unassignCallingPlan, (call) => {
    const phone = phoneUsers.at(call);
    const type = Number(call.path.planType);
    if (!phone.plans.includes(type)) throw refuse.callingPlan(call.path.planType);
    changePlans(
      call,
      phone,
      phone.plans.filter((each) => each !== type),
    );
  });
};
