/** Call queues: those of the beginning have five of the phone users as their members, but for one that has none. */
import * as api from '../../../zoom/api/phone/call-queues.ts';
import { type Account, type Call, refuse } from '../../call.ts';
import { resource, type Thing } from '../../resource.ts';
import { extensionIdOf } from '../../seed/phone.ts';
import { given, type Known } from '../../seeded.ts';
import { areasIn, extensionOf, freeNumbers, queuesIn, shownNumbers } from './holders.ts';
import { siteGiven, siteOfThing } from './sites.ts';
import { extensionId, phoneUsers, phoneUsersIn } from './users.ts';

const MEMBERS = 5;
const WITHOUT_MEMBERS = 7;

/** The members by their ids; the manager is one of the users. */
interface Members {
  readonly users: readonly { readonly id: string; readonly level: string }[];
  readonly common_areas: readonly { readonly id: string }[];
}
const membersOf = (account: Account, { nth, members }: Thing): Members => {
  if (members) return members as Members;
  if (nth === WITHOUT_MEMBERS) return { users: [], common_areas: [] };
  const staff = nth === undefined ? [] : phoneUsersIn(account);
  const turns = Array.from(
    { length: Math.min(MEMBERS, staff.length) },
    (_, n) => ((nth ?? 0) * MEMBERS + n) % staff.length,
  );
  const users = [...new Set(turns)].flatMap((turn) => staff[turn] ?? []);
  const common_areas = areasIn(account)
    .all()
    .filter((area) => nth !== undefined && area.nth === nth);
  return {
    users: users.map(({ id }, n) => ({ id, level: n === 0 ? 'manager' : 'user' })),
    common_areas: common_areas.map(({ id }) => ({ id })),
  };
};
/** The members that a body names. Throws the refusal of who is not there. */
const named = ({ account }: Call, body: unknown): Members => {
  const { users = [], common_area_ids = [] } = (body ?? {}) as {
    users?: readonly { id?: string; email?: string }[];
    common_area_ids?: readonly string[];
  };
  return {
    users: users.map(({ id, email }) => ({ id: phoneUsers.in(account).find(id ?? email).id, level: 'user' })),
    common_areas: common_area_ids.map((id) => ({ id: areasIn(account).find(id).id })),
  };
};
const without = ({ users, common_areas }: Members, ids: readonly string[]): Members => ({
  users: users.filter(({ id }) => !ids.includes(id)),
  common_areas: common_areas.filter(({ id }) => !ids.includes(id)),
});
/** More members; who is one already stays what they are. */
const joined = (members: Members, more: Members): Members => {
  const ids = [...members.users, ...members.common_areas].map(({ id }) => id);
  const others = without(more, ids);
  return {
    users: [...members.users, ...others.users],
    common_areas: [...members.common_areas, ...others.common_areas],
  };
};

const shownMembers = (account: Account, { users, common_areas }: Members) => ({
  users: users.flatMap(({ id, level }) => {
    const user = phoneUsersIn(account).find((each) => each.id === id);
    if (!user) return [];
    return { id, level, name: user.display_name, extension_id: extensionId(account, user), receive_call: true };
  }),
  common_areas: common_areas.flatMap(({ id }) => {
    const area = areasIn(account).get(id);
    return area ? { id, name: area.display_name } : [];
  }),
});

export const queues = resource(api.getCallQueue, {
  name: 'queue',
  things: queuesIn,
  unread: ['description'],
  defaults: { members: { users: [], common_areas: [] } },
  written: ({ site_id, extension_number: extension, members, ...body }, call) =>
    given({
      ...body,
      extension_number: extension && Number(extension),
      site: siteGiven(call.account, site_id),
      members: members && named(call, members),
    }),
  shown: (thing, account) => ({
    extension_id: extensionIdOf(account, thing.id),
    extension_number: extensionOf('queue', thing),
    status: thing.status ?? 'active',
    policy: { voicemail_access_members: [] },
    site: siteOfThing(account, thing),
    phone_numbers: shownNumbers(account, thing.id),
    members: shownMembers(account, membersOf(account, thing)),
  }),
  deleted: ({ id }, { account }) => freeNumbers(account, id),
  on: (on) => {
    on(api.addCallQueueMembers, (call, { thing, things }) => {
      const members = joined(membersOf(call.account, thing), named(call, call.body.members));
      things.change(thing.id, { members });
    });
    on(api.removeAllCallQueueMembers, (_, { thing, things }) => {
      things.change(thing.id, { members: { users: [], common_areas: [] } });
      return undefined;
    });
    on(api.removeCallQueueMember, ({ account, path: { memberId = '' } }, { thing, things }) => {
      const members = membersOf(account, thing);
      const member: Known | undefined = [...members.users, ...members.common_areas].find(({ id }) => id === memberId);
      if (!member) throw refuse.missing(memberId);
      if (member.level === 'manager') throw refuse.queueManager(memberId);
      things.change(thing.id, { members: without(members, [memberId]) });
    });
    on(api.updateCallQueueManager, ({ account, body: { member_id } }, { thing, things }) => {
      const { id } = phoneUsers.in(account).find(member_id);
      const { users, common_areas } = membersOf(account, thing);
      const others = users.filter((user) => user.id !== id).map((user) => ({ ...user, level: 'user' }));
      things.change(thing.id, { members: { users: [{ id, level: 'manager' }, ...others], common_areas } });
    });
  },
});
