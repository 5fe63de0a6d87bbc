/** Channels of Zoom Team Chat and their members. */
import { byToken, del, get, list as listing, patch, post } from '../../declare/endpoint.ts';
import {
  as,
  bool,
  dateTime,
  delimitedIds,
  enumOf,
  id,
  list,
  named,
  needing,
  oneOf,
  shape,
  string,
  textOf,
  url,
  wording,
} from '../../declare/shape.ts';
import { orAdmin } from '../meetings/meetings.ts';

const member = {
  user_id: id('The user.', { of: 'User' }),
  member_id: id('The member, also of another account.'),
};
export const ChatChannelPoster = shape(
  'ChatChannelPoster',
  member,
  'Someone who may post to a channel in which not all members may.',
);

export const ChatChannelSettings = shape(
  'ChatChannelSettings',
  {
    add_member_permissions: enumOf(
      'ChatChannelAdding',
      {
        ALL_MEMBERS: [1, 'All members.'],
        ADMINS: [2, 'The owner and the admins of the channel.'],
      },
      'Who may add members.',
    ),
    new_members_can_see_previous_messages_files: bool('Whether new members see the messages and files from before.'),
    posting_permissions: enumOf(
      'ChatChannelPosting',
      {
        ALL_MEMBERS: [1, 'All members.'],
        ADMINS: [2, 'The owner and the admins of the channel.'],
        DESIGNATED_MEMBERS: [3, 'The owner, the admins and those in `designatedPostingMembers`.'],
      },
      'Who may post.',
    ),
    mention_all_permissions: enumOf(
      'ChatChannelMentioning',
      {
        ALL_MEMBERS: [1, 'All members.'],
        ADMINS: [2, 'The owner and the admins of the channel.'],
        NOBODY: [3, 'Nobody.'],
      },
      'Who may mention all members at once.',
    ),
    // Zoom has a value 3 as well, and says nothing of it where it describes the others.
    allow_to_add_external_users: enumOf(
      'ChatChannelExternalAdding',
      {
        NOBODY: [0, 'Nobody.'],
        ALL_MEMBERS: [1, 'All members.'],
        MEMBERS_OF_ACCOUNT: [2, "Members who belong to the channel's own account."],
      },
      'Who may add people of other accounts.',
    ),
    designated_posting_members: list(ChatChannelPoster, 'Those who may post besides the owner and the admins.'),
  },
  'What the members of a channel may do.',
);

export const ChatChannel = shape(
  'ChatChannel',
  {
    id: id(),
    jid: string('The address of the channel in chat protocols.'),
    name: string('What the channel is called.'),
    type: enumOf(
      'ChatChannelType',
      {
        PRIVATE: [1, 'Who joins must be invited, and may be of any account.'],
        PRIVATE_IN_ACCOUNT: [2, 'Who joins must be invited, and belongs to the account.'],
        PUBLIC: [3, 'Anyone in the account can find and join it.'],
        INSTANT: [4, 'Made by adding people to a chat.'],
        PUBLIC_EXTERNAL: [5, 'Anyone in the account can join it and invite people of other accounts.'],
      },
      'Who can join a channel.',
    ),
    channel_url: url('The address by which the channel is opened.'),
    channel_settings: ChatChannelSettings,
  },
  'A channel of Zoom Team Chat.',
);

export const UserChatChannel = named('UserChatChannel', ChatChannel, 'A chat channel as one of its members sees it.');

export const ChatChannelMember = shape(
  'ChatChannelMember',
  {
    id: as('userId', id("The member's user.", { of: 'User' })),
    member_id: id('The member, also of another account.'),
    email: string('The email address.'),
    first_name: string('The first name.'),
    last_name: string('The last name.'),
    name: string('The full name.'),
    role: enumOf(
      'ChatChannelRole',
      {
        OWNER: ['owner', 'Owns the channel.'],
        ADMIN: ['admin', 'Manages the channel.'],
        MEMBER: ['member', 'Takes part in the channel.'],
      },
      'What someone may do in a channel.',
    ),
    is_external: bool('Whether the member belongs to another account.'),
  },
  'A member of a channel.',
);

const ChatChannelMemberBody = shape('ChatChannelMemberBody', {
  email: string('The email address of a contact.'),
}).required({ email: true });
const newMembers = (description: string, limits?: { max: number }) =>
  list(named('ChatChannelMemberBody', ChatChannelMemberBody, 'Someone to be a member.'), description, limits);

const writableSettings = { allow_to_add_external_users: true, designated_posting_members: true } as const;
const CreateChatChannelSettingsBody = named(
  'CreateChatChannelSettingsBody',
  ChatChannelSettings.omit(writableSettings),
  textOf(ChatChannelSettings),
);
const UpdateChatChannelSettingsBody = named(
  'UpdateChatChannelSettingsBody',
  CreateChatChannelSettingsBody.extend({
    designated_posting_members: list(
      oneOf(named('ChatChannelPosterBody', ChatChannelPoster, 'Someone who may post, named in one of two ways.')),
      'Those who may post besides the owner and the admins; all who are to be there.',
    ).optional(),
  }),
  textOf(ChatChannelSettings),
);

