/** The whole process, put together from its settings: a sandbox where no credentials are, the client, the gateway, the socket. */
import type { Sandbox } from '../sandbox/index.ts';
import { type BudgetState, type CallLine, createClient, type ZoomOptions } from '../zoom/client/client.ts';
import { dropsBy } from '../zoom/client/event-drops.ts';
import { type IdempotencyStore, MemoryIdempotencyStore } from '../zoom/client/idempotency.ts';
import { isDeclared } from '../zoom/declare/endpoint.ts';
import type { EventLog } from '../zoom/events/log.ts';
import { checkCredentials } from './check-credentials.ts';
import { type Config, ConfigError, chatbotOf, credentialsOf, proxyOf, SETTINGS, usesSandbox } from './config.ts';
import { eventsFor } from './events.ts';
import { listeningBy } from './failure.ts';
import { gapsTo } from './gaps.ts';
import { isLoopback, WEBHOOKS_PATH } from './hosts.ts';
import { type HttpServer, listen } from './http/http.ts';
import { callLines, createLog, type Log } from './log.ts';
import type { SharedByRedis } from './redis.ts';
import { checkAuth } from './session.ts';
import { listenForMetrics, METRICS_PATH } from './telemetry/port.ts';
import type { GatewayOptions } from './yoga.ts';

export interface Running {
  /** Where GraphiQL and the graph are. */
  readonly url: string;
  /** What to tell who started it, a line each. */
  readonly greeting: readonly string[];
  /** Finishes the requests in flight, `grace` milliseconds at most, then lets go of everything. */
  stop(grace?: number): Promise<void>;
}

/** So long, in milliseconds, requests in flight may take when the process is to stop. */
export const GRACE_MS = 10_000;

/** Parts of a gateway that no setting can name. */
export type GatewayParts = Pick<
  GatewayOptions,
  'events' | 'idempotency' | 'sandbox' | 'schema' | 'sessionFor' | 'plugins'
>;

/** What a gateway has in common with other processes. */
export interface Shared extends Pick<ZoomOptions, 'rateLimitStore' | 'auth' | 'keepTokens' | 'changes'> {
  /** Keeps Zoom's events for all of them. */
  readonly eventLog?: EventLog;
  /** Another process says what is wrong with the credentials. */
  readonly isChecked?: boolean;
  /** Another process asks for the metrics of this one, and shows them. */
  readonly offersMetrics?: true;
}

/**
 * Starts the gateway. Rejects when a port cannot be had; nothing is left running then. `shared`: what it has in common with
 * other processes, where that is not in Redis.
 */
export const start = async (
  given: Config,
  log: Log = createLog(given.logLevel),
  { offersMetrics, isChecked, eventLog, ...shared }: Shared = {},
  parts: GatewayParts = {},
): Promise<Running> => {
  await checkAuth(given, log);
  // The graph, with which all operations are declared, is read only by who answers: not by the primary of others.
  const [{ createGateway }, { ENDPOINT }] = await Promise.all([import('./gateway.ts'), import('./yoga.ts')]);
  checkOperations(given);
  const sandbox = await sandboxFor(given);
  const config = { ...given, webhookSecret: sandbox?.events.secret ?? given.webhookSecret };
  const redis = await redisFor(config, log);
  const options = clientOptions(config, sandbox, log);
  const budget = () => client.as().budget();
  const counting =
    config.metricsPort === undefined ? undefined : await countingFor({ budget, shared: redis?.state }, options.log);
  const keep = {
    seconds: config.responseCacheSeconds,
    closedSeconds: config.responseCacheClosedSeconds,
    endpoints: config.responseCacheEndpoints,
    shared: redis?.answers,
  };
  const client = createClient({ ...options, keep, ...counting?.options, ...redis?.shared, ...shared });
  const drops = dropsBy(client);
  const events = parts.events ?? (await eventsFor(config, { redis, eventLog, onEvent: [drops.hear], log }));
  let metricsPort: HttpServer | undefined;
  let source: { close(): Promise<void> } | undefined;
  const letGo = async () => {
    await source?.close();
    await metricsPort?.stop(0);
    if (!parts.events) await events?.close();
    drops.close();
    await client.close();
    await redis?.close();
    await sandbox?.close();
  };
  try {
    const gateway = createGateway({
      sandbox: sandbox !== undefined,
      ...parts,
      events,
      idempotency: await idempotencyFor(redis, parts),
      client,
      config,
      log,
      metrics: counting?.metrics,
    });
    if (offersMetrics) counting?.offer();
    else if (counting) metricsPort = await listenForMetrics(config, counting.read, log);
    if (config.eventsUrl !== undefined && events && !eventLog) {
      const { eventSourceFor } = await import('./event-source.ts');
      const around = { events, redis: redis?.redis, log, metrics: counting?.metrics };
      source = eventSourceFor(config, client.tokens, around);
    }
    const { upgrade } = gateway;
    const listening = listen(gateway, config.port, config.host, { hosts: hostsOf(config), upgrade });
    const http = await listeningBy([SETTINGS.port.name, SETTINGS.host.name], listening);
    const url = http.origin + ENDPOINT;
    if (sandbox) await tellOfEvents(sandbox, http.origin, log);
    if (!isChecked && config.auth !== 'caller') void checkCredentials(client, log);
    return {
      url,
      greeting: greetingOf(url, config, sandbox, metricsPort),
      stop: async (grace = GRACE_MS) => {
        gateway.endSubscriptions();
        await http.stop(grace);
        await gateway.dispose();
        await letGo();
      },
    };
  } catch (error) {
    await letGo();
    throw error;
  }
};

