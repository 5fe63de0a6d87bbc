/** The users of the beginning, derived from their index. */
import { DAY } from '../clock.ts';
import { DEPARTMENTS, FIRST_NAMES, instant, type Known, LAST_NAMES, opaqueId, pick, pickInt } from '../seeded.ts';
import type { Table } from '../things.ts';
import type { World } from '../world.ts';

/** What the sandbox itself needs to know of a user; the rest is made up by shape. */
export interface User extends Known {
  id: string;
  /** Which user of the beginning this is; of those created later undefined. */
  index?: number;
  email: string;
  first_name: string;
  last_name: string;
  display_name: string;
  type: number;
  status: 'active' | 'inactive' | 'pending';
  role_id: string;
  group_ids: string[];
  im_group_ids: string[];
  timezone: string;
}

export const OWNER_ROLE = '0';
export const ADMIN_ROLE = '1';
export const MEMBER_ROLE = '2';
/** The groups that there are at the beginning. */
export const GROUPS = ['Berlin', 'Boston', 'Contractors', 'Engineering', 'Executives', 'Osaka', 'Sales', 'Support'];
/** The directory groups of Team Chat that there are at the beginning. */
export const IM_GROUPS = ['All hands', 'Press', 'Works council'];
const OWN_ROLES = ['Helpdesk', 'Auditor', 'Recording manager'];
const READ = ['User:Read', 'User:Edit', 'Role:Read'];
const ALL = [...READ, 'Group:Read', 'Group:Edit', 'Recording:Read', 'PhoneUser:Read'];
const role = (name: string, privileges: readonly string[], id?: string): Known => ({
  ...{ id, name, privileges, type: 'common', description: `${name} of the account` },
});
/** The roles that every account has, and those of its own. */
export const ROLES: Table = {
  Owner: role('Owner', ALL, OWNER_ROLE),
  Admin: role('Admin', ALL, ADMIN_ROLE),
  Member: role('Member', [], MEMBER_ROLE),
  ...Object.fromEntries(OWN_ROLES.map((name) => [name, role(name, READ)])),
};
export const groupIds = ({ seed }: World): string[] => GROUPS.map((name) => opaqueId(`${seed}/group/${name}`));
const imGroupIds = ({ seed }: World): string[] => IM_GROUPS.map((name) => opaqueId(`${seed}/im group/${name}`));
const roleIds = ({ seed }: World): string[] => OWN_ROLES.map((name) => opaqueId(`${seed}/role/${name}`));
/** Users beside the active ones. */
const PENDING = 3;
const INACTIVE = 3;
/** One user in nine has not signed in for more than 90 days. */
const IDLE = 9;
/** One user in 40 is unlicensed and may not schedule (docs/zoom.md 5.1, code 3161). */
export const BASIC = 1;
const LICENSED = 2;
const TIMEZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'America/Los_Angeles'];

const letters = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();
const groupsOf = (world: World, index: number): string[] => {
  const all = groupIds(world);
  const own = [index % 5 === 0 ? undefined : all[index % all.length], index % 7 === 3 ? all[0] : undefined];
  return [...new Set(own.filter((group) => group !== undefined))];
};
const imGroupsOf = (world: World, index: number): string[] =>
  imGroupIds(world).filter((_, nth) => index % (nth + 2) === 0);
const roleOf = (world: World, index: number): string => {
  if (index === 0) return OWNER_ROLE;
  if (index % 25 === 1) return ADMIN_ROLE;
  return (index % 12 === 5 ? roleIds(world)[index % OWN_ROLES.length] : undefined) ?? MEMBER_ROLE;
};
const namesOf = ({ seed }: World, index: number) => {
  const first_name = pick(`${seed}/user/${index}/first`, FIRST_NAMES);
  const last_name = pick(`${seed}/user/${index}/last`, LAST_NAMES);
  const email = `${letters(first_name)}.${letters(last_name)}${index}@example.com`;
  return { first_name, last_name, email, display_name: `${first_name} ${last_name}` };
};
export const userAt = (world: World, index: number): User => {
  const { seed, users: active, start, accountId } = world;
  const at = (what: string) => `${seed}/user/${index}/${what}`;
  const idle = index % IDLE === 4;
  const joined = start - (idle ? 400 : 30) * DAY - pickInt(at('created'), 900) * DAY;
  const created = instant(joined);
  const ago = idle ? 91 + pickInt(at('idle'), 300) : pickInt(at('login'), 30);
  return {
    ...namesOf(world, index),
    id: opaqueId(at('id')),
    index,
    type: index % 40 === 7 ? BASIC : LICENSED,
    status: index < active ? 'active' : index < active + PENDING ? 'pending' : 'inactive',
    role_id: roleOf(world, index),
    group_ids: groupsOf(world, index),
    im_group_ids: imGroupsOf(world, index),
    division_ids: [],
    dept: pick(at('dept'), DEPARTMENTS),
    timezone: pick(at('zone'), TIMEZONES),
    pmi: 2_200_000_000 + index * 613 + pickInt(at('pmi'), 613),
    verified: 1,
    manager: index === 0 ? undefined : namesOf(world, 0).email,
    account_id: accountId,
    created_at: created,
    user_created_at: created,
    // Who has not accepted the invitation has never signed in.
    last_login_time: index >= active && index < active + PENDING ? undefined : instant(start - ago * DAY),
  };
};
/** How many users there are, of whatever status. */
export const peopleCount = ({ users }: World): number => users + PENDING + INACTIVE;
const originals = new WeakMap<World, Map<number, User>>();
/** An active user as at the beginning, whatever became of it; the numbers wrap around. Every time that a meeting was held asks for some. */
export const original = (world: World, nth: number): User => {
  const index = nth % world.users;
  const known = originals.get(world) ?? new Map<number, User>();
  const user = known.get(index) ?? userAt(world, index);
  originals.set(world, known.set(index, user));
  return user;
};
