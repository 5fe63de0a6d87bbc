/** Who has Zoom Phone, and by which plans. */
import * as plansApi from '../../../zoom/api/phone/calling-plans.ts';
import * as api from '../../../zoom/api/phone/users.ts';
import { type Account, invalid, operations, refuse, row } from '../../call.ts';
import { members, type Resource, resource } from '../../resource.ts';
import type { User } from '../../seed/people.ts';
import { extensionIdOf, hasPhone, numberAt, PLANS, planOf, unbilled } from '../../seed/phone.ts';
import { given, type Known } from '../../seeded.ts';
import { peopleIn, withStatus } from '../users/people.ts';
import { numbersOf } from './holders.ts';
import { siteOf, sites } from './sites.ts';

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
    const site_id = siteOf(account, index).id;
    // A few have no plan.
    const plans = index % 20 === 18 ? [] : [index % 3 === 0 ? 100 : 200];
    return { extension_number: 100_000 + index, site_id, plans };
  },
  find: (ref, all, account) => all.get(peopleIn(account).find(ref).id),
  listed: (_, { account }) => phoneUsersIn(account).map(({ id }) => id),
  where: {
    calling_type: ({ calling_plans }, type) =>
      (calling_plans as typeof PLANS).some((plan) => String(plan.type) === type),
  },
  refuse: { missing: refuse.phoneUser },
  unread: ['template_id'],
  written: ({ extension_number: extension, emergency_address_id: id, ...rest }) => {
    if (extension !== undefined && !/^\d+$/.test(String(extension))) throw invalid('extension_number');
    return given({ ...rest, extension_number: extension && Number(extension), emergency_address: id && { id } });
  },
  check: ({ site_id }, { account, body }) => (body as Known).site_id && void sites.in(account).find(site_id),
  shown: ({ id, site_id, plans }, account) => {
    const user = peopleIn(account).find(id);
    return {
      email: user.email,
      name: user.display_name,
      status: 'activate',
      activation_status: 'activated',
      extension_id: extensionId(account, user),
      site: siteOf(account, site_id),
      site_id: siteOf(account, site_id).id,
      calling_plans: plans.map((type) => ({ ...planOf(type), ...unbilled })),
      phone_numbers: numbersOf(account, id).map(({ id, number }) => ({ id, number })),
      department: user.dept ?? '',
    };
  },
});
export const phoneOf = (account: Account, { id }: User): PhoneUser => phoneUsers.in(account).find(id);
export const extensionId = (account: Account, { id }: User): string => extensionIdOf(account, id);
/** Who is called by an extension, as numbers and devices show it. */
export const callee = (account: Account, id: unknown): Known | undefined => {
  const user = id === undefined ? undefined : peopleIn(account).get(String(id));
  return user && { id: user.id, name: user.display_name, extension_number: phoneOf(account, user).extension_number };
};

export const userPlans = members(plansApi.assignCallingPlans, phoneUsers.at, {
  find: ({ type, id }) => {
    const plan = planOf(type ?? id);
    if (!plan && id === undefined) throw invalid('calling_plans.type');
    return plan;
  },
  has: ({ type }, { plans }) => plans.includes(type),
  add: ({ type }, { id, plans }, account) =>
    phoneUsers.in(account).change(id, { plans: [...new Set([...plans, type])] }),
  remove: ({ type }, { id, plans }, account) =>
    phoneUsers.in(account).change(id, { plans: plans.filter((each) => each !== type) }),
  missing: refuse.callingPlan,
});
/** The number by which the company is called, once it was changed. */
export const companyNumber = (): { number?: string } => ({});
export const phoneUsersBeside = operations((on) => {
  on(api.getPhoneUserSettings, (call) => {
    const { id, extension_number } = phoneUsers.at(call);
    const { number = numberAt(call.account, call.account.users).number } = call.account.of(companyNumber);
    const company_number = number;
    return row(`phone user/${id}/settings`, { status: 'Active', extension_number, company_number });
  });
  on(plansApi.listCallingPlans, ({ account }) => {
    const subscribed = Math.max(10, account.users);
    const all = phoneUsersIn(account).map((user) => phoneOf(account, user));
    return PLANS.map(({ type, name }) => {
      const assigned = all.filter(({ plans }) => plans.includes(type)).length;
      return row(`plan/${type}`, { type, name, subscribed, assigned, available: subscribed - assigned, ...unbilled });
    });
  });
});
