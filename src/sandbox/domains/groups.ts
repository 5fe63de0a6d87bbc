/** Groups and their members; a user's own group_ids, the primary one first, are the truth. */
import * as api from '../../zoom/api/users/groups.ts';
import type { Domain } from '../call.ts';
import { collection } from '../collection.ts';
import { lazily } from '../paging.ts';
import { invalid, refuse } from '../refusal.ts';
import { instant, type Known, opaqueId } from '../seeded.ts';
import type { World } from '../world.ts';
import type { People, User } from './people.ts';

const NAMES = ['Berlin', 'Boston', 'Contractors', 'Engineering', 'Executives', 'Osaka', 'Sales', 'Support'];
const GROUPS_A_DAY = 100;

export const groupIds = (world: World): string[] => NAMES.map((name) => opaqueId(`${world.seed}/group/${name}`));

export const groups = (world: World, people: People): Domain => {
  const initial = groupIds(world);
  const all = collection(initial, (id) => {
    const name = NAMES[initial.indexOf(id)];
    return name === undefined ? undefined : { id, name };
  });
  const find = (id = ''): Known & { id: string } => {
    const group = all.get(id);
    if (!group) throw refuse.group(`ID ${id}`);
    return { ...group, id };
  };
  const membersOf = (id: string) => people.withStatus('active').filter((user) => user.group_ids.includes(id));
  const row = (group: Known) => {
    const id = String(group.id);
    return { key: `group/${id}`, known: { ...group, total_members: membersOf(id).length } };
  };
  const checkedName = (name: string | undefined, own?: string): string => {
    if (!name) throw invalid({ field: 'name', message: 'Invalid field.' });
    if (all.ids().some((id) => id !== own && all.get(id)?.name === name)) throw refuse.groupName(name);
    return name;
  };
  const member = (group: string, ref = ''): User => {
    const user = people.find(ref);
    if (!user.group_ids.includes(group)) throw refuse.user(ref);
    return user;
  };
  const without = (user: User, group: string) => user.group_ids.filter((id) => id !== group);
  let made = 0;

  return (on) => {
    on(api.listGroups, () => {
      const ids = all.ids();
      return { rows: lazily(ids, (id) => row(find(id))), envelope: { total_records: ids.length } };
    });
    on(api.getGroup, ({ path }) => row(find(path.groupId)));
    on(api.listGroupMembers, ({ path }) => ({ rows: lazily(membersOf(find(path.groupId).id), people.row) }));
    on(api.createGroup, ({ body }) => {
      const name = checkedName(body.name);
      world.limits.spendDaily('groups', GROUPS_A_DAY, 'You have exceeded the daily limit of Create a Group requests.');
      const id = opaqueId(`${world.seed}/group/new/${made++}`);
      return row(all.add(id, { id, name }));
    });
    on(api.updateGroup, ({ path, body }) => {
      const { id } = find(path.groupId);
      all.change(id, { name: checkedName(body.name, id) });
      return undefined;
    });
    on(api.deleteGroup, ({ path }) => {
      const { id } = find(path.groupId);
      for (const user of membersOf(id)) people.change(user.id, { group_ids: without(user, id) });
      all.remove(id);
      return undefined;
    });
    on(api.addGroupMembers, ({ path, body, now }) => {
      const { id } = find(path.groupId);
      const users = (body.members ?? []).map((each) => people.find(each.id ?? each.email ?? ''));
      for (const user of users) people.change(user.id, { group_ids: [...without(user, id), id] });
      return {
        key: `group/${id}/added`,
        known: { ids: users.map((user) => user.id).join(','), added_at: instant(now) },
      };
    });
    on(api.updateGroupMember, ({ path, body }) => {
      const { id } = find(path.groupId);
      const user = member(id, path.memberId);
      const target = body.action === 'move' ? find(body.target_group_id).id : id;
      const others = without(user, id).filter((group) => group !== target);
      people.change(user.id, { group_ids: body.action === 'move' ? [...others, target] : [target, ...others] });
      return undefined;
    });
    on(api.removeGroupMember, ({ path }) => {
      const { id } = find(path.groupId);
      const user = member(id, path.memberId);
      people.change(user.id, { group_ids: without(user, id) });
      return undefined;
    });
  };
};
