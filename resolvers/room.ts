/**
 * The calls that a request can yet make in its time. Lists that are read while it runs are given no more items than there are calls for what is
 * selected of these, so that the rest is a matter of a cursor, and not of hundreds of errors.
 */
import type { RequestContext, Zoom } from '../src/zoom/client/client.ts';
import { type Endpoint, rateOf } from '../src/zoom/declare/endpoint.ts';

/** So many calls of an operation for each item; a fraction where some take one. */
export interface Each {
  readonly endpoint: Endpoint;
  readonly calls: number;
}

/** The part of the time and the calls that is given out: further pages and slow answers take theirs of the rest. */
const SHARE = 0.9;
/** More calls of a rate than a request can make. */
const MANY = 100_000;

export class Room {
  readonly #zoom: Pick<Zoom, 'hasRoom'>;
  readonly #requestContext: Pick<RequestContext, 'deadline' | 'maxCalls' | 'stats'>;
  /** How many calls of each rate are left, from when the first of them was asked for. */
  readonly #byRate = new Map<string, number>();
  #all: number | undefined;
  readonly #said = new Set<string>();
  readonly #each = new Map<object, readonly Each[]>();

  constructor(zoom: Pick<Zoom, 'hasRoom'>, requestContext: Pick<RequestContext, 'deadline' | 'maxCalls' | 'stats'>) {
    this.#zoom = zoom;
    this.#requestContext = requestContext;
  }

  /** What each item of a list takes; worked out once for all lists that are asked for alike. */
  eachOf(plan: object, find: () => readonly Each[]): readonly Each[] {
    const each = this.#each.get(plan) ?? find();
    this.#each.set(plan, each);
    return each;
  }

  /** Whether a thing is said for the first time. */
  isFirst(text: string): boolean {
    const isNew = !this.#said.has(text);
    this.#said.add(text);
    return isNew;
  }

  /** How many of so many items can have their calls, which are theirs from then on. */
  admit(items: number, each: readonly Each[]): number {
    const lefts = each.map(({ endpoint, calls }) => ({ rate: rateOf(endpoint), calls, left: this.#leftOf(endpoint) }));
    const sum = each.reduce((all, { calls }) => all + calls, 0);
    if (sum === 0) return items;
    const all = this.#leftOfAll();
    const admitted = Math.min(items, ...lefts.map(({ calls, left }) => fitting(left, calls)), fitting(all, sum));
    for (const { rate, calls } of lefts) this.#byRate.set(rate, (this.#byRate.get(rate) ?? 0) - admitted * calls);
    this.#all = all - admitted * sum;
    return admitted;
  }

  #leftOf(endpoint: Endpoint): number {
    const rate = rateOf(endpoint);
    const left = this.#byRate.get(rate) ?? this.#callsOf(endpoint);
    this.#byRate.set(rate, left);
    return left;
  }

  /** How many calls of an operation the budget lets out in the time that there is. */
  #callsOf(endpoint: Endpoint): number {
    const { deadline } = this.#requestContext;
    if (deadline === undefined) return Number.POSITIVE_INFINITY;
    const within = SHARE * Math.max(0, deadline - Date.now());
    let [low, high] = [0, MANY];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (this.#zoom.hasRoom(endpoint, middle, within)) low = middle;
      else high = middle;
    }
    return low;
  }

  #leftOfAll(): number {
    const { maxCalls = Number.POSITIVE_INFINITY, stats } = this.#requestContext;
    return this.#all ?? Math.max(0, SHARE * (maxCalls - stats.calls));
  }
}

const fitting = (left: number, calls: number): number =>
  calls === 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor(left / calls));
