/** Team Chat: who may chat with whom, what may be shared, and how long messages are kept. */
import {
  bool,
  delimited,
  enumOf,
  id,
  int,
  list,
  named,
  renamed,
  saying,
  secret,
  shape,
  string,
  textOf,
} from '../../../declare/shape.ts';
import { enable } from '../../users/user-settings.ts';

const minutes = enumOf(
  'AccountSettingsChatTimeLimit',
  {
    AT_ANY_TIME: [0, 'At any time.'],
    MINUTES_5: [5, 'For 5 minutes.'],
    MINUTES_30: [30, 'For 30 minutes.'],
    HOUR_1: [60, 'For an hour.'],
    DAY_1: [1440, 'For a day.'],
    DAYS_7: [10080, 'For a week.'],
  },
  'For how long after posting.',
);
const whom = enumOf(
  'AccountSettingsChatContacts',
  {
    ANYONE: [1, 'Anyone.'],
    SAME_ORGANIZATION: [2, 'People of the same organization.'],
    ORGANIZATION_AND_DOMAINS: [3, 'People of the same organization and of certain domains.'],
    ORGANIZATION_AND_USERS: [4, 'People of the same organization and certain users.'],
  },
  'To whom it applies.',
);
const approval = enumOf(
  'AccountSettingsChatApprovers',
  {
    ALL_APPROVERS: [1, 'To all who may approve.'],
    CHANNEL: [2, 'Into the channel `channelId`.'],
  },
  'Where requests go.',
);
const megabytes = enumOf(
  'AccountSettingsChatFileSize',
  {
    MB_50: [50, '50 megabytes.'],
    MB_100: [100, '100 megabytes.'],
    MB_200: [200, '200 megabytes.'],
    MB_300: [300, '300 megabytes.'],
    MB_400: [400, '400 megabytes.'],
    MB_500: [500, '500 megabytes.'],
  },
  'The largest file.',
);
const ending = (of: string) => [of, `Files with the ending "${of}".`] as const;
const fileType = enumOf(
  'AccountSettingsChatFileType',
  {
    GZ: ending('.gz'),
    RAR: ending('.rar'),
    ZIP: ending('.zip'),
    XLS: ending('.xls'),
    XLSX: ending('.xlsx'),
    JSON: ending('.json'),
    PNG: ending('.png'),
    PPTX: ending('.pptx'),
    PPT: ending('.ppt'),
    SEVEN_ZIP: ending('.7z'),
    XMIND: ending('.xmind'),
    PDF: ending('.pdf'),
    PPS: ending('.pps'),
    TXT: ending('.txt'),
    DOCX: ending('.docx'),
    DOC: ending('.doc'),
  },
  'A type of files, by the ending of their names.',
);
const period = (description: string) => string(`${description}, such as "1y", "6m" or "30d".`);
const domainsOrEmails = delimited(',', 'The domains or the email addresses that `selected_option` speaks of.');
const ofExternalAccounts = bool('Whether certain external accounts are named.');

export const AccountSettingsChatAi = shape(
  'AccountSettingsChatAi',
  { enable, shown_in_team_chat: bool('Whether Team Chat shows it.') },
  'A feature of AI Companion in chats.',
);

export const AccountSettingsChatOwnMessages = shape(
  'AccountSettingsChatOwnMessages',
  { enable, time: renamed('time', 'timeLimit', minutes) },
  'Whether users may change their own messages, and for how long.',
);

export const AccountSettingsChatPeople = shape(
  'AccountSettingsChatPeople',
  { enable, selected_option: whom, user_email_addresses: domainsOrEmails },
  'With whom users may have to do in chats.',
);

export const AccountSettingsChatPersonalStorage = shape(
  'AccountSettingsChatPersonalStorage',
  { enable, retention_period: period('When messages are deleted') },
  'Whether messages of the personal channel are stored on local devices.',
);

export const AccountSettingsChatEmailAddress = shape(
  'AccountSettingsChatEmailAddress',
  {
    enable,
    only_allow_specific_domains: bool('Whether emails are taken from certain domains only.'),
    specific_domains: list(string(), 'The domains from which emails are taken.'),
  },
  'Addresses of chats and channels: emails to them are posted there.',
);

