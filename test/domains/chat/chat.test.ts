/** Channels, messages, contacts and the report of chat. */
import { afterAll, beforeAll, describe, expect, vi } from 'vitest';
import { globalId, reads, walks, writes } from '../../rows.ts';
import { done, type Received, refusal } from '../../stub.ts';

const idOf = (type: string, ...parts: readonly string[]) => globalId(type, parts.map(encodeURIComponent).join(','));
const [today, yesterday, before] = ['2026-11-20', '2026-11-19', '2026-11-18'];
beforeAll(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(`${today}T15:00:00Z`) });
});
afterAll(() => {
  vi.useRealTimers();
});

const channel = { id: 'c1', name: 'General', type: 3, channel_settings: { posting_permissions: 1 } };
const message = (id: string, day: string, more: object = {}) => ({
  ...{ id, message: `Text of ${id}`, date_time: `${day}T12:00:00Z`, sender: 'ann@example.com' },
  ...more,
});
/** The messages of each day, by the day that is asked for. */
const byDay =
  (days: Readonly<Record<string, readonly object[]>>) =>
  ({ query }: Received) => ({ date: query.get('date'), messages: days[query.get('date') ?? ''] ?? [] });

describe('channels', () => {
  reads([
    {
      name: 'the channels of a user tell all of a channel but who may post to it by name',
      table: {
        'GET /chat/users/u1/channels': {
          channels: [channel, { ...channel, id: 'c2', channel_settings: { posting_permissions: 3 } }],
        },
        'GET /chat/channels/c2': {
          ...{ ...channel, id: 'c2' },
          channel_settings: {
            posting_permissions: 3,
            designated_posting_members: [{ user_id: 'u2', member_id: 'm2' }],
          },
        },
      },
      query: `{ user(id: "u1") { chatChannels { nodes {
        id zoomId user { zoomId }
        channel { id name type channelSettings { postingPermissions designatedPostingMembers { user { zoomId } } } }
      } } } }`,
      at: 'user.chatChannels.nodes',
      data: [
        {
          id: idOf('UserChatChannel', 'u1', 'c1'),
          zoomId: 'c1',
          user: { zoomId: 'u1' },
          channel: {
            id: globalId('ChatChannel', 'c1'),
            name: 'General',
            type: 'PUBLIC',
            channelSettings: { postingPermissions: 'ALL_MEMBERS', designatedPostingMembers: null },
          },
        },
        {
          id: idOf('UserChatChannel', 'u1', 'c2'),
          zoomId: 'c2',
          user: { zoomId: 'u1' },
          channel: {
            id: globalId('ChatChannel', 'c2'),
            name: 'General',
            type: 'PUBLIC',
            channelSettings: {
              postingPermissions: 'DESIGNATED_MEMBERS',
              designatedPostingMembers: [{ user: { zoomId: 'u2' } }],
            },
          },
        },
      ],
      calls: ['GET /chat/users/u1/channels?page_size=30', 'GET /chat/channels/c2'],
    },
    {
      name: 'members are users, unless they are of another account',
      table: {
        'GET /chat/channels/c1/members': {
          members: [
            { id: 'u1', member_id: 'm1', email: 'ann@example.com', role: 'owner', is_external: false },
            { id: 'x1', member_id: 'm2', email: 'eve@example.org', role: 'member', is_external: true },
          ],
        },
      },
      query: '{ chatChannel(id: "c1") { members { nodes { id userId role user { zoomId email } } } } }',
      at: 'chatChannel.members.nodes',
      data: [
        {
          id: idOf('ChatChannelMember', 'c1', 'm1'),
          userId: 'u1',
          role: 'OWNER',
          user: { zoomId: 'u1', email: 'ann@example.com' },
        },
        { id: idOf('ChatChannelMember', 'c1', 'm2'), userId: 'x1', role: 'MEMBER', user: null },
      ],
      calls: ['GET /chat/channels/c1/members?page_size=30'],
    },
    {
      name: 'the members of a user’s channel are read on behalf of the user',
      table: { 'GET /chat/users/u1/channels/c1/members': { members: [{ member_id: 'm1', name: 'Ann' }] } },
      query: `{ node(id: "${idOf('UserChatChannel', 'u1', 'c1')}") { ... on UserChatChannel { members { nodes { name } } } } }`,
      at: 'node.members.nodes',
      data: [{ name: 'Ann' }],
      calls: ['GET /chat/users/u1/channels/c1/members?page_size=30'],
    },
  ]);

  const chatChannel = { id: globalId('ChatChannel', 'c1') };
  writes(
    [
      {
        name: 'createChatChannel gives the channel as an edge of the user’s, without a further call',
        mutation: `createChatChannel(input: {
          userId: "u1", name: "General", type: PUBLIC, members: [{ email: "bea@example.com" }]
          channelSettings: { postingPermissions: ADMINS }
        }) { userChatChannel { id channel { id name channelUrl } } userChatChannelEdge { node { zoomId } } }`,
        payload: {
          userChatChannel: {
            id: idOf('UserChatChannel', 'u1', 'c1'),
            channel: { ...chatChannel, name: 'General', channelUrl: 'https://zoom.us/c1' },
          },
          userChatChannelEdge: { node: { zoomId: 'c1' } },
        },
        calls: ['POST /chat/users/u1/channels'],
        body: {
          name: 'General',
          type: 3,
          members: [{ email: 'bea@example.com' }],
          channel_settings: { posting_permissions: 2 },
        },
      },
      {
        name: 'updateChatChannel names who may post in one of two ways',
        mutation: `updateChatChannel(input: {
          channelId: "${chatChannel.id}", name: "All"
          channelSettings: {
            postingPermissions: DESIGNATED_MEMBERS
            designatedPostingMembers: [{ userId: "${globalId('User', 'u1')}" }, { memberId: "m2" }]
          }
        }) { chatChannel { id } }`,
        payload: { chatChannel },
        calls: ['PATCH /chat/channels/c1'],
        body: {
          name: 'All',
          channel_settings: {
            posting_permissions: 3,
            designated_posting_members: [{ user_id: 'u1' }, { member_id: 'm2' }],
          },
        },
      },
      {
        name: 'inviteChatChannelMembers gives who was added',
        mutation: `inviteChatChannelMembers(input: { channelId: "c1", members: [{ email: "bea@example.com" }] }) {
          addedAt ids memberIds chatChannel { id }
        }`,
        payload: { addedAt: '2026-03-01T08:00:00Z', ids: ['u2'], memberIds: ['m2'], chatChannel },
        calls: ['POST /chat/channels/c1/members'],
        body: { members: [{ email: 'bea@example.com' }] },
      },
      {
        name: 'joinChatChannel gives the user who joined',
        mutation: 'joinChatChannel(input: { channelId: "c1" }) { userId memberId user { zoomId } chatChannel { id } }',
        payload: { userId: 'u1', memberId: 'm1', user: { zoomId: 'u1' }, chatChannel },
        calls: ['POST /chat/channels/c1/members/me'],
      },
      {
        name: 'leaveChatChannel',
        mutation: 'leaveChatChannel(input: { channelId: "c1" }) { chatChannel { id } }',
        payload: { chatChannel },
        calls: ['DELETE /chat/channels/c1/members/me'],
      },
      {
        name: 'removeChatChannelMember takes a user, an email or a member',
        mutation: `removeChatChannelMember(input: { channelId: "c1", identifier: "${globalId('User', 'u2')}" }) {
          chatChannel { id }
        }`,
        payload: { chatChannel },
        calls: ['DELETE /chat/channels/c1/members/u2'],
      },
      {
        name: 'deleteChatChannel',
        mutation: 'deleteChatChannel(input: { channelId: "c1" }) { deletedChatChannelId }',
        payload: { deletedChatChannelId: chatChannel.id },
        calls: ['DELETE /chat/channels/c1'],
      },
    ],
    {
      'POST /chat/users/u1/channels': { id: 'c1', name: 'General', type: 3, channel_url: 'https://zoom.us/c1' },
      'PATCH /chat/channels/c1': done(),
      'POST /chat/channels/c1/members': { added_at: '2026-03-01T08:00:00Z', ids: 'u2', member_ids: 'm2' },
      'POST /chat/channels/c1/members/me': { added_at: '2026-03-01T08:00:00Z', id: 'u1', member_id: 'm1' },
      'DELETE /chat/channels/c1/members/me': done(),
      'DELETE /chat/channels/c1/members/u2': done(),
      'DELETE /chat/channels/c1': done(),
    },
  );
});

