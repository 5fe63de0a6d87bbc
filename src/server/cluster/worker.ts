/** One of several processes: a gateway like any other, but for its budget and its tokens, which are the primary's, and for
 * what others write, of which it hears (primary.ts). */
import cluster from 'node:cluster';
import { type ChangeNews, type ChangeOrder, remoteChanges } from '../../zoom/client/changes.ts';
import type { Auths } from '../../zoom/client/client.ts';
import { readConfig } from '../config.ts';
import { reasonOf } from '../failure.ts';
import { createLog } from '../log.ts';
import { type GatewayParts, start } from '../server.ts';
import { remoteAuth, type TokenAnswer, type TokenAsk } from './remote-auth.ts';
import type { IdempotencyAnswer, IdempotencyAsk } from './remote-idempotency.ts';
import { remoteIdempotency } from './remote-idempotency.ts';
import { type Answer, type Ask, remoteRateLimitStores } from './remote-store.ts';

export type FromWorker =
  | { readonly asks: readonly Ask[] }
  | { readonly tokenAsk: TokenAsk; readonly of: keyof Auths }
  | { readonly news: ChangeNews }
  | { readonly idempotencyAsk: IdempotencyAsk }
  | { readonly ready: string }
  | { readonly failed: string };
export type FromPrimary =
  | { readonly answers: readonly Answer[] }
  | { readonly tokenAnswer: TokenAnswer; readonly of: keyof Auths }
  | { readonly order: ChangeOrder }
  | { readonly idempotencyAnswer: IdempotencyAnswer }
  | { readonly stop: true };

/** In the environment of workers whose Zoom is the primary's sandbox. */
export const SANDBOXED = 'GATEWAY_SANDBOXED';

/** Works until the primary or a signal says to stop; what fails is left to the primary to say. A worker ends with its primary. */
export const work = async (parts: GatewayParts = {}): Promise<void> => {
  const counts = remoteRateLimitStores((asks) => tell({ asks }));
  const keys = remoteIdempotency((idempotencyAsk) => tell({ idempotencyAsk }));
  const tokensOf = (of: keyof Auths) => remoteAuth((tokenAsk) => tell({ tokenAsk, of }));
  const tokens = { account: tokensOf('account'), chatbot: tokensOf('chatbot') };
  let stop = () => {};
  try {
    const config = readConfig();
    const log = createLog(config.logLevel).child({ worker: cluster.worker?.id });
    const onLate = () => log.warn('A write was answered before all workers had heard of it: one of them is too busy.');
    const changes = remoteChanges((news) => tell({ news }), onLate);
    process.on('message', (message: FromPrimary) => {
      if ('answers' in message) counts.hear(message.answers);
      else if ('tokenAnswer' in message) tokens[message.of].hear(message.tokenAnswer);
      else if ('order' in message) changes.take(message.order);
      else if ('idempotencyAnswer' in message) keys.hear(message.idempotencyAnswer);
      else stop();
    });
    const auth: Auths = { account: tokens.account.auth, chatbot: tokens.chatbot.auth };
    const shared = { rateLimitStore: counts.rateLimitStore, auth, changes };
    const running = await start(config, log, shared, {
      sandbox: process.env[SANDBOXED] !== undefined,
      idempotency: keys.store,
      ...parts,
    });
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

const fail = (error: unknown) => tell({ failed: reasonOf(error) });

/** A message that does not arrive has no one to be told of: without its primary the process ends. */
const tell = (message: FromWorker) => process.send?.(message, undefined, undefined, () => {});
