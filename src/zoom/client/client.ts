/** The REST client: one `call(endpoint, args, requestContext)`, within Zoom's limits. */
import { createHash } from 'node:crypto';
import type { Dispatcher } from 'undici';
import { allBut, type Optimizations } from '../../engine/optimizations.ts';
import { Flight, SingleFlight } from '../../engine/single-flight.ts';
import { nodeUtf8, utf8 } from '../../engine/utf8.ts';
import {
  type AppCredentials,
  type Auth,
  accountMint,
  type Credentials,
  callerAuth,
  chatbotMint,
  keeping,
  type Mint,
  type ServerAuth,
} from '../auth/auth.ts';
import type { Answer, Args, Endpoint, Grant } from '../declare/endpoint.ts';
import { ZoomError } from '../errors/errors.ts';
import { type Download, type DownloadRequest, download, type Hosts } from '../http/download.ts';
import { pathOf, queryOf } from '../http/path.ts';
import { payloadOf } from '../http/request-body.ts';
import { connections, originOf, type ProxyOptions, send } from '../http/send.ts';
import { Budget, type Count } from '../rate-limit/budget.ts';
import type { RateLimitStore } from '../rate-limit/store.ts';
import type { BudgetState, Plan } from '../rate-limit/tables.ts';
import { ASKED, Belonging } from './account.ts';
import { type Credential, type Job, perform, refuseBeyond, type Wire } from './call.ts';
import { Callers, IDLE_MS } from './callers.ts';
import type { Changes } from './changes.ts';
import { type Course, joinCall, refuseLate } from './flight.ts';
import { type KeepOptions, KeptAnswers } from './kept-answers.ts';
import type { CallLine } from './log.ts';
import { newStats, type RequestContext } from './request-context.ts';
import { ResponseCache } from './response-cache.ts';
import type { Unknowns } from './unknowns.ts';

export { type ErrorKind, ZoomError } from '../errors/errors.ts';
export type { Download, DownloadRequest } from '../http/download.ts';
export type { Count } from '../rate-limit/budget.ts';
export type { BucketState, BudgetState, Plan } from '../rate-limit/tables.ts';
export type { CallLine } from './log.ts';
export { newStats, type RequestContext, type Stats } from './request-context.ts';

/** Zoom, as one credential sees it. */
export interface Zoom {
  /** Tells credentials apart; a hash, never the credential itself. */
  readonly key: string;
  /** The account that the credential belongs to, where the credential itself says it. */
  readonly accountId?: string;
  /** Of a caller's token; absent where the credential is the server's. */
  readonly caller?: CallerAccount;
  /**
   * Another number after each write of the credential, in this process or another, and never one that was before. Whatever is kept or
   * shared goes by it: what was under way or known under an earlier one may be older than the newest write.
   */
  readonly changes: number;
  /** Sends one REST operation. The answer may be shared with other callers: do not change it. Throws ZoomError. */
  call<E extends Endpoint>(endpoint: E, args: Args<E>, requestContext: RequestContext): Promise<Answer<E>>;
  /**
   * Fetches a file from Zoom's hosts; that counts to no rate limit. A refused token is renewed once. Throws ZoomError, NOT_FOUND where
   * the file is gone.
   */
  download(request: DownloadRequest): Promise<Download>;
  /** What is left of Zoom's limits, as far as this gateway knows. */
  budget(): Promise<BudgetState>;
  /** Whether so many calls of this endpoint could go out within so many milliseconds, or at once, as far as this process knows. */
  hasRoom(endpoint: Endpoint, calls: number, within?: number): boolean;
  /** The milliseconds for which the budget would hold back the last of so many calls, made from now on. No call is made. */
  forcedBy(counts: readonly Count[]): Promise<number>;
}

/** Which account a caller's token belongs to. */
export interface CallerAccount {
  /** Undefined until Zoom has said it, or where it does not. */
  readonly accountId: string | undefined;
  /** Resolves when it is known, or cannot be. Zoom is asked once for each token. */
  learn(): Promise<void>;
}