describe('messages', () => {
  const days = byDay({
    [today]: [message('a', today)],
    [yesterday]: [message('b', yesterday), message('c', yesterday)],
    [before]: [message('d', before)],
  });
  const call = (day: string, target = 'to_channel=c1') =>
    `GET /chat/users/me/messages?${target}&date=${day}&page_size=30`;

  walks(
    [
      {
        name: 'the days of a range follow each other, the newest first, across pages of the client',
        of: 'chatChannel(id: "c1")',
        list: `messages(first: 3, from: "${before}", to: "${today}")`,
        nodes: 'zoomId',
        pages: [[{ zoomId: 'a' }, { zoomId: 'b' }, { zoomId: 'c' }], [{ zoomId: 'd' }]],
        calls: [call(today), call(yesterday), call(yesterday), call(before)],
      },
    ],
    { 'GET /chat/users/me/messages': days },
  );

  reads([
    {
      name: 'without a range they are those of today',
      table: { 'GET /chat/users/me/messages': days },
      query: '{ chatChannel(id: "c1") { messages { nodes { zoomId message } } } }',
      at: 'chatChannel.messages.nodes',
      data: [{ zoomId: 'a', message: 'Text of a' }],
      calls: [call(today)],
    },
    {
      name: 'whatever clock Zoom counts days by, what it sends for a day is shown, and once',
      table: { 'GET /chat/users/me/messages': byDay({ [today]: [message('a', yesterday)] }) },
      query: `{ chatChannel(id: "c1") { messages(from: "${yesterday}", to: "${today}") { nodes { zoomId } } } }`,
      at: 'chatChannel.messages.nodes',
      data: [{ zoomId: 'a' }],
      calls: [call(today), call(yesterday)],
    },
    {
      name: 'a message tells its sender, its files, its reactions and whom it mentions',
      table: {
        'GET /chat/users/me/messages': byDay({
          [today]: [
            message('a', today, {
              files: [
                {
                  file_id: 'f1',
                  file_name: 'a.pdf',
                  file_size: 5_000_000_000,
                  download_url: 'https://file.zoom.us/f1',
                },
              ],
              reactions: [{ emoji: 'U+1F600', total_count: 1, senders: [{ user_id: 'u2', member_id: 'm2' }] }],
              at_items: [{ at_contact: 'bea@example.com', at_type: 1, start_position: 0, end_position: 4 }],
            }),
          ],
        }),
      },
      query: `{ chatChannel(id: "c1") { messages { nodes {
        senderEmail sender { email } files { fileName fileSize downloadUrl }
        reactions { emoji totalCount senders { user { zoomId } } }
        atItems { atType user { email } }
      } } } }`,
      at: 'chatChannel.messages.nodes',
      data: [
        {
          senderEmail: 'ann@example.com',
          sender: { email: 'ann@example.com' },
          files: [{ fileName: 'a.pdf', fileSize: 5_000_000_000, downloadUrl: 'https://file.zoom.us/f1' }],
          reactions: [{ emoji: 'U+1F600', totalCount: 1, senders: [{ user: { zoomId: 'u2' } }] }],
          atItems: [{ atType: 'CONTACT', user: { email: 'bea@example.com' } }],
        },
      ],
      calls: [call(today)],
    },
    {
      name: 'a reply leads to its message, of whatever day that is',
      table: {
        'GET /chat/users/me/messages': byDay({
          [today]: [
            message('a', today, {
              reply_main_message_id: 'd',
              reply_main_message_timestamp: Date.parse(`${before}T12:00:00Z`),
            }),
          ],
          [before]: [message('d', before)],
        }),
      },
      query: '{ chatChannel(id: "c1") { messages { nodes { zoomId replyTo { zoomId message } } } } }',
      at: 'chatChannel.messages.nodes',
      data: [{ zoomId: 'a', replyTo: { zoomId: 'd', message: 'Text of d' } }],
      calls: [call(today), call(before).replace('page_size=30', 'page_size=50')],
    },
    {
      name: 'a user’s messages are those of a channel or of a contact',
      table: {
        'GET /chat/users/u1/messages': ({ query }: Received) => ({
          messages: [message(query.get('to_channel') ?? 'p', today)],
        }),
      },
      query: `{ user(id: "u1") {
        channel: chatMessages(target: { toChannel: "${globalId('ChatChannel', 'c1')}" }) { nodes { id } }
        contact: chatMessages(target: { toContact: "bea@example.com" }) { nodes { id } }
      } }`,
      at: 'user',
      data: {
        channel: { nodes: [{ id: idOf('ChatMessage', 'u1', 'c1', '*', today, 'c1') }] },
        contact: { nodes: [{ id: idOf('ChatMessage', 'u1', '*', 'bea@example.com', today, 'p') }] },
      },
      calls: [
        `GET /chat/users/u1/messages?to_channel=c1&date=${today}&page_size=30`,
        `GET /chat/users/u1/messages?to_contact=bea@example.com&date=${today}&page_size=30`,
      ],
      together: true,
    },
    {
      name: 'a message is found again by its global id, among those of its day',
      table: { 'GET /chat/users/u1/messages': byDay({ [before]: [message('d', before)] }) },
      query: `{ node(id: "${idOf('ChatMessage', 'u1', '*', 'bea@example.com', before, 'd')}") {
        ... on ChatMessage { message }
      } }`,
      data: { node: { message: 'Text of d' } },
      calls: [`GET /chat/users/u1/messages?to_contact=bea@example.com&date=${before}&page_size=50`],
    },
    {
      name: 'a target is one of the two',
      query:
        '{ user(id: "u1") { chatMessages(target: { toChannel: "c1", toContact: "a@b.c" }) { nodes { zoomId } } } }',
      data: undefined,
      errors: [{ message: expect.stringContaining('exactly one') }],
      calls: [],
    },
  ]);

  writes(
    [
      {
        name: 'sendChatMessage needs no further call for its id',
        mutation: `sendChatMessage(input: { userId: "me", target: { toChannel: "c1" }, message: "Hello" }) {
          chatMessage { id }
        }`,
        payload: { chatMessage: { id: idOf('ChatMessage', 'me', 'c1', '*', today, 'n') } },
        calls: ['POST /chat/users/me/messages'],
        body: { message: 'Hello', to_channel: 'c1' },
      },
      {
        name: 'a message that is sent later is not there yet',
        mutation: `sendChatMessage(input: {
          userId: "me", target: { toContact: "bea@example.com" }, message: "Hello", scheduledTime: "2031-01-01T09:00:00Z"
          atItems: [{ atType: ALL, startPosition: 0, endPosition: 4 }], replyMainMessageId: "${idOf('ChatMessage', 'me', 'c1', '*', today, 'a')}"
        }) { zoomId chatMessage { id } }`,
        payload: { zoomId: 'n', chatMessage: null },
        calls: ['POST /chat/users/me/messages'],
        body: {
          message: 'Hello',
          to_contact: 'bea@example.com',
          scheduled_time: '2031-01-01T09:00:00Z',
          at_items: [{ at_type: 2, start_position: 0, end_position: 4 }],
          reply_main_message_id: 'a',
        },
      },
      {
        name: 'a message that was named by its global id is read again',
        table: { 'GET /chat/users/me/messages': byDay({ [before]: [message('d', before)] }) },
        mutation: `updateChatMessage(input: {
          userId: "me", messageId: "${idOf('ChatMessage', 'me', 'c1', '*', before, 'd')}", target: { toChannel: "c1" }, message: "New"
        }) { chatMessage { message } }`,
        payload: { chatMessage: { message: 'Text of d' } },
        calls: [
          'PUT /chat/users/me/messages/d',
          `GET /chat/users/me/messages?to_channel=c1&date=${before}&page_size=50`,
        ],
        body: { message: 'New', to_channel: 'c1' },
      },
      {
        name: 'a message that was named by Zoom’s id alone is not',
        mutation: `updateChatMessage(input: { userId: "me", messageId: "d", target: { toChannel: "c1" }, message: "New" }) {
          chatMessage { message }
        }`,
        payload: { chatMessage: null },
        calls: ['PUT /chat/users/me/messages/d'],
        body: { message: 'New', to_channel: 'c1' },
      },
      {
        name: 'deleteChatMessage',
        mutation: `deleteChatMessage(input: {
          userId: "me", messageId: "${idOf('ChatMessage', 'me', 'c1', '*', before, 'd')}", target: { toChannel: "c1" }
        }) { deletedChatMessageId }`,
        payload: { deletedChatMessageId: idOf('ChatMessage', 'me', 'c1', '*', before, 'd') },
        calls: ['DELETE /chat/users/me/messages/d?to_channel=c1'],
      },
    ],
    {
      'POST /chat/users/me/messages': { id: 'n' },
      'PUT /chat/users/me/messages/d': done(),
      'DELETE /chat/users/me/messages/d': done(),
    },
  );
});

