/** What a request that asked for it is told of its calls. Nothing is noted, and nothing costs, where none did. */
import type { Endpoint } from '../declare/endpoint.ts';

/** What makes a call needed, in the words of whoever traces. */
export type Cause = unknown;

export interface Tracer {
  /** What causes that which is done now. */
  causes(): readonly Cause[];
  /** Does work that has other causes than the moment in which it is done. */
  because<T>(causes: readonly Cause[], work: () => T): T;
  /** A call wants to go out. */
  call(endpoint: Endpoint): TracedCall;
  /** A call that is under way already gives this answer, too. */
  joined<T>(endpoint: Endpoint, answer: Promise<T>): Promise<T>;
}

export interface TracedCall {
  /** The budget has let it go. */
  sent(): void;
  /** It has been answered, or never will be. */
  ended(status: number | null): void;
}
