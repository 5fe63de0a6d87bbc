/** Directory groups of Team Chat and their members; a user's own im_group_ids are the truth. */
import * as api from '../../../zoom/api/users/im-groups.ts';
import { filled, refuse } from '../../call.ts';
import { members, resource } from '../../resource.ts';
import { IM_GROUPS, type User } from '../../seed/people.ts';
import { userMembers } from './people.ts';

const without = ({ im_group_ids }: User, group: string) => im_group_ids.filter((id) => id !== group);
const ofGroups = userMembers(
  ({ im_group_ids }, id) => im_group_ids.includes(id),
  (user, id) => ({ im_group_ids: [...without(user, id), id] }),
  (user, id) => ({ im_group_ids: without(user, id) }),
);

export const imGroups = resource(api.getImGroup, {
  name: 'im group',
  named: 'name',
  initial: IM_GROUPS,
  defaults: { search_by_account: true, search_by_domain: false, search_by_ma_account: false, type: 'normal' },
  check: filled('name'),
  refuse: { missing: (id) => refuse.group(`ID ${id}`) },
  shown: ofGroups.shown,
  deleted: ofGroups.deleted,
});

export const imGroupMembers = members(api.addImGroupMembers, imGroups.at, ofGroups);
