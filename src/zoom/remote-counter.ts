/**
 * Counts that another process keeps, so that several share one budget: what happens here is told to it in messages, and
 * what it answers comes back. This is the end that asks; counter-host.ts is the one that keeps the counts.
 */
import { type Counter, type Left, SPAN_MS, type Spent, type Taken } from './counter.ts';
import type { Rule } from './limits.ts';

/** What the asking end says. `key` names a credential; `id` what was asked, and later the call that was let go by the answer. */
export type Ask =
  | { readonly ask: 'take'; readonly id: number; readonly key: string; readonly rules: readonly Rule[] }
  | { readonly ask: 'left'; readonly id: number; readonly key: string; readonly rule: Rule }
  | { readonly ask: 'block'; readonly key: string; readonly rule: Rule; readonly until: number }
  | { readonly ask: 'learn'; readonly key: string; readonly rule: Rule; readonly remaining: number }
  | { readonly ask: 'sent' | 'arrived'; readonly id: number }
  | { readonly ask: 'done'; readonly id: number; readonly isAccepted: boolean }
  | { readonly ask: 'giveBack'; readonly id: number; readonly rule: Rule };

/** When a rate's places come free, one after another, in epoch milliseconds. */
interface Ready {
  readonly ready: readonly number[];
}
/** What is answered to `take`: of the rate that is spent, also when it will not be. */
export type Took = { readonly taken: true } | ({ readonly spent: Spent } & Ready);
/** What is answered to `left`. */
export type LeftOf = Left & Ready;

export interface Answer {
  readonly id: number;
  readonly gives: Took | LeftOf;
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
  readonly #waiting = new Map<number, (gives: Took | LeftOf) => void>();
  #lastId = 0;

  constructor(send: (asks: readonly Ask[]) => void) {
    this.tell = batched(send);
  }

  take(key: string, rules: readonly Rule[]): Promise<Took & { readonly id: number }> {
    const id = ++this.#lastId;
    this.tell({ ask: 'take', id, key, rules });
    return this.#answer<Took>(id).then((took) => ({ ...took, id }));
  }

  left(key: string, rule: Rule): Promise<LeftOf> {
    const id = ++this.#lastId;
    this.tell({ ask: 'left', id, key, rule });
    return this.#answer<LeftOf>(id);
  }

  hear(answers: readonly Answer[]): void {
    for (const { id, gives } of answers) {
      this.#waiting.get(id)?.(gives);
      this.#waiting.delete(id);
    }
  }

  #answer<T extends Took | LeftOf>(id: number): Promise<T> {
    return new Promise((resolve) => this.#waiting.set(id, resolve as (gives: Took | LeftOf) => void));
  }
}

class RemoteCounter implements Counter {
  readonly #line: Line;
  readonly #key: string;
  /** When the places of each rate come free, as was told when it was last asked for or spent. */
  readonly #ready = new Map<string, readonly number[]>();

  constructor(line: Line, key: string) {
    this.#line = line;
    this.#key = key;
  }

  async take(rules: readonly Rule[]) {
    const took = await this.#line.take(this.#key, rules);
    if ('taken' in took) return { taken: this.#hold(took.id) };
    const { spent, ready } = took;
    if (spent.rule.kind === 'RATE_LIMIT') this.#ready.set(spent.rule.key, ready);
    return { spent };
  }

  block(rule: Rule, until: number): void {
    this.#line.tell({ ask: 'block', key: this.#key, rule, until });
  }

  learn(rule: Rule, remaining: number): void {
    this.#line.tell({ ask: 'learn', key: this.#key, rule, remaining });
  }

  async left(rule: Rule): Promise<Left> {
    const { ready, ...left } = await this.#line.left(this.#key, rule);
    this.#ready.set(rule.key, ready);
    return left;
  }

  /**
   * What other processes took since a rate was last spent or asked for here is not known, so this may be too early. A call that waits in
   * vain for that is refused when the answer to its `take` says so.
   */
  readyAt(rule: Rule, ahead: number): number {
    const now = Date.now();
    if (rule.per === 'DAY') return now;
    const ready = this.#ready.get(rule.key)?.filter((at) => at > now) ?? [];
    const place = ahead % rule.max;
    const round = Math.floor(ahead / rule.max) * SPAN_MS[rule.per];
    return (ready[place - (rule.max - ready.length)] ?? now) + round;
  }

  #hold(id: number): Taken {
    const tell = (ask: 'sent' | 'arrived') => () => this.#line.tell({ ask, id });
    return {
      sent: tell('sent'),
      arrived: tell('arrived'),
      giveBack: (rule) => this.#line.tell({ ask: 'giveBack', id, rule }),
      done: (isAccepted) => this.#line.tell({ ask: 'done', id, isAccepted }),
    };
  }
}

export interface RemoteCounters {
  /** The counter of a credential, by its `Zoom.key`. */
  readonly counter: (key: string) => Counter;
  /** Takes what the keeper of the counts answers. */
  readonly hear: (answers: readonly Answer[]) => void;
}

/** Counters whose counts are kept where `send` leads. Messages must arrive whole and in order, as those between processes do. */
export const remoteCounters = (send: (asks: readonly Ask[]) => void): RemoteCounters => {
  const line = new Line(send);
  return { counter: (key) => new RemoteCounter(line, key), hear: (answers) => line.hear(answers) };
};
