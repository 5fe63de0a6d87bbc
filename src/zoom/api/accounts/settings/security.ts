/** Signing in, proving who one is, and the security of meetings. */
import { bool, delimited, enumOf, id, int, list, named, shape, string, textOf } from '../../../declare/shape.ts';
import {
  authenticationOptions,
  consecutiveCharacters,
  enable,
  specialCharacter,
  UserSettingsAuthenticationOption,
  UserSettingsMeetingSecurity,
  whoAdmits,
} from '../../users/user-settings.ts';
import { AccountSettingsEtiquetteTool, AccountSettingsEtiquetteToolBody } from './chat.ts';

export const AccountSettingsPasswordRequirement = shape(
  'AccountSettingsPasswordRequirement',
  {
    consecutive_characters_length: consecutiveCharacters,
    have_special_character: specialCharacter,
    minimum_password_length: int('The least number of characters, 9 to 14; 0 leaves it at 8.'),
    weak_enhance_detection: bool('Whether weak passwords are refused.'),
  },
  'What the passwords by which users sign in must look like.',
);

export const AccountSettingsSsoBypassUser = shape(
  'AccountSettingsSsoBypassUser',
  { id: id('The identifier of the user.'), email: string('The email address of the user.') },
  'A user who need not sign in by SSO.',
);
export const AccountSettingsSso = shape(
  'AccountSettingsSso',
  {
    enable,
    require_sso_for_domains: bool('Whether people of the domains cannot sign in otherwise.'),
    domains: list(string(), 'The domains whose people sign in by SSO.'),
    sso_bypass_users: list(AccountSettingsSsoBypassUser, 'Those who need not.'),
  },
  'Single sign-on.',
);

export const AccountSettingsSecurity = shape(
  'AccountSettingsSecurity',
  {
    admin_change_name_pic: bool('Whether only admins change names and pictures.'),
    admin_change_user_info: bool('Whether only admins change what `userModifiableInfoByAdmin` lists.'),
    hide_billing_info: bool('Whether billing information is hidden.'),
    import_photos_from_devices: bool('Whether users can import photos from their device.'),
    password_requirement: AccountSettingsPasswordRequirement,
    sign_again_period_for_inactivity_on_client: int(
      'After how many idle minutes the client signs users out; 0 means never.',
    ),
    sign_again_period_for_inactivity_on_web: int(
      'After how many idle minutes the web portal signs users out; 0 means never.',
    ),
    sign_in_with_two_factor_auth: enumOf(
      'AccountSettingsTwoFactor',
      {
        ALL: ['all', 'All users.'],
        GROUP: ['group', 'The members of `signInWithTwoFactorAuthGroups`.'],
        ROLE: ['role', 'Those who hold one of `signInWithTwoFactorAuthRoles`.'],
        NONE: ['none', 'Nobody.'],
      },
      'Who signs in with a second factor.',
    ),
    sign_in_with_two_factor_auth_groups: list(id(undefined, { of: 'Group' }), 'The groups that do, with GROUP.'),
    sign_in_with_two_factor_auth_roles: list(id(undefined, { of: 'Role' }), 'The roles that do, with ROLE.'),
    signin_with_sso: AccountSettingsSso,
    user_modifiable_info_by_admin: list(
      enumOf(
        'AccountSettingsAdminInfo',
        {
          NAME: ['name', 'The name.'],
          PROFILE_PICTURE: ['profile_picture', 'The profile picture.'],
          SIGN_IN_EMAIL: ['sign_in_email', 'The email address with which the user signs in.'],
          HOST_KEY: ['host_key', 'The host key.'],
        },
        'A part of the profile of a user.',
      ),
      'What of a user only admins change.',
    ),
  },
  'How users sign in, and what they may change of themselves.',
);
export const AccountSettingsSecurityBody = named(
  'AccountSettingsSecurityBody',
  AccountSettingsSecurity.extend({
    signin_with_sso: named(
      'AccountSettingsSsoBody',
      AccountSettingsSso.omit({ sso_bypass_users: true }).extend({
        operation: enumOf(
          'AccountSettingsSsoOperation',
          {
            ADD: ['add', 'They are added to those who need not sign in by SSO.'],
            REMOVE: ['remove', 'They are removed from those who need not sign in by SSO.'],
          },
          'What is done with the given users; without it, they replace those who need not sign in by SSO.',
        ).optional(),
        sso_bypass_user_ids: list(id(undefined, { of: 'User' }), 'The users who need not sign in by SSO.').optional(),
      }),
      textOf(AccountSettingsSso),
    ).optional(),
  }),
  textOf(AccountSettingsSecurity),
);

