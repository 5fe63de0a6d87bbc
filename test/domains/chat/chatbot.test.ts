/** Messages of a chatbot: what is sent, by whose token, and what there is where nobody set a chatbot up. */
import { expect, test } from 'vitest';
import { writes } from '../../rows.ts';
import { refusal, stub } from '../../stub.ts';
import { startWorld } from '../../world.ts';

const answer = { message_id: 'm1', robot_jid: 'r1', to_jid: 'u1', user_jid: 'u2', sent_time: '2026-11-20T12:00:00Z' };
const SEND =
  'mutation { sendChatbotMessage(input: { robotJid: "r1", toJid: "u1", content: { head: { text: "Hello" } } }) { messageId } }';

writes(
  [
    {
      name: 'sendChatbotMessage sends all that is given by Zoom’s names, and the parts of the content as they are',
      mutation: `sendChatbotMessage(input: {
        robotJid: "r1", toJid: "u1", accountId: "a1", userJid: "u2", visibleToUser: "u3", isMarkdownSupport: true
        content: {
          settings: { default_sidebar_color: "#ffffff" }
          head: { text: "Hello", style: { bold: true }, subHead: { text: "there", style: { color: "#ff0000" } } }
          body: [{ type: "message", text: "How *are* you?" }, { type: "fields", items: [{ key: "A", value: "1" }] }]
        }
      }) { messageId robotJid toJid userJid sentTime }`,
      payload: { messageId: 'm1', robotJid: 'r1', toJid: 'u1', userJid: 'u2', sentTime: '2026-11-20T12:00:00Z' },
      calls: ['POST /im/chat/messages'],
      body: {
        ...{ robot_jid: 'r1', to_jid: 'u1', account_id: 'a1', user_jid: 'u2', visible_to_user: 'u3' },
        is_markdown_support: true,
        content: {
          settings: { default_sidebar_color: '#ffffff' },
          head: { text: 'Hello', style: { bold: true }, sub_head: { text: 'there', style: { color: '#ff0000' } } },
          body: [
            { type: 'message', text: 'How *are* you?' },
            { type: 'fields', items: [{ key: 'A', value: '1' }] },
          ],
        },
      },
    },
    {
      name: 'updateChatbotMessage',
      mutation: `updateChatbotMessage(input: {
        messageId: "m1", robotJid: "r1", content: { body: [{ type: "message", text: "Bye" }] }
      }) { messageId }`,
      payload: { messageId: 'm1' },
      calls: ['PUT /im/chat/messages/m1'],
      body: { robot_jid: 'r1', content: { body: [{ type: 'message', text: 'Bye' }] } },
    },
    {
      name: 'deleteChatbotMessage says in the query whose message it is',
      mutation: `deleteChatbotMessage(input: { messageId: "m1", robotJid: "r1", accountId: "a1", userJid: "u2" }) {
        messageId
      }`,
      payload: { messageId: 'm1' },
      calls: ['DELETE /im/chat/messages/m1?robot_jid=r1&account_id=a1&user_jid=u2'],
    },
    {
      name: 'what Zoom refuses is null',
      table: { 'PUT /im/chat/messages/m1': refusal(404, 404, 'Nothing is here.') },
      mutation:
        'updateChatbotMessage(input: { messageId: "m1", robotJid: "r1", content: { head: { text: "Bye" } } }) { messageId }',
      payload: null,
      errors: [{ path: ['updateChatbotMessage'], extensions: { code: 'NOT_FOUND', zoom: { status: 404 } } }],
      calls: ['PUT /im/chat/messages/m1'],
      body: { robot_jid: 'r1', content: { head: { text: 'Bye' } } },
    },
  ],
  {
    'POST /im/chat/messages': answer,
    'PUT /im/chat/messages/m1': answer,
    'DELETE /im/chat/messages/m1': answer,
  },
);

test('a message without a head and without a body is refused before the call', async () => {
  const { run, calls } = stub({});
  const { errors } = await run(
    'mutation { sendChatbotMessage(input: { robotJid: "r1", toJid: "u1", content: { settings: {} } }) { messageId } }',
  );
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(calls).toEqual([]);
});

test('without credentials of a chatbot nothing is sent, and the error names the settings', async () => {
  const { run, calls } = stub({ 'POST /im/chat/messages': answer }, { chatbot: undefined });
  const { data, errors } = await run(SEND);
  expect(data).toEqual({ sendChatbotMessage: null });
  expect(errors).toMatchObject([
    {
      message: expect.stringMatching(/ZOOM_CHATBOT_CLIENT_ID and ZOOM_CHATBOT_CLIENT_SECRET/),
      extensions: { code: 'UNAUTHENTICATED' },
    },
  ]);
  expect(calls).toEqual([]);
});

test('the sandbox takes the chatbot’s token for its messages, and the account’s for all else', async () => {
  const world = await startWorld();
  try {
    const { result, calls } = await world.counted(() => world.run<{ me: object; sendChatbotMessage: object }>(SEND));
    expect(result).toMatchObject({ data: { sendChatbotMessage: { messageId: expect.any(String) } } });
    expect(calls).toEqual(['POST /im/chat/messages']);
    expect((await world.run('{ me { email } }')).errors).toBeUndefined();
    expect(world.sandbox.mints).toBe(2);
  } finally {
    await world.close();
  }
});

test('a client that goes away takes a message that has not been sent with it', async () => {
  const world = await startWorld({ plan: 'free', faults: 'slow=60000:POST /oauth/token' });
  try {
    const leaving = new AbortController();
    const answered = world.run(SEND, {}, { signal: leaving.signal }).catch(() => 'gone');
    leaving.abort();
    expect(await answered).toBe('gone');
    expect(world.sandbox.calls).toEqual([]);
  } finally {
    await world.close();
  }
});
