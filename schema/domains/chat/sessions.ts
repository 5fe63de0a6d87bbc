/** The report on chat. */
import { partFor } from '../../../resolvers/call-for.ts';
import { ChatChannel } from '../../../src/zoom/api/chat/channels.entities.ts';
import { ChatSession, ChatSessionMessage, DELETED, EDITED } from '../../../src/zoom/api/chat/sessions.entities.ts';
import * as api from '../../../src/zoom/api/chat/sessions.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import { entityObject } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { objectOf } from '../../types/shape.ts';
import { userIn } from '../dashboards/session.ts';

export const chatSessionsDomain: Domain = (builder) => {
  entityObject(builder, ChatSession, {
    fields: (t) => {
      const messages = {
        of: ChatSessionMessage,
        parentQuery: {
          from: ({ params }: { params: { from?: string } }) => params.from ?? '',
          to: ({ params }: { params: { to?: string } }) => params.to ?? '',
        },
      };
      return {
        channel: t.zoomRef({
          of: ChatChannel,
          requires: ['channel_id'],
          link: (session) => {
            const id = session.get('channel_id');
            return id ? { id } : null;
          },
          description: 'The channel, if the session is one.',
        }),
        members: t.field({
          type: [objectOf(builder, api.ChatSessionMember)],
          nullable: true,
          description: 'Those who chat.',
          extensions: { requires: ['member_emails'] },
          resolve: async (session, _, { store }) => {
            await store.load(session, ['member_emails']);
            return session.get('member_emails')?.map((email) => partFor(store, session, { email }));
          },
        }),
        messages: t.zoomConnection({
          ...messages,
          list: api.listChatSessionMessages,
          description: 'The messages within the days of the report.',
        }),
        editedMessages: t.zoomConnection({
          ...messages,
          list: api.listEditedChatSessionMessages,
          constants: EDITED,
          description: 'The messages that were edited within the days of the report.',
        }),
        deletedMessages: t.zoomConnection({
          ...messages,
          list: api.listDeletedChatSessionMessages,
          constants: DELETED,
          description: 'The messages that were deleted within the days of the report.',
        }),
      };
    },
  });

  builder.objectField(objectOf(builder, api.ChatSessionMember), 'user', (t) =>
    t.zoomRef({
      of: User,
      link: ({ email }) => userIn({ email }),
      knownFields: ['email'],
      description: 'The one who takes part, as a user.',
    }),
  );

  entityObject(builder, ChatSessionMessage, {
    fields: (t) => ({
      sender: t.zoomRef({
        of: User,
        requires: ['sender', 'is_sender_external'],
        link: (message) => (message.get('is_sender_external') ? null : userIn({ email: message.get('sender') })),
        knownFields: ['email'],
        description: 'The sender as a user; null for one of another account.',
      }),
      receiver: t.zoomRef({
        of: User,
        requires: ['receiver'],
        link: (message) => userIn({ email: message.get('receiver') }),
        knownFields: ['email'],
        description: 'The receiver as a user, where two people chat.',
      }),
      replyTo: t.zoomLookup({
        of: ChatSessionMessage,
        requires: ['reply_main_message_id'],
        params: (message) => {
          const messageId = message.get('reply_main_message_id');
          return messageId ? { ...message.params, messageId } : null;
        },
        optional: true,
        description: 'The message that this one replies to; null if it is none, or not of the days of the report.',
      }),
    }),
  });

  builder.objectField(objectOf(builder, api.ChatSessionReaction), 'users', (t) =>
    t.zoomRefs({
      of: User,
      links: ({ user_ids }) => (user_ids as string[] | undefined)?.map((id) => ({ id })),
      description: 'The users who reacted.',
    }),
  );

  builder.queryFields((t) => ({
    chatSessions: t.zoomConnection({
      list: api.listChatSessions,
      of: ChatSession,
      path: () => ({}),
      description: 'The report on chat: the channels, groups and pairs that wrote within some days.',
    }),
  }));
};
