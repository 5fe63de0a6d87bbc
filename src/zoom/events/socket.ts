/** One connection to Zoom's WebSocket of events, from its beginning to its end (docs/zoom.md 6.1). */
import type { Socket } from 'node:net';
import { type Dispatcher, WebSocket } from 'undici';
import type { Signal } from '../../engine/abort.ts';
import { eventIn, type ZoomEvent } from './event.ts';

/** Why a connection ended, or none came about; never in words of the other side, which might hold the token. */
export type Ending = 'no token' | 'not reached' | 'refused' | 'silent' | 'closed' | 'taken over' | 'stopped';

/** Does something after so many milliseconds; returns what calls it off. */
export type After = (ms: number, work: () => void) => () => void;

export interface Connection {
  /** Without a token. */
  readonly url: string;
  readonly token: string;
  /** The way to Zoom. */
  readonly dispatcher: Dispatcher;
  /** Ends it, for its reason. */
  readonly over: Signal;
  readonly after: After;
  readonly onOpen: () => void;
  readonly onEvent: (event: ZoomEvent) => void;
}
export interface Ended {
  readonly why: Ending;
  /** Whether Zoom had taken it. */
  readonly wasOpen: boolean;
  /** How many heartbeats were answered. */
  readonly beats: number;
}

/** Zoom wants to be told so often that somebody is there. */
export const HEARTBEAT_MS = 30_000;
/** So many heartbeats may stay without an answer. */
const UNANSWERED = 2;
/** A connection is open when Zoom says so, within this time. */
export const OPENS_WITHIN_MS = 15_000;

const HEARTBEAT = JSON.stringify({ module: 'heartbeat' });

/** Connects, and resolves when that is over. */
export const connect = ({ url, token, dispatcher, over, after, onOpen, onEvent }: Connection): Promise<Ended> =>
  new Promise((resolve) => {
    let [hasEnded, wasOpen, unanswered, beats] = [false, false, 0, 0];
    const way = breakable(dispatcher);
    const socket = new WebSocket(withToken(url, token), { dispatcher: way.dispatcher });

    const end = (why: Ending): void => {
      if (hasEnded) return;
      hasEnded = true;
      callOff();
      over.removeEventListener('abort', stop);
      socket.close();
      way.breakOff();
      resolve({ why, wasOpen, beats });
    };
    const stop = () => end(over.reason as Ending);
    const lost = () => end(wasOpen ? 'closed' : 'not reached');
    const beat = (): void => {
      if (unanswered >= UNANSWERED) {
        end('silent');
        return;
      }
      unanswered++;
      socket.send(HEARTBEAT);
      callOff = after(HEARTBEAT_MS, beat);
    };
    const open = (): void => {
      if (wasOpen) return;
      wasOpen = true;
      callOff();
      callOff = after(HEARTBEAT_MS, beat);
      onOpen();
    };
    let callOff = after(OPENS_WITHIN_MS, () => end('silent'));
    over.addEventListener('abort', stop);
    socket.addEventListener('close', lost);
    socket.addEventListener('error', lost);
    socket.addEventListener('message', ({ data }) => {
      const said = hasEnded ? undefined : saidIn(data);
      if (!said) return;
      if (said.isRefused) {
        end('refused');
        return;
      }
      if (said.isBeat) beats++;
      unanswered = 0;
      open();
      if (said.event) onEvent(said.event);
    });
  });

const withToken = (url: string, token: string): string => {
  const whole = new URL(url);
  whole.searchParams.set('access_token', token);
  return whole.href;
};

/** The same way for one WebSocket, which can be broken off: its `close` waits for an answer, and who is silent gives none. */
const breakable = (dispatcher: Dispatcher): { readonly dispatcher: Dispatcher; readonly breakOff: () => void } => {
  let isOver = false;
  let breakOff = () => {};
  const dispatching: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) =>
    dispatch(options, {
      onRequestStart: (controller, context) => {
        breakOff = () => controller.abort(new Error('The WebSocket is not wanted any more.'));
        handler.onRequestStart?.(controller, context);
        if (isOver) breakOff();
      },
      onRequestUpgrade: (controller, status, headers, socket) => {
        // What has been written, a farewell among it, still goes out.
        breakOff = () => (socket as Socket).destroySoon();
        handler.onRequestUpgrade?.(controller, status, headers, socket);
      },
      onResponseStart: (...told) => handler.onResponseStart?.(...told),
      onResponseData: (...told) => handler.onResponseData?.(...told),
      onResponseEnd: (...told) => handler.onResponseEnd?.(...told),
      onResponseError: (...told) => handler.onResponseError?.(...told),
    });
  return {
    dispatcher: dispatcher.compose(dispatching),
    breakOff: () => {
      isOver = true;
      breakOff();
    },
  };
};

interface Said {
  readonly isRefused?: boolean;
  readonly isBeat?: boolean;
  readonly event?: ZoomEvent | undefined;
}
/** What a message says; undefined for one that Zoom is not known to send. */
const saidIn = (data: unknown): Said | undefined => {
  const message = parsed(data);
  if (typeof message !== 'object' || message === null) return undefined;
  const { module, success, content } = message as { module?: unknown; success?: unknown; content?: unknown };
  if (module === 'build_connection') return { isRefused: success === false };
  if (module === 'heartbeat') return { isBeat: true };
  return module === 'message' ? { event: eventIn(typeof content === 'string' ? parsed(content) : content) } : undefined;
};
const parsed = (text: unknown): unknown => {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
};