/** Throws a ConfigError for settings that name an operation that there is not. */
const checkOperations = ({ responseCacheEndpoints }: Config): void => {
  const unknown = [...(responseCacheEndpoints?.keys() ?? [])].filter((name) => !isDeclared(name));
  if (unknown.length > 0)
    throw new ConfigError(`${SETTINGS.responseCacheEndpoints.name} names what is no operation: ${unknown.join(', ')}.`);
};

/** The names by which the gateway may be reached. */
const hostsOf = ({ allowedHosts = [], publicUrl }: Config): readonly string[] => [
  ...allowedHosts,
  ...(publicUrl === undefined ? [] : [new URL(publicUrl).hostname]),
];

/** The metrics of this process, and what the client is to do for them; their library is read only where somebody wants it. */
const countingFor = async (
  sources: { readonly budget: () => Promise<BudgetState>; readonly shared: SharedByRedis['state'] | undefined },
  logCall: ZoomOptions['log'],
) => {
  const { createMetrics, offer } = await import('./telemetry/metrics.ts');
  const metrics = createMetrics(sources);
  const log = (line: CallLine) => {
    logCall?.(line);
    metrics.call(line);
  };
  return { metrics, options: { log }, offer: () => offer(metrics), read: () => metrics.registry.metrics() };
};

/** Starts the sandbox, where the settings ask for one; its code is read only then. */
export const sandboxFor = async (config: Config): Promise<Sandbox | undefined> => {
  if (!usesSandbox(config)) return undefined;
  const { startSandbox } = await import('../sandbox/index.ts');
  const started = startSandbox({
    users: config.sandboxUsers,
    seed: config.sandboxSeed,
    latencyMs: config.sandboxLatency,
    plan: config.sandboxPlan,
    faults: config.sandboxFaults,
    port: config.sandboxPort,
    zone: config.sandboxZone,
    webhookSecret: config.webhookSecret,
  });
  return listeningBy([SETTINGS.sandboxPort.name], started).catch((error) => {
    throw error instanceof RangeError ? new ConfigError(`The sandbox cannot start: ${error.message}`) : error;
  });
};

/** Lets the sandbox tell the gateway of events, as Zoom is told to in the app. */
export const tellOfEvents = async (sandbox: Sandbox, origin: string, log: Log): Promise<void> => {
  if (!(await sandbox.events.deliverTo(origin + WEBHOOKS_PATH)))
    log.warn('The sandbox cannot tell the gateway of events.');
};

/** Connects to Redis, where the settings name one; the library is read only then. One that is gone does not stop the start. */
export const redisFor = async (config: Config, log: Log): Promise<SharedByRedis | undefined> => {
  const { redisUrl: url, redisPrefix: prefix, redisTimeout: patience, countedWithin } = config;
  if (url === undefined) return undefined;
  const { connectRedis } = await import('./redis.ts');
  return connectRedis({ url, prefix, patience }, countedWithin, log);
};

/** Where what came of writes is kept: in Redis, where there is one, behind what this process or its primary keeps. */
const idempotencyFor = async (
  byRedis: SharedByRedis | undefined,
  { idempotency = new MemoryIdempotencyStore() }: GatewayParts,
): Promise<IdempotencyStore> => {
  if (!byRedis) return idempotency;
  const { RedisIdempotencyStore } = await import('../zoom/client/redis-idempotency.ts');
  return new RedisIdempotencyStore(byRedis.redis, idempotency);
};

export const clientOptions = (config: Config, sandbox: Sandbox | undefined, log: Log): ZoomOptions => ({
  apiUrl: sandbox?.apiUrl ?? config.apiUrl,
  oauthUrl: sandbox?.oauthUrl ?? config.oauthUrl,
  credentials: sandbox?.credentials ?? (config.auth === 'caller' ? undefined : credentialsOf(config)),
  chatbot: sandbox?.chatbot ?? (config.auth === 'caller' ? undefined : chatbotOf(config)),
  plan: sandbox ? config.sandboxPlan : config.plan,
  share: config.share / 100,
  countedWithinMs: config.countedWithin,
  coalesce: config.coalesce,
  proxy: proxyOf(config),
  fileHosts: config.fileHosts,
  optimizations: config.optimizations,
  unknowns: gapsTo(log),
  log: callLines(log),
});

/** Who may call, by AUTH. */
const WHO_MAY_CALL: Readonly<Record<Exclude<Config['auth'], 'none'>, string>> = {
  keys: 'Callers send one of its keys, and can do what the key permits.',
  jwt: 'Callers send a token of the issuer, and can do what the token permits.',
  caller: 'Callers send a Zoom access token of their own, and can do what it permits.',
};

export const greetingOf = (
  url: string,
  config: Config,
  sandbox: Sandbox | undefined,
  metricsPort: HttpServer | undefined,
): string[] => {
  const { accountId, clientId, clientSecret, allowedHosts } = SETTINGS;
  const upstream = sandbox
    ? `It runs against the embedded sandbox; for your own account set ${accountId.name}, ${clientId.name} and ${clientSecret.name}.`
    : `It runs against ${config.apiUrl}, with ${config.auth === 'caller' ? 'the token of each request' : 'your app’s credentials'}.`;
  const isLocal = isLoopback(config.host);
  return [
    `The gateway is at ${url}`,
    upstream,
    ...(config.workers > 1 ? [`${config.workers} processes answer side by side, within one budget.`] : []),
    ...(metricsPort ? [`Its metrics are at ${metricsPort.origin}${METRICS_PATH}`] : []),
    ...(isLocal || config.allowedHosts || config.publicUrl
      ? []
      : [`Set ${allowedHosts.name} to the names by which clients reach it.`]),
    ...(config.auth === 'none' ? [] : [WHO_MAY_CALL[config.auth]]),
  ];
};
