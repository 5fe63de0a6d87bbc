/** Users, groups and accounts. */
import { eventsOf } from '../../declare/event.ts';
import { as, dateTime, id, shape, string, url } from '../../declare/shape.ts';
import { Account } from '../accounts/accounts.entities.ts';
import { InformationBarrierPolicy } from '../accounts/information-barriers.entities.ts';
import { presence } from '../chat/contacts.ts';
import { TspAccount } from '../meetings/tsp.entities.ts';
import { Group } from '../users/groups.entities.ts';
import { User } from '../users/users.entities.ts';
import { loginType } from '../users/users.ts';
import { picked, userId, users } from './common.ts';

type Raw = Readonly<Record<string, unknown>>;

export const UserEvents = eventsOf('UserEvent', {
  description: 'Something happened to a user, or a user did something.',
  object: shape('UserEventObject', {
    id: as('userId', id('The user.', { of: 'User' })),
    date_time: as('occurredAt', dateTime('When it happened.')),
    client_type: string('What the user signed in or out with, such as "mac" or "browser".'),
    version: string('The version of that.'),
    login_type: loginType,
    presence_status: presence,
    personal_notes: string('The note that others see next to the name.'),
  }),
  beside: shape('UserEventBeside', {
    operation: string('What the user was updated by: "change_password" or "sign_out_from_all_devices".'),
    creation_type: string('How the user was created, in Zoom’s words, such as "ssoCreate".'),
  }),
  edges: {
    user: {
      of: User,
      description: 'The user.',
      told: (object) => picked(object, ['id', 'email', 'first_name', 'last_name', 'display_name', 'type']),
    },
  },
  filters: { userId },
  events: {
    userCreated: ['A user was created.', 'user.created'],
    userUpdated: ['A user was updated: `changed` names what.', 'user.updated'],
    userSettingsUpdated: ['The settings of a user were updated.', 'user.settings_updated'],
    userActivated: ['A user was activated.', 'user.activated'],
    userDeactivated: ['A user was deactivated.', 'user.deactivated'],
    userDisassociated: ['A user was removed from the account.', 'user.disassociated'],
    userDeleted: ['A user was deleted.', 'user.deleted'],
    userInvitationAccepted: ['A user accepted the invitation to the account.', 'user.invitation_accepted'],
    userSignedIn: ['A user signed in.', 'user.signed_in'],
    userSignedOut: ['A user signed out.', 'user.signed_out'],
    userPresenceStatusUpdated: ['A user can be reached otherwise than before.', 'user.presence_status_updated'],
    userPersonalNotesUpdated: ['A user changed the note next to the name.', 'user.personal_notes_updated'],
    userTspCreated: ['A TSP account of a user was created.', 'user.tsp_created'],
    userTspUpdated: ['A TSP account of a user was updated.', 'user.tsp_updated'],
    userTspDeleted: ['A TSP account of a user was deleted.', 'user.tsp_deleted'],
  },
  tellsChanges: true,
  changes: [User, TspAccount],
});

export const GroupEvents = eventsOf('GroupEvent', {
  description: 'Something happened to a group of users.',
  object: shape('GroupEventObject', { id: as('groupId', id('The group.', { of: 'Group' })) }),
  edges: {
    group: { of: Group, description: 'The group.', told: (object) => picked(object, ['id', 'name']) },
    members: users('members', 'The members who were added or removed.'),
    admins: users('admins', 'The administrators who were added or removed.'),
  },
  filters: { groupId: { of: Group, description: 'Only of this group.', ids: ({ id }) => [id] } },
  events: {
    groupCreated: ['A group was created.', 'group.created'],
    groupUpdated: ['A group was updated.', 'group.updated'],
    groupDeleted: ['A group was deleted.', 'group.deleted'],
    groupMemberAdded: ['Members were added to a group.', 'group.member_added'],
    groupMemberDeleted: ['Members were removed from a group.', 'group.member_deleted'],
    groupAdminAdded: ['Administrators were added to a group.', 'group.admin_added'],
    groupAdminDeleted: ['Administrators were removed from a group.', 'group.admin_deleted'],
    groupSettingsUpdated: ['The settings of a group were updated.', 'group.settings_updated'],
    groupLockSettingsUpdated: ['What is locked in a group was updated.', 'group.lock_settings_updated'],
  },
  tellsChanges: true,
  changes: [Group, User],
});

export const AccountEvents = eventsOf('AccountEvent', {
  description: 'Something happened to an account.',
  object: shape('AccountEventObject', {
    id: as('changedAccountId', id('The account that it happened to.', { of: 'Account' })),
    owner_id: id('The owner of the account.', { of: 'User' }),
    account_name: string('What the account is called.'),
    vanity_url: url('The vanity URL that was asked for.'),
  }),
  beside: shape('AccountEventBeside', {
    operation: string('What the account was updated by, such as "managed_domains_added".'),
  }),
  edges: {},
  events: {
    accountCreated: ['A sub account was created.', 'account.created'],
    accountUpdated: ['An account was updated: `changed` names what.', 'account.updated'],
    accountDisassociated: ['A sub account was disassociated.', 'account.disassociated'],
    accountSettingsUpdated: ['The settings of an account were updated.', 'account.settings_updated'],
    accountLockSettingsUpdated: ['What is locked in an account was updated.', 'account.lock_settings_updated'],
    accountVanityUrlApproved: ['The vanity URL of an account was approved.', 'account.vanity_url_approved'],
    accountVanityUrlRejected: ['The vanity URL of an account was rejected.', 'account.vanity_url_rejected'],
  },
  tellsChanges: true,
  changes: [Account],
});

export const InformationBarrierEvents = eventsOf('InformationBarrierEvent', {
  description: 'Something happened to an information barrier policy.',
  object: shape('InformationBarrierEventObject', {}),
  edges: {
    policy: {
      of: InformationBarrierPolicy,
      description: 'The policy; null where Zoom does not say which.',
      told: (object: Raw) =>
        object.id === undefined
          ? null
          : picked(object, ['id', 'policy_name', 'status', 'type', 'assigned_group_id', 'to_group_id']),
    },
    assignedGroup: {
      of: Group,
      description: 'The group to which the policy applies.',
      told: ({ assigned_group_id: id }: Raw) => ({ id }),
    },
    toGroup: {
      of: Group,
      description: 'The group with which contact is governed.',
      told: ({ to_group_id: id }: Raw) => ({ id }),
    },
  },
  events: {
    informationBarriersPolicyCreated: [
      'An information barrier policy was created.',
      'information_barriers.policy_created',
    ],
    informationBarriersPolicyUpdated: [
      'An information barrier policy was updated.',
      'information_barriers.policy_updated',
    ],
    informationBarriersPolicyDeleted: [
      'An information barrier policy was deleted.',
      'information_barriers.policy_deleted',
    ],
  },
  changes: [InformationBarrierPolicy],
});
