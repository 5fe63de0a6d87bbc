/** What came of writes, kept by another process for several: both ends are here, the one that asks and the one that keeps. */
import { type Claim, type IdempotencyStore, type Outcome, UNCLEAR } from '../../zoom/client/idempotency.ts';

/** What the asking end says. `id` is the ask's own, and that of the claim which came of it. */
export type IdempotencyAsk =
  | { readonly ask: 'claim'; readonly id: number; readonly name: string; readonly fingerprint: string }
  | { readonly ask: 'keep'; readonly id: number; readonly outcome: Outcome }
  | { readonly ask: 'release'; readonly id: number };
/** What is answered to a claim. */
export interface IdempotencyAnswer {
  readonly id: number;
  readonly claim: Exclude<Claim, { is: 'new' }> | { readonly is: 'new' };
}

export interface RemoteIdempotency {
  readonly store: IdempotencyStore;
  /** Takes what the one who keeps answers. */
  readonly hear: (answer: IdempotencyAnswer) => void;
}

/** A store where `send` leads. What is kept was told before the client has its answer: so a later claim, of whatever process, finds it or waits for it. */
export const remoteIdempotency = (send: (ask: IdempotencyAsk) => void): RemoteIdempotency => {
  const waiting = new Map<number, (claim: IdempotencyAnswer['claim']) => void>();
  let lastId = 0;
  return {
    store: {
      claim: async (name, fingerprint) => {
        const id = ++lastId;
        const claim = await new Promise<IdempotencyAnswer['claim']>((resolve) => {
          waiting.set(id, resolve);
          send({ ask: 'claim', id, name, fingerprint });
        });
        if (claim.is !== 'new') return claim;
        return {
          is: 'new',
          keep: async (outcome) => send({ ask: 'keep', id, outcome }),
          release: async () => send({ ask: 'release', id }),
        };
      },
    },
    hear: ({ id, claim }) => {
      waiting.get(id)?.(claim);
      waiting.delete(id);
    },
  };
};

/** Serves one process: gives what takes its asks, and what is to be called when it is gone. `store` is the same for all processes. */
export const hostIdempotency = (store: IdempotencyStore, send: (answer: IdempotencyAnswer) => void) => {
  const open = new Map<number, Extract<Claim, { is: 'new' }>>();
  let isGone = false;
  const claim = async (id: number, name: string, fingerprint: string): Promise<void> => {
    const claimed = await store.claim(name, fingerprint);
    if (claimed.is !== 'new') return send({ id, claim: claimed });
    // It went while its claim waited, and has begun nothing.
    if (isGone) return claimed.release();
    open.set(id, claimed);
    send({ id, claim: { is: 'new' } });
  };
  const end = (id: number, how: (claimed: Extract<Claim, { is: 'new' }>) => Promise<void>): void => {
    const claimed = open.get(id);
    open.delete(id);
    if (claimed) void how(claimed);
  };
  return {
    hear: (ask: IdempotencyAsk): void => {
      if (ask.ask === 'claim') void claim(ask.id, ask.name, ask.fingerprint);
      else end(ask.id, (claimed) => (ask.ask === 'keep' ? claimed.keep(ask.outcome) : claimed.release()));
    },
    /** What it had begun may have been done. */
    leave: (): void => {
      isGone = true;
      for (const id of [...open.keys()]) end(id, (claimed) => claimed.keep(UNCLEAR));
    },
  };
};
