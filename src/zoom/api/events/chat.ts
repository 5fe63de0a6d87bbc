/** Team Chat: messages, channels, and what belongs to them. */
import { eventsOf, type Told } from '../../declare/event.ts';
import { as, bigInt, bool, dateTime, id, list, shape, string } from '../../declare/shape.ts';
import { ChatChannel, UserChatChannel } from '../chat/channels.entities.ts';
import { ChatFile } from '../chat/common.ts';
import { ChatMessage, NO_TARGET } from '../chat/messages.entities.ts';
import { User } from '../users/users.entities.ts';
import { itemsOf } from './common.ts';

type Raw = Readonly<Record<string, unknown>>;
const objectIn = (value: unknown): Raw => (typeof value === 'object' && value !== null ? (value as Raw) : {});

const byMember = { operator_member_id: id('Who did it, by the id that a person has in chat.') };
const memberBeside = shape('ChatMemberEventBeside', byMember);
const beside = shape('ChatEventBeside', {
  ...byMember,
  by_external_user: bool('Whether who did it belongs to another account.'),
});

const channelIn = (object: Raw): Told => {
  const { channel_id, channel_name, ...channel } = objectIn(object.channel);
  return {
    id: object.channel_id ?? channel_id,
    name: object.channel_name ?? channel_name,
    type: channel.type,
  };
};
const channel = { of: ChatChannel, description: 'The channel; null where there is none.', told: channelIn };
const contact = {
  of: User,
  description: 'The contact, where the account has such a user; null where it is about a channel.',
  told: ({ contact_id: id, contact_email: email }: Raw) => ({ id, email }),
};
const channelId = {
  of: ChatChannel,
  description: 'Only in this channel.',
  ids: ({ id, channel_id, channel, ...object }: Raw) => [
    channel_id,
    objectIn(channel).channel_id,
    // Events of channels name the channel as what they are about.
    ...(object.name === undefined ? [] : [id]),
  ],
};
const when = {
  date_time: as('occurredAt', dateTime('When it happened.')),
  timestamp: bigInt('The same, in milliseconds since 1970.'),
};

const textOf = (value: unknown): string => String(value ?? '');
const messageIdOf = ({ id, message_id, msg_id }: Raw): unknown => message_id ?? msg_id ?? id;
/** When the message was sent, by the name that the kind of event has for it. */
const sentAt = ({ msg_time, message_timestamp, date_time }: Raw): unknown => {
  if (typeof msg_time === 'string') return msg_time;
  return typeof message_timestamp === 'number' ? new Date(message_timestamp).toISOString() : date_time;
};

export const ChatMessageEvents = eventsOf('ChatMessageEvent', {
  description: 'Something happened to a message in Team Chat.',
  object: shape('ChatMessageEventObject', {
    ...when,
    message_id: id('The message.'),
    session_id: id('The chat.'),
    channel_id: id('The channel.', { of: 'ChatChannel' }),
    contact_email: string('The email address of the contact.'),
    message: string('The text.'),
    files: list(ChatFile, 'The files in the message.'),
    reply_main_message_id: id('The message that this one replies to.'),
    emoji: string('The emoji of a reaction.'),
  }),
  beside,
  edges: {
    channel,
    contact,
    message: {
      of: ChatMessage,
      description: 'The message, as who sent, changed or marked it sees it.',
      told: (object: Raw, { operator }) => ({
        id: messageIdOf(object),
        // When a reaction or a pin was made does not tell on which day the message was sent.
        date_time: sentAt(object),
        message: object.message,
        files: object.files,
        sender: sentAt(object) === object.date_time ? operator : undefined,
      }),
      place: ({ channel_id, contact_email }: Raw, { operator_id }) => ({
        userId: textOf(operator_id),
        to_channel: channel_id ? textOf(channel_id) : NO_TARGET.to_channel,
        to_contact: channel_id ? NO_TARGET.to_contact : textOf(contact_email),
      }),
    },
  },
  filters: { channelId },
  events: {
    chatMessageSent: ['A message was sent.', 'chat_message.sent'],
    chatMessageUpdated: ['A message was updated.', 'chat_message.updated'],
    chatMessageDeleted: ['A message was deleted.', 'chat_message.deleted'],
    chatMessageReplied: ['A message was replied to.', 'chat_message.replied'],
    teamChatChannelMessagePosted: ['A message was posted in a channel.', 'team_chat.channel_message_posted'],
    teamChatChannelMessageUpdated: ['A message in a channel was updated.', 'team_chat.channel_message_updated'],
    teamChatChannelMessageDeleted: ['A message in a channel was deleted.', 'team_chat.channel_message_deleted'],
    teamChatDmMessagePosted: ['A message was sent to a contact.', 'team_chat.dm_message_posted'],
    teamChatDmMessageUpdated: ['A message to a contact was updated.', 'team_chat.dm_message_updated'],
    teamChatDmMessageDeleted: ['A message to a contact was deleted.', 'team_chat.dm_message_deleted'],
    teamChatChannelReactionAdded: ['Somebody reacted to a message in a channel.', 'team_chat.channel_reaction_added'],
    teamChatChannelReactionRemoved: [
      'A reaction to a message in a channel was removed.',
      'team_chat.channel_reaction_removed',
    ],
    teamChatDmReactionAdded: ['Somebody reacted to a message to a contact.', 'team_chat.dm_reaction_added'],
    teamChatDmReactionRemoved: ['A reaction to a message to a contact was removed.', 'team_chat.dm_reaction_removed'],
    teamChatChannelPinAdded: ['A message was pinned in a channel.', 'team_chat.channel_pin_added'],
    teamChatChannelPinRemoved: ['A message is no longer pinned in a channel.', 'team_chat.channel_pin_removed'],
    teamChatBookmarkAdded: ['Somebody bookmarked a message.', 'team_chat.bookmark_added'],
    teamChatBookmarkRemoved: ['A bookmark of a message was removed.', 'team_chat.bookmark_removed'],
  },
  changes: [ChatMessage],
});

