/** How the sandbox's events reach a URL: signed, in time, again where they did not arrive, and as badly as Zoom may do it. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MeetingsS2SAuthClient } from '@zoom/rivet/meetings';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { isSigned, SIGNATURE_HEADER, TIMESTAMP_HEADER } from '../../src/zoom/events/signature.ts';
import { DAY, MINUTE, NOW, SECOND, type Zoom, zoomOf } from './harness.ts';
import { hookFor, startHook } from './hooks.ts';

let zoom: Zoom;
beforeEach(async () => {
  zoom = await zoomOf();
});
afterEach(() => zoom.sandbox.close());

/** Lets something happen, and waits until those who listen have been told. */
const happens = async (...topics: string[]) => {
  for (const topic of topics) await zoom.call('POST', '/users/me/meetings', { topic, type: 2 });
  await zoom.sandbox.events.idle();
};
/** Lets the clock go on, and waits until what was due has been sent. */
const pass = async (ms: number) => {
  zoom.pass(ms);
  await zoom.sandbox.events.idle();
};
const tries = () => zoom.sandbox.events.deliveries.map(({ attempt, status }) => [attempt, status]);

describe('a delivery', () => {
  test('is signed over its bytes, with a time in seconds', async () => {
    const hook = await hookFor(zoom.sandbox);
    await happens('Zoë’s “first”');
    const [{ headers, bytes, body } = expect.fail()] = hook.received;
    const timestamp = String(headers[TIMESTAMP_HEADER]);
    expect(Number(timestamp) * 1000).toBeGreaterThan(NOW);
    expect(Number(timestamp) * 1000).toBeLessThan(NOW + DAY);
    expect(isSigned(zoom.sandbox.events.secret, timestamp, bytes, String(headers[SIGNATURE_HEADER]))).toBe(true);
    expect(bytes.toString()).toBe(JSON.stringify(body));
    expect(headers['x-zm-trackingid']).toMatch(/^v=2\.0/);
    expect([body]).toEqual(zoom.sandbox.events.told);
    expect(zoom.sandbox.events.deliveries).toMatchObject([
      { url: hook.url, event: 'meeting.created', attempt: 1, status: 200 },
    ]);
  });

  test('goes to every URL, in the order of the events', async () => {
    const [one, other] = [await hookFor(zoom.sandbox), await hookFor(zoom.sandbox)];
    await happens('A', 'B', 'C');
    const topics = (hook: typeof one) =>
      hook.received.map(({ body }) => (body.payload.object as { topic: string }).topic);
    expect([topics(one), topics(other)]).toEqual([
      ['A', 'B', 'C'],
      ['A', 'B', 'C'],
    ]);
  });

  test('is not made to a URL that does not know the secret', async () => {
    const hook = await startHook(zoom.sandbox);
    hook.secret = 'another';
    expect(await zoom.sandbox.events.deliverTo(hook.url)).toBe(false);
    await happens('A');
    expect([hook.received, zoom.sandbox.events.deliveries]).toEqual([[], []]);
  });

  test('ends when the URL could not say six times in a row that it knows the secret; it is asked every three days', async () => {
    const hook = await hookFor(zoom.sandbox);
    hook.secret = 'another';
    for (let i = 0; i < 5; i++) await pass(3 * DAY);
    await happens('A');
    expect(hook.names()).toEqual(['meeting.created']);
    await pass(3 * DAY);
    await happens('B');
    expect(hook.names()).toEqual(['meeting.created']);
  });
});

