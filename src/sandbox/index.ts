/**
 * The sandbox: a simulated Zoom on loopback, reached through HTTP like the real one. It holds a made-up account that depends
 * only on its options, keeps what calls change, and refuses as Zoom refuses (docs/zoom.md 11).
 */
import type { AddressInfo } from 'node:net';
import { operations } from '../zoom/api/index.ts';
import { type Endpoint, ownAccountEndpoint } from '../zoom/declare/endpoint.ts';
import { accountIn } from './account.ts';
import type { ReceivedCall } from './call.ts';
import { clockOf } from './clock.ts';
import { subAccountOf } from './domains/accounts/accounts.ts';
import * as domains from './domains/index.ts';
import { fileAt } from './download.ts';
import { type Engine, engineOf } from './engine.ts';
import { caused } from './events/causes.ts';
import { type Delivery, deliveriesOf, type Habits } from './events/deliveries.ts';
import { type EventBody, newsOf } from './events/news.ts';
import { type Sockets, socketsOn } from './events/sockets.ts';
import { type Fault, faultsOf } from './faults.ts';
import { limitsOf, type Plan } from './limits.ts';
import { type AppCredentials, type Credentials, oauthOf } from './oauth.ts';
import { pageTokens } from './page-tokens.ts';
import { type Route, routerOf } from './router.ts';
import { type Known, opaqueId } from './seeded.ts';
import { serverOf } from './server.ts';
import type { World } from './world.ts';
import { zoneOf } from './zone.ts';

export { Impossible } from './events/causes.ts';
export { type Fault, type FaultKind, parseFaults } from './faults.ts';
export type { Plan } from './limits.ts';
export type { Delivery, EventBody, Habits };

export interface SandboxOptions {
  /** How many active users the account has: 60 by default, up to 10,000. */
  users?: number;
  /** The same seed gives the same account. */
  seed?: number;
  /** How long each answer is held back. */
  latencyMs?: number;
  /** Whose rate limits count: `pro` by default. */
  plan?: Plan;
  /** Whether they count at all, as they do by default: for who counts calls, and need not wait for them. */
  hasRates?: boolean;
  faults?: Fault[] | string;
  /** 0, the default: any free port. */
  port?: number;
  /** How many scheduled meetings each user has: 10 by default. */
  meetingsPerUser?: number;
  /** The time, in milliseconds; a test gives its own. */
  now?: () => number;
  /** How many sub accounts the account has: 2 by default. */
  subAccounts?: number;
  /** The clock by which the account counts days: an IANA name or so far from UTC, as "-08:00"; UTC by default. */
  zone?: string;
  /** Whether the day `to` of a list by days is left out, for nobody says that Zoom does not. */
  isToExclusive?: boolean;
  /** Whether a new token of an app ends the one before, on which sources do not agree. */
  isTokenSingle?: boolean;
  /** The secret token of the app, by which events are signed; made up unless given. */
  webhookSecret?: string;
  /** The scopes of the account's tokens; by default those of every declared endpoint that takes one. */
  scopes?: string[];
}

export type { ReceivedCall };

/** What the sandbox tells of its own accord. */
export interface SandboxEvents {
  /** The secret token of the app, by which deliveries are signed. */
  readonly secret: string;
  /** All that happened, in order, whether anybody was told or not. */
  readonly told: readonly EventBody[];
  /** The tries to deliver to URLs. */
  readonly deliveries: readonly Delivery[];
  /** Where events can be had by a WebSocket, as ZOOM_EVENTS_URL. */
  readonly socketUrl: string;
  readonly socket: Omit<Sockets, 'subscription' | 'deliver' | 'close'>;
  /** Sends all events to a URL from now on; false for one that does not know the secret, which gets none. */
  deliverTo(url: string): Promise<boolean>;
  /** Lets something happen that no call brings about, such as "meeting.started" with `{ id }`. Throws Impossible, and Zoom's refusals. */
  cause(event: string, object?: Known): EventBody;
  /** How deliveries go wrong. */
  set(habits: Partial<Habits>): void;
  /** Resolves when no delivery is under way; a retry that waits for its time is not waited for. */
  idle(): Promise<void>;
}

export interface Sandbox {
  readonly origin: string;
  /** The base of the REST paths, as ZOOM_API_URL: ".../v2". */
  readonly apiUrl: string;
  /** The token endpoint, as ZOOM_OAUTH_URL. */
  readonly oauthUrl: string;
  readonly credentials: Credentials;
  /** Of the chatbot's app. */
  readonly chatbot: AppCredentials;
  /** The API calls received, in order; mints of tokens are not among them. */
  readonly calls: ReceivedCall[];
  /** How many tokens were given. */
  readonly mints: number;
  readonly events: SandboxEvents;
  setFaults(faults: Fault[] | string): void;
  setNow(at: number | Date): void;
  advance(ms: number): void;
  /** Forgets every change, every call, every event and all that was spent, and chance begins anew; tokens, the clock and who is told stay. */
  reset(): void;
  close(): Promise<void>;
}

