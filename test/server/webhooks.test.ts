/** What Zoom sends to the gateway: taken once, when it is Zoom's, as fast as it can be kept. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { RedisGone } from '../../src/redis/gone.ts';
import { listen } from '../../src/server/http/http.ts';
import { LIMITS } from '../../src/server/limits.ts';
import { createMetrics } from '../../src/server/telemetry/metrics.ts';
import type { ZoomEvent } from '../../src/zoom/events/event.ts';
import { memoryStream } from '../../src/zoom/events/memory-stream.ts';
import type { EventStream } from '../../src/zoom/events/stream.ts';
import { post } from './post.ts';
import { now, signed } from './signed.ts';
import { gatewayOf } from './support.ts';

const SECRET = 'the-secret-token';
const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const close of opened.splice(0).reverse()) await close();
});

/** A stream that tells what was appended, and can fail. */
const streamOf = (fail?: () => unknown) => {
  const kept: ZoomEvent[] = [];
  const stream = memoryStream({ kept: 100, buffer: 100 });
  const events: EventStream = {
    ...stream,
    append: async (event) => {
      const error = fail?.();
      if (error) throw error;
      const isNew = await stream.append(event);
      if (isNew) kept.push(event);
      return isNew;
    },
  };
  return { events, kept };
};

const serve = async (env: Record<string, string> = {}, fail?: () => unknown) => {
  const { events, kept } = streamOf(fail);
  const metrics = createMetrics({ budget: async () => ({ buckets: [] }) as never, bare: true });
  const made = gatewayOf({ ZOOM_WEBHOOK_SECRET: SECRET, ...env }, undefined, { events, metrics });
  const http = await listen(made.gateway, 0, '127.0.0.1');
  opened.push(() => http.stop(0));
  const outcomes = async () => {
    const { values } = await metrics.registry.getSingleMetric('zoom_gateway_events_received_total')!.get();
    return Object.fromEntries(values.map(({ labels, value }) => [labels.outcome, value]));
  };
  return { ...made, http, kept, outcomes, url: `${http.origin}/webhooks/zoom` };
};

const STARTED = {
  event: 'meeting.started',
  event_ts: 1_732_000_000_000,
  payload: { account_id: 'a', object: { id: '88000000001', uuid: 'u==', topic: 'Quarterly figures', host_id: 'h' } },
};
const linesOf = (lines: readonly Record<string, unknown>[]) =>
  lines.filter(({ msg }) => msg === 'event').map(({ level, event, outcome }) => [level, event, outcome]);

describe('an event that Zoom has signed', () => {
  test('is kept, once, and nothing of what is in it is logged', async () => {
    const { url, kept, lines, outcomes } = await serve();
    for (let nth = 0; nth < 3; nth++) {
      const response = await fetch(url, signed(SECRET, STARTED));
      expect([response.status, await response.text()]).toEqual([200, '']);
    }
    expect(kept).toEqual([
      {
        event: 'meeting.started',
        time: 1_732_000_000_000,
        accountId: 'a',
        payload: STARTED.payload,
        object: STARTED.payload.object,
      },
    ]);
    expect(linesOf(lines)).toEqual([
      [30, 'meeting.started', 'kept'],
      [30, 'meeting.started', 'duplicate'],
      [30, 'meeting.started', 'duplicate'],
    ]);
    expect(await outcomes()).toEqual({ kept: 1, duplicate: 2 });
    expect(JSON.stringify(lines)).not.toMatch(/Quarterly|88000000001|the-secret/);
  });

  test('is signed over its very bytes, whatever they are', async () => {
    const { url, kept } = await serve();
    const text = `{ "event":"meeting.started" ,\n "event_ts": 5, "payload": {"account_id":"a","object":{"id": 12345678901234567890, "topic":"Zo\u00eb \\u00e9 \ud83d\ude42"}}}`;
    expect((await fetch(url, signed(SECRET, text))).status).toBe(200);
    expect(kept[0]?.object).toEqual({ id: '12345678901234567890', topic: 'Zoë é 🙂' });
  });

  test('is taken by whatever name Zoom comes, and with whatever else it sends', async () => {
    const { http, kept } = await serve({ AUTH: 'keys', AUTH_KEYS: '{"keys":[]}' });
    const init = signed(SECRET, STARTED);
    const { port } = new URL(http.origin);
    const socket = connect(Number(port), '127.0.0.1');
    onTestFinished(() => void socket.destroy());
    const headers = {
      ...(init.headers as Record<string, string>),
      host: 'hooks.example.com',
      authorization: 'old token',
    };
    socket.write(
      `POST /webhooks/zoom?x=1 HTTP/1.1\r\n${Object.entries({
        ...headers,
        'content-length': (init.body as string).length,
      })
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('')}\r\n${init.body}`,
    );
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /);
    expect(kept).toHaveLength(1);
  });

  test('is taken as late as Zoom repeats it, and no later than is set', async () => {
    const { url, kept, outcomes, lines } = await serve();
    const statuses = [];
    for (const [nth, seconds] of [-5390, 5390, -5410, 5410].entries())
      statuses.push((await fetch(url, signed(SECRET, { ...STARTED, event_ts: nth }, now(seconds)))).status);
    expect(statuses).toEqual([200, 200, 401, 401]);
    expect(kept.map(({ time }) => time)).toEqual([0, 1]);
    expect(await outcomes()).toEqual({ kept: 2, timestamp: 2 });
    expect(linesOf(lines).at(-1)).toEqual([30, undefined, 'timestamp']);
    const strict = await serve({ WEBHOOK_TOLERANCE_SECONDS: '60' });
    expect((await fetch(strict.url, signed(SECRET, STARTED, now(-70)))).status).toBe(401);
    expect((await fetch(strict.url, signed(SECRET, STARTED, now(-50)))).status).toBe(200);
  });

  test('is to be sent again where it cannot be kept', async () => {
    let fail: unknown = new RedisGone('Redis is gone.');
    const { url, kept, lines, outcomes } = await serve({}, () => fail);
    const response = await fetch(url, signed(SECRET, STARTED));
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60']);
    expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
    fail = new Error('a fault');
    expect((await fetch(url, signed(SECRET, STARTED))).status).toBe(503);
    expect(lines.filter(({ level }) => Number(level) >= 40)).toHaveLength(1);
    fail = undefined;
    expect((await fetch(url, signed(SECRET, STARTED))).status).toBe(200);
    expect(kept).toHaveLength(1);
    expect(await outcomes()).toEqual({ unavailable: 2, kept: 1 });
  });
});

