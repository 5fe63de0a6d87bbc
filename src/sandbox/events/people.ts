/** What is told of users, groups and accounts. */
import * as accountsApi from '../../zoom/api/accounts/accounts.ts';
import * as barriersApi from '../../zoom/api/accounts/information-barriers.ts';
import * as accountSettingsApi from '../../zoom/api/accounts/settings/index.ts';
import * as accountLocksApi from '../../zoom/api/accounts/settings/locks.ts';
import * as groupLocksApi from '../../zoom/api/users/group-locks.ts';
import * as groupSettingsApi from '../../zoom/api/users/group-settings.ts';
import * as groupsApi from '../../zoom/api/users/groups.ts';
import * as signInApi from '../../zoom/api/users/sign-in.ts';
import * as settingsApi from '../../zoom/api/users/user-settings.ts';
import * as api from '../../zoom/api/users/users.ts';
import type { Call } from '../call.ts';
import { accounts, heldAt } from '../domains/accounts/accounts.ts';
import { informationBarriers } from '../domains/accounts/information-barriers.ts';
import { groups } from '../domains/users/groups.ts';
import { peopleIn, users } from '../domains/users/people.ts';
import type { Known } from '../seeded.ts';
import { changed, created, picked, type Rule, removed, rowIn, settingsChanged } from './rule.ts';

const USER = ['id', 'first_name', 'last_name', 'email', 'type'];
const user = (call: Call): Known => users.at(call);
const shownUser = (call: Call): Known => picked(user(call), USER);
const GROUP = ['id', 'name'];
const group = (call: Call): Known => picked(groups.at(call), GROUP);
const account = (call: Call): Known => accounts.at(call);

const POLICY = ['id', 'policy_name', 'assigned_group_id', 'to_group_id', 'status', 'type', 'settings'];
const policy = (call: Call): Known => picked(informationBarriers.at(call), POLICY);

/** The members that a call names, by id or email. */
const named = ({ account, body }: Call): readonly Known[] =>
  ((body as { members?: readonly Known[] }).members ?? []).map(({ id, email }) =>
    picked(peopleIn(account).find(id ?? email), ['id', 'email']),
  );
/** The member that a path names. */
const member = ({ account, path }: Call): Known => picked(peopleIn(account).find(path.memberId), ['id', 'email']);
const membership = (how: 'added' | 'deleted', id: unknown, members: readonly Known[]) => ({
  event: `group.member_${how}`,
  object: { id, members },
});

export const rules: readonly Rule[] = [
  created(api.createUser, 'user.created', [...USER, 'display_name'], ({ body }) => ({
    creation_type: (body as Known).action,
  })),
  changed(api.updateUser, 'user.updated', user),
  changed(api.updateUserEmail, 'user.updated', user),
  {
    on: api.uploadUserPicture,
    watch: (call) => {
      const old_object = picked(user(call), ['id', 'pic_url']);
      return () => [{ event: 'user.updated', object: picked(user(call), ['id', 'pic_url']), beside: { old_object } }];
    },
  },
  {
    on: signInApi.updateUserPassword,
    watch: (call) => () => [
      { event: 'user.updated', object: picked(user(call), ['id']), beside: { operation: 'change_password' } },
    ],
  },
  removed(
    api.deleteUser,
    ({ query }) => (query.action === 'delete' ? 'user.deleted' : 'user.disassociated'),
    shownUser,
  ),
  {
    on: api.updateUserStatus,
    watch: (call) => () => [{ event: `user.${(call.body as Known).action}d`, object: shownUser(call) }],
  },
  settingsChanged(settingsApi.updateUserSettings, 'user.settings_updated', (call) => user(call).id),

  created(groupsApi.createGroup, 'group.created', GROUP),
  changed(groupsApi.updateGroup, 'group.updated', group),
  removed(groupsApi.deleteGroup, 'group.deleted', group),
  {
    on: groupsApi.addGroupMembers,
    watch: (call) => () => [membership('added', group(call).id, named(call))],
  },
  {
    on: groupsApi.removeGroupMember,
    watch: (call) => () => [membership('deleted', group(call).id, [member(call)])],
  },
  {
    on: groupsApi.updateGroupMember,
    watch: (call) => () => {
      const { action, target_group_id } = call.body as Known;
      if (action !== 'move') return [];
      return [
        membership('deleted', group(call).id, [member(call)]),
        membership('added', target_group_id, [member(call)]),
      ];
    },
  },
  settingsChanged(groupSettingsApi.updateGroupSettings, 'group.settings_updated', (call) => group(call).id),
  settingsChanged(groupLocksApi.updateGroupLockedSettings, 'group.lock_settings_updated', (call) => group(call).id),

  {
    on: accountsApi.createSubAccount,
    watch: () => (result) => {
      const { id, owner_id, owner_email: email } = rowIn(result).known;
      return [{ event: 'account.created', object: { id, owner_id, email } }];
    },
  },
  removed(accountsApi.disassociateSubAccount, 'account.disassociated', (call) =>
    picked(account(call), ['id', 'owner_id', 'owner_email']),
  ),
  settingsChanged(
    accountSettingsApi.updateAccountSettings,
    'account.settings_updated',
    (call) => heldAt(call).known.id,
  ),
  settingsChanged(
    accountLocksApi.updateAccountLockedSettings,
    'account.lock_settings_updated',
    (call) => heldAt(call).known.id,
  ),

  created(barriersApi.createInformationBarrierPolicy, 'information_barriers.policy_created', POLICY),
  // Of these, and of no other, the whole is told.
  {
    on: barriersApi.updateInformationBarrierPolicy,
    watch: (call) => () => [{ event: 'information_barriers.policy_updated', object: policy(call) }],
  },
  removed(barriersApi.deleteInformationBarrierPolicy, 'information_barriers.policy_deleted', policy),
];
