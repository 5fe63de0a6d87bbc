/**
 * The connection to Redis, which must never be waited for: each question has 150 ms, and while Redis is gone none is asked. Killed,
 * frozen or out of reach is the same: the connection is dropped, and others are tried in the background until one answers.
 */
import { createClient, ErrorReply } from 'redis';
import { RedisGone } from './gone.ts';
import type { Script } from './script.ts';

export interface RedisOptions {
  /** Such as "rediss://user:password@host:6379/0". It holds a secret: it is never in a message. */
  readonly url: string;
  /** Stands before each key and each channel, so that several gateways can share one Redis. */
  readonly prefix: string;
  /** How long one question may take, in milliseconds. */
  readonly patience?: number;
}

/** What Redis was asked since the start. */
export interface RedisCounts {
  readonly asked: number;
  /** Of these, how many had no answer in time or ended in an error. */
  readonly failed: number;
  /** Questions that were not asked, since Redis was gone. */
  readonly skipped: number;
  /** How often the connection was lost. */
  readonly lost: number;
}

/** Told when Redis is there, and when it is gone and why. */
export type OnChange = (isUp: boolean, reason: string) => void;

export const PATIENCE_MS = 150;
/** Between two tries to reach Redis. */
export const PROBE_MS = 250;
/** How long one such try may take: nobody waits for it. */
const CONNECT_MS = 2000;

const clientFor = ({ url, prefix }: RedisOptions) =>
  createClient({
    url,
    keyPrefix: prefix,
    // By default, commands wait for a connection without end, and a client that timed out is closed for good.
    disableOfflineQueue: true,
    maintNotifications: 'disabled',
    socket: { reconnectStrategy: false, connectTimeout: CONNECT_MS },
  });
/** node-redis, whose keys get the prefix by themselves. */
export type RedisClient = ReturnType<typeof clientFor>;

/** With these Redis says that it can serve nobody now, or not this gateway. */
const CANNOT_SERVE = /^(LOADING|READONLY|MISCONF|OOM|BUSY|MASTERDOWN|CLUSTERDOWN|NOAUTH|NOPERM|NOREPLICAS)\b/;

