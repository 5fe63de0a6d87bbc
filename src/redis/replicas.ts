/** How many processes share one Redis: each says every second that it is there, and is forgotten when it has not for some. */
import { randomUUID } from 'node:crypto';
import type { Redis } from './redis.ts';
import { NOW, script } from './script.ts';

export const BEAT_MS = 1000;
/** So often in a row fewer must have been counted, before that is believed: who has lost Redis, or a Redis that has forgotten all, comes back within this time. */
const BELIEVED_AFTER = 3;
const FORGOTTEN_MS = 5000;
const KEY = 'replicas';

export class Replicas {
  /** Names this process among them. */
  readonly id = randomUUID();
  readonly #redis: Redis;
  readonly #timer: NodeJS.Timeout;
  readonly #leave: () => void;
  readonly #listeners = new Set<() => void>();
  #count: number | undefined;
  /** What was counted last, as long as it is fewer. */
  #fewer: number[] = [];

  constructor(redis: Redis) {
    this.#redis = redis;
    this.#timer = setInterval(() => void this.beat(), BEAT_MS);
    this.#timer.unref();
    this.#leave = redis.onChange((isUp) => isUp && void this.beat());
  }

  /** How many there are, this one among them, by when Redis was last asked; undefined where it never could be. */
  get count(): number | undefined {
    return this.#count;
  }

  /** Says that this process is there, and counts all. */
  async beat(): Promise<void> {
    if (!this.#redis.isUp) return;
    try {
      this.#believe(Number(await this.#redis.run(BEAT, [KEY], [this.id, `${FORGOTTEN_MS}`])));
      for (const listener of this.#listeners) listener();
    } catch {
      // The next one may arrive.
    }
  }

  /** `listener` is told each time that Redis has answered. */
  onBeat(listener: () => void): void {
    this.#listeners.add(listener);
  }

  #believe(counted: number): void {
    if (counted >= (this.#count ?? 0)) this.#fewer = [];
    else this.#fewer.push(counted);
    if (this.#fewer.length > 0 && this.#fewer.length < BELIEVED_AFTER) return;
    this.#count = this.#fewer.length === 0 ? counted : Math.max(...this.#fewer);
    this.#fewer = [];
  }

  /** This process ends: the others need not wait until they notice. */
  async leave(): Promise<void> {
    clearInterval(this.#timer);
    this.#leave();
    await this.#redis.ask((client) => client.zRem(KEY, this.id)).catch(() => {});
  }
}

const BEAT = script(`${NOW}
redis.call('ZADD', KEYS[1], now + ARGV[2], ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return redis.call('ZCARD', KEYS[1])
`);
