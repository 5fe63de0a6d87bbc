import { entity, fromPath } from '../../declare/entity.ts';
import * as api from './sessions.ts';

/** A session belongs to the report on some days: its messages are those of these. */
export const ChatSession = entity('ChatSession', {
  shape: api.ChatSession,
  key: { from: fromPath, to: fromPath, sessionId: 'id' },
  foundIn: [api.listChatSessions],
});

/** The lists of a session: Zoom sends edited and deleted messages, as they were, beside the others. */
export const SENT = { include_fields: '*' } as const;
export const EDITED = { include_fields: 'edited_messages' } as const;
export const DELETED = { include_fields: 'deleted_messages' } as const;
export const ChatSessionMessage = entity('ChatSessionMessage', {
  shape: api.ChatSessionMessage,
  key: { from: fromPath, to: fromPath, sessionId: fromPath, include_fields: fromPath, messageId: 'id' },
  foundIn: [
    { list: api.listChatSessionMessages, place: SENT, queries: [{ include_bot_message: true }] },
    { list: api.listEditedChatSessionMessages, place: EDITED },
    { list: api.listDeletedChatSessionMessages, place: DELETED },
  ],
  isRow: true,
});
