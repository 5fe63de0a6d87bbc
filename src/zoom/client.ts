/** The REST client: one `call(endpoint, args, turn)`, within Zoom's limits. */
import type { Dispatcher } from 'undici';
import type { Answer, Args, Endpoint, Label } from './endpoint.ts';
import type { BudgetState, Plan } from './limits.ts';
import type { CallLine } from './log.ts';

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
  /** Milliseconds that calls waited for budget, added up over calls. */
  waitedMs: number;
}
export const newStats = (): Stats => ({ calls: 0, byLimit: {}, coalesced: 0, waitedMs: 0 });

/** One GraphQL request's claim on the client. */
export interface Turn {
  readonly signal?: AbortSignal;
  /** Epoch milliseconds by which the request must have its answer. */
  readonly deadline?: number;
  readonly maxCalls?: number;
  readonly stats: Stats;
}

/** Zoom, as one credential sees it. */
export interface Zoom {
  /** Tells credentials apart; a hash, never the credential itself. */
  readonly key: string;
  /** Sends one REST operation. The answer may be shared with other callers: do not change it. Throws ZoomError. */
  call<E extends Endpoint>(endpoint: E, args: Args<E>, turn: Turn): Promise<Answer<E>>;
  /** What is left of Zoom's limits, as far as this process knows. */
  budget(): BudgetState;
}

export interface ZoomOptions {
  /** Such as "https://api.zoom.us/v2". */
  readonly apiUrl: string;
  readonly oauthUrl: string;
  readonly plan: Plan;
  /** How much of the account's limits this process may use, 0 to 1; other apps draw on the same. Default 0.9. */
  readonly share?: number;
  /** Of a server-to-server app; absent where every caller brings a token. */
  readonly credentials?: { readonly accountId: string; readonly clientId: string; readonly clientSecret: string };
  readonly log?: (line: CallLine) => void;
  /** Takes the place of the client's own connections, in tests; whoever gives it closes it. */
  readonly dispatcher?: Dispatcher;
  /** The longest that one try may take. Default 15,000. */
  readonly callTimeoutMs?: number;
  readonly random?: () => number;
}

export interface Client {
  /** The caller's bearer token, or without one the server's credentials. Throws UNAUTHENTICATED where there is neither. */
  as(bearer?: string): Zoom;
  /** Lets the calls under way end, then closes the connections. */
  close(): Promise<void>;
}

export const createClient = (_options: ZoomOptions): Client => {
  throw new Error('not built yet');
};
