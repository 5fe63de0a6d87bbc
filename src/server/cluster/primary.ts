/**
 * The primary of several processes: it forks them, keeps the counts of their budget, mints their tokens, passes on what they
 * write, keeps the events that any of them takes (all that only where there is no Redis), and runs the sandbox where there is one.
 */
import cluster from 'node:cluster';
import type { Sandbox } from '../../sandbox/index.ts';
import { chatbotAuth, serverAuth } from '../../zoom/auth/auth.ts';
import { Callers, IDLE_MS } from '../../zoom/client/callers.ts';
import { ChangeHost } from '../../zoom/client/changes.ts';
import { type Auths, DEFAULTS } from '../../zoom/client/client.ts';
import { type IdempotencyStore, MemoryIdempotencyStore } from '../../zoom/client/idempotency.ts';
import { MemoryEventLog } from '../../zoom/events/memory-stream.ts';
import { connections } from '../../zoom/http/send.ts';
import { MemoryRateLimitStore, type RateLimitStore } from '../../zoom/rate-limit/store.ts';
import { checkCredentials } from '../check-credentials.ts';
import { type Config, SETTINGS } from '../config.ts';
import type { HttpServer } from '../http/http.ts';
import { newLinkSecret } from '../link-secret.ts';
import type { Log } from '../log.ts';
import { clientOptions, greetingOf, type Running, sandboxFor, tellOfEvents } from '../server.ts';
import { checkAuth } from '../session.ts';
import { listenForMetrics } from '../telemetry/port.ts';
import { type Worker, type WorkerEvents, WorkerPool } from './pool.ts';
import { hostAuth } from './remote-auth.ts';
import { EventHost } from './remote-events.ts';
import { hostIdempotency } from './remote-idempotency.ts';
import { type HostedStores, hostRateLimitStores } from './store-host.ts';
import { type FromPrimary, type FromWorker, SANDBOXED } from './worker.ts';

/**
 * Starts as many workers as the settings say. Rejects as `start` does, and leaves nothing running then. `onCollapse` is told
 * when workers died again and again later on, and all is stopped for it.
 */
