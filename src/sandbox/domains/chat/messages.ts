/** Messages of chat: each stands once, in its channel or between two people, whoever reads it. */
import * as api from '../../../zoom/api/chat/messages.ts';
import { type Account, type Call, invalid, operations, type Row, refuse, row } from '../../call.ts';
import { DAY } from '../../clock.ts';
import { type Thing, thingsOf } from '../../resource.ts';
import type { User } from '../../seed/people.ts';
import { instant, type Known, opaqueId, pick, TOPICS } from '../../seeded.ts';
import { peopleIn, withStatus } from '../users/people.ts';
import { channels, memberIdOf, membersOf, personBy, userAt } from './channels.ts';

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

/**
 * In each channel three messages a day were written in the weeks before the beginning, the last one right then: Zoom lists a day's
 * messages, and the day has always begun by then.
 */
const DAYS = 14;
const EACH = 3;
const initial = (account: Account) =>
  Object.fromEntries(
    [...pairsOf(account), ...channelsOf(account)].flatMap(([chat, people]) =>
      Array.from({ length: DAYS * EACH }, (_, i) => writtenIn(account, chat, people, i)),
    ),
  );
type Chat = readonly [id: string, people: readonly User[]];
const channelsOf = (account: Account): Chat[] => {
  const begun = channels
    .in(account)
    .all()
    .filter(({ nth }) => nth !== undefined);
  return begun.map((channel) => [channel.id, membersOf(channel, account)]);
};
/** The owner of the account has written with some others. */
const PAIRS = 2;
const pairsOf = (account: Account): Chat[] => {
  const [owner, ...others] = withStatus(account, 'active');
  return owner ? others.slice(0, PAIRS).map((other) => [between(owner, other), [owner, other]]) : [];
};
const writtenIn = (account: Account, chat: string, people: readonly User[], i: number) => {
  const idAt = (nth: number) => opaqueId(`${account.seed}/chat message/${chat}/${nth}`);
  const [sender, other] = [people[i % people.length], people[(i + 1) % people.length]];
  const at = Math.floor(account.start - (i * DAY) / EACH);
  const known = {
    id: idAt(i),
    ...{ chat, at, sender_id: sender?.id },
    message: `${pick(idAt(i), TOPICS)}?`,
    // Each replies to the one before, is reacted to and mentions someone; few have been edited or deleted.
    ...(i + 1 < DAYS * EACH && { reply_main_message_id: idAt(i + 1) }),
    ...(other && {
      reacted_by: other.id,
      at_items: [{ at_contact: other.email, at_type: 1, start_position: 0, end_position: 1 }],
    }),
    ...(i % 9 === 4 && { edited_at: at }),
    ...(i % 9 === 7 && { deleted_at: at }),
  };
  return [known.id, known] as const;
};
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
