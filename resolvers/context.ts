/** What every resolver of one request shares. */
import type { Withholding } from '../src/engine/executor/types.ts';
import type { RequestContext, Zoom } from '../src/zoom/client/client.ts';
import type { IdempotencyStore } from '../src/zoom/client/idempotency.ts';
import type { EventStream } from '../src/zoom/events/stream.ts';
import type { Note } from './connection/query.ts';
import { Idempotency } from './idempotency.ts';
import type { Links } from './links.ts';
import { Room } from './room.ts';
import type { Session } from './session.ts';
import type { SharedCache } from './shared-cache.ts';
import { Store } from './store.ts';
import { withholdingFrom } from './withholding.ts';

export interface Options {
  /** The most that a connection's `first` may ask for. */
  readonly maxFirst: number;
  /** What requests share; without it, each begins with nothing. */
  readonly sharedCache?: SharedCache;
  /** Keeps what came of writes by keys of clients; without it, none can be given. */
  readonly idempotency?: IdempotencyStore;
  /** Makes links to files; without it there are none. */
  readonly links?: Links;
  /** Raw requests are open to whoever may make them. */
  readonly rawRequests?: boolean;
  /** What subscriptions read; without it, Zoom tells this gateway nothing. */
  readonly events?: EventStream;
}

export interface Context {
  /** Who asks, without a name: others of the same permissions are shown the same. */
  readonly session: Omit<Session, 'principal' | 'usage'>;
  /** The same with a name, for `Query.viewer` alone: what any other field shows may be shown to others, too. */
  readonly viewer: Pick<Session, 'principal' | 'permissions' | 'usage'>;
  /** What the session may not see: the executor leaves it out, and so do questions. Undefined where that is nothing. */
  readonly withholding: Withholding | undefined;
  readonly zoom: Zoom;
  readonly store: Store;
  /** What the request may spend, and what it has spent. */
  readonly requestContext: RequestContext;
  /** What it may yet spend on what is selected of the items of lists. */
  readonly room: Room;
  readonly options: Options;
  /** Makes writes once by keys of the session; undefined where there is no store of them. */
  readonly idempotency: Idempotency | undefined;
  /** Tells how the client reached the gateway, such as "https://zoom.example.com": links begin with it. Empty where nobody knows. */
  readonly base: () => string;
  /** What the client should know beside the data, for `extensions.zoom.notes`. */
  readonly notes: readonly string[];
  readonly note: Note;
  /** What failed although there is data, and where: it goes into the answer's errors. */
  readonly errors: readonly Error[];
  readonly addError: (error: Error) => void;
  /** Takes those back that are about what the answer does not show after all. */
  readonly dropErrors: (isGone: (error: Error) => boolean) => void;
  /** The lists that were given to be shown, of whose items something may yet have to be read; the graph knows what they are. */
  readonly lists: object[];
  /** What is resolved decides a question about something else: a list that cannot be gone through to the point where it decides fails. */
  readonly isDeciding?: true;
}

/**
 * The same for one of many things about which a question is decided: what fails is told apart for each. What a server has put beside it is left
 * out: there may be much of that, and there are as many of these as there are things.
 */
export const decidingContext = (of: Context, addError: Context['addError']): Context => ({
  session: of.session,
  viewer: of.viewer,
  withholding: of.withholding,
  zoom: of.zoom,
  store: of.store,
  requestContext: of.requestContext,
  room: of.room,
  options: of.options,
  idempotency: of.idempotency,
  base: of.base,
  notes: of.notes,
  note: of.note,
  errors: of.errors,
  addError,
  dropErrors: of.dropErrors,
  lists: of.lists,
  isDeciding: true,
});

/** The context of one GraphQL request: a store of its own over the Zoom of its session. */
export const createContext = (
  session: Session,
  requestContext: RequestContext,
  options: Options = { maxFirst: 1000 },
  base = () => '',
): Context => {
  const { zoom } = session;
  const notes: string[] = [];
  const note: Note = (text) => notes.push(text);
  requestContext.note = note;
  const errors: Error[] = [];
  return {
    session,
    viewer: session,
    withholding: withholdingFrom(session.permissions),
    zoom,
    store: new Store(zoom, requestContext, options.sharedCache),
    requestContext,
    room: new Room(zoom, requestContext),
    options,
    idempotency: options.idempotency && new Idempotency(options.idempotency, session, requestContext),
    base,
    notes,
    note,
    errors,
    addError: (error) => errors.push(error),
    dropErrors: (isGone) => {
      const left = errors.filter((error) => !isGone(error));
      errors.splice(0, errors.length, ...left);
    },
    lists: [],
  };
};
