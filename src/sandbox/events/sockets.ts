/** Zoom's WebSocket of events, which the app opens and Zoom writes to (docs/zoom.md 6.1). */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Clock, SECOND } from '../clock.ts';
import { Refusal } from '../refusal.ts';
import type { EventBody } from './news.ts';

export interface Sockets {
  readonly subscription: string;
  /** How often one was opened and taken. */
  readonly opened: number;
  /** Whether one is open. */
  readonly isOpen: boolean;
  /** How many heartbeats came. */
  readonly heartbeats: number;
  deliver(event: EventBody): void;
  /** Says anything at all to who is connected. */
  say(text: string): void;
  /** Breaks the connection, as a network does. */
  cut(): void;
  /** Whether heartbeats are answered; true at the beginning. */
  answerHeartbeats(isAnswering: boolean): void;
  close(): void;
}

/** A connection that is silent for longer is closed. Zoom asks for a beat each 30 s, and does not say when it closes. */
const SILENCE_MS = 60 * SECOND;
const PATH = '/ws';

export const socketsOn = (
  server: Server,
  subscription: string,
  clock: Clock,
  checkToken: (token: string) => void,
): Sockets => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 64 * 1024 });
  let current: WebSocket | undefined;
  let opened = 0;
  let heartbeats = 0;
  let isAnswering = true;
  const say = (socket: WebSocket, message: object) => socket.send(JSON.stringify(message));

  const refusalOf = (asked: URLSearchParams): string | undefined => {
    if (asked.get('subscriptionId') !== subscription) return 'Invalid subscription';
    try {
      checkToken(asked.get('access_token') ?? '');
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return 'Invalid token';
      throw error;
    }
  };
  const admit = (socket: WebSocket, asked: URLSearchParams): void => {
    socket.on('error', () => socket.terminate());
    const refusal = refusalOf(asked);
    if (refusal !== undefined) {
      say(socket, { module: 'build_connection', content: refusal, success: false });
      socket.close();
      return;
    }
    // A subscription has one connection: the next one ends it.
    current?.close();
    current = socket;
    opened++;
    let callOff = () => {};
    const heard = () => {
      callOff();
      callOff = clock.at(clock.now() + SILENCE_MS, () => socket.close());
    };
    heard();
    socket.on('close', () => {
      callOff();
      if (current === socket) current = undefined;
    });
    socket.on('message', (data) => {
      if (!isHeartbeat(String(data))) return;
      heartbeats++;
      heard();
      if (isAnswering) say(socket, { module: 'heartbeat', success: true });
    });
    say(socket, { module: 'build_connection', success: true });
  };

  server.on('upgrade', (request: IncomingMessage, raw: Duplex, head: Buffer) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'ws://sandbox');
    if (pathname !== PATH) return void raw.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
    sockets.handleUpgrade(request, raw, head, (socket) => admit(socket, searchParams));
  });

  return {
    subscription,
    get opened() {
      return opened;
    },
    get isOpen() {
      return current !== undefined;
    },
    get heartbeats() {
      return heartbeats;
    },
    say: (text) => current?.send(text),
    deliver: (event) => {
      if (current) say(current, { module: 'message', content: JSON.stringify(event) });
    },
    cut: () => current?.terminate(),
    answerHeartbeats: (answering) => {
      isAnswering = answering;
    },
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
    },
  };
};

const isHeartbeat = (text: string): boolean => {
  try {
    return JSON.parse(text)?.module === 'heartbeat';
  } catch {
    return false;
  }
};