export const startWorkers = async (
  config: Config,
  log: Log,
  onCollapse: (error: unknown) => void,
): Promise<Running> => {
  await checkAuth(config, log);
  const sandbox = await sandboxFor(config);
  const callers = new Callers<RateLimitStore>((store) => store.isSpent?.() ?? false, { idleMs: IDLE_MS.account });
  const rateLimitStores: HostedStores = {
    of: (key) => callers.of(key, () => new MemoryRateLimitStore()),
    accept: (key, rateLimitStore) => callers.accept(key, rateLimitStore),
  };
  const changes = new ChangeHost();
  const idempotency = new MemoryIdempotencyStore();
  const eventLog = new MemoryEventLog(config.eventsKept);
  const eventHost = new EventHost(eventLog);
  const { oauthUrl, credentials, chatbot, proxy } = clientOptions(config, sandbox, log);
  const dispatcher = connections(proxy);
  const env = { ...environmentOf(config, sandbox), [SETTINGS.linkSecret.name]: config.linkSecret ?? newLinkSecret() };
  const minting = { oauthUrl, dispatcher, timeoutMs: DEFAULTS.callTimeoutMs, random: Math.random };
  const auth: Auths = {
    account: credentials && serverAuth(credentials, minting),
    chatbot: chatbot && chatbotAuth(chatbot, minting),
  };
  // Limits may be infinite, and scopes are a set: JSON cannot say either.
  cluster.setupPrimary({ serialization: 'advanced' });
  const pool = new WorkerPool(
    (events) => fork({ env, rateLimitStores, changes, idempotency, eventHost, auth, log, events }),
    (error) => {
      onCollapse(error);
      stop().catch(onCollapse);
    },
  );
  let metricsPort: HttpServer | undefined;
  let source: { close(): Promise<void> } | undefined;
  const stop = async () => {
    await source?.close();
    await metricsPort?.stop(0);
    try {
      await pool.stop();
    } finally {
      await dispatcher.close();
      await sandbox?.close();
    }
  };
  try {
    const url = await pool.start(config.workers);
    if (sandbox) await tellOfEvents(sandbox, new URL(url).origin, log);
    metricsPort = await metricsPortFor(config, log);
    const { account } = auth;
    // With Redis one of the workers has the connection.
    if (config.eventsUrl !== undefined && config.redisUrl === undefined) {
      const { eventSourceFor } = await import('../event-source.ts');
      source = eventSourceFor(config, account, { events: eventLog, log });
    }
    // With Redis no token is minted here: it would end the one that is shared.
    if (account && config.redisUrl === undefined)
      void checkCredentials({ ready: async () => (await account.token()).scopes }, log);
    return { url, greeting: greetingOf(url, config, sandbox, metricsPort), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** The metrics of all workers together; the primary's own process does next to nothing. */
const metricsPortFor = async (config: Config, log: Log): Promise<HttpServer | undefined> => {
  if (config.metricsPort === undefined) return undefined;
  const { summed } = await import('../telemetry/metrics.ts');
  return listenForMetrics(config, summed(), log);
};

/** All workers reach the one sandbox as they would reach Zoom. */
const environmentOf = (config: Config, sandbox: Sandbox | undefined): Record<string, string> =>
  sandbox
    ? {
        [SETTINGS.apiUrl.name]: sandbox.apiUrl,
        [SETTINGS.oauthUrl.name]: sandbox.oauthUrl,
        [SETTINGS.accountId.name]: sandbox.credentials.accountId,
        [SETTINGS.clientId.name]: sandbox.credentials.clientId,
        [SETTINGS.clientSecret.name]: sandbox.credentials.clientSecret,
        [SETTINGS.chatbotClientId.name]: sandbox.chatbot.clientId,
        [SETTINGS.chatbotClientSecret.name]: sandbox.chatbot.clientSecret,
        [SETTINGS.webhookSecret.name]: sandbox.events.secret,
        [SETTINGS.plan.name]: config.sandboxPlan,
        [SANDBOXED]: 'yes',
      }
    : {};

interface ForkOptions {
  readonly env: Record<string, string>;
  readonly rateLimitStores: HostedStores;
  readonly changes: ChangeHost;
  readonly idempotency: IdempotencyStore;
  readonly eventHost: EventHost;
  /** Empty where every caller brings a token: no worker asks for one then. */
  readonly auth: Auths;
  readonly log: Log;
  readonly events: WorkerEvents;
}

const fork = ({ env, rateLimitStores, changes, idempotency, eventHost, auth, log, events }: ForkOptions): Worker => {
  const worker = cluster.fork(env);
  // A worker that cannot be told is about to end, and that is told by itself.
  const tell = (message: FromPrimary) => worker.process.send(message, undefined, undefined, () => {});
  const hearAsks = hostRateLimitStores(rateLimitStores, (answers) => tell({ answers }));
  const hearTokenAsk = (of: keyof Auths) => {
    const one = auth[of];
    return one && hostAuth(one, (tokenAnswer) => tell({ tokenAnswer, of }));
  };
  const hearTokenAsks = { account: hearTokenAsk('account'), chatbot: hearTokenAsk('chatbot') };
  const keys = hostIdempotency(idempotency, (idempotencyAnswer) => tell({ idempotencyAnswer }));
  const zoomEvents = eventHost.join((eventNews) => tell({ eventNews }));
  const { hear: hearNews, leave } = changes.join((order) => tell({ order }));
  worker.on('message', (message: FromWorker) => {
    if ('asks' in message) return hearAsks(message.asks);
    if ('news' in message) return hearNews(message.news);
    if ('idempotencyAsk' in message) return keys.hear(message.idempotencyAsk);
    if ('eventAsk' in message) return zoomEvents.hear(message.eventAsk);
    if ('tokenAsk' in message) return hearTokenAsks[message.of]?.(message.tokenAsk);
    if ('failed' in message) return events.failed(message.failed);
    // Metrics go between workers and primary as well: their library sees to these messages.
    if (!('ready' in message)) return;
    log.info({ worker: worker.id, pid: worker.process.pid }, 'A worker answers.');
    events.ready(message.ready);
  });
  worker.once('exit', (code, signal) => {
    leave();
    zoomEvents.leave();
    keys.leave();
    const how = signal ?? `code ${code}`;
    log[code === 0 ? 'info' : 'warn']({ worker: worker.id, how }, 'A worker ended.');
    events.ended(how);
  });
  return { stop: () => tell({ stop: true }), kill: () => worker.process.kill('SIGKILL') };
};
