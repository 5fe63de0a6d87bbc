/** Messages in channels and to contacts. */
import type { Params } from '../../../resolvers/entity.ts';
import { ChatMessage, NO_TARGET } from '../../../src/zoom/api/chat/messages.entities.ts';
import * as api from '../../../src/zoom/api/chat/messages.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import { dayOf, today } from '../../../src/zoom/declare/days.ts';
import { entityObject, refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { objectOf } from '../../types/shape.ts';
import { userBy, userIn } from '../dashboards/session.ts';

export const chatMessagesDomain: Domain = (builder) => {
  entityObject(builder, ChatMessage, {
    fields: (t) => ({
      sender: t.zoomRef({
        of: User,
        requires: ['sender'],
        link: (message) => userBy(message.get('sender')),
        knownFields: ['email'],
        description: 'The sender as a user.',
      }),
      replyTo: t.zoomLookup({
        of: ChatMessage,
        requires: ['reply_main_message_id', 'reply_main_message_timestamp'],
        params: (message): Params | null => {
          const [messageId, sent] = [message.get('reply_main_message_id'), message.get('reply_main_message_timestamp')];
          return messageId && sent ? { ...message.params, day: dayOf(sent), messageId } : null;
        },
        optional: true,
        description: 'The message that this one replies to; null if it is none, or if the other one is gone.',
      }),
    }),
  });

  builder.objectField(objectOf(builder, api.ChatReactionSender), 'user', (t) =>
    t.zoomRef({ of: User, link: ({ user_id }) => userIn({ id: user_id }), description: 'The sender as a user.' }),
  );
  builder.objectField(objectOf(builder, api.ChatMention), 'user', (t) =>
    t.zoomRef({
      of: User,
      link: ({ at_contact }) => userBy(at_contact as string | undefined),
      knownFields: [],
      description: 'The one who is mentioned, as a user.',
    }),
  );

  builder.objectField(refOf(builder, User), 'chatMessages', (t) =>
    t.zoomConnection({
      list: api.listChatMessages,
      of: ChatMessage,
      extraKey: NO_TARGET,
      description: 'The messages of the user with a contact or in a channel, the newest days first.',
    }),
  );

  const pathEntities = { userId: User };
  const named = { ...pathEntities, messageId: ChatMessage };
  const pathDescriptions = {
    userId: "The user who sent the message: the global id, Zoom's own, the email, or `me`.",
    messageId: "The ChatMessage, by global id or Zoom's own. By its global id alone it can be read again.",
  };
  builder.mutationFields((t) => ({
    sendChatMessage: t.zoomMutation('sendChatMessage', {
      endpoint: api.sendChatMessage,
      description: 'Sends a chat message to a channel or to a contact.',
      pathEntities,
      payload: {
        chatMessage: {
          of: ChatMessage,
          optional: true,
          description: 'The message; null for one that is to be sent later.',
          params: ({ path, body: { to_channel, to_contact, scheduled_time }, answer: { id } }) =>
            id && !scheduled_time
              ? {
                  userId: path.userId ?? '',
                  to_channel: String(to_channel ?? NO_TARGET.to_channel),
                  to_contact: String(to_contact ?? NO_TARGET.to_contact),
                  day: today(),
                  messageId: String(id),
                }
              : undefined,
        },
      },
      exposeResponse: true,
    }),
    updateChatMessage: t.zoomMutation('updateChatMessage', {
      endpoint: api.updateChatMessage,
      description: 'Updates a chat message that the user sent.',
      pathEntities: named,
      pathDescriptions,
      payload: { chatMessage: ChatMessage },
    }),
    deleteChatMessage: t.zoomMutation('deleteChatMessage', {
      endpoint: api.deleteChatMessage,
      description: 'Deletes a chat message that the user sent.',
      pathEntities: named,
      pathDescriptions,
      payload: {},
      deletes: ChatMessage,
    }),
  }));
};
