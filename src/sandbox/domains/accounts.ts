/** The account itself, and its sub accounts: each has a world and people of its own. */
import * as api from '../../zoom/api/accounts/accounts.ts';
import type { Domain } from '../call.ts';
import { merged } from '../collection.ts';
import { invalid, refuse } from '../refusal.ts';
import { instant, type Known, opaqueId, pick } from '../seeded.ts';
import type { World } from '../world.ts';
import { ADMIN_ROLE, OWNER_ROLE, type People } from './people.ts';

const TYPES = { free: 'Free', pro: 'Pro', business: 'Business' } as const;

/** The account's id from a path, where "me" stands for it. Throws Zoom's 404/2001. */
export const ownAccount = (world: World, ref = ''): string => {
  if (ref !== 'me' && ref !== world.accountId) throw refuse.account(ref);
  return world.accountId;
};

/** The worlds of the sub accounts: small accounts of their own, which share the limits of the master account. */
export const subAccountsOf = (world: World, count: number): World[] =>
  Array.from({ length: count }, (_, nth) => subAccountOf(world, nth, opaqueId(`${world.seed}/account/${nth + 1}`), 12));
const subAccountOf = (world: World, nth: number, accountId: string, users: number): World => ({
  ...world,
  users: Math.min(world.users, users),
  seed: world.seed + 1000 + nth,
  accountId,
});

/** An account as the sandbox holds it. */
export interface Held {
  readonly world: World;
  readonly people: People;
  /** The key under which what is not known of it is made up. */
  readonly key: string;
  readonly known: Known;
  /** Whether anything is paid for; only a free account can be parted from its master account. */
  readonly paid: () => boolean;
}
export interface Accounts {
  /** An account by its id, or the own one as "me". Throws Zoom's 404/2001. */
  find(ref: string | undefined): Held;
  /** A sub account. Throws Zoom's 404/2001, also for the own account. */
  sub(ref: string | undefined): Held;
  change(ref: string | undefined, patch: Known): void;
  readonly domain: Domain;
}

/** The own account and its sub accounts. Every other one of those is free. */
export const accountsOf = (
  world: World,
  people: People,
  subs: readonly World[],
  peopleIn: (world: World) => People,
): Accounts => {
  const held = (of: World, their: People, key: string, known: Known): Held => {
    const { id, email } = their.find('me');
    const account: Held = {
      world: of,
      people: their,
      key,
      paid: () => account.known.account_type !== 'Free',
      known: {
        id: of.accountId,
        account_type: TYPES[of.plan],
        seats: of.users,
        owner_id: id,
        owner_email: email,
        ...known,
      },
    };
    return account;
  };
  const own = world.accountId;
  const all = new Map([[own, held(world, people, 'account', { account_name: 'Example Inc.' })]]);
  const addSub = (sub: World, known: Known) => {
    const account = held(sub, peopleIn(sub), `account/${sub.accountId}`, known);
    all.set(sub.accountId, account);
    return account;
  };
  subs.forEach((sub, nth) => {
    const free = nth % 2 === 1 && { account_type: 'Free', seats: 1 };
    addSub(sub, { account_name: `Example Branch ${nth + 1}`, ...free });
  });
  let made = 0;

  const find = (ref = ''): Held => {
    const account = all.get(ref === 'me' ? own : ref);
    if (!account) throw refuse.account(ref);
    return account;
  };
  const findSub = (ref = ''): Held => {
    if (ref === 'me' || ref === own) throw refuse.account(ref);
    return find(ref);
  };
  const change = (ref: string | undefined, patch: Known) => {
    const account = find(ref);
    Object.assign(account.known, merged(account.known, patch));
  };

  const domain: Domain = (on) => {
    on(api.getAccount, ({ path }) => find(path.accountId));
    on(api.listSubAccounts, () => ({ rows: [...all.values()].slice(1) }));
    on(api.createSubAccount, ({ body, now }) => {
      const { email, password, account_name, first_name, last_name, options } = body;
      if (new Set(password).size < 3) throw refuse.password();
      if ([...all.values()].some((account) => account.people.byEmail(email))) throw refuse.emailUsed(email);
      const nth = subs.length + made++;
      const sub = subAccountOf(world, nth, opaqueId(`${world.seed}/account/new/${nth}`), 1);
      const account = addSub(sub, {
        account_name: account_name ?? `${first_name} ${last_name}`,
        account_type: 'Free',
        owner_email: email,
        created_at: instant(now),
        options: { pay_mode: 'master', share_rc: false, share_mc: false, ...options },
      });
      const owner = { email, first_name, last_name, display_name: `${first_name} ${last_name}` };
      account.people.add({ ...account.people.find('me'), ...owner });
      return account;
    });
    on(api.disassociateSubAccount, ({ path }) => {
      const account = findSub(path.accountId);
      if (account.paid()) throw refuse.paidAccount();
      all.delete(account.world.accountId);
      return undefined;
    });
    on(api.updateAccountOptions, ({ path, body }) => {
      const account = findSub(path.accountId);
      const payer = (account.known.options as Known | undefined)?.pay_mode ?? 'master';
      if (body.pay_mode !== undefined && body.pay_mode !== payer && account.paid()) throw refuse.payer();
      change(path.accountId, { options: { pay_mode: payer, ...body } });
      return undefined;
    });
    on(api.updateAccountOwner, ({ path, body }) => {
      const { people: their, known } = find(path.accountId);
      if (!body.email.includes('@')) throw invalid({ field: 'email', message: 'Invalid field.' });
      const next = their.byEmail(body.email);
      if (next?.role_id !== ADMIN_ROLE) throw refuse.newOwner(body.email);
      their.change(String(known.owner_id), { role_id: ADMIN_ROLE });
      their.change(next.id, { role_id: OWNER_ROLE });
      change(path.accountId, { owner_id: next.id, owner_email: next.email });
      return undefined;
    });
    on(api.listManagedDomains, ({ path }) => ({ rows: managedIn(find(path.accountId)) }));
    on(api.getTrustedDomains, ({ path }) => {
      const { key } = find(path.accountId);
      return { key: `${key}/trusted`, known: { trusted_domains: ['example.org', 'example.net'] } };
    });
  };
  return { find, sub: findSub, change, domain };
};

const managedIn = ({ key, world }: Held) =>
  ['example.com', `${pick(key, ['north', 'harbor', 'cedar'])}${world.seed}.example.com`].map((domain, nth) => ({
    key: `${key}/domain/${domain}`,
    known: { domain, status: nth === 0 ? 'verified' : 'pending' },
  }));
