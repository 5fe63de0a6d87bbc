/** What Zoom tells of its own accord, for who asked to hear it: which events, and what each tells of. */
import { Account } from '../src/zoom/api/accounts/accounts.entities.ts';
import { EVENTS } from '../src/zoom/api/events/index.ts';
import {
  type Beside,
  type EventEdge,
  type EventEdges,
  type EventFamily,
  type EventFilter,
  partsOf,
} from '../src/zoom/declare/event.ts';
import type { ZoomEvent } from '../src/zoom/events/event.ts';
import type { StreamedEvent } from '../src/zoom/events/stream.ts';
import { ownAccount } from './account-scope.ts';
import { ofAccount, recallFor, refFor } from './call-for.ts';
import type { Context } from './context.ts';
import type { Entity } from './entity.ts';
import { InputError } from './errors.ts';
import { lacking } from './withholding.ts';

type Raw = Readonly<Record<string, unknown>>;

/**
 * Whether an event is for who asks. All that were signed with the secret of the app are for those who use the app's credentials; who brings a token of
 * Zoom's hears what is of its account, once that is known (`Zoom.caller`).
 */
export const mayHear = ({ zoom: { caller } }: Pick<Context, 'zoom'>, { accountId }: ZoomEvent): boolean =>
  caller === undefined || caller.accountId === accountId;

/** Which events somebody wants to hear. */
export interface Wish {
  /** The field that is asked for, for those who may not. */
  readonly field: string;
  /** Zoom's names; all, also those that are not declared, where there are none. */
  readonly names?: ReadonlySet<string>;
  /** The account, where one below the own is meant. */
  readonly accountId?: string;
  /** Events that name one of the things meant, by each of these. */
  readonly narrowed: readonly { readonly by: EventFilter; readonly id: string }[];
  readonly after?: string | null;
}

const OFF =
  'Zoom tells this gateway of no events. Set ZOOM_WEBHOOK_SECRET and let Zoom send them to /webhooks/zoom, or ZOOM_EVENTS_URL.';

/** The events that are wished for and that the session may hear, from now on or after a cursor. Throws InputError where there are none. */
export const heard = (context: Context, wish: Wish): AsyncIterableIterator<StreamedEvent> => {
  const { session, options } = context;
  if (!session.permissions.has('read')) throw lacking(wish.field, 'read');
  const { events } = options;
  if (!events) throw new InputError(OFF, 'EVENTS_OFF');
  const wants = (event: ZoomEvent): boolean => isWished(wish, event) && mayHear(context, event);
  return untilReturned((signal) =>
    events.read({ signal, wants, ...(typeof wish.after === 'string' && { after: wish.after }) }),
  );
};

const isWished = ({ names, accountId, narrowed }: Wish, event: ZoomEvent): boolean => {
  if (names && !names.has(event.event)) return false;
  if (accountId !== undefined && event.accountId !== accountId) return false;
  return narrowed.every(({ by, id }) => namesIn(by, told(event)).has(id));
};
const namesIn = ({ ids }: EventFilter, { object, beside }: Parts): ReadonlySet<string> =>
  new Set(ids(object, beside).map(String));

/** Who no longer listens ends the reading, also while nothing happens. */
const untilReturned = <T>(read: (signal: AbortSignal) => AsyncIterable<T>): AsyncIterableIterator<T> => {
  const controller = new AbortController();
  const events = read(controller.signal)[Symbol.asyncIterator]();
  return {
    next: () => events.next(),
    return: async () => {
      controller.abort();
      await events.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
};

interface Parts {
  readonly object: Raw;
  readonly beside: Beside;
}
/** What each event says, taken apart once for all who hear it. */
const taken = new WeakMap<ZoomEvent, Parts>();
/** What an event says, by its declaration where it has one. */
const told = (event: ZoomEvent): Parts => {
  const parts = taken.get(event) ?? partsOf(familyOf(event) ?? {}, event);
  taken.set(event, parts);
  return parts;
};
export const familyOf = ({ event }: ZoomEvent): EventFamily | undefined => EVENTS.get(event)?.family;

/** An event within a request: what it tells of belongs to its account. */
export const within = (event: StreamedEvent, { store }: Context): StreamedEvent =>
  ofAccount(store, event, event.accountId);

/** The account that an event is of, whose id it tells. */
export const accountOf = (event: ZoomEvent, context: Context): Entity => {
  const { store } = context;
  const account = refFor(store, Account, event, ownAccount) as Entity;
  store.addFacts(account, { id: event.accountId });
  return account;
};

/** The entities that an event tells of by one of its edges. What it tells is of its time, and no news to other requests. */
export const entitiesIn = (event: ZoomEvent, edge: EventEdge | EventEdges, { store }: Context): readonly Entity[] => {
  const { object, beside } = told(event);
  const all = 'each' in edge ? (edge.each(object, beside) ?? []) : [edge.told(object, beside)];
  const place = edge.place?.(object, beside);
  return all.flatMap((facts) => (facts && recallFor(store, edge.of, event, facts, place)) ?? []);
};