const ChannelMember = shape(
  'EventChannelMember',
  { id: as('userId', id('The user.', { of: 'User' })), display_name: as('name', string('The name.')) },
  'A member of a channel.',
);

export const ChatChannelEvents = eventsOf('ChatChannelEvent', {
  description: 'Something happened to a channel of Team Chat.',
  object: shape('ChatChannelEventObject', {
    ...when,
    members: list(ChannelMember, 'The members whom it is about.'),
    app_members: as('apps', list(ChannelMember, 'The apps that were added or removed.')),
  }),
  beside,
  edges: {
    channel: {
      of: ChatChannel,
      description: 'The channel.',
      told: ({ id, channel_id = id, name, channel_name = name, type }: Raw) => ({
        id: channel_id,
        name: channel_name,
        type,
      }),
    },
  },
  filters: { channelId },
  events: {
    chatChannelCreated: ['A channel was created.', 'chat_channel.created'],
    chatChannelUpdated: ['A channel was updated.', 'chat_channel.updated'],
    chatChannelDeleted: ['A channel was deleted.', 'chat_channel.deleted'],
    chatChannelMemberInvited: ['Members were invited to a channel.', 'chat_channel.member_invited'],
    chatChannelMemberJoined: ['A member joined a channel.', 'chat_channel.member_joined'],
    chatChannelMemberLeft: ['A member left a channel.', 'chat_channel.member_left'],
    chatChannelMemberRemoved: ['Members were removed from a channel.', 'chat_channel.member_removed'],
    teamChatChannelArchived: ['A channel was archived.', 'team_chat.channel_archived'],
    teamChatChannelUnarchived: ['A channel is no longer archived.', 'team_chat.channel_unarchived'],
    teamChatChannelAppAdded: ['An app was added to a channel.', 'team_chat.channel_app_added'],
    teamChatChannelAppRemoved: ['An app was removed from a channel.', 'team_chat.channel_app_removed'],
  },
  changes: [ChatChannel, UserChatChannel],
});

const Person = shape(
  'EventChatPerson',
  {
    user_id: id('The user.', { of: 'User' }),
    member_id: id('The same, by the id that a person has in chat.'),
    display_name: as('name', string('The name.')),
    user_email: as('email', string('The email address.')),
    role: string('What the person may do, in Zoom’s words.'),
    date_created: dateTime('When the invitation was made.'),
  },
  'Someone in Team Chat.',
);

export const ChatInvitationEvents = eventsOf('ChatInvitationEvent', {
  description: 'Somebody was invited to a channel of Team Chat, or wants to join it.',
  object: shape('ChatInvitationEventObject', {
    ...when,
    organization: shape(
      'EventOrganization',
      { org_id: id('The organization.'), org_name: string('What it is called.') },
      'The organization of who invites.',
    ),
    invitee: Person,
    inviters: list(Person, 'Who invited.'),
    requester: Person,
    type: as(
      'decidedBy',
      string('Who decides, or decided, in Zoom’s words, such as "by_channel_owner_account_admin".'),
    ),
  }),
  beside,
  edges: { channel },
  filters: { channelId },
  events: {
    teamChatChannelInvitationCreated: ['Somebody was invited to a channel.', 'team_chat.channel_invitation_created'],
    teamChatChannelInvitationApprovalRequested: [
      'An invitation to a channel is to be approved.',
      'team_chat.channel_invitation_approval_requested',
    ],
    teamChatChannelInvitationApproved: [
      'An invitation to a channel was approved.',
      'team_chat.channel_invitation_approved',
    ],
    teamChatChannelInvitationDeclined: [
      'An invitation to a channel was not approved.',
      'team_chat.channel_invitation_declined',
    ],
    teamChatChannelInvitationAccepted: [
      'An invitation to a channel was accepted.',
      'team_chat.channel_invitation_accepted',
    ],
    teamChatChannelInvitationRejected: [
      'An invitation to a channel was rejected.',
      'team_chat.channel_invitation_rejected',
    ],
    teamChatChannelInvitationRemoved: [
      'An invitation to a channel was taken back.',
      'team_chat.channel_invitation_removed',
    ],
    teamChatChannelJoinRequested: ['Somebody wants to join a channel.', 'team_chat.channel_join_requested'],
    teamChatChannelJoinApprovalRequested: [
      'That somebody joins a channel is to be approved.',
      'team_chat.channel_join_approval_requested',
    ],
    teamChatChannelJoinApproved: ['Somebody may join a channel.', 'team_chat.channel_join_approved'],
    teamChatChannelJoinDeclined: ['Somebody may not join a channel.', 'team_chat.channel_join_declined'],
  },
  changes: [ChatChannel],
  changesNothing: [
    'teamChatChannelInvitationCreated',
    'teamChatChannelInvitationApprovalRequested',
    'teamChatChannelInvitationDeclined',
    'teamChatChannelInvitationRejected',
    'teamChatChannelInvitationRemoved',
    'teamChatChannelJoinRequested',
    'teamChatChannelJoinApprovalRequested',
    'teamChatChannelJoinDeclined',
  ],
});

