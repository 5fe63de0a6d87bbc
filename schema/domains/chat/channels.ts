/** Channels of Team Chat, who is in them, and what a user is in. */
import { ChatChannel, ChatChannelMember, UserChatChannel } from '../../../src/zoom/api/chat/channels.entities.ts';
import * as api from '../../../src/zoom/api/chat/channels.ts';
import { ChatMessage } from '../../../src/zoom/api/chat/messages.entities.ts';
import { listChannelChatMessages } from '../../../src/zoom/api/chat/messages.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import { keysOf } from '../../../src/zoom/declare/shape.ts';
import { entityObject, refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { objectOf } from '../../types/shape.ts';
import { userIn } from '../dashboards/session.ts';

type ListedField = keyof typeof api.UserChatChannel.shape;
/** What a user's list tells of a channel in any case: who may post to it by name, the channel alone tells. */
const listed = [...keysOf(api.UserChatChannel)].filter((key) => key !== 'channel_settings') as ListedField[];

const messages = { list: listChannelChatMessages, of: ChatMessage };

export const chatChannelsDomain: Domain = (builder) => {
  entityObject(builder, ChatChannel, {
    fields: (t) => ({
      members: t.zoomConnection({
        list: api.listChatChannelMembers,
        of: ChatChannelMember,
        description: 'The members of the channel.',
      }),
      messages: t.zoomConnection({
        ...messages,
        path: () => ({ userId: 'me' }),
        parentQuery: { to_channel: ({ zoomId }) => zoomId },
        description: 'The messages in the channel as the user of the access token sees them, the newest days first.',
      }),
    }),
  });

  entityObject(builder, UserChatChannel, {
    fields: (t) => ({
      channel: t.zoomRef({
        of: ChatChannel,
        link: (one) => {
          const { channel_settings, ...facts } = one.row;
          const isWhole = channel_settings?.posting_permissions !== DESIGNATED;
          return { ...facts, id: one.zoomId, ...(isWhole && { channel_settings }) };
        },
        knownFields: listed,
        description: 'The channel.',
      }),
      user: t.zoomRef({
        of: User,
        link: ({ params: { userId } }) => ({ id: userId }),
        description: 'The user who is in the channel.',
        inverse: true,
      }),
      members: t.zoomConnection({
        list: api.listUserChatChannelMembers,
        of: ChatChannelMember,
        description: 'The members of the channel, read on behalf of the user.',
      }),
      messages: t.zoomConnection({
        ...messages,
        parentQuery: { to_channel: ({ zoomId }) => zoomId },
        description: 'The messages in the channel as the user sees them, the newest days first.',
      }),
    }),
  });

  entityObject(builder, ChatChannelMember, {
    fields: (t) => ({
      user: t.zoomRef({
        of: User,
        requires: ['id', 'email', 'is_external'],
        link: (one) => (one.get('is_external') ? null : userIn({ id: one.get('id'), email: one.get('email') })),
        knownFields: ['id', 'email'],
        description: 'The member as a user; null for one of another account.',
      }),
    }),
  });

  builder.objectField(objectOf(builder, api.ChatChannelPoster), 'user', (t) =>
    t.zoomRef({
      of: User,
      link: ({ user_id }) => userIn({ id: user_id }),
      description: 'The member as a user.',
    }),
  );

  builder.objectField(refOf(builder, User), 'chatChannels', (t) =>
    t.zoomConnection({
      list: api.listUserChatChannels,
      of: UserChatChannel,
      description: 'The chat channels that the user is in.',
    }),
  );
  builder.queryFields((t) => ({
    chatChannel: t.zoomNode({ of: ChatChannel, id: "The global id or Zoom's own.", description: 'One chat channel.' }),
  }));

  const pathEntities = { channelId: ChatChannel };
  builder.mutationFields((t) => ({
    createChatChannel: t.zoomMutation('createChatChannel', {
      endpoint: api.createChatChannel,
      description: 'Creates a chat channel that a user owns.',
      pathEntities: { userId: User },
      payload: { userChatChannel: UserChatChannel },
    }),
    updateChatChannel: t.zoomMutation('updateChatChannel', {
      endpoint: api.updateChatChannel,
      description: 'Updates the name, the type and the settings of a chat channel. What is left out stays.',
      pathEntities,
      payload: { chatChannel: ChatChannel },
    }),
    deleteChatChannel: t.zoomMutation('deleteChatChannel', {
      endpoint: api.deleteChatChannel,
      description: 'Deletes a chat channel.',
      pathEntities,
      payload: {},
      deletes: ChatChannel,
    }),
    inviteChatChannelMembers: t.zoomMutation('inviteChatChannelMembers', {
      endpoint: api.inviteChatChannelMembers,
      description: 'Adds contacts of the user to a chat channel.',
      pathEntities,
      payload: { chatChannel: ChatChannel },
      exposeResponse: true,
    }),
    joinChatChannel: t.zoomMutation('joinChatChannel', {
      endpoint: api.joinChatChannel,
      description: 'Adds the user of the access token to a chat channel that is open to the account.',
      pathEntities,
      payload: {
        chatChannel: { of: ChatChannel, params: ({ path: { channelId = '' } }) => ({ channelId }) },
        user: { of: User, params: ({ answer: { id } }) => ({ userId: typeof id === 'string' && id ? id : 'me' }) },
      },
      exposeResponse: true,
    }),
    leaveChatChannel: t.zoomMutation('leaveChatChannel', {
      endpoint: api.leaveChatChannel,
      description: 'Removes the user of the access token from a chat channel.',
      pathEntities,
      payload: { chatChannel: ChatChannel },
    }),
    removeChatChannelMember: t.zoomMutation('removeChatChannelMember', {
      endpoint: api.removeChatChannelMember,
      description: 'Removes a member from a chat channel.',
      pathEntities: { ...pathEntities, identifier: User },
      pathDescriptions: {
        identifier: "The member: the user's id, global or Zoom's own, the email address, or the id of the member.",
      },
      payload: { chatChannel: ChatChannel },
    }),
  }));
};
/** Zoom's value for channels in which some members may post. */
const DESIGNATED = 3;
