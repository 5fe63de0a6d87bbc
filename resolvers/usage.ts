/** What one caller has spent today, as this process counts. */
import type { Stats } from '../src/zoom/client/client.ts';
import { today } from '../src/zoom/declare/days.ts';
import type { Label } from '../src/zoom/declare/endpoint.ts';

interface Count {
  readonly day: string;
  requests: number;
  calls: number;
  readonly byLimit: Partial<Record<Label, number>>;
}
const nothing = (): Count => ({ day: today(), requests: 0, calls: 0, byLimit: {} });

/** It begins anew at midnight UTC. */
export class Usage {
  #count = nothing();

  get now(): Readonly<Count> {
    if (this.#count.day !== today()) this.#count = nothing();
    return this.#count;
  }

  /** One more request. */
  asked(): void {
    this.#current().requests++;
  }

  /** What a request has spent, when it is over. */
  spent({ calls, byLimit }: Pick<Stats, 'calls' | 'byLimit'>): void {
    const count = this.#current();
    count.calls += calls;
    for (const [label, more] of Object.entries(byLimit) as [Label, number][])
      count.byLimit[label] = (count.byLimit[label] ?? 0) + more;
  }

  #current(): Count {
    return this.now as Count;
  }
}
