/** The gateway’s end of Zoom’s WebSocket of events, against the sandbox’s end: connections, cuts, tokens, heartbeats, and who of several has it. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent } from 'undici';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { type Lease, lease } from '../../src/redis/lease.ts';
import type { Redis } from '../../src/redis/redis.ts';
import type { ZoomEvent } from '../../src/zoom/events/event.ts';
import { HEARTBEAT_MS, OPENS_WITHIN_MS } from '../../src/zoom/events/socket.ts';
import {
  LEASE_MS,
  LONGEST_PAUSE_MS,
  openSocketSource,
  type SocketSource,
  type SocketSourceOptions,
} from '../../src/zoom/events/socket-source.ts';
import { redisFor, untilUp } from '../redis.ts';
import { MINUTE, mint, type Zoom, zoomOf } from './harness.ts';

let zoom: Zoom;
beforeEach(async () => {
  zoom = await zoomOf();
});
afterEach(() => zoom.sandbox.close());

/** A clock that the test moves. */
const clock = () => {
  let now = 0;
  const waiting = new Set<{ readonly at: number; readonly work: () => void }>();
  const pauses: number[] = [];
  return {
    /** All that was waited for, in milliseconds. */
    pauses,
    after: (ms: number, work: () => void) => {
      const alarm = { at: now + ms, work };
      pauses.push(ms);
      waiting.add(alarm);
      return () => void waiting.delete(alarm);
    },
    pass: (ms: number) => {
      now += ms;
      for (const alarm of [...waiting]) if (alarm.at <= now && waiting.delete(alarm)) alarm.work();
    },
  };
};

interface Listening extends ReturnType<typeof clock> {
  readonly source: SocketSource;
  /** What came of it, in order: "open", "meeting.created", "missed", and how connections ended. */
  readonly log: string[];
  readonly events: ZoomEvent[];
  readonly tokens: string[];
  readonly dropped: string[];
}
const listen = (more: Partial<SocketSourceOptions<{ value: string }>> = {}): Listening => {
  const log: string[] = [];
  const events: ZoomEvent[] = [];
  const tokens: string[] = [];
  const dropped: string[] = [];
  const time = clock();
  const dispatcher = new Agent();
  const source = openSocketSource({
    url: zoom.sandbox.events.socketUrl,
    tokens: {
      token: async () => {
        const value = (await mint(zoom.sandbox)).body.access_token;
        tokens.push(value);
        return { value };
      },
      drop: ({ value }) => dropped.push(value),
    },
    dispatcher,
    append: async (event) => {
      log.push(event.event);
      events.push(event);
    },
    onMissed: async () => log.push('missed'),
    onOpen: () => log.push('open'),
    onEnd: ({ why }) => log.push(why),
    after: time.after,
    random: () => 1,
    ...more,
  });
  onTestFinished(async () => {
    await source.close();
    await dispatcher.destroy();
  });
  return { source, log, events, tokens, dropped, ...time };
};
const happens = () => zoom.call('POST', '/users/me/meetings', { topic: 'First', type: 2 });
const socket = () => zoom.sandbox.events.socket;

test('what happens arrives as it would by a webhook', async () => {
  const { log, events } = listen();
  await expect.poll(() => log).toEqual(['open']);
  await happens();
  await expect.poll(() => log).toEqual(['open', 'meeting.created']);
  const [{ event, event_ts, payload } = expect.fail()] = zoom.sandbox.events.told;
  expect(events).toEqual([
    { event, time: event_ts, accountId: zoom.sandbox.credentials.accountId, payload, object: payload.object },
  ]);
});

test('heartbeats keep it open, and without them Zoom closes it', async () => {
  const { log, pass } = listen();
  await expect.poll(() => log).toEqual(['open']);
  for (let i = 0; i < 5; i++) {
    const before = socket().heartbeats;
    pass(HEARTBEAT_MS);
    await expect.poll(() => socket().heartbeats).toBe(before + 1);
    zoom.sandbox.advance(HEARTBEAT_MS);
  }
  expect(log).toEqual(['open']);
  zoom.sandbox.advance(2 * MINUTE);
  await expect.poll(() => log).toEqual(['open', 'closed']);
});