export class Redis {
  readonly prefix: string;
  readonly #options: RedisOptions;
  readonly #patience: number;
  readonly #listeners = new Set<OnChange>();
  readonly #counts = { asked: 0, failed: 0, skipped: 0, lost: 0 };
  readonly #kept = new Set<() => void>();
  #client: RedisClient | undefined;
  #probe: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(options: RedisOptions) {
    this.#options = options;
    this.prefix = options.prefix;
    this.#patience = options.patience ?? PATIENCE_MS;
  }

  /** Whether Redis answers, as far as is known. */
  get isUp(): boolean {
    return this.#client !== undefined;
  }

  get counts(): RedisCounts {
    return { ...this.#counts };
  }

  /** `listener` is told of each change from now on; returns what ends that. */
  onChange(listener: OnChange): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Resolves after the first try to reach Redis, whatever came of it; further ones follow by themselves. */
  async connect(): Promise<void> {
    await this.#try();
  }

  /** The answer to a command. Throws RedisGone where there is none in time, and what Redis refuses as it does. */
  async ask<T>(command: (client: RedisClient) => Promise<T>): Promise<T> {
    const client = this.#client;
    if (!client) {
      this.#counts.skipped++;
      throw new RedisGone('Redis is gone.');
    }
    this.#counts.asked++;
    try {
      return await inTime(command(client), this.#patience);
    } catch (error) {
      this.#counts.failed++;
      if (error instanceof ErrorReply && !CANNOT_SERVE.test(error.message)) throw error;
      this.#lose(client, wordsOf(error));
      throw new RedisGone(`Redis is gone: ${wordsOf(error)}.`);
    }
  }

  /** What a script returns. Throws as `ask` does. */
  run(script: Script, keys: readonly string[], args: readonly string[]): Promise<unknown> {
    const options = { keys: [...keys], arguments: [...args] };
    return this.ask(async (client) => {
      try {
        return await client.evalSha(script.sha, options);
      } catch (error) {
        // Redis was started anew, or its scripts were flushed.
        if (!(error instanceof ErrorReply) || !error.message.startsWith('NOSCRIPT')) throw error;
        return await client.eval(script.text, options);
      }
    });
  }

  /** The name of a channel; those of keys are prefixed by the client. */
  channel(name: string): string {
    return this.prefix + name;
  }

  /**
   * Keeps one more connection, for commands that wait, a second at most, and for subscriptions: `use` is given it each time that it has been made, and when `use` ends,
   * or the connection does, another one is made. Returns what ends all of it.
   */
  keep(use: (client: RedisClient, signal: AbortSignal) => Promise<void>): () => void {
    const ended = new AbortController();
    const go = async () => {
      while (!ended.signal.aborted) {
        const client = clientFor(this.#options);
        const lost = new AbortController();
        const end = () => {
          lost.abort();
          client.destroy();
        };
        client.on('error', end);
        client.on('end', () => lost.abort());
        ended.signal.addEventListener('abort', end, { once: true });
        let beat: NodeJS.Timeout | undefined;
        try {
          await inTime(client.connect(), CONNECT_MS);
          // A connection that leads nowhere any more says nothing by itself.
          beat = setInterval(() => void inTime(client.ping(), CONNECT_MS).catch(end), CONNECT_MS / 2);
          await use(client, lost.signal);
        } catch {
          // Whoever asks by the main connection learns what is wrong with Redis.
        }
        clearInterval(beat);
        ended.signal.removeEventListener('abort', end);
        end();
        await pause(PROBE_MS, ended.signal);
      }
    };
    const end = () => {
      this.#kept.delete(end);
      ended.abort();
    };
    this.#kept.add(end);
    void go();
    return end;
  }

  /** Ends all connections. */
  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#probe);
    for (const end of this.#kept) end();
    this.#client?.destroy();
    this.#client = undefined;
  }

  async #try(): Promise<void> {
    const client = clientFor(this.#options);
    // Without a listener an error would end the process.
    client.on('error', (error) => this.#lose(client, wordsOf(error)));
    let reason = '';
    try {
      await inTime(client.connect(), CONNECT_MS);
      // Redis may answer, and yet take nothing: it has no memory left, or is a replica.
      await inTime(client.set('probe', '1', { expiration: { type: 'PX', value: 1000 } }), CONNECT_MS);
    } catch (error) {
      reason = wordsOf(error);
    }
    if (this.#isClosed) return client.destroy();
    if (!reason) {
      this.#client = client;
      return this.#tell(true, '');
    }
    client.destroy();
    this.#tell(false, reason);
    this.#tryLater(PROBE_MS);
  }

  #lose(client: RedisClient, reason: string): void {
    if (client !== this.#client || this.#isClosed) return;
    this.#client = undefined;
    this.#counts.lost++;
    client.destroy();
    this.#tell(false, reason);
    // The connection may have been at fault, and not Redis.
    this.#tryLater(0);
  }

  #tryLater(ms: number): void {
    this.#probe = setTimeout(() => void this.#try(), ms);
  }

  #tell(isUp: boolean, reason: string): void {
    for (const listener of this.#listeners) listener(isUp, reason);
  }
}

/** Why, without what might be secret. */
const wordsOf = (error: unknown): string => {
  if (error instanceof RedisGone) return error.message;
  const { code, message, name } = error as NodeJS.ErrnoException;
  return code ?? (error instanceof ErrorReply ? (/^[A-Z]+/.exec(message)?.[0] ?? name) : name);
};

/** Rejects where it takes longer. A process that was too busy to look first looks whether the answer has come. */
const inTime = <T>(answer: Promise<T>, ms: number): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => setImmediate(() => reject(new RedisGone(`no answer in ${ms} ms`))), ms);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });
