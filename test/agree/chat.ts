import type {
  ChatChannelsAccountLevelListChannelMembersResponse,
  ChatChannelsCreateChannelRequestBody,
  ChatChannelsCreateChannelResponse,
  ChatChannelsGetChannelResponse,
  ChatChannelsInviteChannelMembersRequestBody,
  ChatChannelsInviteChannelMembersResponse,
  ChatChannelsJoinChannelResponse,
  ChatChannelsListChannelMembersResponse,
  ChatChannelsListUsersChannelsResponse,
  ChatChannelsUpdateChannelRequestBody,
  ChatMessagesDeleteMessageQueryParams,
  ChatMessagesListUsersChatMessagesQueryParams,
  ChatMessagesListUsersChatMessagesResponse,
  ChatMessagesSendChatMessageRequestBody,
  ChatMessagesSendChatMessageResponse,
  ChatMessagesUpdateMessageRequestBody,
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
import type { DashboardDays } from '../../src/zoom/api/dashboards/common.ts';
import type { Of, Shape } from '../../src/zoom/declare/shape.ts';
import type { Agree, Differs, Item } from './agree.ts';

// Paging, date windows and what is sent only on request are the client's own business, not filters.
type Paging = 'page_size is only in the SDK' | 'next_page_token is only in the SDK';
type Windows = 'date is only in the SDK' | 'from is only in the SDK' | 'to is only in the SDK';
// One channel alone tells who may post to it by name.
type OfOne = 'channel_settings.designated_posting_members is not in the SDK';
type Asked<E extends { readonly query?: Shape }> = Of<NonNullable<E['query']>>;

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
  Agree<
    Differs<Asked<typeof messages.listChatMessages>, ChatMessagesListUsersChatMessagesQueryParams, Paging | Windows>
  >,
  Agree<Differs<Of<typeof messages.SendChatMessageBody>, ChatMessagesSendChatMessageRequestBody>>,
  Agree<Differs<Of<typeof messages.SentChatMessage>, ChatMessagesSendChatMessageResponse>>,
  Agree<Differs<Of<typeof messages.UpdateChatMessageBody>, ChatMessagesUpdateMessageRequestBody>>,
  Agree<Differs<Asked<typeof messages.deleteChatMessage>, ChatMessagesDeleteMessageQueryParams>>,
  Agree<Differs<Of<typeof contacts.listChatContacts.of>, Item<ContactsListUsersContactsResponse, 'contacts'>>>,
  Agree<Differs<Asked<typeof contacts.listChatContacts>, ContactsListUsersContactsQueryParams, Paging>>,
  Agree<Differs<Of<typeof contacts.ChatContact>, ContactsGetUsersContactDetailsResponse>>,
  Agree<Differs<Of<typeof contacts.CompanyContact>, Item<ContactsSearchCompanyContactsResponse, 'contacts'>>>,
  Agree<
    Differs<
      Asked<typeof contacts.searchCompanyContacts>,
      ContactsSearchCompanyContactsQueryParams,
      Paging | 'query_presence_status is only in the SDK'
    >
  >,
  Agree<Differs<Of<typeof sessions.ChatSession>, Item<ReportsGetChatSessionsReportsResponse, 'sessions'>>>,
  Agree<Differs<Of<typeof DashboardDays>, ReportsGetChatSessionsReportsQueryParams, Paging>>,
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
    Differs<
      Asked<typeof sessions.listChatSessionMessages>,
      ReportsGetChatMessageReportsQueryParams,
      Paging | 'include_fields is only in the SDK' | 'include_reactions is only in the SDK'
    >
  >,
];
