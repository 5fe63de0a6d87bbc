/** What is told of messages and channels of chat. */
import * as channelsApi from '../../zoom/api/chat/channels.ts';
import * as api from '../../zoom/api/chat/messages.ts';
import type { Call } from '../call.ts';
import { channels, personBy } from '../domains/chat/channels.ts';
import { type Message, messagesIn } from '../domains/chat/messages.ts';
import { peopleIn } from '../domains/users/people.ts';
import { instant, type Known } from '../seeded.ts';
import { type Rule, rowIn, type Told } from './rule.ts';

/** When something happened, as chat tells it. */
const when = (now: number): Known => ({ date_time: instant(now), timestamp: now });

const messageOf = (call: Call, message: Message): Known => {
  const { account, now } = call;
  const channel = channels.in(account).get(message.chat);
  const other = channel ? undefined : message.chat.split('~').find((id) => id !== message.sender_id);
  const contact = other === undefined ? undefined : peopleIn(account).get(other);
  return {
    id: message.id,
    type: channel ? 'to_channel' : 'to_contact',
    ...when(now),
    session_id: message.chat,
    contact_email: contact?.email,
    contact_id: contact?.id,
    channel_id: channel?.id,
    channel_name: channel?.name,
    message: message.message,
  };
};
const onMessage = (on: Rule['on'], event: string): Rule => ({
  on,
  watch: (call) => (result) => {
    const id = call.path.messageId ?? rowIn(result).known.id;
    return [{ event, object: messageOf(call, messagesIn(call.account).find(id)) }];
  },
});

const channelOf = (call: Call, { id, name, type }: Known): Known => ({ id, name, type, ...when(call.now) });
const onChannel = (on: Rule['on'], event: string): Rule => ({
  on,
  watch: (call) => {
    const channel = channels.at(call);
    return () => [{ event, object: channelOf(call, channels.in(call.account).get(channel.id) ?? channel) }];
  },
});
const withMembers = (call: Call, event: string, channel: Known, refs: readonly string[]): Told => ({
  event,
  object: {
    ...channelOf(call, channel),
    members: refs.flatMap((ref) => {
      const person = personBy(call.account, ref);
      return person ? [{ id: person.id, display_name: person.display_name }] : [];
    }),
  },
});
/** The members that a body invites. */
const invited = ({ body }: Call): readonly string[] =>
  ((body as { members?: readonly { email: string }[] }).members ?? []).map(({ email }) => email);

export const rules: readonly Rule[] = [
  onMessage(api.sendChatMessage, 'chat_message.sent'),
  onMessage(api.updateChatMessage, 'chat_message.updated'),
  onMessage(api.deleteChatMessage, 'chat_message.deleted'),
  {
    on: channelsApi.createChatChannel,
    watch: (call) => (result) => [withMembers(call, 'chat_channel.created', rowIn(result).known, invited(call))],
  },
  onChannel(channelsApi.updateChatChannel, 'chat_channel.updated'),
  onChannel(channelsApi.deleteChatChannel, 'chat_channel.deleted'),
  {
    on: channelsApi.inviteChatChannelMembers,
    watch: (call) => () => [withMembers(call, 'chat_channel.member_invited', channels.at(call), invited(call))],
  },
  onChannel(channelsApi.joinChatChannel, 'chat_channel.member_joined'),
  onChannel(channelsApi.leaveChatChannel, 'chat_channel.member_left'),
  {
    on: channelsApi.removeChatChannelMember,
    watch: (call) => {
      const told = withMembers(call, 'chat_channel.member_removed', channels.at(call), [call.path.identifier ?? '']);
      return () => [told];
    },
  },
];
