/** Events that another process keeps for several: both ends are here, the one that asks and follows, and the one that keeps and tells. */
import type { ZoomEvent } from '../../zoom/events/event.ts';
import type { EventLog, Follower } from '../../zoom/events/log.ts';
import { BadCursor, EventsLost, type StreamedEvent } from '../../zoom/events/stream.ts';

/** What the asking end says. `id` is the ask's own. */
export type EventAsk =
  | { readonly ask: 'append'; readonly id: number; readonly event: ZoomEvent }
  | { readonly ask: 'since'; readonly id: number; readonly after: string }
  | { readonly ask: 'follow'; readonly id: number };
/** What is answered to an ask. */
type Answered =
  | { readonly kept: boolean }
  | { readonly events: readonly StreamedEvent[] }
  | { readonly place: string }
  | { readonly refusal: 'EventsLost' | 'BadCursor' | 'Error'; readonly message: string };
/** An answer, or an event that was kept. */
export type EventNews = (Answered & { readonly id: number }) | { readonly told: StreamedEvent };

export interface RemoteEvents {
  readonly log: EventLog;
  /** Takes what the one who keeps says. */
  readonly hear: (news: EventNews) => void;
}

/** A log where `send` leads. */
export const remoteEvents = (send: (ask: EventAsk) => void): RemoteEvents => {
  const waiting = new Map<number, (answer: Answered) => void>();
  const followers = new Set<Follower>();
  let lastId = 0;
  const asked = async (askBy: (id: number) => EventAsk): Promise<Answered> => {
    const id = ++lastId;
    const answer = await new Promise<Answered>((resolve) => {
      waiting.set(id, resolve);
      send(askBy(id));
    });
    if ('refusal' in answer) throw errorOf(answer);
    return answer;
  };
  return {
    log: {
      append: async (event) => {
        const answer = await asked((id) => ({ ask: 'append', id, event }));
        return 'kept' in answer && answer.kept;
      },
      since: async (after) => {
        const answer = await asked((id) => ({ ask: 'since', id, after }));
        return 'events' in answer ? answer.events : [];
      },
      follow: async (follower) => {
        followers.add(follower);
        const answer = await asked((id) => ({ ask: 'follow', id }));
        return 'place' in answer ? answer.place : '';
      },
      close: async () => followers.clear(),
    },
    hear: (news) => {
      if ('told' in news) {
        for (const { kept } of followers) kept(news.told);
        return;
      }
      const { id, ...answer } = news;
      waiting.get(id)?.(answer as Answered);
      waiting.delete(id);
    },
  };
};

const errorOf = ({ refusal, message }: Extract<Answered, { refusal: string }>): Error => {
  if (refusal === 'EventsLost') return new EventsLost(message);
  return refusal === 'BadCursor' ? new BadCursor(message) : new Error(message);
};

type Send = (news: EventNews) => void;

/** The end that keeps, for all processes that join. */
export class EventHost {
  readonly #log: EventLog;
  readonly #hearers = new Set<Send>();
  readonly #begun: Promise<void>;
  /** Up to there events were told. */
  #place = '';

  constructor(log: EventLog) {
    this.#log = log;
    const kept = (told: StreamedEvent) => {
      this.#place = told.cursor;
      for (const send of this.#hearers) send({ told });
    };
    this.#begun = log.follow({ kept, lost: () => {} }).then((place) => {
      this.#place ||= place;
    });
  }

  /** Serves one process: gives what takes its asks, and what is to be called when it is gone. */
  join(send: Send): { readonly hear: (ask: EventAsk) => void; readonly leave: () => void } {
    return {
      hear: (ask) =>
        void this.#answer(ask, send).then(
          (answer) => send({ id: ask.id, ...answer }),
          (error: unknown) => send({ id: ask.id, ...refusalOf(error) }),
        ),
      leave: () => void this.#hearers.delete(send),
    };
  }

  async #answer(ask: EventAsk, send: Send): Promise<Answered> {
    if (ask.ask === 'append') return { kept: await this.#log.append(ask.event) };
    if (ask.ask === 'since') return { events: await this.#log.since(ask.after) };
    // At once: what is appended behind this ask is told.
    this.#hearers.add(send);
    await this.#begun;
    return { place: this.#place };
  }
}

const refusalOf = (error: unknown): Extract<Answered, { refusal: string }> => {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof EventsLost) return { refusal: 'EventsLost', message };
  return { refusal: error instanceof BadCursor ? 'BadCursor' : 'Error', message };
};
