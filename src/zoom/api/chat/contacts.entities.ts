import { entity } from '../../declare/entity.ts';
import * as api from './contacts.ts';

export const ChatContact = entity('ChatContact', {
  shape: api.ChatContact,
  key: { identifier: ['id', 'email'] },
  isAlias: (value) => value.includes('@'),
  aliases: ['email'],
  get: api.getChatContact,
  foundIn: [{ list: api.listChatContacts, queries: [{ type: 'company' }, { type: 'external' }] }],
});

/** Zoom reads no contact by its id: one is found again by its email, or else by its name. */
export const CompanyContact = entity('CompanyContact', {
  shape: api.CompanyContact,
  key: { search_key: ['email', 'display_name', 'first_name', 'last_name'], contactId: ['id', 'member_id'] },
  foundIn: [api.searchCompanyContacts],
});