const EventFile = shape(
  'EventChatFile',
  {
    file_id: id('The file.'),
    file_name: string('What the file is called.'),
    file_size: bigInt('The size in bytes.'),
    file_type: string('The format of the file.'),
    OS_file_type: as('osFileType', string('The format of the file, by its ending.')),
    file_owner_id: id('Whose file it is.', { of: 'User' }),
  },
  'A file in Team Chat.',
);

export const ChatFileEvents = eventsOf('ChatFileEvent', {
  description: 'Something happened to a file in Team Chat.',
  object: shape('ChatFileEventObject', {
    timestamp: when.timestamp,
    files: list(EventFile, 'The files.'),
    file: as('downloaded', EventFile.optional()),
  }),
  beside,
  edges: { channel, contact },
  filters: { channelId },
  events: {
    teamChatFileUploaded: ['Files were uploaded.', 'team_chat.file_uploaded'],
    teamChatFileChanged: ['Files were changed.', 'team_chat.file_changed'],
    teamChatFileDeleted: ['Files were deleted.', 'team_chat.file_deleted'],
    teamChatFileShared: ['Files were shared.', 'team_chat.file_shared'],
    teamChatFileUnshared: ['Files are no longer shared.', 'team_chat.file_unshared'],
    teamChatFileDownloaded: ['A file was downloaded.', 'team_chat.file_downloaded'],
  },
  changes: [ChatMessage],
  changesNothing: ['teamChatFileDownloaded'],
});

const SpaceSettings = shape(
  'EventSharedSpaceSettings',
  {
    name: string('What the shared space is called.'),
    desc: as('description', string('What the shared space is for.')),
  },
  'What a shared space is.',
);

export const SharedSpaceEvents = eventsOf('SharedSpaceEvent', {
  description: 'Something happened to a shared space of Team Chat.',
  object: shape('SharedSpaceEventObject', {
    timestamp: when.timestamp,
    space_id: id('The shared space.'),
    space_name: string('What the shared space is called.'),
    members: list(Person, 'The members whom it is about.'),
    new_settings: SpaceSettings,
    old_settings: SpaceSettings,
  }),
  beside: memberBeside,
  edges: {},
  events: {
    teamChatSharedSpacesEdited: ['A shared space was edited.', 'team_chat.shared_spaces_edited'],
    teamChatSharedSpacesMemberInvited: [
      'Members were invited to a shared space.',
      'team_chat.shared_spaces_member_invited',
    ],
    teamChatSharedSpacesMemberLeft: ['A member left a shared space.', 'team_chat.shared_spaces_member_left'],
    teamChatSharedSpacesMemberRemoved: [
      'Members were removed from a shared space.',
      'team_chat.shared_spaces_member_removed',
    ],
  },
  changes: [],
});

export const ChatMarkEvents = eventsOf('ChatMarkEvent', {
  description: 'Somebody starred channels or contacts, or an emoji of the account was added or removed.',
  object: shape('ChatMarkEventObject', {
    ...when,
    name: as('emojiName', string('What the emoji is called.')),
    file_id: as('emojiFileId', id('The picture of the emoji.')),
  }),
  beside: memberBeside,
  edges: {
    channels: {
      of: ChatChannel,
      description: 'The channels that were starred, or no longer are.',
      each: ({ items }: Raw) => itemsOf(items).map(({ channel_id: id }) => (id ? { id } : null)),
    },
    contacts: {
      of: User,
      description: 'The contacts that were starred, or no longer are.',
      each: ({ items }: Raw) =>
        itemsOf(items).map(({ contact_id: id, contact_email: email }) => (id || email ? { id, email } : null)),
    },
  },
  events: {
    teamChatStarred: ['Somebody starred channels or contacts.', 'team_chat.starred'],
    teamChatUnstarred: ['Channels or contacts are no longer starred.', 'team_chat.unstarred'],
    teamChatEmojiAdded: ['An emoji was added to the account.', 'team_chat.emoji_added'],
    teamChatEmojiRemoved: ['An emoji was removed from the account.', 'team_chat.emoji_removed'],
  },
  changes: [],
});
