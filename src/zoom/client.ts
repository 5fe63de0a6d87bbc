/** The REST client: one `call(endpoint, args, turn)`, within Zoom's limits. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Dispatcher } from 'undici';
import { type Auth, type Credentials, callerAuth, type ServerAuth, serverAuth } from './auth.ts';
import { Bodies } from './bodies.ts';
import { payloadOf } from './body.ts';
import { Budget, type Count } from './budget.ts';
import { type Credential, type Job, perform, refuseBeyond, type Wire } from './call.ts';
import type { Counter } from './counter.ts';
import type { Answer, Args, Endpoint, Label } from './endpoint.ts';
import { ZoomError } from './errors.ts';
import { Flight, refuseLate } from './flight.ts';
import type { BudgetState, Plan } from './limits.ts';
import type { CallLine } from './log.ts';
import { pathOf, queryOf } from './path.ts';
import { connections } from './send.ts';
import type { Signal } from './signal.ts';
import type { Tracer } from './trace.ts';

export type { Count } from './budget.ts';
export { type ErrorKind, ZoomError } from './errors.ts';
export type { BucketState, BudgetState, Plan } from './limits.ts';
export type { CallLine } from './log.ts';

/** What one GraphQL request has cost so far. */
export interface Stats {
  /** REST calls sent, repeats included. */
  calls: number;
  byLimit: Partial<Record<Label, number>>;
  /** Reads that were answered by a call already under way. */
  coalesced: number;
  /** Lists and entities that were not read, since another request of the credential had them just now. */
  warm: number;
  /** Milliseconds in which at least one call waited for budget. */
  waitedMs: number;
}
export const newStats = (): Stats => ({ calls: 0, byLimit: {}, coalesced: 0, warm: 0, waitedMs: 0 });

/** One GraphQL request's claim on the client. */
export interface Turn {
  readonly signal?: Signal;
  /** Epoch milliseconds by which the request must have its answer. */
  readonly deadline?: number;
  readonly maxCalls?: number;
  /** By which the request is found in the log. */
  readonly requestId?: string;
  readonly stats: Stats;
  /** Set where the request asked which calls are made. */
  trace?: Tracer;
  /** Takes what the client should know beside the answers; set with the request's context. */
  note?: (text: string) => void;
}

/** Zoom, as one credential sees it. */
export interface Zoom {
  /** Tells credentials apart; a hash, never the credential itself. */
  readonly key: string;
  /** How many writes have ended: what was under way before may be older than the newest of them. */
  readonly changes: number;
  /** Sends one REST operation. The answer may be shared with other callers: do not change it. Throws ZoomError. */
  call<E extends Endpoint>(endpoint: E, args: Args<E>, turn: Turn): Promise<Answer<E>>;
  /** What is left of Zoom's limits, as far as this gateway knows. */
  budget(): Promise<BudgetState>;
  /** Whether so many calls of this endpoint could go out at once, as far as this process knows. */
  hasRoom(endpoint: Endpoint, calls: number): boolean;
  /** The milliseconds for which the budget would hold back the last of so many calls, made from now on. No call is made. */
  forcedBy(counts: readonly Count[]): Promise<number>;
}

export interface ZoomOptions {
  /** Such as "https://api.zoom.us/v2". */
  readonly apiUrl: string;
  readonly oauthUrl: string;
  readonly plan: Plan;
  /** How much of the account's limits this process may use, 0 to 1; other apps draw on the same. Default 0.9. */
  readonly share?: number;
  /** Where the calls of a credential are counted, by its `Zoom.key`; in this process's memory, unless given. */
  readonly counter?: (key: string) => Counter;
  /** Of a server-to-server app; absent where every caller brings a token. */
  readonly credentials?: Credentials;
  /** Gives the tokens of these credentials; they are minted by this process, unless given. */
  readonly auth?: ServerAuth;
  readonly log?: (line: CallLine) => void;
  /** Takes the place of the client's own connections, in tests; whoever gives it closes it. */
  readonly dispatcher?: Dispatcher;
  /** The longest that one try may take. Default 15,000. */
  readonly callTimeoutMs?: number;
  readonly random?: () => number;
  /** Whether reads of the same that are under way at once are one call. Default true. */
  readonly coalesce?: boolean;
}

export interface Client {
  /** The caller's bearer token, or without one the server's credentials. Throws UNAUTHENTICATED where there is neither. */
  as(bearer?: string): Zoom;
  /** Resolves when calls can be made: with credentials, once there is a token. Throws ZoomError. */
  ready(): Promise<void>;
  /** Lets the calls under way end, then closes the connections. */
  close(): Promise<void>;
}

