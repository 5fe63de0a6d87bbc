/**
 * Subscriptions over a table of fake answers, without the server: each event is shown by a context of its own, as the server makes one. What the server does
 * besides (transports, limits, last messages) has its own tests.
 */
import { createSourceEventStream, type ExecutionResult, parse, print, validate } from 'graphql';
import { createContext } from '../../resolvers/context.ts';
import { createSession, Permissions } from '../../resolvers/session.ts';
import { SharedCache } from '../../resolvers/shared-cache.ts';
import { schema } from '../../schema/index.ts';
import { selectionOf, takeFrom } from '../../src/engine/executor/select.ts';
import { newStats } from '../../src/zoom/client/client.ts';
import { eventIn, sameness, type ZoomEvent } from '../../src/zoom/events/event.ts';
import {
  BadCursor,
  type EventStream,
  EventsLost,
  type ReadOptions,
  type StreamedEvent,
} from '../../src/zoom/events/stream.ts';
import { stub, type Table } from '../stub.ts';

/** A stream that keeps everything. What came at the cursor "0-0" is gone. */
class FakeStream implements EventStream {
  readonly #events: StreamedEvent[] = [];
  readonly #seen = new Set<string>();
  #wake = new Set<() => void>();

  async append(event: ZoomEvent): Promise<boolean> {
    if (this.#seen.has(sameness(event))) return false;
    this.#seen.add(sameness(event));
    this.#events.push({ ...event, cursor: `${this.#events.length + 1}-0` });
    for (const wake of this.#wake) wake();
    this.#wake = new Set();
    return true;
  }

  async *read({ after, signal, wants = () => true }: ReadOptions): AsyncGenerator<StreamedEvent> {
    if (after === '0-0') throw new EventsLost('These events are gone.');
    if (after !== undefined && !/^\d+-0$/.test(after)) throw new BadCursor(`"${after}" is no cursor.`);
    let at = after === undefined ? this.#events.length : Number.parseInt(after, 10);
    signal.addEventListener('abort', () => {
      for (const wake of this.#wake) wake();
    });
    while (!signal.aborted) {
      const event = this.#events[at];
      if (event === undefined) await new Promise<void>((resolve) => this.#wake.add(resolve));
      else {
        at++;
        if (wants(event)) yield event;
      }
    }
  }

  async close(): Promise<void> {}
}

export interface Heard {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly string[];
  /** The REST calls that showing the event took. */
  readonly calls: readonly string[];
}
export interface Hearing {
  /** The next event that the subscription shows. */
  next(): Promise<Heard>;
  /** Nobody listens any more. */
  end(): Promise<void>;
}

export interface ListenOptions {
  readonly permissions?: Permissions;
  /** The bearer of a caller, in place of the server's credential. */
  readonly bearer?: string;
  /** Without, Zoom tells this gateway nothing. */
  readonly isOff?: true;
  /** By default one that lives for a minute. */
  readonly sharedCache?: SharedCache;
}

export const ACCOUNT = 'account';
/** A body as Zoom sends it, of the server's own account unless said. */
export const bodyOf = (event: string, object: object, more: { payload?: object; event_ts?: number } = {}) => ({
  event,
  event_ts: more.event_ts ?? Date.UTC(2026, 4, 5, 10),
  payload: { account_id: ACCOUNT, object, ...more.payload },
});

/** Who listens, and what Zoom tells. */
export const listening = (
  table: Table = {},
  { permissions = Permissions.all, bearer, isOff, sharedCache }: ListenOptions = {},
) => {
  const { client, calls } = stub(table, { callersByAccount: true });
  const events = new FakeStream();
  const shared = sharedCache ?? new SharedCache(60);
  const context = () =>
    createContext(
      createSession({ principal: 'somebody', permissions, zoom: client.as(bearer) }),
      { stats: newStats() },
      { maxFirst: 1000, sharedCache: shared, ...(!isOff && { events }) },
    );

  /** Begins to listen, and has begun when it resolves. Rejects with what the subscription is refused by. */
  const hear = async (text: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Hearing> => {
    const document = parse(text);
    const [wrong] = validate(schema, document);
    if (wrong) throw wrong;
    const contextValue = context();
    const source = await createSourceEventStream({ schema, document, contextValue, variableValues: variables });
    if (!(Symbol.asyncIterator in source))
      throw (source as ExecutionResult).errors?.[0]?.originalError ?? new Error('refused');
    const iterator = (source as AsyncIterable<StreamedEvent>)[Symbol.asyncIterator]();
    const [operation] = document.definitions;
    if (operation?.kind !== 'OperationDefinition') throw new Error('No operation.');
    let coming = iterator.next();
    // Until it is asked for, nobody hears why there is none.
    coming.catch(() => undefined);
    const show = async (event: StreamedEvent): Promise<Heard> => {
      const before = calls.length;
      const fresh = context();
      const type = schema.getSubscriptionType();
      if (!type) throw new Error('The schema has no subscriptions.');
      const selected = selectionOf(
        { schema, withholding: fresh.withholding },
        type,
        print(operation.selectionSet),
        () => operation.selectionSet,
        variables,
      );
      const at = { prev: undefined, key: 'subscription', typename: undefined };
      const [taking] = await takeFrom(selected, [event], () => fresh, at);
      const taken = await taking;
      return {
        data: taken?.value ?? null,
        errors: taken?.errors.map(({ message }) => message) ?? [],
        calls: calls.slice(before),
      };
    };
    return {
      next: async () => {
        const { value, done } = await coming;
        if (done) throw new Error('Nothing more comes.');
        coming = iterator.next();
        coming.catch(() => undefined);
        return show(value);
      },
      end: async () => {
        await iterator.return?.();
        await coming;
      },
    };
  };

  /** Zoom sends this. */
  const tell = async (body: object): Promise<ZoomEvent> => {
    const event = eventIn(body);
    if (!event) throw new Error('That is no event.');
    await events.append(event);
    return event;
  };
  return { hear, tell, calls, client, context };
};