export interface ZoomOptions {
  /** Such as "https://api.zoom.us/v2". */
  readonly apiUrl: string;
  readonly oauthUrl: string;
  readonly plan: Plan;
  /** How much of the account's limits this process may use, 0 to 1; other apps draw on the same. Default 0.9. */
  readonly share?: number;
  /** So many milliseconds after its sending Zoom has counted a call at the latest. Default 100. */
  readonly countedWithinMs?: number;
  /** Where the calls of a credential are counted, by its `Zoom.key`; in this process's memory, unless given. */
  readonly rateLimitStore?: (key: string) => RateLimitStore;
  /** Of a server-to-server app; absent where every caller brings a token. */
  readonly credentials?: Credentials;
  /** Of a chatbot's app, for what Zoom lets a chatbot alone do. A caller's token goes for that, too, where callers bring theirs. */
  readonly chatbot?: AppCredentials;
  /** Give the tokens of these credentials; they are minted by this process, unless given. */
  readonly auth?: Auths;
  /** Keeps what is minted for an app; in this process alone, unless given. `key` tells apps apart. */
  readonly keepTokens?: (key: string, credentials: AppCredentials, mint: Mint) => ServerAuth;
  /** The way to other processes that use the same credentials: a write is answered when they have heard of it. */
  readonly changes?: Changes;
  /** How long answers serve later requests of the same credential; not at all, unless given. */
  readonly keep?: KeepOptions;
  readonly log?: (line: CallLine) => void;
  /** Looks for what Zoom sends and nothing declares. */
  readonly unknowns?: Unknowns;
  /** The way to Zoom, where that is by a proxy. */
  readonly proxy?: ProxyOptions;
  /** Takes the place of the client's own connections, in tests; whoever gives it closes it. */
  readonly dispatcher?: Dispatcher;
  /** The longest that one try may take. Default 15,000. */
  readonly callTimeoutMs?: number;
  readonly random?: () => number;
  /** Whether reads of the same that are under way at once are one call. Default true. */
  readonly coalesce?: boolean;
  /** Hosts beside Zoom's own to which downloads may be redirected, with all below them. */
  readonly fileHosts?: readonly string[];
  /** Whether Zoom is asked which account each caller's token belongs to, whose budget its calls draw on. Default true. */
  readonly callersByAccount?: boolean;
  /** By default all. */
  readonly optimizations?: Pick<Optimizations, 'responseCache' | 'utf8'>;
}

/** What gives the tokens of the account's app and of others. */
export type Auths = { readonly [K in 'account' | Grant]?: ServerAuth };

export interface Client {
  /** The caller's bearer token, or without one the server's credentials. Throws UNAUTHENTICATED where there is neither. */
  as(bearer?: string): Zoom;
  /** The tokens of the server's credentials, for what is no call of the REST API; absent where there are none. */
  readonly tokens?: Auth | undefined;
  /**
   * Resolves when calls can be made: with credentials, once there is a token, with its scopes where they are known; without, when the API can
   * be reached. Cheap to ask again once it was so. Throws ZoomError.
   */
  ready(): Promise<ReadonlySet<string> | undefined>;
  /**
   * Something has changed at Zoom by other ways than this gateway, as an event tells: what is kept of the server's credential, and of callers that
   * are known to be of that account, is dropped, here at once and by other processes when it resolves.
   */
  changed(accountId?: string): Promise<void>;
  /** Lets the calls under way end, then closes the connections. */
  close(): Promise<void>;
}

export const DEFAULTS = { share: 0.9, callTimeoutMs: 15_000 };