export const DEFAULTS = { share: 0.9, callTimeoutMs: 15_000 };
/** Callers' credentials whose budgets are remembered. */
export const MOST_CALLERS = 5000;

export const createClient = (options: ZoomOptions): Client => {
  const { apiUrl, oauthUrl, plan, credentials, counter, log, random = Math.random } = options;
  const { share = DEFAULTS.share, callTimeoutMs: timeoutMs = DEFAULTS.callTimeoutMs, coalesce = true } = options;
  const dispatcher = options.dispatcher ?? connections();
  const wire: Wire = { dispatcher, timeoutMs, random, log, bodies: new Bodies() };
  const base = new URL(apiUrl);
  const zoomFor = (key: string, auth: Auth) =>
    zoomOf(key, wire, { auth, budget: new Budget(plan, share, counter?.(key)) }, { base, coalesce });

  const own = credentials && (options.auth ?? serverAuth(credentials, { oauthUrl, dispatcher, timeoutMs, random }));
  const server = own && zoomFor(hash('server', credentials.accountId, credentials.clientId), own);
  const callers = new LRUCache<string, Zoom>({ max: MOST_CALLERS });
  return {
    as: (bearer) => {
      if (bearer === undefined) {
        if (server) return server;
        throw new ZoomError('UNAUTHENTICATED', 'Send a Zoom access token as "Authorization: Bearer <token>".');
      }
      const key = hash('caller', bearer);
      const zoom = callers.get(key) ?? zoomFor(key, callerAuth(bearer));
      callers.set(key, zoom);
      return zoom;
    },
    ready: async () => {
      await own?.token();
    },
    close: async () => (options.dispatcher ? undefined : dispatcher.close()),
  };
};

const hash = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** The arguments of a call, whatever its endpoint. */
interface Given {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, unknown>>;
  /** Query parameters of paging, windows and `onRequest`. */
  readonly also?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

const zoomOf = (
  key: string,
  wire: Wire,
  credential: Credential,
  { base, coalesce }: { base: URL; coalesce: boolean },
): Zoom => {
  /** The reads that others may join, by path and query. */
  const joinable = new Map<string, Flight>();
  let changes = 0;

  const jobOf = (endpoint: Endpoint, { path = {}, query, also, body }: Given): Job => {
    const { method } = endpoint;
    const at = base.pathname.replace(/\/+$/, '') + pathOf(endpoint, path) + queryOf(query, also);
    const payload = body === undefined ? {} : { body: payloadOf(endpoint.body, body) };
    return {
      endpoint,
      path,
      request: { origin: base.origin, path: at, method, ...payload },
      ...(method === 'GET' && { name: `${key} ${at}` }),
    };
  };

  const read = (job: Job, turn: Turn): Promise<unknown> => {
    const { path } = job.request;
    const shared = joinable.get(path); // none where reads are not coalesced
    if (shared) {
      turn.stats.coalesced++;
      const answer = shared.join(turn);
      return turn.trace ? turn.trace.joined(job.endpoint, answer) : answer;
    }
    refuseBeyond(turn, job.endpoint);
    const flight = new Flight(
      job.endpoint,
      (course) => perform(wire, credential, job, turn, course),
      (ended) => {
        if (joinable.get(path) === ended) joinable.delete(path);
      },
    );
    if (coalesce) joinable.set(path, flight);
    return flight.join(turn);
  };

  const write = (job: Job, turn: Turn): Promise<unknown> => {
    refuseBeyond(turn, job.endpoint);
    const flight = new Flight(
      job.endpoint,
      (course) => perform(wire, credential, job, turn, course),
      // What was read before may be old now, also when the write failed: it may have acted.
      () => {
        changes++;
        joinable.clear();
      },
    );
    return flight.join(turn);
  };

  return {
    key,
    get changes() {
      return changes;
    },
    call: async <E extends Endpoint>(endpoint: E, args: Args<E>, turn: Turn) => {
      refuseLate(turn, endpoint);
      const job = jobOf(endpoint, args as Given);
      return (await (endpoint.method === 'GET' ? read(job, turn) : write(job, turn))) as Answer<E>;
    },
    budget: () => credential.budget.state(),
    hasRoom: (endpoint, calls) => credential.budget.hasRoom(endpoint, calls),
    forcedBy: async (counts) => (await credential.budget.forcedUntil(counts)) - Date.now(),
  };
};
