/** Messages of channels and of contacts, as one user sees them. */
import { byToken, del, list as listing, post, put, variant } from '../../declare/endpoint.ts';
import {
  bigInt,
  bool,
  choosing,
  dateTime,
  enumOf,
  id,
  int,
  json,
  list,
  named,
  secretUrl,
  shape,
  string,
  textOf,
} from '../../declare/shape.ts';
import { orAdmin } from '../meetings/meetings.ts';
import { ChatTargetBody, ChatTextStyle, messageFields } from './common.ts';

export const ChatReactionSender = shape(
  'ChatReactionSender',
  {
    user_id: id('The user.', { of: 'User' }),
    member_id: id('The sender, by the id that a person has in chat.'),
  },
  'Someone who reacted to a message.',
);
export const ChatReaction = shape(
  'ChatReaction',
  {
    emoji: string('The emoji.'),
    total_count: int('How many people reacted with it.'),
    senders: list(ChatReactionSender, 'Who reacted.'),
  },
  'An emoji with which people reacted to a message.',
);

export const ChatMention = shape(
  'ChatMention',
  {
    at_contact: string('Who is mentioned: an email address, or an id of the user.'),
    at_contact_member_id: id('Who is mentioned, by the id that a person has in chat.'),
    at_type: enumOf(
      'ChatMentionType',
      {
        CONTACT: [1, 'One person.'],
        ALL: [2, 'All members of the channel.'],
      },
      'Whom a message mentions.',
    ),
    end_position: int('Where in the text the mention ends.'),
    start_position: int('Where in the text the mention begins.'),
  },
  'A mention in the text of a message.',
);

export const ChatCard = shape(
  'ChatCard',
  {
    card_id: id('The card.'),
    card_json: string('What the card shows, as a text in JSON.'),
  },
  'An interactive card in a message.',
);

export const ChatMessage = shape(
  'ChatMessage',
  {
    ...messageFields,
    message_type: enumOf(
      'ChatMessageType',
      {
        PLAIN_TEXT_MESSAGE: ['plain_text_message', 'Text alone.'],
        JPG_IMAGE_FILE: ['jpg_image_file', 'A JPEG image.'],
        AUDIO_FILE: ['audio_file', 'An audio file.'],
        VIDEO_FILE: ['video_file', 'A video file.'],
        PNG_IMAGE_FILE: ['png_image_file', 'A PNG image.'],
        GIF_FILE: ['gif_file', 'A GIF image.'],
        GIPHY_FILE: ['giphy_file', 'An animated image of GIPHY.'],
        CODE_SNIPPET: ['code_snippet', 'A piece of program text.'],
        FILE_AND_TEXT: ['file_and_text', 'Files and text.'],
        OTHERS: ['others', 'Something else.'],
      },
      'What a message holds.',
    ),
    bot_message: json('What a chatbot sent, in the form of its cards.'),
    file_id: id('The file, if there is only one.'),
    file_name: string('What the one file is called.'),
    file_size: bigInt('How large the one file is, in bytes.'),
    download_url: secretUrl('Where the one file can be downloaded.'),
    reactions: list(ChatReaction, 'The emojis with which people reacted.'),
    send_member_id: id('The sender, by the id that a person has in chat.'),
    status: enumOf(
      'ChatMessageStatus',
      {
        NORMAL: ['Normal', 'It is as it was sent.'],
        EDITED: ['Edited', 'It has been edited.'],
        DELETED: ['Deleted', 'It has been deleted.'],
      },
      'Whether a message was edited or deleted. Only where `includeDeletedAndEditedMessage` is set.',
    ),
    at_items: list(ChatMention, 'Whom the text mentions.'),
    interactive_cards: list(ChatCard, 'The interactive cards in the message.'),
  },
  'A message in a channel or to a contact.',
);

