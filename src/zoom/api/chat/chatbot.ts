/** Messages of a chatbot, which signs in by the client credentials of its own app (docs/zoom.md 1.1.6). */
import { del, post, put } from '../../declare/endpoint.ts';
import { bool, dateTime, id, json, list, named, needing, shape, string } from '../../declare/shape.ts';

const jids = {
  robot_jid: string('The address of the chatbot in chat protocols, which the page of its app shows.'),
  to_jid: string('The address of the receiver in chat protocols: the `jid` of a User or of a ChatChannel.'),
  user_jid: string(
    'The `jid` of the User for whom the chatbot writes. Members of a channel then get nothing that was set up by someone who left it. Newer documents of Zoom ask for it.',
  ),
};

/** Older documents ask for `account_id` and not for `user_jid`, newer ones the other way round: neither is required here. */
const sender = {
  robot_jid: jids.robot_jid,
  // No `of`: a global id of a sub account would lead the call there, and a chatbot has but one path.
  account_id: id(
    "Zoom's id of the account to which the message goes, as Zoom sent it to the chatbot. Older documents of Zoom require it.",
  ),
  user_jid: jids.user_jid,
};

const style = shape(
  'ChatbotTextStyleBody',
  {
    color: string('The color, such as "#ff0000".'),
    bold: bool('Whether the text is bold.'),
    italic: bool('Whether the text is italic.'),
  },
  "How a text of a chatbot's message looks.",
);
const line = { text: string('The text.'), style };
const subHead = named(
  'ChatbotSubHeadBody',
  shape('ChatbotSubHead', line).required({ text: true }),
  "The line below the head of a chatbot's message.",
);
const head = named(
  'ChatbotHeadBody',
  shape('ChatbotHead', { ...line, sub_head: subHead }).required({ text: true }),
  "The head of a chatbot's message.",
);

const content = {
  content: needing(
    shape(
      'ChatbotContentBody',
      {
        settings: json('How the whole message looks.'),
        head,
        body: list(json(), 'The parts of the message in their order, each an object with a `type`.'),
      },
      "What a chatbot's message shows, by the templates of Zoom.",
    ),
    ['head', 'body'],
  ),
  is_markdown_support: bool('Whether texts are read as Markdown.'),
};

export const ChatbotMessage = shape(
  'ChatbotMessage',
  {
    message_id: id("Zoom's id of the message, by which it is updated and deleted. Nothing reads it: keep it."),
    ...jids,
    sent_time: dateTime('When Zoom did it.'),
  },
  'A message that a chatbot sent.',
);

export const SendChatbotMessageBody = shape('SendChatbotMessageBody', {
  ...sender,
  to_jid: jids.to_jid,
  ...content,
  visible_to_user: id('The only one in the channel who sees the message.', { of: 'User' }),
}).required({ robot_jid: true, to_jid: true, content: true });

export const UpdateChatbotMessageBody = shape('UpdateChatbotMessageBody', { ...sender, ...content }).required({
  robot_jid: true,
  content: true,
});

/** Older documents have these in the body of the DELETE, newer ones in its query. */
export const DeleteChatbotMessageQuery = shape('DeleteChatbotMessageQuery', sender).required({ robot_jid: true });

const asChatbot = { grant: 'chatbot', of: ChatbotMessage, limit: 'MEDIUM', scopes: ['imchat:bot'] } as const;

export const sendChatbotMessage = post('/im/chat/messages', { ...asChatbot, body: SendChatbotMessageBody });

export const updateChatbotMessage = put('/im/chat/messages/{message_id}', {
  ...asChatbot,
  body: UpdateChatbotMessageBody,
});

export const deleteChatbotMessage = del('/im/chat/messages/{message_id}', {
  ...asChatbot,
  query: DeleteChatbotMessageQuery,
});