const ChatSharedSpaceBody = named(
  'ChatSharedSpaceBody',
  shape('ChatSharedSpaceBody', {
    space_id: id('The shared space.'),
    space_channel_type: enumOf(
      'ChatSpaceChannelType',
      {
        PRIVATE: ['private', 'Members must be invited.'],
        PUBLIC_FOR_MEMBERS: ['public_for_members', 'All members of the shared space can join.'],
      },
      'Who of a shared space can join the channel.',
    ),
  }).required({ space_id: true }),
  'The shared space that the channel is made in.',
);
export const CreateChatChannelBody = named(
  'CreateChatChannelBody',
  wording(ChatChannel.pick({ name: true, type: true }), {
    type: 'Who can join the channel. Zoom does not take PUBLIC_EXTERNAL here.',
  }).extend({
    channel_settings: CreateChatChannelSettingsBody.optional(),
    members: newMembers('The first members besides the user.').optional(),
    shared_space: ChatSharedSpaceBody.optional(),
  }),
);

export const UpdateChatChannelBody = named(
  'UpdateChatChannelBody',
  wording(ChatChannel.pick({ name: true, type: true }), {
    type: 'Who can join the channel. Zoom does not take INSTANT here.',
  })
    .extend({ channel_settings: UpdateChatChannelSettingsBody.optional() })
    .required({ name: true }),
);

export const CreatedChatChannel = named('CreatedChatChannel', ChatChannel.omit({ channel_settings: true }));

export const InviteChatChannelMembersBody = needing(
  shape('InviteChatChannelMembersBody', { members: newMembers('Whom to add.', { max: 5 }) }),
  ['members'],
);
export const InvitedChatChannelMembers = shape('InvitedChatChannelMembers', {
  added_at: dateTime('When the members were added.'),
  ids: delimitedIds(',', 'The users who are members now.'),
  member_ids: delimitedIds(',', 'The members, by the ids that they have in chat.'),
});
export const JoinedChatChannel = shape('JoinedChatChannel', {
  added_at: dateTime('When the user joined.'),
  id: as('userId', id('The user who joined.', { of: 'User' })),
  member_id: id('The new member, by the id that the user has in chat.'),
});

/** Zoom's texts name 50 for chat's lists (docs/zoom.md 3.1). */
const page = byToken(50);
const reading = orAdmin('chat_channel:read', 'chat_channel:write');
const writing = orAdmin('chat_channel:write');

export const listUserChatChannels = listing('/chat/users/{userId}/channels', {
  items: 'channels',
  of: ChatChannel,
  paging: page,
  limit: 'MEDIUM',
  scopes: [...reading, ...orAdmin('team_chat:read:list_user_channels')],
});

export const getChatChannel = get('/chat/channels/{channelId}', {
  of: ChatChannel,
  limit: 'MEDIUM',
  scopes: [...reading, 'team_chat:read:channel'],
});

export const listChatChannelMembers = listing('/chat/channels/{channelId}/members', {
  items: 'members',
  of: ChatChannelMember,
  paging: page,
  limit: 'MEDIUM',
  scopes: [...reading, 'team_chat:read:list_members'],
});

export const listUserChatChannelMembers = listing('/chat/users/{userId}/channels/{channelId}/members', {
  items: 'members',
  of: ChatChannelMember,
  paging: page,
  limit: 'MEDIUM',
  scopes: [...reading, ...orAdmin('team_chat:read:list_members')],
});

export const createChatChannel = post('/chat/users/{userId}/channels', {
  body: CreateChatChannelBody,
  of: CreatedChatChannel,
  limit: 'MEDIUM',
  scopes: [...writing, ...orAdmin('team_chat:write:user_channel')],
});

export const updateChatChannel = patch('/chat/channels/{channelId}', {
  body: UpdateChatChannelBody,
  limit: 'MEDIUM',
  scopes: [...writing, 'team_chat:update:channel'],
});

export const deleteChatChannel = del('/chat/channels/{channelId}', {
  limit: 'MEDIUM',
  scopes: [...writing, 'team_chat:delete:channel'],
});

export const inviteChatChannelMembers = post('/chat/channels/{channelId}/members', {
  body: InviteChatChannelMembersBody,
  of: InvitedChatChannelMembers,
  limit: 'MEDIUM',
  scopes: [...writing, 'team_chat:write:members'],
});

export const joinChatChannel = post('/chat/channels/{channelId}/members/me', {
  of: JoinedChatChannel,
  limit: 'MEDIUM',
  scopes: [...writing, 'team_chat:write:member'],
});

export const leaveChatChannel = del('/chat/channels/{channelId}/members/me', {
  limit: 'MEDIUM',
  scopes: [...writing, ...orAdmin('team_chat:delete:member')],
});

/** `identifier` is a user id, a member id or an email. */
export const removeChatChannelMember = del('/chat/channels/{channelId}/members/{identifier}', {
  limit: 'MEDIUM',
  scopes: [...writing, 'team_chat:delete:member'],
});
