/** What all callers have spent, by who they are. */
import { LRUCache } from 'lru-cache';
import { Usage } from '../../../resolvers/usage.ts';

/** Those of whom nothing was heard for longest begin anew. */
const MOST_CALLERS = 10_000;

export class Usages {
  // By `maxSize`, since room for `max` would be taken at once.
  readonly #kept = new LRUCache<string, Usage>({ maxSize: MOST_CALLERS, sizeCalculation: () => 1 });

  of(principal: string): Usage {
    const known = this.#kept.get(principal);
    if (known) return known;
    const usage = new Usage();
    this.#kept.set(principal, usage);
    return usage;
  }
}
