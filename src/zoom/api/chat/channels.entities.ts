import { entity, fromPath } from '../../declare/entity.ts';
import * as api from './channels.ts';

export const ChatChannel = entity('ChatChannel', {
  shape: api.ChatChannel,
  key: { channelId: 'id' },
  get: api.getChatChannel,
});

/** A channel as one of its members sees it: messages are read, and members listed, on behalf of a user. */
export const UserChatChannel = entity('UserChatChannel', {
  shape: api.UserChatChannel,
  key: { userId: fromPath, channelId: 'id' },
  foundIn: [api.listUserChatChannels],
});

export const ChatChannelMember = entity('ChatChannelMember', {
  shape: api.ChatChannelMember,
  key: { channelId: fromPath, memberId: ['member_id', 'id', 'email'] },
  foundIn: [api.listChatChannelMembers],
});