export const AccountSettingsChatEmojis = shape(
  'AccountSettingsChatEmojis',
  {
    enable,
    emojis_option: enumOf(
      'AccountSettingsChatEmojisOption',
      { ALL: ['all', 'All emojis of the library.'], SELECTED: ['selected', 'Those that the account has selected.'] },
      'Which emojis.',
    ),
  },
  'The emojis that users may send.',
);

export const AccountSettingsEtiquettePolicy = shape(
  'AccountSettingsEtiquettePolicy',
  {
    id: id('The identifier of the policy.'),
    name: string('What the policy is called.'),
    description: string('What the policy is for.'),
    is_locked: bool('Whether users cannot change the policy.'),
    keywords: list(string(), 'The words that messages are searched for.'),
    regular_expression: string('The pattern that messages are searched for.'),
    status: enumOf(
      'AccountSettingsEtiquettePolicyStatus',
      { ACTIVATED: ['activated', 'It applies.'], DEACTIVATED: ['deactivated', 'It does not apply.'] },
      'Whether the policy applies.',
    ),
    trigger_action: enumOf(
      'AccountSettingsEtiquetteAction',
      {
        ASK: [1, 'Its author is asked to confirm it before it is sent.'],
        BLOCK: [2, 'It is not sent.'],
      },
      'What happens to a message that matches.',
    ),
  },
  'A rule about the words of chat messages.',
);

export const AccountSettingsEtiquetteTool = shape(
  'AccountSettingsEtiquetteTool',
  {
    enable,
    policies: list(AccountSettingsEtiquettePolicy, 'The policies of the account.'),
    policy_max_count: int('How many policies there may be.'),
  },
  'The Chat Etiquette Tool: chat messages that match a policy are held up.',
);
/** The policies of an update are an order: to make, to change or to delete them. */
export const AccountSettingsEtiquetteToolBody = named(
  'AccountSettingsEtiquetteToolBody',
  AccountSettingsEtiquetteTool.omit({ policy_max_count: true }).extend({
    operate: enumOf(
      'AccountSettingsEtiquetteOperation',
      {
        CREATE: ['create', 'Creates the policies.'],
        UPDATE: ['update', 'Changes the policies, by their ids.'],
        DELETE: ['delete', 'Deletes the policies, by their ids.'],
      },
      'What is done with the policies given.',
    ).optional(),
  }),
  'The Chat Etiquette Tool, and what to do with policies of it.',
);

export const AccountSettingsChatCollaboration = shape(
  'AccountSettingsChatCollaboration',
  {
    enable,
    external_chat: enumOf(
      'AccountSettingsChatExternal',
      {
        ALLOWED: ['allowed', 'The group may work with external people.'],
        NOT_ALLOWED: ['not_allowed', 'The group may not work with external people.'],
      },
      'What the group may do.',
    ),
    group_id: id('The group of users to which it applies.', { of: 'Group' }),
  },
  'Whether a group of users may work with external people in group chats and channels.',
);

export const AccountSettingsChatApproval = shape(
  'AccountSettingsChatApproval',
  {
    enable,
    selected_option: approval,
    channel_id: id('The channel into which requests go.'),
    external_account: ofExternalAccounts,
  },
  'Whether an admin approves what users do with the outside.',
);

export const AccountSettingsChatMemberJoin = shape(
  'AccountSettingsChatMemberJoin',
  { enable, external_account: ofExternalAccounts },
  'Whether members of the organization may join external group chats and channels.',
);

export const AccountSettingsChatExternalUsers = shape(
  'AccountSettingsChatExternalUsers',
  {
    enable,
    selected_option: enumOf(
      'AccountSettingsChatExternalUsersBy',
      {
        EVERYONE: [1, 'Everyone.'],
        ORGANIZATION_AND_ACCOUNTS: [2, 'Members of the organization and of certain external accounts.'],
        OWNER_AND_ADMINS: [3, 'The owner and the admins of the account.'],
      },
      'Who may add them.',
    ),
    external_account: ofExternalAccounts,
  },
  'Whether external users may be added to group chats and channels.',
);

