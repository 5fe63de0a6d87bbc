/**
 * The shortest time in which the answers of each operation have come of late. Of one that took longer it is not known whether Zoom counted the call late or
 * worked long on it. But no answer comes sooner than this after the sending, so that much of what it took is the way, and not the wait.
 */
import type { Endpoint } from '../declare/endpoint.ts';

/** What was seen for so long is believed for as long again. */
const ROUND_MS = 60_000;
/** Fewer answers than these say nothing. */
const FEWEST = 16;

interface Round {
  readonly since: number;
  quickest: number;
  count: number;
  /** That of the round before; 0 where it is not known. */
  readonly before: number;
}

export class Quickest {
  readonly #rounds = new WeakMap<Endpoint, Round>();

  /** Notes how many milliseconds an answer took. Gives how many of these it takes at the least; 0 until enough is known. */
  answered(endpoint: Endpoint, ms: number): number {
    const now = Date.now();
    const known = this.#rounds.get(endpoint);
    const isOn = known && now - known.since < ROUND_MS;
    const round = isOn ? known : next(known, now);
    if (!isOn) this.#rounds.set(endpoint, round);
    round.quickest = Math.min(round.quickest, ms);
    round.count++;
    return Math.min(round.before, round.quickest);
  }
}

const next = (ended: Round | undefined, now: number): Round => {
  const isKnown = ended !== undefined && ended.count >= FEWEST && now - ended.since < 2 * ROUND_MS;
  return { since: now, quickest: Number.POSITIVE_INFINITY, count: 0, before: isKnown ? ended.quickest : 0 };
};
