/** The account itself, and its sub accounts: each has a world and people of its own. */
import * as api from '../../../zoom/api/accounts/accounts.ts';
import { switchUserAccount } from '../../../zoom/api/users/users.ts';
import { type Account, accountBelow, type Call, failing, invalid, type Row, refuse, row } from '../../call.ts';
import { type Resource, resource, type Thing } from '../../resource.ts';
import { accountAt, SUB_USERS } from '../../seed/accounts.ts';
import { ADMIN_ROLE, MEMBER_ROLE, OWNER_ROLE } from '../../seed/people.ts';
import { instant, type Known, pick } from '../../seeded.ts';
import { byEmail, peopleIn } from '../users/people.ts';

/** The account and its sub accounts, by their ids. */
const worlds = (account: Account): Map<string, Account> => {
  const subs = Array.from({ length: account.subAccounts }, (_, nth) => accountBelow(account, nth, SUB_USERS));
  return new Map([account, ...subs].map((each) => [each.accountId, each]));
};
/** An account with what is in it. */
export interface Held extends Row {
  readonly known: Thing;
  readonly world: Account;
}
export const isPaid = ({ account_type }: Known): boolean => account_type !== 'Free';
const notOwn = (thing: Thing, { account }: Call) => thing.id === account.accountId && refuse.account(thing.id);

export const accounts: Resource = resource(api.getAccount, {
  name: 'account',
  rowKey: ({ id }, { accountId }) => (id === accountId ? 'account' : `account/${id}`),
  initial: (account) =>
    Object.fromEntries([...account.of(worlds).values()].map((each, nth) => [each.accountId, accountAt(each, nth)])),
  find: (ref, all) => (ref === 'me' ? all.all()[0] : undefined),
  refuse: {
    missing: refuse.account,
    delete: (thing, call) => notOwn(thing, call) || (isPaid(thing) && refuse.paidAccount()),
  },
  listed: (all) => all().slice(1),
  on: (on) => {
    on(api.createSubAccount, ({ account, body, now }, { things }) => {
      const { email, password, account_name, first_name, last_name, options } = body;
      const all = account.of(worlds);
      if (new Set(password).size < 3) throw refuse.password();
      if ([...all.values()].some((each) => byEmail(peopleIn(each), email))) throw refuse.emailUsed(email);
      const nth = all.size - 1;
      const world = accountBelow(account, nth, 1);
      all.set(world.accountId, world);
      const known = {
        ...accountAt(world, nth),
        account_name: account_name ?? `${first_name} ${last_name}`,
        account_type: 'Free',
        owner_email: email,
        created_at: instant(now),
        options: { pay_mode: 'master', share_rc: false, share_mc: false, ...options },
      };
      const owner = { email, first_name, last_name, display_name: `${first_name} ${last_name}` };
      peopleIn(world).add({ ...peopleIn(world).find('me'), ...owner });
      return accounts.row(things.add(known), account);
    });
    on(api.updateAccountOptions, (call, { thing, things }) => {
      failing(notOwn(thing, call));
      const payer = (thing.options as Known | undefined)?.pay_mode ?? 'master';
      if ((call.body.pay_mode ?? payer) !== payer && isPaid(thing)) throw refuse.payer();
      things.change(thing.id, { options: { pay_mode: payer, ...call.body } });
    });
    on(api.updateAccountOwner, ({ account, body: { email } }, { thing, things }) => {
      if (!email.includes('@')) throw invalid('email');
      const people = peopleIn(worldOf(account, thing.id));
      const next = byEmail(people, email);
      if (next?.role_id !== ADMIN_ROLE) throw refuse.newOwner(email);
      people.change(String(thing.owner_id), { role_id: ADMIN_ROLE });
      people.change(next.id, { role_id: OWNER_ROLE });
      things.change(thing.id, { owner_id: next.id, owner_email: next.email });
    });
    on(switchUserAccount, ({ account, path, body }, { thing, things }) => {
      const target = worldOf(account, things.find(body.account_id).id);
      const people = peopleIn(worldOf(account, thing.id));
      const user = people.find(path.userId);
      failing(user.role_id === OWNER_ROLE && refuse.owner());
      people.remove(user.id);
      const left = { role_id: MEMBER_ROLE, group_ids: [], im_group_ids: [] };
      peopleIn(target).add({ ...user, ...left, index: undefined, account_id: target.accountId });
    });
    on(api.listManagedDomains, ({ account }, { thing: { id } }) => {
      const own = `${pick(id, ['north', 'harbor', 'cedar'])}${worldOf(account, id).seed}.example.com`;
      const domains = { 'example.com': 'verified', [own]: 'pending' };
      return Object.entries(domains).map(([domain, status]) => row(`${id}/${domain}`, { domain, status }));
    });
    on(api.getTrustedDomains, () => row('trusted', { trusted_domains: ['example.org', 'example.net'] }));
  },
});

const worldOf = (account: Account, id: string): Account => account.of(worlds).get(id) ?? account;
/** The account of a call's path, "me" among them. Throws Zoom's 404/2001. */
export const heldAt = (call: Call): Held => {
  const thing = accounts.at(call);
  return { ...accounts.row(thing, call.account), known: thing, world: worldOf(call.account, thing.id) };
};
/** A sub account that there is at present. Throws Zoom's 404/2001. */
export const subAccountOf = (account: Account, id: string): Account => {
  const { id: known } = accounts.in(account).find(id);
  if (id === 'me' || known === account.accountId) throw refuse.account(id);
  return worldOf(account, known);
};
/** Of what is for the own account alone. Throws Zoom's 404/2001. */
export const checkOwn = ({ account, path: { accountId = '' } }: Call): void => {
  if (accountId !== 'me' && accountId !== account.accountId) throw refuse.account(accountId);
};