export const AccountSettingsChatReadReceipts = shape(
  'AccountSettingsChatReadReceipts',
  { enable, allow_users_opt_out: bool('Whether users can turn it off for themselves.') },
  'Whether one sees that a message has been read, in chats of fewer than 20 members.',
);

const rating = (number: number) => `The rating to which Zoom gives the number ${number}.`;
export const AccountSettingsChatGifs = shape(
  'AccountSettingsChatGifs',
  {
    enable,
    giphy_content_rating: enumOf(
      'AccountSettingsGiphyRating',
      {
        RATING_1: [1, rating(1)],
        RATING_2: [2, rating(2)],
        RATING_3: [3, rating(3)],
        RATING_4: [4, rating(4)],
      },
      "GIPHY's content rating, which decides which images are offered. Zoom numbers the ratings, and does not document what each means.",
    ),
  },
  'Animated images of GIPHY.',
);

export const AccountSettingsChatArchiving = shape(
  'AccountSettingsChatArchiving',
  {
    enable,
    type: enumOf(
      'AccountSettingsChatArchivingType',
      { GLOBAL_RELAY: ['global_relay', 'Global Relay.'], SMARSH: ['smarsh', 'Smarsh.'] },
      'The service.',
    ),
    smtp_delivery_address: string('Where Global Relay receives the data.'),
    user_name: string('The name by which to sign in to Global Relay.'),
    passcode: secret('The passcode by which to sign in to Global Relay.'),
    authorized_channel_token: secret('The token of the channel, for Smarsh.'),
  },
  'A service of a third party that archives chats.',
);

export const AccountSettingsChatRetention = shape(
  'AccountSettingsChatRetention',
  {
    enable,
    retention_period_of_channels: period('When messages in channels are deleted'),
    retention_period_of_direct_messages_and_group_conversation: period(
      'When direct messages and group conversations are deleted',
    ),
  },
  'How long messages and files are stored.',
);

export const AccountSettingsChatFileRestrictions = shape(
  'AccountSettingsChatFileRestrictions',
  {
    file_restrictions_apply_to: enumOf(
      'AccountSettingsChatFileRestrictionScope',
      {
        SHARING_AND_VIEWING: ['sharing_and_viewing', 'Sending and viewing files.'],
        SHARING: ['sharing', 'Sending files alone.'],
      },
      'What the restrictions apply to.',
    ),
    maximum_file_size: bool('Whether the size of files is limited.'),
    file_size_restrictions: megabytes,
    file_size_restrictions_for_external: megabytes.describe('The largest file for external users.'),
    only_allow_specific_file_types: bool('Whether only certain types of files are allowed.'),
    file_type_restrictions: list(fileType, 'The types of files that are allowed.'),
    file_type_restrictions_for_external: list(fileType, 'The types of files that are allowed to external users.'),
  },
  'What files may be like.',
);

export const AccountSettingsChatFiles = shape(
  'AccountSettingsChatFiles',
  {
    enable,
    share_option: enumOf(
      'AccountSettingsChatShareWith',
      {
        DISABLE: ['disable', 'To nobody.'],
        ANYONE: ['anyone', 'To anyone.'],
        ACCOUNT: ['account', 'To people of the account.'],
        ORGANIZATION: ['organization', 'To people of the same organization.'],
      },
      'Who files may be sent to.',
    ),
    view_option: enumOf(
      'AccountSettingsChatViewFrom',
      {
        ANYONE: ['anyone', 'Those of anyone.'],
        ACCOUNT: ['account', 'Those of people of the account.'],
        ORGANIZATION: ['organization', 'Those of people of the same organization.'],
      },
      'Whose files may be viewed.',
    ),
    restrictions: AccountSettingsChatFileRestrictions,
  },
  'Files in chats and channels.',
);

