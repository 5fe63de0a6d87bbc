/** Whom the user can chat with, and the directory: the users of the account. */
import * as api from '../../../zoom/api/chat/contacts.ts';
import { type Call, lazily, operations, type Row, refuse, row } from '../../call.ts';
import type { User } from '../../seed/people.ts';
import { withStatus } from '../users/people.ts';
import { memberIdOf, personBy } from './channels.ts';

const contactRow = (user: User): Row => {
  const { id, email, first_name, last_name, display_name, dept } = user;
  const contact = { id, email, first_name, last_name, display_name, dept, member_id: memberIdOf(user) };
  return row(`chat contact/${id}`, { ...contact, user_status: user.status });
};
/** Everyone else who is active; nobody of another account. */
const others = ({ account }: Call): readonly User[] => withStatus(account, 'active').slice(1);

export const contacts = operations((on) => {
  on(api.listChatContacts, (call) => lazily(call.query.type === 'external' ? [] : others(call), contactRow));
  on(api.getChatContact, ({ account, path: { identifier = '' } }) => {
    const contact = personBy(account, identifier);
    if (!contact) throw refuse.user(identifier);
    return contactRow(contact);
  });
  on(api.searchCompanyContacts, ({ account, query: { search_key = '', user_status = 'active' } }) => {
    const key = search_key.toLowerCase();
    const has = ({ display_name, email }: User) =>
      [display_name, email].some((text) => text.toLowerCase().includes(key));
    return lazily(withStatus(account, user_status as User['status']).filter(has), contactRow);
  });
});
