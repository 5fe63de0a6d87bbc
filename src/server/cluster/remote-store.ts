/**
 * Counts that another process keeps, so that several share one budget: what happens here is told to it in messages, and
 * what it answers comes back. This is the end that asks; store-host.ts is the one that keeps the counts.
 */
import { ReadyPlaces } from '../../zoom/rate-limit/ready.ts';
import type { Acquired, Left, RateLimitStore, Spent } from '../../zoom/rate-limit/store.ts';
import type { RateLimit } from '../../zoom/rate-limit/tables.ts';

/** What the asking end says. `key` names a credential; `id` what was asked, and later the call that was let go by the answer. */
export type Ask =
  | { readonly ask: 'acquire'; readonly id: number; readonly key: string; readonly rateLimits: readonly RateLimit[] }
  | { readonly ask: 'left'; readonly id: number; readonly key: string; readonly rateLimit: RateLimit }
  | { readonly ask: 'block'; readonly key: string; readonly rateLimit: RateLimit; readonly until: number }
  | { readonly ask: 'update'; readonly key: string; readonly rateLimit: RateLimit; readonly remaining: number }
  | { readonly ask: 'sent' | 'giveBack'; readonly id: number }
  | { readonly ask: 'arrived'; readonly id: number; readonly ago: number }
  | { readonly ask: 'done'; readonly id: number; readonly isAccepted: boolean }
  | { readonly ask: 'refund'; readonly id: number; readonly rateLimit: RateLimit };

/** When a rate's places come free, one after another, in epoch milliseconds. */
interface Ready {
  readonly ready: readonly number[];
}
/** What is answered to `acquire`: of the rate that is spent, also when it will not be. */
export type AcquireAnswer = { readonly acquired: true } | ({ readonly spent: Spent } & Ready);
/** What is answered to `left`. */
export type LeftOf = Left & Ready;

export interface Answer {
  readonly id: number;
  readonly gives: AcquireAnswer | LeftOf;
}

/** Gathers what is said in one tick, so that it goes out as one message. */
export const batched = <T>(send: (items: readonly T[]) => void): ((item: T) => void) => {
  let items: T[] = [];
  return (item) => {
    if (items.push(item) > 1) return;
    queueMicrotask(() => {
      const gathered = items;
      items = [];
      send(gathered);
    });
  };
};

/** The way to the counts: what may be asked, and the answers to it. */
class Line {
  readonly tell: (ask: Ask) => void;
  readonly #waiting = new Map<number, (gives: AcquireAnswer | LeftOf) => void>();
  #lastId = 0;

  constructor(send: (asks: readonly Ask[]) => void) {
    this.tell = batched(send);
  }

  acquire(key: string, rateLimits: readonly RateLimit[]): Promise<AcquireAnswer & { readonly id: number }> {
    const id = ++this.#lastId;
    this.tell({ ask: 'acquire', id, key, rateLimits });
    return this.#answer<AcquireAnswer>(id).then((took) => ({ ...took, id }));
  }

  left(key: string, rateLimit: RateLimit): Promise<LeftOf> {
    const id = ++this.#lastId;
    this.tell({ ask: 'left', id, key, rateLimit });
    return this.#answer<LeftOf>(id);
  }

  hear(answers: readonly Answer[]): void {
    for (const { id, gives } of answers) {
      this.#waiting.get(id)?.(gives);
      this.#waiting.delete(id);
    }
  }

  #answer<T extends AcquireAnswer | LeftOf>(id: number): Promise<T> {
    return new Promise((resolve) => this.#waiting.set(id, resolve as (gives: AcquireAnswer | LeftOf) => void));
  }
}

class RemoteRateLimitStore implements RateLimitStore {
  readonly #line: Line;
  readonly #key: string;
  readonly #ready = new ReadyPlaces();

  constructor(line: Line, key: string) {
    this.#line = line;
    this.#key = key;
  }

  async acquire(rateLimits: readonly RateLimit[]) {
    const took = await this.#line.acquire(this.#key, rateLimits);
    if ('acquired' in took) return { acquired: this.#hold(took.id) };
    const { spent, ready } = took;
    if (spent.rateLimit.kind === 'RATE_LIMIT') this.#ready.set(spent.rateLimit, ready);
    return { spent };
  }

  block(rateLimit: RateLimit, until: number): void {
    this.#line.tell({ ask: 'block', key: this.#key, rateLimit, until });
  }

  update(rateLimit: RateLimit, remaining: number): void {
    this.#line.tell({ ask: 'update', key: this.#key, rateLimit, remaining });
  }

  async left(rateLimit: RateLimit): Promise<Left> {
    const { ready, ...left } = await this.#line.left(this.#key, rateLimit);
    this.#ready.set(rateLimit, ready);
    return left;
  }

  readyAt(rateLimit: RateLimit, ahead: number): number {
    return this.#ready.readyAt(rateLimit, ahead);
  }

  #hold(id: number): Acquired {
    return {
      sent: () => this.#line.tell({ ask: 'sent', id }),
      arrived: (ago = 0) => this.#line.tell({ ask: 'arrived', id, ago }),
      giveBack: () => this.#line.tell({ ask: 'giveBack', id }),
      refund: (rateLimit) => this.#line.tell({ ask: 'refund', id, rateLimit }),
      done: (isAccepted) => this.#line.tell({ ask: 'done', id, isAccepted }),
    };
  }
}

export interface RemoteRateLimitStores {
  /** The store of a credential, by its `Zoom.key`. */
  readonly rateLimitStore: (key: string) => RateLimitStore;
  /** Takes what the keeper of the counts answers. */
  readonly hear: (answers: readonly Answer[]) => void;
}

/** Stores whose counts are kept where `send` leads. Messages must arrive whole and in order, as those between processes do. */
export const remoteRateLimitStores = (send: (asks: readonly Ask[]) => void): RemoteRateLimitStores => {
  const line = new Line(send);
  return { rateLimitStore: (key) => new RemoteRateLimitStore(line, key), hear: (answers) => line.hear(answers) };
};
