/**
 * One of several processes: a gateway like any other, but for its budget and its tokens, which are the primary's, and for
 * what others write, of which it hears (primary.ts). With Redis it is a replica like any other, and the primary has no part in that.
 */
import cluster from 'node:cluster';
import { type ChangeNews, type ChangeOrder, remoteChanges } from '../../zoom/client/changes.ts';
import type { Auths } from '../../zoom/client/client.ts';
import type { IdempotencyStore } from '../../zoom/client/idempotency.ts';
import { readConfig } from '../config.ts';
import { reasonOf } from '../failure.ts';
import { createLog, type Log } from '../log.ts';
import { type GatewayParts, type Shared, start } from '../server.ts';
import { remoteAuth, type TokenAnswer, type TokenAsk } from './remote-auth.ts';
import { type EventAsk, type EventNews, remoteEvents } from './remote-events.ts';
import { type IdempotencyAnswer, type IdempotencyAsk, remoteIdempotency } from './remote-idempotency.ts';
import { type Answer, type Ask, remoteRateLimitStores } from './remote-store.ts';

export type FromWorker =
  | { readonly asks: readonly Ask[] }
  | { readonly tokenAsk: TokenAsk; readonly of: keyof Auths }
  | { readonly news: ChangeNews }
  | { readonly idempotencyAsk: IdempotencyAsk }
  | { readonly eventAsk: EventAsk }
  | { readonly ready: string }
  | { readonly failed: string };
export type FromPrimary =
  | { readonly answers: readonly Answer[] }
  | { readonly tokenAnswer: TokenAnswer; readonly of: keyof Auths }
  | { readonly order: ChangeOrder }
  | { readonly idempotencyAnswer: IdempotencyAnswer }
  | { readonly eventNews: EventNews }
  | { readonly stop: true };

/** In the environment of workers whose Zoom is the primary's sandbox. */
export const SANDBOXED = 'GATEWAY_SANDBOXED';

/** Works until the primary or a signal says to stop; what fails is left to the primary to say. A worker ends with its primary. */
export const work = async (parts: GatewayParts = {}): Promise<void> => {
  let stop = () => {};
  try {
    const config = readConfig();
    const log = createLog(config.logLevel).child({ worker: cluster.worker?.id });
    const { shared, idempotency, hear } = config.redisUrl === undefined ? sharedByPrimary(log) : sharedByRedis;
    process.on('message', (message: FromPrimary) => ('stop' in message ? stop() : hear(message)));
    const sandbox = process.env[SANDBOXED] !== undefined;
    const running = await start(config, log, shared, { sandbox, idempotency, ...parts });
    let isStopping = false;
    stop = () => {
      if (isStopping) return;
      isStopping = true;
      running.stop().then(() => cluster.worker?.disconnect(), fail);
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
    tell({ ready: running.url });
  } catch (error) {
    fail(error);
  }
};

interface Sharing {
  readonly shared: Shared;
  readonly idempotency?: IdempotencyStore;
  readonly hear: (message: Exclude<FromPrimary, { stop: true }>) => void;
}

const sharedByRedis: Sharing = { shared: { isChecked: cluster.worker?.id !== 1, offersMetrics: true }, hear: () => {} };

const sharedByPrimary = (log: Log): Sharing => {
  const counts = remoteRateLimitStores((asks) => tell({ asks }));
  const keys = remoteIdempotency((idempotencyAsk) => tell({ idempotencyAsk }));
  const events = remoteEvents((eventAsk) => tell({ eventAsk }));
  const tokensOf = (of: keyof Auths) => remoteAuth((tokenAsk) => tell({ tokenAsk, of }));
  const tokens = { account: tokensOf('account'), chatbot: tokensOf('chatbot') };
  const onLate = () => log.warn('A write was answered before all workers had heard of it: one of them is too busy.');
  const changes = remoteChanges((news) => tell({ news }), onLate);
  const auth: Auths = { account: tokens.account.auth, chatbot: tokens.chatbot.auth };
  return {
    shared: {
      rateLimitStore: counts.rateLimitStore,
      auth,
      changes,
      eventLog: events.log,
      isChecked: true,
      offersMetrics: true,
    },
    idempotency: keys.store,
    hear: (message) => {
      if ('answers' in message) counts.hear(message.answers);
      else if ('tokenAnswer' in message) tokens[message.of].hear(message.tokenAnswer);
      else if ('idempotencyAnswer' in message) keys.hear(message.idempotencyAnswer);
      else if ('eventNews' in message) events.hear(message.eventNews);
      else if ('order' in message) changes.take(message.order);
    },
  };
};

const fail = (error: unknown) => tell({ failed: reasonOf(error) });

/** A message that does not arrive has no one to be told of: without its primary the process ends. */
const tell = (message: FromWorker) => process.send?.(message, undefined, undefined, () => {});
