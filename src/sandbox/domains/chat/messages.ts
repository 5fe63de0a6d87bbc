/** Messages of chat: each stands once, in its channel or between two people, whoever reads it. */
import * as api from '../../../zoom/api/chat/messages.ts';
import { type Account, type Call, invalid, operations, type Row, refuse, row } from '../../call.ts';
import { type Thing, thingsOf } from '../../resource.ts';
import { type Chat, memberIdOf, writtenIn } from '../../seed/chat.ts';
import type { User } from '../../seed/people.ts';
import { instant, type Known } from '../../seeded.ts';
import { peopleIn, withStatus } from '../users/people.ts';
import { channels, membersOf, personBy, userAt } from './channels.ts';

/** What two people's chat is called. */
const between = (one: User, other: User): string => [one.id, other.id].sort().join('~');

export interface Message extends Thing {
  /** The channel, or the two who chat. */
  chat: string;
  at: number;
  sender_id: string;
  message: string;
  edited_at?: number;
  deleted_at?: number;
}

/** The chats of the beginning: of channels, and of the owner of the account with some others. */
const PAIRS = 2;
const chatsOf = (account: Account): readonly Chat[] => {
  const begun = channels.in(account).all();
  const [owner, ...others] = withStatus(account, 'active');
  return [
    ...(owner ? others.slice(0, PAIRS).map((other): Chat => [between(owner, other), [owner, other]]) : []),
    ...begun.filter(({ nth }) => nth !== undefined).map((channel): Chat => [channel.id, membersOf(channel, account)]),
  ];
};
const initial = (account: Account) => Object.fromEntries(chatsOf(account).flatMap((chat) => writtenIn(account, chat)));
export const messagesIn = thingsOf<Message>({ name: 'chat message', initial });

/** The chat that a call names. */
const chatOf = (call: Call, { to_channel, to_contact }: Readonly<Record<string, unknown>>): string => {
  const { account } = call;
  if (to_channel) return channels.in(account).find(to_channel).id;
  if (!to_contact) throw invalid('to_contact');
  const contact = personBy(account, String(to_contact));
  if (!contact) throw refuse.user(to_contact);
  return between(userAt(call), contact);
};
/** The message of a path, which must be one of the user's own. */
const ownAt = (call: Call, asked: Readonly<Record<string, unknown>>): Message => {
  const message = messagesIn(call.account).find(call.path.messageId);
  if (message.chat !== chatOf(call, asked) || message.sender_id !== userAt(call).id || message.deleted_at)
    throw refuse.missing(message.id);
  return message;
};

/** What all lists show of a message. */
export const shownOf = (account: Account, message: Message): Known => {
  const sender = peopleIn(account).get(message.sender_id);
  const { reply_main_message_id: main } = message;
  const replied = main ? messagesIn(account).get(String(main)) : undefined;
  return {
    id: message.id,
    message: message.message,
    date_time: instant(message.at),
    timestamp: message.at,
    sender: sender?.email,
    sender_display_name: sender?.display_name,
    files: ((message.file_ids ?? []) as string[]).map((file_id) => ({ file_id })),
    rich_text: message.rich_text ?? [],
    reply_main_message_id: replied?.id,
    reply_main_message_timestamp: replied?.at,
  };
};
/** The emoji with which someone reacted, if someone did. */
export const reactionsOf = (
  account: Account,
  { reacted_by }: Message,
  who: (user: string, member: string) => Known,
): Known[] => {
  const user = reacted_by ? peopleIn(account).get(String(reacted_by)) : undefined;
  return user ? [{ emoji: 'U+1F44D', total_count: 1, ...who(user.id, memberIdOf(user)) }] : [];
};
const rowOf = ({ account, query }: Call, message: Message): Row => {
  const sender = peopleIn(account).get(message.sender_id);
  const isAsked = query.include_deleted_and_edited_message === 'true';
  const status = message.deleted_at ? 'Deleted' : message.edited_at ? 'Edited' : 'Normal';
  return row(`chat message/${message.id}`, {
    ...shownOf(account, message),
    ...{ message_type: 'plain_text_message', bot_message: undefined },
    reactions: reactionsOf(account, message, (user_id, member_id) => ({ senders: [{ user_id, member_id }] })),
    ...{ file_id: undefined, file_name: undefined, file_size: undefined, download_url: undefined },
    send_member_id: sender && memberIdOf(sender),
    at_items: message.at_items ?? [],
    interactive_cards: message.interactive_cards ?? [],
    status: isAsked ? status : undefined,
  });
};

export const messages = operations((on) => {
  on(api.listChatMessages, (call) => {
    const { account, query } = call;
    const chat = chatOf(call, query);
    const isAsked = (message: Message) =>
      message.chat === chat &&
      (!message.deleted_at || query.include_deleted_and_edited_message === 'true') &&
      (query.exclude_child_message !== 'true' || !message.reply_main_message_id) &&
      (!query.search_key || (query.search_type !== 'file' && message.message.includes(query.search_key)));
    const found = messagesIn(account).all().filter(isAsked);
    return found.toReversed().map((message) => rowOf(call, message));
  });
  on(api.sendChatMessage, (call) => {
    const { account, body, now } = call;
    const { to_channel, to_contact, scheduled_time, ...known } = body;
    const chat = chatOf(call, { to_channel, to_contact });
    const at = Math.max(now, Date.parse(scheduled_time ?? '') || now);
    const { id } = messagesIn(account).add({ ...known, chat, at, sender_id: userAt(call).id });
    return row(`chat message/${id}`, { id });
  });
  on(api.updateChatMessage, (call) => {
    const { account, body, now } = call;
    const { to_channel, to_contact, ...known } = body;
    const { id } = ownAt(call, { to_channel, to_contact });
    messagesIn(account).change(id, { ...known, edited_at: now });
  });
  on(api.deleteChatMessage, (call) => {
    const { id } = ownAt(call, call.query);
    messagesIn(call.account).change(id, { deleted_at: call.now });
  });
});