describe('the question whether the gateway knows the secret', () => {
  const ASKED = { event: 'endpoint.url_validation', event_ts: 1, payload: { plainToken: 'qgg8vlvZRS6UYooatFL8Aw' } };

  test('is answered', async () => {
    const { url, kept, outcomes } = await serve();
    const response = await fetch(url, signed(SECRET, ASKED));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(await response.json()).toEqual({
      plainToken: 'qgg8vlvZRS6UYooatFL8Aw',
      encryptedToken: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(kept).toEqual([]);
    expect(await outcomes()).toEqual({ validation: 1 });
  });

  test('is not, where somebody else asks: the answer would sign what they like', async () => {
    const { url } = await serve();
    const response = await fetch(url, signed('another', ASKED));
    expect([response.status, await response.text()]).toEqual([401, '']);
    expect((await fetch(url, signed(SECRET, { ...ASKED, payload: {} }))).status).toBe(400);
    expect((await fetch(url, signed(SECRET, { ...ASKED, payload: { plainToken: 1 } }))).status).toBe(400);
  });
});

describe('what is not Zoom’s', () => {
  test('is refused without a word, and leaves no line at the usual level', async () => {
    const { url, kept, lines, outcomes } = await serve();
    const { headers, body } = signed(SECRET, STARTED) as { headers: Record<string, string>; body: string };
    const without = (name: string) => Object.fromEntries(Object.entries(headers).filter(([one]) => one !== name));
    const signature = headers['x-zm-signature'] ?? '';
    const tries: RequestInit[] = [
      post(body),
      post(body, without('x-zm-signature')),
      post(body, without('x-zm-request-timestamp')),
      post(`${body} `, headers),
      post(body, { ...headers, 'x-zm-signature': signature.toUpperCase() }),
      post(body, { ...headers, 'x-zm-signature': signature.slice(0, -1) }),
      post(body, { ...headers, 'x-zm-signature': `${signature}0` }),
      post(body, { ...headers, 'x-zm-request-timestamp': String(Number(now()) + 1) }),
      signed('another', STARTED),
      signed('', STARTED),
      post('', headers),
    ];
    for (const init of tries) {
      const response = await fetch(url, init);
      expect([response.status, await response.text()]).toEqual([401, '']);
    }
    expect(kept).toEqual([]);
    expect(lines.filter(({ level }) => Number(level) >= 30)).toEqual([]);
    expect(await outcomes()).toEqual({ signature: tries.length });
  });

  test.each([
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '{}',
    '{"event":"meeting.started"}',
    '{"event":1,"event_ts":1,"payload":{"account_id":"a"}}',
  ])('though it is signed: %j', async (text) => {
    const { url, kept } = await serve();
    const response = await fetch(url, signed(SECRET, text));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    expect(kept).toEqual([]);
  });

  test('is not read to the end where it is too long, nor taken by another method', async () => {
    const { url, kept } = await serve();
    const long = { ...STARTED, payload: { ...STARTED.payload, more: 'x'.repeat(LIMITS.bodyBytes) } };
    const response = await fetch(url, signed(SECRET, long));
    expect(response.status).toBe(413);
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) {
      const refused = await fetch(url, { method });
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST']);
    }
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(405);
    expect(kept).toEqual([]);
  });
});

test('without a secret there is nothing there, and the log says nothing', async () => {
  const { gateway, lines } = gatewayOf();
  const http = await listen(gateway, 0, '127.0.0.1');
  opened.push(() => http.stop(0));
  const response = await fetch(`${http.origin}/webhooks/zoom`, signed(SECRET, STARTED));
  expect(response.status).toBe(404);
  expect(lines).toEqual([]);
});

test('a client that breaks off leaves nothing behind', async () => {
  const { http, kept, lines } = await serve();
  const socket = connect(Number(new URL(http.origin).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write('POST /webhooks/zoom HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{"eve');
  await new Promise<void>((resolve) => socket.end(resolve));
  socket.destroy();
  await http.stop(60_000);
  expect(kept).toEqual([]);
  expect(lines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
});
