/** Directory groups of Team Chat and their members; a user's own im_group_ids are the truth. */
import * as api from '../../../zoom/api/users/im-groups.ts';
import { filled, refuse } from '../../call.ts';
import { members, resource } from '../../resource.ts';
import { IM_GROUPS } from '../../seed/people.ts';
import { userMembersBy } from './people.ts';

const ofGroups = userMembersBy('im_group_ids');

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
