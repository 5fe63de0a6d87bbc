/** Groups and their members; a user's own group_ids, the primary one first, are the truth. */
import * as api from '../../../zoom/api/users/groups.ts';
import { filled, refuse } from '../../call.ts';
import { members, resource } from '../../resource.ts';
import { GROUPS } from '../../seed/people.ts';
import { peopleIn, userMembersBy } from './people.ts';

const ofGroups = userMembersBy('group_ids');

export const groups = resource(api.getGroup, {
  name: 'group',
  named: 'name',
  initial: GROUPS,
  check: filled('name'),
  unique: { fields: ['name'], refuse: refuse.groupName },
  daily: 'groups',
  refuse: { missing: (id) => refuse.group(`ID ${id}`) },
  shown: ofGroups.shown,
  deleted: ofGroups.deleted,
});

export const groupMembers = members(api.addGroupMembers, groups.at, {
  ...ofGroups,
  on: (on) => {
    on(api.updateGroupMember, ({ account, body }, { thing: { id }, member: user }) => {
      const target = body.action === 'move' ? groups.in(account).find(body.target_group_id).id : id;
      const others = user.group_ids.filter((group) => group !== id && group !== target);
      const group_ids = body.action === 'move' ? [...others, target] : [target, ...others];
      peopleIn(account).change(user.id, { group_ids });
    });
  },
});