const ListChatMessagesQuery = shape('ListChatMessagesQuery', {
  ...ChatTargetBody.shape,
  include_deleted_and_edited_message: bool(
    'Whether deleted messages are listed too, and each message shows its status.',
  ),
  search_type: enumOf(
    'ChatSearchType',
    {
      MESSAGE: ['message', 'Messages.'],
      FILE: ['file', 'Files.'],
    },
    'Where `searchKey` is looked for.',
  ),
  search_key: string('A text that the messages or files must have.'),
  exclude_child_message: bool('Whether replies are left out.'),
  download_file_formats: enumOf(
    'ChatDownloadFormat',
    { MP4_AUDIO: ['audio/mp4', 'Sound in MP4.'] },
    'The format in which voice messages are offered for download.',
  ),
});

/**
 * Zoom takes one day a call by `date`. Newer documents have `from` and `to` as well, and none says how much they may span
 * (docs/zoom.md 4).
 */
export const listChatMessages = listing('/chat/users/{userId}/messages', {
  items: 'messages',
  of: ChatMessage,
  query: choosing(ListChatMessagesQuery, 'target', ChatTargetBody),
  paging: byToken(50),
  window: { days: 1, at: 'date_time', param: 'date' },
  limit: 'MEDIUM',
  scopes: [...orAdmin('chat_message:read', 'chat_message:write'), ...orAdmin('team_chat:read:list_user_messages')],
});
/** The same of one kind of chat, where what has the messages tells which. */
export const listChannelChatMessages = variant(listChatMessages, {
  query: named('ListChannelChatMessagesQuery', ListChatMessagesQuery.omit({ to_contact: true })),
});
export const listContactChatMessages = variant(listChatMessages, {
  query: named('ListContactChatMessagesQuery', ListChatMessagesQuery.omit({ to_channel: true })),
});

const ChatMentionBody = named('ChatMentionBody', ChatMention.omit({ at_contact_member_id: true }), textOf(ChatMention));
const ChatCardBody = named('ChatCardBody', ChatCard.omit({ card_id: true }), textOf(ChatCard));

export const SendChatMessageBody = choosing(
  shape('SendChatMessageBody', {
    message: string('The text.'),
    ...ChatTargetBody.shape,
    at_items: list(ChatMentionBody, 'Whom the text mentions.'),
    rich_text: list(
      named('ChatTextStyleBody', ChatTextStyle, textOf(ChatTextStyle)),
      'The styles of parts of the text.',
    ),
    file_ids: list(id(), 'Files that were uploaded before.'),
    reply_main_message_id: id('The message that this one replies to.', { of: 'ChatMessage' }),
    interactive_cards: list(ChatCardBody, 'Interactive cards.'),
    scheduled_time: dateTime('When the message is to be sent; by default now.'),
  }).required({ message: true }),
  'target',
  ChatTargetBody,
);
export const SentChatMessage = shape('SentChatMessage', { id: id() });

export const UpdateChatMessageBody = choosing(
  shape('UpdateChatMessageBody', {
    message: string('The new text.'),
    ...ChatTargetBody.shape,
    file_ids: list(id(), 'The files that the message is to have, which were uploaded before.'),
    interactive_cards: list(
      named('UpdateChatCardBody', ChatCard, 'A card that is kept, by its id, or a new one.'),
      'The interactive cards that the message is to have.',
    ),
  }),
  'target',
  ChatTargetBody,
);

const writing = orAdmin('chat_message:write');

export const sendChatMessage = post('/chat/users/{userId}/messages', {
  body: SendChatMessageBody,
  of: SentChatMessage,
  limit: 'MEDIUM',
  scopes: [...writing, ...orAdmin('team_chat:write:user_message')],
});

export const updateChatMessage = put('/chat/users/{userId}/messages/{messageId}', {
  body: UpdateChatMessageBody,
  limit: 'MEDIUM',
  scopes: [...writing, ...orAdmin('team_chat:update:user_message')],
});

export const deleteChatMessage = del('/chat/users/{userId}/messages/{messageId}', {
  query: choosing(shape('DeleteChatMessageQuery', ChatTargetBody.shape), 'target', ChatTargetBody),
  limit: 'MEDIUM',
  scopes: [...writing, ...orAdmin('team_chat:delete:user_message')],
});
