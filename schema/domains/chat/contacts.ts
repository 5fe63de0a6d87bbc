/** Whom a user can chat with, and who is in the directory of the account. */
import { ChatContact, CompanyContact } from '../../../src/zoom/api/chat/contacts.entities.ts';
import * as api from '../../../src/zoom/api/chat/contacts.ts';
import { ChatMessage } from '../../../src/zoom/api/chat/messages.entities.ts';
import { listContactChatMessages } from '../../../src/zoom/api/chat/messages.ts';
import { ImGroup } from '../../../src/zoom/api/users/im-groups.entities.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import { entityObject } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { userIn } from '../dashboards/session.ts';

export const chatContactsDomain: Domain = (builder) => {
  entityObject(builder, ChatContact, {
    fields: (t) => ({
      user: t.zoomLookup({
        of: User,
        requires: ['id', 'email'],
        params: (contact) => {
          const userId = contact.get('id') ?? contact.get('email');
          return userId ? { userId } : null;
        },
        optional: true,
        description: 'The contact as a user; null for one of another account.',
      }),
      messages: t.zoomConnection({
        list: listContactChatMessages,
        of: ChatMessage,
        path: () => ({ userId: 'me' }),
        parentQuery: { to_contact: ({ zoomId }) => zoomId },
        description: 'The messages with the contact, the newest days first.',
      }),
    }),
  });
  entityObject(builder, CompanyContact, {
    fields: (t) => ({
      user: t.zoomRef({
        of: User,
        requires: ['id', 'email'],
        link: (contact) => userIn({ id: contact.get('id'), email: contact.get('email') }),
        knownFields: ['id', 'email'],
        description: 'The contact as a user.',
      }),
      imGroup: t.zoomRef({
        of: ImGroup,
        requires: ['im_group_id', 'im_group_name'],
        link: (contact) => {
          const id = contact.get('im_group_id');
          return id ? { id, name: contact.get('im_group_name') } : null;
        },
        knownFields: ['id', 'name'],
        description: 'The IM directory group of the contact, if there is one.',
      }),
    }),
  });

  builder.queryFields((t) => ({
    chatContacts: t.zoomConnection({
      list: api.listChatContacts,
      of: ChatContact,
      path: () => ({}),
      description: 'The chat contacts of the user of the access token.',
    }),
    chatContact: t.zoomNode({
      of: ChatContact,
      id: "The global id, Zoom's own, or the email.",
      description: 'One chat contact of the user of the access token.',
    }),
    companyContacts: t.zoomConnection({
      list: api.searchCompanyContacts,
      of: CompanyContact,
      path: () => ({}),
      description: 'Those in the directory of the account whose name or email address has a text in it.',
    }),
  }));
};
