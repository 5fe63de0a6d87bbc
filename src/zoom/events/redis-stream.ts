/**
 * Events in Redis, for all gateways that share it: a Redis Stream, which each process reads once for all of its readers. While Redis is gone, nothing can be
 * appended, and readers wait. Events hold what is secret: they are encrypted there.
 */
import { createHash } from 'node:crypto';
import { type Seal, sealBy } from '../../engine/sealed.ts';
import { RedisGone } from '../../redis/gone.ts';
import type { Redis, RedisClient } from '../../redis/redis.ts';
import { NOW, script } from '../../redis/script.ts';
import { checkForm, compareCursors } from './cursor.ts';
import { sameness, type ZoomEvent } from './event.ts';
import { BATCH, checkPlace, type EventLog, type Follower, REPEATS_MS } from './log.ts';
import { type ReadersOptions, streamOver } from './readers.ts';
import type { EventStream, StreamedEvent } from './stream.ts';

const STREAM = 'events';
/** One read of it waits so long at most; a connection that waits longer is taken for dead. */
const WAIT_MS = 1000;
/** Before all that there may be. */
const START = '0-0';

interface RedisLogOptions {
  /** How many events are kept, about: Redis drops whole nodes of its tree. */
  readonly kept: number;
  /** What events are encrypted with; all gateways that share them have the same. */
  readonly secret: string;
}

export class RedisEventLog implements EventLog {
  readonly #redis: Redis;
  readonly #kept: number;
  readonly #seal: Seal;
  #stop: () => void = () => {};

  constructor(redis: Redis, { kept, secret }: RedisLogOptions) {
    this.#redis = redis;
    this.#kept = kept;
    this.#seal = sealBy(secret, 'events');
  }

  async append(event: ZoomEvent): Promise<boolean> {
    const name = createHash('sha256').update(sameness(event)).digest('base64url');
    const args = [`${REPEATS_MS}`, `${this.#kept}`, this.#seal.close(JSON.stringify(event))];
    return (await this.#redis.run(APPEND, [STREAM, `event:${name}`], args)) !== null;
  }

  follow({ kept, lost }: Follower): Promise<string> {
    // Asked at once, by the connection that appends: nothing that is appended from now on can be missed.
    const now = this.#redis.ask((client) => endsOf(client)).catch(() => undefined);
    return new Promise((begun) => {
      let place: string | undefined;
      this.#stop = this.#redis.keep(async (client, signal) => {
        const ends = await endsOf(client);
        place ??= (await now)?.last ?? ends.last;
        begun(place);
        if (place !== START && (compareCursors(place, ends.last) > 0 || compareCursors(place, ends.first) < 0)) {
          // Redis was emptied, or has dropped what was to be read next.
          place = ends.last;
          lost();
        }
        while (!signal.aborted) {
          const streams = await client.xRead({ key: STREAM, id: place }, { BLOCK: WAIT_MS, COUNT: BATCH });
          for (const { id, message } of entriesIn(streams)) {
            place = id;
            const event = this.#opened(id, message.event);
            if (event) kept(event);
          }
        }
      });
    });
  }

  async since(after: string): Promise<readonly StreamedEvent[]> {
    let place = after;
    while (true) {
      const { now, first, last, entries } = await this.#look(place);
      checkPlace(place, first ?? `${now}-0`, last ?? `${now}-0`);
      const end = entries.at(-1);
      const events = entries.flatMap(([id, [, sealed]]) => this.#opened(id, sealed) ?? []);
      // Nothing follows, or nothing that can be read: then what follows that.
      if (events.length > 0 || !end) return events;
      [place] = end;
    }
  }

  async close(): Promise<void> {
    this.#stop();
  }

  /** What follows a place, and the ends of the stream. Waits where Redis is gone. */
  async #look(place: string): Promise<Look> {
    checkForm(place);
    while (true)
      try {
        const answer = await this.#redis.run(SINCE, [STREAM], [place, `${BATCH}`]);
        const [now, first, last, entries] = answer as [number, string | null, string | null, Look['entries']];
        return { now, first: first ?? undefined, last: last ?? undefined, entries };
      } catch (error) {
        if (!(error instanceof RedisGone)) throw error;
        await this.#untilUp();
      }
  }

  /** Undefined for what gateways with another secret have written. */
  #opened(cursor: string, sealed: string | undefined): StreamedEvent | undefined {
    const text = sealed === undefined ? undefined : this.#seal.open(sealed);
    return text === undefined ? undefined : { ...(JSON.parse(text) as ZoomEvent), cursor };
  }

  #untilUp(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#redis.isUp) return resolve();
      const leave = this.#redis.onChange((isUp) => {
        if (!isUp) return;
        leave();
        resolve();
      });
    });
  }
}

/** The first and the last place of the stream. */
const endsOf = async (client: RedisClient): Promise<{ readonly first: string; readonly last: string }> => {
  const oldest = await client.xRange(STREAM, '-', '+', { COUNT: 1 });
  const newest = await client.xRevRange(STREAM, '+', '-', { COUNT: 1 });
  return { first: oldest?.[0]?.id ?? START, last: newest?.[0]?.id ?? START };
};

interface Look {
  /** By the clock of Redis. */
  readonly now: number;
  /** Undefined where nothing is kept. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly entries: readonly (readonly [id: string, fields: readonly [name: string, sealed: string]])[];
}

interface Entry {
  readonly id: string;
  readonly message: Readonly<Record<string, string>>;
}
/** Redis answers with nothing where nothing came in time. */
const entriesIn = (streams: unknown): readonly Entry[] =>
  ((streams ?? []) as readonly { readonly messages: readonly Entry[] }[]).flatMap(({ messages }) => messages);

const APPEND = script(`
if not redis.call('SET', KEYS[2], '1', 'NX', 'PX', ARGV[1]) then return false end
return redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[2], '*', 'event', ARGV[3])
`);
const SINCE = script(`${NOW}
local first = redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', 1)[1]
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
return {now, first and first[1] or false, last and last[1] or false, redis.call('XRANGE', KEYS[1], '(' .. ARGV[1], '+', 'COUNT', ARGV[2])}
`);

/** A stream for all gateways that share the Redis. */
export const redisStream = (
  redis: Redis,
  { kept, secret, ...options }: RedisLogOptions & ReadersOptions,
): EventStream => streamOver(new RedisEventLog(redis, { kept, secret }), options);
