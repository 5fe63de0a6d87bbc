import { dayOf, entity, fromPath } from '../../declare/entity.ts';
import * as api from './messages.ts';

/** What stands in a key for the channel of a message to a contact, and the other way round. */
export const NO_TARGET = { to_channel: '*', to_contact: '*' } as const;
const { to_channel, to_contact } = NO_TARGET;

/** A message of a chat, as the user sees it through whom it is read. Zoom lists messages by days. */
export const ChatMessage = entity('ChatMessage', {
  shape: api.ChatMessage,
  key: { userId: fromPath, to_channel: fromPath, to_contact: fromPath, day: dayOf('date_time'), messageId: 'id' },
  foundIn: [
    { list: api.listChannelChatMessages, place: { to_contact } },
    { list: api.listContactChatMessages, place: { to_channel } },
  ],
  isRow: true,
});
