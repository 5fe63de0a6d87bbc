/** Whom the user can chat with, and the directory: the users of the account. */
import * as api from '../../../zoom/api/chat/contacts.ts';
import { type Account, type Call, lazily, operations, type Row, refuse, row } from '../../call.ts';
import { memberIdOf } from '../../seed/chat.ts';
import type { User } from '../../seed/people.ts';
import { imGroups } from '../users/im-groups.ts';
import { withStatus } from '../users/people.ts';
import { personBy } from './channels.ts';

const contactRow = (account: Account, user: User): Row => {
  const { id, email, first_name, last_name, display_name, dept } = user;
  const group = user.im_group_ids.map(imGroups.in(account).get).find((one) => one !== undefined);
  const inGroup = { im_group_id: group?.id, im_group_name: group?.name };
  const contact = { id, email, first_name, last_name, display_name, dept, member_id: memberIdOf(user), ...inGroup };
  return row(`chat contact/${id}`, { ...contact, user_status: user.status });
};
/** Everyone else who is active; nobody of another account. */
const others = ({ account }: Call): readonly User[] => withStatus(account, 'active').slice(1);

export const contacts = operations((on) => {
  on(api.listChatContacts, (call) =>
    lazily(call.query.type === 'external' ? [] : others(call), (user) => contactRow(call.account, user)),
  );
  on(api.getChatContact, ({ account, path: { identifier = '' } }) => {
    const contact = personBy(account, identifier);
    if (!contact) throw refuse.user(identifier);
    return contactRow(account, contact);
  });
  on(api.searchCompanyContacts, ({ account, query: { search_key = '', user_status = 'active' } }) => {
    const key = search_key.toLowerCase();
    const has = ({ display_name, email }: User) =>
      [display_name, email].some((text) => text.toLowerCase().includes(key));
    return lazily(withStatus(account, user_status as User['status']).filter(has), (user) => contactRow(account, user));
  });
});