describe('what did not arrive', () => {
  test.each([500, 503])('is sent again after 5, 20 and 60 minutes, and is lost then: %i', async (status) => {
    const hook = await hookFor(zoom.sandbox);
    hook.answer = (response) => void response.writeHead(status).end();
    await happens('A');
    await pass(5 * MINUTE - 1);
    expect(tries()).toEqual([[1, status]]);
    await pass(1);
    await pass(20 * MINUTE);
    await pass(60 * MINUTE);
    await pass(DAY);
    expect(tries()).toEqual([1, 2, 3, 4].map((nth) => [nth, status]));
    expect(new Set(hook.received.map(({ bytes }) => bytes.toString())).size).toBe(1);
  });

  test('is not sent again after a redirect or a refusal', async () => {
    const hook = await hookFor(zoom.sandbox);
    const answers = [301, 400, 404, 429];
    hook.answer = (response) => void response.writeHead(answers.shift() ?? 200, { location: hook.url }).end();
    await happens('A', 'B', 'C', 'D');
    await pass(DAY);
    expect(tries()).toEqual([301, 400, 404, 429].map((status) => [1, status]));
  });

  test('is what was not answered within three seconds, and what met no connection', async () => {
    const hook = await hookFor(zoom.sandbox);
    let isSlow = true;
    hook.answer = (response) => {
      if (!isSlow) response.end();
    };
    await zoom.call('POST', '/users/me/meetings', { topic: 'A', type: 2 });
    await expect.poll(() => hook.received.length).toBe(1);
    await pass(3 * SECOND);
    expect(tries()).toEqual([[1, 0]]);
    isSlow = false;
    await pass(5 * MINUTE);
    hook.answer = (response) => void response.destroy();
    await happens('B');
    expect(tries()).toEqual([
      [1, 0],
      [2, 200],
      [1, 0],
    ]);
  });

  test.each(['first', 'fresh'] as const)(
    'has the timestamp of the first try, or its own: %s',
    async (retryTimestamp) => {
      const hook = await hookFor(zoom.sandbox);
      zoom.sandbox.events.set({ retryTimestamp });
      hook.answer = (response) => void response.writeHead(500).end();
      await happens('A');
      await pass(5 * MINUTE);
      const [first, again] = hook.received.map(({ headers }) => Number(headers[TIMESTAMP_HEADER]));
      expect(Number(again) - Number(first)).toBe(retryTimestamp === 'first' ? 0 : 300);
      for (const { headers, bytes } of hook.received) {
        const [timestamp, signature] = [headers[TIMESTAMP_HEADER], headers[SIGNATURE_HEADER]].map(String);
        expect(isSigned(zoom.sandbox.events.secret, timestamp ?? '', bytes, signature ?? '')).toBe(true);
      }
    },
  );
});

describe('on demand', () => {
  const topicsOf = (hook: Awaited<ReturnType<typeof hookFor>>) =>
    hook.received.map(({ body }) => (body.payload.object as { topic: string }).topic);

  test('each event comes several times', async () => {
    const hook = await hookFor(zoom.sandbox);
    zoom.sandbox.events.set({ copies: 3 });
    await happens('A');
    expect(topicsOf(hook)).toEqual(['A', 'A', 'A']);
  });

  test('events come in disorder, the last one after a second', async () => {
    const hook = await hookFor(zoom.sandbox);
    zoom.sandbox.events.set({ isDisordered: true });
    // The harness lets a second pass before each call.
    const create = (topic: string) => zoom.call('POST', '/users/me/meetings', { topic, type: 2 }, 0);
    for (const topic of ['A', 'B', 'C']) await create(topic);
    await zoom.sandbox.events.idle();
    expect(topicsOf(hook)).toEqual(['B', 'A']);
    await pass(SECOND);
    expect(topicsOf(hook)).toEqual(['B', 'A', 'C']);
  });

  test('events come late', async () => {
    const hook = await hookFor(zoom.sandbox);
    zoom.sandbox.events.set({ delayMs: DAY });
    await happens('A');
    expect(hook.received).toEqual([]);
    await pass(DAY);
    expect(topicsOf(hook)).toEqual(['A']);
  });

  test('a reset forgets what waits, and how deliveries go', async () => {
    const hook = await hookFor(zoom.sandbox);
    hook.answer = (response) => void response.writeHead(500).end();
    zoom.sandbox.events.set({ copies: 2 });
    await happens('A');
    zoom.sandbox.reset();
    hook.received.length = 0;
    hook.answer = (response) => void response.end();
    await pass(DAY);
    expect(hook.received).toEqual([]);
    await happens('B');
    expect(topicsOf(hook)).toEqual(['B']);
  });
});

test('Zoom’s own SDK takes a delivery, and says that it knows the secret', async () => {
  const { credentials, events } = zoom.sandbox;
  const receiver = new MeetingsS2SAuthClient({ ...credentials, webhooksSecretToken: events.secret, port: 0 });
  const received: unknown[] = [];
  receiver.webEventConsumer?.event('meeting.created', ({ payload }) => void received.push(payload));
  const server = (await receiver.start()) as Server;
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  expect(await events.deliverTo(`http://127.0.0.1:${port}/zoom/events`)).toBe(true);
  await happens('Zoë’s “first”');
  expect(events.deliveries).toMatchObject([{ event: 'meeting.created', status: 200 }]);
  expect(received).toEqual(events.told.map(({ payload }) => payload));
});
