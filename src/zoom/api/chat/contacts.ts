/** Contacts of the user, and the directory of the account. */
import { byToken, get, list as listing } from '../../declare/endpoint.ts';
import { enumOf, id, int, list, named, renamed, shape, string } from '../../declare/shape.ts';
import { activity } from '../enums.ts';
import { orAdmin } from '../meetings/meetings.ts';
import { UserPhoneNumber } from '../users/users.ts';

export const presence = enumOf(
  'PresenceStatus',
  {
    DO_NOT_DISTURB: ['Do_Not_Disturb', 'Wants not to be disturbed.'],
    AWAY: ['Away', 'Is away.'],
    AVAILABLE: ['Available', 'Is there.'],
    OFFLINE: ['Offline', 'Is not signed in.'],
    IN_A_MEETING: ['In_A_Meeting', 'Is in a meeting.'],
    IN_A_CALL: ['In_A_Call', 'Is in a call.'],
    IN_A_CALENDAR_EVENT: ['In_A_Calendar_Event', 'Has an event in the calendar.'],
    PRESENTING: ['Presenting', 'Is presenting.'],
    OUT_OF_OFFICE: ['Out_of_Office', 'Is out of office.'],
    BUSY: ['Busy', 'Is busy.'],
  },
  'Whether someone can be reached in Zoom at the moment.',
);
const onRequest = { presence_status: { query_presence_status: 'true' } } as const;

const contact = {
  id: id(),
  member_id: id('The contact, by the id that a person has in chat.'),
  email: string('The email address.'),
  first_name: string('The first name.'),
  last_name: string('The last name.'),
} as const;
const phone = {
  direct_numbers: list(string(), 'The direct numbers in Zoom Phone.'),
  extension_number: string('The extension in Zoom Phone.'),
  phone_number: string('The phone number of the profile.'),
  phone_numbers: list(UserPhoneNumber, 'The phone numbers of the profile.'),
} as const;

export const ChatContact = shape(
  'ChatContact',
  { ...contact, ...phone, presence_status: presence },
  'Someone with whom the user of the access token can chat.',
);

export const CompanyContact = shape(
  'CompanyContact',
  {
    ...contact,
    display_name: string('The name that is shown.'),
    // Zoom has 1 to 8, and no document at hand says what they mean.
    contact_type: int('What kind of contact it is, as a number of Zoom.'),
    dept: renamed('dept', 'department', string('The department.')),
    job_title: string('The job title.'),
    location: string('Where the contact works.'),
    im_group_id: id('The IM directory group of the contact.'),
    im_group_name: string('What the IM directory group is called.'),
    ...phone,
    presence_status: presence,
    user_status: activity,
    activity: enumOf(
      'ContactActivity',
      {
        ACTIVE: ['Active', 'Is active in Zoom.'],
        INACTIVE: ['Inactive', 'Is not active in Zoom.'],
        UNKNOWN: ['Unknown', 'Zoom cannot say.'],
      },
      'Whether a contact is active in Zoom.',
    ),
    sip_phone_number: string('The number of the SIP phone.'),
    sip_uri: string('The address of the SIP phone.'),
  },
  'Someone in the directory of the account.',
);

/** The largest page is of low certainty (docs/zoom.md 3.1). */
const page = byToken(25);

export const listChatContacts = listing('/chat/users/me/contacts', {
  items: 'contacts',
  of: named(
    'ChatContactItem',
    ChatContact.pick({ id: true, member_id: true, email: true, first_name: true, last_name: true }),
  ),
  query: shape('ListChatContactsQuery', {
    type: enumOf(
      'ChatContactType',
      {
        COMPANY: ['company', 'People of the same account.'],
        EXTERNAL: ['external', 'People of other accounts.'],
      },
      'Which contacts are listed; by default those of the same account.',
    ),
  }),
  paging: page,
  limit: 'MEDIUM',
  scopes: ['chat_contact:read', 'team_chat:read:list_contacts'],
});

/** `identifier` is a user id, a member id or an email. */
export const getChatContact = get('/chat/users/me/contacts/{identifier}', {
  of: ChatContact,
  onRequest,
  limit: 'MEDIUM',
  scopes: ['chat_contact:read', 'team_chat:read:contact'],
});

export const searchCompanyContacts = listing('/contacts', {
  items: 'contacts',
  of: CompanyContact,
  onRequest,
  query: shape('SearchCompanyContactsQuery', {
    search_key: string('A first name, a last name or an email address, or the beginning of one.'),
    contact_types: int('Only contacts of this kind, as a number of Zoom.'),
    user_status: activity,
  }).required({ search_key: true }),
  filters: { user_status: 'user_status' },
  paging: page,
  limit: 'MEDIUM',
  scopes: [...orAdmin('contact:read'), ...orAdmin('contact:read:list_contacts')],
});