test('a connection that is cut is made again, with a token of its own; what was missed is said before the next event', async () => {
  const { log, tokens, pass } = listen();
  await expect.poll(() => log).toEqual(['open']);
  socket().cut();
  await expect.poll(() => log).toEqual(['open', 'closed']);
  await happens();
  pass(1000);
  await expect.poll(() => socket().opened).toBe(2);
  await happens();
  await expect.poll(() => log).toEqual(['open', 'closed', 'open', 'missed', 'meeting.created']);
  expect(new Set(tokens).size).toBe(2);
});

test('a token that Zoom refuses is dropped, and another one is asked for', async () => {
  const right = async () => ({ value: (await mint(zoom.sandbox)).body.access_token });
  const values = ['wrong'];
  const dropped: string[] = [];
  const { log, pass } = listen({
    tokens: {
      token: async () => {
        const value = values.shift();
        return value === undefined ? right() : { value };
      },
      drop: ({ value }) => dropped.push(value),
    },
  });
  await expect.poll(() => log).toEqual(['refused']);
  expect(dropped).toEqual(['wrong']);
  pass(1000);
  await expect.poll(() => log).toEqual(['refused', 'open', 'missed']);
});

test('a Zoom that answers no heartbeat is left after the second', async () => {
  const { log, pass } = listen();
  await expect.poll(() => log).toEqual(['open']);
  socket().answerHeartbeats(false);
  pass(HEARTBEAT_MS);
  pass(HEARTBEAT_MS);
  expect(log).toEqual(['open']);
  pass(HEARTBEAT_MS);
  await expect.poll(() => log).toEqual(['open', 'silent']);
  socket().answerHeartbeats(true);
  pass(1000);
  await expect.poll(() => log).toEqual(['open', 'silent', 'open', 'missed']);
});

test('a Zoom that says nothing at all is left, too, and nothing of the connection stays', async () => {
  const said: string[] = [];
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  server.on('upgrade', (_, raw) => {
    said.push('asked');
    raw.resume().once('end', () => {
      said.push('gone');
      raw.destroy();
    });
  });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { log, pass } = listen({ url: `ws://127.0.0.1:${port}/ws?subscriptionId=x` });
  await expect.poll(() => said).toEqual(['asked']);
  pass(OPENS_WITHIN_MS);
  await expect.poll(() => log).toEqual(['silent']);
  await expect.poll(() => said).toEqual(['asked', 'gone']);
});

test('pauses grow up to a minute while Zoom cannot be reached, and a token that came to nothing thrice is dropped', async () => {
  const { log, pass, pauses, dropped } = listen({ url: 'ws://127.0.0.1:9/ws?subscriptionId=x' });
  const tried = (times: number) => expect.poll(() => log.length).toBe(times);
  for (let tries = 1; tries <= 9; tries++) {
    await tried(tries);
    await expect.poll(() => pauses.filter((ms) => ms !== OPENS_WITHIN_MS).length).toBe(tries);
    if (tries < 9) pass(LONGEST_PAUSE_MS);
  }
  expect(new Set(log)).toEqual(new Set(['not reached']));
  expect(pauses.filter((ms) => ms !== OPENS_WITHIN_MS)).toEqual(
    [1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * 1000),
  );
  expect(dropped).toHaveLength(3);
});

test('pauses are short again after a connection that lasted', async () => {
  const { log, pass, pauses } = listen();
  const cutAndWait = async (ms: number) => {
    socket().cut();
    await expect.poll(() => log.at(-1)).toBe('closed');
    expect(pauses.at(-1)).toBe(ms);
    pass(ms);
    await expect.poll(() => log.slice(-2)).toEqual(['open', 'missed']);
  };
  await expect.poll(() => log).toEqual(['open']);
  await cutAndWait(1000);
  await cutAndWait(2000);
  for (let i = 0; i < 2; i++) {
    const before = socket().heartbeats;
    pass(HEARTBEAT_MS);
    await expect.poll(() => socket().heartbeats).toBe(before + 1);
    // Whatever is said after the answer says that the answer has arrived.
    await happens();
    await expect.poll(() => log.at(-1)).toBe('meeting.created');
  }
  await cutAndWait(1000);
});

