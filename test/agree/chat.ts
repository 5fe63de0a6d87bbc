import type {
  ChatChannelsAccountLevelListChannelMembersQueryParams,
  ChatChannelsAccountLevelListChannelMembersResponse,
  ChatChannelsCreateChannelRequestBody,
  ChatChannelsCreateChannelResponse,
  ChatChannelsGetChannelResponse,
  ChatChannelsInviteChannelMembersRequestBody,
  ChatChannelsInviteChannelMembersResponse,
  ChatChannelsJoinChannelResponse,
  ChatChannelsListChannelMembersQueryParams,
  ChatChannelsListChannelMembersResponse,
  ChatChannelsListUsersChannelsQueryParams,
  ChatChannelsListUsersChannelsResponse,
  ChatChannelsUpdateChannelRequestBody,
  ChatMessagesDeleteMessageQueryParams,
  ChatMessagesListUsersChatMessagesQueryParams,
  ChatMessagesListUsersChatMessagesResponse,
  ChatMessagesSendChatMessageRequestBody,
  ChatMessagesSendChatMessageResponse,
  ChatMessagesUpdateMessageRequestBody,
  ContactsGetUsersContactDetailsQueryParams,
  ContactsGetUsersContactDetailsResponse,
  ContactsListUsersContactsQueryParams,
  ContactsListUsersContactsResponse,
  ContactsSearchCompanyContactsQueryParams,
  ContactsSearchCompanyContactsResponse,
  ReportsGetChatMessageReportsQueryParams,
  ReportsGetChatMessageReportsResponse,
  ReportsGetChatSessionsReportsQueryParams,
  ReportsGetChatSessionsReportsResponse,
} from '@zoom/rivet/teamchat';
import type * as channels from '../../src/zoom/api/chat/channels.ts';
import type * as contacts from '../../src/zoom/api/chat/contacts.ts';
import type * as messages from '../../src/zoom/api/chat/messages.ts';
import type * as sessions from '../../src/zoom/api/chat/sessions.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Agree, Asks, Differs, Item } from './agree.ts';

// One channel alone tells who may post to it by name.
type OfOne = 'channel_settings.designated_posting_members is not in the SDK';

export type Checks = [
  Agree<Differs<Of<typeof channels.ChatChannel>, ChatChannelsGetChannelResponse>>,
  Agree<Differs<Of<typeof channels.ChatChannel>, Item<ChatChannelsListUsersChannelsResponse, 'channels'>, OfOne>>,
  Agree<Differs<Of<typeof channels.CreatedChatChannel>, ChatChannelsCreateChannelResponse>>,
  Agree<Differs<Of<typeof channels.CreateChatChannelBody>, ChatChannelsCreateChannelRequestBody>>,
  Agree<Differs<Of<typeof channels.UpdateChatChannelBody>, ChatChannelsUpdateChannelRequestBody>>,
  Agree<Differs<Of<typeof channels.ChatChannelMember>, Item<ChatChannelsListChannelMembersResponse, 'members'>>>,
  Agree<
    Differs<Of<typeof channels.ChatChannelMember>, Item<ChatChannelsAccountLevelListChannelMembersResponse, 'members'>>
  >,
  Agree<Differs<Of<typeof channels.InviteChatChannelMembersBody>, ChatChannelsInviteChannelMembersRequestBody>>,
  Agree<Differs<Of<typeof channels.InvitedChatChannelMembers>, ChatChannelsInviteChannelMembersResponse>>,
  Agree<Differs<Of<typeof channels.JoinedChatChannel>, ChatChannelsJoinChannelResponse>>,
  Agree<Differs<Of<typeof messages.ChatMessage>, Item<ChatMessagesListUsersChatMessagesResponse, 'messages'>>>,
  Agree<Asks<typeof messages.listChatMessages, ChatMessagesListUsersChatMessagesQueryParams>>,
  Agree<Differs<Of<typeof messages.SendChatMessageBody>, ChatMessagesSendChatMessageRequestBody>>,
  Agree<Differs<Of<typeof messages.SentChatMessage>, ChatMessagesSendChatMessageResponse>>,
  Agree<Differs<Of<typeof messages.UpdateChatMessageBody>, ChatMessagesUpdateMessageRequestBody>>,
  Agree<Asks<typeof messages.deleteChatMessage, ChatMessagesDeleteMessageQueryParams>>,
  Agree<Differs<Of<typeof contacts.listChatContacts.of>, Item<ContactsListUsersContactsResponse, 'contacts'>>>,
  Agree<Asks<typeof contacts.listChatContacts, ContactsListUsersContactsQueryParams>>,
  Agree<Differs<Of<typeof contacts.ChatContact>, ContactsGetUsersContactDetailsResponse>>,
  Agree<Differs<Of<typeof contacts.CompanyContact>, Item<ContactsSearchCompanyContactsResponse, 'contacts'>>>,
  Agree<
    Asks<
      typeof contacts.searchCompanyContacts,
      ContactsSearchCompanyContactsQueryParams,
      'query_presence_status is only in the SDK'
    >
  >,
  Agree<Differs<Of<typeof sessions.ChatSession>, Item<ReportsGetChatSessionsReportsResponse, 'sessions'>>>,
  Agree<Asks<typeof sessions.listChatSessions, ReportsGetChatSessionsReportsQueryParams>>,
  Agree<Differs<Of<typeof sessions.ChatSessionMessage>, Item<ReportsGetChatMessageReportsResponse, 'messages'>>>,
  Agree<
    Differs<
      Of<typeof sessions.listEditedChatSessionMessages.of>,
      Item<ReportsGetChatMessageReportsResponse, 'edited_messages'>
    >
  >,
  Agree<
    Differs<
      Of<typeof sessions.listDeletedChatSessionMessages.of>,
      Item<ReportsGetChatMessageReportsResponse, 'deleted_messages'>
    >
  >,
  Agree<
    Asks<
      typeof sessions.listChatSessionMessages,
      ReportsGetChatMessageReportsQueryParams,
      'include_reactions is only in the SDK'
    >
  >,
  Agree<Asks<typeof channels.listUserChatChannelMembers, ChatChannelsAccountLevelListChannelMembersQueryParams>>,
  Agree<Asks<typeof channels.listChatChannelMembers, ChatChannelsListChannelMembersQueryParams>>,
  Agree<Asks<typeof channels.listUserChatChannels, ChatChannelsListUsersChannelsQueryParams>>,
  Agree<
    Asks<
      typeof contacts.getChatContact,
      ContactsGetUsersContactDetailsQueryParams,
      'query_presence_status is only in the SDK'
    >
  >,
];
