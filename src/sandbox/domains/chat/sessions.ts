/** The report on chat: each channel, and each two people, who wrote within the days. */
import * as api from '../../../zoom/api/chat/sessions.ts';
import { type Account, type Call, operations, refuse, row } from '../../call.ts';
import { DAY } from '../../clock.ts';
import { memberIdOf } from '../../seed/chat.ts';
import { instant, type Known } from '../../seeded.ts';
import { peopleIn } from '../users/people.ts';
import { channels, membersOf } from './channels.ts';
import { type Message, messagesIn, reactionsOf, shownOf } from './messages.ts';

const isWithin = ({ query: { from = '', to = '' } }: Call, at: number | undefined): boolean =>
  at !== undefined && at >= Date.parse(from) && at < Date.parse(to) + DAY;

const sessionOf = (account: Account, id: string): Known => {
  const channel = channels.in(account).get(id);
  const people = channel
    ? membersOf(channel, account)
    : id.split('~').flatMap((user) => peopleIn(account).get(user) ?? []);
  const name = channel?.name ?? people.map(({ display_name }) => display_name).join(', ');
  const member_emails = people.map(({ email }) => email);
  const known = { id, name, type: channel ? 'Group' : '1:1', channel_id: channel?.id, member_emails };
  return { ...known, status: 'active', has_external_member: false };
};
const messageOf = (account: Account, message: Message, at: number): Known => {
  const sender = peopleIn(account).get(message.sender_id);
  const receiver = message.chat.split('~').find((id) => message.chat.includes('~') && id !== message.sender_id);
  return {
    ...shownOf(account, message),
    receiver: receiver && peopleIn(account).get(receiver)?.email,
    is_sender_external: false,
    sender_member_id: sender && memberIdOf(sender),
    action_timestamp: at,
    forward_id: undefined,
    giphy_information: [],
    bot_message: undefined,
  };
};

export const sessions = operations((on) => {
  on(api.listChatSessions, (call) => {
    const { account } = call;
    const lasts = new Map<string, number>();
    for (const { chat, at } of messagesIn(account).all())
      if (isWithin(call, at)) lasts.set(chat, Math.max(at, lasts.get(chat) ?? at));
    return [...lasts].map(([id, last]) =>
      row(`chat session/${id}`, { ...sessionOf(account, id), last_message_sent_time: instant(last) }),
    );
  });
  on(api.listChatSessionMessages, (call) => {
    const { account, path, query } = call;
    const all = messagesIn(account)
      .all()
      .filter(({ chat }) => chat === path.sessionId);
    if (all.length === 0 && !channels.in(account).get(path.sessionId ?? '')) throw refuse.missing(path.sessionId);
    const changed = (field: 'edited_at' | 'deleted_at') =>
      all
        .filter((message) => isWithin(call, message[field]))
        .map((one) => messageOf(account, one, one[field] ?? one.at));
    const asked = (query.include_fields ?? '').split(',');
    const sent = all.filter(({ at, deleted_at }) => !deleted_at && isWithin(call, at));
    return {
      rows: sent.map((one) =>
        row(`chat message/${one.id}`, {
          ...messageOf(account, one, one.at),
          reactions: reactionsOf(account, one, (user, member) => ({ user_ids: [user], member_ids: [member] })),
        }),
      ),
      envelope: {
        ...(asked.includes('edited_messages') && { edited_messages: changed('edited_at') }),
        ...(asked.includes('deleted_messages') && { deleted_messages: changed('deleted_at') }),
      },
    };
  });
});