describe('contacts', () => {
  reads([
    {
      name: 'presence is asked for only where it is selected, and a contact of another account is no user',
      table: {
        'GET /chat/users/me/contacts': { contacts: [{ id: 'x1', email: 'eve@example.org' }] },
        'GET /chat/users/me/contacts/x1': { id: 'x1', presence_status: 'In_A_Meeting' },
        'GET /users/x1': refusal(404, 1001, 'User does not exist.'),
      },
      query: '{ chatContacts(type: EXTERNAL) { nodes { id email presenceStatus user { displayName } } } }',
      at: 'chatContacts.nodes',
      data: [
        { id: globalId('ChatContact', 'x1'), email: 'eve@example.org', presenceStatus: 'IN_A_MEETING', user: null },
      ],
      calls: [
        'GET /chat/users/me/contacts?type=external&page_size=25',
        'GET /chat/users/me/contacts/x1?query_presence_status=true',
        'GET /users/x1',
      ],
      together: true,
    },
    {
      name: 'the messages with a contact are those of the user of the token',
      table: { 'GET /chat/users/me/messages': byDay({ [today]: [message('a', today)] }) },
      query: '{ chatContact(id: "u2") { messages { nodes { zoomId } } } }',
      at: 'chatContact.messages.nodes',
      data: [{ zoomId: 'a' }],
      calls: [`GET /chat/users/me/messages?to_contact=u2&date=${today}&page_size=30`],
    },
    {
      name: 'one in the directory is a user',
      table: {
        'GET /contacts': {
          contacts: [{ id: 'u2', email: 'bea@example.com', dept: 'Sales', im_group_id: 'i1', im_group_name: 'West' }],
        },
      },
      query: `{
        companyContacts(searchKey: "bea") { nodes { id dept user { zoomId } imGroup { zoomId name } } }
      }`,
      at: 'companyContacts.nodes',
      data: [
        {
          id: idOf('CompanyContact', 'bea@example.com', 'u2'),
          dept: 'Sales',
          user: { zoomId: 'u2' },
          imGroup: { zoomId: 'i1', name: 'West' },
        },
      ],
      calls: ['GET /contacts?search_key=bea&page_size=25'],
    },
    {
      name: 'and is found again by the email',
      table: { 'GET /contacts': { contacts: [{ id: 'u2', email: 'bea@example.com', job_title: 'Chief' }] } },
      query: `{ node(id: "${idOf('CompanyContact', 'bea@example.com', 'u2')}") { ... on CompanyContact { jobTitle } } }`,
      data: { node: { jobTitle: 'Chief' } },
      calls: ['GET /contacts?search_key=bea@example.com&page_size=25'],
    },
  ]);
});

describe('the report', () => {
  const days = 'from=2026-10-01&to=2026-10-31';
  const session = { id: 's1', name: 'General', type: 'Group', channel_id: 'c1', member_emails: ['ann@example.com'] };
  const table = {
    'GET /report/chat/sessions': { sessions: [session] },
    'GET /report/chat/sessions/s1': ({ query }: Received) =>
      query.get('include_fields') === 'deleted_messages'
        ? { messages: [message('a', '2026-10-02')], deleted_messages: [message('z', '2026-10-03')] }
        : {
            messages: [
              message('a', '2026-10-02', { reactions: [{ emoji: 'U+1F600', user_ids: ['u2'] }] }),
              message('b', '2026-10-02', {
                is_sender_external: true,
                sender: 'eve@example.org',
                receiver: 'ann@example.com',
              }),
            ],
          },
  };
  reads([
    {
      name: 'sessions tell their channel and their members, and have the messages of the days',
      table,
      query: `{ chatSessions(from: "2026-10-01", to: "2026-10-31") { nodes {
        id type channel { zoomId } members { email user { email } }
        messages { nodes { zoomId sender { email } receiver { email } reactions { users { zoomId } } } }
        deletedMessages { nodes { id zoomId } }
      } } }`,
      at: 'chatSessions.nodes',
      data: [
        {
          id: idOf('ChatSession', '2026-10-01', '2026-10-31', 's1'),
          type: 'GROUP',
          channel: { zoomId: 'c1' },
          members: [{ email: 'ann@example.com', user: { email: 'ann@example.com' } }],
          messages: {
            nodes: [
              {
                zoomId: 'a',
                sender: { email: 'ann@example.com' },
                receiver: null,
                reactions: [{ users: [{ zoomId: 'u2' }] }],
              },
              { zoomId: 'b', sender: null, receiver: { email: 'ann@example.com' }, reactions: null },
            ],
          },
          deletedMessages: {
            nodes: [
              {
                id: idOf('ChatSessionMessage', '2026-10-01', '2026-10-31', 's1', 'deleted_messages', 'z'),
                zoomId: 'z',
              },
            ],
          },
        },
      ],
      calls: [
        `GET /report/chat/sessions?${days}&page_size=30`,
        `GET /report/chat/sessions/s1?${days}&include_reactions=true&page_size=30`,
        `GET /report/chat/sessions/s1?include_fields=deleted_messages&${days}&page_size=30`,
      ],
      together: true,
    },
    {
      name: 'a message of the report is found again in the session of the days',
      table,
      query: `{ node(id: "${idOf('ChatSessionMessage', '2026-10-01', '2026-10-31', 's1', '*', 'b')}") {
        ... on ChatSessionMessage { senderEmail }
      } }`,
      data: { node: { senderEmail: 'eve@example.org' } },
      calls: [`GET /report/chat/sessions/s1?${days}&include_bot_message=true&page_size=300`],
    },
    {
      name: 'more than a month is refused before the call',
      query: '{ chatSessions(from: "2026-08-01", to: "2026-10-31") { nodes { id } } }',
      data: { chatSessions: null },
      errors: [{ message: expect.stringContaining('one month at most') }],
      calls: [],
    },
  ]);
});
