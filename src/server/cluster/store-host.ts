/** The end that keeps the counts which other processes ask for (remote-store.ts). */
import type { Acquired, RateLimitStore } from '../../zoom/rate-limit/store.ts';
import type { RateLimit } from '../../zoom/rate-limit/tables.ts';
import { type AcquireAnswer, type Answer, type Ask, batched, type LeftOf } from './remote-store.ts';

/** A credential's store, by its `Zoom.key`: the same for all processes. */
export interface HostedStores {
  of(key: string): RateLimitStore;
  /** Zoom took the credential's token. */
  accept(key: string, rateLimitStore: RateLimitStore): void;
}

/**
 * Serves one process: gives what takes its messages, and sends the answers. When the process is gone, the places that it held run out by themselves.
 */
export const hostRateLimitStores = (
  rateLimitStores: HostedStores,
  send: (answers: readonly Answer[]) => void,
): ((asks: readonly Ask[]) => void) => {
  /** The calls that went out and of which more may be told. */
  const open = new Map<
    number,
    { readonly acquired: Acquired; readonly key: string; readonly rateLimitStore: RateLimitStore }
  >();
  const answer = batched(send);

  const acquire = async (id: number, key: string, rateLimits: readonly RateLimit[]): Promise<AcquireAnswer> => {
    const rateLimitStore = rateLimitStores.of(key);
    const took = await rateLimitStore.acquire(rateLimits);
    if ('spent' in took) return { ...took, ready: placesOf(rateLimitStore, took.spent.rateLimit) };
    open.set(id, { acquired: took.acquired, key, rateLimitStore });
    return { acquired: true };
  };

  const left = async (rateLimitStore: RateLimitStore, rateLimit: RateLimit): Promise<LeftOf> => ({
    ...(await rateLimitStore.left(rateLimit)),
    ready: placesOf(rateLimitStore, rateLimit),
  });

  const done = (id: number, isAccepted: boolean): void => {
    const call = open.get(id);
    if (call && isAccepted) rateLimitStores.accept(call.key, call.rateLimitStore);
    open.delete(id);
  };

  const hear = async (ask: Ask): Promise<void> => {
    switch (ask.ask) {
      case 'acquire':
        return answer({ id: ask.id, gives: await acquire(ask.id, ask.key, ask.rateLimits) });
      case 'left':
        return answer({ id: ask.id, gives: await left(rateLimitStores.of(ask.key), ask.rateLimit) });
      case 'block':
        return rateLimitStores.of(ask.key).block(ask.rateLimit, ask.until);
      case 'update':
        return rateLimitStores.of(ask.key).update(ask.rateLimit, ask.remaining);
      case 'refund':
        return open.get(ask.id)?.acquired.refund(ask.rateLimit);
      case 'arrived':
        return open.get(ask.id)?.acquired.arrived(ask.ago);
      case 'done':
        return done(ask.id, ask.isAccepted);
      default:
        return open.get(ask.id)?.acquired[ask.ask]();
    }
  };
  return (asks) => {
    for (const ask of asks) void hear(ask);
  };
};

/** When the places of a rate come free, or are. */
const placesOf = (rateLimitStore: RateLimitStore, rateLimit: RateLimit): number[] =>
  rateLimit.per === 'DAY'
    ? []
    : Array.from({ length: rateLimit.max }, (_, ahead) => rateLimitStore.readyAt(rateLimit, ahead));
