/** The report on chat: its sessions within some days, and their messages. */
import { byToken, list as listing, variant } from '../../declare/endpoint.ts';
import {
  as,
  bigInt,
  bool,
  dateTime,
  enumOf,
  id,
  int,
  json,
  list,
  named,
  shape,
  string,
  url,
} from '../../declare/shape.ts';
import { DashboardDays, month } from '../dashboards/common.ts';
import { messageFields } from './common.ts';

export const ChatSession = shape(
  'ChatSession',
  {
    id: id(),
    name: string('What the session is called: the channel, or those who chat.'),
    type: enumOf(
      'ChatSessionType',
      {
        GROUP: ['Group', 'A channel or a group.'],
        ONE_TO_ONE: ['1:1', 'Two people.'],
      },
      'Who chats in a session.',
    ),
    channel_id: id('The channel, if the session is one.', { of: 'ChatChannel' }),
    member_emails: list(string(), 'The email addresses of those who chat.'),
    last_message_sent_time: dateTime('When the last message was sent.'),
    status: enumOf(
      'ChatSessionStatus',
      {
        ACTIVE: ['active', 'It exists.'],
        DELETED: ['deleted', 'It has been deleted.'],
      },
      'Whether a session still exists.',
    ),
    has_external_member: bool('Whether someone of another account takes part.'),
  },
  'A chat in the report on some days.',
);

/** Zoom names them by nothing but their email addresses. */
export const ChatSessionMember = shape(
  'ChatSessionMember',
  { email: string('The email address.') },
  'Someone who takes part in a chat of the report.',
);

export const ChatGiphy = shape(
  'ChatGiphy',
  { giphy_view_url: url('Where the image can be seen.') },
  'An animated image of GIPHY in a message.',
);
export const ChatSessionReaction = shape(
  'ChatSessionReaction',
  {
    emoji: string('The emoji.'),
    total_count: int('How many people reacted with it.'),
    user_ids: list(id(undefined, { of: 'User' }), 'The users who reacted.'),
    member_ids: list(id(), 'Those who reacted, by the ids that people have in chat.'),
  },
  'An emoji with which people reacted to a message, in the report.',
);
export const ChatBotMessage = shape(
  'ChatBotMessage',
  {
    is_markdown_support: bool('Whether the text is read as Markdown.'),
    source: string('What sent the message.'),
    external_sender_email: string('The email address of a sender outside of the account.'),
    content: json('What the message shows, in the form of cards.'),
  },
  'What a chatbot sent.',
);

export const ChatSessionMessage = shape(
  'ChatSessionMessage',
  {
    ...messageFields,
    receiver: as('receiverEmail', string('The email address of the receiver, where two people chat.')),
    is_sender_external: bool('Whether the sender belongs to another account.'),
    sender_member_id: id('The sender, by the id that a person has in chat.'),
    action_timestamp: bigInt('When the message was sent, edited or deleted, in milliseconds since 1970.'),
    forward_id: id('The message that was forwarded.'),
    giphy_information: list(ChatGiphy, 'The animated images of GIPHY in the message.'),
    reactions: list(ChatSessionReaction, 'The emojis with which people reacted. Not of edited and deleted messages.'),
    bot_message: ChatBotMessage,
  },
  'A message in the report on a chat.',
);
const ChangedChatSessionMessage = named(
  'ChangedChatSessionMessage',
  ChatSessionMessage.omit({ reactions: true, bot_message: true }),
);

/** Zoom takes a month a call, of the last six. A session has no day of its own, hence no windows. */
const report = { paging: byToken(300), span: month } as const;
const scopes = ['imchat:read', 'imchat:read:admin', 'report_chat:read:admin'];

export const listChatSessions = listing('/report/chat/sessions', {
  ...report,
  items: 'sessions',
  of: ChatSession,
  query: DashboardDays,
  limit: 'HEAVY',
  scopes: [...scopes, 'report:read:list_chat_sessions:admin'],
});

export const listChatSessionMessages = listing('/report/chat/sessions/{sessionId}', {
  ...report,
  items: 'messages',
  of: ChatSessionMessage,
  query: named(
    'ListChatSessionMessagesQuery',
    DashboardDays.extend(
      shape('ChatSessionMessagesFilters', {
        include_bot_message: bool('Whether messages of chatbots are listed, too.'),
        query_all_modifications: bool('Whether the days are those of edits and deletions instead of those of sending.'),
      }).shape,
    ),
  ),
  onRequest: { reactions: { include_reactions: 'true' } },
  limit: 'MEDIUM',
  scopes: [...scopes, 'report:read:chat_session:admin'],
});
const changed = {
  of: ChangedChatSessionMessage,
  onRequest: undefined,
  query: named(
    'ListChangedChatSessionMessagesQuery',
    DashboardDays.extend(shape('ChatSessionFields', { include_fields: string() }).shape),
  ),
} as const;
export const listEditedChatSessionMessages = variant(listChatSessionMessages, { ...changed, items: 'edited_messages' });
export const listDeletedChatSessionMessages = variant(listChatSessionMessages, {
  ...changed,
  items: 'deleted_messages',
});