export const createClient = (options: ZoomOptions): Client => {
  const { apiUrl, oauthUrl, plan, credentials, chatbot, rateLimitStore, log, changes, random = Math.random } = options;
  const { fileHosts: others = [] } = options;
  const { share = DEFAULTS.share, callTimeoutMs: timeoutMs = DEFAULTS.callTimeoutMs, coalesce = true } = options;
  const { optimizations = allBut(), countedWithinMs, callersByAccount = true } = options;
  const dispatcher = options.dispatcher ?? connections(options.proxy);
  // Files take long: calls of the API shall not wait for their connections.
  const forFiles = options.dispatcher ?? connections(options.proxy);
  const wire: Wire = {
    dispatcher,
    timeoutMs,
    random,
    log,
    unknowns: options.unknowns,
    responses: optimizations.responseCache ? new ResponseCache() : undefined,
    decode: (optimizations.utf8 ? utf8 : nodeUtf8).decode,
  };
  const base = new URL(apiUrl);
  const origin = originOf(base);
  const prefix = base.pathname.replace(/\/+$/, '');
  const files = { dispatcher: forFiles, hosts: { origin: base.origin, others } };
  const kept = options.keep && new KeptAnswers(options.keep);
  const callers = new Callers<Held>((held) => held.isAtWork());
  const accounts = new Callers<Budget>((budget) => budget.isSpent(), { idleMs: IDLE_MS.account });
  const budgetOf = (key: string) => new Budget(plan, share, rateLimitStore?.(key), countedWithinMs);
  const credentialOf = (key: string, auth: Auth): Credential => ({ auth, budget: budgetOf(key) });
  /** That of the account itself, whoever's tokens draw on it: others of it may have spent. */
  const budgetOfAccount = (accountId: string): Budget => {
    const key = hash('account', accountId);
    const budget = accounts.of(key, () => budgetOf(key));
    accounts.accept(key, budget);
    return budget;
  };
  const heldFor = (
    key: string,
    auth: Auth,
    ofServer: Pick<Around, 'accountId' | 'grants' | 'budgetOfAccount'> = {},
  ): Held => {
    const onAccepted = () => callers.accept(key, held);
    const around = { origin, prefix, files, coalesce, changes, kept, ...ofServer, onAccepted };
    const held = zoomOf(key, wire, credentialOf(key, auth), around);
    return held;
  };

  const minting = { oauthUrl, dispatcher, timeoutMs, random };
  const { keepTokens = (_key, _credentials, mint) => keeping(mint) } = options;
  const ownKey = hash('server', credentials?.accountId ?? '', credentials?.clientId ?? '');
  const own =
    credentials && (options.auth?.account ?? keepTokens(ownKey, credentials, accountMint(credentials, minting)));
  const chatbotKey = hash('chatbot', chatbot?.clientId ?? '');
  const grants = chatbot && {
    chatbot: credentialOf(
      chatbotKey,
      options.auth?.chatbot ?? keepTokens(chatbotKey, chatbot, chatbotMint(chatbot, minting)),
    ),
  };
  const server =
    own &&
    heldFor(ownKey, own, {
      accountId: credentials.accountId,
      grants: grants ?? {},
    });
  changes?.hear((key) => {
    if (key !== undefined) return (server?.zoom.key === key ? server : callers.find(key))?.forget();
    server?.forget();
    for (const held of callers.all()) held.forget();
  });
  let reachedUntil = 0;
  /** Whatever the API answers to nobody, it is there. It is asked once in a while, however often that is to be known. */
  const reach = async () => {
    if (Date.now() < reachedUntil) return undefined;
    const request = { origin, path: base.pathname, method: 'GET' as const, headers: {} };
    await send(dispatcher, request, { timeoutMs });
    reachedUntil = Date.now() + REACHED_MS;
    return undefined;
  };
  return {
    as: (bearer) => {
      if (bearer === undefined) {
        if (server) return server.zoom;
        throw new ZoomError('UNAUTHENTICATED', 'Send a Zoom access token as "Authorization: Bearer <token>".');
      }
      const key = hash('caller', bearer);
      return callers.of(key, () => heldFor(key, callerAuth(bearer), callersByAccount ? { budgetOfAccount } : {})).zoom;
    },
    tokens: own,
    ready: async () => (own ? (await own.token()).scopes : reach()),
    changed: async (accountId) => {
      const ofAccount = [...callers.all()].filter((held) => accountId !== undefined && held.accountId === accountId);
      const all = server ? [server, ...ofAccount] : ofAccount;
      for (const held of all) held.forget();
      await Promise.all(all.flatMap(({ zoom }) => [kept?.drop(zoom.key), changes?.tell(zoom.key)]));
    },
    close: async () => {
      if (!options.dispatcher) await Promise.all([dispatcher.close(), forFiles.close()]);
    },
  };
};

/** So long the API counts as reached. */
const REACHED_MS = 30_000;

const hash = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/** The arguments of a call, whatever its endpoint. */
interface Given {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, unknown>>;
  /** Query parameters of paging, windows and `onRequest`. */
  readonly also?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  /** Of a write that counts for a host: who that is, where it is known. */
  readonly host?: string;
}