test('an event that could not be kept is one that was missed', async () => {
  let isGone = true;
  const log: string[] = [];
  const { source } = listen({
    append: async ({ event }) => {
      if (isGone) throw new Error('Redis is gone.');
      log.push(event);
    },
    onMissed: async () => log.push('missed'),
  });
  await expect.poll(() => socket().isOpen).toBe(true);
  await happens();
  await expect.poll(() => zoom.sandbox.events.told.length).toBe(1);
  await happens();
  isGone = false;
  await happens();
  await expect.poll(() => log.at(-1)).toBe('missed');
  expect(log.length).toBeLessThan(4);
  void source;
});

test('what is no event is passed over', async () => {
  const { log } = listen();
  await expect.poll(() => log).toEqual(['open']);
  socket().say('no JSON');
  socket().say('[]');
  socket().say('{"module":"message","content":"{}"}');
  socket().say('{"module":"other"}');
  await happens();
  await expect.poll(() => log).toEqual(['open', 'meeting.created']);
});

test('it ends when it is told to', async () => {
  const { log, source } = listen();
  await expect.poll(() => log).toEqual(['open']);
  await source.close();
  await expect.poll(() => socket().isOpen).toBe(false);
  expect(log).toEqual(['open', 'stopped']);
});

test('two without a lease take the connection from each other, more and more seldom', async () => {
  const one = listen();
  await expect.poll(() => one.log).toEqual(['open']);
  const other = listen();
  await expect.poll(() => other.log).toEqual(['open']);
  await expect.poll(() => one.log).toEqual(['open', 'closed']);
  expect(one.pauses.at(-1)).toBe(1000);
  one.pass(1000);
  await expect.poll(() => other.log).toEqual(['open', 'closed']);
  other.pass(1000);
  await expect.poll(() => one.log.at(-1)).toBe('closed');
  expect(one.pauses.at(-1)).toBe(2000);
});

const takenBy = (redis: Redis) => (ms: number) => lease(redis, 'events', ms);

test('of several processes one has it; when that one stops, another takes it over, and says that something may be missing', async () => {
  const redis = await (await redisFor()).connect();
  const one = listen({ lease: takenBy(redis) });
  await expect.poll(() => one.log).toEqual(['open', 'missed']);
  const other = listen({ lease: takenBy(redis) });
  await expect.poll(() => other.pauses.length).toBe(1);
  expect(other.log).toEqual([]);
  await one.source.close();
  await happens();
  other.pass(LEASE_MS / 3);
  await expect.poll(() => other.log).toEqual(['open', 'missed']);
  await happens();
  await expect.poll(() => other.log).toEqual(['open', 'missed', 'meeting.created']);
  expect(one.log).toEqual(['open', 'missed', 'stopped']);
});

test('who has lost the lease lets the connection go, and waits for its turn', async () => {
  let isMine = true;
  const mine: Lease = { extend: async () => isMine, release: async () => {} };
  const { log, pass, pauses } = listen({ lease: async () => (isMine ? mine : undefined) });
  await expect.poll(() => log).toEqual(['open', 'missed']);
  isMine = false;
  pass(LEASE_MS / 3);
  await expect.poll(() => log).toEqual(['open', 'missed', 'taken over']);
  await expect.poll(() => socket().isOpen).toBe(false);
  await expect.poll(() => pauses.at(-1)).toBe(LEASE_MS / 3);
  isMine = true;
  pass(LEASE_MS / 3);
  await expect.poll(() => log).toEqual(['open', 'missed', 'taken over', 'open', 'missed']);
});

test('while Redis is gone, the connection stays', async () => {
  const { server, connect } = await redisFor();
  const redis = await connect();
  const { log, pass } = listen({ lease: takenBy(redis) });
  await expect.poll(() => log).toEqual(['open', 'missed']);
  await server.kill();
  await untilUp(redis, false);
  pass(LEASE_MS / 3);
  await happens();
  await expect.poll(() => log).toEqual(['open', 'missed', 'meeting.created']);
});
