/** Streams of events: kept once, in order, for any number of readers, in memory, by another process, and in Redis. */
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { Abort } from '../../src/engine/abort.ts';
import { EventHost, remoteEvents } from '../../src/server/cluster/remote-events.ts';
import type { ZoomEvent } from '../../src/zoom/events/event.ts';
import { MemoryEventLog, memoryStream } from '../../src/zoom/events/memory-stream.ts';
import { type OnEvent, streamOver } from '../../src/zoom/events/readers.ts';
import { redisStream } from '../../src/zoom/events/redis-stream.ts';
import { BadCursor, type EventStream, EventsLost, type StreamedEvent } from '../../src/zoom/events/stream.ts';
import { redisFor, untilUp } from '../redis.ts';

const SECRET = 'a secret of the app';
const eventOf = (id: number | string, more: Partial<ZoomEvent> = {}): ZoomEvent => ({
  event: 'meeting.started',
  time: 1_732_000_000_000,
  accountId: 'a',
  payload: { account_id: 'a', object: { id } },
  object: { id },
  ...more,
});
const idOf = ({ object }: ZoomEvent) => object.id;

interface Settings {
  readonly kept?: number;
  readonly buffer?: number;
  readonly onEvent?: readonly OnEvent[];
}
/** Makes streams that share what they keep. */
type Maker = (settings?: Settings) => Promise<EventStream>;

const KINDS: Readonly<Record<string, () => Promise<Maker>>> = {
  'in memory': async () => {
    const logs = new Map<number, MemoryEventLog>();
    return async ({ kept = 1000, buffer = 100, onEvent } = {}) => {
      const log = logs.get(kept) ?? new MemoryEventLog(kept);
      logs.set(kept, log);
      return streamOver(log, { buffer, onEvent });
    };
  },
  'of workers': async () => {
    const hosts = new Map<number, EventHost>();
    return async ({ kept = 1000, buffer = 100, onEvent } = {}) => {
      const host = hosts.get(kept) ?? new EventHost(new MemoryEventLog(kept));
      hosts.set(kept, host);
      const { hear } = host.join((news) => remote.hear(structuredClone(news)));
      const remote = remoteEvents((ask) => hear(structuredClone(ask)));
      return streamOver(remote.log, { buffer, onEvent });
    };
  },
  'in Redis': async () => {
    const { connect } = await redisFor();
    return async ({ kept = 1000, buffer = 100, onEvent } = {}) =>
      redisStream(await connect(), { kept, secret: SECRET, buffer, onEvent });
  },
};

/** Reads a stream; the test's end ends it. */
const reading = (stream: EventStream, options: { after?: string; wants?: (event: ZoomEvent) => boolean } = {}) => {
  const signal = new Abort();
  onTestFinished(() => signal.abort('over'));
  const events = stream.read({ signal, ...options })[Symbol.asyncIterator]();
  const take = async (count: number): Promise<StreamedEvent[]> => {
    const taken: StreamedEvent[] = [];
    while (taken.length < count) {
      const { done, value } = await events.next();
      if (done) break;
      taken.push(value);
    }
    return taken;
  };
  return { events, signal, take, ids: async (count: number) => (await take(count)).map(idOf) };
};

/** Appends, and waits until a reader of each stream was told: from then on it is known in all of them. */
const appended = async (stream: EventStream, ids: readonly number[], all: readonly EventStream[] = [stream]) => {
  const last = ids.at(-1);
  const readers = all.map((one) => reading(one, { wants: ({ object }) => object.id === last }));
  const told = Promise.all(readers.map(({ take }) => take(1)));
  for (const id of ids) expect(await stream.append(eventOf(id))).toBe(true);
  const [[event] = []] = await told;
  return event?.cursor ?? '';
};

/** Appends until each stream has told something: from then on each tells all, whoever appends it. */
const following = async (stream: EventStream, all: readonly EventStream[]): Promise<void> => {
  let deaf = all.length;
  for (const one of all)
    void reading(one)
      .take(1)
      .then(() => deaf--);
  let nth = 0;
  await vi.waitUntil(async () => (await stream.append(eventOf(`sign ${nth++}`))) && deaf === 0, { timeout: 30_000 });
};

