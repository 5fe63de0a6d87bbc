/**
 * Events without a public address: by a WebSocket that the gateway opens and Zoom writes to (docs/zoom.md 6.1). A subscription has one connection,
 * which one of several processes keeps; the others wait to take it over. What happens while nobody listens Zoom never tells, so whoever connects again
 * says that something may have been missed.
 */
import type { Dispatcher } from 'undici';
import { Abort, type Signal } from '../../engine/abort.ts';
import type { Lease } from '../../redis/lease.ts';
import type { ZoomEvent } from './event.ts';
import { type After, connect, type Ended, type Ending } from './socket.ts';

/** Gives the token by which the connection is opened. */
interface Tokens<T> {
  token(): Promise<T>;
  /** Zoom refused this token. */
  drop(refused: T): unknown;
}

export interface SocketSourceOptions<T extends { readonly value: string }> {
  /** With the id of the subscription, and without a token: "wss://ws.zoom.us/ws?subscriptionId=...". */
  readonly url: string;
  readonly tokens: Tokens<T>;
  /** The way to Zoom. */
  readonly dispatcher: Dispatcher;
  /** Keeps an event. Where it rejects, the event is lost: Zoom tells it once. */
  readonly append: (event: ZoomEvent) => Promise<unknown>;
  /** Events may have been missed. It is done before the next one is kept. */
  readonly onMissed: () => Promise<unknown>;
  readonly onOpen?: () => void;
  readonly onEnd?: (ended: Ended) => void;
  /** Takes the connection for this process, or gives undefined where another has it. Without it this is the only process. */
  readonly lease?: (ms: number) => Promise<Lease | undefined>;
  /** A test has a clock of its own. */
  readonly after?: After;
  readonly random?: () => number;
}

export interface SocketSource {
  /** Ends the connection, and leaves it to another process. */
  close(): Promise<void>;
}

/** Between connections: twice as long each time, until one lasts for this many answered heartbeats. */
const FIRST_PAUSE_MS = 1000;
export const LONGEST_PAUSE_MS = 60_000;
const LASTING = 2;
/** A token by which so many tries in a row came to nothing may be one that Zoom does not take, though it does not say so. */
const TRIES_OF_A_TOKEN = 3;
/** Another process takes over so long after this one has died. */
export const LEASE_MS = 15_000;

const byTimer: After = (ms, work) => {
  const timer = setTimeout(work, ms);
  timer.unref();
  return () => clearTimeout(timer);
};

export const openSocketSource = <T extends { readonly value: string }>(
  options: SocketSourceOptions<T>,
): SocketSource => {
  const { url, tokens, dispatcher, onOpen, onEnd, lease, after = byTimer, random = Math.random } = options;
  const stopped = new Abort();
  const keeper = keeperOf(options);

  /** Resolves after a time, or as soon as it is over. */
  const wait = (ms: number, over: Signal): Promise<void> =>
    new Promise((resolve) => {
      if (over.aborted) return resolve();
      const end = () => {
        callOff();
        over.removeEventListener('abort', end);
        resolve();
      };
      const callOff = after(ms, end);
      over.addEventListener('abort', end);
    });

  const connection = async (over: Signal): Promise<Ended & { readonly token?: T | undefined }> => {
    const token = await tokens.token().catch(() => undefined);
    if (!token) return { why: 'no token', wasOpen: false, beats: 0 };
    if (over.aborted) return { why: 'stopped', wasOpen: false, beats: 0 };
    const ended = await connect({
      url,
      token: token.value,
      dispatcher,
      over,
      after,
      onOpen: () => {
        onOpen?.();
        keeper.begin();
      },
      onEvent: keeper.keep,
    });
    return { ...ended, token };
  };

  /** One connection after another, until it is over. */
  const connections = async (over: Signal): Promise<void> => {
    let [pause, failures] = [FIRST_PAUSE_MS, 0];
    while (!over.aborted) {
      const { token, ...ended } = await connection(over);
      keeper.lost();
      onEnd?.(ended);
      if (over.aborted) return;
      failures = ended.why === 'not reached' ? failures + 1 : 0;
      const isDoubtful = failures > 0 && failures % TRIES_OF_A_TOKEN === 0;
      if (token && (ended.why === 'refused' || isDoubtful)) tokens.drop(token);
      if (ended.beats >= LASTING) pause = FIRST_PAUSE_MS;
      await wait(pause * (0.5 + random() / 2), over);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
    }
  };

  /** Connects as long as the lease is this process's. */
  const whileMine = async (mine: Lease): Promise<void> => {
    const over = new Abort();
    const stop = () => over.abort('stopped' satisfies Ending);
    stopped.addEventListener('abort', stop);
    const extending = async () => {
      while (!over.aborted) {
        await wait(LEASE_MS / 3, over);
        // While Redis is gone nobody else can take it.
        const isMine = over.aborted || (await mine.extend(LEASE_MS).catch(() => true));
        if (!isMine) over.abort('taken over' satisfies Ending);
      }
    };
    await Promise.all([connections(over), extending()]);
    stopped.removeEventListener('abort', stop);
    if (stopped.aborted) await mine.release().catch(() => {});
  };
  const run = async (): Promise<void> => {
    if (!lease) return connections(stopped);
    while (!stopped.aborted) {
      const mine = await lease(LEASE_MS).catch(() => undefined);
      if (mine) await whileMine(mine);
      else await wait(LEASE_MS / 3, stopped);
    }
  };

  const running = run();
  return {
    close: async () => {
      stopped.abort('stopped' satisfies Ending);
      await running;
      await keeper.done();
    },
  };
};

/** Keeps what arrives, one after another, and says when something may be lacking. */
const keeperOf = ({
  append,
  onMissed,
  lease,
}: Pick<SocketSourceOptions<{ value: string }>, 'append' | 'onMissed' | 'lease'>) => {
  let line: Promise<unknown> = Promise.resolve();
  // Where there are other processes, nobody knows since when none of them has listened.
  let isLacking = lease !== undefined;
  const say = async () => {
    if (!isLacking) return;
    isLacking = false;
    await onMissed();
  };
  return {
    /** A connection is open. */
    begin: (): void => {
      line = line.then(say).catch(() => {});
    },
    /** There is none: what happens now is lacking when the next one is open. */
    lost: (): void => {
      line = line.then(() => {
        isLacking = true;
      });
    },
    keep: (event: ZoomEvent): void => {
      line = line
        .then(() => append(event))
        .then(say)
        .catch(() => {
          isLacking = true;
        });
    },
    done: () => line,
  };
};
