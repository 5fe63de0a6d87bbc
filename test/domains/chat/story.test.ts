/** A channel of chat from its creation to the report on it, through GraphQL alone. */
import { expect, test } from 'vitest';
import { story } from '../../story.ts';

const { ask, write } = story();

test('a channel is made, filled, written to, edited, left and reported', async () => {
  const [me, ...others] = (await ask('{ users { nodes { zoomId email displayName } } }')).nodes;
  const [first, second] = others;
  const { userChatChannel } = await write(
    'createChatChannel',
    { userId: me.zoomId, name: 'Launch', type: 'PUBLIC', members: [{ email: first.email }] },
    'userChatChannel { id channel { id name type } }',
  );
  const { id: channelId } = userChatChannel.channel;
  expect(userChatChannel.channel).toMatchObject({ name: 'Launch', type: 'PUBLIC' });
  const mine = (await ask('{ me { chatChannels { nodes { id name } } } }')).chatChannels.nodes;
  expect(mine).toContainEqual({ id: userChatChannel.id, name: 'Launch' });

  const channel = (fields: string) => ask(`query ($id: ID!) { chatChannel(id: $id) { ${fields} } }`, { id: channelId });
  await write('inviteChatChannelMembers', { channelId, members: [{ email: second.email }] }, 'ids');
  const members = async () => (await channel('members { nodes { role user { zoomId } } }')).members.nodes;
  expect(await members()).toEqual([
    { role: 'OWNER', user: { zoomId: me.zoomId } },
    { role: 'MEMBER', user: { zoomId: first.zoomId } },
    { role: 'MEMBER', user: { zoomId: second.zoomId } },
  ]);
  await write('removeChatChannelMember', { channelId, identifier: second.email }, 'chatChannel { id }');
  expect(await members()).toHaveLength(2);
  await write('updateChatChannel', { channelId, name: 'Lift-off' }, 'chatChannel { id }');
  expect(await channel('name')).toEqual({ name: 'Lift-off' });

  const target = { toChannel: channelId };
  const send = async (userId: string, message: string, more: object = {}) =>
    (await write('sendChatMessage', { userId, target, message, ...more }, 'chatMessage { id zoomId message }'))
      .chatMessage;
  const question = await send('me', 'Ready?');
  expect(question.message).toBe('Ready?');
  const answer = await send(first.zoomId, 'Go.', { replyMainMessageId: question.zoomId });
  const shown = async () =>
    (await channel('messages { nodes { message sender { email } replyTo { message } } }')).messages.nodes;
  expect(await shown()).toEqual([
    { message: 'Go.', sender: { email: first.email }, replyTo: { message: 'Ready?' } },
    { message: 'Ready?', sender: { email: me.email }, replyTo: null },
  ]);
  const edited = await write(
    'updateChatMessage',
    { userId: 'me', messageId: question.id, target, message: 'All ready?' },
    'chatMessage { message }',
  );
  expect(edited).toEqual({ chatMessage: { message: 'All ready?' } });
  await write('deleteChatMessage', { userId: first.zoomId, messageId: answer.zoomId, target }, '__typename');
  expect(await shown()).toEqual([{ message: 'All ready?', sender: { email: me.email }, replyTo: null }]);
  expect((await channel('messages(includeDeletedAndEditedMessage: true) { nodes { status } }')).messages.nodes).toEqual(
    [{ status: 'DELETED' }, { status: 'EDITED' }],
  );

  await write('sendChatMessage', { userId: 'me', target: { toContact: first.email }, message: 'Hi' }, 'zoomId');
  const contact = (await ask('{ chatContacts { nodes { email messages { nodes { message } } } } }')).nodes;
  const written = contact.find(({ email }: { email: string }) => email === first.email);
  expect(written.messages.nodes[0]).toEqual({ message: 'Hi' });

  await write('leaveChatChannel', { channelId }, 'chatChannel { id }');
  expect(await members()).toEqual([{ role: 'OWNER', user: { zoomId: first.zoomId } }]);
  await write('joinChatChannel', { channelId }, 'user { zoomId }');
  expect(await members()).toHaveLength(2);

  const sessions = await ask(`{ chatSessions(from: "2026-02-20", to: "2026-03-02", first: 100) { nodes {
    type channel { id } members { email } messages { nodes { message } }
    editedMessages { nodes { message } } deletedMessages { nodes { message } }
  } } }`);
  expect(sessions.nodes).toContainEqual({
    type: 'GROUP',
    channel: { id: channelId },
    members: [{ email: first.email }, { email: me.email }],
    messages: { nodes: [{ message: 'All ready?' }] },
    editedMessages: { nodes: [{ message: 'All ready?' }] },
    deletedMessages: { nodes: [{ message: 'Go.' }] },
  });
  const pair = sessions.nodes.find(({ type }: { type: string }) => type === 'ONE_TO_ONE');
  expect(pair).toMatchObject({
    channel: null,
    members: [{ email: expect.any(String) }, { email: expect.any(String) }],
  });

  const found = await ask(`query ($key: String!) { companyContacts(searchKey: $key) { nodes { email } } }`, {
    key: second.email.slice(0, 9),
  });
  expect(found.nodes).toContainEqual({ email: second.email });
  const { deletedChatChannelId } = await write('deleteChatChannel', { channelId }, 'deletedChatChannelId');
  expect(deletedChatChannelId).toBe(channelId);
});
