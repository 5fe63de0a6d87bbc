/** The examples of subscriptions, from end to end: the sandbox tells of what happens by its webhooks, and a client hears of it by server-sent events. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { readConfig } from '../../src/server/config.ts';
import { createLog } from '../../src/server/log.ts';
import { type Running, start } from '../../src/server/server.ts';
import { post } from './post.ts';
import { type Subscribed, subscribedBy } from './sse.ts';

let sandbox: Sandbox;
let running: Running;
beforeAll(async () => {
  sandbox = await startSandbox();
  const { accountId, clientId, clientSecret } = sandbox.credentials;
  const config = readConfig({
    PORT: '0',
    ZOOM_ACCOUNT_ID: accountId,
    ZOOM_CLIENT_ID: clientId,
    ZOOM_CLIENT_SECRET: clientSecret,
    ZOOM_API_URL: sandbox.apiUrl,
    ZOOM_OAUTH_URL: sandbox.oauthUrl,
    ZOOM_WEBHOOK_SECRET: sandbox.events.secret,
  });
  running = await start(config, createLog('silent'));
  expect(await sandbox.events.deliverTo(new URL('/webhooks/zoom', running.url).href)).toBe(true);
});
afterAll(async () => {
  await running.stop(0);
  await sandbox.close();
});

const send = async (query: string, variables = {}) => (await fetch(running.url, post({ query, variables }))).json();
const subscribe = async (name: string, variables = {}): Promise<Subscribed> => {
  const query = readFileSync(`examples/subscriptions/${name}.graphql`, 'utf8');
  const response = await fetch(running.url, post({ query, variables }, { accept: 'text/event-stream' }));
  expect(response.status).toBe(200);
  return subscribedBy(response);
};
const newMeeting = async (type = 'SCHEDULED'): Promise<number> => {
  const input = { userId: 'me', topic: 'First', type };
  const { data } = await send(
    'mutation M($input: CreateMeetingInput!) { createMeeting(input: $input) { meeting { zoomId } } }',
    { input },
  );
  return Number(data.createMeeting.meeting.zoomId);
};

/** What happens, and what a client hears of it. */
const HAPPENS: Readonly<Record<string, () => Promise<object>>> = {
  events: async () => {
    const id = await newMeeting();
    return { type: 'MEETING_CREATED', topic: 'First', meeting: { zoomId: String(id) } };
  },
  'meeting-started': async () => {
    const id = await newMeeting();
    sandbox.events.cause('meeting.started', { id });
    return { topic: 'First', meeting: { zoomId: String(id) }, host: { email: expect.stringContaining('@') } };
  },
  'participant-joined': async () => {
    const id = await newMeeting('INSTANT');
    sandbox.events.cause('meeting.participant_joined', { id, participant: { user_name: 'Nora' } });
    return { participant: { name: 'Nora', joinTime: expect.any(String) }, host: { displayName: expect.any(String) } };
  },
  'recording-completed': async () => {
    const id = await newMeeting('INSTANT');
    sandbox.events.cause('meeting.ended', { id });
    sandbox.events.cause('recording.completed', { id });
    return { topic: 'First', files: expect.arrayContaining([expect.objectContaining({ fileType: 'MP4' })]) };
  },
  'phone-call-ended': async () => {
    sandbox.events.cause('phone.callee_ended');
    return { calleeUser: { email: expect.stringContaining('@') }, endTime: expect.any(String) };
  },
};

test('each example is here', () => {
  const files = readdirSync('examples/subscriptions').map((file) => file.replace('.graphql', ''));
  expect(files).toEqual(Object.keys(HAPPENS).sort());
});

test.each(Object.entries(HAPPENS))('%s', async (name, happen) => {
  const client = await subscribe(name);
  const heard = client.next();
  const expected = await happen();
  const { data, errors } = (await heard) ?? {};
  expect(errors).toBeUndefined();
  expect(Object.values(data ?? {})[0]).toMatchObject({ ...expected, cursor: expect.any(String) });
  await client.leave();
});

test('a client that comes back goes on from its last cursor', async () => {
  const first = await subscribe('events');
  const heard = first.next();
  await newMeeting();
  const { data } = (await heard) ?? {};
  await first.leave();
  const id = await newMeeting();
  const again = await subscribe('events', { after: (data as { events: { cursor: string } }).events.cursor });
  expect(await again.next()).toMatchObject({ data: { events: { meeting: { zoomId: String(id) } } } });
  await again.leave();
});
