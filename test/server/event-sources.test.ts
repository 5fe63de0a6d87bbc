/** The ways by which events come to a gateway that is started from its settings: the embedded sandbox’s webhooks, and a WebSocket. */
import { expect, onTestFinished, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { type Config, readConfig } from '../../src/server/config.ts';
import { createLog } from '../../src/server/log.ts';
import { type Running, start } from '../../src/server/server.ts';
import { memoryStream } from '../../src/zoom/events/memory-stream.ts';
import { redisFor } from '../redis.ts';
import { mint, send } from '../sandbox/harness.ts';
import { post } from './post.ts';
import { spawnMain } from './spawn.ts';
import { subscribedBy } from './sse.ts';

const LATER = { timeout: 20_000 };

/** A gateway, the names of the events that are told to a reader of its stream, and its log. */
const started = async (env: Record<string, string>) => {
  const config: Config = readConfig({ PORT: '0', ...env });
  const events = memoryStream({ kept: 100, buffer: 100 });
  const told: string[] = [];
  const log: string[] = [];
  const reader = new AbortController();
  const reading = (async () => {
    for await (const { event } of events.read({ signal: reader.signal })) told.push(event);
  })();
  const running: Running = await start(config, createLog('trace', { write: (line) => log.push(line) }), {}, { events });
  onTestFinished(async () => {
    await running.stop(0);
    reader.abort();
    await reading.catch(() => {});
    await events.close();
  });
  return { running, told, log };
};
const createMeeting = ({ url }: Running) =>
  fetch(
    url,
    post({
      query:
        'mutation { createMeeting(input: { userId: "me", topic: "First", type: SCHEDULED }) { meeting { topic } } }',
    }),
  );

/** A gateway that takes the sandbox for Zoom, and its events by the WebSocket. */
const settingsFor = ({ credentials, apiUrl, oauthUrl, events }: Sandbox) => ({
  ZOOM_ACCOUNT_ID: credentials.accountId,
  ZOOM_CLIENT_ID: credentials.clientId,
  ZOOM_CLIENT_SECRET: credentials.clientSecret,
  ZOOM_API_URL: apiUrl,
  ZOOM_OAUTH_URL: oauthUrl,
  ZOOM_EVENTS_URL: events.socketUrl,
});

test('without credentials the sandbox tells the gateway what mutations do, by webhooks that it signs', async () => {
  const { running, told, log } = await started({});
  await createMeeting(running);
  await expect.poll(() => told, LATER).toEqual(['meeting.created']);
  expect(log.join('')).not.toContain('cannot tell');
});

test('so it does by a secret that is set', async () => {
  const { running, told, log } = await started({ ZOOM_WEBHOOK_SECRET: 'a secret of one’s own' });
  await createMeeting(running);
  await expect.poll(() => told, LATER).toEqual(['meeting.created']);
  expect(log.join('')).not.toContain('a secret of one');
});

test.each([
  ['with metrics', { METRICS_PORT: '0' }],
  ['without', {}],
])('a WebSocket tells of events, what may have been missed is told, and no token is in the log: %s', async (_, env) => {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  const { told, log } = await started({
    ...settingsFor(sandbox),
    ...env,
  });
  await expect.poll(() => sandbox.events.socket.isOpen, LATER).toBe(true);
  const authorization = `Bearer ${(await mint(sandbox)).body.access_token}`;
  const { status } = await send(
    'POST',
    `${sandbox.apiUrl}/users/me/meetings`,
    { authorization, 'content-type': 'application/json' },
    JSON.stringify({ topic: 'First', type: 2 }),
  );
  expect(status).toBe(201);
  await expect.poll(() => told, LATER).toEqual(['meeting.created']);
  sandbox.events.socket.cut();
  await expect.poll(() => told, LATER).toEqual(['meeting.created', 'gateway.events_missed']);
  const lines = log.join('');
  expect(lines).toContain('Zoom tells of events by its WebSocket.');
  expect(lines).toContain('Events may have been missed');
  expect(lines).not.toMatch(/access_token|Bearer/);
});

test.each([
  ['the primary', async () => ({})],
  ['one of them, by Redis', async () => ({ REDIS_URL: (await redisFor()).server.url })],
])(
  'of several workers %s has the one connection, and subscribers of all hear of events',
  { timeout: 120_000 },
  async (_, more) => {
    const sandbox = await startSandbox();
    onTestFinished(() => sandbox.close());
    const { child, said, exited } = await spawnMain({
      WORKERS: '2',
      ...settingsFor(sandbox),
      ...(await more()),
    });
    const url = () => /http:\S+/.exec(said.out)?.[0];
    await expect.poll(url, { timeout: 60_000 }).toBeDefined();
    await expect.poll(() => sandbox.events.socket.isOpen, LATER).toBe(true);
    const query = 'subscription { events(types: [MEETING_SHARING_STARTED]) { type } }';
    const clients = await Promise.all(
      Array.from({ length: 4 }, async () =>
        subscribedBy(await fetch(url() ?? '', post({ query }, { accept: 'text/event-stream' }))),
      ),
    );
    const heard = Promise.all(clients.map((client) => client.next()));
    sandbox.events.cause('meeting.sharing_started', { id: '1' });
    for (const result of await heard)
      expect(result).toMatchObject({ data: { events: { type: 'MEETING_SHARING_STARTED' } } });
    expect(sandbox.events.socket.opened).toBe(1);
    await Promise.all(clients.map((client) => client.leave()));
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
    expect(said.err).not.toMatch(/access_token|Bearer/);
  },
);