export const AccountSettingsMeetingAuthentication = shape(
  'AccountSettingsMeetingAuthentication',
  {
    allow_authentication_exception: bool('Whether the host can admit people who have not signed in.'),
    authentication_options: authenticationOptions,
    meeting_authentication: bool('Whether people must sign in to join a meeting.'),
  },
  'How people prove who they are before they join a meeting.',
);
export const AccountSettingsRecordingAuthentication = shape(
  'AccountSettingsRecordingAuthentication',
  {
    authentication_options: authenticationOptions,
    recording_authentication: bool('Whether people must sign in to watch a recording.'),
  },
  'How people prove who they are before they watch a recording.',
);
export const AccountSettingsAuthenticationOptionBody = named(
  'AccountSettingsAuthenticationOptionBody',
  UserSettingsAuthenticationOption.omit({ visible: true }).extend({
    action: enumOf(
      'AccountSettingsAuthenticationAction',
      {
        UPDATE: ['update', 'Changes the option.'],
        DELETE: ['delete', 'Deletes the option.'],
        ADD: ['add', 'Adds the option.'],
      },
      'What is done with the option.',
    ).optional(),
  }),
  'A way for people to prove who they are, and what to do with it.',
);

export const AccountSettingsWaitingRoomMore = shape(
  'AccountSettingsWaitingRoomMore',
  {
    allow_participants_to_reply_to_host: bool(
      'Whether people who wait can answer messages of the host and the co-hosts.',
    ),
    move_participants_to_waiting_room_when_host_dropped: bool(
      'Whether participants go to the waiting room when the host loses the connection.',
    ),
    user_invited_by_host_can_bypass_waiting_room: bool(
      'Whether people whom the host or a co-host invites during the meeting need not wait.',
    ),
  },
  'More about the waiting room.',
);
export const AccountSettingsWaitingRoom = shape(
  'AccountSettingsWaitingRoom',
  {
    admit_domain_allowlist: delimited(',', 'The domains whose people need not wait.'),
    admit_type: enumOf(
      'AccountSettingsAdmission',
      {
        EVERYONE: [1, 'Everyone.'],
        NO_ONE: [2, 'Nobody.'],
        INTERNAL: [3, 'People of the account.'],
        INTERNAL_AND_ALLOWED_DOMAINS: [4, 'People of the account and of the domains of `admitDomainAllowlist`.'],
      },
      'Who joins without being admitted by the host.',
    ),
    enable,
    internal_user_auto_admit: enumOf(
      'AccountSettingsInternalAdmission',
      {
        WITH_HOST: [1, 'When the host joins.'],
        ANYTIME: [2, 'At any time; not where `admitType` is EVERYONE.'],
        MINUTES_BEFORE_5: [3, 'Five minutes before the start.'],
        MINUTES_BEFORE_10: [4, 'Ten minutes before the start.'],
        MINUTES_BEFORE_15: [5, 'Fifteen minutes before the start.'],
      },
      'From when on internal participants are admitted without the host.',
    ),
    locked: bool('Whether hosts cannot change who is let in.'),
    more_options: AccountSettingsWaitingRoomMore,
    sort_order_of_people: enumOf(
      'AccountSettingsWaitingOrder',
      { JOINED: [0, 'In the order in which they came.'], ALPHABETICAL: [1, 'By name.'] },
      'In what order those who wait are shown.',
    ),
    who_can_admit_participants: whoAdmits,
  },
  'Who waits, and who lets in.',
);
export const AccountSettingsMeetingSecurity = named(
  'AccountSettingsMeetingSecurity',
  UserSettingsMeetingSecurity.extend({
    chat_etiquette_tool: AccountSettingsEtiquetteTool.optional(),
    waiting_room_options: AccountSettingsWaitingRoom.optional(),
  }),
  textOf(UserSettingsMeetingSecurity),
);
export const AccountSettingsMeetingSecurityBody = named(
  'AccountSettingsMeetingSecurityBody',
  AccountSettingsMeetingSecurity.extend({ chat_etiquette_tool: AccountSettingsEtiquetteToolBody.optional() }),
  textOf(AccountSettingsMeetingSecurity),
);
