/** The subscriptions of this process: how many there are, whose, and their end. */

import { LIMITS } from '../limits.ts';
import { httpError } from './errors.ts';

/** Why a subscription is over: who subscribed has left, the gateway stops, Zoom's events have ended, or the code of its last error. */
export type EndReason = 'client' | 'stopped' | 'done' | (string & {});

interface Open {
  /** Ends it: what is under way is answered. */
  readonly stop: () => void;
}

interface Options {
  readonly most?: number;
  /** Of one principal. */
  readonly mostOwn?: number;
  /** Is told how many are open, and why one is no longer. */
  readonly onChange?: (open: number, reason?: EndReason) => void;
}

export class Subscriptions {
  readonly #most: number;
  readonly #mostOwn: number;
  readonly #onChange: NonNullable<Options['onChange']>;
  readonly #open = new Set<Open>();
  readonly #own = new Map<string, number>();
  #isStopped = false;

  constructor({ most = LIMITS.subscriptions, mostOwn = LIMITS.ownSubscriptions, onChange = () => {} }: Options = {}) {
    this.#most = most;
    this.#mostOwn = mostOwn;
    this.#onChange = onChange;
  }

  get size(): number {
    return this.#open.size;
  }

  /** Counts one more, and gives what is to be called once when it is over. Throws where there is no room. */
  open(principal: string, stop: () => void): (reason: EndReason) => void {
    const own = this.#own.get(principal) ?? 0;
    if (own >= this.#mostOwn)
      throw httpError(
        429,
        'TOO_MANY_SUBSCRIPTIONS',
        `You have ${this.#mostOwn} subscriptions, and may have no more.`,
        LATER,
      );
    if (this.#open.size >= this.#most || this.#isStopped)
      throw httpError(503, 'TOO_MANY_SUBSCRIPTIONS', 'The gateway has no room for another subscription.', LATER);
    const one: Open = { stop };
    this.#open.add(one);
    this.#own.set(principal, own + 1);
    this.#onChange(this.#open.size);
    return (reason) => {
      if (!this.#open.delete(one)) return;
      const left = (this.#own.get(principal) ?? 1) - 1;
      if (left > 0) this.#own.set(principal, left);
      else this.#own.delete(principal);
      this.#onChange(this.#open.size, reason);
    };
  }

  /** Ends all of them, and takes no more. */
  stop(): void {
    this.#isStopped = true;
    for (const { stop } of [...this.#open]) stop();
  }
}

const LATER = { 'retry-after': '30' };
