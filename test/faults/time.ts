/** A clock that stands still while anything moves, and jumps to the next timer when nothing does: ten seconds of silence take no time. */
import { createRequire } from 'node:module';
import type { Dispatcher } from 'undici';
import { vi } from 'vitest';

/** So many turns of the event loop in which nothing happens on any connection: what is on its way would have come by then. */
const STILL_TURNS = 4;
/** So many milliseconds of the real clock are waited for what has no timer, such as a connection or a hash on a busy machine. */
const LONGEST_STILL_MS = 60_000;
/** What has not ended by then, in milliseconds of the faked clock, hangs. */
const LONGEST_MS = 600_000;

export interface Time {
  /** Sees what happens on the connections of a client. */
  readonly watched: Dispatcher.DispatcherComposeInterceptor;
  /** What comes of some work, with as much time as it takes. Rejects where it hangs. */
  passing<T>(work: Promise<T>): Promise<T>;
  /** Lets so many milliseconds pass, and ends whatever ends meanwhile. */
  pass(ms: number): Promise<void>;
  /** The calls that have neither been answered nor given up. */
  readonly open: number;
}

/**
 * Lets undici make the timer that all its timeouts stand on anew: it keeps the first one, be it faked or real, for as long as its process runs.
 * To be called whenever timers become faked, or real again.
 */
export const { reset: resetUndici } = createRequire(import.meta.url)('undici/lib/util/timers.js') as { reset(): void };

/** Timers must be faked already. */
export const timeOf = (): Time => {
  let events = 0;
  let open = 0;
  const settled = async () => {
    for (let still = 0; still < STILL_TURNS; still++) {
      const before = events;
      await new Promise((resolve) => setImmediate(resolve));
      if (events !== before) still = 0;
    }
  };
  const ended = () => {
    events++;
    open--;
  };
  const watched: Time['watched'] = (dispatch) => (options, handler) => {
    events++;
    open++;
    return dispatch(options, {
      onRequestStart: (...args) => {
        events++;
        handler.onRequestStart?.(...args);
      },
      onRequestUpgrade: (...args) => handler.onRequestUpgrade?.(...args),
      onResponseStart: (...args) => {
        events++;
        handler.onResponseStart?.(...args);
      },
      onResponseData: (...args) => {
        events++;
        handler.onResponseData?.(...args);
      },
      onResponseEnd: (...args) => {
        ended();
        handler.onResponseEnd?.(...args);
      },
      onResponseError: (...args) => {
        ended();
        handler.onResponseError?.(...args);
      },
    });
  };
  return {
    watched,
    get open() {
      return open;
    },
    passing: async (work) => {
      let isOver = false;
      const over = () => {
        isOver = true;
      };
      work.then(over, over);
      const latest = Date.now() + LONGEST_MS;
      let moved = performance.now();
      for (await settled(); !isOver; await settled()) {
        const isWaiting = vi.getTimerCount() > 0;
        if (isWaiting) moved = performance.now();
        if (performance.now() - moved > LONGEST_STILL_MS) throw new Error('The work hangs: it waits for nothing.');
        if (Date.now() > latest) throw new Error(`The work hangs: ${open} calls are open.`);
        if (isWaiting) vi.advanceTimersToNextTimer();
      }
      return work;
    },
    pass: async (ms) => {
      await settled();
      vi.advanceTimersByTime(ms);
      await settled();
    },
  };
};