describe.each(Object.keys(KINDS))('%s', (name) => {
  const maker = () => KINDS[name]?.() ?? Promise.reject(new Error(name));
  const streamOf = async (settings?: Settings) => {
    const stream = await (await maker())(settings);
    onTestFinished(() => stream.close());
    return stream;
  };

  test('each reader gets what it wants of what comes, in order, with growing cursors', async () => {
    const stream = await streamOf();
    const [all, some] = [reading(stream), reading(stream, { wants: ({ object }) => Number(object.id) > 2 })];
    const both = Promise.all([all.take(4), some.ids(2)]);
    for (const id of [1, 2, 3, 4]) await stream.append(eventOf(id));
    const [events, ids] = await both;
    expect(events.map(idOf)).toEqual([1, 2, 3, 4]);
    expect(ids).toEqual([3, 4]);
    expect(events[0]).toEqual({ ...eventOf(1), cursor: expect.stringMatching(/^\d{13}-\d+$/) });
    const cursors = events.map(({ cursor }) => cursor);
    expect(new Set(cursors).size).toBe(4);
    const keys = cursors.map((cursor) =>
      cursor
        .split('-')
        .map((part) => part.padStart(16, '0'))
        .join(),
    );
    expect([...keys].sort()).toEqual(keys);
  });

  test('a repeat is kept once, though its bytes differ, and events come in whatever order', async () => {
    const stream = await streamOf();
    const { ids } = reading(stream);
    const later = eventOf(1, { time: 1_732_000_000_009 });
    expect(await stream.append(later)).toBe(true);
    expect(await stream.append(eventOf(1))).toBe(true);
    expect(await stream.append(eventOf(1, { downloadToken: 'another' }))).toBe(false);
    expect(await stream.append(eventOf(1, { event: 'meeting.ended' }))).toBe(true);
    expect(await stream.append(eventOf(2))).toBe(true);
    expect(await ids(4)).toEqual([1, 1, 1, 2]);
  });

  test('a reader goes on from a cursor, through what was and what comes', async () => {
    const stream = await streamOf();
    const start = await appended(stream, [0]);
    await appended(stream, [1, 2, 3]);
    const [first] = await reading(stream, { after: start }).take(1);
    expect(first).toMatchObject(eventOf(1));
    const { ids } = reading(stream, { after: first?.cursor });
    expect(await ids(2)).toEqual([2, 3]);
    const more = ids(2);
    await stream.append(eventOf(4));
    await stream.append(eventOf(5));
    expect(await more).toEqual([4, 5]);
  });

  test('whoever goes on gets more than a buffer of what was, each event once, while others come', async () => {
    const stream = await streamOf({ buffer: 10 });
    const start = await appended(stream, [0]);
    await appended(
      stream,
      Array.from({ length: 250 }, (_, at) => at + 1),
    );
    const { ids } = reading(stream, { after: start });
    expect(await ids(120)).toEqual(Array.from({ length: 120 }, (_, at) => at + 1));
    for (const id of [251, 252, 253]) await stream.append(eventOf(id));
    expect(await ids(133)).toEqual(Array.from({ length: 133 }, (_, at) => at + 121));
  });

  test('a reader whose buffer is full is cut off, and goes on from its last cursor; others notice nothing', async () => {
    const stream = await streamOf({ buffer: 3 });
    const slow = reading(stream);
    const other = reading(stream);
    const seen = Promise.all([slow.take(1), other.ids(1)]);
    await stream.append(eventOf(1));
    const [[last]] = await seen;
    for (const id of [2, 3, 4, 5]) {
      const read = other.ids(1);
      await stream.append(eventOf(id));
      expect(await read).toEqual([id]);
    }
    await expect(slow.events.next()).rejects.toThrow(EventsLost);
    expect(await slow.events.next()).toEqual({ done: true, value: undefined });
    expect(await reading(stream, { after: last?.cursor }).ids(4)).toEqual([2, 3, 4, 5]);
  });

  test('what is no cursor, and one that nothing has yet, are refused', async () => {
    const stream = await streamOf();
    const read = (after: string) => reading(stream, { after }).events.next();
    await expect(read('99999999999999-0')).rejects.toThrow(BadCursor);
    await appended(stream, [1]);
    for (const after of [
      '',
      'x',
      '1',
      '1-',
      '-1-1',
      '1-1-1',
      '1e3-0',
      '99999999999999-0',
      `${'9'.repeat(20)}-0`,
      '$',
      '+',
    ])
      await expect(read(after), after).rejects.toThrow(BadCursor);
  });

  test('a cursor from before all that is kept is an error, not silence', async () => {
    const make = await maker();
    // Redis drops whole nodes of a hundred events.
    const stream = await make({ kept: 100, buffer: 1000 });
    onTestFinished(() => stream.close());
    const first = await appended(stream, [0]);
    await appended(
      stream,
      Array.from({ length: 400 }, (_, at) => at + 1),
    );
    await expect(reading(stream, { after: first }).events.next()).rejects.toThrow(EventsLost);
    await expect(reading(stream, { after: '1000-0' }).events.next()).rejects.toThrow(EventsLost);
    const live = reading(stream);
    const read = live.ids(1);
    await stream.append(eventOf('new'));
    expect(await read).toEqual(['new']);
  });

  test('a reader ends with its signal, or when it is returned, though it waits', async () => {
    const stream = await streamOf();
    const [one, other] = [reading(stream), reading(stream)];
    const waiting = [one.events.next(), other.events.next()];
    one.signal.abort('gone');
    await other.events.return?.();
    expect(await Promise.all(waiting)).toEqual(Array(2).fill({ done: true, value: undefined }));
    const late = new Abort();
    late.abort('gone');
    expect(await stream.read({ signal: late })[Symbol.asyncIterator]().next()).toMatchObject({ done: true });
    expect(await reading(stream, { after: '1000-0' }).events.return?.()).toMatchObject({ done: true });
  });

  test('what an event changes is done before any reader hears of it, and what fails there holds nothing up', async () => {
    const order: unknown[] = [];
    const stream = await streamOf({
      onEvent: [
        async (event) => {
          await Promise.resolve();
          order.push(`drop ${idOf(event)}`);
        },
        () => {
          throw new Error('A hook failed.');
        },
      ],
    });
    const { events } = reading(stream);
    for (const id of [1, 2]) {
      const next = events.next();
      await stream.append(eventOf(id));
      order.push(`read ${idOf((await next).value as ZoomEvent)}`);
    }
    expect(order).toEqual(['drop 1', 'read 1', 'drop 2', 'read 2']);
  });

  test('two that share a stream keep a repeat once, and tell the same by the same cursors', async () => {
    const make = await maker();
    const pair = await Promise.all([make(), make()]);
    for (const one of pair) onTestFinished(() => one.close());
    const [one, other] = pair as [EventStream, EventStream];
    await following(one, pair);
    await appended(one, [0], pair);
    const readers = pair.map((stream) => reading(stream));
    const told = Promise.all(readers.map(({ take }) => take(3)));
    const kept = await Promise.all([1, 2, 3].flatMap((id) => [one.append(eventOf(id)), other.append(eventOf(id))]));
    expect(kept.filter((isKept) => isKept)).toHaveLength(3);
    const [ours, theirs] = await told;
    expect(ours).toEqual(theirs);
    expect(await reading(one, { after: theirs?.[0]?.cursor }).take(2)).toEqual(ours?.slice(1));
  });
});

describe('in memory alone', () => {
  test('a repeat is known as one for two hours, whatever was kept since', async () => {
    vi.useFakeTimers({ now: 1_732_000_000_000 });
    onTestFinished(() => void vi.useRealTimers());
    const stream = memoryStream({ kept: 1, buffer: 10 });
    for (const id of [1, 2, 3]) await stream.append(eventOf(id));
    vi.advanceTimersByTime(7_199_000);
    expect(await stream.append(eventOf(1))).toBe(false);
    vi.advanceTimersByTime(2000);
    expect(await stream.append(eventOf(1))).toBe(true);
  });

  test('cursors grow though the clock is set back', async () => {
    vi.useFakeTimers({ now: 1_732_000_000_000 });
    onTestFinished(() => void vi.useRealTimers());
    const stream = memoryStream({ kept: 10, buffer: 10 });
    const { take } = reading(stream);
    await stream.append(eventOf(1));
    vi.setSystemTime(1_731_000_000_000);
    await stream.append(eventOf(2));
    vi.setSystemTime(1_733_000_000_000);
    await stream.append(eventOf(3));
    expect((await take(3)).map(({ cursor }) => cursor)).toEqual([
      '1732000000000-1',
      '1732000000000-2',
      '1733000000000-0',
    ]);
  });
});

describe('in Redis alone', () => {
  test('nothing of an event can be read there', async () => {
    const { connect } = await redisFor();
    const redis = await connect();
    const stream = redisStream(redis, { kept: 10, secret: SECRET, buffer: 10 });
    onTestFinished(() => stream.close());
    await stream.append(eventOf('hidden-object', { downloadToken: 'hidden-token' }));
    const keys = await redis.ask((client) => client.sendCommand(['KEYS', '*']));
    expect(keys).toHaveLength(3);
    const entries = await redis.ask((client) => client.xRange('events', '-', '+'));
    expect(entries).toHaveLength(1);
    expect(JSON.stringify([keys, entries])).not.toMatch(/hidden|meeting/);
    expect(keys as unknown as string[]).toContain('test:events');
  });

  test('what another secret has sealed is passed over', async () => {
    const { connect } = await redisFor();
    const [ours, theirs] = [
      redisStream(await connect(), { kept: 1000, secret: SECRET, buffer: 10 }),
      redisStream(await connect(), { kept: 1000, secret: 'another', buffer: 10 }),
    ];
    for (const one of [ours, theirs]) onTestFinished(() => one.close());
    const start = await appended(ours, [0]);
    for (let id = 1; id <= 150; id++) await theirs.append(eventOf(id));
    await appended(ours, [151]);
    expect(await reading(ours, { after: start }).ids(1)).toEqual([151]);
  });

  test('while Redis is frozen nothing is appended, and readers go on when it is back', async () => {
    const { server, connect } = await redisFor();
    const redis = await connect();
    const stream = redisStream(redis, { kept: 10, secret: SECRET, buffer: 10 });
    onTestFinished(() => stream.close());
    const start = await appended(stream, [1]);
    const [live, resumed] = [reading(stream), reading(stream, { after: start })];
    const both = Promise.all([live.ids(1), resumed.ids(1)]);
    server.freeze();
    await expect(stream.append(eventOf(2))).rejects.toThrow('Redis is gone');
    await untilUp(redis, false);
    const asked = reading(stream, { after: start }).ids(1);
    server.thaw();
    await untilUp(redis);
    // It may have been taken after all, when Redis came to it.
    await stream.append(eventOf(2));
    expect(await both).toEqual([[2], [2]]);
    expect(await asked).toEqual([2]);
  });

  test('a Redis that comes back empty has lost events, and readers are told so', async () => {
    const { server, connect } = await redisFor();
    const redis = await connect();
    const stream = redisStream(redis, { kept: 10, secret: SECRET, buffer: 10 });
    onTestFinished(() => stream.close());
    const start = await appended(stream, [1]);
    const live = reading(stream).events.next();
    await server.kill();
    await untilUp(redis, false);
    await server.start();
    await expect(live).rejects.toThrow(EventsLost);
    await untilUp(redis);
    await expect(reading(stream, { after: start }).events.next()).rejects.toThrow(EventsLost);
    const { ids } = reading(stream);
    const read = ids(1);
    await stream.append(eventOf(1));
    expect(await read).toEqual([1]);
  });

  test('a start without Redis is none without events: they come with it', async () => {
    const { server, connect } = await redisFor();
    await server.kill();
    const redis = await connect();
    const stream = redisStream(redis, { kept: 10, secret: SECRET, buffer: 10 });
    onTestFinished(() => stream.close());
    const { ids } = reading(stream);
    await expect(stream.append(eventOf(1))).rejects.toThrow('Redis is gone');
    await server.start();
    await untilUp(redis);
    const read = ids(1);
    let isRead = false;
    void read.then(() => {
      isRead = true;
    });
    // The connection that reads may come later than the one that asks.
    for (let id = 2; !isRead; id++) await stream.append(eventOf(id));
    expect(await read).toHaveLength(1);
  });
});
