/**
 * What the requests of one credential share for a short, set time: the answers of small collections, and who is who among
 * those that edges lead to. Whatever changes something at Zoom drops it.
 */
import { LRUCache } from 'lru-cache';
import type { Zoom } from '../src/zoom/client.ts';

/** What was told of one entity: each field that is kept; undefined where nothing was told, null where there is none. */
export type Fact = Readonly<Record<string, unknown>>;

/** The part of its time that a fact has left so long as it counts as told a moment ago. */
const YOUNG = 0.75;
/** How much is kept in the whole process, however many credentials share it; a fact stands there for each name of its entity. */
const MOST = { answers: 1000, facts: 100_000 };

export class Warmth {
  readonly #answers: LRUCache<string, object> | undefined;
  readonly #facts: LRUCache<string, Fact> | undefined;
  #now = new WeakMap<Zoom, Warm>();
  #count = 0;

  /** `seconds` is how old what is shared may get; with 0, nothing is. `most` bounds how much is kept. */
  constructor(seconds: number, most = MOST) {
    if (seconds === 0) return;
    // A size of 1 each, since `max` would set aside room for all of them at once.
    const rules = {
      ttl: seconds * 1000,
      ttlResolution: 0,
      perf: Date,
      sizeCalculation: () => 1,
    };
    this.#answers = new LRUCache({ maxSize: most.answers, ...rules });
    this.#facts = new LRUCache({ maxSize: most.facts, ...rules });
  }

  /** What is warm for this credential; undefined where nothing is to be. */
  of(zoom: Zoom): Warm | undefined {
    if (!this.#answers || !this.#facts) return undefined;
    const warm = this.#now.get(zoom) ?? new Warm(this.#answers, this.#facts, `${++this.#count} `);
    this.#now.set(zoom, warm);
    return warm;
  }

  /**
   * Drops all that is warm for this credential. Those who began before go on with what was, which nobody else sees any more:
   * a read that a write has overtaken cannot bring back what that dropped.
   */
  forget(zoom: Zoom): void {
    this.#now.delete(zoom);
  }
}

/** What is warm for one credential, from one `forget` to the next: its part of what the process keeps is marked by `mine`. */
export class Warm {
  readonly #answers: LRUCache<string, object>;
  readonly #facts: LRUCache<string, Fact>;
  readonly #mine: string;

  constructor(answers: LRUCache<string, object>, facts: LRUCache<string, Fact>, mine: string) {
    this.#answers = answers;
    this.#facts = facts;
    this.#mine = mine;
  }

  answer(key: string): object | undefined {
    return this.#answers.get(this.#mine + key);
  }

  keep(key: string, answer: unknown): void {
    if (typeof answer === 'object' && answer !== null) this.#answers.set(this.#mine + key, answer);
  }

  fact(name: string): Fact | undefined {
    return this.#facts.get(this.#mine + name);
  }

  /**
   * Keeps what was told of an entity, under its name and those that stand for it. What says less than is known, and nothing
   * else, is left out: the rest would be lost, or look younger than it is. So is what was told a moment ago: to write it down
   * costs ten times as much as to see that.
   */
  tell(name: string, aliases: readonly string[], fact: Fact): void {
    const key = this.#mine + name;
    const known = this.#facts.peek(key);
    if (
      known &&
      (saysLess(fact, known) || (isSame(fact, known) && this.#facts.getRemainingTTL(key) > YOUNG * this.#facts.ttl))
    )
      return;
    this.#facts.set(key, fact);
    for (const alias of aliases) this.#facts.set(this.#mine + alias, fact);
  }
}

const isSame = (fact: Fact, known: Fact): boolean => {
  for (const field in fact) if (fact[field] !== known[field]) return false;
  return true;
};

const saysLess = (fact: Fact, known: Fact): boolean => {
  let less = false;
  for (const field in known) {
    if (fact[field] === known[field]) continue;
    if (fact[field] !== undefined) return false;
    less = true;
  }
  return less;
};
