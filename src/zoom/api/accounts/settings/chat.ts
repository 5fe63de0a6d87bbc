/** Team Chat: who may chat with whom, what may be shared, and how long messages are kept. */
import { bool, delimited, enumOf, id, int, list, named, secret, shape, string } from '../../../declare/shape.ts';

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
  'Who is meant.',
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
const fileType = enumOf('AccountSettingsChatFileType', {
  GZ: '.gz',
  RAR: '.rar',
  ZIP: '.zip',
  XLS: '.xls',
  XLSX: '.xlsx',
  JSON: '.json',
  PNG: '.png',
  PPTX: '.pptx',
  PPT: '.ppt',
  SEVEN_ZIP: '.7z',
  XMIND: '.xmind',
  PDF: '.pdf',
  PPS: '.pps',
  TXT: '.txt',
  DOCX: '.docx',
  DOC: '.doc',
});
const period = (description: string) => string(`${description}, such as "1y", "6m" or "30d".`);
const domainsOrEmails = delimited(',', 'The domains or the email addresses that `selected_option` speaks of.');
const ofExternalAccounts = bool('Whether certain external accounts are named.');

export const AccountSettingsChatAi = shape(
  'AccountSettingsChatAi',
  { enable: bool(), shown_in_team_chat: bool() },
  'A feature of AI Companion in chats.',
);

export const AccountSettingsChatDeleteMessage = shape(
  'AccountSettingsChatDeleteMessage',
  { enable: bool(), time: minutes },
  'Whether users may delete their own messages.',
);

export const AccountSettingsChatEditMessage = shape(
  'AccountSettingsChatEditMessage',
  { enable: bool(), time: minutes },
  'Whether users may edit their own messages.',
);

export const AccountSettingsChatAddContacts = shape(
  'AccountSettingsChatAddContacts',
  {
    enable: bool(),
    selected_option: whom,
    user_email_addresses: domainsOrEmails,
  },
  'Who users may add as contacts.',
);

export const AccountSettingsChatWithOthers = shape(
  'AccountSettingsChatWithOthers',
  {
    enable: bool(),
    selected_option: whom,
    user_email_addresses: domainsOrEmails,
  },
  'Who users may chat with.',
);

export const AccountSettingsChatPersonalStorage = shape(
  'AccountSettingsChatPersonalStorage',
  { enable: bool(), retention_period: period('When messages are deleted') },
  'Whether messages of the personal channel are stored on local devices.',
);

export const AccountSettingsChatEmailAddress = shape(
  'AccountSettingsChatEmailAddress',
  {
    enable: bool(),
    only_allow_specific_domains: bool(),
    specific_domains: list(string(), 'The domains from which emails are taken.'),
  },
  'Addresses of chats and channels: emails to them are posted there.',
);

export const AccountSettingsChatEmojis = shape(
  'AccountSettingsChatEmojis',
  { enable: bool(), emojis_option: enumOf('AccountSettingsChatEmojisOption', ['all', 'selected'], 'Which emojis.') },
  'The emojis that users may send.',
);

export const AccountSettingsEtiquettePolicy = shape(
  'AccountSettingsEtiquettePolicy',
  {
    id: id(),
    name: string(),
    description: string(),
    is_locked: bool(),
    keywords: list(string(), 'The words that messages are searched for.'),
    regular_expression: string('The pattern that messages are searched for.'),
    status: enumOf('AccountSettingsEtiquettePolicyStatus', ['activated', 'deactivated']),
    trigger_action: enumOf(
      'AccountSettingsEtiquetteAction',
      { ASK: 1, BLOCK: 2 },
      'What happens to a message that matches: its author is asked to confirm, or it is not sent.',
    ),
  },
  'A rule about the words of chat messages.',
);

export const AccountSettingsEtiquetteTool = shape(
  'AccountSettingsEtiquetteTool',
  {
    enable: bool(),
    policies: list(AccountSettingsEtiquettePolicy),
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
      ['create', 'update', 'delete'],
      'What is done with the policies given.',
    ).optional(),
  }),
  'The Chat Etiquette Tool, and what to do with policies of it.',
);

export const AccountSettingsChatCollaboration = shape(
  'AccountSettingsChatCollaboration',
  {
    enable: bool(),
    external_chat: enumOf('AccountSettingsChatExternal', ['allowed', 'not_allowed'], 'What the group may do.'),
    group_id: id('The group of users that is meant.', { of: 'Group' }),
  },
  'Whether a group of users may work with external people in group chats and channels.',
);

export const AccountSettingsChatInviteApproval = shape(
  'AccountSettingsChatInviteApproval',
  {
    enable: bool(),
    selected_option: approval,
    channel_id: id('The channel into which requests go.'),
    external_account: ofExternalAccounts,
  },
  'Whether an admin approves that external users are added to group chats and channels.',
);

export const AccountSettingsChatJoinApproval = shape(
  'AccountSettingsChatJoinApproval',
  {
    enable: bool(),
    selected_option: approval,
    channel_id: id('The channel into which requests go.'),
    external_account: ofExternalAccounts,
  },
  'Whether an admin approves that users join external group chats and channels.',
);

export const AccountSettingsChatMemberJoin = shape(
  'AccountSettingsChatMemberJoin',
  { enable: bool(), external_account: ofExternalAccounts },
  'Whether members of the organization may join external group chats and channels.',
);