export const AccountSettingsChat = shape(
  'AccountSettingsChat',
  {
    ai_compose: AccountSettingsChatAi,
    ai_quick_reply: bool('Whether AI Companion suggests replies.'),
    ai_quick_schedule: bool('Whether AI Companion helps to schedule meetings from messages.'),
    ai_recommend: bool('Whether AI Companion recommends chats.'),
    ai_sentence_completion: bool('Whether AI Companion completes sentences.'),
    ai_summary: AccountSettingsChatAi,
    allow_bots_chat: bool('Whether chatbots in chats and channels can read and write messages.'),
    allow_delete_message: saying(AccountSettingsChatOwnMessages, 'Whether users may delete their own messages.'),
    allow_edit_message: saying(AccountSettingsChatOwnMessages, 'Whether users may edit their own messages.'),
    allow_huddles_from_channels: bool('Whether users can start huddles from channels.'),
    allow_remove_msg_by_owner_and_admins: bool('Whether owner and admins of a channel may remove messages of others.'),
    allow_users_to_add_contacts: saying(AccountSettingsChatPeople, 'Who users may add as contacts.'),
    allow_users_to_chat_with_others: saying(AccountSettingsChatPeople, 'Who users may chat with.'),
    apply_local_storage_to_personal_channel: AccountSettingsChatPersonalStorage,
    chat_email_address: AccountSettingsChatEmailAddress,
    chat_emojis: AccountSettingsChatEmojis,
    chat_etiquette_tool: AccountSettingsEtiquetteTool,
    code_snippet: bool('Whether users can send code snippets.'),
    create_group_chat: bool('Whether users can create group chats.'),
    create_private_channels: bool('Whether users can create private channels.'),
    create_public_channels: bool('Whether users can create public channels.'),
    download_file: bool('Whether users can download files.'),
    external_collab_restrict: AccountSettingsChatCollaboration,
    external_invite_approve: saying(
      AccountSettingsChatApproval,
      'Whether an admin approves that external users are added to group chats and channels.',
    ),
    external_join_approve: saying(
      AccountSettingsChatApproval,
      'Whether an admin approves that users join external group chats and channels.',
    ),
    external_member_join: AccountSettingsChatMemberJoin,
    external_user_control: AccountSettingsChatExternalUsers,
    hyper_link: bool('Whether messages can hold hyperlinks.'),
    personal_channel: bool('Whether users have a channel for notes to themselves.'),
    presence_away_when_screen_saver: bool('Whether users show as away while the screen saver runs.'),
    presence_on_meeting: bool('Whether users show as being in a meeting.'),
    read_receipts: AccountSettingsChatReadReceipts,
    record_video_messages: bool('Whether users can record and send video messages.'),
    record_voice_messages: bool('Whether users can record and send voice messages.'),
    schedule_meetings_in_chat: bool('Whether users can schedule meetings from chats and channels.'),
    screen_capture: bool('Whether users can take and send screenshots.'),
    search_and_send_animated_gif_images: AccountSettingsChatGifs,
    send_data_to_third_party_archiving_service: AccountSettingsChatArchiving,
    set_chat_as_default_tab: bool('Whether the app opens with Team Chat for those who use it for the first time.'),
    set_retention_period_in_cloud: AccountSettingsChatRetention,
    set_retention_period_in_local: AccountSettingsChatRetention,
    share_files: AccountSettingsChatFiles,
    share_links_in_chat: bool('Whether users may share links to messages and channels.'),
    share_screen_in_chat: bool('Whether users can share their screen from chats.'),
    shared_spaces: bool('Whether users can create shared spaces.'),
    show_h323_contact_tab: bool('Whether H.323 devices show among the contacts.'),
    show_status_to_internal_contact: bool('Whether internal contacts see the status of users.'),
    store_revise_chat: bool('Whether edited and deleted messages are stored.'),
    suppress_removal_notification: bool('Whether no one is notified of users who were removed.'),
    suppress_user_group_notification: bool('Whether no one is notified of changes to groups of users.'),
    survey_poll: bool('Whether users can hold polls in chats and channels.'),
    translate_messages: bool('Whether users can translate messages.'),
  },
  'Team Chat.',
);
export const AccountSettingsChatBody = named(
  'AccountSettingsChatBody',
  AccountSettingsChat.extend({ chat_etiquette_tool: AccountSettingsEtiquetteToolBody.optional() }),
  textOf(AccountSettingsChat),
);
