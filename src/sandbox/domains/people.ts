/** The users of the account: derived from their index, kept only where something changed them. */

import type { Row } from '../call.ts';
import { DAY } from '../clock.ts';
import { collection } from '../collection.ts';
import { refuse } from '../refusal.ts';
import { DEPARTMENTS, FIRST_NAMES, instant, type Known, LAST_NAMES, opaqueId, pick, pickInt } from '../seeded.ts';
import type { World } from '../world.ts';

/** What the sandbox itself needs to know of a user; the rest is made up by shape. */
export interface User extends Known {
  id: string;
  email: string;
  first_name: string;
  last_name: string;
  display_name: string;
  type: number;
  status: 'active' | 'inactive' | 'pending';
  role_id: string;
  group_ids: string[];
  timezone: string;
}

export interface People {
  /** Users with a status, in the order of the list. */
  withStatus(status: User['status']): readonly User[];
  /** The nth active user of the beginning; wraps around. */
  nth(index: number): User;
  /** The index of a user of the beginning. */
  indexOf(id: string): number | undefined;
  byId(id: string): User | undefined;
  byEmail(email: string): User | undefined;
  /** By id, email or "me", the owner. Throws Zoom's 404/1001. */
  find(ref: string): User;
  add(user: User): User;
  change(id: string, patch: Partial<User>): void;
  remove(id: string): void;
  row(user: User): Row;
}

export const OWNER_ROLE = '0';
export const ADMIN_ROLE = '1';
export const MEMBER_ROLE = '2';
/** Users beside the active ones. */
const PENDING = 3;
const INACTIVE = 3;
/** One user in 40 is unlicensed and may not schedule (docs/zoom.md 5.1, code 3161). */
export const BASIC = 1;
const LICENSED = 2;
const TIMEZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'America/Los_Angeles'];

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();

export const peopleOf = (world: World, groupIds: readonly string[], roleIds: readonly string[]): People => {
  const total = world.users + PENDING + INACTIVE;
  const at = (index: number, what: string) => `${world.seed}/user/${index}/${what}`;
  const namesOf = (index: number) => ({
    first_name: pick(at(index, 'first'), FIRST_NAMES),
    last_name: pick(at(index, 'last'), LAST_NAMES),
  });
  const emailOf = (index: number) => {
    const { first_name, last_name } = namesOf(index);
    return `${plain(first_name)}.${plain(last_name)}${index}@example.com`;
  };
  const ids = Array.from({ length: total }, (_, index) => opaqueId(at(index, 'id')));
  const indexes = new Map(ids.map((id, index) => [id, index]));
  const emails = new Map(ids.map((id, index) => [emailOf(index), id]));

  const derive = (id: string): User | undefined => {
    const index = indexes.get(id);
    if (index === undefined) return undefined;
    const names = namesOf(index);
    const created = world.start - (30 + pickInt(at(index, 'created'), 900)) * DAY;
    const groups = [
      index % 5 === 0 ? undefined : groupIds[index % groupIds.length],
      index % 7 === 3 ? groupIds[0] : undefined,
    ];
    return {
      id,
      email: emailOf(index),
      ...names,
      display_name: `${names.first_name} ${names.last_name}`,
      type: index % 40 === 7 ? BASIC : LICENSED,
      status: index < world.users ? 'active' : index < world.users + PENDING ? 'pending' : 'inactive',
      role_id:
        index === 0
          ? OWNER_ROLE
          : index % 25 === 1
            ? ADMIN_ROLE
            : ((index % 12 === 5 ? roleIds[index % roleIds.length] : undefined) ?? MEMBER_ROLE),
      group_ids: [...new Set(groups.filter((group) => group !== undefined))],
      im_group_ids: [],
      division_ids: [],
      dept: pick(at(index, 'dept'), DEPARTMENTS),
      timezone: pick(at(index, 'zone'), TIMEZONES),
      pmi: 2_200_000_000 + index * 613 + pickInt(at(index, 'pmi'), 613),
      verified: 1,
      manager: index === 0 ? undefined : emailOf(0),
      account_id: world.accountId,
      created_at: instant(created),
      user_created_at: instant(created),
    };
  };

  const users = collection(ids, derive);
  const byId = (id: string) => users.get(id) as User | undefined;
  let byStatus = new Map<User['status'], readonly User[]>();
  const touched = () => {
    byStatus = new Map();
  };
  const people: People = {
    withStatus(status) {
      const known = byStatus.get(status);
      if (known) return known;
      const found = users.ids().flatMap((id) => {
        const user = byId(id);
        return user?.status === status ? [user] : [];
      });
      byStatus.set(status, found);
      return found;
    },
    nth: (index) => derive(ids[index % world.users] ?? '') as User,
    indexOf: (id) => indexes.get(id),
    byId,
    byEmail(email) {
      const user = byId(emails.get(email.toLowerCase()) ?? '');
      return user?.email.toLowerCase() === email.toLowerCase() ? user : undefined;
    },
    find(ref) {
      const user = ref === 'me' ? byId(ids[0] ?? '') : ref.includes('@') ? people.byEmail(ref) : byId(ref);
      if (!user) throw refuse.user(ref);
      return user;
    },
    add(user) {
      users.add(user.id, user);
      emails.set(user.email.toLowerCase(), user.id);
      touched();
      return user;
    },
    change(id, patch) {
      users.change(id, patch);
      touched();
    },
    remove(id) {
      users.remove(id);
      touched();
    },
    row: (user) => ({ key: `user/${user.id}`, known: user }),
  };
  return people;
};