/** What a client keeps of a credential. */
interface Held {
  readonly zoom: Zoom;
  /** The account that a caller's token belongs to, once that is known. */
  readonly accountId: string | undefined;
  /** What was read before may be old now. */
  forget(): void;
  /** Whether calls are under way, or something of the budget is spent that comes back. */
  isAtWork(): boolean;
}
interface Around {
  readonly origin: URL;
  /** What stands before the paths of all operations, such as "/v2". */
  readonly prefix: string;
  readonly files: { readonly dispatcher: Dispatcher; readonly hosts: Hosts };
  readonly coalesce: boolean;
  readonly changes: Changes | undefined;
  readonly kept: KeptAnswers | undefined;
  readonly accountId?: string;
  /** Who signs in besides the credential; absent where the credential's own token goes for all. */
  readonly grants?: Readonly<Partial<Record<Grant, Credential>>>;
  readonly onAccepted: () => void;
  /** Of a caller: the budget of the account that its token belongs to, in place of its own, once it is known which that is. */
  readonly budgetOfAccount?: (accountId: string) => Budget;
}

/** How many changes there were of all credentials, so that none of them ever has the same number twice. */
let lastChange = 0;

const zoomOf = (key: string, wire: Wire, credential: Credential, around: Around): Held => {
  const { origin, prefix, files, coalesce, accountId, grants, kept, onAccepted, budgetOfAccount } = around;
  /** The reads that others may join, by path and query. */
  const joinable = new SingleFlight<unknown>();
  let changes = ++lastChange;
  let underWay = 0;
  let callersAccount: string | undefined;

  const forget = () => {
    changes = ++lastChange;
    joinable.clear();
  };

  /** Undefined where there is none. */
  const credentialFor = ({ grant }: Endpoint): Credential | undefined => (grant && grants ? grants[grant] : credential);
  /** What calls of this endpoint are counted by, or would be. */
  const budgetFor = (endpoint: Endpoint): Budget => (credentialFor(endpoint) ?? credential).budget;

  const jobOf = (endpoint: Endpoint, { path = {}, query, also, body, host }: Given): Job => {
    const { method } = endpoint;
    const at = prefix + pathOf(endpoint, path) + queryOf(query, also);
    const payload = body === undefined ? {} : { body: payloadOf(endpoint.body, body) };
    return {
      endpoint,
      path,
      host,
      request: { origin, path: at, method, ...payload },
      ...(method === 'GET' && { name: `${key} ${at}` }),
    };
  };

  /** Asks Zoom whose the token is. The call is one of the account's, like any other. */
  const askForAccount = (): Promise<unknown> => {
    const requestContext: RequestContext = {
      stats: newStats(),
      deadline: Date.now() + Math.min(ASKED.withinMs, wire.timeoutMs),
    };
    const flight = new Flight((course) =>
      perform(wire, credential, jobOf(ASKED.endpoint, ASKED), requestContext, course),
    );
    return joinCall(flight, requestContext, ASKED.endpoint);
  };
  const belonging =
    budgetOfAccount &&
    new Belonging(askForAccount, (id) => {
      callersAccount = id;
      credential.budget = budgetOfAccount(id);
      void credential.budget.note(ASKED.endpoint);
      onAccepted();
    });

  const made = async (job: Job, requestContext: RequestContext, course: Course): Promise<unknown> => {
    await belonging?.known();
    const by = credentialFor(job.endpoint);
    if (!by) throw noChatbot(job.endpoint);
    underWay++;
    try {
      const answer = await perform(wire, by, job, requestContext, course);
      onAccepted();
      return answer;
    } finally {
      underWay--;
    }
  };

  /** `life`: how long the answer may be kept, in milliseconds. */
  const read = (job: Job, requestContext: RequestContext, life: number): Promise<unknown> => {
    const { path } = job.request;
    const known = life > 0 ? kept?.find(zoom, path) : undefined;
    if (known) {
      requestContext.stats.cached++;
      return Promise.resolve(known);
    }
    // Who wants nothing that is kept does not join those who may get it; and the same call is answered in another way to who asked for it raw.
    const way = `${requestContext.isFresh ? 'fresh ' : ''}${job.endpoint.isRaw ? 'raw ' : ''}`;
    const name = way + path;
    const shared = joinable.find(name); // none where reads are not coalesced
    if (shared) return joined(shared, job, requestContext, life);
    const make = (course: Course) => {
      refuseBeyond(requestContext, job.endpoint);
      return made(job, requestContext, course);
    };
    if (!kept || life === 0) refuseBeyond(requestContext, job.endpoint);
    const work = (course: Course) =>
      kept && life > 0
        ? kept.through(
            zoom,
            path,
            life,
            () => make(course),
            () => requestContext.stats.cached++,
          )
        : made(job, requestContext, course);
    const flight = coalesce ? joinable.begin(name, work) : new Flight(work);
    return joinCall(flight, requestContext, job.endpoint);
  };

  const joined = async (
    shared: Flight<unknown>,
    job: Job,
    requestContext: RequestContext,
    life: number,
  ): Promise<unknown> => {
    requestContext.stats.coalesced++;
    try {
      const { trace, spans } = requestContext;
      const joining = joinCall(shared, requestContext, job.endpoint);
      const answer = spans ? spans.joined(job.endpoint, joining) : joining;
      return await (trace ? trace.joined(job.endpoint, answer) : answer);
    } catch (error) {
      // Whose call it was has no more of them. That is nobody else's trouble: one of the others makes the call now.
      if (!(error instanceof ZoomError && error.kind === 'TOO_MANY_CALLS')) throw error;
      requestContext.stats.coalesced--;
      return read(job, requestContext, life);
    }
  };

  const write = async (job: Job, requestContext: RequestContext): Promise<unknown> => {
    refuseBeyond(requestContext, job.endpoint);
    // What was read before may be old now, also when the write failed: it may have acted.
    const flight = new Flight<unknown>((course) => made(job, requestContext, course), forget);
    try {
      return await joinCall(flight, requestContext, job.endpoint);
    } finally {
      await Promise.all([kept?.drop(key), around.changes?.tell(key)]);
    }
  };

  const zoom: Zoom = {
    key,
    accountId,
    ...(accountId === undefined && {
      caller: {
        get accountId() {
          return callersAccount;
        },
        learn: async () => belonging?.known(),
      },
    }),
    get changes() {
      return changes;
    },
    call: async <E extends Endpoint>(endpoint: E, args: Args<E>, requestContext: RequestContext) => {
      refuseLate(requestContext, endpoint);
      const job = jobOf(endpoint, args as Given);
      if (endpoint.method !== 'GET') return (await write(job, requestContext)) as Answer<E>;
      const { query, also } = args as Given;
      const life = requestContext.isFresh || endpoint.isRaw || !kept ? 0 : kept.lifeOf(endpoint, { ...query, ...also });
      return (await read(job, requestContext, life)) as Answer<E>;
    },
    download: async (request) => {
      const { auth } = credential;
      const token = await auth.token();
      try {
        return await download(files.dispatcher, request, token.value, files.hosts);
      } catch (error) {
        const isRefused = error instanceof ZoomError && error.kind === 'UNAUTHENTICATED';
        if (!isRefused || !auth.drop(token)) throw error;
        return download(files.dispatcher, request, (await auth.token()).value, files.hosts);
      }
    },
    budget: async () => {
      await belonging?.known();
      return credential.budget.state();
    },
    hasRoom: (endpoint, calls, within) => budgetFor(endpoint).hasRoom(endpoint, calls, within),
    forcedBy: async (counts) => {
      await belonging?.known();
      const budgets = [...new Set([credential.budget, ...counts.map(({ endpoint }) => budgetFor(endpoint))])];
      const ends = budgets.map((budget) =>
        budget.forcedUntil(counts.filter(({ endpoint }) => budgetFor(endpoint) === budget)),
      );
      return Math.max(...(await Promise.all(ends))) - Date.now();
    },
  };
  return {
    zoom,
    get accountId() {
      return callersAccount;
    },
    forget,
    isAtWork: () => underWay > 0 || credential.budget.isSpent(),
  };
};

/** Names the settings, since whoever reads this looks for them. */
const noChatbot = (endpoint: Endpoint): ZoomError =>
  new ZoomError(
    'UNAUTHENTICATED',
    'This gateway has no chatbot. Set ZOOM_CHATBOT_CLIENT_ID and ZOOM_CHATBOT_CLIENT_SECRET to the credentials of its app.',
    { endpoint },
  );
