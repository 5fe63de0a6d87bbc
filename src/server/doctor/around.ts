/** What is around the gateway: Redis, and the ports that it wants. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { type Config, SETTINGS } from '../config.ts';
import { WEBHOOKS_PATH } from '../hosts.ts';
import { REQUEST_ID } from '../plugins/request-id.ts';
import { type Finding, failed, ok, skipped, warning } from './finding.ts';

const CONNECT_MS = 5000;

/** Asks Redis for a pong, its version, and what it does when its memory is full. */
export const redis = async ({ redisUrl }: Pick<Config, 'redisUrl'>): Promise<Finding> => {
  if (redisUrl === undefined) return skipped('redis', `${SETTINGS.redisUrl.name} is not set.`);
  const { createClient } = await import('redis');
  const socket = { reconnectStrategy: false, connectTimeout: CONNECT_MS } as const;
  const client = createClient({ url: redisUrl, socket, disableOfflineQueue: true });
  // Without a listener an error would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
    const version = /redis_version:(\S+)/.exec(await client.info('server'))?.[1] ?? 'of an unknown version';
    const policy = await client.configGet('maxmemory-policy').then(
      (told) => told['maxmemory-policy'],
      () => undefined,
    );
    const says = `Redis ${version} answers.`;
    if (policy === undefined)
      return ok('redis', `${says} It does not tell its eviction policy, which should be noeviction.`);
    return policy === 'noeviction'
      ? ok('redis', says)
      : warning(
          'redis',
          `${says} Its eviction policy is ${policy}: with any but noeviction it may forget what is counted.`,
        );
  } catch (error) {
    return failed('redis', `Redis does not answer (${codeOf(error)}): check ${SETTINGS.redisUrl.name}.`);
  } finally {
    if (client.isOpen) client.destroy();
  }
};

/**
 * Whether Zoom can tell the gateway anything, and what is to be done at Zoom for that. Whether it was done nobody can ask Zoom: it asks the gateway itself, when the
 * URL is validated there.
 */
export const webhooks = (
  { webhookSecret, publicUrl }: Pick<Config, 'webhookSecret' | 'publicUrl'>,
  isSandbox: boolean,
): Finding => {
  if (isSandbox) return ok('webhooks', 'The sandbox signs events by a secret that the gateway knows.');
  if (webhookSecret === undefined)
    return skipped(
      'webhooks',
      `${SETTINGS.webhookSecret.name} is not set: Zoom tells nothing, and there are no subscriptions.`,
    );
  const steps = (url: string) => [
    `In the app, under Features, Event Subscriptions: add ${url} as the Event notification endpoint URL, choose`,
    'the events, and press Validate while the gateway runs. Zoom validates it again every 72 hours.',
  ];
  if (publicUrl?.startsWith('https:'))
    return ok(
      'webhooks',
      `The secret is set. Zoom has to send events to ${publicUrl}${WEBHOOKS_PATH}.`,
      steps(publicUrl + WEBHOOKS_PATH),
    );
  return warning(
    'webhooks',
    `The secret is set. Zoom sends events to https URLs alone, and ${SETTINGS.publicUrl.name} is none.`,
    steps(`https://<your gateway>${WEBHOOKS_PATH}`),
  );
};

/** A code, or the first word of what Redis refuses with, such as WRONGPASS. The message may have the address in it. */
const codeOf = (error: unknown): string => {
  const { code, message, name } = error as NodeJS.ErrnoException;
  return code ?? /^[A-Z]{3,}\b/.exec(message)?.[0] ?? name;
};

/** Whether the gateway could listen. */
export const port = async (check: string, number: number, host: string, setting: string): Promise<Finding> => {
  if (number === 0) return ok(check, 'Any free port will do.');
  const server = createServer();
  try {
    server.listen(number, host);
    await once(server, 'listening');
    return ok(check, `Port ${number} on ${host} is free.`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE' && (await isGateway(number, host)))
      return ok(check, `A gateway runs on port ${number} of ${host} already.`);
    return failed(check, `Port ${number} on ${host} cannot be had (${code}): see ${setting}.`);
  } finally {
    server.close();
  }
};

/** A gateway says that it is alive, and names each request. */
const isGateway = async (number: number, host: string): Promise<boolean> => {
  const name = host.includes(':') ? `[${host}]` : host;
  try {
    const answer = await fetch(`http://${name}:${number}/healthz`, { signal: AbortSignal.timeout(CONNECT_MS) });
    return answer.ok && answer.headers.has(REQUEST_ID);
  } catch {
    return false;
  }
};