export const AccountSettingsChatExternalUsers = shape(
  'AccountSettingsChatExternalUsers',
  {
    enable: bool(),
    selected_option: enumOf(
      'AccountSettingsChatExternalUsersBy',
      { EVERYONE: 1, ORGANIZATION_AND_ACCOUNTS: 2, OWNER_AND_ADMINS: 3 },
      'Who may add them; the second means members of the organization and of certain external accounts.',
    ),
    external_account: ofExternalAccounts,
  },
  'Whether external users may be added to group chats and channels.',
);

export const AccountSettingsChatReadReceipts = shape(
  'AccountSettingsChatReadReceipts',
  { enable: bool(), allow_users_opt_out: bool() },
  'Whether one sees that a message has been read, in chats of fewer than 20 members.',
);

export const AccountSettingsChatGifs = shape(
  'AccountSettingsChatGifs',
  {
    enable: bool(),
    giphy_content_rating: enumOf(
      'AccountSettingsGiphyRating',
      { RATING_1: 1, RATING_2: 2, RATING_3: 3, RATING_4: 4 },
      "GIPHY's content rating, as Zoom numbers it; no document says what the numbers mean.",
    ),
  },
  'Animated images of GIPHY.',
);

export const AccountSettingsChatArchiving = shape(
  'AccountSettingsChatArchiving',
  {
    enable: bool(),
    type: enumOf('AccountSettingsChatArchivingType', ['global_relay', 'smarsh'], 'The service.'),
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
    enable: bool(),
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
      ['sharing_and_viewing', 'sharing'],
      'What the restrictions apply to.',
    ),
    maximum_file_size: bool('Whether the size of files is limited.'),
    file_size_restrictions: megabytes,
    file_size_restrictions_for_external: megabytes.describe('The largest file for external users.'),
    only_allow_specific_file_types: bool(),
    file_type_restrictions: list(fileType, 'The types of files that are allowed.'),
    file_type_restrictions_for_external: list(fileType, 'The types of files that are allowed to external users.'),
  },
  'What files may be like.',
);

export const AccountSettingsChatFiles = shape(
  'AccountSettingsChatFiles',
  {
    enable: bool(),
    share_option: enumOf(
      'AccountSettingsChatShareWith',
      ['disable', 'anyone', 'account', 'organization'],
      'Who files may be sent to.',
    ),
    view_option: enumOf(
      'AccountSettingsChatViewFrom',
      ['anyone', 'account', 'organization'],
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
    ai_quick_reply: bool(),
    ai_quick_schedule: bool(),
    ai_recommend: bool(),
    ai_sentence_completion: bool(),
    ai_summary: AccountSettingsChatAi,
    allow_bots_chat: bool(),
    allow_delete_message: AccountSettingsChatDeleteMessage,
    allow_edit_message: AccountSettingsChatEditMessage,
    allow_huddles_from_channels: bool(),
    allow_remove_msg_by_owner_and_admins: bool('Whether owner and admins of a channel may remove messages of others.'),
    allow_users_to_add_contacts: AccountSettingsChatAddContacts,
    allow_users_to_chat_with_others: AccountSettingsChatWithOthers,
    apply_local_storage_to_personal_channel: AccountSettingsChatPersonalStorage,
    chat_email_address: AccountSettingsChatEmailAddress,
    chat_emojis: AccountSettingsChatEmojis,
    chat_etiquette_tool: AccountSettingsEtiquetteTool,
    code_snippet: bool(),
    create_group_chat: bool(),
    create_private_channels: bool(),
    create_public_channels: bool(),
    download_file: bool(),
    external_collab_restrict: AccountSettingsChatCollaboration,
    external_invite_approve: AccountSettingsChatInviteApproval,
    external_join_approve: AccountSettingsChatJoinApproval,
    external_member_join: AccountSettingsChatMemberJoin,
    external_user_control: AccountSettingsChatExternalUsers,
    hyper_link: bool(),
    personal_channel: bool(),
    presence_away_when_screen_saver: bool('Whether users show as away while the screen saver runs.'),
    presence_on_meeting: bool('Whether users show as being in a meeting.'),
    read_receipts: AccountSettingsChatReadReceipts,
    record_video_messages: bool(),
    record_voice_messages: bool(),
    schedule_meetings_in_chat: bool(),
    screen_capture: bool(),
    search_and_send_animated_gif_images: AccountSettingsChatGifs,
    send_data_to_third_party_archiving_service: AccountSettingsChatArchiving,
    set_chat_as_default_tab: bool(),
    set_retention_period_in_cloud: AccountSettingsChatRetention,
    set_retention_period_in_local: AccountSettingsChatRetention,
    share_files: AccountSettingsChatFiles,
    share_links_in_chat: bool('Whether users may share links to messages and channels.'),
    share_screen_in_chat: bool(),
    shared_spaces: bool(),
    show_h323_contact_tab: bool('Whether H.323 devices show among the contacts.'),
    show_status_to_internal_contact: bool(),
    store_revise_chat: bool('Whether edited and deleted messages are stored.'),
    suppress_removal_notification: bool('Whether no one is notified of users who were removed.'),
    suppress_user_group_notification: bool('Whether no one is notified of changes to groups of users.'),
    survey_poll: bool(),
    translate_messages: bool(),
  },
  'Team Chat.',
);
export const AccountSettingsChatBody = named(
  'AccountSettingsChatBody',
  AccountSettingsChat.extend({ chat_etiquette_tool: AccountSettingsEtiquetteToolBody.optional() }),
  'Team Chat.',
);