const MOST_USERS = 10_000;

/** Starts a sandbox on loopback. Throws a RangeError for a size that it cannot have, and the listen error of a taken port. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const {
    users = 60,
    seed = 1,
    latencyMs = 0,
    plan = 'pro',
    hasRates = true,
    port = 0,
    meetingsPerUser = 10,
    subAccounts = 2,
    isToExclusive = false,
  } = options;
  if (!Number.isInteger(users) || users < 1 || users > MOST_USERS)
    throw new RangeError(`The sandbox has 1 to ${MOST_USERS} users, not ${users}.`);
  if (!Number.isInteger(meetingsPerUser) || meetingsPerUser < 0 || meetingsPerUser > 500)
    throw new RangeError(`The sandbox has 0 to 500 meetings per user, not ${meetingsPerUser}.`);

  const clock = clockOf(options.now ?? Date.now);
  const faults = faultsOf(options.faults, seed);
  const limits = limitsOf(plan, clock.now, hasRates);
  const accountId = opaqueId(`${seed}/account`);
  const credentials = { accountId, clientId: `sandbox-${seed}`, clientSecret: opaqueId(`${seed}/secret`) };
  const chatbot = { clientId: `sandbox-chatbot-${seed}`, clientSecret: opaqueId(`${seed}/chatbot/secret`) };
  const calls: ReceivedCall[] = [];
  let origin = '';
  const scopesOf = (grant: Endpoint['grant']) =>
    new Set(operations.filter((one) => one.grant === grant).flatMap((one) => one.scopes));
  const scopes = options.scopes ? new Set(options.scopes) : scopesOf(undefined);
  const account_id = accountId;
  const oauth = oauthOf(
    [
      { credentials, form: { grant_type: 'account_credentials', account_id }, scopes, grant: undefined },
      {
        credentials: chatbot,
        form: { grant_type: 'client_credentials' },
        scopes: scopesOf('chatbot'),
        grant: 'chatbot',
      },
    ],
    () => `${origin}/v2`,
    clock.now,
    options.isTokenSingle,
  );

  const start = clock.now();
  const zone = zoneOf(options.zone ?? 'UTC');
  const world: World = {
    ...{ users, seed, plan, meetingsPerUser, subAccounts, accountId, start, clock, limits, zone, isToExclusive },
    pageTokens: pageTokens(),
    origin: () => origin,
  };
  const secret = options.webhookSecret ?? opaqueId(`${seed}/webhook secret`);
  const deliveries = deliveriesOf(clock, secret);
  const news = newsOf(clock, (event) => {
    deliveries.deliver(event);
    sockets.deliver(event);
  });
  const cause = (event: string, object: Known = {}) => {
    isAsItBegan = false;
    return news.tell(account, caused(account, event, object));
  };
  const engineIn = engineOf(domains, news.watch);
  let account = accountIn(world);
  /** Whether the account was read alone: then there is nothing in it to forget. */
  let isAsItBegan = true;
  /** A path below /accounts/{accountId} is answered by that sub account, as the same path without it is by the own. */
  const engineFor = (route: Route): { engine: Engine; route: Route } => {
    isAsItBegan &&= route.endpoint.method === 'GET';
    const plain = ownAccountEndpoint(route.endpoint);
    if (plain === route.endpoint) return { engine: engineIn(account), route };
    const { accountId = '', ...path } = route.path;
    return { engine: engineIn(subAccountOf(account, accountId)), route: { endpoint: plain, path } };
  };

  const server = serverOf({
    route: routerOf(operations),
    oauth,
    pageTokens: world.pageTokens,
    engineFor,
    faults,
    clock,
    calls,
    latencyMs,
    file: (...request) => fileAt(world, ...request),
    cause,
  });
  const sockets = socketsOn(server, `sandbox-${seed}`, clock, (token) => void oauth.tokenIn(`Bearer ${token}`));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    origin,
    apiUrl: `${origin}/v2`,
    oauthUrl: `${origin}/oauth/token`,
    credentials,
    chatbot,
    calls,
    get mints() {
      return oauth.mints;
    },
    events: {
      secret,
      told: news.told,
      deliveries: deliveries.all,
      socketUrl: `${origin.replace('http:', 'ws:')}/ws?subscriptionId=${sockets.subscription}`,
      socket: sockets,
      deliverTo: deliveries.register,
      cause,
      set: deliveries.set,
      idle: deliveries.idle,
    },
    setFaults: faults.set,
    setNow: clock.setNow,
    advance: clock.advance,
    reset() {
      if (!isAsItBegan) account = accountIn(world);
      isAsItBegan = true;
      limits.reset();
      faults.reset();
      calls.length = 0;
      news.told.length = 0;
      deliveries.reset();
    },
    close: async () => {
      clock.stop();
      await deliveries.close();
      sockets.close();
      await new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      });
    },
  };
};
