/** When the places of rates that are counted elsewhere come free, as was told last: by this a process guesses without asking. */
import { PERIOD_MS, soonest } from './store.ts';
import type { RateLimit } from './tables.ts';

export class ReadyPlaces {
  readonly #ready = new Map<string, readonly number[]>();

  /** `ready`: when the places that are taken come free, in order, in epoch milliseconds. */
  set(rateLimit: RateLimit, ready: readonly number[]): void {
    this.#ready.set(rateLimit.key, ready);
  }

  /**
   * What others took since this was told is not known, so it may be too early. A call that waits in vain for that is refused when it is
   * counted.
   */
  readyAt(rateLimit: RateLimit, ahead: number): number {
    const now = Date.now();
    if (rateLimit.per === 'DAY') return now;
    const ready = this.#ready.get(rateLimit.key)?.filter((at) => at > now) ?? [];
    const place = ahead % rateLimit.max;
    const span = PERIOD_MS[rateLimit.per];
    const first = ready[place - (rateLimit.max - ready.length)] ?? now;
    return soonest(first, span, rateLimit, now) + Math.floor(ahead / rateLimit.max) * span;
  }
}
