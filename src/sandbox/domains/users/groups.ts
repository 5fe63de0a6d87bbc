/** Groups and their members; a user's own group_ids, the primary one first, are the truth. */
import * as api from '../../../zoom/api/users/groups.ts';
import type { Account } from '../../account.ts';
import { row } from '../../call.ts';
import { lazily } from '../../paging.ts';
import { refuse } from '../../refusal.ts';
import { filled, type Resource, resource } from '../../resource.ts';
import { GROUPS, type User } from '../../seed/people.ts';
import { instant } from '../../seeded.ts';
import { peopleIn, userRow, withStatus } from './people.ts';

const membersOf = (account: Account, id: string) =>
  withStatus(account, 'active').filter(({ group_ids }) => group_ids.includes(id));
const without = ({ group_ids }: User, group: string) => group_ids.filter((id) => id !== group);
/** A user who is in a group. Throws the refusal of one who is not. */
const member = (account: Account, group: string, ref = ''): User => {
  const user = peopleIn(account).find(ref);
  if (!user.group_ids.includes(group)) throw refuse.user(ref);
  return user;
};
const put = (account: Account, { id }: User, group_ids: string[]) => peopleIn(account).change(id, { group_ids });

export const groups: Resource = resource(api.getGroup, {
  name: 'group',
  named: 'name',
  initial: Object.fromEntries(GROUPS.map((name) => [name, {}])),
  check: filled('name'),
  unique: { fields: ['name'], refuse: refuse.groupName },
  refuse: {
    missing: (id) => refuse.group(`ID ${id}`),
    create: ({ account: { limits } }) => {
      limits.spendDaily('groups', 100, 'You have exceeded the daily limit of Create a Group requests.');
    },
  },
  shown: ({ id }, account) => ({ total_members: membersOf(account, id).length }),
  deleted: ({ id }, { account }) => {
    for (const user of membersOf(account, id)) put(account, user, without(user, id));
  },
  on: (on) => {
    on(api.listGroupMembers, ({ account }, { thing }) => lazily(membersOf(account, thing.id), userRow));
    on(api.addGroupMembers, ({ account, body, now }, { thing: { id } }) => {
      const added = (body.members ?? []).map((each) => peopleIn(account).find(each.id ?? each.email));
      for (const user of added) put(account, user, [...without(user, id), id]);
      return row(`group/${id}/added`, { ids: added.map((user) => user.id).join(','), added_at: instant(now) });
    });
    on(api.updateGroupMember, ({ account, path, body }, { thing: { id }, things }) => {
      const user = member(account, id, path.memberId);
      const target = body.action === 'move' ? things.find(body.target_group_id).id : id;
      const others = without(user, id).filter((group) => group !== target);
      put(account, user, body.action === 'move' ? [...others, target] : [target, ...others]);
    });
    on(api.removeGroupMember, ({ account, path }, { thing: { id } }) => {
      const user = member(account, id, path.memberId);
      put(account, user, without(user, id));
    });
  },
});
